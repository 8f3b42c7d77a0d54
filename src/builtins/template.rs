//! Template strings (PEP 750): `Template` and `Interpolation`. There is always one string more than interpolations.

use crate::heap::{Gc, Visitor};
use crate::object::{Class, Iter, Iterator, NativeData, Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getter, method, static_method};

/// Where scripts find the classes.
const MODULE: &str = "string.templatelib";

/// Strings and interpolations.
struct Template {
    strings: Vec<Value>,
    interpolations: Vec<Value>,
}

impl NativeData for Template {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.interpolations.iter().for_each(|value| value.trace(visitor));
    }
}

/// Value, expression, conversion, format spec.
struct Interpolation([Value; 4]);

impl NativeData for Interpolation {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.iter().for_each(|value| value.trace(visitor));
    }
}

static TEMPLATE: &[Row] = &[
    static_method!("__new__", "(cls, /, *args)", new, "A template of strings and interpolations."),
    getter!("strings", |this: Own<Template>| Tuple::value(&*this.strings), "Strings"),
    getter!("interpolations", |this: Own<Template>| Tuple::value(&*this.interpolations), "Interpolations"),
    getter!("values", values, "Values of interpolations"),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__add__", "(self, value, /)", add, "Return self+value."),
    method!("__radd__", "(self, value, /)", radd, "Return value+self."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

static INTERPOLATION: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, /, value, expression='', conversion=None, format_spec='')",
        new_interpolation,
        "A value with the text that it comes from.",
    ),
    getter!("value", |this: Own<Interpolation>| this.data.0[0].clone(), "Value"),
    getter!("expression", |this: Own<Interpolation>| this.data.0[1].clone(), "Expression"),
    getter!("conversion", |this: Own<Interpolation>| this.data.0[2].clone(), "Conversion"),
    getter!("format_spec", |this: Own<Interpolation>| this.data.0[3].clone(), "Format specifier"),
    method!("__repr__", "(self, /)", interpolation_repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (template, interpolation) = (vm.types.template.clone(), vm.types.interpolation.clone());
    vm.add_methods(&template, TEMPLATE);
    vm.add_methods(&interpolation, INTERPOLATION);
    let names = ["value", "expression", "conversion", "format_spec"].map(|name| vm.intern(name).into());
    interpolation.set(&vm.names.match_args, Tuple::value(names));
    for class in [&template, &interpolation] {
        class.set(&vm.names.module, Str::value(MODULE));
        vm.say_with_module(class, MODULE);
        class.base_allowed.set(false);
    }
}

/// A template of a tuple of strings and a tuple of interpolations.
pub fn make(vm: &mut Vm, strings: &Value, interpolations: &Value) -> Result {
    let items = |value: &Value| value.get::<Tuple>().map_or_else(Vec::new, |all| all.items().to_vec());
    let data = Template { strings: items(strings), interpolations: items(interpolations) };
    Ok(Opaque::new(vm.types.template.clone(), data).into())
}

/// An interpolation of value, expression, conversion, format spec.
pub fn make_interpolation(vm: &mut Vm, parts: &[Value]) -> Result {
    let part = |place: usize| parts.get(place).cloned().unwrap_or(Value::None);
    Ok(Opaque::new(vm.types.interpolation.clone(), Interpolation([0, 1, 2, 3].map(part))).into())
}

fn template(value: &Value) -> Option<&Template> {
    value.get::<Opaque>()?.data::<Template>()
}

fn interpolation(value: &Value) -> Option<&Interpolation> {
    value.get::<Opaque>()?.data::<Interpolation>()
}

fn text(value: &Value) -> &str {
    value.get::<Str>().map_or("", Str::as_str)
}

fn new(vm: &mut Vm, _: &Value, parts: &[Value]) -> Result {
    let mut strings = vec![String::new()];
    let mut interpolations = Vec::new();
    for item in parts {
        if let Some(more) = item.get::<Str>() {
            if let Some(last) = strings.last_mut() {
                last.push_str(more.as_str());
            }
        } else if interpolation(item).is_some() {
            interpolations.push(item.clone());
            strings.push(String::new());
        } else {
            return Err(vm.type_error(format!(
                "Template.__new__ *args need to be of type 'str' or 'Interpolation', got {}",
                vm.type_name(item)
            )));
        }
    }
    let strings = strings.into_iter().map(Str::value).collect();
    Ok(Opaque::new(vm.types.template.clone(), Template { strings, interpolations }).into())
}

fn new_interpolation(
    vm: &mut Vm,
    _: &Value,
    value: &Value,
    expression: &Gc<Str>,
    conversion: Option<&Gc<Str>>,
    format_spec: &Gc<Str>,
) -> Result {
    if conversion.is_some_and(|conversion| !["s", "r", "a"].contains(&conversion.as_str())) {
        return Err(vm.value_error("Interpolation() argument 'conversion' must be one of 's', 'a' or 'r'"));
    }
    let conversion = conversion.map_or(Value::None, |conversion| conversion.clone().into());
    make_interpolation(vm, &[value.clone(), expression.clone().into(), conversion, format_spec.clone().into()])
}

fn values(this: Own<Template>) -> Value {
    let all = this.interpolations.iter().filter_map(|value| interpolation(value).map(|found| found.0[0].clone()));
    Tuple::value(all.collect::<Vec<_>>())
}

/// Strings that are not empty and interpolations, in order.
fn iter(this: Own<Template>) -> Result {
    let mut items = Vec::new();
    for (place, string) in this.strings.iter().enumerate() {
        if !text(string).is_empty() {
            items.push(string.clone());
        }
        items.extend(this.interpolations.get(place).cloned());
    }
    Ok(Iterator::value(Iter::Tuple(Tuple::new(items), 0)))
}

fn add(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    let (Some(left), Some(right)) = (template(this), template(value)) else { return mismatch(vm, this, value) };
    let mut strings = left.strings.clone();
    if let (Some(last), Some(first)) = (strings.pop(), right.strings.first()) {
        strings.push(Str::value(format!("{}{}", text(&last), text(first))));
    }
    strings.extend(right.strings.iter().skip(1).cloned());
    let interpolations = left.interpolations.iter().chain(&right.interpolations).cloned().collect();
    Ok(Opaque::new(vm.types.template.clone(), Template { strings, interpolations }).into())
}

fn radd(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    mismatch(vm, value, this)
}

fn mismatch(vm: &mut Vm, left: &Value, right: &Value) -> Result {
    let (left_name, right_name) = (vm.type_name(left), vm.type_name(right));
    if left.is::<Str>() {
        return Err(vm.type_error(format!("can only concatenate str (not \"{right_name}\") to str")));
    }
    if template(left).is_none() {
        return Ok(Value::NotImplemented);
    }
    Err(vm.type_error(format!("can only concatenate {left_name} (not \"{right_name}\") to {left_name}")))
}

fn repr(vm: &mut Vm, this: Own<Template>) -> Result {
    let (strings, interpolations) = (Tuple::value(&*this.strings), Tuple::value(&*this.interpolations));
    let (strings, interpolations) = (vm.repr(&strings)?, vm.repr(&interpolations)?);
    Ok(Str::value(format!("Template(strings={strings}, interpolations={interpolations})")))
}

fn interpolation_repr(vm: &mut Vm, this: &Value) -> Result {
    let Some(found) = interpolation(this) else { return Ok(Value::NotImplemented) };
    let texts: Result<Vec<String>> = found.0.iter().map(|value| Ok(vm.repr(value)?.to_string())).collect();
    Ok(Str::value(format!("Interpolation({})", texts?.join(", "))))
}

/// The classes, for the module that scripts import them from.
pub fn classes(vm: &Vm) -> [(&'static str, Gc<Class>); 2] {
    [("Template", vm.types.template.clone()), ("Interpolation", vm.types.interpolation.clone())]
}
