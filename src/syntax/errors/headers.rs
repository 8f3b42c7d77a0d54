//! Blocks, headers and statements: missing colons, missing blocks, words in the wrong place.

use super::Site;
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::fault::Fault;
use crate::syntax::fstring::line_of;
use crate::syntax::token::Tok;

impl Site<'_> {
    /// What opened the line with this first token: the statement's name in messages, and the index of its keyword.
    fn opener(&self, head: usize) -> Option<(&'static str, usize)> {
        let keyword = if self.at(head).tok == Tok::KwAsync { head + 1 } else { head };
        let name = match self.at(keyword).tok {
            Tok::KwIf => "'if' statement",
            Tok::KwElif => "'elif' statement",
            Tok::KwElse => "'else' statement",
            Tok::KwFor => "'for' statement",
            Tok::KwWhile => "'while' statement",
            Tok::KwWith => "'with' statement",
            Tok::KwTry => "'try' statement",
            Tok::KwExcept if self.at(keyword + 1).tok == Tok::Star => "'except*' statement",
            Tok::KwExcept => "'except' statement",
            Tok::KwFinally => "'finally' statement",
            Tok::Match => "'match' statement",
            Tok::Case => "'case' statement",
            Tok::KwDef => "function definition",
            Tok::KwClass => "class definition",
            _ => return None,
        };
        Some((name, keyword))
    }

    /// A block that does not begin, or a `try` that does not go on.
    pub(super) fn block(&self) -> Option<Box<Fault>> {
        let here = self.here();
        let finish = |fault: Box<Fault>| if self.at_end() { fault.incomplete() } else { fault };
        if here.tok != Tok::Indent && self.index >= 2 && self.before().tok == Tok::Newline {
            let colon = self.index - 2;
            let line = self.tokens[..colon].iter().rposition(|token| {
                matches!(token.tok, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::StartModule | Tok::StartCell)
            });
            let opener = line.and_then(|before| self.opener(before + 1));
            if let (Tok::Colon, Some((name, keyword))) = (self.at(colon).tok, opener) {
                let number = line_of(self.text, self.at(keyword).span.start as usize);
                let message = format!("expected an indented block after {name} on line {number}");
                let fault = Fault::indentation(here.span, message).label(self.at(keyword).span, "this needs a block");
                return Some(finish(fault.help("indent the lines of the block; an empty block is written: pass")));
            }
        }
        if self.expects(Tok::KwExcept) && self.expects(Tok::KwFinally) && !self.expects(Tok::Name) {
            let fault = Fault::new(Code::INCOMPLETE_TRY, here.span, "expected 'except' or 'finally' block");
            return Some(finish(fault));
        }
        if here.tok == Tok::KwElif && matches!(self.before().tok, Tok::Dedent | Tok::Newline) && self.after_else() {
            let message = "'elif' block follows an 'else' block";
            return Some(Fault::new(Code::INVALID_SYNTAX, here.span, message));
        }
        None
    }

    /// Whether the block before the site is that of an `else`.
    fn after_else(&self) -> bool {
        let mut depth = 0u32;
        for index in (1..self.index).rev() {
            match self.at(index).tok {
                Tok::Dedent => depth += 1,
                Tok::Indent => depth = depth.saturating_sub(1),
                _ if depth > 0 => {}
                tok if matches!(self.at(index - 1).tok, Tok::Newline | Tok::Indent | Tok::Dedent | Tok::StartModule) => {
                    return tok == Tok::KwElse;
                }
                _ => {}
            }
        }
        false
    }

    /// A header without its colon or parenthesis.
    pub(super) fn header(&self) -> Option<Box<Fault>> {
        let here = self.here();
        if !self.open.is_empty() {
            return None;
        }
        let missing_colon =
            |span: Span| Fault::new(Code::MISSING_COLON, span, "expected ':'").help("headers of blocks end with a colon");
        if let Some((_, keyword)) = self.opener(self.head) {
            let tok = self.at(keyword).tok;
            let bare = |from: usize| self.tokens[from..self.index].iter().all(|token| token.tok != Tok::LParen);
            if tok == Tok::KwDef && self.index > keyword + 1 && self.expects(Tok::LParen) && bare(keyword) {
                return Some(Fault::new(Code::INVALID_SYNTAX, here.span, "expected '('"));
            }
            if tok == Tok::KwDef && self.before().tok == Tok::Arrow {
                return Some(missing_colon(self.before().span));
            }
            let star = self.before().tok == Tok::Star && self.index == keyword + 2;
            if tok == Tok::KwExcept && star && matches!(here.tok, Tok::Newline | Tok::Colon) {
                return Some(Fault::new(Code::INVALID_SYNTAX, here.span, "expected one or more exception types"));
            }
            let forced = matches!(tok, Tok::KwDef | Tok::KwElse | Tok::KwTry | Tok::KwFinally);
            if self.expects(Tok::Colon) && (here.tok == Tok::Newline || forced) && !self.in_lambda() {
                return Some(missing_colon(here.span));
            }
        }
        if here.tok == Tok::Indent && self.word(self.index + 1) == "case" {
            let line = self.tokens[..self.index - 1].iter().rposition(|token| token.tok == Tok::Newline);
            let head = line.map_or(1, |newline| newline + 1);
            return (self.word(head) == "match").then(|| missing_colon(here.span));
        }
        if self.index == self.head + 1 && self.word(self.head) == "match" {
            let end = self.line_end();
            return self.parse(self.index, end).map(|_| missing_colon(self.at(end).span));
        }
        None
    }

    /// Whether the colon that is wanted would be a lambda's.
    fn in_lambda(&self) -> bool {
        let mut waiting = 0u32;
        for token in &self.tokens[self.head..self.index] {
            match token.tok {
                Tok::KwLambda => waiting += 1,
                Tok::Colon => waiting = waiting.saturating_sub(1),
                _ => {}
            }
        }
        waiting > 0
    }

    /// The index of the line end after the site.
    pub(super) fn line_end(&self) -> usize {
        let rest = self.tokens.get(self.index..).unwrap_or(&[]);
        self.index + rest.iter().position(|token| matches!(token.tok, Tok::Newline | Tok::Semi)).unwrap_or(rest.len())
    }

    /// Mistakes that belong to one kind of statement.
    pub(super) fn statement(&self) -> Option<Box<Fault>> {
        let (here, before, head) = (self.here(), self.before(), self.at(self.head).tok);
        let invalid = |span, message: &str| Some(Fault::new(Code::INVALID_SYNTAX, span, message));
        match (before.tok, here.tok) {
            (Tok::KwImport, Tok::Newline) => return invalid(here.span, "Expected one or more names after 'import'"),
            (Tok::Comma, Tok::Newline) if head == Tok::KwFrom => {
                return invalid(here.span, "trailing comma not allowed without surrounding parentheses");
            }
            (_, Tok::KwFrom) if head == Tok::KwImport => {
                let span = self.span(self.head, self.line_end().saturating_sub(1));
                return invalid(span, "Did you mean to use 'from ... import ...' instead?");
            }
            (_, Tok::KwPass | Tok::KwBreak | Tok::KwContinue) if self.at(self.index + 1).tok == Tok::KwIf => {
                let rest = &self.tokens[self.index..self.line_end()];
                if rest.iter().any(|token| token.tok == Tok::KwElse) {
                    return invalid(here.span, "expected expression before 'if', but statement is given");
                }
            }
            (Tok::Name, Tok::Colon) if self.innermost() == Some(Tok::LBracket) && self.in_type_params() => {
                let bound = if self.at(self.index + 1).tok == Tok::LParen { "constraints" } else { "bound" };
                let kind = if self.at(self.index - 2).tok == Tok::Star { "TypeVarTuple" } else { "ParamSpec" };
                return invalid(here.span, &format!("cannot use {bound} with {kind}"));
            }
            (Tok::LBracket, Tok::RBracket) if matches!(head, Tok::KwDef | Tok::KwClass | Tok::KwAsync | Tok::Type) => {
                return invalid(here.span, "Type parameter list cannot be empty");
            }
            _ => {}
        }
        self.parameters()
    }

    /// Whether the site stands in the brackets of type parameters, after a starred name.
    fn in_type_params(&self) -> bool {
        let definition = matches!(self.at(self.head).tok, Tok::KwDef | Tok::KwClass | Tok::KwAsync | Tok::Type);
        definition && matches!(self.at(self.index - 2).tok, Tok::Star | Tok::DoubleStar)
    }

    /// Whether the innermost bracket holds the parameters of a `def`.
    pub(super) fn in_def(&self) -> bool {
        let Some(open) = self.open.last() else { return false };
        self.opener(self.head).is_some_and(|(_, keyword)| self.at(keyword).tok == Tok::KwDef && open.index == keyword + 2)
    }

    /// Mistakes in parameter lists.
    fn parameters(&self) -> Option<Box<Fault>> {
        let (here, before) = (self.here(), self.before());
        let innermost = self.open.last().map(|open| open.index);
        let in_def = self.in_def();
        if before.tok == Tok::Equal && matches!(here.tok, Tok::Comma | Tok::RParen) {
            if in_def || self.in_lambda() {
                return Some(Fault::new(Code::INVALID_SYNTAX, before.span, "expected default value expression"));
            }
            if self.index >= 2 && innermost.is_some_and(|index| self.is_call(index)) {
                let span = self.span(self.index - 2, self.index - 1);
                return Some(Fault::new(Code::INVALID_SYNTAX, span, "expected argument value expression"));
            }
        }
        if in_def && before.tok == Tok::Slash && here.tok == Tok::Star {
            return Some(Fault::new(Code::INVALID_SYNTAX, here.span, "expected comma between / and *"));
        }
        if here.tok != Tok::LParen {
            return None;
        }
        let end = self.closing(self.index);
        if in_def && matches!(before.tok, Tok::LParen | Tok::Comma) {
            return Some(Fault::new(
                Code::INVALID_SYNTAX,
                self.span(self.index, end),
                "Function parameters cannot be parenthesized",
            ));
        }
        if before.tok == Tok::KwLambda {
            let message = "Lambda expression parameters cannot be parenthesized";
            return Some(Fault::new(Code::INVALID_SYNTAX, self.span(self.index, end), message));
        }
        None
    }

    /// Whether the parenthesis holds the arguments of a call.
    pub(super) fn is_call(&self, index: usize) -> bool {
        let callable =
            matches!(self.at(index.wrapping_sub(1)).tok, Tok::Name | Tok::RParen | Tok::RBracket | Tok::Str | Tok::FStringEnd);
        self.at(index).tok == Tok::LParen && index > 0 && callable
    }

    /// The index of the bracket that closes the one at `index`, or of the last token.
    pub(super) fn closing(&self, index: usize) -> usize {
        let mut depth = 0usize;
        for (offset, token) in self.tokens[index..].iter().enumerate() {
            match token.tok {
                Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::WithParen => depth += 1,
                Tok::RParen | Tok::RBracket | Tok::RBrace if depth == 1 => return index + offset,
                Tok::RParen | Tok::RBracket | Tok::RBrace => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        self.tokens.len().saturating_sub(1)
    }
}
