//! `SyntaxError`: place and text.

use super::base::{no_keywords, rest};
use super::fields::fields;
use super::{argument, store, stored, stored_text, this};
use crate::object::{Exception, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

static ROWS: &[Row] = &[
    Row::method(
        "__init__",
        "(self, /, *args, **kwargs)",
        init,
        "Takes a message and a tuple of filename, lineno, offset, text and their ends.",
    ),
    Row::method("__str__", "(self, /)", str, "The message with file and line."),
    Row::getset("msg", msg, set_msg, "The message."),
    Row::getset("filename", filename, set_filename, "The file."),
    Row::getset("lineno", lineno, set_lineno, "The line, from 1."),
    Row::getset("offset", offset, set_offset, "The column, from 1."),
    Row::getset("text", text, set_text, "The line's text."),
    Row::getset("end_lineno", end_lineno, set_end_lineno, "The line where it ends."),
    Row::getset("end_offset", end_offset, set_end_offset, "The column where it ends."),
    Row::getset("print_file_and_line", print_file_and_line, set_print_file_and_line, "Not used."),
];

const FIELDS: [&str; 6] = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

pub(super) fn install(vm: &mut Vm) {
    let class = vm.exc.syntax_error.clone();
    vm.add_methods(&class, ROWS);
}

fields! {
    msg set_msg "msg" |exception| argument(exception, 0);
    filename set_filename "filename" |_| None;
    lineno set_lineno "lineno" |_| None;
    offset set_offset "offset" |_| None;
    text set_text "text" |_| None;
    end_lineno set_end_lineno "end_lineno" |_| None;
    end_offset set_end_offset "end_offset" |_| None;
    print_file_and_line set_print_file_and_line "print_file_and_line" |_| None;
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    no_keywords(vm, &this.class(), &args[2])?;
    let given = rest(vm, &args[1]);
    let old = this.args.replace(given.clone());
    drop(old);
    if let Some(message) = given.items().first() {
        store(vm, &this, "msg", message.clone());
    }
    if let [_, place] = given.items() {
        let place = vm.collect(place)?;
        match place.len() {
            0..=3 => return Err(vm.type_error(format!("function takes at least 4 arguments ({} given)", place.len()))),
            5 => return Err(vm.type_error("end_offset must be provided when end_lineno is provided")),
            8.. => return Err(vm.type_error(format!("function takes at most 7 arguments ({} given)", place.len()))),
            _ => {}
        }
        for (name, value) in FIELDS.iter().zip(place) {
            store(vm, &this, name, value);
        }
    }
    Ok(Value::None)
}

fn str(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let message = stored(vm, &this, "msg").or_else(|| argument(&this, 0)).unwrap_or(Value::None);
    let message = vm.str(&message)?;
    let file = stored_text(vm, &this, "filename");
    let file = file.as_ref().map(|file| file.as_str().rsplit('/').next().unwrap_or(""));
    let line = match stored(vm, &this, "lineno") {
        Some(Value::Int(line)) => Some(line),
        _ => None,
    };
    Ok(match (file, line) {
        (Some(file), Some(line)) => Str::value(format!("{message} ({file}, line {line})")),
        (Some(file), None) => Str::value(format!("{message} ({file})")),
        (None, Some(line)) => Str::value(format!("{message} (line {line})")),
        (None, None) => message.into(),
    })
}

/// A new SyntaxError (or a subclass) with its place: `place` holds filename, lineno, offset, text, end_lineno and end_offset.
#[cold]
pub fn syntax_fields(vm: &Vm, class: &crate::heap::Gc<crate::object::Class>, message: &str, place: [Value; 6]) -> Raised {
    let raised = vm.raise_with(class, vec![Str::value(message), crate::object::Tuple::value(place.to_vec())]);
    let exception: &Exception = &raised.0;
    store(vm, exception, "msg", Str::value(message));
    for (name, value) in FIELDS.iter().zip(place) {
        store(vm, exception, name, value);
    }
    raised
}
