//! print and input.

use crate::object::{Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function, storage};

use super::super::stream::{self, Stream};

pub static ROWS: &[Row] = &[
    function!(
        "print",
        "(*args, sep=None, end=None, file=None, flush=False)",
        print,
        "Prints the values to a stream, or to sys.stdout by default."
    ),
    function!("input", "(prompt='', /)", input, "Read a string from standard input; the trailing newline is stripped."),
];

/// A separator or ending: a string, or None for the usual one.
fn text_or<'a>(vm: &Vm, value: &'a Value, usual: &'a str, name: &str) -> Result<&'a str> {
    if value.is_none() {
        return Ok(usual);
    }
    match storage::<Str>(value) {
        Some(text) => Ok(text.as_str()),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("{name} must be None or a string, not {given}")))
        }
    }
}

fn print(vm: &mut Vm, values: &Value, sep: &Value, end: &Value, file: &Value, flush: &Value) -> Result<()> {
    let file = if file.is_none() { stream::current(vm, "stdout")? } else { file.clone() };
    if file.is_none() {
        return Ok(());
    }
    let sep = text_or(vm, sep, " ", "sep")?;
    let end = text_or(vm, end, "\n", "end")?;
    let values = values.get::<Tuple>().map_or(&[][..], Tuple::items);
    match file.get::<Opaque>().and_then(|file| file.data::<Stream>()) {
        Some(stream) => {
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    stream.push(vm, sep)?;
                }
                match value.get::<Str>() {
                    Some(text) => stream.push(vm, text.as_str())?,
                    None => {
                        let text = vm.str(value)?;
                        stream.push(vm, text.as_str())?;
                    }
                }
            }
            stream.push(vm, end)?;
            stream.settle(vm)?;
        }
        None => {
            let write = vm.intern("write");
            for (place, value) in values.iter().enumerate() {
                if place > 0 {
                    vm.call_method(&file, &write, &[Str::value(sep)])?;
                }
                let text = vm.str(value)?;
                vm.call_method(&file, &write, &[text.into()])?;
            }
            vm.call_method(&file, &write, &[Str::value(end)])?;
        }
    }
    if vm.truth(flush)? {
        let flush = vm.intern("flush");
        vm.call_method(&file, &flush, &[])?;
    }
    Ok(())
}

fn input(vm: &mut Vm, prompt: &Value) -> Result {
    let (stdin, stdout) = (stream::current(vm, "stdin")?, stream::current(vm, "stdout")?);
    let prompt = vm.str(prompt)?;
    if !prompt.as_str().is_empty() {
        let write = vm.intern("write");
        vm.call_method(&stdout, &write, &[prompt.into()])?;
    }
    let flush = vm.intern("flush");
    vm.call_method(&stdout, &flush, &[])?;
    let readline = vm.intern("readline");
    let line = vm.call_method(&stdin, &readline, &[])?;
    match storage::<Str>(&line) {
        Some(line) if line.as_str().is_empty() => Err(vm.eof_error("EOF when reading a line")),
        Some(line) => Ok(Str::value(line.as_str().strip_suffix('\n').unwrap_or(line.as_str()))),
        None => Err(vm.type_error("object.readline() returned non-string")),
    }
}
