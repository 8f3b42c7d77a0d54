//! Type parameters (PEP 695, 696): generic functions, generic classes, type aliases.
//!
//! What has type parameters is made by a function of its own, called at once, whose locals the parameters are. In a class its
//! first parameter is only the register that the class's namespace goes into.

use super::function::HAS_DEFAULTS;
use super::unit::{Closing, Signature};
use super::{Compiler, Dst, Res};
use crate::bytecode::{CodeKind, Const, Intrinsic, Op};
use crate::resolve::{DEFAULTS, GENERIC_BASE, KWDEFAULTS, Role, ScopeId, TYPE_PARAMS};
use crate::source::Span;
use crate::syntax::ast::{ClassDef, Expr, ExprKind, FunctionDef, TypeAlias, TypeParam, TypeParamKind};

impl<'a> Compiler<'a> {
    pub(super) fn generic_function(&mut self, span: Span, def: &'a FunctionDef) -> Res<u16> {
        let scope = self.scope_of(def, Role::TypeParams);
        let callee = self.frame.push();
        let arguments = self.frame.top;
        if self.scopes.get(scope).sees_class {
            self.constant(span, Const::None, Dst::Push);
        }
        self.push_defaults(span, &def.params)?;
        let count = self.frame.top - arguments;
        self.in_type_params(span, scope, &def.name.name, callee, count, |compiler| {
            compiler.push_type_params(span, &def.type_params)?;
            let function = compiler.frame.push();
            let mut flags = 0;
            for (name, flag) in [(DEFAULTS, HAS_DEFAULTS), (KWDEFAULTS, super::function::HAS_KWDEFAULTS)] {
                if compiler.scopes.get(scope).locals.iter().any(|local| local == name) {
                    let access = compiler.scopes.access(scope, name);
                    compiler.load_access(access, name, span, Dst::Push);
                    flags |= flag;
                }
            }
            flags |= compiler.push_annotations(span, def)?;
            compiler.function_object(span, def, function, flags)?;
            compiler.frame.release(function + 1);
            let access = compiler.scopes.access(scope, TYPE_PARAMS);
            compiler.load_access(access, TYPE_PARAMS, span, Dst::Push);
            Ok(compiler.intrinsic(span, Intrinsic::SetTypeParams, function))
        })
    }

    pub(super) fn generic_class(&mut self, span: Span, def: &'a ClassDef) -> Res<u16> {
        let scope = self.scope_of(def, Role::TypeParams);
        let callee = self.frame.push();
        let count = self.push_namespace_argument(span, scope);
        self.in_type_params(span, scope, &def.name.name, callee, count, |compiler| {
            compiler.push_type_params(span, &def.type_params)?;
            let access = compiler.scopes.access(scope, TYPE_PARAMS);
            let tuple = compiler.load_access(access, TYPE_PARAMS, span, Dst::Push);
            let base = compiler.intrinsic(span, Intrinsic::Generic, tuple);
            let access = compiler.scopes.access(scope, GENERIC_BASE);
            compiler.store_access(access, GENERIC_BASE, base, span);
            compiler.frame.release(base);
            let base = compiler.load_access(access, GENERIC_BASE, span, Dst::Push);
            compiler.class_object(span, def, Some(base))
        })
    }

    pub(super) fn type_alias(&mut self, span: Span, alias: &'a TypeAlias) -> Res {
        let mark = self.frame.top;
        let made = if alias.type_params.is_empty() {
            self.alias_object(span, alias, None)?
        } else {
            let scope = self.scope_of(alias, Role::TypeParams);
            let callee = self.frame.push();
            let count = self.push_namespace_argument(span, scope);
            self.in_type_params(span, scope, &alias.name.name, callee, count, |compiler| {
                compiler.push_type_params(span, &alias.type_params)?;
                compiler.alias_object(span, alias, Some(scope))
            })?
        };
        self.store_ident(&alias.name, made);
        self.frame.release(mark);
        Ok(())
    }

    fn push_namespace_argument(&mut self, span: Span, scope: ScopeId) -> u16 {
        let sees_class = self.scopes.get(scope).sees_class;
        if sees_class {
            self.constant(span, Const::None, Dst::Push);
        }
        u16::from(sees_class)
    }

    fn alias_object(&mut self, span: Span, alias: &'a TypeAlias, params: Option<ScopeId>) -> Res<u16> {
        let first = self.constant(span, Const::Str(alias.name.name.as_str().into()), Dst::Push);
        match params {
            Some(scope) => {
                let access = self.scopes.access(scope, TYPE_PARAMS);
                self.load_access(access, TYPE_PARAMS, span, Dst::Push);
            }
            None => {
                self.constant(span, Const::Tuple(Box::default()), Dst::Push);
            }
        }
        let scope = self.scope_of(alias, Role::Value);
        self.push_lazy(alias.value.span, scope, &alias.name.name, &alias.value)?;
        Ok(self.intrinsic(span, Intrinsic::TypeAlias, first))
    }

    /// Compiles the function of a scope of type parameters and calls it; `callee` and `count` arguments are pushed already.
    fn in_type_params(
        &mut self,
        span: Span,
        scope: ScopeId,
        name: &str,
        callee: u16,
        count: u16,
        body: impl FnOnce(&mut Self) -> Res<u16>,
    ) -> Res<u16> {
        self.open(scope, &format!("<generic parameters of {name}>"))?;
        let signature = Signature::hidden(count);
        self.function_prologue(signature);
        self.load_class_namespace();
        let result = body(self)?;
        self.frame.emit_return(span, Some(result));
        let first_line = self.source.line(span.start);
        let code = self.close(Closing { kind: CodeKind::Function, signature, doc: None, first_line })?;
        // The function is made above the arguments, which were pushed before it was compiled.
        let made = self.frame.push();
        self.make_function(span, code, scope, made, 0);
        self.frame.emit(span, Op::Take, 0, callee, made, 0);
        self.frame.release(callee);
        self.frame.push();
        self.frame.taken(callee, usize::from(count) + 1);
        self.frame.emit(span, Op::Call, count as u8, callee, callee, 0);
        Ok(callee)
    }

    /// Makes the type parameters, binds them and `.type_params`.
    fn push_type_params(&mut self, span: Span, params: &'a [TypeParam]) -> Res {
        let first = self.frame.top;
        for param in params {
            let made = self.type_param(param)?;
            self.copy_to_name(&param.name.name, made, param.span);
        }
        self.frame.release(first);
        self.frame.push();
        self.frame.taken(first, params.len());
        self.frame.emit(span, Op::BuildTuple, 0, first, first, params.len() as u16);
        let access = self.scopes.access(self.frame.home, TYPE_PARAMS);
        self.store_access(access, TYPE_PARAMS, first, span);
        self.frame.release(first);
        self.frame.flush();
        Ok(())
    }

    fn type_param(&mut self, param: &'a TypeParam) -> Res<u16> {
        let name = &param.name.name;
        let first = self.constant(param.span, Const::Str(name.as_str().into()), Dst::Push);
        let number = match &param.kind {
            TypeParamKind::TypeVar { bound } => {
                self.push_lazy_or_none(param, Role::Value, bound.as_ref())?;
                match bound {
                    Some(Expr { kind: ExprKind::Tuple(_), .. }) => Intrinsic::TypeVarConstraints,
                    _ => Intrinsic::TypeVarBound,
                }
            }
            TypeParamKind::TypeVarTuple => Intrinsic::TypeVarTuple,
            TypeParamKind::ParamSpec => Intrinsic::ParamSpec,
        };
        self.push_lazy_or_none(param, Role::Default, param.default.as_ref())?;
        Ok(self.intrinsic(param.span, number, first))
    }

    fn push_lazy_or_none(&mut self, param: &'a TypeParam, role: Role, value: Option<&'a Expr>) -> Res {
        match value {
            Some(value) => self.push_lazy(value.span, self.scope_of(param, role), &param.name.name, value),
            None => {
                self.constant(param.span, Const::None, Dst::Push);
                Ok(())
            }
        }
    }

    /// Pushes a function that evaluates an expression when it is asked for.
    fn push_lazy(&mut self, span: Span, scope: ScopeId, name: &str, value: &'a Expr) -> Res {
        let function = self.frame.push();
        self.constant(span, Const::Tuple(Box::new([Const::Int(1)])), Dst::Push);
        self.open(scope, name)?;
        self.lazy_prologue(span);
        let result = match &value.kind {
            ExprKind::Starred(_) => self.tuple(span, std::slice::from_ref(value), Dst::Push)?,
            _ => self.operand(value)?,
        };
        self.frame.emit_return(span, Some(result));
        let code = self.close_lazy(span)?;
        self.make_function(span, code, scope, function, HAS_DEFAULTS);
        Ok(())
    }
}
