//! Iterators over built-in types. `vm::iterate` steps them.

use std::cell::RefCell;

use super::{Dict, List, Set, Str, Tuple, ViewKind, WideRest, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// What an iterator goes over and where it is.
pub enum Iter {
    /// At its end for good, of the class that it was of.
    Done(IterClass),
    /// A range: next item, step, items left.
    Range {
        /// The next item.
        next: i64,
        /// Difference of neighbours.
        step: i64,
        /// Items left.
        left: u64,
    },
    /// A range of ints of any size.
    WideRange(Box<WideRest>),
    /// A list: next index.
    List(Gc<List>, usize),
    /// A list backwards: items left.
    ListReversed(Gc<List>, usize),
    /// A tuple.
    Tuple(Gc<Tuple>, usize),
    /// A string: byte offset of the next character.
    Str(Gc<Str>, usize),
    /// Bytes or bytearray.
    Bytes(Value, usize),
    /// A dict: keys, values or items.
    Dict(Gc<Dict>, ViewKind, DictWalk),
    /// A dict backwards: places left and the length when it began.
    DictReversed(Gc<Dict>, ViewKind, usize, usize),
    /// A set: next place of the table and the length when it began.
    Set(Gc<Set>, usize, usize),
    /// A frozenset: next place of the table.
    FrozenSet(Value, usize),
    /// An object with `__getitem__`: next index.
    Sequence(Value, i64),
    /// An object with `__getitem__` and `__len__`, backwards: next index.
    SequenceReversed(Value, i64),
    /// `iter(callable, sentinel)`
    Callable(Value, Value),
    /// `enumerate`: the iterator and the next number.
    Enumerate(Value, Value),
    /// `zip`: the iterators, and whether they must have one length.
    Zip(Gc<Tuple>, bool),
    /// `map`: the function, the iterators, strict.
    Map(Value, Gc<Tuple>, bool),
    /// `filter`: the function or None, the iterator.
    Filter(Value, Value),
}

/// Where an iterator over a dict is.
#[derive(Clone, Copy)]
pub struct DictWalk {
    /// The next place.
    pub at: usize,
    /// The dict's length when it began; none that a dict can have once that was found to have changed.
    pub len: usize,
    /// Items left of those that were there when it began.
    pub left: usize,
}

/// An iterator of the machine: its state, and the pair that it made last, which it fills again where nobody else has kept it.
pub struct Iterator(pub RefCell<Iter>, pub RefCell<Option<Gc<Tuple>>>);

impl HeapType for Iterator {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(pair) = &*self.1.borrow() {
            pair.trace(visitor);
        }
        match &*self.0.borrow() {
            Iter::Done(_) | Iter::Range { .. } | Iter::WideRange(_) | Iter::Str(..) => {}
            Iter::List(list, _) | Iter::ListReversed(list, _) => list.trace(visitor),
            Iter::Tuple(tuple, _) => tuple.trace(visitor),
            Iter::Dict(dict, ..) | Iter::DictReversed(dict, ..) => dict.trace(visitor),
            Iter::Set(set, ..) => set.trace(visitor),
            Iter::Bytes(value, _) | Iter::FrozenSet(value, _) | Iter::Sequence(value, _) | Iter::SequenceReversed(value, _) => {
                value.trace(visitor);
            }
            Iter::Callable(a, b) | Iter::Enumerate(a, b) | Iter::Filter(a, b) => {
                a.trace(visitor);
                b.trace(visitor);
            }
            Iter::Zip(all, _) => all.trace(visitor),
            Iter::Map(function, all, _) => {
                function.trace(visitor);
                all.trace(visitor);
            }
        }
    }
    fn clear(&self) {
        self.end();
        drop(self.1.take());
    }
}
object_kind!(Iterator, Iterator);

/// Which class an iterator is of; where it goes over doesn't matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum IterClass {
    Range,
    WideRange,
    List,
    ListReversed,
    Tuple,
    Str,
    Bytes,
    Dict(ViewKind),
    DictReversed(ViewKind),
    Set,
    Sequence,
    SequenceReversed,
    Callable,
    Enumerate,
    Zip,
    Map,
    Filter,
}

impl Iter {
    /// Over a dict's keys, values or items.
    #[inline]
    pub fn of_dict(dict: &Gc<Dict>, kind: ViewKind) -> Iter {
        let len = dict.len();
        Iter::Dict(dict.clone(), kind, DictWalk { at: 0, len, left: len })
    }

    /// Which class it is of.
    pub fn class(&self) -> IterClass {
        match self {
            Iter::Done(class) => *class,
            Iter::Range { .. } => IterClass::Range,
            Iter::WideRange(_) => IterClass::WideRange,
            Iter::List(..) => IterClass::List,
            Iter::ListReversed(..) => IterClass::ListReversed,
            Iter::Tuple(..) => IterClass::Tuple,
            Iter::Str(..) => IterClass::Str,
            Iter::Bytes(..) => IterClass::Bytes,
            Iter::Dict(_, kind, ..) => IterClass::Dict(*kind),
            Iter::DictReversed(_, kind, ..) => IterClass::DictReversed(*kind),
            Iter::Set(..) | Iter::FrozenSet(..) => IterClass::Set,
            Iter::Sequence(..) => IterClass::Sequence,
            Iter::SequenceReversed(..) => IterClass::SequenceReversed,
            Iter::Callable(..) => IterClass::Callable,
            Iter::Enumerate(..) => IterClass::Enumerate,
            Iter::Zip(..) => IterClass::Zip,
            Iter::Map(..) => IterClass::Map,
            Iter::Filter(..) => IterClass::Filter,
        }
    }
}

impl Iterator {
    /// Brings it to its end and drops what it goes over.
    pub fn end(&self) {
        let class = self.0.borrow().class();
        drop(self.0.replace(Iter::Done(class)));
    }

    /// An iterator over a dict's keys, values or items.
    #[inline]
    pub fn of_dict(dict: &Gc<Dict>, kind: ViewKind) -> Value {
        Iterator::value(Iter::of_dict(dict, kind))
    }

    /// An iterator as a value.
    #[inline]
    pub fn value(iter: Iter) -> Value {
        Gc::new(Iterator(RefCell::new(iter), RefCell::new(None))).into()
    }
}
