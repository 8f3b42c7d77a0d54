//! Containers, strings and slices from registers.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::bytecode::{DEFERRED, Op};
use crate::heap::Gc;
use crate::object::{Dict, DictStorage, List, Slice, Str};
use crate::value::{Value, Words};
use crate::vm::build;
use crate::vm::enter::{joined, taken, tuple_of};
use crate::vm::item::between;
use crate::vm::run::{dispatch, store};

step!(tuple, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(if i.c == 0 { vm.empty_tuple().into() } else { tuple_of(regs, i) });
});

step!(list, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(List::value(taken(regs, i)));
});

step!(set, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.build_set(taken(regs, i))?);
});

step!(dict, |vm, frame, regs, i| {
    let dict = Dict::from_storage(DictStorage::with_capacity(usize::from(i.c)));
    let mut result = Ok(());
    for n in 0..usize::from(i.c) {
        // After an error the rest is only given up.
        let part = regs.add(i.b as usize + 2 * n);
        let (key, value) = (std::mem::take(&mut *part), std::mem::take(&mut *part.add(1)));
        result = result.and_then(|()| vm.dict_set(&dict, key, value));
    }
    result?;
    (*regs.add(i.a as usize)).put_new(dict.into());
});

step!(string, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(joined(regs, i));
});

step!(slice, |vm, frame, regs, i| {
    // A slice that the next instruction uses as key is not made where the part is known at once.
    let next = *(*frame).pc;
    let (start, stop) = (regs.add(i.b as usize), regs.add(i.b as usize + 1));
    if i.n == 2
        && next.op == Op::GetItem
        && next.c == i.a
        && next.b != i.a
        && let Some(part) = between(&*regs.add(next.b as usize), &*start, &*stop)
    {
        (*start).unset();
        (*stop).unset();
        (*regs.add(next.a as usize)).put_new(part);
        (*frame).pc = (*frame).pc.add(1);
        return Ok(());
    }
    let part = |n: usize| std::mem::take(&mut *regs.add(i.b as usize + n));
    let (start, stop) = (part(0), part(1));
    let step = if i.n == 3 { part(2) } else { Value::None };
    (*regs.add(i.a as usize)).put_new(Gc::new(Slice { start, stop, step }).into());
});

instruction!(list_append, |vm, pc, regs, consts, i| {
    if let Some(list) = (*regs.add(i.a as usize)).get::<List>() {
        // The borrow ends before anything else runs.
        let items = &mut *list.0.as_ptr();
        let length = items.len();
        if length < items.capacity() {
            Words::copy(regs.add(i.b as usize)).write(items.as_mut_ptr().add(length));
            items.set_len(length + 1);
            return dispatch(vm, pc, regs, consts);
        }
    }
    list_append_growing(vm, pc, regs, consts, i.word())
});

step!(list_append_growing, |vm, frame, regs, i| {
    if let Some(list) = (*regs.add(i.a as usize)).get::<List>() {
        let mut items = list.0.borrow_mut();
        vm.grow(&mut items, 1)?;
        items.push(Value::Unset);
        if let Some(last) = items.last_mut() {
            last.clone_from(&*regs.add(i.b as usize));
        }
    }
});

step!(list_extend, |vm, frame, regs, i| {
    vm.extend_star(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});

step!(list_to_tuple, |vm, frame, regs, i| {
    let list = std::mem::take(&mut *regs.add(i.b as usize));
    (*regs.add(i.a as usize)).put_new(build::list_to_tuple(list));
});

step!(set_add, |vm, frame, regs, i| {
    vm.set_add_value(&*regs.add(i.a as usize), (*regs.add(i.b as usize)).clone())?;
});

step!(set_update, |vm, frame, regs, i| {
    vm.set_update_value(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});

step!(dict_set, |vm, frame, regs, i| {
    let (key, value) = ((*regs.add(i.b as usize)).clone(), (*regs.add(i.c as usize)).clone());
    vm.dict_set_value(&*regs.add(i.a as usize), key, value)?;
});

step!(dict_update, |vm, frame, regs, i| {
    vm.dict_update_display(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});

step!(dict_merge, |vm, frame, regs, i| {
    vm.dict_merge(&*regs.add(i.a as usize), &*regs.add(i.b as usize), &*regs.add(i.c as usize))?;
});

// What the whole string can take as it is needs no text of its own.
instruction!(format, |vm, pc, regs, consts, i| {
    let value = &*regs.add(i.b as usize);
    if i.n == DEFERRED && (matches!(value, Value::Int(_)) || value.is::<Str>()) {
        return store(vm, pc, regs, consts, i.a, Words::copy(value));
    }
    format_any(vm, pc, regs, consts, i.word())
});

step!(format_any, |vm, frame, regs, i| {
    let spec = if i.c == crate::bytecode::NONE { &Value::Unset } else { &*regs.add(i.c as usize) };
    (*regs.add(i.a as usize)).put_new(vm.format_step(&*regs.add(i.b as usize), spec, i.n)?);
});
