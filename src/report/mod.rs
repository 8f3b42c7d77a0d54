//! Rendering diagnostics for people: the only user of miette.
//!
//! The first line of whatever is drawn is CPython's own. Where stderr is no terminal, or with `--plain`, so is all the rest.

mod advice;
mod place;
mod style;
mod terminal;

use std::fmt::Write;

use crate::diag::{Code, Diagnostic};

pub use advice::advice;
pub use place::Place;
pub use style::Style;

/// An error of a script's text; `kind` is the exception's name.
pub fn error(diagnostic: &Diagnostic, kind: &str, style: Style) -> String {
    if style.is_plain() { plain(diagnostic, kind) } else { terminal::draw(diagnostic, kind, style) }
}

/// As CPython prints it.
fn plain(diagnostic: &Diagnostic, kind: &str) -> String {
    let place = Place::of(diagnostic);
    let mut out = String::new();
    let _ = writeln!(out, "  File \"{}\", line {}", diagnostic.source.name(), place.line);
    place.write_caret(&mut out);
    let _ = writeln!(out, "{kind}: {}", diagnostic.message);
    out
}

/// What `acli explain CODE` prints.
pub fn explanation(code: Code) -> String {
    let mut out = format!("{}: {}\n\n", code.id(), code.name());
    for line in wrapped(code.explanation(), 78) {
        let _ = writeln!(out, "{line}");
    }
    out
}

/// Text in lines of at most `width` characters.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Span};

    fn unclosed() -> Diagnostic {
        let source = SourceFile::new("x.py", "a = 1\n\n    foo(\n");
        Diagnostic::error(Code::UNCLOSED_BRACKET, "'(' was never closed", Span::new(14, 15), source).help("close it")
    }

    #[test]
    fn plain_is_as_cpython_prints_it() {
        let expected = "  File \"x.py\", line 3\n    foo(\n       ^\nSyntaxError: '(' was never closed\n";
        assert_eq!(error(&unclosed(), "SyntaxError", Style::PLAIN), expected);
    }

    #[test]
    fn a_terminal_gets_the_code_and_the_help_too() {
        let drawn = error(&unclosed(), "SyntaxError", Style::terminal(80, false));
        assert!(drawn.starts_with("SyntaxError: '(' was never closed\n"), "{drawn}");
        assert!(drawn.contains("x.py:3:8") && drawn.contains("close it") && drawn.contains("acli explain E0102"), "{drawn}");
        assert!(!drawn.contains('\x1b'));
        assert!(error(&unclosed(), "SyntaxError", Style::terminal(80, true)).contains('\x1b'));
    }

    #[test]
    fn explanations_fit_a_terminal() {
        for code in Code::all() {
            let text = explanation(code);
            assert!(text.starts_with(code.id()) && text.lines().all(|line| line.chars().count() <= 80), "{text}");
        }
    }
}
