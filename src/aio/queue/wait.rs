//! The coroutines of queues: `put`, `get` and `join`.

use crate::heap::{Gc, Visitor};
use crate::object::Opaque;
use crate::value::Value;
use crate::vm::{Result, Vm};

use super::super::core::State;
use super::super::coroutine::{NativeCoroutine, Wait};
use super::super::parking::{Lot, Ticket};
use super::super::sync::{event, wait_at};
use super::{GET_NOWAIT, PUT_NOWAIT, Queue, Used, shut_down};

/// A `put`.
pub struct Put {
    /// The queue.
    pub queue: Gc<Opaque>,
    /// What is put.
    pub item: Value,
    ticket: Ticket,
}

impl Put {
    /// A `put` that has not begun.
    pub fn new(queue: Gc<Opaque>, item: Value) -> Put {
        Put { queue, item, ticket: 0 }
    }

    /// Visits the values it holds.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.queue.trace(visitor);
        self.item.trace(visitor);
    }
}

/// A wait ends with an exception. Whether the task was woken before that: then somebody else has to be.
fn give_up(lot: &Lot, this: &NativeCoroutine, ticket: Ticket) -> bool {
    lot.leave(this, ticket);
    this.core.state() == State::Finished
}

/// Begins `put`, or goes on when there may be room.
pub fn start_put(vm: &mut Vm, this: &Gc<NativeCoroutine>, put: &mut Put) -> Result<Wait> {
    let Put { queue: object, item, ticket } = put;
    let Some(queue) = object.data::<Queue>() else { return Ok(Wait::Ready(Value::None)) };
    let own = Used::new(vm, object, queue);
    if own.is_full(vm)? {
        if queue.is_shut_down.get() {
            return Err(shut_down(vm));
        }
        *ticket = wait_at(vm, this, object, &queue.putters, &queue.loop_)?;
        return Ok(Wait::Pending);
    }
    if own.has_own(PUT_NOWAIT) {
        return own.call(vm, "put_nowait", &[std::mem::take(item)]).map(Wait::Ready);
    }
    own.offer(vm, std::mem::take(item)).map(|()| Wait::Ready(Value::None))
}

/// Goes on with `put` after a wait for room.
pub fn resume_put(vm: &mut Vm, this: &Gc<NativeCoroutine>, put: &mut Put, outcome: Result) -> Result<Wait> {
    let Some(queue) = put.queue.data::<Queue>() else { return outcome.map(Wait::Ready) };
    if let Err(raised) = outcome {
        if give_up(&queue.putters, this, put.ticket) && !Used::new(vm, &put.queue, queue).is_full(vm)? {
            queue.putters.wake_next(vm)?;
        }
        return Err(raised);
    }
    queue.putters.leave(this, put.ticket);
    start_put(vm, this, put)
}

/// Begins `get`, or goes on when there may be an item.
pub fn start_get(vm: &mut Vm, this: &Gc<NativeCoroutine>, ticket: &mut Ticket, object: &Gc<Opaque>) -> Result<Wait> {
    let Some(queue) = object.data::<Queue>() else { return Ok(Wait::Ready(Value::None)) };
    let own = Used::new(vm, object, queue);
    if own.is_empty(vm)? {
        if queue.is_shut_down.get() {
            return Err(shut_down(vm));
        }
        *ticket = wait_at(vm, this, object, &queue.getters, &queue.loop_)?;
        return Ok(Wait::Pending);
    }
    if own.has_own(GET_NOWAIT) {
        return own.call(vm, "get_nowait", &[]).map(Wait::Ready);
    }
    own.take(vm).map(Wait::Ready)
}

/// Goes on with `get` after a wait for an item.
pub fn resume_get(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    ticket: &mut Ticket,
    object: &Gc<Opaque>,
    outcome: Result,
) -> Result<Wait> {
    let Some(queue) = object.data::<Queue>() else { return outcome.map(Wait::Ready) };
    if let Err(raised) = outcome {
        if give_up(&queue.getters, this, *ticket) && !Used::new(vm, object, queue).is_empty(vm)? {
            queue.getters.wake_next(vm)?;
        }
        return Err(raised);
    }
    queue.getters.leave(this, *ticket);
    start_get(vm, this, ticket, object)
}

/// Begins `join`.
pub fn start_join(vm: &mut Vm, this: &Gc<NativeCoroutine>, ticket: &mut Ticket, object: &Gc<Opaque>) -> Result<Wait> {
    match object.data::<Queue>() {
        Some(queue) if queue.unfinished.get() > 0 => {
            let event = queue.finished(vm);
            none(event::start(vm, this, ticket, event))
        }
        _ => Ok(Wait::Ready(Value::None)),
    }
}

/// Ends `join`.
pub fn resume_join(
    vm: &mut Vm,
    this: &Gc<NativeCoroutine>,
    ticket: Ticket,
    object: &Gc<Opaque>,
    outcome: Result,
) -> Result<Wait> {
    match object.data::<Queue>() {
        Some(queue) => none(event::resume(vm, this, ticket, queue.finished(vm), outcome)),
        None => outcome.map(Wait::Ready),
    }
}

/// A wait whose result is None.
fn none(wait: Result<Wait>) -> Result<Wait> {
    match wait? {
        Wait::Ready(_) => Ok(Wait::Ready(Value::None)),
        other => Ok(other),
    }
}
