//! The standard streams: `sys.stdin`, `sys.stdout`, `sys.stderr`.
//!
//! As in CPython text waits in one buffer and bytes (`sys.stdout.buffer`) in another behind it; a terminal sees each line at once, stderr each
//! write. What can't be written stays, so that the flush at the end reports it again.

mod input;
mod methods;
mod system;

use std::cell::{Cell, RefCell};

use crate::heap::{self, Gc};
use crate::object::{Dict, Module, NativeData, Opaque, Str};
use crate::value::Value;
use crate::vm::{Result, Vm};

pub use system::Standard;

/// Bytes that may wait in a buffer.
const BUFFER: usize = 8192;

/// A standard stream.
pub struct Stream {
    /// Which one.
    pub standard: Standard,
    /// Text that has not reached the bytes yet.
    text: RefCell<Vec<u8>>,
    /// Bytes that have not been written yet; of stdin, those not read yet.
    bytes: RefCell<Vec<u8>>,
    /// Whether each write, or each line, is written at once.
    at_once: Cell<bool>,
    by_line: Cell<bool>,
    /// Whether the present write has ended a line.
    line_ended: Cell<bool>,
    closed: Cell<bool>,
}

impl NativeData for Stream {}

thread_local! {
    /// The machine's stdout, for the case that memory runs out.
    static STDOUT: RefCell<Option<heap::Weak<Opaque>>> = const { RefCell::new(None) };
}

/// Writes out what was printed: the process ends because there is no memory.
pub fn last_words() {
    STDOUT.with_borrow(|stdout| {
        let Some(stdout) = stdout.as_ref().and_then(heap::Weak::upgrade) else { return };
        if let Some(stream) = stdout.data::<Stream>() {
            stream.spill();
        }
        // Nothing is freed any more.
        std::mem::forget(stdout);
    });
}

/// Makes the module `sys`, unless there is one, and the three streams in it.
pub fn install(vm: &mut Vm) {
    methods::install(vm);
    let name = vm.intern("sys");
    let sys = match &vm.sys {
        Some(sys) => sys.clone(),
        None => {
            let sys = Module::new(name.clone(), Dict::new());
            sys.namespace.set_str(&vm.names.name, name.clone().into());
            vm.modules.set_str(&name, sys.clone().into());
            vm.sys = Some(sys.clone());
            sys
        }
    };
    let class = vm.types.text_stream.clone();
    for (name, original, standard) in
        [("stdin", "__stdin__", Standard::In), ("stdout", "__stdout__", Standard::Out), ("stderr", "__stderr__", Standard::Err)]
    {
        let stream = Opaque::new(class.clone(), Stream::new(standard));
        if standard == Standard::Out {
            STDOUT.set(Some(heap::Weak::new(&stream)));
        }
        let stream: Value = stream.into();
        sys.namespace.set_str(&vm.intern(name), stream.clone());
        sys.namespace.set_str(&vm.intern(original), stream);
    }
}

/// `sys.stdin`, `sys.stdout` or `sys.stderr` as it is now.
pub fn current(vm: &Vm, name: &str) -> Result {
    match vm.sys.as_ref().and_then(|sys| sys.namespace.get_text(name)) {
        Some(stream) => Ok(stream),
        None => Err(vm.runtime_error(format!("lost sys.{name}"))),
    }
}

/// Writes out what waits in the original streams and in those that replaced them; the first error comes back. What stderr refuses has nowhere
/// to go.
pub fn flush_all(vm: &mut Vm) -> Result<()> {
    let mut outcome = Ok(());
    for name in ["stdout", "__stdout__", "stderr", "__stderr__"] {
        let Ok(stream) = current(vm, name) else { continue };
        let flushed = match stream.get::<Opaque>().and_then(|stream| stream.data::<Stream>()) {
            Some(stream) if stream.closed.get() => Ok(()),
            Some(stream) => stream.flush(vm),
            None if stream.is_none() => Ok(()),
            None => {
                let flush = vm.intern("flush");
                match vm.get_attr_optional(&stream, &flush) {
                    Ok(Some(flush)) => vm.call(&flush, &[]).map(|_| ()),
                    Ok(None) => Ok(()),
                    Err(raised) => Err(raised),
                }
            }
        };
        if !name.contains("stderr") {
            outcome = outcome.and(flushed);
        }
    }
    outcome
}

impl Stream {
    fn new(standard: Standard) -> Stream {
        Stream {
            standard,
            text: RefCell::default(),
            bytes: RefCell::default(),
            at_once: Cell::new(standard == Standard::Err),
            by_line: Cell::new(standard.is_terminal()),
            line_ended: Cell::new(false),
            closed: Cell::new(false),
        }
    }

    fn check_open(&self, vm: &Vm) -> Result<()> {
        if self.closed.get() { Err(vm.value_error("I/O operation on closed file.")) } else { Ok(()) }
    }

    /// Adds a piece of text; [`Stream::settle`] ends the write that it belongs to.
    pub fn push(&self, vm: &mut Vm, piece: &str) -> Result<()> {
        self.check_open(vm)?;
        if self.standard == Standard::In {
            return Err(methods::unsupported(vm, "not writable"));
        }
        let waiting = {
            let mut text = self.text.borrow_mut();
            vm.grow(&mut *text, piece.len())?;
            text.extend_from_slice(piece.as_bytes());
            text.len()
        };
        if self.by_line.get() && !self.line_ended.get() {
            self.line_ended.set(piece.contains(['\n', '\r']));
        }
        if waiting > BUFFER { self.pass_on(vm) } else { Ok(()) }
    }

    /// Ends a write: a terminal sees each line at once, stderr everything.
    pub fn settle(&self, vm: &mut Vm) -> Result<()> {
        if self.at_once.get() || self.line_ended.replace(false) { self.flush(vm) } else { Ok(()) }
    }

    /// Text becomes bytes.
    fn pass_on(&self, vm: &mut Vm) -> Result<()> {
        let text = self.text.take();
        self.check_open(vm)?;
        let waiting = {
            let mut bytes = self.bytes.borrow_mut();
            if bytes.is_empty() {
                *bytes = text;
            } else if let Err(raised) = vm.grow(&mut *bytes, text.len()) {
                self.text.replace(text);
                return Err(raised);
            } else {
                bytes.extend_from_slice(&text);
            }
            bytes.len()
        };
        if waiting > BUFFER { self.drain(vm) } else { Ok(()) }
    }

    /// Adds bytes behind those that wait.
    fn push_bytes(&self, vm: &mut Vm, more: &[u8]) -> Result<()> {
        self.check_open(vm)?;
        let waiting = {
            let mut bytes = self.bytes.borrow_mut();
            vm.grow(&mut *bytes, more.len())?;
            bytes.extend_from_slice(more);
            bytes.len()
        };
        if waiting > BUFFER { self.drain(vm) } else { Ok(()) }
    }

    /// Writes out all that waits.
    pub fn flush(&self, vm: &mut Vm) -> Result<()> {
        if self.standard == Standard::In {
            return Ok(());
        }
        self.pass_on(vm)?;
        self.drain(vm)
    }

    /// Writes out what waits, as far as that goes, without asking for memory.
    fn spill(&self) {
        for buffer in [&self.bytes, &self.text] {
            let Ok(waiting) = buffer.try_borrow() else { return };
            let mut written = 0;
            while written < waiting.len() {
                match self.standard.write(&waiting[written..]) {
                    Ok(count) => written += count,
                    Err(_) => return,
                }
            }
        }
    }

    fn drain(&self, vm: &mut Vm) -> Result<()> {
        let mut bytes = self.bytes.take();
        let mut written = 0;
        let mut outcome = Ok(());
        while written < bytes.len() {
            match self.standard.write(&bytes[written..]) {
                Ok(count) => written += count,
                Err(error) => {
                    outcome = Err(system::os_error(vm, error));
                    break;
                }
            }
        }
        bytes.drain(..written);
        // What could not be written comes first again.
        let added = self.bytes.take();
        bytes.extend(added);
        self.bytes.replace(bytes);
        outcome
    }
}

/// The name of a stream.
fn name_of(vm: &Vm, standard: Standard) -> Gc<Str> {
    vm.intern(standard.name())
}
