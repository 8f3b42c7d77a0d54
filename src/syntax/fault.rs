//! What lexer, layout, actions and the parser's own failure report, before it becomes a diagnostic.

use crate::diag::Code;
use crate::source::Span;

/// Which exception CPython raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
}

impl ErrorKind {
    /// The exception's name.
    pub fn name(self) -> &'static str {
        match self {
            ErrorKind::Syntax => "SyntaxError",
            ErrorKind::Indentation => "IndentationError",
            ErrorKind::Tab => "TabError",
        }
    }
}

/// One fault in the text. Boxed where it travels in a `Result`.
#[derive(Clone, Debug)]
pub struct Fault {
    /// Which exception.
    pub kind: ErrorKind,
    /// Which code.
    pub code: Code,
    /// CPython's first line.
    pub message: String,
    /// The caret.
    pub span: Span,
    /// A further place with a remark.
    pub label: Option<(Span, String)>,
    /// How to go on.
    pub help: Option<String>,
    /// More input could mend it.
    pub incomplete: bool,
}

impl Fault {
    /// A `SyntaxError`.
    pub fn new(code: Code, span: Span, message: impl Into<String>) -> Box<Fault> {
        Box::new(Fault {
            kind: ErrorKind::Syntax,
            code,
            message: message.into(),
            span,
            label: None,
            help: None,
            incomplete: false,
        })
    }

    /// An `IndentationError`.
    pub fn indentation(span: Span, message: impl Into<String>) -> Box<Fault> {
        let mut fault = Fault::new(Code::INDENTATION, span, message);
        fault.kind = ErrorKind::Indentation;
        fault
    }

    /// The same with a way to go on.
    #[must_use]
    pub fn help(mut self: Box<Self>, text: impl Into<String>) -> Box<Fault> {
        self.help = Some(text.into());
        self
    }

    /// The same with a further place.
    #[must_use]
    pub fn label(mut self: Box<Self>, span: Span, text: impl Into<String>) -> Box<Fault> {
        self.label = Some((span, text.into()));
        self
    }

    /// The same, marked as mendable by more input.
    #[must_use]
    pub fn incomplete(mut self: Box<Self>) -> Box<Fault> {
        self.incomplete = true;
        self
    }
}
