//! Calls of natives: the frequent case of some in line, else the registers themselves are handed over as arguments (see `vm::invoke`).
//!
//! A native is known by its number as soon as it was found, because what is attended to before a call may change where it was. What an instruction
//! needs of it is handed on in place of the constants: the number (`native`) or the function that does the frequent case (`quickly`).
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::call::{call_any, call_any_method, call_method, invoke_any, method_arguments};
use super::direct::enter_instead;
use crate::bytecode::{Instr, Op, YIELD_UNUSED};
use crate::object::frame::{self, Resume};
use crate::object::{Function, GenState, Generator, GeneratorKind, Instance, List, Native, NativeId};
use crate::value::{Value, Words};
use crate::vm::Vm;
use crate::vm::native::{Enters, Quickly};
use crate::vm::run::{Flow, Pc, dispatch, drops, flow_on, store, store_result};

/// Does the frequent case of a native's call, by the function that stands in place of the constants, with `$count` registers from `$first` on, and
/// takes them and those before them from `$front` on; where it is none, goes on with `$apart`.
macro_rules! do_quickly {
    ($vm:ident, $pc:ident, $regs:ident, $quickly:ident, $i:ident, $front:expr, $first:expr, $count:expr, $apart:ident) => {{
        let (front, first, count) = ($front, $first, $count);
        let consts = (*(*frame::of_registers($regs)).code).consts.as_ptr();
        let words = quickly_at($quickly)($vm, std::slice::from_raw_parts_mut(first, count));
        if !words.is_set() {
            return $apart($vm, $pc, $regs, consts, $i.word());
        }
        let (mut taken, end) = (front, first.add(count));
        while taken < end && Words::unset_shared(taken) {
            taken = taken.add(1);
        }
        if taken < end {
            conclude($vm, $pc, $regs, words, $i.a, taken, end);
            return dispatch($vm, $pc, $regs, consts);
        }
        store_result($vm, $pc, $regs, consts, $i.a, words)
    }};
}

/// Hands a native's number on in place of the constants.
#[inline(always)]
pub(super) fn in_place(NativeId(id): NativeId) -> *const Value {
    std::ptr::without_provenance(id as usize)
}

/// The number that was handed on in place of the constants.
#[inline(always)]
fn native_at(place: *const Value) -> NativeId {
    NativeId(place.addr() as u32)
}

/// The function that was handed on in place of the constants.
///
/// # Safety
/// It was.
#[inline(always)]
unsafe fn quickly_at(place: *const Value) -> Quickly {
    // SAFETY: the caller's; such functions are as large as pointers.
    unsafe { std::mem::transmute::<*const Value, Quickly>(place) }
}

/// Takes the registers of a call that is done, from one on that holds the last reference to an object, and puts the result where it belongs.
///
/// # Safety
/// The registers belong to the running frame, whose next instruction is at `pc`.
#[inline(never)]
unsafe fn conclude(vm: &mut Vm, pc: Pc, regs: *mut Value, result: Words, dst: u16, mut taken: *mut Value, end: *mut Value) {
    // SAFETY: the caller's registers.
    unsafe {
        (*frame::of_registers(regs)).pc = pc;
        while taken < end {
            (*taken).unset();
            taken = taken.add(1);
        }
        result.put(&mut *regs.add(usize::from(dst)));
        vm.settle();
    }
}

/// The native that a value is.
#[inline(always)]
pub(super) unsafe fn native_id(native: *const Value) -> Option<NativeId> {
    // SAFETY: the caller's value.
    unsafe { (*native).get::<Native>() }.map(|native| native.id)
}

/// Calls a native, whose number stands in place of the constants, with registers as its arguments, and puts the result where it belongs. Counted from the
/// instruction's window, the arguments begin at `FIRST`; the call takes the registers from `FRONT` on; `END` are not counted by the instruction. The
/// native is known by its number: what is attended to before a call may change where it was found.
///
/// # Safety
/// The registers belong to the running frame, whose next instruction is at `pc`.
#[inline(never)]
unsafe fn call_native_at<const FRONT: usize, const FIRST: usize, const END: usize>(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    native: *const Value,
    word: u64,
) -> Flow {
    // SAFETY: the caller's registers; nothing else writes them while the native runs.
    unsafe {
        let i = Instr::of_word(word);
        let window = regs.add(usize::from(i.b));
        let (mut taken, end) = (window.add(FRONT), window.add(END + usize::from(i.n)));
        let frame = frame::of_registers(regs);
        (*frame).pc = pc;
        let result = match vm.attend_before_call() {
            Ok(()) => {
                let arguments = std::slice::from_raw_parts(window.add(FIRST), END - FIRST + usize::from(i.n));
                vm.call_native_plain(native_at(native), arguments)
            }
            Err(raised) => Err(raised),
        };
        while taken < end {
            if !Words::unset_shared(taken) {
                (*taken).unset();
            }
            taken = taken.add(1);
        }
        match result {
            Ok(value) => {
                (*regs.add(usize::from(i.a))).put_new(value);
                if drops(pc, i.a) && Words::unset_plain(regs.add(usize::from(i.a))) {
                    (*frame).pc = pc.add(1);
                }
                vm.settle();
                Flow::Go
            }
            Err(raised) => vm.leave_raised(raised),
        }
    }
}

// What does the frequent case of the native stands in place of the constants.
instruction!(call_quickly, |vm, pc, regs, quickly, i| {
    let callee = regs.add(i.b as usize);
    do_quickly!(vm, pc, regs, quickly, i, callee, callee.add(1), usize::from(i.n), call_native_again)
});

// The native's number stands in place of the constants.
instruction!(call_native, |vm, pc, regs, native, i| {
    if vm.native_enters(native_at(native)) != Enters::Nothing {
        return call_entering(vm, pc, regs, native, i.word());
    }
    let flow = call_native_at::<0, 1, 1>(vm, pc, regs, native, i.word());
    flow_on(vm, flow)
});

// A native in the place of which a frame may be entered.
instruction!(call_entering, |vm, pc, regs, native, i| {
    let first = regs.add(i.b as usize + 1);
    match vm.native_enters(native_at(native)) {
        Enters::Next
            if matches!(i.n, 1 | 2)
                && (*first).get::<Generator>().is_some_and(|generator| generator.kind == GeneratorKind::Generator) =>
        {
            return step_generator(vm, pc, regs, native, i.word());
        }
        Enters::Length if i.n == 1 && (*first).is::<Instance>() => return enter_length(vm, pc, regs, native, i.word()),
        _ => {}
    }
    call_native_apart(vm, pc, regs, native, i.word())
});

// `len` of an instance whose class has a script's `__len__`.
instruction!(enter_length, |vm, pc, regs, native, i| {
    let callee = regs.add(i.b as usize);
    if let Some(found) = vm.find_special(&*callee.add(1), &vm.names.len)
        && let Some(function) = (*found).gc::<Function>()
        && let Some(new) = enter_instead(vm, pc, regs, i.a, function, Resume::Length, None::<fn() -> Words>, callee.add(1), 1)
    {
        // Natives of the built-in names are never given up.
        Words::unset_shared(callee);
        return go_into!(vm, new);
    }
    call_native_apart(vm, pc, regs, native, i.word())
});

instruction!(call_native_apart, |vm, pc, regs, native, i| {
    let flow = call_native_at::<0, 1, 1>(vm, pc, regs, native, i.word());
    flow_on(vm, flow)
});

// Goes on with a generator that rests at a `yield`, which a call of `next` or `send` has as its first argument; otherwise the native is called.
instruction!(step_generator, |vm, pc, regs, native, i| {
    let first = regs.add(i.b as usize + 1);
    let Some(generator) = (*first).gc::<Generator>() else { return step_by_native(vm, pc, regs, native, i.word()) };
    let own = generator.frame.get();
    if generator.state.get() != GenState::Suspended
        || !generator.awaiter.get().is_null()
        || vm.depth + generator.depth.get() as usize > vm.recursion_limit
    {
        return step_by_native(vm, pc, regs, native, i.word());
    }
    let resting = (*generator.innermost.get()).frame.get();
    let at = (*resting).pc;
    let sends = i.op == Op::Invoke && i.n == 1;
    if (*at).op != Op::Yield || (sends && (*at).n & YIELD_UNUSED != 0) {
        return step_by_native(vm, pc, regs, native, i.word());
    }
    let sent = if sends { Words::take(first.add(1)) } else { Words::none() };
    (*frame::of_registers(regs)).pc = pc;
    vm.wake_root(generator, own, Resume::Step);
    vm.frame = resting;
    let (registers, consts) = (frame::registers(resting), (*(*resting).code).consts.as_ptr());
    if (*at).n & YIELD_UNUSED != 0 {
        dispatch(vm, at.add(1), registers, consts)
    } else {
        store(vm, at.add(1), registers, consts, (*at).a, sent)
    }
});

instruction!(step_by_native, |vm, pc, regs, native, i| {
    if i.op == Op::Invoke {
        return invoke_native_apart(vm, pc, regs, native, i.word());
    }
    call_native_apart(vm, pc, regs, native, i.word())
});

// The native whose frequent case this is not; that of a method is looked up again.
instruction!(call_native_again, |vm, pc, regs, consts, i| {
    let base = regs.add(i.b as usize);
    let method = i.op == Op::Invoke;
    let site = if method { Some((*(*frame::of_registers(regs)).code).site(i.c)) } else { None };
    let found = site.map_or(Some(base.cast_const()), |site| vm.cached_method(&*base.add(1), site));
    match found.and_then(|found| native_id(found)) {
        Some(id) if method => invoke_native_apart(vm, pc, regs, in_place(id), i.word()),
        Some(id) if matches!(i.op, Op::CallMethod | Op::Append) => call_native_method(vm, pc, regs, in_place(id), i.word()),
        Some(id) => call_native(vm, pc, regs, in_place(id), i.word()),
        None if method => invoke_any(vm, pc, regs, consts, i.word()),
        None if matches!(i.op, Op::CallMethod | Op::Append) => call_any_method(vm, pc, regs, consts, i.word()),
        None => call_any(vm, pc, regs, consts, i.word()),
    }
});

// A class that a native makes the instances of: the native gets the class, which stands in front of the arguments, as its first one.
instruction!(call_native_maker, |vm, pc, regs, native, i| {
    let flow = call_native_at::<0, 0, 1>(vm, pc, regs, native, i.word());
    flow_on(vm, flow)
});

instruction!(call_method_quickly, |vm, pc, regs, quickly, i| {
    let base = regs.add(i.b as usize);
    let (first, count) = method_arguments(base, i);
    do_quickly!(vm, pc, regs, quickly, i, base, first, count as usize, call_native_again)
});

instruction!(call_native_method, |vm, pc, regs, native, i| {
    let flow = if (*regs.add(i.b as usize + 1)).is_set() {
        call_native_at::<0, 1, 2>(vm, pc, regs, native, i.word())
    } else {
        call_native_at::<0, 2, 2>(vm, pc, regs, native, i.word())
    };
    flow_on(vm, flow)
});

instruction!(invoke_quickly, |vm, pc, regs, quickly, i| {
    let receiver = regs.add(i.b as usize + 1);
    do_quickly!(vm, pc, regs, quickly, i, receiver, receiver, usize::from(i.n) + 1, call_native_again)
});

// `send`
instruction!(invoke_entering, |vm, pc, regs, native, i| {
    if i.n <= 1 && (*regs.add(i.b as usize + 1)).is::<Generator>() {
        return step_generator(vm, pc, regs, native, i.word());
    }
    invoke_native_apart(vm, pc, regs, native, i.word())
});

instruction!(invoke_native_apart, |vm, pc, regs, native, i| {
    let flow = call_native_at::<1, 1, 2>(vm, pc, regs, native, i.word());
    flow_on(vm, flow)
});

// The same for a function of a module or class, which doesn't get it.
instruction!(invoke_function, |vm, pc, regs, native, i| {
    let flow = call_native_at::<2, 2, 2>(vm, pc, regs, native, i.word());
    flow_on(vm, flow)
});

// `append` of a list with room, or of something else.
instruction!(append, |vm, pc, regs, consts, i| {
    let base = regs.add(i.b as usize);
    let (list, item) = (base.add(1), base.add(2));
    if matches!(*base, Value::None)
        && let Some(own) = (*list).get::<List>()
    {
        // The look ends before anything else runs.
        let items = &mut *own.0.as_ptr();
        if items.spare() == 0 || (*list).is_last_reference() {
            return append_growing(vm, pc, regs, consts, i.word());
        }
        items.push_within(Words::take(item));
        let _ = (Words::unset_shared(list), Words::unset_plain(base));
        return store_result(vm, pc, regs, consts, i.a, Words::none());
    }
    call_method(vm, pc, regs, consts, i.word())
});

step!(append_growing, |vm, frame, regs, i| {
    let base = regs.add(i.b as usize);
    let [_, list, item] = [0, 1, 2].map(|n| std::mem::take(&mut *base.add(n)));
    if let Some(list) = list.get::<List>() {
        let mut items = list.0.borrow_mut();
        vm.grow(&mut *items, 1)?;
        items.push(item);
    }
    (*regs.add(i.a as usize)).put_new(Value::None);
});
