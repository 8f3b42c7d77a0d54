//! An upper bound of how deep the tree of the tokens read so far is.
//!
//! Each token that can put one node into another counts; the count starts afresh where operands stand side by side: at
//! a comma, `and`, `or`, a statement's end. The bound may be high, never low, so refusing at `MAX_DEPTH` keeps every recursion
//! over the tree safe.

use super::fault::Fault;
use super::token::{Tok, Token};
use crate::diag::Code;

/// How many expressions may stand within one another (brackets and blocks have limits of their own besides).
pub const MAX_DEPTH: u32 = 500;

#[derive(Default)]
struct Level {
    /// Operators, calls, attributes since the last sibling.
    tight: u32,
    /// Conditionals and lambdas since the last comma.
    loose: u32,
    /// Lambdas whose parameters are being read: their commas separate no siblings.
    lambdas: u32,
}

/// Counts per open bracket.
#[derive(Default)]
pub struct DepthGauge {
    outer: Vec<Level>,
    here: Level,
    total: u32,
}

impl DepthGauge {
    /// A statement ended outside all brackets.
    #[inline]
    pub fn statement_end(&mut self) {
        self.here = Level::default();
        self.total = 0;
    }

    /// Counts a token.
    #[inline]
    pub fn token(&mut self, token: Token) -> Result<(), Box<Fault>> {
        match token.tok {
            Tok::Name | Tok::Number | Tok::Str | Tok::Equal => return Ok(()),
            Tok::LParen | Tok::LBracket | Tok::LBrace => {
                self.tight();
                self.outer.push(std::mem::take(&mut self.here));
            }
            Tok::RParen | Tok::RBracket | Tok::RBrace => {
                self.total -= self.here.tight + self.here.loose;
                self.here = self.outer.pop().unwrap_or_default();
            }
            Tok::Comma if self.here.lambdas == 0 => self.sibling(true),
            Tok::Semi => self.sibling(true),
            Tok::KwAnd | Tok::KwOr => self.sibling(false),
            Tok::KwLambda => {
                self.here.lambdas += 1;
                self.loose();
            }
            Tok::Colon => self.here.lambdas = self.here.lambdas.saturating_sub(1),
            Tok::KwIf | Tok::KwElse => self.loose(),
            Tok::Dot | Tok::Plus | Tok::Minus | Tok::Star | Tok::DoubleStar | Tok::Slash | Tok::DoubleSlash => self.tight(),
            Tok::Percent | Tok::Amp | Tok::Pipe | Tok::Caret | Tok::Tilde | Tok::LShift | Tok::RShift | Tok::At => self.tight(),
            Tok::KwNot | Tok::KwAwait | Tok::ColonEqual => self.tight(),
            _ => return Ok(()),
        }
        if self.total > MAX_DEPTH {
            return Err(Fault::new(Code::TOO_DEEP, token.span, "expression nests too deeply"));
        }
        Ok(())
    }

    fn tight(&mut self) {
        self.here.tight += 1;
        self.total += 1;
    }

    fn loose(&mut self) {
        self.here.loose += 1;
        self.total += 1;
    }

    fn sibling(&mut self, loose: bool) {
        self.total -= self.here.tight;
        self.here.tight = 0;
        if loose {
            self.total -= self.here.loose;
            self.here.loose = 0;
        }
    }
}
