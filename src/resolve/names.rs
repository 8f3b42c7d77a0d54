//! The first pass: what a name does in the scope where it stands.

use super::collect::Collector;
use super::error::{Res, problem};
use super::scope::{Flags, ScopeId, ScopeKind};
use super::{CLASS_CELL, mangle};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{Ident, Name};

impl Collector {
    pub(super) fn mangled(&self, name: &Name) -> Name {
        match mangle(self.class.as_deref(), name) {
            std::borrow::Cow::Borrowed(_) => name.clone(),
            std::borrow::Cow::Owned(changed) => changed.into(),
        }
    }

    /// A name is read.
    pub(super) fn use_name(&mut self, name: &Name) {
        let name = self.mangled(name);
        self.scope().enter(&name).flags.add(Flags::USE);
        if name == "super" && self.kind().is_function_like() {
            self.scope().enter(&Name::const_new(CLASS_CELL)).flags.add(Flags::USE);
        }
    }

    /// A name is bound.
    pub(super) fn define(&mut self, name: &Name, span: Span, flags: Flags) -> Res {
        if name == "__debug__" {
            return Err(problem(Code::ASSIGNMENT, span, "cannot assign to __debug__"));
        }
        let name = self.mangled(name);
        self.scope().enter(&name).flags.add(flags);
        Ok(())
    }

    /// A name of an [`Ident`] is bound as a plain variable.
    pub(super) fn define_ident(&mut self, ident: &Ident) -> Res {
        self.define(&ident.name, ident.span, Flags::LOCAL)
    }

    /// A parameter.
    pub(super) fn define_param(&mut self, ident: &Ident, span: Span) -> Res {
        let name = self.mangled(&ident.name);
        if self.scope().flags(&name).has(Flags::PARAM) {
            let text = format!("duplicate argument '{}' in function definition", ident.name);
            return Err(problem(Code::SCOPE, span, text));
        }
        self.define(&ident.name, span, Flags::PARAM)
    }

    /// `global` and `nonlocal`.
    pub(super) fn directive(&mut self, names: &[Ident], span: Span, flag: Flags) -> Res {
        let word = if flag == Flags::GLOBAL { "global" } else { "nonlocal" };
        if flag == Flags::NONLOCAL && self.kind() == ScopeKind::Module {
            return Err(problem(Code::SCOPE, span, "nonlocal declaration not allowed at module level"));
        }
        for ident in names {
            let name = self.mangled(&ident.name);
            let flags = self.scope().flags(&name);
            let text = if flags.has(Flags::PARAM) {
                format!("name '{name}' is parameter and {word}")
            } else if flags.has(Flags::USE) {
                format!("name '{name}' is used prior to {word} declaration")
            } else if flags.has(Flags::ANNOTATED) {
                format!("annotated name '{name}' can't be {word}")
            } else if flags.has(Flags::LOCAL) {
                format!("name '{name}' is assigned to before {word} declaration")
            } else {
                let symbol = self.scope().enter(&name);
                if !symbol.flags.has(Flags(Flags::GLOBAL.0 | Flags::NONLOCAL.0)) {
                    symbol.directive = span;
                }
                symbol.flags.add(flag);
                continue;
            };
            return Err(problem(Code::SCOPE, span, text));
        }
        Ok(())
    }

    /// `(name := …)`: binds in the scope around all comprehensions.
    pub(super) fn define_walrus(&mut self, ident: &Ident, span: Span) -> Res {
        if self.in_iterable > 0 {
            let text = "assignment expression cannot be used in a comprehension iterable expression";
            return Err(problem(Code::ASSIGNMENT, span, text));
        }
        let comprehension = |kind| matches!(kind, ScopeKind::Comprehension | ScopeKind::GeneratorExpr);
        if !comprehension(self.kind()) {
            return self.define(&ident.name, ident.span, Flags(Flags::LOCAL.0 | Flags::WALRUS.0));
        }
        if ident.name == "__debug__" {
            return Err(problem(Code::ASSIGNMENT, ident.span, "cannot assign to __debug__"));
        }
        let name = self.mangled(&ident.name);
        let mut at = self.current;
        while comprehension(self.scopes[at.index()].kind) {
            if self.scopes[at.index()].flags(&name).has(Flags::ITERATION) {
                let text = format!("assignment expression cannot rebind comprehension iteration variable '{}'", ident.name);
                return Err(problem(Code::ASSIGNMENT, ident.span, text));
            }
            at = self.scopes[at.index()].parent.unwrap_or(ScopeId::ROOT);
        }
        let home = &mut self.scopes[at.index()];
        let flag = match home.kind {
            ScopeKind::Class => {
                let text = "assignment expression within a comprehension cannot be used in a class body";
                return Err(problem(Code::ASSIGNMENT, ident.span, text));
            }
            ScopeKind::Module => Flags::GLOBAL,
            _ if home.flags(&name).has(Flags::GLOBAL) => Flags::GLOBAL,
            _ => Flags::NONLOCAL,
        };
        match home.kind {
            ScopeKind::Module => {}
            _ => home.enter(&name).flags.add(Flags(Flags::LOCAL.0 | Flags::WALRUS.0)),
        }
        let symbol = self.scope().enter(&name);
        symbol.flags.add(flag);
        symbol.directive = ident.span;
        Ok(())
    }
}
