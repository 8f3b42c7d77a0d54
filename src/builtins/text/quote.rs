//! Quoted text: `repr` of strings and bytes.

use compact_str::CompactString;

use super::chars;
use crate::object::push_code;

/// The quote for a text: double ones only where that saves escapes.
fn quote_for(has: impl Fn(u8) -> bool) -> char {
    if has(b'\'') && !has(b'"') { '"' } else { '\'' }
}

/// `repr` of a string.
pub fn repr(text: &str) -> CompactString {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && byte != b'\'' && byte != b'\\';
    if text.bytes().all(plain) {
        let mut out = CompactString::with_capacity(text.len() + 2);
        out.push('\'');
        out.push_str(text);
        out.push('\'');
        return out;
    }
    escaped(text).into()
}

fn escaped(text: &str) -> String {
    let quote = quote_for(|byte| memchr::memchr(byte, text.as_bytes()).is_some());
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    let mut clean = 0;
    for (at, c) in text.char_indices() {
        let plain = if c.is_ascii() { (' '..='~').contains(&c) && c != '\\' && c != quote } else { chars::is_printable(c) };
        if plain {
            continue;
        }
        out.push_str(&text[clean..at]);
        push_escape(&mut out, c);
        clean = at + c.len_utf8();
    }
    out.push_str(&text[clean..]);
    out.push(quote);
    out
}

fn push_escape(out: &mut String, c: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\\' | '\'' | '"' => out.extend(['\\', c]),
        _ => push_code(out, c),
    }
}

/// `repr` of bytes.
pub fn bytes_repr(data: &[u8]) -> String {
    let quote = quote_for(|byte| memchr::memchr(byte, data).is_some());
    quoted_bytes(data, quote, |byte| byte as char == quote)
}

/// What stands in the parentheses of the `repr` of a bytearray: single quotes are always escaped.
pub fn bytearray_repr(data: &[u8]) -> String {
    let quote = quote_for(|byte| memchr::memchr(byte, data).is_some());
    quoted_bytes(data, quote, |byte| byte == b'\'')
}

fn quoted_bytes(data: &[u8], quote: char, escaped: impl Fn(u8) -> bool) -> String {
    let mut out = String::with_capacity(data.len() + 3);
    out.push('b');
    out.push(quote);
    for byte in data {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            b' '..=b'~' => {
                if escaped(*byte) {
                    out.push('\\');
                }
                out.push(*byte as char);
            }
            _ => push_code(&mut out, *byte as char),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_as_repr_does() {
        assert_eq!(repr("it's"), "\"it's\"");
        assert_eq!(repr("a'b\"c"), "'a\\'b\"c'");
        assert_eq!(repr("\n\t\\\u{7f}é\u{a0}\u{200b}\u{e0000}"), "'\\n\\t\\\\\\x7fé\\xa0\\u200b\\U000e0000'");
        assert_eq!(bytes_repr(b"a'\x00\xff\n"), "b\"a'\\x00\\xff\\n\"");
    }
}
