//! Methods of the standard streams and of their `buffer`s.

use crate::heap::Visitor;
use crate::object::{ByteArray, Bytes, List, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

use super::super::receiver::storage;
use super::{Standard, Stream, input, name_of, stream_of};

static TEXT: &[Row] = &[
    Row::method("write", "(self, text, /)", write, "Write string s to stream. Returns the number of characters written."),
    Row::method("writelines", "(self, lines, /)", writelines, "Write a list of lines to stream."),
    Row::method("read", "(self, size=-1, /)", read, "Read and return at most size characters."),
    Row::method("readline", "(self, size=-1, /)", readline, "Read until newline or the end of the input."),
    Row::method("readlines", "(self, hint=-1, /)", readlines, "Read all lines."),
    Row::method("__next__", "(self, /)", next, "Implement next(self)."),
    Row::method(
        "reconfigure",
        "(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None)",
        reconfigure,
        "Reconfigure the text stream with new parameters.",
    ),
    Row::getter("encoding", |_, _| Ok(Str::value("utf-8")), "The name of the encoding."),
    Row::getter(
        "errors",
        |vm, args| Ok(Str::value(if stream_of(vm, args)?.standard == Standard::Err { "backslashreplace" } else { "strict" })),
        "How encoding errors are treated.",
    ),
    Row::getter("newlines", |_, _| Ok(Value::None), "Line ends seen so far."),
    Row::getter(
        "line_buffering",
        |vm, args| Ok((stream_of(vm, args)?.by_line.get() || stream_of(vm, args)?.at_once.get()).into()),
        "Whether each line is written at once.",
    ),
    Row::getter("write_through", |_, _| Ok(false.into()), "Whether text goes to the bytes at once."),
    Row::getter("buffer", buffer, "The stream of bytes behind the text."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// What text streams and their buffers share; of a buffer the stream is looked up first.
static COMMON: &[Row] = &[
    Row::method("flush", "(self, /)", flush, "Write out what waits in the buffers."),
    Row::method("close", "(self, /)", close, "Flush and close the stream."),
    Row::method(
        "isatty",
        "(self, /)",
        |vm, args| with(vm, args, |_, stream| Ok(stream.standard.is_terminal().into())),
        "Return whether this is an 'interactive' stream.",
    ),
    Row::method(
        "fileno",
        "(self, /)",
        |vm, args| with(vm, args, |_, stream| Ok(stream.standard.number().into())),
        "Return the file descriptor.",
    ),
    Row::method(
        "readable",
        "(self, /)",
        |vm, args| with(vm, args, |_, stream| Ok((stream.standard == Standard::In).into())),
        "Return whether it can be read.",
    ),
    Row::method(
        "writable",
        "(self, /)",
        |vm, args| with(vm, args, |_, stream| Ok((stream.standard != Standard::In).into())),
        "Return whether it can be written.",
    ),
    Row::method("seekable", "(self, /)", |_, _| Ok(false.into()), "Return whether it can seek."),
    Row::method("__iter__", "(self, /)", |_, args| Ok(args[0].clone()), "Implement iter(self)."),
    Row::method("__enter__", "(self, /)", |_, args| Ok(args[0].clone()), "The stream itself."),
    Row::method("__exit__", "(self, /, *args)", |vm, args| close(vm, &args[..1]), "Closes the stream."),
    Row::getter("closed", |vm, args| with(vm, args, |_, stream| Ok(stream.closed.get().into())), "Whether it was closed."),
    Row::getter("name", |vm, args| with(vm, args, |vm, stream| Ok(name_of(vm, stream.standard).into())), "Its name."),
    Row::getter(
        "mode",
        |vm, args| with(vm, args, |_, stream| Ok(Str::value(if stream.standard == Standard::In { "r" } else { "w" }))),
        "How it was opened.",
    ),
];

static BYTES: &[Row] = &[
    Row::method("write", "(self, data, /)", write_bytes, "Write bytes."),
    Row::method("read", "(self, size=-1, /)", |vm, args| read_bytes(vm, args, false), "Read at most size bytes."),
    Row::method("readline", "(self, size=-1, /)", |vm, args| read_bytes(vm, args, true), "Read a line."),
    Row::method("__next__", "(self, /)", next_bytes, "Implement next(self)."),
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

/// Calls `body` with the stream of a text stream or of a buffer.
fn with(vm: &mut Vm, args: &[Value], body: impl FnOnce(&mut Vm, &Stream) -> Result) -> Result {
    let inner = args.first().and_then(|value| value.get::<Opaque>()).and_then(|buffer| buffer.data::<ByteStream>());
    let stream = match inner {
        Some(ByteStream(text)) => stream_of(vm, std::slice::from_ref(text))?,
        None => stream_of(vm, args)?,
    };
    body(vm, stream)
}

fn write(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    let Some(text) = storage::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("write() argument must be str, not {given}")));
    };
    stream.push(vm, text.as_str())?;
    stream.settle(vm)?;
    Ok(text.char_len().into())
}

fn writelines(vm: &mut Vm, args: &[Value]) -> Result {
    let iterator = vm.get_iter(&args[1])?;
    while let Some(line) = vm.iter_next(&iterator)? {
        write(vm, &[args[0].clone(), line])?;
    }
    Ok(Value::None)
}

fn flush(vm: &mut Vm, args: &[Value]) -> Result {
    with(vm, args, |vm, stream| {
        stream.check_open(vm)?;
        stream.flush(vm)?;
        Ok(Value::None)
    })
}

fn close(vm: &mut Vm, args: &[Value]) -> Result {
    with(vm, args, |vm, stream| {
        if !stream.closed.get() {
            let flushed = stream.flush(vm);
            stream.closed.set(true);
            flushed?;
        }
        Ok(Value::None)
    })
}

/// How much a `size` argument allows.
fn most(vm: &mut Vm, size: &Value) -> Result<usize> {
    let size = if size.is_none() { -1 } else { vm.index(size)? };
    Ok(usize::try_from(size).unwrap_or(usize::MAX))
}

fn check_readable(vm: &mut Vm, stream: &Stream) -> Result<()> {
    if stream.standard == Standard::In { Ok(()) } else { Err(unsupported(vm, "not readable")) }
}

fn read(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    check_readable(vm, stream)?;
    let most = most(vm, &args[1])?;
    let text = stream.read_text(vm, most)?;
    Ok(Str::value(text))
}

fn line(vm: &mut Vm, stream: &Stream, most: usize) -> Result<String> {
    check_readable(vm, stream)?;
    let bytes = stream.read_line(vm, most)?;
    input::decode(vm, bytes)
}

fn readline(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    let most = most(vm, &args[1])?;
    Ok(Str::value(line(vm, stream, most)?))
}

fn readlines(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    let mut lines = Vec::new();
    loop {
        let text = line(vm, stream, usize::MAX)?;
        if text.is_empty() {
            return Ok(List::value(lines));
        }
        lines.push(Str::value(text));
    }
}

fn next(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    let text = line(vm, stream, usize::MAX)?;
    if text.is_empty() { Err(vm.stop_iteration(Value::None)) } else { Ok(Str::value(text)) }
}

fn reconfigure(vm: &mut Vm, args: &[Value]) -> Result {
    let stream = stream_of(vm, args)?;
    if let Some(encoding) = storage::<Str>(&args[1]) {
        let name = encoding.as_str().to_ascii_lowercase().replace('_', "-");
        if !["utf-8", "utf8"].contains(&name.as_str()) {
            return Err(vm.value_error(format!("the standard streams are UTF-8; encoding '{encoding}' is not supported")));
        }
    }
    stream.flush(vm)?;
    if !args[4].is_none() {
        stream.by_line.set(vm.truth(&args[4])?);
    }
    if !args[5].is_none() {
        stream.at_once.set(vm.truth(&args[5])?);
    }
    Ok(Value::None)
}

fn buffer(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Opaque::new(vm.types.byte_stream.clone(), ByteStream(args[0].clone())).into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let standard = stream_of(vm, args)?.standard;
    let mode = if standard == Standard::In { "r" } else { "w" };
    Ok(Str::value(format!("<_io.TextIOWrapper name='{}' mode='{mode}' encoding='utf-8'>", standard.name())))
}

fn write_bytes(vm: &mut Vm, args: &[Value]) -> Result {
    let data = match (storage::<Bytes>(&args[1]), storage::<ByteArray>(&args[1])) {
        (Some(bytes), _) => bytes.data().to_vec(),
        (_, Some(bytes)) => bytes.0.borrow().to_vec(),
        _ => {
            let given = vm.type_name(&args[1]);
            return Err(vm.type_error(format!("a bytes-like object is required, not '{given}'")));
        }
    };
    with(vm, args, |vm, stream| {
        stream.push_bytes(vm, &data)?;
        if stream.at_once.get() {
            stream.drain(vm)?;
        }
        Ok(data.len().into())
    })
}

fn read_bytes(vm: &mut Vm, args: &[Value], line: bool) -> Result {
    let most = most(vm, &args[1])?;
    with(vm, args, |vm, stream| {
        check_readable(vm, stream)?;
        let bytes = if line { stream.read_line(vm, most)? } else { stream.read_bytes(vm, most)? };
        Ok(Bytes::value(bytes))
    })
}

fn next_bytes(vm: &mut Vm, args: &[Value]) -> Result {
    let line = read_bytes(vm, &[args[0].clone(), Value::None], true)?;
    if vm.truth(&line)? { Ok(line) } else { Err(vm.stop_iteration(Value::None)) }
}
