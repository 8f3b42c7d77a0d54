//! Functions made by `def` and `lambda`.

use std::cell::RefCell;

use super::{Cell, CodeObject, Dict, Str, Tuple, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A function.
pub struct Function {
    /// Its code; changes only by `__code__ = …`, which is not supported.
    pub code: Gc<CodeObject>,
    /// The namespace of its module.
    pub globals: Gc<Dict>,
    /// Cells of its free variables.
    pub closure: Box<[Gc<Cell>]>,
    /// Defaults of positional parameters, the last ones' first.
    pub defaults: RefCell<Option<Gc<Tuple>>>,
    /// Defaults of keyword-only parameters.
    pub kwdefaults: RefCell<Option<Gc<Dict>>>,
    /// What few functions have and no call needs.
    pub meta: RefCell<FunctionMeta>,
}

/// What can be set on a function.
pub struct FunctionMeta {
    /// `__name__`
    pub name: Gc<Str>,
    /// `__qualname__`
    pub qualname: Gc<Str>,
    /// `__doc__`
    pub doc: Value,
    /// `__module__`
    pub module: Value,
    /// `__annotate__`
    pub annotate: Value,
    /// `__annotations__`, once computed or set.
    pub annotations: Value,
    /// `__type_params__`
    pub type_params: Value,
    /// `__dict__`
    pub dict: Option<Gc<Dict>>,
}

impl HeapType for Function {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.globals.trace(visitor);
        self.closure.iter().for_each(|cell| cell.trace(visitor));
        if let Some(defaults) = &*self.defaults.borrow() {
            defaults.trace(visitor);
        }
        if let Some(defaults) = &*self.kwdefaults.borrow() {
            defaults.trace(visitor);
        }
        let meta = self.meta.borrow();
        for value in [&meta.doc, &meta.module, &meta.annotate, &meta.annotations, &meta.type_params] {
            value.trace(visitor);
        }
        if let Some(dict) = &meta.dict {
            dict.trace(visitor);
        }
    }
    fn clear(&self) {
        let (defaults, kwdefaults) = (self.defaults.take(), self.kwdefaults.take());
        let mut meta = self.meta.borrow_mut();
        let rest = (std::mem::take(&mut meta.annotate), std::mem::take(&mut meta.annotations), meta.dict.take());
        drop(meta);
        drop((defaults, kwdefaults, rest));
    }
}
object_kind!(Function, Function);
