//! The classes of the module `asyncio` that are native.

use crate::heap::Gc;
use crate::object::{Class, Dict, Layout, Str};
use crate::value::Kind;
use crate::vm::{Row, Vm};

use super::{coroutine, future, handle, loop_rows, process, queue, run, stream, sync, task, thread};

macro_rules! classes {
    ($($field:ident $name:literal $module:literal $base:expr, $layout:expr;)*) => {
        /// The classes.
        #[allow(missing_docs)]
        pub struct Classes { $(pub $field: Gc<Class>,)* }

        impl Classes {
            /// Makes them, still without methods.
            pub fn new(vm: &Vm) -> Classes {
                $(
                    let base: fn(&Vm) -> Gc<Class> = $base;
                    let $field = native(vm, $name, $module, base(vm), $layout);
                )*
                Classes { $($field,)* }
            }
        }
    };
}

classes! {
    future "Future" "_asyncio" |vm| vm.types.object.clone(), Layout::Native(Kind::Future);
    task "Task" "_asyncio" |vm| vm.types.object.clone(), Layout::Native(Kind::Task);
    gathering_future "_GatheringFuture" "asyncio.tasks" |vm| vm.types.object.clone(), Layout::Native(Kind::Future);
    coroutine "coroutine" "builtins" |vm| vm.types.coroutine.clone(), Layout::Native(Kind::Awaitable);
    event_loop "_UnixSelectorEventLoop" "asyncio.unix_events" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    handle "Handle" "asyncio.events" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    timer_handle "TimerHandle" "asyncio.events" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    event "Event" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    lock "Lock" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    condition "Condition" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    semaphore "Semaphore" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    bounded_semaphore "BoundedSemaphore" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    barrier "Barrier" "asyncio.locks" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    queue "Queue" "asyncio.queues" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    priority_queue "PriorityQueue" "asyncio.queues" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    lifo_queue "LifoQueue" "asyncio.queues" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    runner "Runner" "asyncio.runners" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    socket "TransportSocket" "asyncio.trsock" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    transport "_SelectorSocketTransport" "asyncio.selector_events" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    stream_reader "StreamReader" "asyncio.streams" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    stream_writer "StreamWriter" "asyncio.streams" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    child "_Child" "asyncio.subprocess" |vm| vm.types.object.clone(), Layout::Native(Kind::Opaque);
    gaierror "gaierror" "socket" |vm| vm.exc.os_error.clone(), Layout::Exception;
    cancelled_error "CancelledError" "asyncio.exceptions" |vm| vm.exc.base_exception.clone(), Layout::Exception;
    invalid_state_error "InvalidStateError" "asyncio.exceptions" |vm| vm.exc.exception.clone(), Layout::Exception;
    broken_barrier_error "BrokenBarrierError" "asyncio.exceptions" |vm| vm.exc.runtime_error.clone(), Layout::Exception;
    queue_empty "QueueEmpty" "asyncio.queues" |vm| vm.exc.exception.clone(), Layout::Exception;
    queue_full "QueueFull" "asyncio.queues" |vm| vm.exc.exception.clone(), Layout::Exception;
    queue_shut_down "QueueShutDown" "asyncio.queues" |vm| vm.exc.exception.clone(), Layout::Exception;
    deadlock_error "DeadlockError" "asyncio" |vm| vm.exc.runtime_error.clone(), Layout::Exception;
}

/// A native class with one base.
pub fn native(vm: &Vm, name: &str, module: &str, base: Gc<Class>, layout: Layout) -> Gc<Class> {
    let name = vm.intern(name);
    let rest: Vec<Gc<Class>> = std::iter::once(base.clone()).chain(base.mro_rest().iter().cloned()).collect();
    let namespace = Dict::new();
    namespace.set_str(&vm.names.module, Str::value(module));
    let class = Class::new(name.clone(), name, vec![base], rest, namespace, layout, true);
    if module == "_asyncio" {
        vm.say_with_module(&class, module);
    }
    // The cell is fresh, so setting it can't fail.
    let _ = class.metaclass.set(vm.types.type_.clone());
    class
}

impl Classes {
    /// Gives them their methods.
    pub fn fill(&self, vm: &mut Vm) {
        let derived = [
            (&self.task, &self.future),
            (&self.gathering_future, &self.future),
            (&self.timer_handle, &self.handle),
            (&self.bounded_semaphore, &self.semaphore),
            (&self.priority_queue, &self.queue),
            (&self.lifo_queue, &self.queue),
        ];
        for (class, base) in derived {
            let rest = std::iter::once(base.clone()).chain(base.mro_rest().iter().cloned()).collect();
            Class::set_bases(class, vec![base.clone()], rest);
        }
        let tables: [(&Gc<Class>, &[&'static [Row]]); 21] = [
            (&self.future, &[future::SHARED_ROWS, future::ROWS]),
            (&self.task, &[task::ROWS]),
            (&self.coroutine, &[coroutine::ROWS]),
            (&self.event_loop, &[loop_rows::ROWS, thread::ROWS]),
            (&self.handle, &[handle::ROWS]),
            (&self.timer_handle, &[handle::TIMER_ROWS]),
            (&self.event, &[sync::event::ROWS]),
            (&self.lock, &[sync::lock::ROWS]),
            (&self.condition, &[sync::condition::ROWS]),
            (&self.semaphore, &[sync::semaphore::ROWS]),
            (&self.bounded_semaphore, &[sync::semaphore::BOUNDED_ROWS]),
            (&self.barrier, &[sync::barrier::ROWS]),
            (&self.queue, &[queue::ROWS]),
            (&self.priority_queue, &[queue::PRIORITY_ROWS]),
            (&self.lifo_queue, &[queue::LIFO_ROWS]),
            (&self.runner, &[run::ROWS]),
            (&self.child, &[process::ROWS]),
            (&self.socket, &[stream::socket::ROWS]),
            (&self.transport, &[stream::transport::ROWS]),
            (&self.stream_reader, &[stream::reader::ROWS]),
            (&self.stream_writer, &[stream::writer::ROWS]),
        ];
        for (class, rows) in tables {
            for rows in rows {
                vm.add_methods(class, rows);
            }
        }
    }

    /// Those that scripts name, by name.
    pub fn public(&self) -> Vec<(&'static str, Gc<Class>)> {
        let mut all: Vec<(&'static str, Gc<Class>)> = ["AbstractEventLoop", "BaseEventLoop", "SelectorEventLoop", "EventLoop"]
            .map(|name| (name, self.event_loop.clone()))
            .to_vec();
        all.extend([
            ("Future", self.future.clone()),
            ("Task", self.task.clone()),
            ("Handle", self.handle.clone()),
            ("TimerHandle", self.timer_handle.clone()),
            ("Event", self.event.clone()),
            ("Lock", self.lock.clone()),
            ("Condition", self.condition.clone()),
            ("Semaphore", self.semaphore.clone()),
            ("BoundedSemaphore", self.bounded_semaphore.clone()),
            ("Barrier", self.barrier.clone()),
            ("BrokenBarrierError", self.broken_barrier_error.clone()),
            ("Queue", self.queue.clone()),
            ("PriorityQueue", self.priority_queue.clone()),
            ("LifoQueue", self.lifo_queue.clone()),
            ("QueueEmpty", self.queue_empty.clone()),
            ("QueueFull", self.queue_full.clone()),
            ("QueueShutDown", self.queue_shut_down.clone()),
            ("Runner", self.runner.clone()),
            ("StreamReader", self.stream_reader.clone()),
            ("StreamWriter", self.stream_writer.clone()),
            ("_Transport", self.transport.clone()),
            ("CancelledError", self.cancelled_error.clone()),
            ("InvalidStateError", self.invalid_state_error.clone()),
            ("DeadlockError", self.deadlock_error.clone()),
        ]);
        all
    }
}
