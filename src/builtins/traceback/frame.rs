//! `traceback` and `frame` objects.

use super::entries;
use crate::heap::{Gc, Visitor};
use crate::object::{CodeObject, Dict, NativeData, Opaque, Str, Traceback};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

static TRACEBACK: &[Row] = &[
    Row::getset("tb_next", tb_next, set_tb_next, "The next entry, further in."),
    Row::getter("tb_lineno", tb_lineno, "The line."),
    Row::getter("tb_lasti", tb_lasti, "Number of the instruction."),
    Row::getter("tb_frame", tb_frame, "The frame."),
];

static FRAME: &[Row] = &[
    Row::getter("f_code", f_code, "The code that runs."),
    Row::getter("f_lineno", f_lineno, "The line."),
    Row::getter("f_lasti", f_lasti, "Number of the instruction."),
    Row::getter("f_globals", f_globals, "The namespace of the module."),
    Row::getter("f_builtins", f_builtins, "The namespace of builtins."),
    Row::getter("f_locals", f_locals, "The local variables, where they are known."),
    Row::getter("f_back", f_back, "The frame that called this one."),
    Row::getter("f_trace", f_trace, "None: nothing traces."),
    Row::method("clear", "(self, /)", clear, "Does nothing: a left frame holds no variables."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (traceback, frame) = (vm.types.traceback.clone(), vm.types.frame.clone());
    vm.add_methods(&traceback, TRACEBACK);
    vm.add_methods(&frame, FRAME);
}

/// The instruction of a frame that has not begun: its line is that of the definition.
pub const NOT_BEGUN: u32 = u32::MAX;

/// What a frame object shows: a place, and what is behind it.
struct FrameData {
    code: Gc<CodeObject>,
    instr: u32,
    globals: Gc<Dict>,
    /// The local variables as they were when the picture was made, where they were known.
    locals: Option<Gc<Dict>>,
    back: Value,
}

impl NativeData for FrameData {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.code.trace(visitor);
        self.globals.trace(visitor);
        if let Some(locals) = &self.locals {
            locals.trace(visitor);
        }
        self.back.trace(visitor);
    }
}

/// A frame object for a place; it is a picture, not the frame itself.
pub fn frame_object(
    vm: &Vm,
    (code, instr): (Gc<CodeObject>, u32),
    globals: Gc<Dict>,
    locals: Option<Vec<(Gc<Str>, Value)>>,
    back: Value,
) -> Value {
    let locals = locals.map(|locals| {
        let dict = Dict::new();
        locals.into_iter().for_each(|(name, value)| dict.set_str(&name, value));
        dict
    });
    Opaque::new(vm.types.frame.clone(), FrameData { code, instr, globals, locals, back }).into()
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Gc<Traceback>> {
    args[0].gc::<Traceback>().ok_or_else(|| vm.type_error("descriptor requires a 'traceback' object"))
}

fn tb_next(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.next.borrow().clone().map_or(Value::None, Value::from))
}

fn set_tb_next(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let next = match &args[1] {
        Value::Unset => return Err(vm.type_error("can't delete tb_next attribute")),
        Value::None => None,
        other => match other.gc::<Traceback>() {
            Some(next) => Some(next.clone()),
            None => {
                let given = vm.type_name(other);
                return Err(vm.type_error(format!("expected traceback object, got '{given}'")));
            }
        },
    };
    if entries(next.as_ref()).iter().any(|entry| entry.same(this)) {
        return Err(vm.value_error("traceback loop detected"));
    }
    let old = this.next.replace(next);
    drop(old);
    Ok(Value::None)
}

fn tb_lineno(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    Ok(Value::Int(i64::from(this.code.line(this.instr))))
}

fn tb_lasti(vm: &mut Vm, args: &[Value]) -> Result {
    // CPython counts bytes, two for an instruction.
    Ok(Value::Int(i64::from(this(vm, args)?.instr) * 2))
}

fn tb_frame(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    Ok(frame_object(vm, (this.code.clone(), this.instr), this.globals.clone(), None, Value::None))
}

fn frame<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a FrameData> {
    let data = args[0].get::<Opaque>().and_then(|frame| frame.data::<FrameData>());
    data.ok_or_else(|| vm.type_error("descriptor requires a 'frame' object"))
}

fn f_code(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(frame(vm, args)?.code.clone().into())
}

fn f_lineno(vm: &mut Vm, args: &[Value]) -> Result {
    let frame = frame(vm, args)?;
    Ok(Value::Int(i64::from(frame.code.line(frame.instr))))
}

fn f_lasti(vm: &mut Vm, args: &[Value]) -> Result {
    let instr = frame(vm, args)?.instr;
    Ok(Value::Int(if instr == NOT_BEGUN { -1 } else { i64::from(instr) * 2 }))
}

fn f_globals(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(frame(vm, args)?.globals.clone().into())
}

fn f_builtins(vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(vm.builtins.clone().into())
}

fn f_locals(vm: &mut Vm, args: &[Value]) -> Result {
    let frame = frame(vm, args)?;
    if frame.code.code.kind == crate::bytecode::CodeKind::Module {
        return Ok(frame.globals.clone().into());
    }
    match &frame.locals {
        Some(locals) => Ok(locals.clone().into()),
        None => Err(
            vm.raise(&vm.exc.not_implemented_error, "acli does not keep the local variables of frames that were left or wait")
        ),
    }
}

fn f_back(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(frame(vm, args)?.back.clone())
}

fn f_trace(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::None)
}

fn clear(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::None)
}
