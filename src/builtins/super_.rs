//! `super`: making one, explicitly or from the frame that calls it. `vm::attr` looks attributes up.

use crate::heap::Gc;
use crate::object::{Class, Str, Super};
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, getter, method, static_method};

static ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, type=..., object_or_type=..., /)",
        new,
        "super() -> same as super(__class__, <first argument>)"
    ),
    method!("__init__", "(self, /, *args, **kwargs)", |_: &Value, _: &Value, _: &Value| (), "Initialize self."),
    getter!("__thisclass__", |this: &Gc<Super>| this.class.clone(), "The class invoking super()."),
    getter!("__self__", |this: &Gc<Super>| this.object.clone().set_or_none(), "The instance invoking super(); may be None."),
    getter!("__self_class__", self_class, "The type of the instance invoking super(); may be None."),
    method!("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.super_.clone();
    vm.add_methods(&class, ROWS);
}

fn new(vm: &mut Vm, cls: &Value, type_: &Value, object_or_type: &Value) -> Result {
    let (class, object) = if type_.is_set() { (type_.clone(), object_or_type.clone()) } else { from_frame(vm)? };
    let Some(class) = class.gc::<Class>().cloned() else {
        let given = vm.type_name(&class);
        return Err(vm.type_error(format!("super() argument 1 must be a type, not {given}")));
    };
    let made = make(vm, class, object)?;
    vm.wrap_new(cls, made)
}

fn make(vm: &mut Vm, class: Gc<Class>, object: Value) -> Result {
    let object = if object.is_none() { Value::Unset } else { object };
    let object_class = if object.is_set() { bound_class(vm, &class, &object)? } else { class.clone() };
    Ok(Gc::new(Super { class, object, object_class }).into())
}

/// The class whose method resolution order counts: the object itself if it is a class, or its class.
fn bound_class(vm: &mut Vm, class: &Gc<Class>, object: &Value) -> Result<Gc<Class>> {
    if let Some(own) = object.gc::<Class>()
        && own.derives_from(class)
    {
        return Ok(own.clone());
    }
    let own = vm.class_of(object);
    if own.derives_from(class) {
        return Ok(own);
    }
    let claimed = vm.get_attr_optional(object, &vm.names.class.clone())?.and_then(|claimed| claimed.into_gc::<Class>().ok());
    if let Some(claimed) = claimed.filter(|claimed| claimed.derives_from(class)) {
        return Ok(claimed);
    }
    let (what, shown, wanted) = match object.get::<Class>() {
        Some(given) => ("type", given.name.borrow().clone(), class.name.borrow().clone()),
        None => ("instance of", own.name.borrow().clone(), class.name.borrow().clone()),
    };
    Err(vm.type_error(format!("super(type, obj): obj ({what} {shown}) is not an instance or subtype of type ({wanted}).")))
}

/// `super()`: the class that the running method was defined in, and its first argument.
fn from_frame(vm: &mut Vm) -> Result<(Value, Value)> {
    let Some((code, _)) = vm.place() else { return Err(vm.runtime_error("super(): no current frame")) };
    if code.code.positional == 0 && !code.code.varargs {
        return Err(vm.runtime_error("super(): no arguments"));
    }
    let first_name = code.code.locals.first().cloned().unwrap_or_default();
    let locals = vm.current_locals();
    let Some((_, object)) = locals.iter().find(|(name, _)| name.as_str() == &*first_name) else {
        return Err(vm.runtime_error("super(): arg[0] deleted"));
    };
    let is_free = code.code.free.iter().any(|name| &**name == "__class__");
    match locals.iter().find(|(name, _)| name.as_str() == "__class__") {
        Some((_, class)) if is_free => Ok((class.clone(), object.clone())),
        _ if is_free => Err(vm.runtime_error("super(): empty __class__ cell")),
        _ => Err(vm.runtime_error("super(): __class__ cell not found")),
    }
}

fn self_class(own: &Gc<Super>) -> Value {
    if own.object.is_set() { own.object_class.clone().into() } else { Value::None }
}

fn get(vm: &mut Vm, this: Of<Super>, instance: &Value, _: &Value) -> Result {
    let own = this.storage;
    if instance.is_none() || own.object.is_set() {
        return Ok(this.value.clone());
    }
    make(vm, own.class.clone(), instance.clone())
}

fn repr(own: &Gc<Super>) -> Result {
    let class = own.class.name.borrow().clone();
    let object: String =
        if own.object.is_set() { format!("<{} object>", own.object_class.name.borrow()) } else { "NULL".to_owned() };
    Ok(Str::value(format!("<super: <class '{class}'>, {object}>")))
}
