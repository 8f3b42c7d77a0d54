//! The module `atexit`: functions that are called when the script is over, the last one first.

use std::cell::RefCell;

use crate::builtins::functions::is_callable;
use crate::object::{Dict, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::NativeModule;

static ROWS: &[Row] = &[
    function!(
        "register",
        "(func, /, *args, **kwargs)",
        register,
        "Register a function to be executed upon normal program termination",
    ),
    function!("unregister", "(func, /)", unregister, "Unregister an exit function which was previously registered."),
    function!("_clear", "()", clear, "Clear the list of previously registered exit functions."),
    function!("_run_exitfuncs", "()", run_all, "Run all registered exit functions."),
    function!("_ncallbacks", "()", count, "Return the number of registered exit functions."),
];

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("atexit", "Functions that are called when the script is over, the last one first.").rows(&[ROWS]);

/// What is registered: tuples of function, arguments and keyword arguments.
#[derive(Default)]
struct Registered(RefCell<Vec<Value>>);

fn register(vm: &mut Vm, func: &Value, args: &Value, kwargs: &Value) -> Result {
    if !is_callable(vm, func) {
        return Err(vm.type_error("the first argument must be callable"));
    }
    vm.state::<Registered>().0.borrow_mut().push(Tuple::value([func, args, kwargs].map(Value::clone)));
    Ok(func.clone())
}

fn unregister(vm: &mut Vm, func: &Value) -> Result<()> {
    let all = vm.state::<Registered>();
    let entries = all.0.borrow().clone();
    let mut kept = Vec::new();
    for entry in entries {
        let function = entry.get::<Tuple>().map_or(Value::None, |entry| entry.items()[0].clone());
        if !vm.equal(&function, func)? {
            kept.push(entry);
        }
    }
    drop(all.0.replace(kept));
    Ok(())
}

fn clear(vm: &mut Vm) {
    drop(vm.state::<Registered>().0.take());
}

fn count(vm: &mut Vm) -> i64 {
    vm.state::<Registered>().0.borrow().len() as i64
}

fn run_all(vm: &mut Vm) {
    run(vm);
}

/// Calls what is registered.
pub fn run(vm: &mut Vm) {
    let Some(all) = vm.known_state::<Registered>() else { return };
    loop {
        let last = all.0.borrow_mut().pop();
        let Some(last) = last else { return };
        let Some([function, args, keywords]) = last.get::<Tuple>().map(|entry| entry.items()) else { return };
        let mut values: Vec<Value> = args.get::<Tuple>().map_or_else(Vec::new, |args| args.items().to_vec());
        let mut names = Vec::new();
        if let Some(keywords) = keywords.get::<Dict>() {
            for entry in keywords.borrow().iter() {
                names.extend(entry.key.gc::<Str>().cloned());
                values.push(entry.value.clone());
            }
        }
        if let Err(raised) = vm.call_kw(function, &values, &names) {
            let shown = vm.repr(function).map_or_else(|_| "<object repr() failed>".to_owned(), |text| text.to_string());
            (vm.hooks.unraisable)(vm, raised, &format!("in atexit callback {shown}"));
        }
    }
}
