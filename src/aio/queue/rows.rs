//! The methods of queues.

use crate::heap::Gc;
use crate::object::{Class, GenericAlias, List, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, class_method, getset, getter, method, static_method};

use super::super::coroutine::{self, Op};
use super::super::sync::Act;
use super::{Order, Put, Queue, Used, order_of};

fn new(vm: &mut Vm, class: &Gc<Class>, _: &Value, _: &Value) -> Gc<Opaque> {
    let queue = Queue::default();
    queue.order.set(order_of(vm, class));
    queue.set_maxsize(Value::Int(0));
    Opaque::new(class.clone(), queue)
}

fn init(vm: &mut Vm, queue: Own<Queue>, maxsize: &Value) -> Result<()> {
    queue.set_maxsize(maxsize.clone());
    if queue.object.class.borrow().builtin {
        queue.items.set(Queue::new_items(vm, queue.order.get()));
    } else {
        vm.call_method(&queue.value(), &vm.intern("_init"), std::slice::from_ref(maxsize))?;
    }
    Ok(())
}

/// `_init`, `_put` and `_get` of one order are found in its own class, for subclasses that call them by its name.
macro_rules! ordered {
    ($order:expr, $begin:ident, $add:ident, $remove:ident) => {
        fn $begin(vm: &mut Vm, queue: Own<Queue>, _: &Value) {
            queue.items.set(Queue::new_items(vm, $order));
        }
        fn $add(vm: &mut Vm, queue: Own<Queue>, item: &Value) -> Result<()> {
            queue.add(vm, item.clone(), $order)
        }
        fn $remove(vm: &mut Vm, queue: Own<Queue>) -> Result {
            queue.remove(vm, $order)
        }
    };
}

ordered!(Order::Fifo, begin_fifo, add_fifo, remove_fifo);
ordered!(Order::Lifo, begin_lifo, add_lifo, remove_lifo);
ordered!(Order::Smallest, begin_smallest, add_smallest, remove_smallest);

fn qsize(vm: &mut Vm, queue: Own<Queue>) -> Result<usize> {
    queue.size(vm)
}

fn empty(vm: &mut Vm, queue: Own<Queue>) -> Result<bool> {
    queue.has_none(vm)
}

fn full(vm: &mut Vm, queue: Used) -> Result<bool> {
    queue.has_no_room(vm)
}

fn put(vm: &mut Vm, queue: Own<Queue>, item: &Value) -> Value {
    coroutine::make(vm, Op::Put(Box::new(Put::new(queue.object.clone(), item.clone()))))
}

fn get(vm: &mut Vm, queue: Own<Queue>) -> Value {
    coroutine::make(vm, Op::At(Act::Get, 0, queue.object.clone()))
}

fn join(vm: &mut Vm, queue: Own<Queue>) -> Value {
    coroutine::make(vm, Op::At(Act::Join, 0, queue.object.clone()))
}

fn put_nowait(vm: &mut Vm, queue: Used, item: &Value) -> Result<()> {
    queue.offer(vm, item.clone())
}

fn get_nowait(vm: &mut Vm, queue: Used) -> Result {
    queue.take(vm)
}

fn task_done(vm: &mut Vm, queue: Own<Queue>) -> Result<()> {
    if queue.unfinished.get() <= 0 {
        return Err(vm.value_error("task_done() called too many times"));
    }
    queue.count(vm, -1)
}

fn shutdown(vm: &mut Vm, queue: Used, immediate: bool) -> Result<()> {
    queue.shut_down(vm, immediate)
}

fn class_getitem(class: &Value, item: &Value) -> Value {
    GenericAlias::value(class.clone(), item)
}

/// What stands in the middle of a queue's text.
fn format(vm: &mut Vm, queue: &Queue) -> Result<String> {
    let maxsize = queue.maxsize.get();
    let mut text = format!("maxsize={}", vm.repr(&maxsize)?);
    let items = queue.items.get();
    if items.is_set() && vm.truth(&items)? {
        let listed = List::value(vm.collect(&items)?);
        text.push_str(&format!(" _queue={}", vm.repr(&listed)?));
    }
    for (name, waiting) in [("_getters", queue.getters.parked()), ("_putters", queue.putters.parked())] {
        if waiting > 0 {
            text.push_str(&format!(" {name}[{waiting}]"));
        }
    }
    if queue.unfinished.get() != 0 {
        text.push_str(&format!(" tasks={}", queue.unfinished.get()));
    }
    if queue.is_shut_down.get() {
        text.push_str(" shutdown");
    }
    Ok(text)
}

fn repr(vm: &mut Vm, queue: Own<Queue>) -> Result {
    let shown = format(vm, &queue)?;
    Ok(Str::value(format!("<{} at {:#x} {shown}>", queue.object.class().name.borrow(), queue.object.address())))
}

fn str(vm: &mut Vm, queue: Own<Queue>) -> Result {
    let shown = format(vm, &queue)?;
    Ok(Str::value(format!("<{} {shown}>", queue.object.class().name.borrow())))
}

fn format_method(vm: &mut Vm, queue: Own<Queue>) -> Result {
    format(vm, &queue).map(Str::value)
}

fn items(vm: &mut Vm, queue: Own<Queue>) -> Result {
    queue.held(vm)
}

fn set_items(queue: Own<Queue>, value: &Value) {
    queue.items.set(value.clone());
}

fn maxsize(queue: Own<Queue>) -> Value {
    queue.maxsize.get()
}

fn set_maxsize(queue: Own<Queue>, value: &Value) {
    queue.set_maxsize(value.clone());
}

fn unfinished(queue: Own<Queue>) -> i64 {
    queue.unfinished.get()
}

fn set_unfinished(queue: Own<Queue>, count: i64) {
    queue.unfinished.set(count);
}

fn finished(vm: &mut Vm, queue: Own<Queue>) -> Value {
    queue.finished(vm).clone().into()
}

fn is_shut_down(queue: Own<Queue>) -> bool {
    queue.is_shut_down.get()
}

fn getters(queue: Own<Queue>) -> Value {
    List::value(queue.getters.waiters())
}

fn putters(queue: Own<Queue>) -> Value {
    List::value(queue.putters.waiters())
}

/// The rows of `Queue`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a queue."),
    method!("__init__", "def (self, maxsize=0)", init, "A queue for so many items; for any number where that is 0."),
    method!("_init", "def (self, maxsize)", begin_fifo, "Makes what the items lie in."),
    method!("_put", "def (self, item)", add_fifo, "Adds an item."),
    method!("_get", "def (self)", remove_fifo, "Takes an item."),
    method!("qsize", "def (self)", qsize, "How many items are in it."),
    method!("empty", "def (self)", empty, "Whether nothing is in it."),
    method!("full", "def (self)", full, "Whether there is no room."),
    method!("put", "def (self, item)", put, "Adds an item; waits for room."),
    method!("put_nowait", "def (self, item)", put_nowait, "Adds an item, or raises QueueFull."),
    method!("get", "def (self)", get, "Takes an item; waits for one."),
    method!("get_nowait", "def (self)", get_nowait, "Takes an item, or raises QueueEmpty."),
    method!("task_done", "def (self)", task_done, "Says that the work on an item that was taken is done."),
    method!("join", "def (self)", join, "Waits until the work on all items is done."),
    method!(
        "shutdown",
        "def (self, immediate=False)",
        shutdown,
        "Takes no more items; with `immediate` those in it are dropped as done."
    ),
    method!("__repr__", "def (self)", repr, "Shows its state."),
    method!("__str__", "def (self)", str, "Shows its state."),
    method!("_format", "def (self)", format_method, "What is in the middle of its text."),
    class_method!("__class_getitem__", "(cls, item, /)", class_getitem, "Queue[int]."),
    getter!("maxsize", maxsize, "How many items it takes; 0 for any number."),
    getset!("_maxsize", maxsize, set_maxsize, "How many items it takes; 0 for any number."),
    getset!("_queue", items, set_items, "What the items lie in."),
    getset!("_unfinished_tasks", unfinished, set_unfinished, "How many items are not done."),
    getter!("_finished", finished, "The event that is set while all items are done."),
    getter!("_is_shutdown", is_shut_down, "Whether it was shut down."),
    getter!("_getters", getters, "Those that wait for an item."),
    getter!("_putters", putters, "Those that wait for room."),
];

/// The rows of `PriorityQueue`, beyond those of `Queue`.
pub static PRIORITY_ROWS: &[Row] = &[
    method!("_init", "def (self, maxsize)", begin_smallest, "Makes what the items lie in."),
    method!("_put", "def (self, item)", add_smallest, "Adds an item."),
    method!("_get", "def (self)", remove_smallest, "Takes the smallest item."),
];

/// The rows of `LifoQueue`, beyond those of `Queue`.
pub static LIFO_ROWS: &[Row] = &[
    method!("_init", "def (self, maxsize)", begin_lifo, "Makes what the items lie in."),
    method!("_put", "def (self, item)", add_lifo, "Adds an item."),
    method!("_get", "def (self)", remove_lifo, "Takes the last item."),
];
