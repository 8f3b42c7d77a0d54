//! `Event`: those that wait go on when it is set.

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getset, getter, method, static_method};

use super::super::coroutine::{self, NativeCoroutine, Op, Wait};
use super::super::event_loop::LoopRef;
use super::super::parking::{Lot, Ticket};
use super::super::state;
use super::{Act, describe, new_object, trace_loop, wait_at};

/// The storage of an `Event`.
#[derive(Default)]
pub struct Event {
    is_set: Cell<bool>,
    lot: Lot,
    loop_: OnceCell<LoopRef>,
}

impl NativeData for Event {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.lot.trace(visitor);
        trace_loop(&self.loop_, visitor);
    }

    fn clear(&self) {
        self.lot.clear();
    }
}

impl Event {
    /// A new event object.
    pub fn object(vm: &Vm, is_set: bool) -> Gc<Opaque> {
        Opaque::new(state(vm).classes.event.clone(), Event { is_set: Cell::new(is_set), ..Event::default() })
    }

    /// Sets it and wakes all that wait, or unsets it.
    pub fn change(&self, vm: &Vm, on: bool) -> Result<()> {
        if !self.is_set.replace(on) && on { self.lot.wake_all(vm) } else { Ok(()) }
    }
}

/// Begins `wait`.
pub fn start(vm: &mut Vm, this: &Gc<NativeCoroutine>, ticket: &mut Ticket, object: &Gc<Opaque>) -> Result<Wait> {
    let Some(event) = object.data::<Event>() else { return Ok(Wait::Ready(Value::None)) };
    if event.is_set.get() {
        return Ok(Wait::Ready(Value::Bool(true)));
    }
    *ticket = wait_at(vm, this, object, &event.lot, &event.loop_)?;
    Ok(Wait::Pending)
}

/// Ends `wait`, however it ended.
pub fn resume(_: &mut Vm, this: &Gc<NativeCoroutine>, ticket: Ticket, object: &Gc<Opaque>, outcome: Result) -> Result<Wait> {
    if let Some(event) = object.data::<Event>() {
        event.lot.leave(this, ticket);
    }
    outcome.map(|_| Wait::Ready(Value::Bool(true)))
}

fn init(_: &Value) {}

fn is_set(event: Own<Event>) -> bool {
    event.is_set.get()
}

fn set(vm: &mut Vm, event: Own<Event>) -> Result {
    event.change(vm, true).map(|()| Value::None)
}

fn clear(vm: &mut Vm, event: Own<Event>) -> Result {
    event.change(vm, false).map(|()| Value::None)
}

fn wait(vm: &mut Vm, this: Own<Event>) -> Value {
    coroutine::make(vm, Op::At(Act::Event, 0, this.object.clone()))
}

fn repr(vm: &mut Vm, event: Own<Event>) -> Result {
    let shown = if event.is_set.get() { "set" } else { "unset" };
    describe(vm, event.object, shown, event.lot.len()).map(Str::value)
}

fn waiters(event: Own<Event>) -> Value {
    List::value(event.lot.waiters())
}

fn set_value(event: Own<Event>, on: bool) {
    event.is_set.set(on);
}

/// The rows of `Event`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Event>, "Makes an event."),
    method!("__init__", "def (self)", init, "An event begins unset."),
    method!("is_set", "def (self)", is_set, "Whether it is set."),
    method!("set", "def (self)", set, "Sets it: all who wait go on."),
    method!("clear", "def (self)", clear, "Unsets it."),
    method!("wait", "def (self)", wait, "Waits until it is set; returns True."),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    getset!("_value", is_set, set_value, "Whether it is set."),
    getter!("_waiters", waiters, "Those that wait."),
];
