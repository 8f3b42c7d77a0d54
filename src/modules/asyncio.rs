//! The module `asyncio`: native names at once, the rest from `stdlib/asyncio/` when a script first asks for it (PEP 562), so that a script
//! pays only for what it uses.

use crate::aio;
use crate::builtins::traceback;
use crate::heap::Gc;
use crate::object::{Dict, List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

macro_rules! sources {
    ($($name:literal)*) => {
        /// The modules of the package that are written in the language: full name and text.
        pub static SOURCES: &[(&str, &str)] =
            &[$((concat!("asyncio.", $name), include_str!(concat!("../../stdlib/asyncio/", $name, ".py")))),*];
    };
}

sources! {
    "base_events" "coroutines" "events" "exceptions" "futures" "locks" "log" "queues" "runners" "streams" "subprocess" "taskgroups" "tasks" "threads" "timeouts"
}

/// Which module defines which names.
static LAZY: &[(&str, &[&str])] = &[
    ("exceptions", &["IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError"]),
    (
        "streams",
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
    ("subprocess", &["create_subprocess_exec", "create_subprocess_shell"]),
    ("taskgroups", &["TaskGroup"]),
    (
        "tasks",
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
    ("threads", &["to_thread"]),
    ("timeouts", &["Timeout", "timeout", "timeout_at"]),
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

/// Makes the module and puts it into `sys.modules`.
pub fn make(vm: &mut Vm) -> Gc<Module> {
    let module = Module::new(vm.intern("asyncio"), Dict::new());
    let names = &module.namespace;
    names.set_str(&vm.names.name, Str::value("asyncio"));
    names.set_str(&vm.names.package, Str::value("asyncio"));
    names.set_str(&vm.names.doc, Str::value("The asyncio package, tracking PEP 3156."));
    names.set_str(&vm.names.path, List::value(vec![]));
    names.set_str(&vm.intern("TimeoutError"), vm.exc.timeout_error.clone().into());
    let all = LAZY.iter().flat_map(|(_, names)| names.iter()).chain(NATIVE).map(|name| Str::value(*name)).collect();
    names.set_str(&vm.names.all, List::value(all));
    vm.modules.set_str(&module.name, module.clone().into());
    aio::fill_module(vm, &module, |vm, exception| traceback::format_exception(vm, exception).concat());
    vm.add_functions(&module, ROWS);
    module
}

/// An attribute that is not there yet: a name of one of the modules written in the language, or such a module itself.
fn getattr(vm: &mut Vm, name: &Value) -> Result {
    let Some(name) = name.gc::<Str>().cloned() else { return Ok(Value::Unset) };
    let full = format!("asyncio.{name}");
    if SOURCES.iter().any(|(module, _)| *module == full) {
        return vm.import_module(&full);
    }
    let Some((module, _)) = LAZY.iter().find(|(_, names)| names.contains(&name.as_str())) else { return Ok(Value::Unset) };
    let module = vm.import_module(&format!("asyncio.{module}"))?;
    let name = vm.intern_str(&name);
    let value = vm.get_attr(&module, &name)?;
    if let Some(asyncio) = vm.modules.get_text("asyncio").and_then(|asyncio| asyncio.into_gc::<Module>().ok()) {
        asyncio.namespace.set_str(&name, value.clone());
    }
    Ok(value)
}

static ROWS: &[Row] = &[function!("__getattr__", "(name, /)", getattr, "Loads what is defined in the language.")];
