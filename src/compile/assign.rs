//! Assignment: targets, unpacking, augmented assignment, `del`.

use super::{Compiler, DiagCode, Diagnostic, Dst, Res};
use crate::bytecode::{Const, Op};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Operator};

fn is_starred(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Starred(_))
}

fn items(expr: &Expr) -> Option<&[Expr]> {
    match &expr.kind {
        ExprKind::Tuple(items) | ExprKind::List(items) => Some(items),
        _ => None,
    }
}

/// A value of a tuple display on its way to its target.
enum Moving {
    Constant(Const),
    Register(u16),
}

impl<'a> Compiler<'a> {
    pub(super) fn assign(&mut self, targets: &'a [Expr], value: &'a Expr) -> Res {
        let mark = self.frame.top;
        if let [target] = targets {
            if let (Some(left), Some(right)) = (items(target), items(value))
                && left.len() == right.len()
                && left.len() <= 16
                && !left.iter().chain(right).any(is_starred)
            {
                self.assign_in_parallel(left, right)?;
                self.frame.release(mark);
                return Ok(());
            }
            if let ExprKind::Name(name) = &target.kind {
                return self.assign_name(name, target.span, value);
            }
        }
        let plain = targets.iter().all(|target| items(target).is_none());
        let first_local = match targets.first().map(|target| &target.kind) {
            Some(ExprKind::Name(name)) if plain && targets.len() > 1 => self.local(name),
            _ => None,
        };
        let register = match first_local {
            Some(local) if !self.frame.walrus.contains(local) => self.value(value, Dst::Into(local))?,
            _ if targets.len() > 1 => self.value(value, Dst::Push)?,
            _ => self.operand(value)?,
        };
        for (at, target) in targets.iter().enumerate() {
            if at + 1 < targets.len() && self.frame.is_temp(register) {
                self.store_copy(target, register)?;
            } else {
                self.store_target(target, register)?;
            }
        }
        self.frame.release(mark);
        Ok(())
    }

    /// Stores to a target and keeps the temporary for the next one.
    fn store_copy(&mut self, target: &'a Expr, register: u16) -> Res {
        match &target.kind {
            ExprKind::Name(name) => {
                if let Some(local) = self.local(name) {
                    self.frame.emit(target.span, Op::Move, 0, local, register, 0);
                    return Ok(());
                }
                self.store_target(target, register)
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                let mark = self.frame.top;
                self.unpack(target.span, items, register, false)?;
                self.frame.release(mark);
                Ok(())
            }
            _ => self.store_value(target, register, false),
        }
    }

    /// `a, b = x, y` without a tuple: all values first, then the targets from left to right.
    fn assign_in_parallel(&mut self, targets: &'a [Expr], values: &'a [Expr]) -> Res {
        let locals: Vec<Option<u16>> = targets
            .iter()
            .map(|target| match &target.kind {
                ExprKind::Name(name) => self.local(name),
                _ => None,
            })
            .collect();
        let mut moving = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            if let Some(constant) = self.fold(value) {
                moving.push(Moving::Constant(constant));
                continue;
            }
            // A local can be read where it is, unless an earlier target is that local or may hold it.
            if let ExprKind::Name(name) = &value.kind
                && let Some(local) = self.local(name)
                && !locals[..at].contains(&Some(local))
                && targets[..at].iter().all(|target| items(target).is_none())
            {
                moving.push(Moving::Register(self.operand(value)?));
                continue;
            }
            moving.push(Moving::Register(self.value(value, Dst::Push)?));
        }
        for (target, value) in targets.iter().zip(moving) {
            match value {
                Moving::Register(register) => self.store_target(target, register)?,
                Moving::Constant(constant) => {
                    let mark = self.frame.top;
                    if let ExprKind::Name(name) = &target.kind
                        && let Some(local) = self.local(name)
                    {
                        self.frame.load_const(target.span, local, constant);
                    } else {
                        let register = self.constant(target.span, constant, Dst::Push);
                        self.store_target(target, register)?;
                    }
                    self.frame.release(mark);
                }
            }
        }
        Ok(())
    }

    /// Stores a register's value to a target; a temporary is needed no more.
    pub(super) fn store_target(&mut self, target: &'a Expr, value: u16) -> Res {
        self.store_value(target, value, self.frame.is_temp(value))
    }

    fn store_value(&mut self, target: &'a Expr, value: u16, take: bool) -> Res {
        let mark = self.frame.top;
        match &target.kind {
            ExprKind::Name(name) => self.store(name, value, target.span),
            ExprKind::Attribute { value: object, attr } => {
                let object = self.operand(object)?;
                let name = self.mangled(&attr.name);
                self.site_n(target.span, Op::StoreAttr, u8::from(take), object, value, &name);
                if take {
                    self.frame.taken(value, 1);
                }
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.operand(object)?;
                let index = self.operand(index)?;
                self.frame.emit(target.span, Op::SetItem, u8::from(take), object, index, value);
                if take {
                    self.frame.taken(value, 1);
                }
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => self.unpack(target.span, items, value, take)?,
            _ => return Err(self.unsupported(target.span, "this target of an assignment")),
        }
        self.frame.release(mark);
        Ok(())
    }

    /// Unpacks into targets; with `drop` a temporary that is unpacked is given up.
    fn unpack(&mut self, span: Span, targets: &'a [Expr], value: u16, drop: bool) -> Res {
        let star = targets.iter().position(is_starred);
        let before = star.unwrap_or(targets.len());
        let after = targets.len() - before - usize::from(star.is_some());
        self.check_unpacking(span, star.is_some(), before, after)?;
        let straight = self.consecutive_locals(targets).filter(|&first| {
            // The source must not be among the registers that are written.
            !(usize::from(first)..usize::from(first) + targets.len()).contains(&usize::from(value))
        });
        let first = match straight {
            Some(first) => first,
            None => self.frame.push_many(targets.len().max(1)),
        };
        match star {
            Some(_) => self.frame.emit(span, Op::UnpackEx, before as u8, first, value, after as u16),
            None if before > 255 => self.frame.emit(span, Op::UnpackMany, 0, first, value, before as u16),
            None => {
                let dropped = drop && self.frame.is_temp(value);
                self.frame.emit(span, Op::Unpack, before as u8, first, value, u16::from(dropped));
                if dropped {
                    self.frame.taken(value, 1);
                }
            }
        }
        self.frame.written(first, targets.len());
        if straight.is_none() {
            for (at, target) in targets.iter().enumerate() {
                let target = match &target.kind {
                    ExprKind::Starred(inner) => inner,
                    _ => target,
                };
                self.store_target(target, first + at as u16)?;
            }
        }
        Ok(())
    }

    /// Whether an instruction can unpack so many items before and behind a star, or without one.
    pub(super) fn check_unpacking(&self, span: Span, star: bool, before: usize, after: usize) -> Res {
        /// Registers are numbered by 16 bits.
        const MOST: usize = 30_000;
        if star && before > 255 {
            let text = "too many expressions in star-unpacking assignment";
            return Err(Box::new(Diagnostic::error(DiagCode::INVALID_SYNTAX, text, span, self.source.clone())));
        }
        if before + after > MOST { Err(self.too_large("targets")) } else { Ok(()) }
    }

    /// The first register, where all targets are locals in consecutive registers.
    fn consecutive_locals(&self, targets: &'a [Expr]) -> Option<u16> {
        let local = |target: &'a Expr| match &target.kind {
            ExprKind::Name(name) => self.local(name),
            ExprKind::Starred(inner) => match &inner.kind {
                ExprKind::Name(name) => self.local(name),
                _ => None,
            },
            _ => None,
        };
        let first = local(targets.first()?)?;
        let follows = targets.iter().enumerate().all(|(at, target)| local(target) == Some(first + at as u16));
        follows.then_some(first)
    }

    /// `target op= value`.
    pub(super) fn augmented(&mut self, span: Span, target: &'a Expr, op: Operator, value: &'a Expr) -> Res {
        let mark = self.frame.top;
        match &target.kind {
            ExprKind::Name(name) => {
                if let Some(local) = self.local(name) {
                    let left = self.operand(target)?;
                    self.operate(span, (left, op, value), 1, mark, Dst::Into(local))?;
                } else {
                    let left = self.load(name, target.span, Dst::Push);
                    let result = self.operate(span, (left, op, value), 1, mark, Dst::Push)?;
                    self.store(name, result, target.span);
                }
            }
            ExprKind::Attribute { value: object, attr } => {
                let object = self.operand(object)?;
                let name = self.mangled(&attr.name);
                let left = self.frame.push();
                self.site(target.span, Op::LoadAttr, left, object, &name);
                let result = self.operate(span, (left, op, value), 1, left, Dst::Push)?;
                self.site_n(target.span, Op::StoreAttr, u8::from(self.frame.is_temp(result)), object, result, &name);
                self.frame.taken_if_temp(result);
            }
            ExprKind::Subscript { value: object, index } => {
                let object = self.operand(object)?;
                let index = self.operand(index)?;
                let left = self.frame.push();
                self.frame.emit(target.span, Op::GetItem, 0, left, object, index);
                let result = self.operate(span, (left, op, value), 1, left, Dst::Push)?;
                self.frame.emit(target.span, Op::SetItem, u8::from(self.frame.is_temp(result)), object, index, result);
                self.frame.taken_if_temp(result);
            }
            _ => return Err(self.unsupported(target.span, "this target of an augmented assignment")),
        }
        self.frame.release(mark);
        Ok(())
    }

    pub(super) fn delete(&mut self, target: &'a Expr) -> Res {
        let mark = self.frame.top;
        match &target.kind {
            ExprKind::Name(name) => self.delete_name(name, target.span),
            ExprKind::Attribute { value, attr } => {
                let object = self.operand(value)?;
                let name = self.mangled(&attr.name);
                self.site(target.span, Op::DeleteAttr, object, 0, &name);
            }
            ExprKind::Subscript { value, index } => {
                let object = self.operand(value)?;
                let index = self.operand(index)?;
                self.frame.emit(target.span, Op::DeleteItem, 0, object, index, 0);
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().try_for_each(|item| self.delete(item))?,
            _ => return Err(self.unsupported(target.span, "this target of del")),
        }
        self.frame.release(mark);
        self.frame.flush();
        Ok(())
    }

    /// `target: annotation = value`; the annotation belongs to the body's annotation function.
    pub(super) fn annotated(&mut self, target: &'a Expr, value: Option<&'a Expr>) -> Res {
        match (value, &target.kind) {
            (Some(value), ExprKind::Name(name)) => self.assign_name(name, target.span, value),
            (Some(value), _) => {
                let mark = self.frame.top;
                let register = self.operand(value)?;
                self.store_target(target, register)?;
                self.frame.release(mark);
                Ok(())
            }
            (None, ExprKind::Attribute { value, .. }) => self.discard(value),
            (None, ExprKind::Subscript { value, index }) => {
                self.discard(value)?;
                self.discard(index)
            }
            (None, _) => Ok(()),
        }
    }
}
