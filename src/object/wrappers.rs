//! Small objects that wrap others: property, classmethod, staticmethod, super, dict views, mapping proxies, weak references.

use std::cell::{Cell, OnceCell, RefCell};

use super::{Class, Dict, Instance, Tuple, object_kind};
use crate::heap::{self, ErasedWeak, Gc, HeapType, Visitor, Weak};
use crate::value::{Kind, Value};

/// A property; what is missing is `None`.
pub struct Property {
    /// `fget`
    pub get: Value,
    /// `fset`
    pub set: Value,
    /// `fdel`
    pub delete: Value,
    /// `__doc__`
    pub doc: RefCell<Value>,
    /// `__name__`, set by `__set_name__`.
    pub name: RefCell<Value>,
    /// The native class whose computed attribute it is: not what `property` made.
    pub owner: Option<Gc<Class>>,
}

impl HeapType for Property {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for part in [&self.get, &self.set, &self.delete, &self.doc.borrow(), &self.name.borrow()] {
            part.trace(visitor);
        }
        if let Some(owner) = &self.owner {
            owner.trace(visitor);
        }
    }
}
object_kind!(Property, Property);

/// A classmethod.
pub struct ClassMethod(pub Value);

impl HeapType for ClassMethod {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}
object_kind!(ClassMethod, ClassMethod);

/// A staticmethod.
pub struct StaticMethod(pub Value);

impl HeapType for StaticMethod {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}
object_kind!(StaticMethod, StaticMethod);

/// `super(class, object)`
pub struct Super {
    /// Lookups start after this class.
    pub class: Gc<Class>,
    /// What it was made for: an instance or a class; unset if unbound.
    pub object: Value,
    /// The class whose method resolution order counts.
    pub object_class: Gc<Class>,
}

impl HeapType for Super {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.class.trace(visitor);
        self.object.trace(visitor);
        self.object_class.trace(visitor);
    }
}
object_kind!(Super, Super);

/// Which part of the items a view shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum ViewKind {
    Keys,
    Values,
    Items,
}

/// `dict.keys()`, `values()`, `items()`
pub struct DictView {
    /// The dict.
    pub dict: Gc<Dict>,
    /// What it shows.
    pub kind: ViewKind,
}

impl HeapType for DictView {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.dict.trace(visitor);
    }
}
object_kind!(DictView, DictView);

/// A read-only view of a mapping (a class's `__dict__`).
pub struct MappingProxy(pub Value);

impl HeapType for MappingProxy {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.trace(visitor);
    }
}
object_kind!(MappingProxy, MappingProxy);

/// A weak reference with its callback.
pub struct WeakRef {
    kind: Kind,
    target: ErasedWeak,
    /// Called with this when the target is gone; or `None`.
    pub callback: RefCell<Value>,
    /// The hash of the target, once somebody asked: it outlives the target.
    pub hash: Cell<Option<i64>>,
    /// The instance of a script's subclass that it is the payload of.
    pub instance: OnceCell<Weak<Instance>>,
}

impl WeakRef {
    /// A weak reference; none to what is not on the heap.
    pub fn new(target: &Value, callback: Value) -> Option<Gc<WeakRef>> {
        let Value::Object(kind, object) = target else { return None };
        let reference = Gc::new(WeakRef {
            kind: *kind,
            target: ErasedWeak::new(object),
            callback: RefCell::new(callback),
            hash: Cell::new(None),
            instance: OnceCell::new(),
        });
        reference.target.add_watcher(&reference);
        Some(reference)
    }

    /// What it refers to, unless that is gone.
    pub fn get(&self) -> Option<Value> {
        // SAFETY: kind and target were taken from one value when this was made, and neither changes.
        #[allow(unsafe_code)]
        self.target.upgrade().map(|object| unsafe { Value::of_kind(self.kind, object) })
    }

    /// The references to a value, in the order in which they were made.
    pub fn all_to(target: &Value) -> Vec<Gc<WeakRef>> {
        let Value::Object(_, object) = target else { return Vec::new() };
        heap::watchers(object).into_iter().filter_map(|watcher| watcher.downcast().ok()).collect()
    }

    /// What scripts see: the reference, or the instance of their subclass; nothing once that is gone.
    pub fn shown(this: &Gc<WeakRef>) -> Option<Value> {
        match this.instance.get() {
            Some(instance) => instance.upgrade().map(Value::from),
            None => Some(this.clone().into()),
        }
    }
}

impl HeapType for WeakRef {
    const TRACKED: bool = true;
    const WATCHES: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.callback.borrow().trace(visitor);
    }
    fn clear(&self) {
        self.target.remove_watcher(self);
        let callback = self.callback.replace(Value::None);
        drop(callback);
    }
}

impl Drop for WeakRef {
    fn drop(&mut self) {
        self.target.remove_watcher(self);
    }
}
object_kind!(WeakRef, WeakRef);

/// `list[int]`: a generic type with its arguments.
pub struct GenericAlias {
    /// `__origin__`
    pub origin: Value,
    /// `__args__` (a tuple)
    pub args: Value,
    /// It is one of `typing`, of a class with type parameters, not one of a built-in container.
    pub typing: bool,
}

impl GenericAlias {
    /// `origin[key]`: a tuple is several arguments.
    pub fn value(origin: Value, key: &Value) -> Value {
        let args = if key.is::<Tuple>() { key.clone() } else { Tuple::value(vec![key.clone()]) };
        Gc::new(GenericAlias { origin, args, typing: false }).into()
    }

    /// `origin[args]` of a class with type parameters; `args` is a tuple.
    pub fn of_typing(origin: Value, args: Value) -> Value {
        Gc::new(GenericAlias { origin, args, typing: true }).into()
    }
}

impl HeapType for GenericAlias {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.origin.trace(visitor);
        self.args.trace(visitor);
    }
}
object_kind!(GenericAlias, GenericAlias);
