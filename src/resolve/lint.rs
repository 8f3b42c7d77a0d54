//! CPython's `SyntaxWarning`s about expressions that can't be meant.

use super::collect::Collector;
use crate::source::Span;
use crate::syntax::ast::{CmpOp, Constant, Expr, ExprKind};

impl Collector {
    pub(super) fn lint_compare(&mut self, span: Span, left: &Expr, rest: &[(CmpOp, Expr)]) {
        let mut left = left;
        for (op, right) in rest {
            let (word, instead) = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => {
                    left = right;
                    continue;
                }
            };
            if let Some(name) = literal_type(left).or_else(|| literal_type(right)) {
                self.warn(span, format!("\"{word}\" with '{name}' literal. Did you mean \"{instead}\"?"));
                return;
            }
            left = right;
        }
    }

    pub(super) fn lint_call(&mut self, func: &Expr) {
        let name = match &func.kind {
            ExprKind::Constant(constant) => constant_type(constant),
            ExprKind::Tuple(_) => "tuple",
            ExprKind::List(_) | ExprKind::ListComp(_) => "list",
            ExprKind::Dict(_) | ExprKind::DictComp(_) => "dict",
            ExprKind::Set(_) | ExprKind::SetComp(_) => "set",
            ExprKind::GeneratorExp(_) => "generator",
            ExprKind::JoinedStr(_) => "str",
            ExprKind::TemplateStr(_) => "string.templatelib.Template",
            _ => return,
        };
        self.warn(func.span, format!("'{name}' object is not callable; perhaps you missed a comma?"));
    }

    pub(super) fn lint_subscript(&mut self, value: &Expr, index: &Expr) {
        let not_subscriptable = match &value.kind {
            ExprKind::Constant(
                constant @ (Constant::None
                | Constant::Ellipsis
                | Constant::True
                | Constant::False
                | Constant::Int(_)
                | Constant::BigInt(_)
                | Constant::Float(_)
                | Constant::Imaginary(_)),
            ) => Some(constant_type(constant)),
            ExprKind::Set(_) | ExprKind::SetComp(_) => Some("set"),
            ExprKind::GeneratorExp(_) => Some("generator"),
            ExprKind::TemplateStr(_) => Some("string.templatelib.Template"),
            ExprKind::Lambda(_) => Some("function"),
            _ => None,
        };
        if let Some(name) = not_subscriptable {
            self.warn(value.span, format!("'{name}' object is not subscriptable; perhaps you missed a comma?"));
            return;
        }
        let container = match &value.kind {
            ExprKind::Constant(constant @ (Constant::Str(_) | Constant::Bytes(_))) => constant_type(constant),
            ExprKind::Tuple(_) => "tuple",
            ExprKind::List(_) | ExprKind::ListComp(_) => "list",
            ExprKind::JoinedStr(_) => "str",
            _ => return,
        };
        let name = match &index.kind {
            ExprKind::Constant(Constant::Int(_) | Constant::BigInt(_) | Constant::True | Constant::False) => return,
            ExprKind::Constant(constant) => constant_type(constant),
            ExprKind::Tuple(_) => "tuple",
            ExprKind::List(_) | ExprKind::ListComp(_) => "list",
            ExprKind::Dict(_) | ExprKind::DictComp(_) => "dict",
            ExprKind::Set(_) | ExprKind::SetComp(_) => "set",
            ExprKind::JoinedStr(_) => "str",
            _ => return,
        };
        let text = format!("{container} indices must be integers or slices, not {name}; perhaps you missed a comma?");
        self.warn(value.span, text);
    }

    pub(super) fn lint_assert(&mut self, span: Span, test: &Expr) {
        if matches!(&test.kind, ExprKind::Tuple(items) if !items.is_empty()) {
            self.warn(span, "assertion is always true, perhaps remove parentheses?");
        }
    }
}

/// The type of a literal that `is` must not be used with.
fn literal_type(expr: &Expr) -> Option<&'static str> {
    match &expr.kind {
        ExprKind::Constant(Constant::None | Constant::True | Constant::False | Constant::Ellipsis) => None,
        ExprKind::Constant(constant) => Some(constant_type(constant)),
        ExprKind::Tuple(_) => Some("tuple"),
        _ => None,
    }
}

fn constant_type(constant: &Constant) -> &'static str {
    match constant {
        Constant::None => "NoneType",
        Constant::True | Constant::False => "bool",
        Constant::Ellipsis => "ellipsis",
        Constant::Int(_) | Constant::BigInt(_) => "int",
        Constant::Float(_) => "float",
        Constant::Imaginary(_) => "complex",
        Constant::Str(_) => "str",
        Constant::Bytes(_) => "bytes",
    }
}
