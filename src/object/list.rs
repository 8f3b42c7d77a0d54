//! `list` and `tuple`.

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

/// A tuple: up to three items lie in the object itself.
pub enum Tuple {
    #[doc(hidden)]
    None,
    #[doc(hidden)]
    One([Value; 1]),
    #[doc(hidden)]
    Two([Value; 2]),
    #[doc(hidden)]
    Three([Value; 3]),
    #[doc(hidden)]
    Many(Box<[Value]>),
}

const _: () = assert!(size_of::<Tuple>() == 48);

impl HeapType for Tuple {
    const TRACKED: bool = true;
    const FROZEN: bool = true;
    #[inline(always)]
    fn is_atomic(&self) -> bool {
        match self {
            Tuple::None => true,
            Tuple::One(items) => items.iter().all(Value::is_atom),
            Tuple::Two(items) => items.iter().all(Value::is_atom),
            Tuple::Three(items) => items.iter().all(Value::is_atom),
            Tuple::Many(items) => items.iter().all(Value::is_atom),
        }
    }
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.items().iter().for_each(|item| item.trace(visitor));
    }
}
object_kind!(Tuple, Tuple);

impl From<Vec<Value>> for Tuple {
    #[inline]
    fn from(items: Vec<Value>) -> Tuple {
        if items.len() > 3 { Tuple::Many(items.into()) } else { items.into_iter().collect() }
    }
}

impl From<Box<[Value]>> for Tuple {
    fn from(items: Box<[Value]>) -> Tuple {
        items.into_vec().into()
    }
}

impl From<&[Value]> for Tuple {
    #[inline]
    fn from(items: &[Value]) -> Tuple {
        if items.len() > 3 { Tuple::Many(items.into()) } else { items.iter().cloned().collect() }
    }
}

impl From<[Value; 1]> for Tuple {
    #[inline(always)]
    fn from(items: [Value; 1]) -> Tuple {
        Tuple::One(items)
    }
}

impl From<[Value; 2]> for Tuple {
    #[inline(always)]
    fn from(items: [Value; 2]) -> Tuple {
        Tuple::Two(items)
    }
}

impl From<[Value; 3]> for Tuple {
    #[inline(always)]
    fn from(items: [Value; 3]) -> Tuple {
        Tuple::Three(items)
    }
}

impl From<[Value; 4]> for Tuple {
    #[inline(always)]
    fn from(items: [Value; 4]) -> Tuple {
        Tuple::Many(Box::new(items))
    }
}

impl FromIterator<Value> for Tuple {
    #[inline]
    fn from_iter<I: IntoIterator<Item = Value>>(items: I) -> Tuple {
        let mut rest = items.into_iter();
        let Some(first) = rest.next() else { return Tuple::None };
        let Some(second) = rest.next() else { return Tuple::One([first]) };
        let Some(third) = rest.next() else { return Tuple::Two([first, second]) };
        match rest.next() {
            None => Tuple::Three([first, second, third]),
            Some(fourth) => Tuple::Many([first, second, third, fourth].into_iter().chain(rest).collect()),
        }
    }
}

impl Tuple {
    /// A new tuple.
    #[inline]
    pub fn new(items: impl Into<Tuple>) -> Gc<Tuple> {
        Gc::new(items.into())
    }

    /// A new tuple, as a value.
    #[inline]
    pub fn value(items: impl Into<Tuple>) -> Value {
        Tuple::new(items).into()
    }

    /// The items.
    #[inline(always)]
    pub fn items(&self) -> &[Value] {
        match self {
            Tuple::Two(items) => items,
            Tuple::Three(items) => items,
            Tuple::One(items) => items,
            Tuple::Many(items) => items,
            Tuple::None => &[],
        }
    }

    /// Both items of a pair, to change; only for one that nobody else sees (`Gc::get_mut`).
    #[inline]
    pub fn pair_mut(&mut self) -> Option<&mut [Value; 2]> {
        if let Tuple::Two(items) = self { Some(items) } else { None }
    }
}
