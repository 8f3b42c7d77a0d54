//! An exception and all that hangs on it, as CPython prints it: causes and contexts before it, notes below, groups in boxes.
//!
//! Texts and places are taken when the report is made; whatever the exception's `__str__` does, it does then. An exception that comes up
//! twice (a circle of causes, say) is shown once.

use rustc_hash::FxHashSet;

use super::lines::indent;
use super::stack::format_stack;
use super::suggest::suggestion;
use super::{FrameInfo, entries, traceback_frames};
use crate::bytecode::Op;
use crate::heap::Gc;
use crate::object::{Class, Exception, List, Str, Traceback, Tuple};
use crate::value::Value;
use crate::vm::Vm;

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// How much is shown.
#[derive(Clone, Copy)]
pub struct Limits {
    /// Places of each traceback: so many outermost ones, or with a minus innermost ones.
    pub trace: Option<i64>,
    /// Exceptions of a group.
    pub group_width: usize,
    /// Groups within groups.
    pub group_depth: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { trace: None, group_width: 15, group_depth: 10 }
    }
}

/// What comes below the message.
enum Notes {
    Lines(Vec<String>),
    /// `__notes__` is no sequence: its repr.
    Other(String),
}

struct Node {
    exception: Gc<Exception>,
    /// The class as it is named in a report.
    class: String,
    text: String,
    /// A SyntaxError's place and text, line by line; the last line has the message.
    syntax: Option<Vec<String>>,
    notes: Notes,
    frames: Vec<FrameInfo>,
    cause: Option<usize>,
    context: Option<usize>,
    members: Option<Vec<usize>>,
}

/// An exception with all that hangs on it.
pub struct Report {
    nodes: Vec<Node>,
    limits: Limits,
}

/// Where a report stands while it is written: how deep in groups, and whether a box is still open.
#[derive(Default)]
struct Writer {
    depth: usize,
    open: bool,
    out: Vec<String>,
}

impl Report {
    /// Takes an exception apart.
    pub fn new(vm: &mut Vm, exception: &Gc<Exception>, limits: &Limits) -> Report {
        let traceback = exception.traceback.borrow().clone();
        Report::with_traceback(vm, exception, traceback, limits)
    }

    /// As [`Report::new`], with another traceback for the exception itself.
    pub fn with_traceback(vm: &mut Vm, exception: &Gc<Exception>, traceback: Option<Gc<Traceback>>, limits: &Limits) -> Report {
        let mut report = Report { nodes: Vec::new(), limits: *limits };
        let mut seen = FxHashSet::default();
        let mut pending = vec![report.add(vm, exception, traceback, &mut seen)];
        while let Some(place) = pending.pop() {
            let exception = report.nodes[place].exception.clone();
            let cause = exception.cause.borrow().clone();
            let context = exception.context.borrow().clone();
            let mut link = |report: &mut Report, vm: &mut Vm, other: Option<Gc<Exception>>| {
                let other = other.filter(|other| !seen.contains(&other.address()))?;
                let traceback = other.traceback.borrow().clone();
                Some(report.add(vm, &other, traceback, &mut seen))
            };
            let cause = link(&mut report, vm, cause);
            let shown = cause.is_none() && !exception.suppress_context.get();
            let context = if shown { link(&mut report, vm, context) } else { None };
            let members = vm.is_group(&exception).then(|| {
                let members = vm.group_exceptions(&exception);
                members
                    .iter()
                    .map(|member| {
                        let traceback = member.traceback.borrow().clone();
                        report.add(vm, member, traceback, &mut seen)
                    })
                    .collect::<Vec<_>>()
            });
            pending.extend(cause.into_iter().chain(context));
            pending.extend(members.iter().flatten().copied());
            let node = &mut report.nodes[place];
            (node.cause, node.context, node.members) = (cause, context, members);
        }
        report
    }

    fn add(
        &mut self,
        vm: &mut Vm,
        exception: &Gc<Exception>,
        traceback: Option<Gc<Traceback>>,
        seen: &mut FxHashSet<usize>,
    ) -> usize {
        seen.insert(exception.address());
        let class = class_text(vm, &exception.class());
        let mut frames = traceback_frames(traceback.as_ref());
        narrow_lookup(vm, exception, traceback.as_ref(), &mut frames);
        match self.limits.trace {
            Some(limit) if limit >= 0 => frames.truncate(limit as usize),
            Some(limit) => drop(frames.drain(..frames.len().saturating_sub(limit.unsigned_abs() as usize))),
            None => {}
        }
        let mut text = safe_text(vm, &exception.clone().into(), "exception");
        let syntax = exception.class().derives_from(&vm.exc.syntax_error).then(|| syntax_lines(vm, exception, &class));
        text.push_str(&suggestion(vm, exception, traceback.as_ref()));
        let notes = notes(vm, exception);
        let node = Node {
            exception: exception.clone(),
            class,
            text,
            syntax,
            notes,
            frames,
            cause: None,
            context: None,
            members: None,
        };
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    /// The whole report, with causes and contexts if `chain`.
    pub fn format(&self, vm: &Vm, chain: bool) -> Vec<String> {
        let mut writer = Writer::default();
        self.write(vm, 0, chain, &mut writer);
        writer.out
    }

    /// The traceback and the exception alone, without carets, notes and chain: as CPython tells of an exception that nobody could catch.
    pub fn format_ignored(&self, vm: &Vm) -> Vec<String> {
        let node = &self.nodes[0];
        let mut out = Vec::new();
        if !node.frames.is_empty() {
            out.push("Traceback (most recent call last):\n".to_owned());
            let frames: Vec<FrameInfo> = node.frames.iter().map(|frame| frame.clone().without_span()).collect();
            out.extend(format_stack(vm, &frames));
        }
        out.push(node.last_line() + "\n");
        out
    }

    /// The exception's text alone.
    pub fn text(&self) -> &str {
        &self.nodes[0].text
    }

    /// The exception's class, as a report names it.
    pub fn class(&self) -> &str {
        &self.nodes[0].class
    }

    /// The exception without its traceback: class, text and notes; with a group's members if `show_group`.
    pub fn exception_only(&self, show_group: bool) -> Vec<String> {
        let mut out = Vec::new();
        self.write_only(0, show_group, 0, &mut out);
        out
    }

    fn write_only(&self, place: usize, show_group: bool, depth: usize, out: &mut Vec<String>) {
        let node = &self.nodes[place];
        let margin = " ".repeat(3 * depth);
        match &node.syntax {
            Some(lines) => out.extend(lines.iter().map(|line| format!("{margin}{line}"))),
            None if depth > 0 => out.extend(node.last_line().split('\n').map(|line| format!("{margin}{line}\n"))),
            None => out.push(node.last_line() + "\n"),
        }
        match &node.notes {
            Notes::Lines(lines) => out.extend(lines.iter().map(|line| format!("{margin}{line}\n"))),
            Notes::Other(text) => out.push(format!("{margin}{text}\n")),
        }
        if show_group {
            for member in node.members.iter().flatten() {
                self.write_only(*member, true, depth + 1, out);
            }
        }
    }

    /// A node after those that it was raised from, or while handling.
    fn write(&self, vm: &Vm, place: usize, chain: bool, writer: &mut Writer) {
        let mut order = vec![(None, place)];
        loop {
            if !chain {
                break;
            }
            let node = &self.nodes[order[order.len() - 1].1];
            let (sentence, next) = match (node.cause, node.context) {
                (Some(cause), _) => (CAUSE, cause),
                (None, Some(context)) => (CONTEXT, context),
                (None, None) => break,
            };
            let last = order.len() - 1;
            order[last].0 = Some(sentence);
            order.push((None, next));
        }
        for (sentence, place) in order.into_iter().rev() {
            if let Some(sentence) = sentence {
                writer.emit(sentence, '|');
            }
            match &self.nodes[place].members {
                None => self.write_plain(vm, place, writer),
                Some(_) if writer.depth > self.limits.group_depth => {
                    writer.emit(&format!("... (max_group_depth is {})\n", self.limits.group_depth), '|');
                }
                Some(members) => self.write_group(vm, place, members, chain, writer),
            }
        }
    }

    fn write_plain(&self, vm: &Vm, place: usize, writer: &mut Writer) {
        self.write_stack(vm, place, "Traceback (most recent call last):\n", '|', writer);
        let mut only = Vec::new();
        self.write_only(place, false, 0, &mut only);
        only.iter().for_each(|text| writer.emit(text, '|'));
    }

    fn write_stack(&self, vm: &Vm, place: usize, title: &str, margin: char, writer: &mut Writer) {
        let frames = &self.nodes[place].frames;
        if frames.is_empty() {
            return;
        }
        writer.emit(title, margin);
        format_stack(vm, frames).iter().for_each(|text| writer.emit(text, '|'));
    }

    fn write_group(&self, vm: &Vm, place: usize, members: &[usize], chain: bool, writer: &mut Writer) {
        let top = writer.depth == 0;
        if top {
            writer.depth = 1;
        }
        let margin = if top { '+' } else { '|' };
        self.write_stack(vm, place, "Exception Group Traceback (most recent call last):\n", margin, writer);
        let mut only = Vec::new();
        self.write_only(place, false, 0, &mut only);
        only.iter().for_each(|text| writer.emit(text, '|'));
        let width = self.limits.group_width;
        let shown = if members.len() <= width { members.len() } else { width + 1 };
        writer.open = false;
        for number in 0..shown {
            let last = number + 1 == shown;
            if last {
                writer.open = true;
            }
            let cut = number >= width;
            let title = if cut { "...".to_owned() } else { (number + 1).to_string() };
            let corner = if number == 0 { "+-" } else { "  " };
            writer.out.push(format!("{}{corner}+---------------- {title} ----------------\n", writer.margin()));
            writer.depth += 1;
            if cut {
                let more = members.len() - width;
                let plural = if more > 1 { "s" } else { "" };
                writer.emit(&format!("and {more} more exception{plural}\n"), '|');
            } else {
                self.write(vm, members[number], chain, writer);
            }
            if last && writer.open {
                writer.out.push(format!("{}+------------------------------------\n", writer.margin()));
                writer.open = false;
            }
            writer.depth -= 1;
        }
        if top {
            writer.depth = 0;
        }
    }
}

impl Writer {
    fn margin(&self) -> String {
        " ".repeat(2 * self.depth)
    }

    fn emit(&mut self, text: &str, margin: char) {
        if self.depth == 0 {
            return self.out.push(text.to_owned());
        }
        self.out.push(indent(text, &format!("{}{margin} ", self.margin())));
    }
}

impl Node {
    fn last_line(&self) -> String {
        if self.text.is_empty() { self.class.clone() } else { format!("{}: {}", self.class, self.text) }
    }
}

/// A call of a method looks the method up first, in the same instruction: if it is that which failed, only the attribute is marked.
fn narrow_lookup(vm: &Vm, exception: &Exception, traceback: Option<&Gc<Traceback>>, frames: &mut [FrameInfo]) {
    let class = exception.class();
    let (Some(entry), Some(frame)) = (entries(traceback).pop(), frames.last_mut()) else { return };
    let Some(instr) = entry.code.code.instrs.get(entry.instr as usize).filter(|instr| instr.op == Op::Invoke) else { return };
    let wanted = exception.attrs.get(&class, &vm.names.name_attr).unwrap_or_default();
    let name = entry.code.site(instr.c).name;
    if !class.derives_from(&vm.exc.attribute_error) || !wanted.same(&name.clone().into()) {
        return;
    }
    let call = frame.source.slice(frame.span);
    if let Some(brackets) = (vm.hooks.operator_span)(call) {
        let function = call[..brackets.start as usize].trim_end();
        frame.span.end = frame.span.start + function.len() as u32;
    }
}

/// A class as a report names it: with its module, unless that is the script or `builtins`.
fn class_text(vm: &Vm, class: &Gc<Class>) -> String {
    let qualname = class.qualname.borrow().clone();
    match class.lookup(&vm.names.module) {
        None => qualname.to_string(),
        Some(module) => match module.get::<Str>().map(Str::as_str) {
            Some("__main__" | "builtins") => qualname.to_string(),
            Some(module) => format!("{module}.{qualname}"),
            None if class.builtin => qualname.to_string(),
            None => format!("<unknown>.{qualname}"),
        },
    }
}

/// `str(value)`, or a word where that fails.
fn safe_text(vm: &mut Vm, value: &Value, what: &str) -> String {
    match vm.str(value) {
        Ok(text) => text.to_string(),
        Err(_) => format!("<{what} str() failed>"),
    }
}

fn notes(vm: &mut Vm, exception: &Gc<Exception>) -> Notes {
    let found = match vm.get_attr_optional(&exception.clone().into(), &vm.names.notes.clone()) {
        Ok(found) => found.unwrap_or(Value::None),
        Err(raised) => {
            let text = match vm.repr(&raised.0.into()) {
                Ok(text) => text.to_string(),
                Err(_) => "<__notes__ repr() failed>".to_owned(),
            };
            return Notes::Lines(vec![format!("Ignored error getting __notes__: {text}")]);
        }
    };
    let items = match (found.get::<List>(), found.get::<Tuple>()) {
        _ if found.is_none() => Vec::new(),
        (Some(list), _) => list.0.borrow().to_vec(),
        (None, Some(tuple)) => tuple.items().to_vec(),
        (None, None) => {
            let text = vm.repr(&found).map_or_else(|_| "<__notes__ repr() failed>".to_owned(), |text| text.to_string());
            return Notes::Other(text);
        }
    };
    let texts: Vec<String> = items.iter().map(|note| safe_text(vm, note, "note")).collect();
    Notes::Lines(texts.iter().flat_map(|text| text.split('\n')).map(str::to_owned).collect())
}

/// A SyntaxError: the place, the line with carets, the message.
fn syntax_lines(vm: &mut Vm, exception: &Gc<Exception>, class: &str) -> Vec<String> {
    let object: Value = exception.clone().into();
    let mut field = |name: &str| vm.get_attr_optional(&object, &vm.intern(name)).ok().flatten().unwrap_or(Value::None);
    let (file, line, end_line) = (field("filename"), field("lineno"), field("end_lineno"));
    let (text, offset, end_offset, message) = (field("text"), field("offset"), field("end_offset"), field("msg"));
    let (mut line, mut end_line, mut text) = (line, end_line, text);
    let (mut offset, mut end_offset, mut message) = (offset, end_offset, message);
    if let Some([at, shown, start, end, meant]) = crate::builtins::exception::typo(vm, exception) {
        (end_line, line, text, offset, end_offset, message) = (at.clone(), at, shown, start, end, meant);
    }
    let mut lines = Vec::new();
    let mut suffix = String::new();
    if !line.is_none() {
        let name = if file.is_none() { "<string>".to_owned() } else { safe_text(vm, &file, "filename") };
        lines.push(format!("  File \"{name}\", line {}\n", safe_text(vm, &line, "lineno")));
    } else if !file.is_none() {
        suffix = format!(" ({})", safe_text(vm, &file, "filename"));
    }
    if let Some(text) = text.get::<Str>() {
        let same_line =
            matches!((&line, &end_line), (Value::Int(a), Value::Int(b)) if a == b) || (line.is_none() && end_line.is_none());
        caret_lines(text.as_str(), &offset, &end_offset, same_line, &mut lines);
    }
    let message = match vm.truth(&message) {
        Ok(false) => "<no detail available>".to_owned(),
        _ => safe_text(vm, &message, "msg"),
    };
    lines.push(format!("{class}: {message}{suffix}\n"));
    lines
}

/// The line of a SyntaxError with carets under columns `offset..end_offset`, which count from 1.
fn caret_lines(text: &str, offset: &Value, end_offset: &Value, same_line: bool, lines: &mut Vec<String>) {
    let right = text.trim_end_matches('\n');
    let left = right.trim_start_matches([' ', '\n', '\x0c']);
    let (length, whole) = (right.chars().count() as i64, text.chars().count() as i64);
    let removed = length - left.chars().count() as i64;
    lines.push(format!("    {left}\n"));
    let Value::Int(mut offset) = *offset else { return };
    let mut end = match end_offset {
        _ if !same_line => length + 1,
        Value::Int(end) if *end != 0 => *end,
        _ => offset,
    };
    if !text.is_empty() && offset > whole {
        offset = length + 1;
    }
    if !text.is_empty() && end > whole {
        end = length + 1;
    }
    if offset >= end || end < 0 {
        end = offset + 1;
    }
    let (from, to) = (offset - 1 - removed, end - 1 - removed);
    if from >= 0 {
        // Tabs stay tabs, so that the carets stand below what they mean.
        let space: String = left.chars().take(from as usize).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        lines.push(format!("    {space}{}\n", "^".repeat((to - from).max(0) as usize)));
    }
}
