//! `try`, `except`, `except*`, `finally`.
//!
//! Two temporaries live while a handler runs: the exception, and what was handled before it. A `finally` body is emitted once
//! for each way out of the block.

use super::blocks::Exit;
use super::emit::Label;
use super::frame::Flow;
use super::{Compiler, Res};
use crate::bytecode::{Instr, Op};
use crate::source::Span;
use crate::syntax::ast::{ExceptHandler, Try};

impl<'a> Compiler<'a> {
    pub(super) fn try_(&mut self, span: Span, node: &'a Try) -> Res {
        if node.finalbody.is_empty() {
            return self.try_except(span, node);
        }
        let mark = self.frame.top;
        let (failed, end) = (self.frame.label(), self.frame.label());
        let before = self.frame.flow.clone();
        self.protect(Exit::Finally(&node.finalbody), failed, mark);
        if node.handlers.is_empty() {
            self.stmts(&node.body)?;
            self.stmts(&node.orelse)?;
        } else {
            self.try_except(span, node)?;
        }
        self.leave();
        self.stmts(&node.finalbody)?;
        self.frame.jump(span, end);
        let (exception, previous, failed_again) = self.enter_handler(failed, &before);
        self.stmts(&node.finalbody)?;
        self.leave();
        self.leave_and_reraise(span, exception, previous);
        self.reraise_out_of_handler(failed_again, &before, previous);
        self.frame.release(mark);
        self.frame.bind(end);
        Ok(())
    }

    /// Begins a handler: the registers of the exception and of what was handled before, and the label that exceptions in the
    /// handler go to.
    pub(super) fn enter_handler(&mut self, label: Label, before: &Flow) -> (u16, u16, Label) {
        let exception = self.frame.push();
        let previous = self.frame.push();
        self.frame.bind_handler(label, before, exception);
        self.frame.emit(Span::default(), Op::PushExc, 0, previous, exception, 0);
        let failed = self.frame.label();
        self.protect(Exit::PopExc(previous), failed, previous + 1);
        (exception, previous, failed)
    }

    /// Ends a handler that passes its exception on.
    pub(super) fn leave_and_reraise(&mut self, span: Span, exception: u16, previous: u16) {
        self.frame.emit(span, Op::PopExc, 0, previous, 0, 0);
        self.frame.emit(span, Op::Reraise, 0, exception, 0, 0);
    }

    /// Where exceptions raised inside a handler go: the handler is left, the new exception goes on.
    pub(super) fn reraise_out_of_handler(&mut self, label: Label, before: &Flow, previous: u16) {
        self.frame.bind_handler(label, before, previous + 1);
        self.leave_and_reraise(Span::default(), previous + 1, previous);
    }

    fn try_except(&mut self, span: Span, node: &'a Try) -> Res {
        let mark = self.frame.top;
        let (failed, end) = (self.frame.label(), self.frame.label());
        let before = self.frame.flow.clone();
        self.protect(Exit::Nothing, failed, mark);
        self.stmts(&node.body)?;
        self.leave();
        self.stmts(&node.orelse)?;
        self.frame.jump(span, end);
        let (exception, previous, failed_again) = self.enter_handler(failed, &before);
        if node.is_star {
            self.star_handlers(span, &node.handlers, exception, previous, end)?;
        } else {
            for handler in &node.handlers {
                self.handler(handler, exception, end)?;
            }
            self.leave();
            self.leave_and_reraise(span, exception, previous);
        }
        self.reraise_out_of_handler(failed_again, &before, previous);
        self.frame.release(mark);
        self.frame.bind(end);
        Ok(())
    }

    fn handler(&mut self, handler: &'a ExceptHandler, exception: u16, end: Label) -> Res {
        if !self.frame.flow.reachable {
            return Ok(());
        }
        let mark = self.frame.top;
        let next = self.frame.label();
        if let Some(typ) = &handler.typ {
            let class = self.operand(typ)?;
            self.frame.release(mark);
            self.frame.branch(typ.span, Instr::new(Op::JumpIfNotExcMatch, 0, exception, class, 0), next);
        }
        self.handler_body(handler, exception)?;
        let left = self.unwind(self.frame.blocks.len() - 1, false)?;
        self.frame.release(exception);
        self.frame.flush();
        self.frame.jump(handler.span, end);
        self.resume(left);
        self.frame.release(mark);
        self.frame.bind(next);
        Ok(())
    }

    /// Binds the name of a handler, runs its body, unbinds it; on an exception in the body too.
    fn handler_body(&mut self, handler: &'a ExceptHandler, exception: u16) -> Res {
        let Some(name) = &handler.name else { return self.stmts(&handler.body) };
        let mark = self.frame.top;
        self.copy_to_name(&name.name, exception, name.span);
        let unbind_label = self.frame.label();
        let before = self.frame.flow.clone();
        self.protect(Exit::Unbind(&name.name, name.span), unbind_label, mark);
        self.stmts(&handler.body)?;
        self.leave();
        self.unbind(&name.name, name.span);
        let end = self.frame.label();
        self.frame.jump(handler.span, end);
        let raised = self.frame.push();
        self.frame.bind_handler(unbind_label, &before, raised);
        self.unbind(&name.name, name.span);
        self.frame.emit(Span::default(), Op::Reraise, 0, raised, 0, 0);
        self.frame.release(mark);
        self.frame.bind(end);
        Ok(())
    }

    /// Binds a name to a register's value and keeps the register.
    pub(super) fn copy_to_name(&mut self, name: &'a crate::syntax::ast::Name, value: u16, span: Span) {
        match self.local(name) {
            Some(local) => self.frame.emit(span, Op::Move, 0, local, value, 0),
            None => self.store(name, value, span),
        }
    }

    /// The clauses of `except*`: each gets the part of the group that it matches; what they raise and what none matched is
    /// raised together at the end.
    fn star_handlers(&mut self, span: Span, handlers: &'a [ExceptHandler], exception: u16, previous: u16, end: Label) -> Res {
        let list = self.frame.push();
        self.frame.emit(span, Op::BuildList, 0, list, list, 0);
        let rest = self.frame.push();
        self.frame.emit(span, Op::Move, 0, rest, exception, 0);
        for handler in handlers {
            self.star_handler(handler, rest, list)?;
        }
        let complete = self.frame.label();
        self.branch_none(span, rest, true, complete);
        self.frame.emit(span, Op::ListAppend, 0, list, rest, 0);
        self.frame.bind(complete);
        let raised = self.frame.push();
        self.frame.emit(span, Op::PrepReraiseStar, 0, raised, exception, list);
        let reraise = self.frame.label();
        self.branch_none(span, raised, false, reraise);
        self.leave();
        self.frame.emit(span, Op::PopExc, 0, previous, 0, 0);
        self.frame.release(exception);
        self.frame.flush();
        self.frame.jump(span, end);
        self.frame.bind(reraise);
        self.leave_and_reraise(span, raised, previous);
        Ok(())
    }

    fn star_handler(&mut self, handler: &'a ExceptHandler, rest: u16, list: u16) -> Res {
        let mark = self.frame.top;
        let next = self.frame.label();
        let Some(typ) = &handler.typ else { return Err(self.unsupported(handler.span, "except* without a type")) };
        let matched = self.frame.push();
        let class = self.operand(typ)?;
        // Nothing may be left to match after the clauses before.
        self.branch_none(typ.span, rest, true, next);
        self.frame.emit(handler.span, Op::MatchExcStar, 0, matched, rest, class);
        self.frame.release(matched + 1);
        self.frame.flush();
        let outer = self.frame.push();
        self.branch_none(typ.span, matched, true, next);
        self.frame.emit(handler.span, Op::PushExc, 0, outer, matched, 0);
        let failed = self.frame.label();
        let before = self.frame.flow.clone();
        self.protect(Exit::PopExc(outer), failed, outer + 1);
        self.handler_body(handler, matched)?;
        self.leave();
        self.frame.emit(handler.span, Op::PopExc, 0, outer, 0, 0);
        self.frame.jump(handler.span, next);
        let raised = self.frame.push();
        self.frame.bind_handler(failed, &before, raised);
        self.frame.emit(handler.span, Op::PopExc, 0, outer, 0, 0);
        self.frame.emit(handler.span, Op::ListAppend, 0, list, raised, 0);
        self.frame.release(mark);
        self.frame.bind(next);
        self.frame.flush();
        Ok(())
    }
}
