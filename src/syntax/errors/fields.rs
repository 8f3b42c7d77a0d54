//! Fields of formatted strings.

use super::Site;
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::fault::Fault;
use crate::syntax::token::Tok;

impl Site<'_> {
    /// Mistakes directly within a field's braces.
    pub(super) fn field(&self) -> Option<Box<Fault>> {
        let open = self.open.last()?;
        let noun = if open.field? == Tok::TStringStart { "t-string" } else { "f-string" };
        let (here, before) = (self.here(), self.before());
        let say = |span: Span, message: &str| Some(Fault::new(Code::FORMATTED_STRING, span, format!("{noun}: {message}")));
        if self.index == open.index + 1 {
            return match here.tok {
                Tok::Equal | Tok::Exclam | Tok::Colon | Tok::RBrace => {
                    say(here.span, &format!("valid expression required before '{}'", here.tok.describe()))
                }
                _ => say(here.span, "expecting a valid expression after '{'"),
            };
        }
        let lambda = self.tokens[open.index..self.index].iter().rposition(|token| token.tok == Tok::KwLambda);
        if let (Some(lambda), Tok::FMiddle | Tok::FMiddleRaw | Tok::RBrace, Tok::Colon) = (lambda, here.tok, before.tok) {
            let span = self.span(open.index + lambda, self.index - 1);
            return say(span, "lambda expressions are not allowed without parentheses");
        }
        match before.tok {
            Tok::Exclam if matches!(here.tok, Tok::Colon | Tok::RBrace) => say(here.span, "missing conversion character"),
            Tok::Exclam => say(here.span, "invalid conversion character"),
            Tok::Equal if self.expects(Tok::Exclam) => say(here.span, "expecting '!', or ':', or '}'"),
            _ if self.expects(Tok::Exclam) => say(here.span, "expecting '=', or '!', or ':', or '}'"),
            Tok::Name if self.at(self.index - 2).tok == Tok::Exclam => say(here.span, "expecting ':' or '}'"),
            _ => {
                // What can be read of the expression ends before the mistake: the next token should have ended the field.
                let first = open.index + 1;
                let read = (first + 1..self.index).rev().find(|&end| self.parse(first, end).is_some());
                match read {
                    Some(end) => say(self.at(end).span, "expecting '=', or '!', or ':', or '}'"),
                    None => say(self.at(first).span, "expecting a valid expression after '{'"),
                }
            }
        }
    }
}
