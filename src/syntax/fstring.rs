//! The text between the fields of formatted strings (PEP 701, PEP 750): where it ends and why.
//!
//! A doubled brace ends a piece after its first brace, so pieces never hold an escape of braces.

use super::fault::Fault;
use super::lexer::StringStart;
use crate::diag::Code;
use crate::source::Span;

/// Where in a formatted string the text stands.
#[derive(Clone, Copy)]
pub struct Place {
    /// How the string begins.
    pub start: StringStart,
    /// The span of that beginning.
    pub span: Span,
    /// In the format specification of a field.
    pub in_spec: bool,
}

/// What ended a piece of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// `{`
    Field,
    /// `}` of the field whose format specification this is.
    FieldClose,
    /// The second of two equal braces; the first belongs to the piece.
    Doubled,
    /// The closing quote.
    Quote,
}

/// Name of the kind of string, as messages have it.
pub fn noun(start: StringStart) -> &'static str {
    if start.flavour == b't' { "t-string" } else { "f-string" }
}

/// Reads text from `from`; gives the offset where it ends.
pub fn read_text(text: &str, from: usize, place: Place) -> Result<(usize, End), Box<Fault>> {
    let bytes = text.as_bytes();
    let StringStart { quote, triple, raw, .. } = place.start;
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\\' => at += backslash(text, at, raw),
            b'{' if !place.in_spec && bytes.get(at + 1) == Some(&b'{') => return Ok((at + 1, End::Doubled)),
            b'{' => return Ok((at, End::Field)),
            b'}' if place.in_spec => return Ok((at, End::FieldClose)),
            b'}' if bytes.get(at + 1) == Some(&b'}') => return Ok((at + 1, End::Doubled)),
            b'}' => return Err(fail(at, 1, format!("{}: single '}}' is not allowed", noun(place.start)))),
            b'\n' | b'\r' if !triple => return Err(line_end(text, at, place)),
            _ if byte == quote && (!triple || bytes[at..].starts_with(&[quote; 3])) => {
                if place.in_spec {
                    let message = format!("{}: expecting '}}', or format specs", noun(place.start));
                    return Err(fail(at, 1, message));
                }
                return Ok((at, End::Quote));
            }
            _ => at += 1,
        }
    }
    Err(if place.in_spec && !triple { line_end(text, at, place) } else { unterminated(text, text.len(), place) })
}

/// How many bytes to step over at a backslash.
fn backslash(text: &str, at: usize, raw: bool) -> usize {
    let rest = &text.as_bytes()[at + 1..];
    match rest.first() {
        Some(b'{' | b'}') | None => 1,
        Some(b'N') if !raw && rest.get(1) == Some(&b'{') => {
            let name = rest.iter().position(|&byte| matches!(byte, b'}' | b'\n' | b'"' | b'\''));
            name.filter(|&end| rest[end] == b'}').map_or(2, |end| end + 2)
        }
        Some(b'\r') if rest.get(1) == Some(&b'\n') => 3,
        Some(_) => 2,
    }
}

fn fail(at: usize, len: usize, message: String) -> Box<Fault> {
    Fault::new(Code::FORMATTED_STRING, Span::new(at as u32, (at + len) as u32), message)
}

fn line_end(text: &str, at: usize, place: Place) -> Box<Fault> {
    if place.in_spec {
        let kind = noun(place.start);
        return fail(at, 0, format!("{kind}: newlines are not allowed in format specifiers for single quoted {kind}s"));
    }
    unterminated(text, at, place)
}

/// The string that begins at `place` has no end; its search was given up at `at`.
pub fn unterminated(text: &str, at: usize, place: Place) -> Box<Fault> {
    let triple = if place.start.triple { "triple-quoted " } else { "" };
    let line = if at >= text.len() { last_line(text) } else { line_of(text, at) };
    let message = format!("unterminated {triple}{} literal (detected at line {line})", noun(place.start));
    let fault = Fault::new(Code::UNTERMINATED_STRING, place.span, message);
    if place.start.triple { fault.incomplete() } else { fault }
}

/// The last line, not counting the empty one after a final line end.
pub fn last_line(text: &str) -> u32 {
    line_of(text, text.len().saturating_sub(1))
}

/// The line of an offset, for messages (1-based).
pub fn line_of(text: &str, at: usize) -> u32 {
    let before = &text.as_bytes()[..at.min(text.len())];
    let mut line = 1;
    for end in memchr::memchr2_iter(b'\n', b'\r', before) {
        if before[end] == b'\n' || before.get(end + 1) != Some(&b'\n') {
            line += 1;
        }
    }
    line
}
