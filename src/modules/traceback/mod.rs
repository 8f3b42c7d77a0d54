//! The module `traceback`: exceptions and stacks as text, for scripts. The text itself is made in `builtins/traceback`.

mod exception;
mod summary;

use super::NativeModule;
use crate::builtins::traceback::{FrameInfo, Limits, Report, entries, traceback_frames, write_stderr};
use crate::heap::Gc;
use crate::object::{Exception, List, Module, Str, Traceback, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};
use summary::{format_summaries, stack_summary, summaries};

static ROWS: &[Row] = &[
    function!("print_exc", "(limit=None, file=None, chain=True)", print_exc, "Prints the exception that is being handled."),
    function!("format_exc", "(limit=None, chain=True)", format_exc, "The exception that is being handled as text."),
    function!(
        "print_exception",
        "(exc, /, value=..., tb=..., limit=None, file=None, chain=True)",
        print_exception,
        "Prints an exception with its traceback."
    ),
    function!(
        "format_exception",
        "(exc, /, value=..., tb=..., limit=None, chain=True)",
        format_exception,
        "An exception as lines of text."
    ),
    function!(
        "format_exception_only",
        "(exc, /, value=..., *, show_group=False)",
        format_exception_only,
        "An exception without its traceback as lines of text."
    ),
    function!("print_tb", "(tb, limit=None, file=None)", print_tb, "Prints the places of a traceback."),
    function!("format_tb", "(tb, limit=None)", format_tb, "The places of a traceback as lines of text."),
    function!("extract_tb", "(tb, limit=None)", extract_tb, "The places of a traceback."),
    function!("print_stack", "(f=None, limit=None, file=None)", print_stack, "Prints where the caller is."),
    function!("format_stack", "(f=None, limit=None)", format_stack, "Where the caller is as lines of text."),
    function!("extract_stack", "(f=None, limit=None)", extract_stack, "Where the caller is."),
    function!("format_list", "(extracted_list, /)", format_list, "Places as lines of text."),
    function!("print_list", "(extracted_list, /, file=None)", print_list, "Prints places."),
    function!("walk_tb", "(tb, /)", walk_tb, "Frame and line of each place of a traceback."),
    function!("clear_frames", "(tb, /)", clear_frames, "Does nothing: left frames hold no variables."),
];

/// The module.
pub static MODULE: NativeModule = NativeModule::new("traceback", "Exceptions and stacks as text.").rows(&[ROWS]).set_up(set_up);

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    summary::install(vm, module);
    exception::install(vm, module);
    Ok(())
}

/// An exception and the traceback to show for it; none for None.
type Subject = Option<(Gc<Exception>, Option<Gc<Traceback>>)>;

/// What `exc`, `value` and `tb` stand for.
fn subject(vm: &Vm, exc: &Value, value: &Value, traceback: &Value) -> Result<Subject> {
    if value.is_set() != traceback.is_set() {
        return Err(vm.value_error("Both or neither of value and tb must be given"));
    }
    let (value, traceback) = if value.is_set() { (value, Some(traceback.gc::<Traceback>().cloned())) } else { (exc, None) };
    if value.is_none() {
        return Ok(None);
    }
    let Some(exception) = value.gc::<Exception>().cloned() else {
        return Err(vm.type_error(format!("Exception expected for value, {} found", vm.type_name(value))));
    };
    let traceback = traceback.unwrap_or_else(|| exception.traceback.borrow().clone());
    Ok(Some((exception, traceback)))
}

fn report(vm: &mut Vm, subject: &Subject, trace: Option<i64>) -> Option<Report> {
    let (exception, traceback) = subject.as_ref()?;
    Some(Report::with_traceback(vm, exception, traceback.clone(), &Limits { trace, ..Limits::default() }))
}

fn report_lines(vm: &mut Vm, subject: &Subject, trace: Option<i64>, chain: bool) -> Vec<String> {
    match report(vm, subject, trace) {
        Some(report) => report.format(vm, chain),
        None => vec!["NoneType: None\n".to_owned()],
    }
}

fn texts(lines: Vec<String>) -> Value {
    List::value(lines.into_iter().map(Str::value).collect())
}

/// Writes to a file object, or to `sys.stderr` where it is None.
fn write(vm: &mut Vm, file: Option<&Value>, lines: &[String]) -> Result<()> {
    let text = lines.concat();
    match file {
        None => write_stderr(vm, &text),
        Some(file) => drop(vm.call_method(file, &vm.intern("write"), &[Str::value(text)])?),
    }
    Ok(())
}

fn handled(vm: &Vm) -> Subject {
    let handled = vm.handled_exception()?.clone();
    let traceback = handled.traceback.borrow().clone();
    Some((handled, traceback))
}

fn print_exc(vm: &mut Vm, limit: Option<i64>, file: Option<&Value>, chain: bool) -> Result<()> {
    let lines = report_lines(vm, &handled(vm), limit, chain);
    write(vm, file, &lines)
}

fn format_exc(vm: &mut Vm, limit: Option<i64>, chain: bool) -> Value {
    Str::value(report_lines(vm, &handled(vm), limit, chain).concat())
}

fn print_exception(
    vm: &mut Vm,
    exc: &Value,
    value: &Value,
    tb: &Value,
    limit: Option<i64>,
    file: Option<&Value>,
    chain: bool,
) -> Result<()> {
    let subject = subject(vm, exc, value, tb)?;
    let lines = report_lines(vm, &subject, limit, chain);
    write(vm, file, &lines)
}

fn format_exception(vm: &mut Vm, exc: &Value, value: &Value, tb: &Value, limit: Option<i64>, chain: bool) -> Result {
    let subject = subject(vm, exc, value, tb)?;
    Ok(texts(report_lines(vm, &subject, limit, chain)))
}

fn format_exception_only(vm: &mut Vm, exc: &Value, value: &Value, show_group: bool) -> Result {
    let value = if value.is_set() { value } else { exc };
    let subject = subject(vm, value, &Value::Unset, &Value::Unset)?;
    Ok(texts(match report(vm, &subject, None) {
        Some(report) => report.exception_only(show_group),
        None => vec!["NoneType: None\n".to_owned()],
    }))
}

/// The first places, or with a negative limit the last ones.
fn cut<T>(mut all: Vec<T>, limit: Option<i64>) -> Vec<T> {
    match limit {
        Some(limit) if limit >= 0 => all.truncate(limit as usize),
        Some(limit) => drop(all.drain(..all.len().saturating_sub(limit.unsigned_abs() as usize))),
        None => {}
    }
    all
}

fn traceback_places(vm: &Vm, traceback: &Value, limit: Option<i64>) -> Result<Vec<FrameInfo>> {
    if !traceback.is_none() && !traceback.is::<Traceback>() {
        return Err(vm.attribute_error(format!("'{}' object has no attribute 'tb_frame'", vm.type_name(traceback))));
    }
    Ok(cut(traceback_frames(traceback.gc::<Traceback>()), limit))
}

/// The places of the running frames, outermost first; like CPython, without carets. A positive limit keeps the innermost ones, a negative one the outermost.
fn running_places(vm: &Vm, limit: Option<i64>) -> Vec<FrameInfo> {
    let places = vm.call_stack().iter().map(|(code, instr)| FrameInfo::new(code, *instr).without_span()).collect();
    let mut places = cut(places, limit);
    places.reverse();
    places
}

fn print_tb(vm: &mut Vm, tb: &Value, limit: Option<i64>, file: Option<&Value>) -> Result<()> {
    let places = traceback_places(vm, tb, limit)?;
    let lines = crate::builtins::traceback::format_stack(vm, &places);
    write(vm, file, &lines)
}

fn format_tb(vm: &mut Vm, tb: &Value, limit: Option<i64>) -> Result {
    let places = traceback_places(vm, tb, limit)?;
    Ok(texts(crate::builtins::traceback::format_stack(vm, &places)))
}

fn extract_tb(vm: &mut Vm, tb: &Value, limit: Option<i64>) -> Result {
    let places = traceback_places(vm, tb, limit)?;
    stack_summary(vm, places)
}

fn print_stack(vm: &mut Vm, _: &Value, limit: Option<i64>, file: Option<&Value>) -> Result<()> {
    let places = running_places(vm, limit);
    let lines = crate::builtins::traceback::format_stack(vm, &places);
    write(vm, file, &lines)
}

fn format_stack(vm: &mut Vm, _: &Value, limit: Option<i64>) -> Value {
    let places = running_places(vm, limit);
    texts(crate::builtins::traceback::format_stack(vm, &places))
}

fn extract_stack(vm: &mut Vm, _: &Value, limit: Option<i64>) -> Result {
    let places = running_places(vm, limit);
    stack_summary(vm, places)
}

fn format_list(vm: &mut Vm, extracted_list: &Value) -> Result {
    let items = summaries(vm, extracted_list)?;
    Ok(texts(format_summaries(vm, &items)))
}

fn print_list(vm: &mut Vm, extracted_list: &Value, file: Option<&Value>) -> Result<()> {
    let items = summaries(vm, extracted_list)?;
    let lines = format_summaries(vm, &items);
    write(vm, file, &lines)
}

fn walk_tb(vm: &mut Vm, tb: &Value) -> Result {
    let mut pairs = Vec::new();
    for entry in entries(tb.gc::<Traceback>()) {
        let value: Value = entry.clone().into();
        let frame = vm.get_attr(&value, &vm.intern("tb_frame"))?;
        pairs.push(Tuple::value(vec![frame, Value::Int(i64::from(entry.code.line(entry.instr)))]));
    }
    vm.get_iter(&List::value(pairs))
}

fn clear_frames(_: &Value) {}
