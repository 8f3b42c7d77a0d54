//! Frames of the calls that are entered in line: plain functions with exactly their positional parameters, which move into the new frame.
//!
//! Nothing is taken before it is certain that the call fits.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::sync::atomic::Ordering::Relaxed;

use crate::heap::Gc;
use crate::object::Function;
use crate::object::frame::{self, Frame, Resume};
use crate::value::{Value, Words};
use crate::vm::Vm;
use crate::vm::run::Pc;

/// Arguments of the calls that are entered in line.
const FEW: usize = 4;

/// Registers besides the arguments that are unset without a loop.
const SPARE: usize = 8;

/// Enters a plain function of few arguments; none where the call has to be done out of line. The callee and the `count` registers from
/// `first` are taken.
///
/// # Safety
/// All registers belong to the frame that runs, whose next instruction is at `pc`.
#[inline(always)]
pub(super) unsafe fn enter(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    dst: u16,
    callee: *mut Value,
    first: *mut Value,
    count: u32,
) -> Option<*mut Frame> {
    // SAFETY: the caller's registers; the reference in the callee's moves into the frame.
    unsafe {
        let function = (*callee).gc::<Function>()?;
        let new = room_for(vm, function, count, count)?;
        begin(vm, pc, regs, dst, std::ptr::read(function), Resume::Call, new);
        Words::write_unset(callee);
        take_arguments(new, 0, first, count);
        Some(new)
    }
}

/// As [`enter`], for a function that isn't the callee, which is left where it is. Where there is a `front`, the function gets before the arguments
/// what that makes, which is asked once it is certain that the call fits.
///
/// # Safety
/// As [`enter`].
#[inline(always)]
#[allow(clippy::too_many_arguments, reason = "a pointer to them would lie on the native stack of an instruction")]
pub(super) unsafe fn enter_instead(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    dst: u16,
    function: &Gc<Function>,
    resume: Resume,
    front: Option<impl FnOnce() -> Words>,
    first: *mut Value,
    count: u32,
) -> Option<*mut Frame> {
    // SAFETY: the caller's registers.
    unsafe {
        let before = u32::from(front.is_some());
        let new = room_for(vm, function, count + before, count)?;
        begin(vm, pc, regs, dst, function.clone(), resume, new);
        if let Some(front) = front {
            front().write(frame::registers(new));
        }
        take_arguments(new, before as usize, first, count);
        Some(new)
    }
}

/// Room on the stack for the frame of a plain function that gets `all` arguments, `count` of them from registers; none where the call has to be
/// done out of line.
#[inline(always)]
fn room_for(vm: &mut Vm, function: &Gc<Function>, all: u32, count: u32) -> Option<*mut Frame> {
    let code = &*function.code;
    let plain = code.simple == all && count as usize <= FEW;
    if !plain || vm.depth >= vm.recursion_limit || vm.breaker.load(Relaxed) != 0 {
        return None;
    }
    vm.stack.push(usize::from(code.registers))
}

/// Moves `count` arguments from `first` on into a new frame's registers behind `before` others, and unsets those that are left.
///
/// # Safety
/// The registers are the running frame's, and at most [`FEW`]; the new frame has at least as many, and its header is written.
#[inline(always)]
unsafe fn take_arguments(new: *mut Frame, before: usize, first: *mut Value, count: u32) {
    // SAFETY: the caller's registers; those behind the frame's last one lie in free room.
    unsafe {
        let (registers, size, count) = (frame::registers(new), usize::from((*new).registers), count as usize);
        for n in 0..FEW {
            if n < count {
                Words::take(first.add(n)).write(registers.add(before + n));
            }
        }
        for n in 0..SPARE {
            Words::write_unset(registers.add(before + count + n));
        }
        for n in before + count + SPARE..size {
            Words::write_unset(registers.add(n));
        }
    }
}

/// Writes the header of a new frame, which becomes the current one.
///
/// # Safety
/// As [`enter`]; `new` is room for the function's frame.
#[inline(always)]
unsafe fn begin(vm: &mut Vm, pc: Pc, regs: *mut Value, dst: u16, function: Gc<Function>, resume: Resume, new: *mut Frame) {
    // SAFETY: the caller's frame and room.
    unsafe {
        let caller = frame::of_registers(regs);
        (*caller).pc = pc;
        new.write(Frame::new(function, caller, dst, resume));
        vm.depth += 1;
        vm.frame = new;
    }
}
