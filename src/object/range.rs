//! `range` and `slice`.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

use super::{Iter, object_kind};
use crate::heap::{HeapType, Visitor};
use crate::value::Value;

/// A range. One whose bounds and step fit 64 bits is always narrow.
pub enum Range {
    /// Of 64-bit ints.
    Narrow(Narrow),
    /// Of ints of any size.
    Wide(Box<Wide>),
}

/// A range of 64-bit ints; `step` is not zero.
#[derive(Clone, Copy)]
pub struct Narrow {
    /// First item.
    pub start: i64,
    /// Where it ends (exclusive).
    pub stop: i64,
    /// Difference of neighbours.
    pub step: i64,
}

/// A range of ints of any size; `step` is not zero.
#[derive(Clone)]
pub struct Wide {
    /// First item.
    pub start: BigInt,
    /// Where it ends (exclusive).
    pub stop: BigInt,
    /// Difference of neighbours.
    pub step: BigInt,
}

/// What is left of a range in an iterator.
pub struct WideRest {
    /// The next item.
    pub next: BigInt,
    /// Difference of neighbours.
    pub step: BigInt,
    /// Items left.
    pub left: BigInt,
}

impl HeapType for Range {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Range, Range);

impl Range {
    /// A range; `step` is not zero.
    pub fn new(wide: Wide) -> Range {
        match (wide.start.to_i64(), wide.stop.to_i64(), wide.step.to_i64()) {
            (Some(start), Some(stop), Some(step)) => Range::Narrow(Narrow { start, stop, step }),
            _ => Range::Wide(Box::new(wide)),
        }
    }

    /// The range of 64-bit ints that it is.
    #[inline]
    pub fn narrow(&self) -> Option<Narrow> {
        match self {
            Range::Narrow(narrow) => Some(*narrow),
            Range::Wide(_) => None,
        }
    }

    /// The same in ints of any size.
    pub fn wide(&self) -> Wide {
        match self {
            Range::Narrow(Narrow { start, stop, step }) => {
                Wide { start: BigInt::from(*start), stop: BigInt::from(*stop), step: BigInt::from(*step) }
            }
            Range::Wide(wide) => Wide::clone(wide),
        }
    }

    /// Whether it has no items.
    pub fn is_empty(&self) -> bool {
        match self {
            Range::Narrow(narrow) => narrow.len() == 0,
            Range::Wide(wide) => wide.len().is_zero(),
        }
    }

    /// Its items.
    #[inline]
    pub fn iter(&self) -> Iter {
        match self {
            Range::Narrow(narrow) => Iter::Range { next: narrow.start, step: narrow.step, left: narrow.len() },
            Range::Wide(wide) => {
                Iter::WideRange(Box::new(WideRest { next: wide.start.clone(), step: wide.step.clone(), left: wide.len() }))
            }
        }
    }

    /// Its items, last first.
    pub fn reversed(&self) -> Iter {
        match self {
            Range::Narrow(narrow) => {
                let left = narrow.len();
                let next = if left == 0 { narrow.start } else { narrow.get(left - 1) };
                Iter::Range { next, step: narrow.step.wrapping_neg(), left }
            }
            Range::Wide(wide) => {
                let left = wide.len();
                Iter::WideRange(Box::new(WideRest { next: wide.get(&(&left - 1)), step: -&wide.step, left }))
            }
        }
    }
}

impl Narrow {
    /// Number of items.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let items = if step > 0 { (stop - start + step - 1) / step } else { (start - stop - step - 1) / -step };
        items.max(0) as u64
    }

    /// The n-th item; n is less than the length.
    pub fn get(&self, n: u64) -> i64 {
        (i128::from(self.start) + i128::from(n) * i128::from(self.step)) as i64
    }

    /// The place of an int.
    pub fn place_of(&self, number: i64) -> Option<u64> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if distance % step != 0 {
            return None;
        }
        u64::try_from(distance / step).ok().filter(|place| *place < self.len())
    }
}

impl Wide {
    /// Number of items.
    #[allow(clippy::len_without_is_empty)]
    pub fn len(&self) -> BigInt {
        let distance = &self.stop - &self.start;
        if distance.is_zero() || distance.sign() != self.step.sign() {
            return BigInt::ZERO;
        }
        distance.abs().div_ceil(&self.step.abs())
    }

    /// The n-th item.
    pub fn get(&self, n: &BigInt) -> BigInt {
        &self.start + n * &self.step
    }

    /// The place of an int.
    pub fn place_of(&self, number: &BigInt) -> Option<BigInt> {
        let (place, rest) = (number - &self.start).div_rem(&self.step);
        (rest.is_zero() && !place.is_negative() && place < self.len()).then_some(place)
    }
}

impl WideRest {
    /// The next item.
    pub fn step(&mut self) -> Option<BigInt> {
        if !self.left.is_positive() {
            return None;
        }
        self.left -= 1;
        let next = &self.next + &self.step;
        Some(std::mem::replace(&mut self.next, next))
    }
}

/// A slice.
pub struct Slice {
    /// Where it starts, or `None`.
    pub start: Value,
    /// Where it stops, or `None`.
    pub stop: Value,
    /// The step, or `None`.
    pub step: Value,
}

impl HeapType for Slice {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        for part in [&self.start, &self.stop, &self.step] {
            part.trace(visitor);
        }
    }
}
object_kind!(Slice, Slice);
