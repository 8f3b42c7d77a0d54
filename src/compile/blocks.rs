//! Blocks that a jump may leave, what leaving them runs, and the regions that their handlers cover.
//!
//! A region is closed while the exit code of its block is emitted in line (a `return` inside `try … finally`) and opened again
//! behind the jump, so that it never covers code that runs after the block was left.

use super::emit::Label;
use super::{Compiler, Res};
use crate::bytecode::{Const, Op};
use crate::source::Span;
use crate::syntax::ast::{Name, Stmt};

/// A stretch of code whose exceptions go to a handler.
pub(super) struct Region {
    start: u32,
    ranges: Vec<(u32, u32)>,
    target: Label,
    register: u16,
}

/// What runs when a jump leaves a block.
#[derive(Clone, Copy)]
pub(super) enum Exit<'a> {
    /// Nothing.
    Nothing,
    /// A loop: drops its iterator. `top` is the first register free in its body.
    Loop { on_break: Label, on_continue: Label, iterator: Option<u16>, top: u16 },
    /// Runs a `finally` body.
    Finally(&'a [Stmt]),
    /// Calls `__exit__`, looked up in the two registers from `pair` on.
    With { pair: u16, is_async: bool, span: Span },
    /// Leaves a handler: the exception handled before is in the register.
    PopExc(u16),
    /// Unbinds the name of `except … as`.
    Unbind(&'a Name, Span),
}

/// A block around the code that is being emitted.
pub(super) struct Block<'a> {
    pub exit: Exit<'a>,
    region: Option<Region>,
}

impl<'a> Compiler<'a> {
    /// Enters a block without a handler.
    pub(super) fn enter(&mut self, exit: Exit<'a>) {
        self.frame.blocks.push(Block { exit, region: None });
    }

    /// Enters a block whose exceptions go to `target`, into `register`.
    pub(super) fn protect(&mut self, exit: Exit<'a>, target: Label, register: u16) {
        let region = Region { start: self.frame.emitter.here(), ranges: Vec::new(), target, register };
        self.frame.blocks.push(Block { exit, region: Some(region) });
    }

    /// Leaves a block at its regular end; nothing is run.
    pub(super) fn leave(&mut self) {
        let here = self.frame.emitter.here();
        let Some(Block { region: Some(region), .. }) = self.frame.blocks.pop() else { return };
        for (start, end) in region.ranges.into_iter().chain([(region.start, here)]) {
            self.frame.emitter.handler(start, end, region.target, region.register);
        }
    }

    /// Emits what leaving all blocks above `depth` runs. The blocks come back; hand them to [`Compiler::resume`] after the jump.
    pub(super) fn unwind(&mut self, depth: usize, returning: bool) -> Res<Vec<Block<'a>>> {
        let mut left = Vec::new();
        while self.frame.blocks.len() > depth {
            let Some(mut block) = self.frame.blocks.pop() else { break };
            let here = self.frame.emitter.here();
            if let Some(region) = &mut block.region {
                region.ranges.push((region.start, here));
            }
            self.run_exit(block.exit, returning)?;
            left.push(block);
        }
        Ok(left)
    }

    /// Goes on inside the blocks that a jump has left.
    pub(super) fn resume(&mut self, mut left: Vec<Block<'a>>) {
        let here = self.frame.emitter.here();
        while let Some(mut block) = left.pop() {
            if let Some(region) = &mut block.region {
                region.start = here;
            }
            self.frame.blocks.push(block);
        }
    }

    fn run_exit(&mut self, exit: Exit<'a>, returning: bool) -> Res {
        match exit {
            Exit::Nothing => {}
            Exit::Loop { iterator: Some(iterator), .. } => {
                // Where the frame ends at once the iterator goes with it.
                if !returning || self.any_exit_code() {
                    self.clear(iterator);
                }
            }
            Exit::Loop { iterator: None, .. } => {}
            Exit::Finally(body) => self.stmts(body)?,
            Exit::With { pair, is_async, span } => self.call_exit_normally(pair, is_async, span),
            Exit::PopExc(previous) => {
                self.frame.emit(Span::default(), Op::PopExc, 0, previous, 0, 0);
                if !returning || self.any_exit_code() {
                    // The exception itself stands in the register before.
                    self.clear(previous - 1);
                }
            }
            Exit::Unbind(name, span) => self.unbind(name, span),
        }
        Ok(())
    }

    /// Whether leaving the blocks around runs code of the user's.
    pub(super) fn any_exit_code(&self) -> bool {
        self.frame.blocks.iter().any(|block| matches!(block.exit, Exit::Finally(_) | Exit::With { .. } | Exit::Unbind(..)))
    }

    /// Whether an exception here would go on inside this frame.
    pub(super) fn is_protected(&self) -> bool {
        self.frame.blocks.iter().any(|block| block.region.is_some())
    }

    /// Unsets one register.
    pub(super) fn clear(&mut self, register: u16) {
        let span = self.frame.emitter.last_span();
        self.frame.emit(span, Op::Clear, 0, register, 0, 1);
        if self.frame.is_temp(register) {
            self.frame.flow.clean(register);
        } else {
            self.frame.flow.bound.remove(register);
        }
    }

    /// Calls an exit method with three Nones; its result is left behind as a temporary.
    pub(super) fn call_exit_normally(&mut self, pair: u16, is_async: bool, span: Span) {
        let mark = self.frame.top;
        let window = self.frame.push_many(5);
        self.frame.emit(span, Op::Take, 0, window, pair, 0);
        self.frame.emit(span, Op::Take, 0, window + 1, pair + 1, 0);
        for at in 2..5 {
            self.frame.load_const(span, window + at, Const::None);
        }
        self.frame.emit(span, Op::CallMethod, 3, window, window, 0);
        self.frame.taken(window + 1, 4);
        if is_async {
            self.frame.emit(span, Op::GetAwaitable, 2, window, window, 0);
            self.frame.emit(span, Op::YieldFrom, 0, window, window, 0);
        }
        self.frame.release(mark);
    }

    /// `break` and `continue`.
    pub(super) fn loop_jump(&mut self, span: Span, is_break: bool) -> Res {
        let found = self.frame.blocks.iter().enumerate().rev().find_map(|(at, block)| match block.exit {
            Exit::Loop { on_break, on_continue, top, .. } => Some((at, on_break, on_continue, top)),
            _ => None,
        });
        let Some((at, on_break, on_continue, top)) = found else {
            return Err(self.unsupported(span, "a jump out of no loop"));
        };
        let left = self.unwind(at + 1, false)?;
        let before = self.frame.top;
        self.frame.release(top);
        self.frame.flush();
        self.frame.release(before);
        if is_break {
            self.frame.jump(span, on_break);
        } else {
            self.frame.jump_back(span, on_continue);
        }
        self.resume(left);
        Ok(())
    }
}
