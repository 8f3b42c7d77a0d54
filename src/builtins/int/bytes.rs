//! `int.to_bytes` and `int.from_bytes`.

use num_bigint::{BigInt, Sign};
use num_traits::Signed;

use crate::builtins::number::convert::{Int, big, bytes_of};
use crate::object::{BigIntObject, Bytes, Class, Str, int_value, wide_value};
use crate::value::Value;
use crate::vm::{Fault, FromArg, Place, Result, Row, Vm, class_method, method};

/// The rows.
pub static ROWS: &[Row] = &[
    method!("to_bytes", "(self, /, length=1, byteorder='big', *, signed=False)", to_bytes, "The int as so many bytes."),
    class_method!(
        "from_bytes",
        "(cls, /, bytes, byteorder='big', *, signed=False)",
        from_bytes,
        "The int that bytes stand for."
    ),
];

/// Bytes beyond this only exhaust the memory.
const MOST_BYTES: i64 = 1 << 32;

/// A byte order: whether it is little-endian.
struct Little(bool);

impl<'a> FromArg<'a> for Little {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match <&str>::from_arg(vm, value, place)? {
            "little" => Ok(Little(true)),
            "big" => Ok(Little(false)),
            _ => Err(vm.value_error("byteorder must be either 'little' or 'big'")),
        }
    }
}

fn to_bytes(vm: &mut Vm, own: Int, length: i64, Little(little): Little, signed: bool) -> Result {
    if length < 0 {
        return Err(vm.value_error("length argument must be non-negative"));
    }
    if length > MOST_BYTES {
        return Err(vm.fault(Fault::Memory));
    }
    let wide = match &*own {
        Value::Int(int) => Some(i128::from(*int)),
        other => other.get::<BigIntObject>().and_then(BigIntObject::wide),
    };
    if let (Some(int), length @ 0..=64) = (wide, length as usize) {
        return wide_to_bytes(vm, int, length, little, signed);
    }
    let number = big(&own);
    if number.is_negative() && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    let length = length as usize;
    vm.check_bytes(length)?;
    let mut bytes = match (number.sign(), signed) {
        (Sign::NoSign, _) => Vec::new(),
        (_, true) => number.to_signed_bytes_le(),
        (_, false) => number.to_bytes_le().1,
    };
    if bytes.len() > length {
        return Err(vm.overflow_error("int too big to convert"));
    }
    bytes.resize(length, if number.is_negative() { 0xFF } else { 0 });
    if !little {
        bytes.reverse();
    }
    Ok(Bytes::value(bytes))
}

fn wide_to_bytes(vm: &Vm, int: i128, length: usize, little: bool, signed: bool) -> Result {
    if int < 0 && !signed {
        return Err(vm.overflow_error("can't convert negative int to unsigned"));
    }
    // Bits that the number needs; one for the sign where there is one.
    let bits = if int < 0 { 129 - (!int).leading_zeros() } else { 128 - int.leading_zeros() + u32::from(signed && int > 0) };
    if bits as usize > length * 8 {
        return Err(vm.overflow_error("int too big to convert"));
    }
    let mut bytes = [if int < 0 { 0xFF } else { 0 }; 64];
    bytes[..16].copy_from_slice(&int.to_le_bytes());
    if !little {
        bytes[..length].reverse();
    }
    Ok(Bytes::value(&bytes[..length]))
}

/// The int of at most eight bytes.
fn small_from_bytes(bytes: &[u8], little: bool, signed: bool) -> Option<Value> {
    let mut word = [0; 8];
    word.get_mut(..bytes.len())?.copy_from_slice(bytes);
    if !little {
        word[..bytes.len()].reverse();
    }
    let unsigned = u64::from_le_bytes(word);
    let unused = 64 - bytes.len() as u32 * 8;
    if signed {
        return Some(Value::Int(if unused == 64 { 0 } else { ((unsigned << unused) as i64) >> unused }));
    }
    Some(wide_value(i128::from(unsigned)))
}

fn from_bytes(vm: &mut Vm, class: &Value, given: &Value, Little(little): Little, signed: bool) -> Result {
    let own = class.gc::<Class>().is_none_or(|class| class.same(&vm.types.int));
    if let (true, Some(bytes)) = (own, given.get::<Bytes>())
        && let Some(int) = small_from_bytes(bytes.data(), little, signed)
    {
        return Ok(int);
    }
    let mut bytes = bytes_argument(vm, given)?;
    if !little {
        bytes.reverse();
    }
    let number = if signed { BigInt::from_signed_bytes_le(&bytes) } else { BigInt::from_bytes_le(Sign::Plus, &bytes) };
    let number = int_value(number);
    if own { Ok(number) } else { vm.call(class, &[number]) }
}

/// Bytes, or an iterable of ints that are bytes.
fn bytes_argument(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = bytes_of(vm, value) {
        return Ok(bytes);
    }
    let name = vm.names.bytes.clone();
    if let Some(answer) = vm.call_special(value, &name, &[])? {
        let given = vm.type_name(&answer);
        return bytes_of(vm, &answer).ok_or_else(|| vm.type_error(format!("__bytes__ returned non-bytes (type {given})")));
    }
    let iterable = vm.lookup_special(value, &vm.names.iter).is_some() || vm.lookup_special(value, &vm.names.getitem).is_some();
    if !iterable || vm.native_arg::<Str>(value).is_some() {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("cannot convert '{given}' object to bytes")));
    }
    let items = vm.collect(value)?;
    let mut bytes = Vec::with_capacity(items.len());
    for item in &items {
        let byte = u8::try_from(vm.index_clamped(item)?);
        bytes.push(byte.map_err(|_| vm.value_error("bytes must be in range(0, 256)"))?);
    }
    Ok(bytes)
}
