//! Assembly: from a script's text to a machine that runs it.

use std::rc::Rc;

use crate::heap::Gc;
use crate::object::{CodeObject, Dict, Str};
use crate::source::SourceFile;
use crate::value::Value;
use crate::vm::{Loader, Result, Vm};
use crate::{builtins, compile, modules, syntax};

struct Modules;

impl Loader for Modules {
    fn load(&self, vm: &mut Vm, name: &str, _search: Option<&Value>) -> Result<Option<Value>> {
        let module = match name {
            "asyncio" => modules::asyncio::make(vm),
            "math" => modules::math::make(vm),
            "random" => modules::random::make(vm),
            _ => return Ok(None),
        };
        vm.modules.set_str(&vm.intern(name), module.clone().into());
        Ok(Some(module.into()))
    }

    fn compile(&self, vm: &mut Vm, text: &str, filename: &str, _mode: &str, namespace: bool) -> Result<Gc<CodeObject>> {
        let source = SourceFile::new(filename, text);
        let module =
            syntax::parse_module(&source).map_err(|error| vm.raise(&vm.exc.syntax_error, &error.diagnostic.message))?;
        let compiled = compile::module(&module, &source, compile::Options { namespace, ..Default::default() });
        let compiled = compiled.map_err(|error| vm.raise(&vm.exc.syntax_error, &error.message))?;
        Ok(vm.load(&compiled.code))
    }
}

/// Runs a script.
pub fn run_text(name: &str, text: &str) -> i32 {
    let source = SourceFile::new(name, text);
    let module = match syntax::parse_module(&source) {
        Ok(module) => module,
        Err(error) => {
            eprintln!("{}", error.diagnostic.message);
            return 2;
        }
    };
    let compiled = match compile::module(&module, &source, compile::Options::default()) {
        Ok(compiled) => compiled,
        Err(error) => {
            eprintln!("{}", error.message);
            return 2;
        }
    };
    let mut vm = Vm::new();
    builtins::install(&mut vm);
    vm.loader = Some(Rc::new(Modules));
    let globals = Dict::new();
    globals.set_str(&vm.intern("__name__"), Str::value("__main__"));
    let code = vm.load(&compiled.code);
    let status = match vm.run_code(&code, &globals, None) {
        Ok(_) => 0,
        Err(raised) => {
            builtins::traceback::print_exception(&mut vm, &raised.0);
            1
        }
    };
    let _ = builtins::stream::flush_all(&mut vm);
    status
}
