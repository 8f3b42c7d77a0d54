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
    fn lower(&self, c: u32) -> u32 {
        // The one letter that becomes two in lower case becomes the first of them here.
        char::from_u32(c).and_then(|c| c.to_lowercase().next()).map_or(c, u32::from)
    }
    /// The simple mapping to upper case: always one character.
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
