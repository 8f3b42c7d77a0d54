//! `str`: immutable UTF-8 with a cached hash and, where it is not ASCII, an index from characters to bytes made on first use.
//!
//! The text stands right behind the object, in one piece of memory; one that was appended to, or made of a long text that exists already,
//! stands apart, in a buffer that strings share (`buffer`).
#![allow(unsafe_code)]

use std::cell::{Cell, OnceCell};
use std::fmt::{self, Write};
use std::mem::MaybeUninit;
use std::rc::Rc;

use super::buffer::Buffer;
use super::chars::{self, CharIndex};
use super::{key::hash_bytes, object_kind};
use crate::heap::{self, Gc, HeapType, Visitor};
use crate::value::Value;

/// Stands for a hash not computed yet.
const UNKNOWN: i64 = -1;
/// Stands for the length of a text that stands apart.
const APART: u32 = u32::MAX;
/// Texts that exist already are copied up to this length, and sums of texts are.
const COPIED: usize = 4096;
/// Texts that are appended to in place are copied up to this length.
const APPENDED: usize = 128;
/// Texts of so many bytes have no index: they are walked through.
const WALKED: usize = 64;
/// Stands for the number of a special method in an interned string that names none.
const INTERNED: u8 = u8::MAX;
/// Stands for a number of characters that is kept apart.
const MANY: u16 = u16::MAX;

/// A string.
#[repr(C)]
pub struct Str {
    hash: Cell<i64>,
    /// What few strings need.
    extra: OnceCell<Box<Extra>>,
    /// Bytes behind the object, or [`APART`]. It changes only where [`Str::append`] fills the object's block up.
    length: u32,
    width: Cell<Width>,
    /// Number of the special method that it names, [`INTERNED`] for another interned string, 0 for all else.
    special: Cell<u8>,
    /// Number of characters of a text that is known not to be ASCII, or [`MANY`].
    chars: Cell<u16>,
}

/// What is known of the characters' widths.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    Unknown,
    Ascii,
    Mixed,
}

impl Width {
    /// Of a text whose parts have these widths.
    #[inline(always)]
    fn with(self, other: Width) -> Width {
        if self == other && self == Width::Ascii { Width::Ascii } else { Width::Unknown }
    }
}

#[derive(Default)]
struct Extra {
    /// The text, where it stands apart.
    apart: Option<Apart>,
    /// Bytes that the memory behind the object has, where the text stands apart.
    tail: usize,
    /// Number of characters, if it is too large for its place in the string.
    chars: Cell<usize>,
    /// Where the characters begin, if the text does not stand apart.
    index: CharIndex,
}

/// The beginning of a buffer.
struct Apart {
    buffer: Rc<Buffer>,
    length: usize,
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

    /// A string of ASCII characters.
    #[inline]
    pub fn ascii(text: &str) -> Value {
        debug_assert!(text.is_ascii());
        let string = Str::new(text);
        string.width.set(Width::Ascii);
        string.into()
    }

    /// A string of the first `length` bytes that `fill` writes, all of them ASCII.
    pub fn ascii_of(length: usize, fill: impl ExactSizeIterator<Item = u8>) -> Value {
        if length >= APART as usize {
            return Str::apart(fill.map(|byte| char::from(byte & 0x7F)).collect()).into();
        }
        let string = Str::filled(length, |tail| tail.iter_mut().zip(fill).map(|(to, byte)| to.write(byte & 0x7F)).count());
        string.width.set(Width::Ascii);
        string.into()
    }

    /// The string of bytes that are ASCII; none where they aren't.
    #[inline]
    pub fn of_ascii(data: &[u8]) -> Option<Value> {
        if !data.is_ascii() {
            return None;
        }
        // SAFETY: ASCII is UTF-8.
        Some(Str::ascii(unsafe { std::str::from_utf8_unchecked(data) }))
    }

    /// The text of bytes that are Latin-1.
    pub fn of_latin1(data: &[u8]) -> Value {
        let length = data.len() + data.iter().filter(|byte| !byte.is_ascii()).count();
        if length >= APART as usize {
            return Str::apart(data.iter().map(|byte| char::from(*byte)).collect()).into();
        }
        let string = Str::filled(length, |tail| {
            let Some((last, before)) = data.split_last() else { return 0 };
            let (mut at, room) = (0, tail.as_mut_ptr().cast::<u8>());
            for byte in before {
                // SAFETY: `length` counts one or two bytes for each of `data`. This one's and at least one of the next fit behind those that
                // were written; where this one needs one byte only, the second is overwritten by the next.
                unsafe {
                    let wide = byte >> 7;
                    room.add(at).write(if wide == 0 { *byte } else { 0xC0 | byte >> 6 });
                    room.add(at + 1).write(0x80 | byte & 0x3F);
                    at += 1 + usize::from(wide);
                }
            }
            at + copy_to(char::from(*last).encode_utf8(&mut [0; 2]), &mut tail[at..])
        });
        if length == data.len() {
            string.width.set(Width::Ascii);
        } else {
            string.set_chars(data.len());
            string.width.set(Width::Mixed);
        }
        string.into()
    }

    /// The ASCII character at a place of a text that is known to hold no others, where a look behind the object finds it.
    #[inline(always)]
    pub fn ascii_at(&self, place: usize) -> Option<u8> {
        if self.width.get() != Width::Ascii || self.length == APART {
            return None;
        }
        self.as_str().as_bytes().get(place).copied()
    }

    /// The part of this text between two byte offsets.
    #[inline]
    pub fn part(&self, from: usize, to: usize) -> Value {
        let text = &self.as_str()[from..to];
        let part =
            if text.len() > COPIED { Str::apart(text.to_owned()) } else { Str::filled(text.len(), |tail| copy_to(text, tail)) };
        part.width.set(if self.width.get() == Width::Ascii { Width::Ascii } else { Width::Unknown });
        part.into()
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

    /// The texts of strings and small ints, one after the other.
    pub fn of_parts(parts: &[Value]) -> Value {
        let (mut length, mut width) = (0usize, Width::Ascii);
        for part in parts {
            if let Value::Int(int) = part {
                length = length.saturating_add(digits(*int));
            } else if let Some(text) = part.get::<Str>() {
                length = length.saturating_add(text.as_str().len());
                width = width.with(text.width.get());
            }
        }
        let mut buffer = itoa::Buffer::new();
        if length >= APART as usize {
            let mut whole = String::with_capacity(length);
            parts.iter().for_each(|part| whole.push_str(part_text(part, &mut buffer)));
            return Str::apart(whole).into();
        }
        let string = Str::filled(length, |tail| {
            parts.iter().fold(0, |at, part| at + copy_to(part_text(part, &mut buffer), &mut tail[at..]))
        });
        string.width.set(width);
        string.into()
    }

    /// This text, which is ASCII, from its end to its start.
    pub fn reversed(&self) -> Value {
        let text = self.as_str();
        if text.len() > COPIED {
            return Str::apart(text.bytes().rev().map(char::from).collect()).into();
        }
        let string = Str::filled(text.len(), |tail| {
            tail.write_copy_of_slice(text.as_bytes());
            tail.reverse();
            text.len()
        });
        string.width.set(Width::Ascii);
        string.into()
    }

    /// This text with `new` in place of `old` bytes at each of some places: `length` bytes in all.
    pub fn replaced(&self, places: &[usize], old: usize, new: &str, length: usize) -> Value {
        let all = self.as_str();
        if length >= APART as usize {
            let mut whole = String::with_capacity(length);
            let last = places.iter().fold(0, |from, at| {
                whole.push_str(&all[from..*at]);
                whole.push_str(new);
                at + old
            });
            whole.push_str(&all[last..]);
            return Str::apart(whole).into();
        }
        Str::filled(length, |tail| {
            let (mut from, mut rest) = (0, tail);
            for at in places {
                rest = pushed(new, pushed(&all[from..*at], rest));
                from = at + old;
            }
            pushed(&all[from..], rest);
            length
        })
        .into()
    }

    /// Strings, one after the other with a separator between them.
    pub fn joined<'a>(separator: &Str, texts: impl Iterator<Item = &'a Str> + Clone) -> Value {
        let between = separator.as_str();
        let (length, width) = Str::measured(texts.clone(), between.len());
        if length >= APART as usize {
            let texts: Vec<&str> = texts.map(Str::as_str).collect();
            return Str::apart(texts.join(between)).into();
        }
        let string = Str::filled(length, |tail| {
            let mut rest = tail;
            for (place, text) in texts.enumerate() {
                if place > 0 {
                    rest = pushed(between, rest);
                }
                rest = pushed(text.as_str(), rest);
            }
            length
        });
        string.width.set(if between.is_empty() { width } else { width.with(separator.width.get()) });
        string.into()
    }

    /// The length of strings with `between` bytes between them, and what is known of all.
    #[inline(always)]
    fn measured<'a>(texts: impl Iterator<Item = &'a Str>, between: usize) -> (usize, Width) {
        let (mut length, mut width) = (0usize, Width::Ascii);
        for text in texts {
            length = length.saturating_add(text.as_str().len() + between);
            width = width.with(text.width.get());
        }
        (length.saturating_sub(between), width)
    }

    /// `a + b`
    #[inline]
    pub fn concat(a: &Str, b: &Str) -> Value {
        let (left, right) = (a.as_str(), b.as_str());
        let length = left.len() + right.len();
        if length > COPIED {
            let string = Str::extended(a, right);
            string.set_widths(a, b);
            return string.into();
        }
        let string = Str::filled(length, |tail| {
            let (start, end) = tail.split_at_mut(left.len());
            copy_to(left, start) + copy_to(right, end)
        });
        string.width.set(a.width.get().with(b.width.get()));
        string.into()
    }

    /// Notes what follows for this text from what is known of the two that it consists of. The second one is looked at, so that who appends
    /// again and again and asks for the length in between need not have the whole counted each time.
    fn set_widths(&self, start: &Str, more: &Str) {
        match start.width.get() {
            Width::Unknown => self.width.set(Width::Unknown),
            Width::Ascii if more.is_ascii() => self.width.set(Width::Ascii),
            _ => {
                self.set_chars(start.char_len() + more.char_len());
                self.width.set(Width::Mixed);
            }
        }
    }

    /// A text with more behind it: in the same buffer where that goes on from there.
    #[inline(never)]
    fn extended(start: &Str, more: &str) -> Gc<Str> {
        let text = start.as_str();
        let length = text.len() + more.len();
        let apart = start.extra.get().and_then(|extra| extra.apart.as_ref());
        if let Some(apart) = apart
            && apart.buffer.push(apart.length, more)
        {
            return Str::beginning(apart.buffer.clone(), length);
        }
        // Room for as much again: what is appended to twice mostly is again.
        let again = apart.is_some_and(|apart| apart.buffer.growing);
        let mut whole = String::new();
        if !again || heap::grow_text(&mut whole, length * 2).is_err() {
            whole.reserve_exact(length);
        }
        whole.push_str(text);
        whole.push_str(more);
        Str::beginning(Buffer::new(whole, true), length)
    }

    /// This text with each ASCII character mapped to another one.
    #[inline]
    pub fn mapped(&self, map: impl Fn(&u8) -> u8) -> Value {
        let text = self.as_str();
        if text.len() >= APART as usize {
            return Str::apart(text.chars().map(|c| if c.is_ascii() { char::from(map(&(c as u8))) } else { c }).collect())
                .into();
        }
        let ascii = |byte: &u8| if byte.is_ascii() { map(byte) & 0x7F } else { *byte };
        let string = Str::filled(text.len(), |tail| {
            tail.iter_mut().zip(text.as_bytes()).for_each(|(to, from)| _ = to.write(ascii(from)));
            text.len()
        });
        string.width.set(if self.width.get() == Width::Ascii { Width::Ascii } else { Width::Unknown });
        string.into()
    }

    /// Number of the special method that this string names: it has a place in the tables of classes. Another one names none.
    #[inline(always)]
    pub fn special(&self) -> u8 {
        self.special.get()
    }

    /// Whether this is the interned string of its text.
    #[inline(always)]
    pub fn is_interned(&self) -> bool {
        self.special.get() != 0
    }

    /// Says that this is the interned string of its text.
    pub fn mark_interned(&self) {
        if !self.is_interned() {
            self.special.set(INTERNED);
        }
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
            chars: Cell::new(MANY),
        }
    }

    /// A string whose bytes `fill` writes, whole texts one after the other; it returns how many they are.
    #[inline(always)]
    fn filled(length: usize, fill: impl FnOnce(&mut [MaybeUninit<u8>]) -> usize) -> Gc<Str> {
        Gc::with_tail(Str::of_length(length as u32), fill)
    }

    #[cold]
    fn apart(text: String) -> Gc<Str> {
        let length = text.len();
        Str::beginning(Buffer::new(text, false), length)
    }

    /// The string of the first bytes of a buffer.
    fn beginning(buffer: Rc<Buffer>, length: usize) -> Gc<Str> {
        let string = Str::of_length(APART);
        string.extra.get_or_init(|| Box::new(Extra { apart: Some(Apart { buffer, length }), ..Extra::default() }));
        Gc::with_tail(string, |_| 0)
    }

    /// The text.
    #[inline(always)]
    pub fn as_str(&self) -> &str {
        if self.length == APART {
            return self.text_apart();
        }
        self.text_behind()
    }

    /// The text, for what goes through it step by step: without a call where it stands apart, too.
    #[inline(always)]
    pub fn text_at_hand(&self) -> &str {
        if self.length == APART {
            return self.extra.get().and_then(|extra| extra.apart.as_ref()).map_or("", |apart| apart.buffer.text(apart.length));
        }
        self.text_behind()
    }

    /// The text that stands behind the object.
    #[inline(always)]
    fn text_behind(&self) -> &str {
        // SAFETY: strings are only made by `filled`, which puts that many bytes of valid text behind them, and by `apart`; `#[repr(C)]` and
        // the size asserted below say where they are.
        unsafe {
            let start = std::ptr::from_ref(self).add(1).cast::<u8>();
            std::str::from_utf8_unchecked(std::slice::from_raw_parts(start, self.length as usize))
        }
    }

    #[inline(never)]
    fn text_apart(&self) -> &str {
        self.text_at_hand()
    }

    /// Whether two texts are equal, as far as their lengths and first bytes tell.
    #[inline(always)]
    pub fn is_plainly(&self, other: &Str) -> Option<bool> {
        if std::ptr::eq(self, other) {
            return Some(true);
        }
        if self.length == APART || other.length == APART {
            return None;
        }
        if self.length != other.length {
            return Some(false);
        }
        match (self.as_str().as_bytes(), other.as_str().as_bytes()) {
            ([first, ..], [others, ..]) if first != others => Some(false),
            ([_], _) => Some(true),
            _ => None,
        }
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

    /// The hash, once it is known.
    #[inline(always)]
    pub fn known_hash(&self) -> Option<i64> {
        Some(self.hash.get()).filter(|hash| *hash != UNKNOWN)
    }

    /// Length in characters.
    #[inline]
    pub fn char_len(&self) -> usize {
        if self.is_ascii() {
            return self.as_str().len();
        }
        match self.chars.get() {
            MANY => self.extra().chars.get(),
            few => usize::from(few),
        }
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

    #[inline(never)]
    fn measure(&self) -> bool {
        let ascii = self.as_str().is_ascii();
        if !ascii {
            self.set_chars(chars::count(self.as_str().as_bytes()));
        }
        self.width.set(if ascii { Width::Ascii } else { Width::Mixed });
        ascii
    }

    fn set_chars(&self, number: usize) {
        let few = u16::try_from(number).unwrap_or(MANY);
        self.chars.set(few);
        if few == MANY {
            self.extra().chars.set(number);
        }
    }

    fn extra(&self) -> &Extra {
        self.extra.get_or_init(Box::default)
    }

    /// Where the characters begin.
    fn index(&self) -> &CharIndex {
        let extra = self.extra();
        extra.apart.as_ref().map_or(&extra.index, |apart| &apart.buffer.index)
    }

    /// The byte offset of a character; the text's length for the position after the last one.
    #[inline]
    pub fn byte_offset(&self, position: usize) -> usize {
        if self.is_ascii() { position } else { self.offset_in_mixed(position) }
    }

    #[inline(never)]
    fn offset_in_mixed(&self, position: usize) -> usize {
        let text = self.as_str().as_bytes();
        if text.len() <= WALKED { chars::advance(text, 0, position) } else { self.index().offset(text, position) }
    }

    /// The number of the character at a byte offset.
    pub fn char_position(&self, offset: usize) -> usize {
        if self.is_ascii() {
            return offset;
        }
        let text = self.as_str().as_bytes();
        if text.len() <= WALKED { chars::count(&text[..offset]) } else { self.index().position(text, offset) }
    }

    /// The character at a position in range.
    #[inline]
    pub fn char_at(&self, position: usize) -> Option<char> {
        if self.is_ascii() {
            return self.as_str().as_bytes().get(position).map(|byte| *byte as char);
        }
        self.as_str().get(self.byte_offset(position)..)?.chars().next()
    }

    /// Appends in place (`s += x`) to a string that nobody else sees, where that costs less than a new one; whether it did.
    pub fn append(this: &mut Gc<Str>, more: &Str) -> bool {
        let spare = this.spare_tail();
        let Some(own) = Gc::get_mut(this) else { return false };
        if own.length != APART {
            let length = own.length as usize + more.as_str().len();
            if more.as_str().len() <= spare {
                // SAFETY: the object's block has so much room behind the text, which nobody else sees now.
                unsafe {
                    let end = std::ptr::from_mut(own).add(1).cast::<MaybeUninit<u8>>().add(own.length as usize);
                    copy_to(more.as_str(), std::slice::from_raw_parts_mut(end, more.as_str().len()));
                }
                own.length = length as u32;
                own.hash.set(UNKNOWN);
                own.width.set(own.width.get().with(more.width.get()));
                return true;
            }
            if length <= APPENDED {
                return false;
            }
            own.move_apart(length * 2);
        }
        own.hash.set(UNKNOWN);
        own.set_widths(own, more);
        own.push_apart(more.as_str());
        true
    }

    /// Moves the text from behind the object to a buffer.
    fn move_apart(&mut self, capacity: usize) {
        let mut text = String::with_capacity(capacity);
        text.push_str(self.as_str());
        let (tail, length) = (self.tail(), text.len());
        self.extra();
        if let Some(extra) = self.extra.get_mut() {
            extra.apart = Some(Apart { buffer: Buffer::new(text, true), length });
            extra.tail = tail;
        }
        self.length = APART;
    }

    /// Bytes that may be appended to a text that stands apart without asking for memory.
    pub fn room(&self) -> usize {
        let apart = self.extra.get().and_then(|extra| extra.apart.as_ref());
        apart.map_or(0, |apart| apart.buffer.room(apart.length))
    }

    fn push_apart(&mut self, more: &str) {
        let Some(apart) = self.extra.get_mut().and_then(|extra| extra.apart.as_mut()) else { return };
        if let Some(buffer) = Rc::get_mut(&mut apart.buffer) {
            buffer.push_alone(apart.length, more);
        } else if !apart.buffer.push(apart.length, more) {
            let length = apart.length + more.len();
            let mut whole = String::new();
            if heap::grow_text(&mut whole, length * 2).is_err() {
                whole.reserve_exact(length);
            }
            whole.push_str(apart.buffer.text(apart.length));
            whole.push_str(more);
            apart.buffer = Buffer::new(whole, true);
        }
        apart.length += more.len();
    }
}

const _: () = assert!(size_of::<Str>() == 24);

/// The text of a string or small int.
#[inline(always)]
fn part_text<'a>(part: &'a Value, buffer: &'a mut itoa::Buffer) -> &'a str {
    match part {
        Value::Int(int) => buffer.format(*int),
        _ => part.get::<Str>().map_or("", Str::as_str),
    }
}

/// How many bytes the decimal text of an int has.
#[inline]
fn digits(int: i64) -> usize {
    int.unsigned_abs().checked_ilog10().map_or(1, |log| log as usize + 1) + usize::from(int < 0)
}

/// Copies bytes to the start of a place that has room for them; returns how many they are.
#[inline(always)]
pub(super) fn copy_to(bytes: impl AsRef<[u8]>, place: &mut [MaybeUninit<u8>]) -> usize {
    let from = bytes.as_ref();
    let length = from.len();
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

/// The same; returns the room behind it.
#[inline(always)]
fn pushed<'a>(text: &str, room: &'a mut [MaybeUninit<u8>]) -> &'a mut [MaybeUninit<u8>] {
    let (here, rest) = room.split_at_mut(text.len());
    copy_to(text, here);
    rest
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
