//! Truth: conditions as jumps, `and`, `or`.

use super::emit::Label;
use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Instr, Op};
use crate::syntax::ast::{BoolOp, Expr, ExprKind, UnaryOp};

/// The truth of a constant.
pub(super) fn truth(constant: &Const) -> bool {
    match constant {
        Const::None => false,
        Const::Bool(value) => *value,
        Const::Int(value) => *value != 0,
        Const::Float(value) | Const::Imaginary(value) => *value != 0.0,
        Const::Str(text) => !text.is_empty(),
        Const::Bytes(bytes) => !bytes.is_empty(),
        Const::Tuple(items) | Const::FrozenSet(items) => !items.is_empty(),
        Const::Ellipsis | Const::BigInt(_) | Const::Code(_) => true,
    }
}

impl<'a> Compiler<'a> {
    /// Jumps to `target` where the expression's truth is `sense`, else goes on.
    pub(super) fn branch(&mut self, expr: &'a Expr, sense: bool, target: Label) -> Res {
        let span = expr.span;
        if let Some(constant) = self.fold(expr) {
            if truth(&constant) == sense {
                self.frame.jump(span, target);
            }
            return Ok(());
        }
        match &expr.kind {
            ExprKind::UnaryOp { op: UnaryOp::Not, operand } => self.branch(operand, !sense, target),
            ExprKind::BoolOp { op, values } => self.bool_branch(*op, values, sense, target),
            ExprKind::Compare { left, rest } => self.compare_branch(span, left, rest, sense, target),
            _ => {
                let mark = self.frame.top;
                let register = self.immediate(expr)?;
                self.frame.release(mark);
                let temporary = self.frame.is_temp(register);
                if temporary {
                    self.frame.taken(register, 1);
                }
                let n = u8::from(sense) | u8::from(temporary) << 1;
                self.frame.branch(span, Instr::wide(Op::JumpIf, n, register, 0), target);
                Ok(())
            }
        }
    }

    fn bool_branch(&mut self, op: BoolOp, values: &'a [Expr], sense: bool, target: Label) -> Res {
        let Some((last, first)) = values.split_last() else { return Ok(()) };
        // The truth of one value that settles the whole.
        let settles = op == BoolOp::Or;
        if settles == sense {
            first.iter().try_for_each(|value| self.branch(value, sense, target))?;
            return self.branch(last, sense, target);
        }
        let skip = self.frame.label();
        first.iter().try_for_each(|value| self.branch(value, settles, skip))?;
        self.branch(last, sense, target)?;
        self.frame.bind(skip);
        Ok(())
    }

    /// `a and b` as a value.
    pub(super) fn bool_op(&mut self, op: BoolOp, values: &'a [Expr], dst: Dst) -> Res<u16> {
        let Some((last, first)) = values.split_last() else { return Ok(self.frame.push()) };
        let mark = self.frame.top;
        let end = self.frame.label();
        let settles = u8::from(op == BoolOp::Or);
        for value in first {
            let register = self.value(value, Dst::Push)?;
            self.frame.branch(value.span, Instr::wide(Op::JumpIf, settles, register, 0), end);
            self.frame.release(mark);
        }
        let result = self.value(last, Dst::Push)?;
        self.frame.bind(end);
        Ok(self.deliver(last.span, mark, result, dst))
    }
}
