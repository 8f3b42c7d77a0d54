//! The conversions of `%` formatting.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::builtins::bytes::buffer;
use crate::builtins::number::format::{FormatSpec, format_float, percent_int};
use crate::builtins::slice::has_index;
use crate::object::{Str, int_value};
use crate::value::Value;
use crate::vm::{Number, Result, Vm, storage};

use super::percent::{Directive, Sink, Target};

/// Renders an argument; false where there is no such conversion.
pub(super) fn convert<S: Sink>(vm: &mut Vm, directive: Directive, conversion: u8, value: &Value, out: &mut S) -> Result<bool> {
    let text = S::TARGET == Target::Text;
    match (conversion, value) {
        (b'd' | b'i' | b'r', Value::Int(int)) if directive == Directive::default() => {
            out.push(itoa::Buffer::new().format(*int));
        }
        (b's', Value::Int(int)) if text && directive == Directive::default() => {
            out.push(itoa::Buffer::new().format(*int));
        }
        (b's', _) if text => match value.get::<Str>() {
            Some(own) => push_text(vm, directive, own.as_str(), out)?,
            None => {
                let shown = vm.str(value)?;
                push_text(vm, directive, shown.as_str(), out)?;
            }
        },
        (b'a' | b'r', _) => {
            let shown = if conversion == b'r' && text { vm.repr(value)? } else { vm.ascii(value)? };
            push_text(vm, directive, shown.as_str(), out)?;
        }
        (b's' | b'b', _) if !text => push_bytes(vm, directive, value, out)?,
        (b'd' | b'i' | b'u' | b'o' | b'x' | b'X', _) => push_integer(vm, directive, conversion, value, out)?,
        (b'e' | b'E' | b'f' | b'F' | b'g' | b'G', _) => {
            let number = real(vm, value)?;
            let text = format_float(number, &directive.spec(conversion), "float").map_err(|error| error.raise(vm))?;
            out.push(&text);
        }
        (b'c', _) if text => {
            let c = character(vm, value)?;
            let directive = Directive { precision: None, ..directive };
            push_padded(directive, 1, out, |out| out.push(c.encode_utf8(&mut [0; 4])));
        }
        (b'c', _) => {
            let byte = single_byte(vm, value)?;
            push_padded(Directive { precision: None, ..directive }, 1, out, |out| out.push_bytes(&[byte]));
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn push_text(vm: &Vm, directive: Directive, text: &str, out: &mut impl Sink) -> Result<()> {
    if directive.precision.is_none() {
        out.make_room(text.len()).map_err(|_| vm.memory_error())?;
    }
    if directive.width == 0 && directive.precision.is_none() {
        out.push(text);
        return Ok(());
    }
    let cut = match directive.precision {
        Some(most) if most < text.len() => text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end]),
        _ => text,
    };
    let length = if directive.width == 0 { 0 } else { cut.chars().count() };
    push_padded(directive, length, out, |out| out.push(cut));
    Ok(())
}

/// Pads what is pushed, of so many characters, with blanks to the width.
fn push_padded<S: Sink>(directive: Directive, length: usize, out: &mut S, push: impl FnOnce(&mut S)) {
    let missing = directive.width.saturating_sub(length);
    if !directive.left {
        push_blanks(missing, out);
    }
    push(out);
    if directive.left {
        push_blanks(missing, out);
    }
}

fn push_blanks(count: usize, out: &mut impl Sink) {
    const RUN: &str = "                                                                ";
    let mut left = count;
    while left > RUN.len() {
        out.push(RUN);
        left -= RUN.len();
    }
    out.push(&RUN[..left]);
}

fn push_bytes(vm: &mut Vm, directive: Directive, value: &Value, out: &mut impl Sink) -> Result<()> {
    let mut data = buffer(value).map(|data| data.to_vec());
    if data.is_none()
        && let Some(made) = vm.call_special(value, &vm.names.bytes.clone(), &[])?
    {
        data = buffer(&made).map(|data| data.to_vec());
    }
    let Some(mut data) = data else {
        let given = vm.type_name(value);
        let text = format!("%b requires a bytes-like object, or an object that implements __bytes__, not '{given}'");
        return Err(vm.type_error(text));
    };
    data.truncate(directive.precision.unwrap_or(usize::MAX));
    push_padded(directive, data.len(), out, |out| out.push_bytes(&data));
    Ok(())
}

impl Directive {
    /// The same as a specification of numbers.
    fn spec(self, conversion: u8) -> FormatSpec {
        let zero = self.zero && !self.left;
        let sign = match self {
            Directive { plus: true, .. } => Some('+'),
            Directive { blank: true, .. } => Some(' '),
            _ => None,
        };
        FormatSpec {
            fill: if zero { '0' } else { ' ' },
            align: Some(if self.left {
                '<'
            } else if zero {
                '='
            } else {
                '>'
            }),
            sign,
            alternate: self.alternate,
            width: self.width,
            precision: self.precision,
            ty: Some(conversion as char),
            ..FormatSpec::default()
        }
    }
}

fn push_integer(vm: &mut Vm, directive: Directive, conversion: u8, value: &Value, out: &mut impl Sink) -> Result<()> {
    let decimal = matches!(conversion, b'd' | b'i' | b'u');
    let number = match value {
        Value::Int(_) => value.clone(),
        _ => int_value(whole(vm, conversion, decimal, value)?),
    };
    if decimal && directive == Directive::default() {
        out.push(vm.str(&number)?.as_str());
        return Ok(());
    }
    let spec = directive.spec(if decimal { b'd' } else { conversion });
    let limit = vm.int_max_str_digits;
    let number = Number::of(&number).unwrap_or(Number::Int(0));
    let text = percent_int(number, &spec, limit).map_err(|error| error.raise(vm))?;
    out.push(&text);
    Ok(())
}

/// The int that a value stands for: of a real number for `%d`, of an integer for `%x` and `%o`.
fn whole(vm: &mut Vm, conversion: u8, decimal: bool, value: &Value) -> Result<BigInt> {
    if has_index(vm, value) {
        return vm.index_big(value);
    }
    if decimal
        && storage::<Str>(value).is_none()
        && let Some(converted) = vm.call_special(value, &vm.names.int.clone(), &[])?
    {
        return vm.index_big(&converted);
    }
    let wanted = if decimal { "a real number" } else { "an integer" };
    let given = vm.type_name(value);
    Err(vm.type_error(format!("%{} format: {wanted} is required, not {given}", conversion as char)))
}

/// The float that a value stands for.
fn real(vm: &mut Vm, value: &Value) -> Result<f64> {
    if let Some(number) = Number::of(&vm.payload(value)) {
        return number.to_float().map_err(|_| vm.overflow_error("int too large to convert to float"));
    }
    match vm.call_special(value, &vm.names.float.clone(), &[])? {
        Some(Value::Float(number)) => Ok(number),
        Some(other) => {
            let (class, given) = (vm.type_name(value), vm.type_name(&other));
            Err(vm.type_error(format!("{class}.__float__ returned non-float (type {given})")))
        }
        None if has_index(vm, value) => {
            let number = vm.index_big(value)?;
            Ok(number.to_f64().unwrap_or(f64::INFINITY))
        }
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("must be real number, not {given}")))
        }
    }
}

fn character(vm: &mut Vm, value: &Value) -> Result<char> {
    if let Some(text) = storage::<Str>(value) {
        return match (text.char_len(), text.char_at(0)) {
            (1, Some(c)) => Ok(c),
            (length, _) => {
                Err(vm.type_error(format!("%c requires an int or a unicode character, not a string of length {length}")))
            }
        };
    }
    if !has_index(vm, value) {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("%c requires an int or a unicode character, not {given}")));
    }
    let code = vm.index_big(value)?.to_u32();
    code.and_then(char::from_u32).ok_or_else(|| vm.overflow_error("%c arg not in range(0x110000)"))
}

fn single_byte(vm: &mut Vm, value: &Value) -> Result<u8> {
    let given = vm.type_name(value);
    let wanted = "%c requires an integer in range(256) or a single byte, not";
    if let Some(data) = buffer(value) {
        return match &*data {
            [byte] => Ok(*byte),
            data => Err(vm.type_error(format!("{wanted} a {given} object of length {}", data.len()))),
        };
    }
    if !has_index(vm, value) {
        return Err(vm.type_error(format!("{wanted} {given}")));
    }
    let code = vm.index_big(value)?.to_u8();
    code.ok_or_else(|| vm.overflow_error("%c arg not in range(256)"))
}
