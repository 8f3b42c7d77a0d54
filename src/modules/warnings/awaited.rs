//! "coroutine 'f' was never awaited": CPython's line, and below it where the coroutine was made and what to do.

use super::{caller, module, show, warn_at};
use crate::builtins::traceback::{FrameInfo, write_stderr};
use crate::heap::Gc;
use crate::object::{AsyncStep, CodeObject, Generator, Str};
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Where a coroutine was made: code and instruction.
type Origin = Option<(Gc<CodeObject>, u32)>;

/// Warns of a coroutine that died without ever being awaited; for `Hooks::never_awaited`.
pub fn never_awaited(vm: &mut Vm, coroutine: &Gc<Generator>) {
    report(vm, coroutine.qualname().as_str(), &coroutine.origin());
}

/// As [`never_awaited`], of a coroutine written in Rust; for `Hooks::never_awaited_native`.
pub fn never_awaited_native(vm: &mut Vm, name: &'static str, origin: Origin) {
    report(vm, name, &origin);
}

/// As [`never_awaited`], of a step of an asynchronous generator; for `Hooks::never_awaited_step`.
pub fn never_awaited_step(vm: &mut Vm, step: &Gc<AsyncStep>) {
    let method = match (step.closes, step.throws) {
        (true, _) => "aclose",
        (_, true) => "athrow",
        _ => "asend",
    };
    let text = format!("coroutine method '{method}' of '{}' was never awaited", step.generator.qualname());
    let category = vm.exc.runtime_warning.clone();
    let place = caller(vm, 1);
    if let Err(raised) = warn_at(vm, &Str::value(text), &category, place, &Value::None) {
        (vm.hooks.unraisable)(vm, raised, &format!("while finalizing coroutine method {method} of <async_generator>"));
    }
}

fn report(vm: &mut Vm, name: &str, origin: &Origin) {
    if let Err(raised) = warn(vm, name, origin) {
        // A filter made it an error, but there is nobody to catch it here.
        (vm.hooks.unraisable)(vm, raised, &format!("while finalizing coroutine <coroutine object {name}>"));
    }
}

fn warn(vm: &mut Vm, name: &str, origin: &Origin) -> Result<()> {
    let text = format!("coroutine '{name}' was never awaited");
    // Finalisers run right after the instruction that dropped the last reference.
    let place = caller(vm, 1);
    let module = module(vm)?;
    let before = show::count(&module);
    let category = vm.exc.runtime_warning.clone();
    warn_at(vm, &Str::value(text), &category, place, &Value::None)?;
    if show::count(&module) != before
        && let Some((code, instr)) = origin
    {
        let made = FrameInfo::new(code, *instr);
        write_stderr(vm, &help(&made, name));
    }
    Ok(())
}

/// Where the coroutine was made, with a caret, and what to do.
fn help(made: &FrameInfo, name: &str) -> String {
    let (file, line) = (&made.file, made.line);
    let mut text =
        format!("  help: '{name}' was called at {file}:{line}, but its result was never awaited, so its body did not run\n");
    let call = made.source.slice(made.span);
    if made.span.is_empty() || call.contains('\n') {
        text.push_str("        write `await` before the call\n");
        return text;
    }
    let source = made.source.line_text(line);
    let margin = line.to_string().len();
    let column = made.source.char_col(made.span.start) as usize;
    // Tabs stay tabs, so that the carets stand below what they mean.
    let space: String = source.chars().take(column).map(|c| if c == '\t' { '\t' } else { ' ' }).collect();
    let carets = "^".repeat(call.chars().count());
    text.push_str(&format!("        {line} | {source}\n        {:margin$} | {space}{carets} write `await {call}`\n", ""));
    text
}
