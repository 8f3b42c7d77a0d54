//! Imports: `sys.modules`, names of packages, and the loader that finds what is not there yet.

use super::step::{code_of, function_of};
use crate::bytecode::Instr;
use crate::heap::Gc;
use crate::object::frame::Frame;
use crate::object::{CodeObject, Dict, Module, Native, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

/// What the floor above does for imports and for code made at run time.
pub trait Loader {
    /// Finds and runs a module that is not in `sys.modules`: `name` is its full name, `search` the `__path__` of its package (none at the top).
    /// A loader puts the module into `sys.modules` before it runs it. None where there is no such module.
    fn load(&self, vm: &mut Vm, name: &str, search: Option<&Value>) -> Result<Option<Value>>;

    /// Compiles text: `mode` is "exec", "eval" or "single"; with `namespace` names are looked up in register 0 first. Errors are SyntaxErrors.
    fn compile(&self, vm: &mut Vm, text: &str, filename: &str, mode: &str, namespace: bool) -> Result<Gc<CodeObject>>;
}

impl Vm {
    /// `ImportName`
    pub(super) fn import_step(&mut self, frame: *mut Frame, i: Instr) -> Result {
        let code = code_of(frame);
        let name = code.names[usize::from(i.c)].clone();
        let from_list = code.consts[usize::from(i.b)].clone();
        let globals = function_of(frame).globals.clone();
        let hook = match self.own_builtins(&globals) {
            Some(builtins) => builtins.get_text("__import__"),
            None => self.builtins.get_text("__import__"),
        };
        match hook {
            Some(hook) if hook.is::<Native>() => self.import(&name, &globals, &from_list, usize::from(i.n)),
            // A script's own: it gets what the statement says.
            Some(hook) => {
                let from_list =
                    if from_list.get::<Tuple>().is_some_and(|list| list.items().is_empty()) { Value::None } else { from_list };
                let locals = globals.clone();
                self.call(&hook, &[name.into(), globals.into(), locals.into(), from_list, Value::Int(i64::from(i.n))])
            }
            None => Err(self.import_error("__import__ not found")),
        }
    }

    /// `__import__(name, globals, from_list, level)`
    pub fn import(&mut self, name: &Gc<Str>, globals: &Gc<Dict>, from_list: &Value, level: usize) -> Result {
        if level == 0 && name.as_str().is_empty() {
            return Err(self.value_error("Empty module name"));
        }
        let full = if level == 0 { name.to_string() } else { self.resolve_relative(name, globals, level)? };
        let module = self.import_module(&full)?;
        let wanted: Vec<Value> = from_list.get::<Tuple>().map(|list| list.items().to_vec()).unwrap_or_default();
        if wanted.is_empty() {
            if level > 0 {
                return Ok(module);
            }
            let first = full.split('.').next().unwrap_or(&full);
            return self.import_module(first);
        }
        // `from package import submodule` loads the submodule.
        let path = module.get::<Module>().and_then(|module| module.namespace.get_str(&self.names.path));
        if path.is_some() {
            for wanted in wanted {
                let Some(text) = wanted.gc::<Str>() else { continue };
                let missing = module.get::<Module>().is_some_and(|module| module.namespace.get_str(text).is_none());
                if missing && text.as_str() != "*" {
                    self.find_module(&format!("{full}.{text}"))?;
                }
            }
        }
        Ok(module)
    }

    /// The module of a full name, with all its packages.
    pub fn import_module(&mut self, full: &str) -> Result {
        let mut end = 0;
        loop {
            end = full[end..].find('.').map_or(full.len(), |dot| end + dot);
            let part = &full[..end];
            // A package that is there already is not looked at: None in its place neither.
            if end < full.len() && self.modules.get_text(part).is_some() {
                end += 1;
                continue;
            }
            let found = self.find_module(part)?;
            let Some(module) = found else {
                let (parent, hint) = match part.rsplit_once('.') {
                    Some((parent, _)) => (parent, !self.is_package(parent)),
                    None => ("", false),
                };
                let message = if hint {
                    format!("No module named '{full}'; '{parent}' is not a package")
                } else {
                    format!("No module named '{part}'")
                };
                return Err(self.not_found(part, &message));
            };
            if end == full.len() {
                return Ok(module);
            }
            end += 1;
        }
    }

    #[cold]
    fn not_found(&self, name: &str, message: &str) -> Raised {
        let raised = self.raise(&self.exc.module_not_found_error, message);
        raised.0.attrs.set(&self.exc.module_not_found_error, &self.names.name_attr, Str::value(name));
        raised
    }

    fn is_package(&self, name: &str) -> bool {
        let module = self.modules.get_text(name);
        module
            .and_then(|module| module.get::<Module>().map(|module| module.namespace.get_str(&self.names.path).is_some()))
            .unwrap_or(false)
    }

    /// A module by its full name whose packages are loaded; none where there is none.
    fn find_module(&mut self, full: &str) -> Result<Option<Value>> {
        if let Some(module) = self.modules.get_text(full) {
            if module.is_none() {
                return Err(self.not_found(full, &format!("import of {full} halted; None in sys.modules")));
            }
            return Ok(Some(module));
        }
        let search = match full.rsplit_once('.') {
            None => None,
            Some((parent, _)) => {
                let parent = self.modules.get_text(parent);
                let path = parent
                    .and_then(|module| module.get::<Module>().and_then(|module| module.namespace.get_str(&self.names.path)));
                let Some(path) = path else { return Ok(None) };
                Some(path)
            }
        };
        let Some(loader) = self.loader.clone() else { return Ok(None) };
        let module = self.guard(|vm| loader.load(vm, full, search.as_ref()))?;
        if let (Some(module), Some((parent, child))) = (&module, full.rsplit_once('.'))
            && let Some(parent) = self.modules.get_text(parent)
            && let Some(parent) = parent.get::<Module>()
        {
            parent.namespace.set_str(&self.intern(child), module.clone());
        }
        Ok(module)
    }

    fn resolve_relative(&mut self, name: &Str, globals: &Dict, level: usize) -> Result<String> {
        let package = globals.get_str(&self.names.package).filter(|package| !package.is_none());
        let package = match package {
            Some(package) => self.str(&package)?.to_string(),
            None => {
                let Some(own) = globals.get_str(&self.names.name) else {
                    return Err(self.key_error(&Str::value("'__name__' not in globals")));
                };
                let own = self.str(&own)?.to_string();
                match (globals.get_str(&self.names.path).is_some(), own.rsplit_once('.')) {
                    (true, _) => own,
                    (false, Some((parent, _))) => parent.to_owned(),
                    (false, None) => String::new(),
                }
            }
        };
        if package.is_empty() {
            return Err(self.import_error("attempted relative import with no known parent package"));
        }
        let mut base = package.as_str();
        for _ in 1..level {
            match base.rsplit_once('.') {
                Some((parent, _)) => base = parent,
                None => return Err(self.import_error("attempted relative import beyond top-level package")),
            }
        }
        Ok(if name.as_str().is_empty() { base.to_owned() } else { format!("{base}.{name}") })
    }

    /// `from module import name`
    pub(super) fn import_from(&mut self, module: &Value, name: &Gc<Str>) -> Result {
        if let Some(value) = self.attr_or_none(module, name)? {
            return Ok(value);
        }
        let own = self.attr_or_none(module, &self.names.name.clone())?.filter(Value::is::<Str>);
        let text = match &own {
            Some(own) => self.str(own)?,
            None => Str::new("<unknown module name>"),
        };
        if let Some(found) = self.modules.get_text(&format!("{text}.{name}")) {
            return Ok(found);
        }
        let file = module.get::<Module>().and_then(|module| module.namespace.get_str(&self.names.file));
        let place = match &file {
            Some(file) => self.str(file)?.to_string(),
            None => "unknown location".to_owned(),
        };
        let raised = self.import_error(format!("cannot import name '{name}' from '{text}' ({place})"));
        let class = &self.exc.import_error;
        raised.0.attrs.set(class, &self.names.name_attr, own.unwrap_or(Value::None));
        raised.0.attrs.set(class, &self.intern("name_from"), name.clone().into());
        raised.0.attrs.set(class, &self.intern("path"), file.unwrap_or(Value::None));
        Err(raised)
    }

    /// An attribute, none where looking for it raises AttributeError.
    fn attr_or_none(&mut self, object: &Value, name: &Gc<Str>) -> Result<Option<Value>> {
        match self.get_attr_optional(object, name) {
            Err(raised) if self.is_exception(&raised, &self.exc.attribute_error) => Ok(None),
            found => found,
        }
    }

    /// `from module import *`
    pub(super) fn import_star(&mut self, frame: *mut Frame, module: &Value) -> Result<()> {
        let globals = function_of(frame).globals.clone();
        let names = self.exported(module)?;
        for name in names {
            let name = self.intern_str(&name);
            let value = self.get_attr(module, &name)?;
            globals.set_str(&name, value);
        }
        Ok(())
    }

    /// The names that `from module import *` takes: those that `__all__` has, else all that are no secret.
    fn exported(&mut self, module: &Value) -> Result<Vec<Gc<Str>>> {
        let listed = self.attr_or_none(module, &self.names.all.clone())?;
        let (keys, place) = match &listed {
            Some(all) if self.lookup_special(all, &self.names.getitem.clone()).is_some() => (self.collect(all)?, "Item in"),
            Some(all) => {
                let given = self.type_name(all);
                return Err(self.type_error(format!("'{given}' object does not support indexing")));
            }
            None => match self.attr_or_none(module, &self.names.dict.clone())? {
                Some(namespace) => (self.collect(&namespace)?, "Key in"),
                None => return Err(self.import_error("from-import-* object has no __dict__ and no __all__")),
            },
        };
        let mut names = Vec::new();
        for key in keys {
            match key.gc::<Str>() {
                Some(name) if listed.is_some() || !name.as_str().starts_with('_') => names.push(name.clone()),
                Some(_) => {}
                None => {
                    let attribute = if listed.is_some() { "__all__" } else { "__dict__" };
                    let own = self.get_attr(module, &self.names.name.clone())?;
                    let (own, given) = (self.str(&own)?, self.type_name(&key));
                    return Err(self.type_error(format!("{place} {own}.{attribute} must be str, not {given}")));
                }
            }
        }
        Ok(names)
    }
}
