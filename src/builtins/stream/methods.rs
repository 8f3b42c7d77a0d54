//! Methods of the standard streams and of their `buffer`s.

use crate::heap::Visitor;
use crate::object::{Bytes, List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{FromArg, Own, Place, Raised, Result, Row, Vm, getter, method, storage};

use super::super::bytes::buffer_arg;
use super::{Standard, Stream, input, name_of};

static TEXT: &[Row] = &[
    method!("write", "(self, text, /)", write, "Write string s to stream. Returns the number of characters written."),
    method!("writelines", "(self, lines, /)", writelines, "Write a list of lines to stream."),
    method!("read", "(self, size=-1, /)", read, "Read and return at most size characters."),
    method!("readline", "(self, size=-1, /)", readline, "Read until newline or the end of the input."),
    method!("readlines", "(self, hint=-1, /)", readlines, "Read all lines."),
    method!("__next__", "(self, /)", next, "Implement next(self)."),
    method!(
        "reconfigure",
        "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        reconfigure,
        "Reconfigure the text stream with new parameters.",
    ),
    getter!("encoding", |_: &Value| Str::value("utf-8"), "The name of the encoding."),
    getter!(
        "errors",
        |stream: Own<Stream>| Str::value(if stream.standard == Standard::Err { "backslashreplace" } else { "strict" }),
        "How encoding errors are treated.",
    ),
    getter!("newlines", |_: &Value| (), "Line ends seen so far."),
    getter!(
        "line_buffering",
        |stream: Own<Stream>| stream.by_line.get() || stream.at_once.get(),
        "Whether each line is written at once.",
    ),
    getter!("write_through", |_: &Value| false, "Whether text goes to the bytes at once."),
    getter!("buffer", buffer, "The stream of bytes behind the text."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// What text streams and their buffers share; of a buffer the stream is looked up first.
static COMMON: &[Row] = &[
    method!("flush", "(self, /)", flush, "Write out what waits in the buffers."),
    method!("close", "(self, /)", close, "Flush and close the stream."),
    method!(
        "isatty",
        "(self, /)",
        |stream: &Stream| stream.standard.is_terminal(),
        "Return whether this is an 'interactive' stream.",
    ),
    method!("fileno", "(self, /)", |stream: &Stream| stream.standard.number(), "Return the file descriptor."),
    method!("readable", "(self, /)", |stream: &Stream| stream.standard == Standard::In, "Return whether it can be read."),
    method!("writable", "(self, /)", |stream: &Stream| stream.standard != Standard::In, "Return whether it can be written."),
    method!("seekable", "(self, /)", |_: &Value| false, "Return whether it can seek."),
    method!("__iter__", "(self, /)", |this: &Value| this.clone(), "Implement iter(self)."),
    method!("__enter__", "(self, /)", |this: &Value| this.clone(), "The stream itself."),
    method!("__exit__", "(self, /, *args)", |vm, stream, _: &[Value]| close(vm, stream), "Closes the stream."),
    getter!("closed", |stream: &Stream| stream.closed.get(), "Whether it was closed."),
    getter!("name", |vm: &mut Vm, stream: &Stream| name_of(vm, stream.standard), "Its name."),
    getter!(
        "mode",
        |stream: &Stream| Str::value(if stream.standard == Standard::In { "r" } else { "w" }),
        "How it was opened.",
    ),
];

static BYTES: &[Row] = &[
    method!("write", "(self, data, /)", write_bytes, "Write bytes."),
    method!("read", "(self, size=-1, /)", |vm, this, size| read_bytes(vm, this, size, false), "Read at most size bytes."),
    method!("readline", "(self, size=-1, /)", |vm, this, size| read_bytes(vm, this, size, true), "Read a line."),
    method!("__next__", "(self, /)", next_bytes, "Implement next(self)."),
];

/// The `buffer` of a text stream.
struct ByteStream(Value);

impl NativeData for ByteStream {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (text, bytes) = (vm.types.text_stream.clone(), vm.types.byte_stream.clone());
    vm.add_methods(&text, COMMON);
    vm.add_methods(&text, TEXT);
    vm.add_methods(&bytes, COMMON);
    vm.add_methods(&bytes, BYTES);
    for class in [text, bytes] {
        class.set(&vm.names.module, Str::value("_io"));
    }
}

/// `io.UnsupportedOperation` without the module io: an OSError.
#[cold]
pub fn unsupported(vm: &mut Vm, message: &str) -> Raised {
    vm.os_error(message)
}

/// A text stream, or the one behind a buffer.
impl<'a> FromArg<'a> for &'a Stream {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        let text = Own::<ByteStream>::of(value).map_or(value, |buffer| &buffer.data.0);
        Own::<Stream>::from_arg(vm, text, place).map(|own| own.data)
    }
}

fn write(vm: &mut Vm, stream: Own<Stream>, text: &Str) -> Result<usize> {
    stream.push(vm, text.as_str())?;
    stream.settle(vm)?;
    Ok(text.char_len())
}

fn writelines(vm: &mut Vm, stream: Own<Stream>, lines: &Value) -> Result<()> {
    let iterator = vm.get_iter(lines)?;
    while let Some(line) = vm.iter_next(&iterator)? {
        let Some(text) = storage::<Str>(&line) else {
            return Err(vm.type_error(format!("write() argument must be str, not {}", vm.type_name(&line))));
        };
        write(vm, stream, text)?;
    }
    Ok(())
}

fn flush(vm: &mut Vm, stream: &Stream) -> Result<()> {
    stream.check_open(vm)?;
    stream.flush(vm)
}

fn close(vm: &mut Vm, stream: &Stream) -> Result<()> {
    if stream.closed.get() {
        return Ok(());
    }
    let flushed = stream.flush(vm);
    stream.closed.set(true);
    flushed
}

/// How much a `size` argument allows.
fn most(size: Option<i64>) -> usize {
    size.map_or(usize::MAX, |size| usize::try_from(size).unwrap_or(usize::MAX))
}

fn check_readable(vm: &mut Vm, stream: &Stream) -> Result<()> {
    if stream.standard == Standard::In { Ok(()) } else { Err(unsupported(vm, "not readable")) }
}

fn read(vm: &mut Vm, stream: Own<Stream>, size: Option<i64>) -> Result {
    check_readable(vm, &stream)?;
    let text = stream.read_text(vm, most(size))?;
    Ok(Str::value(text))
}

fn line(vm: &mut Vm, stream: &Stream, most: usize) -> Result<String> {
    check_readable(vm, stream)?;
    let bytes = stream.read_line(vm, most)?;
    input::decode(vm, bytes)
}

fn readline(vm: &mut Vm, stream: Own<Stream>, size: Option<i64>) -> Result {
    Ok(Str::value(line(vm, &stream, most(size))?))
}

fn readlines(vm: &mut Vm, stream: Own<Stream>, _: &Value) -> Result {
    let mut lines = Vec::new();
    loop {
        let text = line(vm, &stream, usize::MAX)?;
        if text.is_empty() {
            return Ok(List::value(lines));
        }
        lines.push(Str::value(text));
    }
}

fn next(vm: &mut Vm, stream: Own<Stream>) -> Result {
    let text = line(vm, &stream, usize::MAX)?;
    if text.is_empty() { Err(vm.stop_iteration(Value::None)) } else { Ok(Str::value(text)) }
}

fn reconfigure(
    vm: &mut Vm,
    stream: Own<Stream>,
    encoding: Option<&str>,
    _: &Value,
    _: &Value,
    line_buffering: Option<bool>,
    write_through: Option<bool>,
) -> Result<()> {
    if let Some(encoding) = encoding {
        let name = encoding.to_ascii_lowercase().replace('_', "-");
        if !["utf-8", "utf8"].contains(&name.as_str()) {
            return Err(vm.value_error(format!("the standard streams are UTF-8; encoding '{encoding}' is not supported")));
        }
    }
    stream.flush(vm)?;
    if let Some(by_line) = line_buffering {
        stream.by_line.set(by_line);
    }
    if let Some(at_once) = write_through {
        stream.at_once.set(at_once);
    }
    Ok(())
}

fn buffer(vm: &mut Vm, this: &Value) -> Value {
    Opaque::new(vm.types.byte_stream.clone(), ByteStream(this.clone())).into()
}

fn repr(stream: Own<Stream>) -> Value {
    let standard = stream.standard;
    let mode = if standard == Standard::In { "r" } else { "w" };
    Str::value(format!("<_io.TextIOWrapper name='{}' mode='{mode}' encoding='utf-8'>", standard.name()))
}

fn write_bytes(vm: &mut Vm, stream: &Stream, data: &Value) -> Result<usize> {
    let data = buffer_arg(vm, data)?.to_vec();
    stream.push_bytes(vm, &data)?;
    if stream.at_once.get() {
        stream.drain(vm)?;
    }
    Ok(data.len())
}

fn read_bytes(vm: &mut Vm, stream: &Stream, size: Option<i64>, line: bool) -> Result {
    check_readable(vm, stream)?;
    let bytes = if line { stream.read_line(vm, most(size))? } else { stream.read_bytes(vm, most(size))? };
    Ok(Bytes::value(bytes))
}

fn next_bytes(vm: &mut Vm, stream: &Stream) -> Result {
    let line = read_bytes(vm, stream, None, true)?;
    if vm.truth(&line)? { Ok(line) } else { Err(vm.stop_iteration(Value::None)) }
}
