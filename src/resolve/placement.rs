//! The first pass: what may stand where (`return`, `break`, `await`, `yield`, `async for`, …).

use super::collect::Collector;
use super::error::{Res, helped, problem};
use super::scope::ScopeKind;
use crate::diag::Code;
use crate::source::Span;

/// A statement around, as far as it matters for jumps out of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Around {
    /// The body of a loop.
    Loop,
    /// A `finally` block.
    Finally,
    /// An `except*` block.
    ExceptStar,
}

const NO_JUMP_OUT: &str = "'break', 'continue' and 'return' cannot appear in an except* block";

/// Blocks that may stand in each other, as many as CPython takes; a generator or coroutine as a whole counts as one.
const MOST_BLOCKS: usize = 21;
const TOO_MANY_BLOCKS: &str = "too many statically nested blocks";

impl Collector {
    /// Walks what stands inside `count` more blocks.
    pub(super) fn within(&mut self, count: usize, span: Span, walk: impl FnOnce(&mut Self) -> Res) -> Res {
        self.blocks += count;
        if self.blocks > MOST_BLOCKS {
            return Err(problem(Code::TOO_DEEP, span, TOO_MANY_BLOCKS));
        }
        if self.blocks == MOST_BLOCKS && self.brim.is_none() {
            self.brim = Some(span);
        }
        walk(self)?;
        self.blocks -= count;
        Ok(())
    }

    pub(super) fn check_return(&mut self, span: Span, has_value: bool) -> Res {
        if self.kind() != ScopeKind::Function {
            return Err(problem(Code::MISPLACED, span, "'return' outside function"));
        }
        self.check_leaving(span, "return", |_| false)?;
        if has_value {
            self.value_return.get_or_insert(span);
        }
        Ok(())
    }

    pub(super) fn check_loop_jump(&mut self, span: Span, word: &'static str) -> Res {
        if !self.around.iter().rev().take_while(|&&at| at != Around::ExceptStar).any(|&at| at == Around::Loop) {
            if self.around.contains(&Around::ExceptStar) {
                return Err(problem(Code::MISPLACED, span, NO_JUMP_OUT));
            }
            let text = if word == "break" { "'break' outside loop" } else { "'continue' not properly in loop" };
            return Err(problem(Code::MISPLACED, span, text));
        }
        self.check_leaving(span, word, |at| at == Around::Loop)
    }

    /// Looks at the statements that a jump leaves, up to the one where it stops.
    fn check_leaving(&mut self, span: Span, word: &str, stop: impl Fn(Around) -> bool) -> Res {
        let mut warned = false;
        for at in self.around.clone().into_iter().rev().take_while(|&at| !stop(at)) {
            match at {
                Around::ExceptStar => return Err(problem(Code::MISPLACED, span, NO_JUMP_OUT)),
                Around::Finally if !warned => {
                    warned = true;
                    self.warn(span, format!("'{word}' in a 'finally' block"));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Whether the current scope is one where `await` may stand as it is.
    fn may_await(&self) -> bool {
        let scope = &self.scopes[self.current.index()];
        match scope.kind {
            ScopeKind::Function => scope.is_async,
            ScopeKind::Module => self.options.top_level_await,
            _ => false,
        }
    }

    fn is_comprehension(&self) -> bool {
        matches!(self.kind(), ScopeKind::Comprehension | ScopeKind::GeneratorExpr)
    }

    /// `await`, `async for`, `async with`: `word` is the construct as CPython quotes it.
    pub(super) fn check_await(&mut self, span: Span, word: &str) -> Res {
        if word == "await" {
            self.check_lazy(span, "await expression")?;
        }
        if self.is_comprehension() {
            self.scope().is_async = true;
            return Ok(());
        }
        if self.may_await() {
            if self.kind() == ScopeKind::Module {
                self.scope().is_async = true;
            }
            return Ok(());
        }
        let in_function = matches!(self.kind(), ScopeKind::Function | ScopeKind::Lambda);
        let place = if word == "await" && !in_function { "function" } else { "async function" };
        let help = if self.kind() == ScopeKind::Function {
            "make the function around it `async def`"
        } else {
            "put it into an `async def` function and run that with asyncio.run()"
        };
        Err(helped(Code::MISPLACED, span, format!("'{word}' outside {place}"), help))
    }

    /// A list, set or dict comprehension that awaits has just been closed: the scope around must allow it.
    pub(super) fn check_async_comprehension(&mut self, span: Span) -> Res {
        if self.is_comprehension() {
            self.scope().is_async = true;
            return Ok(());
        }
        if self.may_await() {
            if self.kind() == ScopeKind::Module {
                self.scope().is_async = true;
            }
            return Ok(());
        }
        let text = "asynchronous comprehension outside of an asynchronous function";
        Err(problem(Code::MISPLACED, span, text))
    }

    /// `yield` and `yield from`.
    pub(super) fn check_yield(&mut self, span: Span, from: bool) -> Res {
        self.check_lazy(span, "yield expression")?;
        match self.kind() {
            ScopeKind::Function | ScopeKind::Lambda => {}
            ScopeKind::GeneratorExpr => {
                return Err(problem(Code::MISPLACED, span, "'yield' inside generator expression"));
            }
            ScopeKind::Comprehension => {
                let text = format!("'yield' inside {}", self.comprehension_name);
                return Err(problem(Code::MISPLACED, span, text));
            }
            _ => return Err(problem(Code::MISPLACED, span, "'yield' outside function")),
        }
        let scope = self.scope();
        if from && scope.is_async {
            return Err(problem(Code::MISPLACED, span, "'yield from' inside async function"));
        }
        scope.is_generator = true;
        Ok(())
    }

    /// What may not stand in annotations, type aliases and the like.
    pub(super) fn check_lazy(&mut self, span: Span, what: &str) -> Res {
        match self.lazy {
            Some(place) => Err(problem(Code::MISPLACED, span, format!("{what} cannot be used within {place}"))),
            None => Ok(()),
        }
    }

    /// At the end of a function.
    pub(super) fn check_function_end(&mut self) -> Res {
        let scope = &self.scopes[self.current.index()];
        if let Some(span) = self.brim.filter(|_| scope.is_async || scope.is_generator) {
            return Err(problem(Code::TOO_DEEP, span, TOO_MANY_BLOCKS));
        }
        match self.value_return {
            Some(span) if scope.is_async && scope.is_generator => {
                Err(problem(Code::MISPLACED, span, "'return' with value in async generator"))
            }
            _ => Ok(()),
        }
    }
}
