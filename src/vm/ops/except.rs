//! Raising and handling of exceptions.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::bytecode::NONE;
use crate::object::{Class, Exception};
use crate::value::{Value, Words};
use crate::vm::Raised;
use crate::vm::run::dispatch;

instruction!(push, |vm, pc, regs, consts, i| {
    let place = regs.add(i.a as usize);
    if (*place).kind().is_some() {
        return push_any(vm, pc, regs, consts, i.word());
    }
    Words::take(&raw mut vm.handled).write(place);
    Words::copy(regs.add(i.b as usize)).write(&raw mut vm.handled);
    dispatch(vm, pc, regs, consts)
});

step!(push_any, |vm, frame, regs, i| {
    let handled = (*regs.add(i.b as usize)).clone();
    (*regs.add(i.a as usize)).put_new(std::mem::replace(&mut vm.handled, handled));
});

instruction!(pop, |vm, pc, regs, consts, i| {
    if !Words::unset_shared(&raw mut vm.handled) {
        return pop_any(vm, pc, regs, consts, i.word());
    }
    Words::take(regs.add(i.a as usize)).write(&raw mut vm.handled);
    dispatch(vm, pc, regs, consts)
});

step!(pop_any, |vm, frame, regs, i| {
    vm.handled = std::mem::take(&mut *regs.add(i.a as usize));
});

// An exception of the very class that is asked for.
instruction!(jump_if_not_match, |vm, pc, regs, consts, i| {
    match ((*regs.add(i.a as usize)).get::<Exception>(), (*regs.add(i.b as usize)).gc::<Class>()) {
        (Some(exception), Some(class)) if (*exception.class.as_ptr()).same(class) => dispatch(vm, pc, regs, consts),
        _ => match_any(vm, pc, regs, consts, i.word()),
    }
});

step!(match_any, |vm, frame, regs, i| {
    if !vm.exception_matches(&*regs.add(i.a as usize), &*regs.add(i.b as usize))? {
        (*frame).pc = (*frame).pc.offset(i.jump16() as isize);
    }
});

step!(match_star, |vm, frame, regs, i| {
    let (matched, rest) = vm.match_exc_star(&*regs.add(i.b as usize), &*regs.add(i.c as usize))?;
    *regs.add(i.b as usize) = rest;
    (*regs.add(i.a as usize)).put_new(matched);
});

step!(prepare_reraise_star, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.prep_reraise_star(&*regs.add(i.b as usize), &*regs.add(i.c as usize))?);
});

step!(raise, |vm, frame, regs, i| {
    let operand = |n: u16| if n == NONE { Value::Unset } else { (*regs.add(n as usize)).clone() };
    return Err(vm.raise_step(operand(i.a), operand(i.b)));
});

step!(reraise, |vm, frame, regs, i| {
    if let Ok(exception) = std::mem::take(&mut *regs.add(i.a as usize)).into_gc() {
        vm.reraising = true;
        return Err(Raised(exception));
    }
});

step!(triple, |vm, frame, regs, i| {
    for (n, part) in vm.exc_triple(&*regs.add(i.b as usize)).into_iter().enumerate() {
        *regs.add(i.a as usize + n) = part;
    }
});

step!(load_assertion_error, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.exc.assertion_error.clone().into());
});
