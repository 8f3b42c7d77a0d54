//! From text to code, and from what is wrong with a text to the exception that a script sees.

use std::fmt::Write;
use std::sync::Arc;

use crate::builtins::exception::{syntax_fields, syntax_typo};
use crate::compile::{self, Compiled, Options};
use crate::diag::{Code, Diagnostic};
use crate::heap::Gc;
use crate::object::{Class, CodeObject, Str};
use crate::report;
use crate::source::{LoadError, SourceFile};
use crate::syntax::{self, ErrorKind, MAX_DEPTH, SyntaxError};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

use super::typos;

/// Text that does not compile.
type Refused = Box<SyntaxError>;

fn refused(diagnostic: Diagnostic) -> Refused {
    Box::new(SyntaxError { kind: ErrorKind::Syntax, diagnostic: Box::new(diagnostic), incomplete: false, since: 0 })
}

/// How many expressions may stand within one another; `MAX_DEPTH` of them on any stack, more on one made for that.
const DEEP: u32 = 20_000;
/// Bytes of that stack for each.
const LEVEL: usize = 16 << 10;

/// What a text is.
#[derive(Clone, Copy)]
pub enum Form {
    /// A file.
    Module,
    /// What was typed at a prompt.
    Cell,
    /// A lone statement, as `compile` takes it.
    Single,
    /// A lone expression.
    Expression,
}

/// The options of a file.
pub fn plain() -> Options {
    Options::default()
}

/// Parses and compiles a text. One that nests deep gets a stack of its own for that: its tree is walked, and dropped, as deep as it nests.
pub fn build(source: &Arc<SourceFile>, form: Form, options: Options) -> std::result::Result<Compiled, Refused> {
    match build_within(source, form, options, MAX_DEPTH) {
        Err(error) if error.diagnostic.code == Code::TOO_DEEP => std::thread::scope(|scope| {
            let stack = std::thread::Builder::new().stack_size(DEEP as usize * LEVEL);
            match stack.spawn_scoped(scope, || build_within(source, form, options, DEEP)) {
                Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                // There is no memory for it.
                Err(_) => Err(error),
            }
        }),
        done => done,
    }
}

fn build_within(source: &Arc<SourceFile>, form: Form, options: Options, limit: u32) -> std::result::Result<Compiled, Refused> {
    match form {
        Form::Module => {
            let tree = syntax::parse_module_within(source, limit).map_err(Box::new)?;
            compile::module(&tree, source, options).map_err(refused)
        }
        Form::Cell => {
            let tree = syntax::parse_cell_within(source, limit).map_err(Box::new)?;
            compile::cell(&tree, source, options).map_err(refused)
        }
        Form::Single => {
            let tree = syntax::parse_single_within(source, limit).map_err(Box::new)?;
            compile::single(&tree, source, options).map_err(refused)
        }
        Form::Expression => {
            let tree = syntax::parse_expression_within(source, limit).map_err(Box::new)?;
            compile::expression(&tree, source, options).map_err(refused)
        }
    }
}

/// Compiles a file.
pub fn compile_module(source: &Arc<SourceFile>) -> std::result::Result<Compiled, Refused> {
    build(source, Form::Module, plain())
}

/// Compiles what was typed at a prompt; `await` may stand at its top.
pub fn compile_cell(source: &Arc<SourceFile>) -> std::result::Result<Compiled, Refused> {
    build(source, Form::Cell, Options { top_level_await: true, ..Options::default() }).map_err(typos::mended)
}

/// Everything that can be said about a file without running it: the warnings, or why it would not run.
pub fn check(source: &Arc<SourceFile>) -> std::result::Result<Vec<Diagnostic>, Refused> {
    compile_module(source).map(|compiled| compiled.warnings).map_err(typos::mended)
}

/// A SyntaxWarning as CPython prints it.
pub fn warning_text(warning: &Diagnostic) -> String {
    let (source, line) = (&warning.source, warning.source.line(warning.primary.span.start));
    let mut text = format!("{}:{line}: SyntaxWarning: {}\n", source.name(), warning.message);
    let shown = source.line_text(line).trim();
    // Text that is no file can't be looked up by who prints the warning.
    if !shown.is_empty() && !source.name().starts_with('<') {
        let _ = writeln!(text, "  {shown}");
    }
    text
}

/// Compiles text for `compile`, `eval` and `exec`.
pub fn compile_text(vm: &mut Vm, text: &str, filename: &str, mode: &str, namespace: bool) -> Result<Gc<CodeObject>> {
    vm.check_room_to_compile()?;
    let source = match SourceFile::from_bytes(filename, text.as_bytes()) {
        Ok(source) => source,
        Err(error) => return Err(unreadable(vm, &error)),
    };
    let options = Options { namespace, ..Options::default() };
    let form = match mode {
        "eval" => Form::Expression,
        "single" => Form::Single,
        _ => Form::Module,
    };
    load(vm, build(&source, form, options))
}

/// Loads compiled code, or raises why there is none.
pub fn load(vm: &mut Vm, compiled: std::result::Result<Compiled, Refused>) -> Result<Gc<CodeObject>> {
    match compiled {
        Ok(compiled) => {
            for warning in &compiled.warnings {
                warn(vm, warning)?;
            }
            Ok(vm.load(&compiled.code))
        }
        Err(error) => Err(syntax_error(vm, &error)),
    }
}

/// Gives a SyntaxWarning: by the module `warnings`, once a script has imported it. Where a filter makes it an error, that is a SyntaxError.
fn warn(vm: &mut Vm, warning: &Diagnostic) -> Result<()> {
    let Some(module) = vm.modules.get_text("warnings") else {
        crate::builtins::traceback::write_stderr(vm, &warning_text(warning));
        return Ok(());
    };
    let function = vm.get_attr(&module, &vm.intern("warn_explicit"))?;
    let line = warning.source.line(warning.primary.span.start);
    let class = vm.exc.syntax_warning.clone();
    let args = [
        Str::value(warning.message.as_str()),
        class.clone().into(),
        Str::value(warning.source.name()),
        Value::Int(i64::from(line)),
    ];
    vm.call(&function, &args).map(|_| ()).map_err(|raised| match vm.is_exception(&raised, &class) {
        true => error_at(vm, &vm.exc.syntax_error, warning),
        false => raised,
    })
}

/// The exception of a text that does not compile.
#[cold]
pub fn syntax_error(vm: &Vm, error: &SyntaxError) -> Raised {
    let class = match error.kind {
        ErrorKind::Syntax => &vm.exc.syntax_error,
        ErrorKind::Indentation => &vm.exc.indentation_error,
        ErrorKind::Tab => &vm.exc.tab_error,
    };
    let raised = error_at(vm, class, &error.diagnostic);
    if let Some(typo) = typos::find(error) {
        let number = |number: u32| Value::Int(i64::from(number));
        let (start, end) = typo.columns;
        let fields = [number(typo.line), Str::value(typo.text), number(start), number(end), Str::value(typo.message)];
        syntax_typo(vm, &raised.0, fields);
    }
    raised
}

#[cold]
fn error_at(vm: &Vm, class: &Gc<Class>, diagnostic: &Diagnostic) -> Raised {
    let place = report::Place::of(diagnostic);
    let number = |number: u32| Value::Int(i64::from(number));
    let fields = [
        Str::value(diagnostic.source.name()),
        number(place.line),
        number(place.offset),
        Str::value(format!("{}\n", place.text)),
        number(place.end_line),
        number(place.end_offset),
    ];
    syntax_fields(vm, class, &diagnostic.message, fields)
}

/// The exception of bytes that are no source text.
#[cold]
pub fn unreadable(vm: &Vm, error: &LoadError) -> Raised {
    let number = |number: u32| Value::Int(i64::from(number));
    let fields =
        [Str::value(error.name.as_str()), number(error.line), Value::Int(0), Value::None, number(error.line), Value::Int(0)];
    syntax_fields(vm, &vm.exc.syntax_error, &error.to_string(), fields)
}
