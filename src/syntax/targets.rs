//! What may be assigned to, deleted, or used as a value; and how messages name expressions.

use super::ast::*;
use super::fault::Fault;
use crate::diag::Code;
use crate::source::Span;

/// Which statement a target belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `=` and `as`
    Assign,
    /// `for`
    For,
    /// `del`
    Delete,
}

fn bad(span: Span, message: impl Into<String>) -> Box<Fault> {
    Fault::new(Code::BAD_TARGET, span, message)
}

/// Refuses what is no target.
pub fn check(target: &Expr, place: Place) -> Result<(), Box<Fault>> {
    if let Some(culprit) = invalid(target, place) {
        let verb = if place == Place::Delete { "delete" } else { "assign to" };
        return Err(bad(culprit.span, format!("cannot {verb} {}", expr_name(culprit))));
    }
    if place == Place::Delete {
        return check_debug(target, "delete");
    }
    if matches!(target.kind, ExprKind::Starred(_)) {
        return Err(bad(target.span, "starred assignment target must be in a list or tuple"));
    }
    check_debug(target, "assign to")?;
    check_stars(target)
}

/// Refuses what is no target of `target = value`; `single` if no other target stands between.
pub fn check_assigned(target: &Expr, value: &Expr, single: bool) -> Result<(), Box<Fault>> {
    if matches!(target.kind, ExprKind::Yield(_) | ExprKind::YieldFrom(_)) {
        return Err(bad(target.span, "assignment to yield expression not possible"));
    }
    let Some(culprit) = invalid(target, Place::Assign) else { return check(target, Place::Assign) };
    let name = expr_name(culprit);
    let last = match &target.kind {
        ExprKind::Tuple(items) => {
            items.last().is_some_and(|item| item.span == culprit.span) && culprit.span.end == target.span.end
        }
        _ => culprit.span == target.span,
    };
    if single && last && may_compare(culprit) && is_operand(value) {
        let message = format!("cannot assign to {name} here. Maybe you meant '==' instead of '='?");
        return Err(bad(culprit.span, message));
    }
    Err(bad(culprit.span, format!("cannot assign to {name}")))
}

/// Whether it binds as tightly as `|`: CPython asks for a comparison only between such.
fn is_operand(expr: &Expr) -> bool {
    !matches!(
        expr.kind,
        ExprKind::BoolOp { .. }
            | ExprKind::Compare { .. }
            | ExprKind::UnaryOp { op: UnaryOp::Not, .. }
            | ExprKind::IfExp { .. }
            | ExprKind::Lambda(_)
            | ExprKind::Starred(_)
            | ExprKind::Yield(_)
            | ExprKind::YieldFrom(_)
    )
}

/// Whether a message about `=` after it may suggest `==`.
pub fn may_compare(expr: &Expr) -> bool {
    let kind = &expr.kind;
    is_operand(expr)
        && !matches!(kind, ExprKind::List(_) | ExprKind::Tuple(_) | ExprKind::GeneratorExp(_))
        && !matches!(kind, ExprKind::Constant(Constant::None | Constant::True | Constant::False))
}

/// The first part of a target that is none.
fn invalid(target: &Expr, place: Place) -> Option<&Expr> {
    match &target.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => None,
        ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().find_map(|item| invalid(item, place)),
        ExprKind::Starred(inner) if place != Place::Delete => invalid(inner, place),
        _ => Some(target),
    }
}

fn check_stars(target: &Expr) -> Result<(), Box<Fault>> {
    let (ExprKind::List(items) | ExprKind::Tuple(items)) = &target.kind else { return Ok(()) };
    let stars = items.iter().filter(|item| matches!(item.kind, ExprKind::Starred(_))).count();
    if stars > 1 {
        return Err(bad(target.span, "multiple starred expressions in assignment"));
    }
    items.iter().try_for_each(|item| match &item.kind {
        ExprKind::Starred(inner) => check_stars(inner),
        _ => check_stars(item),
    })
}

fn check_debug(target: &Expr, verb: &str) -> Result<(), Box<Fault>> {
    match &target.kind {
        ExprKind::Name(name) | ExprKind::Attribute { attr: Ident { name, .. }, .. } if name == "__debug__" => {
            Err(bad(target.span, format!("cannot {verb} __debug__")))
        }
        ExprKind::List(items) | ExprKind::Tuple(items) => items.iter().try_for_each(|item| check_debug(item, verb)),
        ExprKind::Starred(inner) => check_debug(inner, verb),
        _ => Ok(()),
    }
}

/// Refuses what cannot stand before `+=`.
pub fn check_augmented(target: &Expr) -> Result<(), Box<Fault>> {
    match target.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => check_debug(target, "assign to"),
        _ => {
            let message = format!("'{}' is an illegal expression for augmented assignment", expr_name(target));
            Err(bad(target.span, message))
        }
    }
}

/// Refuses what cannot be annotated.
pub fn check_annotated(target: &Expr) -> Result<(), Box<Fault>> {
    match target.kind {
        ExprKind::Name(_) | ExprKind::Attribute { .. } | ExprKind::Subscript { .. } => check_debug(target, "assign to"),
        ExprKind::List(_) | ExprKind::Tuple(_) => {
            Err(bad(target.span, format!("only single target (not {}) can be annotated", expr_name(target))))
        }
        _ => Err(bad(target.span, "illegal target for annotation")),
    }
}

/// Refuses a lone `*a` where one value is wanted.
pub fn check_value(expr: &Expr) -> Result<(), Box<Fault>> {
    match expr.kind {
        ExprKind::Starred(_) => Err(Fault::new(Code::INVALID_SYNTAX, expr.span, "can't use starred expression here")),
        _ => Ok(()),
    }
}

/// How messages name a literal.
pub fn constant_name(constant: &Constant) -> &'static str {
    match constant {
        Constant::None => "None",
        Constant::True => "True",
        Constant::False => "False",
        Constant::Ellipsis => "ellipsis",
        _ => "literal",
    }
}

/// How messages name an expression.
pub fn expr_name(expr: &Expr) -> &'static str {
    match &expr.kind {
        ExprKind::Attribute { .. } => "attribute",
        ExprKind::Subscript { .. } => "subscript",
        ExprKind::Starred(_) => "starred",
        ExprKind::Name(_) => "name",
        ExprKind::List(_) => "list",
        ExprKind::Tuple(_) => "tuple",
        ExprKind::Lambda(_) => "lambda",
        ExprKind::Call { .. } => "function call",
        ExprKind::BoolOp { .. } | ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. } => "expression",
        ExprKind::GeneratorExp(_) => "generator expression",
        ExprKind::Yield(_) | ExprKind::YieldFrom(_) => "yield expression",
        ExprKind::Await(_) => "await expression",
        ExprKind::ListComp(_) => "list comprehension",
        ExprKind::SetComp(_) => "set comprehension",
        ExprKind::DictComp(_) => "dict comprehension",
        ExprKind::Dict(_) => "dict literal",
        ExprKind::Set(_) => "set display",
        ExprKind::JoinedStr(_) => "f-string expression",
        ExprKind::TemplateStr(_) => "t-string expression",
        ExprKind::Constant(constant) => constant_name(constant),
        ExprKind::Compare { .. } => "comparison",
        ExprKind::IfExp { .. } => "conditional expression",
        ExprKind::NamedExpr { .. } => "named expression",
        ExprKind::Slice(_) => "slice",
    }
}
