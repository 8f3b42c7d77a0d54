//! What type parameters are at run time (PEP 695, 696): `TypeVar` and its kin, `type` aliases, the base `Generic`.
//!
//! Bounds, constraints, defaults and values of aliases are functions that are called when they are first asked for. Nothing here checks
//! types; only the number of arguments of a generic class matters.

mod alias_type;
mod generic;
mod variable;

use std::cell::RefCell;

use crate::bytecode::Intrinsic;
use crate::heap::Visitor;
use crate::object::{Class, Function, Layout, Str};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

pub use generic::{parameters, substitute};
use variable::VariableKind;

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    variable::install(vm);
    alias_type::install(vm);
    generic::install(vm);
    vm.hooks.make = make;
}

/// Makes what the rare operations of type parameters and template strings are for.
fn make(vm: &mut Vm, what: Intrinsic, mut values: Vec<Value>) -> Result {
    values.resize(3.max(values.len()), Value::None);
    match (what, values.as_slice()) {
        (Intrinsic::TypeVarBound, [name, bound, default, ..]) => {
            variable::make(vm, VariableKind::TypeVar, name, [bound, &Value::None, default])
        }
        (Intrinsic::TypeVarConstraints, [name, constraints, default, ..]) => {
            variable::make(vm, VariableKind::TypeVar, name, [&Value::None, constraints, default])
        }
        (Intrinsic::TypeVarTuple, [name, default, ..]) => {
            variable::make(vm, VariableKind::TypeVarTuple, name, [&Value::None, &Value::None, default])
        }
        (Intrinsic::ParamSpec, [name, default, ..]) => {
            variable::make(vm, VariableKind::ParamSpec, name, [&Value::None, &Value::None, default])
        }
        (Intrinsic::TypeAlias, [name, params, value, ..]) => alias_type::make(vm, name, params, value),
        (Intrinsic::SetTypeParams, [function, params, ..]) => {
            if let Some(function) = function.get::<Function>() {
                let old = std::mem::replace(&mut function.meta().borrow_mut().type_params, params.clone());
                drop(old);
            }
            Ok(function.clone())
        }
        (Intrinsic::Generic, [params, ..]) => generic::base(vm, params),
        (Intrinsic::Template, [strings, interpolations, ..]) => super::template::make(vm, strings, interpolations),
        (Intrinsic::Interpolation, parts) => super::template::make_interpolation(vm, parts),
        _ => Err(vm.system_error("unknown intrinsic")),
    }
}

/// A value that a function computes when it is first asked for.
struct Lazy {
    function: Value,
    value: RefCell<Value>,
}

impl Lazy {
    /// `function` is None where there is nothing to compute.
    fn new(function: &Value) -> Lazy {
        Lazy { function: function.clone(), value: RefCell::default() }
    }

    fn is_given(&self) -> bool {
        !self.function.is_none()
    }

    /// The value; `absent` where there is none.
    fn get(&self, vm: &mut Vm, absent: &Value) -> Result {
        if !self.is_given() {
            return Ok(absent.clone());
        }
        let known = self.value.borrow().clone();
        if known.is_set() {
            return Ok(known);
        }
        let value = vm.call(&self.function, &[])?;
        let old = self.value.replace(value.clone());
        drop(old);
        Ok(value)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.function.trace(visitor);
        self.value.borrow().trace(visitor);
    }

    /// Forgets the value, to break a cycle of garbage.
    fn clear(&self) {
        drop(self.value.take());
    }
}

/// Says which module a class of this folder comes from.
fn set_module(vm: &Vm, class: &Class) {
    class.set(&vm.names.module, Str::value("typing"));
    if class.layout == Layout::Native(Kind::Opaque) {
        vm.say_with_module(class, "typing");
    }
}
