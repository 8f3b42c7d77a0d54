//! The end of a machine.
//!
//! What was written is flushed first. Namespaces are then taken down only if something living wants a finaliser (`__del__`, a generator to
//! close, a coroutine never awaited): memory itself is left to the system.

use crate::builtins::{stream, traceback};
use crate::diag::say;
use crate::heap::{self, Collection, Gc};
use crate::modules;
use crate::object::{Dict, Module, Str};
use crate::value::Value;
use crate::vm::Vm;

use super::{Ending, UNWRITTEN};

/// Objects that finalisers make anew are finalised too, but not for ever.
const ROUNDS: usize = 10;

/// Ends a machine; gives back how the process ends.
pub fn shut_down(mut vm: Vm, globals: Gc<Dict>, ending: Ending) -> Ending {
    modules::atexit::run(&mut vm);
    let mut failed = flush(&mut vm);
    let counted = std::env::var_os("ACLI_CHECK_LEAKS").is_some_and(|value| value == "1");
    vm.nothing_handled();
    if counted || heap::wants_finalizers() {
        take_down(&mut vm, globals);
        failed |= flush(&mut vm);
    } else {
        std::mem::forget(globals);
    }
    if counted {
        drop(vm);
        for _ in 0..ROUNDS {
            if heap::collect(Collection::Full) == 0 {
                break;
            }
        }
        say(&format!("live objects: {}\n", heap::live_objects()));
    } else {
        std::mem::forget(vm);
    }
    if failed && ending == Ending::Status(0) { Ending::Status(UNWRITTEN) } else { ending }
}

/// Writes out what waits; whether that failed.
fn flush(vm: &mut Vm) -> bool {
    match stream::flush_all(vm) {
        Ok(()) => false,
        Err(raised) => {
            let lines = traceback::format_exception(vm, &raised.0);
            let last = lines.last().cloned().unwrap_or_default();
            traceback::write_stderr(vm, &format!("Exception ignored while flushing sys.stdout:\n{last}"));
            true
        }
    }
}

/// Takes the script's modules down: first they are let go, so that what still holds itself dies by the collector with its globals intact;
/// then the namespaces of those that live on are emptied.
fn take_down(vm: &mut Vm, globals: Gc<Dict>) {
    let main = heap::Weak::new(&globals);
    let builtins = vm.builtins.clone();
    let modules = std::mem::take(&mut *vm.modules.borrow_mut()).take_all();
    let mut namespaces = Vec::new();
    let mut kept = Vec::new();
    for entry in modules {
        match entry.value.get::<Module>() {
            // Finalisers print: what they need for that stays.
            Some(module) if ["sys", "builtins"].contains(&module.name.as_str()) => kept.push(entry.value),
            Some(module) => namespaces.push(heap::Weak::new(&module.namespace)),
            None => {}
        }
    }
    finalize_directly_held(vm, &globals);
    drop(globals);
    settle(vm);
    for namespace in std::iter::once(main).chain(namespaces) {
        if let Some(namespace) = namespace.upgrade().filter(|namespace| !namespace.same(&builtins)) {
            empty(vm, &namespace);
        }
    }
    settle(vm);
    drop(kept);
}

/// What the script's own names alone hold and what wants a finaliser dies first, in the order of the names, while all else is still there.
fn finalize_directly_held(vm: &mut Vm, globals: &Gc<Dict>) {
    let names: Vec<Value> =
        globals.borrow().iter().filter(|entry| wants_finalizer(&entry.value)).map(|entry| entry.key.clone()).collect();
    for name in names.iter().filter_map(|name| name.get::<Str>()) {
        drop(globals.remove_str(name));
        vm.run_finalizers();
    }
}

/// Whether an object has one holder and, when it dies, a finaliser to run.
fn wants_finalizer(value: &Value) -> bool {
    match value {
        Value::Object(_, object) => object.count() == 1 && object.wants_finalizer(),
        _ => false,
    }
}

/// Empties a namespace in the order of its names.
fn empty(vm: &mut Vm, namespace: &Gc<Dict>) {
    let names: Vec<Value> = namespace.borrow().iter().map(|entry| entry.key.clone()).collect();
    for name in names {
        if let Some(name) = name.get::<Str>().filter(|name| name.as_str() != "__builtins__") {
            drop(namespace.remove_str(name));
            vm.run_finalizers();
        }
    }
}

fn settle(vm: &mut Vm) {
    vm.run_finalizers();
    for _ in 0..ROUNDS {
        let found = heap::collect(Collection::Full);
        vm.run_finalizers();
        if found == 0 && !heap::wants_finalizers() {
            return;
        }
    }
}
