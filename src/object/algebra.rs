//! Union, intersection, difference and inclusion of tables of sets, as far as that goes without running scripts: none where it doesn't.
//!
//! Which table is walked, which one is copied and when one grows is CPython's way: the order of a printed set depends on it.

use super::SetStorage;

impl SetStorage {
    /// The keys of both.
    pub fn union(&self, other: &SetStorage) -> Option<SetStorage> {
        let mut result = self.copied();
        result.merge(other)?;
        Some(result)
    }

    /// Adds the keys of another table. Where it stops early, some were added: adding all of them again gives the same.
    pub fn merge(&mut self, other: &SetStorage) -> Option<()> {
        if other.is_empty() {
            return Some(());
        }
        if self.is_fresh() {
            *self = self.copied_over(other);
            return Some(());
        }
        self.reserve(other.len());
        for (hash, key) in other.hashed() {
            self.add_hashed(hash, key)?;
        }
        Some(())
    }

    /// The keys that both have: the smaller table is walked.
    pub fn intersection(&self, other: &SetStorage) -> Option<SetStorage> {
        let (walked, asked) = if other.len() > self.len() { (self, other) } else { (other, self) };
        let mut result = SetStorage::default();
        for (hash, key) in walked.hashed() {
            if asked.find_plain(hash, key)?.is_some() {
                result.add_hashed(hash, key)?;
            }
        }
        Some(result)
    }

    /// The keys that the other one does not have. From a much smaller one CPython goes another way: that is left to the caller.
    pub fn difference(&self, other: &SetStorage) -> Option<SetStorage> {
        if other.len() < self.len() >> 2 {
            return None;
        }
        let mut result = SetStorage::default();
        for (hash, key) in self.hashed() {
            if other.find_plain(hash, key)?.is_none() {
                result.add_hashed(hash, key)?;
            }
        }
        Some(result)
    }

    /// Whether the other one has all keys.
    pub fn is_within(&self, other: &SetStorage) -> Option<bool> {
        if self.len() > other.len() {
            return Some(false);
        }
        for (hash, key) in self.hashed() {
            if other.find_plain(hash, key)?.is_none() {
                return Some(false);
            }
        }
        Some(true)
    }
}
