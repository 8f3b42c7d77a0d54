//! Member descriptors: what `C.x` is for a name in `__slots__`.

use crate::object::{Member, Str};
use crate::value::Value;
use crate::vm::{FromArg, Place, Raised, Result, Row, Vm, getter, method};

static ROWS: &[Row] = &[
    getter!("__name__", |this: Descriptor| this.name.clone(), "The name."),
    getter!("__objclass__", |this: Descriptor| this.owner.clone(), "The class that defines it."),
    getter!("__qualname__", qualname, "The name with that of the class."),
    getter!("__doc__", |_: &Value| (), "None."),
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

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.member_descriptor.clone();
    vm.add_methods(&class, ROWS);
    class.base_allowed.set(false);
}

/// A member descriptor.
struct Descriptor<'a> {
    value: &'a Value,
    member: &'a Member,
}

impl std::ops::Deref for Descriptor<'_> {
    type Target = Member;
    fn deref(&self) -> &Member {
        self.member
    }
}

impl<'a> FromArg<'a> for Descriptor<'a> {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match Member::of(value) {
            Some(member) => Ok(Descriptor { value, member }),
            None => Err(place.wrong_receiver(vm, "member_descriptor", value)),
        }
    }
}

fn qualname(this: Descriptor) -> Value {
    let class = this.owner.qualname.borrow().clone();
    Str::value(format!("{class}.{}", this.name))
}

fn repr(this: Descriptor) -> Result {
    let class = this.owner.name.borrow().clone();
    Ok(Str::value(format!("<member '{}' of '{class}' objects>", this.name)))
}

/// TypeError unless the instance is of the class that has the member.
fn check(vm: &Vm, member: &Member, instance: &Value) -> Result<()> {
    let class = vm.class_of(instance);
    if class.derives_from(&member.owner) { Ok(()) } else { Err(foreign(vm, member, instance)) }
}

#[cold]
fn foreign(vm: &Vm, member: &Member, instance: &Value) -> Raised {
    let (owner, given) = (member.owner.name.borrow(), vm.type_name(instance));
    vm.type_error(format!("descriptor '{}' for '{owner}' objects doesn't apply to a '{given}' object", member.name))
}

fn get(vm: &mut Vm, this: Descriptor, instance: &Value, owner: &Value) -> Result {
    if instance.is_none() {
        return match owner.is_none() {
            true => Err(vm.type_error("__get__(None, None) is invalid")),
            false => Ok(this.value.clone()),
        };
    }
    check(vm, &this, instance)?;
    vm.read_member(&this, instance)
}

/// Sets the member, or deletes it where there is no value.
fn write(vm: &mut Vm, this: Descriptor, instance: &Value, value: &Value) -> Result<()> {
    check(vm, &this, instance)?;
    let class = vm.class_of(instance);
    vm.generic_set_attr(instance, &class, &this.name.clone(), value.clone())
}
