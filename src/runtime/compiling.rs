//! From text to code, and from what is wrong with a text to the exception that a script sees.

use std::fmt::Write;
use std::sync::Arc;

use crate::builtins::exception::syntax_fields;
use crate::compile::{self, Compiled, Options};
use crate::diag::Diagnostic;
use crate::heap::Gc;
use crate::object::{Class, CodeObject, Str};
use crate::report;
use crate::source::{LoadError, SourceFile};
use crate::syntax::{self, ErrorKind, SyntaxError};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

/// Text that does not compile.
type Refused = Box<SyntaxError>;

fn refused(diagnostic: Diagnostic) -> Refused {
    Box::new(SyntaxError { kind: ErrorKind::Syntax, diagnostic: Box::new(diagnostic), incomplete: false })
}

/// Compiles a file.
pub fn compile_module(source: &Arc<SourceFile>) -> std::result::Result<Compiled, Refused> {
    let tree = syntax::parse_module(source).map_err(Box::new)?;
    compile::module(&tree, source, Options::default()).map_err(refused)
}

/// Compiles what was typed at a prompt; `await` may stand at its top.
pub fn compile_cell(source: &Arc<SourceFile>) -> std::result::Result<Compiled, Refused> {
    let tree = syntax::parse_cell(source).map_err(Box::new)?;
    let options = Options { top_level_await: true, ..Options::default() };
    compile::cell(&tree, source, options).map_err(refused)
}

/// Everything that can be said about a file without running it: the warnings, or why it would not run.
pub fn check(source: &Arc<SourceFile>) -> std::result::Result<Vec<Diagnostic>, Refused> {
    compile_module(source).map(|compiled| compiled.warnings)
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
    let compiled = match mode {
        "eval" => syntax::parse_expression(&source)
            .map_err(Box::new)
            .and_then(|tree| compile::expression(&tree, &source, options).map_err(refused)),
        "single" => syntax::parse_cell(&source)
            .map_err(Box::new)
            .and_then(|tree| compile::cell(&tree, &source, options).map_err(refused)),
        _ => syntax::parse_module(&source)
            .map_err(Box::new)
            .and_then(|tree| compile::module(&tree, &source, options).map_err(refused)),
    };
    load(vm, compiled)
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
    error_at(vm, class, &error.diagnostic)
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
