//! Attributes and items.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::completed;
use crate::object::frame::{self, Frame, Resume};
use crate::object::{BoundMethod, ByteArray, Bytes, Class, Dict, Instance, List, Pool, Str, Tuple};
use crate::value::{Kind, Value, Words};
use crate::vm::attr::latest_function_of_instance;
use crate::vm::cached::Attribute;
use crate::vm::run::{dispatch, store, store_at};
use crate::vm::{Result, Vm, absolute, cached};

instruction!(load_attr, |vm, pc, regs, consts, i| {
    match cached::latest_slot(&*regs.add(i.b as usize), Pool::latest_at(consts, i.c)) {
        Some(slot) => store(vm, pc, regs, consts, i.a, Words::copy(slot)),
        None => load_attr_again(vm, pc, regs, consts, i.word()),
    }
});

// What was learnt before the last time, and attributes of classes, are looked at apart: the frequent case needs few of the processor's registers.
instruction!(load_attr_again, |vm, pc, regs, consts, i| {
    let (object, site) = (regs.add(i.b as usize), (*(*frame::of_registers(regs)).code).site(i.c));
    match cached::found(&*object, site) {
        Some(Attribute::Value(found)) => store(vm, pc, regs, consts, i.a, Words::copy(found)),
        Some(Attribute::Method(found)) => {
            let method = BoundMethod::value((*found).clone(), (*object).clone());
            store(vm, pc, regs, consts, i.a, Words::of(method))
        }
        Some(Attribute::Getter(getter)) => {
            let new = completed::enter_getter(vm, pc, regs, i.a, getter, object);
            if new.is_null() {
                return find_any_attr(vm, pc, regs, consts, i.word());
            }
            dispatch(vm, (*new).pc, frame::registers(new), (*(*new).code).consts.as_ptr())
        }
        // Too many classes are asked for their names at one place for a cache.
        None if site.name.same(&vm.names.name)
            && let Some(name) = vm.class_name(&*object) =>
        {
            store(vm, pc, regs, consts, i.a, Words::of(name))
        }
        None => find_any_attr(vm, pc, regs, consts, i.word()),
    }
});

step!(find_any_attr, |vm, frame, regs, i| {
    let site = (*(*frame).code).site(i.c);
    (*regs.add(i.a as usize)).put_new(vm.load_attr(&*regs.add(i.b as usize), site)?);
});

instruction!(store_attr, |vm, pc, regs, consts, i| {
    let value = regs.add(i.b as usize);
    match cached::latest_slot(&*regs.add(i.a as usize), Pool::latest_at(consts, i.c)) {
        Some(slot) => {
            let words = if i.n == 1 { Words::take(value) } else { Words::copy(value) };
            store_at(vm, pc, regs, consts, slot, words)
        }
        None => store_new_attr(vm, pc, regs, consts, i.word()),
    }
});

// A slot that isn't there yet.
instruction!(store_new_attr, |vm, pc, regs, consts, i| {
    let value = regs.add(i.b as usize);
    match cached::latest_new_slot(&*regs.add(i.a as usize), Pool::latest_at(consts, i.c)) {
        Some((slot, added)) => {
            let words = if i.n == 1 { Words::take(value) } else { Words::copy(value) };
            words.write(slot);
            added.finish();
            dispatch(vm, pc, regs, consts)
        }
        None => store_attr_again(vm, pc, regs, consts, i.word()),
    }
});

instruction!(store_attr_again, |vm, pc, regs, consts, i| {
    let site = (*(*frame::of_registers(regs)).code).site(i.c);
    match cached::slot(&*regs.add(i.a as usize), site) {
        Some(slot) => {
            let value = regs.add(i.b as usize);
            let words = if i.n == 1 { Words::take(value) } else { Words::copy(value) };
            store_at(vm, pc, regs, consts, slot, words)
        }
        None => add_attr(vm, pc, regs, consts, i.word()),
    }
});

step!(add_attr, |vm, frame, regs, i| {
    let site = (*(*frame).code).site(i.c);
    let (object, value) = (&*regs.add(i.a as usize), &*regs.add(i.b as usize));
    if !cached::new_slot(object, site, value) {
        vm.store_attr(object, site, value.clone())?;
    }
    if i.n == 1 {
        *regs.add(i.b as usize) = Value::Unset;
    }
});

step!(delete_attr, |vm, frame, regs, i| {
    let site = (*(*frame).code).site(i.c);
    vm.del_attr(&*regs.add(i.a as usize), site.name)?;
});

/// Puts a method that was found for an object, and the object, where a call takes them from; else goes on with `$apart`.
macro_rules! put_method {
    ($vm:ident, $pc:ident, $regs:ident, $consts:ident, $i:ident, $found:expr, $apart:ident) => {{
        let (object, first) = ($regs.add($i.b as usize), $regs.add($i.a as usize));
        let in_place = $i.a == $i.b;
        match $found {
            Some(function) if (in_place || Words::unset_plain(first)) && Words::unset_plain(first.add(1)) => {
                let receiver = if in_place { Words::take(object) } else { Words::copy(object) };
                Words::copy(function).write(first);
                receiver.write(first.add(1));
                dispatch($vm, $pc, $regs, $consts)
            }
            _ => $apart($vm, $pc, $regs, $consts, $i.word()),
        }
    }};
}

instruction!(load_method, |vm, pc, regs, consts, i| {
    let found = latest_function_of_instance(&*regs.add(i.b as usize), Pool::latest_at(consts, i.c));
    put_method!(vm, pc, regs, consts, i, found, load_own_method)
});

// A list needs no lookup.
instruction!(load_append, |vm, pc, regs, consts, i| {
    let (object, first) = (regs.add(i.b as usize), regs.add(i.a as usize));
    let in_place = i.a == i.b;
    if (*object).is::<List>() && (in_place || Words::unset_plain(first)) && Words::unset_plain(first.add(1)) {
        let list = if in_place { Words::take(object) } else { Words::copy(object) };
        Words::none().write(first);
        list.write(first.add(1));
        return dispatch(vm, pc, regs, consts);
    }
    load_method(vm, pc, regs, consts, i.word())
});

// The method of something else than an instance.
instruction!(load_own_method, |vm, pc, regs, consts, i| {
    let found = vm.latest_method(&*regs.add(i.b as usize), Pool::latest_at(consts, i.c));
    put_method!(vm, pc, regs, consts, i, found, find_method)
});

step!(find_method, |vm, frame, regs, i| {
    let site = (*(*frame).code).site(i.c);
    let object = &*regs.add(i.b as usize);
    let (function, receiver) = match vm.cached_method(object, site) {
        Some(function) => ((*function).clone(), Some(object.clone())),
        None => vm.load_method_site(object, site)?,
    };
    (*regs.add(i.a as usize)).put_new(function);
    *regs.add(i.a as usize + 1) = receiver.unwrap_or_default();
});

instruction!(load_super_attr, |vm, pc, regs, consts, i| {
    let site = (*(*frame::of_registers(regs)).code).site(i.c);
    let first = regs.add(i.b as usize);
    let (class, object) = (first.add(1), first.add(2));
    if i.n == 1
        && i.a == i.b
        && (*first).gc::<Class>().is_some_and(|super_| super_.same(&vm.types.super_))
        && let Some(found) = cached::super_method(&*class, &*object, site)
        && Words::unset_shared(class)
    {
        // Types of the machine are never given up.
        Words::unset_shared(first);
        Words::copy(found).write(first);
        Words::take(object).write(class);
        return dispatch(vm, pc, regs, consts);
    }
    find_super_attr(vm, pc, regs, consts, i.word())
});

step!(find_super_attr, |vm, frame, regs, i| {
    let site = (*(*frame).code).site(i.c);
    let first = [0, 1, 2].map(|n| std::mem::take(&mut *regs.add(i.b as usize + n)));
    let (value, receiver) = vm.load_super_attr(first, site, i.n == 1)?;
    (*regs.add(i.a as usize)).put_new(value);
    if i.n == 1 {
        *regs.add(i.a as usize + 1) = receiver.unwrap_or_default();
    }
});

// `with`: the method that the manager's class has, most often a plain one.
instruction!(load_special, |vm, pc, regs, consts, i| {
    let (object, first) = (regs.add(i.b as usize), regs.add(i.a as usize));
    let name = vm.special_of_with(i.n);
    if let Some(found) = vm.find_special(&*object, name)
        && matches!((*found).kind(), Some(Kind::Function | Kind::Native))
        && Words::unset_plain(first)
        && Words::unset_plain(first.add(1))
    {
        Words::copy(found).write(first);
        Words::copy(object).write(first.add(1));
        return dispatch(vm, pc, regs, consts);
    }
    load_special_any(vm, pc, regs, consts, i.word())
});

step!(load_special_any, |vm, frame, regs, i| {
    let (function, receiver) = vm.load_special(&*regs.add(i.b as usize), i.n)?;
    (*regs.add(i.a as usize)).put_new(function);
    *regs.add(i.a as usize + 1) = receiver.unwrap_or_default();
});

/// The item of a list, a tuple or a text at a small index that is not negative.
macro_rules! sequence_item {
    ($vm:ident, $object:expr, $key:expr) => {{
        let (object, key): (&Value, &Value) = ($object, $key);
        match key {
            Value::Int(index) => {
                if let Some(list) = object.get::<List>() {
                    list.0.try_borrow_unguarded().ok().and_then(|items| items.get(*index as usize)).map(std::ptr::from_ref)
                } else if let Some(tuple) = object.get::<Tuple>() {
                    tuple.items().get(*index as usize).map(std::ptr::from_ref)
                } else if let Some(text) = object.get::<Str>() {
                    let place = text.ascii_at(*index as usize);
                    place.and_then(|byte| $vm.characters.get(usize::from(byte))).map(std::ptr::from_ref)
                } else {
                    None
                }
            }
            _ => None,
        }
    }};
}

/// The byte at a place of bytes or a bytearray, which may count from the end.
#[inline(always)]
fn byte_at(object: &Value, key: &Value) -> Option<i64> {
    let Value::Int(index) = key else { return None };
    if let Some(bytes) = object.get::<Bytes>() {
        let data = bytes.data();
        return data.get(absolute(*index, data.len())?).map(|byte| i64::from(*byte));
    }
    let data = object.get::<ByteArray>()?.0.try_borrow().ok()?;
    data.get(absolute(*index, data.len())?).map(|byte| i64::from(*byte))
}

instruction!(get_item, |vm, pc, regs, consts, i| {
    match sequence_item!(vm, &*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
        Some(item) => store(vm, pc, regs, consts, i.a, Words::copy(item)),
        None if (*regs.add(i.b as usize)).is::<Instance>() => instance_item(vm, pc, regs, consts, i.word()),
        None => dict_item(vm, pc, regs, consts, i.word()),
    }
});

// What the instance carries, or its script's `__getitem__`.
instruction!(instance_item, |vm, pc, regs, consts, i| {
    let (object, key) = (regs.add(i.b as usize), regs.add(i.c as usize));
    if let Some(item) = carried_item(vm, &*object, &*key) {
        return store(vm, pc, regs, consts, i.a, Words::copy(item));
    }
    enter_operator!(vm, pc, regs, i.a, Resume::Call, &vm.names.getitem, object, key);
    find_any_item(vm, pc, regs, consts, i.word())
});

instruction!(dict_item, |vm, pc, regs, consts, i| {
    match value_in(vm, &*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
        Some(value) => store(vm, pc, regs, consts, i.a, Words::copy(value)),
        None => get_byte(vm, pc, regs, consts, i.word()),
    }
});

instruction!(get_byte, |vm, pc, regs, consts, i| {
    match byte_at(&*regs.add(i.b as usize), &*regs.add(i.c as usize)) {
        Some(byte) => store(vm, pc, regs, consts, i.a, Words::int(byte)),
        None => find_any_item(vm, pc, regs, consts, i.word()),
    }
});

/// `dict[key]`, where it is there and found without running scripts, or a character of a text that is one of those that are kept.
#[inline(never)]
fn value_in(vm: &Vm, object: &Value, key: &Value) -> Option<*const Value> {
    let Some(dict) = object.get::<Dict>() else { return character_in(vm, object, key) };
    let storage = dict.borrow();
    let place = storage.find_quick(key)??;
    Some(&raw const storage.entries()[place].value)
}

#[inline(never)]
fn character_in(vm: &Vm, object: &Value, key: &Value) -> Option<*const Value> {
    let (Some(text), Value::Int(index)) = (object.get::<Str>(), key) else { return None };
    let character = text.char_at(absolute(*index, text.char_len())?)?;
    vm.characters.get(character as usize).map(std::ptr::from_ref)
}

/// The item of what an instance carries, where it is there and found without running scripts.
#[inline(never)]
fn carried_item(vm: &Vm, object: &Value, key: &Value) -> Option<*const Value> {
    let carried = vm.carried(object, &vm.names.getitem)?;
    // SAFETY: the look ends before anything else runs.
    unsafe { sequence_item!(vm, carried, key) }.or_else(|| value_in(vm, carried, key))
}

step!(find_any_item, |vm, frame, regs, i| {
    vm.find_item(frame, i.a, &*regs.add(i.b as usize), &*regs.add(i.c as usize))?;
});

instruction!(get_item_k, |vm, pc, regs, consts, i| {
    match sequence_item!(vm, &*regs.add(i.b as usize), &*consts.add(i.c as usize)) {
        Some(item) => store(vm, pc, regs, consts, i.a, Words::copy(item)),
        None if (*regs.add(i.b as usize)).is::<Instance>() => instance_item_k(vm, pc, regs, consts, i.word()),
        None => dict_item_k(vm, pc, regs, consts, i.word()),
    }
});

instruction!(instance_item_k, |vm, pc, regs, consts, i| {
    let (object, key) = (regs.add(i.b as usize), consts.add(i.c as usize));
    if let Some(item) = carried_item(vm, &*object, &*key) {
        return store(vm, pc, regs, consts, i.a, Words::copy(item));
    }
    enter_operator!(vm, pc, regs, i.a, Resume::Call, &vm.names.getitem, object, key);
    find_any_item_k(vm, pc, regs, consts, i.word())
});

instruction!(dict_item_k, |vm, pc, regs, consts, i| {
    match value_in(vm, &*regs.add(i.b as usize), &*consts.add(i.c as usize)) {
        Some(value) => store(vm, pc, regs, consts, i.a, Words::copy(value)),
        None => get_byte_k(vm, pc, regs, consts, i.word()),
    }
});

instruction!(get_byte_k, |vm, pc, regs, consts, i| {
    match byte_at(&*regs.add(i.b as usize), &*consts.add(i.c as usize)) {
        Some(byte) => store(vm, pc, regs, consts, i.a, Words::int(byte)),
        None => find_any_item_k(vm, pc, regs, consts, i.word()),
    }
});

step!(find_any_item_k, |vm, frame, regs, i| {
    vm.find_item(frame, i.a, &*regs.add(i.b as usize), &(&(*(*frame).code).consts)[i.c as usize])?;
});

impl Vm {
    /// `object[key]` for a register of the running frame, or the frame of a script's `__getitem__` that has its result there.
    fn find_item(&mut self, frame: *mut Frame, dst: u16, object: &Value, key: &Value) -> Result<()> {
        if object.kind() == Some(Kind::Instance) && self.enter_special(frame, dst, &self.names.getitem.clone(), object, key)? {
            return Ok(());
        }
        // Taken whole before it is put: the register may be that of the object itself.
        let mut item = self.get_item(object, key)?;
        // SAFETY: the register belongs to the running frame.
        unsafe { (*frame::registers(frame).add(usize::from(dst))).take_from(&mut item) };
        Ok(())
    }
}

instruction!(set_item, |vm, pc, regs, consts, i| {
    let (object, key) = (&*regs.add(i.a as usize), &*regs.add(i.b as usize));
    if let (Some(list), Value::Int(index)) = (object.get::<List>(), key)
        && list.0.try_borrow_mut().is_ok()
        && let Some(item) = (*list.0.as_ptr()).get_mut(*index as usize)
    {
        let value = regs.add(i.c as usize);
        let words = if i.n == 1 { Words::take(value) } else { Words::copy(value) };
        return store_at(vm, pc, regs, consts, item, words);
    }
    let value = regs.add(i.c as usize);
    if put_in(object, key, &*value) && (i.n != 1 || Words::unset_shared(value)) {
        return dispatch(vm, pc, regs, consts);
    }
    change_item(vm, pc, regs, consts, i.word())
});

/// `dict[key] = value`, where that neither runs scripts nor destroys anything nor asks for memory; whether it was done.
#[inline(never)]
pub(super) fn put_in(dict: &Value, key: &Value, value: &Value) -> bool {
    dict.get::<Dict>().is_some_and(|dict| dict.put_quick(key, value))
}

step!(change_item, |vm, frame, regs, i| {
    vm.set_item(&*regs.add(i.a as usize), &*regs.add(i.b as usize), (*regs.add(i.c as usize)).clone())?;
    if i.n == 1 {
        *regs.add(i.c as usize) = Value::Unset;
    }
});

step!(delete_item, |vm, frame, regs, i| {
    vm.del_item(&*regs.add(i.a as usize), &*regs.add(i.b as usize))?;
});
