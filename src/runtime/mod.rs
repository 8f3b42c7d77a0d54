//! Assembly: the one place where text, code, machine and event loop meet.
//!
//! A [`Runtime`] is a machine with everything installed and a module `__main__` to run in. Making one touches no file and builds no module
//! that a script has not asked for; [`natives`] says what there is to ask for.

mod compiling;
mod ending;
mod interrupt;
mod loader;
mod natives;
mod script;
mod session;
mod shutdown;
mod typos;

use std::sync::Arc;

use crate::builtins::{self, stream};
use crate::heap::{self, Gc};
use crate::object::{Dict, List, Module, Str};
use crate::source::SourceFile;
use crate::syntax::{self, SyntaxError};
use crate::value::Value;
use crate::vm::{Result, Vm};

pub use compiling::{check, compile_cell, compile_module, warning_text};
pub use ending::{Ending, UNWRITTEN, USAGE};
pub use interrupt::on_machine_thread;
pub use loader::Finder;
pub use script::{Unreadable, read_file, read_stdin};
pub use session::{Answer, Session};

/// How a machine is to be made.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Event loops go by a virtual clock.
    pub virtual_time: bool,
    /// Errors are printed as CPython prints them even on a terminal.
    pub plain: bool,
    /// `sys.argv`
    pub argv: Vec<String>,
    /// `sys.path[0]`: where the script's own modules are.
    pub folder: String,
}

/// A machine, ready to run a script.
pub struct Runtime {
    vm: Vm,
    /// The namespace of `__main__`.
    globals: Gc<Dict>,
    plain: bool,
}

impl Runtime {
    /// A machine with everything installed.
    pub fn new(settings: &Settings) -> Runtime {
        heap::set_stress(std::env::var_os("ACLI_GC_STRESS").is_some_and(|value| value == "1"));
        let mut vm = Vm::new();
        natives::install_core(&mut vm);
        builtins::install(&mut vm);
        vm.loader = Some(std::rc::Rc::new(Finder));
        vm.hooks.outside = interrupt::attend;
        vm.hooks.sleep = Some(interrupt::sleep);
        vm.hooks.operator_span = syntax::operator_span;
        vm.hooks.assigned_call = syntax::assigned_call;
        natives::install_hooks(&mut vm, settings);
        set_arguments(&vm, &settings.argv, &settings.folder);
        let globals = main_module(&vm);
        interrupt::adopt(&mut vm);
        heap::keep_reserve(stream::last_words);
        Runtime { vm, globals, plain: settings.plain }
    }

    /// The machine.
    pub fn vm(&mut self) -> &mut Vm {
        &mut self.vm
    }

    /// The namespace of `__main__`.
    pub fn globals(&self) -> &Gc<Dict> {
        &self.globals
    }

    /// Sets `__file__` of `__main__`.
    pub fn set_file(&mut self, path: &str) {
        self.globals.set_str(&self.vm.names.file, Str::value(path));
    }

    /// Compiles a script and runs it to its end, `__main__` left as it is. A script that does not compile does not begin.
    pub fn run_script(&mut self, source: &Arc<SourceFile>) -> std::result::Result<Ending, Box<SyntaxError>> {
        let compiled = compile_module(source).map_err(typos::mended)?;
        for warning in &compiled.warnings {
            builtins::traceback::write_stderr(&mut self.vm, &warning_text(warning));
        }
        let code = self.vm.load(&compiled.code);
        if let Some(doc) = &code.code.doc {
            self.globals.set_str(&self.vm.names.doc, Str::value(&**doc));
        }
        let outcome = self.vm.run_code(&code, &self.globals, None);
        drop(code);
        Ok(self.end(outcome))
    }

    /// What an outcome means for the process: an exception is reported, SystemExit obeyed.
    pub fn end(&mut self, outcome: Result) -> Ending {
        ending::of(&mut self.vm, outcome.map(|_| ()), self.plain)
    }

    /// Ends the machine: what waits is written, finalisers run, and the status of the process is settled.
    pub fn shut_down(self, ending: Ending) -> Ending {
        shutdown::shut_down(self.vm, self.globals, ending)
    }
}

/// A new `__main__` in `sys.modules`; its namespace.
fn main_module(vm: &Vm) -> Gc<Dict> {
    let module = Module::new(vm.names.main.clone(), Dict::new());
    let names = &module.namespace;
    names.set_str(&vm.names.name, vm.names.main.clone().into());
    for name in [&vm.names.doc, &vm.names.package, &vm.names.loader, &vm.names.spec] {
        names.set_str(name, Value::None);
    }
    if let Some(builtins) = vm.modules.get_text("builtins") {
        names.set_str(&vm.names.builtins, builtins);
    }
    vm.modules.set_str(&vm.names.main, module.clone().into());
    module.namespace.clone()
}

/// Sets `sys.argv` and `sys.path`.
fn set_arguments(vm: &Vm, argv: &[String], folder: &str) {
    let Some(sys) = &vm.sys else { return };
    let argv = argv.iter().map(|text| Str::value(text.as_str())).collect();
    sys.namespace.set_str(&vm.intern("argv"), List::value(argv));
    sys.namespace.set_str(&vm.intern("path"), List::value(vec![Str::value(folder)]));
    sys.namespace.set_str(&vm.intern("modules"), vm.modules.clone().into());
}
