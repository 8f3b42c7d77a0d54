//! Asynchronous generators of a loop: those that are dropped before their end are closed by a task, those still open are closed at the end.

use crate::heap::{Gc, Weak};
use crate::object::{GenState, Generator, List};
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::event_loop::LoopRef;
use super::loop_rows::Immediate;
use super::{coroutine, functions, python, state};

/// A generator takes its first step: the running loop will close it.
pub fn begins(vm: &mut Vm, generator: &Gc<Generator>) {
    let Some(loop_) = state(vm).running() else { return };
    let mut open = loop_.generators.borrow_mut();
    if open.len() == open.capacity() {
        open.retain(|generator: &Weak<Generator>| !generator.is_dead());
    }
    open.push(Weak::new(generator));
}

/// A generator is dropped before its end: a task closes it, if a loop runs.
pub fn dropped(vm: &mut Vm, generator: &Gc<Generator>) -> bool {
    let Some(loop_) = state(vm).running().filter(|loop_| !loop_.is_closed()) else { return false };
    let generator = generator.clone();
    let closing = loop_.clone();
    loop_.defer(move |vm| {
        let closes = aclose(vm, &generator.into())?;
        functions::create_task(vm, &closing, &closes, &[]).map(|_| ())
    });
    true
}

fn aclose(vm: &mut Vm, generator: &Value) -> Result {
    let name = vm.intern("aclose");
    vm.call_method(generator, &name, &[])
}

/// The coroutine of `shutdown_asyncgens()`.
pub fn shutdown(vm: &mut Vm, loop_: &LoopRef) -> Result {
    let open: Vec<Value> = loop_.generators.take().iter().filter_map(Weak::upgrade).filter(is_open).map(Value::from).collect();
    if open.is_empty() {
        return Ok(coroutine::operation(vm, Immediate("BaseEventLoop.shutdown_asyncgens", Value::None)));
    }
    let close = python(vm, "asyncio.base_events", "_shutdown_asyncgens")?;
    vm.call(&close, &[loop_.value(), List::value(open)])
}

fn is_open(generator: &Gc<Generator>) -> bool {
    generator.state.get() == GenState::Suspended
}
