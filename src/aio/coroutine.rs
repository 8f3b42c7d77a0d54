//! Coroutines written in Rust: `sleep`, `Event.wait` and the like.
//!
//! To scripts they are coroutines: they can be sent to, thrown into, closed, made into tasks, and are missed when nobody awaits them. Inside,
//! one is a small machine ([`Op`]) with a [`Core`]: while it waits, it is itself the future that its task waits for, so a wait takes one object.

use std::cell::Cell;

use crate::heap::{Gc, HeapType, Visitor};
use crate::object::{Class, Exception, Generator, Opaque, Str, object_kind};
use crate::value::{Kind, Value};
use crate::vm::{Poll, Raised, Result, Row, Sent, Vm, getter, method};

use super::core::{Core, State};
use super::parking::Ticket;
use super::sync::{self, Act};
use super::{future, loops, queue};

/// How an operation goes on.
pub enum Wait {
    /// It is over.
    Ready(Value),
    /// It goes on when the core is done.
    Pending,
    /// It goes on in the next turn.
    Yield,
    /// It awaits something else, which handed this out: it goes on with whatever it is sent.
    Pass(Value),
}

/// An operation with a state of its own.
pub trait Operation {
    /// The qualified name of the coroutine.
    fn name(&self) -> &'static str;
    /// The function whose wait it is, for whoever asks what a task waits for.
    fn waits_in(&self) -> &'static str {
        self.name()
    }
    /// Begins.
    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait>;
    /// Goes on after a wait: with what the core holds, or with an exception that was thrown in.
    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait>;
    /// Visits the values it holds.
    fn trace(&self, _visitor: &mut Visitor<'_>) {}
}

/// What a native coroutine does.
#[derive(Default)]
pub enum Op {
    /// Nothing more.
    #[default]
    Done,
    /// `sleep` with the result None: seconds.
    Sleep(f64),
    /// `sleep`, under way: the place of its timer.
    Sleeping(u32),
    /// Waits for the next turn.
    Yielded,
    /// What is done to an object that tasks wait at, and the place of the wait.
    At(Act, Ticket, Gc<Opaque>),
    /// `Queue.put`
    Put(Box<queue::Put>),
    /// Steps a future: what `Future.__await__` returns. Boxed, for a value would make all of them larger.
    Iterate(Box<Value>),
    /// Anything else. Boxed twice, for a pointer with its table would make all of them larger.
    Boxed(Box<Box<dyn Operation>>),
}

const CREATED: u8 = 0;
const WAITING: u8 = 1;
const YIELDED: u8 = 2;
const PASSING: u8 = 3;
const RUNNING: u8 = 4;
const DONE: u8 = 5;

/// A native coroutine.
pub struct NativeCoroutine {
    /// What its task waits for.
    pub core: Core,
    op: Cell<Op>,
}

const _: () = assert!(size_of::<Op>() <= 16 && size_of::<NativeCoroutine>() <= 64);

impl HeapType for NativeCoroutine {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.core.trace(visitor);
        self.with_op(|op| match op {
            Op::At(_, _, object) => object.trace(visitor),
            Op::Put(put) => put.trace(visitor),
            Op::Iterate(value) => value.trace(visitor),
            Op::Boxed(operation) => operation.trace(visitor),
            Op::Done | Op::Sleep(_) | Op::Sleeping(_) | Op::Yielded => {}
        });
    }

    fn clear(&self) {
        self.core.clear();
        self.core.stage.set(DONE);
        drop(self.op.take());
    }

    /// One never awaited is worth a warning.
    fn finalize(&self) -> bool {
        self.core.stage.get() == CREATED && self.is_coroutine()
    }
}
object_kind!(NativeCoroutine, Awaitable);

impl NativeCoroutine {
    fn with_op<R>(&self, look: impl FnOnce(&Op) -> R) -> R {
        let op = self.op.take();
        let result = look(&op);
        self.op.set(op);
        result
    }

    /// Whether scripts see a coroutine, not merely an iterator.
    pub fn is_coroutine(&self) -> bool {
        self.with_op(|op| !matches!(op, Op::Iterate(_)))
    }

    /// Its qualified name.
    pub fn name(&self) -> &'static str {
        self.with_op(|op| match op {
            Op::Sleep(_) | Op::Sleeping(_) | Op::Yielded => "sleep",
            Op::At(act, ..) => act.name(),
            Op::Put(_) => "Queue.put",
            Op::Iterate(_) => "FutureIter",
            Op::Boxed(operation) => operation.name(),
            Op::Done => "coroutine",
        })
    }

    /// The function whose wait it is: that of the lock where it is the coroutine of an `async with`.
    pub fn waits_in(&self) -> &'static str {
        let inner = self.with_op(|op| match op {
            Op::At(act, ..) => Some(act.waits_in()),
            Op::Boxed(operation) => Some(operation.waits_in()),
            _ => None,
        });
        inner.unwrap_or_else(|| self.name())
    }

    /// Ends the wait with a result, unless it is over.
    pub fn complete(this: &Gc<NativeCoroutine>, vm: &Vm, value: Value) -> Result<()> {
        if this.core.is_done() { Ok(()) } else { this.core.finish(vm, &this.clone().into(), State::Finished, value) }
    }

    /// Ends the wait with an exception, unless it is over.
    pub fn fail(this: &Gc<NativeCoroutine>, vm: &Vm, raised: Raised) -> Result<()> {
        if this.core.is_done() {
            return Ok(());
        }
        this.core.finish(vm, &this.clone().into(), State::Failed, raised.0.into())?;
        // It is raised in the task that waits: nobody else needs to see it.
        this.core.flag(Core::UNSEEN, false);
        Ok(())
    }

    /// The timer of a sleep is over.
    pub fn elapsed(this: &Gc<NativeCoroutine>, vm: &Vm) -> Result<()> {
        NativeCoroutine::complete(this, vm, Value::None)
    }
}

/// A native coroutine, as a value.
pub fn make(vm: &Vm, op: Op) -> Value {
    Gc::new(NativeCoroutine { core: Core::new(vm), op: Cell::new(op) }).into()
}

/// A native coroutine with an operation of its own.
pub fn operation(vm: &Vm, operation: impl Operation + 'static) -> Value {
    make(vm, Op::Boxed(Box::new(Box::new(operation))))
}

/// A coroutine that raises as soon as it is awaited: how a coroutine function rejects its arguments.
pub fn failing(vm: &Vm, name: &'static str, raised: Raised) -> Value {
    operation(vm, Failing(name, Some(raised)))
}

struct Failing(&'static str, Option<Raised>);

impl Operation for Failing {
    fn name(&self) -> &'static str {
        self.0
    }

    fn start(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>) -> Result<Wait> {
        self.1.take().map_or(Ok(Wait::Ready(Value::None)), Err)
    }

    fn resume(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome.map(Wait::Ready)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(raised) = &self.1 {
            raised.0.trace(visitor);
        }
    }
}

/// A `sleep`.
pub fn sleep(vm: &Vm, delay: f64, result: Value) -> Value {
    if result.is_none() { make(vm, Op::Sleep(delay)) } else { operation(vm, SleepWith { delay, result, timer: None }) }
}

/// A `sleep` with a result.
struct SleepWith {
    delay: f64,
    result: Value,
    timer: Option<u32>,
}

impl Operation for SleepWith {
    fn name(&self) -> &'static str {
        "sleep"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        if self.delay <= 0.0 {
            return Ok(Wait::Yield);
        }
        self.timer = Some(start_timer(vm, this, self.delay)?);
        Ok(Wait::Pending)
    }

    fn resume(&mut self, _: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        if let (Err(_), Some(timer)) = (&outcome, self.timer) {
            stop_timer(this, timer);
        }
        outcome.map(|_| Wait::Ready(std::mem::take(&mut self.result)))
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.result.trace(visitor);
    }
}

fn start_timer(vm: &Vm, this: &Gc<NativeCoroutine>, delay: f64) -> Result<u32> {
    let loop_ = loops::running_or_error(vm)?;
    loop_.check_open(vm)?;
    let timer = loop_.sleep(this, delay);
    this.core.set_loop(loop_);
    Ok(timer)
}

fn stop_timer(this: &Gc<NativeCoroutine>, timer: u32) {
    if let Some(loop_) = this.core.loop_() {
        loop_.end_sleep(timer, this);
    }
}

/// Steps an `await` of a native coroutine.
pub fn poll(vm: &mut Vm, value: &Value, sent: Sent) -> Result<Poll> {
    let Some(this) = value.gc::<NativeCoroutine>() else { return Ok(Poll::Ready(Value::None)) };
    let this = this.clone();
    let stage = this.core.stage.get();
    if stage >= RUNNING {
        return Err(if stage == DONE {
            vm.runtime_error("cannot reuse already awaited coroutine")
        } else {
            vm.value_error("coroutine already executing")
        });
    }
    let mut op = this.op.take();
    if let Op::Iterate(future) = op {
        let polled = future::poll(vm, &future, sent);
        this.op.set(Op::Iterate(future));
        let pending = matches!(polled, Ok(Poll::Pending(_)));
        if pending && stage == WAITING {
            return Err(vm.runtime_error("await wasn't used with future"));
        }
        this.core.stage.set(if pending { WAITING } else { CREATED });
        return polled;
    }
    this.core.stage.set(RUNNING);
    let outcome = match sent {
        Sent::Throw(raised) if stage == CREATED => Err(raised),
        Sent::Throw(raised) => resume(vm, &this, &mut op, Err(raised)),
        Sent::Value(value) if stage == CREATED && !value.is_none() => {
            this.op.set(op);
            this.core.stage.set(CREATED);
            return Err(vm.type_error("can't send non-None value to a just-started coroutine"));
        }
        Sent::Value(_) if stage == CREATED => start(vm, &this, &mut op),
        Sent::Value(value) if stage == PASSING => resume(vm, &this, &mut op, Ok(value)),
        Sent::Value(_) if this.core.is_done() => {
            let outcome = this.core.result(vm);
            resume(vm, &this, &mut op, outcome)
        }
        Sent::Value(_) if stage == YIELDED => resume(vm, &this, &mut op, Ok(Value::None)),
        Sent::Value(_) => Ok(Wait::Pending),
    };
    let mut next = WAITING;
    let polled = match outcome {
        Ok(Wait::Ready(result)) => {
            this.core.stage.set(DONE);
            return Ok(Poll::Ready(result));
        }
        Ok(Wait::Pending) => {
            this.core.flag(Core::BLOCKING, true);
            Poll::Pending(value.clone())
        }
        Ok(Wait::Yield) => {
            next = YIELDED;
            Poll::Pending(Value::None)
        }
        Ok(Wait::Pass(handed_out)) => {
            next = PASSING;
            Poll::Pending(handed_out)
        }
        Err(raised) => {
            this.core.stage.set(DONE);
            return Err(raised);
        }
    };
    this.op.set(op);
    this.core.stage.set(next);
    Ok(polled)
}

fn start(vm: &mut Vm, this: &Gc<NativeCoroutine>, op: &mut Op) -> Result<Wait> {
    match op {
        Op::Sleep(delay) if *delay <= 0.0 => {
            *op = Op::Yielded;
            Ok(Wait::Yield)
        }
        Op::Sleep(delay) => {
            *op = Op::Sleeping(start_timer(vm, this, *delay)?);
            Ok(Wait::Pending)
        }
        Op::At(act, ticket, object) => sync::start(vm, this, *act, ticket, object),
        Op::Put(put) => queue::start_put(vm, this, put),
        Op::Boxed(operation) => operation.start(vm, this),
        Op::Done | Op::Sleeping(_) | Op::Yielded | Op::Iterate(_) => Ok(Wait::Ready(Value::None)),
    }
}

fn resume(vm: &mut Vm, this: &Gc<NativeCoroutine>, op: &mut Op, outcome: Result) -> Result<Wait> {
    match op {
        Op::Sleeping(timer) => {
            if outcome.is_err() {
                stop_timer(this, *timer);
            }
            outcome.map(Wait::Ready)
        }
        Op::At(act, ticket, object) => sync::resume(vm, this, *act, ticket, object, outcome),
        Op::Put(put) => queue::resume_put(vm, this, put, outcome),
        Op::Boxed(operation) => operation.resume(vm, this, outcome),
        Op::Done | Op::Sleep(_) | Op::Yielded | Op::Iterate(_) => outcome.map(Wait::Ready),
    }
}

/// Closes any coroutine.
pub fn close(vm: &mut Vm, coroutine: &Value) -> Result {
    if let Some(generator) = coroutine.gc::<Generator>() {
        return vm.close_generator(&generator.clone());
    }
    let Some(native) = coroutine.get::<NativeCoroutine>() else {
        return vm.call_method(coroutine, &vm.names.close.clone(), &[]);
    };
    if !matches!(native.core.stage.get(), WAITING | YIELDED | PASSING) {
        native.core.stage.set(DONE);
        return Ok(Value::None);
    }
    let exit = vm.raise_with(&vm.exc.generator_exit, vec![]);
    match poll(vm, coroutine, Sent::Throw(exit)) {
        Ok(Poll::Pending(_)) => Err(vm.runtime_error("coroutine ignored GeneratorExit")),
        Ok(Poll::Ready(_)) => Ok(Value::None),
        Err(raised) if vm.is_exception(&raised, &vm.exc.generator_exit) => Ok(Value::None),
        Err(raised) => Err(raised),
    }
}

fn polled(vm: &mut Vm, polled: Poll) -> Result {
    match polled {
        Poll::Pending(value) => Ok(value),
        Poll::Ready(value) => Err(vm.stop_iteration(value)),
    }
}

fn send(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    let outcome = poll(vm, this, Sent::Value(value.clone()))?;
    polled(vm, outcome)
}

fn next(vm: &mut Vm, this: &Value) -> Result {
    let outcome = poll(vm, this, Sent::Value(Value::None))?;
    polled(vm, outcome)
}

fn throw(vm: &mut Vm, this: &Value, typ: &Value, val: &Value, _: &Value) -> Result {
    let exception = match (typ.get::<Class>(), val) {
        (Some(_), Value::Unset | Value::None) => vm.call(typ, &[])?,
        (Some(_), value) if value.kind() == Some(Kind::Exception) => value.clone(),
        (Some(_), value) => vm.call(typ, std::slice::from_ref(value))?,
        (None, _) => typ.clone(),
    };
    let Ok(exception) = exception.into_gc::<Exception>() else {
        let name = vm.type_name(typ);
        return Err(vm.type_error(format!("exceptions must be classes or instances deriving from BaseException, not {name}")));
    };
    let outcome = poll(vm, this, Sent::Throw(Raised(exception)))?;
    polled(vm, outcome)
}

fn close_method(vm: &mut Vm, this: &Value) -> Result {
    close(vm, this)
}

fn itself(this: &Value) -> Value {
    this.clone()
}

fn qualname(this: &Value) -> Value {
    Str::value(this.get::<NativeCoroutine>().map_or("coroutine", NativeCoroutine::name))
}

fn name(this: &Value) -> Value {
    let name = this.get::<NativeCoroutine>().map_or("coroutine", NativeCoroutine::name);
    Str::value(name.rsplit('.').next().unwrap_or(name))
}

fn repr(this: &Value) -> Value {
    let Some(this) = this.gc::<NativeCoroutine>() else { return Value::None };
    let kind = if this.is_coroutine() { "coroutine object" } else { "_asyncio.FutureIter object" };
    let name = if this.is_coroutine() { format!(" {}", this.name()) } else { String::new() };
    Str::value(format!("<{kind}{name} at {:#x}>", this.address()))
}

fn running(this: &Value) -> bool {
    this.get::<NativeCoroutine>().is_some_and(|this| this.core.stage.get() == RUNNING)
}

fn none(_: &Value) {}

/// The rows of the class of native coroutines.
pub static ROWS: &[Row] = &[
    method!("send", "(self, value, /)", send, "Goes on with a value."),
    method!("throw", "(self, typ, val=None, tb=None, /)", throw, "Raises an exception where it waits."),
    method!("close", "(self, /)", close_method, "Raises GeneratorExit where it waits."),
    method!("__next__", "(self, /)", next, "Goes on."),
    method!("__iter__", "(self, /)", itself, "Itself."),
    method!("__await__", "(self, /)", itself, "Itself."),
    method!("__repr__", "(self, /)", repr, "Shows its name."),
    getter!("__name__", name, "Its name."),
    getter!("__qualname__", qualname, "Its qualified name."),
    getter!("cr_running", running, "Whether it runs."),
    getter!("cr_await", none, "What it waits for."),
    getter!("cr_frame", none, "It has no frame."),
    getter!("cr_code", none, "It has no code."),
    getter!("cr_origin", none, "Not recorded."),
];
