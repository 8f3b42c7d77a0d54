//! `FrameSummary` and `StackSummary`: places as objects.

use std::sync::Arc;

use crate::builtins::traceback::{FrameInfo, format_stack};
use crate::heap::Gc;
use crate::object::{Class, Instance, Layout, List, Module, NativeData, Opaque, Str, Tuple};
use crate::source::{SourceFile, Span};
use crate::value::{Kind, Value};
use crate::vm::{Own, Result, Row, Vm, class_method, getter, method, static_method};

static FRAME: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None, end_colno=None)",
        new,
        "A place of its parts.",
    ),
    getter!("filename", filename, "The file."),
    getter!("lineno", lineno, "The line."),
    getter!("name", name, "The function."),
    getter!("line", line, "The source line without indentation."),
    getter!("end_lineno", end_lineno, "The line where the instruction ends."),
    getter!("colno", colno, "The byte column where it begins."),
    getter!("end_colno", end_colno, "The byte column where it ends."),
    getter!("locals", locals, "None: variables are not kept."),
    method!("__iter__", "(self, /)", iter, "File, line, function and source line."),
    method!("__getitem__", "(self, index, /)", getitem, "One of file, line, function and source line."),
    method!("__len__", "(self, /)", len, "4"),
    method!("__eq__", "(self, other, /)", eq, "Whether all parts are equal."),
    method!("__repr__", "(self, /)", repr, "The place."),
];

static STACK: &[Row] = &[
    method!("format", "(self)", format, "The places as lines of text."),
    method!("format_frame_summary", "(self, frame_summary)", format_frame_summary, "A place as text."),
    class_method!("from_list", "(cls, a_list)", from_list, "A stack of places, or of tuples of their parts."),
];

/// A place; where a script gave the source line, that one is shown.
#[derive(Clone)]
pub(super) struct Summary {
    place: FrameInfo,
    line: Option<Gc<Str>>,
}

impl NativeData for Summary {}

pub(super) fn install(vm: &mut Vm, module: &Module) {
    let (object, list) = (vm.types.object.clone(), vm.types.list.clone());
    let frame = vm.native_class("FrameSummary", "traceback", &object, Layout::Native(Kind::Opaque));
    vm.add_methods(&frame, FRAME);
    let stack = vm.native_class("StackSummary", "traceback", &list, Layout::Native(Kind::List));
    vm.add_methods(&stack, STACK);
    module.namespace.set_str(&vm.intern("FrameSummary"), frame.into());
    module.namespace.set_str(&vm.intern("StackSummary"), stack.into());
}

/// A class of the module.
pub(super) fn class(vm: &mut Vm, name: &str) -> Result<Gc<Class>> {
    let module = vm.import_module("traceback")?;
    let class = vm.get_attr(&module, &vm.intern(name))?;
    class.into_gc::<Class>().map_err(|_| vm.type_error(format!("traceback.{name} is no class")))
}

/// Places as a `StackSummary`.
pub(super) fn stack_summary(vm: &mut Vm, places: Vec<FrameInfo>) -> Result {
    let frame = class(vm, "FrameSummary")?;
    let items = places.into_iter().map(|place| Opaque::new(frame.clone(), Summary { place, line: None }).into()).collect();
    let stack = class(vm, "StackSummary")?;
    Ok(Instance::with_payload(stack, List::value(items)).into())
}

/// The places of a list of `FrameSummary`s or tuples.
pub(super) fn summaries(vm: &mut Vm, listed: &Value) -> Result<Vec<Summary>> {
    let mut all = Vec::new();
    for item in vm.collect(listed)? {
        if let Some(summary) = item.get::<Opaque>().and_then(|item| item.data::<Summary>()) {
            all.push(summary.clone());
            continue;
        }
        let parts = vm.collect(&item)?;
        let [file, line, name, text] = &parts[..] else {
            let count = parts.len();
            let problem = if count < 4 {
                format!("not enough values to unpack (expected 4, got {count})")
            } else {
                "too many values to unpack (expected 4)".to_owned()
            };
            return Err(vm.value_error(problem));
        };
        all.push(made(vm, file, line, name, text)?);
    }
    Ok(all)
}

/// A place of its parts.
fn made(vm: &mut Vm, file: &Value, line: &Value, name: &Value, text: &Value) -> Result<Summary> {
    let (file, name) = (vm.str(file)?, vm.str(name)?);
    let line = match line {
        Value::None => 0,
        other => u32::try_from(vm.index(other)?).unwrap_or(0),
    };
    let source = std::fs::read_to_string(file.as_str()).unwrap_or_default();
    let source = SourceFile::new(file.as_str(), source);
    let text = if text.is_none() { None } else { Some(vm.str(text)?) };
    let place = FrameInfo { file: Arc::from(file.as_str()), line, name, span: Span::default(), source };
    Ok(Summary { place, line: text })
}

/// Places as text.
pub(super) fn format_summaries(vm: &Vm, all: &[Summary]) -> Vec<String> {
    if all.iter().all(|summary| summary.line.is_none()) {
        let places: Vec<FrameInfo> = all.iter().map(|summary| summary.place.clone()).collect();
        return format_stack(vm, &places);
    }
    all.iter().map(|summary| format_one(vm, summary)).collect()
}

fn format_one(vm: &Vm, summary: &Summary) -> String {
    match &summary.line {
        None => format_stack(vm, std::slice::from_ref(&summary.place)).concat(),
        Some(line) => {
            let place = &summary.place;
            let head = format!("  File \"{}\", line {}, in {}\n", place.file, place.line, place.name);
            let line = line.as_str().trim();
            if line.is_empty() { head } else { format!("{head}    {line}\n") }
        }
    }
}

fn new(
    vm: &mut Vm,
    class: &Gc<Class>,
    filename: &Value,
    lineno: &Value,
    name: &Value,
    _: &Value,
    _: &Value,
    line: &Value,
    _: &Value,
    _: &Value,
    _: &Value,
) -> Result {
    let summary = made(vm, filename, lineno, name, line)?;
    Ok(Opaque::new(class.clone(), summary).into())
}

fn filename(this: Own<Summary>) -> Value {
    Str::value(&*this.place.file)
}

fn lineno(this: Own<Summary>) -> i64 {
    i64::from(this.place.line)
}

fn name(this: Own<Summary>) -> Gc<Str> {
    this.place.name.clone()
}

fn line(this: Own<Summary>) -> Value {
    if let Some(line) = &this.line {
        return Str::value(line.as_str().trim());
    }
    let shown = if this.place.shows_source() { this.place.source.line_text(this.place.line) } else { "" };
    Str::value(shown.trim())
}

/// Line and column of an end of the instruction, where it has a place of its own.
fn end(summary: &Summary, offset: impl Fn(Span) -> u32) -> Option<(i64, i64)> {
    let place = &summary.place;
    if place.span.is_empty() {
        return None;
    }
    let at = place.source.line_col(offset(place.span));
    Some((i64::from(at.line), i64::from(at.col)))
}

fn end_lineno(this: Own<Summary>) -> i64 {
    end(&this, |span| span.end).map_or(i64::from(this.place.line), |(line, _)| line)
}

fn colno(this: Own<Summary>) -> Option<i64> {
    end(&this, |span| span.start).map(|(_, column)| column)
}

fn end_colno(this: Own<Summary>) -> Option<i64> {
    end(&this, |span| span.end).map(|(_, column)| column)
}

fn locals(_: &Value) {}

/// File, line, function and source line.
fn parts(this: Own<Summary>) -> Value {
    Tuple::value([filename(this), lineno(this).into(), name(this).into(), line(this)])
}

fn iter(vm: &mut Vm, this: Own<Summary>) -> Result {
    vm.get_iter(&parts(this))
}

fn getitem(vm: &mut Vm, this: Own<Summary>, index: &Value) -> Result {
    vm.get_item(&parts(this), index)
}

fn len(_: &Value) -> i64 {
    4
}

fn eq(vm: &mut Vm, this: Own<Summary>, other: &Value) -> Result {
    let other = match Own::<Summary>::of(other) {
        Some(other) => parts(other),
        None if other.is::<Tuple>() => other.clone(),
        None => return Ok(Value::NotImplemented),
    };
    Ok(vm.equal(&parts(this), &other)?.into())
}

fn repr(this: Own<Summary>) -> Value {
    let place = &this.place;
    Str::value(format!("<FrameSummary file {}, line {} in {}>", place.file, place.line, place.name))
}

fn format(vm: &mut Vm, this: &Value) -> Result {
    let all = summaries(vm, this)?;
    let lines = format_summaries(vm, &all);
    Ok(List::value(lines.into_iter().map(Str::value).collect()))
}

fn format_frame_summary(vm: &mut Vm, _: &Value, summary: Own<Summary>) -> Value {
    Str::value(format_one(vm, &summary))
}

fn from_list(vm: &mut Vm, own: &Value, a_list: &Value) -> Result {
    let all = summaries(vm, a_list)?;
    let frame = class(vm, "FrameSummary")?;
    let items = all.into_iter().map(|summary| Opaque::new(frame.clone(), summary).into()).collect();
    vm.wrap_new(own, List::value(items)).map(|made| match (made.is::<List>(), own.gc::<Class>()) {
        (true, Some(class)) => Instance::with_payload(class.clone(), made).into(),
        _ => made,
    })
}
