//! What a slice selects from a sequence of a known length.

use super::Slice;
use crate::value::Value;

/// The places that a slice selects.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Selection {
    /// Place of the first item.
    pub start: i64,
    /// Where it stops (exclusive), as CPython adjusts it.
    pub stop: i64,
    /// Difference of neighbours, not zero.
    pub step: i64,
    /// How many items.
    pub length: usize,
}

impl Selection {
    /// Clips the parts of a slice to a length; the step is not zero.
    #[inline]
    pub fn new(start: Option<i64>, stop: Option<i64>, step: i64, length: usize) -> Selection {
        let length = length as i64;
        let (lowest, highest) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let clip = |at: i64| (if at < 0 { at.saturating_add(length).max(lowest) } else { at }).min(highest);
        let start = start.map_or(if step < 0 { highest } else { lowest }, clip);
        let stop = stop.map_or(if step < 0 { lowest } else { highest }, clip);
        let length = match step {
            1 => (stop - start).max(0),
            -1 => (start - stop).max(0),
            _ if step < 0 && stop < start => (start - stop - 1) / -step + 1,
            _ if step > 0 && start < stop => (stop - start - 1) / step + 1,
            _ => 0,
        };
        Selection { start, stop, step, length: length as usize }
    }

    /// What a slice of ints selects; none for one that needs the machine.
    #[inline]
    pub fn plain(slice: &Slice, length: usize) -> Option<Selection> {
        Selection::of_parts(&slice.start, &slice.stop, &slice.step, length)
    }

    /// The same for the parts of a slice.
    #[inline]
    pub fn of_parts(start: &Value, stop: &Value, step: &Value, length: usize) -> Option<Selection> {
        let part = |value: &Value| match value {
            Value::None => Some(None),
            Value::Int(number) => Some(Some(*number)),
            _ => None,
        };
        let step = part(step)?.unwrap_or(1).max(-i64::MAX);
        let (start, stop) = (part(start)?, part(stop)?);
        (step != 0).then(|| Selection::new(start, stop, step, length))
    }

    /// The places, where they follow one another.
    #[inline]
    pub fn range(self) -> Option<std::ops::Range<usize>> {
        (self.step == 1).then(|| self.start as usize..self.start as usize + self.length)
    }

    /// The places, in the slice's order.
    pub fn places(self) -> impl DoubleEndedIterator<Item = usize> {
        (0..self.length as i64).map(move |n| (self.start + n * self.step) as usize)
    }

    /// The selected items.
    #[inline]
    pub fn of<T: Clone>(self, items: &[T]) -> Vec<T> {
        if self.length == 0 {
            return Vec::new();
        }
        let (start, apart) = (self.start as usize, self.step.unsigned_abs() as usize);
        match self.step {
            1 => items[start..start + self.length].to_vec(),
            -1 => items[start + 1 - self.length..=start].iter().rev().cloned().collect(),
            _ if self.step < 0 => items[..=start].iter().rev().step_by(apart).take(self.length).cloned().collect(),
            _ => items[start..].iter().step_by(apart).take(self.length).cloned().collect(),
        }
    }
}
