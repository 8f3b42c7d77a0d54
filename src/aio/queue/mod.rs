//! `Queue`, `PriorityQueue`, `LifoQueue`: items go from tasks to tasks.
//!
//! The items lie in an object that scripts can see as `_queue`: a deque, for the others a list. A subclass may put its own in its place
//! (`_init`), and its own way in and out (`_put`, `_get`), or replace what the rest is built on; [`Hooks`] tells which. Where nothing is
//! replaced no name is looked up.
//!
//! Those that wait for an item or for room are woken one for each item or room; whoever is woken looks again, and passes the word on if it
//! can't use it.

mod heap;
mod rows;
mod wait;

pub use rows::{LIFO_ROWS, PRIORITY_ROWS, ROWS};
pub use wait::{Put, resume_get, resume_join, resume_put, start_get, start_join, start_put};

use std::cell::{Cell, OnceCell};

use crate::heap::{Gc, Visitor};
use crate::object::{Class, Deque, List, NativeData, Opaque};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, FromArg, Own, Place, Raised, Result, Vm};

use super::core::Slot;
use super::event_loop::LoopRef;
use super::parking::Lot;
use super::state;
use super::sync::event::Event;
use super::sync::hooks::Hooks;

/// In which order items come out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Order {
    #[default]
    Fifo,
    Lifo,
    Smallest,
}

/// The storage of a queue.
#[derive(Default)]
pub struct Queue {
    order: Cell<Order>,
    /// `_queue`: what the items lie in; unset where a subclass made nothing.
    items: Slot,
    maxsize: Slot,
    /// How many items it takes where `maxsize` is an int; 0 for any number.
    limit: Cell<Option<usize>>,
    unfinished: Cell<i64>,
    is_shut_down: Cell<bool>,
    getters: Lot,
    putters: Lot,
    loop_: OnceCell<LoopRef>,
    /// What `join` waits for, made when somebody asks for it. It is set exactly while no task is unfinished.
    finished: OnceCell<Gc<Opaque>>,
    hooks: Hooks,
}

impl NativeData for Queue {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.items.trace(visitor);
        self.maxsize.trace(visitor);
        self.getters.trace(visitor);
        self.putters.trace(visitor);
        if let Some(loop_) = self.loop_.get() {
            loop_.object().trace(visitor);
        }
        if let Some(event) = self.finished.get() {
            event.trace(visitor);
        }
    }

    fn clear(&self) {
        drop((self.items.take(), self.maxsize.take()));
        self.getters.clear();
        self.putters.clear();
    }
}

/// The methods that others are built on.
const BASIC: &[&str] = &["_put", "_get", "empty", "full", "qsize", "put_nowait", "get_nowait"];
const PUT: u8 = 1;
const GET: u8 = 2;
const EMPTY: u8 = 4;
const FULL: u8 = 8;
const QSIZE: u8 = 16;
const PUT_NOWAIT: u8 = 32;
const GET_NOWAIT: u8 = 64;

/// A queue whose method runs.
#[derive(Clone, Copy)]
struct Used<'a> {
    object: &'a Gc<Opaque>,
    queue: &'a Queue,
    /// Which methods of [`BASIC`] are a script's own.
    replaced: u8,
}

impl<'a> FromArg<'a> for Used<'a> {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let own = Own::<Queue>::from_arg(vm, value, place)?;
        Ok(Used::new(vm, own.object, own.data))
    }
}

impl<'a> Used<'a> {
    #[inline]
    fn new(vm: &Vm, object: &'a Gc<Opaque>, queue: &'a Queue) -> Used<'a> {
        Used { object, queue, replaced: queue.hooks.replaced(vm, object, BASIC) }
    }

    /// Calls a method of the script.
    #[cold]
    fn call(self, vm: &mut Vm, method: &str, args: &[Value]) -> Result {
        let name = vm.intern(method);
        vm.call_method(&self.object.clone().into(), &name, args)
    }

    #[inline]
    fn has_own(self, method: u8) -> bool {
        self.replaced & method != 0
    }

    fn is_empty(self, vm: &mut Vm) -> Result<bool> {
        if self.has_own(EMPTY) {
            let empty = self.call(vm, "empty", &[])?;
            return vm.truth(&empty);
        }
        self.queue.has_none(vm)
    }

    fn is_full(self, vm: &mut Vm) -> Result<bool> {
        if self.has_own(FULL) {
            let full = self.call(vm, "full", &[])?;
            return vm.truth(&full);
        }
        self.has_no_room(vm)
    }

    /// What `full` says unless a script says it.
    fn has_no_room(self, vm: &mut Vm) -> Result<bool> {
        match self.queue.limit.get() {
            Some(0) => return Ok(false),
            Some(limit) if !self.has_own(QSIZE) => return Ok(self.queue.size(vm)? >= limit),
            _ => {}
        }
        let maxsize = self.queue.maxsize.get();
        if vm.compare_bool(CompareOp::Le, &maxsize, &Value::Int(0))? {
            return Ok(false);
        }
        let size = if self.has_own(QSIZE) { self.call(vm, "qsize", &[])? } else { Value::from(self.queue.size(vm)?) };
        vm.compare_bool(CompareOp::Ge, &size, &maxsize)
    }

    fn put(self, vm: &mut Vm, item: Value) -> Result<()> {
        if self.has_own(PUT) {
            self.call(vm, "_put", &[item]).map(drop)
        } else {
            self.queue.add(vm, item, self.queue.order.get())
        }
    }

    fn get(self, vm: &mut Vm) -> Result {
        if self.has_own(GET) { self.call(vm, "_get", &[]) } else { self.queue.remove(vm, self.queue.order.get()) }
    }

    /// `put_nowait`
    fn offer(self, vm: &mut Vm, item: Value) -> Result<()> {
        let queue = self.queue;
        if queue.is_shut_down.get() {
            return Err(shut_down(vm));
        }
        if self.is_full(vm)? {
            return Err(vm.raise_with(&state(vm).classes.queue_full, vec![]));
        }
        self.put(vm, item)?;
        queue.count(vm, 1)?;
        queue.getters.wake_next(vm).map(drop)
    }

    /// `get_nowait`
    fn take(self, vm: &mut Vm) -> Result {
        let queue = self.queue;
        if self.is_empty(vm)? {
            return Err(if queue.is_shut_down.get() {
                shut_down(vm)
            } else {
                vm.raise_with(&state(vm).classes.queue_empty, vec![])
            });
        }
        let item = self.get(vm)?;
        queue.putters.wake_next(vm)?;
        Ok(item)
    }

    /// `shutdown`
    fn shut_down(self, vm: &mut Vm, immediate: bool) -> Result<()> {
        let queue = self.queue;
        queue.is_shut_down.set(true);
        if immediate {
            while !self.is_empty(vm)? {
                drop(self.get(vm)?);
                if queue.unfinished.get() > 0 {
                    queue.unfinished.set(queue.unfinished.get() - 1);
                }
            }
            if queue.unfinished.get() == 0 {
                queue.tell_finished(vm, true)?;
            }
        }
        queue.getters.wake_all(vm)?;
        queue.putters.wake_all(vm)
    }
}

fn shut_down(vm: &Vm) -> Raised {
    vm.raise_with(&state(vm).classes.queue_shut_down, vec![])
}

impl Queue {
    /// What its items lie in at the beginning.
    fn new_items(vm: &Vm, order: Order) -> Value {
        match order {
            Order::Fifo => Opaque::new(vm.types.deque.clone(), Deque::default()).into(),
            Order::Lifo | Order::Smallest => List::value(vec![]),
        }
    }

    fn set_maxsize(&self, maxsize: Value) {
        let limit = match &maxsize {
            Value::Int(limit) => Some(usize::try_from(*limit).unwrap_or(0)),
            _ => None,
        };
        self.limit.set(limit);
        self.maxsize.set(maxsize);
    }

    /// So many more tasks are unfinished.
    fn count(&self, vm: &Vm, difference: i64) -> Result<()> {
        let unfinished = self.unfinished.get() + difference;
        self.unfinished.set(unfinished);
        if self.finished.get().is_some() { self.tell_finished(vm, unfinished <= 0) } else { Ok(()) }
    }

    fn tell_finished(&self, vm: &Vm, finished: bool) -> Result<()> {
        match self.finished.get().and_then(|event| event.data::<Event>()) {
            Some(event) => event.change(vm, finished),
            None => Ok(()),
        }
    }

    /// The event that is set while no task is unfinished.
    fn finished(&self, vm: &Vm) -> &Gc<Opaque> {
        self.finished.get_or_init(|| Event::object(vm, self.unfinished.get() <= 0))
    }

    /// How many items there are, where they lie in a deque or list.
    #[inline]
    fn plain_size(&self) -> Option<usize> {
        self.items.with(|items| match items.kind()? {
            Kind::Opaque => Some(items.get::<Opaque>()?.data::<Deque>()?.len()),
            Kind::List => Some(items.get::<List>()?.0.borrow().len()),
            _ => None,
        })
    }

    fn size(&self, vm: &mut Vm) -> Result<usize> {
        match self.plain_size() {
            Some(size) => Ok(size),
            None => vm.len(&self.held(vm)?),
        }
    }

    fn has_none(&self, vm: &mut Vm) -> Result<bool> {
        match self.plain_size() {
            Some(size) => Ok(size == 0),
            None => {
                let held = self.held(vm)?;
                Ok(!vm.truth(&held)?)
            }
        }
    }

    /// `_queue`
    fn held(&self, vm: &Vm) -> Result {
        let items = self.items.get();
        if items.is_set() { Ok(items) } else { Err(vm.attribute_error("'Queue' object has no attribute '_queue'")) }
    }

    /// `_put`
    fn add(&self, vm: &mut Vm, item: Value, order: Order) -> Result<()> {
        if order != Order::Smallest {
            let left = self.items.with(|items| {
                if let (Order::Lifo, Some(list)) = (order, items.get::<List>()) {
                    list.0.borrow_mut().push(item);
                } else if let Some(deque) = items.get::<Opaque>().and_then(|items| items.data::<Deque>()) {
                    drop(deque.push_back(item));
                } else {
                    return Some(item);
                }
                None
            });
            let Some(item) = left else { return Ok(()) };
            let held = self.held(vm)?;
            return vm.call_method(&held, &vm.intern("append"), &[item]).map(drop);
        }
        let held = self.held(vm)?;
        match held.get::<List>() {
            Some(list) => heap::push(vm, &list.0, item),
            None => Err(not_a_list(vm, &held)),
        }
    }

    /// `_get`
    fn remove(&self, vm: &mut Vm, order: Order) -> Result {
        let found = match order {
            Order::Smallest => {
                let held = self.held(vm)?;
                let Some(list) = held.get::<List>() else { return Err(not_a_list(vm, &held)) };
                return heap::pop(vm, &list.0)?.ok_or_else(|| vm.index_error("index out of range"));
            }
            Order::Lifo => self.items.with(|items| items.get::<List>().and_then(|list| list.0.borrow_mut().pop())),
            Order::Fifo => self.items.with(|items| {
                let deque = items.get::<Opaque>()?.data::<Deque>()?;
                deque.pop_front()
            }),
        };
        if let Some(item) = found {
            return Ok(item);
        }
        let held = self.held(vm)?;
        let name = vm.intern(if order == Order::Lifo { "pop" } else { "popleft" });
        vm.call_method(&held, &name, &[])
    }
}

fn not_a_list(vm: &Vm, held: &Value) -> Raised {
    vm.type_error(format!("heap argument must be a list, not {}", vm.type_name(held)))
}

/// The order of a class's queues.
fn order_of(vm: &Vm, class: &Gc<Class>) -> Order {
    let aio = state(vm);
    if class.derives_from(&aio.classes.priority_queue) {
        Order::Smallest
    } else if class.derives_from(&aio.classes.lifo_queue) {
        Order::Lifo
    } else {
        Order::Fifo
    }
}
