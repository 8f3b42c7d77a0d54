//! Changing case.

use crate::builtins::text::chars::{is_cased, is_lower, is_upper, push_folded, push_lower, push_title, push_upper};
use crate::object::Str;
use crate::vm::{Result, Row, Vm, method};

pub(super) static ROWS: &[Row] = &[
    method!("lower", "(self, /)", lower, "Return a copy of the string converted to lowercase."),
    method!("upper", "(self, /)", upper, "Return a copy of the string converted to uppercase."),
    method!("casefold", "(self, /)", casefold, "Return a version of the string suitable for caseless comparisons."),
    method!("capitalize", "(self, /)", capitalize, "Return a capitalized version of the string."),
    method!(
        "swapcase",
        "(self, /)",
        swapcase,
        "Convert uppercase characters to lowercase and lowercase characters to uppercase."
    ),
    method!("title", "(self, /)", title, "Return a version of the string where each word is titlecased."),
];

fn lower(vm: &mut Vm, text: &Str) -> Result {
    vm.check_bytes(2 * text.as_str().len())?;
    if text.is_ascii() {
        return Ok(text.mapped(u8::to_ascii_lowercase));
    }
    // Which form a capital sigma gets depends on what stands around it.
    if text.as_str().contains('Σ') {
        return Ok(Str::value(text.as_str().to_lowercase()));
    }
    let mut out = String::with_capacity(text.as_str().len());
    text.as_str().chars().for_each(|c| push_lower(c, &mut out));
    Ok(Str::value(out))
}

fn upper(vm: &mut Vm, text: &Str) -> Result {
    vm.check_bytes(2 * text.as_str().len())?;
    if text.is_ascii() {
        return Ok(text.mapped(u8::to_ascii_uppercase));
    }
    let mut out = String::with_capacity(text.as_str().len());
    text.as_str().chars().for_each(|c| push_upper(c, &mut out));
    Ok(Str::value(out))
}

fn casefold(vm: &mut Vm, text: &Str) -> Result {
    vm.check_bytes(2 * text.as_str().len())?;
    if text.is_ascii() {
        return Ok(text.mapped(u8::to_ascii_lowercase));
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
            return push_lower(c, out);
        }
        let sigmas =
            self.sigmas.get_or_insert_with(|| self.text.to_lowercase().chars().filter(|c| matches!(c, 'σ' | 'ς')).collect());
        let before = self.text[..at].chars().filter(|c| matches!(c, 'Σ' | 'σ' | 'ς')).count();
        out.push(sigmas.get(before).copied().unwrap_or('σ'));
    }
}

fn capitalize(vm: &mut Vm, own: &Str) -> Result {
    let text = own.as_str();
    vm.check_bytes(2 * text.len())?;
    if own.is_ascii() {
        let mut map = u8::to_ascii_uppercase as fn(&u8) -> u8;
        let capital = |byte| std::mem::replace(&mut map, u8::to_ascii_lowercase)(byte);
        return Ok(Str::ascii_of(text.len(), text.as_bytes().iter().map(capital)));
    }
    let mut out = String::with_capacity(text.len());
    let mut lowering = Lowering::new(text);
    for (at, c) in text.char_indices() {
        if at == 0 { push_title(c, &mut out) } else { lowering.push(at, c, &mut out) }
    }
    Ok(Str::value(out))
}

fn swapcase(vm: &mut Vm, own: &Str) -> Result {
    let text = own.as_str();
    vm.check_bytes(2 * text.len())?;
    if own.is_ascii() {
        return Ok(own.mapped(|byte| if byte.is_ascii_alphabetic() { byte ^ 0x20 } else { *byte }));
    }
    let mut out = String::with_capacity(text.len());
    let mut lowering = Lowering::new(text);
    for (at, c) in text.char_indices() {
        if is_upper(c) {
            lowering.push(at, c, &mut out);
        } else if is_lower(c) {
            push_upper(c, &mut out);
        } else {
            out.push(c);
        }
    }
    Ok(Str::value(out))
}

fn title(vm: &mut Vm, own: &Str) -> Result {
    let text = own.as_str();
    vm.check_bytes(2 * text.len())?;
    if own.is_ascii() {
        let mut inside = false;
        let title = |byte: &u8| {
            let letter = byte.is_ascii_alphabetic();
            // Upper and lower case differ in one bit.
            let changed = if letter { byte & !0x20 | u8::from(inside) << 5 } else { *byte };
            inside = letter;
            changed
        };
        return Ok(Str::ascii_of(text.len(), text.as_bytes().iter().map(title)));
    }
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
