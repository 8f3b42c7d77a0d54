//! Running: how the machine goes from instruction to instruction, into frames and out of the loop.
//!
//! In optimised builds each instruction's function ends by calling the next one's, which the compiler turns into a jump: the machine's state
//! travels in the processor's registers from instruction to instruction, and there is no loop. Where calls in tail position are not turned into
//! jumps (builds without optimisation; `build.rs` tells by `cfg(threaded)`), each function hands its state back to the loop in `drive`.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::generator::Resumed;
use super::ops::HANDLERS;
use crate::bytecode::{Instr, Op};
use crate::heap::Dead;
use crate::object::frame::{self, Frame, Resume};
use crate::value::{Value, Words};
use crate::vm::{Raised, Vm};

/// A place in the code: the next instruction.
pub(super) type Pc = *const Instr;

/// An instruction: machine, the place after it, registers, constants, its word. In a build that isn't threaded the result tells whether to go
/// on at the machine's cursor.
pub(super) type Handler = unsafe fn(&mut Vm, Pc, *mut Value, *const Value, u64) -> bool;

/// Where the machine goes on, between two instructions of a build that isn't threaded.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    pc: Pc,
    registers: *mut Value,
    consts: *const Value,
}

impl Cursor {
    /// Nowhere.
    pub(super) const NONE: Cursor = Cursor { pc: std::ptr::null(), registers: std::ptr::null_mut(), consts: std::ptr::null() };
}

/// Where the machine goes after something that may have changed the frame.
pub(super) enum Next {
    /// On with this frame, at its own `pc`.
    Frame(*mut Frame),
    /// An exception is raised in this frame, which rests.
    Throw(*mut Frame, Raised),
    /// Out of the loop.
    Leave(Resumed),
}

/// The same, with what it carries left in the machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Flow {
    Go,
    Raise,
    Leave,
}

/// Hands on to the next instruction.
///
/// # Safety
/// `pc` is a place in the code of the machine's current frame, `registers` and `consts` are that frame's.
#[inline(always)]
pub(super) unsafe fn dispatch(vm: &mut Vm, pc: Pc, registers: *mut Value, consts: *const Value) -> bool {
    // SAFETY: the caller's.
    unsafe { check_place(vm, pc, registers, consts) };
    if cfg!(threaded) {
        // SAFETY: an instruction is one word, and its opcode has a handler.
        unsafe {
            let word = *pc.cast::<u64>();
            let handler = *HANDLERS.get_unchecked(Instr::op_of_word(word));
            handler(vm, pc.add(1), registers, consts, word)
        }
    } else {
        vm.cursor = Cursor { pc, registers, consts };
        true
    }
}

/// Checks, in builds with debug assertions, what [`dispatch`] relies on.
///
/// # Safety
/// The pointers can be read.
#[inline(always)]
unsafe fn check_place(vm: &Vm, pc: Pc, registers: *mut Value, consts: *const Value) {
    // SAFETY: the registers' frame is checked to be one before it is looked at.
    #[cfg(debug_assertions)]
    unsafe {
        let frame = frame::of_registers(registers);
        frame::check(frame);
        assert!(std::ptr::eq(frame, vm.frame), "an instruction works on a frame that isn't the current one");
        let code = &*(*frame).code;
        assert!(std::ptr::eq(consts, code.consts.as_ptr()), "an instruction works with another code's constants");
        assert!(code.code.instrs.as_ptr_range().contains(&pc), "control has left the code");
    }
    let _ = (vm, pc, registers, consts);
}

/// Puts a value into a register and hands on.
///
/// # Safety
/// As [`dispatch`]; the register is the frame's.
#[inline(always)]
pub(super) unsafe fn store(
    vm: &mut Vm,
    pc: Pc,
    registers: *mut Value,
    consts: *const Value,
    register: u16,
    words: Words,
) -> bool {
    // SAFETY: the caller's.
    unsafe { store_at(vm, pc, registers, consts, registers.add(usize::from(register)), words) }
}

/// Whether the instruction at `pc` does nothing but drop a register: that of a call's result which its statement has no use for.
///
/// # Safety
/// There is an instruction.
#[inline(always)]
pub(super) unsafe fn drops(pc: Pc, register: u16) -> bool {
    // SAFETY: the caller's.
    unsafe { (*pc).word() == Instr::new(Op::Clear, 0, register, 0, 1).word() }
}

/// As [`store`], of a call's result. One that the next instruction would drop, as far as that is no work, is not put anywhere.
///
/// # Safety
/// As [`store`].
#[inline(always)]
pub(super) unsafe fn store_result(
    vm: &mut Vm,
    pc: Pc,
    registers: *mut Value,
    consts: *const Value,
    register: u16,
    words: Words,
) -> bool {
    // SAFETY: the caller's.
    unsafe {
        let place = registers.add(usize::from(register));
        if drops(pc, register) && words.is_plain() && Words::unset_plain(place) {
            return dispatch(vm, pc.add(1), registers, consts);
        }
        store_at(vm, pc, registers, consts, place, words)
    }
}

/// Puts a value into a place and hands on.
///
/// # Safety
/// As [`dispatch`]; the place holds a value.
#[inline(always)]
pub(super) unsafe fn store_at(
    vm: &mut Vm,
    pc: Pc,
    registers: *mut Value,
    consts: *const Value,
    place: *mut Value,
    words: Words,
) -> bool {
    // SAFETY: the caller's.
    unsafe {
        match words.replace(place) {
            None => dispatch(vm, pc, registers, consts),
            Some(dead) => bury(vm, pc, registers, consts, dead.into_word()),
        }
    }
}

/// Destroys an object that has no references left, sees to its finaliser, then hands on.
#[inline(never)]
unsafe fn bury(vm: &mut Vm, pc: Pc, registers: *mut Value, consts: *const Value, dead: u64) -> bool {
    // SAFETY: the word comes from `store_at`, and the registers are the running frame's.
    unsafe {
        Dead::of_word(dead).destroy();
        (*frame::of_registers(registers)).pc = pc;
        vm.settle();
        dispatch(vm, pc, registers, consts)
    }
}

/// Goes on in the machine's current frame, at its own `pc`.
///
/// # Safety
/// The current frame is initialised and its `pc` is current.
#[inline(always)]
pub(super) unsafe fn go_on(vm: &mut Vm) -> bool {
    // SAFETY: the caller's.
    unsafe {
        let frame = vm.frame;
        dispatch(vm, (*frame).pc, frame::registers(frame), (*(*frame).code).consts.as_ptr())
    }
}

/// Raises in the machine's current frame, whose `pc` is one past the instruction that raises, and goes on where the exception lands.
///
/// # Safety
/// As [`go_on`].
#[inline(never)]
pub(super) unsafe fn raise(vm: &mut Vm, raised: Raised) -> bool {
    let flow = land(vm, raised);
    // SAFETY: the exception landed in the current frame, or the loop is left.
    unsafe { if flow == Flow::Go { go_on(vm) } else { false } }
}

#[inline(never)]
fn land(vm: &mut Vm, raised: Raised) -> Flow {
    match vm.unwind(vm.frame, raised) {
        Some(resumed) => {
            vm.resumed = Some(resumed);
            Flow::Leave
        }
        None => Flow::Go,
    }
}

/// Goes where a step has led to.
///
/// # Safety
/// As [`go_on`].
#[inline(always)]
pub(super) unsafe fn flow_on(vm: &mut Vm, flow: Flow) -> bool {
    // SAFETY: the caller's.
    unsafe {
        match flow {
            Flow::Go => go_on(vm),
            Flow::Raise => raise_pending(vm),
            Flow::Leave => false,
        }
    }
}

#[inline(never)]
unsafe fn raise_pending(vm: &mut Vm) -> bool {
    let flow = match vm.raised.take() {
        Some(raised) => land(vm, raised),
        None => Flow::Go,
    };
    // SAFETY: as in `raise`.
    unsafe { if flow == Flow::Go { go_on(vm) } else { false } }
}

impl Vm {
    /// Runs a frame, and all that it calls, until it returns, rests or raises. `throw` is raised in it first.
    pub(super) fn run(&mut self, start: *mut Frame, throw: Option<Raised>) -> Resumed {
        // SAFETY: the caller's frame is initialised and nobody else runs it.
        unsafe {
            if (*start).resume == Resume::Entry && (*start).back.is_null() {
                (*start).back = self.frame;
            }
        }
        self.frame = start;
        let flow = match throw {
            Some(raised) => {
                let next = self.throw_into(start, raised);
                self.follow(next)
            }
            None => Flow::Go,
        };
        // SAFETY: as above.
        unsafe { self.drive(flow) };
        match self.resumed.take() {
            Some(resumed) => resumed,
            None => unreachable!("what leaves the loop says how"),
        }
    }

    /// Runs instructions until one leaves the loop.
    unsafe fn drive(&mut self, flow: Flow) {
        // SAFETY: the current frame is initialised; a cursor was left by `dispatch`.
        unsafe {
            let mut more = flow_on(self, flow);
            while more {
                let Cursor { pc, registers, consts } = self.cursor;
                let word = *pc.cast::<u64>();
                more = HANDLERS[Instr::op_of_word(word)](self, pc.add(1), registers, consts, word);
            }
        }
    }

    /// An exception is thrown into a frame that rests: into what it delegates to first, where that is no generator.
    fn throw_into(&mut self, frame: *mut Frame, raised: Raised) -> Next {
        self.replace_context(&raised.0);
        // SAFETY: a resting frame's `pc` stands at its instruction.
        let delegates = unsafe { (*(*frame).pc).op } == Op::YieldFrom && !self.delegates_to_generator(frame);
        if delegates { self.throw_into_delegate(frame, raised) } else { Next::Throw(frame, raised) }
    }

    /// Leaves an exception in the machine, to be raised in the current frame.
    #[cold]
    pub(super) fn leave_raised(&mut self, raised: Raised) -> Flow {
        self.raised = Some(raised);
        Flow::Raise
    }

    /// Leaves what a step has led to in the machine.
    pub(super) fn follow(&mut self, next: Next) -> Flow {
        match next {
            Next::Frame(frame) => {
                self.frame = frame;
                Flow::Go
            }
            Next::Throw(frame, raised) => {
                self.frame = frame;
                // SAFETY: a frame that rests stands at an instruction.
                unsafe { (*frame).pc = (*frame).pc.add(1) };
                self.raised = Some(raised);
                Flow::Raise
            }
            Next::Leave(resumed) => {
                self.resumed = Some(resumed);
                Flow::Leave
            }
        }
    }
}
