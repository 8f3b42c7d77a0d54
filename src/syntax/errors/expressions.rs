//! Expressions: two side by side, `=` for `==`, halves of conditionals, displays.

use super::Site;
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::fault::Fault;
use crate::syntax::targets::{expr_name, may_compare};
use crate::syntax::token::Tok;

/// How many tokens a rule looks at for the end of an operand.
const REACH: usize = 64;

fn invalid(span: Span, message: impl Into<String>) -> Option<Box<Fault>> {
    Some(Fault::new(Code::INVALID_SYNTAX, span, message))
}

fn ends_operand(tok: Tok) -> bool {
    let literal = matches!(tok, Tok::Name | Tok::Number | Tok::Str | Tok::FStringEnd | Tok::Ellipsis);
    literal || matches!(tok, Tok::RParen | Tok::RBracket | Tok::RBrace | Tok::KwNone | Tok::KwTrue | Tok::KwFalse)
}

fn begins_operand(tok: Tok) -> bool {
    let literal = matches!(tok, Tok::Name | Tok::Number | Tok::Str | Tok::FStringStart | Tok::TStringStart | Tok::Ellipsis);
    let word = matches!(tok, Tok::KwNone | Tok::KwTrue | Tok::KwFalse | Tok::KwNot | Tok::KwLambda | Tok::KwAwait);
    literal || word || matches!(tok, Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::Tilde | Tok::Minus | Tok::Plus)
}

/// What separates whole expressions at one bracket level.
fn separates(tok: Tok) -> bool {
    let mark = matches!(
        tok,
        Tok::Comma | Tok::Colon | Tok::Equal | Tok::ColonEqual | Tok::Semi | Tok::Newline | Tok::Indent | Tok::Dedent
    );
    let word = matches!(
        tok,
        Tok::KwFor | Tok::KwIf | Tok::KwElse | Tok::KwElif | Tok::KwWhile | Tok::KwLambda | Tok::KwReturn | Tok::KwYield
    );
    let start = matches!(
        tok,
        Tok::StartModule | Tok::StartCell | Tok::StartExpression | Tok::KwAssert | Tok::At | Tok::Match | Tok::Case
    );
    mark || word || start || matches!(tok, Tok::FStringStart | Tok::TStringStart | Tok::FMiddle | Tok::FMiddleRaw)
}

impl Site<'_> {
    /// The index where the expression that ends before the site begins.
    fn operand_start(&self) -> usize {
        let mut depth = 0usize;
        for index in (self.head..self.index).rev() {
            match self.at(index).tok {
                Tok::RParen | Tok::RBracket | Tok::RBrace | Tok::FStringEnd => depth += 1,
                Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::WithParen if depth == 0 => return index + 1,
                Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::WithParen | Tok::FStringStart | Tok::TStringStart => {
                    depth = depth.saturating_sub(1);
                }
                tok if depth == 0 && separates(tok) => return index + 1,
                _ => {}
            }
        }
        self.head
    }

    /// The index past the longest expression that begins at `from`.
    fn operand_end(&self, from: usize) -> Option<usize> {
        let mut ends = Vec::new();
        let mut depth = 0usize;
        for index in from..self.tokens.len().min(from + REACH) {
            match self.at(index).tok {
                Tok::LParen | Tok::LBracket | Tok::LBrace | Tok::FStringStart | Tok::TStringStart => depth += 1,
                Tok::RParen | Tok::RBracket | Tok::RBrace if depth == 0 => break,
                Tok::RParen | Tok::RBracket | Tok::RBrace | Tok::FStringEnd => depth = depth.saturating_sub(1),
                Tok::Comma | Tok::Newline | Tok::Semi | Tok::Equal if depth == 0 => break,
                _ => {}
            }
            if depth == 0 {
                ends.push(index + 1);
            }
        }
        ends.into_iter().rev().find(|&end| self.parse(from, end).is_some())
    }

    /// Mistakes between operands.
    pub(super) fn operands(&self) -> Option<Box<Fault>> {
        let (here, before) = (self.here(), self.before());
        let side_by_side = ends_operand(before.tok) && begins_operand(here.tok);
        if side_by_side {
            let fault = self.prefixes().or_else(|| self.legacy()).or_else(|| self.inside_string());
            return fault.or_else(|| self.dict_key()).or_else(|| self.half_done()).or_else(|| self.missing_comma());
        }
        match (before.tok, here.tok) {
            (_, Tok::Equal) => self.equals(),
            (Tok::KwElse, _) if self.index - 1 > self.head && self.open_or_inline() => {
                invalid(here.span, "expected expression after 'else', but statement is given")
            }
            (Tok::Less, Tok::Greater) => {
                let span = before.span.to(here.span);
                invalid(span, "invalid syntax.  Maybe you meant '!=' instead of '<>'?")
            }
            (_, Tok::KwNot) => self.tight_not(),
            (Tok::Star, Tok::Comma | Tok::RParen | Tok::RBracket | Tok::RBrace) => self.lone_star(),
            (_, Tok::KwFor) => self.comprehension_target().or_else(|| self.generator_argument()),
            _ => self.half_done(),
        }
    }

    /// A comprehension without its `in`, a conditional without its `else`.
    fn half_done(&self) -> Option<Box<Fault>> {
        let (here, before) = (self.here(), self.before());
        if self.expects(Tok::KwIn) && self.after_for() && !self.open.is_empty() {
            return invalid(here.span, "'in' expected after for-loop variables");
        }
        let half = self.expects(Tok::KwElse) && ends_operand(before.tok) && here.tok != Tok::Colon;
        if half { self.half_conditional() } else { None }
    }

    /// Whether the `else` before the site stands in an expression.
    fn open_or_inline(&self) -> bool {
        self.tokens[self.head..self.index - 1].iter().any(|token| token.tok == Tok::KwIf)
    }

    /// `ub"…"`
    fn prefixes(&self) -> Option<Box<Fault>> {
        let (here, before) = (self.here(), self.before());
        let string = matches!(here.tok, Tok::Str | Tok::FStringStart | Tok::TStringStart);
        if !string || before.tok != Tok::Name || before.span.end != here.span.start {
            return None;
        }
        // Any letter that the string's token took belongs to the prefix too.
        let taken = self.word(self.index).split(['"', '\'']).next().unwrap_or("");
        let prefix = format!("{}{taken}", self.word(self.index - 1)).to_ascii_lowercase();
        if prefix.len() > 3 {
            return None;
        }
        let pairs = [('u', 'b'), ('u', 'r'), ('u', 'f'), ('u', 't'), ('b', 'f'), ('b', 't'), ('f', 't')];
        let (a, b) = pairs.into_iter().find(|&(a, b)| prefix.contains(a) && prefix.contains(b))?;
        let message = format!("'{a}' and '{b}' prefixes are incompatible");
        invalid(Span::new(before.span.start, here.span.start + 1), message)
    }

    /// `print x`
    fn legacy(&self) -> Option<Box<Fault>> {
        let name = self.word(self.index - 1);
        if !matches!(name, "print" | "exec") || self.here().tok == Tok::LParen {
            return None;
        }
        let end = (self.index + 1..=self.line_end()).rev().take(REACH).find(|&end| self.parse(self.index, end).is_some())?;
        let message = format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
        invalid(self.span(self.index - 1, end - 1), message)
    }

    /// `"He said "no" again"`
    fn inside_string(&self) -> Option<Box<Fault>> {
        if self.before().tok != Tok::Str || self.here().tok == Tok::Str {
            return None;
        }
        let rest = self.tokens[self.index..].iter().take(REACH);
        let words = rest.take_while(|token| matches!(token.tok, Tok::Name | Tok::Number)).count();
        if words == 0 || self.at(self.index + words).tok != Tok::Str {
            return None;
        }
        let span = self.span(self.index, self.index + words - 1);
        let fault = Fault::new(Code::INVALID_SYNTAX, span, "invalid syntax. Is this intended to be part of the string?");
        Some(fault.help("write a backslash before each quote within the string, or use the other kind of quote around it"))
    }

    /// `f(a b)`
    fn missing_comma(&self) -> Option<Box<Fault>> {
        self.open.last()?;
        let start = self.operand_start();
        if self.in_def() || self.at(self.head).tok == Tok::KwFrom || self.at(start - 1).tok == Tok::KwFor {
            return None;
        }
        let soft = self.at(start).tok == Tok::Name && matches!(self.word(start), "match" | "case" | "type" | "_");
        if soft || (self.at(start).tok == Tok::Name && self.at(start + 1).tok == Tok::Str) {
            return None;
        }
        self.parse(start, self.index)?;
        let end = self.operand_end(self.index)?;
        invalid(self.span(start, end - 1), "invalid syntax. Perhaps you forgot a comma?")
    }

    /// `{1: 2, 3 4}`
    fn dict_key(&self) -> Option<Box<Fault>> {
        let open = self.open.last().filter(|open| self.at(open.index).tok == Tok::LBrace && open.field.is_none())?;
        let start = self.operand_start();
        let entries = &self.tokens[open.index..start];
        let dict = entries.iter().any(|token| token.tok == Tok::Colon) && self.at(start - 1).tok == Tok::Comma;
        let end = self.before().span.end;
        dict.then(|| invalid(Span::new(end - 1, end), "':' expected after dictionary key"))?
    }

    /// `x + not y`
    fn tight_not(&self) -> Option<Box<Fault>> {
        let sum = matches!(self.before().tok, Tok::Plus | Tok::Minus | Tok::Star | Tok::Slash | Tok::Tilde);
        let product = matches!(self.before().tok, Tok::Percent | Tok::DoubleSlash | Tok::At);
        let end = self.operand_end(self.index).filter(|_| sum || product)?;
        invalid(self.span(self.index, end - 1), "'not' after an operator must be parenthesized")
    }

    /// `f(*, a)`
    fn lone_star(&self) -> Option<Box<Fault>> {
        let open = self.open.last().filter(|open| open.field.is_none() && !self.in_def())?;
        let first = self.index - 2 == open.index || self.at(self.index - 2).tok == Tok::Comma;
        first.then(|| invalid(self.here().span, "Invalid star expression"))?
    }

    /// Whether a comprehension's targets were read last.
    fn after_for(&self) -> bool {
        let Some(open) = self.open.last() else { return false };
        let inner = &self.tokens[open.index..self.index];
        let last = inner.iter().rposition(|token| matches!(token.tok, Tok::KwFor | Tok::KwIn));
        last.is_some_and(|at| inner[at].tok == Tok::KwFor)
    }

    /// `f(a=x for x in y)`
    fn generator_argument(&self) -> Option<Box<Fault>> {
        let open = self.open.last().filter(|open| self.is_call(open.index))?;
        let start = self.operand_start();
        if self.at(start).tok == Tok::Star && start == open.index + 1 {
            return invalid(self.span(start, self.index - 1), "iterable unpacking cannot be used in comprehension");
        }
        if self.at(start - 1).tok == Tok::Equal && self.at(start - 2).tok == Tok::Name {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return invalid(self.span(start - 2, start - 1), message);
        }
        None
    }

    /// `f(*a=1)`
    fn assigned_unpacking(&self) -> Option<Box<Fault>> {
        self.open.last().filter(|open| self.is_call(open.index))?;
        let start = self.operand_start();
        let what = match self.at(start).tok {
            Tok::Star => "iterable",
            Tok::DoubleStar => "keyword",
            _ => return None,
        };
        let end = self.operand_end(self.index + 1)?;
        invalid(self.span(start, end - 1), format!("cannot assign to {what} argument unpacking"))
    }

    /// `if x = 1:`
    fn equals(&self) -> Option<Box<Fault>> {
        if let Some(fault) = self.assigned_unpacking() {
            return Some(fault);
        }
        if !self.in_named_expression() || !begins_operand(self.at(self.index + 1).tok) {
            return None;
        }
        let start = self.operand_start();
        let end = self.operand_end(self.index + 1)?;
        if matches!(self.at(end).tok, Tok::Equal | Tok::ColonEqual) {
            return None;
        }
        if start + 1 == self.index && self.at(start).tok == Tok::Name {
            let message = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
            return Some(Fault::new(Code::BAD_TARGET, self.span(start, end - 1), message));
        }
        let left = self.parse(start, self.index).filter(may_compare)?;
        let message = format!("cannot assign to {} here. Maybe you meant '==' instead of '='?", expr_name(&left));
        Some(Fault::new(Code::BAD_TARGET, left.span, message))
    }

    /// Whether `:=` could stand at the site.
    fn in_named_expression(&self) -> bool {
        match self.open.last() {
            Some(open) => open.field.is_none() && !self.is_call(open.index),
            None => matches!(self.at(self.head).tok, Tok::KwIf | Tok::KwElif | Tok::KwWhile | Tok::At | Tok::Match),
        }
    }

    /// `x if y` without `else`
    fn half_conditional(&self) -> Option<Box<Fault>> {
        let condition = self.tokens[self.head..self.index].iter().rposition(|token| token.tok == Tok::KwIf)? + self.head;
        let before_if = Site::new(self.text, self.tokens, condition, self.expected);
        let start = before_if.operand_start();
        self.parse(start, condition)?;
        invalid(self.span(start, self.index - 1), "expected 'else' after 'if' expression")
    }

    /// `[x, y for …]`
    fn comprehension_target(&self) -> Option<Box<Fault>> {
        let open = self.open.last().filter(|open| matches!(self.at(open.index).tok, Tok::LBracket | Tok::LBrace))?;
        let start = open.index + 1;
        let comma = self.before().tok == Tok::Comma;
        let until = if comma { self.index - 1 } else { self.index };
        self.parse(start, until)?;
        let several = comma || self.operand_start() > start;
        several
            .then(|| invalid(self.span(start, self.index - 1), "did you forget parentheses around the comprehension target?"))?
    }

    /// Mistakes in displays.
    pub(super) fn display(&self) -> Option<Box<Fault>> {
        let (here, before) = (self.here(), self.before());
        let open = *self.open.last()?;
        if self.at(open.index).tok == Tok::LParen && here.tok == Tok::DoubleStar && before.tok == Tok::LParen {
            return invalid(here.span, "cannot use double starred expression here");
        }
        if self.at(open.index).tok != Tok::LBrace || open.field.is_some() {
            return None;
        }
        match (before.tok, here.tok) {
            (Tok::Colon, Tok::RBrace | Tok::Comma) => invalid(before.span, "expression expected after dictionary key and ':'"),
            (Tok::Colon, Tok::Star) => invalid(here.span, "cannot use a starred expression in a dictionary value"),
            (_, Tok::RBrace | Tok::Comma) if self.expects(Tok::Colon) && ends_operand(before.tok) => {
                invalid(Span::new(before.span.end - 1, before.span.end), "':' expected after dictionary key")
            }
            _ => None,
        }
    }
}
