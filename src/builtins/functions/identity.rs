//! Functions over what a value is: callable, hash, id, isinstance, issubclass.

use num_bigint::BigInt;

use crate::object::{Class, Tuple, int_value, quick_hash};
use crate::value::{Kind, Value, Words};
use crate::vm::{Result, Row, Vm, function};

pub static ROWS: &[Row] = &[
    function!(
        "callable",
        "(obj, /)",
        |vm: &mut Vm, obj: &Value| is_callable(vm, obj),
        "Return whether the object is callable."
    ),
    function!("hash", "(obj, /)", |vm: &mut Vm, obj| vm.hash(obj), "Return the hash value for the given object.")
        .quickly(hash_quickly),
    function!("id", "(obj, /)", |obj: &Value| id_of(obj), "Return the identity of an object."),
    function!(
        "isinstance",
        "(obj, class_or_tuple, /)",
        isinstance,
        "Return whether an object is an instance of a class or of a subclass thereof."
    )
    .quickly(isinstance_quickly),
    function!(
        "issubclass",
        "(cls, class_or_tuple, /)",
        issubclass,
        "Return whether 'cls' is derived from another class or is the same class."
    ),
];

/// Whether a value can be called.
pub fn is_callable(vm: &Vm, value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Function | Kind::Native | Kind::BoundMethod | Kind::Class) => true,
        Some(_) => vm.lookup_special(value, &vm.names.call).is_some(),
        None => false,
    }
}

/// The identity of a value: an address, or for what is not on the heap an odd number made of its bits.
pub fn id_of(value: &Value) -> Value {
    let odd = |tag: u8, bits: u64| int_value((BigInt::from(bits) << 5u8) + BigInt::from(tag));
    match value {
        Value::Object(_, object) => object.address().into(),
        Value::Int(number) => odd(1, *number as u64),
        Value::Float(number) => odd(3, number.to_bits()),
        Value::Bool(truth) => odd(5, u64::from(*truth)),
        Value::None | Value::Unset => odd(7, 0),
        Value::NotImplemented => odd(7, 1),
        Value::Ellipsis => odd(7, 2),
    }
}

/// `hash` of what no script is asked about.
fn hash_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [value] = &*args else { return Words::unset() };
    quick_hash(value).map_or(Words::unset(), Words::int)
}

/// `isinstance` where no class decides that itself.
fn isinstance_quickly(vm: &mut Vm, args: &mut [Value]) -> Words {
    let [object, classes] = args else { return Words::unset() };
    vm.is_plainly_instance(object, classes).map_or(Words::unset(), Words::bool)
}

fn isinstance(vm: &mut Vm, obj: &Value, class_or_tuple: &Value) -> Result<bool> {
    vm.is_instance(obj, class_or_tuple)
}

fn issubclass(vm: &mut Vm, class: &Value, class_or_tuple: &Value) -> Result {
    Ok(is_subclass(vm, class, class_or_tuple)?.into())
}

/// `issubclass(class, classinfo)`
pub fn is_subclass(vm: &mut Vm, class: &Value, info: &Value) -> Result<bool> {
    if let Some(other) = info.gc::<Class>()
        && other.metaclass.get().is_none_or(|meta| meta.same(&vm.types.type_))
    {
        return match class.gc::<Class>() {
            Some(class) => Ok(class.derives_from(other)),
            None => Err(vm.type_error("issubclass() arg 1 must be a class")),
        };
    }
    if let Some(tuple) = info.gc::<Tuple>() {
        vm.check_room()?;
        for other in tuple.clone().items() {
            if is_subclass(vm, class, other)? {
                return Ok(true);
            }
        }
        return Ok(false);
    }
    let name = vm.names.subclasscheck.clone();
    match vm.call_special(info, &name, std::slice::from_ref(class))? {
        Some(answer) => vm.truth(&answer),
        None => Err(vm.type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union")),
    }
}
