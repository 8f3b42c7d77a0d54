//! What tasks wait at: Lock, Event, Semaphore, Condition, Barrier. Queues wait likewise.
//!
//! Those that wait are the native coroutines themselves ([`Lot`](super::parking::Lot)), so that many can wait for little memory. What can be
//! had at once is had at the first step of the coroutine, which is then over without having waited. An object belongs to the loop in which
//! somebody first had to wait at it.

pub mod barrier;
pub mod condition;
pub mod event;
pub mod hooks;
pub mod lock;
pub mod semaphore;

use std::cell::OnceCell;

use crate::heap::Gc;
use crate::object::{Class, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::coroutine::{NativeCoroutine, Wait};
use super::event_loop::LoopRef;
use super::parking::{Lot, Ticket};
use super::{loops, queue};

/// What a coroutine of the frequent kinds does to its object.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Act {
    /// `Event.wait`
    Event,
    /// `Lock.acquire`
    Lock,
    /// The way into `async with lock`.
    LockEnter,
    /// The way out of it.
    LockExit,
    /// `Semaphore.acquire`
    Semaphore,
    /// The way into `async with semaphore`.
    SemaphoreEnter,
    /// The way out of it.
    SemaphoreExit,
    /// `Barrier.reset`
    BarrierReset,
    /// `Barrier.abort`
    BarrierAbort,
    /// The way out of `async with barrier`.
    BarrierExit,
    /// `Queue.get`
    Get,
    /// `Queue.join`
    Join,
}

/// The way into an `async with` of a lock or semaphore.
const ENTER: &str = "_ContextManagerMixin.__aenter__";
/// The way out of it.
const EXIT: &str = "_ContextManagerMixin.__aexit__";

impl Act {
    /// The qualified name of the coroutine.
    pub fn name(self) -> &'static str {
        match self {
            Act::LockEnter | Act::SemaphoreEnter => ENTER,
            Act::LockExit | Act::SemaphoreExit => EXIT,
            Act::BarrierReset => "Barrier.reset",
            Act::BarrierAbort => "Barrier.abort",
            Act::BarrierExit => "Barrier.__aexit__",
            Act::Event | Act::Lock | Act::Semaphore | Act::Get | Act::Join => self.waits_in(),
        }
    }

    /// The function whose wait it is.
    pub fn waits_in(self) -> &'static str {
        match self {
            Act::Event => "Event.wait",
            Act::Lock | Act::LockEnter => "Lock.acquire",
            Act::Semaphore | Act::SemaphoreEnter => "Semaphore.acquire",
            Act::Get => "Queue.get",
            Act::Join => "Queue.join",
            Act::LockExit | Act::SemaphoreExit | Act::BarrierReset | Act::BarrierAbort | Act::BarrierExit => self.name(),
        }
    }
}

/// Begins.
pub fn start(vm: &mut Vm, this: &Gc<NativeCoroutine>, act: Act, ticket: &mut Ticket, object: &Gc<Opaque>) -> Result<Wait> {
    match act {
        Act::Event => event::start(vm, this, ticket, object),
        Act::Lock | Act::LockEnter => lock::start(vm, this, ticket, object, act == Act::LockEnter),
        Act::LockExit => lock::exit(vm, object),
        Act::Semaphore | Act::SemaphoreEnter => semaphore::start(vm, this, ticket, object, act == Act::SemaphoreEnter),
        Act::SemaphoreExit => semaphore::exit(vm, object),
        Act::BarrierReset => barrier::reset(vm, object),
        Act::BarrierAbort => barrier::abort(vm, object),
        Act::BarrierExit => Ok(Wait::Ready(Value::None)),
        Act::Get => queue::start_get(vm, this, ticket, object),
        Act::Join => queue::start_join(vm, this, ticket, object),
    }
}

/// Goes on after a wait.
pub fn resume(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    act: Act,
    ticket: &mut Ticket,
    object: &Gc<Opaque>,
    outcome: Result,
) -> Result<Wait> {
    match act {
        Act::Event => event::resume(vm, this, *ticket, object, outcome),
        Act::Lock | Act::LockEnter => lock::resume(vm, this, *ticket, object, outcome, act == Act::LockEnter),
        Act::Semaphore | Act::SemaphoreEnter => {
            semaphore::resume(vm, this, *ticket, object, outcome, act == Act::SemaphoreEnter)
        }
        Act::Get => queue::resume_get(vm, this, ticket, object, outcome),
        Act::Join => queue::resume_join(vm, this, *ticket, object, outcome),
        Act::LockExit | Act::SemaphoreExit | Act::BarrierReset | Act::BarrierAbort | Act::BarrierExit => {
            outcome.map(Wait::Ready)
        }
    }
}

/// The running loop; RuntimeError where the object, which `shown` shows, was used with another one before.
pub fn bound_loop(vm: &mut Vm, known: &OnceCell<LoopRef>, shown: impl FnOnce(&mut Vm) -> Result<String>) -> Result<LoopRef> {
    let loop_ = loops::running_or_error(vm)?;
    if !known.get_or_init(|| loop_.clone()).same(&loop_) {
        let shown = shown(vm)?;
        return Err(vm.runtime_error(format!("{shown} is bound to a different event loop")));
    }
    Ok(loop_)
}

/// Lets a coroutine wait at an object.
pub fn wait_at(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    object: &Gc<Opaque>,
    lot: &Lot,
    known: &OnceCell<LoopRef>,
) -> Result<Ticket> {
    let loop_ = bound_loop(vm, known, |vm| vm.repr(&object.clone().into()).map(|text| text.to_string()))?;
    this.core.set_loop(loop_);
    Ok(lot.park(this))
}

/// `__new__`: an object whose storage says nothing yet.
pub fn new_object<T: NativeData + Default>(class: &Gc<Class>, _: &Value, _: &Value) -> Gc<Opaque> {
    Opaque::new(class.clone(), T::default())
}

/// `<asyncio.locks.Lock object at 0x… [locked, waiters:2]>`
pub fn describe(vm: &mut Vm, object: &Gc<Opaque>, state: &str, waiters: usize) -> Result<String> {
    let (class, address) = (object.class(), object.address());
    let name = class.qualname.borrow().clone();
    let module = class.namespace().get_str(&vm.names.module).unwrap_or_else(|| Str::value("asyncio.locks"));
    let module = vm.str(&module)?;
    let extra = if waiters > 0 { format!(", waiters:{waiters}") } else { String::new() };
    Ok(format!("<{module}.{name} object at {address:#x} [{state}{extra}]>"))
}

/// Visits a loop that an object is bound to.
fn trace_loop(known: &OnceCell<LoopRef>, visitor: &mut crate::heap::Visitor<'_>) {
    if let Some(loop_) = known.get() {
        loop_.object().trace(visitor);
    }
}
