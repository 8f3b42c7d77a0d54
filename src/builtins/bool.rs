//! `bool`: an int that is one of two.

use super::number::convert::check_new;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, object=False, /)", new, "True where the object is true, False else."),
    method!("__repr__", "(self, /)", repr, "`True` or `False`."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.bool_.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, class: &Value, object: &Value) -> Result<bool> {
    check_new(vm, class, &vm.types.bool_)?;
    vm.truth(object)
}

fn repr(vm: &mut Vm, this: &Value) -> Result {
    match *this {
        Value::Bool(true) => Ok(vm.intern("True").into()),
        Value::Bool(false) => Ok(vm.intern("False").into()),
        _ => {
            let given = vm.type_name(this);
            Err(vm.type_error(format!("descriptor '__repr__' requires a 'bool' object but received a '{given}'")))
        }
    }
}
