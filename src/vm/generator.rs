//! Resuming and resting of generators and coroutines.
//!
//! Whoever resumes a generator makes it a root: the chain of delegates behind it runs at its innermost member, and rests as a whole. Neither
//! walks the chain. While a generator rests its frame's `pc` stands *at* the `Yield` or `YieldFrom` where it rests.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::cell::Cell;

use super::run::Next;
use crate::bytecode::{Instr, Op, YIELD_UNUSED};
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{AsyncAction, AsyncStep, Exception, GenState, Generator, GeneratorKind, Traceback, UNBEGUN};
use crate::value::{Kind, Value};
use crate::vm::{Poll, Raised, Result, Vm};

/// What a generator is resumed with.
pub enum Sent {
    /// The value of its `yield`.
    Value(Value),
    /// An exception, raised at its `yield`.
    Throw(Raised),
}

/// How a resumed generator came to rest.
pub enum Resumed {
    /// It yielded. For a coroutine: it waits for this.
    Yielded(Value),
    /// It returned. For an asynchronous generator: this step is over.
    Returned(Value),
    /// It raised.
    Raised(Raised),
}

impl Vm {
    /// Resumes a generator, coroutine or asynchronous generator from native code.
    pub fn resume(&mut self, generator: &Gc<Generator>, mut sent: Sent) -> Resumed {
        match self.check_resumable(generator, &sent) {
            Ok(()) => {}
            Err(None) => {
                if let Sent::Throw(raised) = &sent {
                    self.add_unbegun_place(generator, raised);
                }
                generator.finish();
                return match sent {
                    Sent::Throw(raised) => Resumed::Raised(raised),
                    Sent::Value(_) => Resumed::Returned(Value::None),
                };
            }
            Err(Some(raised)) => return Resumed::Raised(raised),
        }
        if let Err(raised) = self.check_room() {
            return Resumed::Raised(raised);
        }
        if let Sent::Throw(raised) = sent {
            sent = Sent::Throw(self.before_throw(generator, raised));
        }
        let created = generator.state.get() == GenState::Created;
        let frame = match self.enter_root(generator, Resume::Entry) {
            Ok(frame) => frame,
            Err(raised) => return Resumed::Raised(raised),
        };
        let throw = match sent {
            Sent::Throw(raised) => Some(raised),
            Sent::Value(_) if created => None,
            Sent::Value(value) => {
                self.deliver(frame, value);
                None
            }
        };
        self.run(frame, throw)
    }

    /// The traceback of what is thrown into a generator that has not begun has its first line.
    fn add_unbegun_place(&mut self, generator: &Gc<Generator>, raised: &Raised) {
        let frame = generator.frame.get();
        if generator.state.get() != GenState::Created || frame.is_null() {
            return;
        }
        // SAFETY: a generator's frame is initialised until it has finished.
        let globals = unsafe { (*frame).function.globals.clone() };
        let next = raised.0.traceback.take();
        let code = generator.code.clone();
        *raised.0.traceback.borrow_mut() = Some(Gc::new(Traceback { code, instr: UNBEGUN, globals, next: next.into() }));
    }

    /// Resumes a generator that rests with None, from native code.
    pub(super) fn resume_resting(&mut self, generator: &Gc<Generator>) -> Result<Resumed> {
        self.check_room()?;
        self.detach(generator)?;
        let frame = self.enter_root(generator, Resume::Entry)?;
        self.deliver(frame, Value::None);
        Ok(self.run(frame, None))
    }

    /// Whether it can be resumed so; `Err(None)` where it is at its end and the resumption simply ends too.
    fn check_resumable(&mut self, generator: &Generator, sent: &Sent) -> std::result::Result<(), Option<Raised>> {
        let what = match generator.kind {
            GeneratorKind::Generator => "generator",
            GeneratorKind::Coroutine => "coroutine",
            GeneratorKind::AsyncGenerator => "async generator",
        };
        match generator.state.get() {
            GenState::Running => Err(Some(self.already_executing(generator))),
            GenState::Finished if generator.kind == GeneratorKind::Coroutine => {
                Err(Some(self.runtime_error("cannot reuse already awaited coroutine")))
            }
            GenState::Finished => Err(None),
            GenState::Created => match sent {
                Sent::Throw(_) => Err(None),
                Sent::Value(Value::None) => Ok(()),
                Sent::Value(_) => Err(Some(self.type_error(format!("can't send non-None value to a just-started {what}")))),
            },
            GenState::Suspended => self.detach(generator).map_err(Some),
        }
    }

    /// Makes a generator the running root; returns the frame of the innermost member of its chain.
    #[inline]
    pub(super) fn enter_root(&mut self, generator: &Gc<Generator>, how: Resume) -> Result<*mut Frame> {
        let depth = generator.depth.get() as usize;
        if self.depth + depth > self.recursion_limit {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        let own = generator.frame.get();
        let resting = generator.state.get() == GenState::Suspended;
        // SAFETY: a generator that has not finished has a frame; `innermost` is a living member of the resting chain.
        unsafe {
            self.wake_root(generator, own, how);
            Ok(if resting { (*generator.innermost.get()).frame.get() } else { own })
        }
    }

    /// Makes a generator the running root, whose frame returns to the current one.
    ///
    /// # Safety
    /// The frame is the generator's own, and the generator has not finished.
    #[inline(always)]
    pub(super) unsafe fn wake_root(&mut self, generator: &Generator, own: *mut Frame, how: Resume) {
        // SAFETY: the caller's frame.
        unsafe {
            frame::check(own);
            (*own).back = self.frame;
            (*own).resume = how;
        }
        if generator.state.replace(GenState::Running) == GenState::Created {
            generator.handled.set(Value::None);
        }
        generator.outer_root.set(self.root);
        generator.base_depth.set(self.depth as u32);
        self.root = generator;
        self.depth += generator.depth.get() as usize;
        self.swap_handled(generator);
    }

    /// The running root stops running, at rest or at its end; its frame's `back` and `resume` tell whom it returns to.
    #[inline]
    pub(super) fn leave_root(&mut self, root: &Generator) {
        self.root = root.outer_root.get();
        let base = root.base_depth.get() as usize;
        root.depth.set((self.depth - base) as u32);
        self.depth = base;
        self.swap_handled(root);
    }

    /// What a generator handles and what whoever goes on with it handles change places.
    #[inline(always)]
    pub(super) fn swap_handled(&mut self, generator: &Generator) {
        // SAFETY: the look ends before anything else runs.
        let none = unsafe { (*generator.handled.as_ptr()).is_none() } && self.handled.is_none();
        if !none {
            self.exchange_handled(generator);
        }
    }

    #[inline(never)]
    fn exchange_handled(&mut self, generator: &Generator) {
        generator.handled.swap(Cell::from_mut(&mut self.handled));
        let kept = generator.handled.take();
        match (kept.is_none(), self.handled.is_none()) {
            (false, true) => self.keepers += 1,
            (true, false) => self.keepers = self.keepers.saturating_sub(1),
            _ => {}
        }
        generator.handled.set(kept);
    }

    /// Hands a value to a frame that rests: to its `Yield`, or to its `YieldFrom`, which is executed again.
    #[inline]
    pub(super) fn deliver(&mut self, frame: *mut Frame, value: Value) {
        // SAFETY: a resting frame stands at one of the two instructions.
        unsafe {
            let instr = *(*frame).pc;
            if instr.op == Op::Yield {
                if instr.n & YIELD_UNUSED == 0 {
                    *frame::registers(frame).add(usize::from(instr.a)) = value;
                }
                (*frame).pc = (*frame).pc.add(1);
            } else {
                self.sent = value;
            }
        }
    }

    /// The running root comes to rest, with the innermost member of its chain.
    #[inline(always)]
    pub(super) fn rest_root(&mut self, root: &Generator, innermost: *const Generator) {
        root.innermost.set(innermost);
        root.state.set(GenState::Suspended);
        self.leave_root(root);
    }

    /// The chain rests with its innermost frame; the root hands a value to whoever resumed it.
    #[inline]
    pub(super) fn rest(&mut self, frame: *mut Frame, value: Value) -> Next {
        // SAFETY: a frame that yields belongs to a generator, and then there is a root; it lives while it runs.
        unsafe {
            let root = &*self.root;
            self.rest_root(root, (*frame).generator);
            let own = root.frame.get();
            let back = (*own).back;
            self.frame = back;
            match (*own).resume {
                Resume::ForIter => {
                    let instr = *(*back).pc.sub(1);
                    *frame::registers(back).add(usize::from(instr.a)) = value;
                    Next::Frame(back)
                }
                Resume::Step => {
                    drop(self.end_step(back));
                    let call = *(*back).pc.sub(1);
                    *frame::registers(back).add(usize::from(call.a)) = value;
                    Next::Frame(back)
                }
                _ => Next::Leave(Resumed::Yielded(value)),
            }
        }
    }

    /// A call of `next` or `send` has stepped its generator: its arguments are dropped. What it got for the case that there is no item.
    ///
    /// # Safety
    /// The frame stands behind such a call, and the generator isn't used any more.
    pub(super) unsafe fn end_step(&mut self, back: *mut Frame) -> Option<Value> {
        // SAFETY: the caller's frame, whose call has these registers.
        unsafe {
            let call = *(*back).pc.sub(1);
            let first = frame::registers(back).add(usize::from(call.b) + 1);
            (*first).unset();
            steps_with_default(call).then(|| std::mem::take(&mut *first.add(1)))
        }
    }

    /// A `yield` of an asynchronous generator ends the step that awaits it.
    pub(super) fn end_async_step(&mut self, frame: *mut Frame, value: Value) -> Next {
        // SAFETY: the frame is that of a running generator.
        unsafe {
            let generator = &*(*frame).generator;
            generator.busy.set(false);
            if (*frame).resume == Resume::Entry {
                generator.innermost.set(generator);
                generator.state.set(GenState::Suspended);
                self.leave_root(generator);
                self.frame = (*frame).back;
                return Next::Leave(Resumed::Returned(value));
            }
            let back = (*frame).back;
            self.unlink(generator);
            generator.innermost.set(generator);
            generator.depth.set(1);
            if super::unwind::awaits_close(back) {
                self.frame = back;
                return Next::Throw(back, self.runtime_error("async generator ignored GeneratorExit"));
            }
            self.finish_delegation(back, value)
        }
    }

    /// What a frame delegated to is over: its `YieldFrom` has a result.
    #[inline]
    pub(super) fn finish_delegation(&mut self, frame: *mut Frame, value: Value) -> Next {
        // SAFETY: a frame that delegates stands at its `YieldFrom`.
        unsafe {
            let instr = *(*frame).pc;
            let registers = frame::registers(frame);
            if let Some(step) = (*registers.add(usize::from(instr.b))).get::<AsyncStep>() {
                step.done.set(true);
            }
            *registers.add(usize::from(instr.b)) = Value::Unset;
            *registers.add(usize::from(instr.a)) = value;
            (*frame).pc = (*frame).pc.add(1);
            self.frame = frame;
        }
        Next::Frame(frame)
    }

    /// `YieldFrom`: delegates to what is in a register. The frame's `pc` stands at the instruction.
    pub(super) fn delegate(&mut self, frame: *mut Frame, delegate: *mut Value, sent: Value) -> Next {
        self.try_delegate(frame, delegate, sent).unwrap_or_else(|raised| Next::Throw(frame, raised))
    }

    fn try_delegate(&mut self, frame: *mut Frame, delegate: *mut Value, sent: Value) -> Result<Next> {
        // SAFETY: the register belongs to the running frame, which nothing else touches.
        let target = unsafe { &*delegate };
        match target.kind() {
            Some(Kind::Generator) => {
                if let Some(generator) = target.gc::<Generator>() {
                    return self.delegate_to_generator(frame, generator, sent);
                }
            }
            Some(Kind::AsyncStep) => {
                if let Some(step) = target.gc::<AsyncStep>() {
                    return self.delegate_to_step(frame, &step.clone(), sent);
                }
            }
            Some(kind) => {
                if let Some(poll) = self.hooks.poll[kind as usize] {
                    let polled = poll(self, target, Sent::Value(sent))?;
                    return Ok(self.polled(frame, polled));
                }
            }
            None => {}
        }
        let target = target.clone();
        let yielded = if sent.is_none() {
            self.iter_next_or_stop(&target)
        } else {
            self.call_method(&target, &self.names.send.clone(), &[sent])
                .map(Ok)
                .or_else(|raised| self.stop_value(raised).map(Err))
        };
        Ok(match yielded? {
            Ok(value) => self.rest(frame, value),
            Err(result) => self.finish_delegation(frame, result),
        })
    }

    fn polled(&mut self, frame: *mut Frame, polled: Poll) -> Next {
        match polled {
            Poll::Ready(value) => self.finish_delegation(frame, value),
            Poll::Pending(value) => self.rest(frame, value),
        }
    }

    #[inline]
    fn delegate_to_generator(&mut self, frame: *mut Frame, generator: &Gc<Generator>, sent: Value) -> Result<Next> {
        let state = generator.state.get();
        match state {
            GenState::Finished if generator.kind == GeneratorKind::Coroutine => {
                return Err(self.runtime_error("cannot reuse already awaited coroutine"));
            }
            GenState::Finished => return Ok(self.finish_delegation(frame, Value::None)),
            GenState::Running => return Err(self.already_executing(generator)),
            GenState::Suspended => self.detach(generator)?,
            GenState::Created => {}
        }
        if self.depth >= self.recursion_limit {
            return Err(self.recursion_error("maximum recursion depth exceeded"));
        }
        let next = self.link(frame, generator);
        if state == GenState::Suspended {
            self.deliver(next, sent);
        }
        Ok(Next::Frame(next))
    }

    /// Links a generator behind the frame that delegates to it; returns the frame to go on with.
    #[inline(always)]
    pub(super) fn link(&mut self, frame: *mut Frame, generator: &Gc<Generator>) -> *mut Frame {
        let own = generator.frame.get();
        self.depth += generator.depth.get() as usize;
        // SAFETY: a generator that has not finished has a frame; `innermost` is a living member of its resting chain.
        unsafe {
            generator.awaiter.set((*frame).generator);
            (*own).back = frame;
            (*own).resume = Resume::Delegate;
            let next = if generator.state.replace(GenState::Suspended) == GenState::Suspended {
                (*generator.innermost.get()).frame.get()
            } else {
                generator.handled.set(Value::None);
                generator.innermost.set(&raw const **generator);
                own
            };
            self.swap_handled(generator);
            self.frame = next;
            next
        }
    }

    /// A generator is over, or rests, to which a frame delegated; the reverse of [`Vm::link`].
    #[inline(always)]
    pub(super) fn unlink(&mut self, generator: &Generator) {
        generator.awaiter.set(std::ptr::null());
        self.depth -= 1;
        self.swap_handled(generator);
    }

    /// RuntimeError for a step of an asynchronous generator that is awaited once more.
    #[cold]
    fn used_step(&self, step: &AsyncStep) -> Raised {
        let name = if step.throws { "aclose()/athrow()" } else { "__anext__()/asend()" };
        self.runtime_error(format!("cannot reuse already awaited {name}"))
    }

    fn delegate_to_step(&mut self, frame: *mut Frame, step: &Gc<AsyncStep>, sent: Value) -> Result<Next> {
        let generator = &step.generator;
        let Some(action) = step.action.take() else {
            if step.done.replace(true) {
                return Err(self.used_step(step));
            }
            return Ok(self.finish_delegation(frame, sent));
        };
        if let Some(outcome) = self.begin_step(step, &action)? {
            return Ok(self.finish_delegation(frame, outcome));
        }
        let created = generator.state.get() == GenState::Created;
        let next = self.link(frame, generator);
        match action {
            AsyncAction::Send(value) if !created => self.deliver(next, value),
            AsyncAction::Send(_) => {}
            AsyncAction::Throw(value) => {
                if let Ok(exception) = value.into_gc::<Exception>() {
                    return Ok(Next::Throw(next, Raised(exception)));
                }
            }
        }
        Ok(Next::Frame(next))
    }

    /// Steps a step of an asynchronous generator from native code: what it waits with, or its result.
    pub fn step_async(&mut self, step: &AsyncStep, sent: Sent) -> Result<Poll> {
        if step.done.get() {
            return Err(self.used_step(step));
        }
        if step.throws && step.action.borrow().is_some() && matches!(&sent, Sent::Value(value) if !value.is_none()) {
            return Err(self.runtime_error("can't send non-None value to a just-started coroutine"));
        }
        let sent = match (step.action.take(), sent) {
            (None, sent) => sent,
            (Some(action), Sent::Throw(raised)) => {
                self.check_not_busy(step, &action)?;
                step.generator.busy.set(true);
                Sent::Throw(raised)
            }
            (Some(action), Sent::Value(_)) => {
                if let Some(outcome) = self.begin_step(step, &action)? {
                    return Ok(Poll::Ready(outcome));
                }
                match action {
                    AsyncAction::Send(value) => Sent::Value(value),
                    AsyncAction::Throw(value) => match value.into_gc::<Exception>() {
                        Ok(exception) => Sent::Throw(Raised(exception)),
                        Err(value) => Sent::Value(value),
                    },
                }
            }
        };
        let resumed = self.resume(&step.generator, sent);
        if !matches!(resumed, Resumed::Yielded(_)) {
            step.done.set(true);
            step.generator.busy.set(false);
        }
        match resumed {
            Resumed::Yielded(value) => Ok(Poll::Pending(value)),
            Resumed::Returned(_) if step.closes => Err(self.runtime_error("async generator ignored GeneratorExit")),
            Resumed::Returned(value) => Ok(Poll::Ready(value)),
            Resumed::Raised(raised) => {
                let ended = self.is_exception(&raised, &self.exc.generator_exit)
                    || self.is_exception(&raised, &self.exc.stop_async_iteration);
                if step.closes && ended { Ok(Poll::Ready(Value::None)) } else { Err(raised) }
            }
        }
    }

    /// Checks the state of an asynchronous generator before a step; some steps are over at once.
    pub(super) fn begin_step(&mut self, step: &AsyncStep, action: &AsyncAction) -> Result<Option<Value>> {
        let begun = self.try_step(step, action);
        // A step that can't begin has been used up, too.
        if begun.is_err() {
            step.done.set(true);
        }
        begun
    }

    /// RuntimeError where another step of the generator is under way; then this one has been used up.
    fn check_not_busy(&mut self, step: &AsyncStep, action: &AsyncAction) -> Result<()> {
        let name = match (step.closes, action) {
            (true, _) => "aclose",
            (_, AsyncAction::Throw(_)) => "athrow",
            _ => "anext",
        };
        if step.generator.busy.get() {
            step.done.set(true);
            return Err(self.runtime_error(format!("{name}(): asynchronous generator is already running")));
        }
        Ok(())
    }

    fn try_step(&mut self, step: &AsyncStep, action: &AsyncAction) -> Result<Option<Value>> {
        let generator = &step.generator;
        self.check_not_busy(step, action)?;
        let throws = step.closes || matches!(action, AsyncAction::Throw(_));
        let begun = generator.state.get() != GenState::Created;
        let over = generator.state.get() == GenState::Finished || (!begun && step.closes);
        if over || (throws && generator.closed.get()) {
            step.done.set(true);
            return if over && throws {
                generator.finish();
                generator.closed.set(true);
                Ok(Some(Value::None))
            } else {
                Err(self.raise_with(&self.exc.stop_async_iteration, vec![]))
            };
        }
        match (generator.state.get(), action) {
            (GenState::Created, AsyncAction::Send(value)) if !value.is_none() => {
                Err(self.type_error("can't send non-None value to a just-started async generator"))
            }
            (GenState::Created, AsyncAction::Throw(value)) => {
                generator.finish();
                match value.gc::<Exception>() {
                    Some(exception) => Err(Raised(exception.clone())),
                    None => Ok(Some(Value::None)),
                }
            }
            (state, _) => {
                if step.closes {
                    generator.closed.set(true);
                }
                if state == GenState::Created {
                    (self.hooks.async_generator_begins)(self, generator);
                }
                generator.busy.set(true);
                Ok(None)
            }
        }
    }

    /// Throws into what a resting frame delegates to, where that is no generator of ours; the frame's `pc` stands at its `YieldFrom`.
    pub(super) fn throw_into_delegate(&mut self, frame: *mut Frame, raised: Raised) -> Next {
        self.try_throw_into_delegate(frame, raised).unwrap_or_else(|raised| Next::Throw(frame, raised))
    }

    fn try_throw_into_delegate(&mut self, frame: *mut Frame, raised: Raised) -> Result<Next> {
        // SAFETY: a resting frame stands at its `YieldFrom`; the register is the frame's own.
        let target = unsafe { (*frame::registers(frame).add(usize::from((*(*frame).pc).b))).clone() };
        if let Some(poll) = target.kind().and_then(|kind| self.hooks.poll[kind as usize]) {
            let polled = poll(self, &target, Sent::Throw(raised))?;
            return Ok(self.polled(frame, polled));
        }
        let closing = self.is_exception(&raised, &self.exc.generator_exit);
        let name = if closing { self.names.close.clone() } else { self.names.throw.clone() };
        let Ok(method) = self.get_attr(&target, &name) else { return Err(raised) };
        if closing {
            self.call(&method, &[])?;
            return Err(raised);
        }
        match self.call(&method, &[raised.0.into()]) {
            Ok(value) => Ok(self.rest(frame, value)),
            Err(raised) => {
                let result = self.stop_value(raised)?;
                Ok(self.finish_delegation(frame, result))
            }
        }
    }

    /// `close()`: raises GeneratorExit where it rests; the value it returned then, else None.
    pub fn close_generator(&mut self, generator: &Gc<Generator>) -> Result {
        match generator.state.get() {
            GenState::Created | GenState::Finished => {
                generator.finish();
                return Ok(Value::None);
            }
            GenState::Running | GenState::Suspended => {}
        }
        let exit = self.raise_with(&self.exc.generator_exit, vec![]);
        match self.resume(generator, Sent::Throw(exit)) {
            Resumed::Returned(value) => Ok(value),
            Resumed::Yielded(_) => Err(self.ignored_exit(generator.kind)),
            Resumed::Raised(raised) => {
                let ended = self.is_exception(&raised, &self.exc.generator_exit)
                    || self.is_exception(&raised, &self.exc.stop_iteration);
                if ended { Ok(Value::None) } else { Err(raised) }
            }
        }
    }
}

/// Whether a call that steps a generator is one of `next` with a second argument.
#[inline(always)]
pub(super) fn steps_with_default(call: Instr) -> bool {
    call.op == Op::Call && call.n == 2
}
