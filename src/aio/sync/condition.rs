//! `Condition`: tasks wait under a lock until another one notifies them.
//!
//! Its lock is usually a native [`Lock`], whose methods are then done directly; any other object with `acquire`, `release` and `locked` is
//! called through what it had under these names when the condition was made.

use std::cell::{OnceCell, RefCell};

use crate::heap::{Gc, Visitor};
use crate::object::{List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Own, Raised, Result, Row, Vm, getter, method, static_method};

use super::super::coroutine::{self, NativeCoroutine, Op, Operation, Wait};
use super::super::event_loop::LoopRef;
use super::super::nested::{Delegated, Nested};
use super::super::parking::{Lot, Ticket};
use super::super::{is_cancelled_error, state};
use super::hooks::Hooks;
use super::lock::Lock;
use super::{Act, ENTER, EXIT, bound_loop, describe, new_object, trace_loop};

/// The lock under a condition.
#[derive(Clone, Default)]
enum Under {
    /// `__init__` was not called.
    #[default]
    Nothing,
    /// A native lock.
    Native(Gc<Opaque>),
    /// Anything else: the lock, and its methods.
    Foreign(std::rc::Rc<Foreign>),
}

struct Foreign {
    lock: Value,
    acquire: Value,
    release: Value,
    locked: Value,
}

/// The storage of a `Condition`.
#[derive(Default)]
pub struct Condition {
    under: RefCell<Under>,
    lot: Lot,
    loop_: OnceCell<LoopRef>,
    hooks: Hooks,
}

impl NativeData for Condition {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        match &*self.under.borrow() {
            Under::Nothing => {}
            Under::Native(lock) => lock.trace(visitor),
            Under::Foreign(foreign) => {
                for value in [&foreign.lock, &foreign.acquire, &foreign.release, &foreign.locked] {
                    value.trace(visitor);
                }
            }
        }
        self.lot.trace(visitor);
        trace_loop(&self.loop_, visitor);
    }

    fn clear(&self) {
        drop(self.under.take());
        self.lot.clear();
    }
}

/// The methods that others are built on.
const BASIC: &[&str] = &["wait", "notify"];
const WAIT: u8 = 1;
const NOTIFY: u8 = 2;

impl Under {
    /// The lock of what `Condition()` was given.
    fn of(vm: &mut Vm, given: &Value) -> Result<Under> {
        if given.is_none() {
            let lock = Opaque::new(state(vm).classes.lock.clone(), Lock::default());
            return Ok(Under::Native(lock));
        }
        let native = given.gc::<Opaque>().filter(|object| object.data::<Lock>().is_some_and(|lock| lock.is_plain(vm, object)));
        if let Some(lock) = native {
            return Ok(Under::Native(lock.clone()));
        }
        let mut method = |name: &str| vm.get_attr(given, &vm.intern(name));
        let (locked, acquire, release) = (method("locked")?, method("acquire")?, method("release")?);
        Ok(Under::Foreign(std::rc::Rc::new(Foreign { lock: given.clone(), acquire, release, locked })))
    }

    fn is_locked(&self, vm: &mut Vm) -> Result<bool> {
        match self {
            Under::Nothing => Ok(false),
            Under::Native(lock) => Ok(lock.data::<Lock>().is_some_and(Lock::is_locked)),
            Under::Foreign(foreign) => {
                let locked = vm.call(&foreign.locked, &[])?;
                vm.truth(&locked)
            }
        }
    }

    fn free(&self, vm: &mut Vm) -> Result<()> {
        match self {
            Under::Nothing => Ok(()),
            Under::Native(lock) => lock.data::<Lock>().map_or(Ok(()), |lock| lock.free(vm)),
            Under::Foreign(foreign) => vm.call(&foreign.release, &[]).map(drop),
        }
    }
}

impl Condition {
    fn under(&self) -> Under {
        self.under.borrow().clone()
    }

    /// Wakes up to so many of those that wait.
    fn notify(&self, vm: &mut Vm, count: &Value) -> Result<()> {
        let mut notified = 0;
        while self.lot.parked() > 0 {
            if vm.compare_bool(CompareOp::Ge, &Value::Int(notified), count)? || !self.lot.wake_next(vm)? {
                break;
            }
            notified += 1;
        }
        Ok(())
    }

    fn expect_locked(&self, vm: &mut Vm, what: &str) -> Result<()> {
        if self.under().is_locked(vm)? { Ok(()) } else { Err(vm.runtime_error(format!("cannot {what} on un-acquired lock"))) }
    }
}

/// What `wait` is waiting for.
enum Stage {
    /// Nothing yet.
    New,
    /// To be notified.
    Notice(Ticket),
    /// For the native lock, to take it again.
    Lock(Ticket),
    /// For any other lock.
    Foreign(Nested),
}

/// `Condition.wait`: frees the lock, waits to be notified, and takes the lock again whatever happens meanwhile.
struct Waiting {
    condition: Gc<Opaque>,
    stage: Stage,
    /// What ended the wait for a notification, if that was an exception.
    error: Option<Raised>,
    /// The last cancellation that came while the lock was being taken again.
    cancelled: Option<Raised>,
}

impl Waiting {
    fn new(condition: &Gc<Opaque>) -> Waiting {
        Waiting { condition: condition.clone(), stage: Stage::New, error: None, cancelled: None }
    }

    fn take_lock(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, condition: &Condition) -> Result<Wait> {
        match condition.under() {
            Under::Nothing => self.end(vm, condition),
            Under::Native(object) => {
                let Some(lock) = object.data::<Lock>() else { return self.end(vm, condition) };
                let mut ticket = 0;
                match lock.take(vm, this, &object, &mut ticket) {
                    Ok(true) => self.end(vm, condition),
                    Ok(false) => {
                        self.stage = Stage::Lock(ticket);
                        Ok(Wait::Pending)
                    }
                    Err(raised) => self.fail(vm, condition, raised),
                }
            }
            Under::Foreign(foreign) => {
                let begun = vm.call(&foreign.acquire, &[]).and_then(|awaitable| Nested::begin(vm, &awaitable));
                let wait = begun.map(|(nested, wait)| {
                    self.stage = Stage::Foreign(nested);
                    wait
                });
                self.nested(vm, this, condition, wait)
            }
        }
    }

    /// How far taking a script's lock has come.
    fn nested(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, condition: &Condition, wait: Result<Wait>) -> Result<Wait> {
        match wait {
            Ok(Wait::Ready(_)) => self.end(vm, condition),
            Ok(other) => Ok(other),
            Err(raised) => self.try_again(vm, this, condition, raised),
        }
    }

    /// Taking the lock failed: a cancellation is remembered, and the lock is taken nevertheless.
    fn try_again(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, condition: &Condition, raised: Raised) -> Result<Wait> {
        if !is_cancelled_error(vm, &raised) {
            return self.fail(vm, condition, raised);
        }
        self.cancelled = Some(raised);
        self.take_lock(vm, this, condition)
    }

    /// The lock is held again.
    fn end(&mut self, vm: &mut Vm, condition: &Condition) -> Result<Wait> {
        match self.cancelled.take().or(self.error.take()) {
            None => Ok(Wait::Ready(Value::Bool(true))),
            Some(raised) => self.fail(vm, condition, raised),
        }
    }

    /// A notification may have been meant for this task: the next one gets it.
    fn fail(&self, vm: &mut Vm, condition: &Condition, raised: Raised) -> Result<Wait> {
        condition.lot.wake_next(vm)?;
        Err(raised)
    }
}

impl Operation for Waiting {
    fn name(&self) -> &'static str {
        "Condition.wait"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let object = self.condition.clone();
        let Some(condition) = object.data::<Condition>() else { return Ok(Wait::Ready(Value::None)) };
        condition.expect_locked(vm, "wait")?;
        let loop_ = bound_loop(vm, &condition.loop_, |vm| vm.repr(&object.clone().into()).map(|text| text.to_string()))?;
        this.core.set_loop(loop_);
        condition.under().free(vm)?;
        self.stage = Stage::Notice(condition.lot.park(this));
        Ok(Wait::Pending)
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let object = self.condition.clone();
        let Some(condition) = object.data::<Condition>() else { return outcome.map(Wait::Ready) };
        match std::mem::replace(&mut self.stage, Stage::New) {
            Stage::New => outcome.map(Wait::Ready),
            Stage::Notice(ticket) => {
                condition.lot.leave(this, ticket);
                self.error = outcome.err();
                self.take_lock(vm, this, condition)
            }
            Stage::Lock(ticket) => {
                let Under::Native(lock) = condition.under() else { return self.end(vm, condition) };
                match lock.data::<Lock>().map_or(Ok(()), |lock| lock.take_after(vm, this, ticket, outcome)) {
                    Ok(()) => self.end(vm, condition),
                    Err(raised) => self.try_again(vm, this, condition, raised),
                }
            }
            Stage::Foreign(nested) => {
                let wait = nested.go_on(vm, outcome);
                self.stage = Stage::Foreign(nested);
                self.nested(vm, this, condition, wait)
            }
        }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.condition.trace(visitor);
        for raised in self.error.iter().chain(&self.cancelled) {
            raised.0.trace(visitor);
        }
        if let Stage::Foreign(nested) = &self.stage {
            nested.trace(visitor);
        }
    }
}

/// `Condition.wait_for`: waits until a predicate holds.
struct WaitingFor {
    condition: Gc<Opaque>,
    predicate: Value,
    round: Round,
}

/// One wait of a `wait_for`.
enum Round {
    None,
    Native(Waiting),
    /// A subclass has a `wait` of its own.
    Script(Nested),
}

impl WaitingFor {
    /// Asks the predicate, and waits as long as it doesn't hold.
    fn ask(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        loop {
            let result = vm.call(&self.predicate, &[])?;
            if vm.truth(&result)? {
                return Ok(Wait::Ready(result));
            }
            let own = self
                .condition
                .data::<Condition>()
                .is_some_and(|condition| condition.hooks.replaced(vm, &self.condition, BASIC) & WAIT != 0);
            let wait = if own {
                let name = vm.intern("wait");
                let awaitable = vm.call_method(&self.condition.clone().into(), &name, &[])?;
                let (nested, wait) = Nested::begin(vm, &awaitable)?;
                self.round = Round::Script(nested);
                wait
            } else {
                let mut waiting = Waiting::new(&self.condition);
                let wait = waiting.start(vm, this)?;
                self.round = Round::Native(waiting);
                wait
            };
            if !matches!(wait, Wait::Ready(_)) {
                return Ok(wait);
            }
        }
    }
}

impl Operation for WaitingFor {
    fn name(&self) -> &'static str {
        "Condition.wait_for"
    }

    fn waits_in(&self) -> &'static str {
        "Condition.wait"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        self.ask(vm, this)
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let wait = match &mut self.round {
            Round::None => outcome.map(Wait::Ready)?,
            Round::Native(waiting) => waiting.resume(vm, this, outcome)?,
            Round::Script(nested) => nested.go_on(vm, outcome)?,
        };
        if matches!(wait, Wait::Ready(_)) { self.ask(vm, this) } else { Ok(wait) }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.condition.trace(visitor);
        self.predicate.trace(visitor);
        match &self.round {
            Round::None => {}
            Round::Native(waiting) => waiting.trace(visitor),
            Round::Script(nested) => nested.trace(visitor),
        }
    }
}

fn init(vm: &mut Vm, condition: Own<Condition>, lock: &Value) -> Result<()> {
    let under = Under::of(vm, lock)?;
    drop(condition.under.replace(under));
    Ok(())
}

/// A coroutine of the lock.
fn of_lock(vm: &mut Vm, condition: Own<Condition>, act: Act, foreign: fn(&mut Vm, &Foreign) -> Value) -> Result {
    match &*condition.under.borrow() {
        Under::Nothing => Err(vm.attribute_error("'Condition' object has no attribute '_lock'")),
        Under::Native(lock) => Ok(coroutine::make(vm, Op::At(act, 0, lock.clone()))),
        Under::Foreign(own) => Ok(foreign(vm, own)),
    }
}

fn acquire(vm: &mut Vm, this: Own<Condition>) -> Result {
    of_lock(vm, this, Act::Lock, |vm, own| Delegated::call(vm, "Condition.acquire", own.acquire.clone(), true))
}

fn enter(vm: &mut Vm, this: Own<Condition>) -> Result {
    of_lock(vm, this, Act::LockEnter, |vm, own| Delegated::call(vm, ENTER, own.acquire.clone(), false))
}

fn leave(vm: &mut Vm, this: Own<Condition>, _: &Value, _: &Value, _: &Value) -> Result {
    of_lock(vm, this, Act::LockExit, |vm, own| coroutine::operation(vm, Leaving(own.release.clone())))
}

/// The way out of an `async with` whose lock is a script's.
struct Leaving(Value);

impl Operation for Leaving {
    fn name(&self) -> &'static str {
        EXIT
    }

    fn start(&mut self, vm: &mut Vm, _: &Gc<NativeCoroutine>) -> Result<Wait> {
        vm.call(&self.0, &[]).map(|_| Wait::Ready(Value::None))
    }

    fn resume(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome.map(Wait::Ready)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

fn release(vm: &mut Vm, condition: Own<Condition>) -> Result<()> {
    condition.under().free(vm)
}

fn locked(vm: &mut Vm, condition: Own<Condition>) -> Result {
    match condition.under() {
        Under::Foreign(foreign) => vm.call(&foreign.locked, &[]),
        under => under.is_locked(vm).map(Value::Bool),
    }
}

fn lock(condition: Own<Condition>) -> Value {
    match condition.under() {
        Under::Nothing => Value::None,
        Under::Native(lock) => lock.into(),
        Under::Foreign(foreign) => foreign.lock.clone(),
    }
}

fn wait(vm: &mut Vm, this: Own<Condition>) -> Value {
    coroutine::operation(vm, Waiting::new(this.object))
}

fn wait_for(vm: &mut Vm, this: Own<Condition>, predicate: &Value) -> Value {
    let waiting = WaitingFor { condition: this.object.clone(), predicate: predicate.clone(), round: Round::None };
    coroutine::operation(vm, waiting)
}

fn notify(vm: &mut Vm, condition: Own<Condition>, n: &Value) -> Result {
    condition.expect_locked(vm, "notify")?;
    condition.notify(vm, n).map(|()| Value::None)
}

fn notify_all(vm: &mut Vm, condition: Own<Condition>) -> Result<()> {
    if condition.hooks.replaced(vm, condition.object, BASIC) & NOTIFY != 0 {
        let name = vm.intern("notify");
        return vm.call_method(&condition.value(), &name, &[Value::from(condition.lot.len())]).map(|_| ());
    }
    condition.expect_locked(vm, "notify")?;
    condition.lot.wake_all(vm)
}

fn repr(vm: &mut Vm, condition: Own<Condition>) -> Result {
    let shown = if condition.under().is_locked(vm)? { "locked" } else { "unlocked" };
    describe(vm, condition.object, shown, condition.lot.len()).map(Str::value)
}

fn waiters(condition: Own<Condition>) -> Value {
    List::value(condition.lot.waiters())
}

/// The rows of `Condition`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Condition>, "Makes a condition."),
    method!("__init__", "def (self, lock=None)", init, "A condition has a lock of its own, or the given one."),
    method!("acquire", "def (self)", acquire, "Acquires the lock."),
    method!("release", "def (self)", release, "Releases the lock."),
    method!("locked", "def (self)", locked, "Whether somebody holds the lock."),
    method!("wait", "def (self)", wait, "Frees the lock, waits to be notified, takes the lock again; returns True."),
    method!("wait_for", "def (self, predicate)", wait_for, "Waits until `predicate()` is true; returns its value."),
    method!("notify", "def (self, n=1)", notify, "Wakes up to `n` of the waiting tasks."),
    method!("notify_all", "def (self)", notify_all, "Wakes all waiting tasks."),
    method!("__aenter__", "def (self)", enter, "Acquires the lock."),
    method!("__aexit__", "def (self, exc_type, exc, tb)", leave, "Releases the lock."),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    getter!("_lock", lock, "The lock."),
    getter!("_waiters", waiters, "Those that wait."),
];
