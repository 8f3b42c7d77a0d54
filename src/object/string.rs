//! `str`: immutable UTF-8 with a cached hash and, where it is not ASCII, an index from characters to bytes made on first use.
//!
//! The text stands right behind the object, in one piece of memory; one that was appended to, or made of a long text that exists already,
//! stands apart.
#![allow(unsafe_code)]

use std::cell::{Cell, OnceCell};
use std::fmt::{self, Write};
use std::mem::MaybeUninit;

use super::{key::hash_bytes, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Characters between two entries of the index.
const STRIDE: usize = 64;
/// Stands for a hash not computed yet.
const UNKNOWN: i64 = -1;
/// Stands for the length of a text that stands apart.
const APART: u32 = u32::MAX;
/// Texts that exist already are copied up to this length.
const COPIED: usize = 4096;

/// A string.
#[repr(C)]
pub struct Str {
    hash: Cell<i64>,
    /// What few strings need.
    extra: OnceCell<Box<Extra>>,
    /// Bytes behind the object, or [`APART`]. It never changes once the object is made, but for [`Str::push_str`].
    length: u32,
    width: Cell<Width>,
    /// Number of the special method that it names, 0 for none.
    special: Cell<u8>,
}

/// What is known of the characters' widths.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    Unknown,
    Ascii,
    Mixed,
}

#[derive(Default)]
struct Extra {
    /// The text, where it stands apart.
    text: String,
    /// Bytes that the memory behind the object has, where the text stands apart.
    tail: usize,
    /// Number of characters of a text that is known not to be ASCII.
    chars: Cell<usize>,
    /// Byte offsets of every 64th character.
    index: OnceCell<Box<[u32]>>,
}

impl HeapType for Str {
    const TRACKED: bool = false;
    const TAILED: bool = true;
    #[inline]
    fn tail(&self) -> usize {
        match self.length {
            APART => self.extra.get().map_or(0, |extra| extra.tail),
            length => length as usize,
        }
    }
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Str, Str);

/// What a string can be made of.
pub trait Text: AsRef<str> {
    /// The text as an own `String`, for long ones.
    fn into_string(self) -> String;
}

impl Text for &str {
    fn into_string(self) -> String {
        self.to_owned()
    }
}

impl Text for &String {
    fn into_string(self) -> String {
        self.clone()
    }
}

impl Text for String {
    fn into_string(self) -> String {
        self
    }
}

impl Text for compact_str::CompactString {
    fn into_string(self) -> String {
        self.into()
    }
}

impl Text for Box<str> {
    fn into_string(self) -> String {
        self.into()
    }
}

impl Text for std::borrow::Cow<'_, str> {
    fn into_string(self) -> String {
        self.into_owned()
    }
}

impl Str {
    /// A string on the heap.
    #[inline]
    pub fn new(text: impl Text) -> Gc<Str> {
        let length = text.as_ref().len();
        if length > COPIED {
            return Str::apart(text.into_string());
        }
        Str::filled(length, |tail| copy_to(text.as_ref(), tail))
    }

    /// A string value.
    #[inline]
    pub fn value(text: impl Text) -> Value {
        Str::new(text).into()
    }

    /// A string of pieces, whose lengths in bytes add up to `length`.
    #[inline]
    pub fn of_pieces<'a>(length: usize, pieces: impl Iterator<Item = &'a str>) -> Value {
        if length >= APART as usize {
            return Str::apart(pieces.collect()).into();
        }
        Str::filled(length, |tail| pieces.fold(0, |at, piece| at + copy_to(piece, tail.get_mut(at..).unwrap_or_default())))
            .into()
    }

    /// A text with each ASCII character mapped to another one.
    pub fn of_ascii(text: &str, map: impl Fn(&u8) -> u8) -> Value {
        if text.len() >= APART as usize {
            return Str::apart(text.chars().map(|c| if c.is_ascii() { char::from(map(&(c as u8))) } else { c }).collect())
                .into();
        }
        let ascii = |byte: &u8| if byte.is_ascii() { map(byte) & 0x7F } else { *byte };
        Str::filled(text.len(), |tail| {
            tail.iter_mut().zip(text.as_bytes()).for_each(|(to, from)| _ = to.write(ascii(from)));
            text.len()
        })
        .into()
    }

    /// Number of the special method that this interned string names, 0 for none.
    #[inline(always)]
    pub fn special(&self) -> u8 {
        self.special.get()
    }

    /// Numbers the name of a special method: each class has a place for it ([`Class::lookup_place`](super::Class::lookup_place)).
    pub fn number_special(&self, number: u8) {
        self.special.set(number);
    }

    fn of_length(length: u32) -> Str {
        Str {
            hash: Cell::new(UNKNOWN),
            extra: OnceCell::new(),
            length,
            width: Cell::new(Width::Unknown),
            special: Cell::new(0),
        }
    }

    /// A string whose bytes `fill` writes, whole texts one after the other; it returns how many they are.
    #[inline(always)]
    fn filled(length: usize, fill: impl FnOnce(&mut [MaybeUninit<u8>]) -> usize) -> Gc<Str> {
        Gc::with_tail(Str::of_length(length as u32), fill)
    }

    #[cold]
    fn apart(text: String) -> Gc<Str> {
        let string = Str::of_length(APART);
        string.extra.get_or_init(|| Box::new(Extra { text, ..Extra::default() }));
        Gc::with_tail(string, |_| 0)
    }

    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        if self.length == APART {
            return self.text_apart();
        }
        // SAFETY: strings are only made by `filled`, which puts that many bytes of valid text behind them, and by `apart`; `#[repr(C)]` and
        // the size asserted below say where they are.
        unsafe {
            let start = std::ptr::from_ref(self).add(1).cast::<u8>();
            std::str::from_utf8_unchecked(std::slice::from_raw_parts(start, self.length as usize))
        }
    }

    #[cold]
    fn text_apart(&self) -> &str {
        self.extra.get().map_or("", |extra| &extra.text)
    }

    /// The hash, computed once.
    #[inline]
    pub fn hash(&self) -> i64 {
        let known = self.hash.get();
        if known != UNKNOWN {
            return known;
        }
        let hash = hash_bytes(self.as_str().as_bytes());
        self.hash.set(hash);
        hash
    }

    /// Length in characters.
    #[inline]
    pub fn char_len(&self) -> usize {
        if self.is_ascii() {
            return self.as_str().len();
        }
        self.extra().chars.get()
    }

    /// Whether all characters are ASCII, so that characters are bytes.
    #[inline]
    pub fn is_ascii(&self) -> bool {
        match self.width.get() {
            Width::Ascii => true,
            Width::Mixed => false,
            Width::Unknown => self.measure(),
        }
    }

    fn measure(&self) -> bool {
        let ascii = self.as_str().is_ascii();
        if !ascii {
            self.extra().chars.set(self.as_str().chars().count());
        }
        self.width.set(if ascii { Width::Ascii } else { Width::Mixed });
        ascii
    }

    fn extra(&self) -> &Extra {
        self.extra.get_or_init(Box::default)
    }

    /// The byte offset of a character; the text's length for the position after the last one.
    pub fn byte_offset(&self, position: usize) -> usize {
        if self.is_ascii() {
            return position;
        }
        let text = self.as_str();
        let index = self.extra().index.get_or_init(|| {
            let offsets = text.char_indices().step_by(STRIDE).map(|(offset, _)| offset as u32);
            offsets.collect()
        });
        let Some(start) = index.get(position / STRIDE) else { return text.len() };
        let start = *start as usize;
        text[start..].char_indices().nth(position % STRIDE).map_or(text.len(), |(offset, _)| start + offset)
    }

    /// The character at a position in range.
    #[inline]
    pub fn char_at(&self, position: usize) -> Option<char> {
        if self.is_ascii() {
            return self.as_str().as_bytes().get(position).map(|byte| *byte as char);
        }
        self.as_str().get(self.byte_offset(position)..)?.chars().next()
    }

    /// The characters from `from` up to `to` (both in range).
    pub fn slice(&self, from: usize, to: usize) -> &str {
        self.as_str().get(self.byte_offset(from)..self.byte_offset(to)).unwrap_or("")
    }

    /// Appends in place; only for a string that nobody else sees (`Gc::get_mut`).
    pub fn push_str(&mut self, more: &str) {
        let width = match self.width.get() {
            Width::Ascii if more.is_ascii() => Width::Ascii,
            Width::Mixed => Width::Mixed,
            _ => Width::Unknown,
        };
        self.width.set(width);
        self.hash.set(UNKNOWN);
        if self.length != APART {
            // Room for as much again: what is appended to once mostly is again.
            let mut text = String::with_capacity((self.as_str().len() + more.len()) * 2);
            text.push_str(self.as_str());
            let tail = self.tail();
            self.extra();
            if let Some(extra) = self.extra.get_mut() {
                (extra.text, extra.tail) = (text, tail);
            }
            self.length = APART;
        }
        if let Some(extra) = self.extra.get_mut() {
            extra.text.push_str(more);
            if width == Width::Mixed {
                extra.chars.set(extra.chars.get() + more.chars().count());
            }
            extra.index = OnceCell::new();
        }
    }
}

const _: () = assert!(size_of::<Str>() == 24);

/// Copies a text to the start of a place that has room for it; returns its length.
#[inline(always)]
fn copy_to(text: &str, place: &mut [MaybeUninit<u8>]) -> usize {
    let (from, length) = (text.as_bytes(), text.len());
    let to = &mut place[..length];
    // Short texts in one or two pieces that may overlap: a call costs more.
    match length {
        8..=16 => {
            to[..8].write_copy_of_slice(&from[..8]);
            to[length - 8..].write_copy_of_slice(&from[length - 8..]);
        }
        4..8 => {
            to[..4].write_copy_of_slice(&from[..4]);
            to[length - 4..].write_copy_of_slice(&from[length - 4..]);
        }
        0..4 => to.iter_mut().zip(from).for_each(|(to, from)| _ = to.write(*from)),
        _ => _ = to.write_copy_of_slice(from),
    }
    length
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
        f.write_str(self.as_str())
    }
}
