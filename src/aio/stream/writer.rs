//! `StreamWriter`: what scripts write through.

use crate::heap::{Gc, Visitor};
use crate::object::{Class, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

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

fn own(vm: &Vm, value: &Value) -> Result<Gc<Opaque>> {
    match value.get::<Opaque>().and_then(|object| object.data::<Writer>()) {
        Some(writer) => Ok(writer.transport.clone()),
        None => Err(vm.type_error(format!("expected a StreamWriter, got '{}'", vm.type_name(value)))),
    }
}

/// `StreamWriter(transport, protocol, reader, loop)`
fn new(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(class) = args[0].gc::<Class>() else { return Err(vm.type_error("a class was expected")) };
    let transport = transport::of(vm, &args[1])?;
    Ok(Opaque::new(class.clone(), Writer { transport, reader: args[3].clone() }).into())
}

fn init(_: &mut Vm, _: &[Value]) -> Result {
    Ok(Value::None)
}

fn write(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    with_bytes(vm, &args[1], |vm, bytes| transport::write(vm, &transport, bytes).map(|()| Value::None), transport::not_bytes)
}

fn writelines(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    let all = transport::joined(vm, &args[1])?;
    transport::write(vm, &transport, &all).map(|()| Value::None)
}

fn write_eof(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    transport::write_eof(vm, &transport).map(|()| Value::None)
}

fn can_write_eof(_: &mut Vm, _: &[Value]) -> Result {
    Ok(Value::Bool(true))
}

fn close(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    transport::close(vm, &transport).map(|()| Value::None)
}

fn is_closing(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    Ok(Value::Bool(transport.data::<Transport>().is_some_and(Transport::is_closing)))
}

fn wait_closed(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    Ok(coroutine::operation(vm, WaitClosed(transport)))
}

fn drain(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    let reader =
        args[0].get::<Opaque>().and_then(|object| object.data::<Writer>()).map_or(Value::None, |writer| writer.reader.clone());
    Ok(coroutine::operation(vm, Drain { transport, reader }))
}

fn get_extra_info(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?;
    transport::extra_info(vm, &transport, &args[1], args[2].clone())
}

fn transport(vm: &mut Vm, args: &[Value]) -> Result {
    own(vm, &args[0]).map(Value::from)
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let transport = own(vm, &args[0])?.into();
    let mut text = format!("<StreamWriter transport={}", vm.repr(&transport)?);
    let reader =
        args[0].get::<Opaque>().and_then(|object| object.data::<Writer>()).map_or(Value::None, |writer| writer.reader.clone());
    if !reader.is_none() {
        text.push_str(&format!(" reader={}", vm.repr(&reader)?));
    }
    Ok(Str::value(text + ">"))
}

/// The rows of `StreamWriter`.
pub static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, transport, protocol, reader, loop)", new, "Makes a writer."),
    Row::method("__init__", "(self, *args, **kwargs)", init, "Nothing to do."),
    Row::method("write", "(self, data)", write, "Writes bytes, without waiting."),
    Row::method("writelines", "(self, data)", writelines, "Writes several bytes objects."),
    Row::method("write_eof", "(self)", write_eof, "Says that no more is written."),
    Row::method("can_write_eof", "(self)", can_write_eof, "Whether write_eof() is supported."),
    Row::method("close", "(self)", close, "Closes it once all is sent."),
    Row::method("is_closing", "(self)", is_closing, "Whether it is closed or about to be."),
    Row::method("wait_closed", "(self)", wait_closed, "Waits until it is closed."),
    Row::method("drain", "(self)", drain, "Waits until there is room to write more."),
    Row::method("get_extra_info", "(self, name, default=None)", get_extra_info, "What is known of the connection."),
    Row::method("__repr__", "(self)", repr, "Shows transport and reader."),
    Row::getter("transport", transport, "Its transport."),
];
