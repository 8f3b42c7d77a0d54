//! Calls: plain, of methods, with keywords, with `*` and `**`, and `super()`.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Op};
use crate::resolve::{Access, CLASS_CELL};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Ident, Keyword};

/// Most arguments of a call whose arguments stand in registers.
const MAX_ARGS: usize = 250;

/// Whether arguments must be collected into a tuple and a dict.
pub(super) fn is_spread(args: &[Expr], keywords: &[Keyword]) -> bool {
    args.iter().any(|arg| matches!(arg.kind, ExprKind::Starred(_)))
        || keywords.iter().any(|keyword| keyword.arg.is_none())
        || args.len() + keywords.len() > MAX_ARGS
}

impl<'a> Compiler<'a> {
    pub(super) fn call(&mut self, span: Span, func: &'a Expr, args: &'a [Expr], keywords: &'a [Keyword], dst: Dst) -> Res<u16> {
        let spread = is_spread(args, keywords);
        if let ExprKind::Attribute { value, attr } = &func.kind
            && !spread
        {
            return self.method_call(span, (func.span, value, attr), args, keywords, dst);
        }
        let mark = self.frame.top;
        if let ExprKind::Name(name) = &func.kind
            && name == "super"
            && args.is_empty()
            && keywords.is_empty()
            && self.push_super(func.span)
        {
            let into = self.finish(mark, dst);
            self.frame.taken(mark, 3);
            self.frame.emit(span, Op::Call, 2, into, mark, 0);
            return Ok(into);
        }
        let callee = self.value(func, Dst::Push)?;
        if spread {
            return self.spread_call(span, callee, args, None, keywords, dst);
        }
        self.push_all(args)?;
        self.call_pushed(span, (Op::Call, Op::CallKw), callee, args.len(), keywords, dst)
    }

    /// Pushes the keyword arguments and emits the call; `callee` begins the window, `count` positional arguments are pushed.
    pub(super) fn call_pushed(
        &mut self,
        span: Span,
        (plain, named): (Op, Op),
        callee: u16,
        count: usize,
        keywords: &'a [Keyword],
        dst: Dst,
    ) -> Res<u16> {
        let mut names = Vec::with_capacity(keywords.len());
        for keyword in keywords {
            self.value(&keyword.value, Dst::Push)?;
            if let Some(arg) = &keyword.arg {
                names.push(Const::Str(self.mangled(&arg.name).as_ref().into()));
            }
        }
        let window = self.frame.top - callee;
        let into = self.finish(callee, dst);
        self.frame.taken(callee, usize::from(window));
        let n = (count + keywords.len()) as u8;
        if keywords.is_empty() {
            self.frame.emit(span, plain, n, into, callee, 0);
        } else {
            // What is learnt of the names at one call is kept under their constant.
            let names = self.frame.emitter.own_constant(Const::Tuple(names.into()));
            self.frame.emit(span, named, n, into, callee, names);
        }
        Ok(into)
    }

    fn method_call(
        &mut self,
        span: Span,
        (place, object, attr): (Span, &'a Expr, &'a Ident),
        args: &'a [Expr],
        keywords: &'a [Keyword],
        dst: Dst,
    ) -> Res<u16> {
        let window = self.frame.top;
        let name = self.mangled(&attr.name);
        if self.is_super_call(object) && self.push_super(object.span) {
            self.frame.release(window);
            self.frame.push_many(2);
            self.frame.taken(window, 3);
            self.site_n(place, Op::LoadSuperAttr, 1, window, window, &name);
        } else if keywords.is_empty() && args.len() == 1 && &*name == "append" {
            let object = self.operand(object)?;
            self.frame.release(window);
            self.frame.push_many(2);
            self.site(place, Op::LoadAppend, window, object, &name);
            self.frame.written(window, 2);
            self.push_all(args)?;
            return self.call_pushed(span, (Op::Append, Op::CallMethodKw), window, 1, keywords, dst);
        } else if keywords.is_empty() && args.iter().all(|arg| self.is_quiet(arg)) {
            self.frame.push();
            self.value(object, Dst::Push)?;
            self.push_all(args)?;
            let into = self.finish(window, dst);
            self.frame.taken(window, args.len() + 2);
            self.site_n(span, Op::Invoke, args.len() as u8, into, window, &name);
            return Ok(into);
        } else {
            let object = self.operand(object)?;
            self.frame.release(window);
            self.frame.push_many(2);
            self.site(place, Op::LoadMethod, window, object, &name);
        }
        self.frame.written(window, 2);
        self.push_all(args)?;
        self.call_pushed(span, (Op::CallMethod, Op::CallMethodKw), window, args.len(), keywords, dst)
    }

    /// Whether evaluating an argument can't be observed, so that a method may be looked up after it.
    fn is_quiet(&self, arg: &'a Expr) -> bool {
        match &arg.kind {
            ExprKind::Name(name) => self.local(name).is_some_and(|register| self.frame.flow.bound.contains(register)),
            _ => self.fold(arg).is_some(),
        }
    }

    fn is_super_call(&self, expr: &Expr) -> bool {
        let ExprKind::Call { func, args, keywords } = &expr.kind else { return false };
        args.is_empty() && keywords.is_empty() && matches!(&func.kind, ExprKind::Name(name) if name == "super")
    }

    /// `super().name`, where it is one.
    pub(super) fn super_attribute(&mut self, expr: &'a Expr, dst: Dst) -> Res<Option<u16>> {
        let ExprKind::Attribute { value, attr } = &expr.kind else { return Ok(None) };
        let window = self.frame.top;
        if !self.is_super_call(value) || !self.push_super(value.span) {
            return Ok(None);
        }
        let into = self.finish(window, dst);
        self.frame.taken(window, 3);
        let name = self.mangled(&attr.name);
        self.site(expr.span, Op::LoadSuperAttr, into, window, &name);
        Ok(Some(into))
    }

    /// Pushes `super`, the class and the first parameter; not where `super()` can't know them.
    fn push_super(&mut self, span: Span) -> bool {
        let scope = self.frame.scope;
        let class = self.scopes.access(scope, CLASS_CELL);
        if !self.frame.has_parameter
            || self.scopes.access(scope, "super") != Access::Global
            || !matches!(class, Access::Free(_) | Access::Cell(_) | Access::Local(_))
        {
            return false;
        }
        self.load_access(Access::Global, "super", span, Dst::Push);
        self.load_access(class, CLASS_CELL, span, Dst::Push);
        let boxed = self.scopes.get(self.frame.home).cells.contains(&0);
        let first = if boxed { Access::Cell(0) } else { Access::Local(0) };
        self.load_access(first, "", span, Dst::Push);
        true
    }

    /// A call whose arguments are collected; `callee` is on top of the temporaries. `extra` is a further last positional
    /// argument that stands in a register.
    pub(super) fn spread_call(
        &mut self,
        span: Span,
        callee: u16,
        args: &'a [Expr],
        extra: Option<u16>,
        keywords: &'a [Keyword],
        dst: Dst,
    ) -> Res<u16> {
        // The items of a lone `*args` are asked for by the call itself, after the keyword arguments.
        if let ([Expr { kind: ExprKind::Starred(inner), .. }], None) = (args, extra) {
            self.value(inner, Dst::Push)?;
            return self.spread_keywords(span, callee, keywords, dst);
        }
        let list = self.extended(span, Op::BuildList, args)?;
        if let Some(extra) = extra {
            self.frame.emit(span, Op::ListAppend, 0, list, extra, 0);
        }
        self.spread_keywords(span, callee, keywords, dst)
    }

    /// The keywords and the call itself, the positional arguments being collected.
    pub(super) fn spread_keywords(&mut self, span: Span, callee: u16, keywords: &'a [Keyword], dst: Dst) -> Res<u16> {
        let dict = self.frame.push();
        if keywords.is_empty() {
            self.frame.emit(span, Op::Clear, 0, dict, 0, 1);
        } else {
            self.keyword_dict(span, callee, dict, keywords)?;
        }
        let into = self.finish(callee, dst);
        self.frame.taken(callee, 3);
        self.frame.emit(span, Op::CallEx, 0, into, callee, 0);
        Ok(into)
    }

    /// Collects keyword arguments. A name that two of them give is an error that names the callee, hence the merge.
    fn keyword_dict(&mut self, span: Span, callee: u16, dict: u16, keywords: &'a [Keyword]) -> Res {
        let mut merging = false;
        self.frame.emit(span, Op::BuildDict, 0, dict, dict, 0);
        for keyword in keywords {
            let mark = self.frame.top;
            match &keyword.arg {
                Some(arg) if !merging => {
                    let name = Const::Str(self.mangled(&arg.name).as_ref().into());
                    let name = self.constant(keyword.span, name, Dst::Push);
                    let value = self.operand(&keyword.value)?;
                    self.frame.emit(keyword.span, Op::DictSet, 0, dict, name, value);
                }
                Some(arg) => {
                    let name = Const::Str(self.mangled(&arg.name).as_ref().into());
                    let pair = self.constant(keyword.span, name, Dst::Push);
                    self.value(&keyword.value, Dst::Push)?;
                    self.frame.release(pair);
                    self.frame.push();
                    self.frame.taken(pair, 2);
                    self.frame.emit(keyword.span, Op::BuildDict, 0, pair, pair, 1);
                    self.frame.emit(keyword.span, Op::DictMerge, 0, dict, pair, callee);
                }
                None => {
                    merging = true;
                    let mapping = self.operand(&keyword.value)?;
                    self.frame.emit(span, Op::DictMerge, 0, dict, mapping, callee);
                }
            }
            self.frame.release(mark);
        }
        Ok(())
    }
}
