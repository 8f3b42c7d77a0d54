//! Statements: the dispatch, and the simple ones.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Instr, NONE, Op};
use crate::source::Span;
use crate::syntax::ast::{Elif, Expr, Stmt, StmtKind};

impl<'a> Compiler<'a> {
    /// A block. What can't be reached is left out.
    pub(super) fn stmts(&mut self, body: &'a [Stmt]) -> Res {
        self.frame.flush();
        for stmt in body {
            if !self.frame.flow.reachable {
                return Ok(());
            }
            self.stmt(stmt)?;
            self.frame.flush();
        }
        Ok(())
    }

    fn stmt(&mut self, stmt: &'a Stmt) -> Res {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Expr(value) if self.shows && self.outer.is_empty() => self.show(value),
            StmtKind::Expr(value) => self.discard(value),
            StmtKind::Assign { targets, value } => self.assign(targets, value),
            StmtKind::AugAssign { target, op, value } => self.augmented(span, target, *op, value),
            StmtKind::AnnAssign { target, value, .. } => self.annotated(target, value.as_deref()),
            StmtKind::Return(value) => self.return_(span, value.as_deref()),
            StmtKind::If { test, body, elifs, orelse } => self.if_(span, test, body, elifs, orelse),
            StmtKind::For(node) => self.for_(span, node),
            StmtKind::While { test, body, orelse } => self.while_(span, test, body, orelse),
            StmtKind::Try(node) => self.try_(span, node),
            StmtKind::With { is_async, items, body } => self.with(span, *is_async, items, body),
            StmtKind::FunctionDef(def) => self.function_def(span, def),
            StmtKind::ClassDef(def) => self.class_def(span, def),
            StmtKind::Match { subject, cases } => self.match_(span, subject, cases),
            StmtKind::Raise { exc, cause } => self.raise(span, exc.as_deref(), cause.as_deref()),
            StmtKind::Assert { test, msg } => self.assert(span, test, msg.as_deref()),
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Import(names) => self.import(span, names),
            StmtKind::ImportFrom { module, names, level } => self.import_from(span, module.as_ref(), names, *level),
            StmtKind::TypeAlias(alias) => self.type_alias(span, alias),
            StmtKind::Break => self.loop_jump(span, true),
            StmtKind::Continue => self.loop_jump(span, false),
            StmtKind::Global(_) | StmtKind::Nonlocal(_) | StmtKind::Pass => Ok(()),
        }
    }

    fn return_(&mut self, span: Span, value: Option<&'a Expr>) -> Res {
        let mark = self.frame.top;
        let register = match value {
            None => None,
            Some(value) => match self.fold(value) {
                Some(Const::None) => None,
                Some(constant) => Some(self.constant(value.span, constant, Dst::Push)),
                // Code that runs on the way out must not change what is returned.
                None if self.any_exit_code() => Some(self.value(value, Dst::Push)?),
                None => Some(self.operand(value)?),
            },
        };
        let left = self.unwind(0, true)?;
        self.frame.emit_return(span, register);
        self.resume(left);
        self.frame.release(mark);
        Ok(())
    }

    fn if_(&mut self, span: Span, test: &'a Expr, body: &'a [Stmt], elifs: &'a [Elif], orelse: &'a [Stmt]) -> Res {
        let end = self.frame.label();
        let arms = [(test, body)].into_iter().chain(elifs.iter().map(|elif| (&elif.test, elif.body.as_slice())));
        let count = 1 + elifs.len();
        for (at, (test, body)) in arms.enumerate() {
            let other = self.frame.label();
            self.branch(test, false, other)?;
            self.stmts(body)?;
            if at + 1 < count || !orelse.is_empty() {
                self.frame.flush();
                self.frame.jump(span, end);
            }
            self.frame.bind(other);
        }
        self.stmts(orelse)?;
        self.frame.bind(end);
        Ok(())
    }

    fn raise(&mut self, span: Span, exc: Option<&'a Expr>, cause: Option<&'a Expr>) -> Res {
        let mark = self.frame.top;
        let exc = exc.map_or(Ok(NONE), |exc| self.operand(exc))?;
        let cause = cause.map_or(Ok(NONE), |cause| self.operand(cause))?;
        self.frame.emit(span, Op::Raise, 0, exc, cause, 0);
        self.frame.release(mark);
        Ok(())
    }

    fn assert(&mut self, span: Span, test: &'a Expr, msg: Option<&'a Expr>) -> Res {
        let good = self.frame.label();
        self.branch(test, true, good)?;
        let mark = self.frame.top;
        let exc = self.frame.push();
        self.frame.emit(span, Op::LoadAssertionError, 0, exc, 0, 0);
        if let Some(msg) = msg {
            self.value(msg, Dst::Push)?;
            self.frame.taken(exc, 2);
            self.frame.emit(span, Op::Call, 1, exc, exc, 0);
        }
        // The failing test is what CPython underlines.
        self.frame.emit(test.span, Op::Raise, 0, exc, NONE, 0);
        self.frame.release(mark);
        self.frame.bind(good);
        Ok(())
    }

    /// Jumps where a register is None, or where it is not.
    pub(super) fn branch_none(&mut self, span: Span, register: u16, sense: bool, target: super::emit::Label) {
        self.frame.branch(span, Instr::wide(Op::JumpIfNone, u8::from(sense), register, 0), target);
    }
}
