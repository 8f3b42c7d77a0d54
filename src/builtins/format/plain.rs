//! Texts of values that are exactly of a built-in type, without looking any method up. What these functions have no answer to, errors
//! among it, takes the general way through `__repr__` and `__format__`, which must say the same.

use compact_str::CompactString;

use super::text::render;
use crate::builtins::number::format::{FormatSpec, format_float, format_int};
use crate::builtins::number::repr::float_repr;
use crate::builtins::text::quote;
use crate::object::Str;
use crate::value::Value;
use crate::vm::Number;

/// `repr` of a float or string.
pub fn repr(value: &Value) -> Option<CompactString> {
    match value {
        Value::Float(float) => Some(float_repr(*float)),
        _ => value.get::<Str>().map(|text| quote::repr(text.as_str())),
    }
}

/// `format` of a small int, float or string with a specifier that is not empty.
pub fn format(value: &Value, spec: &str) -> Option<CompactString> {
    match value {
        // The limit on decimal digits is always beyond those of a small int.
        Value::Int(int) => format_int(Number::Int(*int), &FormatSpec::parse(spec, "int", Some('d')).ok()?, "int", 0).ok(),
        Value::Float(float) => format_float(*float, &FormatSpec::parse(spec, "float", None).ok()?, "float").ok(),
        _ => render(value.get::<Str>()?.as_str(), spec).ok(),
    }
}
