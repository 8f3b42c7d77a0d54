//! Changing case.

use crate::builtins::receiver::receiver;
use crate::builtins::text::chars::{is_cased, is_lower, is_upper, push_folded, push_title};
use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

pub(super) static ROWS: &[Row] = &[
    Row::method("lower", "(self, /)", lower, "Return a copy of the string converted to lowercase."),
    Row::method("upper", "(self, /)", upper, "Return a copy of the string converted to uppercase."),
    Row::method("casefold", "(self, /)", casefold, "Return a version of the string suitable for caseless comparisons."),
    Row::method("capitalize", "(self, /)", capitalize, "Return a capitalized version of the string."),
    Row::method(
        "swapcase",
        "(self, /)",
        swapcase,
        "Convert uppercase characters to lowercase and lowercase characters to uppercase.",
    ),
    Row::method("title", "(self, /)", title, "Return a version of the string where each word is titlecased."),
];

fn lower(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "lower")?;
    if !text.is_ascii() {
        return Ok(Str::value(text.as_str().to_lowercase()));
    }
    Ok(Str::of_ascii(text.as_str(), |byte| byte.to_ascii_lowercase()))
}

fn upper(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "upper")?;
    if !text.is_ascii() {
        return Ok(Str::value(text.as_str().to_uppercase()));
    }
    Ok(Str::of_ascii(text.as_str(), |byte| byte.to_ascii_uppercase()))
}

fn casefold(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "casefold")?;
    if text.is_ascii() {
        return Ok(Str::value(text.as_str().to_ascii_lowercase()));
    }
    let mut out = String::with_capacity(text.as_str().len());
    text.as_str().chars().for_each(|c| push_folded(c, &mut out));
    Ok(Str::value(out))
}

/// Lower case of characters of one text: a capital sigma depends on where it stands.
struct Lowering<'a> {
    text: &'a str,
    /// The sigmas of the whole text in lower case, computed when the first capital one is met.
    sigmas: Option<Vec<char>>,
}

impl<'a> Lowering<'a> {
    fn new(text: &'a str) -> Lowering<'a> {
        Lowering { text, sigmas: None }
    }

    fn push(&mut self, at: usize, c: char, out: &mut String) {
        if c != 'Σ' {
            return out.extend(c.to_lowercase());
        }
        let sigmas =
            self.sigmas.get_or_insert_with(|| self.text.to_lowercase().chars().filter(|c| matches!(c, 'σ' | 'ς')).collect());
        let before = self.text[..at].chars().filter(|c| matches!(c, 'Σ' | 'σ' | 'ς')).count();
        out.push(sigmas.get(before).copied().unwrap_or('σ'));
    }
}

fn capitalize(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "capitalize")?.as_str();
    let mut out = String::with_capacity(text.len());
    let mut lowering = Lowering::new(text);
    for (at, c) in text.char_indices() {
        if at == 0 { push_title(c, &mut out) } else { lowering.push(at, c, &mut out) }
    }
    Ok(Str::value(out))
}

fn swapcase(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "swapcase")?.as_str();
    let mut out = String::with_capacity(text.len());
    let mut lowering = Lowering::new(text);
    for (at, c) in text.char_indices() {
        if is_upper(c) {
            lowering.push(at, c, &mut out);
        } else if is_lower(c) {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
    Ok(Str::value(out))
}

fn title(vm: &mut Vm, args: &[Value]) -> Result {
    let text = receiver::<Str>(vm, args, "title")?.as_str();
    let mut out = String::with_capacity(text.len());
    let mut lowering = Lowering::new(text);
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if inside {
            lowering.push(at, c, &mut out)
        } else {
            push_title(c, &mut out)
        }
        inside = is_cased(c);
    }
    Ok(Str::value(out))
}
