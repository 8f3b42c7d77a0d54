//! The parser: from the text of a pattern to its tree, with CPython's messages and places.
//!
//! It goes from left to right once, except that a pattern that turns on the verbose mode for itself is read anew in that mode. Depth is
//! bounded: groups within groups beyond `DEEPEST` are an error, so the recursion here and over the tree cannot exhaust the stack.

mod escape;
mod flag;
mod group;
mod set;
mod source;

use super::ast::{At, Greed, Node, Set, UNBOUNDED, Width};
use super::error::{Error, ErrorKind, Warning};
use super::flags::Flags;
use super::fold::Fold;
use super::properties::Properties;
pub use escape::simple as simple_escape;
use source::Result;
pub use source::{Source, Token};

/// Groups within groups: about as many as CPython's own recursion limit lets it read.
pub const DEEPEST: usize = 490;

/// Whether a pattern is a `str` or a `bytes`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Bytes,
}

/// A pattern that was read.
#[derive(Debug)]
pub struct Parsed {
    pub node: Node,
    /// The flags in the end: those given, and those that the pattern sets for itself.
    pub flags: Flags,
    /// Groups with a number, without the whole match.
    pub groups: u32,
    /// Names of groups and their numbers, in the order of the numbers.
    pub names: Vec<(String, u32)>,
    pub warnings: Vec<Warning>,
    /// The width of each group; the whole match, as number 0, is unknown.
    pub widths: Vec<Width>,
}

struct Parser<'a> {
    source: Source<'a>,
    kind: Kind,
    properties: &'a dyn Properties,
    /// The flags of the whole pattern.
    flags: Flags,
    names: Vec<(String, u32)>,
    /// For each group, its width, known once it is closed; number 0 stays open.
    widths: Vec<Width>,
    closed: Vec<bool>,
    /// Groups that conditionals ask for, and where: they may come later in the pattern.
    asked: Vec<(u64, String, usize)>,
    /// Inside a lookbehind: the number of groups before it.
    behind: Option<usize>,
    depth: usize,
    warnings: Vec<Warning>,
}

/// The code points of a pattern: UTF-8 (with surrogates as three bytes) for text, the bytes themselves otherwise.
pub fn characters(pattern: &[u8], kind: Kind) -> Vec<u32> {
    if kind == Kind::Bytes || pattern.is_ascii() {
        return pattern.iter().map(|byte| u32::from(*byte)).collect();
    }
    let mut chars = Vec::with_capacity(pattern.len());
    let mut at = 0;
    while at < pattern.len() {
        let (c, next) = super::utf8::decode(pattern, at);
        chars.push(c);
        at = next;
    }
    chars
}

/// Reads a pattern.
pub fn parse(pattern: &[u8], flags: Flags, kind: Kind, properties: &dyn Properties) -> Result<Parsed> {
    let chars = characters(pattern, kind);
    let parsed = match attempt(&chars, flags, kind, properties) {
        Err(error) if error.kind == ErrorKind::Verbose => {
            // The flags before the one for the verbose mode are set again when they are read again.
            attempt(&chars, flags.with(Flags::VERBOSE), kind, properties)
        }
        result => result,
    };
    parsed.map_err(|error| error.in_kind(kind))
}

fn attempt(chars: &[u32], flags: Flags, kind: Kind, properties: &dyn Properties) -> Result<Parsed> {
    let mut parser = Parser {
        source: Source::new(chars)?,
        kind,
        properties,
        flags,
        names: Vec::new(),
        widths: vec![Width::ZERO],
        closed: vec![false],
        asked: Vec::new(),
        behind: None,
        depth: 0,
        warnings: Vec::new(),
    };
    let node = parser.alternatives(flags, true)?;
    parser.settle_flags()?;
    if parser.source.peek().is_some() {
        return Err(Error::at(parser.source.tell(), "unbalanced parenthesis"));
    }
    let groups = parser.widths.len() - 1;
    if let Some((_, shown, pos)) = parser.asked.iter().find(|(number, ..)| *number > groups as u64) {
        return Err(Error::at(*pos, format!("invalid group reference {shown}")));
    }
    Ok(Parsed {
        node,
        flags: parser.flags,
        groups: u32::try_from(groups).unwrap_or(u32::MAX),
        names: parser.names,
        warnings: parser.warnings,
        widths: parser.widths,
    })
}

fn is_verbose_space(token: Token) -> bool {
    !token.escaped && matches!(token.c, 0x20 | 0x09..=0x0d)
}

impl Parser<'_> {
    /// Checks the flags of the whole pattern against its kind and each other.
    fn settle_flags(&mut self) -> Result<()> {
        let wrong = |msg: &str| Err(Error::of(ErrorKind::Value, msg));
        match self.kind {
            Kind::Text if self.flags.has(Flags::LOCALE) => wrong("cannot use LOCALE flag with a str pattern"),
            Kind::Text if self.flags.has(Flags::ASCII) && self.flags.has(Flags::UNICODE) => {
                wrong("ASCII and UNICODE flags are incompatible")
            }
            Kind::Bytes if self.flags.has(Flags::UNICODE) => wrong("cannot use UNICODE flag with a bytes pattern"),
            Kind::Bytes if self.flags.has(Flags::LOCALE) && self.flags.has(Flags::ASCII) => {
                wrong("ASCII and LOCALE flags are incompatible")
            }
            Kind::Text if !self.flags.has(Flags::ASCII) => {
                self.flags = self.flags.with(Flags::UNICODE);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Whether only ASCII characters count as letters, digits and spaces.
    fn is_ascii(&self, flags: Flags) -> bool {
        self.kind == Kind::Bytes || flags.has(Flags::ASCII)
    }

    fn fold(&self, flags: Flags) -> Fold {
        match (flags.has(Flags::IGNORECASE), self.is_ascii(flags)) {
            (false, _) => Fold::None,
            (true, true) => Fold::Ascii,
            (true, false) => Fold::Unicode,
        }
    }

    /// Alternatives, up to a closing parenthesis or the end. `top`: they are the whole pattern.
    fn alternatives(&mut self, flags: Flags, top: bool) -> Result<Node> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Error::of(ErrorKind::Recursion, "maximum recursion depth exceeded"));
        }
        let mut all = vec![self.sequence(flags, top)?];
        while self.source.take_byte(b'|')? {
            // Flags that the first alternative set for the whole pattern hold in the others.
            all.push(self.sequence(if top { self.flags } else { flags }, false)?);
        }
        self.depth -= 1;
        Ok(if all.len() == 1 { all.swap_remove(0) } else { Node::Alternatives(all) })
    }

    /// One alternative. `first`: it begins the pattern, so flags for the whole may stand at its beginning.
    fn sequence(&mut self, mut flags: Flags, first: bool) -> Result<Node> {
        let mut nodes = Vec::new();
        while let Some(token) = self.source.peek() {
            if token.is(b'|') || token.is(b')') {
                break;
            }
            let start = self.source.tell();
            self.source.take()?;
            if flags.has(Flags::VERBOSE) && (is_verbose_space(token) || token.is(b'#')) {
                self.skip_comment(token)?;
                continue;
            }
            match u8::try_from(token.c).unwrap_or(0) {
                _ if token.escaped => nodes.push(self.escape(token, start, flags)?),
                b'[' => nodes.push(self.set(flags)?),
                operator @ (b'*' | b'+' | b'?' | b'{') => self.repeat(operator, start, &mut nodes, flags)?,
                b'(' => {
                    let begins = first && nodes.is_empty();
                    if let Some(node) = self.group(start, flags, begins)? {
                        nodes.push(node);
                    }
                    if begins && nodes.is_empty() {
                        flags = self.flags;
                    }
                }
                b'.' => nodes.push(if flags.has(Flags::DOTALL) { Node::Any } else { Node::Dot }),
                b'^' => nodes.push(Node::Assert(if flags.has(Flags::MULTILINE) { At::LineStart } else { At::TextStart })),
                b'$' => nodes.push(Node::Assert(if flags.has(Flags::MULTILINE) { At::LineEnd } else { At::LastLineEnd })),
                _ => nodes.push(Node::Char(token.c, self.fold(flags))),
            }
        }
        Ok(Node::Sequence(nodes))
    }

    /// In verbose mode: after a space nothing, after `#` the rest of the line.
    fn skip_comment(&mut self, token: Token) -> Result<()> {
        if token.is(b'#') {
            while let Some(token) = self.source.take()? {
                if token.is(b'\n') {
                    break;
                }
            }
        }
        Ok(())
    }

    /// What a repetition operator says: the least and the most. None: the brace is a character.
    fn bounds(&mut self, operator: u8, start: usize) -> Result<Option<(u32, u32)>> {
        let after = start + 1;
        match operator {
            b'*' => return Ok(Some((0, UNBOUNDED))),
            b'+' => return Ok(Some((1, UNBOUNDED))),
            b'?' => return Ok(Some((0, 1))),
            _ => {}
        }
        if self.source.at_byte(b'}') {
            return Ok(None);
        }
        let low = self.source.take_while(usize::MAX, u8::is_ascii_digit)?;
        let high =
            if self.source.take_byte(b',')? { self.source.take_while(usize::MAX, u8::is_ascii_digit)? } else { low.clone() };
        if !self.source.take_byte(b'}')? {
            self.source.seek(after);
            return Ok(None);
        }
        let number = |digits: &str, empty: u32| match digits.parse() {
            _ if digits.is_empty() => Ok(empty),
            Ok(UNBOUNDED) | Err(_) => Err(Error::of(ErrorKind::Overflow, "the repetition number is too large")),
            Ok(number) => Ok(number),
        };
        let (min, max) = (number(&low, 0)?, number(&high, UNBOUNDED)?);
        if max < min {
            return Err(Error::at(after, "min repeat greater than max repeat"));
        }
        Ok(Some((min, max)))
    }

    /// A repetition of the last node.
    // Kept out of the functions that call each other for each group, so that these take little of the stack.
    #[inline(never)]
    fn repeat(&mut self, operator: u8, start: usize, nodes: &mut Vec<Node>, flags: Flags) -> Result<()> {
        let Some((min, max)) = self.bounds(operator, start)? else {
            nodes.push(Node::Char(u32::from(operator), self.fold(flags)));
            return Ok(());
        };
        match nodes.last() {
            None | Some(Node::Assert(_)) => return Err(Error::at(start, "nothing to repeat")),
            Some(Node::Repeat { .. }) => return Err(Error::at(start, "multiple repeat")),
            Some(_) => {}
        }
        let greed = if self.source.take_byte(b'?')? {
            Greed::Lazy
        } else if self.source.take_byte(b'+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        if let Some(body) = nodes.pop() {
            nodes.push(Node::Repeat { body: Box::new(body), min, max, greed });
        }
        Ok(())
    }

    /// A category alone, as a set.
    fn category(&self, category: super::ast::Category) -> Node {
        let items = vec![super::ast::Item::Category(category)];
        Node::Set(Box::new(Set { items, negative: false, fold: Fold::None }))
    }
}
