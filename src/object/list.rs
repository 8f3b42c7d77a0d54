//! `list` and `tuple`.

use std::cell::RefCell;

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A list.
#[derive(Default)]
pub struct List(pub RefCell<Vec<Value>>);

impl HeapType for List {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().iter().for_each(|item| item.trace(visitor));
    }
    fn clear(&self) {
        drop_backwards(&mut self.0.take());
    }
}
object_kind!(List, List);

impl List {
    /// A new list.
    #[inline]
    pub fn new(items: Vec<Value>) -> Gc<List> {
        Gc::new(List(RefCell::new(items)))
    }

    /// A new list, as a value.
    #[inline]
    pub fn value(items: Vec<Value>) -> Value {
        List::new(items).into()
    }
}

impl Drop for List {
    fn drop(&mut self) {
        drop_backwards(self.0.get_mut());
    }
}

/// Drops items, the last one first, as CPython does: finalisers show the order.
pub fn drop_backwards(items: &mut Vec<Value>) {
    while items.pop().is_some() {}
}

/// A tuple.
pub struct Tuple(Box<[Value]>);

impl HeapType for Tuple {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.iter().for_each(|item| item.trace(visitor));
    }
}
object_kind!(Tuple, Tuple);

impl Tuple {
    /// A new tuple.
    #[inline]
    pub fn new(items: impl Into<Box<[Value]>>) -> Gc<Tuple> {
        Gc::new(Tuple(items.into()))
    }

    /// A new tuple, as a value.
    #[inline]
    pub fn value(items: impl Into<Box<[Value]>>) -> Value {
        Tuple::new(items).into()
    }

    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        &self.0
    }
}
