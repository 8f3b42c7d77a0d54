//! The methods of loop objects.

use crate::heap::Gc;
use crate::object::{Class, Dict, List, Str, Tuple};
use crate::reactor::Ties;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, getset, getter, method, static_method};

use super::coroutine::{NativeCoroutine, Operation, Wait};
use super::event_loop::{self, LoopRef};
use super::future::Future;
use super::ready::Ready;
use super::{errors, functions, generators, handle, run};

/// A coroutine that is over at once.
pub struct Immediate(pub &'static str, pub Value);

impl Operation for Immediate {
    fn name(&self) -> &'static str {
        self.0
    }

    fn start(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>) -> Result<Wait> {
        Ok(Wait::Ready(self.1.clone()))
    }

    fn resume(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome.map(Wait::Ready)
    }

    fn trace(&self, visitor: &mut crate::heap::Visitor<'_>) {
        self.1.trace(visitor);
    }
}

fn new(vm: &mut Vm, class: &Gc<Class>, _: &Value, _: &Value) -> Value {
    let loop_ = LoopRef::new(vm);
    *loop_.object().class.borrow_mut() = class.clone();
    loop_.value()
}

fn init(_: &Value, _: &Value, _: &Value) {}

fn run_forever(vm: &mut Vm, loop_: LoopRef) -> Result {
    event_loop::run_forever(vm, &loop_).map(|()| Value::None)
}

fn run_until_complete(vm: &mut Vm, loop_: LoopRef, future: &Value) -> Result {
    run::until_complete(vm, &loop_, future)
}

fn stop(loop_: LoopRef) {
    loop_.stop();
}

fn is_running(loop_: LoopRef) -> bool {
    loop_.is_running()
}

fn is_closed(loop_: LoopRef) -> bool {
    loop_.is_closed()
}

fn close(vm: &mut Vm, loop_: LoopRef) -> Result {
    loop_.close(vm).map(|()| Value::None)
}

fn time(loop_: LoopRef) -> f64 {
    loop_.time()
}

fn shutdown_asyncgens(vm: &mut Vm, loop_: LoopRef) -> Result {
    generators::shutdown(vm, &loop_)
}

/// TypeError in the words of a function of the language, for arguments that are missing.
fn missing(vm: &Vm, name: &str, names: &[&str]) -> crate::vm::Raised {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    let plural = if names.len() == 1 { "" } else { "s" };
    vm.type_error(format!(
        "BaseEventLoop.{name}() missing {} required positional argument{plural}: {}",
        names.len(),
        quoted.join(" and ")
    ))
}

/// `(self, *callback_and_args, context=None)`
fn call_soon(vm: &mut Vm, loop_: LoopRef, args: &Tuple, _: &Value) -> Result {
    let [callback, rest @ ..] = args.items() else { return Err(missing(vm, "call_soon", &["callback"])) };
    loop_.check_open(vm)?;
    check_callback(vm, &loop_, callback, "call_soon")?;
    let handle = handle::make(vm, &loop_, callback.clone(), Tuple::value(rest), None);
    loop_.push(Ready::Handle(handle.clone()));
    Ok(handle.into())
}

/// In debug mode, as in CPython, a callback that can't be called is found out at once.
fn check_callback(vm: &mut Vm, loop_: &LoopRef, callback: &Value, name: &str) -> Result<()> {
    if !loop_.debug.get() {
        return Ok(());
    }
    if super::task::is_coroutine(vm, callback) || functions::makes_coroutines(vm, callback)? {
        return Err(vm.type_error(format!("coroutines cannot be used with {name}()")));
    }
    let callable =
        callback.is::<Class>() || vm.lookup_special(callback, &vm.names.call.clone()).is_some() || is_function(callback);
    if callable {
        return Ok(());
    }
    let shown = vm.repr(callback)?;
    Err(vm.type_error(format!("a callable object was expected by {name}(), got {shown}")))
}

fn is_function(value: &Value) -> bool {
    use crate::value::Kind;
    matches!(value.kind(), Some(Kind::Function | Kind::Native | Kind::BoundMethod | Kind::Class))
}

fn call_later(vm: &mut Vm, loop_: LoopRef, delay: &Value, callback: &Value, args: &Value, _: &Value) -> Result {
    if delay.is_none() {
        return Err(vm.type_error("delay must not be None"));
    }
    loop_.check_open(vm)?;
    let delay = functions::seconds(vm, delay)?;
    // The words are those of call_at, which it stands on in CPython.
    check_callback(vm, &loop_, callback, "call_at")?;
    let when = loop_.time() + delay;
    Ok(handle::make(vm, &loop_, callback.clone(), args.clone(), Some((when, Ties::Insertion))).into())
}

fn call_at(vm: &mut Vm, loop_: LoopRef, when: &Value, callback: &Value, args: &Value, ties: Ties) -> Result {
    if when.is_none() {
        return Err(vm.type_error("when cannot be None"));
    }
    loop_.check_open(vm)?;
    let when = functions::seconds(vm, when)?;
    check_callback(vm, &loop_, callback, "call_at")?;
    Ok(handle::make(vm, &loop_, callback.clone(), args.clone(), Some((when, ties))).into())
}

fn create_future(vm: &mut Vm, loop_: LoopRef) -> Value {
    Future::new(vm, &loop_).into()
}

/// `(self, coro, /, *, name=None, context=None, eager_start=None)`
fn create_task(vm: &mut Vm, loop_: LoopRef, coro: &Value, name: &Value, context: &Value, eager_start: &Value) -> Result {
    let options = [("name", name.clone()), ("context", context.clone()), ("eager_start", eager_start.clone())];
    functions::create_task(vm, &loop_, coro, &options)
}

fn set_task_factory(vm: &mut Vm, loop_: LoopRef, factory: &Value) -> Result<()> {
    if !factory.is_none() && !is_function(factory) && vm.lookup_special(factory, &vm.names.call.clone()).is_none() {
        return Err(vm.type_error("task factory must be a callable or None"));
    }
    loop_.task_factory.set(factory.clone());
    Ok(())
}

fn get_task_factory(loop_: LoopRef) -> Value {
    loop_.task_factory.get()
}

fn set_exception_handler(vm: &mut Vm, loop_: LoopRef, handler: &Value) -> Result<()> {
    if !handler.is_none() && !is_function(handler) && vm.lookup_special(handler, &vm.names.call.clone()).is_none() {
        let shown = vm.repr(handler)?;
        return Err(vm.type_error(format!("A callable object or None is expected, got {shown}")));
    }
    loop_.exception_handler.set(handler.clone());
    Ok(())
}

fn get_exception_handler(loop_: LoopRef) -> Value {
    loop_.exception_handler.get()
}

fn context_of(vm: &Vm, value: &Value) -> Result<Gc<Dict>> {
    vm.native_arg::<Dict>(value).ok_or_else(|| vm.type_error("context must be a dict"))
}

fn default_exception_handler(vm: &mut Vm, _: &Value, context: &Value) -> Result<()> {
    let context = context_of(vm, context)?;
    errors::default_handler(vm, &context)
}

fn call_exception_handler(vm: &mut Vm, loop_: LoopRef, context: &Value) -> Result {
    let context = context_of(vm, context)?;
    errors::call_exception_handler(vm, &loop_, &context).map(|()| Value::None)
}

fn get_debug(loop_: LoopRef) -> bool {
    loop_.debug.get()
}

fn set_debug(loop_: LoopRef, on: bool) {
    loop_.debug.set(on);
}

fn slow_callback(loop_: LoopRef) -> f64 {
    loop_.slow_callback.get()
}

fn set_slow_callback(vm: &mut Vm, loop_: LoopRef, value: &Value) -> Result<()> {
    let seconds = functions::seconds(vm, value)?;
    loop_.slow_callback.set(seconds);
    Ok(())
}

/// `(self, sig, callback, /, *args)`
fn add_signal_handler(vm: &mut Vm, loop_: LoopRef, sig: &Value, callback: &Value, args: &[Value]) -> Result {
    loop_.check_open(vm)?;
    if super::task::is_coroutine(vm, callback) {
        return Err(vm.type_error("coroutines cannot be used with add_signal_handler()"));
    }
    let signal = signal_number(vm, sig)?;
    let watched = loop_.reactor().signals().watch(signal, true);
    if watched.is_err() {
        return Err(vm.runtime_error(format!("sig {signal} cannot be caught")));
    }
    let handle = handle::make(vm, &loop_, callback.clone(), Tuple::value(args.to_vec()), None);
    let mut handlers = loop_.signal_handlers.borrow_mut();
    handlers.retain(|(number, _)| *number != signal);
    handlers.push((signal, handle));
    Ok(Value::None)
}

fn signal_number(vm: &mut Vm, value: &Value) -> Result<i32> {
    let number = vm.index(value)?;
    match i32::try_from(number) {
        Ok(number) if (1..65).contains(&number) => Ok(number),
        _ => Err(vm.value_error(format!("invalid signal number {number}"))),
    }
}

fn remove_signal_handler(vm: &mut Vm, loop_: LoopRef, sig: &Value) -> Result {
    let signal = signal_number(vm, sig)?;
    let mut handlers = loop_.signal_handlers.borrow_mut();
    let before = handlers.len();
    handlers.retain(|(number, _)| *number != signal);
    let removed = before > handlers.len();
    drop(handlers);
    if removed {
        loop_.reactor().signals().unwatch(signal);
    }
    Ok(Value::Bool(removed))
}

fn repr(loop_: LoopRef) -> Value {
    let name = loop_.object().class().name.borrow().clone();
    let word = |on: bool| if on { "True" } else { "False" };
    Str::value(format!(
        "<{name} running={} closed={} debug={}>",
        word(loop_.is_running()),
        word(loop_.is_closed()),
        word(loop_.debug.get())
    ))
}

fn timer_handles(_: LoopRef) -> Value {
    List::value(vec![])
}

fn set_default_executor(_: LoopRef, _: &Value) {}

/// The rows of loops.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a loop."),
    method!("__init__", "(self, *args, **kwargs)", init, "Nothing to do."),
    method!("run_forever", "(self)", run_forever, "Runs until stop() is called."),
    method!("run_until_complete", "(self, future)", run_until_complete, "Runs until the future is done; its result."),
    method!("stop", "(self)", stop, "Stops after the present turn."),
    method!("is_running", "(self)", is_running, "Whether it runs."),
    method!("is_closed", "(self)", is_closed, "Whether it is closed."),
    method!("close", "(self)", close, "Forgets all that is queued."),
    method!("time", "(self)", time, "The present instant of its clock."),
    method!("shutdown_asyncgens", "(self)", shutdown_asyncgens, "Closes asynchronous generators that are still open."),
    method!("call_soon", "(self, *args, context=None)", call_soon, "Calls back in the next turn."),
    method!("call_soon_threadsafe", "(self, *args, context=None)", call_soon, "As call_soon, from any thread."),
    method!("call_later", "(self, delay, callback, /, *args, context=None)", call_later, "Calls back after delay seconds."),
    method!(
        "call_at",
        "(self, when, callback, /, *args, context=None)",
        |vm, loop_, when, callback, args, _: &Value| call_at(vm, loop_, when, callback, args, Ties::Heap),
        "Calls back at an instant of its clock.",
    ),
    method!(
        "_call_in_order",
        "(self, when, callback, /, *args, context=None)",
        |vm, loop_, when, callback, args, _: &Value| call_at(vm, loop_, when, callback, args, Ties::Insertion),
        "As call_at; of several calls at one instant the first one comes first.",
    ),
    method!("create_future", "(self)", create_future, "A pending future."),
    method!("create_task", "(self, coro, *, name=None, context=None, eager_start=None)", create_task, "Schedules a coroutine."),
    method!("set_task_factory", "(self, factory)", set_task_factory, "Sets what makes its tasks."),
    method!("get_task_factory", "(self)", get_task_factory, "What makes its tasks, or None."),
    method!("set_exception_handler", "(self, handler)", set_exception_handler, "Sets who is told of errors of callbacks."),
    method!("get_exception_handler", "(self)", get_exception_handler, "Who is told of errors of callbacks, or None."),
    method!("default_exception_handler", "(self, context)", default_exception_handler, "Writes an error to standard error."),
    method!("call_exception_handler", "(self, context)", call_exception_handler, "Tells of an error."),
    method!("get_debug", "(self)", get_debug, "Whether it is in debug mode."),
    method!("set_debug", "(self, enabled)", set_debug, "Sets debug mode."),
    method!("add_signal_handler", "(self, sig, callback, /, *args)", add_signal_handler, "Calls back when a signal comes."),
    method!("remove_signal_handler", "(self, sig)", remove_signal_handler, "Removes the handler of a signal."),
    method!(
        "set_default_executor",
        "(self, executor)",
        set_default_executor,
        "Accepted: blocking calls run where they always do."
    ),
    method!("__repr__", "(self)", repr, "Shows whether it runs, is closed, is in debug mode."),
    getset!("slow_callback_duration", slow_callback, set_slow_callback, "Seconds after which debug mode complains."),
    getter!("_scheduled", timer_handles, "Not shown: timers live in the reactor."),
];
