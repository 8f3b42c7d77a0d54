//! Calls that an instruction makes on its own: special methods and getters of properties, where they are functions of scripts.
//!
//! They get a frame like any call, so that they don't nest natively; their result goes to the instruction's register.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{Function, Instance, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

/// The defaults that a call of a plain function leaves its last parameters.
pub(super) struct Defaults {
    all: Option<Gc<Tuple>>,
    used: usize,
}

impl Defaults {
    /// Those of a call with so many positional arguments; none where the function is not plain or takes no such call.
    #[inline]
    pub(super) fn of(function: &Function, given: usize) -> Option<Defaults> {
        if function.code.simple == u32::MAX {
            return None;
        }
        let used = (function.code.simple as usize).checked_sub(given)?;
        let all = if used > 0 { function.defaults.borrow().clone() } else { None };
        (used <= all.as_ref().map_or(0, |all| all.items().len())).then_some(Defaults { all, used })
    }

    /// Writes them to the registers from `first` on.
    ///
    /// # Safety
    /// There is a register for each, and nothing in it.
    #[inline]
    pub(super) unsafe fn write(&self, first: *mut Value) {
        let all = self.all.as_ref().map_or(&[][..], |all| all.items());
        for (n, default) in all[all.len() - self.used..].iter().enumerate() {
            // SAFETY: the caller's registers.
            unsafe { Words::copy(default).write(first.add(n)) };
        }
    }
}

impl Vm {
    /// Enters a plain function with one argument before those in registers, which are taken, and defaults behind them; none where it doesn't
    /// take so many, and then nothing is taken.
    ///
    /// # Safety
    /// The `count` registers from `first` belong to the running frame, whose `pc` is current.
    pub(super) unsafe fn enter_with(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        function: &Gc<Function>,
        receiver: &Value,
        (first, count): (*mut Value, usize),
    ) -> Result<Option<*mut Frame>> {
        let Some(defaults) = Defaults::of(function, count + 1) else { return Ok(None) };
        let new = self.push_frame(function.clone(), function.code.simple as usize)?;
        // SAFETY: the new frame has a register for each parameter, and they are written here.
        unsafe {
            let registers = frame::registers(new);
            Words::copy(receiver).write(registers);
            for n in 0..count {
                Words::take(first.add(n)).write(registers.add(n + 1));
            }
            defaults.write(registers.add(count + 1));
            (*new).back = frame;
            (*new).dst = dst;
        }
        self.frame = new;
        Ok(Some(new))
    }

    /// Enters a script's special method of an instance, with one more argument; whether it could.
    pub(super) fn enter_special(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        name: &Gc<crate::object::Str>,
        object: &Value,
        argument: &Value,
    ) -> Result<bool> {
        if !object.is::<Instance>() {
            return Ok(false);
        }
        let Some(method) = self.lookup_special(object, name) else { return Ok(false) };
        let Some(function) = method.gc::<Function>() else { return Ok(false) };
        let mut argument = argument.clone();
        // SAFETY: the argument is a place of its own, taken by the call where it is made.
        unsafe { Ok(self.enter_with(frame, dst, function, object, (&raw mut argument, 1))?.is_some()) }
    }
}
