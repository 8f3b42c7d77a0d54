//! Questions about the characters of a string.

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::builtins::receiver::receiver;
use crate::builtins::text::chars;
use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

pub(super) static ROWS: &[Row] = &[
    Row::method(
        "isalnum",
        "(self, /)",
        |vm, args| all(vm, args, "isalnum", u8::is_ascii_alphanumeric, chars::is_alphanumeric),
        "Return True if the string is an alpha-numeric string, False otherwise.",
    ),
    Row::method(
        "isalpha",
        "(self, /)",
        |vm, args| all(vm, args, "isalpha", u8::is_ascii_alphabetic, chars::is_alphabetic),
        "Return True if the string is an alphabetic string, False otherwise.",
    ),
    Row::method(
        "isdecimal",
        "(self, /)",
        |vm, args| all(vm, args, "isdecimal", u8::is_ascii_digit, chars::is_decimal),
        "Return True if the string is a decimal string, False otherwise.",
    ),
    Row::method(
        "isdigit",
        "(self, /)",
        |vm, args| all(vm, args, "isdigit", u8::is_ascii_digit, chars::is_digit),
        "Return True if the string is a digit string, False otherwise.",
    ),
    Row::method(
        "isnumeric",
        "(self, /)",
        |vm, args| all(vm, args, "isnumeric", u8::is_ascii_digit, chars::is_numeric),
        "Return True if the string is a numeric string, False otherwise.",
    ),
    Row::method(
        "isspace",
        "(self, /)",
        |vm, args| all(vm, args, "isspace", |byte| chars::is_space(char::from(*byte)), chars::is_space),
        "Return True if the string is a whitespace string, False otherwise.",
    ),
    Row::method("isascii", "(self, /)", is_ascii, "Return True if all characters in the string are ASCII, False otherwise."),
    Row::method(
        "isprintable",
        "(self, /)",
        is_printable,
        "Return True if all characters in the string are printable, False otherwise.",
    ),
    Row::method(
        "isidentifier",
        "(self, /)",
        is_identifier,
        "Return True if the string is a valid Python identifier, False otherwise.",
    ),
    Row::method(
        "islower",
        "(self, /)",
        |vm, args| has_case(vm, args, "islower", chars::is_lower, chars::is_upper),
        "Return True if the string is a lowercase string, False otherwise.",
    ),
    Row::method(
        "isupper",
        "(self, /)",
        |vm, args| has_case(vm, args, "isupper", chars::is_upper, chars::is_lower),
        "Return True if the string is an uppercase string, False otherwise.",
    ),
    Row::method("istitle", "(self, /)", is_title, "Return True if the string is a title-cased string, False otherwise."),
];

/// Whether the string is not empty and all its characters have a property, which is `ascii` for these.
#[inline]
fn all(vm: &mut Vm, args: &[Value], method: &str, ascii: impl Fn(&u8) -> bool, property: fn(char) -> bool) -> Result {
    let text = receiver::<Str>(vm, args, method)?;
    let bytes = text.as_str().as_bytes();
    let first = bytes.iter().position(|byte| !ascii(byte));
    Ok(match first {
        None => !bytes.is_empty(),
        Some(at) if bytes[at].is_ascii() => false,
        Some(at) => text.as_str()[at..].chars().all(property),
    }
    .into())
}

fn is_ascii(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Str>(vm, args, "isascii")?.is_ascii().into())
}

fn is_printable(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Str>(vm, args, "isprintable")?.as_str().chars().all(chars::is_printable).into())
}

fn is_identifier(vm: &mut Vm, args: &[Value]) -> Result {
    let mut text = receiver::<Str>(vm, args, "isidentifier")?.as_str().chars();
    let starts = text.next().is_some_and(|c| c == '_' || is_xid_start(c));
    Ok((starts && text.all(is_xid_continue)).into())
}

/// Whether there are characters of one case and none of another.
fn has_case(vm: &mut Vm, args: &[Value], method: &str, wanted: fn(char) -> bool, other: fn(char) -> bool) -> Result {
    let text = receiver::<Str>(vm, args, method)?;
    if text.is_ascii() {
        return Ok(chars::has_only_case(text.as_str().as_bytes(), wanted('A')).into());
    }
    let mut found = false;
    for c in text.as_str().chars() {
        if other(c) || chars::is_title(c) {
            return Ok(false.into());
        }
        found |= wanted(c);
    }
    Ok(found.into())
}

fn is_title(vm: &mut Vm, args: &[Value]) -> Result {
    let (mut found, mut inside) = (false, false);
    for c in receiver::<Str>(vm, args, "istitle")?.as_str().chars() {
        let (begins, goes_on) = (chars::is_upper(c) || chars::is_title(c), chars::is_lower(c));
        if (begins && inside) || (goes_on && !inside) {
            return Ok(false.into());
        }
        inside = begins || goes_on;
        found |= inside;
    }
    Ok(found.into())
}
