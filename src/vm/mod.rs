//! The machine: instructions, calls, unwinding, attribute lookup, inline caches.
//!
//! A [`Vm`] is a value: several can live in one process, each on its own thread. Scripts' calls never recurse natively: a call, an `await`,
//! a `for` over a generator push a frame and stay in the loop of `run`. Natives that call back re-enter it, as deep as the native stack goes (`room`).

mod arguments;
mod arith;
mod attr;
mod bind;
mod build;
mod cached;
mod call;
mod callback;
mod chain;
mod class;
mod compare;
mod consume;
mod convert;
mod descriptor;
mod dicts;
mod enter;
mod error;
mod fast;
mod finalize;
mod generator;
mod group;
mod hint;
mod import;
mod invoke;
mod item;
mod iterate;
mod memory;
mod names;
mod native;
mod ops;
mod parameter;
mod pattern;
mod room;
mod run;
mod slots;
mod special;
mod spread;
mod stack;
mod states;
mod step;
mod thread;
mod types;
mod unwind;

use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::AtomicU8;

use compact_str::CompactString;

use crate::bytecode::{Code, Const, Intrinsic};
use crate::heap::{self, Erased, Gc};
use crate::object::frame::Frame;
use crate::object::{self, AsyncStep, CodeObject, Dict, Generator, Str, Tuple};
use crate::source::Span;
use crate::value::{Kind, Value};

pub use arith::{BinaryOp, Fault, Number, UnaryOp, divide_ints, exact_parts, scale};
pub use compare::{CompareOp, Comparer, order_numbers};
pub use consume::{Consumer, at_once};
pub use descriptor::{Role, native_class_method};
pub use error::{Exceptions, RECEIVER, Raised, Result};
pub use generator::{Resumed, Sent};
pub use group::{Parts, Wanted};
pub use import::Loader;
pub use item::absolute;
pub use memory::MemoryWatch;
pub use names::{FastMap, Interner, Names};
pub use native::{Enters, NativeEntry, NativeFn, Parameter, ParameterKind, Quickly, Row, RowKind, SCRIPTED, Signature};
pub use parameter::{Absent, Attribute, Clamped, FromArg, Named, Of, Own, Place, Pure, Returned, This, Typed, storage};
pub(crate) use parameter::{class_method, function, getset, getter, method, static_method, typed_native};
pub use room::Room;
pub use thread::{Block, Thread, ThreadStep};
pub use types::Types;

/// Depth of scripts' calls at first (`sys.getrecursionlimit()`).
const RECURSION_LIMIT: usize = 1000;
/// Decimal digits that an int may have as text at first.
const INT_MAX_STR_DIGITS: usize = 4300;
/// Room for the natives that every machine has.
const NATIVES: usize = 1536;

/// What polling something awaitable gave.
pub enum Poll {
    /// It is done: the result of the `await`.
    Ready(Value),
    /// It is not: the chain of awaits rests, and its driver is handed this.
    Pending(Value),
}

/// Steps a native awaitable; `Sent::Throw` asks it to clean up and normally comes back as the error.
pub type PollFn = fn(&mut Vm, &Value, Sent) -> Result<Poll>;

/// What higher floors do for the machine.
pub struct Hooks {
    /// A coroutine died without ever being awaited.
    pub never_awaited: fn(&mut Vm, &Gc<Generator>),
    /// As `never_awaited`, for a coroutine written in Rust: its qualified name, and the code and instruction that made it.
    pub never_awaited_native: fn(&mut Vm, &'static str, Option<(Gc<CodeObject>, u32)>),
    /// As `never_awaited`, for a step of an asynchronous generator.
    pub never_awaited_step: fn(&mut Vm, &Gc<AsyncStep>),
    /// An asynchronous generator takes its first step.
    pub async_generator_begins: fn(&mut Vm, &Gc<Generator>),
    /// One that has not come to its end is dropped; whether somebody takes over to close it.
    pub async_generator_dropped: fn(&mut Vm, &Gc<Generator>) -> bool,
    /// An object of a kind that the machine doesn't know died and wanted to be seen before.
    pub finalize: fn(&mut Vm, Erased),
    /// An exception that nobody can catch: raised by `__del__`, or while a generator was closed. The text says where, after the words
    /// "Exception ignored".
    pub unraisable: fn(&mut Vm, Raised, &str),
    /// Something outside asks for attention (`heap::Breaker::Outside`): signals.
    pub outside: fn(&mut Vm) -> Result<()>,
    /// Shows a value at the REPL.
    pub display: fn(&mut Vm, &Value) -> Result<()>,
    /// `repr` of a value that is exactly a float or string; none where the general way has to be taken.
    pub plain_repr: fn(&Value) -> Option<CompactString>,
    /// `format` of a value that is exactly a small int, a float or a string with a specifier that is not empty; none where the general way
    /// has to be taken, for errors too.
    pub plain_format: fn(&Value, &str) -> Option<CompactString>,
    /// `text % arguments` of a string and something of a built-in type.
    pub percent: fn(&mut Vm, &Str, &Value) -> Result,
    /// Makes what type parameters and template strings are: the objects of rare operations, of their operands.
    pub make: fn(&mut Vm, Intrinsic, Vec<Value>) -> Result,
    /// The present instant of a virtual clock, in seconds since the machine started; none where time is real.
    pub virtual_time: fn(&Vm) -> Option<f64>,
    /// Blocks the running thread of the script for so many seconds; none blocks the process.
    pub sleep: Option<fn(&mut Vm, f64) -> Result<()>>,
    /// Which part of an expression's text a traceback marks: the operator, the brackets (`syntax::operator_span`).
    pub operator_span: fn(&str) -> Option<Span>,
    /// The call of a statement `x = f(…)` or `return f(…)` (`syntax::assigned_call`).
    pub assigned_call: fn(&str) -> Option<Span>,
    /// How native awaitables are stepped, by kind.
    pub poll: [Option<PollFn>; Kind::COUNT],
}

/// The machine.
pub struct Vm {
    /// Threads of a script rest with references to the machine (`thread`).
    _shared: thread::Shared,
    /// The frame that runs; its `pc` is current while natives run.
    pub(crate) frame: *mut Frame,
    stack: stack::Stack,
    /// The root generator that runs, or null.
    root: *const Generator,
    /// What natives do with what is made for them in the loop.
    driven: callback::Driven,
    /// Attributes that natives ask for by name.
    by_name: cached::ByName,
    /// What a resting `YieldFrom` is executed again with.
    sent: Value,
    /// The exception under way is raised again: its traceback has this frame already.
    reraising: bool,
    /// What a step raises in the current frame, until it is raised there.
    raised: Option<Raised>,
    /// How the loop is left, until its caller has taken it.
    resumed: Option<Resumed>,
    /// Where the loop goes on, in a build that isn't threaded.
    cursor: run::Cursor,
    /// The exception that the running chain of generators, or the code outside of any, handles itself, or None. What those further out handle
    /// stands in the generators that run (`chain.rs`).
    pub(super) handled: Value,
    /// Generators that keep an exception handled by another chain or by theirs: none, and nobody has to be asked.
    keepers: usize,
    depth: usize,
    /// `sys.getrecursionlimit()`
    pub recursion_limit: usize,
    /// `sys.get_int_max_str_digits()`: decimal digits that an int may have as text; 0 for no limit.
    pub int_max_str_digits: usize,
    /// How far down natives may use the native stack.
    room: Room,
    /// How the running thread of the script hands control back; null in the main one.
    yielder: *const corosensei::Yielder<*mut Vm, Block>,
    breaker: &'static AtomicU8,
    /// The built-in classes.
    pub types: Types,
    /// The built-in exception classes.
    pub exc: Exceptions,
    /// Names that the machine looks up.
    pub names: Names,
    interner: Interner,
    natives: Vec<NativeEntry>,
    /// What each new class gets.
    own_attributes: descriptor::OwnAttributes,
    /// What calls need of `natives`, under the same numbers.
    quick_natives: Vec<invoke::Quick>,
    /// The namespace of `builtins`.
    pub builtins: Gc<Dict>,
    /// `sys.modules`
    pub modules: Gc<Dict>,
    /// What higher floors do.
    pub hooks: Hooks,
    /// Finds and loads modules.
    pub loader: Option<Rc<dyn Loader>>,
    /// When it was made, by the system's clock.
    pub started: std::time::SystemTime,
    /// State of the event loop, for the floor that owns it.
    pub event_loop: Option<Rc<dyn Any>>,
    /// What native modules keep.
    states: states::States,
    /// `sys.stdout`, `sys.stderr`, `sys.argv` and the like live in the module; natives that write find it here once it is made.
    pub sys: Option<Gc<object::Module>>,
    /// One-character strings of ASCII, made at first use.
    pub(crate) characters: Vec<Value>,
    /// A buffer for texts that are put together, empty while nobody does it.
    pub(crate) scratch: String,
    empty_tuple: Gc<Tuple>,
    /// Addresses of the containers whose `repr` is under way.
    pub repr_guard: Vec<usize>,
}

impl Vm {
    /// A machine with built-in classes without methods; higher floors fill them.
    pub fn new() -> Vm {
        let interner = Interner::default();
        let names = Names::new(&interner);
        let (types, exc) = Types::new(&interner);
        let builtins = Dict::new();
        for class in types.all().into_iter().chain(exc.all()) {
            let name = class.name.borrow().clone();
            let public = matches!(class.layout, object::Layout::Exception)
                || [
                    "object",
                    "type",
                    "int",
                    "bool",
                    "float",
                    "complex",
                    "str",
                    "bytes",
                    "bytearray",
                    "tuple",
                    "list",
                    "dict",
                    "set",
                    "frozenset",
                ]
                .contains(&name.as_str())
                || [
                    "range",
                    "slice",
                    "property",
                    "classmethod",
                    "staticmethod",
                    "super",
                    "enumerate",
                    "zip",
                    "map",
                    "filter",
                    "reversed",
                ]
                .contains(&name.as_str());
            if public {
                builtins.set_str(&name, class.into());
            }
        }
        for (alias, class) in [("EnvironmentError", &exc.os_error), ("IOError", &exc.os_error)] {
            builtins.set_str(&interner.intern(alias), class.clone().into());
        }
        for (name, value) in [("None", Value::None), ("Ellipsis", Value::Ellipsis), ("NotImplemented", Value::NotImplemented)] {
            builtins.set_str(&interner.intern(name), value);
        }
        for (name, value) in [("True", true), ("False", false), ("__debug__", true)] {
            builtins.set_str(&interner.intern(name), Value::Bool(value));
        }
        Vm {
            frame: std::ptr::null_mut(),
            stack: stack::Stack::new(),
            root: std::ptr::null(),
            driven: callback::Driven::default(),
            by_name: cached::ByName::default(),
            sent: Value::None,
            reraising: false,
            raised: None,
            resumed: None,
            cursor: run::Cursor::NONE,
            handled: Value::None,
            keepers: 0,
            depth: 0,
            recursion_limit: RECURSION_LIMIT,
            int_max_str_digits: INT_MAX_STR_DIGITS,
            room: Room::default(),
            yielder: std::ptr::null(),
            breaker: heap::breaker(),
            types,
            exc,
            names,
            interner,
            natives: Vec::with_capacity(NATIVES),
            own_attributes: Default::default(),
            quick_natives: Vec::with_capacity(NATIVES),
            builtins,
            modules: Dict::new(),
            hooks: Hooks {
                never_awaited: |_, _| {},
                never_awaited_native: |_, _, _| {},
                never_awaited_step: |_, _| {},
                async_generator_begins: |_, _| {},
                async_generator_dropped: |_, _| false,
                finalize: |_, _| {},
                unraisable: |_, _, _| {},
                outside: |_| Ok(()),
                display: |_, _| Ok(()),
                plain_repr: |_| None,
                plain_format: |_, _| None,
                percent: |_, _, _| Ok(Value::NotImplemented),
                make: |vm, _, _| Err(vm.system_error("the built-in types are not there yet")),
                virtual_time: |_| None,
                sleep: None,
                operator_span: |_| None,
                assigned_call: |_| None,
                poll: [None; Kind::COUNT],
            },
            loader: None,
            started: std::time::SystemTime::now(),
            event_loop: None,
            states: states::States::default(),
            sys: None,
            characters: Vec::new(),
            scratch: String::new(),
            empty_tuple: Tuple::new(vec![]),
            repr_guard: Vec::new(),
            _shared: std::marker::PhantomPinned,
        }
    }

    /// The interned string of a text.
    pub fn intern(&self, text: &str) -> Gc<Str> {
        self.interner.intern(text)
    }

    /// The interned string equal to a string, where there is one.
    #[inline]
    pub fn find_interned(&self, string: &Gc<Str>) -> Option<Gc<Str>> {
        self.interner.find_str(string)
    }

    /// The interned string equal to a string.
    pub fn intern_str(&self, string: &Gc<Str>) -> Gc<Str> {
        self.interner.intern_str(string)
    }

    /// The empty tuple, which there is one of.
    pub fn empty_tuple(&self) -> Gc<Tuple> {
        self.empty_tuple.clone()
    }

    /// A string of one character.
    #[inline]
    pub fn character(&mut self, c: char) -> Value {
        match self.characters.get(c as usize) {
            Some(character) => character.clone(),
            None => self.character_made(c),
        }
    }

    #[inline(never)]
    fn character_made(&mut self, c: char) -> Value {
        if c as u32 > 0xFF {
            return Str::value(c.encode_utf8(&mut [0; 4]) as &str);
        }
        if self.characters.is_empty() {
            let text = |byte: u8| Str::value(char::from(byte).encode_utf8(&mut [0; 4]) as &str);
            self.characters = (0..=u8::MAX).map(text).collect();
        }
        self.characters[c as usize].clone()
    }

    /// Loads a code: constants become values, names are interned. The compiler is trusted to make well-formed codes; builds with debug
    /// assertions check each.
    pub fn load(&mut self, code: &Arc<Code>) -> Gc<CodeObject> {
        #[cfg(debug_assertions)]
        if let Err(fault) = crate::bytecode::verify(code) {
            panic!("malformed code: {fault}");
        }
        self.load_verified(code)
    }

    fn load_verified(&mut self, code: &Arc<Code>) -> Gc<CodeObject> {
        let consts: Vec<Value> = code.consts.iter().map(|constant| self.load_constant(constant)).collect();
        let names = code.names.iter().map(|name| self.intern(name)).collect();
        let (name, qualname) = (self.intern(&code.name), self.intern(&code.qualname));
        CodeObject::new(code.clone(), consts, names, name, qualname)
    }

    fn load_constant(&mut self, constant: &Const) -> Value {
        match constant {
            Const::None => Value::None,
            Const::Bool(value) => Value::Bool(*value),
            Const::Ellipsis => Value::Ellipsis,
            Const::Int(value) => Value::Int(*value),
            Const::BigInt(value) => object::int_value(value.clone()),
            Const::Float(value) => Value::Float(*value),
            Const::Imaginary(value) => object::Complex::value(0.0, *value),
            // Short texts are interned, as names often come back as strings.
            Const::Str(text) if text.len() <= 32 => self.intern(text).into(),
            Const::Str(text) => Str::value(&**text),
            Const::Bytes(data) => object::Bytes::value(data.clone()),
            Const::Tuple(items) if items.is_empty() => self.empty_tuple().into(),
            Const::Tuple(items) => Tuple::value(items.iter().map(|item| self.load_constant(item)).collect::<Vec<_>>()),
            Const::FrozenSet(items) => {
                let mut storage = object::SetStorage::default();
                for item in items {
                    let value = self.load_constant(item);
                    let hash = object::quick_hash(&value).unwrap_or_default();
                    if matches!(storage.find(hash, &value), object::Found::Absent) {
                        storage.insert_new(hash, value);
                    }
                }
                object::FrozenSet::new(storage).into()
            }
            Const::Code(code) => self.load_verified(code).into(),
        }
    }
}

impl Default for Vm {
    fn default() -> Vm {
        Vm::new()
    }
}
