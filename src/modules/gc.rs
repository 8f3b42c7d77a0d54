//! The module `gc`: the cycle collector's switches. Objects and referrers are not listed: the heap keeps no way back from an object.

use std::cell::Cell;

use crate::heap::{self, Collection, Gc};
use crate::object::{List, Module, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::{Constant, NativeModule};

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

/// The module.
pub static MODULE: NativeModule = NativeModule::new("gc", "The collector of reference cycles.")
    .rows(&[ROWS])
    .constants(&[
        ("DEBUG_STATS", Constant::Int(1)),
        ("DEBUG_COLLECTABLE", Constant::Int(2)),
        ("DEBUG_UNCOLLECTABLE", Constant::Int(4)),
        ("DEBUG_SAVEALL", Constant::Int(32)),
        ("DEBUG_LEAK", Constant::Int(38)),
    ])
    .set_up(set_up);

/// The thresholds that scripts are told; the collector has its own.
struct Thresholds(Cell<[i64; 3]>);

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds(Cell::new([2000, 10, 10]))
    }
}

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    for list in ["garbage", "callbacks"] {
        module.namespace.set_str(&vm.intern(list), List::value(vec![]));
    }
    Ok(())
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

fn get_threshold(vm: &mut Vm) -> Value {
    Tuple::value(vm.state::<Thresholds>().0.get().map(Value::Int))
}

fn set_threshold(vm: &mut Vm, young: i64, old: i64, oldest: i64) {
    heap::set_enabled(young != 0);
    vm.state::<Thresholds>().0.set([young, old, oldest]);
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
