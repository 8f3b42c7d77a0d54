//! Union, intersection, difference, symmetric difference, in new sets and in place.

use std::cell::RefCell;

use crate::object::{Dict, Set, SetStorage};
use crate::value::Value;
use crate::vm::{NativeFn, Result, Vm};

use super::table::{self, Table};
use super::{is_any_set, same_kind, this, this_set};

/// `a op b`: both must be sets.
pub fn operator(vm: &mut Vm, args: &[Value], function: NativeFn) -> Result {
    if is_any_set(&args[0]) && is_any_set(&args[1]) { function(vm, args) } else { Ok(Value::NotImplemented) }
}

/// `b op a`
pub fn reflected(vm: &mut Vm, args: &[Value], function: NativeFn) -> Result {
    operator(vm, &[args[1].clone(), args[0].clone()], function)
}

/// `a op= b`: the other one must be a set.
pub fn in_place(vm: &mut Vm, args: &[Value], function: NativeFn) -> Result {
    if !is_any_set(&args[1]) {
        return Ok(Value::NotImplemented);
    }
    function(vm, args)?;
    Ok(args[0].clone())
}

pub fn union(vm: &mut Vm, args: &[Value]) -> Result {
    let own = this(vm, args, "union")?;
    let result = RefCell::new(own.copied());
    for other in &args[1..] {
        if !other.same(&args[0]) {
            table::update(vm, &result, other)?;
        }
    }
    Ok(same_kind(own, result.into_inner()))
}

pub fn update(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "update")?;
    for other in &args[1..] {
        table::update(vm, &set.0, other)?;
    }
    Ok(Value::None)
}

/// The keys that two have in common: the smaller set is walked.
fn common(vm: &mut Vm, own: Table<'_>, other: &Value) -> Result<SetStorage> {
    let result = RefCell::new(SetStorage::default());
    match Table::of(other) {
        Some(other) if other.address() == own.address() => return Ok(own.copied()),
        Some(other) => {
            let (walked, asked) = if other.len() > own.len() { (own, other) } else { (other, own) };
            for (hash, key) in walked.entries() {
                if asked.contains(vm, hash, &key)? {
                    table::add_hashed(vm, &result, hash, key)?;
                }
            }
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
fn common_to_all(vm: &mut Vm, args: &[Value]) -> Result<SetStorage> {
    let own = this(vm, args, "intersection")?;
    let Some((first, rest)) = args[1..].split_first() else { return Ok(own.copied()) };
    let mut result = common(vm, own, first)?;
    for other in rest {
        let so_far = Set::new(result);
        result = common(vm, Table::Set(&so_far), other)?;
    }
    Ok(result)
}

pub fn intersection(vm: &mut Vm, args: &[Value]) -> Result {
    let own = this(vm, args, "intersection")?;
    let result = common_to_all(vm, args)?;
    Ok(same_kind(own, result))
}

pub fn intersection_update(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "intersection_update")?;
    let result = common_to_all(vm, args)?;
    let old = set.0.replace(result);
    drop(old);
    Ok(Value::None)
}

/// The keys of the first that are not in the other.
fn without(vm: &mut Vm, own: Table<'_>, other: &Value) -> Result<SetStorage> {
    enum Kept<'a> {
        Table(Table<'a>),
        Dict(&'a Dict),
    }
    let kept = match (Table::of(other), other.get::<Dict>()) {
        (Some(table), _) if table.len() >= own.len() >> 2 => Kept::Table(table),
        (_, Some(dict)) if dict.len() >= own.len() >> 2 => Kept::Dict(dict),
        // Copying and then removing is what CPython does with a much smaller set, and with what is no set.
        _ => {
            let result = Set::new(own.copied());
            remove_all(vm, &result.0, other)?;
            return Ok(result.0.take());
        }
    };
    let result = RefCell::new(SetStorage::default());
    for (hash, key) in own.entries() {
        let there = match &kept {
            Kept::Table(table) => table.contains(vm, hash, &key)?,
            Kept::Dict(dict) => vm.dict_get(dict, &key)?.is_some(),
        };
        if !there {
            table::add_hashed(vm, &result, hash, key)?;
        }
    }
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
        Some(other) => {
            for (hash, key) in other.entries() {
                table::discard(vm, set, hash, &key)?;
            }
        }
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

pub fn difference(vm: &mut Vm, args: &[Value]) -> Result {
    let own = this(vm, args, "difference")?;
    let Some((first, rest)) = args[1..].split_first() else { return Ok(same_kind(own, own.copied())) };
    let result = RefCell::new(without(vm, own, first)?);
    for other in rest {
        remove_all(vm, &result, other)?;
    }
    Ok(same_kind(own, result.into_inner()))
}

pub fn difference_update(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "difference_update")?;
    for other in &args[1..] {
        remove_all(vm, &set.0, other)?;
    }
    Ok(Value::None)
}

/// Removes the keys that both have and adds those that only the other has.
fn toggle(vm: &mut Vm, set: &RefCell<SetStorage>, keys: Vec<(i64, Value)>) -> Result<()> {
    for (hash, key) in keys {
        if !table::discard(vm, set, hash, &key)? {
            table::add_hashed(vm, set, hash, key)?;
        }
    }
    Ok(())
}

pub fn symmetric_difference(vm: &mut Vm, args: &[Value]) -> Result {
    let own = this(vm, args, "symmetric_difference")?;
    let result = RefCell::new(table::table_of(vm, &args[1])?);
    toggle(vm, &result, own.entries())?;
    Ok(same_kind(own, result.into_inner()))
}

pub fn symmetric_difference_update(vm: &mut Vm, args: &[Value]) -> Result {
    let set = this_set(vm, args, "symmetric_difference_update")?;
    let keys = match (Table::of(&args[1]), args[1].get::<Dict>()) {
        (Some(other), _) => other.entries(),
        (_, Some(dict)) => dict.borrow().iter().map(|entry| (entry.hash, entry.key.clone())).collect(),
        _ => {
            let other = Set::new(table::table_of(vm, &args[1])?);
            Table::Set(&other).entries()
        }
    };
    toggle(vm, &set.0, keys)?;
    Ok(Value::None)
}
