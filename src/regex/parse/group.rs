//! Everything that begins with a parenthesis.

use super::super::ast::{Node, Width};
use super::super::error::Error;
use super::super::flags::Flags;
use super::super::quote::{is_identifier, plain, quoted};
use super::source::{Result, Token};
use super::{Kind, Parser};

/// What the characters after a parenthesis open.
enum Opened {
    /// A group with a number, and perhaps a name that ends before the next token.
    Numbered(Option<String>, usize),
    Plain(Flags),
    Atomic,
    Look {
        behind: bool,
        negative: bool,
    },
    Conditional(u32),
    /// Complete in itself.
    Whole(Node),
    /// A comment, or flags for the whole pattern.
    Nothing,
}

impl Parser<'_> {
    /// A group; its parenthesis, at `start`, was taken. None: there is nothing in it that matches.
    pub(super) fn group(&mut self, start: usize, flags: Flags, begins: bool) -> Result<Option<Node>> {
        let node = match self.open(start, flags, begins)? {
            Opened::Nothing => return Ok(None),
            Opened::Whole(node) => node,
            Opened::Numbered(name, pos) => self.numbered(name, pos, start, flags)?,
            Opened::Plain(flags) => Node::Sequence(vec![self.body(start, flags)?]),
            Opened::Atomic => Node::Atomic(Box::new(self.body(start, flags)?)),
            Opened::Look { behind, negative } => self.look(behind, negative, start, flags)?,
            Opened::Conditional(group) => self.conditional(group, start, flags)?,
        };
        Ok(Some(node))
    }

    // Kept out of the functions that call each other for each group, so that these take little of the stack.
    #[inline(never)]
    fn open(&mut self, start: usize, flags: Flags, begins: bool) -> Result<Opened> {
        if !self.source.take_byte(b'?')? {
            return Ok(Opened::Numbered(None, start));
        }
        let token = self.extension_token()?;
        Ok(match u8::try_from(token.c).unwrap_or(0) {
            b'P' if !token.escaped => self.python_extension(start, flags)?,
            b':' if !token.escaped => Opened::Plain(flags),
            b'#' if !token.escaped => self.comment(start)?,
            b'=' | b'!' if !token.escaped => Opened::Look { behind: false, negative: token.is(b'!') },
            b'<' if !token.escaped => {
                let next = self.extension_token()?;
                if !next.is(b'=') && !next.is(b'!') {
                    return Err(self.unknown_extension(start));
                }
                Opened::Look { behind: true, negative: next.is(b'!') }
            }
            b'(' if !token.escaped => Opened::Conditional(self.condition()?),
            b'>' if !token.escaped => Opened::Atomic,
            _ if token.is(b'-') || !token.escaped && Flags::of_letter(token.c).is_some() => match self.inline_flags(token)? {
                Some((on, off)) => Opened::Plain(flags.scoped(on, off)),
                None => {
                    self.check_global_flags(start, begins, flags)?;
                    Opened::Nothing
                }
            },
            _ => return Err(self.unknown_extension(start)),
        })
    }

    fn extension_token(&mut self) -> Result<Token> {
        let end = self.source.tell();
        self.source.take()?.ok_or_else(|| Error::at(end, "unexpected end of pattern"))
    }

    fn unknown_extension(&self, start: usize) -> Error {
        Error::at(start + 1, format!("unknown extension {}", plain(&self.source.since(start)[1..])))
    }

    fn comment(&mut self, start: usize) -> Result<Opened> {
        loop {
            match self.source.take()? {
                None => return Err(Error::at(start, "missing ), unterminated comment")),
                Some(token) if token.is(b')') => return Ok(Opened::Nothing),
                Some(_) => {}
            }
        }
    }

    /// `(?P<name>…` and `(?P=name)`.
    fn python_extension(&mut self, start: usize, flags: Flags) -> Result<Opened> {
        if self.source.take_byte(b'<')? {
            let pos = self.source.tell();
            let name = self.source.take_until(b'>', "group name")?;
            let name = self.checked_name(name, pos)?;
            return Ok(Opened::Numbered(Some(name), pos));
        }
        if self.source.take_byte(b'=')? {
            let pos = self.source.tell();
            let chars = self.source.take_until(b')', "group name")?;
            let name = self.checked_name(chars, pos)?;
            let group = self.number_of(&name, chars, pos)?;
            self.check_closed(group, pos)?;
            self.check_behind(group)?;
            return Ok(Opened::Whole(Node::Backreference(group, self.fold(flags))));
        }
        self.extension_token()?;
        Err(self.unknown_extension(start))
    }

    /// A name must be an identifier; in bytes, one of ASCII.
    fn checked_name(&self, name: &[u32], pos: usize) -> Result<String> {
        if is_identifier(name, self.kind == Kind::Bytes, self.properties) {
            return Ok(plain(name));
        }
        Err(Error::at(pos, format!("bad character in group name {}", self.shown(name))))
    }

    fn shown(&self, name: &[u32]) -> String {
        quoted(name, self.kind == Kind::Bytes, self.properties)
    }

    fn number_of(&self, name: &str, chars: &[u32], pos: usize) -> Result<u32> {
        let found = self.names.iter().find(|(known, _)| known == name);
        found.map(|(_, number)| *number).ok_or_else(|| Error::at(pos, format!("unknown group name {}", self.shown(chars))))
    }

    /// The group that a conditional asks for, by name or number.
    fn condition(&mut self) -> Result<u32> {
        let pos = self.source.tell();
        let chars = self.source.take_until(b')', "group name")?;
        if is_identifier(chars, self.kind == Kind::Bytes, self.properties) {
            let group = self.number_of(&plain(chars), chars, pos)?;
            self.check_behind(group)?;
            return Ok(group);
        }
        if !chars.iter().all(|c| matches!(c, 0x30..=0x39)) {
            return Err(Error::at(pos, format!("bad character in group name {}", self.shown(chars))));
        }
        let digits = plain(chars);
        let shown = digits.trim_start_matches('0');
        if shown.is_empty() {
            return Err(Error::at(pos, "bad group number"));
        }
        let Some(number) = shown.parse::<u32>().ok().filter(|number| *number < u32::MAX / 4) else {
            return Err(Error::at(pos, format!("invalid group reference {shown}")));
        };
        self.asked.push((u64::from(number), shown.to_owned(), pos));
        self.check_behind(number)?;
        Ok(number)
    }

    /// What stands in a group, and its closing parenthesis.
    fn body(&mut self, start: usize, flags: Flags) -> Result<Node> {
        let body = self.alternatives(flags, false)?;
        self.close(start)?;
        Ok(body)
    }

    fn close(&mut self, start: usize) -> Result<()> {
        if self.source.take_byte(b')')? { Ok(()) } else { Err(Error::at(start, "missing ), unterminated subpattern")) }
    }

    fn numbered(&mut self, name: Option<String>, pos: usize, start: usize, flags: Flags) -> Result<Node> {
        let number = self.widths.len() as u32;
        if let Some(name) = name {
            self.name(name, number, pos)?;
        }
        self.widths.push(Width::ZERO);
        self.closed.push(false);
        let body = self.body(start, flags)?;
        self.widths[number as usize] = body.width(&self.widths);
        self.closed[number as usize] = true;
        Ok(Node::Group { number, body: Box::new(body) })
    }

    #[inline(never)]
    fn name(&mut self, name: String, number: u32, pos: usize) -> Result<()> {
        if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name) {
            let shown = quoted(&name.chars().map(u32::from).collect::<Vec<_>>(), false, self.properties);
            let msg = format!("redefinition of group name {shown} as group {number}; was group {before}");
            return Err(Error::at(pos, msg));
        }
        self.names.push((name, number));
        Ok(())
    }

    fn look(&mut self, behind: bool, negative: bool, start: usize, flags: Flags) -> Result<Node> {
        let outer = self.behind;
        if behind && outer.is_none() {
            self.behind = Some(self.widths.len());
        }
        let body = Box::new(self.body(start, flags)?);
        self.behind = outer;
        Ok(Node::Look { body, behind, negative })
    }

    fn conditional(&mut self, group: u32, start: usize, flags: Flags) -> Result<Node> {
        let yes = Box::new(self.branch(flags)?);
        let no = if self.source.take_byte(b'|')? {
            let no = self.branch(flags)?;
            if self.source.at_byte(b'|') {
                return Err(Error::at(self.source.tell(), "conditional backref with more than two branches"));
            }
            Some(Box::new(no))
        } else {
            None
        };
        self.close(start)?;
        Ok(Node::Conditional { group, yes, no })
    }

    /// One branch of a conditional. It is as deep as a group's alternatives.
    fn branch(&mut self, flags: Flags) -> Result<Node> {
        self.depth += 1;
        if self.depth > super::DEEPEST {
            return Err(Error::of(super::ErrorKind::Recursion, "maximum recursion depth exceeded"));
        }
        let node = self.sequence(flags, false)?;
        self.depth -= 1;
        Ok(node)
    }
}
