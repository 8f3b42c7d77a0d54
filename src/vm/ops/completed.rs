//! Frames of calls whose arguments don't lie as the parameters do: defaults are missing, some are given by name, or the callee brings one itself
//! (a bound method its receiver, a class the new instance). What fits is entered without a step; all else goes the way of `callee`.
//!
//! Nothing is taken before it is certain that the call fits.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use std::sync::atomic::Ordering::Relaxed;

use super::call::method_arguments;
use crate::bytecode::Instr;
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{BoundMethod, CallShape, Class, Dict, Function, Instance, MOST_NAMED, Maker, Order, Str, TO_REST, Tuple};
use crate::value::{Kind, Value, Words};
use crate::vm::cached::lookup_value;
use crate::vm::run::Pc;
use crate::vm::{Vm, cached::Found};

/// What stands before the arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Front {
    Nothing,
    /// A new instance of the class that is called.
    Instance,
    /// What a bound method is bound to.
    Receiver,
    /// What is called itself: an instance whose class has `__call__`.
    Itself,
}

/// A call: where it stands, what is called, and the registers of its arguments.
#[derive(Clone, Copy)]
struct Site {
    pc: Pc,
    regs: *mut Value,
    dst: u16,
    callee: *mut Value,
    first: *mut Value,
    count: u32,
}

impl Site {
    /// The call that an instruction makes. Instructions pass the parts: a pointer to the whole would lie on their native stack.
    ///
    /// # Safety
    /// The registers are those of the running frame, and the word is that of its instruction at `pc`.
    #[inline(always)]
    unsafe fn new(pc: Pc, regs: *mut Value, word: u64, method: bool) -> Site {
        // SAFETY: the caller's registers and word.
        unsafe {
            let i = Instr::of_word(word);
            let callee = regs.add(usize::from(i.b));
            let (first, count) = if method { method_arguments(callee, i) } else { (callee.add(1), u32::from(i.n)) };
            Site { pc, regs, dst: i.a, callee, first, count }
        }
    }
}

/// The function that a callee comes down to, and what it brings; none where the call has to be done step by step.
///
/// # Safety
/// The callee is a register of the running frame.
#[inline(always)]
unsafe fn target(vm: &Vm, callee: *const Value) -> Option<(Found, Front)> {
    // SAFETY: the caller's register; nothing runs while what it leads to is used.
    unsafe {
        match (*callee).kind()? {
            Kind::Function => Some((callee, Front::Nothing)),
            Kind::Class => {
                let class = (*callee).get::<Class>()?;
                let Maker::Init(place) = class.maker.get() else { return None };
                lookup_value(class, place).map(|init| (init, Front::Instance))
            }
            Kind::BoundMethod => (*callee).get::<BoundMethod>().map(|bound| (&raw const bound.function, Front::Receiver)),
            Kind::Instance => vm.find_special(&*callee, &vm.names.call).map(|call| (call, Front::Itself)),
            _ => None,
        }
    }
}

/// Enters a call with positional arguments; null where it has to be done step by step, and then nothing is taken.
///
/// # Safety
/// All registers belong to the running frame.
#[inline(never)]
pub(super) unsafe fn enter_completed(vm: &mut Vm, pc: Pc, regs: *mut Value, word: u64, method: bool) -> *mut Frame {
    // SAFETY: the caller's registers.
    unsafe { try_completed(vm, Site::new(pc, regs, word, method)).unwrap_or_default() }
}

#[inline(always)]
unsafe fn try_completed(vm: &mut Vm, site: Site) -> Option<*mut Frame> {
    // SAFETY: the new frame has a register for each parameter, and all its registers are written here.
    unsafe {
        let (callee, front) = target(vm, site.callee)?;
        let function = (*callee).gc::<Function>()?;
        let total = site.count as usize + usize::from(front != Front::Nothing);
        let Some(defaults) = missing_defaults(function, total) else { return try_collecting(vm, site, function, front, total) };
        let (new, registers) = begin(vm, site, function, front)?;
        let own = registers.add(usize::from(front != Front::Nothing));
        for n in 0..site.count as usize {
            Words::take(site.first.add(n)).write(own.add(n));
        }
        write_defaults(defaults, registers.add(total));
        unset_until(registers.add(total + defaults.len()), new);
        Some(finish(vm, site, front, new))
    }
}

/// The same for a function that collects arguments.
#[inline(never)]
unsafe fn try_collecting(vm: &mut Vm, site: Site, function: &Gc<Function>, front: Front, total: usize) -> Option<*mut Frame> {
    // SAFETY: as in `try_completed`.
    unsafe {
        let (own, before) = (function.code.collecting as usize, usize::from(front != Front::Nothing));
        let varargs = function.code.code.varargs;
        if function.code.collecting == u32::MAX || own < before || total < own || (total > own && !varargs) {
            return None;
        }
        let (new, registers) = begin(vm, site, function, front)?;
        for n in before..own {
            Words::take(site.first.add(n - before)).write(registers.add(n));
        }
        let mut next = registers.add(own);
        if varargs {
            collect(vm, site.first.add(own - before), total - own, &mut next);
        }
        if function.code.code.varkw {
            write_value(Dict::new().into(), &mut next);
        }
        unset_until(next, new);
        Some(finish(vm, site, front, new))
    }
}

/// Writes the tuple of so many arguments, which are taken, to a place that holds nothing, and goes on to the next one.
///
/// # Safety
/// There are such registers.
#[inline(always)]
unsafe fn collect(vm: &Vm, first: *mut Value, count: usize, place: &mut *mut Value) {
    // SAFETY: the caller's registers.
    unsafe {
        write_value(vm.tuple_of(std::slice::from_raw_parts(first, count)).into(), place);
        (0..count).for_each(|n| (*first.add(n)).unset());
    }
}

/// Writes a value to a place that holds nothing, and goes on to the next one.
///
/// # Safety
/// There is such a register.
#[inline(always)]
unsafe fn write_value(mut value: Value, place: &mut *mut Value) {
    // SAFETY: the caller's register.
    unsafe {
        Words::take(&raw mut value).write(*place);
        *place = place.add(1);
    }
}

/// Unsets the registers of a new frame from one on.
///
/// # Safety
/// They hold nothing.
#[inline(always)]
unsafe fn unset_until(mut place: *mut Value, new: *mut Frame) {
    // SAFETY: they are the caller's.
    unsafe {
        let end = frame::registers(new).add(usize::from((*new).registers));
        while place < end {
            Words::write_unset(place);
            place = place.add(1);
        }
    }
}

/// Enters a call whose arguments are a tuple and a dict; null where it has to be done step by step, and then nothing is taken.
///
/// # Safety
/// All registers belong to the running frame.
#[inline(never)]
pub(super) unsafe fn enter_spread(vm: &mut Vm, pc: Pc, regs: *mut Value, word: u64) -> *mut Frame {
    // SAFETY: the caller's registers.
    unsafe { try_spread(vm, Site::new(pc, regs, word, false)).unwrap_or_default() }
}

#[inline(always)]
unsafe fn try_spread(vm: &mut Vm, site: Site) -> Option<*mut Frame> {
    // SAFETY: as in `try_completed`; the tuple lives in its register until the items were copied.
    unsafe {
        let (callee, front) = target(vm, site.callee)?;
        let (function, before) = ((*callee).gc::<Function>()?, usize::from(front != Front::Nothing));
        let (positional, named) = (site.first, site.first.add(1));
        let items = (*positional).get::<Tuple>()?.items();
        let total = items.len() + before;
        let own = function.code.collecting as usize;
        let collects = function.code.collecting != u32::MAX;
        let (varargs, varkw) = (function.code.code.varargs, function.code.code.varkw);
        let no_names = (*named).get::<Dict>().is_none_or(|named| named.borrow().is_empty());
        let defaults = match collects {
            false if no_names => missing_defaults(function, total)?,
            true if own >= before && (total == own || total > own && varargs) => &[],
            _ => return None,
        };
        let fits = no_names || (varkw && is_rest(function, &*named));
        if !fits {
            return None;
        }
        let (new, registers) = begin(vm, site, function, front)?;
        let direct = if collects { own } else { total };
        for (n, item) in items[..direct - before].iter().enumerate() {
            Words::copy(item).write(registers.add(before + n));
        }
        write_defaults(defaults, registers.add(direct));
        let mut next = registers.add(direct + defaults.len());
        if collects && varargs {
            let all = direct == before;
            let rest = if all { std::mem::take(&mut *positional) } else { vm.tuple_of(&items[direct - before..]).into() };
            write_value(rest, &mut next);
        }
        if collects && varkw {
            let rest = if no_names { Dict::new().into() } else { std::mem::take(&mut *named) };
            write_value(rest, &mut next);
        }
        unset_until(next, new);
        (*positional).unset();
        (*named).unset();
        Some(finish(vm, site, front, new))
    }
}

/// Whether a dict can become what a function collects of the keyword arguments: nobody else has it, and no key of it names a parameter.
fn is_rest(function: &Function, named: &Value) -> bool {
    let parameters = &function.code.code.locals[..function.code.collecting as usize];
    named.is_last_reference()
        && named.get::<Dict>().is_some_and(|named| {
            named
                .borrow()
                .iter()
                .all(|entry| entry.key.get::<Str>().is_some_and(|key| !parameters.iter().any(|name| **name == *key.as_str())))
        })
}

/// Enters a call of which the last arguments are named, as its shape has learnt; null where it has to be done step by step.
///
/// # Safety
/// All registers belong to the running frame.
#[inline(never)]
pub(super) unsafe fn enter_named(vm: &mut Vm, pc: Pc, regs: *mut Value, word: u64, method: bool) -> *mut Frame {
    // SAFETY: the caller's registers; the code of the running frame lives on while it runs.
    unsafe {
        let code = &*(*frame::of_registers(regs)).code;
        let (site, constant) = (Site::new(pc, regs, word, method), Instr::of_word(word).c);
        let shape = code.call_shape(constant);
        if let Some(new) = try_named(vm, site, shape) {
            return new;
        }
        let names = code.consts[usize::from(constant)].get::<Tuple>();
        names.and_then(|names| try_all_to_rest(vm, site, names.items(), shape)).unwrap_or_default()
    }
}

/// The same for a function that collects all of the named arguments, and gets its parameters by position.
#[inline(never)]
unsafe fn try_all_to_rest(vm: &mut Vm, site: Site, names: &[Value], shape: &CallShape) -> Option<*mut Frame> {
    // SAFETY: as in `try_completed`.
    unsafe {
        let (callee, front) = target(vm, site.callee)?;
        let function = (*callee).gc::<Function>()?;
        let (own, before) = (function.code.collecting as usize, usize::from(front != Front::Nothing));
        let places = shape.places(function.code.number)?;
        let to_rest = places.get(..names.len())?.iter().all(|place| *place == TO_REST);
        if function.code.collecting == u32::MAX || !to_rest {
            return None;
        }
        let given = site.count as usize - names.len();
        let varargs = function.code.code.varargs;
        if own < before || given + before < own || (given + before > own && !varargs) {
            return None;
        }
        let (new, registers) = begin(vm, site, function, front)?;
        let direct = own - before;
        for n in 0..direct {
            Words::take(site.first.add(n)).write(registers.add(before + n));
        }
        let mut next = registers.add(own);
        if varargs {
            collect(vm, site.first.add(direct), given - direct, &mut next);
        }
        let rest = Dict::new();
        for (n, name) in names.iter().enumerate() {
            if let Some(name) = name.gc::<Str>() {
                rest.set_str(name, std::mem::take(&mut *site.first.add(given + n)));
            }
        }
        write_value(rest.into(), &mut next);
        unset_until(next, new);
        Some(finish(vm, site, front, new))
    }
}

#[inline(always)]
unsafe fn try_named(vm: &mut Vm, site: Site, shape: &CallShape) -> Option<*mut Frame> {
    // SAFETY: as in `try_completed`.
    unsafe {
        let (callee, front) = target(vm, site.callee)?;
        let function = (*callee).gc::<Function>()?;
        let before = usize::from(front != Front::Nothing);
        let order = shape.order(function.code.number, site.count + before as u32)?;
        let mut defaults = [std::ptr::null(); MOST_NAMED];
        let sources = &order.sources[..usize::from(order.parameters)];
        if order.defaults {
            find_defaults(function, sources, &mut defaults)?;
        }
        let (new, registers) = begin(vm, site, function, front)?;
        for (n, source) in sources.iter().enumerate() {
            let place = registers.add(n);
            match *source {
                Order::DEFAULT => Words::copy(defaults[n]).write(place),
                0 if before == 1 => {}
                source => Words::take(site.first.add(usize::from(source) - before)).write(place),
            }
        }
        unset_until(registers.add(sources.len()), new);
        Some(finish(vm, site, front, new))
    }
}

/// Enters a script's method of an operator or comparison, which gets both operands; null where the operation has to be done step by step.
///
/// # Safety
/// The registers are those of the running frame, and the operands are two of them or its constants. The left one is an instance, in whose class
/// the method was just found.
#[inline(never)]
#[allow(clippy::too_many_arguments, reason = "a pointer to them would lie on the native stack of an instruction")]
pub(super) unsafe fn enter_operator(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    dst: u16,
    resume: Resume,
    method: Option<Found>,
    left: *const Value,
    right: *const Value,
) -> *mut Frame {
    // SAFETY: the caller's registers.
    unsafe { try_operator(vm, pc, regs, (dst, resume), method, left, right).unwrap_or_default() }
}

#[inline(always)]
unsafe fn try_operator(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    (dst, resume): (u16, Resume),
    method: Option<Found>,
    left: *const Value,
    right: *const Value,
) -> Option<*mut Frame> {
    // SAFETY: the caller's registers; all those of the new frame are written here. Its callee is in none of them.
    unsafe {
        let function = (*method?).gc::<Function>().filter(|function| function.code.simple == 2)?;
        // The method of a class that derives from the left one's goes first.
        if (*right).kind() == Some(Kind::Instance) && !(*vm.class_at(&*left)).same(&*vm.class_at(&*right)) {
            return None;
        }
        let none = std::ptr::null_mut();
        let site = Site { pc, regs, dst, callee: none, first: none, count: 0 };
        let (new, registers) = begin(vm, site, function, Front::Nothing)?;
        (*new).resume = resume;
        Words::copy(left).write(registers);
        Words::copy(right).write(registers.add(1));
        unset_until(registers.add(2), new);
        vm.depth += 1;
        vm.frame = new;
        Some(new)
    }
}

/// Enters the getter of a property, which gets the object; null where it has to be called step by step.
///
/// # Safety
/// The registers are those of the running frame, and the object is one of them.
#[inline(never)]
pub(super) unsafe fn enter_getter(
    vm: &mut Vm,
    pc: Pc,
    regs: *mut Value,
    dst: u16,
    getter: Found,
    object: *const Value,
) -> *mut Frame {
    // SAFETY: the caller's registers; all those of the new frame are written here. Its callee is in none of them.
    unsafe {
        let Some(function) = (*getter).gc::<Function>().filter(|function| function.code.simple == 1) else {
            return std::ptr::null_mut();
        };
        let none = std::ptr::null_mut();
        let site = Site { pc, regs, dst, callee: none, first: none, count: 0 };
        let Some((new, registers)) = begin(vm, site, function, Front::Nothing) else { return none.cast() };
        Words::copy(object).write(registers);
        unset_until(registers.add(1), new);
        vm.depth += 1;
        vm.frame = new;
        new
    }
}

/// Where the defaults are of the parameters that a call leaves out; none where one has none.
#[inline(always)]
fn find_defaults(function: &Function, sources: &[u8], found: &mut [Found; MOST_NAMED]) -> Option<()> {
    let code = &function.code.code;
    let (positional, defaults) = (usize::from(code.positional), positional_defaults(function));
    for (n, _) in sources.iter().enumerate().filter(|(_, source)| **source == Order::DEFAULT) {
        found[n] = if n < positional {
            defaults.get((n + defaults.len()).checked_sub(positional)?)?
        } else {
            // Most often they stand in the order of the parameters.
            let all = function.kwdefaults.borrow();
            let all = all.as_ref()?.borrow();
            let entry = all.entries().get(n - positional)?;
            if entry.key.get::<Str>()?.as_str() != &*code.locals[n] {
                return None;
            }
            &raw const entry.value
        };
    }
    Some(())
}

/// The defaults that a call of a plain function with so many positional arguments leaves its last parameters; none where the function is not
/// plain or takes no such call.
#[inline(always)]
pub(super) fn missing_defaults(function: &Function, given: usize) -> Option<&[Value]> {
    if function.code.simple == u32::MAX {
        return None;
    }
    let missing = (function.code.simple as usize).checked_sub(given)?;
    if missing == 0 {
        return Some(&[]);
    }
    let all = positional_defaults(function);
    Some(&all[all.len().checked_sub(missing)?..])
}

/// Writes defaults to the registers from `first` on.
///
/// # Safety
/// There is a register for each, and nothing in it.
#[inline(always)]
pub(super) unsafe fn write_defaults(defaults: &[Value], first: *mut Value) {
    for (n, default) in defaults.iter().enumerate() {
        // SAFETY: the caller's registers.
        unsafe { Words::copy(default).write(first.add(n)) };
    }
}

/// The defaults of a function's positional parameters: those of the last ones.
#[inline(always)]
pub(super) fn positional_defaults(function: &Function) -> &[Value] {
    // SAFETY: nothing runs while they are looked at, so nothing replaces them.
    unsafe { (*function.defaults.as_ptr()).as_ref() }.map_or(&[], |defaults: &Gc<Tuple>| defaults.items())
}

/// Room for the frame, with its header written and what stands before the arguments in its first register.
///
/// # Safety
/// As [`enter_completed`]; the caller writes all other registers, then calls [`finish`].
#[inline(always)]
unsafe fn begin(vm: &mut Vm, site: Site, function: &Gc<Function>, front: Front) -> Option<(*mut Frame, *mut Value)> {
    if vm.depth >= vm.recursion_limit || vm.breaker.load(Relaxed) != 0 {
        return None;
    }
    // SAFETY: the stack gave the room; the function is counted for the frame.
    unsafe {
        let new = vm.stack.push(usize::from(function.code.registers))?;
        let caller = frame::of_registers(site.regs);
        (*caller).pc = site.pc;
        let (dst, resume) = match front {
            Front::Instance => (site.callee.offset_from(site.regs) as u16, Resume::Init),
            _ => (site.dst, Resume::Call),
        };
        new.write(Frame::new(function.clone(), caller, dst, resume));
        let registers = frame::registers(new);
        match front {
            Front::Nothing => {}
            Front::Instance => {
                let class = (*site.callee).gc::<Class>()?.clone();
                Words::write_unset(registers);
                (*registers).put_new(Instance::new(class).into());
            }
            Front::Itself => Words::copy(site.callee).write(registers),
            Front::Receiver => {
                let bound = (*site.callee).get::<BoundMethod>()?;
                Words::copy(&raw const bound.receiver).write(registers);
            }
        }
        Some((new, registers))
    }
}

/// Makes the frame the running one; the callee is dropped, and a new instance waits in its place.
///
/// # Safety
/// As [`begin`].
#[inline(always)]
unsafe fn finish(vm: &mut Vm, site: Site, front: Front, new: *mut Frame) -> *mut Frame {
    // SAFETY: the caller's registers.
    unsafe {
        (*site.callee).unset();
        if front == Front::Instance {
            Words::copy(frame::registers(new)).write(site.callee);
        }
        vm.depth += 1;
        vm.frame = new;
        new
    }
}
