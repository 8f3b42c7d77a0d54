//! Binding the arguments of a call to the parameters of a function: into the registers of its new frame.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{Dict, Function, Str, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Raised, Result, Vm};

/// Arguments of a call: positional ones, then the values of keyword arguments.
#[derive(Clone, Copy)]
pub(super) struct Args<'a> {
    /// All values.
    pub values: &'a [Value],
    /// Names of the last of them.
    pub names: &'a [Gc<Str>],
}

impl<'a> Args<'a> {
    pub(super) fn positional(self) -> &'a [Value] {
        &self.values[..self.values.len() - self.names.len()]
    }
}

/// Writes the header of a new frame and unsets its registers.
///
/// # Safety
/// `frame` is room for as many registers as the function's code has, not in use.
#[inline(always)]
pub(super) unsafe fn initialise(new: *mut Frame, function: Gc<Function>, bound: usize) {
    let registers = function.code.registers;
    // SAFETY: the caller gives the room.
    unsafe {
        new.write(Frame::new(function, std::ptr::null_mut(), 0, frame::Resume::Call));
        let first = frame::registers(new);
        for index in bound..usize::from(registers) {
            Words::write_unset(first.add(index));
        }
    }
}

impl Vm {
    /// Binds arguments into the registers of a new frame, all unset; on an error the registers hold what was bound so far.
    pub(super) fn bind(&self, function: &Function, registers: &mut [Value], args: Args<'_>) -> Result<()> {
        let code = &function.code.code;
        let (positional, given) = (usize::from(code.positional), args.positional());
        for (register, value) in registers.iter_mut().zip(given.iter().take(positional)) {
            *register = value.clone();
        }
        let keyword_end = positional + usize::from(code.keyword_only);
        if code.varargs {
            registers[keyword_end] = match given.get(positional..) {
                Some(rest) if !rest.is_empty() => Tuple::value(rest),
                _ => self.empty_tuple().into(),
            };
        }
        if code.varkw {
            registers[keyword_end + usize::from(code.varargs)] = Dict::new().into();
        }
        self.bind_keywords(function, registers, args)?;
        if given.len() > positional && !code.varargs {
            return Err(self.too_many(function, registers, given.len()));
        }
        self.bind_defaults(function, registers)
    }

    fn bind_keywords(&self, function: &Function, registers: &mut [Value], args: Args<'_>) -> Result<()> {
        let code = &function.code.code;
        let keyword_end = usize::from(code.positional) + usize::from(code.keyword_only);
        let mut positional_only: Vec<&str> = Vec::new();
        for (name, value) in args.names.iter().zip(&args.values[args.values.len() - args.names.len()..]) {
            let place = code.locals[..keyword_end].iter().position(|local| **local == *name.as_str());
            match place {
                Some(place) if place >= usize::from(code.positional_only) => {
                    if registers[place].is_set() {
                        return Err(self.repeated_argument(qualname(function).as_str(), name));
                    }
                    registers[place] = value.clone();
                }
                _ if code.varkw => {
                    if let Some(dict) = registers[keyword_end + usize::from(code.varargs)].get::<Dict>() {
                        dict.set_str(name, value.clone());
                    }
                }
                Some(_) => positional_only.push(name.as_str()),
                None => return Err(self.unexpected_keyword(function, name)),
            }
        }
        if positional_only.is_empty() {
            return Ok(());
        }
        let names = positional_only.join(", ");
        Err(self.type_error(format!(
            "{}() got some positional-only arguments passed as keyword arguments: '{names}'",
            qualname(function)
        )))
    }

    fn bind_defaults(&self, function: &Function, registers: &mut [Value]) -> Result<()> {
        let code = &function.code.code;
        let positional = usize::from(code.positional);
        let defaults = function.defaults.borrow();
        let defaults: &[Value] = defaults.as_ref().map_or(&[], |defaults| defaults.items());
        let first_default = positional - defaults.len().min(positional);
        let missing: Vec<&str> =
            (0..first_default).filter(|place| !registers[*place].is_set()).map(|place| &*code.locals[place]).collect();
        if !missing.is_empty() {
            return Err(self.missing_arguments(qualname(function).as_str(), "positional", &missing));
        }
        for (place, default) in (first_default..positional).zip(defaults) {
            if !registers[place].is_set() {
                registers[place] = default.clone();
            }
        }
        let mut missing: Vec<&str> = Vec::new();
        let keyword_defaults = function.kwdefaults.borrow();
        let keyword_only = positional..positional + usize::from(code.keyword_only);
        for (register, name) in registers[keyword_only.clone()].iter_mut().zip(&code.locals[keyword_only]) {
            if !register.is_set() {
                match keyword_defaults.as_ref().and_then(|defaults| defaults.get_text(name)) {
                    Some(default) => *register = default,
                    None => missing.push(name),
                }
            }
        }
        if missing.is_empty() {
            Ok(())
        } else {
            Err(self.missing_arguments(qualname(function).as_str(), "keyword-only", &missing))
        }
    }

    #[cold]
    fn too_many(&self, function: &Function, registers: &[Value], given: usize) -> Raised {
        let code = &function.code.code;
        let most = usize::from(code.positional);
        let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.items().len());
        let keyword_only = registers[most..most + usize::from(code.keyword_only)].iter().filter(|value| value.is_set()).count();
        self.too_many_arguments(qualname(function).as_str(), (most - defaults.min(most), most), given, keyword_only)
    }

    #[cold]
    fn unexpected_keyword(&self, function: &Function, name: &Str) -> Raised {
        let code = &function.code.code;
        let range = usize::from(code.positional_only)..usize::from(code.positional) + usize::from(code.keyword_only);
        self.unexpected_argument(qualname(function).as_str(), name, code.locals[range].iter().map(|local| &**local))
    }
}

fn qualname(function: &Function) -> Gc<Str> {
    function.meta().borrow().qualname.clone()
}
