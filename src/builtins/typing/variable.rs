//! `TypeVar`, `TypeVarTuple`, `ParamSpec` with its `args` and `kwargs`, and `NoDefault`.

use crate::heap::{Gc, Visitor};
use crate::object::{GenericAlias, Iter, Iterator, Layout, NativeData, Opaque, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm};

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
    Row::getter("__name__", |vm, args| Ok(this(vm, args)?.name.clone().into()), "The name."),
    Row::getter("__default__", default, "The default, or NoDefault."),
    Row::method(
        "has_default",
        "(self, /)",
        |vm, args| Ok(this(vm, args)?.default.is_given().into()),
        "Whether it has a default.",
    ),
    Row::method("__repr__", "(self, /)", |vm, args| Ok(this(vm, args)?.name.clone().into()), "Return repr(self)."),
];

static BOUNDED: &[Row] = &[
    Row::getter("__bound__", |vm, args| this(vm, args)?.bound.get(vm, &Value::None), "The upper bound, or None."),
    Row::getter("__covariant__", |_, _| Ok(false.into()), "Whether it was declared covariant."),
    Row::getter("__contravariant__", |_, _| Ok(false.into()), "Whether it was declared contravariant."),
    Row::getter("__infer_variance__", |_, _| Ok(true.into()), "Whether type checkers infer the variance."),
    Row::method("__or__", "(self, value, /)", alias::or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
];

static TYPE_VAR: &[Row] =
    &[Row::getter("__constraints__", constraints, "The types that it may stand for, if they are listed.")];

static TYPE_VAR_TUPLE: &[Row] = &[Row::method("__iter__", "(self, /)", unpacked, "Implement iter(self).")];

static PARAM_SPEC: &[Row] = &[
    Row::getter("args", |vm, args| part(vm, args, "args"), "Represents positional arguments."),
    Row::getter("kwargs", |vm, args| part(vm, args, "kwargs"), "Represents keyword arguments."),
];

static PART: &[Row] = &[
    Row::getter("__origin__", |vm, args| Ok(part_of(vm, args)?.0.clone()), "The ParamSpec."),
    Row::method("__repr__", "(self, /)", part_repr, "Return repr(self)."),
];

static NO_DEFAULT: &[Row] =
    &[Row::method("__repr__", "(self, /)", |_, _| Ok(Str::value("typing.NoDefault")), "Return repr(self).")];

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

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Variable> {
    variable(&args[0]).ok_or_else(|| vm.type_error(format!("'{}' object is no type parameter", vm.type_name(&args[0]))))
}

fn default(vm: &mut Vm, args: &[Value]) -> Result {
    let absent = vm.types.no_default.lookup(&vm.intern(INSTANCE)).unwrap_or(Value::None);
    this(vm, args)?.default.get(vm, &absent)
}

fn constraints(vm: &mut Vm, args: &[Value]) -> Result {
    let none = vm.empty_tuple().into();
    this(vm, args)?.constraints.get(vm, &none)
}

fn unpacked(vm: &mut Vm, args: &[Value]) -> Result {
    let only = Tuple::new(vec![unpack(vm, &args[0])]);
    Ok(Iterator::value(Iter::Tuple(only, 0)))
}

fn part(vm: &mut Vm, args: &[Value], word: &'static str) -> Result {
    let class = if word == "args" { &vm.types.param_spec_args } else { &vm.types.param_spec_kwargs };
    Ok(Opaque::new(class.clone(), Part(args[0].clone(), word)).into())
}

fn part_of<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Part> {
    let part = args[0].get::<Opaque>().and_then(Opaque::data::<Part>);
    part.ok_or_else(|| vm.type_error(format!("'{}' object is no part of a ParamSpec", vm.type_name(&args[0]))))
}

fn part_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let Part(origin, word) = part_of(vm, args)?;
    let origin = vm.repr(origin)?;
    Ok(Str::value(format!("{origin}.{word}")))
}
