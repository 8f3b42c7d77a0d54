//! The `repr` of containers that may contain themselves.

use crate::object::Str;
use crate::value::Value;
use crate::vm::{Result, Vm};

/// Runs `body` unless the object's `repr` is under way already: then the answer is `again` ("[...]").
pub fn guarded(vm: &mut Vm, address: usize, again: &str, body: impl FnOnce(&mut Vm) -> Result<String>) -> Result {
    if vm.repr_guard.contains(&address) {
        return Ok(Str::value(again));
    }
    vm.repr_guard.push(address);
    let text = body(vm);
    vm.repr_guard.pop();
    Ok(Str::value(text?))
}

/// The text of a value behind others.
pub fn push(vm: &mut Vm, value: &Value, text: &mut String) -> Result<()> {
    if let Some(own) = value.get::<Str>() {
        // The text in quotes, and the object of it.
        vm.check_bytes(own.as_str().len().saturating_mul(3))?;
    }
    let shown = vm.repr(value)?;
    vm.grow_text(text, shown.as_str().len())?;
    text.push_str(shown.as_str());
    Ok(())
}

/// The texts of some values, separated by commas.
pub fn join(vm: &mut Vm, values: &[Value], text: &mut String) -> Result<()> {
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            text.push_str(", ");
        }
        push(vm, value, text)?;
    }
    Ok(())
}
