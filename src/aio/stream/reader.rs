//! `StreamReader`: a buffer that a transport fills and one coroutine at a time reads from.

use std::cell::{Cell, RefCell};

use memchr::memmem;

use crate::heap::{Gc, Visitor};
use crate::object::{Bytes, Class, Exception, NativeData, Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Own, Raised, Result, Row, Vm, getter, method, static_method};

use super::super::core::Slot;
use super::super::coroutine::{self, NativeCoroutine, Operation, Wait};
use super::super::loops;
use super::{transport, with_bytes};

/// The limit of a buffer, unless told otherwise: 64 KiB.
const LIMIT: i64 = 1 << 16;

/// The storage of a reader.
pub struct Reader {
    buffer: RefCell<Vec<u8>>,
    /// Bytes at the front of the buffer that were read already.
    consumed: Cell<usize>,
    limit: Cell<usize>,
    eof: Cell<bool>,
    /// Unset while there is none.
    exception: Slot,
    waiter: Cell<Option<Gc<NativeCoroutine>>>,
    transport: Slot,
    paused: Cell<bool>,
}

impl NativeData for Reader {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.exception.trace(visitor);
        self.transport.trace(visitor);
        let waiter = self.waiter.take();
        if let Some(waiter) = &waiter {
            waiter.trace(visitor);
        }
        self.waiter.set(waiter);
    }

    fn clear(&self) {
        drop((self.exception.take(), self.transport.take(), self.waiter.take()));
    }
}

impl Reader {
    fn new() -> Reader {
        Reader {
            buffer: RefCell::default(),
            consumed: Cell::new(0),
            limit: Cell::new(LIMIT as usize),
            eof: Cell::new(false),
            exception: Slot::default(),
            waiter: Cell::new(None),
            transport: Slot::default(),
            paused: Cell::new(false),
        }
    }

    fn len(&self) -> usize {
        self.buffer.borrow().len() - self.consumed.get()
    }

    /// Takes bytes from the front.
    fn take(&self, count: usize) -> Value {
        let mut buffer = self.buffer.borrow_mut();
        let start = self.consumed.get();
        let end = (start + count).min(buffer.len());
        let value = Bytes::value(&buffer[start..end]);
        if end == buffer.len() {
            buffer.clear();
            self.consumed.set(0);
        } else {
            self.consumed.set(end);
            // What was read is dropped only when it is most of the buffer, so that reading stays linear.
            if end > 4096 && end > buffer.len() / 2 {
                buffer.drain(..end);
                self.consumed.set(0);
            }
        }
        value
    }

    /// Adds bytes that came; [`Reader::fed`] must follow.
    pub fn append(&self, bytes: &[u8]) {
        self.buffer.borrow_mut().extend_from_slice(bytes);
    }

    /// Bytes were added: whoever waits goes on, and a full buffer stops the transport.
    pub fn fed(&self, vm: &mut Vm) -> Result<()> {
        self.wake(vm)?;
        self.pause_if_full(vm)
    }

    fn pause_if_full(&self, vm: &mut Vm) -> Result<()> {
        if self.paused.get() || self.len() <= 2 * self.limit.get() {
            return Ok(());
        }
        if let Some(transport) = self.transport.get().gc::<Opaque>() {
            transport::pause(vm, transport)?;
            self.paused.set(true);
        }
        Ok(())
    }

    fn resume_if_room(&self, vm: &mut Vm) -> Result<()> {
        if self.paused.get() && self.len() <= self.limit.get() {
            self.paused.set(false);
            if let Some(transport) = self.transport.get().gc::<Opaque>() {
                transport::resume(vm, transport)?;
            }
        }
        Ok(())
    }

    /// No more bytes come.
    pub fn feed_eof(&self, vm: &mut Vm) -> Result<()> {
        self.eof.set(true);
        self.wake(vm)
    }

    /// The connection failed.
    pub fn fail(&self, vm: &mut Vm, exception: &Gc<Exception>) -> Result<()> {
        self.exception.set(exception.clone().into());
        match self.waiter.take() {
            Some(waiter) => NativeCoroutine::fail(&waiter, vm, Raised(exception.clone())),
            None => Ok(()),
        }
    }

    /// The exception that was set.
    pub fn exception(&self) -> Option<Gc<Exception>> {
        self.exception.get().into_gc().ok()
    }

    fn wake(&self, vm: &mut Vm) -> Result<()> {
        match self.waiter.take() {
            Some(waiter) => NativeCoroutine::complete(&waiter, vm, Value::None),
            None => Ok(()),
        }
    }

    fn find(&self, separator: &[u8], from: usize) -> Option<usize> {
        let buffer = self.buffer.borrow();
        let bytes = &buffer[self.consumed.get()..];
        let rest = bytes.get(from..)?;
        match separator {
            [byte] => memchr::memchr(*byte, rest),
            _ => memmem::find(rest, separator),
        }
        .map(|place| place + from)
    }
}

/// What a coroutine reads.
enum Goal {
    Line,
    Until(Vec<Vec<u8>>),
    Exactly(usize),
    UpTo(usize),
    All(Vec<u8>),
}

/// One of the reading coroutines.
struct Read {
    reader: Gc<Opaque>,
    goal: Goal,
    /// Bytes at the front of the buffer that hold no separator.
    searched: usize,
}

/// What looking at the buffer led to.
enum Look {
    Done(Value),
    Wait,
}

impl Read {
    fn caller(&self) -> &'static str {
        match self.goal {
            Goal::Line | Goal::Until(_) => "readuntil",
            Goal::Exactly(_) => "readexactly",
            Goal::UpTo(_) | Goal::All(_) => "read",
        }
    }

    fn go_on(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let object = self.reader.clone();
        let Some(reader) = object.data::<Reader>() else { return Ok(Wait::Ready(Value::None)) };
        match self.look(vm, reader)? {
            Look::Done(value) => {
                reader.resume_if_room(vm)?;
                Ok(Wait::Ready(value))
            }
            Look::Wait => self.wait(vm, reader, this),
        }
    }

    /// Waits for more bytes.
    fn wait(&self, vm: &mut Vm, reader: &Reader, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let other = reader.waiter.take();
        if let Some(other) = other {
            reader.waiter.set(Some(other));
            let text = format!("{}() called while another coroutine is already waiting for incoming data", self.caller());
            return Err(vm.runtime_error(text));
        }
        if reader.paused.replace(false)
            && let Some(transport) = reader.transport.get().gc::<Opaque>()
        {
            transport::resume(vm, transport)?;
        }
        this.core.set_loop(loops::running_or_error(vm)?);
        this.core.reset();
        reader.waiter.set(Some(this.clone()));
        Ok(Wait::Pending)
    }

    fn look(&mut self, vm: &mut Vm, reader: &Reader) -> Result<Look> {
        match &mut self.goal {
            Goal::UpTo(count) => {
                if reader.len() == 0 && !reader.eof.get() {
                    return Ok(Look::Wait);
                }
                Ok(Look::Done(reader.take(*count)))
            }
            Goal::All(collected) => {
                let start = reader.consumed.replace(0);
                let mut buffer = reader.buffer.borrow_mut();
                collected.extend_from_slice(&buffer[start..]);
                buffer.clear();
                drop(buffer);
                reader.resume_if_room(vm)?;
                Ok(if reader.eof.get() { Look::Done(Bytes::value(std::mem::take(collected))) } else { Look::Wait })
            }
            Goal::Exactly(count) => {
                if reader.len() >= *count {
                    return Ok(Look::Done(reader.take(*count)));
                }
                if !reader.eof.get() {
                    return Ok(Look::Wait);
                }
                let (partial, expected) = (reader.take(usize::MAX / 2), Value::from(*count));
                Err(incomplete(vm, partial, expected))
            }
            Goal::Line => self.look_for(vm, reader, &[b"\n"]),
            Goal::Until(separators) => {
                let separators = std::mem::take(separators);
                let slices: Vec<&[u8]> = separators.iter().map(Vec::as_slice).collect();
                let looked = self.look_for(vm, reader, &slices);
                self.goal = Goal::Until(separators);
                looked
            }
        }
    }

    /// Looks for the separator that ends first.
    fn look_for(&mut self, vm: &mut Vm, reader: &Reader, separators: &[&[u8]]) -> Result<Look> {
        let is_line = matches!(self.goal, Goal::Line);
        let limit = reader.limit.get();
        let longest = separators.iter().map(|separator| separator.len()).max().unwrap_or(1);
        let ends = separators
            .iter()
            .filter_map(|separator| reader.find(separator, self.searched).map(|start| (start + separator.len(), start)));
        if let Some((end, start)) = ends.min() {
            if start <= limit {
                return Ok(Look::Done(reader.take(end)));
            }
            let text = "Separator is found, but chunk is longer than limit";
            if is_line {
                reader.take(end);
            }
            return Err(overrun(vm, reader, is_line, text, start)?);
        }
        self.searched = (reader.len() + 1).saturating_sub(longest);
        if self.searched > limit {
            let text = "Separator is not found, and chunk exceed the limit";
            if is_line {
                reader.take(usize::MAX / 2);
            }
            return Err(overrun(vm, reader, is_line, text, self.searched)?);
        }
        if !reader.eof.get() {
            return Ok(Look::Wait);
        }
        let partial = reader.take(usize::MAX / 2);
        if is_line { Ok(Look::Done(partial)) } else { Err(incomplete(vm, partial, Value::None)) }
    }
}

/// `IncompleteReadError(partial, expected)`
fn incomplete(vm: &mut Vm, partial: Value, expected: Value) -> Raised {
    raise_python(vm, "IncompleteReadError", &[partial, expected])
}

/// The error for a chunk beyond the limit: `readline` makes a ValueError of it.
fn overrun(vm: &mut Vm, reader: &Reader, is_line: bool, text: &str, consumed: usize) -> Result<Raised> {
    if is_line {
        reader.resume_if_room(vm)?;
        return Ok(vm.value_error(text));
    }
    Ok(raise_python(vm, "LimitOverrunError", &[Str::value(text), Value::from(consumed)]))
}

/// An exception of a class that is written in the language.
fn raise_python(vm: &mut Vm, class: &str, args: &[Value]) -> Raised {
    let made = super::super::python(vm, "asyncio.exceptions", class).and_then(|class| vm.call(&class, args));
    match made.map(Value::into_gc::<Exception>) {
        Ok(Ok(exception)) => Raised(exception),
        Ok(Err(_)) => vm.type_error("exceptions must derive from BaseException"),
        Err(raised) => raised,
    }
}

impl Operation for Read {
    fn name(&self) -> &'static str {
        match self.goal {
            Goal::Line => "StreamReader.readline",
            Goal::Until(_) => "StreamReader.readuntil",
            Goal::Exactly(_) => "StreamReader.readexactly",
            Goal::UpTo(_) | Goal::All(_) => "StreamReader.read",
        }
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let object = self.reader.clone();
        let Some(reader) = object.data::<Reader>() else { return Ok(Wait::Ready(Value::None)) };
        if let Some(exception) = reader.exception() {
            return Err(Raised(exception));
        }
        if matches!(self.goal, Goal::Exactly(0) | Goal::UpTo(0)) {
            return Ok(Wait::Ready(Bytes::value(Vec::new())));
        }
        self.go_on(vm, this)
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let object = self.reader.clone();
        if let Some(reader) = object.data::<Reader>() {
            let waiter = reader.waiter.take();
            // Another one may wait by now.
            reader.waiter.set(waiter.filter(|waiter| !waiter.same(this)));
        }
        outcome?;
        self.go_on(vm, this)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.reader.trace(visitor);
    }
}

fn reading(vm: &mut Vm, reader: Own<Reader>, goal: Goal) -> Value {
    coroutine::operation(vm, Read { reader: reader.object.clone(), goal, searched: 0 })
}

fn new(class: &Gc<Class>, _: &Value, _: &Value) -> Gc<Opaque> {
    Opaque::new(class.clone(), Reader::new())
}

/// `(self, limit=65536, loop=None)`
fn init(vm: &mut Vm, reader: Own<Reader>, limit: i64, loop_: &Value) -> Result<()> {
    if limit <= 0 {
        return Err(vm.value_error("Limit cannot be <= 0"));
    }
    if loop_.is_none() {
        loops::current_or_error(vm)?;
    }
    reader.limit.set(limit as usize);
    Ok(())
}

fn exception_method(reader: Own<Reader>) -> Value {
    reader.exception.get().set_or_none()
}

fn set_exception(vm: &mut Vm, reader: Own<Reader>, exc: &Value) -> Result<()> {
    let exception = vm.make_exception(exc, "invalid exception object")?;
    reader.fail(vm, &exception)
}

fn set_transport(vm: &mut Vm, reader: Own<Reader>, transport: &Value) -> Result<()> {
    if reader.transport.get().is_set() {
        return Err(vm.assertion_error("Transport already set"));
    }
    reader.transport.set(transport.clone());
    Ok(())
}

/// Binds a reader to the transport that feeds it.
pub fn attach(object: &Gc<Opaque>, transport: Value) {
    if let Some(reader) = object.data::<Reader>() {
        reader.transport.set(transport);
    }
}

fn feed_data(vm: &mut Vm, reader: Own<Reader>, data: &Value) -> Result<()> {
    with_bytes(
        vm,
        data,
        |vm, bytes| {
            if reader.eof.get() {
                return Err(vm.assertion_error("feed_data after feed_eof"));
            }
            if bytes.is_empty() {
                return Ok(());
            }
            reader.append(bytes);
            reader.fed(vm)
        },
        |name| format!("can't concat {name} to bytearray"),
    )
}

fn feed_eof(vm: &mut Vm, reader: Own<Reader>) -> Result {
    reader.feed_eof(vm).map(|()| Value::None)
}

fn at_eof(reader: Own<Reader>) -> bool {
    reader.eof.get() && reader.len() == 0
}

fn read(vm: &mut Vm, reader: Own<Reader>, count: i64) -> Value {
    let goal = usize::try_from(count).map_or_else(|_| Goal::All(Vec::new()), Goal::UpTo);
    reading(vm, reader, goal)
}

fn readline(vm: &mut Vm, reader: Own<Reader>) -> Value {
    reading(vm, reader, Goal::Line)
}

fn readexactly(vm: &mut Vm, reader: Own<Reader>, count: i64) -> Value {
    let Ok(count) = usize::try_from(count) else {
        let raised = vm.value_error("readexactly size can not be less than zero");
        return coroutine::failing(vm, "StreamReader.readexactly", raised);
    };
    reading(vm, reader, Goal::Exactly(count))
}

fn readuntil(vm: &mut Vm, reader: Own<Reader>, separator: &Value) -> Result {
    let given = match separator {
        Value::Unset => return Ok(reading(vm, reader, Goal::Until(vec![b"\n".to_vec()]))),
        value => match value.get::<Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => vec![value.clone()],
        },
    };
    let mut separators = Vec::new();
    for separator in &given {
        let wrong = |name: &str| format!("argument should be integer or bytes-like object, not '{name}'");
        let bytes = with_bytes(vm, separator, |_, bytes| Ok(bytes.to_vec()), wrong);
        // What is no bytes is asked for its length first.
        separators.push(match bytes {
            Err(_) if vm.len(separator)? == 0 => Vec::new(),
            bytes => bytes?,
        });
    }
    let wrong = match separators.iter().map(Vec::len).min() {
        None => "Separator should contain at least one element",
        Some(0) => "Separator should be at least one-byte string",
        Some(_) => return Ok(reading(vm, reader, Goal::Until(separators))),
    };
    let raised = vm.value_error(wrong);
    Ok(coroutine::failing(vm, "StreamReader.readuntil", raised))
}

fn itself(this: &Value) -> Value {
    this.clone()
}

/// Steps an `async for` over lines.
struct Next(Read);

impl Next {
    fn ended(vm: &Vm, wait: Wait) -> Result<Wait> {
        match wait {
            Wait::Ready(line) if line.get::<Bytes>().is_some_and(|line| line.data().is_empty()) => {
                Err(vm.raise_with(&vm.exc.stop_async_iteration, vec![]))
            }
            other => Ok(other),
        }
    }
}

impl Operation for Next {
    fn name(&self) -> &'static str {
        "StreamReader.__anext__"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let wait = self.0.start(vm, this)?;
        Next::ended(vm, wait)
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let wait = self.0.resume(vm, this, outcome)?;
        Next::ended(vm, wait)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

fn anext(vm: &mut Vm, reader: Own<Reader>) -> Value {
    coroutine::operation(vm, Next(Read { reader: reader.object.clone(), goal: Goal::Line, searched: 0 }))
}

fn repr(vm: &mut Vm, reader: Own<Reader>) -> Result {
    let mut text = "<StreamReader".to_owned();
    if reader.len() > 0 {
        text.push_str(&format!(" {} bytes", reader.len()));
    }
    if reader.eof.get() {
        text.push_str(" eof");
    }
    if reader.limit.get() != LIMIT as usize {
        text.push_str(&format!(" limit={}", reader.limit.get()));
    }
    if let Some(exception) = reader.exception() {
        text.push_str(&format!(" exception={}", vm.repr(&exception.into())?));
    }
    let transport = reader.transport.get();
    if transport.is_set() {
        text.push_str(&format!(" transport={}", vm.repr(&transport)?));
    }
    if reader.paused.get() {
        text.push_str(" paused");
    }
    Ok(Str::value(text + ">"))
}

fn limit(reader: Own<Reader>) -> usize {
    reader.limit.get()
}

/// The rows of `StreamReader`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Makes a reader."),
    method!("__init__", "(self, limit=65536, loop=None)", init, "Sets the limit of the buffer."),
    method!("exception", "(self)", exception_method, "The exception that was set, or None."),
    method!("set_exception", "(self, exc)", set_exception, "Lets reads fail."),
    method!("set_transport", "(self, transport)", set_transport, "Sets what feeds it."),
    method!("feed_data", "(self, data)", feed_data, "Adds bytes."),
    method!("feed_eof", "(self)", feed_eof, "No more bytes come."),
    method!("at_eof", "(self)", at_eof, "Whether the end was reached and all was read."),
    method!("read", "(self, n=-1)", read, "Reads up to n bytes; all up to the end with -1."),
    method!("readline", "(self)", readline, "Reads a line."),
    method!("readexactly", "(self, n)", readexactly, "Reads n bytes."),
    method!("readuntil", "(self, separator=...)", readuntil, "Reads up to and including a separator."),
    method!("__aiter__", "(self)", itself, "Iterates over lines."),
    method!("__anext__", "(self)", anext, "The next line."),
    method!("__repr__", "(self)", repr, "Shows its state."),
    getter!("_limit", limit, "The limit of the buffer."),
];
