//! A closure cell: the variable that a function and those nested in it share.

use std::cell::RefCell;

use super::object_kind;
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// A cell; `Unset` while the variable is unbound.
pub struct Cell(pub RefCell<Value>);

impl HeapType for Cell {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.borrow().trace(visitor);
    }
    fn clear(&self) {
        drop(self.0.take());
    }
}
object_kind!(Cell, Cell);

impl Cell {
    /// A new cell.
    pub fn new(value: Value) -> Gc<Cell> {
        Gc::new(Cell(RefCell::new(value)))
    }

    /// Its contents.
    #[inline]
    pub fn get(&self) -> Value {
        self.0.borrow().clone()
    }

    /// Where its contents are, for the machine: nothing else may run while they are read.
    #[inline(always)]
    pub fn as_ptr(&self) -> *const Value {
        self.0.as_ptr()
    }

    /// Changes its contents.
    #[inline]
    pub fn set(&self, value: Value) {
        // The old value is dropped after the borrow has ended.
        drop(self.0.replace(value));
    }
}
