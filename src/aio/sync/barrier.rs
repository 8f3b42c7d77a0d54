//! `Barrier`: tasks go on only when so many of them have come.
//!
//! It fills, then drains: while those that were let through leave, newcomers wait for the next round. All that wait stand in one line, so
//! that a change of state wakes all of them, and each looks for itself whether it was meant.

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{CompareOp, Own, Raised, Result, Row, Vm, getter, method, static_method};

use super::super::coroutine::{self, NativeCoroutine, Op, Operation, Wait};
use super::super::event_loop::LoopRef;
use super::super::nested::Delegated;
use super::super::parking::{Lot, Ticket};
use super::super::state;
use super::hooks::Hooks;
use super::{Act, bound_loop, describe, new_object, trace_loop};

/// What a barrier is at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Phase {
    #[default]
    Filling,
    Draining,
    Resetting,
    Broken,
}

impl Phase {
    fn name(self) -> &'static str {
        match self {
            Phase::Filling => "filling",
            Phase::Draining => "draining",
            Phase::Resetting => "resetting",
            Phase::Broken => "broken",
        }
    }

    /// Whether newcomers have to wait for the next round.
    fn is_closed(self) -> bool {
        matches!(self, Phase::Draining | Phase::Resetting)
    }
}

/// The storage of a `Barrier`.
#[derive(Default)]
pub struct Barrier {
    parties: Cell<i64>,
    count: Cell<i64>,
    phase: Cell<Phase>,
    lot: Lot,
    loop_: OnceCell<LoopRef>,
    hooks: Hooks,
}

impl NativeData for Barrier {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.lot.trace(visitor);
        trace_loop(&self.loop_, visitor);
    }

    fn clear(&self) {
        self.lot.clear();
    }
}

/// The methods that others are built on.
const BASIC: &[&str] = &["wait"];

impl Barrier {
    fn waiting(&self) -> i64 {
        if self.phase.get() == Phase::Filling { self.count.get() } else { 0 }
    }

    fn change(&self, vm: &Vm, phase: Phase) -> Result<()> {
        self.phase.set(phase);
        self.lot.wake_all(vm)
    }

    /// One of those that had come leaves.
    fn leave(&self, vm: &Vm) -> Result<()> {
        self.count.set(self.count.get() - 1);
        if self.count.get() != 0 {
            return Ok(());
        }
        let phase = self.phase.get();
        self.change(vm, if phase.is_closed() { Phase::Filling } else { phase })
    }
}

fn broken(vm: &Vm, message: &str) -> Raised {
    vm.raise_with(&state(vm).classes.broken_barrier_error, vec![Str::value(message)])
}

/// Where a `wait` stands.
#[derive(Clone, Copy)]
enum Stage {
    New,
    /// Before the barrier, until the last round has drained.
    Outside(Ticket),
    /// Among those that have come, as the so-manieth.
    Inside(Ticket, i64),
}

/// `Barrier.wait`
struct Waiting {
    barrier: Gc<Opaque>,
    stage: Stage,
}

impl Waiting {
    fn park(&self, vm: &mut Vm, this: &Gc<NativeCoroutine>, barrier: &Barrier) -> Result<Ticket> {
        // The wait is that of a condition inside.
        let object = &self.barrier;
        let loop_ = bound_loop(vm, &barrier.loop_, |_| {
            Ok(format!("<asyncio.locks.Condition object at {:#x} [locked]>", object.address()))
        })?;
        this.core.set_loop(loop_);
        Ok(barrier.lot.park(this))
    }

    fn come(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, barrier: &Barrier) -> Result<Wait> {
        if barrier.phase.get().is_closed() {
            self.stage = Stage::Outside(self.park(vm, this, barrier)?);
            return Ok(Wait::Pending);
        }
        if barrier.phase.get() == Phase::Broken {
            return Err(broken(vm, "Barrier aborted"));
        }
        let index = barrier.count.get();
        barrier.count.set(index + 1);
        if index + 1 < barrier.parties.get() {
            return self.stay(vm, this, barrier, index);
        }
        let drains = barrier.change(vm, Phase::Draining);
        barrier.leave(vm)?;
        drains.map(|()| Wait::Ready(Value::Int(index)))
    }

    fn stay(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, barrier: &Barrier, index: i64) -> Result<Wait> {
        let phase = barrier.phase.get();
        if phase == Phase::Filling {
            match self.park(vm, this, barrier) {
                Ok(ticket) => self.stage = Stage::Inside(ticket, index),
                Err(raised) => {
                    barrier.leave(vm)?;
                    return Err(raised);
                }
            }
            return Ok(Wait::Pending);
        }
        barrier.leave(vm)?;
        if phase == Phase::Draining { Ok(Wait::Ready(Value::Int(index))) } else { Err(broken(vm, "Abort or reset of barrier")) }
    }
}

impl Operation for Waiting {
    fn name(&self) -> &'static str {
        "Barrier.wait"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let object = self.barrier.clone();
        match object.data::<Barrier>() {
            Some(barrier) => self.come(vm, this, barrier),
            None => Ok(Wait::Ready(Value::None)),
        }
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let object = self.barrier.clone();
        let Some(barrier) = object.data::<Barrier>() else { return outcome.map(Wait::Ready) };
        let stage = std::mem::replace(&mut self.stage, Stage::New);
        if let Stage::Outside(ticket) | Stage::Inside(ticket, _) = stage {
            barrier.lot.leave(this, ticket);
        }
        if let Err(raised) = outcome {
            // The wake-up may have been meant for this task.
            barrier.lot.wake_next(vm)?;
            if let Stage::Inside(..) = stage {
                barrier.leave(vm)?;
            }
            return Err(raised);
        }
        match stage {
            Stage::Inside(_, index) => self.stay(vm, this, barrier, index),
            Stage::New | Stage::Outside(_) => self.come(vm, this, barrier),
        }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.barrier.trace(visitor);
    }
}

/// `reset`: those that wait are turned away.
pub fn reset(vm: &mut Vm, object: &Gc<Opaque>) -> Result<Wait> {
    if let Some(barrier) = object.data::<Barrier>() {
        let phase = if barrier.count.get() > 0 { Phase::Resetting } else { Phase::Filling };
        barrier.change(vm, phase)?;
    }
    Ok(Wait::Ready(Value::None))
}

/// `abort`: those that wait or will wait are turned away.
pub fn abort(vm: &mut Vm, object: &Gc<Opaque>) -> Result<Wait> {
    if let Some(barrier) = object.data::<Barrier>() {
        barrier.change(vm, Phase::Broken)?;
    }
    Ok(Wait::Ready(Value::None))
}

fn init(vm: &mut Vm, barrier: Own<Barrier>, parties: &Value) -> Result<()> {
    if vm.compare_bool(CompareOp::Lt, parties, &Value::Int(1))? {
        return Err(vm.value_error("parties must be >= 1"));
    }
    let parties = vm.index(parties)?;
    barrier.parties.set(parties);
    barrier.count.set(0);
    barrier.phase.set(Phase::Filling);
    Ok(())
}

fn wait(vm: &mut Vm, this: Own<Barrier>) -> Result {
    Ok(coroutine::operation(vm, Waiting { barrier: this.object.clone(), stage: Stage::New }))
}

fn enter(vm: &mut Vm, barrier: Own<Barrier>) -> Result {
    if barrier.hooks.replaced(vm, barrier.object, BASIC) != 0 {
        return Delegated::method(vm, "Barrier.__aenter__", &barrier.value(), "wait", true);
    }
    wait(vm, barrier)
}

fn act(vm: &mut Vm, barrier: Own<Barrier>, act: Act) -> Value {
    coroutine::make(vm, Op::At(act, 0, barrier.object.clone()))
}

fn leave(vm: &mut Vm, barrier: Own<Barrier>, _: &[Value]) -> Value {
    act(vm, barrier, Act::BarrierExit)
}

fn reset_method(vm: &mut Vm, barrier: Own<Barrier>) -> Value {
    act(vm, barrier, Act::BarrierReset)
}

fn abort_method(vm: &mut Vm, barrier: Own<Barrier>) -> Value {
    act(vm, barrier, Act::BarrierAbort)
}

fn parties(barrier: Own<Barrier>) -> i64 {
    barrier.parties.get()
}

fn count(barrier: Own<Barrier>) -> i64 {
    barrier.count.get()
}

fn n_waiting(barrier: Own<Barrier>) -> i64 {
    barrier.waiting()
}

fn is_broken(barrier: Own<Barrier>) -> bool {
    barrier.phase.get() == Phase::Broken
}

fn repr(vm: &mut Vm, barrier: Own<Barrier>) -> Result {
    let phase = barrier.phase.get();
    let mut shown = phase.name().to_owned();
    if phase != Phase::Broken {
        shown.push_str(&format!(", waiters:{}/{}", barrier.waiting(), barrier.parties.get()));
    }
    describe(vm, barrier.object, &shown, 0).map(Str::value)
}

/// The rows of `Barrier`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new_object::<Barrier>, "Makes a barrier."),
    method!("__init__", "def (self, parties)", init, "A barrier for so many tasks."),
    method!("wait", "def (self)", wait, "Waits for all parties; returns this task's place, 0 for the one that came first."),
    method!("reset", "def (self)", reset_method, "Back to the beginning; those that wait get a BrokenBarrierError."),
    method!("abort", "def (self)", abort_method, "Breaks it: all who wait or will wait get a BrokenBarrierError."),
    method!("__aenter__", "def (self)", enter, "Waits."),
    method!("__aexit__", "def (self, *args)", leave, "Nothing."),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    getter!("parties", parties, "How many tasks it takes."),
    getter!("n_waiting", n_waiting, "How many wait now."),
    getter!("broken", is_broken, "Whether it was aborted."),
    getter!("_parties", parties, "How many tasks it takes."),
    getter!("_count", count, "How many have come and not left."),
];
