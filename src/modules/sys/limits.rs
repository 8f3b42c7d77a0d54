//! Limits and switches of `sys`: recursion, digits of ints, and settings that scripts set but that change nothing here.

use crate::object::{Module, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("getrecursionlimit", "()", getrecursionlimit, "How deep calls may nest."),
    function!("setrecursionlimit", "(limit, /)", setrecursionlimit, "Sets how deep calls may nest."),
    function!("getswitchinterval", "()", getswitchinterval, "How long a thread runs before another may."),
    function!("setswitchinterval", "(interval, /)", setswitchinterval, "Is accepted and changes nothing."),
    function!("get_int_max_str_digits", "()", get_int_max_str_digits, "Most digits of an int that is read or written."),
    function!(
        "set_int_max_str_digits",
        "(maxdigits)",
        set_int_max_str_digits,
        "Sets the most digits of an int that is read or written."
    ),
    function!("get_coroutine_origin_tracking_depth", "()", origin_depth, "0: where a coroutine was made is always known."),
    function!("set_coroutine_origin_tracking_depth", "(depth)", set_origin_depth, "Is accepted and changes nothing."),
    function!("get_asyncgen_hooks", "()", asyncgen_hooks, "No hooks: the loop closes asynchronous generators itself."),
    function!("set_asyncgen_hooks", "(firstiter=None, finalizer=None)", set_asyncgen_hooks, "Is accepted and changes nothing."),
];

/// The least that this may be set to, other than 0 for no limit.
const LEAST_DIGITS: usize = 640;

pub(super) fn install(vm: &mut Vm, module: &Module) {
    vm.add_functions(module, ROWS);
}

fn getrecursionlimit(vm: &mut Vm) -> usize {
    vm.recursion_limit
}

fn setrecursionlimit(vm: &mut Vm, limit: i64) -> Result<()> {
    if limit < 1 {
        return Err(vm.value_error("recursion limit must be greater or equal than 1"));
    }
    if limit > i64::from(i32::MAX) {
        return Err(vm.overflow_error("Python int too large to convert to C int"));
    }
    let depth = vm.call_stack().len();
    if depth as i64 >= limit {
        let message = format!("cannot set the recursion limit to {limit} at the recursion depth {depth}: the limit is too low");
        return Err(vm.recursion_error(message));
    }
    vm.recursion_limit = limit as usize;
    Ok(())
}

fn getswitchinterval() -> f64 {
    0.005
}

fn setswitchinterval(vm: &mut Vm, interval: &Value) -> Result {
    match *interval {
        Value::Float(seconds) if seconds > 0.0 => Ok(Value::None),
        Value::Int(seconds) if seconds > 0 => Ok(Value::None),
        Value::Float(_) | Value::Int(_) => Err(vm.value_error("switch interval must be strictly positive")),
        _ => Err(vm.type_error(format!("must be real number, not {}", vm.type_name(interval)))),
    }
}

fn get_int_max_str_digits(vm: &mut Vm) -> usize {
    vm.int_max_str_digits
}

fn set_int_max_str_digits(vm: &mut Vm, digits: i64) -> Result<()> {
    match usize::try_from(digits) {
        Ok(digits) if digits == 0 || digits >= LEAST_DIGITS => vm.int_max_str_digits = digits,
        _ => return Err(vm.value_error("maxdigits must be >= 640 or 0 for unlimited")),
    }
    Ok(())
}

fn origin_depth() -> i64 {
    0
}

fn set_origin_depth(vm: &mut Vm, depth: i64) -> Result<()> {
    if depth < 0 {
        return Err(vm.value_error("depth must be >= 0"));
    }
    Ok(())
}

fn asyncgen_hooks() -> Value {
    Tuple::value(vec![Value::None, Value::None])
}

fn set_asyncgen_hooks(_: &Value, _: &Value) {}
