//! A small set of register numbers.

use smallvec::SmallVec;

/// A set of registers.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bits(SmallVec<[u64; 2]>);

impl Bits {
    pub fn insert(&mut self, at: u16) {
        let word = usize::from(at) / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= 1 << (at % 64);
    }

    pub fn remove(&mut self, at: u16) {
        if let Some(word) = self.0.get_mut(usize::from(at) / 64) {
            *word &= !(1 << (at % 64));
        }
    }

    pub fn contains(&self, at: u16) -> bool {
        self.0.get(usize::from(at) / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
    }

    pub fn intersect(&mut self, other: &Bits) {
        for (at, word) in self.0.iter_mut().enumerate() {
            *word &= other.0.get(at).copied().unwrap_or(0);
        }
    }

    pub fn unite(&mut self, other: &Bits) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    pub fn subtract(&mut self, other: &Bits) {
        for (word, less) in self.0.iter_mut().zip(&other.0) {
            *word &= !less;
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = u16> + '_ {
        self.0
            .iter()
            .enumerate()
            .flat_map(|(at, &word)| (0..64u16).filter(move |bit| word & (1 << bit) != 0).map(move |bit| at as u16 * 64 + bit))
    }

    /// The first and last member from `low` on.
    pub fn range_from(&self, low: u16) -> Option<(u16, u16)> {
        let mut found: Option<(u16, u16)> = None;
        for (at, &word) in self.0.iter().enumerate().skip(usize::from(low) / 64) {
            let base = at as u16 * 64;
            let word = if base < low { word & (u64::MAX << (low - base)) } else { word };
            if word != 0 {
                let first = base + word.trailing_zeros() as u16;
                let last = base + 63 - word.leading_zeros() as u16;
                found = Some((found.map_or(first, |(first, _)| first), last));
            }
        }
        found
    }
}

impl FromIterator<u16> for Bits {
    fn from_iter<T: IntoIterator<Item = u16>>(items: T) -> Bits {
        let mut bits = Bits::default();
        items.into_iter().for_each(|at| bits.insert(at));
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets_of_registers() {
        let mut bits: Bits = [1, 63, 64, 200].into_iter().collect();
        assert_eq!(bits.iter().collect::<Vec<_>>(), [1, 63, 64, 200]);
        assert_eq!(bits.range_from(2), Some((63, 200)));
        assert_eq!(bits.range_from(65), Some((200, 200)));
        assert_eq!(bits.range_from(201), None);
        bits.intersect(&[63, 200, 300].into_iter().collect());
        assert_eq!(bits.iter().collect::<Vec<_>>(), [63, 200]);
        bits.remove(63);
        assert!(!bits.contains(63) && bits.contains(200) && !bits.contains(9999));
    }
}
