//! Displays: tuples, lists, sets, dicts.

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Op};
use crate::source::Span;
use crate::syntax::ast::{DictItem, Expr, ExprKind};

/// From how many items on a display is built in parts, so that a long one doesn't need as many registers.
const CHUNK: usize = 64;

fn has_star(items: &[Expr]) -> bool {
    items.iter().any(|item| matches!(item.kind, ExprKind::Starred(_)))
}

impl<'a> Compiler<'a> {
    pub(super) fn tuple(&mut self, span: Span, items: &'a [Expr], dst: Dst) -> Res<u16> {
        if has_star(items) || items.len() > CHUNK {
            let mark = self.frame.top;
            let list = self.extended(span, Op::BuildList, items)?;
            let into = self.finish(mark, dst);
            self.frame.emit(span, Op::ListToTuple, 0, into, list, 0);
            return Ok(into);
        }
        self.build(span, Op::BuildTuple, items, dst)
    }

    pub(super) fn list(&mut self, span: Span, items: &'a [Expr], dst: Dst) -> Res<u16> {
        self.collection(span, Op::BuildList, items, dst)
    }

    pub(super) fn set(&mut self, span: Span, items: &'a [Expr], dst: Dst) -> Res<u16> {
        self.collection(span, Op::BuildSet, items, dst)
    }

    fn collection(&mut self, span: Span, op: Op, items: &'a [Expr], dst: Dst) -> Res<u16> {
        if has_star(items) || items.len() > CHUNK {
            let mark = self.frame.top;
            let built = self.extended(span, op, items)?;
            return Ok(self.deliver(span, mark, built, dst));
        }
        // CPython builds a set of three constants or more from a frozenset, and the order of its table follows from that.
        let few = if op == Op::BuildSet { 2 } else { 3 };
        if items.len() > few
            && let Some(constants) = items.iter().map(|item| self.fold(item)).collect::<Option<Box<[Const]>>>()
        {
            let mark = self.frame.top;
            let built = self.frame.push();
            self.frame.emit(span, op, 0, built, built, 0);
            self.append_constants(span, op, built, constants);
            return Ok(self.deliver(span, mark, built, dst));
        }
        self.build(span, op, items, dst)
    }

    /// Pushes all items and builds.
    fn build(&mut self, span: Span, op: Op, items: &'a [Expr], dst: Dst) -> Res<u16> {
        let first = self.push_all(items)?;
        let into = self.finish(first, dst);
        self.frame.taken(first, items.len());
        // Of nothing, the first register may not even exist.
        let first = if items.is_empty() { into } else { first };
        self.frame.emit(span, op, 0, into, first, items.len() as u16);
        Ok(into)
    }

    /// Pushes the values of expressions; the first register.
    pub(super) fn push_all(&mut self, items: &'a [Expr]) -> Res<u16> {
        let first = self.frame.top;
        for item in items {
            self.value(item, Dst::Push)?;
        }
        Ok(first)
    }

    fn append_constants(&mut self, span: Span, op: Op, built: u16, constants: Box<[Const]>) {
        let mark = self.frame.top;
        let (constant, extend) = match op {
            Op::BuildSet => (Const::FrozenSet(constants), Op::SetUpdate),
            _ => (Const::Tuple(constants), Op::ListExtend),
        };
        let items = self.constant(span, constant, Dst::Push);
        self.frame.emit(span, extend, 0, built, items, 0);
        self.frame.release(mark);
    }

    /// Builds a list or set piece by piece in the next temporary.
    pub(super) fn extended(&mut self, span: Span, op: Op, items: &'a [Expr]) -> Res<u16> {
        let (append, extend) = if op == Op::BuildSet { (Op::SetAdd, Op::SetUpdate) } else { (Op::ListAppend, Op::ListExtend) };
        let star = items.iter().position(|item| matches!(item.kind, ExprKind::Starred(_))).unwrap_or(items.len());
        let head = star.min(CHUNK);
        let built = self.build(span, op, &items[..head], Dst::Push)?;
        let constants: Option<Box<[Const]>> = items[head..].iter().map(|item| self.fold(item)).collect();
        if let Some(constants) = constants.filter(|constants| !constants.is_empty()) {
            self.append_constants(span, op, built, constants);
            return Ok(built);
        }
        for item in &items[head..] {
            let mark = self.frame.top;
            match &item.kind {
                ExprKind::Starred(inner) => {
                    let register = self.operand(inner)?;
                    self.frame.emit(span, extend, 0, built, register, 0);
                }
                _ => {
                    let register = self.operand(item)?;
                    self.frame.emit(item.span, append, 0, built, register, 0);
                }
            }
            self.frame.release(mark);
        }
        Ok(built)
    }

    pub(super) fn dict(&mut self, span: Span, items: &'a [DictItem], dst: Dst) -> Res<u16> {
        let plain = items.iter().take(CHUNK / 2).take_while(|item| item.key.is_some()).count();
        let first = self.frame.top;
        for item in &items[..plain] {
            if let Some(key) = &item.key {
                self.value(key, Dst::Push)?;
            }
            self.value(&item.value, Dst::Push)?;
        }
        if plain == items.len() {
            let into = self.finish(first, dst);
            self.frame.taken(first, 2 * plain);
            let first = if plain == 0 { into } else { first };
            self.frame.emit(span, Op::BuildDict, 0, into, first, plain as u16);
            return Ok(into);
        }
        let built = self.finish(first, Dst::Push);
        self.frame.taken(first, 2 * plain);
        self.frame.emit(span, Op::BuildDict, 0, built, first, plain as u16);
        for item in &items[plain..] {
            let mark = self.frame.top;
            match &item.key {
                Some(key) => {
                    let key = self.operand(key)?;
                    let value = self.operand(&item.value)?;
                    self.frame.emit(span, Op::DictSet, 0, built, key, value);
                }
                None => {
                    let mapping = self.operand(&item.value)?;
                    self.frame.emit(span, Op::DictUpdate, 0, built, mapping, 0);
                }
            }
            self.frame.release(mark);
        }
        Ok(self.deliver(span, first, built, dst))
    }
}
