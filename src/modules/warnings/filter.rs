//! Filters: tuples of action, message pattern, category, module pattern and line; the first that fits decides.

use super::{Place, module};
use crate::heap::Gc;
use crate::object::{Class, List, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Vm};

/// The module's attribute that counts changes.
pub(super) const VERSION: &str = "_filters_version";

/// What is done with a warning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Action {
    Error,
    Ignore,
    Always,
    Default,
    Module,
    Once,
}

impl Action {
    fn of(text: &str) -> Option<Action> {
        Some(match text {
            "error" => Action::Error,
            "ignore" => Action::Ignore,
            "always" | "all" => Action::Always,
            "default" => Action::Default,
            "module" => Action::Module,
            "once" => Action::Once,
            _ => return None,
        })
    }
}

/// The filters of a script that set none.
pub(super) fn defaults(vm: &Vm) -> Value {
    let exc = &vm.exc;
    let filter = |action: &str, category: &Gc<Class>, module: Value| {
        Tuple::value(vec![Str::value(action), Value::None, category.clone().into(), module, Value::Int(0)])
    };
    List::value(vec![
        filter("default", &exc.deprecation_warning, Str::value("__main__")),
        filter("ignore", &exc.deprecation_warning, Value::None),
        filter("ignore", &exc.pending_deprecation_warning, Value::None),
        filter("ignore", &exc.import_warning, Value::None),
        filter("ignore", &exc.resource_warning, Value::None),
    ])
}

/// The module's list of filters.
pub(super) fn filters(vm: &Vm, module: &Module) -> Result<Gc<List>> {
    let listed = module.namespace.get_text("filters").and_then(|filters| filters.into_gc::<List>().ok());
    listed.ok_or_else(|| vm.value_error("warnings.filters must be a list"))
}

/// What the filters say about a warning.
pub(super) fn action(vm: &mut Vm, module: &Gc<Module>, text: &Gc<Str>, category: &Gc<Class>, place: &Place) -> Result<Action> {
    let listed = filters(vm, module)?.0.borrow().to_vec();
    for item in listed {
        let Some([action, message, class, module, line]) = item.get::<Tuple>().and_then(|item| item.items().first_chunk::<5>())
        else {
            return Err(vm.value_error("warnings.filters item isn't a 5-tuple"));
        };
        let line_fits = matches!(line, Value::Int(line) if *line == 0 || *line == place.line);
        let class_fits = class.gc::<Class>().is_some_and(|class| category.derives_from(class));
        if !line_fits || !class_fits || !fits(vm, message, &text.clone().into())? || !fits(vm, module, &place.module)? {
            continue;
        }
        let name = vm.str(action)?;
        return Action::of(name.as_str())
            .ok_or_else(|| vm.runtime_error(format!("Unrecognized action ({name}) in warnings.filters")));
    }
    let default = module.namespace.get_text("defaultaction").and_then(|action| action.gc::<Str>().cloned());
    Ok(default.and_then(|action| Action::of(action.as_str())).unwrap_or(Action::Default))
}

/// Whether a pattern fits: None for anything, a text for itself, else a compiled regular expression.
fn fits(vm: &mut Vm, pattern: &Value, text: &Value) -> Result<bool> {
    if pattern.is_none() {
        return Ok(true);
    }
    if let Some(exact) = pattern.get::<Str>() {
        return Ok(text.get::<Str>().is_some_and(|text| text.as_str() == exact.as_str()));
    }
    let found = vm.call_method(pattern, &vm.intern("match"), std::slice::from_ref(text))?;
    vm.truth(&found)
}

/// Checks what both `filterwarnings` and `simplefilter` take.
fn check(vm: &mut Vm, action: &Value) -> Result<()> {
    if action.get::<Str>().is_some_and(|action| Action::of(action.as_str()).is_some()) {
        return Ok(());
    }
    let text = vm.repr(action)?;
    Err(vm.value_error(format!("invalid action: {text}")))
}

fn check_line(vm: &mut Vm, line: &Value) -> Result<()> {
    match line {
        Value::Int(line) if *line >= 0 => Ok(()),
        Value::Int(_) => Err(vm.value_error("lineno must be an int >= 0")),
        _ => Err(vm.type_error("lineno must be an int")),
    }
}

fn category_or_all(vm: &Vm, category: &Value) -> Value {
    if category.is_set() { category.clone() } else { vm.exc.warning.clone().into() }
}

/// Adds a filter before the others, or behind them.
pub(super) fn add(vm: &mut Vm, filter: [Value; 5], append: bool) -> Result<()> {
    let module = module(vm)?;
    let list = filters(vm, &module)?;
    let filter = Tuple::value(filter.to_vec());
    let items = list.0.borrow().to_vec();
    let mut known = None;
    for (place, item) in items.iter().enumerate() {
        if vm.equal(item, &filter)? {
            known = Some(place);
            break;
        }
    }
    let mut items = items;
    match known {
        Some(_) if append => {}
        Some(place) => {
            items.remove(place);
            items.insert(0, filter);
        }
        None if append => items.push(filter),
        None => items.insert(0, filter),
    }
    let old = list.0.replace(items.into());
    drop(old);
    changed(vm, &module);
    Ok(())
}

/// Tells that the filters have changed.
pub(super) fn changed(vm: &Vm, module: &Module) {
    let version = match module.namespace.get_text(VERSION) {
        Some(Value::Int(version)) => version + 1,
        _ => 1,
    };
    module.namespace.set_str(&vm.intern(VERSION), Value::Int(version));
}

/// A text as a compiled regular expression, or None for an empty one.
fn pattern(vm: &mut Vm, text: &Value, what: &str, ignore_case: bool) -> Result<Value> {
    let Some(string) = vm.native_arg::<Str>(text) else { return Err(vm.type_error(format!("{what} must be a string"))) };
    if string.as_str().is_empty() {
        return Ok(Value::None);
    }
    let re = vm.import_module("re")?;
    let mut args = vec![text.clone()];
    if ignore_case {
        args.push(vm.get_attr(&re, &vm.intern("IGNORECASE"))?);
    }
    vm.call_method(&re, &vm.intern("compile"), &args)
}

pub(super) fn filterwarnings(
    vm: &mut Vm,
    action: &Value,
    message: &Value,
    category: &Value,
    module: &Value,
    lineno: &Value,
    append: bool,
) -> Result<()> {
    check(vm, action)?;
    let category = category_or_all(vm, category);
    if vm.native_arg::<Str>(message).is_none() {
        return Err(vm.type_error("message must be a string"));
    }
    if !category.get::<Class>().is_some_and(|category| category.derives_from(&vm.exc.warning)) {
        return Err(vm.type_error("category must be a Warning subclass"));
    }
    if vm.native_arg::<Str>(module).is_none() {
        return Err(vm.type_error("module must be a string"));
    }
    check_line(vm, lineno)?;
    let message = pattern(vm, message, "message", true)?;
    let module = pattern(vm, module, "module", false)?;
    add(vm, [action.clone(), message, category, module, lineno.clone()], append)
}

pub(super) fn simplefilter(vm: &mut Vm, action: &Value, category: &Value, lineno: &Value, append: bool) -> Result<()> {
    check(vm, action)?;
    check_line(vm, lineno)?;
    let category = category_or_all(vm, category);
    add(vm, [action.clone(), Value::None, category, Value::None, lineno.clone()], append)
}

pub(super) fn resetwarnings(vm: &mut Vm) -> Result {
    let module = module(vm)?;
    let old = filters(vm, &module)?.0.take();
    drop(old);
    changed(vm, &module);
    Ok(Value::None)
}

pub(super) fn filters_mutated(vm: &mut Vm) -> Result {
    let module = module(vm)?;
    changed(vm, &module);
    Ok(Value::None)
}
