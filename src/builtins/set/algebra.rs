//! Union, intersection, difference, symmetric difference, in new sets and in place.

use std::cell::RefCell;

use crate::heap::Gc;
use crate::object::{Dict, Set, SetStorage};
use crate::value::Value;
use crate::vm::{Of, Result, Vm};

use super::table::{self, Plain, Table};
use super::{is_any_set, same_kind};

/// A method that makes a new set of the receiver's keys and others.
pub type Combine = fn(&mut Vm, Table, &[Value]) -> Result;
/// A method that changes its receiver by others.
pub type Change = fn(&mut Vm, &Gc<Set>, &[Value]) -> Result<()>;

/// `a op b`: both must be sets.
pub fn operator(vm: &mut Vm, a: &Value, b: &Value, function: Combine) -> Result {
    match Table::of(a) {
        Some(own) if is_any_set(b) => function(vm, own, std::slice::from_ref(b)),
        _ => Ok(Value::NotImplemented),
    }
}

/// `a op= b`: the other one must be a set.
pub fn in_place(vm: &mut Vm, a: Of<Set>, b: &Value, function: Change) -> Result {
    if !is_any_set(b) {
        return Ok(Value::NotImplemented);
    }
    function(vm, &a, std::slice::from_ref(b))?;
    Ok(a.value.clone())
}

pub fn union(vm: &mut Vm, own: Table, others: &[Value]) -> Result {
    own.check_room(vm)?;
    if let Some(known) = own.with_one(others, SetStorage::union) {
        return Ok(same_kind(own, known));
    }
    let result = RefCell::new(own.copied(vm)?);
    for other in others {
        if Table::of(other).is_none_or(|other| other.address() != own.address()) {
            table::update(vm, &result, other)?;
        }
    }
    Ok(same_kind(own, result.into_inner()))
}

pub fn update(vm: &mut Vm, set: &Gc<Set>, others: &[Value]) -> Result<()> {
    for other in others {
        table::update(vm, &set.0, other)?;
    }
    Ok(())
}

/// The keys that two have in common: the smaller set is walked.
fn common(vm: &mut Vm, own: Table<'_>, other: &Value) -> Result<SetStorage> {
    let result = RefCell::new(SetStorage::default());
    match Table::of(other) {
        Some(other) if other.address() == own.address() => return own.copied(vm),
        Some(other) => {
            if let Some(known) = own.with(|own| other.with(|other| own.intersection(other))) {
                return Ok(known);
            }
            let (walked, asked) = if other.len() > own.len() { (own, other) } else { (other, own) };
            walked.each(
                vm,
                |hash, key| match asked.has_plain(hash, key) {
                    Some(true) => table::add_plain(&result, hash, key),
                    Some(false) => Plain::Done,
                    None => Plain::Ask,
                },
                |vm, hash, key| {
                    if asked.contains(vm, hash, &key)? {
                        table::add_hashed(vm, &result, hash, key)?;
                    }
                    Ok(true)
                },
            )?;
        }
        None => {
            let iterator = vm.get_iter(other)?;
            while let Some(key) = vm.iter_next(&iterator)? {
                let hash = table::key_hash(vm, &key)?;
                if own.contains(vm, hash, &key)? {
                    table::add_hashed(vm, &result, hash, key)?;
                }
            }
        }
    }
    Ok(result.into_inner())
}

/// The keys that the first has in common with all others.
fn common_to_all(vm: &mut Vm, own: Table, others: &[Value]) -> Result<SetStorage> {
    let Some((first, rest)) = others.split_first() else { return own.copied(vm) };
    let mut result = common(vm, own, first)?;
    for other in rest {
        let so_far = Set::new(result);
        result = common(vm, Table::Set(&so_far), other)?;
    }
    Ok(result)
}

pub fn intersection(vm: &mut Vm, own: Table, others: &[Value]) -> Result {
    let result = common_to_all(vm, own, others)?;
    Ok(same_kind(own, result))
}

pub fn intersection_update(vm: &mut Vm, set: &Gc<Set>, others: &[Value]) -> Result<()> {
    let result = common_to_all(vm, Table::Set(set), others)?;
    drop(set.0.replace(result));
    Ok(())
}

/// The keys of the first that are not in the other.
fn without(vm: &mut Vm, own: Table<'_>, other: &Value) -> Result<SetStorage> {
    enum Kept<'a> {
        Table(Table<'a>),
        Dict(&'a Dict),
    }
    if let Some(known) = own.with_one(std::slice::from_ref(other), SetStorage::difference) {
        return Ok(known);
    }
    let kept = match (Table::of(other), other.get::<Dict>()) {
        (Some(table), _) if table.len() >= own.len() >> 2 => Kept::Table(table),
        (_, Some(dict)) if dict.len() >= own.len() >> 2 => Kept::Dict(dict),
        // Copying and then removing is what CPython does with a much smaller set, and with what is no set.
        _ => {
            let result = Set::new(own.copied(vm)?);
            remove_all(vm, &result.0, other)?;
            return Ok(result.0.take());
        }
    };
    let result = RefCell::new(SetStorage::default());
    own.each(
        vm,
        |hash, key| {
            let there = match &kept {
                Kept::Table(table) => table.has_plain(hash, key),
                Kept::Dict(dict) => dict.borrow().find_plain(key).map(|found| found.is_some()),
            };
            match there {
                Some(true) => Plain::Done,
                Some(false) => table::add_plain(&result, hash, key),
                None => Plain::Ask,
            }
        },
        |vm, hash, key| {
            let there = match &kept {
                Kept::Table(table) => table.contains(vm, hash, &key)?,
                Kept::Dict(dict) => vm.dict_place(dict, hash, &key)?.is_some(),
            };
            if !there {
                table::add_hashed(vm, &result, hash, key)?;
            }
            Ok(true)
        },
    )?;
    Ok(result.into_inner())
}

/// Removes the items of an iterable.
fn remove_all(vm: &mut Vm, set: &RefCell<SetStorage>, other: &Value) -> Result<()> {
    match Table::of(other) {
        Some(Table::Set(other)) if std::ptr::eq(&other.0, set) => {
            let old = set.take();
            drop(old);
            return Ok(());
        }
        Some(other) => other.each(
            vm,
            |hash, key| match table::discard_plain(set, hash, key) {
                Some(_) => Plain::Done,
                None => Plain::Ask,
            },
            |vm, hash, key| table::discard(vm, set, hash, &key).map(|_| true),
        )?,
        None => {
            let iterator = vm.get_iter(other)?;
            while let Some(key) = vm.iter_next(&iterator)? {
                let hash = table::key_hash(vm, &key)?;
                table::discard(vm, set, hash, &key)?;
            }
        }
    }
    set.borrow_mut().shed_dummies();
    Ok(())
}

pub fn difference(vm: &mut Vm, own: Table, others: &[Value]) -> Result {
    let Some((first, rest)) = others.split_first() else { return Ok(same_kind(own, own.copied(vm)?)) };
    let result = RefCell::new(without(vm, own, first)?);
    for other in rest {
        remove_all(vm, &result, other)?;
    }
    Ok(same_kind(own, result.into_inner()))
}

pub fn difference_update(vm: &mut Vm, set: &Gc<Set>, others: &[Value]) -> Result<()> {
    for other in others {
        remove_all(vm, &set.0, other)?;
    }
    Ok(())
}

/// Removes the keys that both have and adds those that only the other has.
fn toggle(vm: &mut Vm, set: &RefCell<SetStorage>, other: Table<'_>) -> Result<()> {
    if matches!(other, Table::Set(other) if std::ptr::eq(&other.0, set)) {
        drop(set.take());
        return Ok(());
    }
    other.each(
        vm,
        |hash, key| match table::discard_plain(set, hash, key) {
            Some(true) => Plain::Done,
            Some(false) => table::add_plain(set, hash, key),
            None => Plain::Ask,
        },
        |vm, hash, key| {
            if !table::discard(vm, set, hash, &key)? {
                table::add_hashed(vm, set, hash, key)?;
            }
            Ok(true)
        },
    )
}

/// With the only other one.
pub fn symmetric_difference(vm: &mut Vm, own: Table, others: &[Value]) -> Result {
    let result = RefCell::new(table::table_of(vm, &others[0])?);
    toggle(vm, &result, own)?;
    Ok(same_kind(own, result.into_inner()))
}

/// By the only other one.
pub fn symmetric_difference_update(vm: &mut Vm, set: &Gc<Set>, others: &[Value]) -> Result<()> {
    let given = &others[0];
    if let Some(other) = Table::of(given) {
        return toggle(vm, &set.0, other);
    }
    let Some(dict) = given.get::<Dict>() else {
        let other = Set::new(table::table_of(vm, given)?);
        return toggle(vm, &set.0, Table::Set(&other));
    };
    let keys: Vec<Value> = dict.borrow().iter().map(|entry| entry.key.clone()).collect();
    for key in keys {
        let hash = table::key_hash(vm, &key)?;
        if !table::discard(vm, &set.0, hash, &key)? {
            table::add_hashed(vm, &set.0, hash, key)?;
        }
    }
    Ok(())
}
