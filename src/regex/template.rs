//! Templates of `sub` and `Match.expand`.

use super::Regex;
use super::error::{Error, ErrorKind};
use super::parse::{Kind, Source, Token, characters, simple_escape};
use super::quote::{is_identifier, plain, quoted};
use super::utf8;

/// A part of a template.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// Text, encoded as the template was.
    Literal(Vec<u8>),
    Group(u32),
}

/// A parsed template: literals and groups one after another; no two literals in a row.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Template {
    pub parts: Vec<Part>,
}

struct Reader<'a> {
    source: Source<'a>,
    regex: &'a Regex,
    literal: Vec<u8>,
    parts: Vec<Part>,
}

impl Template {
    /// Reads a template for a pattern. Its kind is the pattern's.
    pub fn parse(template: &[u8], regex: &Regex) -> Result<Template, Error> {
        if memchr::memchr(b'\\', template).is_none() {
            let parts = if template.is_empty() { Vec::new() } else { vec![Part::Literal(template.to_vec())] };
            return Ok(Template { parts });
        }
        let chars = characters(template, regex.kind);
        let mut reader = Reader { source: Source::new(&chars)?, regex, literal: Vec::new(), parts: Vec::new() };
        loop {
            let start = reader.source.tell();
            let Some(token) = reader.source.take()? else { break };
            reader.part(token, start).map_err(|error| error.in_kind(regex.kind))?;
        }
        reader.flush();
        Ok(Template { parts: reader.parts })
    }
}

fn is_octal(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'7')
}

impl Reader<'_> {
    fn put(&mut self, c: u32) {
        match self.regex.kind {
            Kind::Text => utf8::encode(c, &mut self.literal),
            Kind::Bytes => self.literal.push(c as u8),
        }
    }

    fn flush(&mut self) {
        if !self.literal.is_empty() {
            self.parts.push(Part::Literal(std::mem::take(&mut self.literal)));
        }
    }

    fn group(&mut self, group: u32) {
        self.flush();
        self.parts.push(Part::Group(group));
    }

    /// A character or an escape.
    fn part(&mut self, token: Token, start: usize) -> Result<(), Error> {
        if !token.escaped {
            self.put(token.c);
            return Ok(());
        }
        let letter = u8::try_from(token.c).unwrap_or(0);
        match letter {
            b'g' => return self.named(),
            b'0' => {
                let digits = self.source.take_while(2, is_octal)?;
                self.put(digits.bytes().fold(0, |value, digit| value * 8 + u32::from(digit & 7)));
            }
            b'1'..=b'9' => return self.number(start),
            b'b' => self.put(8),
            _ => match simple_escape(letter) {
                Some(c) => self.put(c),
                None if letter.is_ascii_alphabetic() => {
                    return Err(Error::at(start, format!("bad escape \\{}", char::from(letter))));
                }
                None => {
                    self.put(u32::from(b'\\'));
                    self.put(token.c);
                }
            },
        }
        Ok(())
    }

    /// A digit that isn't zero: a group of one or two digits, or a character with three octal digits.
    fn number(&mut self, start: usize) -> Result<(), Error> {
        self.source.take_while(1, u8::is_ascii_digit)?;
        let octal = self.source.since(start)[1..].iter().all(|digit| matches!(digit, 0x30..=0x37));
        if self.source.since(start).len() == 3 && octal && !self.source.take_while(1, is_octal)?.is_empty() {
            let escape = self.source.since(start);
            let value = escape[1..].iter().fold(0, |value, digit| value * 8 + (digit & 7));
            if value > 0o377 {
                return Err(Error::at(start, format!("octal escape value {} outside of range 0-0o377", plain(escape))));
            }
            self.put(value);
            return Ok(());
        }
        let group = self.source.since(start)[1..].iter().fold(0, |value, digit| value * 10 + (digit & 15));
        if group > self.regex.groups {
            return Err(Error::at(start + 1, format!("invalid group reference {group}")));
        }
        self.group(group);
        Ok(())
    }

    /// `\g<…>`.
    fn named(&mut self) -> Result<(), Error> {
        if !self.source.take_byte(b'<')? {
            return Err(Error::at(self.source.tell(), "missing <"));
        }
        let start = self.source.tell();
        let name = self.source.take_until(b'>', "group name")?;
        let (ascii, properties) = (self.regex.kind == Kind::Bytes, self.regex.properties);
        if is_identifier(name, ascii, properties) {
            let Some(group) = self.regex.group_named(&plain(name)) else {
                return Err(Error::of(ErrorKind::Index, format!("unknown group name {}", quoted(name, ascii, properties))));
            };
            self.group(group);
            return Ok(());
        }
        if !name.iter().all(|c| matches!(c, 0x30..=0x39)) {
            return Err(Error::at(start, format!("bad character in group name {}", quoted(name, ascii, properties))));
        }
        let digits = plain(name);
        let digits = digits.trim_start_matches('0');
        let group = if digits.is_empty() { Some(0) } else { digits.parse().ok() };
        match group.filter(|group| *group <= self.regex.groups) {
            Some(group) => self.group(group),
            None => return Err(Error::at(start, format!("invalid group reference {digits}"))),
        }
        Ok(())
    }
}
