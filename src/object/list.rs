//! `list`.

use std::cell::RefCell;

use super::{Items, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A list.
#[derive(Default)]
pub struct List(pub RefCell<Items>);

impl HeapType for List {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().iter().for_each(|item| item.trace(visitor));
    }
    fn clear(&self) {
        drop(self.0.take());
    }
}
object_kind!(List, List);

impl List {
    /// A new list.
    #[inline]
    pub fn new(items: Vec<Value>) -> Gc<List> {
        Gc::new(List(RefCell::new(items.into())))
    }

    /// A new list of copies, with no room for more, as a value.
    #[inline]
    pub fn of(items: &[Value]) -> Value {
        Gc::new(List(RefCell::new(items.into()))).into()
    }

    /// A new list, as a value.
    #[inline]
    pub fn value(items: Vec<Value>) -> Value {
        List::new(items).into()
    }
}

/// Drops items, the last one first, as CPython does: finalisers show the order.
pub fn drop_backwards(items: &mut Vec<Value>) {
    while items.pop().is_some() {}
}
