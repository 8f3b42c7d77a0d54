//! The module `sys`.
//!
//! The standard streams are `builtins/stream`'s; `argv` and `path` belong to whoever runs a script.

mod facts;
mod hooks;
mod limits;
mod size;

pub use hooks::{display, unraisable};

use super::new_module;
use crate::builtins::traceback::frame_object;
use crate::heap::Gc;
use crate::object::{Exception, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

static ROWS: &[Row] = &[
    Row::function("exit", "(status=None, /)", exit, "Raises SystemExit(status)."),
    Row::function("exc_info", "()", exc_info, "Class, value and traceback of the exception that is being handled."),
    Row::function("exception", "()", exception, "The exception that is being handled, or None."),
    Row::function("intern", "(string, /)", intern, "The one string that is equal to this one among all interned ones."),
    Row::function("_getframe", "(depth=0, /)", getframe, "The frame so many calls up."),
    Row::function("_getframemodulename", "(depth=0)", getframemodulename, "The module of the frame so many calls up."),
    Row::function("getdefaultencoding", "()", utf8, "'utf-8'"),
    Row::function("getfilesystemencoding", "()", utf8, "'utf-8'"),
    Row::function("getfilesystemencodeerrors", "()", surrogateescape, "'surrogateescape'"),
    Row::function("is_finalizing", "()", never, "Whether the machine shuts down."),
    Row::function("_is_gil_enabled", "()", always, "True: one thread of a script runs at a time."),
    Row::function("gettrace", "()", nothing, "None: nothing traces."),
    Row::function("getprofile", "()", nothing, "None: nothing profiles."),
    Row::function("audit", "(event, /, *args)", audit, "Does nothing: there are no audit hooks."),
];

/// Makes the module, or fills the one that `builtins/stream` has put the standard streams into.
pub fn make(vm: &mut Vm) -> Gc<Module> {
    let fresh = new_module(vm, "sys", "What the machine knows about itself and the script.");
    let module = match vm.sys.clone() {
        None => fresh,
        Some(module) => {
            for entry in fresh.namespace.borrow().iter() {
                if let Some(name) = entry.key.gc::<Str>() {
                    module.namespace.set_str(name, entry.value.clone());
                }
            }
            module
        }
    };
    vm.modules.set_str(&vm.intern("sys"), module.clone().into());
    vm.sys = Some(module.clone());
    vm.add_functions(&module, ROWS);
    limits::install(vm, &module);
    size::install(vm, &module);
    hooks::install(vm, &module);
    facts::install(vm, &module);
    module
}

fn exit(vm: &mut Vm, args: &[Value]) -> Result {
    let given: Vec<Value> = match &args[0] {
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

fn exc_info(vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(match vm.handled_exception() {
        None => Tuple::value(vec![Value::None, Value::None, Value::None]),
        Some(handled) => {
            let traceback = handled.traceback.borrow().clone().map_or(Value::None, Value::from);
            Tuple::value(vec![handled.class().into(), handled.clone().into(), traceback])
        }
    })
}

fn exception(vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(vm.handled.clone().set_or_none())
}

fn intern(vm: &mut Vm, args: &[Value]) -> Result {
    match args[0].gc::<Str>() {
        Some(text) => Ok(vm.intern_str(text).into()),
        None => {
            let given = vm.type_name(&args[0]);
            Err(vm.type_error(format!("intern() argument must be str, not {given}")))
        }
    }
}

fn getframe(vm: &mut Vm, args: &[Value]) -> Result {
    let depth = usize::try_from(vm.index(&args[0])?).unwrap_or(0);
    let running = vm.running_functions();
    if depth >= running.len() {
        return Err(vm.value_error("call stack is not deep enough"));
    }
    // Outermost first, so that each frame is made with the one behind it.
    let frame = running.iter().enumerate().skip(depth).rev().fold(Value::None, |back, (depth, (function, instr))| {
        let locals = Some(vm.locals_at(depth));
        frame_object(vm, (function.code.clone(), *instr), function.globals.clone(), locals, back)
    });
    Ok(frame)
}

fn getframemodulename(vm: &mut Vm, args: &[Value]) -> Result {
    let depth = usize::try_from(vm.index(&args[0])?).unwrap_or(0);
    let running = vm.running_functions();
    Ok(running.get(depth).and_then(|(function, _)| function.globals.get_str(&vm.names.name)).unwrap_or(Value::None))
}

fn utf8(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Str::value("utf-8"))
}

fn surrogateescape(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Str::value("surrogateescape"))
}

fn never(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::Bool(false))
}

fn always(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::Bool(true))
}

fn nothing(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::None)
}

fn audit(_vm: &mut Vm, _args: &[Value]) -> Result {
    Ok(Value::None)
}
