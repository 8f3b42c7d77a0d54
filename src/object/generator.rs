//! Generators, coroutines and asynchronous generators: a frame of its own that can rest.
//!
//! A generator that delegates (`yield from`, `await`) and the one it delegates to form a chain. The outermost one, the root, is what somebody
//! resumes; while the chain rests the root knows the innermost one, so that resuming takes one step whatever the depth.
#![allow(unsafe_code)]

use std::cell::{Cell, RefCell};

use super::frame::{self, Frame};
use super::{CodeObject, NativeData, Str, object_kind};
use crate::bytecode::Op;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Which of the three it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum GeneratorKind {
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// Where it is in its life.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum GenState {
    Created,
    Suspended,
    Running,
    Finished,
}

/// A generator, coroutine or asynchronous generator.
pub struct Generator {
    /// Which of the three.
    pub kind: GeneratorKind,
    /// Its state; a delegate's is `Suspended` also while the chain runs.
    pub state: Cell<GenState>,
    /// For asynchronous generators: whether an `asend`, `athrow` or `aclose` is under way, and whether it was closed.
    pub busy: Cell<bool>,
    /// For asynchronous generators: closed by `aclose` or by running to the end.
    pub closed: Cell<bool>,
    /// Its code.
    pub code: Gc<CodeObject>,
    /// Its frame; null once it has finished.
    pub frame: Cell<*mut Frame>,
    /// As a root that rests or runs: the innermost generator of the chain. Kept alive by the chain.
    pub innermost: Cell<*const Generator>,
    /// The one that delegates to it, or null.
    pub awaiter: Cell<*const Generator>,
    /// As a root that runs: the root that ran before.
    pub outer_root: Cell<*const Generator>,
    /// As a root: frames of the chain while it rests, and the machine's depth when it was resumed.
    pub depth: Cell<u32>,
    /// As a root that runs: the machine's depth when it was resumed.
    pub base_depth: Cell<u32>,
    /// While it runs, what whoever went on with it handles. While it rests, what it handles itself; in a chain that rests, what its awaiter handles,
    /// and of the root, what the innermost one handles. Before it begins, the code that made it: nobody asks for that later.
    pub handled: Cell<Value>,
    /// The instruction that made it, of the code in `handled`.
    pub origin_instr: u32,
    /// `__name__` and `__qualname__`, where they were changed.
    pub names: Cell<Option<Box<(Gc<Str>, Gc<Str>)>>>,
}

// A program may keep hundreds of thousands of coroutines.
const _: () = assert!(size_of::<Generator>() <= 80);

impl HeapType for Generator {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        let frame = self.frame.get();
        if !frame.is_null() {
            // SAFETY: a generator's frame is initialised until it has finished.
            unsafe { frame::trace(frame, visitor) };
        }
        let handled = self.handled.take();
        handled.trace(visitor);
        self.handled.set(handled);
    }

    fn clear(&self) {
        self.finish();
    }

    /// A coroutine never awaited is worth a warning; one that rests inside a `try` or `with` must be closed.
    fn finalize(&self) -> bool {
        match self.state.get() {
            GenState::Created => self.kind == GeneratorKind::Coroutine,
            GenState::Suspended => self.kind != GeneratorKind::Generator || self.rests_in_block(),
            GenState::Running | GenState::Finished => false,
        }
    }
}
object_kind!(Generator, Generator);

impl Generator {
    /// Ends it: its frame and all that it holds are dropped.
    pub fn finish(&self) {
        let state = self.state.replace(GenState::Finished);
        let frame = self.frame.replace(std::ptr::null_mut());
        if !frame.is_null() {
            if state == GenState::Suspended {
                // SAFETY: the frame is this generator's, which has rested until now or has run to its end.
                unsafe { self.leave_delegate(frame) };
            }
            // SAFETY: the frame was made for this generator by `frame::allocate`; nobody else frees it.
            unsafe { frame::free(frame) };
        }
    }

    /// What it delegates to outlives it, perhaps: that becomes the root of what is left of the chain.
    unsafe fn leave_delegate(&self, frame: *mut Frame) {
        // SAFETY: a `pc` within the code can be read (a frame that has run to its end may stand behind it), and the registers are initialised.
        let target = unsafe {
            let pc = (*frame).pc;
            if !self.code.code.instrs.as_ptr_range().contains(&pc) || (*pc).op != Op::YieldFrom {
                return;
            }
            let instr = *pc;
            &*frame::registers(frame).add(usize::from(instr.b))
        };
        let Some(delegate) = target.gc::<Generator>().or_else(|| Some(&target.get::<AsyncStep>()?.generator)) else { return };
        if std::ptr::eq(delegate.awaiter.get(), self) {
            delegate.awaiter.set(std::ptr::null());
            delegate.innermost.set(self.innermost.get());
            delegate.depth.set(self.depth.get().saturating_sub(1));
            delegate.handled.swap(&self.handled);
        }
    }

    /// Whether it rests inside a block of its exception table, or delegates to something that may.
    fn rests_in_block(&self) -> bool {
        let frame = self.frame.get();
        if frame.is_null() {
            return false;
        }
        let start = self.code.start();
        // SAFETY: a resting frame's `pc` points into its code.
        let (pc, op) = unsafe { ((*frame).pc.offset_from(start) as u32, (*(*frame).pc).op) };
        op == Op::YieldFrom || self.code.code.handlers.iter().any(|handler| (handler.start..handler.end).contains(&pc))
    }

    /// What it delegates to (`yield from`, `await`) while it rests.
    pub fn delegate(&self) -> Option<Value> {
        let frame = self.frame.get();
        if frame.is_null() || self.state.get() != GenState::Suspended {
            return None;
        }
        // SAFETY: a resting frame's `pc` points into its code, and its registers are initialised.
        unsafe {
            let instr = *(*frame).pc;
            (instr.op == Op::YieldFrom).then(|| (*frame::registers(frame).add(usize::from(instr.b))).clone())
        }
    }

    /// `__name__`
    pub fn name(&self) -> Gc<Str> {
        self.with_names(|names| names.map_or(&self.code.name, |names| &names.0).clone())
    }

    /// `__qualname__`
    pub fn qualname(&self) -> Gc<Str> {
        self.with_names(|names| names.map_or(&self.code.qualname, |names| &names.1).clone())
    }

    fn with_names<R>(&self, look: impl FnOnce(Option<&(Gc<Str>, Gc<Str>)>) -> R) -> R {
        let names = self.names.take();
        let result = look(names.as_deref());
        self.names.set(names);
        result
    }

    /// Where it was made, code and instruction, as long as it has not begun.
    pub fn origin(&self) -> Option<(Gc<CodeObject>, u32)> {
        if self.state.get() != GenState::Created {
            return None;
        }
        let handled = self.handled.take();
        let origin = handled.gc::<CodeObject>().map(|code| (code.clone(), self.origin_instr));
        self.handled.set(handled);
        origin
    }
}

/// A step of an asynchronous generator (`__anext__()`, `asend()`, `athrow()`, `aclose()`): awaiting it runs the generator to its next `yield`.
pub struct AsyncStep {
    /// The generator.
    pub generator: Gc<Generator>,
    /// What it begins with; unset once it has begun.
    pub action: RefCell<Option<AsyncAction>>,
    /// Whether it is an `aclose()`.
    pub closes: bool,
    /// Whether it is an `athrow()` or `aclose()`.
    pub throws: bool,
    /// Whether it has come to its end.
    pub done: Cell<bool>,
}

/// What a step of an asynchronous generator begins with.
pub enum AsyncAction {
    /// A value is sent.
    Send(Value),
    /// An exception is thrown.
    Throw(Value),
}

impl HeapType for AsyncStep {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;
    /// One never awaited is worth a warning.
    fn finalize(&self) -> bool {
        !self.done.get() && self.action.borrow().is_some()
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.generator.trace(visitor);
        if let Some(AsyncAction::Send(value) | AsyncAction::Throw(value)) = &*self.action.borrow() {
            value.trace(visitor);
        }
    }
    fn clear(&self) {
        drop(self.action.take());
    }
}
object_kind!(AsyncStep, AsyncStep);

/// What `coroutine.__await__()` gives: an iterator that stands for the coroutine.
pub struct CoroutineWrapper(pub Gc<Generator>);

impl NativeData for CoroutineWrapper {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

impl Drop for Generator {
    fn drop(&mut self) {
        self.finish();
    }
}
