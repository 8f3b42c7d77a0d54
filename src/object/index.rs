//! The hash index of a dict: a table of the entries' numbers, searched by open addressing.
//!
//! A search begins at the slot that the hash's low bits name and goes on as CPython's does, so that keys that are consecutive ints lie side by
//! side in the table as they do among the entries. At most two thirds of the slots are ever used, so each search comes to an
//! empty one.

/// A slot that was never used.
const EMPTY: u32 = u32::MAX;
/// A slot whose entry is gone.
const DELETED: u32 = u32::MAX - 1;

/// The index.
#[derive(Clone, Default)]
pub struct Index {
    slots: Box<[u32]>,
}

/// The slots that a hash is looked for in, in order: the next one, and what the one after it follows from.
#[derive(Clone, Copy)]
pub struct Probe {
    mask: u64,
    perturb: u64,
    slot: u64,
}

impl Probe {
    /// The beginning of a search in a table of so many slots; without an index, of the search through the entries.
    #[inline(always)]
    pub fn new(hash: i64, slots: usize) -> Probe {
        let mask = (slots as u64).wrapping_sub(1);
        Probe { mask, perturb: hash as u64, slot: if slots == 0 { 0 } else { hash as u64 & mask } }
    }

    /// Whether it belongs to a table of so many slots.
    pub fn fits(&self, slots: usize) -> bool {
        self.mask == (slots as u64).wrapping_sub(1)
    }

    /// The next of so many entries that have no index.
    #[inline]
    pub fn next_linear(&mut self, entries: usize) -> Option<usize> {
        let place = self.slot as usize;
        self.slot += 1;
        (place < entries).then_some(place)
    }

    #[inline(always)]
    fn step(&mut self) {
        self.perturb >>= 5;
        self.slot = self.slot.wrapping_mul(5).wrapping_add(self.perturb).wrapping_add(1) & self.mask;
    }
}

impl Index {
    /// Number of slots.
    #[inline(always)]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether it has no slots: then it knows of no entries.
    #[inline(always)]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

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

    /// The entry at the first slot of a search.
    #[inline(always)]
    pub fn first(&self, hash: i64) -> Option<usize> {
        let slot = hash as usize & self.slots.len().wrapping_sub(1);
        self.slots.get(slot).map(|place| *place as usize).filter(|place| *place < DELETED as usize)
    }

    /// As [`Index::find`]; the slot that ended the search where there is none. There are slots.
    #[inline(always)]
    pub fn find_or_slot(&self, hash: i64, mut test: impl FnMut(usize) -> bool) -> Result<usize, usize> {
        let mut probe = Probe::new(hash, self.slots.len());
        loop {
            match self.slots[probe.slot as usize] {
                EMPTY => return Err(probe.slot as usize),
                DELETED => {}
                place if test(place as usize) => return Ok(place as usize),
                _ => {}
            }
            probe.step();
        }
    }

    /// Adds an entry at the slot where the search for it ended.
    #[inline(always)]
    pub fn insert_at(&mut self, slot: usize, place: usize) {
        self.slots[slot] = place as u32;
    }

    /// The next entry of a search, none at its end.
    #[inline]
    pub fn next(&self, probe: &mut Probe) -> Option<usize> {
        loop {
            let found = *self.slots.get(probe.slot as usize)?;
            if found == EMPTY {
                return None;
            }
            probe.step();
            if found != DELETED {
                return Some(found as usize);
            }
        }
    }

    /// Adds an entry; there is room for it.
    #[inline]
    pub fn insert(&mut self, hash: i64, place: usize) {
        let mut probe = Probe::new(hash, self.slots.len());
        while self.slots[probe.slot as usize] != EMPTY {
            probe.step();
        }
        self.slots[probe.slot as usize] = place as u32;
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

    /// Empties it, with so many slots.
    pub fn reset(&mut self, slots: usize) {
        if self.slots.len() == slots {
            self.slots.fill(EMPTY);
        } else {
            self.slots = vec![EMPTY; slots].into();
        }
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
        index.reset(1024);
        for (place, hash) in hashes.iter().enumerate() {
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
        assert!(Index::default().is_empty());
    }
}
