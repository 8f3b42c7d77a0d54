//! `catch_warnings`: filters and the way of showing are put back at the end of a `with`.

use super::show::{LOG, ORIGINAL_SHOW};
use super::{filter, module};
use crate::heap::Gc;
use crate::object::{Instance, Layout, List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, method};

static ROWS: &[Row] = &[
    method!(
        "__init__",
        "(self, *, record=False, module=None, action=None, category=..., lineno=0, append=False)",
        init,
        "Says whether warnings are recorded, and a filter to begin with.",
    ),
    method!("__enter__", "(self, /)", enter, "Keeps the filters; the list of recorded warnings, or None."),
    method!("__exit__", "(self, /, *exc_info)", exit, "Puts the filters back."),
    method!("__repr__", "(self, /)", repr, "The class."),
];

/// The module's attributes that are put back.
const KEPT: [&str; 3] = ["filters", "showwarning", LOG];
/// Where they are kept meanwhile.
const SAVED: &str = "_saved";
const OPTIONS: [&str; 6] = ["_record", "_module", "_action", "_category", "_lineno", "_append"];

pub(super) fn install(vm: &mut Vm, module: &Module) {
    let base = vm.types.object.clone();
    let class = vm.native_class("catch_warnings", "warnings", &base, Layout::Plain);
    vm.add_methods(&class, ROWS);
    module.namespace.set_str(&vm.intern("catch_warnings"), class.into());
}

fn option(vm: &Vm, this: &Instance, name: &str) -> Value {
    this.attrs.get(&this.class(), &vm.intern(name)).unwrap_or_default()
}

fn init(
    vm: &mut Vm,
    this: &Gc<Instance>,
    record: &Value,
    module: &Value,
    action: &Value,
    category: &Value,
    lineno: &Value,
    append: &Value,
) {
    let class = this.class();
    for (name, value) in OPTIONS.iter().zip([record, module, action, category, lineno, append]) {
        let value = if value.is_set() { value.clone() } else { vm.exc.warning.clone().into() };
        this.attrs.set(&class, &vm.intern(name), value);
    }
}

fn enter(vm: &mut Vm, this: &Gc<Instance>) -> Result {
    if option(vm, this, SAVED).is::<List>() {
        let text = vm.repr(&this.clone().into())?;
        return Err(vm.runtime_error(format!("Cannot enter {text} twice")));
    }
    let module = module(vm)?;
    let saved = KEPT.iter().map(|name| module.namespace.get_text(name).unwrap_or(Value::None)).collect();
    this.attrs.set(&this.class(), &vm.intern(SAVED), List::value(saved));
    let copy = filter::filters(vm, &module)?.0.borrow().to_vec();
    module.namespace.set_str(&vm.intern("filters"), List::value(copy));
    filter::changed(vm, &module);
    let record = option(vm, this, "_record");
    let mut result = Value::None;
    if vm.truth(&record)? {
        result = List::value(Vec::new());
        module.namespace.set_str(&vm.intern(LOG), result.clone());
        if let Some(own) = module.namespace.get_text(ORIGINAL_SHOW) {
            module.namespace.set_str(&vm.intern("showwarning"), own);
        }
    }
    let action = option(vm, this, "_action");
    if !action.is_none() {
        let options = ["_category", "_lineno", "_append"].map(|name| option(vm, this, name));
        let [category, line, append] = options;
        let append = vm.truth(&append)?;
        filter::simplefilter(vm, &action, &category, &line, append)?;
    }
    Ok(result)
}

fn exit(vm: &mut Vm, this: &Gc<Instance>, _: &[Value]) -> Result<()> {
    let Some(saved) = option(vm, this, SAVED).into_gc::<List>().ok() else {
        let text = vm.repr(&this.clone().into())?;
        return Err(vm.runtime_error(format!("Cannot exit {text} without entering first")));
    };
    let module = module(vm)?;
    let values = saved.0.borrow().to_vec();
    for (name, value) in KEPT.iter().zip(values) {
        module.namespace.set_str(&vm.intern(name), value);
    }
    filter::changed(vm, &module);
    Ok(())
}

fn repr(vm: &mut Vm, this: &Instance) -> Result {
    let mut parts = Vec::new();
    let record = option(vm, this, "_record");
    if vm.truth(&record)? {
        parts.push("record=True".to_owned());
    }
    let module = option(vm, this, "_module");
    if !module.is_none() {
        parts.push(format!("module={}", vm.repr(&module)?));
    }
    let name = this.class().name.borrow().clone();
    Ok(Str::value(format!("{name}({})", parts.join(", "))))
}
