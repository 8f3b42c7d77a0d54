//! A binary heap that sifts as CPython's `heapq` does.
//!
//! Which of several equal items comes first is then the same as there, also between items that were added and taken in turn. An order that
//! isn't total is fine: it only decides what moves.

/// What stands in a heap.
pub trait Sifted: Copy {
    /// Whether this comes before another one.
    fn before(&self, other: &Self) -> bool;
}

/// The heap: each item comes before neither of its two parents' other children, but never before its parent.
pub struct Heap<T>(Vec<T>);

impl<T> Default for Heap<T> {
    fn default() -> Heap<T> {
        Heap(Vec::new())
    }
}

impl<T: Sifted> Heap<T> {
    /// How many items there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// The first item.
    pub fn first(&self) -> Option<&T> {
        self.0.first()
    }

    /// Adds an item (`heappush`).
    pub fn push(&mut self, item: T) {
        self.0.push(item);
        self.rise(0, self.0.len() - 1);
    }

    /// Takes the first item (`heappop`).
    pub fn pop(&mut self) -> Option<T> {
        let last = self.0.pop()?;
        let Some(first) = self.0.first_mut() else { return Some(last) };
        let taken = std::mem::replace(first, last);
        self.sink(0);
        Some(taken)
    }

    /// Drops the items that don't pass, and makes a heap of the others anew (`heapify`).
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
        for place in (0..self.0.len() / 2).rev() {
            self.sink(place);
        }
    }

    /// Moves an item towards the root, no further than `root`, past those that it comes before.
    fn rise(&mut self, root: usize, mut place: usize) {
        let item = self.0[place];
        while place > root {
            let parent = (place - 1) / 2;
            if !item.before(&self.0[parent]) {
                break;
            }
            self.0[place] = self.0[parent];
            place = parent;
        }
        self.0[place] = item;
    }

    /// Moves an item down to a leaf, the earlier child coming up each time, and lets it rise from there.
    fn sink(&mut self, root: usize) {
        let end = self.0.len();
        let item = self.0[root];
        let mut place = root;
        while 2 * place + 1 < end {
            let left = 2 * place + 1;
            let right = left + 1;
            let child = if right < end && !self.0[left].before(&self.0[right]) { right } else { left };
            self.0[place] = self.0[child];
            place = child;
        }
        self.0[place] = item;
        self.rise(root, place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy)]
    struct Item(u32, u32);

    impl Sifted for Item {
        fn before(&self, other: &Item) -> bool {
            self.0 < other.0
        }
    }

    fn drained(mut heap: Heap<Item>) -> Vec<u32> {
        std::iter::from_fn(|| heap.pop().map(|item| item.1)).collect()
    }

    #[test]
    fn equal_items_come_as_heapq_gives_them() {
        let mut heap = Heap::default();
        (0..5).for_each(|n| heap.push(Item(7, n)));
        assert_eq!(drained(heap), [0, 2, 4, 1, 3]);
        let mut heap = Heap::default();
        (0..6).for_each(|n| heap.push(Item(n % 2, n)));
        heap.retain(|item| item.1 != 0);
        assert_eq!(drained(heap), [2, 4, 3, 1, 5]);
    }

    #[test]
    fn items_come_in_order() {
        let mut heap = Heap::default();
        (0..100).for_each(|n| heap.push(Item(n * 37 % 101, n * 37 % 101)));
        let all = drained(heap);
        assert!(all.is_sorted() && all.len() == 100);
    }
}
