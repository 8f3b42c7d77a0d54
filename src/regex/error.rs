//! What can be wrong with a pattern or a template, and what a pattern is warned of.

use super::parse::Kind;

/// Which of Python's exceptions an error becomes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// `re.PatternError`.
    Pattern,
    /// `OverflowError`.
    Overflow,
    /// `ValueError`: flags that exclude each other.
    Value,
    /// `RecursionError`: groups within groups.
    Recursion,
    /// `IndexError`: a template names a group that isn't there.
    Index,
    /// Not an error: parsing begins anew, as the pattern has turned on the verbose mode. It never leaves the parser.
    Verbose,
}

/// An error with CPython's message.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    pub kind: ErrorKind,
    pub msg: String,
    /// Characters before the place in the pattern; None where CPython gives no place.
    pub pos: Option<usize>,
}

impl Error {
    /// A `re.PatternError` at a place.
    #[cold]
    pub fn at(pos: usize, msg: impl Into<String>) -> Error {
        Error { kind: ErrorKind::Pattern, msg: msg.into(), pos: Some(pos) }
    }

    /// For bytes, CPython writes messages in ASCII.
    pub fn in_kind(mut self, kind: Kind) -> Error {
        if kind == Kind::Bytes && !self.msg.is_ascii() {
            let shown = |c: char| if c.is_ascii() { c.to_string() } else { format!("\\x{:02x}", u32::from(c)) };
            self.msg = self.msg.chars().map(shown).collect();
        }
        self
    }

    /// An error without a place.
    #[cold]
    pub fn of(kind: ErrorKind, msg: impl Into<String>) -> Error {
        Error { kind, msg: msg.into(), pos: None }
    }
}

/// A `FutureWarning`; the message already names the place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Warning {
    pub msg: String,
    /// Characters before the place in the pattern.
    pub pos: usize,
}
