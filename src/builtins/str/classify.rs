//! Questions about the characters of a string.

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::builtins::text::chars;
use crate::object::Str;
use crate::vm::{Row, method};

pub(super) static ROWS: &[Row] = &[
    method!(
        "isalnum",
        "(self, /)",
        |text| all(text, u8::is_ascii_alphanumeric, chars::is_alphanumeric),
        "Return True if the string is an alpha-numeric string, False otherwise."
    ),
    method!(
        "isalpha",
        "(self, /)",
        |text| all(text, u8::is_ascii_alphabetic, chars::is_alphabetic),
        "Return True if the string is an alphabetic string, False otherwise."
    ),
    method!(
        "isdecimal",
        "(self, /)",
        |text| all(text, u8::is_ascii_digit, chars::is_decimal),
        "Return True if the string is a decimal string, False otherwise."
    ),
    method!(
        "isdigit",
        "(self, /)",
        |text| all(text, u8::is_ascii_digit, chars::is_digit),
        "Return True if the string is a digit string, False otherwise."
    ),
    method!(
        "isnumeric",
        "(self, /)",
        |text| all(text, u8::is_ascii_digit, chars::is_numeric),
        "Return True if the string is a numeric string, False otherwise."
    ),
    method!(
        "isspace",
        "(self, /)",
        |text| all(text, |byte| chars::is_space(char::from(*byte)), chars::is_space),
        "Return True if the string is a whitespace string, False otherwise."
    ),
    method!("isascii", "(self, /)", is_ascii, "Return True if all characters in the string are ASCII, False otherwise."),
    method!(
        "isprintable",
        "(self, /)",
        is_printable,
        "Return True if all characters in the string are printable, False otherwise."
    ),
    method!(
        "isidentifier",
        "(self, /)",
        is_identifier,
        "Return True if the string is a valid Python identifier, False otherwise."
    ),
    method!(
        "islower",
        "(self, /)",
        |text| has_case(text, chars::is_lower, chars::is_upper),
        "Return True if the string is a lowercase string, False otherwise."
    ),
    method!(
        "isupper",
        "(self, /)",
        |text| has_case(text, chars::is_upper, chars::is_lower),
        "Return True if the string is an uppercase string, False otherwise."
    ),
    method!("istitle", "(self, /)", is_title, "Return True if the string is a title-cased string, False otherwise."),
];

/// Whether the string is not empty and all its characters have a property, which is `ascii` for these.
#[inline]
fn all(text: &Str, ascii: impl Fn(&u8) -> bool, property: fn(char) -> bool) -> bool {
    let bytes = text.as_str().as_bytes();
    let first = bytes.iter().position(|byte| !ascii(byte));
    match first {
        None => !bytes.is_empty(),
        Some(at) if bytes[at].is_ascii() => false,
        Some(at) => text.as_str()[at..].chars().all(property),
    }
}

fn is_ascii(text: &Str) -> bool {
    text.is_ascii()
}

fn is_printable(text: &Str) -> bool {
    text.as_str().chars().all(chars::is_printable)
}

fn is_identifier(text: &Str) -> bool {
    let mut text = text.as_str().chars();
    let starts = text.next().is_some_and(|c| c == '_' || is_xid_start(c));
    starts && text.all(is_xid_continue)
}

/// Whether there are characters of one case and none of another.
fn has_case(text: &Str, wanted: fn(char) -> bool, other: fn(char) -> bool) -> bool {
    if text.is_ascii() {
        return chars::has_only_case(text.as_str().as_bytes(), wanted('A'));
    }
    let mut found = false;
    for c in text.as_str().chars() {
        if other(c) || chars::is_title(c) {
            return false;
        }
        found |= wanted(c);
    }
    found
}

fn is_title(text: &Str) -> bool {
    let (mut found, mut inside) = (false, false);
    for c in text.as_str().chars() {
        let (begins, goes_on) = (chars::is_upper(c) || chars::is_title(c), chars::is_lower(c));
        if (begins && inside) || (goes_on && !inside) {
            return false;
        }
        inside = begins || goes_on;
        found |= inside;
    }
    found
}
