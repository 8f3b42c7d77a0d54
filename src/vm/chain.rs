//! Chains of generators: where a resting one and those that it delegates to stand, what is handled further out, chains that come apart.
//!
//! Each generator handles exceptions of its own. While it runs, it keeps what whoever went on with it handled before; the exception that
//! code sees as handled is the first one from it outwards. A chain at rest is turned by one: its root keeps what the innermost one handles.
#![allow(unsafe_code)]

use super::generator::Sent;
use crate::heap::Gc;
use crate::object::{AsyncStep, CodeObject, Dict, Exception, GenState, Generator, GeneratorKind, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Resumed, Vm};

/// What can be seen of a generator's frame: instruction, namespace of the module, local variables.
pub type GeneratorFrame = (u32, Gc<Dict>, Vec<(Gc<Str>, Value)>);

impl Vm {
    /// The codes of a resting chain of generators, outermost first, each with the instruction that it rests at. One that runs or has not
    /// begun stands alone; one that has finished stands nowhere.
    pub fn generator_stack(&self, generator: &Gc<Generator>) -> Vec<(Gc<CodeObject>, u32)> {
        let root: *const Generator = &raw const **generator;
        let resting = generator.state.get() == GenState::Suspended;
        let mut member = if resting { generator.innermost.get() } else { root };
        let mut places = Vec::new();
        // SAFETY: `innermost` and each `awaiter` up to the root are kept alive by the root's chain while it rests.
        while let Some(current) = unsafe { member.as_ref() } {
            if let Some(instr) = instruction(current) {
                places.push((current.code.clone(), instr));
            }
            if std::ptr::eq(current, root) {
                break;
            }
            member = current.awaiter.get();
        }
        places.reverse();
        places
    }

    /// The instruction that a generator stands at, the namespace of its module and its local variables; none of one that has finished.
    pub fn generator_frame(&self, generator: &Generator) -> Option<GeneratorFrame> {
        let instr = instruction(generator)?;
        let frame = generator.frame.get();
        // SAFETY: as in `instruction`.
        let globals = unsafe { frame.as_ref() }?.function.globals.clone();
        Some((instr, globals, self.locals_of(frame)))
    }

    /// The exception that is being handled (`sys.exception()`).
    #[inline]
    pub fn handled_exception(&self) -> Option<&Gc<Exception>> {
        match self.handled.gc::<Exception>() {
            None if self.keepers > 0 => self.handled_further_out(),
            own => own,
        }
    }

    /// What those handle that went on with the running generators.
    fn handled_further_out(&self) -> Option<&Gc<Exception>> {
        let mut frame = self.frame;
        // SAFETY: frames from the running one along `back` are initialised, and the generators among them run; nobody
        // changes what they keep before the caller is done with it.
        unsafe {
            while let Some(current) = frame.as_ref() {
                if let Some(generator) = current.generator.as_ref()
                    && let Some(handled) = (*generator.handled.as_ptr()).gc::<Exception>()
                {
                    return Some(handled);
                }
                frame = current.back;
            }
        }
        None
    }

    /// Runs something while an exception is handled.
    pub fn while_handling<R>(&mut self, raised: Raised, body: impl FnOnce(&mut Vm) -> R) -> R {
        let before = std::mem::replace(&mut self.handled, raised.0.into());
        let result = body(self);
        self.handled = before;
        result
    }

    /// Forgets what is handled outside of all generators.
    pub fn nothing_handled(&mut self) {
        self.handled = Value::None;
    }

    /// What a generator says that runs already.
    #[cold]
    pub(super) fn already_executing(&self, generator: &Generator) -> Raised {
        self.value_error(match generator.kind {
            GeneratorKind::Generator => "generator already executing",
            GeneratorKind::Coroutine => "coroutine already executing",
            GeneratorKind::AsyncGenerator => "async generator already executing",
        })
    }

    /// Takes a generator that rests, and those that it delegates to, out of the chain that waits for it: each part goes on by itself.
    #[inline]
    pub(super) fn detach(&mut self, generator: &Generator) -> Result<()> {
        if generator.awaiter.get().is_null() { Ok(()) } else { self.split(generator) }
    }

    #[cold]
    fn split(&mut self, generator: &Generator) -> Result<()> {
        let awaiter = generator.awaiter.get();
        // SAFETY: an awaiter lives as long as it delegates; `innermost` of the root is a living member of its chain.
        unsafe {
            let mut root = awaiter;
            while !(*root).awaiter.get().is_null() {
                root = (*root).awaiter.get();
            }
            let root = &*root;
            if root.state.get() == GenState::Running {
                return Err(self.already_executing(generator));
            }
            let mut depth = 1;
            let mut member = root.innermost.get();
            while !std::ptr::eq(member, generator) {
                depth += 1;
                member = (*member).awaiter.get();
            }
            generator.innermost.set(root.innermost.get());
            generator.depth.set(depth);
            root.innermost.set(awaiter);
            root.depth.set(root.depth.get() - depth);
            root.handled.swap(&generator.handled);
        }
        generator.awaiter.set(std::ptr::null());
        Ok(())
    }

    /// What has to happen before an exception is thrown into a generator that rests; the exception that reaches it then.
    pub(super) fn before_throw(&mut self, generator: &Gc<Generator>, raised: Raised) -> Raised {
        let alone = std::ptr::eq(generator.innermost.get(), &raw const **generator);
        if alone || !self.is_exception(&raised, &self.exc.generator_exit) {
            return raised;
        }
        self.close_delegates(generator, raised)
    }

    /// GeneratorExit closes those that a generator delegates to, innermost first, before it is raised in the generator itself. What goes wrong
    /// in one is raised in the next. Nobody may go on with the generator meanwhile.
    fn close_delegates(&mut self, generator: &Gc<Generator>, exit: Raised) -> Raised {
        let mut failed = None;
        loop {
            generator.state.set(GenState::Suspended);
            // SAFETY: the chain rests, so that its members are alive.
            let Some(delegate) = (unsafe { innermost_delegate(generator) }) else { break };
            let detached = self.split(&delegate);
            generator.state.set(GenState::Running);
            if let Err(raised) = detached {
                return raised;
            }
            let thrown = failed.take().unwrap_or_else(|| self.raise_with(&self.exc.generator_exit, vec![]));
            failed = match self.resume(&delegate, Sent::Throw(thrown)) {
                Resumed::Yielded(_) => Some(self.ignored_exit(delegate.kind)),
                Resumed::Returned(_) => None,
                Resumed::Raised(raised) => (!self.is_regular_end(&raised)).then_some(raised),
            };
        }
        failed.unwrap_or(exit)
    }

    /// Whether an exception is how a generator ends that is closed.
    pub(super) fn is_regular_end(&self, raised: &Raised) -> bool {
        let ends = [&self.exc.generator_exit, &self.exc.stop_iteration, &self.exc.stop_async_iteration];
        ends.into_iter().any(|end| self.is_exception(raised, end))
    }

    /// A generator went on although it was closed.
    pub(super) fn ignored_exit(&self, kind: GeneratorKind) -> Raised {
        self.runtime_error(match kind {
            GeneratorKind::Generator => "generator ignored GeneratorExit",
            GeneratorKind::Coroutine => "coroutine ignored GeneratorExit",
            GeneratorKind::AsyncGenerator => "async generator ignored GeneratorExit",
        })
    }

    /// The line that a generator stands at; that of its `def` before it has begun.
    pub fn generator_line(&self, generator: &Generator) -> u32 {
        match instruction(generator).filter(|_| generator.state.get() != GenState::Created) {
            Some(instr) => generator.code.line(instr),
            None => generator.code.code.first_line,
        }
    }
}

/// The innermost generator of a resting chain, unless that is its root.
///
/// # Safety
/// The chain rests.
unsafe fn innermost_delegate(root: &Generator) -> Option<Gc<Generator>> {
    // SAFETY: the members of a resting chain are alive.
    let awaiter = unsafe { (*root.innermost.get()).awaiter.get().as_ref() }?;
    let delegate = awaiter.delegate()?;
    delegate.gc::<Generator>().or_else(|| Some(&delegate.get::<AsyncStep>()?.generator)).cloned()
}

/// The instruction that a generator's frame stands at.
fn instruction(generator: &Generator) -> Option<u32> {
    // SAFETY: a generator that has not finished has an initialised frame, whose `pc` points into its code.
    let frame = unsafe { generator.frame.get().as_ref() }?;
    let offset = unsafe { frame.pc.offset_from(generator.code.start()) };
    let past = offset - isize::from(generator.state.get() == GenState::Running);
    u32::try_from(past.max(0)).ok()
}
