//! The items of a list: like a vector, with room behind them and, where something was taken from the front, a gap before them, so that
//! a queue kept in a list does not move all that waits in it each time.
//!
//! Invariants: `start` and the `length` values from there on lie in one block, in which there is room for [`Items::capacity`] values from `start`.
//! Where `room` has the mark [`GAP`], the block begins before `start`, and the first word of the free place before the first item says by how
//! many places: the block is that of a vector of all these places. No room and no gap: there is no block.
#![allow(unsafe_code)]

use std::alloc::Layout;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut, Range};
use std::ptr::NonNull;

use crate::heap::{self, NoMemory};
use crate::value::{Value, Words, copy_values};

/// The mark of a gap; a list has far fewer places.
const GAP: usize = 1 << 63;
/// Items from which on a list that grows asks for half as much again: moving its items costs more than what they leave free.
const ROOMY_FROM: usize = 64;
/// Places from which on a gap is made for what is put in front.
const ROOMY: usize = 16;

/// The items.
#[repr(C)]
pub struct Items {
    start: NonNull<Value>,
    length: usize,
    room: usize,
}

impl Default for Items {
    #[inline(always)]
    fn default() -> Items {
        Items { start: NonNull::dangling(), length: 0, room: 0 }
    }
}

/// Copies, with no room for more.
impl From<&[Value]> for Items {
    #[inline]
    fn from(items: &[Value]) -> Items {
        if items.is_empty() {
            return Items::default();
        }
        let start = heap::allocate(Layout::for_value(items)).cast::<Value>();
        // SAFETY: the new block has room for all of them; it is what a vector would have asked for.
        unsafe { copy_values(items, start.as_ptr()) };
        Items { start, length: items.len(), room: items.len() }
    }
}

impl From<Vec<Value>> for Items {
    #[inline(always)]
    fn from(items: Vec<Value>) -> Items {
        let mut items = ManuallyDrop::new(items);
        // SAFETY: a vector's pointer is never null.
        let start = unsafe { NonNull::new_unchecked(items.as_mut_ptr()) };
        Items { start, length: items.len(), room: items.capacity() }
    }
}

impl From<Items> for Vec<Value> {
    #[inline]
    fn from(mut items: Items) -> Vec<Value> {
        items.take_vec()
    }
}

impl Deref for Items {
    type Target = [Value];
    #[inline(always)]
    fn deref(&self) -> &[Value] {
        // SAFETY: so many values lie there.
        unsafe { std::slice::from_raw_parts(self.start.as_ptr(), self.length) }
    }
}

impl DerefMut for Items {
    #[inline(always)]
    fn deref_mut(&mut self) -> &mut [Value] {
        // SAFETY: as in `deref`.
        unsafe { std::slice::from_raw_parts_mut(self.start.as_ptr(), self.length) }
    }
}

impl IntoIterator for Items {
    type Item = Value;
    type IntoIter = std::vec::IntoIter<Value>;
    fn into_iter(self) -> Self::IntoIter {
        Vec::from(self).into_iter()
    }
}

/// The items as a vector, for as long as they are borrowed.
pub struct AsVec<'a> {
    items: &'a mut Items,
    all: ManuallyDrop<Vec<Value>>,
}

impl Deref for AsVec<'_> {
    type Target = Vec<Value>;
    fn deref(&self) -> &Vec<Value> {
        &self.all
    }
}

impl DerefMut for AsVec<'_> {
    fn deref_mut(&mut self) -> &mut Vec<Value> {
        &mut self.all
    }
}

impl Drop for AsVec<'_> {
    fn drop(&mut self) {
        // SAFETY: the vector is not used after this; what it is put in place of has no block.
        unsafe { std::ptr::write(self.items, ManuallyDrop::take(&mut self.all).into()) };
    }
}

impl Items {
    /// Places from the first item on.
    #[inline(always)]
    pub fn capacity(&self) -> usize {
        self.room & !GAP
    }

    /// Places that are free behind the items.
    #[inline(always)]
    pub fn spare(&self) -> usize {
        self.capacity() - self.length
    }

    /// Places that are free before the items.
    #[inline(always)]
    pub fn gap(&self) -> usize {
        // SAFETY: the mark says that the place before the first item is free, and that its first word holds the number.
        if self.room & GAP == 0 { 0 } else { unsafe { self.start.as_ptr().sub(1).cast::<usize>().read() } }
    }

    /// Says where the items lie now.
    ///
    /// # Safety
    /// `start` lies `gap` places behind the block's beginning, and `room` places before its end.
    #[inline(always)]
    unsafe fn lie_at(&mut self, start: *mut Value, room: usize, gap: usize) {
        // SAFETY: the caller's; the place before `start` is free where there is a gap.
        unsafe {
            self.start = NonNull::new_unchecked(start);
            self.room = room;
            if gap > 0 {
                start.sub(1).cast::<usize>().write(gap);
                self.room |= GAP;
            }
        }
    }

    /// Moves the items to the beginning of their block.
    #[inline(never)]
    fn close_gap(&mut self) {
        let (gap, room) = (self.gap(), self.capacity());
        // SAFETY: the block begins so many places before, which are free.
        unsafe {
            let first = self.start.as_ptr().sub(gap);
            std::ptr::copy(self.start.as_ptr(), first, self.length);
            self.lie_at(first, room + gap, 0);
        }
    }

    /// The items as a vector; none are left.
    #[inline]
    fn take_vec(&mut self) -> Vec<Value> {
        if self.room & GAP != 0 {
            self.close_gap();
        }
        let items = ManuallyDrop::new(std::mem::take(self));
        // SAFETY: without a gap the block is that of a vector of so many places, and it is given up here.
        unsafe { Vec::from_raw_parts(items.start.as_ptr(), items.length, items.room) }
    }

    /// The items as a vector, to change in any way.
    #[inline]
    pub fn vec(&mut self) -> AsVec<'_> {
        let all = ManuallyDrop::new(self.take_vec());
        AsVec { items: self, all }
    }

    /// Makes room behind the items out of the gap, where that is worth it: whether there is room for so many more now.
    pub fn use_gap(&mut self, more: usize) -> bool {
        let gap = self.gap();
        // Moving all costs no more than it cost to make the gap.
        if gap >= self.length.max(more.saturating_sub(self.spare())) && gap > 0 {
            self.close_gap();
        }
        self.spare() >= more
    }

    /// Makes room for so many more.
    #[inline]
    pub fn reserve(&mut self, more: usize) {
        if self.spare() < more && !self.use_gap(more) {
            let places = self.growth(more);
            self.vec().reserve_exact(places);
        }
    }

    /// The same, where there is memory for it.
    pub fn try_reserve(&mut self, more: usize) -> Result<(), NoMemory> {
        if self.spare() >= more || self.use_gap(more) {
            return Ok(());
        }
        let places = self.growth(more);
        heap::grow_exact(&mut self.vec(), places)
    }

    /// How many places more to ask for where so many are needed. Most lists are small, and are kept for longer than they grow: what they ask
    /// for beyond their need would be a good part of the memory of a program.
    fn growth(&self, more: usize) -> usize {
        let needed = self.length.saturating_add(more);
        let places = needed.saturating_add(if needed < ROOMY_FROM { needed / 4 } else { needed / 2 }).saturating_add(3) & !3;
        // Who asks for many at once will hardly ask again.
        if more > places - needed { more } else { places - self.length }
    }

    /// Takes over that so many items lie there.
    ///
    /// # Safety
    /// They do, and no more than there is room for.
    #[inline(always)]
    pub unsafe fn set_len(&mut self, length: usize) {
        self.length = length;
    }

    /// Adds an item.
    #[inline]
    pub fn push(&mut self, item: Value) {
        if self.spare() == 0 {
            self.reserve(1);
        }
        // SAFETY: there is room for it.
        unsafe { self.start.as_ptr().add(self.length).write(item) };
        self.length += 1;
    }

    /// Adds a copy of an item, where there is room for it; whether there was.
    #[inline(always)]
    pub fn push_copy(&mut self, item: &Value) -> bool {
        let room = self.spare() > 0;
        if room {
            // SAFETY: there is room for it.
            unsafe { Words::copy(item).write(self.start.as_ptr().add(self.length)) };
            self.length += 1;
        }
        room
    }

    /// Adds an item where there is room for it.
    ///
    /// # Safety
    /// There is.
    #[inline(always)]
    pub unsafe fn push_within(&mut self, item: Words) {
        debug_assert!(self.spare() > 0);
        // SAFETY: the caller's.
        unsafe { item.write(self.start.as_ptr().add(self.length)) };
        self.length += 1;
    }

    /// Adds items.
    #[inline]
    pub fn extend_from_slice(&mut self, items: &[Value]) {
        self.reserve(items.len());
        // SAFETY: there is room for all of them.
        unsafe { copy_values(items, self.start.as_ptr().add(self.length)) };
        self.length += items.len();
    }

    /// Removes the last item.
    #[inline(always)]
    pub fn pop(&mut self) -> Option<Value> {
        self.length = self.length.checked_sub(1)?;
        // SAFETY: the item was there, and is not any more.
        Some(unsafe { self.start.as_ptr().add(self.length).read() })
    }

    /// Removes an item.
    #[inline]
    pub fn remove(&mut self, place: usize) -> Value {
        assert!(place < self.length);
        // SAFETY: the item is there; what it leaves is closed at once.
        unsafe {
            let removed = self.start.as_ptr().add(place).read();
            self.close(place..place + 1);
            removed
        }
    }

    /// Removes a part, which goes to the end of `to`.
    pub fn cut(&mut self, part: Range<usize>, to: &mut Vec<Value>) {
        assert!(part.start <= part.end && part.end <= self.length);
        to.reserve(part.len());
        // SAFETY: the items are there and move to room that was just made; what they leave is closed at once.
        unsafe {
            self.start.as_ptr().add(part.start).copy_to_nonoverlapping(to.as_mut_ptr().add(to.len()), part.len());
            to.set_len(to.len() + part.len());
            self.close(part);
        }
    }

    /// Closes what a part has left, moving the fewer items.
    ///
    /// # Safety
    /// The part lies among the items and was moved out.
    #[inline]
    unsafe fn close(&mut self, part: Range<usize>) {
        let (count, behind) = (part.len(), self.length - part.end);
        self.length -= count;
        if count == 0 {
            return;
        }
        // SAFETY: the caller's. What lies before the part moves up to it, leaving a gap, or what lies behind it moves down.
        unsafe {
            let first = self.start.as_ptr();
            if part.start < behind {
                let (room, gap) = (self.capacity(), self.gap());
                first.copy_to(first.add(count), part.start);
                self.lie_at(first.add(count), room - count, gap + count);
            } else {
                first.add(part.end).copy_to(first.add(part.start), behind);
            }
        }
    }

    /// Puts an item before another one.
    #[inline]
    pub fn insert(&mut self, place: usize, item: Value) {
        assert!(place <= self.length);
        let ahead = place < self.length / 2;
        if ahead && self.room & GAP == 0 {
            self.open_gap();
        }
        let gap = self.gap();
        // SAFETY: before the first item there is a free place where there is a gap, and behind the last one after `reserve`.
        unsafe {
            if ahead && gap > 0 {
                let (first, room) = (self.start.as_ptr().sub(1), self.capacity());
                self.start.as_ptr().copy_to(first, place);
                self.lie_at(first, room + 1, gap - 1);
            } else {
                self.reserve(1);
                let at = self.start.as_ptr().add(place);
                at.copy_to(at.add(1), self.length - place);
            }
            self.start.as_ptr().add(place).write(item);
        }
        self.length += 1;
    }

    /// Makes half of the room behind the items a gap, where that is much: what is put in front again and again then moves nothing.
    fn open_gap(&mut self) {
        let spare = self.spare();
        if spare < ROOMY || spare < self.length / 8 {
            return;
        }
        // SAFETY: so many places behind the items are free.
        unsafe {
            let (first, gap, room) = (self.start.as_ptr(), spare / 2, self.capacity());
            first.copy_to(first.add(gap), self.length);
            self.lie_at(first.add(gap), room - gap, gap);
        }
    }

    /// Puts new items in place of a part, and the part into `new`.
    pub fn replace(&mut self, part: Range<usize>, new: &mut Vec<Value>) {
        let both = part.len().min(new.len());
        let rest = part.start + both;
        self[part.start..rest].swap_with_slice(&mut new[..both]);
        if both < part.len() {
            self.cut(rest..part.end, new);
        } else if both < new.len() {
            drop(self.vec().splice(rest..rest, new.drain(both..)));
        }
    }
}

impl Extend<Value> for Items {
    fn extend<T: IntoIterator<Item = Value>>(&mut self, items: T) {
        let items = items.into_iter();
        self.reserve(items.size_hint().0);
        items.for_each(|item| self.push(item));
    }
}

/// Drops the items, the last one first, as CPython does: finalisers show the order.
impl Drop for Items {
    #[inline]
    fn drop(&mut self) {
        let left = std::mem::take(&mut self.length);
        for place in (0..left).rev() {
            // SAFETY: the item is there and no longer counts as one.
            unsafe { std::ptr::drop_in_place(self.start.as_ptr().add(place)) };
        }
        let places = self.gap() + self.capacity();
        if places > 0 {
            // SAFETY: the block is that of a vector of all these places, which nobody uses any more. So many values had a layout when it was made.
            unsafe {
                let layout = Layout::from_size_align_unchecked(places * size_of::<Value>(), align_of::<Value>());
                heap::release(self.start.as_ptr().sub(self.gap()).cast(), layout);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Items, Value};

    fn numbers(items: &Items) -> Vec<i64> {
        items.iter().map(|item| if let Value::Int(number) = item { *number } else { -1 }).collect()
    }

    /// Against a vector, with what makes, widens, uses and closes gaps.
    #[test]
    fn as_a_vector() {
        let (mut items, mut model) = (Items::default(), Vec::new());
        let mut seed = 1u64;
        for turn in 0..20_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let pick = (seed >> 33) as usize;
            let place = if pick & 1 == 0 { 0 } else { pick % (model.len() + 1) };
            match pick / 7 % 8 {
                0..=2 => {
                    items.push(Value::Int(turn));
                    model.push(turn);
                }
                3 | 4 => {
                    items.insert(place, Value::Int(turn));
                    model.insert(place, turn);
                }
                5 if place < model.len() => {
                    assert!(matches!(items.remove(place), Value::Int(number) if number == model.remove(place)));
                }
                6 if place < model.len() => {
                    let end = (place + pick % 5).min(model.len());
                    let mut cut = Vec::new();
                    items.cut(place..end, &mut cut);
                    assert_eq!(cut.len(), model.drain(place..end).count());
                }
                _ => {
                    let end = (place + pick % 3).min(model.len());
                    let mut new: Vec<Value> = (0..pick as i64 % 4).map(Value::Int).collect();
                    model.splice(place..end, 0..pick as i64 % 4);
                    items.replace(place..end, &mut new);
                }
            }
            assert_eq!(numbers(&items), model);
        }
        assert_eq!(Vec::from(items).len(), model.len());
    }
}
