//! `Semaphore` and `BoundedSemaphore`: held by at most so many tasks at a time. Whoever has waited longest goes first.
//!
//! Unlike a lock, a semaphore is handed over: `value` is lowered on behalf of the one that is woken, which gives it back if it is cancelled.

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Own, Result, Row, Vm, getset, getter, method, static_method};

use super::super::core::State;
use super::super::coroutine::{self, NativeCoroutine, Op, Wait};
use super::super::event_loop::LoopRef;
use super::super::is_cancelled_error;
use super::super::nested::Delegated;
use super::super::parking::{Lot, Ticket};
use super::hooks::Hooks;
use super::{Act, ENTER, describe, new_object, trace_loop, wait_at};

/// The storage of a semaphore.
#[derive(Default)]
pub struct Semaphore {
    value: Cell<i64>,
    /// What a bounded one began with.
    bound: Cell<i64>,
    lot: Lot,
    loop_: OnceCell<LoopRef>,
    hooks: Hooks,
}

impl NativeData for Semaphore {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.lot.trace(visitor);
        trace_loop(&self.loop_, visitor);
    }

    fn clear(&self) {
        self.lot.clear();
    }
}

/// The methods that others are built on.
const BASIC: &[&str] = &["acquire", "release", "locked"];
const ACQUIRE: u8 = 1;
const RELEASE: u8 = 2;
const LOCKED: u8 = 4;

impl Semaphore {
    /// Whether the next one to come has to wait.
    fn is_locked(&self) -> bool {
        self.value.get() == 0 || self.lot.is_busy()
    }

    /// The same, by the script's own `locked` if there is one.
    fn asks_locked(&self, vm: &mut Vm, object: &Gc<Opaque>) -> Result<bool> {
        if self.hooks.replaced(vm, object, BASIC) & LOCKED == 0 {
            return Ok(self.is_locked());
        }
        let name = vm.intern("locked");
        let locked = vm.call_method(&object.clone().into(), &name, &[])?;
        vm.truth(&locked)
    }

    fn add(&self, vm: &Vm, difference: i64) -> Result<()> {
        let changed = self.value.get().checked_add(difference);
        self.value.set(changed.ok_or_else(|| vm.overflow_error("the value of the semaphore is too large"))?);
        Ok(())
    }

    /// Hands it to the next that waits; whether there was one.
    fn hand_over(&self, vm: &Vm) -> Result<bool> {
        let handed = self.lot.wake_next(vm)?;
        if handed {
            self.add(vm, -1)?;
        }
        Ok(handed)
    }

    fn free(&self, vm: &Vm) -> Result<()> {
        self.add(vm, 1)?;
        self.hand_over(vm).map(drop)
    }

    fn free_bounded(&self, vm: &Vm) -> Result<()> {
        if self.value.get() >= self.bound.get() {
            return Err(vm.value_error("BoundedSemaphore released too many times"));
        }
        self.free(vm)
    }

    fn end_wait(&self, vm: &Vm, this: &NativeCoroutine, ticket: Ticket, outcome: Result) -> Result<()> {
        self.lot.leave(this, ticket);
        if let Err(raised) = &outcome
            && is_cancelled_error(vm, raised)
            && this.core.state() == State::Finished
        {
            // It was given to this task already.
            self.add(vm, 1)?;
        }
        // Others may have been given up meanwhile too.
        while self.value.get() > 0 && self.hand_over(vm)? {}
        outcome.map(drop)
    }
}

fn taken(enters: bool) -> Wait {
    Wait::Ready(if enters { Value::None } else { Value::Bool(true) })
}

/// Begins `acquire` or the way into an `async with`.
pub fn start(vm: &mut Vm, this: &Gc<NativeCoroutine>, ticket: &mut Ticket, object: &Gc<Opaque>, enters: bool) -> Result<Wait> {
    let Some(semaphore) = object.data::<Semaphore>() else { return Ok(taken(enters)) };
    if !semaphore.asks_locked(vm, object)? {
        semaphore.add(vm, -1)?;
        return Ok(taken(enters));
    }
    *ticket = wait_at(vm, this, object, &semaphore.lot, &semaphore.loop_)?;
    Ok(Wait::Pending)
}

/// Ends the wait.
pub fn resume(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    ticket: Ticket,
    object: &Gc<Opaque>,
    outcome: Result,
    enters: bool,
) -> Result<Wait> {
    if let Some(semaphore) = object.data::<Semaphore>() {
        semaphore.end_wait(vm, this, ticket, outcome)?;
    }
    Ok(taken(enters))
}

/// The way out of an `async with`.
pub fn exit(vm: &mut Vm, object: &Gc<Opaque>) -> Result<Wait> {
    let Some(semaphore) = object.data::<Semaphore>() else { return Ok(Wait::Ready(Value::None)) };
    if semaphore.hooks.replaced(vm, object, BASIC) & RELEASE != 0 {
        let name = vm.intern("release");
        vm.call_method(&object.clone().into(), &name, &[])?;
    } else if semaphore.bound.get() == i64::MAX {
        semaphore.free(vm)?;
    } else {
        semaphore.free_bounded(vm)?;
    }
    Ok(Wait::Ready(Value::None))
}

fn begin(vm: &mut Vm, semaphore: Own<Semaphore>, value: &Value, bounded: bool) -> Result {
    if vm.compare_bool(CompareOp::Lt, value, &Value::Int(0))? {
        return Err(vm.value_error("Semaphore initial value must be >= 0"));
    }
    let value = vm.index(value)?;
    semaphore.value.set(value);
    semaphore.bound.set(if bounded { value } else { i64::MAX });
    Ok(Value::None)
}

fn init(vm: &mut Vm, this: Own<Semaphore>, value: &Value) -> Result {
    begin(vm, this, value, false)
}

fn init_bounded(vm: &mut Vm, this: Own<Semaphore>, value: &Value) -> Result {
    begin(vm, this, value, true)
}

fn locked(semaphore: Own<Semaphore>) -> bool {
    semaphore.is_locked()
}

fn acquire(vm: &mut Vm, this: Own<Semaphore>) -> Result {
    Ok(coroutine::make(vm, Op::At(Act::Semaphore, 0, this.object.clone())))
}

fn release(vm: &mut Vm, semaphore: Own<Semaphore>) -> Result<()> {
    semaphore.free(vm)
}

fn release_bounded(vm: &mut Vm, semaphore: Own<Semaphore>) -> Result<()> {
    semaphore.free_bounded(vm)
}

fn enter(vm: &mut Vm, semaphore: Own<Semaphore>) -> Result {
    if semaphore.hooks.replaced(vm, semaphore.object, BASIC) & ACQUIRE != 0 {
        return Delegated::method(vm, ENTER, &semaphore.value(), "acquire", false);
    }
    Ok(coroutine::make(vm, Op::At(Act::SemaphoreEnter, 0, semaphore.object.clone())))
}

fn leave(vm: &mut Vm, this: Own<Semaphore>, _: &Value, _: &Value, _: &Value) -> Value {
    coroutine::make(vm, Op::At(Act::SemaphoreExit, 0, this.object.clone()))
}

fn repr(vm: &mut Vm, semaphore: Own<Semaphore>) -> Result {
    let locked = semaphore.asks_locked(vm, semaphore.object)?;
    let shown = if locked { "locked".to_owned() } else { format!("unlocked, value:{}", semaphore.value.get()) };
    describe(vm, semaphore.object, &shown, semaphore.lot.len()).map(Str::value)
}

fn value(semaphore: Own<Semaphore>) -> i64 {
    semaphore.value.get()
}

fn set_value(semaphore: Own<Semaphore>, value: i64) {
    semaphore.value.set(value);
}

fn bound(semaphore: Own<Semaphore>) -> i64 {
    semaphore.bound.get()
}

fn set_bound(semaphore: Own<Semaphore>, value: i64) {
    semaphore.bound.set(value);
}

fn waiters(semaphore: Own<Semaphore>) -> Value {
    if semaphore.loop_.get().is_some() { List::value(semaphore.lot.waiters()) } else { Value::None }
}

/// The rows of `Semaphore`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Semaphore>, "Makes a semaphore."),
    method!("__init__", "def (self, value=1)", init, "A semaphore begins with room for so many."),
    method!("locked", "def (self)", locked, "Whether the next `acquire()` has to wait."),
    method!("acquire", "def (self)", acquire, "Waits until there is room and takes it; returns True."),
    method!("release", "def (self)", release, "Makes room and wakes the task that has waited longest."),
    method!("__aenter__", "def (self)", enter, "Acquires."),
    method!("__aexit__", "def (self, exc_type, exc, tb)", leave, "Releases."),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    getset!("_value", value, set_value, "How many more it has room for."),
    getter!("_waiters", waiters, "Those that wait; None where nobody ever had to."),
];

/// The rows of `BoundedSemaphore`, beyond those of `Semaphore`.
pub static BOUNDED_ROWS: &[Row] = &[
    method!("__init__", "def (self, value=1)", init_bounded, "A semaphore begins with room for so many."),
    method!("release", "def (self)", release_bounded, "Makes room, but no more than it began with."),
    getset!("_bound_value", bound, set_bound, "What it began with."),
];
