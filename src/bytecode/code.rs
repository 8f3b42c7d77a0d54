//! `Code`: what the compiler hands to the machine. Plain data, no heap: constants become values when it is loaded.
#![allow(unsafe_code)]

use std::sync::Arc;

use num_bigint::BigInt;

use super::Op;
use crate::source::{SourceFile, Span};

/// One instruction: 8 bytes, fixed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C, align(8))]
pub struct Instr {
    /// The opcode.
    pub op: Op,
    /// A small number: counts, flags, the sense of a jump.
    pub n: u8,
    /// First operand.
    pub a: u16,
    /// Second operand.
    pub b: u16,
    /// Third operand.
    pub c: u16,
}

/// Flag of [`Op::Yield`]: in an asynchronous generator.
pub const YIELD_ASYNC: u8 = 1;
/// Flag of [`Op::Yield`]: nobody wants to know what is sent.
pub const YIELD_UNUSED: u8 = 2;
/// The conversion of [`Op::Format`] for a part of a string that leaves strings and ints as they are.
pub const DEFERRED: u8 = 4;
/// The operand that stands for "none".
pub const NONE: u16 = 0xFFFF;

impl Instr {
    /// An instruction of its parts.
    pub const fn new(op: Op, n: u8, a: u16, b: u16, c: u16) -> Instr {
        Instr { op, n, a, b, c }
    }

    /// An instruction whose fields b and c together hold a number.
    pub const fn wide(op: Op, n: u8, a: u16, bc: u32) -> Instr {
        Instr { op, n, a, b: bc as u16, c: (bc >> 16) as u16 }
    }

    /// The instruction of a machine word.
    ///
    /// # Safety
    /// The word was read from an instruction, or made by [`Instr::word`].
    #[inline(always)]
    pub const unsafe fn of_word(word: u64) -> Instr {
        // SAFETY: an instruction is eight bytes, and the caller says that these are one.
        unsafe { std::mem::transmute(word) }
    }

    /// The instruction as a machine word.
    #[inline(always)]
    pub const fn word(self) -> u64 {
        // SAFETY: an instruction has no padding.
        unsafe { std::mem::transmute(self) }
    }

    /// The opcode in the machine word of an instruction, as a number.
    #[inline(always)]
    pub const fn op_of_word(word: u64) -> usize {
        word.to_ne_bytes()[0] as usize
    }

    /// Fields b and c as one number.
    #[inline(always)]
    pub const fn bc(self) -> u32 {
        self.b as u32 | (self.c as u32) << 16
    }

    /// Fields b and c as a signed jump, in instructions from the next one.
    #[inline(always)]
    pub const fn jump32(self) -> i32 {
        self.bc() as i32
    }

    /// Field c as a signed jump, in instructions from the next one.
    #[inline(always)]
    pub const fn jump16(self) -> i16 {
        self.c as i16
    }
}

/// A constant.
#[derive(Clone, PartialEq, Debug)]
pub enum Const {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// An int that fits 64 bits.
    Int(i64),
    /// An int that does not.
    BigInt(BigInt),
    /// A float.
    Float(f64),
    /// An imaginary number, its value.
    Imaginary(f64),
    /// A string.
    Str(Box<str>),
    /// A bytes object.
    Bytes(Box<[u8]>),
    /// A tuple of constants.
    Tuple(Box<[Const]>),
    /// A frozenset of constants (a set display that is only tested for membership).
    FrozenSet(Box<[Const]>),
    /// The code of a nested function, class body or comprehension.
    Code(Arc<Code>),
}

/// What kind of frame a code runs in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodeKind {
    /// A plain function or lambda, or a class body.
    Function,
    /// A module, REPL cell, or the text of exec and eval.
    Module,
    /// A class body: register 0 holds the namespace.
    Class,
    /// A generator function or generator expression.
    Generator,
    /// An `async def` without `yield`.
    Coroutine,
    /// An `async def` with `yield`, or an asynchronous generator expression.
    AsyncGenerator,
}

/// An entry of the exception table. Of the entries that cover an instruction the first one counts: inner ones stand first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// First instruction after it that is not covered.
    pub end: u32,
    /// Where control goes.
    pub target: u32,
    /// The register that receives the exception; it and all above it are unset first.
    pub register: u16,
}

/// Code of one function, class body or module.
#[derive(PartialEq, Debug)]
pub struct Code {
    /// `co_name`
    pub name: Box<str>,
    /// `co_qualname`
    pub qualname: Box<str>,
    /// What it runs as.
    pub kind: CodeKind,
    /// Positional parameters, positional-only ones included; they are registers 0, 1, ….
    pub positional: u16,
    /// How many of them are positional-only.
    pub positional_only: u16,
    /// Keyword-only parameters; their registers follow the positional ones'.
    pub keyword_only: u16,
    /// Whether there is a `*args`; its register follows the keyword-only ones'.
    pub varargs: bool,
    /// Whether there is a `**kwargs`; its register follows.
    pub varkw: bool,
    /// Names of the local variables, parameters first; the n-th is register n. In a class body or with `exec` register 0 is the
    /// namespace and is named `.namespace`.
    pub locals: Box<[Box<str>]>,
    /// Locals that are kept in cells (the prologue's `MakeCell`s box them).
    pub cells: Box<[u16]>,
    /// Names of the free variables, in the order of the function's closure.
    pub free: Box<[Box<str>]>,
    /// Registers in all: locals, then temporaries.
    pub registers: u16,
    /// The instructions.
    pub instrs: Box<[Instr]>,
    /// The source of each instruction (PEP 657), parallel to `instrs`.
    pub spans: Box<[Span]>,
    /// The constants.
    pub consts: Box<[Const]>,
    /// The names that instructions refer to by index.
    pub names: Box<[Box<str>]>,
    /// The sites: places with a name (an index into `names`) and an inline cache of their own.
    pub sites: Box<[u16]>,
    /// The exception table.
    pub handlers: Box<[Handler]>,
    /// The docstring, if there is one.
    pub doc: Option<Box<str>>,
    /// The file it came from.
    pub source: Arc<SourceFile>,
    /// `co_firstlineno`
    pub first_line: u32,
}

impl Code {
    /// Parameters in all, `*args` and `**kwargs` included.
    pub fn parameters(&self) -> usize {
        usize::from(self.positional) + usize::from(self.keyword_only) + usize::from(self.varargs) + usize::from(self.varkw)
    }
}
