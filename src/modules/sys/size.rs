//! `sys.getsizeof` and `sys.getrefcount`: sizes are those that CPython's objects have, where what they hold decides.

use crate::object::{BigIntObject, ByteArray, Bytes, Dict, FrozenSet, List, Module, Set, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("getsizeof", "(object, default=...)", getsizeof, "About how many bytes an object takes."),
    function!("getrefcount", "(object, /)", getrefcount, "How many references to an object there are."),
    function!("getallocatedblocks", "()", getallocatedblocks, "How many objects there are."),
];

pub(super) fn install(vm: &mut Vm, module: &Module) {
    vm.add_functions(module, ROWS);
}

fn getsizeof(vm: &mut Vm, object: &Value, _: &Value) -> Result {
    let value = vm.payload(object);
    let own = vm.intern("__sizeof__");
    if object.kind() == Some(Kind::Instance)
        && let Some(size) = vm.call_special(object, &own, &[])?
    {
        return Ok(size);
    }
    Ok(size(&value).into())
}

fn size(value: &Value) -> usize {
    match value {
        Value::Int(int) => 24 + 4 * (64 - int.unsigned_abs().leading_zeros() as usize).div_ceil(30).max(1),
        Value::Bool(_) => 28,
        Value::Float(_) => 24,
        Value::Object(kind, _) => sized_object(value).unwrap_or(match kind {
            Kind::Range => 48,
            Kind::Slice => 56,
            Kind::Function => 168,
            Kind::Class => 1072,
            Kind::Exception => 72,
            Kind::Module => 72,
            Kind::Generator => 200,
            _ => 48,
        }),
        _ => 16,
    }
}

/// Sizes that depend on what an object holds.
fn sized_object(value: &Value) -> Option<usize> {
    let hashed = |count: usize| if count < 5 { 216 } else { 216 + 16 * (count * 5 / 3).next_power_of_two().max(32) };
    Some(if let Some(text) = value.get::<Str>() {
        let widest = text.as_str().chars().map(|c| c as u32).max().unwrap_or(0);
        match widest {
            0..0x80 => 41 + text.char_len(),
            0x80..0x100 => 57 + text.char_len(),
            0x100..0x1_0000 => 58 + 2 * text.char_len(),
            _ => 60 + 4 * text.char_len(),
        }
    } else if let Some(big) = value.get::<BigIntObject>() {
        24 + 4 * (big.number().bits() as usize).div_ceil(30)
    } else if let Some(bytes) = value.get::<Bytes>() {
        33 + bytes.data().len()
    } else if let Some(bytes) = value.get::<ByteArray>() {
        56 + bytes.0.borrow().len()
    } else if let Some(tuple) = value.get::<Tuple>() {
        48 + 8 * tuple.items().len()
    } else if let Some(list) = value.get::<List>() {
        56 + 8 * list.0.borrow().len()
    } else if let Some(dict) = value.get::<Dict>() {
        match dict.len() {
            0 => 64,
            count => 64 + 20 * (count * 3 / 2).next_power_of_two().max(8),
        }
    } else if let Some(set) = value.get::<Set>() {
        hashed(set.0.borrow().len())
    } else {
        hashed(value.get::<FrozenSet>()?.storage.len())
    })
}

fn getrefcount(object: &Value) -> Value {
    match object {
        Value::Object(_, object) => object.count().into(),
        // Small values are not counted: as many as CPython tells for what never dies.
        _ => Value::Int(i64::from(u32::MAX)),
    }
}

fn getallocatedblocks() -> usize {
    crate::heap::live_objects()
}
