//! Running a loop for one coroutine: `run_until_complete`, `Runner`, `asyncio.run`.

use std::cell::{Cell, RefCell};

use signal_hook::consts::SIGINT;

use crate::heap::{Gc, Visitor};
use crate::object::{Class, Dict, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, function, method, static_method};

use super::core::{Callback, Core, Slot, State};
use super::event_loop::{self, LoopRef};
use super::future::{self, core_of};
use super::task::Task;
use super::{errors, functions, gather, generators, is_cancelled_error, state, thread};

/// `loop.run_until_complete(future)`
pub fn until_complete(vm: &mut Vm, loop_: &LoopRef, awaitable: &Value) -> Result {
    loop_.check_open(vm)?;
    event_loop::check_not_running(vm, loop_)?;
    let is_new = future::plain(awaitable).is_none();
    let future = functions::ensure(vm, awaitable, Some(loop_))?;
    let plain = future::plain(&future).unwrap_or(future);
    let Some(core) = core_of(&plain) else { return Ok(Value::None) };
    if is_new {
        core.flag(Core::QUIET, true);
    }
    if core.is_done() {
        loop_.push(super::ready::Ready::Callback(Box::new((Callback::Stop, plain.clone()))));
    } else {
        core.add(Callback::Stop);
    }
    let outcome = event_loop::run_forever(vm, loop_);
    core.remove_where(|callback| matches!(callback, Callback::Stop));
    if let Err(raised) = outcome {
        if is_new && core.state() == State::Failed {
            // The exception is on its way already.
            core.flag(Core::UNSEEN, false);
        }
        return Err(raised);
    }
    if !core.is_done() {
        return Err(vm.runtime_error("Event loop stopped before Future completed."));
    }
    core.result(vm)
}

/// The future of `run_until_complete` is done.
pub fn main_done(vm: &mut Vm, loop_: &LoopRef, future: &Value) -> Result<()> {
    if let Some(core) = core_of(future).filter(|core| core.state() == State::Failed) {
        let exception = future::exception(vm, core)?;
        let leaves = exception.into_gc().is_ok_and(|exception| errors::leaves(vm, &crate::vm::Raised(exception)));
        if leaves {
            // It leaves the loop by itself.
            return Ok(());
        }
    }
    loop_.stop();
    Ok(())
}

/// Where a runner is in its life.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Life {
    Created,
    Initialized,
    Closed,
}

/// The storage of a `Runner`.
pub struct Runner {
    life: Cell<Life>,
    loop_: RefCell<Option<LoopRef>>,
    debug: Slot,
    factory: Slot,
    /// Whether it has set the current loop.
    sets_loop: Cell<bool>,
}

impl NativeData for Runner {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(loop_) = &*self.loop_.borrow() {
            loop_.object().trace(visitor);
        }
        self.debug.trace(visitor);
        self.factory.trace(visitor);
    }

    fn clear(&self) {
        drop((self.loop_.take(), self.debug.take(), self.factory.take()));
    }
}

impl Runner {
    fn new(debug: Value, factory: Value) -> Runner {
        Runner {
            life: Cell::new(Life::Created),
            loop_: RefCell::new(None),
            debug: Slot::new(debug),
            factory: Slot::new(factory),
            sets_loop: Cell::new(false),
        }
    }

    /// The loop, made at first use.
    fn loop_(&self, vm: &mut Vm) -> Result<LoopRef> {
        match self.life.get() {
            Life::Closed => return Err(vm.runtime_error("Runner is closed")),
            Life::Initialized => {
                if let Some(loop_) = &*self.loop_.borrow() {
                    return Ok(loop_.clone());
                }
            }
            Life::Created => {}
        }
        let factory = self.factory.get();
        let loop_ = if factory.is_none() {
            let loop_ = LoopRef::new(vm);
            if !self.sets_loop.replace(true) {
                state(vm).set_current(Some(loop_.clone()));
            }
            loop_
        } else {
            let made = vm.call(&factory, &[])?;
            LoopRef::from_value(vm, &made)?
        };
        let debug = self.debug.get();
        if !debug.is_none() {
            let on = vm.truth(&debug)?;
            loop_.debug.set(on);
        }
        *self.loop_.borrow_mut() = Some(loop_.clone());
        self.life.set(Life::Initialized);
        Ok(loop_)
    }

    fn run(&self, vm: &mut Vm, main: &Value) -> Result {
        if state(vm).running().is_some() {
            return Err(vm.runtime_error("Runner.run() cannot be called from a running event loop"));
        }
        let loop_ = self.loop_(vm)?;
        let main = wrapped(vm, main)?;
        let task = functions::create_task(vm, &loop_, &main, &[])?;
        // A first SIGINT cancels the main task, so that its `finally` blocks run.
        let watched = loop_.reactor().signals().watch(SIGINT, false).is_ok();
        let before = loop_.interruptible.replace(watched.then(|| (task.clone(), 0)));
        let outcome = until_complete(vm, &loop_, &task);
        let interrupts = loop_.interruptible.replace(before).map_or(0, |(_, count)| count);
        loop_.reactor().signals().unwatch(SIGINT);
        let Err(raised) = outcome else { return outcome };
        if interrupts > 0 && is_cancelled_error(vm, &raised) && task.get::<Task>().is_some_and(|task| task.cancels() <= 1) {
            let interrupt = vm.raise_with(&vm.exc.keyboard_interrupt.clone(), vec![]);
            // Where the program was when it was interrupted.
            interrupt.0.context.replace(Some(raised.0));
            return Err(interrupt);
        }
        Err(raised)
    }

    fn close(&self, vm: &mut Vm) -> Result<()> {
        if self.life.get() != Life::Initialized {
            return Ok(());
        }
        let Some(loop_) = self.loop_.borrow().clone() else { return Ok(()) };
        let outcome = shut_down(vm, &loop_);
        if self.sets_loop.get() {
            state(vm).set_current(None);
        }
        let closed = loop_.close(vm);
        drop(self.loop_.take());
        self.life.set(Life::Closed);
        outcome.and(closed)
    }
}

/// What a runner drives: a coroutine, or one that awaits what it was given.
fn wrapped(vm: &mut Vm, main: &Value) -> Result {
    if super::task::is_coroutine(vm, main) {
        return Ok(main.clone());
    }
    if future::plain(main).is_none() && vm.lookup_special(main, &vm.names.await_.clone()).is_none() {
        return Err(vm.type_error("An asyncio.Future, a coroutine or an awaitable is required"));
    }
    let wrap = super::python(vm, "asyncio.tasks", "_wrap_awaitable")?;
    vm.call(&wrap, std::slice::from_ref(main))
}

/// Cancels what is left, then lets generators and threads end.
fn shut_down(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    cancel_all(vm, loop_)?;
    let open = generators::shutdown(vm, loop_)?;
    until_complete(vm, loop_, &open)?;
    let calls = thread::shutdown(vm, loop_);
    until_complete(vm, loop_, &calls)?;
    Ok(())
}

fn cancel_all(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    let tasks = loop_.all_tasks();
    if tasks.is_empty() {
        return Ok(());
    }
    for task in &tasks {
        super::task::cancel(vm, task, Value::None)?;
    }
    let values: Vec<Value> = tasks.iter().cloned().map(Value::from).collect();
    let all = gather::gather(vm, &values, true)?;
    until_complete(vm, loop_, &all)?;
    for task in tasks.iter().filter(|task| task.core.state() == State::Failed) {
        let context = Dict::new();
        context.set_str(&vm.intern("message"), Str::value("unhandled exception during asyncio.run() shutdown"));
        context.set_str(&vm.intern("exception"), task.core.slot().get());
        context.set_str(&vm.intern("task"), task.clone().into());
        errors::call_exception_handler(vm, loop_, &context)?;
    }
    Ok(())
}

/// `run(main, *, debug=None, loop_factory=None)`
fn run(vm: &mut Vm, main: &Value, debug: &Value, loop_factory: &Value) -> Result {
    if state(vm).running().is_some() {
        return Err(vm.runtime_error("asyncio.run() cannot be called from a running event loop"));
    }
    let runner = Runner::new(debug.clone(), loop_factory.clone());
    runner.loop_(vm)?;
    let outcome = runner.run(vm, main);
    let closed = runner.close(vm);
    match (outcome, closed) {
        (Err(raised), Ok(())) => Err(raised),
        (Err(raised), Err(last)) => {
            last.0.context.borrow_mut().get_or_insert(raised.0);
            Err(last)
        }
        (Ok(value), closed) => closed.map(|()| value),
    }
}

fn new(class: &Gc<Class>, _: &Value, _: &Value) -> Gc<Opaque> {
    Opaque::new(class.clone(), Runner::new(Value::None, Value::None))
}

fn init(runner: Own<Runner>, debug: &Value, loop_factory: &Value) {
    runner.debug.set(debug.clone());
    runner.factory.set(loop_factory.clone());
}

fn enter(vm: &mut Vm, runner: Own<Runner>) -> Result {
    runner.loop_(vm).map(|_| runner.value())
}

fn exit(vm: &mut Vm, runner: Own<Runner>, _: &Value, _: &Value, _: &Value) -> Result<()> {
    runner.close(vm)
}

fn close(vm: &mut Vm, runner: Own<Runner>) -> Result {
    runner.close(vm).map(|()| Value::None)
}

fn get_loop(vm: &mut Vm, runner: Own<Runner>) -> Result {
    runner.loop_(vm).map(|loop_| loop_.value())
}

fn run_method(vm: &mut Vm, runner: Own<Runner>, coro: &Value, _: &Value) -> Result {
    runner.run(vm, coro)
}

/// The rows of `Runner`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a runner."),
    method!("__init__", "def (self, *, debug=None, loop_factory=None)", init, "The loop is made at first use."),
    method!("__enter__", "def (self)", enter, "Makes the loop."),
    method!("__exit__", "def (self, exc_type, exc_val, exc_tb)", exit, "Closes the runner."),
    method!("close", "def (self)", close, "Cancels what is left and closes the loop."),
    method!("get_loop", "def (self)", get_loop, "The loop."),
    method!("run", "def (self, coro, *, context=None)", run_method, "Runs a coroutine; its result."),
];

/// The functions of the module.
pub static FUNCTIONS: &[Row] = &[function!(
    "run",
    "def (main, *, debug=None, loop_factory=None)",
    run,
    "Runs a coroutine on a new loop, then closes the loop; its result."
)];
