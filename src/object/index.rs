//! The hash index of a dict: a table of the entries' numbers, searched by open addressing.
//!
//! A search begins at the slot that the hash's low bits name and goes on as CPython's does, so that keys that are consecutive ints lie side by
//! side in the table as they do among the entries. At most two thirds of the slots are ever used, so each search comes to an
//! empty one.

/// A slot that was never used.
const EMPTY: u32 = u32::MAX;
/// A slot whose entry is gone.
const DELETED: u32 = u32::MAX - 1;
/// Fewest slots.
const LEAST: usize = 16;

/// The index.
#[derive(Clone, Default)]
pub struct Index {
    slots: Box<[u32]>,
    used: usize,
}

/// The slots that a hash is looked for in, in order.
struct Probe {
    mask: u64,
    perturb: u64,
    slot: u64,
}

impl Probe {
    #[inline(always)]
    fn new(hash: i64, slots: usize) -> Probe {
        let mask = slots as u64 - 1;
        Probe { mask, perturb: hash as u64, slot: hash as u64 & mask }
    }

    #[inline(always)]
    fn step(&mut self) {
        self.perturb >>= 5;
        self.slot = self.slot.wrapping_mul(5).wrapping_add(self.perturb).wrapping_add(1) & self.mask;
    }
}

impl Index {
    /// The first entry of those under a hash that `test` accepts. It is also asked about entries of other hashes.
    #[inline(always)]
    pub fn find(&self, hash: i64, mut test: impl FnMut(usize) -> bool) -> Option<usize> {
        if self.slots.is_empty() {
            return None;
        }
        let mut probe = Probe::new(hash, self.slots.len());
        loop {
            match self.slots[probe.slot as usize] {
                EMPTY => return None,
                DELETED => {}
                place if test(place as usize) => return Some(place as usize),
                _ => {}
            }
            probe.step();
        }
    }

    /// Whether another entry fits.
    #[inline(always)]
    pub fn has_room(&self) -> bool {
        (self.used + 1) * 3 <= self.slots.len() * 2
    }

    /// Adds an entry; there is room for it.
    #[inline]
    pub fn insert(&mut self, hash: i64, place: usize) {
        let mut probe = Probe::new(hash, self.slots.len());
        while self.slots[probe.slot as usize] != EMPTY {
            probe.step();
        }
        self.slots[probe.slot as usize] = place as u32;
        self.used += 1;
    }

    /// Takes an entry out.
    pub fn remove(&mut self, hash: i64, place: usize) {
        if self.slots.is_empty() {
            return;
        }
        let mut probe = Probe::new(hash, self.slots.len());
        loop {
            let slot = &mut self.slots[probe.slot as usize];
            if *slot == EMPTY {
                return;
            }
            if *slot == place as u32 {
                *slot = DELETED;
                return;
            }
            probe.step();
        }
    }

    /// Empties it, with room for as many entries again as it is about to get.
    pub fn reset(&mut self, count: usize) {
        let slots = (count * 3).next_power_of_two().max(LEAST);
        if self.slots.len() == slots {
            self.slots.fill(EMPTY);
        } else {
            self.slots = vec![EMPTY; slots].into();
        }
        self.used = 0;
    }

    /// Empties it and gives its memory back.
    pub fn clear(&mut self) {
        *self = Index::default();
    }
}

#[cfg(test)]
mod tests {
    use super::Index;

    /// Hashes that share their low bits, among them the one whose search passes over deleted slots.
    #[test]
    fn colliding_hashes_are_told_apart() {
        let hashes: Vec<i64> = (0..500).map(|n| n << 20).collect();
        let mut index = Index::default();
        index.reset(hashes.len());
        for (place, hash) in hashes.iter().enumerate() {
            assert!(index.has_room());
            index.insert(*hash, place);
        }
        for place in (0..500).step_by(2) {
            index.remove(hashes[place], place);
        }
        for (place, hash) in hashes.iter().enumerate() {
            let found = index.find(*hash, |other| hashes[other] == *hash);
            assert_eq!(found, (place % 2 == 1).then_some(place));
        }
    }

    #[test]
    fn an_empty_index_finds_nothing() {
        assert_eq!(Index::default().find(7, |_| true), None);
        assert!(!Index::default().has_room());
    }
}
