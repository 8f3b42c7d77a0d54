//! Comparisons, as values and as jumps.

use super::emit::Label;
use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Instr, Op};
use crate::source::Span;
use crate::syntax::ast::{CmpOp, Constant, Expr, ExprKind};

/// The opcode that yields a comparison's value, and its `n`.
fn value_op(op: CmpOp) -> (Op, u8) {
    match op {
        CmpOp::Eq => (Op::Eq, 0),
        CmpOp::NotEq => (Op::Ne, 0),
        CmpOp::Lt => (Op::Lt, 0),
        CmpOp::LtE => (Op::Le, 0),
        CmpOp::Gt => (Op::Gt, 0),
        CmpOp::GtE => (Op::Ge, 0),
        CmpOp::Is => (Op::Is, 0),
        CmpOp::IsNot => (Op::Is, 1),
        CmpOp::In => (Op::In, 0),
        CmpOp::NotIn => (Op::In, 1),
    }
}

/// The opcode that jumps by a comparison, the one with a constant on the right, and whether the sense is turned.
fn jump_op(op: CmpOp) -> (Op, Option<Op>, bool) {
    match op {
        CmpOp::Eq => (Op::JumpEq, Some(Op::JumpEqK), false),
        CmpOp::NotEq => (Op::JumpNe, Some(Op::JumpNeK), false),
        CmpOp::Lt => (Op::JumpLt, Some(Op::JumpLtK), false),
        CmpOp::LtE => (Op::JumpLe, Some(Op::JumpLeK), false),
        CmpOp::Gt => (Op::JumpGt, Some(Op::JumpGtK), false),
        CmpOp::GtE => (Op::JumpGe, Some(Op::JumpGeK), false),
        CmpOp::Is => (Op::JumpIs, None, false),
        CmpOp::IsNot => (Op::JumpIs, None, true),
        CmpOp::In => (Op::JumpIn, None, false),
        CmpOp::NotIn => (Op::JumpIn, None, true),
    }
}

/// The operator that compares the operands the other way round.
fn mirrored(op: CmpOp) -> Option<CmpOp> {
    Some(match op {
        CmpOp::Lt => CmpOp::Gt,
        CmpOp::LtE => CmpOp::GtE,
        CmpOp::Gt => CmpOp::Lt,
        CmpOp::GtE => CmpOp::LtE,
        CmpOp::Eq => CmpOp::Eq,
        CmpOp::NotEq => CmpOp::NotEq,
        _ => return None,
    })
}

fn is_none(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Constant(Constant::None))
}

impl<'a> Compiler<'a> {
    /// A comparison's value.
    pub(super) fn compare(&mut self, span: Span, left: &'a Expr, rest: &'a [(CmpOp, Expr)], dst: Dst) -> Res<u16> {
        let mark = self.frame.top;
        if let [(op, right)] = rest {
            let left = self.operand(left)?;
            let right = self.right_operand(*op, right)?;
            let into = self.finish(mark, dst);
            let (op, n) = value_op(*op);
            self.frame.emit(span, op, n, into, left, right);
            return Ok(into);
        }
        let result = self.frame.push();
        let end = self.frame.label();
        let mut left = self.operand(left)?;
        for (at, (op, right)) in rest.iter().enumerate() {
            let right = self.right_operand(*op, right)?;
            let (op, n) = value_op(*op);
            self.frame.emit(span, op, n, result, left, right);
            if at + 1 < rest.len() {
                self.frame.branch(span, Instr::wide(Op::JumpIf, 0, result, 0), end);
            }
            left = right;
        }
        self.frame.bind(end);
        Ok(self.deliver(span, mark, result, dst))
    }

    /// The right operand; a display that is only searched is a constant.
    fn right_operand(&mut self, op: CmpOp, right: &'a Expr) -> Res<u16> {
        if matches!(op, CmpOp::In | CmpOp::NotIn)
            && let Some(constant) = self.fold_searched(right)
        {
            return Ok(self.constant(right.span, constant, Dst::Push));
        }
        self.operand(right)
    }

    /// Jumps to `target` where the comparison's truth is `sense`.
    pub(super) fn compare_branch(
        &mut self,
        span: Span,
        left: &'a Expr,
        rest: &'a [(CmpOp, Expr)],
        sense: bool,
        target: Label,
    ) -> Res {
        let mark = self.frame.top;
        if let [(op, right)] = rest {
            return self.single_branch(span, left, *op, right, sense, target);
        }
        let skip = self.frame.label();
        let mut left = self.operand(left)?;
        for (at, (op, right)) in rest.iter().enumerate() {
            let right = self.right_operand(*op, right)?;
            if at + 1 < rest.len() {
                let out = if sense { skip } else { target };
                self.jump_by(span, *op, left, right, false, out);
            } else {
                self.jump_by(span, *op, left, right, sense, target);
            }
            left = right;
        }
        self.frame.bind(skip);
        self.frame.release(mark);
        Ok(())
    }

    fn jump_by(&mut self, span: Span, op: CmpOp, left: u16, right: u16, sense: bool, target: Label) {
        let (op, _, turned) = jump_op(op);
        let n = u8::from(sense != turned) | self.drops(left, 1) | self.drops(right, 2);
        self.frame.branch(span, Instr::new(op, n, left, right, 0), target);
    }

    /// The bit by which a jump unsets an operand that is a temporary above the stack's top.
    fn drops(&mut self, register: u16, bit: u8) -> u8 {
        let dropped = self.frame.is_temp(register) && register >= self.frame.top;
        if dropped {
            self.frame.taken(register, 1);
        }
        u8::from(dropped) << bit
    }

    fn single_branch(&mut self, span: Span, left: &'a Expr, op: CmpOp, right: &'a Expr, sense: bool, target: Label) -> Res {
        let mark = self.frame.top;
        if matches!(op, CmpOp::Is | CmpOp::IsNot) && is_none(right) {
            let register = self.immediate(left)?;
            self.frame.release(mark);
            let n = u8::from(sense == (op == CmpOp::Is)) | self.drops(register, 1);
            self.frame.branch(span, Instr::wide(Op::JumpIfNone, n, register, 0), target);
            return Ok(());
        }
        if let Some(mirror) = mirrored(op)
            && self.is_plain_local(right)
            && let Some(at) = self.short_operand(op, left)
        {
            let register = self.operand(right)?;
            self.frame.release(mark);
            self.jump_by_constant(span, mirror, register, at, sense, target);
            return Ok(());
        }
        if let Some(at) = self.short_operand(op, right) {
            let register = self.immediate(left)?;
            self.frame.release(mark);
            self.jump_by_constant(span, op, register, at, sense, target);
            return Ok(());
        }
        let register = self.operand(left)?;
        let right = self.right_operand(op, right)?;
        self.frame.release(mark);
        self.jump_by(span, op, register, right, sense, target);
        Ok(())
    }

    fn jump_by_constant(&mut self, span: Span, op: CmpOp, left: u16, at: u16, sense: bool, target: Label) {
        if let (_, Some(op), _) = jump_op(op) {
            let n = u8::from(sense) | self.drops(left, 1);
            self.frame.branch(span, Instr::new(op, n, left, at, 0), target);
        }
    }

    fn is_plain_local(&self, expr: &'a Expr) -> bool {
        matches!(&expr.kind, ExprKind::Name(name) if name != "__debug__" && self.local(name).is_some())
    }

    /// The constant that a comparison can take as its operand: a number, or with `==` and `!=` a string.
    fn short_operand(&mut self, op: CmpOp, expr: &'a Expr) -> Option<u16> {
        jump_op(op).1?;
        let equality = matches!(op, CmpOp::Eq | CmpOp::NotEq);
        match self.fold(expr)? {
            constant @ (Const::Int(_) | Const::Float(_)) => self.frame.emitter.short_constant(constant),
            constant @ Const::Str(_) if equality => self.frame.emitter.short_constant(constant),
            _ => None,
        }
    }
}
