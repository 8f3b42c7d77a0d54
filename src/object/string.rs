//! `str`: immutable UTF-8 with a cached hash and, where it is not ASCII, an index from characters to bytes made on first use.

use std::cell::{Cell, OnceCell};
use std::fmt::{self, Write};

use compact_str::CompactString;

use super::{key::hash_bytes, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Characters between two entries of the index.
const STRIDE: usize = 64;
/// Stands for a hash or a length not computed yet.
const UNKNOWN: i64 = -1;

/// A string.
pub struct Str {
    text: CompactString,
    hash: Cell<i64>,
    chars: Cell<i64>,
    /// Made on first use, and apart: most strings never need it.
    index: OnceCell<Box<Index>>,
}

/// Byte offsets of every 64th character.
struct Index(Box<[u32]>);

impl HeapType for Str {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Str, Str);

impl Str {
    /// A string on the heap.
    #[inline]
    pub fn new(text: impl Into<CompactString>) -> Gc<Str> {
        Gc::new(Str { text: text.into(), hash: Cell::new(UNKNOWN), chars: Cell::new(UNKNOWN), index: OnceCell::new() })
    }

    /// A string value.
    #[inline]
    pub fn value(text: impl Into<CompactString>) -> Value {
        Str::new(text).into()
    }

    /// A string of pieces, whose lengths in bytes add up to `length`.
    #[inline]
    pub fn of_pieces<'a>(length: usize, pieces: impl Iterator<Item = &'a str>) -> Value {
        const INLINE: usize = size_of::<CompactString>();
        if length <= INLINE {
            let mut text = CompactString::const_new("");
            pieces.for_each(|piece| text.push_str(piece));
            return Str::value(text);
        }
        let mut text = String::with_capacity(length);
        pieces.for_each(|piece| text.push_str(piece));
        Str::value(text)
    }

    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        self.text.as_str()
    }

    /// The hash, computed once.
    #[inline]
    pub fn hash(&self) -> i64 {
        let known = self.hash.get();
        if known != UNKNOWN {
            return known;
        }
        let hash = hash_bytes(self.text.as_bytes());
        self.hash.set(hash);
        hash
    }

    /// Length in characters.
    #[inline]
    pub fn char_len(&self) -> usize {
        if self.chars.get() == UNKNOWN {
            self.chars.set(if self.text.is_ascii() { self.text.len() } else { self.text.chars().count() } as i64);
        }
        self.chars.get() as usize
    }

    /// Whether all characters are ASCII, so that characters are bytes.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        self.char_len() == self.text.len()
    }

    /// The byte offset of a character; the text's length for the position after the last one.
    pub fn byte_offset(&self, position: usize) -> usize {
        if self.is_ascii() {
            return position;
        }
        let index = self.index.get_or_init(|| {
            let offsets = self.text.char_indices().step_by(STRIDE).map(|(offset, _)| offset as u32);
            Box::new(Index(offsets.collect()))
        });
        let Some(start) = index.0.get(position / STRIDE) else { return self.text.len() };
        let start = *start as usize;
        self.text[start..].char_indices().nth(position % STRIDE).map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// The character at a position in range.
    #[inline]
    pub fn char_at(&self, position: usize) -> Option<char> {
        if self.is_ascii() {
            return self.text.as_bytes().get(position).map(|byte| *byte as char);
        }
        self.text.get(self.byte_offset(position)..)?.chars().next()
    }

    /// The characters from `from` up to `to` (both in range).
    pub fn slice(&self, from: usize, to: usize) -> &str {
        self.text.get(self.byte_offset(from)..self.byte_offset(to)).unwrap_or("")
    }

    /// Appends in place; only for a string that nobody else sees (`Gc::get_mut`).
    pub fn push_str(&mut self, more: &str) {
        let known = self.chars.get();
        let added = if known != UNKNOWN && more.is_ascii() { known + more.len() as i64 } else { UNKNOWN };
        self.chars.set(added);
        self.hash.set(UNKNOWN);
        self.index = OnceCell::new();
        self.text.push_str(more);
    }
}

/// Appends a character as `\xNN`, `\uNNNN` or `\UNNNNNNNN`.
pub fn push_code(out: &mut String, c: char) {
    // Writing to a string can't fail.
    let _ = match c as u32 {
        code @ ..0x100 => write!(out, "\\x{code:02x}"),
        code @ ..0x10000 => write!(out, "\\u{code:04x}"),
        code => write!(out, "\\U{code:08x}"),
    };
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
