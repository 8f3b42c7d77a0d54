//! Drawing for a terminal: CPython's line, then the source with what miette draws around it.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, SourceCode};

use crate::diag::{Diagnostic, Label, Severity};
use crate::source::Span;

use super::Style;

/// A diagnostic as miette wants it.
struct Drawing<'a> {
    diagnostic: &'a Diagnostic,
    source: NamedSource<String>,
}

impl fmt::Debug for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.diagnostic, f)
    }
}

impl fmt::Display for Drawing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.diagnostic.code.name())
    }
}

impl std::error::Error for Drawing<'_> {}

impl miette::Diagnostic for Drawing<'_> {
    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.diagnostic.severity {
            Severity::Advice => miette::Severity::Advice,
            Severity::Warning => miette::Severity::Warning,
            Severity::Error => miette::Severity::Error,
        })
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let more = format!("`acli explain {}` says more", self.diagnostic.code);
        let all: Vec<String> = self.diagnostic.help.iter().cloned().chain([more]).collect();
        Some(Box::new(all.join("\n")))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let length = self.diagnostic.source.text().len();
        let primary = labeled(&self.diagnostic.primary, "here", length);
        let others = self.diagnostic.labels.iter().map(move |label| labeled(label, "", length));
        Some(Box::new(std::iter::once(primary).chain(others)))
    }
}

fn labeled(label: &Label, otherwise: &str, length: usize) -> LabeledSpan {
    let text = if label.text.is_empty() { otherwise } else { &label.text };
    let Span { start, end } = label.span;
    let start = (start as usize).min(length);
    let end = (end as usize).clamp(start, length);
    let text = (!text.is_empty()).then(|| text.to_owned());
    LabeledSpan::new(text, start, end - start)
}

/// Draws a diagnostic; `kind` is the exception's name.
pub fn draw(diagnostic: &Diagnostic, kind: &str, style: Style) -> String {
    let name = diagnostic.source.name();
    let drawing = Drawing { diagnostic, source: NamedSource::new(name, diagnostic.source.text().to_owned()) };
    let theme = if style.color() { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(style.width()).with_context_lines(1);
    let mut out = format!("{kind}: {}\n", diagnostic.message);
    if handler.render_report(&mut out, &drawing).is_err() {
        return super::plain(diagnostic, kind);
    }
    out
}
