//! Expressions: the dispatch, and the simple ones.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Op, YIELD_ASYNC, YIELD_UNUSED};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Slice};

impl<'a> Compiler<'a> {
    /// Evaluates; the register that holds the value.
    pub(super) fn value(&mut self, expr: &'a Expr, dst: Dst) -> Res<u16> {
        if let Some(constant) = self.fold(expr) {
            return Ok(self.constant(expr.span, constant, dst));
        }
        let span = expr.span;
        match &expr.kind {
            ExprKind::Name(name) => Ok(self.load(name, span, dst)),
            ExprKind::Attribute { value, attr } => {
                if let Some(done) = self.super_attribute(expr, dst)? {
                    return Ok(done);
                }
                let mark = self.frame.top;
                let object = self.operand(value)?;
                let into = self.finish(mark, dst);
                let name = self.mangled(&attr.name);
                self.site(span, Op::LoadAttr, into, object, &name);
                Ok(into)
            }
            ExprKind::Call { func, args, keywords } => self.call(span, func, args, keywords, dst),
            ExprKind::BinOp { left, op, right } => self.binary(span, left, *op, right, dst),
            ExprKind::Compare { left, rest } => self.compare(span, left, rest, dst),
            ExprKind::Subscript { value, index } => self.subscript(span, value, index, dst),
            ExprKind::BoolOp { op, values } => self.bool_op(*op, values, dst),
            ExprKind::UnaryOp { op, operand } => self.unary(span, *op, operand, dst),
            ExprKind::IfExp { test, body, orelse } => self.if_exp(span, test, body, orelse, dst),
            ExprKind::JoinedStr(parts) => self.joined(span, parts, dst),
            ExprKind::TemplateStr(parts) => self.template(span, parts, dst),
            ExprKind::Tuple(items) => self.tuple(span, items, dst),
            ExprKind::List(items) => self.list(span, items, dst),
            ExprKind::Set(items) => self.set(span, items, dst),
            ExprKind::Dict(items) => self.dict(span, items, dst),
            ExprKind::NamedExpr { target, value } => {
                let mark = self.frame.top;
                let register = match self.local(&target.name) {
                    Some(local) => self.value(value, Dst::Into(local))?,
                    None => {
                        let register = self.value(value, Dst::Push)?;
                        self.store(&target.name, register, target.span);
                        register
                    }
                };
                Ok(self.deliver(span, mark, register, dst))
            }
            _ => self.rare(expr, dst),
        }
    }

    fn rare(&mut self, expr: &'a Expr, dst: Dst) -> Res<u16> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Lambda(lambda) => self.lambda(span, lambda, dst),
            ExprKind::ListComp(_) | ExprKind::SetComp(_) | ExprKind::DictComp(_) => self.comprehension(expr, dst),
            ExprKind::GeneratorExp(node) => self.generator_expression(span, node, dst),
            ExprKind::Await(value) => {
                let mark = self.frame.top;
                let register = self.value(value, Dst::Push)?;
                self.frame.emit(span, Op::GetAwaitable, 0, register, register, 0);
                let into = self.finish(mark, dst);
                self.frame.emit(span, Op::YieldFrom, 0, into, register, 0);
                Ok(into)
            }
            ExprKind::Yield(value) => {
                let mark = self.frame.top;
                let register = self.yielded(span, value.as_deref())?;
                let into = self.finish(mark, dst);
                self.frame.emit(span, Op::Yield, self.yield_flags(), into, register, 0);
                Ok(into)
            }
            ExprKind::YieldFrom(value) => {
                let mark = self.frame.top;
                let register = self.value(value, Dst::Push)?;
                self.frame.emit(span, Op::GetYieldFromIter, 0, register, register, 0);
                let into = self.finish(mark, dst);
                self.frame.emit(span, Op::YieldFrom, 0, into, register, 0);
                Ok(into)
            }
            ExprKind::Slice(slice) => self.slice(span, slice, dst),
            ExprKind::Starred(_) => Err(self.unsupported(span, "a starred expression here")),
            _ => Err(self.unsupported(span, "this expression")),
        }
    }

    /// Evaluates to an operand: a local's own register where it can be read in place, else a temporary.
    pub(super) fn operand(&mut self, expr: &'a Expr) -> Res<u16> {
        if let ExprKind::Name(name) = &expr.kind
            && name != "__debug__"
            && let Some(register) = self.local(name)
            && !self.frame.walrus.contains(register)
        {
            self.check_bound(register, expr.span);
            return Ok(register);
        }
        self.value(expr, Dst::Push)
    }

    /// Evaluates to an operand of an instruction that has no other: a walrus needs no copy of its variable.
    pub(super) fn immediate(&mut self, expr: &'a Expr) -> Res<u16> {
        match &expr.kind {
            ExprKind::NamedExpr { target, value } if let Some(local) = self.local(&target.name) => {
                self.value(value, Dst::Into(local))
            }
            ExprKind::Name(name) if let Some(local) = self.local(name) => {
                self.check_bound(local, expr.span);
                Ok(local)
            }
            _ => self.operand(expr),
        }
    }

    /// Evaluates for effect only.
    pub(super) fn discard(&mut self, expr: &'a Expr) -> Res {
        let mark = self.frame.top;
        match &expr.kind {
            // A bare constant does nothing.
            _ if self.fold(expr).is_some() => {}
            // A local that is bound can be named without effect.
            ExprKind::Name(_) => {
                self.operand(expr)?;
            }
            ExprKind::NamedExpr { target, value } => self.assign_name(&target.name, target.span, value)?,
            ExprKind::Yield(value) => {
                let register = self.yielded(expr.span, value.as_deref())?;
                self.frame.emit(expr.span, Op::Yield, self.yield_flags() | YIELD_UNUSED, register, register, 0);
            }
            _ => {
                self.value(expr, Dst::Push)?;
            }
        }
        self.frame.release(mark);
        Ok(())
    }

    /// Evaluates what a `yield` hands out to a temporary.
    fn yielded(&mut self, span: Span, value: Option<&'a Expr>) -> Res<u16> {
        match value {
            Some(value) => self.value(value, Dst::Push),
            None => Ok(self.constant(span, Const::None, Dst::Push)),
        }
    }

    fn yield_flags(&self) -> u8 {
        if self.scopes.get(self.frame.home).is_async { YIELD_ASYNC } else { 0 }
    }

    pub(super) fn constant(&mut self, span: Span, constant: Const, dst: Dst) -> u16 {
        let into = self.finish(self.frame.top, dst);
        self.frame.load_const(span, into, constant);
        into
    }

    /// Moves a value from where it is to where it is wanted. `mark` is the stack's height before it was evaluated.
    pub(super) fn deliver(&mut self, span: Span, mark: u16, register: u16, dst: Dst) -> u16 {
        let into = self.finish(mark, dst);
        if into != register {
            let op = if self.frame.is_temp(register) { Op::Take } else { Op::Move };
            self.frame.emit(span, op, 0, into, register, 0);
        }
        into
    }

    fn subscript(&mut self, span: Span, value: &'a Expr, index: &'a Expr, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let object = self.operand(value)?;
        if let Some(at) = self.fold(index).and_then(|constant| self.frame.emitter.short_constant(constant)) {
            let into = self.finish(mark, dst);
            self.frame.emit(span, Op::GetItemK, 0, into, object, at);
            return Ok(into);
        }
        let index = self.operand(index)?;
        let into = self.finish(mark, dst);
        self.frame.emit(span, Op::GetItem, 0, into, object, index);
        Ok(into)
    }

    fn slice(&mut self, span: Span, slice: &'a Slice, dst: Dst) -> Res<u16> {
        let first = self.frame.top;
        let parts = [&slice.lower, &slice.upper, &slice.step];
        let count = if slice.step.is_some() { 3 } else { 2 };
        for part in &parts[..count] {
            match part {
                Some(part) => self.value(part, Dst::Push)?,
                None => self.constant(span, Const::None, Dst::Push),
            };
        }
        let into = self.finish(first, dst);
        self.frame.taken(first, count);
        self.frame.emit(span, Op::BuildSlice, count as u8, into, first, 0);
        Ok(into)
    }

    fn if_exp(&mut self, span: Span, test: &'a Expr, body: &'a Expr, orelse: &'a Expr, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let (other, end) = (self.frame.label(), self.frame.label());
        self.branch(test, false, other)?;
        let into = self.value(body, dst)?;
        self.frame.jump(span, end);
        self.frame.bind(other);
        self.frame.release(mark);
        self.value(orelse, dst)?;
        self.frame.bind(end);
        Ok(into)
    }
}
