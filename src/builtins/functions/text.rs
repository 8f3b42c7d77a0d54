//! Functions over text: repr, ascii, format, chr, ord.

use crate::object::{ByteArray, Bytes, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::super::receiver::storage;

pub static ROWS: &[Row] = &[
    Row::function(
        "repr",
        "(obj, /)",
        |vm, args| Ok(vm.repr(&args[0])?.into()),
        "Return the canonical string representation of the object.",
    ),
    Row::function("ascii", "(obj, /)", ascii, "Return an ASCII-only representation of an object."),
    Row::function("format", "(value, format_spec='', /)", format, "Return type(value).__format__(value, format_spec)."),
    Row::function("chr", "(i, /)", chr, "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff."),
    Row::function("ord", "(c, /)", ord, "Return the ordinal value of a character."),
];

fn ascii(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(vm.ascii(&args[0])?.into())
}

fn format(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(spec) = storage::<Str>(&args[1]).cloned() else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("format() argument 2 must be str, not {given}")));
    };
    Ok(vm.format_with(&args[0], &spec)?.into())
}

fn chr(vm: &mut Vm, args: &[Value]) -> Result {
    let number = vm.index_big(&args[0])?;
    let code = u32::try_from(&number).ok().filter(|code| *code <= 0x10_FFFF);
    match code {
        None => Err(vm.value_error("chr() arg not in range(0x110000)")),
        Some(code) => match char::from_u32(code) {
            Some(c) => Ok(vm.character(c)),
            None => Err(vm.value_error(format!("chr(): U+{code:04X} is a surrogate, which strings can't hold here"))),
        },
    }
}

fn ord(vm: &mut Vm, args: &[Value]) -> Result {
    let (length, first) = if let Some(text) = storage::<Str>(&args[0]) {
        (text.char_len(), text.as_str().chars().next().map(u32::from))
    } else if let Some(bytes) = storage::<Bytes>(&args[0]) {
        (bytes.data().len(), bytes.data().first().map(|byte| u32::from(*byte)))
    } else if let Some(bytes) = storage::<ByteArray>(&args[0]) {
        let bytes = bytes.0.borrow();
        (bytes.len(), bytes.first().map(|byte| u32::from(*byte)))
    } else {
        let given = vm.type_name(&args[0]);
        return Err(vm.type_error(format!("ord() expected string of length 1, but {given} found")));
    };
    match first {
        Some(code) if length == 1 => Ok(i64::from(code).into()),
        _ => Err(vm.type_error(format!("ord() expected a character, but string of length {length} found"))),
    }
}
