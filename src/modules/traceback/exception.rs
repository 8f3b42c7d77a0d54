//! `TracebackException`: an exception kept as text, without the objects that it refers to.

use super::summary::{class, stack_summary};
use super::{limit, texts, write};
use crate::builtins::traceback::{Limits, Report, traceback_frames};
use crate::heap::{Gc, Visitor};
use crate::object::{Class, Exception, Layout, Module, NativeData, Opaque, Str, Traceback};
use crate::value::{Kind, Value};
use crate::vm::{Result, Row, Vm};

static ROWS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)",
        new,
        "Takes an exception apart.",
    ),
    Row::class_method(
        "from_exception",
        "(cls, exc, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)",
        from_exception,
        "Takes an exception apart.",
    ),
    Row::method("format", "(self, *, chain=True)", format, "The exception as lines of text."),
    Row::method(
        "format_exception_only",
        "(self, *, show_group=False)",
        format_exception_only,
        "Class, text and notes as lines of text.",
    ),
    Row::method("print", "(self, *, file=None, chain=True)", print, "Prints the exception."),
    Row::method("__str__", "(self, /)", str, "The exception's text."),
    Row::getter("stack", stack, "The places of the traceback."),
    Row::getter("exc_type", exc_type, "The exception's class."),
    Row::getter("exc_type_str", exc_type_str, "The name of the exception's class."),
    Row::getter("__cause__", cause, "The cause, taken apart."),
    Row::getter("__context__", context, "The context, taken apart."),
    Row::getter("__suppress_context__", suppress_context, "Whether the context is not shown."),
    Row::getter("__notes__", notes, "The notes."),
];

struct Apart {
    report: Report,
    exception: Gc<Exception>,
    traceback: Option<Gc<Traceback>>,
}

impl NativeData for Apart {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.exception.trace(visitor);
        if let Some(traceback) = &self.traceback {
            traceback.trace(visitor);
        }
    }
}

pub(super) fn install(vm: &mut Vm, module: &Module) {
    let object = vm.types.object.clone();
    let class = vm.native_class("TracebackException", "traceback", &object, Layout::Native(Kind::Opaque));
    vm.add_methods(&class, ROWS);
    module.namespace.set_str(&vm.intern("TracebackException"), class.into());
}

/// `options`: limit, lookup_lines, capture_locals, compact, max_group_width, max_group_depth.
fn apart(vm: &mut Vm, class: &Value, exception: &Value, traceback: Option<Gc<Traceback>>, options: &[Value]) -> Result {
    let Some(class) = class.gc::<Class>().cloned() else { return Err(vm.type_error("__new__(X): X is not a type object")) };
    let Some(exception) = exception.gc::<Exception>().cloned() else {
        return Err(vm.type_error(format!("Exception expected for value, {} found", vm.type_name(exception))));
    };
    let size = |vm: &mut Vm, value: &Value| match value {
        Value::None => Ok(usize::MAX),
        other => vm.index(other).map(|size| usize::try_from(size).unwrap_or(0)),
    };
    let limits =
        Limits { trace: limit(vm, &options[0])?, group_width: size(vm, &options[4])?, group_depth: size(vm, &options[5])? };
    let report = Report::with_traceback(vm, &exception, traceback.clone(), &limits);
    Ok(Opaque::new(class, Apart { report, exception, traceback }).into())
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    apart(vm, &args[0], &args[2], args[3].gc::<Traceback>().cloned(), &args[4..])
}

fn from_exception(vm: &mut Vm, args: &[Value]) -> Result {
    let traceback = args[1].get::<Exception>().and_then(|exception| exception.traceback.borrow().clone());
    apart(vm, &args[0], &args[1], traceback, &args[2..])
}

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a Apart> {
    let data = args[0].get::<Opaque>().and_then(|this| this.data::<Apart>());
    data.ok_or_else(|| vm.type_error("a TracebackException is required"))
}

fn format(vm: &mut Vm, args: &[Value]) -> Result {
    let chain = vm.truth(&args[1])?;
    let lines = texts(this(vm, args)?.report.format(vm, chain));
    vm.get_iter(&lines)
}

fn format_exception_only(vm: &mut Vm, args: &[Value]) -> Result {
    let group = vm.truth(&args[1])?;
    let lines = texts(this(vm, args)?.report.exception_only(group));
    vm.get_iter(&lines)
}

fn print(vm: &mut Vm, args: &[Value]) -> Result {
    let chain = vm.truth(&args[2])?;
    let lines = this(vm, args)?.report.format(vm, chain);
    write(vm, &args[1], &lines)
}

fn str(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Str::value(this(vm, args)?.report.text()))
}

fn stack(vm: &mut Vm, args: &[Value]) -> Result {
    let places = traceback_frames(this(vm, args)?.traceback.as_ref());
    stack_summary(vm, places)
}

fn exc_type(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.exception.class().into())
}

fn exc_type_str(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Str::value(this(vm, args)?.report.class()))
}

/// Another exception, taken apart likewise.
fn linked(vm: &mut Vm, other: Option<Gc<Exception>>) -> Result {
    let Some(other) = other else { return Ok(Value::None) };
    let class = class(vm, "TracebackException")?;
    let traceback = other.traceback.borrow().clone();
    let report = Report::with_traceback(vm, &other, traceback.clone(), &Limits::default());
    Ok(Opaque::new(class, Apart { report, exception: other, traceback }).into())
}

fn cause(vm: &mut Vm, args: &[Value]) -> Result {
    let other = this(vm, args)?.exception.cause.borrow().clone();
    linked(vm, other)
}

fn context(vm: &mut Vm, args: &[Value]) -> Result {
    let other = this(vm, args)?.exception.context.borrow().clone();
    linked(vm, other)
}

fn suppress_context(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args)?.exception.suppress_context.get().into())
}

fn notes(vm: &mut Vm, args: &[Value]) -> Result {
    let exception: Value = this(vm, args)?.exception.clone().into();
    let found = vm.get_attr_optional(&exception, &vm.names.notes.clone())?;
    Ok(found.unwrap_or(Value::None))
}
