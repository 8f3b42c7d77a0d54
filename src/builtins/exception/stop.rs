//! `StopIteration.value` and `SystemExit.code`.

use super::base::no_keywords;
use super::fields::field;
use super::{argument, store};
use crate::heap::Gc;
use crate::object::{Dict, Exception, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method};

static STOP_ITERATION: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_stop, "Takes the first argument as value."),
    field!("value", |exception| argument(exception, 0), "What the generator returned."),
];

static SYSTEM_EXIT: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_exit, "Takes the argument as code."),
    field!("code", exit_code, "The exit status, or a text to print."),
];

pub(super) fn install(vm: &mut Vm) {
    let (stop, exit) = (vm.exc.stop_iteration.clone(), vm.exc.system_exit.clone());
    vm.add_methods(&stop, STOP_ITERATION);
    vm.add_methods(&exit, SYSTEM_EXIT);
}

fn exit_code(exception: &Exception) -> Option<Value> {
    let args = exception.args.borrow().clone();
    match args.items() {
        [] => None,
        [one] => Some(one.clone()),
        _ => Some(args.into()),
    }
}

fn init(
    vm: &mut Vm,
    this: &Gc<Exception>,
    args: &Gc<Tuple>,
    kwargs: &Dict,
    name: &str,
    value: fn(&Exception) -> Option<Value>,
) -> Result<()> {
    no_keywords(vm, &this.class(), kwargs)?;
    drop(this.args.replace(args.clone()));
    store(vm, this, name, value(this).unwrap_or(Value::None));
    Ok(())
}

fn init_stop(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, "value", |exception| argument(exception, 0))
}

fn init_exit(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, "code", exit_code)
}
