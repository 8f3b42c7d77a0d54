//! Sets in brackets, and the warnings about what may once be set operations.

use super::super::ast::{Item, Node, Set};
use super::super::error::{Error, Warning};
use super::super::flags::Flags;
use super::super::quote::plain;
use super::Parser;
use super::source::{Result, Token};

impl Parser<'_> {
    /// A set; its bracket was taken.
    // Kept out of the functions that call each other for each group, so that these take little of the stack.
    #[inline(never)]
    pub(super) fn set(&mut self, flags: Flags) -> Result<Node> {
        let start = self.source.tell() - 1;
        let unterminated = || Error::at(start, "unterminated character set");
        if self.source.at_byte(b'[') {
            self.warn("nested set", self.source.tell());
        }
        let negative = self.source.take_byte(b'^')?;
        let mut items = Vec::new();
        loop {
            let from = self.source.tell();
            let token = self.source.take()?.ok_or_else(unterminated)?;
            if token.is(b']') && !items.is_empty() {
                break;
            }
            let low = self.member(token, from, !items.is_empty(), flags)?;
            if !self.source.take_byte(b'-')? {
                items.push(low);
                continue;
            }
            let to = self.source.tell();
            let last = self.source.take()?.ok_or_else(unterminated)?;
            if last.is(b']') {
                items.extend([low, Item::Char(u32::from(b'-'))]);
                break;
            }
            if last.is(b'-') {
                self.warn("set difference", to - 1);
            }
            let high = self.member(last, to, false, flags)?;
            items.push(range(low, high).ok_or_else(|| self.bad_range((token, from), (last, to)))?);
        }
        let fold = self.fold(flags);
        Ok(match items[..] {
            [Item::Char(c)] if !negative => Node::Char(c, fold),
            _ => Node::Set(Box::new(Set { items, negative, fold })),
        })
    }

    /// A character or an escape. `inner`: two of some characters in a row are warned of.
    fn member(&mut self, token: Token, start: usize, inner: bool, flags: Flags) -> Result<Item> {
        if token.escaped {
            return self.set_escape(token, start, flags);
        }
        if inner && self.source.peek() == Some(token) {
            let operation = match u8::try_from(token.c) {
                Ok(b'-') => Some("set difference"),
                Ok(b'&') => Some("set intersection"),
                Ok(b'~') => Some("set symmetric difference"),
                Ok(b'|') => Some("set union"),
                _ => None,
            };
            if let Some(operation) = operation {
                self.warn(operation, start);
            }
        }
        Ok(Item::Char(token.c))
    }

    fn warn(&mut self, what: &str, pos: usize) {
        self.warnings.push(Warning { msg: format!("Possible {what} at position {pos}"), pos });
    }

    /// The message shows both ends as far as CPython takes them for a token.
    fn bad_range(&self, low: (Token, usize), high: (Token, usize)) -> Error {
        let shown = |token: Token| if token.escaped { plain(&[u32::from(b'\\'), token.c]) } else { plain(&[token.c]) };
        let pos = self.source.tell() - low.0.length() - 1 - high.0.length();
        Error::at(pos, format!("bad character range {}-{}", shown(low.0), shown(high.0)))
    }
}

fn range(low: Item, high: Item) -> Option<Item> {
    match (low, high) {
        (Item::Char(low), Item::Char(high)) if low <= high => Some(Item::Range(low, high)),
        _ => None,
    }
}
