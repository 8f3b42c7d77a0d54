//! Where in a piece of source a traceback puts its carets: the operator of a binary operation, the brackets of a call or subscript.
//!
//! Pure text in, spans out, so that the machine's side can be handed these as plain functions. The rules are those of CPython's
//! `traceback` module.

use super::ast::{Expr, ExprKind, StmtKind};
use super::parse::parse_module;
use crate::source::{SourceFile, Span};

/// What stands before the segment when it is parsed, so that an expression may go over several lines.
const OPENING: &str = "(\n";

/// The part of an expression's text that does the work: its operator, or the brackets with what is in them. None where the text is no
/// binary operation, call or subscript.
pub fn operator_span(segment: &str) -> Option<Span> {
    let wrapped = SourceFile::new("", format!("{OPENING}{segment}\n)"));
    let module = parse_module(&wrapped).ok()?;
    let [statement] = &module.body[..] else { return None };
    let StmtKind::Expr(expr) = &statement.kind else { return None };
    let offset = |at: u32| (at as usize).saturating_sub(OPENING.len());
    let span = |start: usize, end: usize| Span::new(start as u32, end as u32);
    match &expr.kind {
        ExprKind::BinOp { left, right, .. } => {
            let start = find(segment, offset(left.span.end), |c| !c.is_whitespace() && c != ')')?;
            let end = operator_end(segment, start, offset(right.span.start))?;
            Some(span(start, end))
        }
        ExprKind::Subscript { value, .. } => bracket(segment, expr, offset(value.span.end), '['),
        ExprKind::Call { func, .. } => bracket(segment, expr, offset(func.span.end), '('),
        _ => None,
    }
}

fn bracket(segment: &str, expr: &Expr, from: usize, open: char) -> Option<Span> {
    let start = find(segment, from, |c| c == open)?;
    Some(Span::new(start as u32, expr.span.end.saturating_sub(OPENING.len() as u32)))
}

/// An operator is one or two characters of one line, and ends where the right operand begins.
fn operator_end(segment: &str, start: usize, right: usize) -> Option<usize> {
    let end = start + segment.get(start..)?.chars().next()?.len_utf8();
    match segment.get(end..)?.chars().next() {
        Some(c) if end < right && !c.is_whitespace() && c != '\\' && c != '#' => Some(end + c.len_utf8()),
        _ => Some(end),
    }
}

/// The first character from a place on that satisfies `stop`; comments and continued lines are skipped.
fn find(segment: &str, from: usize, stop: impl Fn(char) -> bool) -> Option<usize> {
    let mut at = from;
    loop {
        let c = segment.get(at..)?.chars().next()?;
        if c == '\\' || c == '#' {
            at += segment[at..].find('\n')? + 1;
        } else if stop(c) {
            return Some(at);
        } else {
            at += c.len_utf8();
        }
    }
}

/// The call of a statement `name = f(…)` or `return name(…)`.
pub fn assigned_call(text: &str) -> Option<Span> {
    let module = parse_module(&SourceFile::new("", text)).ok()?;
    let call = match &module.body.first()?.kind {
        StmtKind::Return(Some(value)) => match &value.kind {
            ExprKind::Call { func, .. } if matches!(func.kind, ExprKind::Name(_)) => value,
            _ => return None,
        },
        StmtKind::Assign { targets, value } => match &targets[..] {
            [target] if matches!(target.kind, ExprKind::Name(_)) && matches!(value.kind, ExprKind::Call { .. }) => value,
            _ => return None,
        },
        _ => return None,
    };
    Some(call.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(segment: &str) -> Option<&str> {
        operator_span(segment).map(|span| &segment[span.range()])
    }

    #[test]
    fn operators_and_brackets_are_found() {
        assert_eq!(marked("a.x + b"), Some("+"));
        assert_eq!(marked("(a) // (b)"), Some("//"));
        assert_eq!(marked("f(1)(2, 3)"), Some("(2, 3)"));
        assert_eq!(marked("a[1]\n  [2]"), Some("[2]"));
        assert_eq!(marked("a +  # (\n b"), Some("+"));
        assert_eq!(marked("a.b"), None);
        assert_eq!(marked("raise f(1)"), None);
        assert_eq!(marked("a < b"), None);
    }

    #[test]
    fn a_call_that_is_the_whole_value_is_found() {
        assert_eq!(assigned_call("x = f.g(1)"), Some(Span::new(4, 10)));
        assert_eq!(assigned_call("return g()"), Some(Span::new(7, 10)));
        assert_eq!(assigned_call("return a.g()"), None);
        assert_eq!(assigned_call("x = 1 + f()"), None);
    }
}
