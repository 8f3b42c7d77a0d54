//! The event loop over Values: ready queue, tasks, futures, wake-ups, cancellation, streams, processes.
//!
//! What is hot is here; what is cold stands in `stdlib/asyncio/`, in the language itself. One [`Aio`] per machine knows the classes and which
//! loop runs; all else belongs to a loop.

mod class;
mod core;
mod coroutine;
mod deadlock;
mod describe;
mod errors;
mod event_loop;
mod functions;
mod future;
mod gather;
mod generators;
mod handle;
mod io;
mod loop_rows;
mod loops;
mod nested;
mod parking;
mod process;
mod queue;
mod ready;
mod run;
mod step;
mod stream;
mod sync;
mod task;
mod thread;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::heap::{Erased, Gc};
use crate::object::{Exception, Module, Str};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

use event_loop::LoopRef;

pub use class::Classes;

/// How an exception is written: with its traceback, causes and notes.
pub type FormatException = fn(&mut Vm, &Gc<Exception>) -> String;

/// What belongs to the machine rather than to one loop.
pub struct Aio {
    /// The classes of the module.
    pub classes: Classes,
    running: RefCell<Option<LoopRef>>,
    current: RefCell<Option<LoopRef>>,
    task_number: Cell<u32>,
    /// SIGINTs that loops have dealt with.
    pub interrupts: Cell<u32>,
    /// Whether loops go by a virtual clock.
    pub virtual_clock: Cell<bool>,
    /// What a virtual clock shows while no loop runs: where the last one stopped.
    virtual_now: Cell<f64>,
    format_exception: FormatException,
}

impl Aio {
    /// The running loop.
    pub fn running(&self) -> Option<LoopRef> {
        self.running.borrow().clone()
    }

    fn set_running(&self, loop_: Option<LoopRef>) {
        drop(self.running.replace(loop_));
    }

    /// The loop that `set_event_loop` set.
    pub fn current(&self) -> Option<LoopRef> {
        self.current.borrow().clone()
    }

    fn set_current(&self, loop_: Option<LoopRef>) {
        drop(self.current.replace(loop_));
    }

    /// The number of the next task that gets no name.
    fn next_task_number(&self) -> u32 {
        let number = self.task_number.get() + 1;
        self.task_number.set(number);
        number
    }
}

/// The machine's [`Aio`].
pub fn state(vm: &Vm) -> Rc<Aio> {
    let state = vm.event_loop.clone().and_then(|state| state.downcast::<Aio>().ok());
    match state {
        Some(state) => state,
        None => unreachable!("natives of this floor exist only after `install`"),
    }
}

/// Makes the classes and hooks of this floor, once for a machine.
pub fn install(vm: &mut Vm, format_exception: FormatException) -> Rc<Aio> {
    if let Some(aio) = vm.event_loop.clone().and_then(|state| state.downcast::<Aio>().ok()) {
        return aio;
    }
    let aio = Rc::new(Aio {
        classes: Classes::new(vm),
        running: RefCell::new(None),
        current: RefCell::new(None),
        task_number: Cell::new(0),
        interrupts: Cell::new(0),
        virtual_clock: Cell::new(false),
        virtual_now: Cell::new(0.0),
        format_exception,
    });
    vm.event_loop = Some(aio.clone());
    aio.classes.fill(vm);
    vm.types.set_kind(Kind::Future, aio.classes.future.clone());
    vm.types.set_kind(Kind::Task, aio.classes.task.clone());
    vm.types.set_kind(Kind::Awaitable, aio.classes.coroutine.clone());
    vm.hooks.poll[Kind::Future as usize] = Some(future::poll);
    vm.hooks.poll[Kind::Task as usize] = Some(future::poll);
    vm.hooks.poll[Kind::Awaitable as usize] = Some(coroutine::poll);
    vm.hooks.finalize = finalize;
    vm.hooks.async_generator_begins = generators::begins;
    vm.hooks.async_generator_dropped = generators::dropped;
    vm.hooks.sleep = Some(thread::sleep);
    vm.hooks.virtual_time = virtual_time;
    aio
}

/// The present instant of a virtual clock.
fn virtual_time(vm: &Vm) -> Option<f64> {
    let aio = state(vm);
    let now = || aio.running().or_else(|| aio.current()).map_or(aio.virtual_now.get(), |loop_| loop_.time());
    aio.virtual_clock.get().then(now)
}

/// Puts the native names into the module; `format_exception` writes exceptions that nobody catches.
pub fn fill_module(vm: &mut Vm, module: &Gc<Module>, format_exception: FormatException) {
    let aio = install(vm, format_exception);
    for rows in [functions::ROWS, loops::ROWS, process::FUNCTIONS, run::FUNCTIONS, thread::FUNCTIONS, stream::connect::ROWS] {
        vm.add_functions(module, rows);
    }
    for (name, class) in aio.classes.public() {
        module.namespace.set_str(&vm.intern(name), class.into());
    }
}

/// The end of an object that is no script's: an exception that nobody saw, a coroutine that nobody awaited.
fn finalize(vm: &mut Vm, object: Erased) {
    let object = match object.downcast::<task::Task>() {
        Ok(task) if task.is_left_undone() => return errors::left_undone(vm, &task),
        Ok(task) => return errors::never_retrieved(vm, &task.into()),
        Err(other) => other,
    };
    let object = match object.downcast::<future::Future>() {
        Ok(future) => return errors::never_retrieved(vm, &future.into()),
        Err(other) => other,
    };
    if let Ok(native) = object.downcast::<coroutine::NativeCoroutine>() {
        let origin = native.core.origin();
        (vm.hooks.never_awaited_native)(vm, native.name(), origin);
    }
}

/// `CancelledError(message)`; without an argument where the message is None.
fn cancelled_error(vm: &Vm, message: Value) -> Raised {
    let args = if message.is_none() { vec![] } else { vec![message] };
    vm.raise_with(&state(vm).classes.cancelled_error, args)
}

/// Whether an exception is a CancelledError.
fn is_cancelled_error(vm: &Vm, raised: &Raised) -> bool {
    vm.is_exception(raised, &state(vm).classes.cancelled_error)
}

/// `InvalidStateError(message)`
fn invalid_state(vm: &Vm, message: &str) -> Raised {
    vm.raise_with(&state(vm).classes.invalid_state_error, vec![Str::value(message)])
}

/// A name of one of the modules that are written in the language.
fn python(vm: &mut Vm, module: &str, name: &str) -> Result {
    let module = vm.import_module(module)?;
    let name = vm.intern(name);
    vm.get_attr(&module, &name)
}

/// What SIGINT means to the running loop: a first one cancels the main task of a runner, any other is a KeyboardInterrupt. For a floor above
/// that catches the signal while a script computes.
pub fn interrupt(vm: &mut Vm) -> Result<()> {
    match state(vm).running() {
        Some(loop_) => event_loop::interrupt(vm, &loop_),
        None => Err(vm.raise_with(&vm.exc.keyboard_interrupt.clone(), vec![])),
    }
}
