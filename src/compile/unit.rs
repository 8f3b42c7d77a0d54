//! Codes as a whole: opening a frame, its prologue, closing it.

use std::cell::RefCell;
use std::sync::Arc;

use super::frame::Frame;
use super::{Compiler, Dst, Res};
use crate::bytecode::{Code, CodeKind, Const, Intrinsic, Op};
use crate::diag::Diagnostic;
use crate::resolve::{Access, CLASS_DICT, Root, ScopeId, ScopeKind, Scopes};
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Constant, Expr, ExprKind, Parameters, Stmt, StmtKind};

/// The shape of a function's parameters.
#[derive(Clone, Copy, Default)]
pub(super) struct Signature {
    pub positional: u16,
    pub positional_only: u16,
    pub keyword_only: u16,
    pub varargs: bool,
    pub varkw: bool,
}

impl Signature {
    pub fn of(params: &Parameters) -> Signature {
        Signature {
            positional: (params.posonly.len() + params.args.len()) as u16,
            positional_only: params.posonly.len() as u16,
            keyword_only: params.kwonly.len() as u16,
            varargs: params.vararg.is_some(),
            varkw: params.kwarg.is_some(),
        }
    }

    /// Positional-only parameters and nothing else.
    pub fn hidden(count: u16) -> Signature {
        Signature { positional: count, positional_only: count, ..Signature::default() }
    }

    fn count(self) -> u16 {
        self.positional + self.keyword_only + u16::from(self.varargs) + u16::from(self.varkw)
    }
}

/// What a closed frame is handed over with.
pub(super) struct Closing {
    pub kind: CodeKind,
    pub signature: Signature,
    pub doc: Option<Box<str>>,
    pub first_line: u32,
}

/// Compiles a text.
pub(super) fn compile_root(scopes: &Scopes, root: Root<'_>, source: &Arc<SourceFile>) -> Result<Arc<Code>, Box<Diagnostic>> {
    let mut compiler = Compiler {
        scopes,
        source,
        frame: Frame::new(ScopeId::ROOT, 0),
        outer: Vec::new(),
        class: None,
        shows: matches!(root, Root::Single(_)),
        varying: RefCell::default(),
    };
    compiler.frame = compiler.new_frame(ScopeId::ROOT)?;
    compiler.frame.name = "<module>".into();
    compiler.frame.qualname = "<module>".into();
    compiler.prologue(0);
    match root {
        Root::Expression(expr) => {
            let result = compiler.value(expr, Dst::Push)?;
            compiler.frame.emit_return(expr.span, Some(result));
        }
        Root::Cell(cell) => compiler.module_body(&cell.body, cell.last_is_expr)?,
        Root::Single(cell) => compiler.module_body(&cell.body, false)?,
        Root::Module(module) => compiler.module_body(&module.body, false)?,
    }
    let kind = if scopes.get(ScopeId::ROOT).is_async { CodeKind::Coroutine } else { CodeKind::Module };
    let closing = Closing { kind, signature: Signature::default(), doc: docstring(root.body()).map(Into::into), first_line: 1 };
    let frame = std::mem::replace(&mut compiler.frame, Frame::new(ScopeId::ROOT, 0));
    compiler.assemble(frame, closing)
}

/// The docstring that a body begins with.
pub(super) fn docstring(body: &[Stmt]) -> Option<&str> {
    let StmtKind::Expr(value) = &body.first()?.kind else { return None };
    match &value.kind {
        ExprKind::Constant(Constant::Str(text)) => Some(text),
        _ => None,
    }
}

impl<'a> Compiler<'a> {
    fn module_body(&mut self, body: &'a [Stmt], show_last: bool) -> Res {
        let scope = self.scopes.get(ScopeId::ROOT);
        if scope.has_annotations && self.frame.home == ScopeId::ROOT {
            self.annotations_of_body(body, "__annotate__")?;
        }
        let mut rest = body;
        if !show_last
            && !self.shows
            && let Some(doc) = docstring(body)
        {
            let register = self.frame.push();
            self.frame.load_const(body[0].span, register, Const::Str(doc.into()));
            self.store_name("__doc__", register, body[0].span);
            self.frame.release(register);
            rest = &body[1..];
        }
        let last: Option<&'a Expr> = match rest.last() {
            Some(Stmt { kind: StmtKind::Expr(value), .. }) if show_last => Some(value),
            _ => None,
        };
        match last {
            Some(value) => {
                self.stmts(&rest[..rest.len() - 1])?;
                self.show(value)?;
                self.frame.flush();
            }
            None => self.stmts(rest)?,
        }
        self.frame.emit_return(Span::default(), None);
        Ok(())
    }

    /// Shows what an expression gives, as the prompt does.
    pub(super) fn show(&mut self, value: &'a Expr) -> Res {
        let register = self.value(value, Dst::Push)?;
        self.frame.emit(value.span, Op::Intrinsic, Intrinsic::PrintExpr as u8, register, register, 0);
        self.frame.release(register);
        Ok(())
    }

    fn new_frame(&self, scope: ScopeId) -> Res<Frame<'a>> {
        let known = self.scopes.get(scope);
        if known.locals.len() > 60_000 {
            return Err(self.too_large("local variables"));
        }
        let mut frame = Frame::new(scope, known.locals.len() as u16);
        frame.deleted = known.deleted.iter().copied().collect();
        frame.walrus = known.walrus.iter().copied().collect();
        Ok(frame)
    }

    /// Opens the frame of a scope; its qualified name follows from the frame around.
    pub(super) fn open(&mut self, scope: ScopeId, name: &str) -> Res {
        let qualname = self.child_qualname(name);
        let mut frame = self.new_frame(scope)?;
        frame.name = name.into();
        frame.qualname = qualname.into();
        self.outer.push(std::mem::replace(&mut self.frame, frame));
        Ok(())
    }

    /// Closes the frame and goes on in the one around.
    pub(super) fn close(&mut self, closing: Closing) -> Res<Arc<Code>> {
        self.frame.emit_return(Span::default(), None);
        let outer = self.outer.pop().unwrap_or_else(|| Frame::new(ScopeId::ROOT, 0));
        let frame = std::mem::replace(&mut self.frame, outer);
        self.assemble(frame, closing)
    }

    fn assemble(&mut self, frame: Frame<'a>, closing: Closing) -> Res<Arc<Code>> {
        if frame.overflow {
            return Err(self.too_large("variables and intermediate values"));
        }
        let scope = self.scopes.get(frame.home);
        let (name, qualname) = (frame.name.clone(), frame.qualname.clone());
        let (registers, finished) = frame.finish().map_err(|overflow| self.too_large(overflow.0))?;
        let signature = closing.signature;
        Ok(Arc::new(Code {
            name,
            qualname,
            kind: closing.kind,
            positional: signature.positional,
            positional_only: signature.positional_only,
            keyword_only: signature.keyword_only,
            varargs: signature.varargs,
            varkw: signature.varkw,
            locals: scope.locals.iter().map(|name| name.as_str().into()).collect(),
            cells: scope.cells.clone().into(),
            free: scope.free.iter().map(|name| name.as_str().into()).collect(),
            registers,
            instrs: finished.instrs,
            spans: finished.spans,
            consts: finished.consts,
            names: finished.names,
            sites: finished.sites,
            handlers: finished.handlers,
            doc: closing.doc,
            source: self.source.clone(),
            first_line: closing.first_line,
        }))
    }

    /// Boxes the locals that live in cells; parameters are bound.
    pub(super) fn prologue(&mut self, parameters: u16) {
        for at in 0..parameters {
            self.frame.flow.bound.insert(at);
        }
        let scope = self.scopes.get(self.frame.home);
        if scope.has_namespace() {
            self.frame.flow.bound.insert(0);
        }
        for &cell in &scope.cells {
            self.frame.emit(Span::default(), Op::MakeCell, 0, cell, 0, 0);
        }
    }

    /// The prologue of a function with a signature.
    pub(super) fn function_prologue(&mut self, signature: Signature) {
        self.frame.has_parameter = signature.positional > 0 || signature.varargs;
        self.prologue(signature.count());
    }

    /// Puts the namespace of the class around into register 0, where name lookups of annotation scopes expect it.
    pub(super) fn load_class_namespace(&mut self) {
        let scope = self.scopes.get(self.frame.home);
        if scope.sees_class
            && let Some(at) = scope.free.iter().position(|name| name == CLASS_DICT)
        {
            self.frame.emit(Span::default(), Op::LoadFree, 0, 0, at as u16, 0);
        }
    }

    /// `__qualname__` of something defined here.
    pub(super) fn child_qualname(&self, name: &str) -> String {
        let chain = self.outer.iter().chain([&self.frame]).rev();
        let kind_of = |frame: &Frame<'_>| self.scopes.get(frame.home).kind;
        let mut parents = chain.filter(|frame| kind_of(frame) != ScopeKind::TypeParams);
        let Some(parent) = parents.next() else { return name.to_owned() };
        match kind_of(parent) {
            ScopeKind::Module => name.to_owned(),
            ScopeKind::Class => format!("{}.{name}", parent.qualname),
            _ => format!("{}.<locals>.{name}", parent.qualname),
        }
    }

    /// `__qualname__` of a function or class, which is its bare name where that is declared global.
    pub(super) fn definition_qualname(&self, name: &str, mangled: &str) -> String {
        let global = self.frame.home != ScopeId::ROOT
            && self.scopes.get(self.frame.home).kind != ScopeKind::TypeParams
            && self.scopes.access(self.frame.scope, mangled) == Access::Global;
        if global { name.to_owned() } else { self.child_qualname(name) }
    }
}
