//! Calls and the arguments of calls and class headers: their order is checked here.

use super::{Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;

/// One argument.
pub enum Arg {
    /// `value` or `*value`
    Positional(Expr),
    /// `element for …` without parentheses of its own
    Generator(Expr),
    /// `name=value` or `**value`
    Keyword(Keyword),
}

/// `*value`.
pub fn starred_arg(value: Expr, l: u32, r: u32) -> Arg {
    Arg::Positional(super::starred(value, l, r))
}

/// `**value`.
pub fn unpacked_arg(value: Expr, l: u32, r: u32) -> Arg {
    Arg::Keyword(Keyword { arg: None, value, span: Span::new(l, r) })
}

/// `element for …`.
pub fn generator_arg(element: Expr, generators: Vec<Generator>, l: u32, r: u32) -> Parsed<Arg> {
    Ok(Arg::Generator(super::generator(element, generators, l, r)?))
}

/// `name=value`; `eq` is where the `=` stands.
pub fn keyword_arg(name: Expr, eq: u32, value: Expr, l: u32, r: u32) -> Parsed<Arg> {
    let span = Span::new(l, eq + 1);
    let word = match &name.kind {
        ExprKind::Name(word) if name.span.start == l => word,
        ExprKind::Constant(constant @ (Constant::True | Constant::False | Constant::None)) => {
            let message = format!("cannot assign to {}", crate::syntax::targets::constant_name(constant));
            return refuse(Fault::new(Code::BAD_TARGET, span, message));
        }
        _ => {
            let message = "expression cannot contain assignment, perhaps you meant \"==\"?";
            return refuse(Fault::new(Code::BAD_TARGET, span, message));
        }
    };
    if word == "__debug__" {
        return refuse(Fault::new(Code::BAD_TARGET, span, "cannot assign to __debug__"));
    }
    let arg = Some(Ident { name: word.clone(), span: name.span });
    Ok(Arg::Keyword(Keyword { arg, value, span: Span::new(l, r) }))
}

/// Positional arguments and keywords apart, in their order.
pub fn arrange(list: Vec<Arg>) -> Parsed<(Vec<Expr>, Vec<Keyword>)> {
    let (mut args, mut keywords) = (Vec::with_capacity(list.len()), Vec::new());
    for arg in list {
        match arg {
            Arg::Generator(expr) => {
                let message = "Generator expression must be parenthesized";
                return refuse(Fault::new(Code::INVALID_SYNTAX, expr.span, message));
            }
            Arg::Positional(expr) => {
                check_order(&expr, &keywords)?;
                args.push(expr);
            }
            Arg::Keyword(keyword) => {
                check_repeated(&keyword, &keywords)?;
                keywords.push(keyword);
            }
        }
    }
    Ok((args, keywords))
}

fn check_order(expr: &Expr, keywords: &[Keyword]) -> Parsed<()> {
    let unpacked = keywords.iter().any(|keyword| keyword.arg.is_none());
    let message = match &expr.kind {
        ExprKind::Starred(_) if unpacked => "iterable argument unpacking follows keyword argument unpacking",
        ExprKind::Starred(_) => return Ok(()),
        _ if unpacked => "positional argument follows keyword argument unpacking",
        _ if !keywords.is_empty() => "positional argument follows keyword argument",
        _ => return Ok(()),
    };
    refuse(Fault::new(Code::ARGUMENT_ORDER, expr.span, message))
}

fn check_repeated(keyword: &Keyword, before: &[Keyword]) -> Parsed<()> {
    let Some(name) = &keyword.arg else { return Ok(()) };
    let same = |other: &Keyword| other.arg.as_ref().is_some_and(|arg| arg.name == name.name);
    if !before.iter().any(same) {
        return Ok(());
    }
    let message = format!("keyword argument repeated: {}", name.name);
    refuse(Fault::new(Code::ARGUMENT_ORDER, keyword.span, message))
}

/// `func(args)`; `open` is where the parenthesis stands.
pub fn call(func: Expr, open: u32, mut list: Vec<Arg>, l: u32, r: u32) -> Parsed<Expr> {
    if let [Arg::Generator(_)] = list.as_slice()
        && let Some(Arg::Generator(mut expr)) = list.pop()
    {
        // A lone generator expression shares the call's parentheses.
        expr.span = Span::new(open, r);
        list.push(Arg::Positional(expr));
    }
    let (args, keywords) = arrange(list)?;
    Ok(Expr { kind: ExprKind::Call { func: Box::new(func), args, keywords }, span: Span::new(l, r) })
}
