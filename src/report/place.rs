//! Where an error of the text is, in the terms of Python's SyntaxError: lines and columns from 1, in characters.

use std::fmt::Write;

use crate::diag::{Code, Diagnostic};

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its line.
    pub line: u32,
    /// Its column; 0 where CPython draws no caret.
    pub offset: u32,
    /// The line of its end.
    pub end_line: u32,
    /// The column past its end.
    pub end_offset: u32,
    /// The text of its first line, without line end.
    pub text: String,
}

impl Place {
    /// The place of a diagnostic.
    pub fn of(diagnostic: &Diagnostic) -> Place {
        let (source, span) = (&diagnostic.source, diagnostic.primary.span);
        let mut line = source.line(span.start);
        // What is missing at the end of the file is missing on its last line.
        if line > 1 && span.start as usize >= source.text().len() && source.line_text(line).is_empty() {
            line -= 1;
            let text = source.line_text(line).to_owned();
            let offset = if has_caret(diagnostic) { text.chars().count() as u32 + 1 } else { 0 };
            return Place { line, offset, end_line: line, end_offset: offset, text };
        }
        let text = source.line_text(line).to_owned();
        if !has_caret(diagnostic) {
            return Place { line, offset: 0, end_line: line, end_offset: 0, text };
        }
        let end = span.end.max(span.start);
        // A line end is on the line that it ends.
        if end > span.start && source.text().as_bytes().get(end as usize - 1) == Some(&b'\n') {
            let (offset, end_line) = (source.char_col(span.start) + 1, source.line(end - 1));
            return Place { line, offset, end_line, end_offset: source.char_col(end - 1) + 2, text };
        }
        Place {
            line,
            offset: source.char_col(span.start) + 1,
            end_line: source.line(end),
            end_offset: source.char_col(end) + 1,
            text,
        }
    }

    /// The line, and carets under the place.
    pub fn write_caret(&self, out: &mut String) {
        let right = self.text.trim_end();
        let left = right.trim_start_matches([' ', '\t', '\x0c']);
        if left.is_empty() && self.offset == 0 {
            return;
        }
        let _ = writeln!(out, "    {left}");
        let Some(start) = self.offset.checked_sub(1) else { return };
        let removed = right.chars().count() - left.chars().count();
        let length = right.chars().count();
        let start = (start as usize).min(length);
        let end = if self.end_line == self.line { (self.end_offset as usize).saturating_sub(1).min(length) } else { length };
        let count = end.saturating_sub(start).max(1);
        let Some(before) = start.checked_sub(removed) else { return };
        // Tabs stay tabs, so that the carets stand below what they mean.
        let space: String =
            left.chars().chain(std::iter::repeat(' ')).take(before).map(|c| if c.is_whitespace() { c } else { ' ' }).collect();
        let _ = writeln!(out, "    {space}{}", "^".repeat(count));
    }
}

/// CPython's tokenizer names no column for these.
fn has_caret(diagnostic: &Diagnostic) -> bool {
    let at_end = diagnostic.primary.span.start as usize >= diagnostic.source.text().trim_end().len();
    match diagnostic.code {
        Code::TABS => false,
        Code::INDENTATION if diagnostic.message == "unexpected indent" => false,
        Code::INDENTATION if diagnostic.message.starts_with("expected an indented block") => !at_end,
        _ => true,
    }
}
