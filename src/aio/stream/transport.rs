//! A transport: moves bytes between a socket or pipe and a reader, and tells when the connection is lost.
//!
//! Invariants: writing tries the descriptor at once while nothing is buffered, so the buffer is empty or waits for room; after `lost` is set the
//! descriptor is closed and nothing more is reported.

use std::cell::{Cell, RefCell};
use std::io::ErrorKind;

use crate::heap::{Gc, Visitor};
use crate::object::{Exception, NativeData, Opaque, Str, Tuple};
use crate::reactor::source::CHUNK;
use crate::reactor::{Event, Interest, Token};
use crate::value::Value;
use crate::vm::{Own, Raised, Result, Row, Vm, method, static_method};

use super::super::core::Slot;
use super::super::coroutine::NativeCoroutine;
use super::super::event_loop::LoopRef;
use super::super::{errors, io};
use super::reader::{self, Reader};
use super::socket::Socket;
use super::{address, with_bytes};

/// Buffered bytes above which writers are asked to wait, and below which they go on.
const HIGH: usize = 64 * 1024;
const LOW: usize = HIGH / 4;

/// The storage of a transport.
pub struct Transport {
    /// Its loop.
    pub loop_: LoopRef,
    socket: Gc<Opaque>,
    reader: Slot,
    /// Called with the exception or None once the connection is lost.
    on_lost: Slot,
    out: RefCell<Vec<u8>>,
    /// Bytes at the front of `out` that were sent.
    sent: Cell<usize>,
    limits: Cell<(usize, usize)>,
    /// Whether it may be read from; the writing end of a pipe may not.
    reads: bool,
    reading: Cell<bool>,
    eof_received: Cell<bool>,
    eof_sent: Cell<bool>,
    closing: Cell<bool>,
    losing: Cell<bool>,
    writing_paused: Cell<bool>,
    /// Unset while connected; then None or the exception.
    lost: Slot,
    drainers: RefCell<Vec<Gc<NativeCoroutine>>>,
    closers: RefCell<Vec<Gc<NativeCoroutine>>>,
    names: [Slot; 2],
}

impl NativeData for Transport {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.loop_.object().trace(visitor);
        self.socket.trace(visitor);
        for slot in [&self.reader, &self.on_lost, &self.lost] {
            slot.trace(visitor);
        }
        for waiters in [&self.drainers, &self.closers] {
            waiters.borrow().iter().for_each(|waiter| waiter.trace(visitor));
        }
    }

    fn clear(&self) {
        drop((self.reader.take(), self.on_lost.take(), self.drainers.take(), self.closers.take()));
    }
}

impl Transport {
    fn token(&self) -> Option<Token> {
        self.socket.data::<Socket>()?.token.get()
    }

    fn with_reader<R>(&self, body: impl FnOnce(&Reader) -> R) -> Option<R> {
        let object = self.reader.get();
        object.get::<Opaque>()?.data::<Reader>().map(body)
    }

    /// Bytes that wait for room.
    fn buffered(&self) -> usize {
        self.out.borrow().len() - self.sent.get()
    }

    /// Whether it is closed or about to be.
    pub fn is_closing(&self) -> bool {
        self.closing.get()
    }

    /// Whether writers have to wait, and who waits then.
    pub fn drain_waits(&self) -> Option<&RefCell<Vec<Gc<NativeCoroutine>>>> {
        self.writing_paused.get().then_some(&self.drainers)
    }

    /// Who waits for the end of the connection; none once it has come.
    pub fn close_waits(&self) -> Option<&RefCell<Vec<Gc<NativeCoroutine>>>> {
        (!self.lost.get().is_set()).then_some(&self.closers)
    }

    /// Whether the connection is lost, and the exception that it was lost by.
    pub fn lost(&self) -> Option<Option<Gc<Exception>>> {
        let lost = self.lost.get();
        lost.is_set().then(|| lost.into_gc().ok())
    }

    /// Asks the reactor for what matters now.
    fn update_interest(&self, vm: &Vm) -> Result<()> {
        let Some(token) = self.token() else { return Ok(()) };
        let reads = self.reads && self.reading.get() && !self.eof_received.get() && !self.closing.get();
        let read = if reads { Interest::READ } else { Interest::NONE };
        let write = if self.buffered() > 0 { Interest::WRITE } else { Interest::NONE };
        self.loop_.set_interest(vm, token, read | write)
    }
}

/// A transport over a socket, feeding a reader; `on_lost` is called with the exception or None at its end.
pub fn make(vm: &mut Vm, socket: &Gc<Opaque>, reader: Value, on_lost: Value, reads: bool) -> Result<Gc<Opaque>> {
    let Some(data) = socket.data::<Socket>() else { return Err(vm.type_error("expected a socket")) };
    let named = |address: Option<crate::reactor::Address>| {
        Slot::new(address.map_or(Value::None, |address| address::to_value(&address)))
    };
    let transport = Transport {
        loop_: data.loop_.clone(),
        socket: socket.clone(),
        reader: Slot::new(reader.clone()),
        on_lost: Slot::new(on_lost),
        out: RefCell::default(),
        sent: Cell::new(0),
        limits: Cell::new((LOW, HIGH)),
        reads,
        reading: Cell::new(true),
        eof_received: Cell::new(false),
        eof_sent: Cell::new(false),
        closing: Cell::new(false),
        losing: Cell::new(false),
        writing_paused: Cell::new(false),
        lost: Slot::default(),
        drainers: RefCell::default(),
        closers: RefCell::default(),
        names: [named(data.local_address()), named(data.peer_address())],
    };
    let class = super::super::state(vm).classes.transport.clone();
    let object = Opaque::new(class, transport);
    data.handle_events(&object, ready);
    if let Some(reader) = reader.gc::<Opaque>() {
        reader::attach(reader, object.clone().into());
    }
    if let Some(transport) = object.data::<Transport>() {
        transport.update_interest(vm)?;
    }
    Ok(object)
}

/// Its descriptor can be read or written.
fn ready(vm: &mut Vm, object: &Gc<Opaque>, event: Event) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    if event.readable {
        read_ready(vm, object, transport)?;
    }
    if event.writable && transport.buffered() > 0 {
        flush(vm, object, transport)?;
    }
    Ok(())
}

fn read_ready(vm: &mut Vm, object: &Gc<Opaque>, transport: &Transport) -> Result<()> {
    if !transport.reading.get() || transport.eof_received.get() || transport.closing.get() {
        return Ok(());
    }
    let Some(token) = transport.token() else { return Ok(()) };
    // The bytes are lent by the reactor: nothing may run before they are copied.
    let read = match transport.loop_.reactor().read_chunk(token, CHUNK) {
        Ok(bytes) => {
            transport.with_reader(|reader| reader.append(bytes));
            Ok(bytes.len())
        }
        Err(error) => Err(error),
    };
    match read {
        Ok(0) => end_of_input(vm, object, transport),
        Ok(_) => transport.with_reader(|reader| reader.fed(vm)).unwrap_or(Ok(())),
        Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(()),
        Err(error) => {
            let raised = io::os_error(vm, &error);
            lose(vm, object, Some(raised.0));
            Ok(())
        }
    }
}

/// The other side writes no more. A socket stays open for writing; a pipe is done.
fn end_of_input(vm: &mut Vm, object: &Gc<Opaque>, transport: &Transport) -> Result<()> {
    transport.eof_received.set(true);
    transport.with_reader(|reader| reader.feed_eof(vm)).unwrap_or(Ok(()))?;
    let is_pipe = transport.token().and_then(|token| transport.loop_.reactor().stream(token).map(|_| ())).is_none();
    if is_pipe {
        lose(vm, object, None);
        return Ok(());
    }
    transport.update_interest(vm)
}

/// Sends what is buffered, as far as there is room.
fn flush(vm: &mut Vm, object: &Gc<Opaque>, transport: &Transport) -> Result<()> {
    let Some(token) = transport.token() else { return Ok(()) };
    let written = {
        let out = transport.out.borrow();
        transport.loop_.reactor().write(token, &out[transport.sent.get()..])
    };
    match written {
        Ok(count) => {
            transport.sent.set(transport.sent.get() + count);
            if transport.buffered() == 0 {
                transport.out.borrow_mut().clear();
                transport.sent.set(0);
            }
        }
        Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
        Err(error) => {
            let raised = io::os_error(vm, &error);
            lose(vm, object, Some(raised.0));
            return Ok(());
        }
    }
    resume_writers(vm, transport)?;
    if transport.buffered() > 0 {
        return Ok(());
    }
    if transport.closing.get() {
        lose(vm, object, None);
        return Ok(());
    }
    transport.update_interest(vm)?;
    if transport.eof_sent.get() {
        end_output(vm, object, transport)?;
    }
    Ok(())
}

fn resume_writers(vm: &mut Vm, transport: &Transport) -> Result<()> {
    if !transport.writing_paused.get() || transport.buffered() > transport.limits.get().0 {
        return Ok(());
    }
    transport.writing_paused.set(false);
    for waiter in transport.drainers.take() {
        NativeCoroutine::complete(&waiter, vm, Value::None)?;
    }
    Ok(())
}

/// Writes bytes: at once as far as there is room, the rest later.
pub fn write(vm: &mut Vm, object: &Gc<Opaque>, bytes: &[u8]) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    if transport.eof_sent.get() {
        return Err(vm.runtime_error("Cannot call write() after write_eof()"));
    }
    if bytes.is_empty() || transport.losing.get() {
        return Ok(());
    }
    let Some(token) = transport.token() else { return Ok(()) };
    let mut rest = bytes;
    if transport.buffered() == 0 {
        let written = transport.loop_.reactor().write(token, bytes);
        match written {
            Ok(count) if count == bytes.len() => return Ok(()),
            Ok(count) => rest = &bytes[count..],
            Err(error) if error.kind() == ErrorKind::WouldBlock => {}
            Err(error) => {
                let raised = io::os_error(vm, &error);
                lose(vm, object, Some(raised.0));
                return Ok(());
            }
        }
    }
    transport.out.borrow_mut().extend_from_slice(rest);
    transport.update_interest(vm)?;
    if transport.buffered() > transport.limits.get().1 {
        transport.writing_paused.set(true);
    }
    Ok(())
}

/// Closes it once all is sent.
pub fn close(vm: &mut Vm, object: &Gc<Opaque>) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    if transport.closing.replace(true) {
        return Ok(());
    }
    transport.update_interest(vm)?;
    if transport.buffered() == 0 {
        lose(vm, object, None);
    }
    Ok(())
}

/// Closes it at once; what was not sent is lost.
pub fn abort(object: &Gc<Opaque>, vm: &mut Vm) {
    lose(vm, object, None);
}

/// Says that no more is written.
pub fn write_eof(vm: &mut Vm, object: &Gc<Opaque>) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    if transport.closing.get() || transport.eof_sent.replace(true) {
        return Ok(());
    }
    if transport.buffered() == 0 { end_output(vm, object, transport) } else { Ok(()) }
}

/// All is written: a socket says so, a pipe is closed.
fn end_output(vm: &mut Vm, object: &Gc<Opaque>, transport: &Transport) -> Result<()> {
    let Some(token) = transport.token() else { return Ok(()) };
    let shut = transport.loop_.reactor().stream(token).map(|stream| stream.shutdown_write());
    match shut {
        None => close(vm, object),
        // A peer that is gone already is found out by the next read.
        Some(_) => Ok(()),
    }
}

/// The connection ends in the next turn, by this exception if there is one.
fn lose(vm: &mut Vm, object: &Gc<Opaque>, exception: Option<Gc<Exception>>) {
    let Some(transport) = object.data::<Transport>() else { return };
    if transport.losing.replace(true) {
        return;
    }
    transport.closing.set(true);
    transport.out.borrow_mut().clear();
    transport.sent.set(0);
    // The descriptor is closed below; that it can't be asked to rest until then does no harm.
    let _ = transport.update_interest(vm);
    let object = object.clone();
    transport.loop_.defer(move |vm| lost(vm, &object, exception));
}

/// The connection has ended: everybody who waits is told.
fn lost(vm: &mut Vm, object: &Gc<Opaque>, exception: Option<Gc<Exception>>) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    transport.lost.set(exception.clone().map_or(Value::None, Value::from));
    if let Some(socket) = transport.socket.data::<Socket>() {
        socket.close();
    }
    let told = match &exception {
        Some(exception) => transport.with_reader(|reader| reader.fail(vm, exception)),
        None => transport.with_reader(|reader| reader.feed_eof(vm)),
    };
    told.unwrap_or(Ok(()))?;
    for waiter in transport.drainers.take().into_iter().chain(transport.closers.take()) {
        match &exception {
            Some(exception) => NativeCoroutine::fail(&waiter, vm, Raised(exception.clone()))?,
            None => NativeCoroutine::complete(&waiter, vm, Value::None)?,
        }
    }
    let on_lost = transport.on_lost.take();
    if on_lost.is_set() && !on_lost.is_none() {
        let loop_ = transport.loop_.clone();
        let argument = exception.map_or(Value::None, Value::from);
        errors::guard(vm, &loop_, |vm| vm.call(&on_lost, &[argument]).map(|_| ()))?;
    }
    Ok(())
}

/// Reads no more for the present.
pub fn pause(vm: &mut Vm, object: &Gc<Opaque>) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    transport.reading.set(false);
    transport.update_interest(vm)
}

/// Reads again.
pub fn resume(vm: &mut Vm, object: &Gc<Opaque>) -> Result<()> {
    let Some(transport) = object.data::<Transport>() else { return Ok(()) };
    transport.reading.set(true);
    transport.update_interest(vm)
}

/// What is known of the connection under a name.
pub fn extra_info(vm: &mut Vm, object: &Gc<Opaque>, name: &Value, default: Value) -> Result {
    let Some(transport) = object.data::<Transport>() else { return Ok(default) };
    let name = vm.str(name)?;
    let found = match name.as_str() {
        "sockname" => transport.names[0].get(),
        "peername" => transport.names[1].get(),
        "socket" | "pipe" => transport.socket.clone().into(),
        _ => Value::None,
    };
    Ok(if found.is_none() { default } else { found })
}

/// `_Transport(socket, reader, on_lost, reads=True)`
fn new(vm: &mut Vm, _: &Value, socket: Own<Socket>, reader: &Value, on_lost: &Value, reads: bool) -> Result<Gc<Opaque>> {
    make(vm, socket.object, reader.clone(), on_lost.clone(), reads)
}

fn init(_: &Value, _: &Value, _: &Value) {}

/// The words of the error for what is no bytes.
pub fn not_bytes(name: &str) -> String {
    format!("data argument must be a bytes, bytearray, or memoryview object, not '{name}'")
}

fn write_method(vm: &mut Vm, transport: Own<Transport>, data: &Value) -> Result<()> {
    with_bytes(vm, data, |vm, bytes| write(vm, transport.object, bytes), not_bytes)
}

fn writelines(vm: &mut Vm, transport: Own<Transport>, list_of_data: &Value) -> Result<()> {
    let all = joined(vm, list_of_data)?;
    write(vm, transport.object, &all)
}

/// The bytes of all items in one.
pub fn joined(vm: &mut Vm, lines: &Value) -> Result<Vec<u8>> {
    let mut all = Vec::new();
    for line in vm.collect(lines)? {
        with_bytes(
            vm,
            &line,
            |_, bytes| {
                all.extend_from_slice(bytes);
                Ok(())
            },
            not_bytes,
        )?;
    }
    Ok(all)
}

fn write_eof_method(vm: &mut Vm, transport: Own<Transport>) -> Result<()> {
    write_eof(vm, transport.object)
}

fn yes(_: &Value) -> bool {
    true
}

fn close_method(vm: &mut Vm, transport: Own<Transport>) -> Result<()> {
    close(vm, transport.object)
}

fn abort_method(vm: &mut Vm, transport: Own<Transport>) {
    abort(transport.object, vm);
}

fn is_closing(transport: Own<Transport>) -> bool {
    transport.is_closing()
}

fn get_extra_info(vm: &mut Vm, transport: Own<Transport>, name: &Value, default: &Value) -> Result {
    extra_info(vm, transport.object, name, default.clone())
}

fn is_reading(transport: Own<Transport>) -> bool {
    transport.reading.get() && !transport.closing.get()
}

fn pause_reading(vm: &mut Vm, transport: Own<Transport>) -> Result<()> {
    pause(vm, transport.object)
}

fn resume_reading(vm: &mut Vm, transport: Own<Transport>) -> Result<()> {
    resume(vm, transport.object)
}

fn buffer_size(transport: Own<Transport>) -> usize {
    transport.buffered()
}

fn buffer_limits(transport: Own<Transport>) -> Value {
    let (low, high) = transport.limits.get();
    Tuple::value([Value::from(low), Value::from(high)])
}

/// `(self, high=None, low=None)`
fn set_buffer_limits(vm: &mut Vm, transport: Own<Transport>, high: Option<i64>, low: Option<i64>) -> Result<()> {
    let high = match (high, low) {
        (None, None) => HIGH as i64,
        (None, Some(low)) => 4 * low,
        (Some(high), _) => high,
    };
    let low = low.unwrap_or(high / 4);
    if !(high >= low && low >= 0) {
        return Err(vm.value_error(format!("high ({high}) must be >= low ({low}) must be >= 0")));
    }
    transport.limits.set((low as usize, high as usize));
    if transport.buffered() > high as usize {
        transport.writing_paused.set(true);
    }
    Ok(())
}

fn repr(transport: Own<Transport>) -> Value {
    let mut text = "<_SelectorSocketTransport".to_owned();
    match transport.socket.data::<Socket>().map(Socket::number) {
        Some(-1) | None => text.push_str(" closed"),
        Some(number) if transport.is_closing() => text.push_str(&format!(" closing fd={number}")),
        Some(number) => text.push_str(&format!(" fd={number}")),
    }
    if !transport.lost.get().is_set() {
        let read = if transport.reading.get() { "polling" } else { "idle" };
        let write = if transport.buffered() > 0 { "polling" } else { "idle" };
        text.push_str(&format!(" read={read} write=<{write}, bufsize={}>", transport.buffered()));
    }
    Str::value(text + ">")
}

/// The rows of transports.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, socket, reader, on_lost, reads=True)", new, "Makes a transport."),
    method!("__init__", "(self, *args, **kwargs)", init, "Nothing to do."),
    method!("write", "(self, data)", write_method, "Writes bytes, without waiting."),
    method!("writelines", "(self, list_of_data)", writelines, "Writes several bytes objects."),
    method!("write_eof", "(self)", write_eof_method, "Says that no more is written."),
    method!("can_write_eof", "(self)", yes, "Whether write_eof() is supported."),
    method!("close", "(self)", close_method, "Closes it once all is sent."),
    method!("abort", "(self)", abort_method, "Closes it at once."),
    method!("is_closing", "(self)", is_closing, "Whether it is closed or about to be."),
    method!("get_extra_info", "(self, name, default=None)", get_extra_info, "What is known of the connection."),
    method!("is_reading", "(self)", is_reading, "Whether it reads."),
    method!("pause_reading", "(self)", pause_reading, "Reads no more for the present."),
    method!("resume_reading", "(self)", resume_reading, "Reads again."),
    method!("get_write_buffer_size", "(self)", buffer_size, "Bytes that wait to be sent."),
    method!("get_write_buffer_limits", "(self)", buffer_limits, "The limits of the buffer: low and high."),
    method!("set_write_buffer_limits", "(self, high=None, low=None)", set_buffer_limits, "Sets the limits of the buffer."),
    method!("__repr__", "(self)", repr, "Shows its state."),
];
