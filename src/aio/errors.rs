//! What nobody can catch: exceptions of callbacks, exceptions of tasks that nobody looked at. They go to the loop's exception handler, and by
//! default to standard error in the words of the `asyncio` logger.

use crate::diag::say;
use crate::heap::Gc;
use crate::object::{Dict, Exception, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

use super::core::Core;
use super::event_loop::LoopRef;
use super::future::{Future, core_of};
use super::state;
use super::task::Task;

/// Whether an exception leaves the loop instead of being reported.
pub fn leaves(vm: &Vm, raised: &Raised) -> bool {
    vm.is_exception(raised, &vm.exc.keyboard_interrupt) || vm.is_exception(raised, &vm.exc.system_exit)
}

/// Runs native work of the loop; what it raises is reported.
pub fn guard(vm: &mut Vm, loop_: &LoopRef, work: impl FnOnce(&mut Vm) -> Result<()>) -> Result<()> {
    let Err(raised) = work(vm) else { return Ok(()) };
    if leaves(vm, &raised) {
        return Err(raised);
    }
    let context = Dict::new();
    context.set_str(&vm.intern("message"), Str::value("Unhandled exception in event loop"));
    context.set_str(&vm.intern("exception"), raised.0.clone().into());
    report(vm, loop_, raised, &context)
}

/// Calls the exception handler while the exception is being handled: an error of the handler itself names it as its context.
pub fn report(vm: &mut Vm, loop_: &LoopRef, raised: Raised, context: &Gc<Dict>) -> Result<()> {
    vm.while_handling(raised, |vm| call_exception_handler(vm, loop_, context))
}

/// `loop.call_exception_handler(context)`
pub fn call_exception_handler(vm: &mut Vm, loop_: &LoopRef, context: &Gc<Dict>) -> Result<()> {
    let handler = loop_.exception_handler.get();
    if handler.is_none() {
        return default_handler(vm, context);
    }
    let outcome = vm.call(&handler, &[loop_.value(), context.clone().into()]);
    let Err(raised) = outcome else { return Ok(()) };
    if leaves(vm, &raised) {
        return Err(raised);
    }
    let failed = Dict::new();
    failed.set_str(&vm.intern("message"), Str::value("Unhandled error in exception handler"));
    failed.set_str(&vm.intern("exception"), raised.0.into());
    failed.set_str(&vm.intern("context"), context.clone().into());
    default_handler(vm, &failed)
}

/// `loop.default_exception_handler(context)`
pub fn default_handler(vm: &mut Vm, context: &Gc<Dict>) -> Result<()> {
    let message = match context.get_text("message") {
        Some(message) if vm.truth(&message)? => vm.str(&message)?.to_string(),
        _ => "Unhandled exception in event loop".to_owned(),
    };
    let mut entries: Vec<(Gc<Str>, Value)> = context
        .borrow()
        .iter()
        .filter_map(|entry| entry.key.gc::<Str>().map(|key| (key.clone(), entry.value.clone())))
        .collect();
    entries.sort_by(|(a, _), (b, _)| a.as_str().cmp(b.as_str()));
    let mut text = message;
    for (key, value) in entries.iter().filter(|(key, _)| !matches!(key.as_str(), "message" | "exception")) {
        text.push_str(&format!("\n{key}: {}", vm.repr(value)?));
    }
    text.push('\n');
    if let Some(exception) = context.get_text("exception").and_then(|exception| exception.into_gc::<Exception>().ok()) {
        text.push_str(&(state(vm).format_exception)(vm, &exception));
    }
    write(vm, &text);
    Ok(())
}

/// Writes to the script's standard error; to the process's own where the script's is gone.
pub fn write(vm: &mut Vm, text: &str) {
    let stderr = vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("stderr")).filter(|stderr| !stderr.is_none());
    let name = vm.intern("write");
    let written = stderr.map(|stderr| vm.call_method(&stderr, &name, &[Str::value(text)]));
    if !matches!(written, Some(Ok(_))) {
        say(text);
    }
}

/// A future or task died whose exception nobody looked at.
pub fn never_retrieved(vm: &mut Vm, value: &Value) {
    let Some(core) = core_of(value) else { return };
    if !core.flag(Core::UNSEEN, false) {
        return;
    }
    let kind = match value.get::<Future>() {
        Some(future) if future.gather().is_some() => "_GatheringFuture",
        Some(_) => "Future",
        None => "Task",
    };
    let context = Dict::new();
    context.set_str(&vm.intern("message"), Str::value(format!("{kind} exception was never retrieved")));
    context.set_str(&vm.intern("exception"), core.slot().get());
    context.set_str(&vm.intern("future"), value.clone());
    complain(vm, core, &context);
}

/// Tells of a task that dies pending.
pub fn left_undone(vm: &mut Vm, task: &Gc<Task>) {
    let context = Dict::new();
    context.set_str(&vm.intern("task"), task.clone().into());
    context.set_str(&vm.intern("message"), Str::value("Task was destroyed but it is pending!"));
    complain(vm, &task.core, &context);
}

/// Hands something to the exception handler of a future's loop.
fn complain(vm: &mut Vm, core: &Core, context: &Gc<Dict>) {
    let outcome = match core.loop_().cloned() {
        Some(loop_) => call_exception_handler(vm, &loop_, context),
        None => default_handler(vm, context),
    };
    if let Err(raised) = outcome {
        (vm.hooks.unraisable)(vm, raised, "in the event loop's exception handler");
    }
}
