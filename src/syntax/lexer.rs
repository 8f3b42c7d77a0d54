//! Raw tokens: what logos finds, with names, numbers and strings carried to their ends.
//!
//! It knows nothing of lines, indentation, brackets or formatted strings; `layout.rs` drives it and may move it.

use logos::Logos;

use super::fault::Fault;
use super::identifier;
use super::number::end_of_number;
use super::token::{Tok, Token};
use crate::diag::Code;
use crate::source::Span;

/// A position in the text from which tokens are read.
pub struct Lexer<'s> {
    text: &'s str,
    inner: logos::Lexer<'s, Tok>,
}

/// How a string literal begins.
#[derive(Clone, Copy, Debug)]
pub struct StringStart {
    /// The quote character.
    pub quote: u8,
    /// Three of them.
    pub triple: bool,
    /// An `r` in the prefix.
    pub raw: bool,
    /// `f`, `t`, `b`, `u` or 0.
    pub flavour: u8,
    /// Bytes of prefix and quotes.
    pub len: usize,
}

impl StringStart {
    /// Reads the prefix and quotes at the head of `text`.
    pub fn read(text: &str) -> StringStart {
        let bytes = text.as_bytes();
        let prefix = bytes.iter().position(|byte| matches!(byte, b'"' | b'\'')).unwrap_or(0);
        let quote = bytes.get(prefix).copied().unwrap_or(b'"');
        let triple = bytes[prefix..].starts_with(&[quote; 3]);
        let lower = |byte: &u8| byte.to_ascii_lowercase();
        StringStart {
            quote,
            triple,
            raw: bytes[..prefix].iter().any(|byte| lower(byte) == b'r'),
            flavour: bytes[..prefix].iter().map(lower).find(|&byte| byte != b'r').unwrap_or(0),
            len: prefix + if triple { 3 } else { 1 },
        }
    }
}

impl<'s> Lexer<'s> {
    /// At the start of the text.
    pub fn new(text: &'s str) -> Lexer<'s> {
        Lexer { text, inner: Tok::lexer(text) }
    }

    /// Where the next token is sought.
    pub fn position(&self) -> usize {
        self.inner.span().end
    }

    /// Moves to another character boundary.
    pub fn seek(&mut self, position: usize) {
        let here = self.position();
        if position < here {
            self.inner = Tok::lexer(self.text);
            self.inner.bump(position);
        } else {
            self.inner.bump(position - here);
        }
    }

    /// The next token; a string's token covers its prefix and opening quotes only.
    #[inline]
    pub fn next_token(&mut self) -> Option<Result<Token, Box<Fault>>> {
        let found = self.inner.next()?;
        let start = self.inner.span().start;
        let tok = match found {
            Ok(Tok::Name) => match self.name(start) {
                Ok(tok) => tok,
                Err(fault) => return Some(Err(fault)),
            },
            Ok(Tok::Number) => match end_of_number(self.text, start) {
                Ok(end) => {
                    self.seek(end);
                    Tok::Number
                }
                Err(fault) => return Some(Err(fault)),
            },
            Ok(tok) => tok,
            Err(()) => match self.other(start) {
                Ok(tok) => tok,
                Err(fault) => return Some(Err(fault)),
            },
        };
        Some(Ok(Token { tok, span: Span::new(start as u32, self.position() as u32) }))
    }

    fn name(&mut self, start: usize) -> Result<Tok, Box<Fault>> {
        let end = self.inner.span().end;
        if self.text.as_bytes().get(end).is_some_and(|&byte| byte >= 0x80) {
            return self.wide_name(start, end);
        }
        Ok(Tok::keyword(&self.text[start..end]).unwrap_or(Tok::Name))
    }

    /// An identifier with characters beyond ASCII; those up to `from` are known to belong to it.
    fn wide_name(&mut self, start: usize, from: usize) -> Result<Tok, Box<Fault>> {
        let rest = &self.text[from..];
        let end = from + rest.find(|c| !identifier::is_continue(c)).unwrap_or(rest.len());
        let name = &self.text[start..end];
        if let Some(c) = rest[end - from..].chars().next().filter(|c| !c.is_ascii()) {
            return Err(stray_character(end, c));
        }
        if let Some(c) = identifier::unnormalised(name) {
            let message = format!("identifier '{name}' is not in normal form (NFKC) because of U+{:04X}", c as u32);
            let span = Span::new(start as u32, end as u32);
            return Err(Fault::new(Code::UNSUPPORTED_SYNTAX, span, message)
                .help("acli does not normalise identifiers as CPython does; spell it with the plain characters"));
        }
        self.seek(end);
        Ok(if name.is_ascii() { Tok::keyword(name).unwrap_or(Tok::Name) } else { Tok::Name })
    }

    /// What logos does not know: identifiers that begin beyond ASCII, and stray characters.
    fn other(&mut self, start: usize) -> Result<Tok, Box<Fault>> {
        let Some(c) = self.text[start..].chars().next() else {
            return Err(stray_character(start, '\u{FFFD}'));
        };
        if identifier::is_start(c) {
            return self.wide_name(start, start + c.len_utf8());
        }
        Err(stray_character(start, c))
    }
}

fn stray_character(at: usize, c: char) -> Box<Fault> {
    let span = Span::new(at as u32, (at + c.len_utf8()) as u32);
    let printable = !(c.is_control()
        || c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}'));
    if printable {
        let fault = Fault::new(Code::BAD_CHARACTER, span, format!("invalid character '{c}' (U+{:04X})", c as u32));
        return match plain_form(c) {
            Some(plain) => fault.help(format!("write {plain} instead")),
            None => fault,
        };
    }
    Fault::new(Code::BAD_CHARACTER, span, format!("invalid non-printable character U+{:04X}", c as u32))
}

/// The ASCII character that was probably meant.
fn plain_form(c: char) -> Option<char> {
    Some(match c {
        '‘' | '’' | '‚' | '′' => '\'',
        '“' | '”' | '„' | '″' | '«' | '»' => '"',
        '–' | '—' | '−' => '-',
        '×' => '*',
        '÷' => '/',
        '，' => ',',
        '：' => ':',
        '（' => '(',
        '）' => ')',
        _ => return None,
    })
}
