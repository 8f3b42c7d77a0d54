//! The methods of queues.

use crate::object::{Class, GenericAlias, List, Opaque, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::super::coroutine::{self, Op};
use super::super::sync::{Act, receiver};
use super::{Order, Own, Put, Queue, order_of};

fn own<'a>(vm: &Vm, args: &'a [Value]) -> Result<Own<'a>> {
    let (object, queue) = receiver::<Queue>(vm, args)?;
    Ok(Own::new(vm, object, queue))
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(class) = args[0].gc::<Class>() else {
        return Err(vm.type_error(format!("__new__(X): X is not a type object ({})", vm.type_name(&args[0]))));
    };
    let queue = Queue::default();
    queue.order.set(order_of(vm, class));
    queue.set_maxsize(Value::Int(0));
    Ok(Opaque::new(class.clone(), queue).into())
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, queue) = receiver::<Queue>(vm, args)?;
    queue.set_maxsize(args[1].clone());
    if object.class.borrow().builtin {
        queue.items.set(Queue::new_items(vm, queue.order.get()));
    } else {
        let begin = vm.intern("_init");
        vm.call_method(&args[0], &begin, &args[1..2])?;
    }
    Ok(Value::None)
}

/// `_init`, `_put` and `_get` of one order are found in its own class, for subclasses that call them by its name.
macro_rules! ordered {
    ($order:expr, $begin:ident, $add:ident, $remove:ident) => {
        fn $begin(vm: &mut Vm, args: &[Value]) -> Result {
            let (_, queue) = receiver::<Queue>(vm, args)?;
            queue.items.set(Queue::new_items(vm, $order));
            Ok(Value::None)
        }
        fn $add(vm: &mut Vm, args: &[Value]) -> Result {
            let (_, queue) = receiver::<Queue>(vm, args)?;
            queue.add(vm, args[1].clone(), $order).map(|()| Value::None)
        }
        fn $remove(vm: &mut Vm, args: &[Value]) -> Result {
            let (_, queue) = receiver::<Queue>(vm, args)?;
            queue.remove(vm, $order)
        }
    };
}

ordered!(Order::Fifo, begin_fifo, add_fifo, remove_fifo);
ordered!(Order::Lifo, begin_lifo, add_lifo, remove_lifo);
ordered!(Order::Smallest, begin_smallest, add_smallest, remove_smallest);

fn qsize(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.size(vm).map(Value::from)
}

fn empty(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.has_none(vm).map(Value::Bool)
}

fn full(vm: &mut Vm, args: &[Value]) -> Result {
    own(vm, args)?.has_no_room(vm).map(Value::Bool)
}

fn put(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, _) = receiver::<Queue>(vm, args)?;
    Ok(coroutine::make(vm, Op::Put(Box::new(Put::new(object.clone(), args[1].clone())))))
}

fn get(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, _) = receiver::<Queue>(vm, args)?;
    Ok(coroutine::make(vm, Op::At(Act::Get, 0, object.clone())))
}

fn join(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, _) = receiver::<Queue>(vm, args)?;
    Ok(coroutine::make(vm, Op::At(Act::Join, 0, object.clone())))
}

fn put_nowait(vm: &mut Vm, args: &[Value]) -> Result {
    own(vm, args)?.offer(vm, args[1].clone()).map(|()| Value::None)
}

fn get_nowait(vm: &mut Vm, args: &[Value]) -> Result {
    own(vm, args)?.take(vm)
}

fn task_done(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    if queue.unfinished.get() <= 0 {
        return Err(vm.value_error("task_done() called too many times"));
    }
    queue.count(vm, -1).map(|()| Value::None)
}

fn shutdown(vm: &mut Vm, args: &[Value]) -> Result {
    let immediate = vm.truth(&args[1])?;
    own(vm, args)?.shut_down(vm, immediate).map(|()| Value::None)
}

fn class_getitem(_: &mut Vm, args: &[Value]) -> Result {
    Ok(GenericAlias::value(args[0].clone(), &args[1]))
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

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, queue) = receiver::<Queue>(vm, args)?;
    let shown = format(vm, queue)?;
    Ok(Str::value(format!("<{} at {:#x} {shown}>", object.class().name.borrow(), object.address())))
}

fn str(vm: &mut Vm, args: &[Value]) -> Result {
    let (object, queue) = receiver::<Queue>(vm, args)?;
    let shown = format(vm, queue)?;
    Ok(Str::value(format!("<{} {shown}>", object.class().name.borrow())))
}

fn format_method(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    format(vm, queue).map(Str::value)
}

fn items(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.held(vm)
}

fn set_items(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.items.set(args[1].clone());
    Ok(Value::None)
}

fn maxsize(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(queue.maxsize.get())
}

fn set_maxsize(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.set_maxsize(args[1].clone());
    Ok(Value::None)
}

fn unfinished(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(Value::Int(queue.unfinished.get()))
}

fn set_unfinished(vm: &mut Vm, args: &[Value]) -> Result {
    let count = vm.index(&args[1])?;
    let (_, queue) = receiver::<Queue>(vm, args)?;
    queue.unfinished.set(count);
    Ok(Value::None)
}

fn finished(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(queue.finished(vm).clone().into())
}

fn is_shut_down(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(Value::Bool(queue.is_shut_down.get()))
}

fn getters(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(List::value(queue.getters.waiters()))
}

fn putters(vm: &mut Vm, args: &[Value]) -> Result {
    let (_, queue) = receiver::<Queue>(vm, args)?;
    Ok(List::value(queue.putters.waiters()))
}

/// The rows of `Queue`.
pub static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, *args, **kwargs)", new, "Makes a queue."),
    Row::method("__init__", "def (self, maxsize=0)", init, "A queue for so many items; for any number where that is 0."),
    Row::method("_init", "def (self, maxsize)", begin_fifo, "Makes what the items lie in."),
    Row::method("_put", "def (self, item)", add_fifo, "Adds an item."),
    Row::method("_get", "def (self)", remove_fifo, "Takes an item."),
    Row::method("qsize", "def (self)", qsize, "How many items are in it."),
    Row::method("empty", "def (self)", empty, "Whether nothing is in it."),
    Row::method("full", "def (self)", full, "Whether there is no room."),
    Row::method("put", "def (self, item)", put, "Adds an item; waits for room."),
    Row::method("put_nowait", "def (self, item)", put_nowait, "Adds an item, or raises QueueFull."),
    Row::method("get", "def (self)", get, "Takes an item; waits for one."),
    Row::method("get_nowait", "def (self)", get_nowait, "Takes an item, or raises QueueEmpty."),
    Row::method("task_done", "def (self)", task_done, "Says that the work on an item that was taken is done."),
    Row::method("join", "def (self)", join, "Waits until the work on all items is done."),
    Row::method(
        "shutdown",
        "def (self, immediate=False)",
        shutdown,
        "Takes no more items; with `immediate` those in it are dropped as done.",
    ),
    Row::method("__repr__", "def (self)", repr, "Shows its state."),
    Row::method("__str__", "def (self)", str, "Shows its state."),
    Row::method("_format", "def (self)", format_method, "What is in the middle of its text."),
    Row::class_method("__class_getitem__", "(cls, item, /)", class_getitem, "Queue[int]."),
    Row::getter("maxsize", maxsize, "How many items it takes; 0 for any number."),
    Row::getset("_maxsize", maxsize, set_maxsize, "How many items it takes; 0 for any number."),
    Row::getset("_queue", items, set_items, "What the items lie in."),
    Row::getset("_unfinished_tasks", unfinished, set_unfinished, "How many items are not done."),
    Row::getter("_finished", finished, "The event that is set while all items are done."),
    Row::getter("_is_shutdown", is_shut_down, "Whether it was shut down."),
    Row::getter("_getters", getters, "Those that wait for an item."),
    Row::getter("_putters", putters, "Those that wait for room."),
];

/// The rows of `PriorityQueue`, beyond those of `Queue`.
pub static PRIORITY_ROWS: &[Row] = &[
    Row::method("_init", "def (self, maxsize)", begin_smallest, "Makes what the items lie in."),
    Row::method("_put", "def (self, item)", add_smallest, "Adds an item."),
    Row::method("_get", "def (self)", remove_smallest, "Takes the smallest item."),
];

/// The rows of `LifoQueue`, beyond those of `Queue`.
pub static LIFO_ROWS: &[Row] = &[
    Row::method("_init", "def (self, maxsize)", begin_lifo, "Makes what the items lie in."),
    Row::method("_put", "def (self, item)", add_lifo, "Adds an item."),
    Row::method("_get", "def (self)", remove_lifo, "Takes the last item."),
];
