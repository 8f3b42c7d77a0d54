//! Which characters are the same where case is ignored.
//!
//! They fall into classes: a character, its lower and its upper case, and where several characters share one of these, all of them. The
//! classes that hold more than such a pair stand below; they were found by asking CPython about each cased character.

use super::properties::Properties;

/// How a part of a pattern compares letters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// As they are.
    None,
    /// The letters of ASCII in either case.
    Ascii,
    /// All cased letters.
    Unicode,
}

/// The classes that aren't a lower case and its one upper case.
static CLASSES: &[&[u32]] = &[
    &[0x49, 0x69, 0x130, 0x131],
    &[0x4b, 0x6b, 0x212a],
    &[0x53, 0x73, 0x17f],
    &[0xb5, 0x39c, 0x3bc],
    &[0xc5, 0xe5, 0x212b],
    &[0xdf, 0x1e9e],
    &[0x1c4, 0x1c5, 0x1c6],
    &[0x1c7, 0x1c8, 0x1c9],
    &[0x1ca, 0x1cb, 0x1cc],
    &[0x1f1, 0x1f2, 0x1f3],
    &[0x345, 0x399, 0x3b9, 0x1fbe],
    &[0x390, 0x1fd3],
    &[0x392, 0x3b2, 0x3d0],
    &[0x395, 0x3b5, 0x3f5],
    &[0x398, 0x3b8, 0x3d1, 0x3f4],
    &[0x39a, 0x3ba, 0x3f0],
    &[0x3a0, 0x3c0, 0x3d6],
    &[0x3a1, 0x3c1, 0x3f1],
    &[0x3a3, 0x3c2, 0x3c3],
    &[0x3a6, 0x3c6, 0x3d5],
    &[0x3a9, 0x3c9, 0x2126],
    &[0x3b0, 0x1fe3],
    &[0x412, 0x432, 0x1c80],
    &[0x414, 0x434, 0x1c81],
    &[0x41e, 0x43e, 0x1c82],
    &[0x421, 0x441, 0x1c83],
    &[0x422, 0x442, 0x1c84, 0x1c85],
    &[0x42a, 0x44a, 0x1c86],
    &[0x462, 0x463, 0x1c87],
    &[0x1c88, 0xa64a, 0xa64b],
    &[0x1e60, 0x1e61, 0x1e9b],
    &[0xfb05, 0xfb06],
];

/// A class: at most four characters.
pub struct Equals {
    all: [u32; 4],
    length: usize,
}

impl Equals {
    pub fn as_slice(&self) -> &[u32] {
        &self.all[..self.length]
    }

    fn of(some: &[u32]) -> Equals {
        let mut all = [0; 4];
        let length = some.len().min(all.len());
        all[..length].copy_from_slice(&some[..length]);
        Equals { all, length }
    }
}

/// A letter of ASCII in the other case; anything else as it is.
pub fn ascii_swap(c: u32) -> u32 {
    if is_ascii_letter(c) { c ^ 0x20 } else { c }
}

pub fn is_ascii_letter(c: u32) -> bool {
    matches!(c, 0x41..=0x5a | 0x61..=0x7a)
}

/// All characters that are the same as `c`, itself included.
pub fn equals(c: u32, fold: Fold, properties: &dyn Properties) -> Equals {
    match fold {
        Fold::None => Equals::of(&[c]),
        Fold::Unicode if c >= 0x80 || matches!(c, 0x49 | 0x69 | 0x4b | 0x6b | 0x53 | 0x73) => {
            if let Some(class) = CLASSES.iter().find(|class| class.contains(&c)) {
                return Equals::of(class);
            }
            let (lower, upper) = (properties.lower(c), properties.upper(c));
            if lower != c {
                Equals::of(&[c, lower])
            } else if upper != c {
                Equals::of(&[c, upper])
            } else {
                Equals::of(&[c])
            }
        }
        _ if is_ascii_letter(c) => Equals::of(&[c, ascii_swap(c)]),
        _ => Equals::of(&[c]),
    }
}

/// The lower case that backreferences compare.
#[inline]
pub fn lower(c: u32, fold: Fold, properties: &dyn Properties) -> u32 {
    match fold {
        Fold::None => c,
        _ if c < 0x80 => {
            if matches!(c, 0x41..=0x5a) {
                c | 0x20
            } else {
                c
            }
        }
        Fold::Ascii => c,
        Fold::Unicode => properties.lower(c),
    }
}
