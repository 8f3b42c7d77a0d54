//! Natives as scripts see them: built-in functions and methods, method wrappers, and the descriptors of methods in a built-in class. Those of
//! attributes stand in `member`.

use crate::heap::Gc;
use crate::object::{BoundMethod, Class, Dict, Module, Native, Str, Tuple};
use crate::value::Value;
use crate::vm::{FromArg, Place, Raised, Result, Role, Row, Vm, getter, method, native_class_method};

use super::function::{call, method_eq, method_hash, spread};
use super::object::address;

/// What all of them have.
static NAMES: &[Row] = &[
    getter!("__name__", |this: Builtin| this.native.name.clone(), "The name."),
    getter!("__qualname__", qualname, "The qualified name."),
    getter!("__doc__", |vm: &mut Vm, this: Builtin| Str::value(vm.native_row(this.native.id).doc), "The documentation string."),
    getter!("__text_signature__", signature, "The signature."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// What those have that are called without an object.
static CALLED: &[Row] = &[method!("__call__", "(self, /, *args, **kwargs)", call, "Call self as a function.")];

/// What those have that are bound to something, and compared by it.
static COMPARED: &[Row] = &[
    getter!("__self__", bound_to, "What it is bound to, or the module it belongs to."),
    method!("__eq__", "(self, value, /)", eq, "Return self==value."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
];

static FUNCTION: &[Row] = &[getter!("__module__", module, "The name of the module it belongs to.")];

static OF_CLASS: &[Row] = &[getter!("__objclass__", class, "The class that defines it.")];

static DESCRIPTOR: &[Row] =
    &[method!("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner.")];

static CLASS_METHOD: &[Row] = &[
    method!(
        "__get__",
        "(self, instance, owner=None, /)",
        class_method_get,
        "Return an attribute of instance, which is of type owner."
    ),
    method!("__call__", "(self, /, *args, **kwargs)", class_method_call, "Call self as a function."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let types = &vm.types;
    let tables: [(Gc<Class>, &[&'static [Row]]); 5] = [
        (types.native.clone(), &[NAMES, CALLED, COMPARED, FUNCTION]),
        (types.method_wrapper.clone(), &[NAMES, CALLED, COMPARED, OF_CLASS]),
        (types.method_descriptor.clone(), &[NAMES, CALLED, OF_CLASS, DESCRIPTOR]),
        (types.wrapper_descriptor.clone(), &[NAMES, CALLED, OF_CLASS, DESCRIPTOR]),
        (types.classmethod_descriptor.clone(), &[NAMES, OF_CLASS, CLASS_METHOD]),
    ];
    for (class, all) in tables {
        for rows in all {
            vm.add_methods(&class, rows);
        }
    }
}

/// A native, or what holds one: a bound method, a class method.
#[derive(Clone, Copy)]
struct Builtin<'a> {
    value: &'a Value,
    native: &'a Native,
}

impl<'a> FromArg<'a> for Builtin<'a> {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let bound = value.get::<BoundMethod>().and_then(|bound| bound.function.get::<Native>());
        let native = match bound.or_else(|| native_class_method(value)) {
            Some(native) => native,
            None => <&Native>::from_arg(vm, value, place)?,
        };
        Ok(Builtin { value, native })
    }
}

fn eq(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    match this.gc::<BoundMethod>() {
        Some(method) => method_eq(vm, method, value),
        None => Ok(if this.same(value) { true.into() } else { Value::NotImplemented }),
    }
}

fn hash(vm: &mut Vm, this: &Value) -> Result {
    match this.gc::<BoundMethod>() {
        Some(method) => method_hash(vm, method),
        None => Ok(crate::object::identity_hash(this).into()),
    }
}

fn qualname(vm: &mut Vm, this: Builtin) -> Value {
    let native = this.native;
    match vm.class_of_native(native.id) {
        Some(class) => Str::value(format!("{}.{}", class.qualname.borrow(), native.name)),
        None => native.name.clone().into(),
    }
}

fn module(vm: &mut Vm, this: Builtin) -> Value {
    let native = this.native;
    let of_module = vm.native_role(native) == Role::Function && vm.modules.get_str(&native.owner).is_some();
    if of_module { native.owner.clone().into() } else { Value::None }
}

fn signature(vm: &mut Vm, this: Builtin) -> Value {
    let native = this.native;
    let text = vm.native_row(native.id).signature;
    let text = text.strip_prefix(crate::vm::SCRIPTED).unwrap_or(text).trim_start_matches('(');
    let text = match vm.native_role(native) {
        Role::Static if native.name.as_str() == "__new__" => "$type, *args, **kwargs)".to_owned(),
        Role::Function if text == ")" => "$module)".to_owned(),
        Role::Function => format!("$module, {text}"),
        Role::OfClass => format!("$type{}", &text[text.find([',', ')']).unwrap_or(0)..]),
        Role::Static => text.to_owned(),
        _ => text.replacen("self", "$self", 1),
    };
    Str::value(format!("({}", text.replace("=...", "=<unrepresentable>")))
}

fn bound_to(vm: &mut Vm, this: Builtin) -> Result {
    if let Some(bound) = this.value.get::<BoundMethod>() {
        return Ok(bound.receiver.clone());
    }
    let native = this.native;
    if let Some(class) = vm.class_of_native(native.id) {
        let plain = native.name.as_str() != "__new__";
        return Ok(if plain { Value::None } else { class.clone().into() });
    }
    let module = vm.modules.get_str(&native.owner).filter(|module| module.is::<Module>());
    module.ok_or_else(|| vm.no_attribute(this.value, &vm.intern("__self__")))
}

fn class(vm: &mut Vm, this: Builtin) -> Result {
    match vm.class_of_native(this.native.id) {
        Some(class) => Ok(class.clone().into()),
        None => Err(vm.no_attribute(this.value, &vm.intern("__objclass__"))),
    }
}

/// TypeError unless the instance is one of the class that has the descriptor.
pub(super) fn check_instance(vm: &Vm, name: &Str, owner: &Gc<Class>, instance: &Value) -> Result<()> {
    if vm.class_of(instance).derives_from(owner) { Ok(()) } else { Err(foreign(vm, name, owner, instance)) }
}

#[cold]
fn foreign(vm: &Vm, name: &Str, owner: &Class, instance: &Value) -> Raised {
    let (owner, given) = (owner.name.borrow(), vm.type_name(instance));
    vm.type_error(format!("descriptor '{name}' for '{owner}' objects doesn't apply to a '{given}' object"))
}

fn get(vm: &mut Vm, this: Builtin, instance: &Value, owner: &Value) -> Result {
    if instance.is_none() {
        return match owner.is_none() {
            true => Err(vm.type_error("__get__(None, None) is invalid")),
            false => Ok(this.value.clone()),
        };
    }
    if let Some(class) = vm.class_of_native(this.native.id).cloned() {
        check_instance(vm, &this.native.name, &class, instance)?;
    }
    Ok(BoundMethod::value(this.value.clone(), instance.clone()))
}

/// The class that a class method is to be bound to: one that derives from that which defines it.
fn class_for(vm: &mut Vm, native: &Native, given: &Value) -> Result<Gc<Class>> {
    let name = native.name.as_str();
    let owner = vm.class_of_native(native.id).cloned().unwrap_or_else(|| vm.types.object.clone());
    let shown = owner.name.borrow().clone();
    let Some(class) = given.gc::<Class>() else {
        let given = vm.type_name(given);
        return Err(vm.type_error(format!("descriptor '{name}' for type '{shown}' needs a type, not a '{given}' as arg 2")));
    };
    if !class.derives_from(&owner) {
        let given = class.name.borrow();
        return Err(vm.type_error(format!("descriptor '{name}' requires a subtype of '{shown}' but received '{given}'")));
    }
    Ok(class.clone())
}

fn class_method_get(vm: &mut Vm, this: Builtin, instance: &Value, owner: &Value) -> Result {
    if instance.is_none() && owner.is_none() {
        let shown = vm.class_of_native(this.native.id).map(|class| class.name.borrow().clone());
        let (name, shown) = (&this.native.name, shown.unwrap_or_else(|| vm.names.empty.clone()));
        return Err(vm.type_error(format!("descriptor '{name}' for type '{shown}' needs either an object or a type")));
    }
    let owner = if owner.is_none() { vm.class_of(instance).into() } else { owner.clone() };
    let class = class_for(vm, this.native, &owner)?;
    Ok(bind(this, class.into()))
}

/// A class method bound to a class.
fn bind(this: Builtin, class: Value) -> Value {
    let function = this.value.get::<crate::object::ClassMethod>().map_or(Value::None, |method| method.0.clone());
    BoundMethod::value(function, class)
}

fn class_method_call(vm: &mut Vm, this: Builtin, args: &Value, kwargs: &Value) -> Result {
    let Some((first, rest)) = args.get::<Tuple>().and_then(|args| args.items().split_first()) else {
        let shown = vm.class_of_native(this.native.id).map(|class| class.name.borrow().clone());
        let (name, shown) = (&this.native.name, shown.unwrap_or_else(|| vm.names.empty.clone()));
        return Err(vm.type_error(format!("descriptor '{name}' of '{shown}' object needs an argument")));
    };
    let class = class_for(vm, this.native, first)?;
    let kwargs: &Value = if kwargs.is::<Dict>() { kwargs } else { &Value::None };
    let (values, names) = spread(&Tuple::value(rest), kwargs);
    vm.call_kw(&bind(this, class.into()), &values, &names)
}

fn repr(vm: &mut Vm, this: Builtin) -> Result {
    let (native, role) = (this.native, vm.native_role(this.native));
    let (name, owner) = (&native.name, &native.owner);
    if let Some(bound) = this.value.get::<BoundMethod>() {
        let (class, place) = (vm.type_name(&bound.receiver), address(&bound.receiver));
        return Ok(Str::value(match role {
            Role::Slot => format!("<method-wrapper '{name}' of {class} object at {place:#x}>"),
            _ => format!("<built-in method {name} of {class} object at {place:#x}>"),
        }));
    }
    Ok(Str::value(match role {
        Role::Function => format!("<built-in function {name}>"),
        Role::Static => {
            let class = vm.class_of_native(native.id).cloned().unwrap_or_else(|| vm.types.object.clone());
            format!("<built-in method {name} of type object at {:#x}>", address(&class.into()))
        }
        Role::Slot => format!("<slot wrapper '{name}' of '{owner}' objects>"),
        Role::OfClass | Role::Method => format!("<method '{name}' of '{owner}' objects>"),
        Role::Computed => format!("<attribute '{name}' of '{owner}' objects>"),
        Role::Member => format!("<member '{name}' of '{owner}' objects>"),
    }))
}
