//! From syntax trees to bytecode. No heap: constants are plain data until the code is loaded.
//!
//! Each construct is compiled by the file of its theme; `frame` holds what is being built, `emit` writes it down. Rules that
//! hold everywhere:
//!
//! - A local register that is a destination is written by the last instruction of an expression only, so a failing expression
//!   changes nothing.
//! - Operands are read in place from locals that are surely bound; everything else goes through temporaries in stack discipline.
//! - Temporaries left behind with an object in them are unset when their statement ends.

mod assign;
mod bits;
mod blocks;
mod boolean;
mod call;
mod class;
mod compare;
mod comprehension;
mod display;
mod emit;
mod expr;
mod fold;
mod frame;
mod function;
mod import;
mod loops;
mod matching;
mod name;
mod operator;
mod pattern;
mod stmt;
mod string;
mod tryexcept;
mod typeparam;
mod unit;
mod unparse;
mod with;

use std::cell::RefCell;
use std::sync::Arc;

use rustc_hash::FxHashSet;

use crate::bytecode::Code;
use crate::diag::{Code as DiagCode, Diagnostic};
use crate::resolve::{Options as ResolveOptions, Role, Root, Scopes, mangle};
use crate::source::{SourceFile, Span};
use crate::syntax::ast::{Cell, Lone, Module, Name, Warning};

use frame::Frame;

/// How to compile.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// Names of the outermost level live in a namespace held in register 0: `exec` and `eval` with locals of their own.
    pub namespace: bool,
    /// `await` may stand at the outermost level; the code is a coroutine's if it does.
    pub top_level_await: bool,
    /// `from __future__ import annotations` is in force from outside.
    pub string_annotations: bool,
}

/// Code, and what CPython would warn of.
#[derive(Debug)]
pub struct Compiled {
    /// The module's code.
    pub code: Arc<Code>,
    /// `SyntaxWarning`s: the parser's, then others in the order of the text.
    pub warnings: Vec<Diagnostic>,
}

/// Compiles a file.
pub fn module(module: &Module, source: &Arc<SourceFile>, options: Options) -> Result<Compiled, Diagnostic> {
    compile(Root::Module(module), &module.warnings, source, options)
}

/// Compiles REPL input; the value of a last expression is shown.
pub fn cell(cell: &Cell, source: &Arc<SourceFile>, options: Options) -> Result<Compiled, Diagnostic> {
    compile(Root::Cell(cell), &cell.warnings, source, options)
}

/// Compiles a lone statement; what its expressions give is shown.
pub fn single(cell: &Cell, source: &Arc<SourceFile>, options: Options) -> Result<Compiled, Diagnostic> {
    compile(Root::Single(cell), &cell.warnings, source, options)
}

/// Compiles an expression; the code returns its value.
pub fn expression(lone: &Lone, source: &Arc<SourceFile>, options: Options) -> Result<Compiled, Diagnostic> {
    compile(Root::Expression(&lone.expr), &lone.warnings, source, options)
}

fn compile(root: Root<'_>, parsing: &[Warning], source: &Arc<SourceFile>, options: Options) -> Result<Compiled, Diagnostic> {
    let resolve = ResolveOptions {
        namespace: options.namespace,
        top_level_await: options.top_level_await,
        string_annotations: options.string_annotations,
    };
    let mut scopes = Scopes::resolve(root, source, resolve)?;
    let warned = |warning: &Warning| {
        Diagnostic::warning(DiagCode::SYNTAX_WARNING, warning.message.clone(), warning.span, source.clone())
    };
    let warnings = parsing.iter().map(warned).chain(std::mem::take(&mut scopes.warnings)).collect();
    let code = unit::compile_root(&scopes, root, source).map_err(|diagnostic| *diagnostic)?;
    Ok(Compiled { code, warnings })
}

/// Compilation stops at the first thing that it can't do.
type Res<T = ()> = Result<T, Box<Diagnostic>>;

/// Where an expression's value is to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Dst {
    /// Into the next temporary.
    Push,
    /// Into this register.
    Into(u16),
}

/// The compiler of one text.
struct Compiler<'a> {
    scopes: &'a Scopes,
    source: &'a Arc<SourceFile>,
    /// The code being built.
    frame: Frame<'a>,
    /// The codes around it, innermost last.
    outer: Vec<Frame<'a>>,
    /// Name of the class around, for private names.
    class: Option<Name>,
    /// The text is a lone statement: what its expressions outside functions give is shown.
    shows: bool,
    /// Where operators stand that are known to give no constant: nobody looks through their operands again.
    varying: RefCell<FxHashSet<usize>>,
}

impl<'a> Compiler<'a> {
    /// A construct that CPython runs and acli does not.
    #[cold]
    fn unsupported(&self, span: Span, what: &str) -> Box<Diagnostic> {
        let text = format!("acli does not support {what} yet");
        Box::new(Diagnostic::error(DiagCode::NOT_COMPILED, text, span, self.source.clone()))
    }

    #[cold]
    fn too_large(&self, what: &str) -> Box<Diagnostic> {
        let text = format!("too many {what} in one function or module");
        Box::new(Diagnostic::error(DiagCode::TOO_LARGE, text, Span::default(), self.source.clone()))
    }

    fn mangled(&self, name: &'a Name) -> std::borrow::Cow<'a, str> {
        mangle(self.class.as_deref(), name)
    }

    /// Gives back the operands' temporaries and yields the register for the result.
    fn finish(&mut self, mark: u16, dst: Dst) -> u16 {
        self.frame.release(mark);
        match dst {
            Dst::Push => self.frame.push(),
            Dst::Into(register) => register,
        }
    }

    fn scope_of<T>(&self, node: &T, role: Role) -> crate::resolve::ScopeId {
        self.scopes.of(node, role)
    }
}
