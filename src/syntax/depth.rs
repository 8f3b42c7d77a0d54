//! An upper bound of how deep the tree of the tokens read so far is.
//!
//! Each token that can put one node into another counts; the count starts afresh where operands stand side by side: at
//! a comma, `and`, `or`, a field of a formatted string, a statement's end. The bound may be high, never low, so refusing at a limit keeps
//! every recursion over the tree safe on a stack that is large enough for it.

use super::fault::Fault;
use super::token::{Tok, Token};
use crate::diag::Code;

/// How many expressions may stand within one another on any stack (brackets and blocks have limits of their own besides).
pub const MAX_DEPTH: u32 = 500;
/// How many lambdas may: each is a code within the one around it.
const MAX_LAMBDAS: u32 = 500;

#[derive(Default)]
struct Level {
    /// Operators, calls, attributes since the last sibling.
    tight: u32,
    /// Conditionals and lambdas since the last comma.
    loose: u32,
    /// The lambdas among them.
    functions: u32,
    /// Lambdas whose parameters are being read: their commas separate no siblings.
    lambdas: u32,
}

/// Counts per open bracket.
pub struct DepthGauge {
    outer: Vec<Level>,
    here: Level,
    total: u32,
    functions: u32,
    limit: u32,
}

impl DepthGauge {
    /// One that refuses what nests deeper than `limit`.
    pub fn new(limit: u32) -> DepthGauge {
        DepthGauge { outer: Vec::new(), here: Level::default(), total: 0, functions: 0, limit }
    }

    /// A statement ended outside all brackets.
    #[inline]
    pub fn statement_end(&mut self) {
        self.here = Level::default();
        self.total = 0;
        self.functions = 0;
    }

    /// A field of a formatted string ended: the next one stands beside it.
    pub fn field_end(&mut self) {
        self.here.tight = self.here.tight.saturating_sub(1);
        self.total = self.total.saturating_sub(1);
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
                self.functions -= self.here.functions;
                self.here = self.outer.pop().unwrap_or_default();
            }
            Tok::Comma if self.here.lambdas == 0 => self.sibling(true),
            Tok::Semi => self.sibling(true),
            Tok::KwAnd | Tok::KwOr => self.sibling(false),
            Tok::KwLambda => {
                self.here.lambdas += 1;
                self.here.functions += 1;
                self.functions += 1;
                self.loose();
            }
            Tok::Colon => self.here.lambdas = self.here.lambdas.saturating_sub(1),
            Tok::KwIf | Tok::KwElse => self.loose(),
            Tok::Dot | Tok::Plus | Tok::Minus | Tok::Star | Tok::DoubleStar | Tok::Slash | Tok::DoubleSlash => self.tight(),
            Tok::Percent | Tok::Amp | Tok::Pipe | Tok::Caret | Tok::Tilde | Tok::LShift | Tok::RShift | Tok::At => self.tight(),
            Tok::KwNot | Tok::KwAwait | Tok::ColonEqual => self.tight(),
            _ => return Ok(()),
        }
        if self.total > self.limit || self.functions > MAX_LAMBDAS {
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
            self.functions -= self.here.functions;
            self.here.functions = 0;
        }
    }
}
