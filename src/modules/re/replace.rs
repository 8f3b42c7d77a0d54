//! Replacing what was matched: templates, and functions that are asked for each match.

use super::matched::{MatchData, NOWHERE};
use super::pattern::{PatternData, matched, next};
use super::subject::Text;
use super::wrong_pattern;
use crate::builtins::bytes::buffer;
use crate::builtins::functions::is_callable;
use crate::object::{Bytes, Str};
use crate::regex::{Kind, Mode, Part, Template, Walk};
use crate::value::Value;
use crate::vm::{Own, Result, Vm, storage};

/// The template that a value is for a pattern.
pub(super) fn template(vm: &mut Vm, pattern: &PatternData, value: &Value) -> Result<Template> {
    let raw = match (storage::<Str>(value), buffer(value)) {
        (Some(text), _) => text.as_str().as_bytes().to_vec(),
        (None, Some(data)) => data.to_vec(),
        (None, None) => {
            let given = vm.type_name(value);
            return Err(vm.type_error(format!("decoding to str: need a bytes-like object, {given} found")));
        }
    };
    Template::parse(&raw, &pattern.regex).map_err(|error| wrong_pattern(vm, error, value))
}

/// Bytes or text of a pattern's kind.
fn value_of(kind: Kind, data: Vec<u8>) -> Value {
    match kind {
        Kind::Bytes => Bytes::value(data),
        Kind::Text => Str::value(String::from_utf8(data).unwrap_or_default()),
    }
}

/// Appends a template with the groups of a match.
fn expand(template: &Template, text: &[u8], spans: &[(usize, usize)], out: &mut Vec<u8>) {
    for part in &template.parts {
        match part {
            Part::Literal(literal) => out.extend_from_slice(literal),
            Part::Group(group) => {
                let (from, to) = spans.get(*group as usize).copied().unwrap_or(NOWHERE);
                out.extend_from_slice(text.get(from..to).unwrap_or_default());
            }
        }
    }
}

/// A template with the groups of a match object.
pub(super) fn expanded(template: &Template, this: &MatchData) -> Value {
    let kind = if storage::<Str>(&this.text).is_some() { Kind::Text } else { Kind::Bytes };
    let mut out = Vec::new();
    match (storage::<Str>(&this.text), buffer(&this.text)) {
        (Some(text), _) => expand(template, text.as_str().as_bytes(), &this.spans, &mut out),
        (None, Some(data)) => expand(template, &data, &this.spans, &mut out),
        (None, None) => {}
    }
    value_of(kind, out)
}

/// What replaces a match.
enum Replacement<'a> {
    Template(Template),
    Function(&'a Value),
}

/// The text with replacements for up to `count` matches (0: all), and how many there were.
pub(super) fn sub(vm: &mut Vm, this: Own<'_, PatternData>, repl: &Value, string: &Value, count: i64) -> Result<(Value, i64)> {
    let replacement = if storage::<Str>(repl).is_none() && buffer(repl).is_none() && is_callable(vm, repl) {
        Replacement::Function(repl)
    } else {
        Replacement::Template(template(vm, this.data, repl)?)
    };
    let text = Text::of(vm, string, this.regex.kind)?;
    let end = text.bytes().len();
    let (mut out, mut walk, mut last, mut made) = (Vec::new(), Walk::new(0, Mode::Search), 0, 0);
    while count >= 0
        && (count == 0 || made < count)
        && let Some(found) = next(vm, &this.regex, &mut walk, text.until(end))?
    {
        let (from, to) = found.0[0];
        vm.check_memory()?;
        out.extend_from_slice(&text.bytes()[last..from]);
        match &replacement {
            Replacement::Template(template) => expand(template, text.bytes(), &found.0, &mut out),
            Replacement::Function(function) => {
                let whole = (0, text.length());
                let found = matched(vm, this.object, string, whole, found);
                let made = vm.call(function, &[found])?;
                append(vm, &made, this.regex.kind, &mut out)?;
            }
        }
        (last, made) = (to, made + 1);
    }
    if made == 0 {
        return Ok((text.part(0, end), 0));
    }
    out.extend_from_slice(&text.bytes()[last..]);
    Ok((value_of(this.regex.kind, out), made))
}

/// Appends what a function gave for a match; None stands for nothing.
fn append(vm: &mut Vm, made: &Value, kind: Kind, out: &mut Vec<u8>) -> Result<()> {
    match (storage::<Str>(made), buffer(made), kind) {
        (Some(text), _, Kind::Text) => out.extend_from_slice(text.as_str().as_bytes()),
        (None, Some(data), Kind::Bytes) => out.extend_from_slice(&data),
        _ if made.is_none() => {}
        (text, ..) => {
            let (given, own) = (vm.type_name(made), if kind == Kind::Text { "str" } else { "bytes-like" });
            let at = if text.is_some() || kind == Kind::Text { 0 } else { 1 };
            let wanted =
                if kind == Kind::Text { format!("expected {own} instance") } else { format!("expected a {own} object") };
            return Err(vm.type_error(format!("sequence item {at}: {wanted}, {given} found")));
        }
    }
    Ok(())
}
