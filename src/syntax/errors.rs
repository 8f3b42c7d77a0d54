//! Syntax errors for people: from where the parser gave up to CPython's words.

use lalrpop_util::ParseError;

use super::fault::Fault;
use super::parse::Failure;
use super::token::{Tok, Token};
use crate::diag::Code;
use crate::source::Span;

/// The fault to report. `fault` is what stopped the lexer, if anything; it yields to what the parser found before it, unless that
/// says no more than "invalid syntax".
pub fn explain(_text: &str, tokens: &[Token], fault: Option<Box<Fault>>, failure: Failure) -> Fault {
    let at = match failure {
        ParseError::User { error } => return *error,
        ParseError::UnrecognizedToken { token: (l, ..), .. } | ParseError::ExtraToken { token: (l, ..) } => l,
        ParseError::UnrecognizedEof { location, .. } | ParseError::InvalidToken { location } => location,
    };
    if let Some(fault) = fault {
        return *fault;
    }
    let token = tokens.iter().find(|token| token.span.start >= at && token.tok != Tok::StartModule);
    let span = token.map_or(Span::at(at), |token| token.span);
    *Fault::new(Code::INVALID_SYNTAX, span, "invalid syntax")
}
