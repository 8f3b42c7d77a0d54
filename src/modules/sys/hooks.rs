//! What `sys` lets a script replace: the display of values at the prompt, the printing of uncaught exceptions and of those that nobody
//! could catch.

use crate::builtins::structseq;
use crate::builtins::traceback::{Limits, Report, print_exception, write_stderr};
use crate::object::{Exception, Module, Str, Traceback};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("displayhook", "(object, /)", displayhook, "Prints a value and keeps it as builtins._."),
    function!("excepthook", "(exctype, value, traceback, /)", excepthook, "Prints an uncaught exception."),
    function!("unraisablehook", "(unraisable, /)", unraisablehook, "Prints an exception that nobody could catch."),
];

const UNRAISABLE_FIELDS: &[&str] = &["exc_type", "exc_value", "exc_traceback", "err_msg", "object"];

pub(super) fn install(vm: &mut Vm, module: &Module) {
    vm.add_functions(module, ROWS);
    for row in ROWS {
        if let Some(own) = module.namespace.get_text(row.name) {
            module.namespace.set_str(&vm.intern(&format!("__{}__", row.name)), own);
        }
    }
    let class = structseq::class(vm, "builtins", "UnraisableHookArgs", UNRAISABLE_FIELDS, UNRAISABLE_FIELDS.len());
    module.namespace.set_str(&vm.intern("UnraisableHookArgs"), class.into());
}

/// Shows a value at the prompt through `sys.displayhook`; for `Hooks::display`.
pub fn display(vm: &mut Vm, value: &Value) -> Result<()> {
    let hook = vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("displayhook"));
    match hook {
        Some(hook) => vm.call(&hook, std::slice::from_ref(value)).map(|_| ()),
        None => Err(vm.runtime_error("lost sys.displayhook")),
    }
}

fn displayhook(vm: &mut Vm, object: &Value) -> Result<()> {
    if object.is_none() {
        return Ok(());
    }
    let last = vm.intern("_");
    vm.builtins.set_str(&last, Value::None);
    let text = vm.repr(object)?;
    let Some(stream) = vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("stdout")) else {
        return Err(vm.runtime_error("lost sys.stdout"));
    };
    vm.call_method(&stream, &vm.intern("write"), &[Str::value(format!("{text}\n"))])?;
    vm.builtins.set_str(&last, object.clone());
    Ok(())
}

fn excepthook(vm: &mut Vm, _: &Value, value: &Value, traceback: &Value) -> Result<()> {
    let Some(exception) = value.gc::<Exception>().cloned() else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("print_exception(): Exception expected for value, {given} found")));
    };
    match traceback.gc::<Traceback>() {
        Some(traceback) if exception.traceback.borrow().is_none() => {
            let traceback = traceback.clone();
            let text = Report::with_traceback(vm, &exception, Some(traceback), &Limits::default()).format(vm, true).concat();
            write_stderr(vm, &text);
        }
        _ => print_exception(vm, &exception),
    }
    Ok(())
}

/// Tells of an exception that nobody could catch, through `sys.unraisablehook` if a script replaced it; for `Hooks::unraisable`.
/// `what` says where it came up.
pub fn unraisable(vm: &mut Vm, raised: Raised, what: &str) {
    let sys = vm.sys.clone();
    let named = |name: &str| sys.as_ref().and_then(|sys| sys.namespace.get_text(name));
    let replaced = match (named("unraisablehook"), named("__unraisablehook__")) {
        (Some(hook), Some(own)) if !hook.same(&own) => Some(hook),
        _ => None,
    };
    if let Some(hook) = replaced {
        let class = named("UnraisableHookArgs").and_then(|class| class.into_gc().ok());
        if let Some(class) = class {
            let exception = raised.0.clone();
            let traceback = exception.traceback.borrow().clone().map_or(Value::None, Value::from);
            let message = Str::value(format!("Exception ignored {what}"));
            let values = vec![exception.class().into(), exception.into(), traceback, message, Value::None];
            let argument = structseq::instance(vm, &class, values);
            if vm.call(&hook, &[argument]).is_ok() {
                return;
            }
        }
    }
    let text = Report::new(vm, &raised.0, &Limits::default()).format_ignored(vm).concat();
    write_stderr(vm, &format!("Exception ignored {what}:\n{text}"));
}

fn unraisablehook(vm: &mut Vm, unraisable: &Value) -> Result<()> {
    let field = |vm: &mut Vm, name: &str| vm.get_attr(unraisable, &vm.intern(name));
    let message = field(vm, "err_msg")?;
    let object = field(vm, "object")?;
    let value = field(vm, "exc_value")?;
    let start = if message.is_none() { "Exception ignored in".to_owned() } else { vm.str(&message)?.to_string() };
    let line = if object.is_none() { format!("{start}:\n") } else { format!("{start}: {}\n", vm.repr(&object)?) };
    let report = value.gc::<Exception>().cloned().map(|exception| Report::new(vm, &exception, &Limits::default()));
    let text = report.map_or_else(String::new, |report| report.format_ignored(vm).concat());
    write_stderr(vm, &(line + &text));
    Ok(())
}
