//! Showing a warning: to the list of a `catch_warnings(record=True)`, to a script's own `showwarning`, or to `sys.stderr`.

use super::module;
use crate::builtins::traceback::write_stderr;
use crate::heap::Gc;
use crate::object::{Class, Instance, Layout, List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method};

/// The module's attribute with its own `showwarning`, to see whether a script replaced it.
pub(super) const ORIGINAL_SHOW: &str = "_showwarning_orig";
/// The module's attribute with its own `formatwarning`.
pub(super) const ORIGINAL_FORMAT: &str = "_formatwarning_orig";
/// The module's attribute with the list that warnings are recorded in.
pub(super) const LOG: &str = "_log";

/// The module's attribute that counts warnings written to `sys.stderr`.
const SHOWN: &str = "_shown";

static ROWS: &[Row] = &[
    method!(
        "__init__",
        "(self, message, category, filename, lineno, file=None, line=None, source=None)",
        init,
        "Takes the parts of a warning.",
    ),
    method!("__str__", "(self, /)", str, "The parts."),
    method!("__repr__", "(self, /)", repr, "The parts."),
];

/// A warning that is to be shown.
pub(super) struct Message {
    pub warning: Value,
    pub category: Value,
    pub file: Value,
    pub line: Value,
    /// The source line; None to look it up.
    pub text: Value,
    /// Where to write; None for `sys.stderr`.
    pub stream: Value,
    pub source: Value,
}

/// Makes the class `WarningMessage`.
pub(super) fn install(vm: &mut Vm, module: &Module) {
    let base = vm.types.object.clone();
    let class = vm.native_class("WarningMessage", "warnings", &base, Layout::Plain);
    vm.add_methods(&class, ROWS);
    module.namespace.set_str(&vm.intern("WarningMessage"), class.into());
    module.namespace.set_str(&vm.intern(LOG), Value::None);
}

/// Shows a warning.
pub(super) fn show(vm: &mut Vm, module: &Gc<Module>, message: &Message) -> Result<()> {
    if let Some(hook) = replaced(module, "showwarning", ORIGINAL_SHOW) {
        let parts = [&message.warning, &message.category, &message.file, &message.line, &message.stream, &message.text];
        vm.call(&hook, &parts.map(Value::clone))?;
        return Ok(());
    }
    show_plain(vm, module, message)
}

/// Shows a warning where no script's own function does.
fn show_plain(vm: &mut Vm, module: &Gc<Module>, message: &Message) -> Result<()> {
    let log = module.namespace.get_text(LOG).and_then(|log| log.into_gc::<List>().ok());
    if let Some(log) = log {
        let recorded = message_object(vm, module, message)?;
        log.0.borrow_mut().push(recorded);
        return Ok(());
    }
    let text = match replaced(module, "formatwarning", ORIGINAL_FORMAT) {
        Some(hook) => {
            let parts = [&message.warning, &message.category, &message.file, &message.line, &message.text];
            let text = vm.call(&hook, &parts.map(Value::clone))?;
            vm.str(&text)?.to_string()
        }
        None => format_plain(vm, message)?,
    };
    if message.stream.is_none() {
        let shown = count(module) + 1;
        module.namespace.set_str(&vm.intern(SHOWN), Value::Int(shown));
        write_stderr(vm, &text);
        return Ok(());
    }
    match vm.call_method(&message.stream, &vm.intern("write"), &[Str::value(text)]) {
        Err(raised) if !vm.is_exception(&raised, &vm.exc.os_error) => Err(raised),
        _ => Ok(()),
    }
}

/// How many warnings went to `sys.stderr` so far.
pub(super) fn count(module: &Module) -> i64 {
    match module.namespace.get_text(SHOWN) {
        Some(Value::Int(count)) => count,
        _ => 0,
    }
}

/// What a script put in the place of one of the module's functions.
fn replaced(module: &Module, name: &str, original: &str) -> Option<Value> {
    let (now, original) = (module.namespace.get_text(name)?, module.namespace.get_text(original)?);
    (!now.same(&original)).then_some(now)
}

fn format_plain(vm: &mut Vm, message: &Message) -> Result<String> {
    let category = match message.category.get::<Class>() {
        Some(class) => class.name.borrow().clone(),
        None => vm.str(&message.category)?,
    };
    let (file, line, warning) = (vm.str(&message.file)?, vm.str(&message.line)?, vm.str(&message.warning)?);
    let mut text = format!("{file}:{line}: {category}: {warning}\n");
    let source = match &message.text {
        Value::None => match message.line {
            Value::Int(line) => source_line(vm, file.as_str(), line),
            _ => None,
        },
        given => Some(vm.str(given)?.to_string()),
    };
    if let Some(source) = source.as_deref().map(str::trim).filter(|source| !source.is_empty()) {
        text.push_str(&format!("  {source}\n"));
    }
    Ok(text)
}

/// A line of a file that runs, or that can be read.
pub(super) fn source_line(vm: &Vm, file: &str, line: i64) -> Option<String> {
    let line = u32::try_from(line).ok().filter(|line| *line > 0)?;
    if file.starts_with('<') && file.ends_with('>') {
        return None;
    }
    let running = vm.running_functions();
    let source = running.iter().map(|(_, code, _)| &code.code.source).find(|source| source.name() == file);
    match source {
        Some(source) => Some(source.line_text(line).to_owned()),
        None => std::fs::read_to_string(file).ok()?.lines().nth(line as usize - 1).map(str::to_owned),
    }
}

fn message_object(vm: &mut Vm, module: &Module, message: &Message) -> Result {
    let Some(class) = module.namespace.get_text("WarningMessage") else {
        return Err(vm.attribute_error("module 'warnings' has no attribute 'WarningMessage'"));
    };
    let parts =
        [&message.warning, &message.category, &message.file, &message.line, &message.stream, &message.text, &message.source];
    vm.call(&class, &parts.map(Value::clone))
}

const PARTS: [&str; 7] = ["message", "category", "filename", "lineno", "file", "line", "source"];

fn init(
    vm: &mut Vm,
    this: &Value,
    message: &Value,
    category: &Value,
    filename: &Value,
    lineno: &Value,
    file: &Value,
    line: &Value,
    source: &Value,
) -> Result<()> {
    for (name, value) in PARTS.iter().zip([message, category, filename, lineno, file, line, source]) {
        vm.set_attr(this, &vm.intern(name), value.clone())?;
    }
    let category = match category.get::<Class>() {
        Some(class) => class.name.borrow().clone().into(),
        None => Value::None,
    };
    vm.set_attr(this, &vm.intern("_category_name"), category)
}

fn str(vm: &mut Vm, this: &Value) -> Result {
    let mut parts = Vec::new();
    for (label, name) in [
        ("message", "message"),
        ("category", "_category_name"),
        ("filename", "filename"),
        ("lineno", "lineno"),
        ("line", "line"),
    ] {
        let value = vm.get_attr(this, &vm.intern(name))?;
        parts.push(format!("{label} : {}", vm.repr(&value)?));
    }
    Ok(Str::value(format!("{{{}}}", parts.join(", "))))
}

fn repr(vm: &mut Vm, this: &Value) -> Result {
    let text = str(vm, this)?;
    let class =
        this.get::<Instance>().map_or_else(|| vm.intern("WarningMessage"), |message| message.class().qualname.borrow().clone());
    Ok(Str::value(format!("<{class} {}>", vm.str(&text)?)))
}

pub(super) fn showwarning(
    vm: &mut Vm,
    warning: &Value,
    category: &Value,
    file: &Value,
    line: &Value,
    stream: &Value,
    text: &Value,
) -> Result<()> {
    let [warning, category, file, line, stream, text] = [warning, category, file, line, stream, text].map(Value::clone);
    let module = module(vm)?;
    show_plain(vm, &module, &Message { warning, category, file, line, text, stream, source: Value::None })
}

pub(super) fn formatwarning(
    vm: &mut Vm,
    warning: &Value,
    category: &Value,
    file: &Value,
    line: &Value,
    text: &Value,
) -> Result {
    let [warning, category, file, line, text] = [warning, category, file, line, text].map(Value::clone);
    let message = Message { warning, category, file, line, text, stream: Value::None, source: Value::None };
    Ok(Str::value(format_plain(vm, &message)?))
}
