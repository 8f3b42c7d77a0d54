//! Weak references: `weakref.ref`.

use std::cell::RefCell;

use crate::heap::{Gc, Weak};
use crate::object::{Instance, Str, WeakRef};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm};

use super::object::address;
use super::receiver::receiver;

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, object, callback=None, /)", new, "A weak reference to an object."),
    Row::method(
        "__call__",
        "(self, /)",
        |vm, args| Ok(target(vm, args)?.unwrap_or(Value::None)),
        "The object, or None once it is gone.",
    ),
    Row::getter(
        "__callback__",
        |vm, args| Ok(receiver::<WeakRef>(vm, args, "__callback__")?.callback.borrow().clone()),
        "What is called when the object dies.",
    ),
    Row::method("__eq__", "(self, value, /)", eq, "Return self==value."),
    Row::method("__hash__", "(self, /)", hash, "Return hash(self)."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.weakref.clone();
    vm.add_methods(&class, ROWS);
    class.set(&vm.names.module, Str::value("weakref"));
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(instance) = args[1].gc::<Instance>() else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("cannot create weak reference to '{given}' object")));
    };
    let reference = WeakRef { target: Weak::new(instance), callback: RefCell::new(args[2].clone()) };
    vm.wrap_new(&args[0], Gc::new(reference).into())
}

fn target(vm: &Vm, args: &[Value]) -> Result<Option<Value>> {
    Ok(receiver::<WeakRef>(vm, args, "__call__")?.target.upgrade().map(Value::from))
}

fn eq(vm: &mut Vm, args: &[Value]) -> Result {
    if super::receiver::storage::<WeakRef>(&args[1]).is_none() {
        return Ok(Value::NotImplemented);
    }
    match (target(vm, args)?, target(vm, &args[1..])?) {
        (Some(a), Some(b)) => vm.compare(CompareOp::Eq, &a, &b),
        _ => Ok(args[0].same(&args[1]).into()),
    }
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    match target(vm, args)? {
        Some(object) => Ok(vm.hash(&object)?.into()),
        None => Err(vm.type_error("weak object has gone away")),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let own = address(&args[0]);
    Ok(Str::value(match target(vm, args)? {
        Some(object) => format!("<weakref at {own:#x}; to '{}' at {:#x}>", vm.type_name(&object), address(&object)),
        None => format!("<weakref at {own:#x}; dead>"),
    }))
}
