//! Compound statements. Each ends where the last statement of its last block ends.

use super::{Arg, Parsed, arrange, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;
use crate::syntax::pattern_rules;
use crate::syntax::targets::{self, Place, expr_name};

fn end(blocks: &[&[Stmt]]) -> u32 {
    blocks.iter().rev().find_map(|block| block.last()).map_or(0, |stmt| stmt.span.end)
}

fn compound(l: u32, kind: StmtKind, blocks_end: u32) -> Stmt {
    Stmt { kind, span: Span::new(l, blocks_end.max(l)) }
}

/// `if`.
pub fn if_stmt(l: u32, test: Expr, body: Vec<Stmt>, elifs: Vec<Elif>, orelse: Vec<Stmt>) -> Stmt {
    let last = elifs.last().map_or(&body, |elif| &elif.body);
    let until = end(&[last, &orelse]);
    compound(l, StmtKind::If { test: Box::new(test), body, elifs, orelse }, until)
}

/// `elif`.
pub fn elif(l: u32, test: Expr, body: Vec<Stmt>) -> Elif {
    let span = Span::new(l, end(&[&body]));
    Elif { test, body, span }
}

/// `while`.
pub fn while_stmt(l: u32, test: Expr, body: Vec<Stmt>, orelse: Vec<Stmt>) -> Stmt {
    let until = end(&[&body, &orelse]);
    compound(l, StmtKind::While { test: Box::new(test), body, orelse }, until)
}

/// `for`.
pub fn for_stmt(l: u32, is_async: bool, target: Expr, iter: Expr, body: Vec<Stmt>, orelse: Vec<Stmt>) -> Parsed<Stmt> {
    if let Err(fault) = targets::check_value(&iter) {
        return refuse(fault);
    }
    let until = end(&[&body, &orelse]);
    Ok(compound(l, StmtKind::For(Box::new(For { is_async, target, iter, body, orelse })), until))
}

/// `with`.
pub fn with_stmt(l: u32, is_async: bool, items: Vec<WithItem>, body: Vec<Stmt>) -> Stmt {
    let until = end(&[&body]);
    compound(l, StmtKind::With { is_async, items, body }, until)
}

/// `context` in a `with`.
pub fn with_item(context: Expr) -> WithItem {
    WithItem { context, target: None }
}

/// `context as target` in a `with`.
pub fn with_item_as(context: Expr, target: Expr) -> Parsed<WithItem> {
    match targets::check(&target, Place::Assign) {
        Ok(()) => Ok(WithItem { context, target: Some(target) }),
        Err(fault) => refuse(fault),
    }
}

/// What stands between `except` and `as`.
pub struct ExceptTypes {
    expr: Expr,
    /// Several, without parentheses.
    several: bool,
}

/// One or several exception types.
pub fn except_types(list: Vec<Expr>, comma: bool, l: u32, r: u32) -> ExceptTypes {
    let several = comma || list.len() > 1;
    ExceptTypes { expr: super::tuple_or_single(list, comma, l, r), several }
}

/// `except types as name:`, with whether it is `except*`.
pub fn handler(l: u32, star: bool, types: ExceptTypes, name: Option<Expr>, body: Vec<Stmt>) -> Parsed<(bool, ExceptHandler)> {
    let name = match name {
        None => None,
        Some(expr) => {
            if types.several {
                let message = "multiple exception types must be parenthesized when using 'as'";
                return refuse(Fault::new(Code::INVALID_SYNTAX, types.expr.span, message));
            }
            let ExprKind::Name(name) = expr.kind else {
                let keyword = if star { "except*" } else { "except" };
                let message = format!("cannot use {keyword} statement with {}", expr_name(&expr));
                return refuse(Fault::new(Code::BAD_TARGET, expr.span, message));
            };
            Some(Ident { name, span: expr.span })
        }
    };
    let span = Span::new(l, end(&[&body]));
    Ok((star, ExceptHandler { typ: Some(types.expr), name, body, span }))
}

/// `except:`.
pub fn bare_handler(l: u32, body: Vec<Stmt>) -> (bool, ExceptHandler) {
    let span = Span::new(l, end(&[&body]));
    (false, ExceptHandler { typ: None, name: None, body, span })
}

/// `try` with its clauses.
pub fn try_stmt(
    l: u32,
    body: Vec<Stmt>,
    handlers: Vec<(bool, ExceptHandler)>,
    orelse: Vec<Stmt>,
    finalbody: Vec<Stmt>,
) -> Parsed<Stmt> {
    let is_star = handlers.first().is_some_and(|(star, _)| *star);
    if let Some((_, odd)) = handlers.iter().find(|(star, _)| *star != is_star) {
        let message = "cannot have both 'except' and 'except*' on the same 'try'";
        return refuse(Fault::new(Code::INCOMPLETE_TRY, Span::new(odd.span.start, odd.span.start + 6), message));
    }
    let last = handlers.len().saturating_sub(1);
    if let Some((_, bare)) = handlers.iter().take(last).find(|(_, handler)| handler.typ.is_none()) {
        let span = Span::new(bare.span.start, bare.span.start + 6);
        return refuse(Fault::new(Code::INCOMPLETE_TRY, span, "default 'except:' must be last"));
    }
    let handlers: Vec<_> = handlers.into_iter().map(|(_, handler)| handler).collect();
    let last = handlers.last().map_or(&body, |handler| &handler.body);
    let until = end(&[last, &orelse, &finalbody]);
    Ok(compound(l, StmtKind::Try(Box::new(Try { body, handlers, orelse, finalbody, is_star })), until))
}

/// `def`; `l` is where `def` or `async` begins.
pub fn function(
    decorators: Vec<Expr>,
    l: u32,
    is_async: bool,
    name: Ident,
    type_params: Vec<TypeParam>,
    params: Parameters,
    returns: Option<Expr>,
    body: Vec<Stmt>,
) -> Stmt {
    let until = end(&[&body]);
    let function = FunctionDef { is_async, name, type_params, params, returns, body, decorators };
    compound(l, StmtKind::FunctionDef(Box::new(function)), until)
}

/// `class`.
pub fn class(
    decorators: Vec<Expr>,
    l: u32,
    name: Ident,
    type_params: Vec<TypeParam>,
    args: Option<Vec<Arg>>,
    body: Vec<Stmt>,
) -> Parsed<Stmt> {
    let (bases, keywords) = arrange(args.unwrap_or_default())?;
    let until = end(&[&body]);
    let class = ClassDef { name, type_params, bases, keywords, body, decorators };
    Ok(compound(l, StmtKind::ClassDef(Box::new(class)), until))
}

/// `match`.
pub fn match_stmt(l: u32, subject: Expr, cases: Vec<MatchCase>) -> Parsed<Stmt> {
    if let Err(fault) = targets::check_value(&subject) {
        return refuse(fault);
    }
    if let Err(fault) = pattern_rules::check_reachable(&cases) {
        return refuse(fault);
    }
    let until = cases.last().map_or(l, |case| case.span.end);
    Ok(compound(l, StmtKind::Match { subject: Box::new(subject), cases }, until))
}

/// `case`.
pub fn case(l: u32, pattern: Pattern, guard: Option<Expr>, body: Vec<Stmt>) -> Parsed<MatchCase> {
    if let Err(fault) = pattern_rules::check(&pattern) {
        return refuse(fault);
    }
    let span = Span::new(l, end(&[&body]));
    Ok(MatchCase { pattern, guard, body, span })
}
