//! Special methods that an instruction calls on its own, where they are functions of scripts.
//!
//! They get a frame like any call, so that they don't nest natively; their result goes to the instruction's register.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::completed::{missing_defaults, write_defaults};
use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{Function, Instance};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

impl Vm {
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
        let Some(defaults) = missing_defaults(function, 2) else { return Ok(false) };
        let new = self.push_frame(function.clone(), function.code.simple as usize)?;
        // SAFETY: the new frame has a register for each parameter, and they are written here; the frame behind runs.
        unsafe {
            let registers = frame::registers(new);
            Words::copy(object).write(registers);
            Words::copy(argument).write(registers.add(1));
            write_defaults(defaults, registers.add(2));
            (*new).back = frame;
            (*new).dst = dst;
        }
        self.frame = new;
        Ok(true)
    }
}
