//! Filling a dict from another one, from any mapping, or from pairs.

use crate::heap::Gc;
use crate::object::{Dict, List, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Vm, storage};

use super::is_native_of;

/// `dict.update(source)`
pub fn update_from(vm: &mut Vm, dict: &Gc<Dict>, source: &Value) -> Result<()> {
    if let Some(other) = storage::<Dict>(source) {
        let class = vm.class_of(source);
        if source.is::<Dict>() || is_native_of(class.lookup(&vm.names.iter), "dict") {
            return merge(vm, dict, other);
        }
    }
    match vm.get_attr_optional(source, &vm.names.keys.clone())? {
        Some(keys) => {
            let keys = vm.call(&keys, &[])?;
            let iterator = vm.get_iter(&keys)?;
            while let Some(key) = vm.iter_next(&iterator)? {
                let value = vm.get_item(source, &key)?;
                vm.dict_set(dict, key, value)?;
            }
            Ok(())
        }
        None => update_from_pairs(vm, dict, source),
    }
}

/// Copies the items of another dict.
pub fn merge(vm: &mut Vm, dict: &Gc<Dict>, other: &Gc<Dict>) -> Result<()> {
    if dict.same(other) {
        return Ok(());
    }
    if dict.borrow().entries().is_empty() {
        let copy = other.borrow().clone();
        let old = std::mem::replace(&mut *dict.borrow_mut(), copy);
        drop(old);
        return Ok(());
    }
    for (key, value) in super::pairs(other) {
        vm.dict_set(dict, key, value)?;
    }
    Ok(())
}

fn update_from_pairs(vm: &mut Vm, dict: &Gc<Dict>, source: &Value) -> Result<()> {
    let iterator = vm.get_iter(source)?;
    let mut place = 0;
    while let Some(element) = vm.iter_next(&iterator)? {
        let (key, value) = pair(vm, &element, place)?;
        vm.dict_set(dict, key, value)?;
        place += 1;
    }
    Ok(())
}

/// The two items of an element of an update sequence.
fn pair(vm: &mut Vm, element: &Value, place: usize) -> Result<(Value, Value)> {
    let items = match (element.get::<Tuple>(), element.get::<List>()) {
        (Some(tuple), _) => tuple.items().to_vec(),
        (_, Some(list)) => list.0.borrow().to_vec(),
        _ => match vm.collect(element) {
            Ok(items) => items,
            Err(raised) => return Err(not_a_pair(vm, raised, element, place)),
        },
    };
    match <[Value; 2]>::try_from(items) {
        Ok([key, value]) => Ok((key, value)),
        Err(items) => {
            let length = items.len();
            Err(vm.value_error(format!("dictionary update sequence element #{place} has length {length}; 2 is required")))
        }
    }
}

#[cold]
fn not_a_pair(vm: &mut Vm, raised: Raised, element: &Value, place: usize) -> Raised {
    if !vm.is_exception(&raised, &vm.exc.type_error) || vm.lookup_special(element, &vm.names.iter).is_some() {
        return raised;
    }
    let raised = vm.type_error("object is not iterable");
    vm.add_note(&raised, &format!("Cannot convert dictionary update sequence element #{place} to a sequence"));
    raised
}
