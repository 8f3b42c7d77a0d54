//! Binding the arguments of a call to the parameters of a function: into the registers of its new frame.
#![allow(unsafe_code)]
#![allow(dangerous_implicit_autorefs)]

use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{CodeObject, Dict, Function, Str, Tuple};
use crate::value::Value;
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
    let code: *const CodeObject = &raw const *function.code;
    // SAFETY: the caller gives the room; `function` keeps the code alive.
    unsafe {
        let registers = (*code).code.registers;
        new.write(Frame {
            back: std::ptr::null_mut(),
            pc: (*code).start(),
            function,
            code,
            generator: std::ptr::null(),
            dst: 0,
            registers,
            resume: frame::Resume::Call,
        });
        let first = frame::registers(new);
        for index in bound..usize::from(registers) {
            first.add(index).write(Value::Unset);
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
                        let message = format!("{}() got multiple values for argument '{name}'", qualname(function));
                        return Err(self.type_error(message));
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
            return Err(self.missing(function, "positional", &missing));
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
        if missing.is_empty() { Ok(()) } else { Err(self.missing(function, "keyword-only", &missing)) }
    }

    #[cold]
    fn missing(&self, function: &Function, what: &str, names: &[&str]) -> Raised {
        let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
        let list = match quoted.as_slice() {
            [one] => one.clone(),
            [one, two] => format!("{one} and {two}"),
            [rest @ .., last] => format!("{}, and {last}", rest.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        self.type_error(format!("{}() missing {} required {what} argument{plural}: {list}", qualname(function), names.len()))
    }

    #[cold]
    fn too_many(&self, function: &Function, registers: &[Value], given: usize) -> Raised {
        let code = &function.code.code;
        let most = usize::from(code.positional);
        let defaults = function.defaults.borrow().as_ref().map_or(0, |defaults| defaults.items().len());
        let keyword_only = registers[most..most + usize::from(code.keyword_only)].iter().filter(|value| value.is_set()).count();
        let takes = if defaults > 0 { format!("from {} to {most}", most - defaults) } else { most.to_string() };
        let plural = if most == 1 && defaults == 0 { "" } else { "s" };
        let plural_of = |count: usize| if count == 1 { "" } else { "s" };
        let extra = if keyword_only > 0 {
            format!(
                " positional argument{} (and {keyword_only} keyword-only argument{})",
                plural_of(given),
                plural_of(keyword_only)
            )
        } else {
            String::new()
        };
        let verb = if given == 1 && keyword_only == 0 { "was" } else { "were" };
        self.type_error(format!(
            "{}() takes {takes} positional argument{plural} but {given}{extra} {verb} given",
            qualname(function)
        ))
    }

    #[cold]
    fn unexpected_keyword(&self, function: &Function, name: &Str) -> Raised {
        let code = &function.code.code;
        let range = usize::from(code.positional_only)..usize::from(code.positional) + usize::from(code.keyword_only);
        let similar = crate::diag::closest(name.as_str(), code.locals[range].iter().map(|local| &**local));
        let hint = similar.map_or_else(String::new, |similar| format!(". Did you mean '{similar}'?"));
        self.type_error(format!("{}() got an unexpected keyword argument '{name}'{hint}", qualname(function)))
    }
}

fn qualname(function: &Function) -> Gc<Str> {
    function.meta.borrow().qualname.clone()
}
