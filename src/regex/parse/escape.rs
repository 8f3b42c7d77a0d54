//! Escapes, in a set and outside: which characters, categories, places and groups they stand for.

use super::super::ast::{At, Category, CategoryKind, Item, Node};
use super::super::error::Error;
use super::super::flags::Flags;
use super::super::quote::{plain, quoted};
use super::source::{Result, Token};
use super::{Kind, Parser};

fn is_octal(byte: &u8) -> bool {
    matches!(byte, b'0'..=b'7')
}

/// Characters that an escape with one letter stands for, in a set and outside.
pub fn simple(letter: u8) -> Option<u32> {
    Some(u32::from(match letter {
        b'a' => 7,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        b'\\' => b'\\',
        _ => return None,
    }))
}

impl Parser<'_> {
    /// An escape outside a set.
    // Kept out of the functions that call each other for each group, so that these take little of the stack.
    #[inline(never)]
    pub(super) fn escape(&mut self, token: Token, start: usize, flags: Flags) -> Result<Node> {
        let letter = u8::try_from(token.c).unwrap_or(0);
        let ascii = self.is_ascii(flags);
        if let Some(category) = self.category_letter(letter, flags) {
            return Ok(self.category(category));
        }
        let at = match letter {
            b'A' => At::TextStart,
            b'Z' | b'z' => At::TextEnd,
            b'b' => At::Boundary { ascii },
            b'B' => At::NotBoundary { ascii },
            b'1'..=b'9' => return self.number(start, flags),
            b'0' => {
                self.source.take_while(2, is_octal)?;
                let value = self.octal(start, 1)?;
                return Ok(Node::Char(value, self.fold(flags)));
            }
            _ => {
                let c = self.character(token, start)?;
                return Ok(Node::Char(c, self.fold(flags)));
            }
        };
        Ok(Node::Assert(at))
    }

    /// An escape in a set.
    pub(super) fn set_escape(&mut self, token: Token, start: usize, flags: Flags) -> Result<Item> {
        let letter = u8::try_from(token.c).unwrap_or(0);
        if let Some(category) = self.category_letter(letter, flags) {
            return Ok(Item::Category(category));
        }
        match letter {
            b'b' => Ok(Item::Char(8)),
            b'0'..=b'7' => {
                self.source.take_while(2, is_octal)?;
                Ok(Item::Char(self.octal(start, 1)?))
            }
            b'8' | b'9' => Err(self.bad_escape(start)),
            _ => Ok(Item::Char(self.character(token, start)?)),
        }
    }

    fn category_letter(&self, letter: u8, flags: Flags) -> Option<Category> {
        let kind = match letter | 0x20 {
            b'd' => CategoryKind::Digit,
            b's' => CategoryKind::Space,
            b'w' => CategoryKind::Word,
            _ => return None,
        };
        matches!(letter, b'd' | b's' | b'w' | b'D' | b'S' | b'W').then(|| Category {
            kind,
            negative: letter.is_ascii_uppercase(),
            ascii: self.is_ascii(flags),
        })
    }

    /// An error that shows the escape as far as it was read.
    fn bad_escape(&self, start: usize) -> Error {
        Error::at(start, format!("bad escape {}", plain(self.source.since(start))))
    }

    /// The value of the octal digits that were read, after so many characters.
    fn octal(&self, start: usize, skip: usize) -> Result<u32> {
        let escape = self.source.since(start);
        let value = escape[skip..].iter().fold(0, |value, digit| value * 8 + (digit & 7));
        if value > 0o377 {
            let msg = format!("octal escape value {} outside of range 0-0o377", plain(escape));
            return Err(Error::at(start, msg));
        }
        Ok(value)
    }

    /// A backslash and a digit that isn't zero: a group, or a character with three octal digits.
    fn number(&mut self, start: usize, flags: Flags) -> Result<Node> {
        self.source.take_while(1, u8::is_ascii_digit)?;
        let octal = |escape: &[u32]| escape[1..].iter().all(|digit| matches!(digit, 0x30..=0x37));
        if self.source.since(start).len() == 3
            && octal(self.source.since(start))
            && !self.source.take_while(1, is_octal)?.is_empty()
        {
            let value = self.octal(start, 1)?;
            return Ok(Node::Char(value, self.fold(flags)));
        }
        let group = self.source.since(start)[1..].iter().fold(0, |value, digit| value * 10 + (digit & 15));
        if group as usize >= self.widths.len() {
            return Err(Error::at(start + 1, format!("invalid group reference {group}")));
        }
        self.check_closed(group, start)?;
        self.check_behind(group)?;
        Ok(Node::Backreference(group, self.fold(flags)))
    }

    /// A reference to a group that isn't closed yet is an error.
    pub(super) fn check_closed(&self, group: u32, pos: usize) -> Result<()> {
        match self.closed.get(group as usize) {
            Some(true) => Ok(()),
            _ => Err(Error::at(pos, "cannot refer to an open group")),
        }
    }

    /// So is one inside a lookbehind to a group that isn't closed before it.
    pub(super) fn check_behind(&self, group: u32) -> Result<()> {
        let Some(before) = self.behind else { return Ok(()) };
        let pos = self.source.tell();
        self.check_closed(group, pos)?;
        if group as usize >= before {
            return Err(Error::at(pos, "cannot refer to group defined in the same lookbehind subpattern"));
        }
        Ok(())
    }

    /// An escape that stands for a character.
    fn character(&mut self, token: Token, start: usize) -> Result<u32> {
        let letter = u8::try_from(token.c).unwrap_or(0);
        match (letter, self.kind) {
            (b'x', _) => self.hexadecimal(start, 2),
            (b'u', Kind::Text) => self.hexadecimal(start, 4),
            (b'U', Kind::Text) => {
                let value = self.hexadecimal(start, 8)?;
                if value > 0x0010_ffff { Err(self.bad_escape(start)) } else { Ok(value) }
            }
            (b'N', Kind::Text) => self.named(start),
            _ => match simple(letter) {
                Some(c) => Ok(c),
                None if letter.is_ascii_alphabetic() => Err(self.bad_escape(start)),
                None => Ok(token.c),
            },
        }
    }

    fn hexadecimal(&mut self, start: usize, digits: usize) -> Result<u32> {
        let value = self.source.take_while(digits, u8::is_ascii_hexdigit)?;
        if value.len() < digits {
            return Err(Error::at(start, format!("incomplete escape {}", plain(self.source.since(start)))));
        }
        Ok(u32::from_str_radix(&value, 16).unwrap_or(u32::MAX))
    }

    fn named(&mut self, start: usize) -> Result<u32> {
        if !self.source.take_byte(b'{')? {
            return Err(Error::at(self.source.tell(), "missing {"));
        }
        let name = self.source.take_until(b'}', "character name")?;
        if name.iter().any(|c| (0xd800..0xe000).contains(c)) {
            // CPython cannot even look such a name up.
            return Err(Error::at(self.source.tell() - 2, "bad escape \\N"));
        }
        self.properties.named(&plain(name)).ok_or_else(|| {
            let name = quoted(name, false, self.properties);
            Error::at(start, format!("undefined character name {name}"))
        })
    }
}
