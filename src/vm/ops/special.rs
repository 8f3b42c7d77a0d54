//! Calls that an instruction makes on its own: special methods, getters of properties and `__init__`, where they are functions of scripts.
//!
//! They get a frame like any call, so that they don't nest natively; their result goes to the instruction's register.
#![allow(unsafe_code)]
#![allow(dangerous_implicit_autorefs)]

use smallvec::SmallVec;

use crate::bytecode::CodeKind;
use crate::heap::Gc;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{BoundMethod, Class, Dict, Function, Instance, Maker, Native, Tuple};
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

    /// Enters a function that collects arguments (`*args`, `**kwargs`) or has keyword-only parameters, called by position; whether it was
    /// such a call, and one that fits. The callee and the arguments are taken.
    ///
    /// # Safety
    /// `callee` and the `count` registers from `first` belong to the running frame, whose `pc` is current.
    pub(super) unsafe fn enter_open(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        callee: *mut Value,
        (first, count): (*mut Value, usize),
    ) -> Result<bool> {
        // SAFETY: the caller's registers; the new frame has a register for each parameter, and those that are not written are unset.
        unsafe {
            let Some(function) = (*callee).gc::<Function>() else { return Ok(false) };
            let code = &function.code.code;
            let (positional, named) = (usize::from(code.positional), usize::from(code.keyword_only));
            if code.kind != CodeKind::Function || named > 0 || count < positional || (count > positional && !code.varargs) {
                return Ok(false);
            }
            let (varargs, varkw) = (code.varargs, code.varkw);
            let new = self.push_frame(function.clone(), 0)?;
            let registers = frame::registers(new);
            for n in 0..positional {
                Words::take(first.add(n)).put(&mut *registers.add(n));
            }
            if varargs {
                let rest = std::slice::from_raw_parts_mut(first.add(positional), count - positional);
                let rest: Value = match rest {
                    [] => self.empty_tuple().into(),
                    [only] => Tuple::value([std::mem::take(only)]),
                    [one, two] => Tuple::value([std::mem::take(one), std::mem::take(two)]),
                    more => Tuple::value(more.iter_mut().map(std::mem::take).collect::<Vec<_>>()),
                };
                (*registers.add(positional)).put_new(rest);
            }
            if varkw {
                (*registers.add(positional + usize::from(varargs))).put_new(Dict::new().into());
            }
            (*callee).unset();
            (*new).back = frame;
            (*new).dst = dst;
            self.frame = new;
            Ok(true)
        }
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
            // An instance that isn't begun must not be made: it might have a finaliser.
            if Defaults::of(init, arguments.1 + 1).is_none() {
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

    /// Calls a bound method; whether it was such a call.
    ///
    /// # Safety
    /// As [`Vm::enter_init`].
    pub(super) unsafe fn enter_bound(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        callee: *mut Value,
        (first, count): (*mut Value, usize),
    ) -> Result<bool> {
        // SAFETY: the caller's registers.
        unsafe {
            let Some(bound) = (*callee).gc::<BoundMethod>().cloned() else { return Ok(false) };
            if let Some(function) = bound.function.gc::<Function>() {
                if self.enter_with(frame, dst, function, &bound.receiver, (first, count))?.is_none() {
                    return Ok(false);
                }
                (*callee).unset();
                return Ok(true);
            }
            let Some(native) = bound.function.get::<Native>() else { return Ok(false) };
            let mut all: SmallVec<[Value; 4]> = SmallVec::with_capacity(count + 1);
            all.push(bound.receiver.clone());
            all.extend((0..count).map(|n| std::mem::take(&mut *first.add(n))));
            (*callee).unset();
            let result = self.call_native(native.id, &all, &[])?;
            (*frame::registers(frame).add(usize::from(dst))).put_new(result);
            Ok(true)
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
