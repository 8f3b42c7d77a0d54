//! Binary and unary operators: small ints and floats in line, all else out of line.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::completed;
use crate::bytecode::Op;
use crate::object::{Str, frame};
use crate::value::{Kind, Words};
use crate::vm::arith::{BinaryOp, UnaryOp, wide};
use crate::vm::fast;
use crate::vm::run::{dispatch, store};
use crate::vm::step::binary_of;

/// Bytes of texts that are concatenated without asking whether there is memory.
const SHORT: usize = 256;

/// An operator on two registers: in line what `fast` does, else `$slow`.
macro_rules! registers {
    ($($name:ident, $fast:ident, $slow:ident;)*) => {$(
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$fast(&*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
                Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
                None => $slow(vm, pc, regs, consts, i.word()),
            }
        });
    )*};
}

/// An operator on a register and a constant.
macro_rules! constant {
    ($($name:ident, $fast:ident, $slow:ident;)*) => {$(
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$fast(&*regs.add(i.b as usize), &*consts.add(i.c as usize)) {
                Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
                None => $slow(vm, pc, regs, consts, i.word()),
            }
        });
    )*};
}

registers! {
    add, add, add_mixed;
    add_mixed, add_mixed, binary;
    sub, sub, sub_mixed;
    sub_mixed, sub_mixed, binary;
    mul, mul, mul_mixed;
    mul_mixed, mul_mixed, binary;
    true_div, true_div, binary;
    floor_div, floor_div, binary;
    modulo, modulo, binary;
    bit_and, bit_and, binary;
    bit_or, bit_or, binary;
    bit_xor, bit_xor, binary;
    shift_left, shift_left, binary;
    shift_right, shift_right, binary;
}

constant! {
    add_k, add, add_k_mixed;
    add_k_mixed, add_mixed, binary_k;
    sub_k, sub, sub_k_mixed;
    sub_k_mixed, sub_mixed, binary_k;
    mul_k, mul, mul_k_mixed;
    mul_k_mixed, mul_mixed, binary_k;
    true_div_k, true_div, binary_k;
    floor_div_k, floor_div, binary_k;
    modulo_k, modulo, binary_k;
    bit_and_k, bit_and, binary_k;
    shift_left_k, shift_left, binary_k;
    shift_right_k, shift_right, binary_k;
}

instruction!(binary, |vm, pc, regs, consts, i| {
    let (left, right) = (regs.add(i.b as usize), regs.add(i.c as usize));
    if i.op == Op::Add
        && let (Some(text), Some(more)) = ((*left).gc::<Str>(), (*right).get::<Str>())
        && text.as_str().len() + more.as_str().len() <= SHORT
    {
        if text.count() == 1 && vm.append_in_place(regs, i) {
            return dispatch(vm, pc, regs, consts);
        }
        return store(vm, pc, regs, consts, i.a, Words::of(Str::concat(text, more)));
    }
    if (*left).kind() == Some(Kind::Instance) {
        let new = completed::enter_operator(vm, pc, regs, i.word(), left, right);
        if !new.is_null() {
            return dispatch(vm, (*new).pc, frame::registers(new), (*(*new).code).consts.as_ptr());
        }
    }
    binary_any(vm, pc, regs, consts, i.word())
});

instruction!(binary_k, |vm, pc, regs, consts, i| {
    let (left, right) = (regs.add(i.b as usize), consts.add(i.c as usize));
    if (*left).kind() == Some(Kind::Instance) {
        let new = completed::enter_operator(vm, pc, regs, i.word(), left, right);
        if !new.is_null() {
            return dispatch(vm, (*new).pc, frame::registers(new), (*(*new).code).consts.as_ptr());
        }
    }
    binary_any_k(vm, pc, regs, consts, i.word())
});

step!(binary_any, |vm, frame, regs, i| {
    let (left, right) = (&*regs.add(i.b as usize), &*regs.add(i.c as usize));
    if let Some(text) = left.gc::<Str>() {
        if let (Op::Add, Some(more)) = (i.op, right.get::<Str>()) {
            vm.check_concat(text, more)?;
            if !vm.append_in_place(regs, i) {
                (*regs.add(i.a as usize)).put_new(Str::concat(text, more));
            }
            return Ok(());
        }
        // No built-in type but `str` knows how to be on the right of a template.
        if i.op == Op::Mod && !matches!(right.kind(), Some(Kind::Instance | Kind::Opaque)) {
            let template = text.clone();
            (*regs.add(i.a as usize)).put_new((vm.hooks.percent)(vm, &template, right)?);
            return Ok(());
        }
    }
    let Some(op) = binary_of(i.op) else { return Ok(()) };
    if let Some(number) = wide(op, left, right) {
        (*regs.add(i.a as usize)).put_new(number);
    } else if let Some(value) = vm.binary_step(frame, i, op, left, right)? {
        (*regs.add(i.a as usize)).put_new(value);
    }
});

step!(power, |vm, frame, regs, i| {
    let (left, right) = (&*regs.add(i.b as usize), &*regs.add(i.c as usize));
    if let Some(number) = fast::power(left, right) {
        number.words().put(&mut *regs.add(i.a as usize));
    } else if let Some(number) = wide(BinaryOp::Pow, left, right) {
        (*regs.add(i.a as usize)).put_new(number);
    } else if let Some(value) = vm.binary_step(frame, i, BinaryOp::Pow, left, right)? {
        (*regs.add(i.a as usize)).put_new(value);
    }
});

step!(binary_any_k, |vm, frame, regs, i| {
    let (left, right) = (&*regs.add(i.b as usize), &(&(*(*frame).code).consts)[i.c as usize]);
    let Some(op) = binary_of(i.op) else { return Ok(()) };
    if let Some(number) = wide(op, left, right) {
        (*regs.add(i.a as usize)).put_new(number);
    } else if let Some(value) = vm.binary_step(frame, i, op, left, right)? {
        (*regs.add(i.a as usize)).put_new(value);
    }
});

instruction!(negative, |vm, pc, regs, consts, i| {
    match fast::negative(&*regs.add(i.b as usize)) {
        Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
        None => negative_any(vm, pc, regs, consts, i.word()),
    }
});

step!(negative_any, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.unary(UnaryOp::Neg, &*regs.add(i.b as usize))?);
});

step!(positive, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.unary(UnaryOp::Pos, &*regs.add(i.b as usize))?);
});

step!(invert, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.unary(UnaryOp::Invert, &*regs.add(i.b as usize))?);
});
