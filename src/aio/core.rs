//! What everything that can be waited for has in common: a state, a result, and who wants to be told.
//!
//! Invariant: callbacks are kept only while the state is pending; the change to another state hands them to the loop's ready queue, in the
//! order in which they were added. A [`Core`] is small because a program may wait on hundreds of thousands of them.

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{CodeObject, Exception};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

use super::event_loop::LoopRef;
use super::future::Future;
use super::ready::{Deferred, Ready};
use super::task::Task;

/// A value that is replaced as a whole: a `RefCell` without its counter.
#[derive(Default)]
pub struct Slot(Cell<Value>);

impl Slot {
    /// A slot with a value.
    pub fn new(value: Value) -> Slot {
        Slot(Cell::new(value))
    }

    /// Looks at the value.
    #[inline]
    pub fn with<R>(&self, look: impl FnOnce(&Value) -> R) -> R {
        let value = self.0.take();
        let result = look(&value);
        self.0.set(value);
        result
    }

    /// A copy of the value.
    #[inline]
    pub fn get(&self) -> Value {
        self.with(Value::clone)
    }

    /// Replaces the value.
    #[inline]
    pub fn set(&self, value: Value) {
        drop(self.0.replace(value));
    }

    /// Takes the value out.
    #[inline]
    pub fn take(&self) -> Value {
        self.0.take()
    }

    /// Visits the value.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.with(|value| value.trace(visitor));
    }
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nothing has come yet; the slot holds the code that made it, for messages.
    Pending,
    /// Cancelled; the slot holds the message, or the exception itself ([`Core::KEPT`]).
    Cancelled,
    /// The slot holds the result.
    Finished,
    /// The slot holds the exception.
    Failed,
}

/// What happens when it is done.
pub enum Callback {
    /// A task goes on.
    Wake(Gc<Task>),
    /// One of the children of a `gather` is done; this is the outer future.
    Gather(Gc<Future>),
    /// The loop stops: `run_until_complete` waits for it.
    Stop,
    /// Native work goes on.
    Run(Box<Deferred>),
    /// A callable of the script is called with the future.
    Script(Box<ScriptCallback>),
}

/// A callback of a script.
pub struct ScriptCallback {
    /// What is called.
    pub function: Value,
    /// The context that it was added with.
    pub context: Value,
}

impl Callback {
    /// Visits the values it holds.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        match self {
            Callback::Wake(task) => task.trace(visitor),
            Callback::Gather(outer) => outer.trace(visitor),
            Callback::Stop | Callback::Run(_) => {}
            Callback::Script(callback) => {
                callback.function.trace(visitor);
                callback.context.trace(visitor);
            }
        }
    }
}

/// The callbacks of one core: most have one.
#[derive(Default)]
enum Callbacks {
    #[default]
    None,
    One(Callback),
    // Boxed to keep futures small: few have more than one.
    #[allow(clippy::box_collection)]
    Many(Box<Vec<Callback>>),
}

impl Callbacks {
    fn as_slice(&self) -> &[Callback] {
        match self {
            Callbacks::None => &[],
            Callbacks::One(callback) => std::slice::from_ref(callback),
            Callbacks::Many(all) => all,
        }
    }

    fn into_vec(self) -> Vec<Callback> {
        match self {
            Callbacks::None => Vec::new(),
            Callbacks::One(callback) => vec![callback],
            Callbacks::Many(all) => *all,
        }
    }

    fn from_vec(mut all: Vec<Callback>) -> Callbacks {
        match all.len() {
            0 => Callbacks::None,
            1 => all.pop().map_or(Callbacks::None, Callbacks::One),
            _ => Callbacks::Many(Box::new(all)),
        }
    }
}

/// The common part of futures, tasks and native coroutines.
#[derive(Default)]
pub struct Core {
    loop_: OnceCell<LoopRef>,
    slot: Slot,
    callbacks: Cell<Callbacks>,
    /// The instruction that made it, of the code in the slot.
    origin_instr: Cell<u32>,
    state: Cell<Option<State>>,
    flags: Cell<u8>,
    /// For the owner's own use.
    pub stage: Cell<u8>,
}

const _: () = assert!(size_of::<Callbacks>() <= 16 && size_of::<Core>() <= 48);

impl Core {
    /// Flag: `await` handed it to the driver of the chain of awaits just now (`_asyncio_future_blocking`).
    pub const BLOCKING: u8 = 1;
    /// Flag: its exception was seen by nobody yet.
    pub const UNSEEN: u8 = 2;
    /// Flag: a cancelled core's slot holds the exception that is to be raised.
    pub const KEPT: u8 = 4;
    /// Flag of tasks: a cancellation is to be raised at the next step.
    pub const MUST_CANCEL: u8 = 8;
    /// Flag of tasks: no complaint when it dies pending.
    pub const QUIET: u8 = 16;
    /// Flag of native coroutines: it stands in a line (`parking::Lot`).
    pub const PARKED: u8 = 32;

    /// A new core that notes where it was made.
    pub fn new(vm: &Vm) -> Core {
        let core = Core::default();
        if let Some((code, instr)) = vm.place() {
            core.origin_instr.set(instr);
            core.slot.set(code.into());
        }
        core
    }

    /// Where one that is pending was made: code and instruction.
    pub fn origin(&self) -> Option<(Gc<CodeObject>, u32)> {
        if self.is_done() {
            return None;
        }
        self.slot.with(|made_by| made_by.gc::<CodeObject>().map(|code| (code.clone(), self.origin_instr.get())))
    }

    /// Sets the loop that it belongs to; only the first one counts.
    pub fn set_loop(&self, loop_: LoopRef) {
        let _ = self.loop_.set(loop_);
    }

    /// The loop that it belongs to; none before `__init__`.
    #[inline]
    pub fn loop_(&self) -> Option<&LoopRef> {
        self.loop_.get()
    }

    /// The state.
    #[inline]
    pub fn state(&self) -> State {
        self.state.get().unwrap_or(State::Pending)
    }

    /// Whether it is done.
    #[inline]
    pub fn is_done(&self) -> bool {
        self.state() != State::Pending
    }

    /// Whether a flag is set.
    #[inline]
    pub fn has(&self, flag: u8) -> bool {
        self.flags.get() & flag != 0
    }

    /// Sets or clears a flag; returns what was.
    #[inline]
    pub fn flag(&self, flag: u8, on: bool) -> bool {
        let flags = self.flags.get();
        self.flags.set(if on { flags | flag } else { flags & !flag });
        flags & flag != 0
    }

    /// The slot: what it means depends on the state.
    #[inline]
    pub fn slot(&self) -> &Slot {
        &self.slot
    }

    /// Makes it pending again, for native coroutines that wait several times.
    pub fn reset(&self) {
        self.state.set(None);
        self.slot.set(Value::Unset);
        self.flag(Core::KEPT, false);
    }

    /// Adds a callback to one that is pending.
    #[inline]
    pub fn add(&self, callback: Callback) {
        let all = match self.callbacks.take() {
            Callbacks::None => Callbacks::One(callback),
            Callbacks::One(first) => Callbacks::Many(Box::new(vec![first, callback])),
            Callbacks::Many(mut all) => {
                all.push(callback);
                Callbacks::Many(all)
            }
        };
        self.callbacks.set(all);
    }

    /// Removes callbacks; returns how many.
    pub fn remove_where(&self, matches: impl Fn(&Callback) -> bool) -> usize {
        let mut all = self.callbacks.take().into_vec();
        let before = all.len();
        all.retain(|callback| !matches(callback));
        let removed = before - all.len();
        self.callbacks.set(Callbacks::from_vec(all));
        removed
    }

    /// Looks at the callbacks; `look` must not touch this core.
    pub fn with_callbacks<R>(&self, look: impl FnOnce(&[Callback]) -> R) -> R {
        let all = self.callbacks.take();
        let result = look(all.as_slice());
        self.callbacks.set(all);
        result
    }

    /// Ends the wait: sets state and value and hands the callbacks to the loop. `owner` is the value that this is the core of.
    pub fn finish(&self, vm: &Vm, owner: &Value, state: State, value: Value) -> Result<()> {
        self.state.set(Some(state));
        self.slot.set(value);
        if state == State::Failed {
            self.flag(Core::UNSEEN, true);
        }
        self.schedule(vm, owner)
    }

    /// Hands the callbacks to the loop.
    #[inline]
    fn schedule(&self, vm: &Vm, owner: &Value) -> Result<()> {
        let callbacks = self.callbacks.take();
        if let Callbacks::None = callbacks {
            return Ok(());
        }
        let Some(loop_) = self.loop_.get() else { return Ok(()) };
        loop_.check_open(vm)?;
        match callbacks {
            Callbacks::None => {}
            Callbacks::One(callback) => loop_.push(ready_callback(callback, owner)),
            Callbacks::Many(all) => all.into_iter().for_each(|callback| loop_.push(ready_callback(callback, owner))),
        }
        Ok(())
    }

    /// Cancels one that is pending; false if it is done. Tasks have more to do and don't use this while they run.
    pub fn cancel(&self, vm: &Vm, owner: &Value, message: Value) -> Result<bool> {
        self.flag(Core::UNSEEN, false);
        if self.is_done() {
            return Ok(false);
        }
        self.finish(vm, owner, State::Cancelled, message)?;
        Ok(true)
    }

    /// The exception of a cancelled one (or of one that is about to be), with its message.
    pub fn cancelled_error(&self, vm: &Vm) -> Raised {
        if self.flag(Core::KEPT, false) {
            let kept = self.slot.take();
            if let Ok(exception) = kept.into_gc::<Exception>() {
                return Raised(exception);
            }
        }
        let message = self.slot.get().set_or_none();
        super::cancelled_error(vm, message)
    }

    /// The result, or the exception: as `Future.result()`.
    pub fn result(&self, vm: &Vm) -> Result {
        match self.state() {
            State::Finished => Ok(self.slot.get()),
            State::Failed => {
                self.flag(Core::UNSEEN, false);
                match self.slot.get().into_gc::<Exception>() {
                    Ok(exception) => Err(Raised(exception)),
                    Err(_) => Ok(Value::None),
                }
            }
            State::Cancelled => Err(self.cancelled_error(vm)),
            State::Pending => Err(super::invalid_state(vm, "Result is not set.")),
        }
    }

    /// The exception that a waiting task gets: that of a failed or cancelled one.
    #[inline]
    pub fn failure(&self, vm: &Vm) -> Option<Raised> {
        match self.state() {
            State::Failed | State::Cancelled => self.result(vm).err(),
            State::Pending | State::Finished => None,
        }
    }

    /// Visits the values it holds.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(loop_) = self.loop_.get() {
            loop_.object().trace(visitor);
        }
        self.slot.trace(visitor);
        self.with_callbacks(|all| all.iter().for_each(|callback| callback.trace(visitor)));
    }

    /// Drops the values it holds.
    pub fn clear(&self) {
        drop((self.slot.take(), self.callbacks.take()));
    }
}

/// The entry of the ready queue for a callback.
#[inline]
fn ready_callback(callback: Callback, owner: &Value) -> Ready {
    match callback {
        Callback::Wake(task) => Ready::Wake(task),
        Callback::Run(work) => Ready::Run(work),
        other => Ready::Callback(Box::new((other, owner.clone()))),
    }
}
