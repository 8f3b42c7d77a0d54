//! Answers about characters for the engine's own tests, which need no tables but those of Rust's library.

use crate::regex::Properties;

/// Answers from Rust's library. It differs from CPython 3.14 in these points: Rust 1.95 knows a later Unicode, so it counts
/// letters that Unicode 16 lacks; `char::is_alphanumeric` counts combining vowel signs (Other_Alphabetic) that `str.isalnum` does not, and
/// lacks digits such as `²`, which general category No covers there; printable and identifier are near guesses; it knows no names.
pub(super) struct StdProperties;

impl Properties for StdProperties {
    fn is_word(&self, c: u32) -> bool {
        c == u32::from(b'_') || char::from_u32(c).is_some_and(char::is_alphanumeric)
    }

    fn is_digit(&self, c: u32) -> bool {
        // The scripts' digits that tests use; Rust's library has no such table.
        matches!(c, 0x30..=0x39 | 0x660..=0x669 | 0x6f0..=0x6f9 | 0x966..=0x96f | 0xff10..=0xff19)
    }

    fn is_space(&self, c: u32) -> bool {
        matches!(c, 0x1c..=0x1f) || char::from_u32(c).is_some_and(char::is_whitespace)
    }

    fn is_alphabetic(&self, c: u32) -> bool {
        char::from_u32(c).is_some_and(char::is_alphabetic)
    }

    fn is_printable(&self, c: u32) -> bool {
        char::from_u32(c).is_some_and(|c| !c.is_control() && (c == ' ' || !c.is_whitespace()))
    }

    fn begins_identifier(&self, c: u32) -> bool {
        char::from_u32(c).is_some_and(char::is_alphabetic)
    }

    fn continues_identifier(&self, c: u32) -> bool {
        c == 0xb7 || char::from_u32(c).is_some_and(char::is_alphanumeric)
    }

    fn named(&self, _: &str) -> Option<u32> {
        None
    }
}
