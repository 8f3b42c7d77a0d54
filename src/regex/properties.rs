//! What the engine asks about characters: it keeps no tables of Unicode of its own.
//!
//! Characters are code points as numbers, because a Python string may hold lone surrogates.

/// Answers about characters. The engine asks `is_word`, `is_digit` and `is_space` only about characters beyond ASCII.
pub trait Properties: Sync {
    /// `str.isalnum` or an underscore.
    fn is_word(&self, c: u32) -> bool;
    /// `str.isdecimal`.
    fn is_digit(&self, c: u32) -> bool;
    /// `str.isspace`.
    fn is_space(&self, c: u32) -> bool;
    /// The simple mapping to lower case: always one character.
    fn lower(&self, c: u32) -> u32;
    /// The simple mapping to upper case: always one character.
    fn upper(&self, c: u32) -> u32;
    /// `str.isalpha`; decides between two messages.
    fn is_alphabetic(&self, c: u32) -> bool;
    /// `str.isprintable`; names in messages are quoted as `repr` does.
    fn is_printable(&self, c: u32) -> bool;
    /// Whether a character may begin an identifier, beyond ASCII.
    fn begins_identifier(&self, c: u32) -> bool;
    /// Whether a character may go on with an identifier, beyond ASCII.
    fn continues_identifier(&self, c: u32) -> bool;
    /// The character that `\N{…}` names.
    fn named(&self, name: &str) -> Option<u32>;
}

/// Answers from Rust's library, for tests. It differs from CPython 3.14 in these points: Rust 1.95 knows a later Unicode, so it counts
/// letters that Unicode 16 lacks; `char::is_alphanumeric` counts combining vowel signs (Other_Alphabetic) that `str.isalnum` does not, and
/// lacks digits such as `²`, which general category No covers there; printable and identifier are near guesses; it knows no names.
pub struct StdProperties;

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

    fn lower(&self, c: u32) -> u32 {
        char::from_u32(c).and_then(|c| c.to_lowercase().next()).map_or(c, u32::from)
    }

    fn upper(&self, c: u32) -> u32 {
        match c {
            0x1f80..=0x1faf => c | 8,
            0x1fb3 | 0x1fc3 | 0x1ff3 => c + 9,
            _ => {
                let Some(mut all) = char::from_u32(c).map(char::to_uppercase) else { return c };
                if all.len() == 1 { all.next().map_or(c, u32::from) } else { c }
            }
        }
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
