//! Weak references: `weakref.ref`.

use crate::heap::Gc;
use crate::object::{Class, Exception, Function, Instance, Str, Tuple, WeakRef};
use crate::value::{Kind, Value};
use crate::vm::{CompareOp, Of, Result, Row, Vm, getter, method, static_method, storage};

use super::object::address;

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, /, *args, **kwargs)", new, "A weak reference to an object."),
    method!("__init__", "(self, object, callback=None, /)", |_: &Value, _: &Value, _: &Value| (), "Initialize self."),
    method!(
        "__call__",
        "(self, /)",
        |this: &WeakRef| this.get().unwrap_or(Value::None),
        "The object, or None once it is gone."
    ),
    getter!("__callback__", callback, "What is called when the object dies."),
    method!("__eq__", "(self, value, /)", eq, "Return self==value."),
    method!("__hash__", "(self, /)", hash, "Return hash(self)."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.weakref.clone();
    vm.add_methods(&class, ROWS);
    class.set(&vm.names.module, Str::value("weakref"));
    let _ = class.said.set(vm.intern("weakref.ReferenceType"));
}

/// What `__weakref__` of an object is: the reference to it that has no callback, or one that has, or None.
pub fn first_to(target: &Value) -> Value {
    let all = WeakRef::all_to(target);
    let plain = all.iter().find(|reference| reference.callback.borrow().is_none());
    plain.or_else(|| all.last()).and_then(WeakRef::shown).unwrap_or(Value::None)
}

/// Whether there can be weak references to a value: to most objects, but not to plain data.
fn is_referable(value: &Value) -> bool {
    let Some(kind) = value.kind() else { return false };
    match kind {
        Kind::Instance => value.get::<Instance>().is_some_and(|instance| {
            let plain = |payload: &Value| matches!(payload.kind(), None | Some(Kind::BigInt | Kind::Tuple | Kind::Bytes));
            !instance.payload().is_some_and(|payload| plain(payload) && !matches!(payload, Value::Float(_)))
                && has_place(&instance.class())
        }),
        Kind::Exception => value.get::<Exception>().is_some_and(|exception| !exception.class().builtin),
        Kind::Set
        | Kind::FrozenSet
        | Kind::Function
        | Kind::Native
        | Kind::BoundMethod
        | Kind::Class
        | Kind::Module
        | Kind::Generator
        | Kind::Code
        | Kind::GenericAlias
        | Kind::AsyncStep
        | Kind::Awaitable
        | Kind::Future
        | Kind::Task
        | Kind::Opaque => true,
        _ => false,
    }
}

/// Whether the instances of a class have a place for weak references: not where `__slots__` leaves it out.
fn has_place(class: &Gc<Class>) -> bool {
    class.adds_weak_references() || class.mro_rest().iter().any(|class| class.adds_weak_references())
}

/// `(cls, object, callback=None)`; keyword arguments are left to `__init__`.
fn new(vm: &mut Vm, class: &Value, args: &Value, _: &Value) -> Result {
    let (object, callback) = match args.get::<Tuple>().map(Tuple::items) {
        Some([object]) => (object, Value::None),
        Some([object, callback]) => (object, callback.clone()),
        Some([]) | None => return Err(vm.type_error("__new__ expected at least 1 argument, got 0")),
        Some(more) => return Err(vm.type_error(format!("__new__ expected at most 2 arguments, got {}", more.len()))),
    };
    refer(vm, class, object, callback)
}

fn refer(vm: &mut Vm, class: &Value, object: &Value, callback: Value) -> Result {
    if !is_referable(object) {
        let given = vm.class_of(object).name_in_messages();
        return Err(vm.type_error(format!("cannot create weak reference to '{given}' object")));
    }
    let exact = class.gc::<Class>().is_some_and(|class| class.same(&vm.types.weakref));
    if exact && callback.is_none() {
        let plain = |reference: &Gc<WeakRef>| reference.instance.get().is_none() && reference.callback.borrow().is_none();
        if let Some(known) = WeakRef::all_to(object).into_iter().find(plain) {
            return Ok(known.into());
        }
    }
    let Some(reference) = WeakRef::new(object, callback) else {
        return Err(vm.type_error("cannot create weak reference"));
    };
    let made = vm.wrap_new(class, reference.clone().into())?;
    if let Some(instance) = made.gc::<Instance>() {
        // A fresh cell is empty, so this can't fail.
        let _ = reference.instance.set(crate::heap::Weak::new(instance));
    }
    Ok(made)
}

fn callback(reference: &WeakRef) -> Value {
    let callback = reference.callback.borrow().clone();
    if reference.get().is_some() { callback } else { Value::None }
}

fn eq(vm: &mut Vm, this: Of<WeakRef>, value: &Value) -> Result {
    let Some(other) = storage::<WeakRef>(value) else { return Ok(Value::NotImplemented) };
    match (this.get(), other.get()) {
        (Some(a), Some(b)) => vm.compare(CompareOp::Eq, &a, &b),
        _ => Ok(this.value.same(value).into()),
    }
}

fn hash(vm: &mut Vm, reference: &WeakRef) -> Result {
    if let Some(hash) = reference.hash.get() {
        return Ok(hash.into());
    }
    let Some(object) = reference.get() else { return Err(vm.type_error("weak object has gone away")) };
    let hash = vm.hash(&object)?;
    reference.hash.set(Some(hash));
    Ok(hash.into())
}

fn repr(vm: &mut Vm, this: Of<WeakRef>) -> Result {
    let own = address(this.value);
    let Some(object) = this.get() else { return Ok(Str::value(format!("<weakref at {own:#x}; dead>"))) };
    let name = match (object.get::<Function>(), object.get::<Class>()) {
        (Some(_), _) | (_, Some(_)) => match vm.get_attr(&object, &vm.names.name.clone())? {
            Value::Unset => String::new(),
            name => format!(" ({})", vm.str(&name)?),
        },
        _ => String::new(),
    };
    let type_name = vm.type_name(&object);
    Ok(Str::value(format!("<weakref at {own:#x}; to '{type_name}' at {:#x}{name}>", address(&object))))
}
