//! "Did you mean 'while'?": a keyword mistyped where a text has invalid syntax.
//!
//! As CPython does: the words from the last block that ended to the end of the line in question are replaced by keywords that look like them,
//! one at a time, and the first text that then compiles shows what was meant.

use crate::diag::{Diagnostic, closest};
use crate::report;
use crate::source::{SourceFile, Span};
use crate::syntax::{self, SyntaxError};

use super::compiling::{self, Form};

/// Characters of text beyond which nothing is looked for.
const LONGEST: usize = 1024;
/// Words that are looked at.
const WORDS: usize = 10;
/// Keywords that are tried for one.
const MATCHES: usize = 3;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif",
    "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or",
    "pass", "raise", "return", "try", "while", "with", "yield",
];

/// A keyword mistyped.
pub struct Typo {
    /// The message with the keyword.
    pub message: String,
    /// The word in the text.
    pub span: Span,
    /// Its line, from 1, in the part of the text that was looked at.
    pub line: u32,
    /// That line, without the indentation that all lines have.
    pub text: String,
    /// Its columns there, from 1, in characters.
    pub columns: (u32, u32),
}

/// The keyword that was meant, if one was. In a script's own file, as in CPython, only words of the line in question count.
pub fn find(error: &SyntaxError) -> Option<Typo> {
    let diagnostic = &error.diagnostic;
    if diagnostic.message != "invalid syntax" && !diagnostic.message.contains("Perhaps you forgot a comma") {
        return None;
    }
    let (source, since) = (&diagnostic.source, error.since);
    let last = report::Place::of(diagnostic).line;
    let part = Part::new(source, since, last)?;
    let first = source.line(since);
    let own_line = !source.name().starts_with('<');
    for span in syntax::names(&part.code).into_iter().filter(|span| !own_line || part.row(*span) + first == last).take(WORDS) {
        let word = &part.code[span.range()];
        let near = closest(word, KEYWORDS.into_iter()).into_iter();
        for keyword in near.chain(similar(word)).take(MATCHES) {
            let changed = [&part.code[..span.start as usize], keyword, &part.code[span.end as usize..]].concat();
            if compiles(&changed) {
                return Some(part.typo(span, keyword));
            }
        }
    }
    None
}

/// The same as a diagnostic at the word, where a keyword was meant.
pub fn mended(mut error: Box<SyntaxError>) -> Box<SyntaxError> {
    if let Some(typo) = find(&error) {
        let source = error.diagnostic.source.clone();
        error.diagnostic = Box::new(Diagnostic::error(error.diagnostic.code, typo.message, typo.span, source));
    }
    error
}

/// The part of a text that is looked at.
struct Part {
    code: String,
    /// Where its lines begin in the text, less what was taken from their beginnings.
    lines: Vec<u32>,
}

impl Part {
    fn new(source: &SourceFile, since: u32, last: u32) -> Option<Part> {
        let text = source.text().get(since as usize..)?;
        let count = (last + 1).checked_sub(source.line(since))?;
        let mut lines: Vec<(u32, &str)> = Vec::new();
        let mut start = since;
        for line in text.split_inclusive('\n').take(count as usize) {
            lines.push((start, line.trim_end_matches(['\r', '\n'])));
            start += line.len() as u32;
        }
        let indents = lines.iter().filter(|(_, line)| !line.trim().is_empty());
        let margin = indents.map(|(_, line)| line.len() - line.trim_start_matches([' ', '\t']).len()).min().unwrap_or(0);
        let code: Vec<&str> = lines.iter().map(|(_, line)| line.get(margin..).unwrap_or_default()).collect();
        let code = code.join("\n");
        let lines = lines.iter().map(|(start, _)| start + margin as u32).collect();
        (code.chars().count() <= LONGEST).then_some(Part { code, lines })
    }

    /// The line of a word, from 0.
    fn row(&self, span: Span) -> u32 {
        self.code[..span.start as usize].matches('\n').count() as u32
    }

    fn typo(&self, span: Span, keyword: &str) -> Typo {
        let row = self.row(span);
        let begin = self.code[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
        let text = self.code[begin..].lines().next().unwrap_or_default();
        let column = |at: u32| self.code[begin..at as usize].chars().count() as u32 + 1;
        let start = self.lines[row as usize] + (span.start - begin as u32);
        Typo {
            message: format!("invalid syntax. Did you mean '{keyword}'?"),
            span: Span::new(start, start + span.len()),
            line: row + 1,
            text: text.to_owned(),
            columns: (column(span.start), column(span.end)),
        }
    }
}

/// Whether a text compiles, or could if it went on.
fn compiles(text: &str) -> bool {
    let try_out = |text: String| compiling::build(&SourceFile::new("<input>", text), Form::Module, compiling::plain());
    try_out(text.to_owned()).is_ok() || !matches!(try_out(format!("{text}\n")), Err(error) if !error.incomplete)
}

/// The keywords of which at least half is in a word, in the same order; the most similar first.
fn similar(word: &str) -> impl Iterator<Item = &'static str> {
    let shared = |keyword: &str| common(keyword.as_bytes(), word.as_bytes());
    let mut found: Vec<(f64, &str)> = KEYWORDS
        .into_iter()
        .map(|keyword| (2.0 * shared(keyword) as f64 / (keyword.len() + word.len()) as f64, keyword))
        .filter(|(ratio, _)| *ratio >= 0.5)
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(a.1)));
    found.into_iter().map(|(_, keyword)| keyword)
}

/// How many characters two words share: those of the longest piece in both, and of what is left and right of it.
fn common(a: &[u8], b: &[u8]) -> usize {
    let (mut best, mut place) = (0, (0, 0));
    for x in 0..a.len() {
        for y in 0..b.len() {
            let length = a[x..].iter().zip(&b[y..]).take_while(|(p, q)| p == q).count();
            if length > best {
                (best, place) = (length, (x, y));
            }
        }
    }
    if best == 0 {
        return 0;
    }
    let (x, y) = place;
    best + common(&a[..x], &b[..y]) + common(&a[x + best..], &b[y + best..])
}
