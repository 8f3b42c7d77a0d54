//! What a pattern may bind and where it may be irrefutable.
//!
//! CPython's compiler checks these after parsing; here they are checked as each `case` is complete.

use super::ast::*;
use super::fault::Fault;
use crate::diag::Code;
use crate::source::Span;

type Checked = Result<(), Box<Fault>>;

fn bad(span: Span, message: impl Into<String>) -> Box<Fault> {
    Fault::new(Code::PATTERN, span, message)
}

/// Checks the pattern of one case.
pub fn check(pattern: &Pattern) -> Checked {
    Binder { names: Vec::new() }.visit(pattern)
}

/// Refuses cases after one that always matches.
pub fn check_reachable(cases: &[MatchCase]) -> Checked {
    let Some((_, before)) = cases.split_last() else { return Ok(()) };
    before.iter().filter(|case| case.guard.is_none()).try_for_each(|case| refutable(&case.pattern))
}

fn refutable(pattern: &Pattern) -> Checked {
    match &pattern.kind {
        PatternKind::As { pattern: None, name: Some(name) } => {
            Err(bad(pattern.span, format!("name capture '{}' makes remaining patterns unreachable", name.name)))
        }
        PatternKind::As { pattern: None, name: None } => {
            Err(bad(pattern.span, "wildcard makes remaining patterns unreachable"))
        }
        PatternKind::As { pattern: Some(inner), .. } => refutable(inner),
        PatternKind::Or(list) => list.last().map_or(Ok(()), refutable),
        _ => Ok(()),
    }
}

struct Binder<'a> {
    names: Vec<&'a Name>,
}

impl<'a> Binder<'a> {
    fn bind(&mut self, ident: &'a Ident, span: Span) -> Checked {
        if ident.name == "__debug__" {
            return Err(bad(span, "cannot assign to __debug__"));
        }
        if self.names.contains(&&ident.name) {
            return Err(bad(span, format!("multiple assignments to name '{}' in pattern", ident.name)));
        }
        self.names.push(&ident.name);
        Ok(())
    }

    fn visit(&mut self, pattern: &'a Pattern) -> Checked {
        match &pattern.kind {
            PatternKind::Value(value) => check_value(value),
            PatternKind::Singleton(_) | PatternKind::Star(None) => Ok(()),
            PatternKind::Sequence(list) => {
                if list.iter().filter(|item| matches!(item.kind, PatternKind::Star(_))).count() > 1 {
                    return Err(bad(pattern.span, "multiple starred names in sequence pattern"));
                }
                list.iter().try_for_each(|item| self.visit(item))
            }
            PatternKind::Mapping { items, rest } => {
                check_keys(items, pattern.span)?;
                items.iter().try_for_each(|(_, value)| self.visit(value))?;
                rest.as_ref().map_or(Ok(()), |rest| self.bind(rest, pattern.span))
            }
            PatternKind::Class { patterns, keywords, .. } => {
                for (index, (name, value)) in keywords.iter().enumerate() {
                    if keywords[..index].iter().any(|(other, _)| other.name == name.name) {
                        let message = format!("attribute name repeated in class pattern: {}", name.name);
                        return Err(bad(value.span, message));
                    }
                }
                patterns.iter().chain(keywords.iter().map(|(_, value)| value)).try_for_each(|item| self.visit(item))
            }
            PatternKind::Star(Some(name)) => self.bind(name, pattern.span),
            PatternKind::As { pattern: inner, name } => {
                inner.as_deref().map_or(Ok(()), |inner| self.visit(inner))?;
                name.as_ref().map_or(Ok(()), |name| self.bind(name, pattern.span))
            }
            PatternKind::Or(list) => self.alternatives(list, pattern.span),
        }
    }

    fn alternatives(&mut self, list: &'a [Pattern], span: Span) -> Checked {
        let Some((_, before)) = list.split_last() else { return Ok(()) };
        before.iter().try_for_each(refutable)?;
        let outer = self.names.len();
        let mut first: Option<Vec<&Name>> = None;
        for alternative in list {
            self.names.truncate(outer);
            self.visit(alternative)?;
            let mut bound = self.names[outer..].to_vec();
            bound.sort_unstable();
            match &first {
                None => first = Some(bound),
                Some(first) if *first != bound => return Err(bad(span, "alternative patterns bind different names")),
                Some(_) => {}
            }
        }
        Ok(())
    }
}

fn check_value(value: &Expr) -> Checked {
    match value.kind {
        ExprKind::JoinedStr(_) | ExprKind::TemplateStr(_) => {
            Err(bad(value.span, "patterns may only match literals and attribute lookups"))
        }
        _ => Ok(()),
    }
}

fn check_keys(items: &[(Expr, Pattern)], span: Span) -> Checked {
    for (index, (key, _)) in items.iter().enumerate() {
        if matches!(key.kind, ExprKind::JoinedStr(_) | ExprKind::TemplateStr(_)) {
            return Err(bad(span, "mapping pattern keys may only match literals and attribute lookups"));
        }
        let (ExprKind::Constant(constant), before) = (&key.kind, &items[..index]) else { continue };
        if before.iter().any(|(other, _)| matches!(&other.kind, ExprKind::Constant(other) if other == constant)) {
            return Err(bad(span, format!("mapping pattern checks duplicate key ({})", repr(constant))));
        }
    }
    Ok(())
}

/// A key as the message shows it.
fn repr(constant: &Constant) -> String {
    match constant {
        Constant::None => "None".to_owned(),
        Constant::True => "True".to_owned(),
        Constant::False => "False".to_owned(),
        Constant::Ellipsis => "Ellipsis".to_owned(),
        Constant::Int(value) => value.to_string(),
        Constant::BigInt(value) => value.to_string(),
        Constant::Float(value) => format!("{value:?}"),
        Constant::Imaginary(value) => format!("{value}j"),
        Constant::Str(text) => format!("'{}'", text.escape_debug()),
        Constant::Bytes(bytes) => format!("b'{}'", bytes.escape_ascii()),
    }
}
