//! Functions made by `def` and `lambda`.
//!
//! A function keeps every code that it ever had: frames that began with one go on with it, and hold nothing but the function.
#![allow(unsafe_code)]

use std::cell::{OnceCell, RefCell, UnsafeCell};

use super::{Cell, CodeObject, Dict, Str, Tuple, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A function.
pub struct Function {
    /// Its code.
    pub code: Current,
    /// The namespace of its module.
    pub globals: Gc<Dict>,
    /// Cells of its free variables; none where it has no such.
    pub closure: Option<Gc<Tuple>>,
    /// Defaults of positional parameters, the last ones' first.
    pub defaults: RefCell<Option<Gc<Tuple>>>,
    /// Defaults of keyword-only parameters.
    pub kwdefaults: RefCell<Option<Gc<Dict>>>,
    /// `__name__` of its module when it was made.
    module: Value,
    /// What no call needs; made when it is asked for.
    meta: OnceCell<Box<RefCell<FunctionMeta>>>,
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
    /// Codes that were replaced.
    replaced: Vec<Gc<CodeObject>>,
}

/// The code of a function, which `__code__ = …` replaces.
pub struct Current(UnsafeCell<Gc<CodeObject>>);

impl std::ops::Deref for Current {
    type Target = CodeObject;

    #[inline(always)]
    fn deref(&self) -> &CodeObject {
        // SAFETY: no reference to the place itself leaves this file, so none is alive while it is replaced; what it refers to the function
        // keeps as long as it lives.
        unsafe { &*self.0.get() }
    }
}

impl Current {
    /// The code as an object.
    pub fn object(&self) -> Gc<CodeObject> {
        // SAFETY: as in `deref`.
        unsafe { (*self.0.get()).clone() }
    }
}

impl HeapType for Function {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.globals.trace(visitor);
        if let Some(cells) = &self.closure {
            cells.trace(visitor);
        }
        if let Some(defaults) = &*self.defaults.borrow() {
            defaults.trace(visitor);
        }
        if let Some(defaults) = &*self.kwdefaults.borrow() {
            defaults.trace(visitor);
        }
        let Some(meta) = self.meta.get() else { return };
        let meta = meta.borrow();
        for value in [&meta.doc, &meta.module, &meta.annotate, &meta.annotations, &meta.type_params] {
            value.trace(visitor);
        }
        if let Some(dict) = &meta.dict {
            dict.trace(visitor);
        }
    }
    fn clear(&self) {
        let (defaults, kwdefaults) = (self.defaults.take(), self.kwdefaults.take());
        let rest = self.meta.get().map(|meta| {
            let mut meta = meta.borrow_mut();
            (std::mem::take(&mut meta.annotate), std::mem::take(&mut meta.annotations), meta.dict.take())
        });
        drop((defaults, kwdefaults, rest));
    }
}
object_kind!(Function, Function);

impl Function {
    /// A function without defaults; `module` is the name of its module.
    pub fn new(code: Gc<CodeObject>, globals: Gc<Dict>, closure: Option<Gc<Tuple>>, module: Value) -> Function {
        Function {
            code: Current(code.into()),
            globals,
            closure,
            defaults: None.into(),
            kwdefaults: None.into(),
            module,
            meta: OnceCell::new(),
        }
    }

    /// The cell of a free variable.
    #[inline(always)]
    pub fn cell(&self, n: usize) -> Option<&Gc<Cell>> {
        self.closure.as_ref()?.items().get(n)?.gc::<Cell>()
    }

    /// What can be set on it.
    pub fn meta(&self) -> &RefCell<FunctionMeta> {
        self.meta.get_or_init(|| {
            Box::new(RefCell::new(FunctionMeta {
                name: self.code.name.clone(),
                qualname: self.code.qualname.clone(),
                doc: self.code.code.doc.as_ref().map_or(Value::None, |doc| Str::value(&**doc)),
                module: self.module.clone(),
                annotate: Value::None,
                annotations: Value::Unset,
                type_params: Value::Unset,
                dict: None,
                replaced: Vec::new(),
            }))
        })
    }

    /// Replaces its code.
    pub fn replace_code(&self, new: Gc<CodeObject>) {
        let mut meta = self.meta().borrow_mut();
        // SAFETY: as in `Current::deref`.
        let old = unsafe { std::mem::replace(&mut *self.code.0.get(), new) };
        if !meta.replaced.iter().any(|code| code.same(&old)) {
            meta.replaced.push(old);
        }
    }

    /// The code that one of its frames runs, as an object.
    pub fn code_of_frame(&self, code: *const CodeObject) -> Gc<CodeObject> {
        let replaced = || self.meta.get()?.borrow().replaced.iter().find(|old| std::ptr::eq(&raw const ***old, code)).cloned();
        if std::ptr::eq(&raw const *self.code, code) {
            self.code.object()
        } else {
            replaced().unwrap_or_else(|| self.code.object())
        }
    }

    /// The same, unless nothing of it was asked for yet: then all is as the code says.
    pub fn meta_if_made(&self) -> Option<&RefCell<FunctionMeta>> {
        self.meta.get().map(Box::as_ref)
    }
}
