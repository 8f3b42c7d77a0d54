//! Tuples whose items also have names, as `sys.version_info` and `time.struct_time`: a class derived from `tuple` for each.
//!
//! An instance carries its tuple as payload and its fields as attributes; fields beyond the visible ones are attributes only. `__match_args__`
//! of the class lists the visible names.

use crate::heap::Gc;
use crate::object::{Class, Dict, Instance, Layout, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, method, static_method};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, sequence, dict=None, /)", new, "Makes one from a sequence."),
    method!("__setattr__", "(self, name, value, /)", set_attr, "Fields can't be set."),
    method!("__repr__", "(self, /)", repr, "The items with their names."),
    method!("__reduce__", "(self, /)", reduce, "Class and items, to copy it."),
];

/// For classes that only the machine makes instances of.
static SEALED: &[Row] = &[static_method!("__new__", "(cls, /, *args)", refuse, "Refuses.")];

/// Where the class keeps the names of all fields.
const FIELDS: &str = "_fields";

/// A class for tuples with these fields, of which the first `visible` are items. `module` goes into its repr.
pub fn class(vm: &mut Vm, module: &str, name: &str, fields: &[&str], visible: usize) -> Gc<Class> {
    let base = vm.types.tuple.clone();
    let class = vm.native_class(name, module, &base, Layout::Native(Kind::Tuple));
    vm.say_with_module(&class, module);
    vm.add_methods(&class, ROWS);
    let names: Vec<Value> = fields.iter().map(|field| vm.intern(field).into()).collect();
    class.set(&vm.names.match_args, Tuple::value(&names[..visible]));
    class.set(&vm.intern(FIELDS), Tuple::value(names));
    for (attribute, count) in [("n_sequence_fields", visible), ("n_fields", fields.len()), ("n_unnamed_fields", 0)] {
        class.set(&vm.intern(attribute), count.into());
    }
    class
}

/// As [`class`], but scripts can't make instances.
pub fn sealed_class(vm: &mut Vm, module: &str, name: &str, fields: &[&str]) -> Gc<Class> {
    let class = class(vm, module, name, fields, fields.len());
    vm.add_methods(&class, SEALED);
    class
}

/// An instance with values for all fields.
pub fn instance(vm: &Vm, class: &Gc<Class>, values: Vec<Value>) -> Value {
    let fields = field_names(vm, class);
    let visible = visible(vm, class);
    let instance = Instance::with_payload(class.clone(), Tuple::value(&values[..visible.min(values.len())]));
    for (name, value) in fields.iter().zip(values) {
        instance.attrs.set(class, name, value);
    }
    instance.into()
}

fn field_names(vm: &Vm, class: &Class) -> Vec<Gc<Str>> {
    let listed = class.lookup(&vm.intern(FIELDS));
    let items = listed.as_ref().and_then(|listed| listed.get::<Tuple>()).map_or(&[][..], Tuple::items);
    items.iter().filter_map(|name| name.gc::<Str>().cloned()).collect()
}

fn visible(vm: &Vm, class: &Class) -> usize {
    let listed = class.lookup(&vm.names.match_args);
    listed.as_ref().and_then(|listed| listed.get::<Tuple>()).map_or(0, |names| names.items().len())
}

fn new(vm: &mut Vm, class: &Value, sequence: &Value, dict: &Value) -> Result {
    let Some(class) = class.gc::<Class>().cloned() else { return Err(vm.type_error("__new__(X): X is not a type object")) };
    let mut values = vm.collect(sequence)?;
    let (least, most) = (visible(vm, &class), field_names(vm, &class).len());
    let name = class_name(vm, &class);
    if values.len() < least || values.len() > most {
        let given = values.len();
        let (bound, limit) = match (least == most, given < least) {
            (true, _) => ("a", least),
            (false, true) => ("an at least", least),
            (false, false) => ("an at most", most),
        };
        return Err(vm.type_error(format!("{name}() takes {bound} {limit}-sequence ({given}-sequence given)")));
    }
    if let Some(dict) = dict.get::<Dict>() {
        let fields = field_names(vm, &class);
        values
            .extend(fields[values.len()..].iter().map(|field| dict.get_str(field).unwrap_or(Value::None)).collect::<Vec<_>>());
    }
    values.resize(most, Value::None);
    Ok(instance(vm, &class, values))
}

fn refuse(vm: &mut Vm, class: &Value, _: &[Value]) -> Result {
    let name = class.get::<Class>().map_or_else(String::new, |class| class_name(vm, class));
    Err(vm.type_error(format!("cannot create '{name}' instances")))
}

fn set_attr(vm: &mut Vm, this: &Value, name: &Value, _: &Value) -> Result {
    let class = vm.class_of(this);
    let names = |text: &Str| field_names(vm, &class).iter().any(|field| field.as_str() == text.as_str());
    if name.get::<Str>().is_some_and(names) {
        return Err(vm.attribute_error("readonly attribute"));
    }
    let (class, name) = (class_name(vm, &class), vm.str(name)?);
    Err(vm.attribute_error(format!("'{class}' object has no attribute '{name}' and no __dict__ for setting new attributes")))
}

fn class_name(vm: &Vm, class: &Class) -> String {
    match class.lookup(&vm.names.module).and_then(|module| module.gc::<Str>().cloned()) {
        Some(module) => format!("{module}.{}", class.name.borrow()),
        None => class.name.borrow().to_string(),
    }
}

fn repr(vm: &mut Vm, this: &Value) -> Result {
    let class = vm.class_of(this);
    let Some(items) = vm.native_arg::<Tuple>(this) else { return Err(vm.type_error("a named tuple is required")) };
    let mut parts = Vec::new();
    for (name, value) in field_names(vm, &class).iter().zip(items.items()) {
        parts.push(format!("{name}={}", vm.repr(value)?));
    }
    Ok(Str::value(format!("{}({})", class_name(vm, &class), parts.join(", "))))
}

fn reduce(vm: &mut Vm, this: &Value) -> Result {
    let Some(items) = vm.native_arg::<Tuple>(this) else { return Err(vm.type_error("a named tuple is required")) };
    Ok(Tuple::value(vec![vm.class_of(this).into(), Tuple::value(vec![items.into()])]))
}
