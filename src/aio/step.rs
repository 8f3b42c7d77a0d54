//! One step of a task: its coroutine runs until it waits for something, returns or raises.

use crate::heap::Gc;
use crate::object::Generator;
use crate::value::{Kind, Value};
use crate::vm::{Poll, Raised, Result, Resumed, Sent, Vm};

use super::core::{Callback, Core, State};
use super::future::{self, core_of};
use super::ready::Ready;
use super::task::Task;
use super::{coroutine, invalid_state, is_cancelled_error};

/// What a task waited for is done: it goes on with its result or exception.
pub fn wake(vm: &mut Vm, task: &Gc<Task>) -> Result<()> {
    let failure = task.waiting.with(|waiting| core_of(waiting).and_then(|core| core.failure(vm)));
    step(vm, task, failure)
}

/// Takes one step. Only KeyboardInterrupt and SystemExit come back as errors: all else ends up in the task.
pub fn step(vm: &mut Vm, task: &Gc<Task>, mut error: Option<Raised>) -> Result<()> {
    let core = &task.core;
    if core.is_done() {
        let shown = super::describe::task(vm, &task.clone().into(), "Task")?;
        return Err(invalid_state(
            vm,
            &format!("__step(): already done: {shown}, {}", if error.is_some() { "error" } else { "None" }),
        ));
    }
    if core.flag(Core::MUST_CANCEL, false) && !error.as_ref().is_some_and(|error| is_cancelled_error(vm, error)) {
        error = Some(super::cancelled_error(vm, task.cancel_message()));
    }
    drop(task.waiting.take());
    let Some(loop_) = core.loop_() else { return Ok(()) };
    let previous = loop_.enter(task);
    let resumed = drive(vm, task, error);
    loop_.leave(previous);
    match resumed {
        Resumed::Yielded(value) => rest(vm, task, value),
        Resumed::Returned(value) if core.flag(Core::MUST_CANCEL, false) => {
            // It was cancelled in its very last step.
            drop(value);
            let message = task.cancel_message();
            end(vm, task, State::Cancelled, message)
        }
        Resumed::Returned(value) => end(vm, task, State::Finished, value),
        Resumed::Raised(raised) => fail(vm, task, raised),
    }
}

/// Takes the first step of a task at once, before whoever makes it goes on.
pub fn eager(vm: &mut Vm, task: &Gc<Task>) -> Result<()> {
    step(vm, task, None)
}

#[inline]
fn drive(vm: &mut Vm, task: &Gc<Task>, error: Option<Raised>) -> Resumed {
    let coroutine = task.coroutine.get();
    let sent = match error {
        Some(raised) => Sent::Throw(raised),
        None => Sent::Value(Value::None),
    };
    if let Some(generator) = coroutine.gc::<Generator>() {
        return vm.resume(generator, sent);
    }
    if coroutine.kind() == Some(Kind::Awaitable) {
        return match coroutine::poll(vm, &coroutine, sent) {
            Ok(Poll::Ready(value)) => Resumed::Returned(value),
            Ok(Poll::Pending(value)) => Resumed::Yielded(value),
            Err(raised) => Resumed::Raised(raised),
        };
    }
    let sent = match sent {
        Sent::Value(value) => vm.call_method(&coroutine, &vm.names.send.clone(), &[value]),
        Sent::Throw(raised) => vm.call_method(&coroutine, &vm.names.throw.clone(), &[raised.0.into()]),
    };
    match sent {
        Ok(value) => Resumed::Yielded(value),
        Err(raised) => match vm.stop_value(raised) {
            Ok(value) => Resumed::Returned(value),
            Err(raised) => Resumed::Raised(raised),
        },
    }
}

/// The task is done.
fn end(vm: &mut Vm, task: &Gc<Task>, state: State, value: Value) -> Result<()> {
    if let Some(loop_) = task.core.loop_() {
        loop_.leave_table(task);
    }
    task.core.finish(vm, &task.clone().into(), state, value)
}

fn fail(vm: &mut Vm, task: &Gc<Task>, raised: Raised) -> Result<()> {
    if is_cancelled_error(vm, &raised) {
        task.core.flag(Core::KEPT, true);
        return end(vm, task, State::Cancelled, raised.0.into());
    }
    let leaves = vm.is_exception(&raised, &vm.exc.keyboard_interrupt) || vm.is_exception(&raised, &vm.exc.system_exit);
    end(vm, task, State::Failed, raised.0.clone().into())?;
    if leaves { Err(raised) } else { Ok(()) }
}

/// The coroutine handed out what it waits for.
fn rest(vm: &mut Vm, task: &Gc<Task>, yielded: Value) -> Result<()> {
    let Some(loop_) = task.core.loop_() else { return Ok(()) };
    if yielded.is_none() {
        loop_.push(Ready::Step(task.clone()));
        return Ok(());
    }
    match wait_for(vm, task, yielded)? {
        None => Ok(()),
        Some(message) => {
            let error = vm.runtime_error(message).0.into();
            loop_.push(Ready::Fail(Box::new((task.clone(), error))));
            Ok(())
        }
    }
}

/// Lets a task wait for a future; the error's text where it can't.
fn wait_for(vm: &mut Vm, task: &Gc<Task>, yielded: Value) -> Result<Option<String>> {
    let waited = if yielded.kind() == Some(Kind::Instance) { future::plain(&yielded).unwrap_or(yielded) } else { yielded };
    let own: Value = task.clone().into();
    let core = core_of(&waited).filter(|core| !waited.is::<coroutine::NativeCoroutine>() || core.has(Core::BLOCKING));
    let Some(core) = core else {
        let shown = vm.repr(&waited)?;
        if waited.get::<Generator>().is_some() {
            let task = vm.repr(&own)?;
            return Ok(Some(format!("yield was used instead of yield from for generator in task {task} with {shown}")));
        }
        return Ok(Some(format!("Task got bad yield: {shown}")));
    };
    if waited.same(&own) {
        return Ok(Some(format!("Task cannot await on itself: {}", vm.repr(&own)?)));
    }
    let loops = (core.loop_(), task.core.loop_());
    if let (Some(theirs), Some(ours)) = loops
        && !theirs.same(ours)
    {
        let (task, shown) = (vm.repr(&own)?, vm.repr(&waited)?);
        return Ok(Some(format!("Task {task} got Future {shown} attached to a different loop")));
    }
    if !core.flag(Core::BLOCKING, false) {
        let (task, shown) = (vm.repr(&own)?, vm.repr(&waited)?);
        return Ok(Some(format!("yield was used instead of yield from in task {task} with {shown}")));
    }
    if core.is_done() {
        // A custom awaitable handed out what is done already.
        if let Some(loop_) = task.core.loop_() {
            loop_.push(Ready::Wake(task.clone()));
        }
    } else {
        core.add(Callback::Wake(task.clone()));
    }
    task.waiting.set(waited.clone());
    if task.core.has(Core::MUST_CANCEL) {
        let message = task.cancel_message();
        if future::cancel(vm, &waited, message)? {
            task.core.flag(Core::MUST_CANCEL, false);
        }
    }
    Ok(None)
}
