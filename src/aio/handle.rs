//! `Handle` and `TimerHandle`: a callback that the script can cancel.

use std::cell::Cell;

use crate::heap::{Gc, Visitor};
use crate::object::{Dict, NativeData, Opaque, Str};
use crate::reactor::{Ties, TimerId};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, method};

use super::core::Slot;
use super::event_loop::LoopRef;
use super::{describe, errors, state};

/// The storage of a handle.
pub struct Handle {
    function: Slot,
    args: Slot,
    loop_: LoopRef,
    cancelled: Cell<bool>,
    when: Option<f64>,
    timer: Cell<Option<TimerId>>,
}

impl NativeData for Handle {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.function.trace(visitor);
        self.args.trace(visitor);
        self.loop_.object().trace(visitor);
    }

    fn clear(&self) {
        drop((self.function.take(), self.args.take()));
    }
}

/// A handle for a callback; with an instant it is a timer's.
pub fn make(vm: &Vm, loop_: &LoopRef, function: Value, args: Value, timer: Option<(f64, Ties)>) -> Gc<Opaque> {
    let classes = &state(vm).classes;
    let class = if timer.is_some() { &classes.timer_handle } else { &classes.handle };
    let data = Handle {
        function: Slot::new(function),
        args: Slot::new(args),
        loop_: loop_.clone(),
        cancelled: Cell::new(false),
        when: timer.map(|(when, _)| when),
        timer: Cell::new(None),
    };
    let handle = Opaque::new(class.clone(), data);
    if let (Some(timer), Some(data)) = (timer, handle.data::<Handle>()) {
        data.timer.set(Some(loop_.handle_timer(&handle, timer)));
    }
    handle
}

fn positional(args: &Value) -> Vec<Value> {
    args.get::<crate::object::Tuple>().map(|args| args.items().to_vec()).unwrap_or_default()
}

/// Runs a handle, unless it was cancelled.
pub fn run(vm: &mut Vm, loop_: &LoopRef, handle: &Gc<Opaque>) -> Result<()> {
    let Some(data) = handle.data::<Handle>().filter(|data| !data.cancelled.get()) else { return Ok(()) };
    data.timer.set(None);
    let (function, args) = (data.function.get(), positional(&data.args.get()));
    call(vm, loop_, &function, &args, Some(handle))
}

/// Calls a callback; its exception goes to the loop's exception handler.
pub fn call(vm: &mut Vm, loop_: &LoopRef, function: &Value, args: &[Value], handle: Option<&Gc<Opaque>>) -> Result<()> {
    let Err(raised) = vm.call(function, args) else { return Ok(()) };
    if errors::leaves(vm, &raised) {
        return Err(raised);
    }
    let shown = describe::callback(vm, function)?;
    let handle = match handle {
        Some(handle) => handle.clone().into(),
        None => make(vm, loop_, function.clone(), crate::object::Tuple::value(args), None).into(),
    };
    let context = Dict::new();
    context.set_str(&vm.intern("message"), Str::value(format!("Exception in callback {shown}")));
    context.set_str(&vm.intern("exception"), raised.0.clone().into());
    context.set_str(&vm.intern("handle"), handle);
    errors::report(vm, loop_, raised, &context)
}

fn cancel(handle: Own<Handle>) {
    if !handle.cancelled.replace(true) {
        if let Some(timer) = handle.timer.take() {
            handle.loop_.cancel_timer(timer);
        }
        drop((handle.function.take(), handle.args.take()));
    }
}

fn cancelled(handle: Own<Handle>) -> bool {
    handle.cancelled.get()
}

fn when(handle: Own<Handle>) -> Option<f64> {
    handle.when
}

fn get_context(_: &Value) {}

fn repr(vm: &mut Vm, handle: Own<Handle>) -> Result {
    let mut text = if handle.when.is_some() { "<TimerHandle".to_owned() } else { "<Handle".to_owned() };
    if handle.cancelled.get() {
        text.push_str(" cancelled");
    }
    if let Some(when) = handle.when {
        text.push_str(&format!(" when={}", vm.repr(&Value::Float(when))?));
    }
    let function = handle.function.get();
    if function.is_set() {
        text.push_str(&format!(" {}", describe::callback(vm, &function)?));
    }
    Ok(Str::value(text + ">"))
}

/// The rows of `Handle`.
pub static ROWS: &[Row] = &[
    method!("cancel", "(self, /)", cancel, "Keeps the callback from being called."),
    method!("cancelled", "(self, /)", cancelled, "Whether it was cancelled."),
    method!("get_context", "(self, /)", get_context, "The context that the callback runs in."),
    method!("__repr__", "(self, /)", repr, "Shows the callback."),
];

/// The rows that `TimerHandle` adds.
pub static TIMER_ROWS: &[Row] = &[method!("when", "(self, /)", when, "When the callback is due, by the loop's clock.")];
