//! Code objects: their attributes.

use crate::bytecode::CodeKind;
use crate::object::{CodeObject, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

use super::object::address;
use super::receiver::receiver;

/// Bits of `co_flags`.
const OPTIMIZED: i64 = 0x1;
const NEWLOCALS: i64 = 0x2;
const VARARGS: i64 = 0x4;
const VARKEYWORDS: i64 = 0x8;
const GENERATOR: i64 = 0x20;
const COROUTINE: i64 = 0x80;
const ASYNC_GENERATOR: i64 = 0x200;

static ROWS: &[Row] = &[
    Row::getter("co_name", |vm, args| Ok(this(vm, args)?.name.clone().into()), "The name of the function."),
    Row::getter("co_qualname", |vm, args| Ok(this(vm, args)?.qualname.clone().into()), "The qualified name of the function."),
    Row::getter("co_filename", |vm, args| Ok(Str::value(this(vm, args)?.code.source.name())), "The file that it came from."),
    Row::getter("co_firstlineno", |vm, args| Ok(i64::from(this(vm, args)?.code.first_line).into()), "The first line."),
    Row::getter(
        "co_argcount",
        |vm, args| Ok(i64::from(this(vm, args)?.code.positional).into()),
        "How many positional parameters.",
    ),
    Row::getter(
        "co_posonlyargcount",
        |vm, args| Ok(i64::from(this(vm, args)?.code.positional_only).into()),
        "How many positional-only parameters.",
    ),
    Row::getter(
        "co_kwonlyargcount",
        |vm, args| Ok(i64::from(this(vm, args)?.code.keyword_only).into()),
        "How many keyword-only parameters.",
    ),
    Row::getter("co_nlocals", |vm, args| Ok(this(vm, args)?.code.locals.len().into()), "How many local variables."),
    Row::getter("co_stacksize", |vm, args| Ok(i64::from(this(vm, args)?.code.registers).into()), "How many registers."),
    Row::getter("co_varnames", varnames, "The names of the local variables."),
    Row::getter("co_cellvars", cellvars, "The names of the local variables that nested functions use."),
    Row::getter("co_freevars", |vm, args| names(&this(vm, args)?.code.free), "The names of the free variables."),
    Row::getter("co_names", |vm, args| names(&this(vm, args)?.code.names), "The other names in use."),
    Row::getter("co_consts", |vm, args| Ok(Tuple::value(this(vm, args)?.consts.to_vec())), "The constants."),
    Row::getter("co_flags", flags, "What kind of code it is."),
    Row::method(
        "co_positions",
        "(self, /)",
        |vm, _| Ok(vm.empty_tuple().into()),
        "Positions of the instructions are not shown.",
    ),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.code.clone();
    vm.add_methods(&class, ROWS);
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a CodeObject> {
    Ok(receiver::<CodeObject>(vm, args, "co_name")?)
}

fn names(texts: &[Box<str>]) -> Result {
    Ok(Tuple::value(texts.iter().map(|text| Str::value(&**text)).collect::<Vec<_>>()))
}

fn varnames(vm: &mut Vm, args: &[Value]) -> Result {
    let code = this(vm, args)?;
    let own = code.code.locals.iter().filter(|name| !name.starts_with('.'));
    Ok(Tuple::value(own.map(|name| Str::value(&**name)).collect::<Vec<_>>()))
}

fn cellvars(vm: &mut Vm, args: &[Value]) -> Result {
    let code = this(vm, args)?;
    let own = code.code.cells.iter().filter_map(|register| code.code.locals.get(usize::from(*register)));
    Ok(Tuple::value(own.map(|name| Str::value(&**name)).collect::<Vec<_>>()))
}

fn flags(vm: &mut Vm, args: &[Value]) -> Result {
    let code = &this(vm, args)?.code;
    let kind = match code.kind {
        CodeKind::Module | CodeKind::Class => 0,
        CodeKind::Function => OPTIMIZED | NEWLOCALS,
        CodeKind::Generator => OPTIMIZED | NEWLOCALS | GENERATOR,
        CodeKind::Coroutine => OPTIMIZED | NEWLOCALS | COROUTINE,
        CodeKind::AsyncGenerator => OPTIMIZED | NEWLOCALS | ASYNC_GENERATOR,
    };
    let stars = if code.varargs { VARARGS } else { 0 } | if code.varkw { VARKEYWORDS } else { 0 };
    Ok((kind | stars).into())
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let code = this(vm, args)?;
    let (name, file, line) = (&code.name, code.code.source.name(), code.code.first_line);
    Ok(Str::value(format!("<code object {name} at {:#x}, file \"{file}\", line {line}>", address(&args[0]))))
}
