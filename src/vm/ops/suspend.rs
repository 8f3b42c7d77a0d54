//! Generators, coroutines and asynchronous iteration: resting, and delegating.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::bytecode::{YIELD_ASYNC, YIELD_UNUSED};
use crate::object::frame::{self, Resume};
use crate::object::{Exception, GenState, Generator, GeneratorKind};
use crate::value::{Value, Words};
use crate::vm::generator::steps_with_default;
use crate::vm::run::{dispatch, store};
use crate::vm::{Raised, Resumed};

instruction!(give, |vm, pc, regs, consts, i| {
    if i.n & YIELD_ASYNC != 0 {
        return give_any(vm, pc, regs, consts, i.word());
    }
    let (frame, root) = (frame::of_registers(regs), vm.root);
    let own = (*root).frame.get();
    if (*own).resume != Resume::ForIter {
        return give_to_native(vm, pc, regs, consts, i.word());
    }
    // The loop of the frame behind steps the chain that this generator is the innermost one of.
    let words = Words::take(regs.add(i.b as usize));
    (*frame).pc = pc.sub(1);
    vm.rest_root(&*root, (*frame).generator);
    let back = (*own).back;
    vm.frame = back;
    let dst = (*(*back).pc.sub(1)).a;
    store(vm, (*back).pc, frame::registers(back), (*(*back).code).consts.as_ptr(), dst, words)
});

// To a native that steps the chain, or a call that does so in its place.
instruction!(give_to_native, |vm, pc, regs, consts, i| {
    let (frame, root) = (frame::of_registers(regs), vm.root);
    let own = (*root).frame.get();
    if (*own).resume == Resume::Step {
        return give_to_call(vm, pc, regs, consts, i.word());
    }
    if (*own).resume == Resume::Consume {
        return give_to_consumer(vm, pc, regs, consts, i.word());
    }
    let words = Words::take(regs.add(i.b as usize));
    (*frame).pc = pc.sub(1);
    vm.rest_root(&*root, (*frame).generator);
    vm.frame = (*own).back;
    vm.resumed = Some(Resumed::Yielded(words.into_value()));
    false
});

// The call's result; the generator is the first of its arguments.
instruction!(give_to_call, |vm, pc, regs, consts, i| {
    let (frame, root) = (frame::of_registers(regs), vm.root);
    let back = (*(*root).frame.get()).back;
    let (call, registers) = (*(*back).pc.sub(1), frame::registers(back));
    let first = registers.add(usize::from(call.b) + 1);
    if steps_with_default(call) || !Words::unset_shared(first) {
        return give_to_call_any(vm, pc, regs, consts, i.word());
    }
    let words = Words::take(regs.add(i.b as usize));
    (*frame).pc = pc.sub(1);
    vm.rest_root(&*root, (*frame).generator);
    vm.frame = back;
    store(vm, (*back).pc, registers, (*(*back).code).consts.as_ptr(), call.a, words)
});

turn!(give_to_call_any, |vm, frame, regs, i| {
    let value = std::mem::take(&mut *regs.add(i.b as usize));
    (*frame).pc = (*frame).pc.sub(1);
    vm.rest(frame, value)
});

// To a native that takes all items: one that needs nothing run for it is taken while the generator runs on.
instruction!(give_to_consumer, |vm, pc, regs, consts, i| {
    let item = regs.add(i.b as usize);
    if !vm.driven.quick(&mut *item) {
        return hand_to_consumer(vm, pc, regs, consts, i.word());
    }
    (*item).unset();
    if i.n & YIELD_UNUSED != 0 { dispatch(vm, pc, regs, consts) } else { store(vm, pc, regs, consts, i.a, Words::none()) }
});

turn!(hand_to_consumer, |vm, frame, regs, i| {
    let item = std::mem::take(&mut *regs.add(i.b as usize));
    (*frame).pc = (*frame).pc.sub(1);
    vm.hand_to_consumer(frame, item)
});

// The `yield` of an asynchronous generator.
turn!(give_any, |vm, frame, regs, i| {
    let value = std::mem::take(&mut *regs.add(i.b as usize));
    (*frame).pc = (*frame).pc.sub(1);
    vm.end_async_step(frame, value)
});

step!(get_yield_from_iter, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_yield_from_iter(frame, &*regs.add(i.b as usize))?);
});

instruction!(get_awaitable, |vm, pc, regs, consts, i| {
    let value = regs.add(i.b as usize);
    match (*value).get::<Generator>() {
        Some(generator) if generator.kind == GeneratorKind::Coroutine && generator.state.get() == GenState::Created => {
            if i.a == i.b { dispatch(vm, pc, regs, consts) } else { store(vm, pc, regs, consts, i.a, Words::copy(value)) }
        }
        _ => find_awaitable(vm, pc, regs, consts, i.word()),
    }
});

step!(find_awaitable, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_awaitable(&*regs.add(i.b as usize), i.n)?);
});

// A coroutine that is awaited for the first time is entered in line.
instruction!(give_from, |vm, pc, regs, consts, i| {
    if let Some(generator) = (*regs.add(i.b as usize)).gc::<Generator>()
        && generator.state.get() == GenState::Created
        && generator.kind != GeneratorKind::AsyncGenerator
        && generator.awaiter.get().is_null()
        && vm.sent.is_none()
        && vm.depth < vm.recursion_limit
    {
        let frame = frame::of_registers(regs);
        (*frame).pc = pc.sub(1);
        let inner = vm.link(frame, generator);
        return dispatch(vm, (*inner).pc, frame::registers(inner), (*(*inner).code).consts.as_ptr());
    }
    give_from_any(vm, pc, regs, consts, i.word())
});

turn!(give_from_any, |vm, frame, regs, i| {
    (*frame).pc = (*frame).pc.sub(1);
    let sent = std::mem::replace(&mut vm.sent, Value::None);
    vm.delegate(frame, regs.add(i.b as usize), sent)
});

step!(get_aiter, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_aiter(&*regs.add(i.b as usize))?);
});

step!(get_anext, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.get_anext(&*regs.add(i.b as usize))?);
});

step!(end_async_for, |vm, frame, regs, i| {
    if let Ok(exception) = std::mem::take(&mut *regs.add(i.a as usize)).into_gc::<Exception>() {
        let raised = Raised(exception);
        if !vm.is_exception(&raised, &vm.exc.stop_async_iteration) {
            vm.reraising = true;
            return Err(raised);
        }
    }
});
