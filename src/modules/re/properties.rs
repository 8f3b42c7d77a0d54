//! What the engine asks about characters, from the tables of `str`'s methods.

use unicode_ident::{is_xid_continue, is_xid_start};

use crate::builtins::text::chars;
use crate::regex::Properties;

/// The tables.
pub(super) struct Tables;

/// The answer for a character; of a number that is none, what is said of nothing.
fn ask(c: u32, what: impl Fn(char) -> bool) -> bool {
    char::from_u32(c).is_some_and(what)
}

impl Properties for Tables {
    fn is_word(&self, c: u32) -> bool {
        c == u32::from(b'_') || ask(c, chars::is_alphanumeric)
    }

    fn is_digit(&self, c: u32) -> bool {
        ask(c, chars::is_decimal)
    }

    fn is_space(&self, c: u32) -> bool {
        ask(c, chars::is_space)
    }

    fn lower(&self, c: u32) -> u32 {
        // The one letter that becomes two in lower case becomes the first of them here.
        char::from_u32(c).and_then(|c| c.to_lowercase().next()).map_or(c, u32::from)
    }

    fn upper(&self, c: u32) -> u32 {
        match c {
            // Small letters with iota below: in capitals two letters, but one that is its capital as a title.
            0x1f80..=0x1faf => c | 8,
            0x1fb3 | 0x1fc3 | 0x1ff3 => c + 9,
            _ => {
                let Some(mut all) = char::from_u32(c).map(char::to_uppercase) else { return c };
                if all.len() == 1 { all.next().map_or(c, u32::from) } else { c }
            }
        }
    }

    fn is_alphabetic(&self, c: u32) -> bool {
        ask(c, chars::is_alphabetic)
    }

    fn is_printable(&self, c: u32) -> bool {
        ask(c, chars::is_printable)
    }

    fn begins_identifier(&self, c: u32) -> bool {
        ask(c, |c| c == '_' || is_xid_start(c))
    }

    fn continues_identifier(&self, c: u32) -> bool {
        ask(c, is_xid_continue)
    }

    fn named(&self, name: &str) -> Option<u32> {
        unicode_names2::character(name).map(u32::from)
    }
}
