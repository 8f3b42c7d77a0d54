//! Class statements.

use super::call::is_spread;
use super::unit::{Closing, Signature, docstring};
use super::{Compiler, Dst, Res};
use crate::bytecode::{Code, CodeKind, Const, Op};
use crate::resolve::{Role, TYPE_PARAMS};
use crate::source::Span;
use crate::syntax::ast::ClassDef;
use std::sync::Arc;

impl<'a> Compiler<'a> {
    pub(super) fn class_def(&mut self, span: Span, def: &'a ClassDef) -> Res {
        let mark = self.frame.top;
        let decorators = self.push_all(&def.decorators)?;
        let class =
            if def.type_params.is_empty() { self.class_object(span, def, None)? } else { self.generic_class(span, def)? };
        let class = self.decorate(decorators, class, &def.decorators);
        self.store_ident(&def.name, class);
        self.frame.release(mark);
        Ok(())
    }

    /// Calls `__build_class__`; the class is pushed. `base` is the register of a further base, `Generic[...]`.
    pub(super) fn class_object(&mut self, span: Span, def: &'a ClassDef, base: Option<u16>) -> Res<u16> {
        let callee = self.frame.push();
        self.frame.emit(span, Op::LoadBuildClass, 0, callee, 0, 0);
        let spread = is_spread(&def.bases, &def.keywords);
        let list = self.frame.top;
        let function = self.frame.push();
        let code = self.class_code(def)?;
        self.make_function(span, code, self.scope_of(def, Role::Body), function, 0);
        let name = Const::Str(def.name.name.as_str().into());
        self.constant(def.name.span, name, Dst::Push);
        if !spread {
            self.push_all(&def.bases)?;
            if let Some(base) = base {
                let register = self.frame.push();
                self.frame.emit(span, Op::Move, 0, register, base, 0);
            }
            let count = usize::from(self.frame.top - function);
            return self.call_pushed(span, (Op::Call, Op::CallKw), callee, count, &def.keywords, Dst::Push);
        }
        self.frame.release(list);
        self.frame.push();
        self.frame.taken(list, 2);
        self.frame.emit(span, Op::BuildList, 0, list, list, 2);
        for item in &def.bases {
            let mark = self.frame.top;
            let (value, op) = match &item.kind {
                crate::syntax::ast::ExprKind::Starred(inner) => (&**inner, Op::ListExtend),
                _ => (item, Op::ListAppend),
            };
            let register = self.operand(value)?;
            self.frame.emit(item.span, op, 0, list, register, 0);
            self.frame.release(mark);
        }
        if let Some(base) = base {
            self.frame.emit(span, Op::ListAppend, 0, list, base, 0);
        }
        self.spread_keywords(span, callee, &def.keywords, Dst::Push)
    }

    fn class_code(&mut self, def: &'a ClassDef) -> Res<Arc<Code>> {
        let scope_id = self.scope_of(def, Role::Body);
        let mangled = self.mangled(&def.name.name).into_owned();
        let qualname = self.definition_qualname(&def.name.name, &mangled);
        self.open(scope_id, &def.name.name)?;
        self.frame.qualname = qualname.clone().into();
        let class = self.class.replace(def.name.name.clone());
        self.prologue(0);
        let scope = self.scopes.get(scope_id);
        if let Some(cell) = scope.class_dict {
            self.frame.emit(def.name.span, Op::StoreCell, 0, cell, 0, 0);
        }
        let first = def.decorators.first().map_or(def.name.span, |decorator| decorator.span);
        let first_line = self.source.line(first.start);
        self.class_header(def, &qualname, first_line);
        let doc = docstring(&def.body);
        if let Some(doc) = doc {
            self.store_constant(def.body[0].span, "__doc__", Const::Str(doc.into()));
        }
        self.stmts(if doc.is_some() { &def.body[1..] } else { &def.body })?;
        if scope.has_annotations {
            self.annotations_of_body(&def.body, "__annotate_func__")?;
        }
        let attributes = scope.static_attributes.iter().map(|name| Const::Str(name.as_str().into())).collect();
        self.store_constant(def.name.span, "__static_attributes__", Const::Tuple(attributes));
        if let Some(cell) = scope.class_dict {
            self.site(def.name.span, Op::StoreName, 0, cell, "__classdictcell__");
        }
        if let Some(cell) = scope.class_cell {
            self.frame.emit_return(def.name.span, Some(cell));
        }
        self.class = class;
        let signature = Signature::default();
        self.close(Closing { kind: CodeKind::Class, signature, doc: doc.map(Into::into), first_line })
    }

    /// What a class body stores before its own statements.
    fn class_header(&mut self, def: &'a ClassDef, qualname: &str, first_line: u32) {
        let span = def.name.span;
        let register = self.frame.push();
        self.site(span, Op::LoadName, register, 0, "__name__");
        self.site(span, Op::StoreName, 0, register, "__module__");
        self.frame.release(register);
        self.store_constant(span, "__qualname__", Const::Str(qualname.into()));
        self.store_constant(span, "__firstlineno__", Const::Int(i64::from(first_line)));
        if !def.type_params.is_empty() {
            let access = self.scopes.cell(self.frame.scope, TYPE_PARAMS);
            let register = self.load_access(access, TYPE_PARAMS, span, Dst::Push);
            self.site(span, Op::StoreName, 0, register, "__type_params__");
            self.frame.release(register);
        }
        self.frame.flush();
    }

    fn store_constant(&mut self, span: Span, name: &str, constant: Const) {
        let register = self.constant(span, constant, Dst::Push);
        self.site(span, Op::StoreName, 0, register, name);
        self.frame.release(register);
    }
}
