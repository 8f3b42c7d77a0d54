//! One diagnostic.

use std::sync::Arc;

use super::Code;
use crate::source::{SourceFile, Span};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing.
    Advice,
    /// Runs, but probably not as meant.
    Warning,
    /// Does not run.
    Error,
}

/// A place in the source and what is to be said about it; the text may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// A short remark.
    pub text: String,
}

/// What is wrong, where, and how to go on.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// What `acli explain` knows it by.
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// The first line, in CPython's words, without the exception's name.
    pub message: String,
    /// Where.
    pub primary: Label,
    /// Further places in the same file.
    pub labels: Vec<Label>,
    /// Ways to go on, one sentence each.
    pub help: Vec<String>,
    /// The file.
    pub source: Arc<SourceFile>,
}

impl Diagnostic {
    /// An error with nothing but its message and place.
    pub fn error(code: Code, message: impl Into<String>, span: Span, source: Arc<SourceFile>) -> Diagnostic {
        Diagnostic {
            code,
            severity: Severity::Error,
            message: message.into(),
            primary: Label { span, text: String::new() },
            labels: Vec::new(),
            help: Vec::new(),
            source,
        }
    }

    /// A warning with nothing but its message and place.
    pub fn warning(code: Code, message: impl Into<String>, span: Span, source: Arc<SourceFile>) -> Diagnostic {
        Diagnostic { severity: Severity::Warning, ..Diagnostic::error(code, message, span, source) }
    }

    /// The same with a remark at the primary place.
    #[must_use]
    pub fn remark(mut self, text: impl Into<String>) -> Diagnostic {
        self.primary.text = text.into();
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Diagnostic {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// The same with a way to go on.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Diagnostic {
        self.help.push(text.into());
        self
    }
}
