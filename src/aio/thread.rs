//! Calls that block: `run_in_executor`, and with it `to_thread`.
//!
//! Each runs in a thread of the script ([`crate::vm::Thread`]) that takes its turns on the loop. When it blocks (`time.sleep`, a result that the
//! loop is to bring) the loop runs on and lets it continue later. As under CPython only so many run at once; others wait for their turn.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::heap::{Gc, Visitor};
use crate::value::Value;
use crate::vm::{Block, Result, Row, Thread, ThreadStep, Vm, function, method};

use super::core::{Callback, State};
use super::coroutine::{self, NativeCoroutine, Operation, Wait};
use super::event_loop::LoopRef;
use super::future::{self, Future, core_of};
use super::ready::Deferred;
use super::{functions, loops, state};

/// Threads beyond the number of processors, and the most there are.
const EXTRA: usize = 4;
const MOST: usize = 32;

/// A call that waits for its turn.
struct Call {
    function: Value,
    args: Vec<Value>,
    future: Gc<Future>,
}

/// The blocking calls of a loop.
#[derive(Default)]
pub struct Executor {
    active: RefCell<usize>,
    queue: RefCell<VecDeque<Call>>,
    ending: RefCell<Vec<Gc<NativeCoroutine>>>,
}

impl Executor {
    /// Visits the values it holds.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        for call in &*self.queue.borrow() {
            call.function.trace(visitor);
            call.args.iter().for_each(|arg| arg.trace(visitor));
            call.future.trace(visitor);
        }
        self.ending.borrow().iter().for_each(|waiter| waiter.trace(visitor));
    }

    /// Forgets what has not begun.
    pub fn clear(&self) {
        drop((self.queue.take(), self.ending.take()));
    }

    fn is_idle(&self) -> bool {
        *self.active.borrow() == 0 && self.queue.borrow().is_empty()
    }
}

/// A thread under way.
struct Running {
    thread: Thread,
    future: Gc<Future>,
    loop_: LoopRef,
}

fn most_threads() -> usize {
    MOST.min(std::thread::available_parallelism().map_or(1, usize::from) + EXTRA)
}

/// Lets queued calls begin while there is room.
fn begin(vm: &mut Vm, loop_: &LoopRef) -> Result<()> {
    while *loop_.executor.active.borrow() < most_threads() {
        let call = loop_.executor.queue.borrow_mut().pop_front();
        let Some(call) = call else { break };
        // As in CPython a call whose future was cancelled before it began does not run.
        if call.future.core.is_done() {
            continue;
        }
        let Some(thread) = Thread::new(call.function, call.args) else {
            return Err(vm.runtime_error("can't start new thread"));
        };
        *loop_.executor.active.borrow_mut() += 1;
        let running = Running { thread, future: call.future, loop_: loop_.clone() };
        loop_.defer(move |vm| go_on(vm, Box::new(running)));
    }
    Ok(())
}

/// Runs a thread until it blocks or ends.
fn go_on(vm: &mut Vm, mut running: Box<Running>) -> Result<()> {
    let aio = state(vm);
    // No loop runs in that thread.
    let before = aio.running();
    aio.set_running(None);
    let step = running.thread.resume(vm);
    aio.set_running(before);
    let loop_ = running.loop_.clone();
    match step {
        ThreadStep::Done(outcome) => {
            *loop_.executor.active.borrow_mut() -= 1;
            settle(vm, &running.future, outcome)?;
            begin(vm, &loop_)?;
            if loop_.executor.is_idle() {
                for waiter in loop_.executor.ending.take() {
                    NativeCoroutine::complete(&waiter, vm, Value::None)?;
                }
            }
        }
        ThreadStep::Blocked(Block::Sleep(seconds)) => {
            loop_.after(seconds.max(0.0), Deferred(Box::new(move |vm| go_on(vm, running))));
        }
        ThreadStep::Blocked(Block::Future(future)) => {
            let work = Deferred(Box::new(move |vm: &mut Vm| go_on(vm, running)));
            match core_of(&future).filter(|core| !core.is_done()) {
                Some(core) => core.add(Callback::Run(Box::new(work))),
                None => loop_.defer(work.0),
            }
        }
    }
    Ok(())
}

/// Gives a call's outcome to the future that stands for it, unless that was cancelled.
fn settle(vm: &mut Vm, future: &Gc<Future>, outcome: Result) -> Result<()> {
    let value: Value = future.clone().into();
    if future.core.is_done() {
        return Ok(());
    }
    match outcome {
        Ok(result) => future.core.finish(vm, &value, State::Finished, result),
        Err(raised) => {
            let exception: Value = raised.0.into();
            future::set_exception(vm, &value, &future.core, &exception)
        }
    }
}

/// `(self, executor, func, *args)`
fn run_in_executor(vm: &mut Vm, loop_: LoopRef, _: &Value, func: &Value, args: &[Value]) -> Result {
    loop_.check_open(vm)?;
    if loop_.executor_closed.get() {
        return Err(vm.runtime_error("Executor shutdown has been called"));
    }
    let future = Future::new(vm, &loop_);
    let call = Call { function: func.clone(), args: args.to_vec(), future: future.clone() };
    loop_.executor.queue.borrow_mut().push_back(call);
    begin(vm, &loop_)?;
    Ok(future.into())
}

/// `time.sleep` as this floor sees it: a thread of the script rests, the main one blocks the process (or moves a virtual clock on).
pub fn sleep(vm: &mut Vm, seconds: f64) -> Result<()> {
    if vm.block(Block::Sleep(seconds)) {
        return Ok(());
    }
    let aio = state(vm);
    if !aio.virtual_clock.get() {
        std::thread::sleep(std::time::Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or_default());
        return Ok(());
    }
    match aio.running() {
        Some(loop_) => loop_.reactor().pass(seconds),
        None => aio.virtual_now.set(aio.virtual_now.get() + seconds.max(0.0)),
    }
    Ok(())
}

/// `_wait_in_thread(future)`: blocks the running thread until a future is done.
fn wait_in_thread(vm: &mut Vm, future: &Value) -> Result<()> {
    let Some(future) = future::plain(future) else { return Err(vm.type_error("a future is required")) };
    let done = core_of(&future).is_none_or(super::core::Core::is_done);
    if !done && !vm.block(Block::Future(future)) {
        let class = state(vm).classes.deadlock_error.clone();
        return Err(vm.raise(&class, "the thread that runs the event loop would wait for the event loop"));
    }
    Ok(())
}

/// `shutdown_default_executor()`: waits until all calls have ended.
struct Shutdown(LoopRef);

impl Operation for Shutdown {
    fn name(&self) -> &'static str {
        "BaseEventLoop.shutdown_default_executor"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        self.0.executor_closed.set(true);
        if self.0.executor.is_idle() {
            return Ok(Wait::Ready(Value::None));
        }
        this.core.set_loop(loops::running_or_error(vm)?);
        self.0.executor.ending.borrow_mut().push(this.clone());
        Ok(Wait::Pending)
    }

    fn resume(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome.map(Wait::Ready)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.object().trace(visitor);
    }
}

/// The coroutine of `shutdown_default_executor()`.
pub fn shutdown(vm: &Vm, loop_: &LoopRef) -> Value {
    coroutine::operation(vm, Shutdown(loop_.clone()))
}

fn shutdown_default_executor(vm: &mut Vm, this: &Value, timeout: &Value) -> Result {
    let loop_ = LoopRef::from_value(vm, this)?;
    if !timeout.is_none() {
        functions::seconds(vm, timeout)?;
    }
    Ok(shutdown(vm, &loop_))
}

/// The functions that `tasks.py` uses.
pub static FUNCTIONS: &[Row] =
    &[function!("_wait_in_thread", "(future, /)", wait_in_thread, "Blocks the running thread until a future is done.")];

/// The rows that loops get from here.
pub static ROWS: &[Row] = &[
    method!(
        "run_in_executor",
        "(self, executor, func, /, *args)",
        run_in_executor,
        "Calls a function that blocks; a future for its result.",
    ),
    method!(
        "shutdown_default_executor",
        "(self, timeout=None)",
        shutdown_default_executor,
        "Waits for blocking calls and takes no more of them."
    ),
];
