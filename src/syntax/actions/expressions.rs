//! Expressions.

use num_bigint::BigInt;

use super::{Context, Parsed, refuse};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::*;
use crate::syntax::fault::Fault;
use crate::syntax::targets::{self, Place, expr_name};

/// Decimal digits that an int literal may have, as in CPython.
const MAX_INT_DIGITS: usize = 4300;

fn expr(kind: ExprKind, l: u32, r: u32) -> Expr {
    Expr { kind, span: Span::new(l, r) }
}

/// The one expression, or a tuple of several (or of one before a comma).
pub fn tuple_or_single(mut list: Vec<Expr>, comma: bool, l: u32, r: u32) -> Expr {
    match list.pop() {
        Some(single) if list.is_empty() && !comma => single,
        Some(last) => {
            list.push(last);
            tuple(list, l, r)
        }
        None => tuple(list, l, r),
    }
}

/// A tuple.
pub fn tuple(list: Vec<Expr>, l: u32, r: u32) -> Expr {
    expr(ExprKind::Tuple(list), l, r)
}

/// What is in parentheses.
pub fn group(list: Vec<Expr>, comma: bool, l: u32, r: u32) -> Parsed<Expr> {
    let result = tuple_or_single(list, comma, l, r);
    if matches!(result.kind, ExprKind::Starred(_)) {
        return refuse(Fault::new(Code::INVALID_SYNTAX, result.span, "cannot use starred expression here"));
    }
    Ok(result)
}

/// The targets of a `for`.
pub fn targets(list: Vec<Expr>, comma: bool, l: u32, r: u32) -> Parsed<Expr> {
    let target = tuple_or_single(list, comma, l, r);
    match targets::check(&target, Place::For) {
        Ok(()) => Ok(target),
        Err(fault) => refuse(fault),
    }
}

/// `*value`.
pub fn starred(value: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::Starred(Box::new(value)), l, r)
}

/// `target := value`; `l` is where the target begins with its parentheses.
pub fn named(target: Expr, value: Expr, l: u32, r: u32) -> Parsed<Expr> {
    let span = target.span;
    let name = match target.kind {
        ExprKind::Name(name) if span.start == l => name,
        _ => {
            let message = format!("cannot use assignment expressions with {}", expr_name(&target));
            return refuse(Fault::new(Code::BAD_TARGET, span, message));
        }
    };
    if name == "__debug__" {
        return refuse(Fault::new(Code::BAD_TARGET, span, "cannot assign to __debug__"));
    }
    Ok(expr(ExprKind::NamedExpr { target: Ident { name, span }, value: Box::new(value) }, l, r))
}

/// `yield value`.
pub fn yield_expr(value: Option<Expr>, l: u32, r: u32) -> Parsed<Expr> {
    if let Some(fault) = value.as_ref().and_then(|value| targets::check_value(value).err()) {
        return refuse(fault);
    }
    Ok(expr(ExprKind::Yield(value.map(Box::new)), l, r))
}

/// `yield from value`.
pub fn yield_from(value: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::YieldFrom(Box::new(value)), l, r)
}

/// `body if test else orelse`.
pub fn if_exp(test: Expr, body: Expr, orelse: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::IfExp { test: Box::new(test), body: Box::new(body), orelse: Box::new(orelse) }, l, r)
}

/// `lambda params: body`.
pub fn lambda(params: Parameters, body: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::Lambda(Box::new(Lambda { params, body })), l, r)
}

/// `a and b and c`.
pub fn bool_op(op: BoolOp, values: Vec<Expr>, l: u32, r: u32) -> Expr {
    expr(ExprKind::BoolOp { op, values }, l, r)
}

/// `op operand`.
pub fn unary(op: UnaryOp, operand: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::UnaryOp { op, operand: Box::new(operand) }, l, r)
}

/// `left op right`.
pub fn binary(left: Expr, op: Operator, right: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::BinOp { left: Box::new(left), op, right: Box::new(right) }, l, r)
}

/// `left op a op b`.
pub fn compare(left: Expr, rest: Vec<(CmpOp, Expr)>, l: u32, r: u32) -> Expr {
    expr(ExprKind::Compare { left: Box::new(left), rest }, l, r)
}

/// `await value`.
pub fn await_expr(value: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::Await(Box::new(value)), l, r)
}

/// `value.attr`.
pub fn attribute(value: Expr, attr: Ident, l: u32, r: u32) -> Expr {
    expr(ExprKind::Attribute { value: Box::new(value), attr }, l, r)
}

/// `value[index]`.
pub fn subscript(value: Expr, index: Expr, l: u32, r: u32) -> Expr {
    expr(ExprKind::Subscript { value: Box::new(value), index: Box::new(index) }, l, r)
}

/// What is in a subscript's brackets; a lone `*a` is a tuple there.
pub fn subscript_index(list: Vec<Expr>, comma: bool, l: u32, r: u32) -> Expr {
    let starred = matches!(list.as_slice(), [Expr { kind: ExprKind::Starred(_), .. }]);
    tuple_or_single(list, comma || starred, l, r)
}

/// `lower:upper:step`.
pub fn slice(lower: Option<Expr>, upper: Option<Expr>, step: Option<Expr>, l: u32, r: u32) -> Expr {
    expr(ExprKind::Slice(Box::new(Slice { lower, upper, step })), l, r)
}

/// A variable.
pub fn name(ident: Ident) -> Expr {
    Expr { kind: ExprKind::Name(ident.name), span: ident.span }
}

/// A literal.
pub fn constant(constant: Constant, l: u32, r: u32) -> Expr {
    expr(ExprKind::Constant(constant), l, r)
}

/// `[a, b]`.
pub fn list(items: Vec<Expr>, l: u32, r: u32) -> Expr {
    expr(ExprKind::List(items), l, r)
}

/// `{a, b}`.
pub fn set(items: Vec<Expr>, l: u32, r: u32) -> Expr {
    expr(ExprKind::Set(items), l, r)
}

/// `{k: v}`.
pub fn dict(items: Vec<DictItem>, l: u32, r: u32) -> Expr {
    expr(ExprKind::Dict(items), l, r)
}

/// `key: value`.
pub fn dict_item(key: Expr, value: Expr) -> DictItem {
    DictItem { key: Some(key), value }
}

/// `**value`.
pub fn dict_unpacking(value: Expr) -> DictItem {
    DictItem { key: None, value }
}

/// `for target in iter if …`.
pub fn comp_for(is_async: bool, target: Expr, iter: Expr, ifs: Vec<Expr>, l: u32, r: u32) -> Generator {
    Generator { is_async, target, iter, ifs, span: Span::new(l, r) }
}

fn comprehension(element: Expr, generators: Vec<Generator>) -> Parsed<Box<Comprehension>> {
    if matches!(element.kind, ExprKind::Starred(_)) {
        let message = "iterable unpacking cannot be used in comprehension";
        return refuse(Fault::new(Code::INVALID_SYNTAX, element.span, message));
    }
    Ok(Box::new(Comprehension { element, generators }))
}

/// `(e for …)`.
pub fn generator(element: Expr, generators: Vec<Generator>, l: u32, r: u32) -> Parsed<Expr> {
    Ok(expr(ExprKind::GeneratorExp(comprehension(element, generators)?), l, r))
}

/// `[e for …]`.
pub fn list_comp(element: Expr, generators: Vec<Generator>, l: u32, r: u32) -> Parsed<Expr> {
    Ok(expr(ExprKind::ListComp(comprehension(element, generators)?), l, r))
}

/// `{e for …}`.
pub fn set_comp(element: Expr, generators: Vec<Generator>, l: u32, r: u32) -> Parsed<Expr> {
    Ok(expr(ExprKind::SetComp(comprehension(element, generators)?), l, r))
}

/// `{k: v for …}`.
pub fn dict_comp(item: DictItem, generators: Vec<Generator>, l: u32, r: u32) -> Parsed<Expr> {
    let Some(key) = item.key else {
        let span = Span::new(item.value.span.start.saturating_sub(2), item.value.span.start);
        return refuse(Fault::new(Code::INVALID_SYNTAX, span, "dict unpacking cannot be used in dict comprehension"));
    };
    let comprehension = DictComprehension { key, value: item.value, generators };
    Ok(expr(ExprKind::DictComp(Box::new(comprehension)), l, r))
}

/// A number literal, whose form the lexer has checked.
pub fn number(cx: &Context<'_>, l: u32, r: u32) -> Parsed<Expr> {
    let text = cx.slice(l, r);
    let plain: std::borrow::Cow<'_, str> = if text.contains('_') { text.replace('_', "").into() } else { text.into() };
    match number_value(&plain) {
        Some(value) => Ok(constant(value, l, r)),
        None => {
            let digits = plain.len();
            let message = format!(
                "Exceeds the limit ({MAX_INT_DIGITS} digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals \
                 to avoid decimal conversion limits."
            );
            refuse(Fault::new(Code::BAD_NUMBER, Span::new(l, r), message))
        }
    }
}

fn number_value(text: &str) -> Option<Constant> {
    if let Ok(small) = text.parse::<i64>() {
        return Some(Constant::Int(small));
    }
    let radix = match text.as_bytes().get(1).map(u8::to_ascii_lowercase) {
        Some(b'x') => 16,
        Some(b'o') => 8,
        Some(b'b') => 2,
        _ => 10,
    };
    if radix != 10 {
        return integer(&text[2..], radix);
    }
    if let Some(imaginary) = text.strip_suffix(['j', 'J']) {
        return imaginary.parse().ok().map(Constant::Imaginary);
    }
    if text.contains(['.', 'e', 'E']) {
        return text.parse().ok().map(Constant::Float);
    }
    if text.len() > MAX_INT_DIGITS { None } else { integer(text, 10) }
}

fn integer(digits: &str, radix: u32) -> Option<Constant> {
    if let Ok(small) = i64::from_str_radix(digits, radix) {
        return Some(Constant::Int(small));
    }
    BigInt::parse_bytes(digits.as_bytes(), radix).map(|big| Constant::BigInt(Box::new(big)))
}
