//! A frame: what runs a code. A header, and its registers right behind it in memory.
//!
//! Frames of plain calls lie on the machine's stack, those of generators and coroutines in a block of their own; the machine treats them
//! alike. A frame owns its registers and its function. Pointers between frames are plain addresses: the machine keeps a frame alive while
//! another one points back at it.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: the frame is in use"
)]

use std::alloc::Layout;

use super::{CodeObject, Function, Generator};
use crate::bytecode::Instr;
use crate::heap::{self, Gc, Visitor};
use crate::value::Value;

/// What happens with a frame's result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Resume {
    /// It goes to register `dst` of the frame behind.
    Call,
    /// `__init__`: it must be None; the instance waits in register `dst` of the frame behind, where the callee was, and goes to where the call has
    /// its result.
    Init,
    /// A special method of a binary operation: as `Call`, but NotImplemented asks the other operand.
    Binary,
    /// A special method of a comparison that jumps: its truth says whether; NotImplemented asks the other operand.
    Branch,
    /// `__len__`, called by `len`: as `Call`, but the result must be a length.
    Length,
    /// A native called the machine: the loop is left.
    Entry,
    /// A function that a native calls for each of many: the next argument, if there is one, is put where the last one was.
    Repeat,
    /// A step of a `ForIter` of the frame behind: as `Call`, but StopIteration ends its loop.
    ForNext,
    /// A generator whose items a native takes, one after the other.
    Consume,
    /// A generator or coroutine that a `YieldFrom` of the frame behind delegates to.
    Delegate,
    /// A generator that a `ForIter` of the frame behind steps.
    ForIter,
    /// A generator or coroutine that a call of `next` or `send` in the frame behind steps: its end is StopIteration there, or what `next` got
    /// for this case.
    Step,
}

/// The header of a frame.
#[repr(C)]
pub struct Frame {
    /// The frame that gets the result.
    pub back: *mut Frame,
    /// The next instruction, while another frame runs or this one is suspended.
    pub pc: *const Instr,
    /// What runs.
    pub function: Gc<Function>,
    /// Its code, borrowed from `function`.
    pub code: *const CodeObject,
    /// The generator that this frame belongs to, or null.
    pub generator: *const Generator,
    /// The register of the frame behind that gets the result.
    pub dst: u16,
    /// How many registers there are.
    pub registers: u16,
    /// What happens with the result.
    pub resume: Resume,
    /// That this is a frame.
    pub mark: Mark,
}

/// Marks frames in builds with debug assertions, so that what is taken for a frame in use can be checked to be one ([`check`]).
#[derive(Clone, Copy)]
pub struct Mark {
    #[cfg(debug_assertions)]
    bits: u16,
}

impl Mark {
    /// Of a frame in use.
    pub const LIVE: Mark = Mark {
        #[cfg(debug_assertions)]
        bits: 0xF8A3,
    };
    /// Of one that was left.
    pub const LEFT: Mark = Mark {
        #[cfg(debug_assertions)]
        bits: 0xDEAD,
    };
}

/// Checks, in builds with debug assertions, that this is a frame in use.
///
/// # Safety
/// It is the address of one, or memory that can be read where there was one.
#[inline(always)]
pub unsafe fn check(frame: *const Frame) {
    // SAFETY: the caller's; the mark has no value that it may not have.
    #[cfg(debug_assertions)]
    unsafe {
        assert!(!frame.is_null() && (*frame).mark.bits == Mark::LIVE.bits, "{frame:p} is no frame in use");
    }
    let _ = frame;
}

/// Marks a frame as left.
///
/// # Safety
/// Its memory is still the caller's.
#[inline(always)]
pub unsafe fn retire(frame: *mut Frame) {
    // SAFETY: the caller's.
    unsafe { (&raw mut (*frame).mark).write(Mark::LEFT) };
}

impl Frame {
    /// The header of a frame that is to run a function from its beginning.
    #[inline(always)]
    pub fn new(function: Gc<Function>, back: *mut Frame, dst: u16, resume: Resume) -> Frame {
        let code = &raw const *function.code;
        let (pc, registers) = (function.code.entry, function.code.registers);
        Frame { back, pc, function, code, generator: std::ptr::null(), dst, registers, resume, mark: Mark::LIVE }
    }
}

/// Registers that the header takes the room of.
pub const HEADER: usize = size_of::<Frame>() / size_of::<Value>();

const _: () = assert!(
    size_of::<Frame>() == 48
        && size_of::<Frame>().is_multiple_of(size_of::<Value>())
        && align_of::<Frame>() == align_of::<Value>()
);

/// The registers of a frame.
#[inline(always)]
pub fn registers(frame: *mut Frame) -> *mut Value {
    frame.wrapping_add(1).cast()
}

/// The frame that registers belong to.
#[inline(always)]
pub fn of_registers(registers: *mut Value) -> *mut Frame {
    registers.cast::<Frame>().wrapping_sub(1)
}

/// Bytes that a frame with so many registers takes.
#[inline(always)]
pub const fn size(registers: usize) -> usize {
    (HEADER + registers) * size_of::<Value>()
}

#[inline(always)]
fn layout(registers: usize) -> Layout {
    // SAFETY: a frame has at most 65,535 registers, so its size is far from overflowing; the alignment is a type's.
    unsafe { Layout::from_size_align_unchecked(size(registers), align_of::<Frame>()) }
}

/// A block for a frame that lives apart from the stack.
#[inline]
pub fn allocate(registers: usize) -> *mut Frame {
    heap::allocate(layout(registers)).as_ptr().cast()
}

/// Drops a frame's registers, the last one first, and its function, and gives its block back.
///
/// # Safety
/// `frame` came from [`allocate`], is initialised, and nobody uses it afterwards.
pub unsafe fn free(frame: *mut Frame) {
    // SAFETY: the caller says that the frame is initialised and ours.
    unsafe {
        check(frame);
        let count = usize::from((*frame).registers);
        for index in (0..count).rev() {
            registers(frame).add(index).drop_in_place();
        }
        frame.drop_in_place();
        retire(frame);
        heap::release(frame.cast(), layout(count));
    }
}

/// Visits what a suspended frame holds.
///
/// # Safety
/// The frame is initialised.
pub unsafe fn trace(frame: *mut Frame, visitor: &mut Visitor<'_>) {
    // SAFETY: the caller says that the frame is initialised.
    unsafe {
        check(frame);
        (*frame).function.trace(visitor);
        for index in 0..usize::from((*frame).registers) {
            (*registers(frame).add(index)).trace(visitor);
        }
    }
}
