//! What a native module is made of.
//!
//! Each file or folder of this floor has one `static MODULE` of this type, and a line in the registry (`super::MODULES`).

use crate::heap::Gc;
use crate::object::{BoundMethod, Dict, List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

/// A constant that needs no machine.
#[derive(Clone, Copy)]
pub enum Constant {
    /// An int.
    Int(i64),
    /// A float.
    Float(f64),
    /// A string.
    Text(&'static str),
}

impl Constant {
    fn value(self, vm: &Vm) -> Value {
        match self {
            Constant::Int(int) => Value::Int(int),
            Constant::Float(float) => Value::Float(float),
            Constant::Text(text) => vm.intern(text).into(),
        }
    }
}

/// Names that a module gets from another one, written in the language, when they are first asked for: that module's full name, and the names.
pub type Lazy = (&'static str, &'static [&'static str]);

/// A native module.
pub struct NativeModule {
    /// Its full name.
    pub name: &'static str,
    doc: &'static str,
    rows: &'static [&'static [Row]],
    constants: &'static [(&'static str, Constant)],
    lazy: &'static [Lazy],
    package: bool,
    /// Whether no module of a script's own hides it.
    pub core: bool,
    set_up: fn(&mut Vm, &Gc<Module>) -> Result<()>,
}

impl NativeModule {
    /// A module with nothing in it.
    pub const fn new(name: &'static str, doc: &'static str) -> NativeModule {
        let set_up = |_: &mut Vm, _: &Gc<Module>| Ok(());
        NativeModule { name, doc, rows: &[], constants: &[], lazy: &[], package: false, core: false, set_up }
    }

    /// Its functions.
    pub const fn rows(mut self, rows: &'static [&'static [Row]]) -> NativeModule {
        self.rows = rows;
        self
    }

    /// Its constants.
    pub const fn constants(mut self, constants: &'static [(&'static str, Constant)]) -> NativeModule {
        self.constants = constants;
        self
    }

    /// What modules written in the language have for it (PEP 562).
    pub const fn lazy(mut self, lazy: &'static [Lazy]) -> NativeModule {
        self.lazy = lazy;
        self
    }

    /// It has submodules.
    pub const fn package(mut self) -> NativeModule {
        self.package = true;
        self
    }

    /// No module of a script's own hides it.
    pub const fn core(mut self) -> NativeModule {
        self.core = true;
        self
    }

    /// What is done besides: classes, and names that have to be computed. The module is in `sys.modules` already.
    pub const fn set_up(mut self, set_up: fn(&mut Vm, &Gc<Module>) -> Result<()>) -> NativeModule {
        self.set_up = set_up;
        self
    }

    /// Makes the module and puts it into `sys.modules`; it is taken out again if that fails.
    pub fn make(&'static self, vm: &mut Vm) -> Result<Gc<Module>> {
        // The standard streams are put into `sys` before it is imported.
        let module = match vm.sys.clone() {
            Some(sys) if self.name == "sys" => sys,
            _ => Module::new(vm.intern(self.name), Dict::new()),
        };
        self.fill(vm, &module);
        let name = vm.intern(self.name);
        vm.modules.set_str(&name, module.clone().into());
        if let Err(raised) = (self.set_up)(vm, &module) {
            drop(vm.modules.remove_str(&name));
            return Err(raised);
        }
        Ok(module)
    }

    fn fill(&self, vm: &mut Vm, module: &Gc<Module>) {
        let names = &module.namespace;
        let parent = self.name.rsplit_once('.').map_or("", |(parent, _)| parent);
        names.set_str(&vm.names.name, vm.intern(self.name).into());
        names.set_str(&vm.names.doc, Str::value(self.doc));
        names.set_str(&vm.names.package, vm.intern(if self.package { self.name } else { parent }).into());
        names.set_str(&vm.names.loader, Value::None);
        names.set_str(&vm.names.spec, Value::None);
        if self.package {
            names.set_str(&vm.names.path, List::value(vec![]));
        }
        for (name, constant) in self.constants {
            names.set_str(&vm.intern(name), constant.value(vm));
        }
        for rows in self.rows {
            vm.add_functions(module, rows);
        }
        if !self.lazy.is_empty() {
            let function = vm.native_value(&LOAD, &module.name, None);
            let name = vm.intern(LOAD.name);
            names.set_str(&name, BoundMethod::value(function, module.clone().into()));
        }
    }

    /// Where a name is defined that the module gets when it is asked for.
    fn definer(&self, name: &str) -> Option<&'static str> {
        self.lazy.iter().find(|(_, names)| names.contains(&name)).map(|(module, _)| *module)
    }

    /// The names that it gets when they are asked for.
    pub fn lazy_names(&self) -> impl Iterator<Item = &'static str> {
        self.lazy.iter().flat_map(|(_, names)| names.iter().copied())
    }
}

static LOAD: Row = function!("__getattr__", "(module, name, /)", load, "Loads what is defined in the language.");

/// An attribute that a module hasn't got yet: a lazy name, or a submodule.
fn load(vm: &mut Vm, module: &Gc<Module>, name: &Gc<Str>) -> Result {
    let Some(known) = super::find(module.name.as_str()) else { return Ok(Value::Unset) };
    let full = format!("{}.{name}", module.name);
    if known.package && super::library::find(&full).is_some() {
        return vm.import_module(&full);
    }
    let Some(definer) = known.definer(name.as_str()) else { return Ok(Value::Unset) };
    let definer = vm.import_module(definer)?;
    let name = vm.intern_str(name);
    let value = vm.get_attr(&definer, &name)?;
    module.namespace.set_str(&name, value.clone());
    Ok(value)
}
