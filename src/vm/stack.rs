//! The machine's stack: one region of memory that frames of plain calls are pushed on and popped from in order.
//!
//! The region is reserved once and never moves, so frames can point at each other; the system gives it memory page by page as it is touched.
#![allow(unsafe_code)]

use crate::heap;
use crate::object::frame::{self, Frame};

/// Bytes reserved, unless address space is limited: about a million frames.
const RESERVED: usize = 256 << 20;

/// Bytes at the end that no frame reaches into: calls may unset more registers than their frame has.
const SLACK: usize = 256;

/// The stack.
pub struct Stack {
    memory: Vec<u128>,
    top: *mut u8,
    end: *mut u8,
}

impl Stack {
    /// A new stack.
    pub fn new() -> Stack {
        Stack::with_room(heap::affordable(RESERVED))
    }

    /// A new stack of so many bytes.
    pub fn with_room(bytes: usize) -> Stack {
        let mut memory: Vec<u128> = Vec::with_capacity(bytes / size_of::<u128>());
        let top: *mut u8 = memory.as_mut_ptr().cast();
        Stack { end: top.wrapping_add(bytes - SLACK), top, memory }
    }

    /// Room for a frame, not initialised; none where the stack is full.
    #[inline(always)]
    pub fn push(&mut self, registers: usize) -> Option<*mut Frame> {
        let frame = self.top;
        let top = frame.wrapping_add(frame::size(registers));
        if top >= self.end {
            return None;
        }
        self.top = top;
        Some(frame.cast())
    }

    /// Gives the room of the newest frame back.
    #[inline(always)]
    pub fn pop(&mut self, frame: *mut Frame) {
        debug_assert!(self.memory.as_ptr().cast::<Frame>() <= frame.cast_const() && frame.cast() < self.top);
        // SAFETY: the frame's room is this stack's.
        unsafe { frame::retire(frame) };
        self.top = frame.cast();
    }
}

impl Default for Stack {
    fn default() -> Stack {
        Stack::new()
    }
}

/// Drops the registers, the last one first, and the function of a frame on the stack.
///
/// # Safety
/// The frame is initialised and nobody uses it afterwards.
#[inline(always)]
pub(super) unsafe fn release(frame: *mut Frame) {
    // SAFETY: the caller says that the frame is initialised and ours.
    unsafe {
        frame::check(frame);
        let first = frame::registers(frame);
        let mut register = first.add(usize::from((*frame).registers));
        while register > first {
            register = register.sub(1);
            register.drop_in_place();
        }
        (&raw mut (*frame).function).drop_in_place();
    }
}
