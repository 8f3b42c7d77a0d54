//! The entry points: text in, tree or syntax error out.

use std::sync::Arc;

use lalrpop_util::ParseError;

use super::actions::{Context, Top};
use super::ast::{Cell, Expr, Module, StmtKind};
use super::errors;
use super::fault::{ErrorKind, Fault};
use super::layout::{self, Layout};
use super::python::TextParser;
use super::soft_keywords;
use super::token::{Tok, Token};
use crate::diag::Diagnostic;
use crate::source::{SourceFile, Span};

/// Why a text does not parse.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    /// Which exception it raises.
    pub kind: ErrorKind,
    /// The message and its place.
    pub diagnostic: Diagnostic,
    /// More lines could mend it: the REPL asks for them.
    pub incomplete: bool,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.kind.name(), self.diagnostic.message)
    }
}

impl std::error::Error for SyntaxError {}

impl SyntaxError {
    fn new(fault: Fault, source: &Arc<SourceFile>) -> SyntaxError {
        let mut diagnostic = Diagnostic::error(fault.code, fault.message, fault.span, source.clone());
        if let Some((span, text)) = fault.label {
            diagnostic = diagnostic.label(span, text);
        }
        if let Some(help) = fault.help {
            diagnostic = diagnostic.help(help);
        }
        SyntaxError { kind: fault.kind, diagnostic, incomplete: fault.incomplete }
    }
}

/// Parses a file.
pub fn parse_module(source: &Arc<SourceFile>) -> Result<Module, SyntaxError> {
    let body = match parse(source, Tok::StartModule)? {
        Top::Module(body) => body,
        Top::Expression(expr) => vec![super::actions::stmt(StmtKind::Expr(Box::new(expr.clone())), expr.span.start, expr.span.end)],
    };
    let span = match (body.first(), body.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => Span::default(),
    };
    Ok(Module { body, span })
}

/// Parses what was typed at the REPL.
///
/// A block that may still grow (it ends where the text does, and no blank line follows) is incomplete.
pub fn parse_cell(source: &Arc<SourceFile>) -> Result<Cell, SyntaxError> {
    let Module { body, .. } = parse_module(source)?;
    let last_is_expr = matches!(body.last().map(|stmt| &stmt.kind), Some(StmtKind::Expr(_)));
    Ok(Cell { body, last_is_expr })
}

/// Parses a lone expression, as `eval` takes it.
pub fn parse_expression(source: &Arc<SourceFile>) -> Result<Expr, SyntaxError> {
    match parse(source, Tok::StartExpression)? {
        Top::Expression(expr) => Ok(expr),
        Top::Module(_) => {
            let fault = Fault::new(crate::diag::Code::INVALID_SYNTAX, Span::default(), "invalid syntax");
            Err(SyntaxError::new(*fault, source))
        }
    }
}

fn parse(source: &Arc<SourceFile>, start: Tok) -> Result<Top, SyntaxError> {
    let text = source.text();
    let Layout { mut tokens, fault } = layout::lay_out(text, start);
    soft_keywords::mark(text, &mut tokens);
    let failed = match run(text, &tokens, fault.clone()) {
        Ok(top) => return Ok(top),
        Err(failed) => failed,
    };
    Err(SyntaxError::new(errors::explain(text, &tokens, fault, failed), source))
}

/// What the generated parser gives up with.
pub type Failure = ParseError<u32, Tok, Box<Fault>>;

/// Runs the generated parser over tokens; `fault` stands where they end.
pub fn run(text: &str, tokens: &[Token], fault: Option<Box<Fault>>) -> Result<Top, Failure> {
    let items = tokens.iter().map(|token| Ok((token.span.start, token.tok, token.span.end)));
    TextParser::new().parse(&Context { text }, items.chain(fault.map(Err)))
}
