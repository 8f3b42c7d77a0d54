//! Sets of characters as the machine asks them: a table for each first byte, and what to ask where that byte isn't enough.

use super::ast::{Category, CategoryKind, Item, Set};
use super::first::ByteSet;
use super::fold::{Fold, equals};
use super::pages::Pages;
use super::properties::Properties;
use super::utf8;

/// What a first byte says.
pub const NO: u8 = 0;
pub const YES: u8 = 1;
/// The byte begins a character that must be decoded and looked up.
pub const ASK: u8 = 2;

/// Which characters beyond ASCII a set holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Beyond {
    None,
    All,
    Some,
}

/// A set of characters.
///
/// Invariant: in a set for bytes the table alone decides, and `beyond` is `None`. In a set for text, the bytes from 0x80 on all hold `NO`
/// if `beyond` is `None`, and `YES` if it is `All`, so that a scan may go on byte by byte. If it is `Some`, those that begin a character
/// say whether none or all of the characters that begin so are in the set, or `ASK`.
pub struct Class {
    pub table: [u8; 256],
    pub beyond: Beyond,
    /// The bytes that a character of the set begins with: never one that only goes on with a character.
    pub firsts: ByteSet,
    set: Set,
    pages: Pages,
}

impl Class {
    fn new(set: Set) -> Class {
        Class { table: [NO; 256], beyond: Beyond::None, firsts: ByteSet::default(), set, pages: Pages::default() }
    }

    pub fn of_bytes(set: Set, properties: &dyn Properties) -> Class {
        let mut class = Class::new(set);
        class.fill(256, properties);
        class.firsts = ByteSet::of_table(&class.table);
        class
    }

    pub fn of_text(set: Set, properties: &dyn Properties) -> Class {
        let mut class = Class::new(set);
        class.fill(128, properties);
        class.beyond = class.find_beyond(properties);
        let high = match class.beyond {
            Beyond::None => NO,
            Beyond::All => YES,
            Beyond::Some => ASK,
        };
        class.table[128..].fill(high);
        if class.beyond == Beyond::Some {
            class.fill_leads(properties);
        }
        class.firsts = ByteSet::of_table(&class.table);
        class.firsts.0[2] = 0;
        class
    }

    pub fn is_negative(&self) -> bool {
        self.set.negative
    }

    pub fn is_of(&self, set: &Set) -> bool {
        self.set == *set
    }

    /// Fills the table up to a limit.
    fn fill(&mut self, limit: u32, properties: &dyn Properties) {
        for item in &self.set.items {
            match *item {
                Item::Char(c) => mark(&mut self.table, limit, c, self.set.fold, properties),
                Item::Range(low, high) => {
                    for c in low..=high.min(limit - 1) {
                        mark(&mut self.table, limit, c, self.set.fold, properties);
                    }
                    if self.set.fold == Fold::Unicode {
                        mark_by_equals(&mut self.table, (low, high), properties);
                    }
                }
                Item::Category(category) => {
                    for byte in 0..limit as usize {
                        if category_has_byte(category, byte as u8) {
                            self.table[byte] = YES;
                        }
                    }
                }
            }
        }
        if self.set.negative {
            for entry in &mut self.table[..limit as usize] {
                *entry ^= YES;
            }
        }
    }

    /// Whether all characters beyond ASCII are in the set, or none.
    fn find_beyond(&self, properties: &dyn Properties) -> Beyond {
        let held = |item: &Item| match *item {
            Item::Char(c) => equals(c, self.set.fold, properties).as_slice().iter().any(|c| *c >= 0x80),
            // The letters whose classes reach beyond ASCII lie between these.
            Item::Range(low, high) => high >= 0x80 || self.set.fold == Fold::Unicode && low <= 0x73 && high >= 0x49,
            Item::Category(category) => !category.ascii || category.negative,
        };
        let whole = |item: &Item| match *item {
            Item::Category(category) => category.ascii && category.negative,
            Item::Range(low, high) => low <= 0x80 && high >= 0x10_ffff,
            Item::Char(_) => false,
        };
        let (none, all) = if self.set.negative { (Beyond::All, Beyond::None) } else { (Beyond::None, Beyond::All) };
        if self.set.items.iter().any(whole) {
            all
        } else if self.set.items.iter().any(held) {
            Beyond::Some
        } else {
            none
        }
    }

    /// Where no category is in the set, most bytes that begin a character say that none of these characters is in it, or all.
    fn fill_leads(&mut self, properties: &dyn Properties) {
        let mut leads = [NO; 256];
        for item in &self.set.items {
            match *item {
                Item::Char(c) => {
                    equals(c, self.set.fold, properties)
                        .as_slice()
                        .iter()
                        .for_each(|c| leads[usize::from(utf8::lead(*c))] = ASK);
                }
                Item::Range(low, high) if self.set.fold == Fold::None => {
                    let (first, last) = (utf8::lead(low), utf8::lead(high));
                    for lead in first..=last {
                        let whole = lead > first && lead < last;
                        let entry = &mut leads[usize::from(lead)];
                        if whole {
                            *entry = YES;
                        } else if *entry == NO {
                            *entry = ASK;
                        }
                    }
                }
                Item::Range(..) | Item::Category(_) => return,
            }
        }
        for (entry, lead) in self.table[128..].iter_mut().zip(&leads[128..]) {
            *entry = match *lead {
                ASK => ASK,
                lead => lead ^ u8::from(self.set.negative),
            };
        }
    }

    /// Whether a character beyond ASCII is in the set.
    #[cold]
    #[inline(never)]
    fn has(&self, c: u32, properties: &dyn Properties) -> bool {
        let equals = equals(c, self.set.fold, properties);
        let held = |item: &Item| match *item {
            Item::Char(member) => equals.as_slice().contains(&member),
            Item::Range(low, high) => equals.as_slice().iter().any(|c| low <= *c && *c <= high),
            Item::Category(category) => category_has(category, c, properties),
        };
        self.set.items.iter().any(held) != self.set.negative
    }

    /// Where the character at a place ends if it is in the set. The place lies within the text.
    #[inline(always)]
    pub fn step<const WIDE: bool>(&self, text: &[u8], at: usize, properties: &dyn Properties) -> Option<usize> {
        match self.table[usize::from(text[at])] {
            NO => None,
            YES if WIDE => Some(utf8::next(text, at)),
            YES => Some(at + 1),
            _ => self.ask(text, at, properties),
        }
    }

    #[inline]
    fn ask(&self, text: &[u8], at: usize, properties: &dyn Properties) -> Option<usize> {
        let (c, next) = utf8::decode(text, at);
        self.pages.get(c, |c| self.has(c, properties)).then_some(next)
    }

    /// Whether each character in the set is a letter, a number or an underscore, of ASCII.
    pub fn is_ascii_word(&self) -> bool {
        let word = Category { kind: CategoryKind::Word, negative: false, ascii: true };
        self.beyond == Beyond::None
            && (0..=255).all(|byte| self.table[usize::from(byte)] == NO || category_has_byte(word, byte))
    }

    /// Whether the set is `\w`, or a part of its ASCII characters.
    pub fn is_word(&self) -> bool {
        let word = |item: &Item| matches!(item, Item::Category(Category { kind: CategoryKind::Word, negative: false, .. }));
        self.is_ascii_word() || !self.set.negative && self.set.items.iter().all(word)
    }
}

/// Marks a character and those that are the same.
fn mark(table: &mut [u8; 256], limit: u32, c: u32, fold: Fold, properties: &dyn Properties) {
    if fold == Fold::None {
        if c < limit {
            table[c as usize] = YES;
        }
        return;
    }
    for c in equals(c, fold, properties).as_slice() {
        if *c < limit {
            table[*c as usize] = YES;
        }
    }
}

/// Marks the letters of ASCII that have an equal in a range beyond it.
fn mark_by_equals(table: &mut [u8; 256], range: (u32, u32), properties: &dyn Properties) {
    for letter in *b"ikIKsS" {
        let equals = equals(u32::from(letter), Fold::Unicode, properties);
        if equals.as_slice().iter().any(|c| range.0 <= *c && *c <= range.1) {
            table[usize::from(letter)] = YES;
        }
    }
}

/// Whether a category of bytes, or of ASCII, holds a byte.
pub fn category_has_byte(category: Category, byte: u8) -> bool {
    let held = match category.kind {
        CategoryKind::Digit => byte.is_ascii_digit(),
        CategoryKind::Space => matches!(byte, b' ' | 9..=13) || !category.ascii && matches!(byte, 0x1c..=0x1f),
        CategoryKind::Word => is_word_byte(byte),
    };
    held != category.negative
}

#[inline(always)]
pub fn is_word_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn category_has(category: Category, c: u32, properties: &dyn Properties) -> bool {
    let held = !category.ascii
        && match category.kind {
            CategoryKind::Digit => properties.is_digit(c),
            CategoryKind::Space => properties.is_space(c),
            CategoryKind::Word => properties.is_word(c),
        };
    held != category.negative
}
