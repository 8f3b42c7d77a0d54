//! How futures, tasks and callbacks are shown, in CPython's words.

use crate::heap::Gc;
use crate::object::{BoundMethod, CodeObject, Dict, Function, GenState, Generator, List, Native, Set, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

use super::core::{Callback, Core, State};
use super::coroutine::NativeCoroutine;
use super::future::{Future, core_of};
use super::task::Task;

/// Longest texts of `reprlib`.
const LONGEST: usize = 30;

/// `<Future …>`; `name` is the class's, where it is a script's own.
pub fn future(vm: &mut Vm, value: &Value, name: Option<&str>) -> Result<String> {
    if value.is::<Task>() {
        return task(vm, value, name.unwrap_or("Task"));
    }
    let gathers = value.get::<Future>().is_some_and(|future| future.gather().is_some());
    let name = name.unwrap_or(if gathers { "_GatheringFuture" } else { "Future" });
    let Some(core) = core_of(value) else { return Ok(format!("<{name}>")) };
    Ok(format!("<{name} {}>", info(vm, core)?.join(" ")))
}

/// State, result and callbacks.
fn info(vm: &mut Vm, core: &Core) -> Result<Vec<String>> {
    let mut parts = Vec::new();
    match core.state() {
        State::Pending => parts.push("pending".to_owned()),
        State::Cancelled => parts.push("cancelled".to_owned()),
        State::Finished => {
            parts.push("finished".to_owned());
            let result = core.slot().get();
            parts.push(format!("result={}", brief(vm, &result, 6)?));
        }
        State::Failed => {
            parts.push("finished".to_owned());
            let exception = core.slot().get();
            parts.push(format!("exception={}", vm.repr(&exception)?));
        }
    }
    let shown = callbacks(vm, core)?;
    if !shown.is_empty() {
        parts.push(match shown.as_slice() {
            [one] => format!("cb=[{one}]"),
            [one, two] => format!("cb=[{one}, {two}]"),
            [first, .., last] => format!("cb=[{first}, <{} more>, {last}]", shown.len() - 2),
            [] => String::new(),
        });
    }
    Ok(parts)
}

fn callbacks(vm: &mut Vm, core: &Core) -> Result<Vec<String>> {
    enum Shown {
        Text(&'static str),
        Function(Value),
    }
    let all: Vec<Shown> = core.with_callbacks(|all| {
        let each = all.iter().map(|callback| match callback {
            Callback::Wake(_) => Shown::Text("Task.task_wakeup()"),
            Callback::Gather(_) => Shown::Text("gather.<locals>._done_callback()"),
            Callback::Stop => Shown::Text("_run_until_complete_cb()"),
            Callback::Run(_) => Shown::Text("_call_set_state()"),
            Callback::Script(script) => Shown::Function(script.function.clone()),
        });
        each.collect()
    });
    let mut shown = Vec::new();
    for one in all {
        shown.push(match one {
            Shown::Text(text) => text.to_owned(),
            Shown::Function(function) => callback(vm, &function)?,
        });
    }
    Ok(shown)
}

/// `<Task …>`
pub fn task(vm: &mut Vm, value: &Value, class: &str) -> Result<String> {
    let Some(task) = value.gc::<Task>().cloned() else { return Ok(format!("<{class}>")) };
    // Tasks may wait for one another in a circle.
    if vm.repr_guard.contains(&task.address()) {
        return Ok("...".to_owned());
    }
    vm.repr_guard.push(task.address());
    let shown = task_within(vm, &task, class);
    vm.repr_guard.pop();
    shown
}

fn task_within(vm: &mut Vm, task: &Gc<Task>, class: &str) -> Result<String> {
    let mut parts = info(vm, &task.core)?;
    if task.is_cancelling() && !task.core.is_done() {
        "cancelling".clone_into(&mut parts[0]);
    }
    let name = vm.repr(&task.name().into())?;
    let mut inserted = vec![format!("name={name}")];
    let coroutine = task.coroutine.get();
    if coroutine.is_set() {
        inserted.push(format!("coro=<{}>", self::coroutine(vm, &coroutine)?));
    }
    let waiting = task.waiting.get();
    if waiting.is_set() {
        inserted.push(format!("wait_for={}", awaited(vm, &waiting)?));
    }
    parts.splice(1..1, inserted);
    Ok(format!("<{class} {}>", parts.join(" ")))
}

/// What a task waits for; a native coroutine looks like the future that it stands for.
fn awaited(vm: &mut Vm, value: &Value) -> Result<String> {
    match value.kind() {
        Some(Kind::Awaitable) => future(vm, value, Some("Future")),
        Some(Kind::Future) => future(vm, value, None),
        _ => vm.repr(value).map(|text| text.to_string()),
    }
}

/// A coroutine, as tasks show it.
pub fn coroutine(vm: &mut Vm, value: &Value) -> Result<String> {
    if let Some(native) = value.get::<NativeCoroutine>() {
        return Ok(format!("{}() running", native.name()));
    }
    let Some(generator) = value.gc::<Generator>() else {
        return vm.repr(value).map(|text| text.to_string());
    };
    let (name, file) = (generator.qualname(), file_of(&generator.code));
    if generator.state.get() == GenState::Finished {
        return Ok(format!("{name}() done, defined at {file}:{}", generator.code.code.first_line));
    }
    Ok(format!("{name}() running at {file}:{}", vm.generator_line(generator)))
}

/// A callable of the script, with the place of its definition: `name() at file:line`.
pub fn callback(vm: &mut Vm, function: &Value) -> Result<String> {
    let inner = function.get::<BoundMethod>().map(|bound| bound.function.clone());
    let plain = inner.unwrap_or_else(|| function.clone());
    if let Some(function) = plain.get::<Function>() {
        let (name, file) = (function.meta().borrow().qualname.clone(), file_of(&function.code));
        return Ok(format!("{name}() at {file}:{}", function.code.code.first_line));
    }
    if let Some(native) = plain.get::<Native>() {
        return Ok(if native.method { format!("{}.{}()", native.owner, native.name) } else { format!("{}()", native.name) });
    }
    if let Some(name) = vm.get_attr_optional(function, &vm.names.qualname.clone())?.and_then(|name| name.into_gc::<Str>().ok())
    {
        return Ok(format!("{name}()"));
    }
    if let Some(wrapped) = vm.get_attr_optional(function, &vm.intern("func"))?.filter(Value::is::<Function>) {
        return Ok(format!("functools.partial({})", callback(vm, &wrapped)?));
    }
    Ok(format!("{}()", vm.repr(function)?))
}

/// The file of a code.
fn file_of(code: &CodeObject) -> String {
    code.code.source.name().to_owned()
}

/// One entry of a traceback: file, line, function, and the source line.
pub fn traceback_line(code: &Gc<CodeObject>, instr: u32) -> String {
    let line = code.line(instr);
    let mut text = format!("  File \"{}\", line {line}, in {}\n", file_of(code), code.qualname);
    let source = code.code.source.line_text(line).trim();
    if !source.is_empty() {
        text.push_str(&format!("    {source}\n"));
    }
    text
}

/// `file:line` of an instruction.
pub fn place(code: &Gc<CodeObject>, instr: u32) -> String {
    format!("{}:{}", file_of(code), code.line(instr))
}

/// `reprlib.repr`: shortened.
fn brief(vm: &mut Vm, value: &Value, level: usize) -> Result<String> {
    let items = match value.kind() {
        Some(Kind::List) => value.get::<List>().map(|list| (list.0.borrow().to_vec(), "[", "]", 6)),
        Some(Kind::Tuple) => value.get::<Tuple>().map(|tuple| (tuple.items().to_vec(), "(", ")", 6)),
        Some(Kind::Set) => value.get::<Set>().map(|_| (Vec::new(), "{", "}", 6)),
        _ => None,
    };
    if let Some(dict) = value.get::<Dict>() {
        return brief_dict(vm, dict, level);
    }
    let Some((items, open, close, most)) = items.filter(|(items, ..)| !items.is_empty()) else {
        let limit = if matches!(value, Value::Int(_)) || value.kind() == Some(Kind::BigInt) { 40 } else { LONGEST };
        let text = vm.repr(value)?;
        return Ok(shorten(text.as_str(), limit));
    };
    if level == 0 {
        return Ok(format!("{open}...{close}"));
    }
    let mut parts = Vec::new();
    for item in items.iter().take(most) {
        parts.push(brief(vm, item, level - 1)?);
    }
    if items.len() > most {
        parts.push("...".to_owned());
    }
    let comma = if open == "(" && parts.len() == 1 { "," } else { "" };
    Ok(format!("{open}{}{comma}{close}", parts.join(", ")))
}

fn brief_dict(vm: &mut Vm, dict: &Dict, level: usize) -> Result<String> {
    let entries: Vec<(Value, Value)> = dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    if entries.is_empty() {
        return Ok("{}".to_owned());
    }
    if level == 0 {
        return Ok("{...}".to_owned());
    }
    let mut parts = Vec::new();
    for (key, value) in entries.iter().take(4) {
        parts.push(format!("{}: {}", brief(vm, key, level - 1)?, brief(vm, value, level - 1)?));
    }
    if entries.len() > 4 {
        parts.push("...".to_owned());
    }
    Ok(format!("{{{}}}", parts.join(", ")))
}

/// Cuts the middle out of a long text.
fn shorten(text: &str, limit: usize) -> String {
    let all: Vec<char> = text.chars().collect();
    if all.len() <= limit {
        return text.to_owned();
    }
    let head = (limit - 3) / 2;
    let tail = limit - 3 - head;
    all[..head].iter().chain(&['.', '.', '.']).chain(&all[all.len() - tail..]).collect()
}
