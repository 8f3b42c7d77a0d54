//! Calls and returns.
//!
//! A call of a plain function with exactly its positional parameters moves the arguments into a new frame on the stack and goes on there; its
//! return moves the result back. All other calls and returns are done out of line.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::sync::atomic::Ordering::Relaxed;

use super::callee::Row;
use super::completed;
use super::direct::{enter, enter_instead};
use super::native::{
    call_method_quickly, call_native, call_native_maker, call_native_method, call_quickly, in_place, invoke_entering,
    invoke_function, invoke_native_apart, invoke_quickly, native_id,
};
use crate::bytecode::{Instr, Op};
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{BoundMethod, Class, Function, GeneratorKind, Instance, Maker, Pool};
use crate::value::{Kind, Value, Words};
use crate::vm::attr::latest_function_of_instance;
use crate::vm::call::Called;
use crate::vm::native::Enters;
use crate::vm::run::{go_on, store};
use crate::vm::{Result, Resumed, Vm, cached};

impl Vm {
    /// Where a call led to: a result goes to the register, a frame becomes the running one.
    #[inline(always)]
    pub(super) unsafe fn called(&mut self, frame: *mut Frame, dst: u16, called: Called) {
        // SAFETY: the running frame and one that was just made.
        unsafe {
            match called {
                Called::Value(value) => (*frame::registers(frame).add(usize::from(dst))).put_new(value),
                Called::Frame(new) => {
                    (*new).back = frame;
                    (*new).dst = dst;
                    self.frame = new;
                }
                Called::Init(new, instance) => {
                    (*new).back = frame;
                    self.await_init(frame, new, instance);
                    self.frame = new;
                }
            }
        }
    }

    /// Has a new instance wait for its `__init__` where the call that the first frame makes had its callee: the call's result is there only
    /// once that returns.
    ///
    /// # Safety
    /// The first frame rests one past an instruction that calls, the second one is new.
    #[inline(always)]
    pub(super) unsafe fn await_init(&mut self, frame: *mut Frame, new: *mut Frame, instance: Value) {
        // SAFETY: the register of the callee is the first frame's.
        unsafe {
            let window = (*(*frame).pc.sub(1)).b;
            (*frame::registers(frame).add(usize::from(window))).put_new(instance);
            (*new).dst = window;
            (*new).resume = Resume::Init;
        }
    }

    /// A call with positional arguments that was not entered in line.
    #[inline(always)]
    unsafe fn call_from(
        &mut self,
        frame: *mut Frame,
        i: Instr,
        callee: *mut Value,
        first: *mut Value,
        count: u32,
    ) -> Result<()> {
        // SAFETY: the registers belong to the running frame, whose `pc` is current.
        unsafe {
            if let Some(generator) = self.call_generator(callee, first, count) {
                (*frame::registers(frame).add(usize::from(i.a))).put_new(generator);
                return Ok(());
            }
            self.call_row(frame, i.a, callee, Row::plain(first, count as usize))
        }
    }

    /// Does what waits before a call.
    #[inline(always)]
    pub(super) fn attend_before_call(&mut self) -> Result<()> {
        if self.breaker.load(Relaxed) != 0 { self.attend() } else { Ok(()) }
    }
}

/// The first argument of a method call and how many there are: the receiver in the second register counts unless it is unset.
#[inline(always)]
pub(super) unsafe fn method_arguments(base: *mut Value, i: Instr) -> (*mut Value, u32) {
    // SAFETY: a method call has both registers.
    unsafe {
        let bound = usize::from((*base.add(1)).is_set());
        (base.add(2 - bound), u32::from(i.n) + bound as u32)
    }
}

instruction!(call, |vm, pc, regs, consts, i| {
    let callee = regs.add(i.b as usize);
    match enter(vm, pc, regs, i.a, callee, callee.add(1), u32::from(i.n)) {
        Some(new) => go_into!(vm, new),
        None => call_other(vm, pc, regs, consts, i.word()),
    }
});

instruction!(call_other, |vm, pc, regs, consts, i| {
    match (*regs.add(i.b as usize)).kind() {
        Some(Kind::Native) => match native_id(regs.add(i.b as usize)) {
            Some(id) => match vm.native_quickly(id) {
                Some(quickly) => call_quickly(vm, pc, regs, quickly as *const Value, i.word()),
                None => call_native(vm, pc, regs, in_place(id), i.word()),
            },
            None => call_any(vm, pc, regs, consts, i.word()),
        },
        Some(Kind::Class) => call_class(vm, pc, regs, consts, i.word()),
        Some(Kind::BoundMethod) => call_bound(vm, pc, regs, consts, i.word()),
        Some(Kind::Function) if makes_generator(regs.add(i.b as usize)) => make_generator(vm, pc, regs, consts, i.word()),
        _ => call_completed(vm, pc, regs, consts, i.word()),
    }
});

/// Whether a function's code is that of a generator or coroutine with nothing but positional parameters.
#[inline(always)]
unsafe fn makes_generator(callee: *const Value) -> bool {
    // SAFETY: the caller's register.
    unsafe { (*callee).get::<Function>() }.is_some_and(|function| function.code.simple_generator != u32::MAX)
}

instruction!(make_generator, |vm, pc, regs, consts, i| {
    let callee = regs.add(i.b as usize);
    let (first, count) = if i.op == Op::Call { (callee.add(1), u32::from(i.n)) } else { method_arguments(callee, i) };
    if vm.breaker.load(Relaxed) == 0 {
        // Where the generator was made is known by it.
        (*frame::of_registers(regs)).pc = pc;
        let generator = generator_of(vm, callee, first, count);
        if generator.is_set() {
            return store(vm, pc, regs, consts, i.a, generator);
        }
    }
    if i.op == Op::Call {
        return call_completed(vm, pc, regs, consts, i.word());
    }
    call_completed_method(vm, pc, regs, consts, i.word())
});

/// What a call of such a function makes, where it gets exactly its parameters; else nothing is taken.
///
/// # Safety
/// The callee and the `count` registers from `first` are the running frame's, whose `pc` is current.
#[inline(never)]
unsafe fn generator_of(vm: &mut Vm, callee: *mut Value, first: *mut Value, count: u32) -> Words {
    // SAFETY: the caller's registers.
    unsafe { vm.call_generator(callee, first, count).map_or(Words::unset(), Words::of) }
}

instruction!(call_completed, |vm, pc, regs, consts, i| {
    let new = completed::enter_completed(vm, pc, regs, i.word(), false);
    if new.is_null() { call_any(vm, pc, regs, consts, i.word()) } else { go_into!(vm, new) }
});

instruction!(call_class, |vm, pc, regs, consts, i| {
    let callee = regs.add(i.b as usize);
    let Some(class) = (*callee).gc::<Class>() else { return call_completed(vm, pc, regs, consts, i.word()) };
    match class.maker.get() {
        Maker::Init(place) => {
            let instance = || Words::of(Instance::new(class.clone()).into());
            if let Some(init) = cached::lookup_value(class, place).and_then(|init| (*init).gc::<Function>())
                && let Some(new) =
                    enter_instead(vm, pc, regs, i.b, init, Resume::Init, Some(instance), callee.add(1), u32::from(i.n))
            {
                // The new instance, which waits in its place, holds the class.
                Words::unset_shared(callee);
                Words::copy(frame::registers(new)).write(callee);
                return go_into!(vm, new);
            }
            call_completed(vm, pc, regs, consts, i.word())
        }
        Maker::Native(id) if vm.native_takes_plainly(id, usize::from(i.n) + 1) => {
            call_native_maker(vm, pc, regs, in_place(id), i.word())
        }
        Maker::Exception => call_exception(vm, pc, regs, consts, i.word()),
        Maker::Type if i.n == 1 => call_type(vm, pc, regs, consts, i.word()),
        _ => call_completed(vm, pc, regs, consts, i.word()),
    }
});

instruction!(call_bound, |vm, pc, regs, consts, i| {
    let callee = regs.add(i.b as usize);
    let Some(bound) = (*callee).get::<BoundMethod>() else { return call_completed(vm, pc, regs, consts, i.word()) };
    let receiver = || Words::copy(&raw const bound.receiver);
    if let Some(function) = bound.function.gc::<Function>()
        && let Some(new) =
            enter_instead(vm, pc, regs, i.a, function, Resume::Call, Some(receiver), callee.add(1), u32::from(i.n))
    {
        if !Words::unset_shared(callee) {
            drop_callee(callee);
        }
        return go_into!(vm, new);
    }
    call_completed(vm, pc, regs, consts, i.word())
});

/// Drops what was called, a bound method of which the new frame holds all that it held.
///
/// # Safety
/// The callee is a register of a frame in use.
#[inline(never)]
unsafe fn drop_callee(callee: *mut Value) {
    // SAFETY: the caller's register.
    unsafe { (*callee).unset() };
}

// A class of exceptions without a script's `__new__` or `__init__`.
step!(call_exception, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let callee = regs.add(i.b as usize);
    if let Ok(class) = std::mem::take(&mut *callee).into_gc::<Class>() {
        vm.put_exception(frame, i.a, class, Row::plain(callee.add(1), usize::from(i.n)))?;
    }
});

// `type(object)`
instruction!(call_type, |vm, pc, regs, consts, i| {
    let (callee, object) = (regs.add(i.b as usize), regs.add(i.b as usize + 1));
    if (*object).is_last_reference() {
        return call_type_of_last(vm, pc, regs, consts, i.word());
    }
    let class = Words::of((*vm.class_at(&*object)).clone().into());
    // The argument has other references, and types of the machine are never given up.
    let _ = (Words::unset_shared(object), Words::unset_shared(callee));
    store(vm, pc, regs, consts, i.a, class)
});

step!(call_type_of_last, |vm, frame, regs, i| {
    let object = std::mem::take(&mut *regs.add(i.b as usize + 1));
    let class = vm.class_of(&object);
    drop(object);
    (*regs.add(i.b as usize)).unset();
    (*regs.add(i.a as usize)).put_new(class.into());
});

step!(call_any, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let callee = regs.add(i.b as usize);
    vm.call_from(frame, i, callee, callee.add(1), u32::from(i.n))?;
});

instruction!(call_method, |vm, pc, regs, consts, i| {
    let base = regs.add(i.b as usize);
    let (first, count) = method_arguments(base, i);
    match enter(vm, pc, regs, i.a, base, first, count) {
        Some(new) => go_into!(vm, new),
        None => call_other_method(vm, pc, regs, consts, i.word()),
    }
});

instruction!(call_other_method, |vm, pc, regs, consts, i| {
    let base = regs.add(i.b as usize);
    match (*base).kind() {
        Some(Kind::Native) => match native_id(base) {
            Some(id) => match vm.native_quickly(id) {
                Some(quickly) => call_method_quickly(vm, pc, regs, quickly as *const Value, i.word()),
                None => call_native_method(vm, pc, regs, in_place(id), i.word()),
            },
            None => call_any_method(vm, pc, regs, consts, i.word()),
        },
        Some(Kind::Function) if makes_generator(base) => make_generator(vm, pc, regs, consts, i.word()),
        _ => call_completed_method(vm, pc, regs, consts, i.word()),
    }
});

instruction!(call_completed_method, |vm, pc, regs, consts, i| {
    let new = completed::enter_completed(vm, pc, regs, i.word(), true);
    if new.is_null() { call_any_method(vm, pc, regs, consts, i.word()) } else { go_into!(vm, new) }
});

step!(call_any_method, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let base = regs.add(i.b as usize);
    let (first, count) = method_arguments(base, i);
    vm.call_from(frame, i, base, first, count)?;
});

/// Calls a native that was found for the object in the second register, which it gets first.
macro_rules! invoke_native {
    ($vm:ident, $pc:ident, $regs:ident, $i:ident, $id:expr) => {{
        let id = $id;
        match $vm.native_quickly(id) {
            Some(quickly) => invoke_quickly($vm, $pc, $regs, quickly as *const Value, $i.word()),
            None if $vm.native_enters(id) == Enters::Send => invoke_entering($vm, $pc, $regs, in_place(id), $i.word()),
            None => invoke_native_apart($vm, $pc, $regs, in_place(id), $i.word()),
        }
    }};
}

/// Calls a function that was found for the object in the second register, which it gets first.
macro_rules! invoke_found {
    ($vm:ident, $pc:ident, $regs:ident, $consts:ident, $i:ident, $found:expr) => {{
        let (found, base) = ($found, $regs.add($i.b as usize));
        if !Words::unset_plain(base) {
            return invoke_any($vm, $pc, $regs, $consts, $i.word());
        }
        Words::copy(found).write(base);
        match enter($vm, $pc, $regs, $i.a, base, base.add(1), u32::from($i.n) + 1) {
            Some(new) => go_into!($vm, new),
            None => call_other_method($vm, $pc, $regs, $consts, $i.word()),
        }
    }};
}

instruction!(invoke, |vm, pc, regs, consts, i| {
    match latest_function_of_instance(&*regs.add(i.b as usize + 1), Pool::latest_at(consts, i.c)) {
        Some(found) => invoke_found!(vm, pc, regs, consts, i, found),
        None => invoke_own(vm, pc, regs, consts, i.word()),
    }
});

// Mostly a native.
instruction!(invoke_own, |vm, pc, regs, consts, i| {
    match vm.latest_native(&*regs.add(i.b as usize + 1), Pool::latest_at(consts, i.c)) {
        Some(id) => invoke_native!(vm, pc, regs, i, id),
        None => invoke_again(vm, pc, regs, consts, i.word()),
    }
});

// What was learnt before the last time, and what doesn't get the object.
instruction!(invoke_again, |vm, pc, regs, consts, i| {
    let base = regs.add(i.b as usize);
    let object = base.add(1);
    let site = (*(*frame::of_registers(regs)).code).site(i.c);
    if let Some(found) = vm.cached_method(&*object, site) {
        if let Some(id) = native_id(found) {
            return invoke_native!(vm, pc, regs, i, id);
        }
        return invoke_found!(vm, pc, regs, consts, i, found);
    }
    match cached::unbound(&*object, site) {
        // What a class method gets is the class, which it was asked of.
        Some((found, true)) if (*object).is::<Class>() => match native_id(found) {
            Some(id) => invoke_native!(vm, pc, regs, i, id),
            None => invoke_found!(vm, pc, regs, consts, i, found),
        },
        Some((found, false)) if Words::unset_plain(base) && Words::unset_shared(object) => {
            if let Some(id) = native_id(found) {
                return invoke_function(vm, pc, regs, in_place(id), i.word());
            }
            Words::copy(found).write(base);
            match enter(vm, pc, regs, i.a, base, base.add(2), u32::from(i.n)) {
                Some(new) => go_into!(vm, new),
                None => call_other_method(vm, pc, regs, consts, i.word()),
            }
        }
        _ => invoke_any(vm, pc, regs, consts, i.word()),
    }
});

step!(invoke_any, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let base = regs.add(i.b as usize);
    let site = (*(*frame).code).site(i.c);
    let (function, receiver) = vm.load_method_site(&*base.add(1), site)?;
    *base = function;
    *base.add(1) = receiver.unwrap_or_default();
    let (first, count) = method_arguments(base, i);
    vm.call_from(frame, i, base, first, count)?;
});

instruction!(call_kw, |vm, pc, regs, consts, i| {
    let new = completed::enter_named(vm, pc, regs, i.word(), false);
    if new.is_null() { call_any_kw(vm, pc, regs, consts, i.word()) } else { go_into!(vm, new) }
});

step!(call_any_kw, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let callee = regs.add(i.b as usize);
    let row = Row::named(&*(*frame).code, i.c, callee.add(1), usize::from(i.n));
    vm.call_row(frame, i.a, callee, row)?;
});

instruction!(call_method_kw, |vm, pc, regs, consts, i| {
    let new = completed::enter_named(vm, pc, regs, i.word(), true);
    if new.is_null() { call_any_method_kw(vm, pc, regs, consts, i.word()) } else { go_into!(vm, new) }
});

step!(call_any_method_kw, |vm, frame, regs, i| {
    vm.attend_before_call()?;
    let base = regs.add(i.b as usize);
    let (first, count) = method_arguments(base, i);
    vm.call_row(frame, i.a, base, Row::named(&*(*frame).code, i.c, first, count as usize))?;
});

instruction!(call_ex, |vm, pc, regs, consts, i| {
    let new = completed::enter_spread(vm, pc, regs, i.word());
    if new.is_null() { call_any_ex(vm, pc, regs, consts, i.word()) } else { go_into!(vm, new) }
});

step!(call_any_ex, |vm, frame, regs, i| {
    let parts = [0, 1, 2].map(|n| std::mem::take(&mut *regs.add(i.b as usize + n)));
    let called = vm.call_spread(parts)?;
    vm.called(frame, i.a, called);
});

/// Gives up the first registers, the last of them first, and the function of a frame on the stack as far as that frees nothing; whether all were
/// given up.
///
/// # Safety
/// The frame runs and is the newest on the stack; its other registers hold no objects.
#[inline(always)]
unsafe fn abandon(frame: *mut Frame, count: u16) -> bool {
    // SAFETY: the registers of a running frame are initialised.
    unsafe {
        let first = frame::registers(frame);
        let mut register = first.add(usize::from(count));
        while register > first {
            register = register.sub(1);
            if !Words::unset_shared(register) {
                return false;
            }
        }
        Gc::let_go_shared(&raw const (*frame).function)
    }
}

/// Leaves a plain call's frame with a result, which `$keep` puts back where the frame has to be left out of line.
macro_rules! leave {
    ($vm:ident, $pc:ident, $regs:ident, $consts:ident, $i:ident, $words:expr, $keep:expr, $slow:ident) => {{
        let frame = frame::of_registers($regs);
        if (*frame).resume != Resume::Call {
            return $slow($vm, $pc, $regs, $consts, $i.word());
        }
        let words: Words = $words;
        if !abandon(frame, $i.b) {
            $keep(words);
            return $slow($vm, $pc, $regs, $consts, $i.word());
        }
        let (back, dst) = ((*frame).back, (*frame).dst);
        $vm.stack.pop(frame);
        $vm.depth -= 1;
        $vm.frame = back;
        store($vm, (*back).pc, frame::registers(back), (*(*back).code).consts.as_ptr(), dst, words)
    }};
}

instruction!(give_back, |vm, pc, regs, consts, i| {
    let result = regs.add(i.a as usize);
    leave!(vm, pc, regs, consts, i, Words::take(result), |words: Words| words.write(result), give_back_apart)
});

instruction!(give_back_apart, |vm, pc, regs, consts, i| {
    let frame = frame::of_registers(regs);
    match (*frame).resume {
        Resume::Call => give_back_freeing(vm, pc, regs, consts, i.word()),
        Resume::Repeat => give_back_repeating(vm, pc, regs, consts, i.word()),
        Resume::Binary if matches!(*regs.add(i.a as usize), Value::NotImplemented) => {
            give_back_any(vm, pc, regs, consts, i.word())
        }
        Resume::Length if !matches!(*regs.add(i.a as usize), Value::Int(0..)) => give_back_any(vm, pc, regs, consts, i.word()),
        Resume::Binary | Resume::ForNext | Resume::Length => {
            (*frame).resume = Resume::Call;
            give_back(vm, pc, regs, consts, i.word())
        }
        Resume::Delegate if (*(*frame).generator).kind != GeneratorKind::AsyncGenerator => {
            give_back_to_awaiter(vm, pc, regs, consts, i.word())
        }
        Resume::Entry if (*frame).generator.is_null() => give_back_to_native(vm, pc, regs, consts, i.word()),
        _ => give_back_any(vm, pc, regs, consts, i.word()),
    }
});

// A plain call whose frame holds the last reference to something.
instruction!(give_back_freeing, |vm, _pc, regs, _consts, i| {
    let words = Words::take(regs.add(i.a as usize));
    leave_freeing(vm, regs, words);
    go_on(vm)
});

/// Drops a plain call's frame and puts the result where it belongs.
///
/// # Safety
/// The registers are those of the running frame.
#[inline(never)]
unsafe fn leave_freeing(vm: &mut Vm, regs: *mut Value, result: Words) {
    // SAFETY: the frame is the newest on the stack; the one behind it lives.
    unsafe {
        let frame = frame::of_registers(regs);
        let (back, dst) = ((*frame).back, (*frame).dst);
        vm.drop_frame(frame);
        vm.frame = back;
        result.put(&mut *frame::registers(back).add(usize::from(dst)));
        vm.settle();
    }
}

turn!(give_back_repeating, |vm, frame, regs, i| {
    let result = std::mem::take(&mut *regs.add(i.a as usize));
    vm.repeat(frame, result)
});

instruction!(give_back_to_native, |vm, pc, regs, consts, i| {
    let (frame, result) = (frame::of_registers(regs), regs.add(i.a as usize));
    let words = Words::take(result);
    if !abandon(frame, i.b) {
        words.write(result);
        return give_back_any(vm, pc, regs, consts, i.word());
    }
    vm.stack.pop(frame);
    vm.depth -= 1;
    vm.frame = (*frame).back;
    vm.resumed = Some(Resumed::Returned(words.into_value()));
    false
});

step!(give_back_to_awaiter, |vm, frame, regs, i| {
    let words = Words::take(regs.add(i.a as usize));
    let (back, generator) = ((*frame).back, (*frame).generator);
    vm.unlink(&*generator);
    (*generator).finish();
    let delegation = *(*back).pc;
    let registers = frame::registers(back);
    *registers.add(usize::from(delegation.b)) = Value::Unset;
    words.put(&mut *registers.add(usize::from(delegation.a)));
    (*back).pc = (*back).pc.add(1);
    vm.frame = back;
});

turn!(give_back_any, |vm, frame, regs, i| {
    let value = std::mem::take(&mut *regs.add(i.a as usize));
    vm.give_back(frame, value)
});

instruction!(give_back_none, |vm, pc, regs, consts, i| {
    if (*frame::of_registers(regs)).resume == Resume::Init {
        return give_back_from_init(vm, pc, regs, consts, i.word());
    }
    leave!(vm, pc, regs, consts, i, Words::none(), |_| (), give_back_none_any)
});

// The instance goes to where the call has its result.
instruction!(give_back_from_init, |vm, pc, regs, consts, i| {
    let frame = frame::of_registers(regs);
    if !abandon(frame, i.b) {
        return give_back_none_any(vm, pc, regs, consts, i.word());
    }
    let (back, waiting) = ((*frame).back, usize::from((*frame).dst));
    vm.stack.pop(frame);
    vm.depth -= 1;
    vm.frame = back;
    let registers = frame::registers(back);
    let instance = Words::take(registers.add(waiting));
    store(vm, (*back).pc, registers, (*(*back).code).consts.as_ptr(), (*(*back).pc.sub(1)).a, instance)
});

turn!(give_back_none_any, |vm, frame, _regs, _i| { vm.give_back(frame, Value::None) });

step!(make_function, |vm, frame, regs, i| {
    vm.make_function_step(frame, i);
});

step!(load_build_class, |vm, frame, regs, i| {
    (*regs.add(i.a as usize)).put_new(vm.load_build_class(frame)?);
});
