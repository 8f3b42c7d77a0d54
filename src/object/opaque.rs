//! Objects whose storage belongs to a native module: files, events, compiled patterns.

use std::any::Any;
use std::cell::RefCell;

use super::{Attrs, Class, object_kind};
use crate::heap::{Gc, HeapType, Visitor};

/// The storage of an opaque object.
pub trait NativeData: Any {
    /// Visits the values it holds.
    fn trace(&self, _visitor: &mut Visitor<'_>) {}
    /// Drops the values it holds.
    fn clear(&self) {}
    /// Whether the machine should see it before it dies: its class's `__del__` row is then called.
    fn finalize(&self) -> bool {
        false
    }
}

/// An opaque object.
pub struct Opaque {
    /// Its class.
    pub class: RefCell<Gc<Class>>,
    /// Attributes that scripts set on instances of subclasses.
    pub attrs: Attrs,
    data: Box<dyn NativeData>,
}

impl HeapType for Opaque {
    const TRACKED: bool = true;
    const FINALIZED: bool = true;

    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.class.borrow().trace(visitor);
        self.attrs.trace(visitor);
        self.data.trace(visitor);
    }

    fn clear(&self) {
        self.attrs.clear();
        self.data.clear();
    }

    fn finalize(&self) -> bool {
        self.data.finalize() || self.class.borrow().flags().del
    }
}
object_kind!(Opaque, Opaque);

impl Opaque {
    /// A new object.
    pub fn new(class: Gc<Class>, data: impl NativeData) -> Gc<Opaque> {
        Gc::new(Opaque { class: RefCell::new(class), attrs: Attrs::default(), data: Box::new(data) })
    }

    /// Its storage, where it is a `T`.
    #[inline]
    pub fn data<T: NativeData>(&self) -> Option<&T> {
        (&*self.data as &dyn Any).downcast_ref()
    }

    /// Its class.
    pub fn class(&self) -> Gc<Class> {
        self.class.borrow().clone()
    }
}
