//! `StreamWriter`: what scripts write through.

use crate::heap::{Gc, Visitor};
use crate::object::{Class, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Own, Raised, Result, Row, Vm, getter, method, static_method};

use super::super::coroutine::{self, NativeCoroutine, Operation, Wait};
use super::super::loops;
use super::reader::Reader;
use super::transport::{self, Transport};
use super::with_bytes;

/// The storage of a writer.
pub struct Writer {
    transport: Gc<Opaque>,
    reader: Value,
}

impl NativeData for Writer {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.transport.trace(visitor);
        self.reader.trace(visitor);
    }
}

/// `drain()`
struct Drain {
    transport: Gc<Opaque>,
    reader: Value,
}

impl Drain {
    fn go_on(&self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let Some(transport) = self.transport.data::<Transport>() else { return Ok(Wait::Ready(Value::None)) };
        if transport.lost().is_some() {
            return Err(vm.raise(&vm.exc.connection_reset_error, "Connection lost"));
        }
        let Some(waiters) = transport.drain_waits() else { return Ok(Wait::Ready(Value::None)) };
        this.core.set_loop(loops::running_or_error(vm)?);
        waiters.borrow_mut().push(this.clone());
        Ok(Wait::Pending)
    }
}

impl Operation for Drain {
    fn name(&self) -> &'static str {
        "StreamWriter.drain"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let failed = self.reader.get::<Opaque>().and_then(|reader| reader.data::<Reader>()).and_then(Reader::exception);
        if let Some(exception) = failed {
            return Err(Raised(exception));
        }
        if self.transport.data::<Transport>().is_some_and(Transport::is_closing) {
            // Lets the end of the connection be noticed first.
            return Ok(Wait::Yield);
        }
        self.go_on(vm, this)
    }

    fn resume(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome?;
        if this.core.is_done() { Ok(Wait::Ready(Value::None)) } else { self.go_on(vm, this) }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.transport.trace(visitor);
        self.reader.trace(visitor);
    }
}

/// `wait_closed()`
struct WaitClosed(Gc<Opaque>);

impl Operation for WaitClosed {
    fn name(&self) -> &'static str {
        "StreamWriter.wait_closed"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let Some(transport) = self.0.data::<Transport>() else { return Ok(Wait::Ready(Value::None)) };
        match (transport.close_waits(), transport.lost()) {
            (Some(waiters), _) => {
                this.core.set_loop(loops::running_or_error(vm)?);
                waiters.borrow_mut().push(this.clone());
                Ok(Wait::Pending)
            }
            (None, Some(Some(exception))) => Err(Raised(exception)),
            (None, _) => Ok(Wait::Ready(Value::None)),
        }
    }

    fn resume(&mut self, _: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome.map(Wait::Ready)
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

/// `StreamWriter(transport, protocol, reader, loop)`
fn new(class: &Gc<Class>, transport: Own<Transport>, _: &Value, reader: &Value, _: &Value) -> Gc<Opaque> {
    Opaque::new(class.clone(), Writer { transport: transport.object.clone(), reader: reader.clone() })
}

fn init(_: &Value, _: &Value, _: &Value) {}

fn write(vm: &mut Vm, writer: Own<Writer>, data: &Value) -> Result<()> {
    with_bytes(vm, data, |vm, bytes| transport::write(vm, &writer.transport, bytes), transport::not_bytes)
}

fn writelines(vm: &mut Vm, writer: Own<Writer>, data: &Value) -> Result<()> {
    let all = transport::joined(vm, data)?;
    transport::write(vm, &writer.transport, &all)
}

fn write_eof(vm: &mut Vm, writer: Own<Writer>) -> Result<()> {
    transport::write_eof(vm, &writer.transport)
}

fn can_write_eof(_: &Value) -> bool {
    true
}

fn close(vm: &mut Vm, writer: Own<Writer>) -> Result<()> {
    transport::close(vm, &writer.transport)
}

fn is_closing(writer: Own<Writer>) -> bool {
    writer.transport.data::<Transport>().is_some_and(Transport::is_closing)
}

fn wait_closed(vm: &mut Vm, writer: Own<Writer>) -> Result {
    Ok(coroutine::operation(vm, WaitClosed(writer.transport.clone())))
}

fn drain(vm: &mut Vm, writer: Own<Writer>) -> Value {
    coroutine::operation(vm, Drain { transport: writer.transport.clone(), reader: writer.reader.clone() })
}

fn get_extra_info(vm: &mut Vm, writer: Own<Writer>, name: &Value, default: &Value) -> Result {
    transport::extra_info(vm, &writer.transport, name, default.clone())
}

fn transport(writer: Own<Writer>) -> Gc<Opaque> {
    writer.transport.clone()
}

fn repr(vm: &mut Vm, writer: Own<Writer>) -> Result {
    let mut text = format!("<StreamWriter transport={}", vm.repr(&writer.transport.clone().into())?);
    if !writer.reader.is_none() {
        text.push_str(&format!(" reader={}", vm.repr(&writer.reader)?));
    }
    Ok(Str::value(text + ">"))
}

/// The rows of `StreamWriter`.
pub static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, transport, protocol, reader, loop)", new, "Makes a writer."),
    method!("__init__", "(self, *args, **kwargs)", init, "Nothing to do."),
    method!("write", "(self, data)", write, "Writes bytes, without waiting."),
    method!("writelines", "(self, data)", writelines, "Writes several bytes objects."),
    method!("write_eof", "(self)", write_eof, "Says that no more is written."),
    method!("can_write_eof", "(self)", can_write_eof, "Whether write_eof() is supported."),
    method!("close", "(self)", close, "Closes it once all is sent."),
    method!("is_closing", "(self)", is_closing, "Whether it is closed or about to be."),
    method!("wait_closed", "(self)", wait_closed, "Waits until it is closed."),
    method!("drain", "(self)", drain, "Waits until there is room to write more."),
    method!("get_extra_info", "(self, name, default=None)", get_extra_info, "What is known of the connection."),
    method!("__repr__", "(self)", repr, "Shows transport and reader."),
    getter!("transport", transport, "Its transport."),
];
