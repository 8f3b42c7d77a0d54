//! How instructions enter calls and generators, and what it does with operands in bulk.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::bind::Args;
use super::call::Called;
use crate::bytecode::Instr;
use crate::heap::Gc;
use crate::object::frame::Resume;
use crate::object::{GenState, Generator, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Vm};

impl Vm {
    /// A call bound the general way; the last values are keyword arguments with these names.
    #[inline(never)]
    pub(super) fn call_general(&mut self, callee: &Value, values: &[Value], names: &[Value]) -> Result<Called> {
        let names: Vec<Gc<Str>> = names.iter().filter_map(|name| name.gc::<Str>().cloned()).collect();
        self.prepare(callee, Args { values, names: &names })
    }

    /// Appends to a string that nobody else sees, in place (`s += x`, `s = s + x`); whether it did.
    ///
    /// # Safety
    /// The registers belong to the running frame.
    #[inline(always)]
    pub(super) unsafe fn append_in_place(&mut self, regs: *mut Value, i: Instr) -> bool {
        if i.a != i.b || i.a == i.c {
            return false;
        }
        // SAFETY: two different registers of the running frame.
        let (target, more) = unsafe { (&mut *regs.add(i.a as usize), &*regs.add(i.c as usize)) };
        let (Some(more), Some(target)) = (more.get::<Str>(), target.gc_mut::<Str>()) else { return false };
        Str::append(target, more)
    }

    /// Enters a generator for a `ForIter`; whether it could, else the step has to be done the general way.
    #[inline]
    pub(super) fn step_generator(&mut self, generator: &Gc<Generator>) -> Result<bool> {
        let state = generator.state.get();
        if !matches!(state, GenState::Created | GenState::Suspended) || !generator.awaiter.get().is_null() {
            return Ok(false);
        }
        let inner = self.enter_root(generator, Resume::ForIter)?;
        if state == GenState::Suspended {
            self.deliver(inner, Value::None);
        }
        self.frame = inner;
        Ok(true)
    }

    /// Unsets the operands of a compare-and-jump that are temporaries (n bit 1: a, bit 2: b).
    ///
    /// # Safety
    /// The registers are those of the frame that runs the instruction.
    #[inline(always)]
    pub(super) unsafe fn release_operands(&mut self, registers: *mut Value, i: Instr) {
        if i.n & 6 == 0 {
            return;
        }
        // SAFETY: the operands are registers of the running frame.
        unsafe {
            if i.n & 2 != 0 {
                (*registers.add(usize::from(i.a))).unset();
            }
            if i.n & 4 != 0 {
                (*registers.add(usize::from(i.b))).unset();
            }
        }
    }
}

/// The texts of the strings and ints in c registers from b, joined.
///
/// # Safety
/// The registers belong to the running frame.
pub(super) unsafe fn joined(regs: *mut Value, i: Instr) -> Value {
    // SAFETY: the caller's; nothing else touches them while they are borrowed.
    let parts = unsafe { std::slice::from_raw_parts_mut(regs.add(i.b as usize), usize::from(i.c)) };
    let text = Str::of_parts(parts);
    parts.iter_mut().for_each(Value::unset);
    text
}

/// A tuple of c registers from b, which are taken.
///
/// # Safety
/// The registers belong to the running frame.
#[inline(always)]
pub(super) unsafe fn tuple_of(regs: *mut Value, i: Instr) -> Value {
    // SAFETY: the caller's.
    let part = |n: usize| unsafe { std::mem::take(&mut *regs.add(i.b as usize + n)) };
    match i.c {
        2 => Tuple::value([part(0), part(1)]),
        3 => Tuple::value([part(0), part(1), part(2)]),
        // SAFETY: the caller's.
        _ => Tuple::value(unsafe { taken(regs, i) }),
    }
}

/// Takes c registers from b.
///
/// # Safety
/// The registers belong to the running frame.
#[inline(always)]
pub(super) unsafe fn taken(regs: *mut Value, i: Instr) -> Vec<Value> {
    // SAFETY: the caller's.
    (0..usize::from(i.c)).map(|n| unsafe { std::mem::take(&mut *regs.add(i.b as usize + n)) }).collect()
}
