//! The primitives that `streams.py` and `subprocess.py` stand on: to resolve a name, to connect, to listen.

use std::cell::RefCell;
use std::rc::Rc;

use crate::heap::{Gc, Visitor};
use crate::object::{List, Opaque, Str};
use crate::reactor::tcp::BindOptions;
use crate::reactor::{Address, Answer, Event, Family, Interest, Query, Resolution, Stream, tcp, unix};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::super::coroutine::{self, NativeCoroutine, Operation, Wait};
use super::super::event_loop::Outcome;
use super::super::{io, loops};
use super::address;
use super::socket::{self, Socket};

/// `_resolve(host, port, family, passive)`
struct Resolve {
    query: Option<Query>,
    answer: Rc<RefCell<Option<Answer>>>,
}

impl Resolve {
    fn addresses(vm: &mut Vm, answer: Answer) -> Result<Wait> {
        match answer {
            Ok(addresses) => {
                let all = addresses.into_iter().map(|address| address::to_value(&Address::Inet(address))).collect();
                Ok(Wait::Ready(List::value(all)))
            }
            Err(error) => {
                let class = super::super::state(vm).classes.gaierror.clone();
                let code = Value::Int(i64::from(error.code));
                let raised = vm.raise_with(&class, vec![code.clone(), Str::value(error.message.as_str())]);
                raised.0.attrs.set(&class, &vm.intern("errno"), code);
                raised.0.attrs.set(&class, &vm.intern("strerror"), Str::value(error.message));
                Err(raised)
            }
        }
    }
}

impl Operation for Resolve {
    fn name(&self) -> &'static str {
        "BaseEventLoop.getaddrinfo"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let Some(query) = self.query.take() else { return Ok(Wait::Ready(Value::None)) };
        let loop_ = loops::running_or_error(vm)?;
        this.core.set_loop(loop_.clone());
        let resolution = loop_.reactor().resolve(query, Outcome::Resolved);
        match resolution {
            Ok(Resolution::Ready(answer)) => Resolve::addresses(vm, answer),
            Ok(Resolution::Pending(job)) => {
                let (answer, waiting) = (self.answer.clone(), this.clone());
                let ended = move |vm: &mut Vm, outcome: Outcome| {
                    if let Outcome::Resolved(found) = outcome {
                        *answer.borrow_mut() = Some(found);
                    }
                    NativeCoroutine::complete(&waiting, vm, Value::None)
                };
                loop_.watch_job(job, Box::new(ended));
                Ok(Wait::Pending)
            }
            Err(error) => Err(io::os_error(vm, &error)),
        }
    }

    fn resume(&mut self, vm: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        outcome?;
        match self.answer.take() {
            Some(answer) => Resolve::addresses(vm, answer),
            None => Ok(Wait::Ready(List::value(vec![]))),
        }
    }
}

/// `_connect(address, local_address)`
struct Connect {
    address: Address,
    shown: Value,
    local: Option<Address>,
    socket: Option<Gc<Opaque>>,
}

/// What an attempt's coroutine is told through: the socket's events.
struct Attempt(Gc<NativeCoroutine>);

impl crate::object::NativeData for Attempt {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}

fn connected(vm: &mut Vm, object: &Gc<Opaque>, _: Event) -> Result<()> {
    match object.data::<Attempt>() {
        Some(attempt) => NativeCoroutine::complete(&attempt.0, vm, Value::None),
        None => Ok(()),
    }
}

impl Connect {
    fn open(&self) -> std::io::Result<Stream> {
        let local = match &self.local {
            Some(Address::Inet(local)) => Some(*local),
            _ => None,
        };
        match &self.address {
            Address::Inet(address) => tcp::connect(*address, local),
            Address::Unix(path) => unix::connect(path),
        }
    }

    fn failed(&self, vm: &mut Vm, error: &std::io::Error) -> Result<Wait> {
        let shown = vm.repr(&self.shown)?;
        Err(io::with_text(vm, error, format!("Connect call failed {shown}")))
    }

    /// The attempt is over: with a connection, or with the error that the socket noted.
    fn finish(&mut self, vm: &mut Vm, socket: &Gc<Opaque>) -> Result<Wait> {
        let Some(data) = socket.data::<Socket>() else { return Ok(Wait::Ready(Value::None)) };
        let Some(token) = data.token.get() else { return Ok(Wait::Ready(Value::None)) };
        data.loop_.set_interest(vm, token, Interest::NONE)?;
        let noted = data.loop_.reactor().stream(token).map(Stream::take_error);
        match noted {
            Some(Ok(Some(error)) | Err(error)) => {
                data.close();
                self.failed(vm, &error)
            }
            _ => Ok(Wait::Ready(socket.clone().into())),
        }
    }
}

impl Operation for Connect {
    fn name(&self) -> &'static str {
        "BaseEventLoop.sock_connect"
    }

    fn start(&mut self, vm: &mut Vm, this: &Gc<NativeCoroutine>) -> Result<Wait> {
        let loop_ = loops::running_or_error(vm)?;
        this.core.set_loop(loop_.clone());
        let stream = match self.open() {
            Ok(stream) => stream,
            Err(error) => {
                return if matches!(self.address, Address::Unix(_)) {
                    Err(io::os_error(vm, &error))
                } else {
                    self.failed(vm, &error)
                };
            }
        };
        let socket = socket::make(vm, &loop_, stream);
        if matches!(self.address, Address::Unix(_)) {
            return Ok(Wait::Ready(socket.into()));
        }
        if let Some(data) = socket.data::<Socket>()
            && let Some(token) = data.token.get()
        {
            let attempt = Opaque::new(socket.class(), Attempt(this.clone()));
            data.handle_events(&attempt, connected);
            loop_.set_interest(vm, token, Interest::WRITE)?;
        }
        self.socket = Some(socket);
        Ok(Wait::Pending)
    }

    fn resume(&mut self, vm: &mut Vm, _: &Gc<NativeCoroutine>, outcome: Result) -> Result<Wait> {
        let socket = self.socket.take();
        if let (Err(_), Some(data)) = (&outcome, socket.as_ref().and_then(|socket| socket.data::<Socket>())) {
            data.close();
        }
        outcome?;
        match socket {
            Some(socket) => self.finish(vm, &socket),
            None => Ok(Wait::Ready(Value::None)),
        }
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.shown.trace(visitor);
        if let Some(socket) = &self.socket {
            socket.trace(visitor);
        }
    }
}

fn resolve(vm: &mut Vm, host: Option<&Value>, port: Option<i64>, family: i64, passive: bool) -> Result {
    let host = host.map(|host| vm.str(host)).transpose()?.map(|host| host.to_string());
    let Ok(port) = u16::try_from(port.unwrap_or(0)) else { return Err(vm.overflow_error("port must be 0-65535.")) };
    let family = match family {
        2 => Family::V4,
        10 => Family::V6,
        _ => Family::Any,
    };
    let query = Query { host: host.filter(|host| !host.is_empty()), port, family, passive };
    Ok(coroutine::operation(vm, Resolve { query: Some(query), answer: Rc::default() }))
}

fn connect(vm: &mut Vm, shown: &Value, local: Option<&Value>) -> Result {
    let address = address::from_value(vm, shown)?;
    let local = local.map(|local| address::from_value(vm, local)).transpose()?;
    Ok(coroutine::operation(vm, Connect { address, shown: shown.clone(), local, socket: None }))
}

/// `_listen(address, backlog, reuse_address, reuse_port, cleanup_socket)`
fn listen(vm: &mut Vm, shown: &Value, backlog: i64, reuse_address: bool, reuse_port: bool, cleanup_socket: bool) -> Result {
    let loop_ = loops::running_or_error(vm)?;
    let address = address::from_value(vm, shown)?;
    let backlog = i32::try_from(backlog).unwrap_or(i32::MAX);
    let options = BindOptions { reuse_address, reuse_port };
    let bound = match &address {
        Address::Inet(address) => tcp::bind(*address, options),
        Address::Unix(path) => {
            unix::remove_stale(path);
            unix::bind(path)
        }
    };
    let listener = bound.and_then(|listener| listener.listen(backlog).map(|()| listener));
    match listener {
        Ok(listener) => {
            let object = socket::make(vm, &loop_, listener);
            if let (Address::Unix(path), Some(socket)) = (&address, object.data::<Socket>())
                && cleanup_socket
            {
                socket.file.replace(unix::SocketFile::at(path));
            }
            Ok(object.into())
        }
        Err(error) => {
            let shown = vm.repr(shown)?;
            let number = error.raw_os_error().map_or(String::new(), |number| format!("[errno {number}] "));
            let reason = number + &io::message(&error).to_lowercase();
            Err(io::with_text(vm, &error, format!("error while attempting to bind on address {shown}: {reason}")))
        }
    }
}

/// The functions that the stream modules use.
pub static ROWS: &[Row] = &[
    function!("_resolve", "(host, port, family=0, passive=False)", resolve, "The addresses of a host."),
    function!("_connect", "(address, local_address=None)", connect, "A socket that is connected to an address."),
    function!(
        "_listen",
        "(address, backlog=100, reuse_address=True, reuse_port=False, cleanup_socket=True)",
        listen,
        "A socket that listens at an address."
    ),
    function!("_accept", "(socket, callback)", socket::accept, "Calls back with each connection."),
];
