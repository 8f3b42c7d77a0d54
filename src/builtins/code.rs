//! Code objects: their attributes.

use crate::bytecode::CodeKind;
use crate::object::{CodeObject, Str, Tuple};
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, getter, method};

use super::object::address;

/// Bits of `co_flags`.
const OPTIMIZED: i64 = 0x1;
const NEWLOCALS: i64 = 0x2;
const VARARGS: i64 = 0x4;
const VARKEYWORDS: i64 = 0x8;
const GENERATOR: i64 = 0x20;
const COROUTINE: i64 = 0x80;
const ASYNC_GENERATOR: i64 = 0x200;

static ROWS: &[Row] = &[
    getter!("co_name", |this: &CodeObject| this.name.clone(), "The name of the function."),
    getter!("co_qualname", |this: &CodeObject| this.qualname.clone(), "The qualified name of the function."),
    getter!("co_filename", |this: &CodeObject| Str::value(this.code.source.name()), "The file that it came from."),
    getter!("co_firstlineno", |this: &CodeObject| i64::from(this.code.first_line), "The first line."),
    getter!("co_argcount", |this: &CodeObject| i64::from(this.code.positional), "How many positional parameters."),
    getter!(
        "co_posonlyargcount",
        |this: &CodeObject| i64::from(this.code.positional_only),
        "How many positional-only parameters."
    ),
    getter!("co_kwonlyargcount", |this: &CodeObject| i64::from(this.code.keyword_only), "How many keyword-only parameters."),
    getter!("co_nlocals", |this: &CodeObject| this.code.locals.len(), "How many local variables."),
    getter!("co_stacksize", |this: &CodeObject| i64::from(this.code.registers), "How many registers."),
    getter!("co_varnames", varnames, "The names of the local variables."),
    getter!("co_cellvars", cellvars, "The names of the local variables that nested functions use."),
    getter!("co_freevars", |this: &CodeObject| names(&this.code.free), "The names of the free variables."),
    getter!("co_names", |this: &CodeObject| names(&this.code.names), "The other names in use."),
    getter!("co_consts", |this: &CodeObject| Tuple::value(this.consts.to_vec()), "The constants."),
    getter!("co_flags", flags, "What kind of code it is."),
    method!(
        "co_positions",
        "(self, /)",
        |vm: &mut Vm, _: &Value| vm.empty_tuple(),
        "Positions of the instructions are not shown."
    ),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.code.clone();
    vm.add_methods(&class, ROWS);
}

fn names(texts: &[Box<str>]) -> Result {
    Ok(Tuple::value(texts.iter().map(|text| Str::value(&**text)).collect::<Vec<_>>()))
}

fn varnames(code: &CodeObject) -> Value {
    let own = code.code.locals.iter().filter(|name| !name.starts_with('.'));
    Tuple::value(own.map(|name| Str::value(&**name)).collect::<Vec<_>>())
}

fn cellvars(code: &CodeObject) -> Value {
    let own = code.code.cells.iter().filter_map(|register| code.code.locals.get(usize::from(*register)));
    Tuple::value(own.map(|name| Str::value(&**name)).collect::<Vec<_>>())
}

fn flags(this: &CodeObject) -> Value {
    let code = &this.code;
    let kind = match code.kind {
        CodeKind::Module | CodeKind::Class => 0,
        CodeKind::Function => OPTIMIZED | NEWLOCALS,
        CodeKind::Generator => OPTIMIZED | NEWLOCALS | GENERATOR,
        CodeKind::Coroutine => OPTIMIZED | NEWLOCALS | COROUTINE,
        CodeKind::AsyncGenerator => OPTIMIZED | NEWLOCALS | ASYNC_GENERATOR,
    };
    let stars = if code.varargs { VARARGS } else { 0 } | if code.varkw { VARKEYWORDS } else { 0 };
    (kind | stars).into()
}

fn repr(code: Of<CodeObject>) -> Value {
    let (name, file, line) = (&code.name, code.code.source.name(), code.code.first_line);
    Str::value(format!("<code object {name} at {:#x}, file \"{file}\", line {line}>", address(code.value)))
}
