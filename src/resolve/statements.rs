//! The first pass over statements.

use super::Role;
use super::collect::Collector;
use super::error::{Res, problem};
use super::placement::Around;
use super::scope::{Flags, ScopeKind};
use super::{DEFAULTS, FORMAT, GENERIC_BASE, KWDEFAULTS, TYPE_PARAMS};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{
    Alias, ClassDef, Expr, ExprKind, FunctionDef, Ident, Parameters, Stmt, StmtKind, Try, TypeAlias, TypeParam, TypeParamKind,
};

impl Collector {
    pub(super) fn stmt(&mut self, stmt: &Stmt) -> Res {
        match &stmt.kind {
            StmtKind::FunctionDef(def) => self.function(def),
            StmtKind::ClassDef(def) => self.class_def(def),
            StmtKind::Return(value) => {
                self.maybe(value.as_deref())?;
                self.check_return(stmt.span, value.is_some())
            }
            StmtKind::Delete(targets) => targets.iter().try_for_each(|target| self.delete(target)),
            StmtKind::Assign { targets, value } => {
                self.expr(value)?;
                targets.iter().try_for_each(|target| self.target(target))
            }
            StmtKind::TypeAlias(alias) => self.type_alias(alias),
            StmtKind::AugAssign { target, value, .. } => {
                self.expr(target)?;
                self.expr(value)?;
                match &target.kind {
                    ExprKind::Name(name) => self.define(name, target.span, Flags::LOCAL),
                    _ => self.check_attribute_target(target),
                }
            }
            StmtKind::AnnAssign { target, annotation, value, simple } => {
                self.annotated(stmt.span, target, annotation, value.as_deref(), *simple)
            }
            StmtKind::Expr(value) => self.expr(value),
            StmtKind::Raise { exc, cause } => {
                self.maybe(exc.as_deref())?;
                self.maybe(cause.as_deref())
            }
            StmtKind::Assert { test, msg } => {
                self.lint_assert(stmt.span, test);
                self.expr(test)?;
                self.maybe(msg.as_deref())
            }
            StmtKind::Import(names) => names.iter().try_for_each(|alias| self.import(alias)),
            StmtKind::ImportFrom { names, module, .. } => self.import_from(stmt.span, module.as_ref(), names),
            StmtKind::Global(names) => self.directive(names, stmt.span, Flags::GLOBAL),
            StmtKind::Nonlocal(names) => self.directive(names, stmt.span, Flags::NONLOCAL),
            StmtKind::Pass => Ok(()),
            StmtKind::Break => self.check_loop_jump(stmt.span, "break"),
            StmtKind::Continue => self.check_loop_jump(stmt.span, "continue"),
            _ => self.compound(stmt),
        }
    }

    fn compound(&mut self, stmt: &Stmt) -> Res {
        match &stmt.kind {
            StmtKind::For(node) => {
                if node.is_async {
                    self.check_await(stmt.span, "async for")?;
                }
                self.expr(&node.iter)?;
                self.target(&node.target)?;
                self.within(1, stmt.span, |walk| walk.inside(Around::Loop, &node.body))?;
                self.body(&node.orelse)
            }
            StmtKind::While { test, body, orelse } => {
                self.expr(test)?;
                self.within(1, stmt.span, |walk| walk.inside(Around::Loop, body))?;
                self.body(orelse)
            }
            StmtKind::If { test, body, elifs, orelse } => {
                self.expr(test)?;
                self.body(body)?;
                for elif in elifs {
                    self.expr(&elif.test)?;
                    self.body(&elif.body)?;
                }
                self.body(orelse)
            }
            StmtKind::With { is_async, items, body } => {
                if *is_async {
                    self.check_await(stmt.span, "async with")?;
                }
                for item in items {
                    self.expr(&item.context)?;
                    item.target.as_ref().map_or(Ok(()), |target| self.target(target))?;
                }
                self.within(items.len(), stmt.span, |walk| walk.body(body))
            }
            StmtKind::Match { subject, cases } => {
                self.expr(subject)?;
                self.cases(cases)
            }
            StmtKind::Try(node) if node.finalbody.is_empty() => self.try_except(stmt.span, node),
            StmtKind::Try(node) => {
                self.within(1, stmt.span, |walk| walk.try_except(stmt.span, node))?;
                self.within(1, stmt.span, |walk| walk.inside(Around::Finally, &node.finalbody))
            }
            _ => Ok(()),
        }
    }

    fn inside(&mut self, around: Around, body: &[Stmt]) -> Res {
        self.around.push(around);
        let done = self.body(body);
        self.around.pop();
        done
    }

    /// A `try` statement without its `finally`.
    fn try_except(&mut self, span: Span, node: &Try) -> Res {
        self.within(usize::from(!node.handlers.is_empty()), span, |walk| walk.body(&node.body))?;
        for (at, handler) in node.handlers.iter().enumerate() {
            if handler.typ.is_none() && at + 1 < node.handlers.len() {
                return Err(problem(Code::MISPLACED, handler.span, "default 'except:' must be last"));
            }
            self.maybe(handler.typ.as_ref())?;
            if let Some(name) = &handler.name {
                self.define(&name.name, name.span, Flags(Flags::LOCAL.0 | Flags::DELETED.0))?;
            }
            self.within(2, handler.span, |walk| {
                if node.is_star { walk.inside(Around::ExceptStar, &handler.body) } else { walk.body(&handler.body) }
            })?;
        }
        self.body(&node.orelse)
    }

    /// A target of an assignment.
    pub(super) fn target(&mut self, target: &Expr) -> Res {
        match &target.kind {
            ExprKind::Name(name) => {
                let iteration = self.kind() == ScopeKind::Comprehension || self.kind() == ScopeKind::GeneratorExpr;
                let flags = if iteration { Flags::ITERATION } else { Flags::LOCAL };
                self.define(name, target.span, flags)
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => {
                if items.iter().filter(|item| matches!(item.kind, ExprKind::Starred(_))).count() > 1 {
                    let text = "multiple starred expressions in assignment";
                    return Err(problem(Code::ASSIGNMENT, target.span, text));
                }
                items.iter().try_for_each(|item| match &item.kind {
                    ExprKind::Starred(inner) => self.target(inner),
                    _ => self.target(item),
                })
            }
            ExprKind::Starred(_) => {
                let text = "starred assignment target must be in a list or tuple";
                Err(problem(Code::ASSIGNMENT, target.span, text))
            }
            _ => {
                self.check_attribute_target(target)?;
                self.expr(target)
            }
        }
    }

    fn check_attribute_target(&mut self, target: &Expr) -> Res {
        let ExprKind::Attribute { value, attr } = &target.kind else { return Ok(()) };
        if attr.name == "__debug__" {
            return Err(problem(Code::ASSIGNMENT, target.span, "cannot assign to __debug__"));
        }
        if matches!(&value.kind, ExprKind::Name(name) if name == "self") {
            let mut at = Some(self.current);
            while let Some(id) = at {
                let scope = &mut self.scopes[id.index()];
                if scope.kind == ScopeKind::Class {
                    if let Err(place) = scope.static_attributes.binary_search(&attr.name) {
                        scope.static_attributes.insert(place, attr.name.clone());
                    }
                    break;
                }
                at = scope.parent;
            }
        }
        Ok(())
    }

    fn delete(&mut self, target: &Expr) -> Res {
        match &target.kind {
            ExprKind::Name(name) if name == "__debug__" => {
                Err(problem(Code::ASSIGNMENT, target.span, "cannot delete __debug__"))
            }
            ExprKind::Name(name) => {
                // `del x` both reads and binds x, as far as scopes go.
                self.define(name, target.span, Flags(Flags::LOCAL.0 | Flags::DELETED.0))
            }
            ExprKind::Tuple(items) | ExprKind::List(items) => items.iter().try_for_each(|item| self.delete(item)),
            _ => self.expr(target),
        }
    }

    fn annotated(&mut self, span: Span, target: &Expr, annotation: &Expr, value: Option<&Expr>, simple: bool) -> Res {
        self.maybe(value)?;
        match &target.kind {
            ExprKind::Name(name) => {
                let mangled = self.mangled(name);
                let flags = self.scope().flags(&mangled);
                let elsewhere = Flags(Flags::GLOBAL.0 | Flags::NONLOCAL.0);
                if simple && flags.has(elsewhere) && self.kind() != ScopeKind::Module {
                    let word = if flags.has(Flags::GLOBAL) { "global" } else { "nonlocal" };
                    let text = format!("annotated name '{mangled}' can't be {word}");
                    return Err(problem(Code::SCOPE, span, text));
                }
                if simple {
                    self.define(name, target.span, Flags(Flags::LOCAL.0 | Flags::ANNOTATED.0))?;
                } else if value.is_some() {
                    self.define(name, target.span, Flags::LOCAL)?;
                }
            }
            _ if value.is_some() => self.target(target)?,
            _ => self.expr(target)?,
        }
        if simple && matches!(self.kind(), ScopeKind::Class | ScopeKind::Module) {
            self.scope().has_annotations = true;
            let outer = self.reopen_annotations();
            let done = self.lazily("an annotation", annotation);
            self.close(outer);
            done?;
        }
        Ok(())
    }

    fn import(&mut self, alias: &Alias) -> Res {
        match &alias.asname {
            Some(name) => self.define_ident(name),
            None => {
                let first = alias.name.name.split('.').next().unwrap_or_default();
                self.define(&first.into(), alias.span, Flags::LOCAL)
            }
        }
    }

    fn import_from(&mut self, span: Span, module: Option<&Ident>, names: &[Alias]) -> Res {
        if module.is_some_and(|module| module.name == "__future__") {
            self.check_future_place(span)?;
        }
        for alias in names {
            if alias.name.name == "*" {
                if self.kind() != ScopeKind::Module {
                    return Err(problem(Code::MISPLACED, alias.span, "import * only allowed at module level"));
                }
                continue;
            }
            self.define_ident(alias.asname.as_ref().unwrap_or(&alias.name))?;
        }
        Ok(())
    }

    fn function(&mut self, def: &FunctionDef) -> Res {
        self.exprs(&def.decorators)?;
        self.defaults(&def.params)?;
        let generic = if def.type_params.is_empty() {
            None
        } else {
            let outer = self.open(ScopeKind::TypeParams, def, Role::TypeParams);
            self.define_namespace();
            if positional(&def.params).any(|param| param.default.is_some()) {
                self.define_hidden(DEFAULTS, Flags::PARAM);
            }
            if def.params.kwonly.iter().any(|param| param.default.is_some()) {
                self.define_hidden(KWDEFAULTS, Flags::PARAM);
            }
            self.type_params(&def.type_params)?;
            Some(outer)
        };
        if has_annotations(def) {
            let outer = self.open(ScopeKind::Annotations, def, Role::Annotations);
            self.define_hidden(FORMAT, Flags::PARAM);
            for annotation in annotations(def) {
                self.lazily("an annotation", annotation)?;
            }
            self.close(outer);
        }
        let outer = self.open(ScopeKind::Function, def, Role::Body);
        self.scope().is_async = def.is_async;
        self.params(&def.params)?;
        self.body(&def.body)?;
        self.check_function_end()?;
        self.close(outer);
        if let Some(outer) = generic {
            self.close(outer);
        }
        self.define_ident(&def.name)
    }

    /// The default values, which belong to the scope around.
    pub(super) fn defaults(&mut self, params: &Parameters) -> Res {
        positional(params).chain(&params.kwonly).try_for_each(|param| self.maybe(param.default.as_ref()))
    }

    pub(super) fn params(&mut self, params: &Parameters) -> Res {
        positional(params).chain(&params.kwonly).try_for_each(|param| self.define_param(&param.name, param.span))?;
        for param in [&params.vararg, &params.kwarg].into_iter().flatten() {
            self.define_param(&param.name, param.span)?;
        }
        Ok(())
    }

    fn class_def(&mut self, def: &ClassDef) -> Res {
        self.exprs(&def.decorators)?;
        let generic = if def.type_params.is_empty() {
            None
        } else {
            let outer = self.open(ScopeKind::TypeParams, def, Role::TypeParams);
            self.define_namespace();
            self.type_params(&def.type_params)?;
            self.define_hidden(GENERIC_BASE, Flags::LOCAL);
            self.lazy = Some("the definition of a generic");
            Some(outer)
        };
        self.exprs(&def.bases)?;
        self.keywords(&def.keywords)?;
        let outer = self.open(ScopeKind::Class, def, Role::Body);
        let class = self.class.replace(def.name.name.clone());
        if generic.is_some() {
            self.define_hidden(TYPE_PARAMS, Flags::USE);
        }
        self.body(&def.body)?;
        self.class = class;
        self.close(outer);
        if let Some(outer) = generic {
            self.close(outer);
        }
        self.define_ident(&def.name)
    }

    fn type_alias(&mut self, alias: &TypeAlias) -> Res {
        let generic = if alias.type_params.is_empty() {
            None
        } else {
            let outer = self.open(ScopeKind::TypeParams, alias, Role::TypeParams);
            self.define_namespace();
            self.type_params(&alias.type_params)?;
            Some(outer)
        };
        self.lazy_value(alias, Role::Value, "a type alias", &alias.value)?;
        if let Some(outer) = generic {
            self.close(outer);
        }
        self.define_ident(&alias.name)
    }

    fn type_params(&mut self, params: &[TypeParam]) -> Res {
        self.define_hidden(TYPE_PARAMS, Flags::LOCAL);
        for param in params {
            let name = self.mangled(&param.name.name);
            if self.scope().flags(&name).has(Flags::TYPE_PARAM) {
                let text = format!("duplicate type parameter '{}'", param.name.name);
                return Err(problem(Code::SCOPE, param.span, text));
            }
            self.define(&param.name.name, param.span, Flags::TYPE_PARAM)?;
            let place = match &param.kind {
                TypeParamKind::TypeVar { bound } => {
                    if let Some(bound) = bound {
                        let tuple = matches!(bound.kind, ExprKind::Tuple(_));
                        let place = if tuple { "a TypeVar constraint" } else { "a TypeVar bound" };
                        self.lazy_value(param, Role::Value, place, bound)?;
                    }
                    "a TypeVar default"
                }
                TypeParamKind::ParamSpec => "a ParamSpec default",
                TypeParamKind::TypeVarTuple => "a TypeVarTuple default",
            };
            if let Some(default) = &param.default {
                self.lazy_value(param, Role::Default, place, default)?;
            }
        }
        Ok(())
    }

    fn lazy_value<T>(&mut self, node: &T, role: Role, place: &'static str, value: &Expr) -> Res {
        let outer = self.open(ScopeKind::LazyValue, node, role);
        self.define_hidden(FORMAT, Flags::PARAM);
        self.lazily(place, value)?;
        self.close(outer);
        Ok(())
    }

    fn lazily(&mut self, place: &'static str, value: &Expr) -> Res {
        let before = self.lazy.replace(place);
        let done = self.expr(value);
        self.lazy = before;
        done
    }
}

/// The positional parameters, positional-only ones first.
fn positional(params: &Parameters) -> impl Iterator<Item = &crate::syntax::ast::Param> {
    params.posonly.iter().chain(&params.args)
}

fn has_annotations(def: &FunctionDef) -> bool {
    annotations(def).next().is_some()
}

fn annotations(def: &FunctionDef) -> impl Iterator<Item = &Expr> {
    let params = &def.params;
    let named = positional(params).chain(params.vararg.as_deref()).chain(&params.kwonly).chain(params.kwarg.as_deref());
    named.filter_map(|param| param.annotation.as_ref()).chain(&def.returns)
}
