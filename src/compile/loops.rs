//! `for`, `while`, `async for`.

use super::blocks::Exit;
use super::emit::Label;
use super::{Compiler, Dst, Res};
use crate::bytecode::{Instr, Op};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, For, Stmt};

impl<'a> Compiler<'a> {
    pub(super) fn while_(&mut self, span: Span, test: &'a Expr, body: &'a [Stmt], orelse: &'a [Stmt]) -> Res {
        let (head, exit, end) = (self.frame.label(), self.frame.label(), self.frame.label());
        self.frame.flush();
        self.frame.bind_head(head);
        self.branch(test, false, exit)?;
        self.enter(Exit::Loop { on_break: end, on_continue: head, iterator: None, top: self.frame.top });
        self.stmts(body)?;
        self.leave();
        self.frame.jump_back(span, head);
        self.frame.bind(exit);
        self.stmts(orelse)?;
        self.frame.bind(end);
        Ok(())
    }

    pub(super) fn for_(&mut self, span: Span, node: &'a For) -> Res {
        if node.is_async {
            return self.async_for(span, node);
        }
        let mark = self.frame.top;
        let iterator = self.push_iterator(&node.iter)?;
        self.frame.flush();
        let (head, exit, end) = (self.frame.label(), self.frame.label(), self.frame.label());
        self.frame.bind_head(head);
        self.next_into(&node.target, node.iter.span, iterator, exit)?;
        self.enter(Exit::Loop { on_break: end, on_continue: head, iterator: Some(iterator), top: self.frame.top });
        self.stmts(&node.body)?;
        self.leave();
        self.frame.jump_back(span, head);
        self.frame.bind(exit);
        self.frame.release(mark);
        self.stmts(&node.orelse)?;
        self.frame.bind(end);
        Ok(())
    }

    /// Evaluates an iterable and pushes its iterator.
    pub(super) fn push_iterator(&mut self, iter: &'a Expr) -> Res<u16> {
        let mark = self.frame.top;
        let iterable = match self.fold_iterated(iter) {
            Some(constant) => self.constant(iter.span, constant, Dst::Push),
            None => self.operand(iter)?,
        };
        let iterator = self.finish(mark, Dst::Push);
        self.frame.emit(iter.span, Op::GetIter, 0, iterator, iterable, 0);
        Ok(iterator)
    }

    /// The next item into a target; at the end to `exit`, with the iterator dropped.
    pub(super) fn next_into(&mut self, target: &'a Expr, span: Span, iterator: u16, exit: Label) -> Res {
        let mark = self.frame.top;
        let local = match &target.kind {
            ExprKind::Name(name) => self.local(name),
            _ => None,
        };
        let item = local.unwrap_or_else(|| self.frame.push());
        let iterator_is_temp = self.frame.is_temp(iterator);
        self.frame.flow.clean(iterator);
        self.frame.branch(span, Instr::new(Op::ForIter, 0, item, iterator, 0), exit);
        if iterator_is_temp {
            self.frame.written(iterator, 1);
        }
        self.frame.written(item, 1);
        if local.is_none() {
            self.store_target(target, item)?;
        }
        self.frame.release(mark);
        Ok(())
    }

    fn async_for(&mut self, span: Span, node: &'a For) -> Res {
        let mark = self.frame.top;
        let iterable = self.operand(&node.iter)?;
        let iterator = self.finish(mark, Dst::Push);
        self.frame.emit(node.iter.span, Op::GetAIter, 0, iterator, iterable, 0);
        self.frame.flush();
        let (head, exhausted, end) = (self.frame.label(), self.frame.label(), self.frame.label());
        self.frame.bind_head(head);
        let before = self.frame.flow.clone();
        self.async_next(&node.target, node.iter.span, iterator, exhausted)?;
        self.enter(Exit::Loop { on_break: end, on_continue: head, iterator: Some(iterator), top: self.frame.top });
        self.stmts(&node.body)?;
        self.leave();
        self.frame.jump_back(span, head);
        self.frame.bind_handler(exhausted, &before, iterator + 1);
        self.frame.emit(node.iter.span, Op::EndAsyncFor, 0, iterator + 1, 0, 0);
        self.frame.release(mark);
        self.stmts(&node.orelse)?;
        self.frame.bind(end);
        Ok(())
    }

    /// Awaits the next item into a target; StopAsyncIteration goes to `exhausted`, in the register after the iterator's.
    pub(super) fn async_next(&mut self, target: &'a Expr, span: Span, iterator: u16, exhausted: Label) -> Res {
        let awaitable = self.frame.push();
        let local = match &target.kind {
            ExprKind::Name(name) => self.local(name),
            _ => None,
        };
        let item = local.unwrap_or(awaitable);
        self.protect(Exit::Nothing, exhausted, awaitable);
        self.frame.emit(span, Op::GetANext, 0, awaitable, iterator, 0);
        self.frame.emit(span, Op::YieldFrom, 0, item, awaitable, 0);
        self.leave();
        if local.is_none() {
            self.store_target(target, item)?;
        }
        self.frame.release(awaitable);
        Ok(())
    }
}
