//! The entry points: text in, tree or syntax error out.

use std::cell::RefCell;
use std::sync::Arc;

use lalrpop_util::ParseError;

use super::actions::{Context, Top};
use super::ast::{Cell, Lone, Module, Stmt, StmtKind, Warning};
use super::depth::MAX_DEPTH;
use super::errors;
use super::fault::{ErrorKind, Fault};
use super::layout::{self, Layout};
use super::python::TextParser;
use super::soft_keywords;
use super::token::{Tok, Token};
use crate::diag::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// Why a text does not parse.
#[derive(Clone, Debug)]
pub struct SyntaxError {
    /// Which exception it raises.
    pub kind: ErrorKind,
    /// The message and its place.
    pub diagnostic: Box<Diagnostic>,
    /// More lines could mend it: the REPL asks for them.
    pub incomplete: bool,
    /// Where the last block begins that had ended before it; the beginning of the text where none had.
    pub since: u32,
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
        SyntaxError { kind: fault.kind, diagnostic: Box::new(diagnostic), incomplete: fault.incomplete, since: 0 }
    }
}

/// Parses a file whose expressions nest as deep as any stack can bear.
pub fn parse_module(source: &Arc<SourceFile>) -> Result<Module, SyntaxError> {
    parse_module_within(source, MAX_DEPTH)
}

/// Parses a file whose expressions nest no deeper than `limit`: so deep must the stack be that the tree is used on.
pub fn parse_module_within(source: &Arc<SourceFile>, limit: u32) -> Result<Module, SyntaxError> {
    let (body, warnings) = statements(source, Tok::StartModule, limit)?;
    let span = match (body.first(), body.last()) {
        (Some(first), Some(last)) => first.span.to(last.span),
        _ => Span::default(),
    };
    Ok(Module { body, span, warnings })
}

/// Parses what was typed at the REPL.
///
/// A compound statement at the end is incomplete until a blank line follows it: it may still grow.
pub fn parse_cell(source: &Arc<SourceFile>) -> Result<Cell, SyntaxError> {
    parse_cell_within(source, MAX_DEPTH)
}

/// The same with a limit, as [`parse_module_within`].
pub fn parse_cell_within(source: &Arc<SourceFile>, limit: u32) -> Result<Cell, SyntaxError> {
    let (body, warnings) = statements(source, Tok::StartCell, limit)?;
    let last = body.last().map(|stmt| &stmt.kind);
    let last_is_expr = matches!(last, Some(StmtKind::Expr(_)));
    let last_line = source.text().rsplit(['\n', '\r']).next().unwrap_or("");
    if last.is_some_and(is_compound) && !last_line.trim_ascii().is_empty() {
        let end = Span::at(source.text().len() as u32);
        let fault = Fault::new(Code::INVALID_SYNTAX, end, "unexpected EOF while parsing").incomplete();
        return Err(SyntaxError::new(*fault, source));
    }
    Ok(Cell { body, last_is_expr, warnings })
}

/// Parses a lone statement, as `compile` takes it: what ends at its first line, or one with a body.
pub fn parse_single_within(source: &Arc<SourceFile>, limit: u32) -> Result<Cell, SyntaxError> {
    let (body, warnings) = statements(source, Tok::StartModule, limit)?;
    let refuse = |span: Span, text: &str| {
        let fault = Fault::new(Code::INVALID_SYNTAX, span, text);
        Err(SyntaxError::new(*fault, source))
    };
    let text = source.text();
    let end = Span::at(text.len() as u32);
    let Some(first) = body.first() else { return refuse(end, "invalid syntax") };
    let ends_line = |at: u32| text[at as usize..].find('\n').map_or(text.len() as u32, |length| at + length as u32);
    if is_compound(&first.kind) {
        if let Some(second) = body.get(1) {
            return refuse(first_token(source, second.span), "invalid syntax");
        }
        // A body on the same line may have an `else` behind it until a line break says that it has not.
        if source.line(first.span.start) == source.line(first.span.end) && !text.contains('\n') {
            return refuse(Span::at(0), "invalid syntax");
        }
    } else {
        let line_end = ends_line(first.span.end);
        if body.iter().any(|stmt| stmt.span.start > line_end) {
            let place = Span { start: line_end, end: line_end + 1 };
            return refuse(place, "multiple statements found while compiling a single statement");
        }
    }
    Ok(Cell { body, last_is_expr: false, warnings })
}

/// The place of the token that a span begins with.
fn first_token(source: &Arc<SourceFile>, span: Span) -> Span {
    let word = source.slice(span).split(|c: char| !(c.is_alphanumeric() || c == '_')).next().map_or(0, str::len);
    Span { start: span.start, end: span.start + word.max(1) as u32 }
}

fn is_compound(kind: &StmtKind) -> bool {
    let definition = matches!(kind, StmtKind::FunctionDef(_) | StmtKind::ClassDef(_) | StmtKind::With { .. });
    let branch = matches!(kind, StmtKind::If { .. } | StmtKind::Match { .. } | StmtKind::Try(_));
    definition || branch || matches!(kind, StmtKind::For(_) | StmtKind::While { .. })
}

fn statements(source: &Arc<SourceFile>, start: Tok, limit: u32) -> Result<(Vec<Stmt>, Vec<Warning>), SyntaxError> {
    let (top, warnings) = parse(source, start, limit)?;
    let body = match top {
        Top::Module(body) => body,
        Top::Expression(expr) => vec![Stmt { span: expr.span, kind: StmtKind::Expr(Box::new(expr)) }],
    };
    Ok((body, warnings))
}

/// Parses a lone expression, as `eval` takes it.
pub fn parse_expression(source: &Arc<SourceFile>) -> Result<Lone, SyntaxError> {
    parse_expression_within(source, MAX_DEPTH)
}

/// The same with a limit, as [`parse_module_within`].
pub fn parse_expression_within(source: &Arc<SourceFile>, limit: u32) -> Result<Lone, SyntaxError> {
    match parse(source, Tok::StartExpression, limit)? {
        (Top::Expression(expr), warnings) => Ok(Lone { expr, warnings }),
        (Top::Module(_), _) => {
            let fault = Fault::new(Code::INVALID_SYNTAX, Span::default(), "invalid syntax");
            Err(SyntaxError::new(*fault, source))
        }
    }
}

fn parse(source: &Arc<SourceFile>, start: Tok, limit: u32) -> Result<(Top, Vec<Warning>), SyntaxError> {
    let text = source.text();
    let Layout { mut tokens, fault } = layout::lay_out(text, start, limit);
    soft_keywords::mark(text, &mut tokens);
    let failed = match run(text, &tokens, fault.clone()) {
        Ok(parsed) => return Ok(parsed),
        Err(failed) => failed,
    };
    let fault = errors::explain(text, &tokens, fault, failed);
    let since = errors::last_block(&tokens, fault.span.end);
    Err(SyntaxError { since, ..SyntaxError::new(fault, source) })
}

/// What the generated parser gives up with.
pub type Failure = ParseError<u32, Tok, Box<Fault>>;

/// Runs the generated parser over tokens; `fault` stands where they end.
pub fn run(text: &str, tokens: &[Token], fault: Option<Box<Fault>>) -> Result<(Top, Vec<Warning>), Failure> {
    let items = tokens.iter().map(|token| Ok((token.span.start, token.tok, token.span.end)));
    let context = Context { text, warnings: RefCell::default() };
    let top = TextParser::new().parse(&context, items.chain(fault.map(Err)))?;
    Ok((top, context.warnings.into_inner()))
}

/// Where the names of a text stand, as far as it can be read.
pub fn names(text: &str) -> Vec<Span> {
    let tokens = layout::lay_out(text, Tok::StartModule, MAX_DEPTH).tokens;
    tokens.into_iter().filter(|token| token.tok == Tok::Name).map(|token| token.span).collect()
}
