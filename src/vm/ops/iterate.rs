//! Iteration and unpacking: the machine's own iterators in line, generators by entering their frames.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::next;
use crate::bytecode::{Instr, Op, YIELD_UNUSED};
use crate::heap::Dead;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{Function, GenState, Generator, Iter, Iterator, List, Tuple, ViewKind};
use crate::value::{Kind, Value, Words};
use crate::vm::run::{Pc, dispatch, store};
use crate::vm::{Result, Vm};

instruction!(get_iter, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let iterator = Vm::plain_iter_words(vm.carried(source, &vm.names.iter).unwrap_or(source));
    if iterator.is_set() {
        return store(vm, pc, regs, consts, i.a, iterator);
    }
    get_any_iter(vm, pc, regs, consts, i.word())
});

step!(get_any_iter, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_iter(&*regs.add(i.b as usize))?);
});

// What loops go over most; the rest is apart, because this needs few of the processor's registers.
instruction!(for_iter, |vm, pc, regs, consts, i| {
    let Some(iterator) = (*regs.add(i.b as usize)).get::<Iterator>() else {
        return for_generator(vm, pc, regs, consts, i.word());
    };
    // The borrow ends before anything else runs.
    let item = match &mut *iterator.0.as_ptr() {
        Iter::Range { next: item, step, left } => next::of_range(item, *step, left),
        Iter::List(list, index) => next::of_list(list, index),
        Iter::Str(..) => return for_str(vm, pc, regs, consts, i.word()),
        _ => None,
    };
    match item {
        Some(item) => store(vm, pc, regs, consts, i.a, item),
        None => for_more(vm, pc, regs, consts, i.word()),
    }
});

instruction!(for_str, |vm, pc, regs, consts, i| {
    // The borrow ends before anything else runs.
    if let Some(iterator) = (*regs.add(i.b as usize)).get::<Iterator>()
        && let Iter::Str(text, offset) = &mut *iterator.0.as_ptr()
        && let Some(item) = next::of_str(vm, text, offset)
    {
        return store(vm, pc, regs, consts, i.a, item);
    }
    for_any(vm, pc, regs, consts, i.word())
});

instruction!(for_more, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let Some(iterator) = source.get::<Iterator>() else { return for_generator(vm, pc, regs, consts, i.word()) };
    // The borrow ends before anything else runs.
    let item = match &mut *iterator.0.as_ptr() {
        Iter::Range { left: 0, .. } => return store(vm, pc.add(i.c as usize), regs, consts, i.b, Words::unset()),
        // Nobody can ask this iterator again.
        Iter::List(..) if source.is_last_reference() => {
            return store(vm, pc.add(i.c as usize), regs, consts, i.b, Words::unset());
        }
        Iter::Tuple(tuple, index) => {
            if let Some(item) = next::of_tuple(tuple, index) {
                return store(vm, pc, regs, consts, i.a, item);
            }
            if source.is_last_reference() {
                return store(vm, pc.add(i.c as usize), regs, consts, i.b, Words::unset());
            }
            None
        }
        Iter::Dict(dict, kind @ (ViewKind::Keys | ViewKind::Values), walk) => next::of_dict(dict, *kind, walk),
        Iter::Enumerate(..) | Iter::Zip(..) | Iter::Dict(..) => return for_pair(vm, pc, regs, consts, i.word()),
        Iter::ListReversed(list, left) => next::of_list_backwards(list, left),
        Iter::Bytes(value, index) => next::of_bytes(value, index),
        Iter::Set(set, at, len) => next::of_set(set, at, *len),
        Iter::FrozenSet(value, at) => next::of_frozenset(value, at),
        _ => None,
    };
    match item {
        Some(item) => store(vm, pc, regs, consts, i.a, item),
        None => for_any(vm, pc, regs, consts, i.word()),
    }
});

// A pair that the next instruction takes apart is never made: its items go where that one would put them.
instruction!(for_pair, |vm, pc, regs, consts, i| {
    let unpack = *pc;
    if unpack.op != Op::Unpack || unpack.n != 2 || unpack.b != i.a || unpack.c != 1 {
        return for_any(vm, pc, regs, consts, i.word());
    }
    // The register of the pair must be empty afterwards.
    let pair = regs.add(i.a as usize);
    if !Words::unset_shared(pair) {
        return for_pair_again(vm, pc, regs, consts, i.word());
    }
    let Some(iterator) = (*regs.add(i.b as usize)).get::<Iterator>() else {
        return for_any(vm, pc, regs, consts, i.word());
    };
    let first = regs.add(unpack.a as usize);
    match &mut *iterator.0.as_ptr() {
        Iter::Enumerate(inner, number) => {
            if let (Some(inner), Value::Int(count)) = (inner.get::<Iterator>(), &mut *number)
                && *count < i64::MAX
                && let Some(item) = next::frequent(vm, inner)
            {
                let words = Words::int(*count);
                *count += 1;
                return store_pair(vm, pc.add(1), regs, consts, first, words, item);
            }
        }
        Iter::Zip(all, _) => {
            if let [one, two] = all.items()
                && let (Some(one), Some(two)) = (one.get::<Iterator>(), two.get::<Iterator>())
                && let Some(item) = next::frequent(vm, one)
            {
                if let Some(other) = next::frequent(vm, two) {
                    return store_pair(vm, pc.add(1), regs, consts, first, item, other);
                }
                item.write(pair);
                return for_second(vm, pc, regs, consts, i.word());
            }
        }
        Iter::Dict(dict, _, walk) => {
            if let Some((key, value)) = next::entry_of_dict(dict, walk) {
                return store_pair(vm, pc.add(1), regs, consts, first, Words::copy(key), Words::copy(value));
            }
        }
        _ => {}
    }
    for_any(vm, pc, regs, consts, i.word())
});

// Empties the register of the pair, which holds an object that dies, and begins anew.
step!(for_pair_again, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).unset();
    (*frame).pc = (*frame).pc.sub(1);
});

// A `zip` of two whose first item is in the register of the pair already.
step!(for_second, |vm, frame, regs, i| {
    let item = std::mem::take(&mut *regs.add(i.a as usize));
    let source = (*regs.add(i.b as usize)).clone();
    let Some(iterator) = source.get::<Iterator>() else { return Ok(()) };
    let mut other = Value::Unset;
    if vm.zip_second(iterator, &mut other)? {
        let first = regs.add((*(*frame).pc).a as usize);
        (*first).put_new(item);
        (*first.add(1)).put_new(other);
        (*frame).pc = (*frame).pc.add(1);
    } else {
        *regs.add(i.b as usize) = Value::Unset;
        (*frame).pc = (*frame).pc.add(i.c as usize);
    }
});

/// Puts two values into neighbouring registers and hands on.
#[inline(always)]
unsafe fn store_pair(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    consts: *const Value,
    first: *mut Value,
    one: Words,
    two: Words,
) -> bool {
    // SAFETY: both are registers of the running frame; what they held is dropped after both are written.
    unsafe {
        match (one.replace(first), two.replace(first.add(1))) {
            (None, None) => dispatch(vm, pc, regs, consts),
            (one, two) => bury_two(vm, pc, regs, consts, one.map_or(0, Dead::into_word), two.map_or(0, Dead::into_word)),
        }
    }
}

/// Destroys up to two objects that have no references left, sees to their finalisers, then hands on.
#[inline(never)]
unsafe fn bury_two(vm: &mut Vm, pc: Pc, regs: *mut Value, consts: *const Value, one: u64, two: u64) -> bool {
    // SAFETY: the words come from `store_pair`, and the registers are the running frame's.
    unsafe {
        for word in [one, two].into_iter().filter(|word| *word != 0) {
            Dead::of_word(word).destroy();
        }
        (*frame::of_registers(regs)).pc = pc;
        vm.settle();
        dispatch(vm, pc, regs, consts)
    }
}

// A chain of generators whose innermost one rests at a `yield` is entered in line.
instruction!(for_generator, |vm, pc, regs, consts, i| {
    let source = &*regs.add(i.b as usize);
    let Some(generator) = source.gc::<Generator>() else { return for_any(vm, pc, regs, consts, i.word()) };
    let own = generator.frame.get();
    if generator.state.get() != GenState::Suspended
        || !generator.awaiter.get().is_null()
        || vm.depth + generator.depth.get() as usize > vm.recursion_limit
    {
        return for_any_generator(vm, pc, regs, consts, i.word());
    }
    let resting = (*generator.innermost.get()).frame.get();
    let at = (*resting).pc;
    if (*at).op != Op::Yield {
        return match next::delegated(vm, resting) {
            Some(item) => store(vm, pc, regs, consts, i.a, item),
            None => for_any_generator(vm, pc, regs, consts, i.word()),
        };
    }
    let caller = frame::of_registers(regs);
    (*caller).pc = pc;
    vm.wake_root(generator, own, Resume::ForIter);
    vm.frame = resting;
    let (registers, consts) = (frame::registers(resting), (*(*resting).code).consts.as_ptr());
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
    if enter_step(vm, frame, regs, i)? {
        return Ok(());
    }
    for_next(vm, frame, regs, i)?;
});

/// Enters the script's function that makes the next item, a `__next__` or the function of a `map`; whether there was one.
#[inline(always)]
unsafe fn enter_step(vm: &mut Vm, frame: *mut Frame, regs: *mut Value, i: Instr) -> Result<bool> {
    // SAFETY: as in the instruction that calls this; nothing runs between the lookups and the call.
    unsafe {
        let source = &*regs.add(i.b as usize);
        let (function, argument) = match source.kind() {
            Some(Kind::Instance) => {
                let Some(found) = vm.find_special(source, &vm.names.next) else { return Ok(false) };
                let Some(function) = (*found).gc::<Function>() else { return Ok(false) };
                (function, None)
            }
            Some(Kind::Iterator) => {
                let Some(iterator) = source.get::<Iterator>() else { return Ok(false) };
                let Iter::Map(function, all, _) = &*iterator.0.as_ptr() else { return Ok(false) };
                let (Some(function), [only]) = (function.gc::<Function>(), all.items()) else { return Ok(false) };
                (function, Some(only))
            }
            _ => return Ok(false),
        };
        if function.code.simple != 1 {
            return Ok(false);
        }
        let argument = match argument {
            None => Words::copy(source),
            Some(inner) => match inner.get::<Iterator>().and_then(|inner| next::plain(vm, inner)) {
                Some(item) => item,
                None => return Ok(false),
            },
        };
        let mut argument = argument.into_value();
        let new = vm.push_frame(function.clone(), 1)?;
        Words::take(&raw mut argument).write(frame::registers(new));
        (*new).back = frame;
        (*new).dst = i.a;
        (*new).resume = Resume::ForNext;
        vm.frame = new;
        Ok(true)
    }
}

/// The general step: an item, or the end of the loop.
#[inline(always)]
unsafe fn for_next(vm: &mut Vm, frame: *mut Frame, regs: *mut Value, i: Instr) -> Result<()> {
    // SAFETY: as in the instructions that call this.
    unsafe {
        if let Some(own) = (*regs.add(i.b as usize)).get::<Iterator>() {
            let mut item = Value::Unset;
            if vm.step_or_end(own, &mut item)? {
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
    let source = vm.carried(source, &vm.names.iter).unwrap_or(source);
    let items: &[Value] = if let Some(tuple) = source.get::<Tuple>() {
        tuple.items()
    } else if let Some(list) = source.get::<List>() {
        // The look ends before anything else runs.
        &*list.0.as_ptr()
    } else {
        &[]
    };
    let count = usize::from(i.n);
    if items.len() != count || (i.a..i.a + u16::from(i.n)).contains(&i.b) {
        return unpack_any(vm, pc, regs, consts, i.word());
    }
    let first = regs.add(i.a as usize);
    for (n, item) in items.iter().enumerate() {
        // Where an object would die, all is done again out of line: items that are in their targets already are put there once more.
        if !Words::unset_shared(first.add(n)) {
            return unpack_any(vm, pc, regs, consts, i.word());
        }
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
