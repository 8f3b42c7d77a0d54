//! The descriptors of attributes: what `C.x` is for a name in `__slots__`, and for what a native class stores or computes.

use crate::heap::Gc;
use crate::object::{Class, Member, Native, Property, Str};
use crate::value::Value;
use crate::vm::{FromArg, Place, Result, Role, Row, Vm, getter, method};

use super::descriptor::check_instance;

static ROWS: &[Row] = &[
    getter!("__name__", |this: Descriptor| this.name(), "The name."),
    getter!("__objclass__", |this: Descriptor| this.owner.clone(), "The class that defines it."),
    getter!("__qualname__", qualname, "The name with that of the class."),
    getter!("__doc__", |this: Descriptor| this.doc(), "The documentation string."),
    method!("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    method!("__set__", "(self, instance, value, /)", write, "Set an attribute of instance to value."),
    method!(
        "__delete__",
        "(self, instance, /)",
        |vm, this, instance| write(vm, this, instance, &Value::Unset),
        "Delete an attribute of instance."
    ),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    for class in [vm.types.member_descriptor.clone(), vm.types.getset_descriptor.clone()] {
        vm.add_methods(&class, ROWS);
    }
}

/// Where the attribute is.
enum Stored<'a> {
    /// In the instance.
    Member(&'a Member),
    /// Natives read and write it.
    Native(&'a Property),
}

/// A descriptor.
struct Descriptor<'a> {
    value: &'a Value,
    owner: &'a Gc<Class>,
    role: Role,
    stored: Stored<'a>,
}

impl Descriptor<'_> {
    fn name(&self) -> Gc<Str> {
        match &self.stored {
            Stored::Member(member) => member.name.clone(),
            Stored::Native(property) => property.get.get::<Native>().map_or_else(|| Str::new(""), |native| native.name.clone()),
        }
    }

    fn doc(&self) -> Value {
        match &self.stored {
            Stored::Member(_) => Value::None,
            Stored::Native(property) => property.doc.borrow().clone(),
        }
    }
}

impl<'a> FromArg<'a> for Descriptor<'a> {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        if let Some(member) = Member::of(value) {
            return Ok(Descriptor { value, owner: &member.owner, role: Role::Member, stored: Stored::Member(member) });
        }
        let property = value.get::<Property>();
        match property.and_then(|property| Some((property, vm.owner_of(property)?))) {
            Some((property, (owner, role))) => Ok(Descriptor { value, owner, role, stored: Stored::Native(property) }),
            None => Err(place.wrong_receiver(vm, "getset_descriptor", value)),
        }
    }
}

fn qualname(this: Descriptor) -> Value {
    Str::value(format!("{}.{}", this.owner.qualname.borrow(), this.name()))
}

fn repr(this: Descriptor) -> Result {
    let word = if this.role == Role::Member { "member" } else { "attribute" };
    Ok(Str::value(format!("<{word} '{}' of '{}' objects>", this.name(), this.owner.name.borrow())))
}

fn get(vm: &mut Vm, this: Descriptor, instance: &Value, owner: &Value) -> Result {
    if instance.is_none() {
        return match owner.is_none() {
            true => Err(vm.type_error("__get__(None, None) is invalid")),
            false => Ok(this.value.clone()),
        };
    }
    check_instance(vm, &this.name(), this.owner, instance)?;
    match this.stored {
        Stored::Member(member) => vm.read_member(member, instance),
        Stored::Native(property) => vm.call(&property.get, std::slice::from_ref(instance)),
    }
}

/// Sets the attribute, or deletes it where there is no value.
fn write(vm: &mut Vm, this: Descriptor, instance: &Value, value: &Value) -> Result<()> {
    let name = this.name();
    check_instance(vm, &name, this.owner, instance)?;
    match this.stored {
        Stored::Member(_) => {
            let class = vm.class_of(instance);
            vm.generic_set_attr(instance, &class, &name, value.clone())
        }
        Stored::Native(property) => vm.set_property(property, instance, value.clone()),
    }
}
