//! `match`, `case`, `type` and the parenthesis of `with`: tokens whose meaning needs a look ahead.
//!
//! A word becomes a keyword only where no valid program could mean the name; so the grammar proper stays LR(1).
//! - `match` at the head of a line whose last token is a colon and that could go on with an expression;
//! - `case` at the head of a line directly within a match block;
//! - `type` at the head of a statement before a name;
//! - after `with`, a parenthesis that encloses the items and not an expression: it holds an `as`, or ends at the
//!   colon and holds commas but nothing that only a tuple could.

use super::token::{Tok, Token};

/// Rewrites the tokens in place.
pub fn mark(text: &str, tokens: &mut [Token]) {
    let mut blocks = Blocks::default();
    for index in 1..tokens.len() {
        match tokens[index].tok {
            Tok::Indent => blocks.enter(),
            Tok::Dedent => blocks.leave(),
            Tok::Name => {
                if let Some(tok) = soft(text, tokens, index, &blocks) {
                    blocks.pending |= tok == Tok::Match;
                    tokens[index].tok = tok;
                }
            }
            Tok::KwWith if encloses_items(&tokens[index + 1..]) => tokens[index + 1].tok = Tok::WithParen,
            _ => {}
        }
    }
}

/// Which of the open blocks are the blocks of a `match`.
#[derive(Default)]
struct Blocks {
    open: Vec<bool>,
    pending: bool,
}

impl Blocks {
    fn enter(&mut self) {
        self.open.push(std::mem::take(&mut self.pending));
    }

    fn leave(&mut self) {
        self.open.pop();
        self.pending = false;
    }
}

fn soft(text: &str, tokens: &[Token], index: usize, blocks: &Blocks) -> Option<Tok> {
    let token = tokens[index];
    if !matches!(token.span.len(), 4 | 5) {
        return None;
    }
    let before = tokens[index - 1].tok;
    let line_head = matches!(before, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::StartModule | Tok::StartCell);
    let next = tokens.get(index + 1)?.tok;
    match &text[token.span.range()] {
        "match" if line_head && begins_expression(next) && is_header(&tokens[index + 1..]) => Some(Tok::Match),
        "case" if line_head && blocks.open.last() == Some(&true) => Some(Tok::Case),
        "type" if next == Tok::Name && (line_head || matches!(before, Tok::Semi | Tok::Colon)) => Some(Tok::Type),
        _ => None,
    }
}

fn begins_expression(tok: Tok) -> bool {
    matches!(
        tok,
        Tok::Name
            | Tok::Number
            | Tok::Str
            | Tok::FStringStart
            | Tok::TStringStart
            | Tok::LParen
            | Tok::LBracket
            | Tok::LBrace
            | Tok::Minus
            | Tok::Plus
            | Tok::Tilde
            | Tok::Star
            | Tok::Ellipsis
            | Tok::KwNone
            | Tok::KwTrue
            | Tok::KwFalse
            | Tok::KwNot
            | Tok::KwLambda
            | Tok::KwAwait
    )
}

/// Whether the first colon outside brackets and lambdas ends the line.
fn is_header(rest: &[Token]) -> bool {
    let (mut depth, mut lambdas) = (0u32, 0u32);
    for (index, token) in rest.iter().enumerate() {
        match token.tok {
            Tok::LParen | Tok::LBracket | Tok::LBrace => depth += 1,
            Tok::RParen | Tok::RBracket | Tok::RBrace => depth = depth.saturating_sub(1),
            Tok::KwLambda if depth == 0 => lambdas += 1,
            Tok::Colon if depth == 0 && lambdas > 0 => lambdas -= 1,
            Tok::Colon if depth == 0 => return rest.get(index + 1).is_some_and(|next| next.tok == Tok::Newline),
            Tok::Newline => return false,
            _ => {}
        }
    }
    false
}

/// Whether the tokens begin with a parenthesis that encloses the items of a `with`.
fn encloses_items(rest: &[Token]) -> bool {
    if rest.first().is_none_or(|first| first.tok != Tok::LParen) {
        return false;
    }
    let (mut depth, mut commas, mut tuple_only) = (0u32, false, false);
    for (index, token) in rest.iter().enumerate() {
        match token.tok {
            Tok::LParen | Tok::LBracket | Tok::LBrace => depth += 1,
            Tok::RParen | Tok::RBracket | Tok::RBrace => {
                depth -= 1;
                if depth == 0 {
                    return commas && !tuple_only && rest.get(index + 1).is_some_and(|next| next.tok == Tok::Colon);
                }
            }
            Tok::KwAs if depth == 1 => return true,
            Tok::Comma if depth == 1 => commas = true,
            Tok::Star if depth == 1 => tuple_only |= matches!(rest[index - 1].tok, Tok::Comma | Tok::LParen),
            Tok::ColonEqual | Tok::KwFor | Tok::KwYield if depth == 1 => tuple_only = true,
            _ => {}
        }
    }
    false
}
