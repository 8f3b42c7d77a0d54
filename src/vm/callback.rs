//! Calls that natives make for each item of many: key functions, `map`, `filter`.
#![allow(unsafe_code)]

use super::bind::Args;
use crate::object::frame::registers;
use crate::object::{Class, Function, Native};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

impl Vm {
    /// Calls a value with one argument. A script's plain function gets it right in its frame.
    #[inline]
    pub fn call_one(&mut self, callee: &Value, mut argument: Value) -> Result {
        if let Some(function) = callee.gc::<Function>()
            && function.code.simple == 1
        {
            let frame = self.push_frame(function.clone(), 1)?;
            // SAFETY: the new frame's one parameter is its first register, and nothing is in it yet.
            unsafe { Words::take(&raw mut argument).write(registers(frame)) };
            return self.run_entry(frame);
        }
        self.call_one_any(callee, argument)
    }

    #[inline(never)]
    fn call_one_any(&mut self, callee: &Value, argument: Value) -> Result {
        self.check_room()?;
        if let Some(native) = callee.get::<Native>() {
            return self.call_native(native.id, std::slice::from_ref(&argument), &[]);
        }
        if let Some(class) = callee.get::<Class>()
            && let Some(maker) = self.maker(class)
            && self.native_takes(maker, 2, false)
        {
            return self.call_native(maker, &[callee.clone(), argument], &[]);
        }
        let called = self.prepare(callee, Args { values: std::slice::from_ref(&argument), names: &[] })?;
        self.finish_call(called)
    }
}
