//! A key as dicts and sets keep it: a value, and in the six bytes that its first word leaves unused, bits of its hash. So an entry is no
//! larger than key and value, and a search still looks at no key of another hash.
//!
//! Invariant: the first two bytes and the second word are those of a value, so that a key can be looked at as one. Copies of it carry
//! the bits along, where nobody looks at them: a value is told by its tag and kind alone.
#![allow(unsafe_code)]

use std::mem::{ManuallyDrop, MaybeUninit};
use std::ops::Deref;

use super::key::quick_hash;
use super::{FrozenSet, Str, Tuple};
use crate::value::{Kind, Value};

/// Bits of the first word that are the value's.
const HEAD: u32 = 16;
/// The bits in the first word of what takes the place of a key that was removed.
const REMOVED: u64 = 1 << HEAD;

/// A key, or nothing.
#[repr(C)]
pub struct HashedKey {
    first: u64,
    second: MaybeUninit<u64>,
}

const _: () = assert!(size_of::<HashedKey>() == size_of::<Value>() && align_of::<HashedKey>() == align_of::<Value>());

/// 48 bits of a hash, in which all of its bits have a part, as the first word holds them. A hash that is neither negative nor needs more
/// bits is what they say.
#[inline(always)]
pub fn mark(hash: i64) -> u64 {
    let hash = hash as u64;
    (hash ^ hash >> 48) << HEAD
}

/// Whether a hash is what its mark says, for it is not negative.
#[inline(always)]
fn is_short(hash: i64) -> bool {
    hash as u64 >> (63 - HEAD) == 0
}

/// The bits of a mark as the hash that an index goes by.
#[inline(always)]
pub fn short(mark: u64) -> i64 {
    (mark >> HEAD) as i64
}

/// The same keys once more.
pub fn copies(keys: &[HashedKey]) -> Vec<HashedKey> {
    let mut all: Vec<HashedKey> = Vec::with_capacity(keys.len());
    for key in keys {
        std::mem::forget(Value::clone(key));
    }
    // SAFETY: there is room for all of them, and the references in them were counted just now.
    unsafe {
        all.as_mut_ptr().copy_from_nonoverlapping(keys.as_ptr(), keys.len());
        all.set_len(keys.len());
    }
    all
}

impl Default for HashedKey {
    #[inline(always)]
    fn default() -> HashedKey {
        HashedKey { first: 0, second: MaybeUninit::uninit() }
    }
}

impl Deref for HashedKey {
    type Target = Value;
    #[inline(always)]
    fn deref(&self) -> &Value {
        // SAFETY: what a value is told by is a value's here, in the same layout.
        unsafe { &*std::ptr::from_ref(self).cast::<Value>() }
    }
}

impl Drop for HashedKey {
    #[inline(always)]
    fn drop(&mut self) {
        // SAFETY: as in `deref`; the key is not used after this.
        unsafe { std::ptr::drop_in_place(std::ptr::from_mut(self).cast::<Value>()) }
    }
}

impl HashedKey {
    /// A key with its hash's mark.
    #[inline(always)]
    pub fn new(mark: u64, key: Value) -> HashedKey {
        let key = ManuallyDrop::new(key);
        // SAFETY: a value is two words, and this one moves here.
        let second = unsafe { (&raw const key).cast::<MaybeUninit<u64>>().add(1).read() };
        HashedKey { first: key.head() | mark, second }
    }

    /// The same key once more.
    #[inline(always)]
    pub fn copied(&self) -> HashedKey {
        std::mem::forget(Value::clone(self));
        // SAFETY: the one thing in it that is not plain data, the reference, was counted just now.
        unsafe { std::ptr::read(self) }
    }

    /// The key alone.
    #[inline(always)]
    pub fn into_value(self) -> Value {
        // SAFETY: as in `deref`; the key moves out.
        unsafe { std::ptr::from_ref(&*ManuallyDrop::new(self)).cast::<Value>().read() }
    }

    /// Moves the key out, leaving nothing.
    #[inline(always)]
    pub fn take(&mut self) -> Value {
        std::mem::take(self).into_value()
    }

    /// Moves the key out, leaving a trace.
    #[inline(always)]
    pub fn remove(&mut self) -> Value {
        std::mem::replace(self, HashedKey { first: REMOVED, second: MaybeUninit::uninit() }).into_value()
    }

    /// Whether there is neither a key nor the trace of one.
    #[inline(always)]
    pub fn is_unused(&self) -> bool {
        self.first == 0
    }

    /// Whether this is the trace of a key that was removed.
    #[inline(always)]
    pub fn is_removed(&self) -> bool {
        self.first == REMOVED
    }

    /// The mark of the key's hash.
    #[inline(always)]
    pub fn mark(&self) -> u64 {
        self.first >> HEAD << HEAD
    }

    /// Whether the key's hash has that mark. What is no key may have it too.
    #[inline(always)]
    pub fn has(&self, mark: u64) -> bool {
        self.first ^ mark < 1 << HEAD
    }

    /// The hash, where the key remembers it or the mark says it; else another one with the same mark.
    #[inline(always)]
    pub fn hash(&self) -> i64 {
        let known = match &**self {
            Value::Int(int) => Some(*int).filter(|int| is_short(*int)),
            Value::Object(Kind::Str, _) => self.get::<Str>().and_then(Str::known_hash),
            Value::Object(Kind::Tuple, _) => self.get::<Tuple>().and_then(Tuple::hash),
            _ => None,
        };
        known.unwrap_or_else(|| self.other_hash())
    }

    /// Whether [`HashedKey::hash`] gives a hash, which is the key's.
    #[inline(always)]
    pub fn tells(&self, hash: i64) -> bool {
        is_short(hash)
            || match &**self {
                Value::Object(Kind::Str, _) => true,
                Value::Object(Kind::Tuple, _) => self.get::<Tuple>().is_some_and(|tuple| tuple.hash().is_some()),
                _ => self.other_hash() == hash,
            }
    }

    #[inline(never)]
    fn other_hash(&self) -> i64 {
        let own = match &**self {
            Value::Int(_)
            | Value::Object(Kind::Str | Kind::Tuple | Kind::Bytes | Kind::BigInt | Kind::Complex, _)
            | Value::Float(_) => quick_hash(self),
            Value::Object(Kind::FrozenSet, _) => self.get::<FrozenSet>().map(|set| set.hash.get()),
            _ => None,
        };
        // What the folding did to a hash of few bits, which is negative or not.
        let bits = self.mark() as i64 >> HEAD;
        own.filter(|hash| mark(*hash) == self.mark()).unwrap_or(if bits < 0 { bits ^ 0xFFFF } else { bits })
    }
}

#[cfg(test)]
mod tests {
    use super::{HashedKey, mark};
    use crate::value::Value;

    #[test]
    fn keys_and_marks() {
        for number in [0, 1, -2, 77, -123_456, 1 << 40, -(1 << 40), 1 << 46] {
            let mut key = HashedKey::new(mark(number), Value::None);
            assert!(key.has(mark(number)) && !key.has(mark(number + 1)) && key.is_none());
            assert_eq!(key.hash(), number);
            key.remove();
            assert!(key.is_removed() && !key.is_unused() && !key.is_set());
        }
        let float = HashedKey::new(mark(super::super::hash_float(0.5)), Value::Float(0.5));
        assert_eq!(float.copied().hash(), super::super::hash_float(0.5));
        assert!(matches!(float.into_value(), Value::Float(0.5)));
        assert!(HashedKey::default().is_unused());
    }
}
