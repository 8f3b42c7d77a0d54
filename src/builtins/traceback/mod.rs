//! Tracebacks: what scripts see of them, and the text that CPython 3.14 prints for an uncaught exception on a stream that is no terminal.
//!
//! [`frames`] gives the places as data for other renderings; [`Report`] is an exception with all that hangs on it, made once, as text.

pub mod frame;
mod lines;
mod report;
mod stack;
mod suggest;

use std::sync::Arc;

use crate::diag::say;
use crate::heap::Gc;
use crate::object::{CodeObject, Exception, Str, Traceback};
use crate::source::{SourceFile, Span};
use crate::value::Value;
use crate::vm::Vm;

pub use frame::{frame_object, install};
pub use report::{Limits, Report};
pub use stack::{format_place, format_stack};
pub use suggest::STDLIB_MODULES;

/// A place in a running or left frame.
#[derive(Clone)]
pub struct FrameInfo {
    /// The file's name, as messages show it.
    pub file: Arc<str>,
    /// The line where the instruction begins, from 1.
    pub line: u32,
    /// `co_name`
    pub name: Gc<Str>,
    /// The source of the instruction; empty where it has none of its own.
    pub span: Span,
    /// The file.
    pub source: Arc<SourceFile>,
}

impl FrameInfo {
    /// The place of an instruction.
    pub fn new(code: &CodeObject, instr: u32) -> FrameInfo {
        let source = code.code.source.clone();
        let span = code.code.spans.get(instr as usize).copied().unwrap_or_default();
        let line = if span.is_empty() && span.start == 0 { code.code.first_line } else { source.line(span.start) };
        FrameInfo { file: source.shared_name(), line: line.max(1), name: code.name.clone(), span, source }
    }

    /// The same place without its source, so that only the line is shown.
    pub fn without_span(mut self) -> FrameInfo {
        self.span = Span::default();
        self
    }

    /// Whether the file's text may be shown.
    pub fn shows_source(&self) -> bool {
        self.source.is_shown()
    }
}

/// The places that an exception went through, outermost first.
pub fn frames(exception: &Exception) -> Vec<FrameInfo> {
    traceback_frames(exception.traceback.borrow().as_ref())
}

/// The places of a traceback, outermost first.
pub fn traceback_frames(traceback: Option<&Gc<Traceback>>) -> Vec<FrameInfo> {
    entries(traceback).iter().map(|entry| FrameInfo::new(&entry.code, entry.instr)).collect()
}

/// The entries of a traceback, outermost first.
pub fn entries(traceback: Option<&Gc<Traceback>>) -> Vec<Gc<Traceback>> {
    let mut all = Vec::new();
    let mut next = traceback.cloned();
    while let Some(entry) = next {
        next = entry.next.borrow().clone();
        all.push(entry);
    }
    all
}

/// An exception as CPython prints it: traceback, causes, notes, groups. Strings end in newlines.
pub fn format_exception(vm: &mut Vm, exception: &Gc<Exception>) -> Vec<String> {
    let limits = Limits { trace: trace_limit(vm), ..Limits::default() };
    Report::new(vm, exception, &limits).format(vm, true)
}

/// `sys.tracebacklimit`: how many innermost places are shown.
fn trace_limit(vm: &Vm) -> Option<i64> {
    match vm.sys.as_ref()?.namespace.get_text("tracebacklimit")? {
        Value::Int(limit) => Some(-limit.max(0)),
        _ => None,
    }
}

/// Prints an exception to `sys.stderr` as an uncaught one (`sys.excepthook`).
pub fn print_exception(vm: &mut Vm, exception: &Gc<Exception>) {
    let text = format_exception(vm, exception).concat();
    write_stderr(vm, &text);
}

/// Writes to `sys.stderr` as it is now; to the process's where a script left none. What fails here has nowhere to go.
pub fn write_stderr(vm: &mut Vm, text: &str) {
    let stream = vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("stderr"));
    match stream {
        Some(Value::None) => {}
        Some(stream) => {
            let written = vm.call_method(&stream, &vm.intern("write"), &[Str::value(text)]);
            if written.is_err() {
                say(text);
            }
        }
        None => say(text),
    }
}
