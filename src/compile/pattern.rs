//! Patterns of `match`.

use super::emit::Label;
use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Instr, Op};
use crate::source::Span;
use crate::syntax::ast::{Constant, Expr, Ident, Pattern, PatternKind};

/// Names with the registers that their values wait in.
pub(super) type Captures<'a> = Vec<(&'a Ident, u16)>;

impl<'a> Compiler<'a> {
    /// Tests a register against a pattern: goes on where it matches, to `fail` where not. Registers that captures wait in stay
    /// pushed.
    pub(super) fn pattern(&mut self, pattern: &'a Pattern, subject: u16, fail: Label, captures: &mut Captures<'a>) -> Res {
        let span = pattern.span;
        match &pattern.kind {
            PatternKind::Value(value) => self.value_pattern(span, value, subject, false, fail),
            PatternKind::Singleton(Constant::None) => {
                self.branch_none(span, subject, false, fail);
                Ok(())
            }
            PatternKind::Singleton(constant) => {
                let mark = self.frame.top;
                let value = self.constant(span, super::fold::literal(constant), Dst::Push);
                self.frame.release(mark);
                self.frame.branch(span, Instr::new(Op::JumpIs, 0, subject, value, 0), fail);
                Ok(())
            }
            PatternKind::As { pattern, name } => {
                if let Some(inner) = pattern {
                    self.pattern(inner, subject, fail, captures)?;
                }
                captures.extend(name.as_ref().map(|name| (name, subject)));
                Ok(())
            }
            PatternKind::Star(name) => {
                captures.extend(name.as_ref().map(|name| (name, subject)));
                Ok(())
            }
            PatternKind::Sequence(items) => self.sequence_pattern(span, items, subject, fail, captures),
            PatternKind::Mapping { items, rest } => self.mapping_pattern(span, (items, rest.as_ref()), subject, fail, captures),
            PatternKind::Class { cls, patterns, keywords } => {
                self.class_pattern(span, (cls, patterns, keywords), subject, fail, captures)
            }
            PatternKind::Or(items) => self.or_pattern(span, items, subject, fail, captures),
        }
    }

    /// Jumps to `target` where equality with the value is `sense`.
    fn value_pattern(&mut self, span: Span, value: &'a Expr, subject: u16, sense: bool, target: Label) -> Res {
        let mark = self.frame.top;
        let short = match self.fold(value) {
            Some(constant @ (Const::Int(_) | Const::Float(_) | Const::Str(_))) => self.frame.emitter.short_constant(constant),
            _ => None,
        };
        let instr = match short {
            Some(at) => Instr::new(Op::JumpEqK, u8::from(sense), subject, at, 0),
            None => Instr::new(Op::JumpEq, u8::from(sense), subject, self.operand(value)?, 0),
        };
        self.frame.release(mark);
        self.frame.branch(span, instr, target);
        Ok(())
    }

    /// Emits a test that writes a bool into a temporary, and the jump by it.
    fn test(&mut self, span: Span, op: Op, subject: u16, fail: Label) {
        let register = self.frame.push();
        self.frame.emit(span, op, 0, register, subject, 0);
        self.frame.release(register);
        self.frame.branch(span, Instr::wide(Op::JumpIf, 0b10, register, 0), fail);
    }

    /// Compares a length with a constant.
    fn test_length(&mut self, span: Span, op: Op, length: u16, with: usize, fail: Label) {
        let at = self.frame.emitter.forced_constant(Const::Int(with as i64));
        self.frame.branch(span, Instr::new(op, 0, length, at, 0), fail);
    }

    fn sequence_pattern(
        &mut self,
        span: Span,
        items: &'a [Pattern],
        subject: u16,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Res {
        self.test(span, Op::MatchSequence, subject, fail);
        let star = items.iter().position(|item| matches!(item.kind, PatternKind::Star(_)));
        let fixed = items.len() - usize::from(star.is_some());
        if star.is_some() && fixed == 0 && matches!(items[0].kind, PatternKind::Star(None)) {
            return Ok(());
        }
        let length = self.frame.push();
        self.frame.emit(span, Op::GetLen, 0, length, subject, 0);
        let op = if star.is_some() { Op::JumpGeK } else { Op::JumpEqK };
        self.test_length(span, op, length, fixed, fail);
        match star {
            Some(at) if matches!(items[at].kind, PatternKind::Star(None)) => {
                self.items_by_index(items, at, subject, length, fail, captures)
            }
            _ => {
                self.frame.release(length);
                self.unpacked_patterns(span, items, star, subject, fail, captures)
            }
        }
    }

    /// Items around `*_`: each is fetched by its index.
    fn items_by_index(
        &mut self,
        items: &'a [Pattern],
        star: usize,
        subject: u16,
        length: u16,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Res {
        for (at, item) in items.iter().enumerate() {
            if at == star || matches!(item.kind, PatternKind::As { pattern: None, name: None }) {
                continue;
            }
            let value = self.frame.push();
            if at < star {
                let index = self.frame.emitter.forced_constant(Const::Int(at as i64));
                self.frame.emit(item.span, Op::GetItemK, 0, value, subject, index);
            } else {
                let back = self.frame.emitter.forced_constant(Const::Int((items.len() - at) as i64));
                self.frame.emit(item.span, Op::SubK, 0, value, length, back);
                self.frame.emit(item.span, Op::GetItem, 0, value, subject, value);
            }
            self.pattern(item, value, fail, captures)?;
        }
        Ok(())
    }

    /// Unpacks a register into so many.
    fn unpack_exactly(&mut self, span: Span, first: u16, source: u16, count: usize) {
        match u8::try_from(count) {
            Ok(n) => self.frame.emit(span, Op::Unpack, n, first, source, 0),
            Err(_) => self.frame.emit(span, Op::UnpackMany, 0, first, source, count as u16),
        }
    }

    /// Unpacks a register into temporaries and tests each.
    fn unpacked_patterns(
        &mut self,
        span: Span,
        items: &'a [Pattern],
        star: Option<usize>,
        source: u16,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Res {
        if items.is_empty() {
            return Ok(());
        }
        let before = star.unwrap_or(items.len());
        self.check_unpacking(span, star.is_some(), before, items.len() - before)?;
        let first = self.frame.push_many(items.len());
        match star {
            Some(at) => self.frame.emit(span, Op::UnpackEx, before as u8, first, source, (items.len() - at - 1) as u16),
            None => self.unpack_exactly(span, first, source, items.len()),
        }
        self.frame.written(first, items.len());
        for (at, item) in items.iter().enumerate() {
            self.pattern(item, first + at as u16, fail, captures)?;
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        span: Span,
        (items, rest): (&'a [(Expr, Pattern)], Option<&'a Ident>),
        subject: u16,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Res {
        self.test(span, Op::MatchMapping, subject, fail);
        if items.is_empty() && rest.is_none() {
            return Ok(());
        }
        if !items.is_empty() {
            let length = self.frame.push();
            self.frame.emit(span, Op::GetLen, 0, length, subject, 0);
            self.frame.release(length);
            self.test_length(span, Op::JumpGeK, length, items.len(), fail);
        }
        let keys = self.frame.top;
        for (key, _) in items {
            self.value(key, Dst::Push)?;
        }
        self.frame.release(keys);
        self.frame.push();
        self.frame.taken(keys, items.len());
        self.frame.emit(span, Op::BuildTuple, 0, keys, keys, items.len() as u16);
        let values = self.frame.push();
        self.frame.emit(span, Op::MatchKeys, 0, values, subject, keys);
        self.branch_none(span, values, true, fail);
        self.check_unpacking(span, false, items.len(), 0)?;
        let first = self.frame.push_many(items.len());
        if !items.is_empty() {
            self.unpack_exactly(span, first, values, items.len());
            self.frame.written(first, items.len());
        }
        if let Some(rest) = rest {
            let others = self.frame.push();
            self.frame.emit(span, Op::MatchRest, 0, others, subject, keys);
            captures.push((rest, others));
        }
        for (at, (_, item)) in items.iter().enumerate() {
            self.pattern(item, first + at as u16, fail, captures)?;
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        span: Span,
        (class, patterns, keywords): (&'a Expr, &'a [Pattern], &'a [(Ident, Pattern)]),
        subject: u16,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Res {
        let Ok(positional) = u8::try_from(patterns.len()) else {
            return Err(self.unsupported(span, "more than 255 positional patterns in one of a class"));
        };
        let count = patterns.len() + keywords.len();
        self.check_unpacking(span, false, count, 0)?;
        let window = self.value(class, Dst::Push)?;
        let names = keywords.iter().map(|(name, _)| Const::Str(self.mangled(&name.name).as_ref().into())).collect();
        self.constant(span, Const::Tuple(names), Dst::Push);
        let values = self.frame.push();
        self.frame.emit(span, Op::MatchClass, positional, values, subject, window);
        self.branch_none(span, values, true, fail);
        if count == 0 {
            return Ok(());
        }
        let first = self.frame.push_many(count);
        self.unpack_exactly(span, first, values, count);
        self.frame.written(first, count);
        let items = patterns.iter().chain(keywords.iter().map(|(_, item)| item));
        for (at, item) in items.enumerate() {
            self.pattern(item, first + at as u16, fail, captures)?;
        }
        Ok(())
    }

    /// Alternatives bind the same names; each moves its captures to the registers that all share.
    fn or_pattern(&mut self, span: Span, items: &'a [Pattern], subject: u16, fail: Label, captures: &mut Captures<'a>) -> Res {
        let mut names = Vec::new();
        if let Some(first) = items.first() {
            bound_names(first, &mut names);
        }
        let shared = self.frame.push_many(names.len());
        let matched = self.frame.label();
        for (at, item) in items.iter().enumerate() {
            let mark = self.frame.top;
            let last = at + 1 == items.len();
            if let (PatternKind::Value(value), false) = (&item.kind, last) {
                self.value_pattern(item.span, value, subject, true, matched)?;
                continue;
            }
            let next = if last { fail } else { self.frame.label() };
            let mut own = Vec::new();
            self.pattern(item, subject, next, &mut own)?;
            for (name, register) in own {
                if let Some(at) = names.iter().position(|known| known.name == name.name) {
                    self.frame.emit(span, Op::Move, 0, shared + at as u16, register, 0);
                }
            }
            self.frame.release(mark);
            if !last {
                self.frame.jump(span, matched);
                self.frame.bind(next);
            }
        }
        self.frame.bind(matched);
        captures.extend(names.into_iter().enumerate().map(|(at, name)| (name, shared + at as u16)));
        Ok(())
    }
}

/// The names that a pattern binds.
fn bound_names<'a>(pattern: &'a Pattern, names: &mut Vec<&'a Ident>) {
    match &pattern.kind {
        PatternKind::Value(_) | PatternKind::Singleton(_) => {}
        PatternKind::Sequence(items) => items.iter().for_each(|item| bound_names(item, names)),
        PatternKind::Or(items) => items.iter().take(1).for_each(|item| bound_names(item, names)),
        PatternKind::Mapping { items, rest } => {
            items.iter().for_each(|(_, item)| bound_names(item, names));
            names.extend(rest);
        }
        PatternKind::Class { patterns, keywords, .. } => {
            patterns.iter().for_each(|item| bound_names(item, names));
            keywords.iter().for_each(|(_, item)| bound_names(item, names));
        }
        PatternKind::Star(name) => names.extend(name),
        PatternKind::As { pattern, name } => {
            if let Some(inner) = pattern {
                bound_names(inner, names);
            }
            names.extend(name);
        }
    }
}
