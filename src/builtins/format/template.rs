//! `str.format` and `str.format_map`: templates with replacement fields.
//!
//! A template is read once, from left to right, and its fields are looked up as they come, so what scripts see of the order of
//! lookups and errors is CPython's.

use super::plain;
use crate::builtins::text::chars;
use crate::heap::Gc;
use crate::object::{Dict, Str};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

/// Fields may stand in specifications of fields, but no deeper.
const DEPTH: u32 = 2;

/// How fields without a name are numbered so far.
#[derive(Clone, Copy)]
enum Numbering {
    Open,
    Automatic(usize),
    Manual,
}

struct Arguments<'a> {
    positional: &'a [Value],
    named: &'a Value,
    /// `format_map`: there are no positional arguments at all.
    mapping: bool,
    numbering: Numbering,
}

/// A replacement field as it is written.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

/// Formats a template with positional and named arguments.
pub fn format(vm: &mut Vm, template: &Gc<Str>, positional: &[Value], named: &Value, mapping: bool) -> Result {
    let mut arguments = Arguments { positional, named, mapping, numbering: Numbering::Open };
    vm.compose(template.as_str().len() + 16, |vm, out| expand(vm, template.as_str(), &mut arguments, DEPTH, out))
}

fn expand(vm: &mut Vm, template: &str, arguments: &mut Arguments<'_>, depth: u32, out: &mut String) -> Result<()> {
    if depth == 0 {
        return Err(vm.value_error("Max string recursion exceeded"));
    }
    let mut rest = template;
    while let Some(at) = first_brace(rest.as_bytes()) {
        let brace = rest.as_bytes()[at];
        let doubled = rest.as_bytes().get(at + 1) == Some(&brace);
        out.push_str(&rest[..at + usize::from(doubled)]);
        if doubled {
            rest = &rest[at + 2..];
            continue;
        }
        if brace == b'}' {
            return Err(vm.value_error("Single '}' encountered in format string"));
        }
        rest = &rest[at + 1..];
        if rest.is_empty() {
            return Err(vm.value_error("Single '{' encountered in format string"));
        }
        let (field, after) = field(vm, rest)?;
        rest = after;
        replace(vm, &field, arguments, depth, out)?;
    }
    out.push_str(rest);
    Ok(())
}

/// The first brace of either kind.
#[inline]
fn first_brace(text: &[u8]) -> Option<usize> {
    const NEAR: usize = 32;
    if text.len() > NEAR {
        return memchr::memchr2(b'{', b'}', text);
    }
    text.iter().position(|byte| matches!(byte, b'{' | b'}'))
}

/// Reads a field up to its closing brace; what comes after it too.
fn field<'a>(vm: &Vm, text: &'a str) -> Result<(Field<'a>, &'a str)> {
    if let Some(rest) = text.strip_prefix('}') {
        return Ok((Field { name: "", conversion: None, spec: "" }, rest));
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    let end = loop {
        match bytes.get(at) {
            None => return Err(vm.value_error("expected '}' before end of string")),
            Some(b'{') => return Err(vm.value_error("unexpected '{' in field name")),
            Some(b'[') => at += memchr::memchr(b']', &bytes[at..]).unwrap_or(bytes.len() - at),
            Some(end @ (b'}' | b':' | b'!')) => break *end,
            Some(_) => at += 1,
        }
    };
    let name = &text[..at];
    let mut rest = &text[at + 1..];
    let mut conversion = None;
    if end == b'}' {
        return Ok((Field { name, conversion, spec: "" }, rest));
    }
    if end == b'!' {
        let mut chars = rest.chars();
        conversion = chars.next();
        if conversion.is_none() {
            return Err(vm.value_error("end of string while looking for conversion specifier"));
        }
        let next = chars.next();
        rest = chars.as_str();
        match next {
            Some('}') => return Ok((Field { name, conversion, spec: "" }, rest)),
            Some(':') | None => {}
            Some(_) => return Err(vm.value_error("expected ':' after conversion specifier")),
        }
    }
    let mut open = 1;
    for at in memchr::memchr2_iter(b'{', b'}', rest.as_bytes()) {
        open = if rest.as_bytes()[at] == b'{' { open + 1 } else { open - 1 };
        if open == 0 {
            return Ok((Field { name, conversion, spec: &rest[..at] }, &rest[at + 1..]));
        }
    }
    Err(vm.value_error("unmatched '{' in format spec"))
}

fn replace(vm: &mut Vm, field: &Field<'_>, arguments: &mut Arguments<'_>, depth: u32, out: &mut String) -> Result<()> {
    let mut value = lookup(vm, field.name, arguments)?;
    match field.conversion {
        None => {}
        Some('r') => value = vm.repr(&value)?.into(),
        Some('s') => value = vm.str(&value)?.into(),
        Some('a') => value = vm.ascii(&value)?.into(),
        Some(other @ '!'..='~') => return Err(vm.value_error(format!("Unknown conversion specifier {other}"))),
        Some(other) => return Err(vm.value_error(format!("Unknown conversion specifier \\x{:x}", other as u32))),
    }
    if field.spec.bytes().any(|byte| byte == b'{') {
        let mut spec = String::new();
        expand(vm, field.spec, arguments, depth - 1, &mut spec)?;
        return push(vm, &value, &spec, out);
    }
    push(vm, &value, field.spec, out)
}

/// Appends a text where there is memory for it.
fn append(vm: &Vm, text: &str, out: &mut String) -> Result<()> {
    vm.grow_text(out, text.len())?;
    out.push_str(text);
    Ok(())
}

/// Appends a value as a specifier says.
fn push(vm: &mut Vm, value: &Value, spec: &str, out: &mut String) -> Result<()> {
    match (value, spec) {
        (Value::Int(int), "") => out.push_str(itoa::Buffer::new().format(*int)),
        (Value::Object(Kind::Str, _), "") => append(vm, value.get::<Str>().map_or("", |text| text.as_str()), out)?,
        (_, "") => {
            let shown = vm.format(value, "")?;
            append(vm, shown.as_str(), out)?;
        }
        _ => match plain::format(value, spec) {
            Some(text) => append(vm, &text, out)?,
            None => {
                let shown = vm.format(value, spec)?;
                append(vm, shown.as_str(), out)?;
            }
        },
    }
    Ok(())
}

/// The number that a text of decimal digits means; none where it is something else.
fn integer(vm: &Vm, text: &str) -> Result<Option<usize>> {
    let mut number: usize = 0;
    for c in text.chars() {
        let Some(digit) = chars::decimal_value(c) else { return Ok(None) };
        let next = number.checked_mul(10).and_then(|number| number.checked_add(digit as usize));
        number = match next.filter(|next| *next <= isize::MAX as usize) {
            Some(next) => next,
            None => return Err(vm.value_error("Too many decimal digits in format string")),
        };
    }
    Ok((!text.is_empty()).then_some(number))
}

/// The value that a field's name stands for.
fn lookup(vm: &mut Vm, name: &str, arguments: &mut Arguments<'_>) -> Result {
    if name.is_empty() {
        return positional(vm, None, arguments);
    }
    let end = name.bytes().position(|byte| matches!(byte, b'.' | b'[')).unwrap_or(name.len());
    let (first, mut rest) = name.split_at(end);
    let number = integer(vm, first)?;
    let mut value =
        if first.is_empty() || number.is_some() { positional(vm, number, arguments)? } else { named(vm, first, arguments)? };
    while let Some(step) = rest.chars().next() {
        let (part, after) = match step {
            '.' => {
                let end = memchr::memchr2(b'.', b'[', &rest.as_bytes()[1..]).map_or(rest.len(), |end| end + 1);
                (&rest[1..end], &rest[end..])
            }
            '[' => match memchr::memchr(b']', rest.as_bytes()) {
                Some(end) => (&rest[1..end], &rest[end + 1..]),
                None => return Err(vm.value_error("Missing ']' in format string")),
            },
            _ => return Err(vm.value_error("Only '.' or '[' may follow ']' in format field specifier")),
        };
        let key = if step == '[' { integer(vm, part)? } else { None };
        if part.is_empty() {
            return Err(vm.value_error("Empty attribute in format string"));
        }
        value = match (step, key) {
            ('.', _) => vm.get_attr(&value, &vm.intern(part))?,
            (_, Some(index)) => vm.get_item(&value, &index.into())?,
            (_, None) => vm.get_item(&value, &Str::value(part))?,
        };
        rest = after;
    }
    Ok(value)
}

fn positional(vm: &Vm, number: Option<usize>, arguments: &mut Arguments<'_>) -> Result {
    let index = match (number, arguments.numbering) {
        (None, Numbering::Open) => 0,
        (None, Numbering::Automatic(next)) => next,
        (None, Numbering::Manual) => {
            return Err(vm.value_error("cannot switch from manual field specification to automatic field numbering"));
        }
        (Some(_), Numbering::Automatic(_)) => {
            return Err(vm.value_error("cannot switch from automatic field numbering to manual field specification"));
        }
        (Some(number), _) => number,
    };
    arguments.numbering = if number.is_none() { Numbering::Automatic(index + 1) } else { Numbering::Manual };
    if arguments.mapping {
        return Err(vm.value_error("Format string contains positional fields"));
    }
    match arguments.positional.get(index) {
        Some(value) => Ok(value.clone()),
        None => Err(vm.index_error(format!("Replacement index {index} out of range for positional args tuple"))),
    }
}

fn named(vm: &mut Vm, name: &str, arguments: &Arguments<'_>) -> Result {
    if !arguments.mapping
        && let Some(named) = arguments.named.get::<Dict>()
    {
        return match named.get_text(name) {
            Some(value) => Ok(value),
            None => Err(vm.key_error(&Str::value(name))),
        };
    }
    vm.get_item(arguments.named, &Str::value(name))
}
