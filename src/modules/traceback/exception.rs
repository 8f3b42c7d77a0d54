//! `TracebackException`: an exception kept as text, without the objects that it refers to.

use super::summary::{class, stack_summary};
use super::{texts, write};
use crate::builtins::traceback::{Limits, Report, traceback_frames};
use crate::heap::{Gc, Visitor};
use crate::object::{Class, Exception, Layout, Module, NativeData, Opaque, Str, Traceback};
use crate::value::{Kind, Value};
use crate::vm::{Own, Result, Row, Vm, class_method, getter, method, static_method};

static ROWS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)",
        new,
        "Takes an exception apart.",
    ),
    class_method!(
        "from_exception",
        "(cls, exc, *, limit=None, lookup_lines=True, capture_locals=False, compact=False, max_group_width=15, max_group_depth=10)",
        from_exception,
        "Takes an exception apart.",
    ),
    method!("format", "(self, *, chain=True)", format, "The exception as lines of text."),
    method!(
        "format_exception_only",
        "(self, *, show_group=False)",
        format_exception_only,
        "Class, text and notes as lines of text."
    ),
    method!("print", "(self, *, file=None, chain=True)", print, "Prints the exception."),
    method!("__str__", "(self, /)", str, "The exception's text."),
    getter!("stack", stack, "The places of the traceback."),
    getter!("exc_type", exc_type, "The exception's class."),
    getter!("exc_type_str", exc_type_str, "The name of the exception's class."),
    getter!("__cause__", cause, "The cause, taken apart."),
    getter!("__context__", context, "The context, taken apart."),
    getter!("__suppress_context__", suppress_context, "Whether the context is not shown."),
    getter!("__notes__", notes, "The notes."),
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

/// As many as asked for, or all.
fn size(most: Option<i64>) -> usize {
    most.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(0))
}

fn apart(vm: &mut Vm, class: &Gc<Class>, exception: &Value, traceback: Option<Gc<Traceback>>, limits: &Limits) -> Result {
    let Some(exception) = exception.gc::<Exception>().cloned() else {
        return Err(vm.type_error(format!("Exception expected for value, {} found", vm.type_name(exception))));
    };
    let report = Report::with_traceback(vm, &exception, traceback.clone(), limits);
    Ok(Opaque::new(class.clone(), Apart { report, exception, traceback }).into())
}

fn new(
    vm: &mut Vm,
    class: &Gc<Class>,
    _: &Value,
    exception: &Value,
    traceback: &Value,
    trace: Option<i64>,
    _: &Value,
    _: &Value,
    _: &Value,
    group_width: Option<i64>,
    group_depth: Option<i64>,
) -> Result {
    let limits = Limits { trace, group_width: size(group_width), group_depth: size(group_depth) };
    apart(vm, class, exception, traceback.gc::<Traceback>().cloned(), &limits)
}

fn from_exception(
    vm: &mut Vm,
    class: &Gc<Class>,
    exception: &Value,
    trace: Option<i64>,
    _: &Value,
    _: &Value,
    _: &Value,
    group_width: Option<i64>,
    group_depth: Option<i64>,
) -> Result {
    let limits = Limits { trace, group_width: size(group_width), group_depth: size(group_depth) };
    let traceback = exception.get::<Exception>().and_then(|exception| exception.traceback.borrow().clone());
    apart(vm, class, exception, traceback, &limits)
}

fn format(vm: &mut Vm, this: Own<Apart>, chain: bool) -> Result {
    let lines = texts(this.report.format(vm, chain));
    vm.get_iter(&lines)
}

fn format_exception_only(vm: &mut Vm, this: Own<Apart>, group: bool) -> Result {
    let lines = texts(this.report.exception_only(group));
    vm.get_iter(&lines)
}

fn print(vm: &mut Vm, this: Own<Apart>, file: Option<&Value>, chain: bool) -> Result<()> {
    let lines = this.report.format(vm, chain);
    write(vm, file, &lines)
}

fn str(this: Own<Apart>) -> Value {
    Str::value(this.report.text())
}

fn stack(vm: &mut Vm, this: Own<Apart>) -> Result {
    let places = traceback_frames(this.traceback.as_ref());
    stack_summary(vm, places)
}

fn exc_type(this: Own<Apart>) -> Gc<Class> {
    this.exception.class()
}

fn exc_type_str(this: Own<Apart>) -> Value {
    Str::value(this.report.class())
}

/// Another exception, taken apart likewise.
fn linked(vm: &mut Vm, other: Option<Gc<Exception>>) -> Result {
    let Some(other) = other else { return Ok(Value::None) };
    let class = class(vm, "TracebackException")?;
    let traceback = other.traceback.borrow().clone();
    let report = Report::with_traceback(vm, &other, traceback.clone(), &Limits::default());
    Ok(Opaque::new(class, Apart { report, exception: other, traceback }).into())
}

fn cause(vm: &mut Vm, this: Own<Apart>) -> Result {
    let other = this.exception.cause.borrow().clone();
    linked(vm, other)
}

fn context(vm: &mut Vm, this: Own<Apart>) -> Result {
    let other = this.exception.context.borrow().clone();
    linked(vm, other)
}

fn suppress_context(this: Own<Apart>) -> bool {
    this.exception.suppress_context.get()
}

fn notes(vm: &mut Vm, this: Own<Apart>) -> Result {
    let exception: Value = this.exception.clone().into();
    let found = vm.get_attr_optional(&exception, &vm.names.notes.clone())?;
    Ok(found.unwrap_or(Value::None))
}
