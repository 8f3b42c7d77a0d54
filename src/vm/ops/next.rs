//! The next item of the machine's own iterators, as far as a look at their state gives it: nothing runs, nothing is dropped, no borrow
//! is taken. None means that the general step has to be asked, for an item or for the end.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use crate::object::frame::{self, Frame};
use crate::object::{ByteArray, Bytes, Dict, DictWalk, FrozenSet, Iter, Iterator, List, Set, SetStorage, Str, Tuple, ViewKind};
use crate::value::{Value, Words};
use crate::vm::Vm;

/// # Safety
/// Nobody changes the list meanwhile.
#[inline(always)]
pub(super) unsafe fn of_list(list: &List, index: &mut usize) -> Option<Words> {
    // SAFETY: the caller's; the look ends before anything else runs.
    unsafe {
        let item = (&*list.0.as_ptr()).get(*index)?;
        *index += 1;
        Some(Words::copy(item))
    }
}

/// # Safety
/// As [`of_list`].
#[inline(always)]
pub(super) unsafe fn of_list_backwards(list: &List, left: &mut usize) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        let at = left.checked_sub(1)?;
        let item = (&*list.0.as_ptr()).get(at)?;
        *left = at;
        Some(Words::copy(item))
    }
}

#[inline(always)]
pub(super) fn of_tuple(tuple: &Tuple, index: &mut usize) -> Option<Words> {
    let item = tuple.items().get(*index)?;
    *index += 1;
    // SAFETY: an item of a tuple is a value.
    Some(unsafe { Words::copy(item) })
}

#[inline(always)]
pub(super) fn of_range(next: &mut i64, step: i64, left: &mut u64) -> Option<Words> {
    *left = left.checked_sub(1)?;
    let item = *next;
    *next = item.wrapping_add(step);
    Some(Words::int(item))
}

/// One byte is one character, if it is below 128; the characters' strings are there after the first.
#[inline(always)]
pub(super) fn of_str(vm: &Vm, text: &Str, offset: &mut usize) -> Option<Words> {
    let byte = text.text_at_hand().as_bytes().get(*offset).copied().filter(u8::is_ascii)?;
    let character = vm.characters.get(usize::from(byte))?;
    *offset += 1;
    // SAFETY: what the table holds is a value.
    Some(unsafe { Words::copy(character) })
}

/// # Safety
/// As [`of_list`], of the dict.
#[inline(always)]
pub(super) unsafe fn of_dict(dict: &Dict, kind: ViewKind, walk: &mut DictWalk) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        let (key, value) = entry_of_dict(dict, walk)?;
        Some(Words::copy(if kind == ViewKind::Keys { key } else { value }))
    }
}

/// The places of the next key and value.
///
/// # Safety
/// As [`of_dict`].
#[inline(always)]
pub(super) unsafe fn entry_of_dict(dict: &Dict, walk: &mut DictWalk) -> Option<(*const Value, *const Value)> {
    // SAFETY: the caller's.
    unsafe {
        let storage = &*dict.storage().as_ptr();
        let entry = storage.entries().get(walk.at)?;
        if storage.len() != walk.len || !entry.key.is_set() {
            return None;
        }
        walk.left = walk.left.checked_sub(1)?;
        walk.at += 1;
        Some((&raw const *entry.key, &raw const entry.value))
    }
}

#[inline(always)]
pub(super) fn of_bytes(value: &Value, index: &mut usize) -> Option<Words> {
    let byte = match value.get::<Bytes>() {
        Some(bytes) => *bytes.data().get(*index)?,
        None => *value.get::<ByteArray>()?.0.try_borrow().ok()?.get(*index)?,
    };
    *index += 1;
    Some(Words::int(i64::from(byte)))
}

/// # Safety
/// As [`of_list`], of the set.
#[inline(always)]
pub(super) unsafe fn of_set(set: &Set, at: &mut usize, len: usize) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        let storage = &*set.0.as_ptr();
        if storage.len() != len {
            return None;
        }
        of_table(storage, at)
    }
}

#[inline(always)]
pub(super) fn of_frozenset(value: &Value, at: &mut usize) -> Option<Words> {
    of_table(&value.get::<FrozenSet>()?.storage, at)
}

#[inline(always)]
fn of_table(storage: &SetStorage, at: &mut usize) -> Option<Words> {
    let (next, key) = storage.next_from(*at)?;
    *at = next;
    // SAFETY: a key is a value.
    Some(unsafe { Words::copy(key) })
}

/// The next item of an iterator over something built in.
///
/// # Safety
/// Nobody uses the iterator's state, or changes what it goes over, meanwhile.
#[inline(always)]
pub(super) unsafe fn plain(vm: &Vm, iterator: &Iterator) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        match &mut *iterator.0.as_ptr() {
            Iter::List(list, index) => of_list(list, index),
            Iter::Range { next, step, left } => of_range(next, *step, left),
            Iter::Tuple(tuple, index) => of_tuple(tuple, index),
            Iter::Str(text, offset) => of_str(vm, text, offset),
            Iter::Dict(dict, kind @ (ViewKind::Keys | ViewKind::Values), walk) => of_dict(dict, *kind, walk),
            Iter::ListReversed(list, left) => of_list_backwards(list, left),
            Iter::Bytes(value, index) => of_bytes(value, index),
            Iter::Set(set, at, len) => of_set(set, at, *len),
            Iter::FrozenSet(value, at) => of_frozenset(value, at),
            _ => None,
        }
    }
}

/// As [`plain`], with what is gone over most in line.
///
/// # Safety
/// As [`plain`].
#[inline(always)]
pub(in crate::vm) unsafe fn frequent(vm: &Vm, iterator: &Iterator) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        match &mut *iterator.0.as_ptr() {
            Iter::List(list, index) => of_list(list, index),
            Iter::Range { next, step, left } => of_range(next, *step, left),
            _ => {
                let item = plain_apart(vm, iterator);
                item.is_set().then_some(item)
            }
        }
    }
}

/// As [`plain`], unset for none: an `Option` would lie on the native stack of an instruction, which then could not end in a jump.
#[inline(never)]
unsafe fn plain_apart(vm: &Vm, iterator: &Iterator) -> Words {
    // SAFETY: the caller's.
    unsafe { plain(vm, iterator).unwrap_or_else(Words::unset) }
}

/// The next item of an iterator over something built in that a resting generator delegates to: the generator need not wake for it.
///
/// # Safety
/// The frame rests at its `YieldFrom`; else as [`plain`].
#[inline(always)]
pub(super) unsafe fn delegated(vm: &Vm, resting: *mut Frame) -> Option<Words> {
    // SAFETY: the caller's.
    unsafe {
        let delegate = &*frame::registers(resting).add(usize::from((*(*resting).pc).b));
        plain(vm, delegate.get::<Iterator>()?)
    }
}
