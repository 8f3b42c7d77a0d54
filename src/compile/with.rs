//! `with` and `async with`.
//!
//! Six registers from the first free one on: the exit method in two, three arguments for it, the exception in the sixth. So
//! the call on an exception needs no copies.

use super::blocks::Exit;
use super::{Compiler, Res};
use crate::bytecode::{Instr, Op};
use crate::source::Span;
use crate::syntax::ast::{Stmt, WithItem};

impl<'a> Compiler<'a> {
    pub(super) fn with(&mut self, span: Span, is_async: bool, items: &'a [WithItem], body: &'a [Stmt]) -> Res {
        let Some((item, rest)) = items.split_first() else { return self.stmts(body) };
        let place = item.context.span;
        let mark = self.frame.top;
        // The exit pair lies lowest, under the manager that it is looked up on.
        let pair = self.frame.push_many(2);
        let manager = self.operand(&item.context)?;
        let (enter, exit) = if is_async { (2, 3) } else { (0, 1) };
        self.frame.emit(place, Op::LoadSpecial, exit, pair, manager, 0);
        self.frame.written(pair, 2);
        let window = self.frame.push_many(2);
        self.frame.emit(place, Op::LoadSpecial, enter, window, manager, 0);
        self.frame.taken(window, 2);
        self.frame.emit(place, Op::CallMethod, 0, window, window, 0);
        if is_async {
            self.frame.emit(place, Op::GetAwaitable, 1, window, window, 0);
            self.frame.emit(place, Op::YieldFrom, 0, window, window, 0);
        }
        let (failed, end) = (self.frame.label(), self.frame.label());
        let before = self.frame.flow.clone();
        self.protect(Exit::With { pair, is_async, span: place }, failed, pair + 5);
        if let Some(target) = &item.target {
            self.store_target(target, window)?;
        }
        self.frame.release(pair + 2);
        self.frame.flush();
        self.with(span, is_async, rest, body)?;
        self.leave();
        self.call_exit_normally(pair, is_async, place);
        self.frame.flush();
        self.frame.jump(span, end);
        self.exit_on_exception(place, is_async, pair, (failed, &before));
        self.frame.release(mark);
        self.frame.flush();
        self.frame.bind(end);
        Ok(())
    }

    fn exit_on_exception(
        &mut self,
        span: Span,
        is_async: bool,
        pair: u16,
        (label, before): (super::emit::Label, &super::frame::Flow),
    ) {
        self.frame.release(pair + 5);
        let (exception, previous, failed) = self.enter_handler(label, before);
        self.frame.emit(span, Op::ExcTriple, 0, pair + 2, exception, 0);
        self.frame.taken(pair + 1, 4);
        self.frame.emit(span, Op::CallMethod, 3, pair, pair, 0);
        if is_async {
            self.frame.emit(span, Op::GetAwaitable, 2, pair, pair, 0);
            self.frame.emit(span, Op::YieldFrom, 0, pair, pair, 0);
        }
        let swallowed = self.frame.label();
        self.frame.taken(pair, 1);
        self.frame.branch(span, Instr::wide(Op::JumpIf, 0b11, pair, 0), swallowed);
        self.leave();
        self.leave_and_reraise(span, exception, previous);
        self.frame.bind(swallowed);
        self.frame.emit(span, Op::PopExc, 0, previous, 0, 0);
        self.frame.release(pair);
        self.frame.flush();
        let end = self.frame.label();
        self.frame.jump(span, end);
        self.reraise_out_of_handler(failed, before, previous);
        self.frame.bind(end);
    }
}
