//! The module `warnings`.
//!
//! What scripts may change is where CPython has it: `filters` and `showwarning` in the module, `__warningknown_` in the namespace that a
//! warning is about. `_filters_version` counts changes of the filters: a registry of another version is out of date.

mod awaited;
mod catch;
mod filter;
mod show;

pub use awaited::{never_awaited, never_awaited_native, never_awaited_step};

use super::NativeModule;
use crate::heap::Gc;
use crate::object::{Class, Dict, Exception, Module, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, function};
use filter::Action;
use show::Message;

static ROWS: &[Row] = &[
    function!(
        "warn",
        "(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=...)",
        warn_row,
        "Warns about the caller."
    ),
    function!(
        "warn_explicit",
        "(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)",
        warn_explicit_row,
        "Warns about a place."
    ),
    function!(
        "showwarning",
        "(message, category, filename, lineno, file=None, line=None)",
        show::showwarning,
        "Writes a warning to a file."
    ),
    function!("formatwarning", "(message, category, filename, lineno, line=None)", show::formatwarning, "A warning as text."),
    function!(
        "filterwarnings",
        "(action, message='', category=..., module='', lineno=0, append=False)",
        filter::filterwarnings,
        "Adds a filter by patterns."
    ),
    function!(
        "simplefilter",
        "(action, category=..., lineno=0, append=False)",
        filter::simplefilter,
        "Adds a filter for a category."
    ),
    function!("resetwarnings", "()", filter::resetwarnings, "Removes all filters."),
    function!("_filters_mutated", "()", filter::filters_mutated, "Tells that the filters were changed by hand."),
];

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("warnings", "Warnings, and filters that choose which are shown.").rows(&[ROWS]).set_up(set_up);

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    for (name, original) in [("showwarning", show::ORIGINAL_SHOW), ("formatwarning", show::ORIGINAL_FORMAT)] {
        if let Some(own) = module.namespace.get_text(name) {
            module.namespace.set_str(&vm.intern(original), own);
        }
    }
    module.namespace.set_str(&vm.intern("filters"), filter::defaults(vm));
    module.namespace.set_str(&vm.intern(filter::VERSION), Value::Int(1));
    module.namespace.set_str(&vm.intern("onceregistry"), Dict::new().into());
    module.namespace.set_str(&vm.intern("defaultaction"), Str::value("default"));
    catch::install(vm, module);
    show::install(vm, module);
    Ok(())
}

/// The module, imported if need be.
fn module(vm: &mut Vm) -> Result<Gc<Module>> {
    let module = match vm.modules.get_text("warnings") {
        Some(module) => module,
        None => vm.import_module("warnings")?,
    };
    module.into_gc::<Module>().map_err(|_| vm.runtime_error("warnings is no module"))
}

/// Where a warning is shown to come from, and the registry that remembers it.
struct Place {
    file: Gc<Str>,
    line: i64,
    module: Value,
    registry: Option<Gc<Dict>>,
}

/// The place of the caller so many levels up; 1 is the running frame.
fn caller(vm: &Vm, level: usize) -> Place {
    let running = vm.running_functions();
    let (file, line, globals) = match running.get(level.max(1) - 1) {
        Some((function, code, instr)) => {
            let line = i64::from(code.line(*instr));
            (Str::new(code.code.source.name()), line, Some(function.globals.clone()))
        }
        None => (Str::new("<sys>"), 0, vm.sys.as_ref().map(|sys| sys.namespace.clone())),
    };
    let name = globals.as_ref().and_then(|globals| globals.get_str(&vm.names.name));
    let registry = globals.map(|globals| {
        let key = vm.intern("__warningknown_");
        match globals.get_str(&key).and_then(|known| known.into_gc::<Dict>().ok()) {
            Some(known) => known,
            None => {
                let registry = Dict::new();
                globals.set_str(&key, registry.clone().into());
                registry
            }
        }
    });
    Place { file, line, module: name.unwrap_or_else(|| Str::value("<string>")), registry }
}

/// The category of a warning, from what `warn` was given.
fn category_of(vm: &Vm, message: &Value, category: &Value) -> Result<Gc<Class>> {
    if let Some(warning) = message.get::<Exception>().filter(|warning| warning.class().derives_from(&vm.exc.warning)) {
        return Ok(warning.class());
    }
    if category.is_none() || !category.is_set() {
        return Ok(vm.exc.user_warning.clone());
    }
    match category.gc::<Class>() {
        Some(class) if class.derives_from(&vm.exc.warning) => Ok(class.clone()),
        _ => Err(vm.type_error(format!("category must be a Warning subclass, not '{}'", vm.type_name(category)))),
    }
}

fn warn_row(
    vm: &mut Vm,
    message: &Value,
    category: &Value,
    stacklevel: i64,
    source: &Value,
    skip_file_prefixes: &Value,
) -> Result<()> {
    let category = category_of(vm, message, category)?;
    let mut level = usize::try_from(stacklevel).unwrap_or(1);
    if let Some(prefixes) = skip_file_prefixes.get::<Tuple>() {
        let prefixes: Vec<Gc<Str>> = prefixes.items().iter().filter_map(|prefix| prefix.gc::<Str>().cloned()).collect();
        if !prefixes.is_empty() {
            level = level.max(2);
            let running = vm.running_functions();
            let skipped = |level: usize| {
                running.get(level - 1).is_some_and(|(_, code, _)| {
                    prefixes.iter().any(|prefix| code.code.source.name().starts_with(prefix.as_str()))
                })
            };
            while skipped(level) {
                level += 1;
            }
        }
    }
    let place = caller(vm, level);
    warn_at(vm, message, &category, place, source)
}

fn warn_explicit_row(
    vm: &mut Vm,
    message: &Value,
    category: &Value,
    file: &Gc<Str>,
    line: i64,
    module: Option<&Value>,
    registry: &Value,
    _: &Value,
    source: &Value,
) -> Result<()> {
    let category = category_of(vm, message, category)?;
    let module = module.cloned().unwrap_or_else(|| Str::value(file.as_str().trim_end_matches(".py")));
    let registry = match registry {
        Value::None => None,
        other => match other.gc::<Dict>() {
            None => return Err(vm.type_error("'registry' must be a dict or None")),
            known => known.cloned(),
        },
    };
    warn_at(vm, message, &category, Place { file: file.clone(), line, module, registry }, source)
}

/// Whether a key stands in a registry; it does from then on.
fn registered(vm: &mut Vm, registry: &Gc<Dict>, key: &Value) -> Result<bool> {
    if let Some(known) = vm.dict_get(registry, key)?
        && vm.truth(&known)?
    {
        return Ok(true);
    }
    vm.dict_set(registry, key.clone(), Value::Bool(true))?;
    Ok(false)
}

/// A warning about a place: shown, raised or dropped as the filters say.
fn warn_at(vm: &mut Vm, message: &Value, category: &Gc<Class>, place: Place, source: &Value) -> Result<()> {
    let own = module(vm)?;
    let (text, warning) = match message.get::<Exception>() {
        Some(warning) if warning.class().derives_from(&vm.exc.warning) => (vm.str(message)?, message.clone()),
        _ => (vm.str(message)?, vm.call(&category.clone().into(), std::slice::from_ref(message))?),
    };
    let registry = place.registry.clone().unwrap_or_else(Dict::new);
    let version = own.namespace.get_text(filter::VERSION).unwrap_or(Value::Int(1));
    if !registry.get_text("version").is_some_and(|known| known.same(&version)) {
        let old = registry.borrow_mut().take_all();
        drop(old);
        registry.set_str(&vm.intern("version"), version);
    }
    let class: Value = category.clone().into();
    let key = Tuple::value(vec![text.clone().into(), class.clone(), Value::Int(place.line)]);
    if let Some(known) = vm.dict_get(&registry, &key)?
        && vm.truth(&known)?
    {
        return Ok(());
    }
    match filter::action(vm, &own, &text, category, &place)? {
        Action::Ignore => return Ok(()),
        Action::Error => {
            return Err(match warning.into_gc::<Exception>() {
                Ok(warning) => Raised(warning),
                Err(_) => vm.runtime_error("a warning category must make exceptions"),
            });
        }
        Action::Always => {}
        Action::Default => {
            registered(vm, &registry, &key)?;
        }
        Action::Once => {
            registered(vm, &registry, &key)?;
            let once =
                own.namespace.get_text("onceregistry").and_then(|once| once.into_gc::<Dict>().ok()).unwrap_or_else(Dict::new);
            if registered(vm, &once, &Tuple::value(vec![text.into(), class.clone()]))? {
                return Ok(());
            }
        }
        Action::Module => {
            registered(vm, &registry, &key)?;
            if registered(vm, &registry, &Tuple::value(vec![text.into(), class.clone(), Value::Int(0)]))? {
                return Ok(());
            }
        }
    }
    let message = Message {
        warning,
        category: class,
        file: place.file.into(),
        line: Value::Int(place.line),
        text: Value::None,
        stream: Value::None,
        source: source.clone().set_or_none(),
    };
    show::show(vm, &own, &message)
}

/// Warns on the machine's own account about a place. Where a filter makes it an error, that is the result.
pub fn warn(vm: &mut Vm, category: &Gc<Class>, message: &str, file: &str, line: u32) -> Result<()> {
    let module = vm.names.main.clone().into();
    let place = Place { file: Str::new(file), line: i64::from(line), module, registry: None };
    warn_at(vm, &Str::value(message), category, place, &Value::None)
}

/// Warns on the machine's own account about what runs, so many levels up (1 is the running frame).
pub fn warn_caller(vm: &mut Vm, category: &Gc<Class>, message: &str, level: usize) -> Result<()> {
    let place = caller(vm, level);
    warn_at(vm, &Str::value(message), category, place, &Value::None)
}
