//! Member descriptors: what `C.x` is for a name in `__slots__`.

use crate::object::{Member, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

static ROWS: &[Row] = &[
    Row::getter("__name__", |vm, args| Ok(this(vm, args)?.name.clone().into()), "The name."),
    Row::getter("__objclass__", |vm, args| Ok(this(vm, args)?.owner.clone().into()), "The class that defines it."),
    Row::getter("__qualname__", qualname, "The name with that of the class."),
    Row::getter("__doc__", |_, _| Ok(Value::None), "None."),
    Row::method("__get__", "(self, instance, owner=None, /)", get, "Return an attribute of instance, which is of type owner."),
    Row::method("__set__", "(self, instance, value, /)", write, "Set an attribute of instance to value."),
    Row::method("__delete__", "(self, instance, /)", write, "Delete an attribute of instance."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.member_descriptor.clone();
    vm.add_methods(&class, ROWS);
    class.base_allowed.set(false);
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Member> {
    Member::of(&args[0]).ok_or_else(|| vm.type_error(format!("'{}' object is no member descriptor", vm.type_name(&args[0]))))
}

fn qualname(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let class = this.owner.qualname.borrow().clone();
    Ok(Str::value(format!("{class}.{}", this.name)))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
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

fn get(vm: &mut Vm, args: &[Value]) -> Result {
    if args[1].is_none() {
        return match args[2].is_none() {
            true => Err(vm.type_error("__get__(None, None) is invalid")),
            false => Ok(args[0].clone()),
        };
    }
    let this = this(vm, args)?;
    check(vm, this, &args[1])?;
    vm.read_member(this, &args[1])
}

/// Sets the member to the second argument, or deletes it where there is none.
fn write(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    check(vm, this, &args[1])?;
    let class = vm.class_of(&args[1]);
    let value = args.get(2).cloned().unwrap_or_default();
    vm.generic_set_attr(&args[1], &class, &this.name.clone(), value)?;
    Ok(Value::None)
}
