//! Attributes and globals found by the inline caches of their sites, without the full protocol (`attr`), which also fills the caches.
//!
//! A cache holds what a lookup at its site learnt, under the class's version and the instance's shape (or the version of a namespace). Versions
//! are unique, so a hit proves that nothing that the lookup depends on has changed.
#![allow(unsafe_code)]

use crate::heap::Gc;
use crate::object::{CacheKind, Class, DICT_SHAPE, Dict, Function, Instance, Module, Property, Site, StaticMethod};
use crate::value::Value;

/// The shape under which sites remember attributes of a class itself.
pub(super) const CLASS_SHAPE: u32 = DICT_SHAPE - 1;

/// Where a cached value is: valid until anything else runs.
pub(super) type Found = *const Value;

/// Where a global is written, by its site's cache.
#[inline(always)]
pub(super) fn global_place(globals: &Gc<Dict>, site: &Site) -> Option<*mut Value> {
    let cache = site.last();
    if cache.kind != CacheKind::Global || cache.version != globals.version() {
        return None;
    }
    entry_value(globals, cache.place).map(<*const Value>::cast_mut)
}

/// A global or builtin by its site's cache.
#[inline(always)]
pub(super) fn global(globals: &Gc<Dict>, builtins: &Gc<Dict>, site: &Site) -> Option<Found> {
    let cache = site.last();
    if cache.version != globals.version() {
        return None;
    }
    let dict = match cache.kind {
        CacheKind::Global => globals,
        CacheKind::Builtin if cache.shape == builtins.version() => builtins,
        _ => return None,
    };
    entry_value(dict, cache.place)
}

/// The value of a dict's entry.
#[inline(always)]
fn entry_value(dict: &Dict, place: u32) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let storage = unsafe { &*dict.storage().as_ptr() };
    storage.entries().get(place as usize).map(|entry| &raw const entry.value)
}

/// Where an instance's own attribute is, by its site's cache: valid until anything else runs.
#[inline(always)]
pub(super) fn slot(object: &Value, site: &Site) -> Option<*mut Value> {
    let instance = object.get::<Instance>()?;
    // SAFETY (both borrows): they end before anything else runs.
    let class = unsafe { &*instance.class.as_ptr() };
    let place = site.slot(class.version(), instance.attrs.shape())?;
    let slots = unsafe { &mut *instance.attrs.slots().as_ptr() };
    slots.get_mut(place as usize).map(std::ptr::from_mut)
}

/// An attribute of an instance's class or of a module by its site's cache.
#[inline(always)]
pub(super) fn class_attr(object: &Value, site: &Site) -> Option<Found> {
    if let Some(instance) = object.get::<Instance>() {
        // SAFETY: the borrow ends before anything else runs.
        let class = unsafe { &*instance.class.as_ptr() };
        let cache = site.find(class.version(), instance.attrs.shape())?;
        return if cache.kind == CacheKind::ClassValue { lookup_value(class, cache.place) } else { None };
    }
    if let Some(class) = object.get::<Class>() {
        let cache = site.find(class.version(), CLASS_SHAPE)?;
        let value = lookup_value(class, cache.place)?;
        // SAFETY: as above.
        return match cache.kind {
            CacheKind::Static => unsafe { (*value).get::<StaticMethod>() }.map(|method| &raw const method.0),
            _ => Some(value),
        };
    }
    let (module, cache) = (object.get::<Module>()?, site.last());
    if cache.kind == CacheKind::ModuleValue && cache.version == module.namespace.version() {
        return entry_value(&module.namespace, cache.place);
    }
    None
}

/// The getter of a property of an instance's class by its site's cache, where that is a script's function.
pub(super) fn getter(object: &Value, site: &Site) -> Option<Gc<Function>> {
    let instance = object.get::<Instance>()?;
    let class = instance.class.borrow();
    let cache = site.find(class.version(), instance.attrs.shape())?;
    if cache.kind != CacheKind::Getter {
        return None;
    }
    class.lookup_at(cache.place).get::<Property>()?.get.gc::<Function>().cloned()
}

/// An attribute by its site's cache.
pub(super) fn attr(object: &Value, site: &Site) -> Option<Found> {
    slot(object, site).map(<*mut Value>::cast_const).or_else(|| class_attr(object, site))
}

#[inline(always)]
pub(super) fn lookup_value(class: &Class, place: u32) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let lookups = unsafe { &*class.lookups().as_ptr() };
    lookups.get(place as usize).map(|(_, value)| std::ptr::from_ref(value))
}

/// Adds an attribute by its site's cache; whether it could.
pub(super) fn new_slot(object: &Value, site: &Site, value: &Value) -> bool {
    let Some(instance) = object.get::<Instance>() else { return false };
    let (version, shape) = (instance.class.borrow().version(), instance.attrs.shape());
    match site.find(version, shape) {
        Some(cache) if cache.kind == CacheKind::NewSlot => {
            instance.attrs.push(cache.next, value.clone());
            true
        }
        _ => false,
    }
}
