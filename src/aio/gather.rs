//! `gather`: one future for many.

use std::cell::Cell;

use rustc_hash::FxHashMap;

use crate::heap::{Gc, Visitor};
use crate::object::{Dict, List, Str};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

use super::core::{Callback, Core, State};
use super::event_loop::LoopRef;
use super::future::{self, Future, core_of};
use super::{functions, loops};

/// What a gathering future gathers.
pub struct Gather {
    children: Cell<Vec<Value>>,
    unique: usize,
    done: Cell<usize>,
    return_exceptions: bool,
    cancel_requested: Cell<bool>,
}

impl Gather {
    /// Visits the children.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        let children = self.children.take();
        children.iter().for_each(|child| child.trace(visitor));
        self.children.set(children);
    }

    /// Drops the children.
    pub fn clear(&self) {
        drop(self.children.take());
    }

    /// The children, each as often as it was given.
    pub fn children(&self) -> Vec<Value> {
        let children = self.children.take();
        self.children.set(children.clone());
        children
    }
}

/// `gather(*aws, return_exceptions=False)`
pub fn gather(vm: &mut Vm, awaitables: &[Value], return_exceptions: bool) -> Result {
    if awaitables.is_empty() {
        let loop_ = loops::current_or_error(vm)?;
        let outer = Future::new(vm, &loop_);
        let value: Value = outer.clone().into();
        outer.core.finish(vm, &value, State::Finished, List::value(vec![]))?;
        return Ok(value);
    }
    let mut known: FxHashMap<usize, Value> = FxHashMap::default();
    let mut children = Vec::with_capacity(awaitables.len());
    let mut unique = Vec::with_capacity(awaitables.len());
    let mut loop_: Option<LoopRef> = None;
    for awaitable in awaitables {
        if !matches!(awaitable.kind(), Some(Kind::Generator | Kind::Task | Kind::Future | Kind::Awaitable | Kind::AsyncStep)) {
            // Duplicates are told by hash, as CPython does: what has none can't be gathered.
            vm.dict_get(&Dict::new(), awaitable)?;
        }
        let address = if let Value::Object(_, object) = awaitable { object.address() } else { 0 };
        if let Some(child) = known.get(&address) {
            children.push(child.clone());
            continue;
        }
        let child = functions::ensure(vm, awaitable, loop_.as_ref())?;
        if loop_.is_none() {
            loop_ = future::plain(&child).and_then(|child| core_of(&child).and_then(|core| core.loop_().cloned()));
        }
        known.insert(address, child.clone());
        unique.push(child.clone());
        children.push(child);
    }
    drop(known);
    let loop_ = match loop_ {
        Some(loop_) => loop_,
        None => loops::current_or_error(vm)?,
    };
    let gather = Gather {
        children: Cell::new(children),
        unique: unique.len(),
        done: Cell::new(0),
        return_exceptions,
        cancel_requested: Cell::new(false),
    };
    let outer = Future::gathering(vm, &loop_, gather);
    let mut finished = Vec::new();
    for child in unique {
        let plain = future::plain(&child).unwrap_or(child);
        match core_of(&plain) {
            Some(core) if !core.is_done() => core.add(Callback::Gather(outer.clone())),
            _ => finished.push(plain),
        }
    }
    for child in finished {
        child_done(vm, &outer, &child)?;
    }
    Ok(Future::instance(&outer, &super::state(vm).classes.gathering_future))
}

/// A child is done.
pub fn child_done(vm: &mut Vm, outer: &Gc<Future>, child: &Value) -> Result<()> {
    let Some(gather) = outer.gather() else { return Ok(()) };
    let Some(core) = core_of(child) else { return Ok(()) };
    gather.done.set(gather.done.get() + 1);
    if outer.core.is_done() {
        if core.state() == State::Failed {
            // Somebody was told of the first exception; this one counts as seen.
            future::exception(vm, core)?;
        }
        return Ok(());
    }
    let value: Value = outer.clone().into();
    if !gather.return_exceptions {
        match core.state() {
            State::Cancelled => {
                let error = core.cancelled_error(vm).0.into();
                return outer.core.finish(vm, &value, State::Failed, error);
            }
            State::Failed => {
                let error = future::exception(vm, core)?;
                return outer.core.finish(vm, &value, State::Failed, error);
            }
            State::Finished | State::Pending => {}
        }
    }
    if gather.done.get() < gather.unique {
        return Ok(());
    }
    if gather.cancel_requested.get() {
        let error = core.cancelled_error(vm).0.into();
        return outer.core.finish(vm, &value, State::Failed, error);
    }
    let results = collect(vm, gather)?;
    outer.core.finish(vm, &value, State::Finished, List::value(results))
}

/// Results and exceptions of all children, in order.
fn collect(vm: &mut Vm, gather: &Gather) -> Result<Vec<Value>> {
    let mut results = Vec::new();
    for child in gather.children() {
        let child = future::plain(&child).unwrap_or(child);
        let Some(core) = core_of(&child) else { continue };
        results.push(match core.state() {
            State::Finished => core.slot().get(),
            State::Pending => Value::None,
            State::Failed => future::exception(vm, core)?,
            State::Cancelled => {
                let message = if core.has(Core::KEPT) { Value::Unset } else { core.slot().get() };
                let told = message.is_set() && !message.is_none();
                super::cancelled_error(vm, if told { message } else { Str::value("") }).0.into()
            }
        });
    }
    Ok(results)
}

/// Cancels all children; true if any could be.
pub fn cancel(vm: &mut Vm, outer: &Gc<Future>, message: Value) -> Result<bool> {
    let Some(gather) = outer.gather() else { return Ok(false) };
    if outer.core.is_done() {
        return Ok(false);
    }
    let mut any = false;
    for child in gather.children() {
        any |= future::cancel(vm, &child, message.clone())?;
    }
    if any {
        gather.cancel_requested.set(true);
    }
    Ok(any)
}
