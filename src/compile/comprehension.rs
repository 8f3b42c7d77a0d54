//! Comprehensions, inlined into the frame around them (PEP 709), and the loops of generator expressions.

use super::blocks::Exit;
use super::{Compiler, Dst, Res};
use crate::bytecode::Op;
use crate::resolve::{Role, ScopeId};
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Generator};

/// What a comprehension does with each element.
#[derive(Clone, Copy)]
enum Collect<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
}

impl<'a> Compiler<'a> {
    pub(super) fn comprehension(&mut self, expr: &'a Expr, dst: Dst) -> Res<u16> {
        let (scope, generators, collect, op) = match &expr.kind {
            ExprKind::ListComp(node) => {
                (self.scope_of(&**node, Role::Body), &node.generators, Collect::List(&node.element), Op::BuildList)
            }
            ExprKind::SetComp(node) => {
                (self.scope_of(&**node, Role::Body), &node.generators, Collect::Set(&node.element), Op::BuildSet)
            }
            ExprKind::DictComp(node) => {
                let parts = Collect::Dict(&node.key, &node.value);
                (self.scope_of(&**node, Role::Body), &node.generators, parts, Op::BuildDict)
            }
            _ => return Err(self.unsupported(expr.span, "this comprehension")),
        };
        let mark = self.frame.top;
        let result = self.frame.push();
        self.frame.emit(expr.span, op, 0, result, result, 0);
        let iterator = match generators.first() {
            Some(first) => self.generator_iterator(first)?,
            None => return Err(self.unsupported(expr.span, "an empty comprehension")),
        };
        let around = std::mem::replace(&mut self.frame.scope, scope);
        self.open_inlined(expr.span, scope);
        let failed = self.frame.label();
        let before = self.frame.flow.clone();
        let guarded = self.is_protected() && !self.scopes.get(scope).inlined.is_empty();
        if guarded {
            self.protect(Exit::Nothing, failed, mark);
        }
        self.generate(generators, Some(iterator), &mut |compiler| compiler.collect(expr.span, result, collect))?;
        if guarded {
            self.leave();
        }
        self.close_inlined(scope);
        if guarded {
            let end = self.frame.label();
            self.frame.jump(expr.span, end);
            self.frame.bind_handler(failed, &before, mark);
            self.close_inlined(scope);
            self.frame.emit(Span::default(), Op::Reraise, 0, mark, 0, 0);
            self.frame.bind(end);
        }
        self.frame.scope = around;
        Ok(self.deliver(expr.span, mark, result, dst))
    }

    /// The variables of an inlined comprehension begin unbound, those in cells with a new cell.
    fn open_inlined(&mut self, span: Span, scope: ScopeId) {
        for &(register, boxed) in &self.scopes.get(scope).inlined {
            if boxed {
                self.frame.emit(span, Op::MakeCell, 0, register, 0, 0);
            }
            self.frame.flow.bound.remove(register);
        }
    }

    fn close_inlined(&mut self, scope: ScopeId) {
        let mut registers: Vec<u16> = self.scopes.get(scope).inlined.iter().map(|&(register, _)| register).collect();
        registers.sort_unstable();
        let span = self.frame.emitter.last_span();
        for run in registers.chunk_by(|a, b| a + 1 == *b) {
            self.frame.emit(span, Op::Clear, 0, run[0], 0, run.len() as u16);
        }
        registers.iter().for_each(|&register| self.frame.flow.bound.remove(register));
    }

    fn collect(&mut self, span: Span, result: u16, collect: Collect<'a>) -> Res {
        let mark = self.frame.top;
        match collect {
            Collect::List(element) => {
                let value = self.operand(element)?;
                self.frame.emit(span, Op::ListAppend, 0, result, value, 0);
            }
            Collect::Set(element) => {
                let value = self.operand(element)?;
                self.frame.emit(span, Op::SetAdd, 0, result, value, 0);
            }
            Collect::Dict(key, value) => {
                let key = self.operand(key)?;
                let value = self.operand(value)?;
                self.frame.emit(span, Op::DictSet, 0, result, key, value);
            }
        }
        // The operands are in the result now; keeping them until the next turn overwrites them keeps nothing alive.
        self.frame.flush();
        self.frame.release(mark);
        Ok(())
    }

    /// Pushes the iterator of a generator's iterable.
    fn generator_iterator(&mut self, generator: &'a Generator) -> Res<u16> {
        if !generator.is_async {
            return self.push_iterator(&generator.iter);
        }
        let mark = self.frame.top;
        let iterable = self.operand(&generator.iter)?;
        let iterator = self.finish(mark, Dst::Push);
        self.frame.emit(generator.iter.span, Op::GetAIter, 0, iterator, iterable, 0);
        Ok(iterator)
    }

    /// The loops of a comprehension around `body`; the iterator of the first one is given.
    pub(super) fn generate(
        &mut self,
        generators: &'a [Generator],
        iterator: Option<u16>,
        body: &mut dyn FnMut(&mut Self) -> Res,
    ) -> Res {
        let Some((generator, rest)) = generators.split_first() else { return body(self) };
        let mark = self.frame.top;
        let iterator = match iterator {
            Some(iterator) => iterator,
            None => self.generator_iterator(generator)?,
        };
        let place = generator.iter.span;
        let (head, exit, skip) = (self.frame.label(), self.frame.label(), self.frame.label());
        self.frame.flush();
        self.frame.bind_head(head);
        let before = self.frame.flow.clone();
        let item = self.frame.top;
        if generator.is_async {
            self.async_next(&generator.target, place, iterator, exit)?;
        } else {
            self.next_into(&generator.target, place, iterator, exit)?;
        }
        for test in &generator.ifs {
            self.branch(test, false, skip)?;
        }
        self.frame.flush();
        self.generate(rest, None, body)?;
        self.frame.bind(skip);
        let left = self.frame.flow.dirty.clone();
        self.frame.jump_back(place, head);
        if generator.is_async {
            self.frame.bind_handler(exit, &before, item);
            self.frame.emit(place, Op::EndAsyncFor, 0, item, 0, 0);
        } else {
            self.frame.bind(exit);
        }
        // What a turn leaves behind is there after the last one too.
        for register in left.iter().filter(|&register| register > iterator) {
            self.frame.flow.soil(register);
        }
        self.frame.release(mark);
        Ok(())
    }
}
