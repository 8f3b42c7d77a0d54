//! String and bytes literals: where one ends, and what its text stands for.

use super::fault::Fault;
use super::fstring::{last_line, line_of};
use super::lexer::StringStart;
use crate::diag::Code;
use crate::source::Span;

/// The offset past the closing quotes of the literal whose text begins at `from`; its prefix begins at `literal`.
pub fn end_of_string(text: &str, from: usize, start: StringStart, literal: u32) -> Result<usize, Box<Fault>> {
    let bytes = text.as_bytes();
    let mut at = from;
    let mut escaped_quote = false;
    while let Some(found) = memchr::memchr3(start.quote, b'\\', if start.triple { b'\\' } else { b'\n' }, &bytes[at..]) {
        at += found;
        match bytes[at] {
            b'\\' => {
                escaped_quote |= bytes.get(at + 1) == Some(&start.quote);
                at += if bytes[at + 1..].starts_with(b"\r\n") { 3 } else { 2 };
                if at > bytes.len() {
                    break;
                }
            }
            b'\n' => break,
            _ if start.triple && !bytes[at..].starts_with(&[start.quote; 3]) => at += 1,
            _ => return Ok(at + if start.triple { 3 } else { 1 }),
        }
    }
    Err(unterminated(text, at.max(from), start, literal, escaped_quote))
}

fn unterminated(text: &str, at: usize, start: StringStart, literal: u32, escaped_quote: bool) -> Box<Fault> {
    let span = Span::new(literal, literal + start.len as u32);
    if start.triple {
        let line = last_line(text);
        let message = format!("unterminated triple-quoted string literal (detected at line {line})");
        return Fault::new(Code::UNTERMINATED_STRING, span, message).incomplete();
    }
    let hint = if escaped_quote { "; perhaps you escaped the end quote?" } else { "" };
    let message = format!("unterminated string literal (detected at line {}){hint}", line_of(text, at));
    Fault::new(Code::UNTERMINATED_STRING, span, message)
}

/// The text between the quotes of a whole literal, and how it began.
pub fn split_literal(literal: &str) -> (StringStart, &str) {
    let start = StringStart::read(literal);
    let quotes = if start.triple { 3 } else { 1 };
    (start, literal.get(start.len..literal.len() - quotes).unwrap_or(""))
}

/// Line ends within literals read as `\n`, however the file spells them.
fn unify_lines(body: &str) -> std::borrow::Cow<'_, str> {
    if body.contains('\r') { body.replace("\r\n", "\n").replace('\r', "\n").into() } else { body.into() }
}

/// Appends what the text of a str literal stands for. `span` is the literal's, for faults.
pub fn decode_str(out: &mut String, body: &str, raw: bool, span: Span) -> Result<(), Box<Fault>> {
    let body = unify_lines(body);
    if raw || !body.contains('\\') {
        out.push_str(&body);
        return Ok(());
    }
    let mut rest = &*body;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let here = &body[..body.len() - rest.len() + at];
        let len = escape(out, &rest[at..]).map_err(|problem| problem.fault(here, span))?;
        rest = &rest[at + len..];
    }
    out.push_str(rest);
    Ok(())
}

/// What is wrong with an escape, and how many bytes of it were read.
struct Problem {
    reason: &'static str,
    len: usize,
}

impl Problem {
    fn fault(self, before: &str, span: Span) -> Box<Fault> {
        if self.reason == SURROGATE {
            return Fault::new(Code::UNSUPPORTED_SYNTAX, span, SURROGATE)
                .help("text in acli is always valid Unicode; for arbitrary bytes use a bytes literal");
        }
        // CPython decodes a form in which each character beyond ASCII takes ten bytes.
        let start: usize = before.chars().map(|c| if c.is_ascii() { 1 } else { 10 }).sum();
        let place = match self.len {
            1 => format!("byte 0x5c in position {start}"),
            len => format!("bytes in position {start}-{}", start + len - 1),
        };
        let message = format!("(unicode error) 'unicodeescape' codec can't decode {place}: {}", self.reason);
        Fault::new(Code::BAD_ESCAPE, span, message).help("to write a backslash, double it or make the string raw: r'...'")
    }
}

const SURROGATE: &str = "lone surrogate escapes are not supported";

/// Decodes the escape at the head of `text`; gives its length.
fn escape(out: &mut String, text: &str) -> Result<usize, Problem> {
    let bytes = text.as_bytes();
    let simple = match bytes.get(1) {
        Some(b'\n') => return Ok(2),
        Some(b'\\') => '\\',
        Some(b'\'') => '\'',
        Some(b'"') => '"',
        Some(b'a') => '\x07',
        Some(b'b') => '\x08',
        Some(b'f') => '\x0C',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'v') => '\x0B',
        Some(b'0'..=b'7') => {
            let (value, len) = octal(&bytes[1..]);
            out.push(char::from_u32(value).unwrap_or('\0'));
            return Ok(1 + len);
        }
        Some(b'x') => return hexadecimal(out, bytes, 2, "truncated \\xXX escape"),
        Some(b'u') => return hexadecimal(out, bytes, 4, "truncated \\uXXXX escape"),
        Some(b'U') => return hexadecimal(out, bytes, 8, "truncated \\UXXXXXXXX escape"),
        Some(b'N') => return named(out, text),
        None => return Err(Problem { reason: "\\ at end of string", len: 1 }),
        Some(_) => {
            out.push('\\');
            return Ok(1);
        }
    };
    out.push(simple);
    Ok(2)
}

/// Decodes `\N{NAME}`.
fn named(out: &mut String, text: &str) -> Result<usize, Problem> {
    let Some(inner) = text[2..].strip_prefix('{') else {
        return Err(Problem { reason: "malformed \\N character escape", len: 2 });
    };
    let length = inner.find('}').unwrap_or(inner.len());
    if length == 0 || length == inner.len() {
        return Err(Problem { reason: "malformed \\N character escape", len: 3 + length });
    }
    let len = length + 4;
    match unicode_names2::character(&inner[..length]) {
        Some(c) => out.push(c),
        None => return Err(Problem { reason: "unknown Unicode character name", len }),
    }
    Ok(len)
}

fn octal(bytes: &[u8]) -> (u32, usize) {
    let digits = bytes.iter().take(3).take_while(|byte| matches!(byte, b'0'..=b'7'));
    digits.fold((0, 0), |(value, len), byte| (value * 8 + u32::from(byte - b'0'), len + 1))
}

fn hex_digits(bytes: &[u8], count: usize) -> Option<u32> {
    let digits = bytes.get(2..2 + count)?;
    digits.iter().try_fold(0u32, |value, &byte| Some((value << 4) | char::from(byte).to_digit(16)?))
}

fn hexadecimal(out: &mut String, bytes: &[u8], count: usize, reason: &'static str) -> Result<usize, Problem> {
    let Some(value) = hex_digits(bytes, count) else {
        let valid = bytes[2..].iter().take(count).take_while(|byte| byte.is_ascii_hexdigit()).count();
        return Err(Problem { reason, len: 2 + valid });
    };
    match char::from_u32(value) {
        Some(c) => out.push(c),
        None if value > 0x10_FFFF => return Err(Problem { reason: "illegal Unicode character", len: 2 + count }),
        None => return Err(Problem { reason: SURROGATE, len: 2 + count }),
    }
    Ok(2 + count)
}

/// The first backslash sequence in a literal's text that stands for itself, or an octal one beyond a byte: where it is, and how long.
pub fn odd_escape(body: &str, is_bytes: bool) -> Option<(usize, usize)> {
    let bytes = body.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr(b'\\', &bytes[at..]) {
        at += found;
        match bytes.get(at + 1)? {
            b'0'..=b'7' => {
                let (value, len) = octal(&bytes[at + 1..]);
                if value > 0xFF {
                    return Some((at, len + 1));
                }
            }
            b'\n' | b'\r' | b'\\' | b'\'' | b'"' | b'a' | b'b' | b'f' | b'n' | b'r' | b't' | b'v' | b'x' => {}
            b'u' | b'U' | b'N' if !is_bytes => {}
            byte if byte.is_ascii() => return Some((at, 2)),
            _ => {}
        }
        at += 2;
    }
    None
}

/// Appends what the text of a bytes literal stands for.
pub fn decode_bytes(out: &mut Vec<u8>, body: &str, raw: bool, span: Span) -> Result<(), Box<Fault>> {
    if !body.is_ascii() {
        return Err(Fault::new(Code::INVALID_SYNTAX, span, "bytes can only contain ASCII literal characters"));
    }
    let body = unify_lines(body);
    let bytes = body.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        if raw || byte != b'\\' {
            out.push(byte);
            at += 1;
            continue;
        }
        match bytes.get(at + 1) {
            Some(b'\n') => at += 2,
            Some(b'0'..=b'7') => {
                let (value, len) = octal(&bytes[at + 1..]);
                out.push((value & 0xFF) as u8);
                at += 1 + len;
            }
            Some(b'x') => {
                let Some(value) = hex_digits(&bytes[at..], 2) else {
                    let message = format!("(value error) invalid \\x escape at position {at}");
                    return Err(Fault::new(Code::BAD_ESCAPE, span, message));
                };
                out.push(value as u8);
                at += 4;
            }
            Some(&c) if simple_byte(c).is_some() => {
                out.extend(simple_byte(c));
                at += 2;
            }
            _ => {
                out.push(b'\\');
                at += 1;
            }
        }
    }
    Ok(())
}

fn simple_byte(c: u8) -> Option<u8> {
    Some(match c {
        b'\\' | b'\'' | b'"' => c,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}
