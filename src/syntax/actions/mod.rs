//! The grammar's actions: one function per way to build a node.
//!
//! Positions come as the byte offsets `l` and `r` of the first and past the last token. An action that refuses what the grammar
//! let through returns CPython's message.

mod calls;
mod compound;
mod expressions;
mod params;
mod patterns;
mod statements;
mod strings;

use std::cell::RefCell;

use compact_str::CompactString;
use lalrpop_util::ParseError;

use super::ast::{Expr, Ident, Stmt, Warning};
use super::fault::Fault;
use super::token::Tok;
use crate::source::Span;

pub use calls::*;
pub use compound::*;
pub use expressions::*;
pub use params::*;
pub use patterns::*;
pub use statements::*;
pub use strings::*;

/// What a fallible action returns.
pub type Parsed<T> = Result<T, ParseError<u32, Tok, Box<Fault>>>;

/// Refuses.
fn refuse<T>(fault: Box<Fault>) -> Parsed<T> {
    Err(ParseError::User { error: fault })
}

/// What the actions read, the text, and what they find odd in it.
pub struct Context<'s> {
    /// The whole text.
    pub text: &'s str,
    /// Warnings so far.
    pub warnings: RefCell<Vec<Warning>>,
}

impl<'s> Context<'s> {
    /// The text of a token.
    pub fn slice(&self, l: u32, r: u32) -> &'s str {
        &self.text[l as usize..r as usize]
    }

    /// A name token's identifier.
    pub fn ident(&self, l: u32, r: u32) -> Ident {
        Ident { name: CompactString::new(self.slice(l, r)), span: Span::new(l, r) }
    }
}

/// A whole text.
pub enum Top {
    /// A file or a REPL cell.
    Module(Vec<Stmt>),
    /// A lone expression.
    Expression(Expr),
}

/// A list with one item more.
pub fn push<T>(mut list: Vec<T>, item: T) -> Vec<T> {
    list.push(item);
    list
}

/// Two lists in one.
pub fn append<T>(mut list: Vec<T>, mut items: Vec<T>) -> Vec<T> {
    list.append(&mut items);
    list
}
