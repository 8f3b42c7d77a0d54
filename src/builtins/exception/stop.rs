//! `StopIteration.value` and `SystemExit.code`.

use super::base::{no_keywords, rest};
use super::fields::fields;
use super::{argument, store, this};
use crate::object::{Exception, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

static STOP_ITERATION: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_stop, "Takes the first argument as value."),
    Row::getset("value", value, set_value, "What the generator returned."),
];

static SYSTEM_EXIT: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_exit, "Takes the argument as code."),
    Row::getset("code", code, set_code, "The exit status, or a text to print."),
];

pub(super) fn install(vm: &mut Vm) {
    let (stop, exit) = (vm.exc.stop_iteration.clone(), vm.exc.system_exit.clone());
    vm.add_methods(&stop, STOP_ITERATION);
    vm.add_methods(&exit, SYSTEM_EXIT);
}

fields! {
    value set_value "value" |exception| argument(exception, 0);
    code set_code "code" exit_code;
}

fn exit_code(exception: &Exception) -> Option<Value> {
    let args = exception.args.borrow().clone();
    match args.items() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(args.into()),
    }
}

fn init(vm: &mut Vm, args: &[Value], name: &str, value: fn(&Exception) -> Option<Value>) -> Result {
    let this = this(vm, args)?;
    no_keywords(vm, &this.class(), &args[2])?;
    let old: crate::heap::Gc<Tuple> = this.args.replace(rest(vm, &args[1]));
    drop(old);
    store(vm, &this, name, value(&this).unwrap_or(Value::None));
    Ok(Value::None)
}

fn init_stop(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, "value", |exception| argument(exception, 0))
}

fn init_exit(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, "code", exit_code)
}
