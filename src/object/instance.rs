//! An instance of a class written in a script.
#![allow(unsafe_code)]

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
    payload: OnceCell<Box<Value>>,
}

const _: () = assert!(size_of::<Instance>() == 48, "with its header a cache line");

impl HeapType for Instance {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;
    const TAILED: bool = true;

    #[inline(always)]
    fn tail(&self) -> usize {
        self.attrs.slots().tail()
    }

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.class.borrow().trace(visitor);
        self.attrs.trace(visitor);
        if let Some(payload) = self.payload() {
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
    /// A new instance without attributes. There is room behind it for as many as instances of the class usually have.
    #[inline]
    pub fn new(class: Gc<Class>) -> Gc<Instance> {
        Instance::make(class, OnceCell::new())
    }

    /// A new instance that carries a built-in value.
    pub fn with_payload(class: Gc<Class>, payload: Value) -> Gc<Instance> {
        Instance::make(class, OnceCell::from(Box::new(payload)))
    }

    #[inline(always)]
    fn make(class: Gc<Class>, payload: OnceCell<Box<Value>>) -> Gc<Instance> {
        let attrs = Attrs::behind(class.usual_slots.get());
        // SAFETY: the room is behind the object, and nothing was added yet.
        Gc::with_room(Instance { class: RefCell::new(class), attrs, payload }, |instance, room| unsafe {
            instance.attrs.slots().settle(room);
        })
    }

    /// The value of the built-in type that the class derives from.
    #[inline(always)]
    pub fn payload(&self) -> Option<&Value> {
        self.payload.get().map(|payload| &**payload)
    }

    /// Its class.
    #[inline(always)]
    pub fn class(&self) -> Gc<Class> {
        self.class.borrow().clone()
    }
}
