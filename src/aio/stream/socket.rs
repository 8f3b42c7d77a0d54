//! What scripts see of a socket or pipe that a transport or server uses: addresses, descriptor, family. They can't read or write it.

use std::cell::{Cell, RefCell};
use std::os::fd::AsRawFd;

use crate::heap::{Gc, Visitor};
use crate::object::{NativeData, Opaque, Str};
use crate::reactor::unix::SocketFile;
use crate::reactor::{Address, Interest, Source, Token};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getter, method};

use super::super::core::Slot;
use super::super::event_loop::{LoopRef, SourceFn};
use super::super::{errors, io, state};
use super::address;

/// The storage of a socket object.
pub struct Socket {
    /// Its loop.
    pub loop_: LoopRef,
    /// Its name in the reactor, while it is open.
    pub token: Cell<Option<Token>>,
    /// What a listener calls with each connection.
    accepted: Slot,
    /// The file of a listener, which goes when it is closed.
    pub file: RefCell<Option<SocketFile>>,
}

impl NativeData for Socket {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.loop_.object().trace(visitor);
        self.accepted.trace(visitor);
    }

    fn clear(&self) {
        drop(self.accepted.take());
    }
}

impl Drop for Socket {
    /// A socket that nobody holds is closed.
    fn drop(&mut self) {
        if let Some(token) = self.token.take() {
            drop(self.loop_.remove_source(token));
        }
    }
}

/// A socket object for a source; `ready` handles its events, on behalf of `object` or of the socket itself.
pub fn make(vm: &Vm, loop_: &LoopRef, source: impl Into<Source>) -> Gc<Opaque> {
    let data = Socket { loop_: loop_.clone(), token: Cell::new(None), accepted: Slot::default(), file: RefCell::default() };
    let object = Opaque::new(state(vm).classes.socket.clone(), data);
    let token = loop_.reactor().add(source);
    if let Some(socket) = object.data::<Socket>() {
        socket.token.set(Some(token));
    }
    object
}

impl Socket {
    /// Says who handles its events.
    pub fn handle_events(&self, object: &Gc<Opaque>, ready: SourceFn) {
        if let Some(token) = self.token.get() {
            self.loop_.set_source(token, object, ready);
        }
    }

    /// Closes it.
    pub fn close(&self) {
        if let Some(token) = self.token.take() {
            drop(self.loop_.remove_source(token));
        }
        drop(self.accepted.take());
        if let Some(file) = self.file.take() {
            file.remove();
        }
    }

    /// The address of this end.
    pub fn local_address(&self) -> Option<Address> {
        let reactor = self.loop_.reactor();
        match reactor.source(self.token.get()?)? {
            Source::Stream(stream) => stream.local_address().ok(),
            Source::Listener(listener) => listener.local_address().ok(),
            _ => None,
        }
    }

    /// The address of the other end.
    pub fn peer_address(&self) -> Option<Address> {
        let reactor = self.loop_.reactor();
        match reactor.source(self.token.get()?)? {
            Source::Stream(stream) => stream.peer_address().ok(),
            _ => None,
        }
    }

    fn family(&self) -> Option<i32> {
        let reactor = self.loop_.reactor();
        match reactor.source(self.token.get()?)? {
            Source::Stream(stream) => stream.family().ok(),
            Source::Listener(listener) => listener.family().ok(),
            _ => None,
        }
    }

    /// Its descriptor; -1 once it is closed.
    pub fn number(&self) -> i32 {
        let Some(token) = self.token.get() else { return -1 };
        self.loop_.reactor().source(token).map_or(-1, AsRawFd::as_raw_fd)
    }
}

/// Connections wait at a listener.
fn acceptable(vm: &mut Vm, object: &Gc<Opaque>, _: crate::reactor::Event) -> Result<()> {
    let Some(listener) = object.data::<Socket>() else { return Ok(()) };
    for _ in 0..100 {
        let Some(token) = listener.token.get() else { return Ok(()) };
        let accepted = listener.loop_.reactor().accept(token);
        match accepted {
            Ok(stream) => {
                let socket = make(vm, &listener.loop_, stream);
                let callback = listener.accepted.get();
                let loop_ = listener.loop_.clone();
                // As many turns later as asyncio needs until it tells the protocol of a connection.
                state(vm).next_task_number();
                loop_.clone().defer(move |_| {
                    loop_.clone().defer(move |vm| {
                        let work = |vm: &mut Vm| vm.call(&callback, &[socket.into()]).map(|_| ());
                        errors::guard(vm, &loop_, work)
                    });
                    Ok(())
                });
            }
            Err(error) if error.kind() == std::io::ErrorKind::WouldBlock => return Ok(()),
            Err(error) => return Err(io::os_error(vm, &error)),
        }
    }
    Ok(())
}

/// `_accept(socket, callback)`: calls back with each connection from now on.
pub fn accept(vm: &mut Vm, socket: Own<Socket>, callback: &Value) -> Result<()> {
    let Some(token) = socket.token.get() else { return Ok(()) };
    socket.accepted.set(callback.clone());
    socket.handle_events(socket.object, acceptable);
    socket.loop_.set_interest(vm, token, Interest::READ)
}

fn getsockname(vm: &mut Vm, socket: Own<Socket>) -> Result {
    match socket.local_address() {
        Some(address) => Ok(address::to_value(&address)),
        None => Err(io::os_error(vm, &rustix::io::Errno::BADF.into())),
    }
}

fn getpeername(vm: &mut Vm, socket: Own<Socket>) -> Result {
    match socket.peer_address() {
        Some(address) => Ok(address::to_value(&address)),
        None => Err(io::os_error(vm, &rustix::io::Errno::NOTCONN.into())),
    }
}

fn fileno(socket: Own<Socket>) -> i64 {
    i64::from(socket.number())
}

fn family(socket: Own<Socket>) -> Option<i64> {
    socket.family().map(i64::from)
}

fn kind(_: &Value) -> i64 {
    1
}

fn proto(socket: Own<Socket>) -> i64 {
    if socket.family() == Some(1) { 0 } else { 6 }
}

fn close(socket: Own<Socket>) {
    socket.close();
}

fn repr(vm: &mut Vm, socket: Own<Socket>) -> Result {
    let descriptor = socket.number();
    let family = socket.family().unwrap_or_default();
    let mut text =
        format!("<asyncio.TransportSocket fd={descriptor}, family={family}, type=1, proto={}", if family == 1 { 0 } else { 6 });
    for (name, address) in [("laddr", socket.local_address()), ("raddr", socket.peer_address())] {
        if let Some(address) = address {
            let shown = vm.repr(&address::to_value(&address))?;
            text.push_str(&format!(", {name}={shown}"));
        }
    }
    Ok(Str::value(text + ">"))
}

/// The rows of sockets.
pub static ROWS: &[Row] = &[
    method!("getsockname", "(self)", getsockname, "The address of this end."),
    method!("getpeername", "(self)", getpeername, "The address of the other end."),
    method!("fileno", "(self)", fileno, "The descriptor; -1 once closed."),
    method!("_close", "(self)", close, "Closes it."),
    method!("__repr__", "(self)", repr, "Shows descriptor and addresses."),
    getter!("family", family, "AF_INET, AF_INET6 or AF_UNIX."),
    getter!("type", kind, "SOCK_STREAM."),
    getter!("proto", proto, "The protocol."),
];
