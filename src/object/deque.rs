//! `collections.deque`: items at both ends of which work takes one step.
//!
//! Invariant: there are never more items than the limit. `changes` grows with each change of places, which iterators notice.

use std::cell::{Cell, Ref, RefCell};
use std::collections::VecDeque;

use super::NativeData;
use crate::heap::Visitor;
use crate::value::Value;

/// The storage of a deque.
#[derive(Default)]
pub struct Deque {
    items: RefCell<VecDeque<Value>>,
    /// `maxlen`
    pub limit: Cell<Option<usize>>,
    changes: Cell<u32>,
}

impl NativeData for Deque {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.items.borrow().iter().for_each(|item| item.trace(visitor));
    }

    fn clear(&self) {
        drop(self.items.take());
    }
}

impl Deque {
    /// A deque of these items; with a limit, of the last of them.
    pub fn of(items: impl IntoIterator<Item = Value>, limit: Option<usize>) -> Deque {
        let deque = Deque::default();
        deque.limit.set(limit);
        items.into_iter().for_each(|item| drop(deque.push_back(item)));
        deque
    }

    /// How many items there are.
    #[inline]
    pub fn len(&self) -> usize {
        self.items.borrow().len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The items, to look at.
    #[inline]
    pub fn items(&self) -> Ref<'_, VecDeque<Value>> {
        self.items.borrow()
    }

    /// How often places have changed.
    #[inline]
    pub fn changes(&self) -> u32 {
        self.changes.get()
    }

    /// Changes the items.
    #[inline]
    pub fn change<R>(&self, body: impl FnOnce(&mut VecDeque<Value>) -> R) -> R {
        self.changes.set(self.changes.get().wrapping_add(1));
        body(&mut self.items.borrow_mut())
    }

    /// Turns the order of the items round, which iterators do not notice.
    pub fn reverse(&self) {
        self.items.borrow_mut().make_contiguous().reverse();
    }

    /// Puts an item in the place of another one.
    pub fn replace(&self, place: usize, item: Value) -> Option<Value> {
        self.items.borrow_mut().get_mut(place).map(|old| std::mem::replace(old, item))
    }

    /// Adds an item at the right end; the one that the limit pushes out at the left end is for the caller to drop.
    #[inline]
    pub fn push_back(&self, item: Value) -> Option<Value> {
        let limit = self.limit.get();
        self.change(|items| {
            items.push_back(item);
            if limit.is_some_and(|limit| items.len() > limit) { items.pop_front() } else { None }
        })
    }

    /// The same at the left end.
    #[inline]
    pub fn push_front(&self, item: Value) -> Option<Value> {
        let limit = self.limit.get();
        self.change(|items| {
            items.push_front(item);
            if limit.is_some_and(|limit| items.len() > limit) { items.pop_back() } else { None }
        })
    }

    /// Takes the item at the right end.
    #[inline]
    pub fn pop_back(&self) -> Option<Value> {
        self.change(VecDeque::pop_back)
    }

    /// Takes the item at the left end.
    #[inline]
    pub fn pop_front(&self) -> Option<Value> {
        self.change(VecDeque::pop_front)
    }
}
