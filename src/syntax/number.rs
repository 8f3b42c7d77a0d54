//! Number literals: where one ends, and what is wrong with it.
//!
//! The rules are the tokenizer's of CPython ("Lexical analysis", numeric literals): a number may be followed directly by a
//! keyword (`1if x else 2`), but by no other identifier character.

use super::fault::Fault;
use crate::diag::Code;
use crate::source::Span;

struct Cursor<'s> {
    bytes: &'s [u8],
    at: usize,
}

/// The offset just past the number that begins at `start`, which holds a digit, or a dot before a digit.
pub fn end_of_number(text: &str, start: usize) -> Result<usize, Box<Fault>> {
    let mut cursor = Cursor { bytes: text.as_bytes(), at: start };
    cursor.number(start)?;
    Ok(cursor.at)
}

impl Cursor<'_> {
    fn peek(&self) -> u8 {
        self.bytes.get(self.at).copied().unwrap_or(0)
    }

    fn fail(&self, message: impl Into<String>) -> Box<Fault> {
        let at = self.at.saturating_sub(1) as u32;
        Fault::new(Code::BAD_NUMBER, Span::new(at, at + 1), message)
    }

    fn number(&mut self, start: usize) -> Result<(), Box<Fault>> {
        if self.peek() == b'0' {
            let radix = match self.bytes.get(start + 1).map(u8::to_ascii_lowercase) {
                Some(b'x') => Some((16, "hexadecimal")),
                Some(b'o') => Some((8, "octal")),
                Some(b'b') => Some((2, "binary")),
                _ => None,
            };
            if let Some((radix, kind)) = radix {
                self.at += 2;
                return self.radix_digits(radix, kind);
            }
        }
        let zero = self.peek() == b'0';
        if self.peek() != b'.' {
            self.digits()?;
        }
        let integer_end = self.at;
        let is_float = self.fraction()? | self.exponent()?;
        if matches!(self.peek(), b'j' | b'J') {
            self.at += 1;
            return self.check_end("imaginary");
        }
        let nonzero = self.bytes[start..integer_end].iter().any(|byte| matches!(byte, b'1'..=b'9'));
        if !is_float && zero && nonzero {
            let message = "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers";
            return Err(Fault::new(Code::BAD_NUMBER, Span::new(start as u32, integer_end as u32), message));
        }
        self.check_end("decimal")
    }

    fn fraction(&mut self) -> Result<bool, Box<Fault>> {
        if self.peek() != b'.' {
            return Ok(false);
        }
        self.at += 1;
        if self.peek().is_ascii_digit() {
            self.digits()?;
        }
        Ok(true)
    }

    fn exponent(&mut self) -> Result<bool, Box<Fault>> {
        if !matches!(self.peek(), b'e' | b'E') {
            return Ok(false);
        }
        let before = self.at;
        self.at += 1;
        if matches!(self.peek(), b'+' | b'-') {
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return Err(self.fail("invalid decimal literal"));
            }
        } else if !self.peek().is_ascii_digit() {
            self.at = before;
            return Ok(false);
        }
        self.digits()?;
        Ok(true)
    }

    fn digits(&mut self) -> Result<(), Box<Fault>> {
        loop {
            while self.peek().is_ascii_digit() {
                self.at += 1;
            }
            if self.peek() != b'_' {
                return Ok(());
            }
            self.at += 1;
            if !self.peek().is_ascii_digit() {
                return Err(self.fail("invalid decimal literal"));
            }
        }
    }

    fn radix_digits(&mut self, radix: u32, kind: &str) -> Result<(), Box<Fault>> {
        let fits = |byte: u8| char::from(byte).is_digit(radix);
        loop {
            if self.peek() == b'_' {
                self.at += 1;
            }
            if !fits(self.peek()) {
                return Err(self.bad_digit(kind));
            }
            while fits(self.peek()) {
                self.at += 1;
            }
            if self.peek() != b'_' {
                break;
            }
        }
        if self.peek().is_ascii_digit() {
            return Err(self.bad_digit(kind));
        }
        self.check_end(kind)
    }

    fn bad_digit(&mut self, kind: &str) -> Box<Fault> {
        let digit = self.peek();
        if digit.is_ascii_digit() {
            self.at += 1;
            return self.fail(format!("invalid digit '{}' in {kind} literal", char::from(digit)));
        }
        self.fail(format!("invalid {kind} literal"))
    }

    fn check_end(&self, kind: &str) -> Result<(), Box<Fault>> {
        let next = self.peek();
        if !(next.is_ascii_alphanumeric() || next == b'_' || next >= 0x80) {
            return Ok(());
        }
        let rest = &self.bytes[self.at..];
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"not", b"or"];
        if keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            return Ok(());
        }
        Err(self.fail(format!("invalid {kind} literal")))
    }
}
