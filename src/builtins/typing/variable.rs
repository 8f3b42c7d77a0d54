//! `TypeVar`, `TypeVarTuple`, `ParamSpec` with its `args` and `kwargs`, and `NoDefault`.

use crate::heap::{Gc, Visitor};
use crate::object::{GenericAlias, Iter, Iterator, Layout, NativeData, Opaque, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Own, Result, Row, Vm, getter, method};

use super::super::alias;
use super::Lazy;

/// Which kind of type parameter a variable is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum VariableKind {
    TypeVar,
    TypeVarTuple,
    ParamSpec,
}

/// A type parameter.
pub struct Variable {
    pub kind: VariableKind,
    name: Gc<Str>,
    bound: Lazy,
    constraints: Lazy,
    default: Lazy,
}

impl NativeData for Variable {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        [&self.bound, &self.constraints, &self.default].into_iter().for_each(|lazy| lazy.trace(visitor));
    }
    fn clear(&self) {
        [&self.bound, &self.constraints, &self.default].into_iter().for_each(Lazy::clear);
    }
}

/// `P.args` or `P.kwargs`: the ParamSpec and the word.
struct Part(Value, &'static str);

impl NativeData for Part {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

/// The one instance of `NoDefaultType`.
struct NoDefault;

impl NativeData for NoDefault {}

/// Where its class keeps it; no script can write this name.
const INSTANCE: &str = ".instance";

static VARIABLE: &[Row] = &[
    getter!("__name__", |this: Own<Variable>| this.name.clone(), "The name."),
    getter!("__default__", default, "The default, or NoDefault."),
    method!("has_default", "(self, /)", |this: Own<Variable>| this.default.is_given(), "Whether it has a default."),
    method!("__repr__", "(self, /)", |this: Own<Variable>| this.name.clone(), "Return repr(self)."),
];

static BOUNDED: &[Row] = &[
    getter!("__bound__", |vm: &mut Vm, this: Own<Variable>| this.bound.get(vm, &Value::None), "The upper bound, or None."),
    getter!("__covariant__", |_: &Value| false, "Whether it was declared covariant."),
    getter!("__contravariant__", |_: &Value| false, "Whether it was declared contravariant."),
    getter!("__infer_variance__", |_: &Value| true, "Whether type checkers infer the variance."),
    method!("__or__", "(self, value, /)", alias::or, "Return self|value."),
    method!("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
];

static TYPE_VAR: &[Row] = &[getter!("__constraints__", constraints, "The types that it may stand for, if they are listed.")];

static TYPE_VAR_TUPLE: &[Row] = &[method!("__iter__", "(self, /)", unpacked, "Implement iter(self).")];

static PARAM_SPEC: &[Row] = &[
    getter!("args", |vm, this| part(vm, this, "args"), "Represents positional arguments."),
    getter!("kwargs", |vm, this| part(vm, this, "kwargs"), "Represents keyword arguments."),
];

static PART: &[Row] = &[
    getter!("__origin__", |this: Own<Part>| this.data.0.clone(), "The ParamSpec."),
    method!("__repr__", "(self, /)", part_repr, "Return repr(self)."),
];

static NO_DEFAULT: &[Row] =
    &[method!("__repr__", "(self, /)", |_: &Value| Str::value("typing.NoDefault"), "Return repr(self).")];

pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let classes = [types.type_var.clone(), types.type_var_tuple.clone(), types.param_spec.clone()];
    let parts = [types.param_spec_args.clone(), types.param_spec_kwargs.clone()];
    let no_default = types.no_default.clone();
    for (class, rows) in classes.iter().zip([TYPE_VAR, TYPE_VAR_TUPLE, PARAM_SPEC]) {
        vm.add_methods(class, VARIABLE);
        if !class.same(&vm.types.type_var_tuple) {
            vm.add_methods(class, BOUNDED);
        }
        vm.add_methods(class, rows);
        super::set_module(vm, class);
    }
    for class in &parts {
        vm.add_methods(class, PART);
        super::set_module(vm, class);
    }
    vm.add_methods(&no_default, NO_DEFAULT);
    debug_assert!(no_default.layout == Layout::Native(Kind::Opaque));
    no_default.set(&vm.intern(INSTANCE), Opaque::new(no_default.clone(), NoDefault).into());
}

/// A type parameter; the functions for bound, constraints and default are None where there is no such thing.
pub fn make(vm: &mut Vm, kind: VariableKind, name: &Value, [bound, constraints, default]: [&Value; 3]) -> Result {
    let Some(name) = name.gc::<Str>().cloned() else { return Err(vm.system_error("a type parameter needs a name")) };
    let class = match kind {
        VariableKind::TypeVar => &vm.types.type_var,
        VariableKind::TypeVarTuple => &vm.types.type_var_tuple,
        VariableKind::ParamSpec => &vm.types.param_spec,
    };
    let [bound, constraints, default] = [bound, constraints, default].map(Lazy::new);
    Ok(Opaque::new(class.clone(), Variable { kind, name, bound, constraints, default }).into())
}

/// The type parameter that a value is.
pub fn variable(value: &Value) -> Option<&Variable> {
    value.get::<Opaque>()?.data::<Variable>()
}

/// The default of a type parameter, if it has one.
pub fn default_of(vm: &mut Vm, value: &Value) -> Result<Option<Value>> {
    match variable(value).filter(|variable| variable.default.is_given()) {
        Some(variable) => variable.default.get(vm, &Value::None).map(Some),
        None => Ok(None),
    }
}

/// Whether a type parameter has a default.
pub fn has_default(value: &Value) -> bool {
    variable(value).is_some_and(|variable| variable.default.is_given())
}

/// `*Ts` as one argument.
pub fn unpack(vm: &Vm, variable: &Value) -> Value {
    GenericAlias::of_typing(vm.types.unpack.clone().into(), Tuple::value(vec![variable.clone()]))
}

fn default(vm: &mut Vm, this: Own<Variable>) -> Result {
    let absent = vm.types.no_default.lookup(&vm.intern(INSTANCE)).unwrap_or(Value::None);
    this.default.get(vm, &absent)
}

fn constraints(vm: &mut Vm, this: Own<Variable>) -> Result {
    let none = vm.empty_tuple().into();
    this.constraints.get(vm, &none)
}

fn unpacked(vm: &mut Vm, this: &Value) -> Value {
    let only = Tuple::new(vec![unpack(vm, this)]);
    Iterator::value(Iter::Tuple(only, 0))
}

fn part(vm: &mut Vm, this: &Value, word: &'static str) -> Value {
    let class = if word == "args" { &vm.types.param_spec_args } else { &vm.types.param_spec_kwargs };
    Opaque::new(class.clone(), Part(this.clone(), word)).into()
}

fn part_repr(vm: &mut Vm, this: Own<Part>) -> Result {
    let Part(origin, word) = this.data;
    let origin = vm.repr(origin)?;
    Ok(Str::value(format!("{origin}.{word}")))
}
