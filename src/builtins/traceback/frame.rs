//! `traceback` and `frame` objects.

use super::entries;
use crate::heap::{Gc, Visitor};
use crate::object::{CodeObject, Dict, NativeData, Opaque, Str, Traceback};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getset, getter, method};

static TRACEBACK: &[Row] = &[
    getset!("tb_next", tb_next, set_tb_next, "The next entry, further in."),
    getter!("tb_lineno", tb_lineno, "The line."),
    getter!("tb_lasti", tb_lasti, "Number of the instruction."),
    getter!("tb_frame", tb_frame, "The frame."),
];

static FRAME: &[Row] = &[
    getter!("f_code", |frame: Own<FrameData>| frame.code.clone(), "The code that runs."),
    getter!("f_lineno", f_lineno, "The line."),
    getter!("f_lasti", f_lasti, "Number of the instruction."),
    getter!("f_globals", |frame: Own<FrameData>| frame.globals.clone(), "The namespace of the module."),
    getter!("f_builtins", |vm: &mut Vm, _: &Value| vm.builtins.clone(), "The namespace of builtins."),
    getter!("f_locals", f_locals, "The local variables, where they are known."),
    getter!("f_back", |frame: Own<FrameData>| frame.back.clone(), "The frame that called this one."),
    getter!("f_trace", |_: &Value| (), "None: nothing traces."),
    method!("clear", "(self, /)", |_: &Value| (), "Does nothing: a left frame holds no variables."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (traceback, frame) = (vm.types.traceback.clone(), vm.types.frame.clone());
    vm.add_methods(&traceback, TRACEBACK);
    vm.add_methods(&frame, FRAME);
}

pub use crate::object::UNBEGUN as NOT_BEGUN;

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

fn tb_next(this: &Gc<Traceback>) -> Value {
    this.next.borrow().clone().map_or(Value::None, Value::from)
}

fn set_tb_next(vm: &mut Vm, this: &Gc<Traceback>, value: &Value) -> Result<()> {
    let next = match value {
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
    Ok(())
}

fn tb_lineno(this: &Gc<Traceback>) -> i64 {
    i64::from(this.code.line(this.instr))
}

fn tb_lasti(this: &Gc<Traceback>) -> Value {
    // CPython counts bytes, two for an instruction.
    Value::Int(i64::from(this.instr) * 2)
}

fn tb_frame(vm: &mut Vm, this: &Gc<Traceback>) -> Value {
    frame_object(vm, (this.code.clone(), this.instr), this.globals.clone(), None, Value::None)
}

fn f_lineno(frame: Own<FrameData>) -> i64 {
    i64::from(frame.code.line(frame.instr))
}

fn f_lasti(frame: Own<FrameData>) -> i64 {
    if frame.instr == NOT_BEGUN { -1 } else { i64::from(frame.instr) * 2 }
}

fn f_locals(vm: &mut Vm, frame: Own<FrameData>) -> Result<Gc<Dict>> {
    if frame.code.code.kind == crate::bytecode::CodeKind::Module {
        return Ok(frame.globals.clone());
    }
    frame.locals.clone().ok_or_else(|| {
        vm.raise(&vm.exc.not_implemented_error, "acli does not keep the local variables of frames that were left or wait")
    })
}
