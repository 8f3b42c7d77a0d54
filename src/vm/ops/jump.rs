//! Jumps. Where one is taken out of line, the frame's `pc` tells where it goes.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::sync::atomic::Ordering::Relaxed;

use crate::bytecode::{Instr, Op};
use crate::object::Str;
use crate::object::frame::{self, Frame, Resume};
use crate::value::{Kind, Value, Words};
use crate::vm::compare::CompareOp;
use crate::vm::dicts::has_plain;
use crate::vm::fast;
use crate::vm::run::{Pc, dispatch};
use crate::vm::{Result, Vm};

/// Jumps or goes on. The two ways must not become one with a computed target: the processor would wait for the condition there, while
/// it predicts a branch.
macro_rules! branch {
    ($vm:ident, $pc:ident, $regs:ident, $consts:ident, $jumps:expr, $distance:expr) => {{
        if $jumps {
            std::arch::asm!("", options(nomem, nostack, preserves_flags));
            dispatch($vm, $pc.offset($distance), $regs, $consts)
        } else {
            dispatch($vm, $pc, $regs, $consts)
        }
    }};
}

/// Where a conditional jump goes.
#[inline(always)]
fn target(pc: Pc, jumps: bool, distance: isize) -> Pc {
    if jumps { pc.wrapping_offset(distance) } else { pc }
}

instruction!(forward, |vm, pc, regs, consts, i| { dispatch(vm, pc.offset(i.jump32() as isize), regs, consts) });

instruction!(back, |vm, pc, regs, consts, i| {
    if vm.breaker.load(Relaxed) != 0 {
        return back_attending(vm, pc, regs, consts, i.word());
    }
    dispatch(vm, pc.offset(i.jump32() as isize), regs, consts)
});

step!(back_attending, |vm, frame, regs, i| {
    // The place is the loop's end, where the jump is; what is raised, is raised at its head.
    let head = (*frame).pc.offset(i.jump32() as isize);
    (*frame).pc = head;
    if let Err(raised) = vm.attend() {
        (*frame).pc = head.add(1);
        return Err(raised);
    }
});

instruction!(jump_if, |vm, pc, regs, consts, i| {
    // What is no object may stay, also where it is a temporary.
    let truth = match &*regs.add(i.a as usize) {
        Value::Bool(truth) => *truth,
        Value::Int(int) => *int != 0,
        Value::None => false,
        _ => return jump_if_object(vm, pc, regs, consts, i.word()),
    };
    branch!(vm, pc, regs, consts, truth == (i.n & 1 == 1), i.jump32() as isize)
});

instruction!(jump_if_object, |vm, pc, regs, consts, i| {
    let value = regs.add(i.a as usize);
    match vm.plain_truth(&*value) {
        Some(truth) if i.n & 2 == 0 || Words::unset_shared(value) => {
            branch!(vm, pc, regs, consts, truth == (i.n & 1 == 1), i.jump32() as isize)
        }
        _ => jump_if_any(vm, pc, regs, consts, i.word()),
    }
});

step!(jump_if_any, |vm, frame, regs, i| {
    let truth = vm.truth(&*regs.add(i.a as usize))?;
    if i.n & 2 != 0 {
        *regs.add(i.a as usize) = Value::Unset;
    }
    (*frame).pc = target((*frame).pc, truth == (i.n & 1 == 1), i.jump32() as isize);
});

instruction!(if_none, |vm, pc, regs, consts, i| {
    let value = regs.add(i.a as usize);
    let none = (*value).is_none();
    if !none && i.n & 2 != 0 && !Words::unset_shared(value) {
        return if_none_temporary(vm, pc, regs, consts, i.word());
    }
    branch!(vm, pc, regs, consts, none == (i.n & 1 == 1), i.jump32() as isize)
});

step!(if_none_temporary, |vm, frame, regs, i| {
    *regs.add(i.a as usize) = Value::Unset;
    (*frame).pc = target((*frame).pc, i.n & 1 == 0, i.jump32() as isize);
});

instruction!(is, |vm, pc, regs, consts, i| {
    let (left, right) = (regs.add(i.a as usize), regs.add(i.b as usize));
    let same = (*left).same(&*right);
    if !may_unset(left, right, i) {
        return is_temporary(vm, pc, regs, consts, i.word());
    }
    unset_operands(left, right, i);
    branch!(vm, pc, regs, consts, same == (i.n & 1 == 1), i.jump16() as isize)
});

step!(is_temporary, |vm, frame, regs, i| {
    let same = (*regs.add(i.a as usize)).same(&*regs.add(i.b as usize));
    vm.release_operands(regs, i);
    (*frame).pc = target((*frame).pc, same == (i.n & 1 == 1), i.jump16() as isize);
});

instruction!(contains, |vm, pc, regs, consts, i| {
    let (item, container) = (regs.add(i.a as usize), regs.add(i.b as usize));
    match has_plain(&*container, &*item) {
        Some(found) if may_unset(item, container, i) => {
            unset_operands(item, container, i);
            branch!(vm, pc, regs, consts, found == (i.n & 1 == 1), i.jump16() as isize)
        }
        _ => contains_any(vm, pc, regs, consts, i.word()),
    }
});

/// Whether those operands that are temporaries may be unset without destroying anything.
///
/// # Safety
/// Both are registers of the running frame.
#[inline(always)]
unsafe fn may_unset(left: *const Value, right: *const Value, i: Instr) -> bool {
    // SAFETY: the caller's.
    unsafe {
        i.n & 6 == 0
            || if i.n & 6 == 6 && (*left).same(&*right) {
                // Two references to one object may be its last ones.
                !(*left).is_within_last_two()
            } else {
                is_free(&*left, i.n & 2 != 0) && is_free(&*right, i.n & 4 != 0)
            }
    }
}

/// Unsets those operands that are temporaries.
///
/// # Safety
/// As [`may_unset`], which said that they may be.
#[inline(always)]
unsafe fn unset_operands(left: *mut Value, right: *mut Value, i: Instr) {
    // SAFETY: the caller's.
    unsafe {
        if i.n & 2 != 0 {
            Words::unset_shared(left);
        }
        if i.n & 4 != 0 {
            Words::unset_shared(right);
        }
    }
}

step!(contains_any, |vm, frame, regs, i| {
    let found = vm.contains(&*regs.add(i.b as usize), &*regs.add(i.a as usize))?;
    vm.release_operands(regs, i);
    (*frame).pc = target((*frame).pc, found == (i.n & 1 == 1), i.jump16() as isize);
});

macro_rules! compare {
    ($($name:ident, $next:ident, $objects:ident, $slow:ident, $name_k:ident, $next_k:ident, $objects_k:ident, $slow_k:ident, $op:ident;)*) => {$(
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$name(&*regs.add(i.a as usize), &*regs.add(i.b as usize)) {
                // Numbers are no objects: temporaries may stay.
                Some(holds) => branch!(vm, pc, regs, consts, holds == (i.n & 1 == 1), i.jump16() as isize),
                None => $next(vm, pc, regs, consts, i.word()),
            }
        });
        instruction!($objects, |vm, pc, regs, consts, i| {
            let (left, right) = (regs.add(i.a as usize), regs.add(i.b as usize));
            enter_operator!(vm, pc, regs, 0, Resume::Branch, CompareOp::$op.name(&vm.names), left, right);
            $slow(vm, pc, regs, consts, i.word())
        });
        step!($slow, |vm, frame, regs, i| {
            let holds = vm.compare_bool(CompareOp::$op, &*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
            vm.release_operands(regs, i);
            (*frame).pc = target((*frame).pc, holds == (i.n & 1 == 1), i.jump16() as isize);
        });
        instruction!($name_k, |vm, pc, regs, consts, i| {
            match fast::$name(&*regs.add(i.a as usize), &*consts.add(i.b as usize)) {
                Some(holds) => branch!(vm, pc, regs, consts, holds == (i.n & 1 == 1), i.jump16() as isize),
                None => $next_k(vm, pc, regs, consts, i.word()),
            }
        });
        instruction!($objects_k, |vm, pc, regs, consts, i| {
            let (left, right) = (regs.add(i.a as usize), consts.add(i.b as usize));
            enter_operator!(vm, pc, regs, 0, Resume::Branch, CompareOp::$op.name(&vm.names), left, right);
            $slow_k(vm, pc, regs, consts, i.word())
        });
        step!($slow_k, |vm, frame, regs, i| {
            let (left, right) = (&*regs.add(i.a as usize), &(&(*(*frame).code).consts)[i.b as usize]);
            let holds = vm.compare_bool(CompareOp::$op, left, right)?;
            vm.release_operands(regs, i);
            (*frame).pc = target((*frame).pc, holds == (i.n & 1 == 1), i.jump16() as isize);
        });
    )*};
}

compare! {
    lt, lt_objects, lt_objects, lt_any, lt_k, lt_k_objects, lt_k_objects, lt_k_any, Lt;
    le, le_objects, le_objects, le_any, le_k, le_k_objects, le_k_objects, le_k_any, Le;
    gt, gt_objects, gt_objects, gt_any, gt_k, gt_k_objects, gt_k_objects, gt_k_any, Gt;
    ge, ge_objects, ge_objects, ge_any, ge_k, ge_k_objects, ge_k_objects, ge_k_any, Ge;
    eq, eq_texts, eq_objects, eq_any, eq_k, eq_k_texts, eq_k_objects, eq_k_any, Eq;
    ne, ne_texts, ne_objects, ne_any, ne_k, ne_k_texts, ne_k_objects, ne_k_any, Ne;
}

/// Whether two values are texts of which a look tells whether they are equal.
#[inline(always)]
fn texts_equal(left: &Value, right: &Value) -> Option<bool> {
    left.get::<Str>()?.is_plainly(right.get::<Str>()?)
}

/// Whether two values are equal texts, where both are texts.
#[inline(always)]
fn whole_texts_equal(left: &Value, right: &Value) -> Option<bool> {
    Some(left.get::<Str>()?.as_str() == right.get::<Str>()?.as_str())
}

/// Whether a place may be unset without destroying anything, if it has to be unset at all.
#[inline(always)]
fn is_free(value: &Value, temporary: bool) -> bool {
    !(temporary && value.is_last_reference())
}

macro_rules! compare_texts {
    ($($look:ident, $name:ident, $slow:ident, $name_k:ident, $slow_k:ident, $wanted:literal;)*) => {$(
        instruction!($name, |vm, pc, regs, consts, i| {
            let (left, right) = (regs.add(i.a as usize), regs.add(i.b as usize));
            match $look(&*left, &*right) {
                Some(equal) if may_unset(left, right, i) => {
                    unset_operands(left, right, i);
                    branch!(vm, pc, regs, consts, (equal == $wanted) == (i.n & 1 == 1), i.jump16() as isize)
                }
                _ => $slow(vm, pc, regs, consts, i.word()),
            }
        });
        instruction!($name_k, |vm, pc, regs, consts, i| {
            let left = regs.add(i.a as usize);
            match $look(&*left, &*consts.add(i.b as usize)) {
                Some(equal) if is_free(&*left, i.n & 2 != 0) => {
                    if i.n & 2 != 0 {
                        Words::unset_shared(left);
                    }
                    branch!(vm, pc, regs, consts, (equal == $wanted) == (i.n & 1 == 1), i.jump16() as isize)
                }
                _ => $slow_k(vm, pc, regs, consts, i.word()),
            }
        });
    )*};
}

compare_texts! {
    texts_equal, eq_texts, eq_whole_texts, eq_k_texts, eq_k_whole_texts, true;
    texts_equal, ne_texts, ne_whole_texts, ne_k_texts, ne_k_whole_texts, false;
    whole_texts_equal, eq_whole_texts, eq_objects, eq_k_whole_texts, eq_k_objects, true;
    whole_texts_equal, ne_whole_texts, ne_objects, ne_k_whole_texts, ne_k_objects, false;
}

/// The comparison that an instruction that compares and jumps makes, and whether its right operand is a constant.
fn comparison_of(op: Op) -> Option<(CompareOp, bool)> {
    Some(match op {
        Op::JumpLt => (CompareOp::Lt, false),
        Op::JumpLe => (CompareOp::Le, false),
        Op::JumpGt => (CompareOp::Gt, false),
        Op::JumpGe => (CompareOp::Ge, false),
        Op::JumpEq => (CompareOp::Eq, false),
        Op::JumpNe => (CompareOp::Ne, false),
        Op::JumpLtK => (CompareOp::Lt, true),
        Op::JumpLeK => (CompareOp::Le, true),
        Op::JumpGtK => (CompareOp::Gt, true),
        Op::JumpGeK => (CompareOp::Ge, true),
        Op::JumpEqK => (CompareOp::Eq, true),
        Op::JumpNeK => (CompareOp::Ne, true),
        _ => return None,
    })
}

impl Vm {
    /// Goes where the answer of a script's special method leads, which an instruction that compares and jumps has called.
    ///
    /// # Safety
    /// `frame` runs, and its `pc` is one past that instruction.
    pub(in crate::vm) unsafe fn branch_by(&mut self, frame: *mut Frame, answer: Value) -> Result<()> {
        // SAFETY: the operands are registers and constants of the frame.
        unsafe {
            let i: Instr = *(*frame).pc.sub(1);
            let registers = frame::registers(frame);
            let answer = match (answer, comparison_of(i.op)) {
                (Value::NotImplemented, Some((op, constant))) => {
                    let left = (*registers.add(usize::from(i.a))).clone();
                    let right = match constant {
                        true => (&(*(*frame).code).consts)[usize::from(i.b)].clone(),
                        false => (*registers.add(usize::from(i.b))).clone(),
                    };
                    self.compare_declined_by_left(op, &left, &right)?
                }
                (answer, _) => answer,
            };
            let holds = self.truth(&answer)?;
            self.release_operands(registers, i);
            (*frame).pc = target((*frame).pc, holds == (i.n & 1 == 1), i.jump16() as isize);
        }
        Ok(())
    }
}
