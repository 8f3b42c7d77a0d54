//! `SyntaxError`: place and text.

use super::base::no_keywords;
use super::fields::field;
use super::{argument, store, stored, stored_text};
use crate::heap::Gc;
use crate::object::{Dict, Exception, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, method};

static ROWS: &[Row] = &[
    method!(
        "__init__",
        "(self, /, *args, **kwargs)",
        init,
        "Takes a message and a tuple of filename, lineno, offset, text and their ends."
    ),
    method!("__str__", "(self, /)", str, "The message with file and line."),
    field!("msg", |exception| argument(exception, 0), "The message."),
    field!("filename", |_| None, "The file."),
    field!("lineno", |_| None, "The line, from 1."),
    field!("offset", |_| None, "The column, from 1."),
    field!("text", |_| None, "The line's text."),
    field!("end_lineno", |_| None, "The line where it ends."),
    field!("end_offset", |_| None, "The column where it ends."),
    field!("print_file_and_line", |_| None, "Not used."),
];

const FIELDS: [&str; 6] = ["filename", "lineno", "offset", "text", "end_lineno", "end_offset"];

pub(super) fn install(vm: &mut Vm) {
    let class = vm.exc.syntax_error.clone();
    vm.add_methods(&class, ROWS);
}

fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    no_keywords(vm, &this.class(), kwargs)?;
    drop(this.args.replace(args.clone()));
    if let Some(message) = args.items().first() {
        store(vm, this, "msg", message.clone());
    }
    if let [_, place] = args.items() {
        let place = vm.collect(place)?;
        match place.len() {
            0..=3 => return Err(vm.type_error(format!("function takes at least 4 arguments ({} given)", place.len()))),
            5 => return Err(vm.type_error("end_offset must be provided when end_lineno is provided")),
            8.. => return Err(vm.type_error(format!("function takes at most 7 arguments ({} given)", place.len()))),
            _ => {}
        }
        for (name, value) in FIELDS.iter().zip(place) {
            store(vm, this, name, value);
        }
    }
    Ok(())
}

fn str(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let message = stored(vm, this, "msg").or_else(|| argument(this, 0)).unwrap_or(Value::None);
    let message = vm.str(&message)?;
    let file = stored_text(vm, this, "filename");
    let file = file.as_ref().map(|file| file.as_str().rsplit('/').next().unwrap_or(""));
    let line = match stored(vm, this, "lineno") {
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

/// Where an error says what was probably meant: the line, its text, the columns of the word, the message. Told when the error is shown.
const TYPO: &str = "_typo";

/// Stores what was probably meant.
pub fn syntax_typo(vm: &Vm, exception: &Exception, fields: [Value; 5]) {
    store(vm, exception, TYPO, crate::object::Tuple::value(fields.to_vec()));
}

/// What was probably meant: line, text, columns, message; none where the script has given the error another message.
pub fn typo(vm: &Vm, exception: &Exception) -> Option<[Value; 5]> {
    let fields = stored(vm, exception, TYPO)?.gc::<crate::object::Tuple>()?.items().to_vec();
    let message = stored(vm, exception, "msg")?;
    let message = message.get::<Str>()?.as_str();
    let own = message == "invalid syntax" || message.contains("Perhaps you forgot a comma");
    if own { fields.try_into().ok() } else { None }
}
