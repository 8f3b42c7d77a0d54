//! Finding modules: native ones, those written in the language that come with acli, and the script's own on `sys.path`.
//!
//! Order as in CPython: what nothing shadows (`sys`, `time`, …), then the script's folder, then the rest of what comes with the machine.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::heap::Gc;
use crate::modules::{self, library};
use crate::object::{CodeObject, Dict, List, Module, Str};
use crate::source::SourceFile;
use crate::value::Value;
use crate::vm::{Loader, Raised, Result, Vm};

use super::compiling;

/// The loader of a machine.
pub struct Finder;

/// Where a module's text is.
enum Found {
    /// A file; of a package its `__init__.py`, with the package's folder.
    File(PathBuf, Option<PathBuf>),
    /// Folders without `__init__.py` (PEP 420).
    Folders(Vec<PathBuf>),
}

impl Loader for Finder {
    fn load(&self, vm: &mut Vm, name: &str, search: Option<&Value>) -> Result<Option<Value>> {
        let native = modules::find(name);
        if let Some(core) = native.filter(|module| module.core) {
            return core.make(vm).map(|module| Some(module.into()));
        }
        let folders = match search {
            Some(path) => texts(vm, path)?,
            None => match vm.sys.as_ref().and_then(|sys| sys.namespace.get_text("path")) {
                Some(path) => texts(vm, &path)?,
                None => Vec::new(),
            },
        };
        let last = name.rsplit('.').next().unwrap_or(name);
        match find(&folders, last) {
            Some(Found::File(file, package)) => return run_file(vm, name, &file, package.as_deref()).map(Some),
            Some(Found::Folders(folders)) if native.is_none() && library::find(name).is_none() => {
                return Ok(Some(namespace_package(vm, name, &folders)));
            }
            _ => {}
        }
        match (native, library::find(name)) {
            (Some(native), _) => native.make(vm).map(|module| Some(module.into())),
            (None, Some(text)) => run_embedded(vm, text).map(Some),
            (None, None) => Ok(None),
        }
    }

    fn compile(&self, vm: &mut Vm, text: &str, filename: &str, mode: &str, namespace: bool) -> Result<Gc<CodeObject>> {
        compiling::compile_text(vm, text, filename, mode, namespace)
    }
}

/// The strings of a path list; what is no string is passed over.
fn texts(vm: &mut Vm, path: &Value) -> Result<Vec<String>> {
    let items = vm.collect(path)?;
    Ok(items.iter().filter_map(|item| item.get::<Str>().map(|text| text.as_str().to_owned())).collect())
}

fn find(folders: &[String], name: &str) -> Option<Found> {
    let mut portions = Vec::new();
    for folder in folders {
        // The empty entry stands for the current folder, wherever that is by now.
        let folder = if folder.is_empty() { std::env::current_dir().ok()? } else { PathBuf::from(folder) };
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if init.is_file() {
            return Some(Found::File(init, Some(package)));
        }
        let file = folder.join(format!("{name}.py"));
        if file.is_file() {
            return Some(Found::File(file, None));
        }
        if package.is_dir() {
            portions.push(package);
        }
    }
    if portions.is_empty() { None } else { Some(Found::Folders(portions)) }
}

/// A module with the names that every module has.
fn new_module(vm: &Vm, name: &str, package: bool) -> Gc<Module> {
    let module = Module::new(vm.intern(name), Dict::new());
    let names = &module.namespace;
    let parent = if package { name } else { name.rsplit_once('.').map_or("", |(parent, _)| parent) };
    names.set_str(&vm.names.name, Str::value(name));
    names.set_str(&vm.names.doc, Value::None);
    names.set_str(&vm.names.package, Str::value(parent));
    names.set_str(&vm.names.loader, Value::None);
    names.set_str(&vm.names.spec, Value::None);
    module
}

fn path_value(path: &Path) -> Value {
    Str::value(&*path.to_string_lossy())
}

fn namespace_package(vm: &Vm, name: &str, folders: &[PathBuf]) -> Value {
    let module = new_module(vm, name, true);
    module.namespace.set_str(&vm.names.path, List::value(folders.iter().map(|folder| path_value(folder)).collect()));
    let value: Value = module.into();
    vm.modules.set_str(&vm.intern(name), value.clone());
    value
}

fn run_file(vm: &mut Vm, name: &str, file: &Path, package: Option<&Path>) -> Result {
    let file = std::path::absolute(file).unwrap_or_else(|_| file.to_path_buf());
    let bytes = match std::fs::read(&file) {
        Ok(bytes) => bytes,
        Err(error) => return Err(os_error(vm, &error, &file)),
    };
    let source = match SourceFile::from_bytes(&file.to_string_lossy(), &bytes) {
        Ok(source) => source,
        Err(error) => return Err(compiling::unreadable(vm, &error)),
    };
    let module = new_module(vm, name, package.is_some());
    module.namespace.set_str(&vm.names.file, path_value(&file));
    if let Some(folder) = package {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf());
        module.namespace.set_str(&vm.names.path, List::value(vec![path_value(&folder)]));
    }
    run_module(vm, name, module, &source)
}

fn run_embedded(vm: &mut Vm, text: &library::Text) -> Result {
    let module = new_module(vm, text.name, text.package);
    if text.package {
        module.namespace.set_str(&vm.names.path, List::value(vec![]));
    }
    let source = SourceFile::new(format!("<frozen {}>", text.name), text.text);
    run_module(vm, text.name, module, &source)
}

/// Runs a module's text. It stands in `sys.modules` while it runs, and is taken out again if it fails; what stands there at the end counts.
fn run_module(vm: &mut Vm, name: &str, module: Gc<Module>, source: &Arc<SourceFile>) -> Result {
    vm.check_room_to_compile()?;
    let compiled = compiling::compile_module(source);
    let code = compiling::load(vm, compiled)?;
    if let Some(builtins) = vm.modules.get_text("builtins") {
        module.namespace.set_str(&vm.names.builtins, builtins);
    }
    if let Some(doc) = &code.code.doc {
        module.namespace.set_str(&vm.names.doc, Str::value(&**doc));
    }
    let key = vm.intern(name);
    vm.modules.set_str(&key, module.clone().into());
    if let Err(raised) = vm.run_code(&code, &module.namespace, None) {
        drop(vm.modules.remove_str(&key));
        return Err(raised);
    }
    match vm.modules.get_str(&key) {
        Some(module) => Ok(module),
        None => Err(vm.raise(&vm.exc.key_error, name)),
    }
}

#[cold]
fn os_error(vm: &mut Vm, error: &std::io::Error, file: &Path) -> Raised {
    let number = i64::from(error.raw_os_error().unwrap_or_default());
    let text = error.to_string();
    let text = text.split(" (os error").next().unwrap_or_default().to_owned();
    let class: Value = vm.exc.os_error.clone().into();
    match vm.call(&class, &[number.into(), Str::value(text.as_str()), path_value(file)]) {
        Ok(exception) => match exception.into_gc() {
            Ok(exception) => Raised(exception),
            Err(_) => vm.os_error(text),
        },
        Err(raised) => raised,
    }
}
