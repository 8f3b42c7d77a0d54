//! Calls that an instruction makes on its own: special methods, getters of properties and `__init__`, where they are functions of scripts.
//!
//! They get a frame like any call, so that they don't nest natively; their result goes to the instruction's register.
#![allow(unsafe_code)]
#![allow(dangerous_implicit_autorefs)]

use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{Class, Function, Instance, Maker};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

impl Vm {
    /// Enters a function with one argument before those in registers, which are taken; whether it takes exactly so many. Nothing is taken
    /// where it doesn't.
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
        if function.code.simple as usize != count + 1 {
            return Ok(None);
        }
        let new = self.push_frame(function.clone(), count + 1)?;
        // SAFETY: the new frame has a register for each parameter, and they are written here.
        unsafe {
            let registers = frame::registers(new);
            Words::copy(receiver).write(registers);
            for n in 0..count {
                Words::take(first.add(n)).write(registers.add(n + 1));
            }
            (*new).back = frame;
            (*new).dst = dst;
        }
        self.frame = new;
        Ok(Some(new))
    }

    /// Calls a class whose instances are plain and begin with a script's `__init__`; whether it was such a call.
    ///
    /// # Safety
    /// `callee` and the `count` registers from `first` belong to the running frame, whose `pc` is current.
    pub(super) unsafe fn enter_init(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        callee: *mut Value,
        arguments: (*mut Value, usize),
    ) -> Result<bool> {
        // SAFETY: the caller's registers.
        unsafe {
            let Some(class) = (*callee).gc::<Class>() else { return Ok(false) };
            let Maker::Init(place) = self.maker_of(class) else { return Ok(false) };
            let init = class.lookup_at(place);
            let Some(init) = init.gc::<Function>() else { return Ok(false) };
            if init.code.simple as usize != arguments.1 + 1 {
                return Ok(false);
            }
            let instance: Value = Instance::new(class.clone()).into();
            let Some(new) = self.enter_with(frame, dst, init, &instance, arguments)? else { return Ok(false) };
            (*new).resume = Resume::Init;
            (*callee).unset();
            (*frame::registers(frame).add(usize::from(dst))).put_new(instance);
            Ok(true)
        }
    }

    /// Calls an instance whose class has a script's `__call__`; whether it was such a call.
    ///
    /// # Safety
    /// As [`Vm::enter_init`].
    pub(super) unsafe fn enter_instance(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        callee: *mut Value,
        arguments: (*mut Value, usize),
    ) -> Result<bool> {
        // SAFETY: the caller's registers.
        unsafe {
            if !(*callee).is::<Instance>() {
                return Ok(false);
            }
            let Some(call) = self.lookup_special(&*callee, &self.names.call) else { return Ok(false) };
            let Some(function) = call.gc::<Function>() else { return Ok(false) };
            let entered = self.enter_with(frame, dst, function, &*callee, arguments)?.is_some();
            if entered {
                (*callee).unset();
            }
            Ok(entered)
        }
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
