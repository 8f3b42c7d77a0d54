//! The module `asyncio`: native names at once, the rest from `stdlib/asyncio/` when a script first asks for it (PEP 562), so that a script
//! pays only for what it uses.

use crate::aio;
use crate::builtins::traceback;
use crate::heap::Gc;
use crate::object::{List, Module, Str};
use crate::vm::{Result, Vm};

use super::{Lazy, NativeModule};

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("asyncio", "Tasks, streams, locks and queues on an event loop.").package().lazy(LAZY).set_up(set_up);

/// Which module defines which names.
static LAZY: &[Lazy] = &[
    ("asyncio.exceptions", &["IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"]),
    (
        "asyncio.streams",
        &[
            "open_connection",
            "start_server",
            "open_unix_connection",
            "start_unix_server",
            "Server",
            "AbstractServer",
            "StreamReaderProtocol",
        ],
    ),
    ("asyncio.subprocess", &["create_subprocess_exec", "create_subprocess_shell"]),
    ("asyncio.taskgroups", &["TaskGroup"]),
    (
        "asyncio.tasks",
        &[
            "wait",
            "wait_for",
            "as_completed",
            "shield",
            "run_coroutine_threadsafe",
            "wrap_future",
            "create_eager_task_factory",
            "FIRST_COMPLETED",
            "FIRST_EXCEPTION",
            "ALL_COMPLETED",
        ],
    ),
    ("asyncio.threads", &["to_thread"]),
    ("asyncio.timeouts", &["Timeout", "timeout", "timeout_at"]),
];

/// Native names that `__all__` lists.
static NATIVE: &[&str] = &[
    "AbstractEventLoop",
    "Barrier",
    "BaseEventLoop",
    "BoundedSemaphore",
    "BrokenBarrierError",
    "CancelledError",
    "Condition",
    "Event",
    "EventLoop",
    "Future",
    "Handle",
    "InvalidStateError",
    "LifoQueue",
    "Lock",
    "PriorityQueue",
    "Queue",
    "QueueEmpty",
    "QueueFull",
    "QueueShutDown",
    "Runner",
    "SelectorEventLoop",
    "Semaphore",
    "StreamReader",
    "StreamWriter",
    "Task",
    "TimeoutError",
    "TimerHandle",
    "_get_running_loop",
    "_set_running_loop",
    "all_tasks",
    "create_task",
    "current_task",
    "eager_task_factory",
    "ensure_future",
    "gather",
    "get_event_loop",
    "get_running_loop",
    "iscoroutine",
    "iscoroutinefunction",
    "isfuture",
    "new_event_loop",
    "run",
    "set_event_loop",
    "sleep",
];

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    let names = &module.namespace;
    names.set_str(&vm.intern("TimeoutError"), vm.exc.timeout_error.clone().into());
    let all = MODULE.lazy_names().chain(NATIVE.iter().copied()).map(Str::value).collect();
    names.set_str(&vm.names.all, List::value(all));
    aio::fill_module(vm, module, |vm, exception| traceback::format_exception(vm, exception).concat());
    Ok(())
}
