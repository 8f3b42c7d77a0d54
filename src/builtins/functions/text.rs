//! Functions over text: repr, ascii, format, chr, ord.

use crate::object::{ByteArray, Bytes, Str};
use crate::value::{Value, Words};
use crate::vm::{Result, Row, Vm, function, storage};

pub static ROWS: &[Row] = &[
    function!("repr", "(obj, /)", |vm: &mut Vm, obj| vm.repr(obj), "Return the canonical string representation of the object."),
    function!("ascii", "(obj, /)", |vm: &mut Vm, obj| vm.ascii(obj), "Return an ASCII-only representation of an object."),
    function!(
        "format",
        "(value, format_spec='', /)",
        |vm: &mut Vm, value, spec| vm.format_with(value, spec),
        "Return type(value).__format__(value, format_spec)."
    ),
    function!("chr", "(i, /)", chr, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")
        .quickly(chr_quickly),
    function!("ord", "(c, /)", ord, "Return the ordinal value of a character.").quickly(ord_quickly),
];

fn chr(vm: &mut Vm, number: &Value) -> Result {
    if let Value::Int(int @ 0..0x80) = *number {
        return Ok(vm.character(char::from(int as u8)));
    }
    let code = match number {
        Value::Int(int) => u32::try_from(*int).ok(),
        _ => u32::try_from(&vm.index_big(number)?).ok(),
    };
    let code = code.filter(|code| *code <= 0x10_FFFF);
    match code {
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
        Some(code) => match char::from_u32(code) {
            Some(c) => Ok(vm.character(c)),
            None => Err(vm.value_error(format!("chr(): U+{code:04X} is a surrogate, which strings can't hold here"))),
        },
    }
}

/// `ord` of an ASCII character.
fn ord_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    match args.first().and_then(Value::get::<Str>).map(|text| text.as_str().as_bytes()) {
        Some([byte]) if args.len() == 1 => Words::int(i64::from(*byte)),
        _ => Words::unset(),
    }
}

/// `chr` of an ASCII character.
fn chr_quickly(vm: &mut Vm, args: &mut [Value]) -> Words {
    match args {
        [Value::Int(code @ 0..0x80)] => Words::of(vm.character(char::from(*code as u8))),
        _ => Words::unset(),
    }
}

fn ord(vm: &mut Vm, c: &Value) -> Result {
    if let Some(text) = c.get::<Str>()
        && let [byte] = text.as_str().as_bytes()
    {
        return Ok(Value::Int(i64::from(*byte)));
    }
    let (length, first) = if let Some(text) = storage::<Str>(c) {
        (text.char_len(), text.as_str().chars().next().map(u32::from))
    } else if let Some(bytes) = storage::<Bytes>(c) {
        (bytes.data().len(), bytes.data().first().map(|byte| u32::from(*byte)))
    } else if let Some(bytes) = storage::<ByteArray>(c) {
        let bytes = bytes.0.borrow();
        (bytes.len(), bytes.first().map(|byte| u32::from(*byte)))
    } else {
        let given = vm.type_name(c);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {given} found")));
    };
    match first {
        Some(code) if length == 1 => Ok(i64::from(code).into()),
        _ => Err(vm.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}
