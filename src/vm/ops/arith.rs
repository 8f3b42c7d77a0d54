//! Binary and unary operators: small ints and floats in line, all else out of line.
#![allow(unsafe_code)]
#![allow(dangerous_implicit_autorefs)]

use crate::vm::arith::UnaryOp;
use crate::vm::fast;
use crate::vm::run::store;
use crate::vm::step::binary_of;

macro_rules! binary {
    ($($name:ident, $name_k:ident;)*) => {$(
        binary!(one $name);
        binary!(one_k $name_k, $name);
    )*};
    (one $name:ident) => {
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$name(&*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
                Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
                None => binary(vm, pc, regs, consts, i.word()),
            }
        });
    };
    (one_k $name:ident, $fast:ident) => {
        instruction!($name, |vm, pc, regs, consts, i| {
            match fast::$fast(&*regs.add(i.b as usize), &*consts.add(i.c as usize)) {
                Some(number) => store(vm, pc, regs, consts, i.a, number.words()),
                None => binary_k(vm, pc, regs, consts, i.word()),
            }
        });
    };
}

binary! {
    add, add_k;
    sub, sub_k;
    mul, mul_k;
    true_div, true_div_k;
    floor_div, floor_div_k;
    modulo, modulo_k;
    bit_and, bit_and_k;
    shift_left, shift_left_k;
    shift_right, shift_right_k;
}
binary!(one bit_or);
binary!(one bit_xor);

step!(binary, |vm, frame, regs, i| {
    if i.n == 1 && i.op == crate::bytecode::Op::Add && vm.append_in_place(regs, i) {
        return Ok(());
    }
    if let Some(op) = binary_of(i.op)
        && let Some(value) = vm.binary_step(frame, i, op, &*regs.add(i.b as usize), &*regs.add(i.c as usize))?
    {
        *regs.add(i.a as usize) = value;
    }
});

step!(binary_k, |vm, frame, regs, i| {
    let right = &(&(*(*frame).code).consts)[i.c as usize];
    if let Some(op) = binary_of(i.op)
        && let Some(value) = vm.binary_step(frame, i, op, &*regs.add(i.b as usize), right)?
    {
        *regs.add(i.a as usize) = value;
    }
});

step!(negative, |vm, frame, regs, i| {
    *regs.add(i.a as usize) = vm.unary(UnaryOp::Neg, &*regs.add(i.b as usize))?;
});

step!(positive, |vm, frame, regs, i| {
    *regs.add(i.a as usize) = vm.unary(UnaryOp::Pos, &*regs.add(i.b as usize))?;
});

step!(invert, |vm, frame, regs, i| {
    *regs.add(i.a as usize) = vm.unary(UnaryOp::Invert, &*regs.add(i.b as usize))?;
});
