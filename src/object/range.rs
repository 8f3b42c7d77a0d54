//! `range` and `slice`.

use super::object_kind;
use crate::heap::{HeapType, Visitor};
use crate::value::Value;

/// A range of 64-bit ints; `step` is not zero.
pub struct Range {
    /// First item.
    pub start: i64,
    /// Where it ends (exclusive).
    pub stop: i64,
    /// Difference of neighbours.
    pub step: i64,
}

impl HeapType for Range {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Range, Range);

impl Range {
    /// Number of items.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let items = if step > 0 { (stop - start + step - 1) / step } else { (start - stop - step - 1) / -step };
        items.max(0) as u64
    }

    /// Whether it has no items.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The n-th item; n is less than the length.
    pub fn get(&self, n: u64) -> i64 {
        (i128::from(self.start) + i128::from(n) * i128::from(self.step)) as i64
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
