//! Unary and binary operators, and their augmented forms.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Op};
use crate::source::Span;
use crate::syntax::ast::{Expr, Operator, UnaryOp};

/// The opcode of an operator.
fn plain(op: Operator) -> Op {
    match op {
        Operator::Add => Op::Add,
        Operator::Sub => Op::Sub,
        Operator::Mult => Op::Mul,
        Operator::MatMult => Op::MatMul,
        Operator::Div => Op::TrueDiv,
        Operator::Mod => Op::Mod,
        Operator::Pow => Op::Pow,
        Operator::LShift => Op::LShift,
        Operator::RShift => Op::RShift,
        Operator::BitOr => Op::BitOr,
        Operator::BitXor => Op::BitXor,
        Operator::BitAnd => Op::BitAnd,
        Operator::FloorDiv => Op::FloorDiv,
    }
}

/// The opcode of an operator with a constant on the right.
fn with_constant(op: Operator) -> Option<Op> {
    Some(match op {
        Operator::Add => Op::AddK,
        Operator::Sub => Op::SubK,
        Operator::Mult => Op::MulK,
        Operator::Div => Op::TrueDivK,
        Operator::FloorDiv => Op::FloorDivK,
        Operator::Mod => Op::ModK,
        Operator::BitAnd => Op::BitAndK,
        Operator::LShift => Op::LShiftK,
        Operator::RShift => Op::RShiftK,
        _ => return None,
    })
}

impl<'a> Compiler<'a> {
    pub(super) fn binary(&mut self, span: Span, left: &'a Expr, op: Operator, right: &'a Expr, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let left = self.operand(left)?;
        self.operate(span, (left, op, right), 0, mark, dst)
    }

    /// `left op right` into `dst`; `augmented` is 1 for `left op= right`.
    pub(super) fn operate(
        &mut self,
        span: Span,
        (left, op, right): (u16, Operator, &'a Expr),
        augmented: u8,
        mark: u16,
        dst: Dst,
    ) -> Res<u16> {
        if let Some(op) = with_constant(op)
            && let Some(constant @ (Const::Int(_) | Const::Float(_))) = self.fold(right)
            && let Some(at) = self.frame.emitter.short_constant(constant)
        {
            let into = self.finish(mark, dst);
            self.frame.emit(span, op, augmented, into, left, at);
            return Ok(into);
        }
        let right = self.operand(right)?;
        let into = self.finish(mark, dst);
        self.frame.emit(span, plain(op), augmented, into, left, right);
        Ok(into)
    }

    pub(super) fn unary(&mut self, span: Span, op: UnaryOp, operand: &'a Expr, dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        let register = self.operand(operand)?;
        let into = self.finish(mark, dst);
        let op = match op {
            UnaryOp::Invert => Op::Invert,
            UnaryOp::Not => Op::Not,
            UnaryOp::UAdd => Op::Positive,
            UnaryOp::USub => Op::Negative,
        };
        self.frame.emit(span, op, 0, into, register, 0);
        Ok(into)
    }
}
