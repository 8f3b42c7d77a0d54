//! The first pass over expressions.

use super::collect::Collector;
use super::error::{Res, problem};
use super::scope::{Flags, ScopeKind};
use super::{ITERATOR, Role};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{Expr, ExprKind, Generator, Keyword, Lambda, StrPart};

impl Collector {
    pub(super) fn exprs(&mut self, exprs: &[Expr]) -> Res {
        exprs.iter().try_for_each(|expr| self.expr(expr))
    }

    pub(super) fn maybe(&mut self, expr: Option<&Expr>) -> Res {
        expr.map_or(Ok(()), |expr| self.expr(expr))
    }

    pub(super) fn expr(&mut self, expr: &Expr) -> Res {
        match &expr.kind {
            ExprKind::Name(name) => {
                self.use_name(name);
                Ok(())
            }
            ExprKind::Constant(_) => Ok(()),
            ExprKind::Attribute { value, .. } => self.expr(value),
            ExprKind::Call { func, args, keywords } => {
                self.lint_call(func);
                self.expr(func)?;
                self.exprs(args)?;
                self.keywords(keywords)
            }
            ExprKind::BinOp { left, right, .. } => {
                self.expr(left)?;
                self.expr(right)
            }
            ExprKind::BoolOp { values, .. } => self.exprs(values),
            ExprKind::UnaryOp { operand, .. } => self.expr(operand),
            ExprKind::Compare { left, rest } => {
                self.lint_compare(expr.span, left, rest);
                self.expr(left)?;
                rest.iter().try_for_each(|(_, right)| self.expr(right))
            }
            ExprKind::Subscript { value, index } => {
                self.lint_subscript(value, index);
                self.expr(value)?;
                self.expr(index)
            }
            ExprKind::Tuple(items) | ExprKind::List(items) | ExprKind::Set(items) => self.exprs(items),
            ExprKind::Dict(items) => items.iter().try_for_each(|item| {
                self.maybe(item.key.as_ref())?;
                self.expr(&item.value)
            }),
            ExprKind::JoinedStr(parts) | ExprKind::TemplateStr(parts) => self.parts(parts),
            ExprKind::Starred(value) => self.expr(value),
            ExprKind::Slice(slice) => {
                self.maybe(slice.lower.as_ref())?;
                self.maybe(slice.upper.as_ref())?;
                self.maybe(slice.step.as_ref())
            }
            ExprKind::IfExp { test, body, orelse } => {
                self.expr(test)?;
                self.expr(body)?;
                self.expr(orelse)
            }
            _ => self.rare(expr),
        }
    }

    fn rare(&mut self, expr: &Expr) -> Res {
        match &expr.kind {
            ExprKind::NamedExpr { target, value } => {
                self.check_lazy(expr.span, "named expression")?;
                self.expr(value)?;
                self.define_walrus(target, expr.span)
            }
            ExprKind::Lambda(lambda) => self.lambda(lambda),
            ExprKind::Await(value) => {
                self.check_await(expr.span, "await")?;
                self.expr(value)
            }
            ExprKind::Yield(value) => {
                self.maybe(value.as_deref())?;
                self.check_yield(expr.span, false)
            }
            ExprKind::YieldFrom(value) => {
                self.expr(value)?;
                self.check_yield(expr.span, true)
            }
            ExprKind::ListComp(node) => {
                self.comprehension(expr.span, "list comprehension", &**node, &node.generators, &[&node.element])
            }
            ExprKind::SetComp(node) => {
                self.comprehension(expr.span, "set comprehension", &**node, &node.generators, &[&node.element])
            }
            ExprKind::DictComp(node) => {
                let parts = [&node.key, &node.value];
                self.comprehension(expr.span, "dict comprehension", &**node, &node.generators, &parts)
            }
            ExprKind::GeneratorExp(node) => {
                self.comprehension(expr.span, "generator expression", &**node, &node.generators, &[&node.element])
            }
            _ => Ok(()),
        }
    }

    fn parts(&mut self, parts: &[StrPart]) -> Res {
        for part in parts {
            if let StrPart::Field(field) = part {
                self.expr(&field.value)?;
                self.parts(field.format_spec.as_deref().unwrap_or_default())?;
            }
        }
        Ok(())
    }

    pub(super) fn keywords(&mut self, keywords: &[Keyword]) -> Res {
        for (at, keyword) in keywords.iter().enumerate() {
            if let Some(arg) = &keyword.arg {
                if arg.name == "__debug__" {
                    return Err(problem(Code::ASSIGNMENT, keyword.span, "cannot assign to __debug__"));
                }
                let same = |other: &&Keyword| other.arg.as_ref().is_some_and(|other| other.name == arg.name);
                if let Some(other) = keywords[at + 1..].iter().find(same) {
                    let text = format!("keyword argument repeated: {}", arg.name);
                    return Err(problem(Code::INVALID_SYNTAX, other.span, text));
                }
            }
            self.expr(&keyword.value)?;
        }
        Ok(())
    }

    fn lambda(&mut self, lambda: &Lambda) -> Res {
        self.defaults(&lambda.params)?;
        let outer = self.open(ScopeKind::Lambda, lambda, Role::Body);
        self.params(&lambda.params)?;
        self.expr(&lambda.body)?;
        self.close(outer);
        Ok(())
    }

    fn comprehension<T>(
        &mut self,
        span: Span,
        name: &'static str,
        node: &T,
        generators: &[Generator],
        elements: &[&Expr],
    ) -> Res {
        let Some(first) = generators.first() else { return Ok(()) };
        self.in_iterable += 1;
        self.expr(&first.iter)?;
        self.in_iterable -= 1;
        let generator = name == "generator expression";
        let kind = if generator { ScopeKind::GeneratorExpr } else { ScopeKind::Comprehension };
        let around = std::mem::replace(&mut self.comprehension_name, name);
        let outer = self.open(kind, node, Role::Body);
        if generator {
            self.define_hidden(ITERATOR, Flags::PARAM);
        }
        self.within(usize::from(!generator), span, |walk| walk.clauses(generators, elements))?;
        let is_async = self.scope().is_async;
        self.close(outer);
        self.comprehension_name = around;
        if is_async && !generator { self.check_async_comprehension(span) } else { Ok(()) }
    }

    /// The clauses of a comprehension behind the first iterable, and what it gives.
    fn clauses(&mut self, generators: &[Generator], elements: &[&Expr]) -> Res {
        for (at, part) in generators.iter().enumerate() {
            if at > 0 {
                self.in_iterable += 1;
                self.expr(&part.iter)?;
                self.in_iterable -= 1;
            }
            if part.is_async {
                self.scope().is_async = true;
            }
            self.target(&part.target)?;
            self.exprs(&part.ifs)?;
        }
        elements.iter().try_for_each(|element| self.expr(element))
    }
}
