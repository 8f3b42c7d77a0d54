//! `open`, which is written in the language (`stdlib/_io`): it is loaded when a script first opens something.

use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

pub static ROWS: &[Row] = &[function!(
    "open",
    "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
    open,
    "Opens a file and returns a stream for it."
)];

#[allow(clippy::too_many_arguments, reason = "the parameters are the language's")]
fn open(
    vm: &mut Vm,
    file: &Value,
    mode: &Value,
    buffering: &Value,
    encoding: &Value,
    errors: &Value,
    newline: &Value,
    closefd: &Value,
    opener: &Value,
) -> Result {
    let module = vm.import_module("_io.opening")?;
    let own = vm.get_attr(&module, &vm.intern("open"))?;
    let arguments = [file, mode, buffering, encoding, errors, newline, closefd, opener].map(Value::clone);
    vm.call(&own, &arguments)
}
