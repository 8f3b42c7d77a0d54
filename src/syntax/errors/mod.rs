//! Syntax errors for people: from where the parser gave up to CPython's words.
//!
//! The rules look at the tokens around the one that did not fit and at what would have fitted. The first rule that knows
//! the mistake words it; where none does it is "invalid syntax". What stopped the lexer further on goes before all of these, as in
//! CPython, save that a bracket never closed must have been opened on an earlier line.

mod expressions;
mod fields;
mod headers;

use lalrpop_util::ParseError;

use super::actions::Top;
use super::ast::Expr;
use super::fault::Fault;
use super::fstring::line_of;
use super::parse::{Failure, run};
use super::token::{Tok, Token};
use crate::diag::Code;
use crate::source::Span;

/// The fault to report. `fault` is what stopped the lexer, if anything.
pub fn explain(text: &str, tokens: &[Token], fault: Option<Box<Fault>>, failure: Failure) -> Fault {
    let found = match failure {
        ParseError::User { error } => error,
        ParseError::UnrecognizedToken { token: (l, tok, r), expected } => {
            let here = Token { tok, span: Span::new(l, r) };
            let index = tokens.iter().position(|token| *token == here).unwrap_or(tokens.len());
            Site::new(text, tokens, index, &expected).explain()
        }
        ParseError::UnrecognizedEof { expected, .. } => Site::new(text, tokens, tokens.len(), &expected).explain(),
        ParseError::ExtraToken { token: (l, _, r) } => Fault::new(Code::INVALID_SYNTAX, Span::new(l, r), "invalid syntax"),
        ParseError::InvalidToken { location } => Fault::new(Code::INVALID_SYNTAX, Span::at(location), "invalid syntax"),
    };
    let mut chosen = match fault {
        Some(_) if found.message == UNEXPECTED_INDENT => *found,
        Some(fault) if fault.code != Code::UNCLOSED_BRACKET => *fault,
        Some(fault) if line_of(text, found.span.end as usize) > line_of(text, fault.span.start as usize) => *fault,
        _ => *found,
    };
    if chosen.span.start as usize >= text.len() && text.ends_with(['\n', '\r']) {
        // The last line is that of the last line end, not the empty one after it.
        chosen.span = Span::at(text.len() as u32 - 1);
    }
    chosen
}

const UNEXPECTED_INDENT: &str = "unexpected indent";

/// An open bracket around the site.
#[derive(Clone, Copy)]
struct Open {
    /// Its token's index.
    index: usize,
    /// It opens a field of a formatted string: the string's first token.
    field: Option<Tok>,
}

/// Where the parser gave up.
struct Site<'a> {
    text: &'a str,
    tokens: &'a [Token],
    /// Of the token that did not fit; past the end where the text ended too early.
    index: usize,
    expected: &'a [String],
    /// Brackets open there, outermost first.
    open: Vec<Open>,
    /// The first token of the logical line.
    head: usize,
}

impl<'a> Site<'a> {
    fn new(text: &'a str, tokens: &'a [Token], index: usize, expected: &'a [String]) -> Site<'a> {
        let open = open_brackets(&tokens[..index]);
        let ends_line = |tok| matches!(tok, Tok::Newline | Tok::Indent | Tok::Dedent);
        let starts = |tok| matches!(tok, Tok::StartModule | Tok::StartCell | Tok::StartExpression);
        let head = tokens[..index].iter().rposition(|token| ends_line(token.tok) || starts(token.tok)).map_or(0, |at| at + 1);
        Site { text, tokens, index, expected, open, head }
    }

    /// The token that did not fit; an empty line end where the text ended.
    fn here(&self) -> Token {
        self.at(self.index)
    }

    fn at(&self, index: usize) -> Token {
        let end = Token { tok: Tok::Newline, span: Span::at(self.text.len() as u32) };
        self.tokens.get(index).copied().unwrap_or(end)
    }

    /// The token before.
    fn before(&self) -> Token {
        self.at(self.index.saturating_sub(1))
    }

    fn word(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| &self.text[token.span.range()])
    }

    fn expects(&self, tok: Tok) -> bool {
        let quoted = format!("\"{}\"", tok.describe());
        self.expected.contains(&quoted)
    }

    /// The brackets' innermost token, if any is open.
    fn innermost(&self) -> Option<Tok> {
        self.open.last().map(|open| self.at(open.index).tok)
    }

    /// Whether nothing but block ends follows.
    fn at_end(&self) -> bool {
        self.tokens.get(self.index..).is_none_or(|rest| rest.iter().all(|token| token.tok == Tok::Dedent))
    }

    /// The expression that these tokens make, if they make one.
    fn parse(&self, from: usize, to: usize) -> Option<Expr> {
        let tokens = self.tokens.get(from..to).filter(|tokens| !tokens.is_empty())?;
        let start = Token { tok: Tok::StartExpression, span: Span::at(tokens[0].span.start) };
        let tokens: Vec<Token> = std::iter::once(start).chain(tokens.iter().copied()).collect();
        match run(self.text, &tokens, None) {
            Ok((Top::Expression(expr), _)) => Some(expr),
            _ => None,
        }
    }

    fn span(&self, from: usize, last: usize) -> Span {
        self.at(from).span.to(self.at(last).span)
    }

    fn explain(&self) -> Box<Fault> {
        let fault = self.block().or_else(|| self.header()).or_else(|| self.statement());
        let fault = fault.or_else(|| self.operands()).or_else(|| self.field()).or_else(|| self.display());
        let fault = fault.or_else(|| self.indentation());
        fault.unwrap_or_else(|| {
            let fault = Fault::new(Code::INVALID_SYNTAX, self.here().span, "invalid syntax");
            let decorated = self.at_end() && self.before().tok == Tok::Newline;
            if decorated { fault.incomplete() } else { fault }
        })
    }

    fn indentation(&self) -> Option<Box<Fault>> {
        let message = match self.here().tok {
            Tok::Indent => UNEXPECTED_INDENT,
            Tok::Dedent => "unexpected unindent",
            _ => return None,
        };
        Some(Fault::indentation(self.here().span, message))
    }
}

/// The brackets left open by these tokens, and which of them open fields of formatted strings.
fn open_brackets(tokens: &[Token]) -> Vec<Open> {
    let mut open: Vec<Open> = Vec::new();
    let mut strings: Vec<(Tok, usize)> = Vec::new();
    // Whether the next token belongs to the text of the innermost formatted string.
    let mut in_text = false;
    for (index, token) in tokens.iter().enumerate() {
        match token.tok {
            Tok::FStringStart | Tok::TStringStart => {
                strings.push((token.tok, open.len()));
                in_text = true;
            }
            Tok::FStringEnd => {
                strings.pop();
                in_text = false;
            }
            Tok::LBrace if in_text => {
                open.push(Open { index, field: strings.last().map(|(tok, _)| *tok) });
                in_text = false;
            }
            Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::WithParen => open.push(Open { index, field: None }),
            Tok::RParen | Tok::RBracket | Tok::RBrace => in_text = open.pop().is_some_and(|bracket| bracket.field.is_some()),
            Tok::Colon => in_text = open.last().is_some_and(|bracket| bracket.field.is_some()),
            _ => {}
        }
    }
    open
}

/// Where the last block begins (of an `if`, a loop, a class …, not of a function) that has ended before a place; 0 where none has.
pub fn last_block(tokens: &[Token], end: u32) -> u32 {
    let (mut open, mut last, mut head) = (vec![None], 0, true);
    for (at, token) in tokens.iter().enumerate().take_while(|(_, token)| token.span.start < end) {
        match token.tok {
            Tok::Newline | Tok::StartModule | Tok::StartCell | Tok::StartExpression => head = true,
            Tok::Indent => {
                open.push(None);
                head = true;
            }
            Tok::Dedent => {
                last = last.max(open.pop().flatten().unwrap_or(0));
                head = true;
            }
            Tok::KwElif | Tok::KwElse | Tok::KwExcept | Tok::KwFinally if head => head = false,
            tok if head => {
                head = false;
                let next = tokens.get(at + 1).map(|token| token.tok);
                let begins =
                    matches!(tok, Tok::KwIf | Tok::KwWhile | Tok::KwFor | Tok::KwWith | Tok::KwTry | Tok::KwClass | Tok::Match)
                        || (tok == Tok::KwAsync && matches!(next, Some(Tok::KwFor | Tok::KwWith)));
                if let Some(top) = open.last_mut() {
                    last = last.max(std::mem::replace(top, begins.then_some(token.span.start)).unwrap_or(0));
                }
            }
            _ => {}
        }
    }
    last
}
