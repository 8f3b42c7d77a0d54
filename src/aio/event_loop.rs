//! The event loop: ready queue, timers, and the reactor under them.
//!
//! A turn runs exactly what was ready when it began, in this order: what was queued before, sources that became ready, timers that came due.
//! This is the order that asyncio keeps, so that programs print the same.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::ops::Deref;

use rustc_hash::FxHashMap;

use crate::heap::{Gc, Visitor, Weak};
use crate::object::{Generator, NativeData, Opaque};
use crate::reactor::{self, ChildId, Clock, JobId, Reactor, Ties, TimerId, Token, Turn};
use crate::value::Value;
use crate::vm::{FromArg, Place, Raised, Result, Vm};

use super::core::{Callback, Slot};
use super::coroutine::NativeCoroutine;
use super::ready::{Deferred, Ready, Timer};
use super::task::Task;
use super::thread::Executor;
use super::{deadlock, errors, gather, handle, io, state, step};

/// What a job of the thread pool comes back with.
pub enum Outcome {
    /// It slept.
    Slept,
    /// It resolved a name.
    Resolved(reactor::Answer),
}

/// Handles the events of a source.
pub type SourceFn = fn(&mut Vm, &Gc<Opaque>, reactor::Event) -> Result<()>;
/// Handles the end of a child.
pub type ExitFn = fn(&mut Vm, &Gc<Opaque>, i32) -> Result<()>;
/// Handles the end of a job.
pub type JobFn = Box<dyn FnOnce(&mut Vm, Outcome) -> Result<()>>;

/// The tasks that are not done, in the order in which they were made, with gaps where there were others.
#[derive(Default)]
struct Table {
    tasks: Vec<Option<Gc<Task>>>,
    gaps: usize,
}

impl Table {
    fn enter(&mut self, task: &Gc<Task>) {
        task.place.set(self.tasks.len() as u32);
        self.tasks.push(Some(task.clone()));
    }

    fn leave(&mut self, task: &Task) -> Option<Gc<Task>> {
        let place = task.place.replace(u32::MAX) as usize;
        let removed = self.tasks.get_mut(place)?.take();
        if place + 1 == self.tasks.len() {
            self.tasks.pop();
        } else {
            self.gaps += 1;
        }
        // Moving the rest together each time that half of it is gone costs a step or two for each task.
        if self.gaps > 32 && self.gaps > self.tasks.len() / 2 {
            self.tasks.retain(Option::is_some);
            self.gaps = 0;
            self.iter().enumerate().for_each(|(place, task)| task.place.set(place as u32));
        }
        removed
    }

    fn iter(&self) -> impl Iterator<Item = &Gc<Task>> {
        self.tasks.iter().flatten()
    }
}

/// The storage of a loop object.
pub struct Loop {
    ready: RefCell<VecDeque<Ready>>,
    reactor: RefCell<Reactor<Outcome>>,
    turn: Cell<Turn<Outcome>>,
    timers: RefCell<Vec<Option<Timer>>>,
    sources: RefCell<Vec<Option<(Token, Gc<Opaque>, SourceFn)>>>,
    children: RefCell<FxHashMap<ChildId, (Gc<Opaque>, ExitFn)>>,
    jobs: RefCell<FxHashMap<JobId, JobFn>>,
    tasks: RefCell<Table>,
    current: Cell<Option<Gc<Task>>>,
    running: Cell<bool>,
    stopping: Cell<bool>,
    closed: Cell<bool>,
    /// `get_debug()`
    pub debug: Cell<bool>,
    /// `slow_callback_duration`
    pub slow_callback: Cell<f64>,
    /// The script's exception handler, or None.
    pub exception_handler: Slot,
    /// The script's task factory, or None.
    pub task_factory: Slot,
    /// Whether the default executor was shut down.
    pub executor_closed: Cell<bool>,
    /// Asynchronous generators that have begun.
    pub generators: RefCell<Vec<Weak<Generator>>>,
    /// Blocking calls.
    pub executor: Executor,
    /// Handlers of signals, by number.
    pub signal_handlers: RefCell<Vec<(i32, Gc<Opaque>)>>,
    /// The main task of a runner, which a first SIGINT cancels, and how many SIGINTs came.
    pub interruptible: RefCell<Option<(Value, u32)>>,
}

impl NativeData for Loop {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.ready.borrow().iter().for_each(|entry| entry.trace(visitor));
        self.timers.borrow().iter().flatten().for_each(|timer| timer.trace(visitor));
        self.sources.borrow().iter().flatten().for_each(|(_, object, _)| object.trace(visitor));
        self.children.borrow().values().for_each(|(object, _)| object.trace(visitor));
        self.tasks.borrow().iter().for_each(|task| task.trace(visitor));
        self.exception_handler.trace(visitor);
        self.task_factory.trace(visitor);
        self.executor.trace(visitor);
        self.signal_handlers.borrow().iter().for_each(|(_, handle)| handle.trace(visitor));
        if let Some((task, _)) = &*self.interruptible.borrow() {
            task.trace(visitor);
        }
        let current = self.current.take();
        if let Some(task) = &current {
            task.trace(visitor);
        }
        self.current.set(current);
    }

    fn clear(&self) {
        drop((self.ready.take(), self.timers.take(), self.sources.take(), self.children.take(), self.tasks.take()));
        drop((self.exception_handler.take(), self.task_factory.take(), self.signal_handlers.take(), self.interruptible.take()));
    }
}

/// A reference to a loop object.
#[derive(Clone)]
pub struct LoopRef(Gc<Opaque>);

impl Deref for LoopRef {
    type Target = Loop;

    #[inline]
    fn deref(&self) -> &Loop {
        match self.0.data::<Loop>() {
            Some(data) => data,
            None => unreachable!("a LoopRef is made only of objects that hold a Loop"),
        }
    }
}

impl<'a> FromArg<'a> for LoopRef {
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        LoopRef::from_value(vm, value)
    }
}

impl LoopRef {
    /// A new loop with the clock that the machine's loops go by.
    pub fn new(vm: &Vm) -> LoopRef {
        let aio = state(vm);
        let clock = if aio.virtual_clock.get() { Clock::Virtual { now: aio.virtual_now.get() } } else { Clock::Real };
        let data = Loop {
            ready: RefCell::default(),
            reactor: RefCell::new(Reactor::new(clock)),
            turn: Cell::default(),
            timers: RefCell::default(),
            sources: RefCell::default(),
            children: RefCell::default(),
            jobs: RefCell::default(),
            tasks: RefCell::default(),
            current: Cell::new(None),
            running: Cell::new(false),
            stopping: Cell::new(false),
            closed: Cell::new(false),
            debug: Cell::new(false),
            slow_callback: Cell::new(0.1),
            exception_handler: Slot::new(Value::None),
            task_factory: Slot::new(Value::None),
            executor_closed: Cell::new(false),
            generators: RefCell::default(),
            executor: Executor::default(),
            signal_handlers: RefCell::default(),
            interruptible: RefCell::new(None),
        };
        LoopRef(Opaque::new(aio.classes.event_loop.clone(), data))
    }

    /// The loop that a value is.
    pub fn from_value(vm: &Vm, value: &Value) -> Result<LoopRef> {
        match value.gc::<Opaque>().filter(|object| object.data::<Loop>().is_some()) {
            Some(object) => Ok(LoopRef(object.clone())),
            None => Err(vm.type_error(format!("expected an event loop, got '{}'", vm.type_name(value)))),
        }
    }

    /// The loop as a value.
    pub fn value(&self) -> Value {
        self.0.clone().into()
    }

    /// The loop's object.
    pub fn object(&self) -> &Gc<Opaque> {
        &self.0
    }

    /// Whether both are one loop.
    #[inline]
    pub fn same(&self, other: &LoopRef) -> bool {
        self.0.same(&other.0)
    }
}

impl Loop {
    /// Queues something for the next turn (or this one, if it has not begun).
    #[inline]
    pub fn push(&self, entry: Ready) {
        self.ready.borrow_mut().push_back(entry);
    }

    /// Queues native work.
    pub fn defer(&self, work: impl FnOnce(&mut Vm) -> Result<()> + 'static) {
        self.push(Ready::Run(Box::new(Deferred(Box::new(work)))));
    }

    /// RuntimeError if it is closed.
    #[inline]
    pub fn check_open(&self, vm: &Vm) -> Result<()> {
        if self.closed.get() { Err(vm.runtime_error("Event loop is closed")) } else { Ok(()) }
    }

    /// Whether it runs.
    pub fn is_running(&self) -> bool {
        self.running.get()
    }

    /// Whether it is closed.
    pub fn is_closed(&self) -> bool {
        self.closed.get()
    }

    /// Lets it stop after the present turn.
    pub fn stop(&self) {
        self.stopping.set(true);
    }

    /// The present instant of its clock, in seconds.
    pub fn time(&self) -> f64 {
        self.reactor.borrow().now()
    }

    /// The reactor. Nothing may call into the machine meanwhile.
    pub fn reactor(&self) -> std::cell::RefMut<'_, Reactor<Outcome>> {
        self.reactor.borrow_mut()
    }

    /// Starts the timer of a `sleep`; its place among the timers.
    pub fn sleep(&self, coroutine: &Gc<NativeCoroutine>, delay: f64) -> u32 {
        let deadline = self.time() + delay;
        self.add_timer(deadline, Ties::Insertion, |id| Timer::Coroutine(id, coroutine.clone())).slot() as u32
    }

    /// Stops the timer of a `sleep`, if it is still to come.
    pub fn end_sleep(&self, place: u32, coroutine: &Gc<NativeCoroutine>) {
        let id = match self.timers.borrow().get(place as usize) {
            Some(Some(Timer::Coroutine(id, sleeping))) if sleeping.same(coroutine) => *id,
            _ => return,
        };
        self.cancel_timer(id);
    }

    /// Starts a timer for native work.
    pub fn after(&self, delay: f64, work: Deferred) {
        let deadline = self.time() + delay;
        self.add_timer(deadline, Ties::Insertion, |id| Timer::Run(id, Box::new(work)));
    }

    /// Starts the timer of a handle.
    pub fn handle_timer(&self, handle: &Gc<Opaque>, (deadline, ties): (f64, Ties)) -> TimerId {
        self.add_timer(deadline, ties, |id| Timer::Handle(id, handle.clone()))
    }

    fn add_timer(&self, deadline: f64, ties: Ties, timer: impl FnOnce(TimerId) -> Timer) -> TimerId {
        let id = self.reactor.borrow_mut().add_timer(deadline, ties);
        let mut timers = self.timers.borrow_mut();
        if timers.len() <= id.slot() {
            timers.resize_with(id.slot() + 1, || None);
        }
        timers[id.slot()] = Some(timer(id));
        id
    }

    /// Stops a timer, if it is still to come.
    pub fn cancel_timer(&self, id: TimerId) {
        if self.reactor.borrow_mut().cancel_timer(id) {
            drop(self.take_timer(id));
        }
    }

    fn take_timer(&self, id: TimerId) -> Option<Timer> {
        let mut timers = self.timers.borrow_mut();
        let place = timers.get_mut(id.slot())?;
        if place.as_ref().is_some_and(|timer| timer.id() == id) { place.take() } else { None }
    }

    /// Says who handles the events of a source.
    pub fn set_source(&self, token: Token, object: &Gc<Opaque>, ready: SourceFn) {
        let mut sources = self.sources.borrow_mut();
        if sources.len() <= token.slot() {
            sources.resize_with(token.slot() + 1, || None);
        }
        let before = sources[token.slot()].replace((token, object.clone(), ready));
        drop(sources);
        drop(before);
    }

    /// Hands a source back.
    pub fn remove_source(&self, token: Token) -> Option<reactor::Source> {
        let source = self.reactor.borrow_mut().remove(token)?;
        let entry = self.sources.borrow_mut().get_mut(token.slot()).and_then(Option::take);
        drop(entry);
        Some(source)
    }

    /// Says which directions of a source matter.
    pub fn set_interest(&self, vm: &Vm, token: Token, interest: reactor::Interest) -> Result<()> {
        let outcome = self.reactor.borrow_mut().set_interest(token, interest);
        outcome.map_err(|error| io::os_error(vm, &error))
    }

    /// Notes who is told of a child's end.
    pub fn watch_child(&self, id: ChildId, object: &Gc<Opaque>, ended: ExitFn) {
        self.children.borrow_mut().insert(id, (object.clone(), ended));
    }

    /// Notes what a job's end leads to.
    pub fn watch_job(&self, id: JobId, ended: JobFn) {
        self.jobs.borrow_mut().insert(id, ended);
    }

    /// Enters a task that was made into the table.
    pub fn enter_table(&self, task: &Gc<Task>) {
        self.tasks.borrow_mut().enter(task);
    }

    /// Takes a task that is done out of the table.
    pub fn leave_table(&self, task: &Gc<Task>) {
        let removed = self.tasks.borrow_mut().leave(task);
        drop(removed);
    }

    /// The tasks that are not done, in the order in which they were made.
    pub fn all_tasks(&self) -> Vec<Gc<Task>> {
        self.tasks.borrow().iter().cloned().collect()
    }

    /// The task that takes a step now.
    pub fn current_task(&self) -> Option<Gc<Task>> {
        let current = self.current.take();
        self.current.set(current.clone());
        current
    }

    /// A task begins a step; returns the one that it interrupts.
    #[inline]
    pub fn enter(&self, task: &Gc<Task>) -> Option<Gc<Task>> {
        self.current.replace(Some(task.clone()))
    }

    /// A task ends a step.
    #[inline]
    pub fn leave(&self, previous: Option<Gc<Task>>) {
        self.current.set(previous);
    }

    /// Closes it: what was queued is forgotten.
    pub fn close(&self, vm: &Vm) -> Result<()> {
        if self.running.get() {
            return Err(vm.runtime_error("Cannot close a running event loop"));
        }
        if self.closed.replace(true) {
            return Ok(());
        }
        drop((self.ready.take(), self.timers.take(), self.sources.take(), self.children.take(), self.jobs.take()));
        // What waits for ever now lives only as long as the script holds it.
        drop(self.tasks.take());
        self.executor_closed.set(true);
        self.executor.clear();
        drop(self.signal_handlers.take());
        let aio = state(vm);
        aio.virtual_now.set(aio.virtual_now.get().max(if aio.virtual_clock.get() { self.time() } else { 0.0 }));
        let fresh = Reactor::new(Clock::Virtual { now: self.time() });
        drop(self.reactor.replace(fresh));
        Ok(())
    }
}

/// Runs a loop until it is stopped.
pub fn run_forever(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    loop_.check_open(vm)?;
    check_not_running(vm, loop_)?;
    let aio = state(vm);
    loop_.running.set(true);
    aio.set_running(Some(loop_.clone()));
    let outcome = turns(vm, loop_);
    aio.set_running(None);
    loop_.running.set(false);
    loop_.stopping.set(false);
    outcome
}

/// RuntimeError if this loop or another one runs.
pub fn check_not_running(vm: &Vm, loop_: &LoopRef) -> Result<()> {
    if loop_.running.get() {
        return Err(vm.runtime_error("This event loop is already running"));
    }
    if state(vm).running().is_some() {
        return Err(vm.runtime_error("Cannot run the event loop while another loop is running"));
    }
    Ok(())
}

fn turns(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    loop {
        turn(vm, loop_)?;
        if loop_.stopping.get() {
            return Ok(());
        }
    }
}

/// One turn.
fn turn(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    poll(vm, loop_)?;
    let count = loop_.ready.borrow().len();
    for _ in 0..count {
        let entry = loop_.ready.borrow_mut().pop_front();
        let Some(entry) = entry else { break };
        run(vm, loop_, entry)?;
    }
    Ok(())
}

/// Asks the reactor what came, waiting if there is nothing to do.
fn poll(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    let block = loop_.ready.borrow().is_empty() && !loop_.stopping.get();
    if block && loop_.reactor.borrow_mut().is_idle() {
        return Err(deadlock::report(vm, loop_));
    }
    let mut turn = loop_.turn.take();
    let polled = loop_.reactor.borrow_mut().turn(block, &mut turn);
    if let Err(error) = polled {
        loop_.turn.set(turn);
        return Err(io::os_error(vm, &error));
    }
    let outcome = if turn.is_empty() { Ok(()) } else { sort(vm, loop_, &mut turn) };
    loop_.turn.set(turn);
    outcome
}

/// Queues what came.
fn sort(vm: &mut Vm, loop_: &LoopRef, turn: &mut Turn<Outcome>) -> Result<()> {
    for signal in std::mem::take(&mut turn.signals) {
        signalled(vm, loop_, signal)?;
    }
    turn.events.drain(..).for_each(|event| loop_.push(Ready::Io(event)));
    for exit in turn.exits.drain(..) {
        let watcher = loop_.children.borrow_mut().remove(&exit.id);
        if let Some((object, ended)) = watcher {
            loop_.defer(move |vm| ended(vm, &object, exit.code));
        }
    }
    for finished in turn.jobs.drain(..) {
        let watcher = loop_.jobs.borrow_mut().remove(&finished.id);
        if let (Some(ended), Ok(outcome)) = (watcher, finished.outcome) {
            loop_.defer(move |vm| ended(vm, outcome));
        }
    }
    for id in turn.timers.drain(..) {
        match loop_.take_timer(id) {
            Some(Timer::Coroutine(_, coroutine)) => loop_.push(Ready::Elapsed(coroutine)),
            Some(Timer::Handle(_, handle)) => loop_.push(Ready::Handle(handle)),
            Some(Timer::Run(_, work)) => loop_.push(Ready::Run(work)),
            None => {}
        }
    }
    Ok(())
}

/// A signal came: its handler runs; a first SIGINT cancels the main task of a runner, another one is a KeyboardInterrupt.
fn signalled(vm: &mut Vm, loop_: &LoopRef, signal: i32) -> Result<()> {
    if signal == signal_hook::consts::SIGINT {
        let aio = super::state(vm);
        aio.interrupts.set(aio.interrupts.get() + 1);
    }
    let handler = loop_.signal_handlers.borrow().iter().find(|(number, _)| *number == signal).map(|(_, handle)| handle.clone());
    if let Some(handle) = handler {
        loop_.push(Ready::Handle(handle));
        return Ok(());
    }
    if signal == signal_hook::consts::SIGINT { interrupt(vm, loop_) } else { Ok(()) }
}

/// What SIGINT does to a loop.
pub fn interrupt(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    let main = loop_.interruptible.borrow_mut().as_mut().map(|(task, count)| {
        *count += 1;
        (task.clone(), *count)
    });
    match main {
        Some((task, 1)) if super::future::core_of(&task).is_some_and(|core| !core.is_done()) => {
            super::future::cancel(vm, &task, Value::None)?;
            Ok(())
        }
        _ => Err(vm.raise_with(&vm.exc.keyboard_interrupt.clone(), vec![])),
    }
}

/// Runs one entry. Errors of callbacks go to the exception handler; KeyboardInterrupt and SystemExit leave the loop.
#[inline]
fn run(vm: &mut Vm, loop_: &LoopRef, entry: Ready) -> Result<()> {
    match entry {
        Ready::Step(task) => step::step(vm, &task, None),
        Ready::Wake(task) => step::wake(vm, &task),
        Ready::Fail(entry) => {
            let (task, error) = *entry;
            let error = error.into_gc().ok().map(Raised);
            step::step(vm, &task, error)
        }
        Ready::Callback(entry) => callback(vm, loop_, *entry),
        Ready::Handle(handle) => handle::run(vm, loop_, &handle),
        Ready::Elapsed(coroutine) => NativeCoroutine::elapsed(&coroutine, vm),
        Ready::Io(event) => {
            let entry = loop_.sources.borrow().get(event.token.slot()).cloned().flatten();
            match entry {
                Some((token, object, ready)) if token == event.token => {
                    errors::guard(vm, loop_, |vm| ready(vm, &object, event))
                }
                _ => Ok(()),
            }
        }
        Ready::Run(work) => errors::guard(vm, loop_, work.0),
    }
}

fn callback(vm: &mut Vm, loop_: &LoopRef, entry: (Callback, Value)) -> Result<()> {
    let (callback, future) = entry;
    match callback {
        Callback::Wake(task) => step::wake(vm, &task),
        Callback::Gather(outer) => gather::child_done(vm, &outer, &future),
        Callback::Stop => super::run::main_done(vm, loop_, &future),
        Callback::Run(work) => errors::guard(vm, loop_, work.0),
        Callback::Script(script) => {
            let shown = super::future::shown(&future);
            handle::call(vm, loop_, &script.function, &[shown], None)
        }
    }
}
