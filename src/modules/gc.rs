//! The module `gc`: the cycle collector's switches. Objects and referrers are not listed: the heap keeps no way back from an object.

use crate::heap::{self, Collection, Gc};
use crate::object::{Dict, List, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("collect", "(generation=2)", collect, "Run the garbage collector."),
    function!("enable", "()", || set_enabled(true), "Enable automatic garbage collection."),
    function!("disable", "()", || set_enabled(false), "Disable automatic garbage collection."),
    function!("isenabled", "()", is_enabled, "Returns true if automatic garbage collection is enabled."),
    function!("get_count", "()", get_count, "Return a three-tuple of the current collection counts."),
    function!("get_threshold", "()", get_threshold, "Return the current collection thresholds."),
    function!(
        "set_threshold",
        "(threshold0, threshold1=10, threshold2=10, /)",
        set_threshold,
        "Set the collection thresholds.",
    ),
    function!("is_tracked", "(obj, /)", is_tracked, "Returns true if the object is tracked by the garbage collector."),
    function!("freeze", "()", || (), "Accepted: there is no permanent generation."),
    function!("unfreeze", "()", || (), "Accepted: there is no permanent generation."),
    function!("get_freeze_count", "()", || 0i64, "The number of objects in the permanent generation: 0."),
    function!("get_debug", "()", || 0i64, "The debugging flags: 0."),
    function!("set_debug", "(flags, /)", set_debug, "Debugging flags other than 0 are refused."),
];

/// The thresholds that scripts are told; the collector has its own.
const THRESHOLDS: &str = ".thresholds";

/// Makes the module.
pub fn make(vm: &mut Vm) -> Gc<Module> {
    let name = vm.intern("gc");
    let module = Module::new(name.clone(), Dict::new());
    let names = &module.namespace;
    names.set_str(&vm.names.name, name.into());
    names.set_str(&vm.names.doc, Str::value("This module provides access to the garbage collector for reference cycles."));
    for list in ["garbage", "callbacks"] {
        names.set_str(&vm.intern(list), List::value(vec![]));
    }
    for (flag, bits) in
        [("DEBUG_STATS", 1i64), ("DEBUG_COLLECTABLE", 2), ("DEBUG_UNCOLLECTABLE", 4), ("DEBUG_SAVEALL", 32), ("DEBUG_LEAK", 38)]
    {
        names.set_str(&vm.intern(flag), bits.into());
    }
    names.set_str(&vm.intern(THRESHOLDS), Tuple::value(vec![Value::Int(2000), Value::Int(10), Value::Int(10)]));
    vm.add_functions(&module, ROWS);
    module
}

/// Collects until nothing more is found: what finalisers held back, they may have let go.
fn collect(vm: &mut Vm, generation: i64) -> Result {
    if !(0..=2).contains(&generation) {
        return Err(vm.value_error("invalid generation"));
    }
    let mut found = 0;
    // The first pass may only find out who wants a finaliser.
    for pass in 0..4 {
        let now = heap::collect(Collection::Full);
        found += now;
        vm.run_finalizers();
        if now == 0 && pass > 0 {
            break;
        }
    }
    Ok(found.into())
}

fn set_enabled(enabled: bool) {
    heap::set_enabled(enabled);
}

fn is_enabled() -> bool {
    let enabled = heap::set_enabled(true);
    heap::set_enabled(enabled);
    enabled
}

fn get_count() -> Value {
    let (young, _) = heap::tracked_objects();
    Tuple::value(vec![young.into(), Value::Int(0), Value::Int(0)])
}

fn module(vm: &Vm) -> Option<Gc<Module>> {
    vm.modules.get_text("gc")?.into_gc::<Module>().ok()
}

fn get_threshold(vm: &mut Vm) -> Result {
    Ok(module(vm).and_then(|module| module.namespace.get_text(THRESHOLDS)).unwrap_or_else(|| vm.empty_tuple().into()))
}

fn set_threshold(vm: &mut Vm, young: i64, old: i64, oldest: i64) {
    heap::set_enabled(young != 0);
    if let Some(module) = module(vm) {
        let all = Tuple::value([young, old, oldest].map(Value::Int));
        module.namespace.set_str(&vm.intern(THRESHOLDS), all);
    }
}

fn is_tracked(obj: &Value) -> bool {
    matches!(obj, Value::Object(_, object) if object.is_tracked())
}

fn set_debug(vm: &mut Vm, flags: i64) -> Result<()> {
    match flags {
        0 => Ok(()),
        _ => Err(vm.value_error("gc.set_debug(): the collector has no debugging output")),
    }
}
