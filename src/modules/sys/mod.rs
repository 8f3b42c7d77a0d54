//! The module `sys`.
//!
//! The standard streams are `builtins/stream`'s; `argv` and `path` belong to whoever runs a script.

mod facts;
mod hooks;
mod limits;
mod size;

pub use hooks::{display, unraisable};

use super::NativeModule;
use crate::builtins::traceback::frame_object;
use crate::heap::Gc;
use crate::object::{Exception, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("exit", "(status=None, /)", exit, "Raises SystemExit(status)."),
    function!("exc_info", "()", exc_info, "Class, value and traceback of the exception that is being handled."),
    function!("exception", "()", exception, "The exception that is being handled, or None."),
    function!("intern", "(string, /)", intern, "The one string that is equal to this one among all interned ones."),
    function!("_getframe", "(depth=0, /)", getframe, "The frame so many calls up."),
    function!("_getframemodulename", "(depth=0)", getframemodulename, "The module of the frame so many calls up."),
    function!("getdefaultencoding", "()", utf8, "'utf-8'"),
    function!("getfilesystemencoding", "()", utf8, "'utf-8'"),
    function!("getfilesystemencodeerrors", "()", surrogateescape, "'surrogateescape'"),
    function!("is_finalizing", "()", never, "Whether the machine shuts down."),
    function!("_is_gil_enabled", "()", always, "True: one thread of a script runs at a time."),
    function!("gettrace", "()", nothing, "None: nothing traces."),
    function!("getprofile", "()", nothing, "None: nothing profiles."),
    function!("audit", "(event, /, *args)", audit, "Does nothing: there are no audit hooks."),
];

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("sys", "What the machine knows about itself and the script.").core().rows(&[ROWS]).set_up(set_up);

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    vm.sys = Some(module.clone());
    limits::install(vm, module);
    size::install(vm, module);
    hooks::install(vm, module);
    facts::install(vm, module);
    Ok(())
}

fn exit(vm: &mut Vm, status: &Value) -> Result {
    let given: Vec<Value> = match status {
        Value::None => Vec::new(),
        other => match other.get::<Tuple>() {
            Some(tuple) => tuple.items().to_vec(),
            None => vec![other.clone()],
        },
    };
    let class: Value = vm.exc.system_exit.clone().into();
    let made = vm.call(&class, &given)?;
    match made.into_gc::<Exception>() {
        Ok(exception) => Err(crate::vm::Raised(exception)),
        Err(_) => Ok(Value::None),
    }
}

fn exc_info(vm: &mut Vm) -> Value {
    match vm.handled_exception() {
        None => Tuple::value(vec![Value::None, Value::None, Value::None]),
        Some(handled) => {
            let traceback = handled.traceback.borrow().clone().map_or(Value::None, Value::from);
            Tuple::value(vec![handled.class().into(), handled.clone().into(), traceback])
        }
    }
}

fn exception(vm: &mut Vm) -> Value {
    vm.handled_exception().cloned().map_or(Value::None, Value::from)
}

fn intern(vm: &mut Vm, string: &Gc<Str>) -> Gc<Str> {
    vm.intern_str(string)
}

fn getframe(vm: &mut Vm, depth: i64) -> Result {
    let depth = usize::try_from(depth).unwrap_or(0);
    let running = vm.running_functions();
    if depth >= running.len() {
        return Err(vm.value_error("call stack is not deep enough"));
    }
    // Outermost first, so that each frame is made with the one behind it.
    let frame = running.iter().enumerate().skip(depth).rev().fold(Value::None, |back, (depth, (function, code, instr))| {
        let locals = Some(vm.locals_at(depth));
        frame_object(vm, (code.clone(), *instr), function.globals.clone(), locals, back)
    });
    Ok(frame)
}

fn getframemodulename(vm: &mut Vm, depth: i64) -> Value {
    let depth = usize::try_from(depth).unwrap_or(0);
    let running = vm.running_functions();
    running.get(depth).and_then(|(function, ..)| function.globals.get_str(&vm.names.name)).unwrap_or(Value::None)
}

fn utf8() -> Value {
    Str::value("utf-8")
}

fn surrogateescape() -> Value {
    Str::value("surrogateescape")
}

fn never() -> bool {
    false
}

fn always() -> bool {
    true
}

fn nothing() {}

fn audit(_: &Value, _: &[Value]) {}
