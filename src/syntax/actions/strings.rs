//! String literals, formatted strings, and their implicit joining.

use super::{Context, Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;
use crate::syntax::strings::{decode_bytes, decode_str, odd_escape, split_literal};

/// One of the literals that stand side by side.
pub enum Piece {
    /// A str literal.
    Str(String, Span),
    /// A bytes literal.
    Bytes(Vec<u8>),
    /// An f-string or t-string.
    Formatted {
        /// A t-string.
        template: bool,
        /// Its parts.
        parts: Vec<StrPart>,
    },
}

/// A plain literal.
pub fn literal(cx: &Context<'_>, l: u32, r: u32) -> Parsed<Piece> {
    let span = Span::new(l, r);
    let (start, body) = split_literal(cx.slice(l, r));
    if !start.raw {
        let quotes = if start.triple { 3 } else { 1 };
        warn_of_escape(cx, body, r - quotes - body.len() as u32, start.flavour == b'b');
    }
    let decoded = if start.flavour == b'b' {
        let mut bytes = Vec::with_capacity(body.len());
        decode_bytes(&mut bytes, body, start.raw, span).map(|()| Piece::Bytes(bytes))
    } else {
        let mut text = String::with_capacity(body.len());
        decode_str(&mut text, body, start.raw, span).map(|()| Piece::Str(text, span))
    };
    decoded.or_else(refuse)
}

/// An f-string or t-string from its parts.
pub fn formatted(template: bool, parts: Vec<Vec<StrPart>>) -> Piece {
    Piece::Formatted { template, parts: merge(parts.into_iter().flatten()) }
}

/// Text between fields.
pub fn middle(cx: &Context<'_>, raw: bool, l: u32, r: u32) -> Parsed<Vec<StrPart>> {
    let span = Span::new(l, r);
    let mut text = String::with_capacity(span.len() as usize);
    let mut body = cx.slice(l, r);
    // A backslash before a brace is no escape: the brace ends the text.
    let cut = !raw && body.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    if cut {
        let brace = &cx.text[r as usize..];
        cx.warnings.borrow_mut().push(invalid_escape(Span::new(r - 1, r + 1), brace));
        body = &body[..body.len() - 1];
    }
    if !raw {
        warn_of_escape(cx, body, l, false);
    }
    let decoded = decode_str(&mut text, body, raw, span);
    if cut {
        text.push('\\');
    }
    match decoded {
        Ok(()) => Ok(vec![StrPart::Literal { text: text.into(), span }]),
        Err(fault) => refuse(fault),
    }
}

/// Warns of the first backslash sequence in a literal's text that is none; the text begins at `from`.
fn warn_of_escape(cx: &Context<'_>, body: &str, from: u32, is_bytes: bool) {
    let Some((at, len)) = odd_escape(body, is_bytes) else { return };
    let span = Span::new(from + at as u32, from + (at + len) as u32);
    let text = &body[at + 1..at + len];
    let octal = len > 2;
    let warning = if octal { octal_escape(span, text) } else { invalid_escape(span, text) };
    cx.warnings.borrow_mut().push(warning);
}

fn invalid_escape(span: Span, after: &str) -> Warning {
    let c = after.chars().next().unwrap_or(' ');
    escape_warning(span, &c.to_string(), "escape")
}

fn octal_escape(span: Span, digits: &str) -> Warning {
    escape_warning(span, digits, "octal escape")
}

fn escape_warning(span: Span, text: &str, what: &str) -> Warning {
    let message = format!(
        "\"\\{text}\" is an invalid {what} sequence. Such sequences will not work in the future. Did you mean \"\\\\{text}\"? \
         A raw string is also an option."
    );
    Warning { span, message }
}

/// What stands in a field's braces.
pub struct FieldText {
    /// The expression.
    pub value: Expr,
    /// Where the token after it begins.
    pub end: u32,
    /// After an `=`: where the token after it begins.
    pub debug: Option<u32>,
    /// After `!`.
    pub conversion: Option<Ident>,
    /// After `:`.
    pub spec: Option<Vec<Vec<StrPart>>>,
}

/// `{value=!conversion:spec}`: one part, or two where the `=` asks for the text.
pub fn field(cx: &Context<'_>, field: FieldText, l: u32, r: u32) -> Parsed<Vec<StrPart>> {
    if let Err(fault) = crate::syntax::targets::check_value(&field.value) {
        return refuse(fault);
    }
    let mut conversion = match &field.conversion {
        None => None,
        Some(word) if !cx.text[..word.span.start as usize].ends_with('!') => {
            let message = "f-string: conversion type must come right after the exclamation mark";
            return refuse(Fault::new(Code::FORMATTED_STRING, word.span, message));
        }
        Some(word) => Some(conversion_named(word)?),
    };
    let mut parts = Vec::with_capacity(2);
    if let Some(until) = field.debug {
        if conversion.is_none() && field.spec.is_none() {
            conversion = Some(Conversion::Repr);
        }
        let span = Span::new(l + 1, until);
        parts.push(StrPart::Literal { text: without_comments(cx.slice(l + 1, until)).into(), span });
    }
    let text = without_comments(cx.slice(l + 1, field.end)).into();
    let format_spec = field.spec.map(|spec| merge(spec.into_iter().flatten()));
    let span = Span::new(l, r);
    parts.push(StrPart::Field(Box::new(Replacement { value: field.value, text, conversion, format_spec, span })));
    Ok(parts)
}

fn conversion_named(word: &Ident) -> Parsed<Conversion> {
    match word.name.as_str() {
        "s" => Ok(Conversion::Str),
        "r" => Ok(Conversion::Repr),
        "a" => Ok(Conversion::Ascii),
        other => {
            let message = format!("f-string: invalid conversion character '{other}': expected 's', 'r', or 'a'");
            refuse(Fault::new(Code::FORMATTED_STRING, word.span, message))
        }
    }
}

/// A field's text as it is shown: comments are not.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quote, mut comment, mut chars) = (None, false, text.chars());
    while let Some(c) = chars.next() {
        comment &= !matches!(c, '\n' | '\r');
        match quote {
            _ if comment => continue,
            Some(open) if open == c => quote = None,
            Some(_) if c == '\\' => {
                out.push(c);
                out.extend(chars.next());
                continue;
            }
            None if matches!(c, '"' | '\'') => quote = Some(c),
            None if c == '#' => {
                comment = true;
                continue;
            }
            _ => {}
        }
        out.push(c);
    }
    out
}

/// Joins literals that follow one another and drops empty ones.
fn merge(parts: impl IntoIterator<Item = StrPart>) -> Vec<StrPart> {
    let mut merged: Vec<StrPart> = Vec::new();
    for part in parts {
        match (merged.last_mut(), part) {
            (_, StrPart::Literal { text, .. }) if text.is_empty() => {}
            (Some(StrPart::Literal { text: before, span: whole }), StrPart::Literal { text, span }) => {
                *before = [&**before, &*text].concat().into();
                *whole = whole.to(span);
            }
            (_, part) => merged.push(part),
        }
    }
    merged
}

/// The literals side by side as one expression.
pub fn strings(pieces: Vec<Piece>, l: u32, r: u32) -> Parsed<Expr> {
    let span = Span::new(l, r);
    if let Some(fault) = mixed(&pieces, span) {
        return refuse(fault);
    }
    let kind = match pieces.first() {
        Some(Piece::Bytes(..)) => ExprKind::Constant(Constant::Bytes(join_bytes(pieces))),
        Some(Piece::Formatted { template: true, .. }) => ExprKind::TemplateStr(join_parts(pieces)),
        _ if pieces.iter().any(|piece| matches!(piece, Piece::Formatted { .. })) => ExprKind::JoinedStr(join_parts(pieces)),
        _ => ExprKind::Constant(Constant::Str(join_strs(pieces))),
    };
    Ok(Expr { kind, span })
}

fn mixed(pieces: &[Piece], span: Span) -> Option<Box<Fault>> {
    let count = |wanted: fn(&Piece) -> bool| pieces.iter().filter(|piece| wanted(piece)).count();
    let templates = count(|piece| matches!(piece, Piece::Formatted { template: true, .. }));
    if templates > 0 && templates < pieces.len() {
        let message = "cannot mix t-string literals with string or bytes literals";
        return Some(Fault::new(Code::INVALID_SYNTAX, span, message));
    }
    let bytes = count(|piece| matches!(piece, Piece::Bytes(..)));
    let odd = bytes > 0 && bytes < pieces.len();
    odd.then(|| Fault::new(Code::INVALID_SYNTAX, span, "cannot mix bytes and nonbytes literals"))
}

fn join_bytes(pieces: Vec<Piece>) -> Box<[u8]> {
    let mut joined = Vec::new();
    for piece in pieces {
        if let Piece::Bytes(bytes) = piece {
            joined.extend(bytes);
        }
    }
    joined.into()
}

fn join_strs(pieces: Vec<Piece>) -> Box<str> {
    let mut joined = String::new();
    for piece in pieces {
        if let Piece::Str(text, _) = piece {
            joined = if joined.is_empty() { text } else { joined + &text };
        }
    }
    joined.into()
}

fn join_parts(pieces: Vec<Piece>) -> Vec<StrPart> {
    merge(pieces.into_iter().flat_map(|piece| match piece {
        Piece::Formatted { parts, .. } => parts,
        Piece::Str(text, span) => vec![StrPart::Literal { text: text.into(), span }],
        Piece::Bytes(..) => Vec::new(),
    }))
}
