//! A session at a prompt: one machine, one `__main__`, one event loop for all that is typed.

use crate::builtins::stream;
use crate::object::Str;
use crate::source::SourceFile;
use crate::syntax::SyntaxError;
use crate::value::Value;
use crate::vm::{Raised, Result};

use super::{Ending, Runtime, Settings, compile_cell, ending, interrupt};

/// What came of a text that was typed.
pub enum Answer {
    /// It ran; whatever it had to say is written.
    Done,
    /// It is the beginning of something: more lines are needed.
    More,
    /// It does not compile.
    Refused(Box<SyntaxError>),
    /// The session is to end.
    Leave(Ending),
}

/// A session.
pub struct Session {
    runtime: Runtime,
    /// The `asyncio.Runner` of everything awaited at the prompt, once something is.
    runner: Option<Value>,
    entered: usize,
}

impl Session {
    /// A session with a machine of its own.
    pub fn new(settings: &Settings) -> Session {
        Session { runtime: Runtime::new(settings), runner: None, entered: 0 }
    }

    /// Runs what was typed: lines joined by line ends, the last one without. `last` says that no more can come.
    pub fn enter(&mut self, text: &str, last: bool) -> Answer {
        let text = if last { format!("{text}\n") } else { text.to_owned() };
        let source = match SourceFile::from_bytes(&format!("<python-input-{}>", self.entered), text.as_bytes()) {
            Ok(source) => source,
            Err(_) => return Answer::Done,
        };
        let compiled = match compile_cell(&source) {
            Ok(compiled) => compiled,
            Err(error) if error.incomplete && !last => return Answer::More,
            Err(error) => {
                self.entered += 1;
                return Answer::Refused(error);
            }
        };
        self.entered += 1;
        interrupt::forget(&self.runtime.vm);
        let outcome = self.run(Ok(compiled));
        self.settle(outcome)
    }

    fn run(&mut self, compiled: std::result::Result<crate::compile::Compiled, Box<SyntaxError>>) -> Result<()> {
        let globals = self.runtime.globals.clone();
        let code = super::compiling::load(&mut self.runtime.vm, compiled)?;
        let value = self.runtime.vm.run_code(&code, &globals, None)?;
        // What awaits at its top level is a coroutine; anything else has run.
        if !matches!(code.code.kind, crate::bytecode::CodeKind::Coroutine) {
            return Ok(());
        }
        let runner = self.runner()?;
        let vm = &mut self.runtime.vm;
        vm.call_method(&runner, &vm.intern("run"), &[value]).map(|_| ())
    }

    fn runner(&mut self) -> Result {
        if let Some(runner) = &self.runner {
            return Ok(runner.clone());
        }
        let vm = &mut self.runtime.vm;
        let asyncio = vm.import_module("asyncio")?;
        let class = vm.get_attr(&asyncio, &vm.intern("Runner"))?;
        let runner = vm.call(&class, &[])?;
        self.runner = Some(runner.clone());
        Ok(runner)
    }

    /// Reports an exception and goes on; SystemExit ends the session.
    fn settle(&mut self, outcome: Result<()>) -> Answer {
        let vm = &mut self.runtime.vm;
        let leaves = matches!(&outcome, Err(raised) if vm.is_exception(raised, &vm.exc.system_exit));
        let failed = outcome.is_err();
        if let Err(raised) = &outcome {
            let last = [("last_exc", Value::from(raised.0.clone())), ("last_value", raised.0.clone().into())];
            if let Some(sys) = &vm.sys {
                last.into_iter().for_each(|(name, value)| sys.namespace.set_str(&vm.intern(name), value));
            }
        }
        let ending = ending::of(vm, outcome, self.runtime.plain);
        if !failed {
            self.flush();
        }
        if leaves { Answer::Leave(ending) } else { Answer::Done }
    }

    fn flush(&mut self) {
        let vm = &mut self.runtime.vm;
        vm.run_finalizers();
        if let Err(Raised(exception)) = stream::flush_all(vm) {
            crate::builtins::traceback::print_exception(vm, &exception);
        }
    }

    /// Names that begin with a text, for completion: the session's own and the built-in ones.
    pub fn names(&self, start: &str) -> Vec<String> {
        let mut names = Vec::new();
        for namespace in [&self.runtime.globals, &self.runtime.vm.builtins] {
            let storage = namespace.borrow();
            let texts = storage.iter().filter_map(|entry| entry.key.get::<Str>());
            names.extend(texts.map(Str::as_str).filter(|name| name.starts_with(start)).map(str::to_owned));
        }
        names.sort_unstable();
        names.dedup();
        names
    }

    /// Ends the session and its machine.
    pub fn leave(mut self, ending: Ending) -> Ending {
        if let Some(runner) = self.runner.take() {
            let vm = &mut self.runtime.vm;
            if let Err(Raised(exception)) = vm.call_method(&runner, &vm.intern("close"), &[]) {
                crate::builtins::traceback::print_exception(vm, &exception);
            }
        }
        self.runtime.shut_down(ending)
    }
}
