//! Flags in a pattern: `(?i)` for the whole of it, `(?i-m:…)` for a group.

use super::super::error::{Error, ErrorKind};
use super::super::flags::Flags;
use super::source::{Result, Token};
use super::{Kind, Parser};

const CANNOT_TURN_OFF: &str = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
const INCOMPATIBLE: &str = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";

impl Parser<'_> {
    /// Flags, of which the first token was taken. Those that a group turns on and off, or None where they hold for the whole pattern.
    pub(super) fn inline_flags(&mut self, first: Token) -> Result<Option<(Flags, Flags)>> {
        let mut on = Flags::NONE;
        let mut token = first;
        while !token.is(b'-') {
            on = self.turn_on(on, token)?;
            token = self.flag_token("missing -, : or )")?;
            if token.is(b')') {
                self.flags = self.flags.with(on);
                return Ok(None);
            }
            if token.is(b':') {
                return Ok(Some((on, Flags::NONE)));
            }
            if !token.is(b'-') && letter_flag(token).is_none() {
                return Err(self.unknown_flag(token, "missing -, : or )"));
            }
        }
        let mut off = Flags::NONE;
        token = self.flag_token("missing flag")?;
        loop {
            let Some(flag) = letter_flag(token) else {
                let missing = if off == Flags::NONE { "missing flag" } else { "missing :" };
                return Err(self.unknown_flag(token, missing));
            };
            if flag.has(Flags::ALPHABETS) {
                return Err(Error::at(self.source.tell(), CANNOT_TURN_OFF));
            }
            off = off.with(flag);
            token = self.flag_token("missing :")?;
            if token.is(b':') {
                break;
            }
        }
        if on.has(off) {
            return Err(Error::at(self.source.tell() - 1, "bad inline flags: flag turned on and off"));
        }
        Ok(Some((on, off)))
    }

    /// The next token; the message is for the end of the pattern.
    fn flag_token(&mut self, missing: &str) -> Result<Token> {
        let end = self.source.tell();
        self.source.take()?.ok_or_else(|| Error::at(end, missing))
    }

    fn turn_on(&self, on: Flags, token: Token) -> Result<Flags> {
        let pos = self.source.tell();
        let Some(flag) = letter_flag(token) else { return Err(self.unknown_flag(token, "missing -, : or )")) };
        let misfit = match self.kind {
            Kind::Text if flag == Flags::LOCALE => Some("bad inline flags: cannot use 'L' flag with a str pattern"),
            Kind::Bytes if flag == Flags::UNICODE => Some("bad inline flags: cannot use 'u' flag with a bytes pattern"),
            _ => None,
        };
        if let Some(msg) = misfit {
            return Err(Error::at(pos, msg));
        }
        let all = on.with(flag);
        if flag.has(Flags::ALPHABETS) && (all.0 & Flags::ALPHABETS.0) != flag.0 {
            return Err(Error::at(pos, INCOMPATIBLE));
        }
        Ok(all)
    }

    /// A letter is called an unknown flag; at anything else, something is missing.
    fn unknown_flag(&self, token: Token, missing: &str) -> Error {
        let letter = match u8::try_from(token.c) {
            Ok(byte) if byte.is_ascii() => byte.is_ascii_alphabetic(),
            _ => self.properties.is_alphabetic(token.c),
        };
        let msg = if letter && !token.escaped { "unknown flag" } else { missing };
        Error::at(self.source.tell() - token.length(), msg)
    }

    /// Flags for the whole pattern may stand only at its beginning. The verbose mode needs another reading.
    pub(super) fn check_global_flags(&self, start: usize, begins: bool, flags: Flags) -> Result<()> {
        if !begins {
            return Err(Error::at(start, "global flags not at the start of the expression"));
        }
        if self.flags.has(Flags::VERBOSE) && !flags.has(Flags::VERBOSE) {
            return Err(Error::of(ErrorKind::Verbose, ""));
        }
        Ok(())
    }
}

fn letter_flag(token: Token) -> Option<Flags> {
    if token.escaped { None } else { Flags::of_letter(token.c) }
}
