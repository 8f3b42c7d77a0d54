//! Registers, constants and variables.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::object::{Cell, Pool, frame};
use crate::value::{Value, Words};
use crate::vm::cached;
use crate::vm::run::{dispatch, store, store_at};

instruction!(nop, |vm, pc, regs, consts, _i| { dispatch(vm, pc, regs, consts) });

instruction!(load_const, |vm, pc, regs, consts, i| {
    let words = Words::copy(consts.add(i.bc() as usize));
    store(vm, pc, regs, consts, i.a, words)
});

instruction!(copy, |vm, pc, regs, consts, i| {
    let words = Words::copy(regs.add(i.b as usize));
    store(vm, pc, regs, consts, i.a, words)
});

instruction!(take, |vm, pc, regs, consts, i| {
    let words = Words::take(regs.add(i.b as usize));
    store(vm, pc, regs, consts, i.a, words)
});

instruction!(clear, |vm, pc, regs, consts, i| {
    let first = regs.add(i.a as usize);
    for n in 0..i.c as usize {
        if !Words::unset_shared(first.add(n)) {
            return clear_objects(vm, pc, regs, consts, i.word());
        }
    }
    dispatch(vm, pc, regs, consts)
});

step!(clear_objects, |vm, frame, regs, i| {
    for n in i.a..i.a + i.c {
        *regs.add(n as usize) = Value::Unset;
    }
});

instruction!(check_bound, |vm, pc, regs, consts, i| {
    if (*regs.add(i.a as usize)).is_set() {
        dispatch(vm, pc, regs, consts)
    } else {
        raise_unbound(vm, pc, regs, consts, i.word())
    }
});

step!(raise_unbound, |vm, frame, regs, i| {
    return Err(vm.unbound(frame, i.a));
});

step!(delete_local, |vm, frame, regs, i| {
    if !(*regs.add(i.a as usize)).is_set() {
        return Err(vm.unbound(frame, i.a));
    }
    *regs.add(i.a as usize) = Value::Unset;
});

step!(make_cell, |vm, frame, regs, i| {
    let value = std::mem::take(&mut *regs.add(i.a as usize));
    (*regs.add(i.a as usize)).put_new(Cell::new(value).into());
});

step!(load_cell, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.load_cell(frame, i.b)?);
});

step!(store_cell, |vm, frame, regs, i| {
    vm.store_cell(&*regs.add(i.a as usize), (*regs.add(i.b as usize)).clone());
});

step!(delete_cell, |vm, frame, regs, i| {
    vm.delete_cell(frame, i.a)?;
});

instruction!(load_free, |vm, pc, regs, consts, i| {
    match (*frame::of_registers(regs)).function.cell(usize::from(i.b)).map(|cell| cell.as_ptr()) {
        Some(value) if (*value).is_set() => store(vm, pc, regs, consts, i.a, Words::copy(value)),
        _ => raise_unbound_free(vm, pc, regs, consts, i.word()),
    }
});

step!(raise_unbound_free, |vm, frame, regs, i| {
    return Err(vm.unbound_free(frame, i.b));
});

step!(store_free, |vm, frame, regs, i| {
    if let Some(cell) = (*frame).function.cell(usize::from(i.a)) {
        cell.set((*regs.add(i.b as usize)).clone());
    }
});

step!(delete_free, |vm, frame, regs, i| {
    vm.delete_free(frame, i.a)?;
});

step!(load_closure, |vm, frame, regs, i| {
    if let Some(cell) = (*frame).function.cell(usize::from(i.b)) {
        (*regs.add(i.a as usize)).put_new(cell.clone().into());
    }
});

instruction!(load_global, |vm, pc, regs, consts, i| {
    let frame = frame::of_registers(regs);
    match cached::global(&(*frame).function.globals, &vm.builtins, Pool::latest_at(consts, i.c)) {
        Some(found) => store(vm, pc, regs, consts, i.a, Words::copy(found)),
        None => find_global(vm, pc, regs, consts, i.word()),
    }
});

step!(find_global, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.load_global(frame, i.c)?);
});

instruction!(store_global, |vm, pc, regs, consts, i| {
    let frame = frame::of_registers(regs);
    match cached::global_place(&(*frame).function.globals, Pool::latest_at(consts, i.c)) {
        Some(place) => store_at(vm, pc, regs, consts, place, Words::copy(regs.add(i.b as usize))),
        None => set_global(vm, pc, regs, consts, i.word()),
    }
});

step!(set_global, |vm, frame, regs, i| {
    vm.store_global(frame, i.c, (*regs.add(i.b as usize)).clone());
});

step!(delete_global, |vm, frame, regs, i| {
    vm.delete_global(frame, i.c)?;
});

step!(load_name, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.load_name(frame, i.c)?);
});

step!(store_name, |vm, frame, regs, i| {
    vm.store_name(frame, i.c, (*regs.add(i.b as usize)).clone())?;
});

step!(delete_name, |vm, frame, regs, i| {
    vm.delete_name(frame, i.c)?;
});

step!(load_class_free, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.load_class_free(frame, i.b, i.c)?);
});
