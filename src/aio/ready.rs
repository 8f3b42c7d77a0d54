//! What stands in the loop's ready queue, and what stands behind its timers and sources.

use crate::heap::{Gc, Visitor};
use crate::object::Opaque;
use crate::reactor::{self, TimerId};
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::core::Callback;
use super::coroutine::NativeCoroutine;
use super::task::Task;

/// Something that runs in the present or next turn. Small, for a queue may be long.
pub enum Ready {
    /// A task takes a step.
    Step(Gc<Task>),
    /// What a task waited for is done: it takes a step.
    Wake(Gc<Task>),
    /// A task takes a step with this exception.
    Fail(Box<(Gc<Task>, Value)>),
    /// A callback gets the future that is done.
    Callback(Box<(Callback, Value)>),
    /// A `Handle` of the script runs, unless it was cancelled.
    Handle(Gc<Opaque>),
    /// A timer of a native coroutine is over.
    Elapsed(Gc<NativeCoroutine>),
    /// A source can be read or written.
    Io(reactor::Event),
    /// Something native, once.
    Run(Box<Deferred>),
}

/// Native work put off to a turn. What it holds is not seen by the collector, which takes it for held from outside.
pub struct Deferred(pub Box<dyn FnOnce(&mut Vm) -> Result<()>>);

const _: () = assert!(size_of::<Ready>() <= 16);

impl Ready {
    /// Visits the values it holds.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        match self {
            Ready::Step(task) | Ready::Wake(task) => task.trace(visitor),
            Ready::Fail(entry) => {
                entry.0.trace(visitor);
                entry.1.trace(visitor);
            }
            Ready::Callback(entry) => {
                entry.0.trace(visitor);
                entry.1.trace(visitor);
            }
            Ready::Handle(handle) => handle.trace(visitor),
            Ready::Elapsed(coroutine) => coroutine.trace(visitor),
            Ready::Io(_) | Ready::Run(_) => {}
        }
    }
}

/// Whom a timer is for.
pub enum Timer {
    /// A native coroutine (`sleep`).
    Coroutine(TimerId, Gc<NativeCoroutine>),
    /// A `TimerHandle` of the script.
    Handle(TimerId, Gc<Opaque>),
    /// Native work.
    Run(TimerId, Box<Deferred>),
}

impl Timer {
    /// Its number.
    pub fn id(&self) -> TimerId {
        match self {
            Timer::Coroutine(id, _) | Timer::Handle(id, _) | Timer::Run(id, _) => *id,
        }
    }

    /// Visits what it is for.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        match self {
            Timer::Coroutine(_, coroutine) => coroutine.trace(visitor),
            Timer::Handle(_, handle) => handle.trace(visitor),
            Timer::Run(..) => {}
        }
    }
}
