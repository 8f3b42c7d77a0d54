//! Containers, strings and slices from registers.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::attribute::put_in;
use crate::bytecode::{DEFERRED, Op};
use crate::heap::Gc;
use crate::object::{Dict, DictStorage, List, Set, SetStorage, Slice, Str, drop_backwards};
use crate::value::{Value, Words};
use crate::vm::build;
use crate::vm::enter::{joined, taken, tuple_of};
use crate::vm::item::{between, set_part};
use crate::vm::run::{dispatch, store};

/// Texts of which one has so many bytes are put together where there is memory for that.
const LARGE: usize = 64 << 10;

step!(tuple, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(if i.c == 0 { vm.empty_tuple().into() } else { tuple_of(regs, i) });
});

step!(list, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(List::value(taken(regs, i)));
});

step!(set, |vm, frame, regs, i| {
    let parts = std::slice::from_raw_parts_mut(regs.add(i.b as usize), usize::from(i.c));
    let mut storage = SetStorage::default();
    let set = if parts.iter().all(|part| storage.add_quick(part).is_some()) {
        parts.iter_mut().for_each(Value::unset);
        Set::new(storage).into()
    } else {
        vm.build_set(taken(regs, i))?
    };
    (*regs.add(i.a as usize)).put_new(set);
});

step!(dict, |vm, frame, regs, i| {
    let dict = Dict::from_storage(DictStorage::with_capacity(usize::from(i.c)));
    let mut result = Ok(());
    for n in 0..usize::from(i.c) {
        // After an error the rest is only given up.
        let part = regs.add(i.b as usize + 2 * n);
        if result.is_ok() && dict.put_quick(&*part, &*part.add(1)) {
            (*part).unset();
            (*part.add(1)).unset();
            continue;
        }
        let (key, value) = (std::mem::take(&mut *part), std::mem::take(&mut *part.add(1)));
        result = result.and_then(|()| vm.dict_set(&dict, key, value));
    }
    result?;
    (*regs.add(i.a as usize)).put_new(dict.into());
});

step!(string, |vm, frame, regs, i| {
    let parts = std::slice::from_raw_parts(regs.add(i.b as usize), usize::from(i.c));
    let length = |part: &Value| part.get::<Str>().map_or(0, |text| text.as_str().len());
    if parts.iter().any(|part| length(part) > LARGE) {
        vm.check_bytes(parts.iter().map(length).sum())?;
    }
    (*regs.add(i.a as usize)).put_new(joined(regs, i));
});

// A slice that the next instruction uses as key is not made where the part is known at once.
step!(slice, |vm, frame, regs, i| {
    let next = *(*frame).pc;
    let first = regs.add(i.b as usize);
    let step = if i.n == 3 { &*first.add(2) } else { &Value::None };
    if next.op == Op::GetItem
        && next.c == i.a
        && next.b != i.a
        && let Some(part) = between(&*regs.add(next.b as usize), &*first, &*first.add(1), step)
    {
        (0..usize::from(i.n)).for_each(|n| (*first.add(n)).unset());
        (*regs.add(next.a as usize)).put_new(part);
        (*frame).pc = (*frame).pc.add(1);
        return Ok(());
    }
    if next.op == Op::SetItem && next.b == i.a && next.a != i.a && next.c != i.a {
        let value = &mut *regs.add(next.c as usize);
        let owned = next.n == 1 && value.is_last_reference();
        if let Some(mut old) = set_part(&*regs.add(next.a as usize), [&*first, &*first.add(1), step], value, owned) {
            (0..usize::from(i.n)).for_each(|n| (*first.add(n)).unset());
            if next.n == 1 {
                value.unset();
            }
            (*frame).pc = (*frame).pc.add(1);
            drop_backwards(&mut old);
            return Ok(());
        }
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
        vm.grow(&mut *items, 1)?;
        items.push_copy(&*regs.add(i.b as usize));
    }
});

step!(list_extend, |vm, frame, regs, i| {
    vm.extend_star(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});

step!(list_to_tuple, |vm, frame, regs, i| {
    let list = std::mem::take(&mut *regs.add(i.b as usize));
    (*regs.add(i.a as usize)).put_new(build::list_to_tuple(list));
});

instruction!(set_add, |vm, pc, regs, consts, i| {
    if add_to(&*regs.add(i.a as usize), &*regs.add(i.b as usize)) {
        return dispatch(vm, pc, regs, consts);
    }
    set_add_any(vm, pc, regs, consts, i.word())
});

/// Adds a key to a set, where that neither runs scripts nor asks for much memory; whether it was done.
#[inline(never)]
fn add_to(set: &Value, key: &Value) -> bool {
    set.get::<Set>().is_some_and(|set| set.0.borrow_mut().add_quick(key).is_some())
}

step!(set_add_any, |vm, frame, regs, i| {
    vm.set_add_value(&*regs.add(i.a as usize), (*regs.add(i.b as usize)).clone())?;
});

step!(set_update, |vm, frame, regs, i| {
    vm.set_update_value(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});

instruction!(dict_set, |vm, pc, regs, consts, i| {
    if put_in(&*regs.add(i.a as usize), &*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
        return dispatch(vm, pc, regs, consts);
    }
    dict_set_any(vm, pc, regs, consts, i.word())
});

step!(dict_set_any, |vm, frame, regs, i| {
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

step!(unpack_many, |vm, frame, regs, i| {
    let source = (*regs.add(i.b as usize)).clone();
    let items = vm.unpack(&source, usize::from(i.c))?;
    for (n, item) in items.into_iter().enumerate() {
        *regs.add(i.a as usize + n) = item;
    }
});
