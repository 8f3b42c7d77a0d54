//! A list kept as a heap: no item is less than its parent. For `PriorityQueue`.
//!
//! The items are compared by the machine, which may run a script that changes the list: each step looks again how long it is.

use std::cell::RefCell;

use crate::value::Value;
use crate::vm::{CompareOp, Raised, Result, Vm};

type Items = RefCell<crate::object::Items>;

/// Adds an item.
pub fn push(vm: &mut Vm, items: &Items, item: Value) -> Result<()> {
    vm.grow(&mut *items.borrow_mut(), 1)?;
    items.borrow_mut().push(item);
    let length = items.borrow().len();
    rise(vm, items, 0, length - 1, length)
}

/// Takes the smallest item; none where there is none.
pub fn pop(vm: &mut Vm, items: &Items) -> Result<Option<Value>> {
    let last = items.borrow_mut().pop();
    let Some(last) = last else { return Ok(None) };
    let length = items.borrow().len();
    if length == 0 {
        return Ok(Some(last));
    }
    let first = std::mem::replace(&mut items.borrow_mut()[0], last);
    sink(vm, items, length)?;
    Ok(Some(first))
}

/// Whether the item at one place is less than that at another.
fn less(vm: &mut Vm, items: &Items, (a, b): (usize, usize), length: usize) -> Result<bool> {
    let (first, second) = {
        let items = items.borrow();
        if let (Value::Int(a), Value::Int(b)) = (&items[a], &items[b]) {
            return Ok(a < b);
        }
        (items[a].clone(), items[b].clone())
    };
    let less = vm.compare_bool(CompareOp::Lt, &first, &second)?;
    if items.borrow().len() == length { Ok(less) } else { Err(changed(vm)) }
}

#[cold]
fn changed(vm: &Vm) -> Raised {
    vm.runtime_error("list changed size during iteration")
}

/// Moves an item up, below `top` at most, until its parent is not greater.
fn rise(vm: &mut Vm, items: &Items, top: usize, mut place: usize, length: usize) -> Result<()> {
    while place > top {
        let parent = (place - 1) >> 1;
        if !less(vm, items, (place, parent), length)? {
            break;
        }
        items.borrow_mut().swap(place, parent);
        place = parent;
    }
    Ok(())
}

/// Moves the first item down to a leaf, the smaller child coming up each time, and then up to where it belongs.
fn sink(vm: &mut Vm, items: &Items, length: usize) -> Result<()> {
    let mut place = 0;
    while 2 * place + 1 < length {
        let (left, right) = (2 * place + 1, 2 * place + 2);
        let child = if right < length && !less(vm, items, (left, right), length)? { right } else { left };
        items.borrow_mut().swap(place, child);
        place = child;
    }
    rise(vm, items, 0, place, length)
}
