//! `Event`: its waiters are the native coroutines themselves, so that many can wait for little memory.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;

use crate::heap::{Gc, Visitor};
use crate::object::{Class, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::coroutine::{self, NativeCoroutine, Op, Wait};
use super::event_loop::LoopRef;
use super::loops;

/// The storage of an `Event`.
#[derive(Default)]
pub struct Event {
    is_set: Cell<bool>,
    waiters: RefCell<VecDeque<Gc<NativeCoroutine>>>,
    loop_: OnceCell<LoopRef>,
}

impl NativeData for Event {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.waiters.borrow().iter().for_each(|waiter| waiter.trace(visitor));
        if let Some(loop_) = self.loop_.get() {
            loop_.object().trace(visitor);
        }
    }

    fn clear(&self) {
        drop(self.waiters.take());
    }
}

/// The running loop; RuntimeError where the object was used with another one before.
pub fn bound_loop(vm: &mut Vm, object: &Value, known: &OnceCell<LoopRef>) -> Result<LoopRef> {
    let loop_ = loops::running_or_error(vm)?;
    if !known.get_or_init(|| loop_.clone()).same(&loop_) {
        let shown = vm.repr(object)?;
        return Err(vm.runtime_error(format!("{shown} is bound to a different event loop")));
    }
    Ok(loop_)
}

/// Begins `Event.wait`.
pub fn start_event_wait(vm: &mut Vm, this: &Gc<NativeCoroutine>, object: &Gc<Opaque>) -> Result<Wait> {
    let Some(event) = object.data::<Event>() else { return Ok(Wait::Ready(Value::None)) };
    if event.is_set.get() {
        return Ok(Wait::Ready(Value::Bool(true)));
    }
    let loop_ = bound_loop(vm, &object.clone().into(), &event.loop_)?;
    this.core.set_loop(loop_);
    event.waiters.borrow_mut().push_back(this.clone());
    Ok(Wait::Pending)
}

/// Ends `Event.wait`, however it ended.
pub fn end_event_wait(object: &Gc<Opaque>, this: &Gc<NativeCoroutine>) {
    let Some(event) = object.data::<Event>() else { return };
    let mut waiters = event.waiters.borrow_mut();
    // Waiters leave in the order in which they came, unless they are cancelled: the first is the usual one.
    let place = waiters.iter().position(|waiter| waiter.same(this));
    let removed = place.and_then(|place| waiters.remove(place));
    drop(waiters);
    drop(removed);
}

fn own(vm: &Vm, value: &Value) -> Result<Gc<Opaque>> {
    match value.gc::<Opaque>().filter(|object| object.data::<Event>().is_some()) {
        Some(object) => Ok(object.clone()),
        None => Err(vm.type_error(format!("expected an Event, got '{}'", vm.type_name(value)))),
    }
}

fn with<R>(vm: &mut Vm, value: &Value, body: impl FnOnce(&mut Vm, &Event) -> Result<R>) -> Result<R> {
    let object = own(vm, value)?;
    match object.data::<Event>() {
        Some(event) => body(vm, event),
        None => Err(vm.type_error("expected an Event")),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    match args[0].gc::<Class>() {
        Some(class) => Ok(Opaque::new(class.clone(), Event::default()).into()),
        None => Err(vm.type_error("Event.__new__(X): X is not a type object")),
    }
}

fn init(_: &mut Vm, _: &[Value]) -> Result {
    Ok(Value::None)
}

fn is_set(vm: &mut Vm, args: &[Value]) -> Result {
    with(vm, &args[0], |_, event| Ok(Value::Bool(event.is_set.get())))
}

fn set(vm: &mut Vm, args: &[Value]) -> Result {
    with(vm, &args[0], |vm, event| {
        if !event.is_set.replace(true) {
            let waiters: Vec<Gc<NativeCoroutine>> = event.waiters.borrow().iter().cloned().collect();
            for waiter in waiters {
                NativeCoroutine::complete(&waiter, vm, Value::Bool(true))?;
            }
        }
        Ok(Value::None)
    })
}

fn clear(vm: &mut Vm, args: &[Value]) -> Result {
    with(vm, &args[0], |_, event| {
        event.is_set.set(false);
        Ok(Value::None)
    })
}

fn wait(vm: &mut Vm, args: &[Value]) -> Result {
    let object = own(vm, &args[0])?;
    Ok(coroutine::make(vm, Op::Event(object)))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let object = own(vm, &args[0])?;
    let (class, address) = (object.class(), object.address());
    let name = class.qualname.borrow().clone();
    let module = class.namespace().get_str(&vm.names.module).unwrap_or_else(|| Str::value("asyncio.locks"));
    let module = vm.str(&module)?;
    with(vm, &args[0], |_, event| {
        let state = if event.is_set.get() { "set" } else { "unset" };
        let waiters = event.waiters.borrow().len();
        let extra = if waiters > 0 { format!(", waiters:{waiters}") } else { String::new() };
        Ok(Str::value(format!("<{module}.{name} object at {address:#x} [{state}{extra}]>")))
    })
}

/// The rows of `Event`.
pub static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, *args, **kwargs)", new, "Makes an event."),
    Row::method("__init__", "(self)", init, "An event begins unset."),
    Row::method("is_set", "(self)", is_set, "Whether it is set."),
    Row::method("set", "(self)", set, "Sets it: all who wait go on."),
    Row::method("clear", "(self)", clear, "Unsets it."),
    Row::method("wait", "(self)", wait, "Waits until it is set; returns True."),
    Row::method("__repr__", "(self)", repr, "Shows its state."),
];
