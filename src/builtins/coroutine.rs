//! Coroutines and asynchronous generators: their methods, and the objects that awaiting them by hand goes through.

use std::cell::RefCell;

use crate::heap::Gc;
use crate::object::{AsyncAction, AsyncStep, CoroutineWrapper, Generator, Opaque, Str};
use crate::value::Value;
use crate::vm::{Poll, Result, Row, Sent, Vm};

use super::generator;
use super::object::address;
use super::receiver::receiver;

static COROUTINE: &[Row] = &[
    Row::method(
        "send",
        "(self, value, /)",
        generator::send,
        "Send a value into the coroutine, return the next value it waits with or raise StopIteration.",
    ),
    Row::method(
        "throw",
        "(self, typ, val=None, tb=None, /)",
        generator::throw,
        "Raise exception in coroutine, return the next value it waits with or raise StopIteration.",
    ),
    Row::method("close", "(self, /)", generator::close, "Raise GeneratorExit inside the coroutine."),
    Row::method("__await__", "(self, /)", wrap, "Return an iterator to be used in await expression."),
    Row::getter("cr_running", generator::running, "Whether it runs now."),
    Row::getter("cr_suspended", generator::suspended, "Whether it rests at an await."),
    Row::getter("cr_frame", generator::frame, "Its frame, None once it has finished."),
    Row::getter("cr_code", generator::code, "Its code."),
    Row::getter("cr_await", generator::delegate, "What it awaits, or None."),
    Row::getter("cr_origin", |_, _| Ok(Value::None), "Where it was made, if that were tracked."),
];

static WRAPPER: &[Row] = &[
    Row::method("__iter__", "(self, /)", |_, args| Ok(args[0].clone()), "Implement iter(self)."),
    Row::method(
        "__next__",
        "(self, /)",
        |vm, args| with_inner(vm, args, &[Value::None], generator::send),
        "Implement next(self).",
    ),
    Row::method(
        "send",
        "(self, value, /)",
        |vm, args| with_inner(vm, args, &args[1..], generator::send),
        "Send a value into the coroutine.",
    ),
    Row::method(
        "throw",
        "(self, typ, val=None, tb=None, /)",
        |vm, args| with_inner(vm, args, &args[1..], generator::throw),
        "Raise exception in the coroutine.",
    ),
    Row::method("close", "(self, /)", |vm, args| with_inner(vm, args, &[], generator::close), "Close the coroutine."),
];

static ASYNC_GENERATOR: &[Row] = &[
    Row::method(
        "__aiter__",
        "(self, /)",
        |_, args| Ok(args[0].clone()),
        "Return an awaitable, that resolves in asynchronous iterator.",
    ),
    Row::method(
        "__anext__",
        "(self, /)",
        |vm, args| step(vm, args, AsyncAction::Send(Value::None), false),
        "Return a value or raise StopAsyncIteration.",
    ),
    Row::method(
        "asend",
        "(self, value, /)",
        |vm, args| step(vm, args, AsyncAction::Send(args[1].clone()), false),
        "Send a value into the generator.",
    ),
    Row::method("athrow", "(self, typ, val=None, tb=None, /)", athrow, "Raise exception in generator."),
    Row::method("aclose", "(self, /)", aclose, "Raise GeneratorExit inside generator."),
    Row::getter("ag_running", generator::running, "Whether a step is under way."),
    Row::getter("ag_suspended", generator::suspended, "Whether it rests."),
    Row::getter("ag_frame", generator::frame, "Its frame, None once it has finished."),
    Row::getter("ag_code", generator::code, "Its code."),
    Row::getter("ag_await", generator::delegate, "What it awaits, or None."),
];

static STEP: &[Row] = &[
    Row::method("__await__", "(self, /)", |_, args| Ok(args[0].clone()), "Return an iterator to be used in await expression."),
    Row::method("__iter__", "(self, /)", |_, args| Ok(args[0].clone()), "Implement iter(self)."),
    Row::method("__next__", "(self, /)", |vm, args| drive(vm, args, Sent::Value(Value::None)), "Implement next(self)."),
    Row::method(
        "send",
        "(self, value, /)",
        |vm, args| drive(vm, args, Sent::Value(args[1].clone())),
        "Send a value into the step.",
    ),
    Row::method("throw", "(self, typ, val=None, tb=None, /)", step_throw, "Raise exception in the step."),
    Row::method("close", "(self, /)", step_close, "Close the step."),
    Row::method("__repr__", "(self, /)", step_repr, "Return repr(self)."),
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

fn wrap(vm: &mut Vm, args: &[Value]) -> Result {
    let coroutine = generator::this(vm, args, "__await__")?.clone();
    Ok(Opaque::new(vm.types.coroutine_wrapper.clone(), CoroutineWrapper(coroutine)).into())
}

/// Calls a method of the coroutine behind a wrapper.
fn with_inner(vm: &mut Vm, args: &[Value], rest: &[Value], function: crate::vm::NativeFn) -> Result {
    let inner: Option<Gc<Generator>> =
        args[0].get::<Opaque>().and_then(|own| own.data::<CoroutineWrapper>()).map(|own| own.0.clone());
    let Some(inner) = inner else { return Err(vm.type_error("a coroutine_wrapper is needed")) };
    let all: Vec<Value> = std::iter::once(inner.into()).chain(rest.iter().cloned()).collect();
    function(vm, &all)
}

fn step(vm: &mut Vm, args: &[Value], action: AsyncAction, closes: bool) -> Result {
    let generator = generator::this(vm, args, "asend")?.clone();
    Ok(Gc::new(AsyncStep { generator, action: RefCell::new(Some(action)), closes, done: false.into() }).into())
}

fn athrow(vm: &mut Vm, args: &[Value]) -> Result {
    let raised = generator::thrown(vm, &args[1], &args[2])?;
    step(vm, args, AsyncAction::Throw(raised.0.into()), false)
}

fn aclose(vm: &mut Vm, args: &[Value]) -> Result {
    let exit = vm.raise_with(&vm.exc.generator_exit, vec![]);
    step(vm, args, AsyncAction::Throw(exit.0.into()), true)
}

/// Steps by hand what `await` steps otherwise.
fn drive(vm: &mut Vm, args: &[Value], sent: Sent) -> Result {
    let step = receiver::<AsyncStep>(vm, args, "send")?.clone();
    match vm.step_async(&step, sent)? {
        Poll::Pending(value) => Ok(value),
        Poll::Ready(value) => Err(vm.stop_iteration(value)),
    }
}

fn step_throw(vm: &mut Vm, args: &[Value]) -> Result {
    let raised = generator::thrown(vm, &args[1], &args[2])?;
    drive(vm, args, Sent::Throw(raised))
}

fn step_close(vm: &mut Vm, args: &[Value]) -> Result {
    let step = receiver::<AsyncStep>(vm, args, "close")?.clone();
    if step.done.get() || step.action.borrow().is_some() {
        step.done.set(true);
        drop(step.action.take());
        return Ok(Value::None);
    }
    let exit = vm.raise_with(&vm.exc.generator_exit, vec![]);
    match vm.step_async(&step, Sent::Throw(exit)) {
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

fn step_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let step = receiver::<AsyncStep>(vm, args, "__repr__")?;
    let name = if step.closes { "async_generator_athrow" } else { "async_generator_asend" };
    Ok(Str::value(format!("<{name} object at {:#x}>", address(&args[0]))))
}
