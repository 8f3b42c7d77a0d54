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
