//! Exceptions and tracebacks.

use std::cell::{Cell, RefCell};

use super::{Attrs, Class, CodeObject, Dict, Tuple, object_kind};
use crate::heap::{Gc, HeapType, Visitor};

/// An instance of a class derived from BaseException.
pub struct Exception {
    /// Its class.
    pub class: RefCell<Gc<Class>>,
    /// `args`
    pub args: RefCell<Gc<Tuple>>,
    /// `__traceback__`
    pub traceback: RefCell<Option<Gc<Traceback>>>,
    /// `__cause__`
    pub cause: RefCell<Option<Gc<Exception>>>,
    /// `__context__`
    pub context: RefCell<Option<Gc<Exception>>>,
    /// `__suppress_context__`
    pub suppress_context: Cell<bool>,
    /// Everything else: `value`, `code`, `errno`, `exceptions`, `__notes__`, the script's own.
    pub attrs: Attrs,
}

impl HeapType for Exception {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.class.borrow().trace(visitor);
        self.args.borrow().trace(visitor);
        if let Some(traceback) = &*self.traceback.borrow() {
            traceback.trace(visitor);
        }
        for link in [&self.cause, &self.context] {
            if let Some(other) = &*link.borrow() {
                other.trace(visitor);
            }
        }
        self.attrs.trace(visitor);
    }

    fn clear(&self) {
        drop((self.traceback.take(), self.cause.take(), self.context.take()));
        self.attrs.clear();
    }

    fn finalize(&self) -> bool {
        self.class.borrow().flags().del
    }
}
object_kind!(Exception, Exception);

impl Exception {
    /// A new exception with its `args`.
    pub fn new(class: Gc<Class>, args: Gc<Tuple>) -> Gc<Exception> {
        Gc::new(Exception {
            class: RefCell::new(class),
            args: RefCell::new(args),
            traceback: RefCell::default(),
            cause: RefCell::default(),
            context: RefCell::default(),
            suppress_context: Cell::new(false),
            attrs: Attrs::default(),
        })
    }

    /// Its class.
    pub fn class(&self) -> Gc<Class> {
        self.class.borrow().clone()
    }
}

/// The instruction of a frame that has not begun.
pub const UNBEGUN: u32 = u32::MAX;

/// One entry of a traceback: a place in a frame that the exception went through, outermost first.
pub struct Traceback {
    /// The code of the frame.
    pub code: Gc<CodeObject>,
    /// Index of the instruction.
    pub instr: u32,
    /// The namespace of the frame's module.
    pub globals: Gc<Dict>,
    /// The next entry, further in.
    pub next: RefCell<Option<Gc<Traceback>>>,
}

impl HeapType for Traceback {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.code.trace(visitor);
        self.globals.trace(visitor);
        if let Some(next) = &*self.next.borrow() {
            next.trace(visitor);
        }
    }
    fn clear(&self) {
        drop(self.next.take());
    }
}
object_kind!(Traceback, Traceback);
