//! The module `_sre`: compiled patterns over the engine of `regex`; `re` (`stdlib/re.py`) is what scripts see of it.

mod matched;
mod pattern;
mod properties;
mod replace;
mod scanner;
mod subject;

use std::cell::OnceCell;
use std::rc::Rc;

use crate::builtins::bytes::buffer;
use crate::heap::Gc;
use crate::object::{Class, Layout, List, Module, Opaque, Str};
use crate::regex::{Error, ErrorKind, Flags, Kind, Regex};
use crate::value::{Kind as ValueKind, Value};
use crate::vm::{Raised, Result, Row, Vm, function, static_method, storage};

use super::NativeModule;
use pattern::PatternData;

/// The module.
pub static MODULE: NativeModule = NativeModule::new("_sre", "Compiled regular expressions.").rows(&[ROWS]).set_up(set_up);

static ROWS: &[Row] = &[
    function!("compile", "(pattern, flags)", compile, "Compiles a pattern."),
    function!("warnings", "(pattern)", warnings, "What a pattern is warned of: messages."),
];

static SEALED: &[Row] = &[static_method!("__new__", "(cls, /, *args)", refuse, "Refuses.")];

/// The module's classes.
struct Classes {
    pattern: Gc<Class>,
    matched: Gc<Class>,
    scanner: Gc<Class>,
}

#[derive(Default)]
struct Known(OnceCell<Classes>);

/// The classes, which are there before any object of the module.
fn classes(vm: &Vm) -> Rc<Known> {
    vm.state::<Known>()
}

impl std::ops::Deref for Known {
    type Target = Classes;
    fn deref(&self) -> &Classes {
        match self.0.get() {
            Some(classes) => classes,
            None => unreachable!("the module is set up before anything is compiled"),
        }
    }
}

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    let object = vm.types.object.clone();
    let mut class = |name: &str, module: &str, rows: &'static [Row]| {
        let class = vm.native_class(name, module, &object, Layout::Native(ValueKind::Opaque));
        vm.say_with_module(&class, module);
        vm.add_methods(&class, SEALED);
        vm.add_methods(&class, rows);
        class
    };
    let made = Classes {
        pattern: class("Pattern", "re", pattern::ROWS),
        matched: class("Match", "re", matched::ROWS),
        scanner: class("SRE_Scanner", "_sre", scanner::ROWS),
    };
    let names = [("Pattern", &made.pattern), ("Match", &made.matched), ("SRE_Scanner", &made.scanner)];
    for (name, class) in names {
        module.namespace.set_str(&vm.intern(name), class.clone().into());
    }
    let _ = vm.state::<Known>().0.set(made);
    Ok(())
}

fn refuse(vm: &mut Vm, class: &Value, _: &[Value]) -> Result {
    let name = class.get::<Class>().map_or_else(String::new, |class| class.name_in_messages().to_string());
    Err(vm.type_error(format!("cannot create '{name}' instances")))
}

fn compile(vm: &mut Vm, pattern: &Value, flags: i64) -> Result {
    let (raw, kind) = match (storage::<Str>(pattern), buffer(pattern)) {
        (Some(text), _) => (text.as_str().as_bytes().to_vec(), Kind::Text),
        (None, Some(data)) => (data.to_vec(), Kind::Bytes),
        (None, None) => return Err(vm.type_error("first argument must be string or compiled pattern")),
    };
    match Regex::new(&raw, Flags(flags as u32), kind, &properties::Tables) {
        Ok(regex) => {
            let class = classes(vm).pattern.clone();
            Ok(Opaque::new(class, PatternData::new(regex, pattern.clone())).into())
        }
        Err(error) => Err(wrong_pattern(vm, error, pattern)),
    }
}

fn warnings(pattern: &Value) -> Value {
    let data = pattern.gc::<Opaque>().and_then(|object| object.data::<PatternData>());
    let told = data.map_or(&[][..], |data| &data.regex.warnings);
    List::value(told.iter().map(|warning| Str::value(warning.msg.as_str())).collect())
}

/// The exception for what is wrong with a pattern or a template.
#[cold]
fn wrong_pattern(vm: &mut Vm, error: Error, pattern: &Value) -> Raised {
    match error.kind {
        ErrorKind::Overflow => return vm.overflow_error(error.msg),
        ErrorKind::Value => return vm.value_error(error.msg),
        ErrorKind::Index => return vm.index_error(error.msg),
        ErrorKind::Recursion => return vm.recursion_error(error.msg),
        ErrorKind::Pattern | ErrorKind::Verbose => {}
    }
    let place = error.pos.map_or(Value::None, Value::from);
    let arguments = [Str::value(error.msg), pattern.clone(), place];
    let made = vm.import_module("re").and_then(|module| {
        let class = vm.get_attr(&module, &vm.intern("PatternError"))?;
        vm.call(&class, &arguments)
    });
    match made.map(Value::into_gc) {
        Ok(Ok(exception)) => Raised(exception),
        Ok(Err(_)) => vm.runtime_error("re.PatternError is no exception"),
        Err(raised) => raised,
    }
}
