//! Answers a line of the differential tester, for the probe and for the tests.
//!
//! A line has four fields with tabs between them: `t` or `b` and the flags as a number; an operation; the pattern; the text (or template).
//! Bytes are escaped as `%41`. An operation is `iter`, `search`, `match` or `full`, each with `:pos:endpos` in characters (`-` for the
//! end), or `template`. The answer: the flags in the end, then the spans of all groups of each match and its last group, or the error.

use std::fmt::Write as _;

use super::{Error, Flags, Kind, Mode, Part, Properties, Regex, Request, Scratch, Stop, Subject, Template, Walk};

/// Calls of the check after which a search is given up: a fraction of a second.
const PATIENCE: u32 = 3_000;

fn unescape(field: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = field.bytes();
    while let Some(byte) = bytes.next() {
        let hex = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16)).unwrap_or(0) as u8;
        out.push(if byte == b'%' { hex(bytes.next()) * 16 + hex(bytes.next()) } else { byte });
    }
    out
}

fn escape(bytes: &[u8]) -> String {
    let mut out = String::new();
    for byte in bytes {
        if byte.is_ascii_alphanumeric() { out.push(char::from(*byte)) } else { write!(out, "%{byte:02x}").unwrap_or(()) }
    }
    out
}

/// A text, and for each byte the characters before it.
struct Text {
    bytes: Vec<u8>,
    wide: bool,
    before: Vec<usize>,
    starts: Vec<usize>,
}

impl Text {
    fn new(bytes: Vec<u8>, kind: Kind) -> Text {
        let wide = kind == Kind::Text && !bytes.is_ascii();
        let (mut before, mut starts) = (Vec::new(), Vec::new());
        for (place, byte) in bytes.iter().enumerate() {
            if !wide || byte & 0xc0 != 0x80 {
                starts.push(place);
            }
            before.push(starts.len().saturating_sub(1));
        }
        before.push(starts.len());
        starts.push(bytes.len());
        Text { bytes, wide, before, starts }
    }

    fn byte(&self, place: &str) -> usize {
        let last = self.starts.len() - 1;
        self.starts[place.parse().unwrap_or(last).min(last)]
    }
}

fn show_match(regex: &Regex, scratch: &Scratch, text: &Text, out: &mut String) {
    for group in 0..=regex.groups {
        match regex.span(scratch, group) {
            Some((start, end)) => write!(out, "{},{};", text.before[start], text.before[end]).unwrap_or(()),
            None => out.push_str("-;"),
        }
    }
    write!(out, "{} ", regex.last_index(scratch).map_or(-1, i64::from)).unwrap_or(());
}

fn show_error(error: &Error) -> String {
    format!("E {:?} {} {}", error.kind, error.pos.map_or(-1, |pos| pos as i64), escape(error.msg.as_bytes()))
}

fn run(regex: &Regex, operation: &str, text: &Text, out: &mut String) -> Result<(), Stop> {
    let mut parts = operation.split(':');
    let (name, pos, end) = (parts.next().unwrap_or(""), parts.next().unwrap_or("0"), parts.next().unwrap_or("-"));
    let (from, end) = (text.byte(pos), text.byte(end));
    if from > end {
        return Ok(());
    }
    let subject = Subject { text: &text.bytes[..end], wide: text.wide };
    let mut scratch = Scratch::default();
    let mut left = PATIENCE;
    let mut check = || {
        left -= 1;
        left > 0
    };
    let mode = match name {
        "match" => Mode::Match,
        "full" => Mode::FullMatch,
        _ => Mode::Search,
    };
    if name != "iter" {
        if regex.find(subject, Request { mode, from, not_empty: false }, &mut scratch, &mut check)? {
            show_match(regex, &scratch, text, out);
        }
        return Ok(());
    }
    let mut walk = Walk::new(from, mode);
    while regex.next(&mut walk, subject, &mut scratch, &mut check)? {
        show_match(regex, &scratch, text, out);
    }
    Ok(())
}

pub fn answer(line: &str, properties: &'static dyn Properties) -> String {
    let fields: Vec<&str> = line.split('\t').collect();
    let [flags, operation, pattern, text] = fields[..] else { return "E line".to_owned() };
    let kind = if flags.starts_with('b') { Kind::Bytes } else { Kind::Text };
    let flags = Flags(flags[1..].parse().unwrap_or(0));
    let regex = match Regex::new(&unescape(pattern), flags, kind, properties) {
        Ok(regex) => regex,
        Err(error) => return show_error(&error),
    };
    let mut out = format!("F{} ", regex.flags.0);
    for warning in &regex.warnings {
        write!(out, "W {} ", escape(warning.msg.as_bytes())).unwrap_or(());
    }
    if operation == "template" {
        return match Template::parse(&unescape(text), &regex) {
            Ok(template) => template.parts.iter().fold(out, |out, part| match part {
                Part::Literal(bytes) => out + "L" + &escape(bytes) + " ",
                Part::Group(group) => out + "G" + &group.to_string() + " ",
            }),
            Err(error) => show_error(&error),
        };
    }
    let text = Text::new(unescape(text), kind);
    match run(&regex, operation, &text, &mut out) {
        Ok(()) => out,
        Err(stop) => format!("T {stop:?}"),
    }
}
