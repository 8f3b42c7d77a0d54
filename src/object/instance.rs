//! An instance of a class written in a script.

use std::cell::{OnceCell, RefCell};

use super::{Attrs, Class, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// An instance. Where its class derives from a built-in type, it carries a value of that type.
pub struct Instance {
    /// Its class; changes only by `__class__ = …`.
    pub class: RefCell<Gc<Class>>,
    /// Its attributes.
    pub attrs: Attrs,
    /// The value of the built-in type that the class derives from.
    pub payload: OnceCell<Value>,
}

impl HeapType for Instance {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.class.borrow().trace(visitor);
        self.attrs.trace(visitor);
        if let Some(payload) = self.payload.get() {
            payload.trace(visitor);
        }
    }

    fn clear(&self) {
        self.attrs.clear();
    }

    fn finalize(&self) -> bool {
        self.class.borrow().flags().del
    }
}
object_kind!(Instance, Instance);

impl Instance {
    /// A new instance without attributes.
    #[inline]
    pub fn new(class: Gc<Class>) -> Gc<Instance> {
        let attrs = Attrs::with_capacity(class.usual_slots.get() as usize);
        Gc::new(Instance { class: RefCell::new(class), attrs, payload: OnceCell::new() })
    }

    /// A new instance that carries a built-in value.
    pub fn with_payload(class: Gc<Class>, payload: Value) -> Gc<Instance> {
        let instance = Instance::new(class);
        // A fresh cell is empty, so this can't fail.
        let _ = instance.payload.set(payload);
        instance
    }

    /// Its class.
    #[inline(always)]
    pub fn class(&self) -> Gc<Class> {
        self.class.borrow().clone()
    }
}
