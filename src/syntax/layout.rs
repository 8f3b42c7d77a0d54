//! From raw tokens to the parser's: line ends, indentation, brackets and the inside of formatted strings.
//!
//! What it hands out is balanced: every Indent has its Dedent, every bracket its partner, and nothing nests deeper than the
//! limits below, so that later stages may recurse. After the first fault no token follows.

use super::depth::DepthGauge;
use super::fault::{ErrorKind, Fault};
use super::fstring::{self, End, Place};
use super::lexer::{Lexer, StringStart};
use super::strings::end_of_string;
use super::token::{Tok, Token};
use crate::diag::Code;
use crate::source::Span;

/// Open brackets at one place, as in CPython.
pub const MAX_BRACKETS: usize = 200;
/// Blocks within one another, as in CPython.
pub const MAX_INDENTS: usize = 100;
/// Formatted strings within one another.
const MAX_FSTRINGS: usize = 150;
/// Format specifications within one another, as in CPython.
const MAX_SPECS: usize = 2;

/// The tokens up to the end or the first fault.
pub struct Layout {
    /// The start token, then the text's.
    pub tokens: Vec<Token>,
    /// What is wrong after them.
    pub fault: Option<Box<Fault>>,
}

/// Lays out a whole text, whose expressions nest no deeper than `limit`; `start` leads the tokens and tells the grammar what is wanted.
pub fn lay_out(text: &str, start: Tok, limit: u32) -> Layout {
    let mut pass = Pass {
        text,
        lexer: Lexer::new(text),
        tokens: Vec::with_capacity(text.len() / 3 + 8),
        indents: vec![Indent { column: 0, alternative: 0 }],
        brackets: Vec::new(),
        strings: Vec::new(),
        gauge: DepthGauge::new(limit),
        expression: start == Tok::StartExpression,
    };
    pass.tokens.push(Token { tok: start, span: Span::at(0) });
    let fault = pass.run().err();
    Layout { tokens: pass.tokens, fault }
}

/// Width of a line's indentation with tabs to the next multiple of 8, and with tabs of one column.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Indent {
    column: u32,
    alternative: u32,
}

struct Bracket {
    tok: Tok,
    span: Span,
    /// It opens a field of the innermost formatted string.
    field: bool,
}

struct OpenString {
    place: Place,
    /// How many brackets were open before it.
    depth: usize,
}

struct Pass<'s> {
    text: &'s str,
    lexer: Lexer<'s>,
    tokens: Vec<Token>,
    indents: Vec<Indent>,
    brackets: Vec<Bracket>,
    strings: Vec<OpenString>,
    gauge: DepthGauge,
    /// A lone expression: line ends and leading blanks mean nothing.
    expression: bool,
}

type Step = Result<(), Box<Fault>>;

impl Pass<'_> {
    fn run(&mut self) -> Step {
        if self.expression {
            self.lexer.seek(self.text.len() - self.text.trim_start_matches([' ', '\t']).len());
        } else {
            self.line_start()?;
        }
        while let Some(token) = self.lexer.next_token() {
            self.token(token?)?;
        }
        self.finish()
    }

    fn push(&mut self, tok: Tok, start: usize, end: usize) {
        self.tokens.push(Token { tok, span: Span::new(start as u32, end as u32) });
    }

    fn in_field(&self) -> bool {
        self.brackets.last().is_some_and(|bracket| bracket.field)
    }

    #[inline]
    fn token(&mut self, token: Token) -> Step {
        match token.tok {
            Tok::Newline if self.brackets.is_empty() => {
                self.gauge.statement_end();
                self.tokens.push(token);
                return if self.expression { Ok(()) } else { self.line_start() };
            }
            Tok::Newline | Tok::Comment => return Ok(()),
            Tok::Backslash => return self.continuation(token.span),
            Tok::Str => return self.string(token.span),
            Tok::LParen | Tok::LBracket | Tok::LBrace => self.open(token, false)?,
            Tok::RParen | Tok::RBracket | Tok::RBrace => return self.close(token),
            Tok::Colon | Tok::ColonEqual if self.in_field() => {
                let start = token.span.start as usize;
                self.lexer.seek(start + 1);
                self.push(Tok::Colon, start, start + 1);
                self.check_spec_depth()?;
                return self.string_text();
            }
            _ => {}
        }
        self.tokens.push(token);
        self.gauge.token(token)
    }

    fn open(&mut self, token: Token, field: bool) -> Step {
        if self.brackets.len() >= MAX_BRACKETS {
            return Err(Fault::new(Code::TOO_DEEP, token.span, "too many nested parentheses"));
        }
        self.brackets.push(Bracket { tok: token.tok, span: token.span, field });
        Ok(())
    }

    fn close(&mut self, token: Token) -> Step {
        let (closing, kind) = (token.tok.describe(), self.strings.last().map(|string| fstring::noun(string.place.start)));
        let Some(bracket) = self.brackets.last() else {
            return Err(Fault::new(Code::MISMATCHED_BRACKET, token.span, format!("unmatched '{closing}'")));
        };
        if bracket.field && token.tok != Tok::RBrace {
            let message = format!("{}: unmatched '{closing}'", kind.unwrap_or("f-string"));
            return Err(Fault::new(Code::MISMATCHED_BRACKET, token.span, message));
        }
        if partner(bracket.tok) != token.tok {
            return Err(self.mismatch(bracket, token));
        }
        let field = bracket.field;
        self.brackets.pop();
        self.tokens.push(token);
        self.gauge.token(token)?;
        if !field {
            return Ok(());
        }
        self.gauge.field_end();
        self.string_text()
    }

    fn mismatch(&self, bracket: &Bracket, token: Token) -> Box<Fault> {
        let (opening, closing) = (bracket.tok.describe(), token.tok.describe());
        let mut message = format!("closing parenthesis '{closing}' does not match opening parenthesis '{opening}'");
        let line = fstring::line_of(self.text, bracket.span.start as usize);
        if line != fstring::line_of(self.text, token.span.start as usize) {
            message.push_str(&format!(" on line {line}"));
        }
        Fault::new(Code::MISMATCHED_BRACKET, token.span, message).label(bracket.span, "opened here")
    }

    fn continuation(&mut self, span: Span) -> Step {
        let rest = &self.text[span.end as usize..];
        let len = if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with(['\n', '\r'])) };
        if len > 0 && rest.len() > len {
            self.lexer.seek(span.end as usize + len);
            return Ok(());
        }
        if rest.len() == len {
            return Err(Fault::new(Code::INVALID_SYNTAX, span, "unexpected EOF while parsing").incomplete());
        }
        let message = "unexpected character after line continuation character";
        Err(Fault::new(Code::INVALID_SYNTAX, Span::new(span.end, span.end + 1), message))
    }

    /// A string literal whose prefix and quotes were just read (of a triple-quoted one only the first quote).
    fn string(&mut self, span: Span) -> Step {
        let start = StringStart::read(&self.text[span.start as usize..]);
        let begin = span.start as usize + start.len;
        if !matches!(start.flavour, b'f' | b't') {
            let end = match end_of_string(self.text, begin, start, span.start) {
                Ok(end) => end,
                Err(fault) => return Err(self.unclosed_field(start, span).unwrap_or(fault)),
            };
            self.lexer.seek(end);
            self.push(Tok::Str, span.start as usize, end);
            return Ok(());
        }
        if self.strings.len() >= MAX_FSTRINGS {
            return Err(Fault::new(Code::TOO_DEEP, span, "too many nested f-strings or t-strings"));
        }
        let tok = if start.flavour == b't' { Tok::TStringStart } else { Tok::FStringStart };
        self.push(tok, span.start as usize, begin);
        self.lexer.seek(begin);
        let place = Place { start, span: Span::new(span.start, begin as u32), in_spec: false };
        self.strings.push(OpenString { place, depth: self.brackets.len() });
        self.string_text()
    }

    /// A quote that begins no string may have been meant to end the formatted one around it.
    fn unclosed_field(&self, start: StringStart, span: Span) -> Option<Box<Fault>> {
        let outer = self.strings.last()?.place.start;
        let same = outer.quote == start.quote && outer.triple == start.triple && start.len <= 3;
        let message = format!("{}: expecting '}}'", fstring::noun(outer));
        same.then(|| Fault::new(Code::FORMATTED_STRING, span, message))
    }

    /// Text of the innermost formatted string, up to its next field, the end of its format specification or its end.
    fn string_text(&mut self) -> Step {
        let Some(string) = self.strings.last() else { return Ok(()) };
        let in_spec = self.brackets.len() > string.depth;
        let place = Place { in_spec, ..string.place };
        let middle = if place.start.raw { Tok::FMiddleRaw } else { Tok::FMiddle };
        loop {
            let from = self.lexer.position();
            let (end, why) = fstring::read_text(self.text, from, place)?;
            if end > from {
                self.push(middle, from, end);
            }
            self.lexer.seek(if why == End::Doubled { end + 1 } else { end });
            match why {
                End::Doubled => continue,
                End::Quote => {
                    let close = end + if place.start.triple { 3 } else { 1 };
                    self.lexer.seek(close);
                    self.push(Tok::FStringEnd, end, close);
                    self.strings.pop();
                    return Ok(());
                }
                End::Field => return self.open_field(end),
                End::FieldClose => {
                    self.lexer.seek(end + 1);
                    return self.close(Token { tok: Tok::RBrace, span: Span::new(end as u32, end as u32 + 1) });
                }
            }
        }
    }

    fn open_field(&mut self, at: usize) -> Step {
        let brace = Token { tok: Tok::LBrace, span: Span::new(at as u32, at as u32 + 1) };
        self.lexer.seek(at + 1);
        self.open(brace, true)?;
        self.tokens.push(brace);
        self.gauge.token(brace)
    }

    fn check_spec_depth(&self) -> Step {
        let Some(string) = self.strings.last() else { return Ok(()) };
        if self.brackets.len() - string.depth <= MAX_SPECS {
            return Ok(());
        }
        let at = self.lexer.position() as u32;
        let message = format!("{}: expressions nested too deeply", fstring::noun(string.place.start));
        Err(Fault::new(Code::FORMATTED_STRING, Span::new(at - 1, at), message))
    }

    /// Skips blank lines and compares the indentation of the next one.
    fn line_start(&mut self) -> Step {
        let bytes = self.text.as_bytes();
        let mut at = self.lexer.position();
        loop {
            let mut indent = Indent { column: 0, alternative: 0 };
            while let Some(&byte) = bytes.get(at) {
                match byte {
                    b' ' => indent = Indent { column: indent.column + 1, alternative: indent.alternative + 1 },
                    b'\t' => indent = Indent { column: (indent.column / 8 + 1) * 8, alternative: indent.alternative + 1 },
                    b'\x0C' => indent = Indent { column: 0, alternative: 0 },
                    _ => break,
                }
                at += 1;
            }
            match bytes.get(at) {
                Some(b'#') => at += memchr::memchr2(b'\n', b'\r', &bytes[at..]).unwrap_or(bytes.len() - at),
                Some(b'\n' | b'\r') => at += 1,
                Some(_) => {
                    self.lexer.seek(at);
                    return self.indentation(indent, at);
                }
                None => {
                    self.lexer.seek(at);
                    return Ok(());
                }
            }
        }
    }

    fn indentation(&mut self, indent: Indent, at: usize) -> Step {
        let top = self.indents[self.indents.len() - 1];
        if indent.column == top.column {
            return if indent.alternative == top.alternative { Ok(()) } else { Err(tab_error(at)) };
        }
        if indent.column > top.column {
            if indent.alternative <= top.alternative {
                return Err(tab_error(at));
            }
            if self.indents.len() >= MAX_INDENTS {
                let mut fault = Fault::indentation(Span::at(at as u32), "too many levels of indentation");
                fault.code = Code::TOO_DEEP;
                return Err(fault);
            }
            self.indents.push(indent);
            self.push(Tok::Indent, at, at);
            return Ok(());
        }
        while self.indents[self.indents.len() - 1].column > indent.column {
            self.indents.pop();
            self.push(Tok::Dedent, at, at);
        }
        let top = self.indents[self.indents.len() - 1];
        if top.column != indent.column {
            let line_end = memchr::memchr2(b'\n', b'\r', &self.text.as_bytes()[at..]).map_or(self.text.len(), |len| at + len);
            let span = Span::new(at as u32, line_end as u32);
            return Err(Fault::indentation(span, "unindent does not match any outer indentation level"));
        }
        if top.alternative != indent.alternative {
            return Err(tab_error(at));
        }
        Ok(())
    }

    fn finish(&mut self) -> Step {
        let end = self.text.len();
        if let Some(bracket) = self.brackets.last() {
            let message = format!("'{}' was never closed", bracket.tok.describe());
            return Err(Fault::new(Code::UNCLOSED_BRACKET, bracket.span, message).incomplete());
        }
        if self.expression {
            return Ok(());
        }
        if !matches!(self.tokens.last().map(|token| token.tok), Some(Tok::Newline | Tok::Dedent)) && self.tokens.len() > 1 {
            self.push(Tok::Newline, end, end);
        }
        for _ in 1..self.indents.len() {
            self.push(Tok::Dedent, end, end);
        }
        Ok(())
    }
}

fn partner(opening: Tok) -> Tok {
    match opening {
        Tok::LParen => Tok::RParen,
        Tok::LBracket => Tok::RBracket,
        _ => Tok::RBrace,
    }
}

fn tab_error(at: usize) -> Box<Fault> {
    let message = "inconsistent use of tabs and spaces in indentation";
    let mut fault = Fault::new(Code::TABS, Span::at(at as u32), message).help("indent with spaces only");
    fault.kind = ErrorKind::Tab;
    fault
}
