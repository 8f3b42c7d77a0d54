//! The pattern as a row of tokens: characters, of which a backslash and what follows it are one.
//!
//! Invariant: the token after the one just taken is never a lone backslash, as taking a token looks at the next: CPython reports such an
//! end of the pattern before anything that is wrong with the token at hand.

use super::super::error::Error;

pub type Result<T> = std::result::Result<T, Error>;

/// A character, perhaps behind a backslash.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub c: u32,
    pub escaped: bool,
}

impl Token {
    /// Whether this is the character, and not escaped.
    pub fn is(self, c: u8) -> bool {
        !self.escaped && self.c == u32::from(c)
    }

    /// Characters that it takes.
    pub fn length(self) -> usize {
        1 + usize::from(self.escaped)
    }
}

/// Where the parser is.
pub struct Source<'a> {
    chars: &'a [u32],
    /// Where the next token begins.
    at: usize,
}

const BACKSLASH: u32 = b'\\' as u32;

impl<'a> Source<'a> {
    pub fn new(chars: &'a [u32]) -> Result<Source<'a>> {
        let source = Source { chars, at: 0 };
        source.check_end()?;
        Ok(source)
    }

    /// Characters before the next token.
    pub fn tell(&self) -> usize {
        self.at
    }

    fn check_end(&self) -> Result<()> {
        if self.at + 1 == self.chars.len() && self.chars[self.at] == BACKSLASH {
            return Err(Error::at(self.at, "bad escape (end of pattern)"));
        }
        Ok(())
    }

    pub fn peek(&self) -> Option<Token> {
        let c = *self.chars.get(self.at)?;
        match self.chars.get(self.at + 1) {
            Some(c) if self.chars[self.at] == BACKSLASH => Some(Token { c: *c, escaped: true }),
            _ => Some(Token { c, escaped: false }),
        }
    }

    /// Whether the next token is this character, not escaped.
    pub fn at_byte(&self, c: u8) -> bool {
        self.peek().is_some_and(|token| token.is(c))
    }

    pub fn take(&mut self) -> Result<Option<Token>> {
        let Some(token) = self.peek() else { return Ok(None) };
        self.at += token.length();
        self.check_end()?;
        Ok(Some(token))
    }

    /// Takes the next token if it is this character.
    pub fn take_byte(&mut self, c: u8) -> Result<bool> {
        let is = self.at_byte(c);
        if is {
            self.take()?;
        }
        Ok(is)
    }

    /// Takes at most `most` tokens that are ASCII characters of a kind.
    pub fn take_while(&mut self, most: usize, is: fn(&u8) -> bool) -> Result<String> {
        let mut taken = String::new();
        while taken.len() < most {
            let Some(byte) = self.peek().filter(|token| !token.escaped).and_then(|token| u8::try_from(token.c).ok()) else {
                break;
            };
            if !is(&byte) {
                break;
            }
            self.take()?;
            taken.push(char::from(byte));
        }
        Ok(taken)
    }

    /// Takes what stands before a character, and that character. `what` names it in messages.
    pub fn take_until(&mut self, end: u8, what: &str) -> Result<&'a [u32]> {
        let start = self.at;
        loop {
            let before = self.at;
            let Some(token) = self.take()? else {
                let end = char::from(end);
                let empty = before == start;
                return Err(Error::at(
                    start,
                    if empty { format!("missing {what}") } else { format!("missing {end}, unterminated name") },
                ));
            };
            if token.is(end) {
                return if before == start {
                    Err(Error::at(start, format!("missing {what}")))
                } else {
                    Ok(&self.chars[start..before])
                };
            }
        }
    }

    /// The characters from a place to the next token.
    pub fn since(&self, start: usize) -> &'a [u32] {
        &self.chars[start..self.at]
    }

    /// Goes back to a place where a token began.
    pub fn seek(&mut self, at: usize) {
        self.at = at;
    }
}
