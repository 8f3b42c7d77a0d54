//! Variables: reading, binding, unbinding.

use std::borrow::Cow;

use super::{Compiler, Dst, Res};
use crate::bytecode::{Const, Op};
use crate::resolve::Access;
use crate::source::Span;
use crate::syntax::ast::{Ident, Name};

impl<'a> Compiler<'a> {
    pub(super) fn access(&self, name: &'a Name) -> (Access, Cow<'a, str>) {
        let mangled = self.mangled(name);
        (self.scopes.access(self.frame.scope, &mangled), mangled)
    }

    /// The register of a plain local.
    pub(super) fn local(&self, name: &'a Name) -> Option<u16> {
        match self.access(name).0 {
            Access::Local(register) => Some(register),
            _ => None,
        }
    }

    /// Makes sure that a local is bound where it is read.
    pub(super) fn check_bound(&mut self, register: u16, span: Span) {
        if self.frame.flow.reachable && !self.frame.is_temp(register) && !self.frame.flow.bound.contains(register) {
            self.frame.emit(span, Op::CheckBound, 0, register, 0, 0);
            self.frame.flow.bound.insert(register);
        }
    }

    /// A name's value.
    pub(super) fn load(&mut self, name: &'a Name, span: Span, dst: Dst) -> u16 {
        if name == "__debug__" {
            let register = self.finish(self.frame.top, dst);
            self.frame.load_const(span, register, Const::Bool(true));
            return register;
        }
        let (access, mangled) = self.access(name);
        self.load_access(access, &mangled, span, dst)
    }

    pub(super) fn load_access(&mut self, access: Access, name: &str, span: Span, dst: Dst) -> u16 {
        if let Access::Local(register) = access {
            self.check_bound(register, span);
        }
        let into = self.finish(self.frame.top, dst);
        match access {
            Access::Local(register) if register == into => {}
            Access::Local(register) => self.frame.emit(span, Op::Move, 0, into, register, 0),
            Access::Cell(register) => self.frame.emit(span, Op::LoadCell, 0, into, register, 0),
            Access::Free(at) => self.frame.emit(span, Op::LoadFree, 0, into, at, 0),
            Access::Global => self.site(span, Op::LoadGlobal, into, 0, name),
            Access::Name => self.site(span, Op::LoadName, into, 0, name),
            Access::ClassFree(at) => self.site(span, Op::LoadClassFree, into, at, name),
        }
        into
    }

    /// Emits an instruction with a site.
    pub(super) fn site(&mut self, span: Span, op: Op, a: u16, b: u16, name: &str) {
        self.site_n(span, op, 0, a, b, name);
    }

    /// Emits an instruction with a number and a site.
    pub(super) fn site_n(&mut self, span: Span, op: Op, n: u8, a: u16, b: u16, name: &str) {
        if self.frame.flow.reachable {
            let site = self.frame.emitter.site(name);
            self.frame.emit(span, op, n, a, b, site);
        }
    }

    /// Binds a name to the value of a register, which keeps it.
    pub(super) fn store(&mut self, name: &'a Name, value: u16, span: Span) {
        let (access, mangled) = self.access(name);
        self.store_access(access, &mangled, value, span);
    }

    /// Binds a name that is not subject to privacy.
    pub(super) fn store_name(&mut self, name: &str, value: u16, span: Span) {
        let access = if self.scopes.get(self.frame.home).has_namespace() { Access::Name } else { Access::Global };
        self.store_access(access, name, value, span);
    }

    /// Binds; a temporary that is moved into a local is taken.
    pub(super) fn store_access(&mut self, access: Access, name: &str, value: u16, span: Span) {
        match access {
            Access::Local(register) if register == value => {}
            Access::Local(register) => {
                let op = if self.frame.is_temp(value) { Op::Take } else { Op::Move };
                self.frame.emit(span, op, 0, register, value, 0);
            }
            Access::Cell(register) => self.frame.emit(span, Op::StoreCell, 0, register, value, 0),
            Access::Free(at) | Access::ClassFree(at) => self.frame.emit(span, Op::StoreFree, 0, at, value, 0),
            Access::Global => self.site(span, Op::StoreGlobal, 0, value, name),
            Access::Name => self.site(span, Op::StoreName, 0, value, name),
        }
    }

    /// `del name`.
    pub(super) fn delete_name(&mut self, name: &'a Name, span: Span) {
        let (access, mangled) = self.access(name);
        match access {
            Access::Local(register) => {
                self.frame.emit(span, Op::DeleteLocal, 0, register, 0, 0);
                self.frame.flow.bound.remove(register);
            }
            Access::Cell(register) => self.frame.emit(span, Op::DeleteCell, 0, register, 0, 0),
            Access::Free(at) | Access::ClassFree(at) => self.frame.emit(span, Op::DeleteFree, 0, at, 0, 0),
            Access::Global => self.site(span, Op::DeleteGlobal, 0, 0, &mangled),
            Access::Name => self.site(span, Op::DeleteName, 0, 0, &mangled),
        }
    }

    /// The end of `except … as name`: unbinds it, whether or not it is still bound.
    pub(super) fn unbind(&mut self, name: &'a Name, span: Span) {
        if let Some(register) = self.local(name) {
            self.clear(register);
            return;
        }
        let mark = self.frame.top;
        let none = self.frame.push();
        self.frame.load_const(span, none, Const::None);
        self.store(name, none, span);
        self.frame.release(mark);
        self.delete_name(name, span);
    }

    /// Evaluates into a name: straight into the register where it is a local.
    pub(super) fn assign_name(&mut self, name: &'a Name, span: Span, value: &'a crate::syntax::ast::Expr) -> Res {
        let mark = self.frame.top;
        if let Some(register) = self.local(name) {
            self.value(value, Dst::Into(register))?;
        } else {
            let register = self.operand(value)?;
            self.store(name, register, span);
        }
        self.frame.release(mark);
        Ok(())
    }

    /// Binds an identifier to a register's value.
    pub(super) fn store_ident(&mut self, ident: &'a Ident, value: u16) {
        self.store(&ident.name, value, ident.span);
    }
}
