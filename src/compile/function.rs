//! Functions: definitions, lambdas, generator expressions; defaults, decorators, closures, annotations.

use super::unit::{Closing, Signature, docstring};
use super::{Compiler, Dst, Res};
use crate::bytecode::{Code, CodeKind, Const, Intrinsic, Op, YIELD_ASYNC, YIELD_UNUSED};
use crate::resolve::{Access, Role, ScopeId};
use crate::source::Span;
use crate::syntax::ast::{Comprehension, Expr, ExprKind, FunctionDef, Lambda, Param, Parameters, Stmt, StmtKind};
use std::sync::Arc;

/// Bits of `MakeFunction`.
pub(super) const HAS_DEFAULTS: u8 = 1;
pub(super) const HAS_KWDEFAULTS: u8 = 2;
pub(super) const HAS_ANNOTATE: u8 = 4;
pub(super) const HAS_CLOSURE: u8 = 8;

pub(super) fn positional(params: &Parameters) -> impl Iterator<Item = &Param> {
    params.posonly.iter().chain(&params.args)
}

/// Parameters in the order in which annotations are kept.
fn annotated(params: &Parameters) -> impl Iterator<Item = &Param> {
    positional(params).chain(params.vararg.as_deref()).chain(&params.kwonly).chain(params.kwarg.as_deref())
}

impl<'a> Compiler<'a> {
    pub(super) fn function_def(&mut self, span: Span, def: &'a FunctionDef) -> Res {
        let mark = self.frame.top;
        let decorators = self.push_all(&def.decorators)?;
        let function = if def.type_params.is_empty() {
            let local = match self.access(&def.name.name).0 {
                Access::Local(register) if def.decorators.is_empty() => Some(register),
                _ => None,
            };
            self.plain_function(span, def, local)?
        } else {
            self.generic_function(span, def)?
        };
        let function = self.decorate(decorators, function, &def.decorators);
        self.store_ident(&def.name, function);
        self.frame.release(mark);
        Ok(())
    }

    /// Calls the decorators that stand in the registers below the value, innermost first.
    pub(super) fn decorate(&mut self, first: u16, value: u16, decorators: &'a [Expr]) -> u16 {
        let mut value = value;
        for (at, decorator) in decorators.iter().enumerate().rev() {
            let callee = first + at as u16;
            self.frame.release(callee);
            self.frame.push();
            self.frame.taken(callee, 2);
            self.frame.emit(decorator.span, Op::Call, 1, callee, callee, 0);
            value = callee;
        }
        value
    }

    fn plain_function(&mut self, span: Span, def: &'a FunctionDef, local: Option<u16>) -> Res<u16> {
        let mark = self.frame.top;
        let function = self.frame.push();
        let mut flags = self.push_defaults(span, &def.params)?;
        flags |= self.push_annotations(span, def)?;
        self.function_object(span, def, function, flags)?;
        Ok(match local {
            Some(local) => self.deliver(span, mark, function, Dst::Into(local)),
            None => {
                self.frame.release(function + 1);
                function
            }
        })
    }

    /// Compiles the body and makes the function in `function`; what `flags` names is pushed behind it.
    pub(super) fn function_object(&mut self, span: Span, def: &'a FunctionDef, function: u16, flags: u8) -> Res {
        let code = self.function_code(def)?;
        self.make_function(span, code, self.scope_of(def, Role::Body), function, flags);
        Ok(())
    }

    /// Pushes the closure of a scope's function and makes the function in register `function`.
    pub(super) fn make_function(&mut self, span: Span, code: Arc<Code>, scope: ScopeId, function: u16, flags: u8) {
        let flags = flags | self.push_closure(span, scope);
        let extras = self.frame.top - function - 1;
        let at = self.frame.emitter.constant(Const::Code(code));
        self.frame.taken(function + 1, usize::from(extras));
        self.frame.release(function + 1);
        self.frame.emit_wide(span, Op::MakeFunction, flags, function, at);
    }

    fn push_closure(&mut self, span: Span, scope: ScopeId) -> u8 {
        let free = &self.scopes.get(scope).free;
        if free.is_empty() {
            return 0;
        }
        let first = self.frame.push_many(free.len());
        for (at, name) in free.iter().enumerate() {
            let register = first + at as u16;
            match self.scopes.cell(self.frame.scope, name) {
                Access::Cell(cell) => self.frame.emit(span, Op::Move, 0, register, cell, 0),
                Access::Free(free) => self.frame.emit(span, Op::LoadClosure, 0, register, free, 0),
                _ => {}
            }
        }
        self.frame.release(first);
        self.frame.push();
        self.frame.taken(first, free.len());
        self.frame.emit(span, Op::BuildTuple, 0, first, first, free.len() as u16);
        HAS_CLOSURE
    }

    /// Pushes the tuple and the dict of default values.
    pub(super) fn push_defaults(&mut self, span: Span, params: &'a Parameters) -> Res<u8> {
        let mut flags = self.push_positional_defaults(span, params)?;
        flags |= self.push_keyword_defaults(span, params)?;
        Ok(flags)
    }

    pub(super) fn push_positional_defaults(&mut self, span: Span, params: &'a Parameters) -> Res<u8> {
        let defaults: Vec<&'a Expr> = positional(params).filter_map(|param| param.default.as_ref()).collect();
        if defaults.is_empty() {
            return Ok(0);
        }
        let constants: Option<Box<[Const]>> = defaults.iter().map(|value| self.fold(value)).collect();
        if let Some(constants) = constants {
            self.constant(span, Const::Tuple(constants), Dst::Push);
            return Ok(HAS_DEFAULTS);
        }
        let first = self.frame.top;
        for value in &defaults {
            self.value(value, Dst::Push)?;
        }
        self.frame.release(first);
        self.frame.push();
        self.frame.taken(first, defaults.len());
        self.frame.emit(span, Op::BuildTuple, 0, first, first, defaults.len() as u16);
        Ok(HAS_DEFAULTS)
    }

    pub(super) fn push_keyword_defaults(&mut self, span: Span, params: &'a Parameters) -> Res<u8> {
        let first = self.frame.top;
        let mut count: u16 = 0;
        for param in &params.kwonly {
            if let Some(value) = &param.default {
                let name = self.mangled(&param.name.name).as_ref().into();
                self.constant(param.span, Const::Str(name), Dst::Push);
                self.value(value, Dst::Push)?;
                count += 1;
            }
        }
        if count == 0 {
            return Ok(0);
        }
        self.frame.release(first);
        self.frame.push();
        self.frame.taken(first, 2 * usize::from(count));
        self.frame.emit(span, Op::BuildDict, 0, first, first, count);
        Ok(HAS_KWDEFAULTS)
    }

    fn function_code(&mut self, def: &'a FunctionDef) -> Res<Arc<Code>> {
        let scope_id = self.scope_of(def, Role::Body);
        let mangled = self.mangled(&def.name.name).into_owned();
        let qualname = self.definition_qualname(&def.name.name, &mangled);
        self.open(scope_id, &def.name.name)?;
        self.frame.qualname = qualname.into();
        let signature = Signature::of(&def.params);
        self.function_prologue(signature);
        let doc = docstring(&def.body);
        self.stmts(if doc.is_some() { &def.body[1..] } else { &def.body })?;
        let scope = self.scopes.get(scope_id);
        let kind = match (scope.is_async, scope.is_generator) {
            (false, false) => CodeKind::Function,
            (false, true) => CodeKind::Generator,
            (true, false) => CodeKind::Coroutine,
            (true, true) => CodeKind::AsyncGenerator,
        };
        let first = def.decorators.first().map_or(def.name.span, |decorator| decorator.span);
        let first_line = self.source.line(first.start);
        self.close(Closing { kind, signature, doc: doc.map(Into::into), first_line })
    }

    pub(super) fn lambda(&mut self, span: Span, lambda: &'a Lambda, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let function = self.frame.push();
        let flags = self.push_defaults(span, &lambda.params)?;
        let scope_id = self.scope_of(lambda, Role::Body);
        self.open(scope_id, "<lambda>")?;
        let signature = Signature::of(&lambda.params);
        self.function_prologue(signature);
        let result = self.operand(&lambda.body)?;
        let generator = self.scopes.get(scope_id).is_generator;
        self.frame.emit_return(lambda.body.span, Some(result));
        let kind = if generator { CodeKind::Generator } else { CodeKind::Function };
        let first_line = self.source.line(span.start);
        let code = self.close(Closing { kind, signature, doc: None, first_line })?;
        self.make_function(span, code, scope_id, function, flags);
        Ok(self.deliver(span, mark, function, dst))
    }

    pub(super) fn generator_expression(&mut self, span: Span, node: &'a Comprehension, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let function = self.frame.push();
        let scope_id = self.scope_of(node, Role::Body);
        let code = self.generator_code(span, node, scope_id)?;
        self.make_function(span, code, scope_id, function, 0);
        if let Some(first) = node.generators.first() {
            if first.is_async {
                let iterable = self.operand(&first.iter)?;
                let iterator = self.finish(function + 1, Dst::Push);
                self.frame.emit(first.iter.span, Op::GetAIter, 0, iterator, iterable, 0);
            } else {
                self.push_iterator(&first.iter)?;
            }
        }
        let into = self.finish(mark, dst);
        self.frame.taken(function, 2);
        self.frame.emit(span, Op::Call, 1, into, function, 0);
        Ok(into)
    }

    fn generator_code(&mut self, span: Span, node: &'a Comprehension, scope: ScopeId) -> Res<Arc<Code>> {
        self.open(scope, "<genexpr>")?;
        let signature = Signature::hidden(1);
        self.function_prologue(signature);
        let is_async = self.scopes.get(scope).is_async;
        self.generate(&node.generators, Some(0), &mut |compiler| {
            let element = compiler.value(&node.element, Dst::Push)?;
            let flags = YIELD_UNUSED | if is_async { YIELD_ASYNC } else { 0 };
            compiler.frame.emit(node.element.span, Op::Yield, flags, element, element, 0);
            compiler.frame.release(element);
            compiler.frame.flush();
            Ok(())
        })?;
        let kind = if is_async { CodeKind::AsyncGenerator } else { CodeKind::Generator };
        let first_line = self.source.line(span.start);
        self.close(Closing { kind, signature, doc: None, first_line })
    }

    /// Pushes the function that evaluates a function's annotations, if it has any.
    pub(super) fn push_annotations(&mut self, span: Span, def: &'a FunctionDef) -> Res<u8> {
        if def.returns.is_none() && annotated(&def.params).all(|param| param.annotation.is_none()) {
            return Ok(0);
        }
        let function = self.frame.push();
        let scope = self.scope_of(def, Role::Annotations);
        let mut pairs: Vec<(Box<str>, &'a Expr)> = Vec::new();
        for param in annotated(&def.params) {
            if let Some(annotation) = &param.annotation {
                pairs.push((self.mangled(&param.name.name).as_ref().into(), annotation));
            }
        }
        pairs.extend(def.returns.iter().map(|annotation| ("return".into(), annotation)));
        let code = self.annotate_code(span, scope, &pairs)?;
        self.make_function(span, code, scope, function, 0);
        Ok(HAS_ANNOTATE)
    }

    /// Stores the function that evaluates the annotations of the current class body or module.
    pub(super) fn annotations_of_body(&mut self, body: &'a [Stmt], name: &str) -> Res {
        let scope = self.scopes.annotations_of(self.frame.home);
        let mut pairs = Vec::new();
        self.collect_annotations(body, &mut pairs);
        let function = self.frame.push();
        let span = body.first().map_or(Span::default(), |stmt| stmt.span);
        let code = self.annotate_code(span, scope, &pairs)?;
        self.make_function(span, code, scope, function, 0);
        self.store_name(name, function, span);
        self.frame.release(function);
        self.frame.flush();
        Ok(())
    }

    fn collect_annotations(&self, body: &'a [Stmt], pairs: &mut Vec<(Box<str>, &'a Expr)>) {
        for stmt in body {
            match &stmt.kind {
                StmtKind::AnnAssign { target, annotation, simple: true, .. } => {
                    if let ExprKind::Name(name) = &target.kind {
                        pairs.push((self.mangled(name).as_ref().into(), annotation));
                    }
                }
                StmtKind::If { body, elifs, orelse, .. } => {
                    self.collect_annotations(body, pairs);
                    elifs.iter().for_each(|elif| self.collect_annotations(&elif.body, pairs));
                    self.collect_annotations(orelse, pairs);
                }
                StmtKind::For(node) => {
                    self.collect_annotations(&node.body, pairs);
                    self.collect_annotations(&node.orelse, pairs);
                }
                StmtKind::While { body, orelse, .. } => {
                    self.collect_annotations(body, pairs);
                    self.collect_annotations(orelse, pairs);
                }
                StmtKind::With { body, .. } => self.collect_annotations(body, pairs),
                StmtKind::Match { cases, .. } => {
                    cases.iter().for_each(|case| self.collect_annotations(&case.body, pairs));
                }
                StmtKind::Try(node) => {
                    self.collect_annotations(&node.body, pairs);
                    node.handlers.iter().for_each(|handler| self.collect_annotations(&handler.body, pairs));
                    self.collect_annotations(&node.orelse, pairs);
                    self.collect_annotations(&node.finalbody, pairs);
                }
                _ => {}
            }
        }
    }

    /// `def __annotate__(format, /)`: a dict of the annotations' values, or of their texts.
    fn annotate_code(&mut self, span: Span, scope: ScopeId, pairs: &[(Box<str>, &'a Expr)]) -> Res<Arc<Code>> {
        self.open(scope, "__annotate__")?;
        self.lazy_prologue(span);
        let dict = self.frame.push();
        self.frame.emit(span, Op::BuildDict, 0, dict, dict, 0);
        for (name, annotation) in pairs {
            let mark = self.frame.top;
            let key = self.constant(annotation.span, Const::Str(name.clone()), Dst::Push);
            let value = if self.scopes.string_annotations {
                let text = super::unparse::unparse(annotation, self.source);
                self.constant(annotation.span, Const::Str(text.into()), Dst::Push)
            } else {
                self.annotation_value(annotation)?
            };
            self.frame.emit(annotation.span, Op::DictSet, 0, dict, key, value);
            self.frame.release(mark);
        }
        self.frame.emit_return(span, Some(dict));
        self.close_lazy(span)
    }

    /// The value of an annotation; that of `*args: *Ts` is the one item that `*Ts` unpacks to.
    fn annotation_value(&mut self, annotation: &'a Expr) -> Res<u16> {
        let ExprKind::Starred(inner) = &annotation.kind else { return self.operand(annotation) };
        let value = self.value(inner, Dst::Push)?;
        self.frame.emit(annotation.span, Op::Unpack, 1, value, value, 0);
        Ok(value)
    }

    /// The beginning of a function that annotations or type parameters call: other formats than values are not for it.
    pub(super) fn lazy_prologue(&mut self, span: Span) {
        self.function_prologue(Signature::hidden(1));
        let good = self.frame.label();
        let two = self.frame.emitter.forced_constant(Const::Int(2));
        let jump = crate::bytecode::Instr::new(Op::JumpGtK, 0, 0, two, 0);
        self.frame.branch(span, jump, good);
        let error = self.frame.push();
        self.site(span, Op::LoadGlobal, error, 0, "NotImplementedError");
        self.frame.emit(span, Op::Raise, 0, error, crate::bytecode::NONE, 0);
        self.frame.release(error);
        self.frame.bind(good);
        self.load_class_namespace();
    }

    pub(super) fn close_lazy(&mut self, span: Span) -> Res<Arc<Code>> {
        let first_line = self.source.line(span.start);
        let signature = Signature::hidden(1);
        self.close(Closing { kind: CodeKind::Function, signature, doc: None, first_line })
    }

    /// Emits a rare operation on registers from `first` on, which it takes; the result is in `first`.
    pub(super) fn intrinsic(&mut self, span: Span, number: Intrinsic, first: u16) -> u16 {
        self.frame.release(first);
        self.frame.push();
        self.frame.taken(first, number.operands());
        self.frame.emit(span, Op::Intrinsic, number as u8, first, first, 0);
        first
    }
}
