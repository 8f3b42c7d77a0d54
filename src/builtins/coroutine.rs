//! Coroutines and asynchronous generators: their methods, and the objects that awaiting them by hand goes through.

use std::cell::RefCell;

use crate::heap::Gc;
use crate::object::{AsyncAction, AsyncStep, CoroutineWrapper, Generator, Opaque, Str};
use crate::value::Value;
use crate::vm::{Enters, Of, Own, Poll, Result, Row, Sent, Vm, getter, method};

use super::generator;
use super::object::address;

static COROUTINE: &[Row] = &[
    method!(
        "send",
        "(self, value, /)",
        generator::send,
        "Send a value into the coroutine, return the next value it waits with or raise StopIteration."
    )
    .enters(Enters::Send),
    method!(
        "throw",
        "(self, typ, val=None, tb=None, /)",
        generator::throw,
        "Raise exception in coroutine, return the next value it waits with or raise StopIteration."
    ),
    method!("close", "(self, /)", generator::close, "Raise GeneratorExit inside the coroutine."),
    method!("__await__", "(self, /)", wrap, "Return an iterator to be used in await expression."),
    getter!("cr_running", generator::running, "Whether it runs now."),
    getter!("cr_suspended", generator::suspended, "Whether it rests at an await."),
    getter!("cr_frame", generator::frame, "Its frame, None once it has finished."),
    getter!("cr_code", generator::code, "Its code."),
    getter!("cr_await", generator::delegate, "What it awaits, or None."),
    getter!("cr_origin", |_: &Value| (), "Where it was made, if that were tracked."),
];

static WRAPPER: &[Row] = &[
    method!("__iter__", "(self, /)", |this: &Value| this.clone(), "Implement iter(self)."),
    method!(
        "__next__",
        "(self, /)",
        |vm, this: Own<CoroutineWrapper>| generator::send(vm, &this.data.0, &Value::None),
        "Implement next(self).",
    ),
    method!(
        "send",
        "(self, value, /)",
        |vm, this: Own<CoroutineWrapper>, value| generator::send(vm, &this.data.0, value),
        "Send a value into the coroutine.",
    ),
    method!(
        "throw",
        "(self, typ, val=None, tb=None, /)",
        |vm, this: Own<CoroutineWrapper>, typ, val, tb| generator::throw(vm, &this.data.0, typ, val, tb),
        "Raise exception in the coroutine.",
    ),
    method!("close", "(self, /)", |vm, this: Own<CoroutineWrapper>| generator::close(vm, &this.data.0), "Close the coroutine."),
];

static ASYNC_GENERATOR: &[Row] = &[
    method!(
        "__aiter__",
        "(self, /)",
        |this: &Value| this.clone(),
        "Return an awaitable, that resolves in asynchronous iterator."
    ),
    method!(
        "__anext__",
        "(self, /)",
        |this| step(this, AsyncAction::Send(Value::None), false),
        "Return a value or raise StopAsyncIteration.",
    ),
    method!(
        "asend",
        "(self, value, /)",
        |this, value: &Value| step(this, AsyncAction::Send(value.clone()), false),
        "Send a value into the generator.",
    ),
    method!("athrow", "(self, typ, val=None, tb=None, /)", athrow, "Raise exception in generator."),
    method!("aclose", "(self, /)", aclose, "Raise GeneratorExit inside generator."),
    getter!("ag_running", generator::running, "Whether a step is under way."),
    getter!("ag_suspended", generator::suspended, "Whether it rests."),
    getter!("ag_frame", generator::frame, "Its frame, None once it has finished."),
    getter!("ag_code", generator::code, "Its code."),
    getter!("ag_await", generator::delegate, "What it awaits, or None."),
];

static STEP: &[Row] = &[
    method!("__await__", "(self, /)", |this: &Value| this.clone(), "Return an iterator to be used in await expression."),
    method!("__iter__", "(self, /)", |this: &Value| this.clone(), "Implement iter(self)."),
    method!("__next__", "(self, /)", |vm, this| drive(vm, this, Sent::Value(Value::None)), "Implement next(self)."),
    method!(
        "send",
        "(self, value, /)",
        |vm, this, value: &Value| drive(vm, this, Sent::Value(value.clone())),
        "Send a value into the step."
    ),
    method!("throw", "(self, typ, val=None, tb=None, /)", step_throw, "Raise exception in the step."),
    method!("close", "(self, /)", step_close, "Close the step."),
    method!("__repr__", "(self, /)", step_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let tables = [
        (types.coroutine.clone(), COROUTINE),
        (types.coroutine_wrapper.clone(), WRAPPER),
        (types.async_generator.clone(), ASYNC_GENERATOR),
        (types.async_step.clone(), STEP),
    ];
    for (class, rows) in tables {
        vm.add_methods(&class, rows);
    }
}

fn wrap(vm: &mut Vm, coroutine: &Gc<Generator>) -> Value {
    Opaque::new(vm.types.coroutine_wrapper.clone(), CoroutineWrapper(coroutine.clone())).into()
}

fn step(generator: &Gc<Generator>, action: AsyncAction, closes: bool) -> Value {
    let (generator, throws) = (generator.clone(), matches!(action, AsyncAction::Throw(_)));
    Gc::new(AsyncStep { generator, action: RefCell::new(Some(action)), closes, throws, done: false.into() }).into()
}

fn athrow(vm: &mut Vm, this: &Gc<Generator>, typ: &Value, val: &Value, _: &Value) -> Result {
    let raised = generator::thrown(vm, typ, val)?;
    Ok(step(this, AsyncAction::Throw(raised.0.into()), false))
}

fn aclose(vm: &mut Vm, this: &Gc<Generator>) -> Value {
    let exit = vm.raise_with(&vm.exc.generator_exit, vec![]);
    step(this, AsyncAction::Throw(exit.0.into()), true)
}

/// Steps by hand what `await` steps otherwise.
fn drive(vm: &mut Vm, this: &Gc<AsyncStep>, sent: Sent) -> Result {
    match vm.step_async(this, sent)? {
        Poll::Pending(value) => Ok(value),
        Poll::Ready(value) => Err(vm.stop_iteration(value)),
    }
}

fn step_throw(vm: &mut Vm, this: &Gc<AsyncStep>, typ: &Value, val: &Value, _: &Value) -> Result {
    let raised = generator::thrown(vm, typ, val)?;
    drive(vm, this, Sent::Throw(raised))
}

fn step_close(vm: &mut Vm, step: &Gc<AsyncStep>) -> Result {
    if step.done.get() {
        return Ok(Value::None);
    }
    let exit = vm.raise_with(&vm.exc.generator_exit, vec![]);
    match vm.step_async(step, Sent::Throw(exit)) {
        Err(raised)
            if vm.is_exception(&raised, &vm.exc.generator_exit) || vm.is_exception(&raised, &vm.exc.stop_async_iteration) =>
        {
            Ok(Value::None)
        }
        Err(raised) => Err(raised),
        Ok(Poll::Ready(_)) => Ok(Value::None),
        Ok(Poll::Pending(_)) => Err(vm.runtime_error("coroutine ignored GeneratorExit")),
    }
}

fn step_repr(this: Of<AsyncStep>) -> Value {
    let step = this.storage;
    let name = if step.throws { "async_generator_athrow" } else { "async_generator_asend" };
    Str::value(format!("<{name} object at {:#x}>", address(this.value)))
}
