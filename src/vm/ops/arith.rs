//! Binary and unary operators: small ints and floats in line, all else out of line.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::bytecode::{Instr, Op};
use crate::heap::Gc;
use crate::object::Str;
use crate::object::frame::Resume;
use crate::value::{Kind, Value, Words};
use crate::vm::arith::{UnaryOp, wide};
use crate::vm::run::{dispatch, store};
use crate::vm::step::binary_of;
use crate::vm::{Result, Vm, fast};

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
    if let Some(name) = vm.operator_of(&*left, i) {
        enter_operator!(vm, pc, regs, i.a, Resume::Binary, &*name, left, right);
    }
    binary_any(vm, pc, regs, consts, i.word())
});

instruction!(binary_k, |vm, pc, regs, consts, i| {
    let (left, right) = (regs.add(i.b as usize), consts.add(i.c as usize));
    if let Some(name) = vm.operator_of(&*left, i) {
        enter_operator!(vm, pc, regs, i.a, Resume::Binary, &*name, left, right);
    }
    binary_any_k(vm, pc, regs, consts, i.word())
});

impl Vm {
    /// The name of the special method that an operator asks an instance for: that of the augmented assignment, where it is one and its class
    /// has that.
    #[inline(always)]
    fn operator_of(&self, left: &Value, i: Instr) -> Option<*const Gc<Str>> {
        if left.kind() != Some(Kind::Instance) {
            return None;
        }
        let op = binary_of(i.op)?;
        let in_place = op.inplace(&self.names);
        let own = i.n == 1 && self.find_special(left, in_place).is_some();
        Some(if own { in_place } else { op.name(&self.names) })
    }

    /// The result of an operator that was not done in line.
    #[inline(always)]
    fn operated(&mut self, i: Instr, left: &Value, right: &Value) -> Result {
        let Some(op) = binary_of(i.op) else { return Ok(Value::NotImplemented) };
        match wide(op, left, right) {
            Some(number) => Ok(number),
            None if i.n == 1 => self.inplace(op, left, right),
            None => self.binary(op, left, right),
        }
    }
}

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
    let result = vm.operated(i, left, right)?;
    (*regs.add(i.a as usize)).put_new(result);
});

instruction!(power, |vm, pc, regs, consts, i| {
    match fast::power(&*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
        Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
        None => binary(vm, pc, regs, consts, i.word()),
    }
});

step!(binary_any_k, |vm, frame, regs, i| {
    let (left, right) = (&*regs.add(i.b as usize), &(&(*(*frame).code).consts)[i.c as usize]);
    let result = vm.operated(i, left, right)?;
    (*regs.add(i.a as usize)).put_new(result);
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
