//! The first pass over `match`: names that patterns bind, and patterns that can't be.

use super::collect::Collector;
use super::error::{Res, problem};
use super::scope::Flags;
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{Constant, Expr, ExprKind, Ident, MatchCase, Name, Pattern, PatternKind};

impl Collector {
    pub(super) fn cases(&mut self, cases: &[MatchCase]) -> Res {
        for (at, case) in cases.iter().enumerate() {
            let mut bound = Vec::new();
            self.pattern(&case.pattern, &mut bound)?;
            if at + 1 < cases.len() && case.guard.is_none() {
                check_refutable(&case.pattern)?;
            }
            self.maybe(case.guard.as_ref())?;
            self.body(&case.body)?;
        }
        Ok(())
    }

    fn pattern(&mut self, pattern: &Pattern, bound: &mut Vec<Name>) -> Res {
        match &pattern.kind {
            PatternKind::Value(value) => self.expr(value),
            PatternKind::Singleton(_) => Ok(()),
            PatternKind::Sequence(items) => {
                if items.iter().filter(|item| matches!(item.kind, PatternKind::Star(_))).count() > 1 {
                    let text = "multiple starred names in sequence pattern";
                    return Err(problem(Code::PATTERN, pattern.span, text));
                }
                items.iter().try_for_each(|item| self.pattern(item, bound))
            }
            PatternKind::Mapping { items, rest } => {
                check_keys(pattern.span, items)?;
                for (key, item) in items {
                    self.expr(key)?;
                    self.pattern(item, bound)?;
                }
                self.bind(rest.as_ref(), pattern.span, bound)
            }
            PatternKind::Class { cls, patterns, keywords } => {
                self.expr(cls)?;
                for (at, (name, _)) in keywords.iter().enumerate() {
                    if let Some((other, _)) = keywords[at + 1..].iter().find(|(other, _)| other.name == name.name) {
                        let text = format!("attribute name repeated in class pattern: {}", name.name);
                        return Err(problem(Code::PATTERN, other.span, text));
                    }
                }
                patterns.iter().try_for_each(|item| self.pattern(item, bound))?;
                keywords.iter().try_for_each(|(_, item)| self.pattern(item, bound))
            }
            PatternKind::Star(name) => self.bind(name.as_ref(), pattern.span, bound),
            PatternKind::As { pattern: inner, name } => {
                if let Some(inner) = inner {
                    self.pattern(inner, bound)?;
                }
                self.bind(name.as_ref(), pattern.span, bound)
            }
            PatternKind::Or(items) => self.alternatives(pattern.span, items, bound),
        }
    }

    fn alternatives(&mut self, span: Span, items: &[Pattern], bound: &mut Vec<Name>) -> Res {
        let start = bound.len();
        let mut first: Option<Vec<Name>> = None;
        for (at, item) in items.iter().enumerate() {
            let mut names = bound[..start].to_vec();
            self.pattern(item, &mut names)?;
            if at + 1 < items.len() {
                check_refutable(item)?;
            }
            let mut names = names.split_off(start);
            names.sort_unstable();
            match &first {
                Some(first) if *first != names => {
                    return Err(problem(Code::PATTERN, span, "alternative patterns bind different names"));
                }
                Some(_) => {}
                None => first = Some(names),
            }
        }
        bound.extend(first.unwrap_or_default());
        Ok(())
    }

    fn bind(&mut self, name: Option<&Ident>, span: Span, bound: &mut Vec<Name>) -> Res {
        let Some(ident) = name else { return Ok(()) };
        if bound.contains(&ident.name) {
            let text = format!("multiple assignments to name '{}' in pattern", ident.name);
            return Err(problem(Code::PATTERN, span, text));
        }
        bound.push(ident.name.clone());
        self.define(&ident.name, ident.span, Flags::LOCAL)
    }
}

/// Refuses a pattern that always matches where others follow.
fn check_refutable(pattern: &Pattern) -> Res {
    match &pattern.kind {
        PatternKind::As { pattern: None, name: Some(name) } => {
            let text = format!("name capture '{}' makes remaining patterns unreachable", name.name);
            Err(problem(Code::PATTERN, pattern.span, text))
        }
        PatternKind::As { pattern: None, name: None } => {
            Err(problem(Code::PATTERN, pattern.span, "wildcard makes remaining patterns unreachable"))
        }
        PatternKind::As { pattern: Some(inner), .. } => check_refutable(inner),
        PatternKind::Or(items) => items.last().map_or(Ok(()), check_refutable),
        _ => Ok(()),
    }
}

fn check_keys(span: Span, items: &[(Expr, Pattern)]) -> Res {
    let constant = |expr: &Expr| match &expr.kind {
        ExprKind::Constant(constant) => Some(constant.clone()),
        _ => None,
    };
    for (at, (key, _)) in items.iter().enumerate() {
        let Some(key) = constant(key) else { continue };
        if items[..at].iter().any(|(other, _)| constant(other).is_some_and(|other| other == key)) {
            let text = format!("mapping pattern checks duplicate key ({})", shown(&key));
            return Err(problem(Code::PATTERN, span, text));
        }
    }
    Ok(())
}

/// A constant about as `repr` shows it.
fn shown(constant: &Constant) -> String {
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
