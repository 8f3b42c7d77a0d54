//! Constant folding, as far as it can't change a result or an error.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::Compiler;
use super::boolean::truth;
use crate::bytecode::Const;
use crate::syntax::ast::{Constant, Expr, ExprKind, Operator, StrPart, UnaryOp};

/// Longest string or bytes that folding makes.
const MAX_TEXT: usize = 4096;
/// Longest tuple that repetition makes.
const MAX_ITEMS: usize = 256;
/// Bits of the largest int that multiplication, power and shift make.
const MAX_BITS: u64 = 128;
/// Ints up to this size are floats without loss.
const EXACT: i64 = 1 << 53;

/// A literal as a constant.
pub(super) fn literal(constant: &Constant) -> Const {
    match constant {
        Constant::None => Const::None,
        Constant::True => Const::Bool(true),
        Constant::False => Const::Bool(false),
        Constant::Ellipsis => Const::Ellipsis,
        Constant::Int(value) => Const::Int(*value),
        Constant::BigInt(value) => integer(BigInt::clone(value)),
        Constant::Float(value) => Const::Float(*value),
        Constant::Imaginary(value) => Const::Imaginary(*value),
        Constant::Str(text) => Const::Str(text.clone()),
        Constant::Bytes(bytes) => Const::Bytes(bytes.clone()),
    }
}

impl<'a> Compiler<'a> {
    /// The value of an expression that is constant.
    pub(super) fn fold(&self, expr: &Expr) -> Option<Const> {
        match &expr.kind {
            ExprKind::Constant(constant) => Some(literal(constant)),
            ExprKind::Name(name) if name == "__debug__" => Some(Const::Bool(true)),
            ExprKind::UnaryOp { op, operand } => self.fold_once(expr, operand, |operand| unary(*op, &operand)),
            ExprKind::BinOp { left, op, right } => {
                let right = self.fold(right)?;
                self.fold_once(expr, left, |left| binary(*op, &left, &right))
            }
            ExprKind::Tuple(items) => self.fold_items(items).map(Const::Tuple),
            ExprKind::JoinedStr(parts) => match parts.as_slice() {
                [] => Some(Const::Str("".into())),
                [StrPart::Literal { text, .. }] => Some(Const::Str(text.clone())),
                _ => None,
            },
            _ => None,
        }
    }

    /// Folds an operator by its first operand, unless it is known to be no constant: each operator of a chain is asked for once by
    /// every one around it.
    fn fold_once(&self, expr: &Expr, first: &Expr, by: impl FnOnce(Const) -> Option<Const>) -> Option<Const> {
        if !matches!(first.kind, ExprKind::BinOp { .. } | ExprKind::UnaryOp { .. }) {
            return self.fold(first).and_then(by);
        }
        let place = std::ptr::from_ref(expr).addr();
        if self.varying.borrow().contains(&place) {
            return None;
        }
        let folded = self.fold(first).and_then(by);
        if folded.is_none() {
            self.varying.borrow_mut().insert(place);
        }
        folded
    }

    fn fold_items(&self, items: &[Expr]) -> Option<Box<[Const]>> {
        items.iter().map(|item| self.fold(item)).collect()
    }

    /// The constant that serves for a list or set display which is only searched.
    pub(super) fn fold_searched(&self, expr: &Expr) -> Option<Const> {
        match &expr.kind {
            ExprKind::List(items) => self.fold_items(items).map(Const::Tuple),
            ExprKind::Set(items) => self.fold_items(items).map(Const::FrozenSet),
            _ => None,
        }
    }

    /// The constant that serves for a list display which is only iterated over.
    pub(super) fn fold_iterated(&self, expr: &Expr) -> Option<Const> {
        match &expr.kind {
            ExprKind::List(items) => self.fold_items(items).map(Const::Tuple),
            _ => None,
        }
    }
}

fn integer(value: BigInt) -> Const {
    value.to_i64().map_or(Const::BigInt(value), Const::Int)
}

fn big(constant: &Const) -> Option<BigInt> {
    match constant {
        Const::Int(value) => Some(BigInt::from(*value)),
        Const::BigInt(value) => Some(value.clone()),
        _ => None,
    }
}

/// A number as a float, where that loses nothing.
fn float(constant: &Const) -> Option<f64> {
    match constant {
        Const::Float(value) => Some(*value),
        Const::Int(value) if value.unsigned_abs() <= EXACT as u64 => Some(*value as f64),
        _ => None,
    }
}

fn unary(op: UnaryOp, operand: &Const) -> Option<Const> {
    match (op, operand) {
        (UnaryOp::Not, Const::Code(_) | Const::BigInt(_)) => None,
        (UnaryOp::Not, _) => Some(Const::Bool(!truth(operand))),
        (UnaryOp::USub, Const::Float(value)) => Some(Const::Float(-value)),
        (UnaryOp::USub, _) => big(operand).map(|value| integer(-value)),
        (UnaryOp::UAdd, Const::Float(value)) => Some(Const::Float(*value)),
        (UnaryOp::UAdd, _) => big(operand).map(integer),
        (UnaryOp::Invert, _) => big(operand).map(|value| integer(-value - 1)),
    }
}

fn binary(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    if let (Some(left), Some(right)) = (big(left), big(right)) {
        return integers(op, &left, &right);
    }
    match (left, right) {
        (Const::Str(left), Const::Str(right)) if op == Operator::Add && left.len() + right.len() <= MAX_TEXT => {
            Some(Const::Str([&**left, &**right].concat().into()))
        }
        (Const::Bytes(left), Const::Bytes(right)) if op == Operator::Add && left.len() + right.len() <= MAX_TEXT => {
            Some(Const::Bytes([&**left, &**right].concat().into()))
        }
        (sequence, Const::Int(count)) | (Const::Int(count), sequence) if op == Operator::Mult => {
            repeat(sequence, *count).or_else(|| floats(op, left, right))
        }
        _ => floats(op, left, right),
    }
}

fn repeat(sequence: &Const, count: i64) -> Option<Const> {
    let count = usize::try_from(count.max(0)).ok()?;
    let fits = |len: usize, most: usize| len.checked_mul(count).is_some_and(|all| all <= most);
    match sequence {
        Const::Str(text) if fits(text.len(), MAX_TEXT) => Some(Const::Str(text.repeat(count).into())),
        Const::Bytes(bytes) if fits(bytes.len(), MAX_TEXT) => Some(Const::Bytes(bytes.repeat(count).into())),
        Const::Tuple(items) if fits(items.len(), MAX_ITEMS) => {
            Some(Const::Tuple(std::iter::repeat_n(items.iter().cloned(), count).flatten().collect()))
        }
        _ => None,
    }
}

fn floats(op: Operator, left: &Const, right: &Const) -> Option<Const> {
    let (left, right) = (float(left)?, float(right)?);
    Some(Const::Float(match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult => left * right,
        Operator::Div if right != 0.0 => left / right,
        _ => return None,
    }))
}

fn integers(op: Operator, left: &BigInt, right: &BigInt) -> Option<Const> {
    let bits = left.bits();
    Some(integer(match op {
        Operator::Add => left + right,
        Operator::Sub => left - right,
        Operator::Mult if bits + right.bits() <= MAX_BITS => left * right,
        Operator::FloorDiv if !right.is_zero() => left.div_floor(right),
        Operator::Mod if !right.is_zero() => left.mod_floor(right),
        Operator::Pow if !right.is_negative() => {
            let exponent = right.to_u32()?;
            if bits * u64::from(exponent) > MAX_BITS {
                return None;
            }
            left.pow(exponent)
        }
        Operator::LShift => {
            let by = right.to_u64().filter(|by| by + bits <= MAX_BITS)?;
            left << by
        }
        Operator::RShift => left >> right.to_u64()?,
        Operator::BitOr => left | right,
        Operator::BitXor => left ^ right,
        Operator::BitAnd => left & right,
        Operator::Div if !right.is_zero() => {
            let (left, right) = (integer(left.clone()), integer(right.clone()));
            return Some(Const::Float(float(&left)? / float(&right)?));
        }
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_keeps_types_and_errors() {
        let int = Const::Int;
        assert_eq!(binary(Operator::FloorDiv, &int(-7), &int(2)), Some(int(-4)));
        assert_eq!(binary(Operator::Mod, &int(-7), &int(2)), Some(int(1)));
        assert_eq!(binary(Operator::Div, &int(1), &int(0)), None);
        assert_eq!(binary(Operator::Pow, &int(2), &int(1000)), None);
        assert_eq!(binary(Operator::Pow, &int(2), &int(-1)), None);
        assert_eq!(binary(Operator::LShift, &int(1), &int(10)), Some(int(1024)));
        assert_eq!(binary(Operator::Mult, &Const::Str("ab".into()), &int(2)), Some(Const::Str("abab".into())));
        assert_eq!(binary(Operator::Mult, &Const::Float(1.5), &int(2)), Some(Const::Float(3.0)));
        assert_eq!(unary(UnaryOp::Invert, &int(0)), Some(int(-1)));
        assert!(matches!(binary(Operator::Mult, &int(i64::MAX), &int(2)), Some(Const::BigInt(_))));
    }
}
