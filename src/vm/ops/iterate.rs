//! Iteration and unpacking: ranges and lists in line, generators by entering their frames.
#![allow(unsafe_code)]
#![allow(dangerous_implicit_autorefs)]

use crate::bytecode::{Op, YIELD_UNUSED};
use crate::object::frame::{self, Resume};
use crate::object::{GenState, Generator, Iter, Iterator, List, Tuple, ViewKind};
use crate::value::{Value, Words};
use crate::vm::run::{dispatch, store};

step!(get_iter, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_iter(&*regs.add(i.b as usize))?);
});

instruction!(for_iter, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let Some(iterator) = source.get::<Iterator>() else { return for_generator(vm, pc, regs, consts, i.word()) };
    // The borrow ends before anything else runs.
    match &mut *iterator.0.as_ptr() {
        Iter::Range { next, step, left } => {
            if *left > 0 {
                *left -= 1;
                let item = *next;
                *next = item.wrapping_add(*step);
                return store(vm, pc, regs, consts, i.a, Words::int(item));
            }
            store(vm, pc.add(i.c as usize), regs, consts, i.b, Words::unset())
        }
        Iter::List(list, index) => {
            let items = &*list.0.as_ptr();
            if let Some(item) = items.get(*index) {
                *index += 1;
                return store(vm, pc, regs, consts, i.a, Words::copy(item));
            }
            if source.is_last_reference() {
                // Nobody can ask this iterator again.
                return store(vm, pc.add(i.c as usize), regs, consts, i.b, Words::unset());
            }
            for_any(vm, pc, regs, consts, i.word())
        }
        Iter::Tuple(tuple, index) => {
            if let Some(item) = tuple.items().get(*index) {
                *index += 1;
                return store(vm, pc, regs, consts, i.a, Words::copy(item));
            }
            for_any(vm, pc, regs, consts, i.word())
        }
        Iter::Str(text, offset) => {
            // One byte is one character, if it is below 128; the characters' strings are there after the first.
            if let Some(byte) = text.as_str().as_bytes().get(*offset)
                && let Some(character) = vm.characters.get(usize::from(*byte))
            {
                *offset += 1;
                return store(vm, pc, regs, consts, i.a, Words::copy(character));
            }
            for_any(vm, pc, regs, consts, i.word())
        }
        Iter::Dict(dict, kind @ (ViewKind::Keys | ViewKind::Values), at, len) => {
            let storage = &*dict.storage().as_ptr();
            if storage.len() == *len
                && let Some(entry) = storage.entries().get(*at)
                && entry.key.is_set()
            {
                *at += 1;
                let item = if *kind == ViewKind::Keys { &entry.key } else { &entry.value };
                return store(vm, pc, regs, consts, i.a, Words::copy(item));
            }
            for_any(vm, pc, regs, consts, i.word())
        }
        _ => for_any(vm, pc, regs, consts, i.word()),
    }
});

// A generator that rests at a `yield` of its own frame is entered in line.
instruction!(for_generator, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let Some(generator) = source.gc::<Generator>() else { return for_any(vm, pc, regs, consts, i.word()) };
    let own = generator.frame.get();
    if generator.state.get() != GenState::Suspended
        || !generator.awaiter.get().is_null()
        || !std::ptr::eq(generator.innermost.get(), &raw const **generator)
        || (*(*own).pc).op != Op::Yield
        || vm.depth >= vm.recursion_limit
    {
        return for_any_generator(vm, pc, regs, consts, i.word());
    }
    let caller = frame::of_registers(regs);
    (*caller).pc = pc;
    vm.wake_root(generator, own, Resume::ForIter);
    vm.frame = own;
    let at = (*own).pc;
    let (registers, consts) = (frame::registers(own), (*(*own).code).consts.as_ptr());
    if (*at).n & YIELD_UNUSED != 0 {
        dispatch(vm, at.add(1), registers, consts)
    } else {
        store(vm, at.add(1), registers, consts, (*at).a, Words::none())
    }
});

step!(for_any_generator, |vm, frame, regs, i| {
    if let Some(generator) = (*regs.add(i.b as usize)).gc::<Generator>()
        && vm.step_generator(generator)?
    {
        return Ok(());
    }
    for_next(vm, frame, regs, i)?;
});

step!(for_any, |vm, frame, regs, i| {
    for_next(vm, frame, regs, i)?;
});

/// The general step: an item, or the end of the loop.
#[inline(always)]
unsafe fn for_next(
    vm: &mut crate::vm::Vm,
    frame: *mut crate::object::frame::Frame,
    regs: *mut Value,
    i: crate::bytecode::Instr,
) -> crate::vm::Result<()> {
    // SAFETY: as in the instructions that call this.
    unsafe {
        if let Some(own) = (*regs.add(i.b as usize)).get::<Iterator>() {
            let mut item = Value::Unset;
            if vm.step(own, &mut item)? {
                (*regs.add(i.a as usize)).take_from(&mut item);
            } else {
                *regs.add(i.b as usize) = Value::Unset;
                (*frame).pc = (*frame).pc.add(i.c as usize);
            }
            return Ok(());
        }
        match vm.iter_next(&*regs.add(i.b as usize))? {
            Some(item) => (*regs.add(i.a as usize)).put_new(item),
            None => {
                *regs.add(i.b as usize) = Value::Unset;
                (*frame).pc = (*frame).pc.add(i.c as usize);
            }
        }
    }
    Ok(())
}

instruction!(unpack, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let items: &[Value] = if let Some(tuple) = source.get::<Tuple>() {
        tuple.items()
    } else if let Some(list) = source.get::<List>()
        && let Ok(items) = list.0.try_borrow_unguarded()
    {
        items
    } else {
        &[]
    };
    let count = usize::from(i.n);
    if items.len() != count || (i.a..i.a + u16::from(i.n)).contains(&i.b) {
        return unpack_any(vm, pc, regs, consts, i.word());
    }
    let first = regs.add(i.a as usize);
    if (0..count).any(|n| (*first.add(n)).kind().is_some()) {
        return unpack_any(vm, pc, regs, consts, i.word());
    }
    for (n, item) in items.iter().enumerate() {
        Words::copy(item).write(first.add(n));
    }
    if i.c == 1 { store(vm, pc, regs, consts, i.b, Words::unset()) } else { dispatch(vm, pc, regs, consts) }
});

step!(unpack_any, |vm, frame, regs, i| {
    let place = &mut *regs.add(i.b as usize);
    let source = if i.c == 1 { std::mem::take(place) } else { place.clone() };
    let (first, count) = (regs.add(i.a as usize), usize::from(i.n));
    // Dropping what the targets held runs no script, so the items stay where they are.
    if let Some(tuple) = source.get::<Tuple>().filter(|tuple| tuple.items().len() == count) {
        (0..count).for_each(|n| Words::copy(&raw const tuple.items()[n]).put(&mut *first.add(n)));
        return Ok(());
    }
    if let Some(list) = source.get::<List>().filter(|list| list.0.borrow().len() == count) {
        (0..count).for_each(|n| Words::copy(&raw const list.0.borrow()[n]).put(&mut *first.add(n)));
        return Ok(());
    }
    let items = vm.unpack(&source, usize::from(i.n))?;
    for (n, item) in items.into_iter().enumerate() {
        *regs.add(i.a as usize + n) = item;
    }
});

step!(unpack_ex, |vm, frame, regs, i| {
    let source = (*regs.add(i.b as usize)).clone();
    let items = vm.unpack_ex(&source, usize::from(i.n), usize::from(i.c))?;
    for (n, item) in items.into_iter().enumerate() {
        *regs.add(i.a as usize + n) = item;
    }
});
