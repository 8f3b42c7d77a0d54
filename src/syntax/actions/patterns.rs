//! Patterns of `case`.

use super::{Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;
use crate::syntax::targets::expr_name;

fn pattern(kind: PatternKind, l: u32, r: u32) -> Pattern {
    Pattern { kind, span: Span::new(l, r) }
}

fn wildcard_or(name: Ident) -> Option<Ident> {
    if name.name == "_" { None } else { Some(name) }
}

/// The pattern after `case`: several make a sequence.
pub fn open_sequence(mut list: Vec<Pattern>, comma: bool, l: u32, r: u32) -> Parsed<Pattern> {
    match list.pop() {
        Some(single) if list.is_empty() && !comma => lone(single),
        last => {
            list.extend(last);
            Ok(sequence_pattern(list, l, r))
        }
    }
}

/// A pattern in parentheses, or a sequence.
pub fn paren_pattern(list: Vec<Pattern>, comma: bool, l: u32, r: u32) -> Parsed<Pattern> {
    open_sequence(list, comma, l, r)
}

fn lone(single: Pattern) -> Parsed<Pattern> {
    if matches!(single.kind, PatternKind::Star(_)) {
        return refuse(Fault::new(Code::PATTERN, single.span, "invalid syntax"));
    }
    Ok(single)
}

/// `[a, b]`.
pub fn sequence_pattern(list: Vec<Pattern>, l: u32, r: u32) -> Pattern {
    pattern(PatternKind::Sequence(list), l, r)
}

/// `*name`.
pub fn star_pattern(name: Ident, l: u32, r: u32) -> Pattern {
    pattern(PatternKind::Star(wildcard_or(name)), l, r)
}

/// `inner as name`.
pub fn as_pattern(inner: Pattern, name: Expr, l: u32, r: u32) -> Parsed<Pattern> {
    let span = name.span;
    let ExprKind::Name(word) = name.kind else {
        let message = format!("cannot use {} as pattern target", expr_name(&name));
        return refuse(Fault::new(Code::PATTERN, span, message));
    };
    if word == "_" {
        return refuse(Fault::new(Code::PATTERN, span, "cannot use '_' as a target"));
    }
    let name = Some(Ident { name: word, span });
    Ok(pattern(PatternKind::As { pattern: Some(Box::new(inner)), name }, l, r))
}

/// `a | b`.
pub fn or_pattern(mut list: Vec<Pattern>, l: u32, r: u32) -> Pattern {
    match list.pop() {
        Some(single) if list.is_empty() => single,
        last => {
            list.extend(last);
            pattern(PatternKind::Or(list), l, r)
        }
    }
}

/// A literal or dotted name.
pub fn value_pattern(value: Expr) -> Pattern {
    let span = value.span;
    Pattern { kind: PatternKind::Value(value), span }
}

/// None, True, False.
pub fn singleton_pattern(value: Expr) -> Pattern {
    let span = value.span;
    match value.kind {
        ExprKind::Constant(constant) => Pattern { kind: PatternKind::Singleton(constant), span },
        kind => value_pattern(Expr { kind, span }),
    }
}

/// A name: bound, or the wildcard.
pub fn capture(name: Ident) -> Pattern {
    let span = name.span;
    Pattern { kind: PatternKind::As { pattern: None, name: wildcard_or(name) }, span }
}

/// `1 + 2j`.
pub fn complex_pattern(left: Expr, op: Operator, right: Expr, l: u32, r: u32) -> Parsed<Expr> {
    let operand = match &left.kind {
        ExprKind::UnaryOp { operand, .. } => operand,
        _ => &left,
    };
    if matches!(operand.kind, ExprKind::Constant(Constant::Imaginary(_))) {
        return refuse(Fault::new(Code::PATTERN, left.span, "real number required in complex literal"));
    }
    if !matches!(right.kind, ExprKind::Constant(Constant::Imaginary(_))) {
        return refuse(Fault::new(Code::PATTERN, right.span, "imaginary number required in complex literal"));
    }
    Ok(super::binary(left, op, right, l, r))
}

/// An entry of a mapping pattern.
pub enum MappingItem {
    /// `key: pattern`
    Pair(Expr, Pattern),
    /// `**rest`
    Rest(Ident),
}

/// `{key: pattern, **rest}`.
pub fn mapping_pattern(list: Vec<MappingItem>, l: u32, r: u32) -> Parsed<Pattern> {
    let (mut items, mut rest) = (Vec::with_capacity(list.len()), None);
    for item in list {
        match item {
            MappingItem::Pair(Expr { span, .. }, _) | MappingItem::Rest(Ident { span, .. }) if rest.is_some() => {
                let fault = Fault::new(Code::PATTERN, span, "invalid syntax");
                return refuse(fault.help("**rest comes last in a mapping pattern"));
            }
            MappingItem::Pair(key, value) => items.push((key, value)),
            MappingItem::Rest(name) if name.name == "_" => {
                return refuse(Fault::new(Code::PATTERN, name.span, "invalid syntax"));
            }
            MappingItem::Rest(name) => rest = Some(name),
        }
    }
    Ok(pattern(PatternKind::Mapping { items, rest }, l, r))
}

/// An argument of a class pattern.
pub enum ClassItem {
    /// `pattern`
    Positional(Pattern),
    /// `name=pattern`
    Keyword(Ident, Pattern),
}

/// `cls(a, name=b)`.
pub fn class_pattern(cls: Expr, list: Vec<ClassItem>, l: u32, r: u32) -> Parsed<Pattern> {
    let (mut patterns, mut keywords) = (Vec::new(), Vec::new());
    for item in list {
        match item {
            ClassItem::Positional(pattern) if keywords.is_empty() => patterns.push(pattern),
            ClassItem::Positional(pattern) => {
                let message = "positional patterns follow keyword patterns";
                return refuse(Fault::new(Code::PATTERN, pattern.span, message));
            }
            ClassItem::Keyword(name, pattern) => keywords.push((name, pattern)),
        }
    }
    Ok(pattern(PatternKind::Class { cls, patterns, keywords }, l, r))
}
