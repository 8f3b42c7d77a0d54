//! Simple statements.

use compact_str::{CompactString, format_compact};

use super::{Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;
use crate::syntax::targets::{self, Place};

/// A statement from its kind.
pub fn stmt(kind: StmtKind, l: u32, r: u32) -> Stmt {
    Stmt { kind, span: Span::new(l, r) }
}

/// A lone `*a` is no value.
fn value(expr: Expr) -> Parsed<Expr> {
    match targets::check_value(&expr) {
        Ok(()) => Ok(expr),
        Err(fault) => refuse(fault),
    }
}

/// An expression as a statement.
pub fn expr_stmt(expr: Expr) -> Parsed<StmtKind> {
    Ok(StmtKind::Expr(Box::new(value(expr)?)))
}

/// `yield` as a statement.
pub fn yield_stmt(expr: Expr) -> StmtKind {
    StmtKind::Expr(Box::new(expr))
}

/// `a = b = value`.
pub fn assign(targets: Vec<Expr>, right: Expr) -> Parsed<StmtKind> {
    let single = targets.len() == 1;
    for target in &targets {
        if let Err(fault) = targets::check_assigned(target, &right, single) {
            return refuse(fault);
        }
    }
    Ok(StmtKind::Assign { targets, value: Box::new(value(right)?) })
}

/// `target += value`.
pub fn aug_assign(target: Expr, op: Operator, right: Expr) -> Parsed<StmtKind> {
    if let Err(fault) = targets::check_augmented(&target) {
        return refuse(fault);
    }
    Ok(StmtKind::AugAssign { target: Box::new(target), op, value: Box::new(value(right)?) })
}

/// `target: annotation = value`; `l` is where the target begins with its parentheses.
pub fn ann_assign(l: u32, target: Expr, annotation: Expr, right: Option<Expr>) -> Parsed<StmtKind> {
    if let Err(fault) = targets::check_annotated(&target) {
        return refuse(fault);
    }
    let simple = matches!(target.kind, ExprKind::Name(_)) && target.span.start == l;
    let value = right.map(value).transpose()?.map(Box::new);
    Ok(StmtKind::AnnAssign { target: Box::new(target), annotation: Box::new(annotation), value, simple })
}

/// `type Name = value`.
pub fn type_alias(name: Ident, type_params: Vec<TypeParam>, value: Expr) -> StmtKind {
    StmtKind::TypeAlias(Box::new(TypeAlias { name, type_params, value }))
}

/// `return value`.
pub fn return_stmt(result: Option<Expr>) -> Parsed<StmtKind> {
    Ok(StmtKind::Return(result.map(value).transpose()?.map(Box::new)))
}

/// `raise exc from cause`.
pub fn raise(exc: Option<Expr>, cause: Option<Expr>) -> StmtKind {
    StmtKind::Raise { exc: exc.map(Box::new), cause: cause.map(Box::new) }
}

/// `del a, b`.
pub fn delete(list: Vec<Expr>) -> Parsed<StmtKind> {
    for target in &list {
        if let Err(fault) = targets::check(target, Place::Delete) {
            return refuse(fault);
        }
    }
    Ok(StmtKind::Delete(list))
}

/// `assert test, msg`.
pub fn assert(test: Expr, msg: Option<Expr>) -> StmtKind {
    StmtKind::Assert { test: Box::new(test), msg: msg.map(Box::new) }
}

/// `head.tail` in an import.
pub fn dotted(head: Ident, tail: Ident) -> Ident {
    Ident { name: format_compact!("{}.{}", head.name, tail.name), span: head.span.to(tail.span) }
}

/// `name as asname`.
pub fn alias(name: Ident, asname: Option<Expr>, l: u32, r: u32) -> Parsed<Alias> {
    let asname = match asname {
        None => None,
        Some(Expr { kind: ExprKind::Name(name), span }) => Some(Ident { name, span }),
        Some(other) => {
            let message = format!("cannot use {} as import target", targets::expr_name(&other));
            return refuse(Fault::new(Code::BAD_TARGET, other.span, message));
        }
    };
    Ok(Alias { name, asname, span: Span::new(l, r) })
}

/// `from m import *`.
pub fn star_import(l: u32, r: u32) -> Vec<Alias> {
    let span = Span::new(l, r);
    vec![Alias { name: Ident { name: CompactString::const_new("*"), span }, asname: None, span }]
}

/// `from ..module import names`.
pub fn import_from(level: u32, module: Option<Ident>, names: Vec<Alias>) -> StmtKind {
    StmtKind::ImportFrom { module, names, level }
}
