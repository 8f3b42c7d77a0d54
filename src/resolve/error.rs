//! Errors and warnings of this stage, before they are tied to their file.

use std::sync::Arc;

use crate::diag::{Code, Diagnostic};
use crate::source::{SourceFile, Span};

/// A pass stops at the first error, as CPython does.
pub(super) type Res<T = ()> = Result<T, Box<Problem>>;

/// What is wrong, and where.
#[derive(Debug)]
pub(super) struct Problem {
    code: Code,
    span: Span,
    message: String,
    help: Option<&'static str>,
}

impl Problem {
    /// As a SyntaxError in a file.
    pub(super) fn into_error(self, source: &Arc<SourceFile>) -> Diagnostic {
        let diagnostic = Diagnostic::error(self.code, self.message, self.span, source.clone());
        match self.help {
            Some(help) => diagnostic.help(help),
            None => diagnostic,
        }
    }

    /// As a SyntaxWarning in a file.
    pub(super) fn into_warning(self, source: &Arc<SourceFile>) -> Diagnostic {
        Diagnostic::warning(self.code, self.message, self.span, source.clone())
    }
}

/// A problem with CPython's text.
#[cold]
pub(super) fn problem(code: Code, span: Span, message: impl Into<String>) -> Box<Problem> {
    Box::new(Problem { code, span, message: message.into(), help: None })
}

/// The same with a way to go on.
#[cold]
pub(super) fn helped(code: Code, span: Span, message: impl Into<String>, help: &'static str) -> Box<Problem> {
    Box::new(Problem { code, span, message: message.into(), help: Some(help) })
}
