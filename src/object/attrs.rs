//! The attributes of an instance: slots laid out by a shape, or a dict once somebody asked for `__dict__` or there are too many.
//!
//! Once there is a dict, the members that `__slots__` names stand beside it, in the slots, each in its place among `Class::members`.
//! Shapes are numbered within their class (`Class::shapes`), so a class version and a shape number together tell where an attribute is.

use std::cell::{Cell, RefCell};

use super::{Class, Dict, ShapeId, Str};
use crate::heap::{Gc, Visitor};
use crate::value::Value;

/// The shape of an object whose attributes are in a dict; never cached.
pub const DICT_SHAPE: ShapeId = ShapeId::MAX;
/// Attributes beyond which an object keeps a dict.
const MOST_SLOTS: usize = 64;

/// Attributes of an object.
#[derive(Default)]
pub struct Attrs {
    shape: Cell<ShapeId>,
    slots: RefCell<Vec<Value>>,
    dict: RefCell<Option<Gc<Dict>>>,
}

impl Attrs {
    /// No attributes, with room for some.
    #[inline]
    pub fn with_capacity(capacity: usize) -> Attrs {
        Attrs { shape: Cell::new(0), slots: RefCell::new(Vec::with_capacity(capacity)), dict: RefCell::new(None) }
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> ShapeId {
        self.shape.get()
    }

    /// The slots, for the machine's inline caches: a shape tells which is which.
    #[inline(always)]
    pub fn slots(&self) -> &RefCell<Vec<Value>> {
        &self.slots
    }

    /// Appends an attribute; `shape` is the present one with it.
    #[inline(always)]
    pub fn push(&self, shape: ShapeId, value: Value) {
        self.slots.borrow_mut().push(value);
        self.shape.set(shape);
    }

    /// The place of an attribute.
    pub fn place(&self, class: &Class, name: &Gc<Str>) -> Option<u32> {
        class.shape_place(self.shape.get(), name)
    }

    /// Reads an attribute.
    pub fn get(&self, class: &Class, name: &Gc<Str>) -> Option<Value> {
        if self.shape.get() == DICT_SHAPE {
            if let Some(place) = member_place(class, name) {
                return self.slots.borrow().get(place).filter(|value| value.is_set()).cloned();
            }
            return self.dict.borrow().as_ref()?.get_str(name);
        }
        let place = self.place(class, name)?;
        Some(self.slots.borrow()[place as usize].clone())
    }

    /// Writes an attribute.
    pub fn set(&self, class: &Class, name: &Gc<Str>, value: Value) {
        if self.shape.get() != DICT_SHAPE {
            if let Some(place) = self.place(class, name) {
                let old = std::mem::replace(&mut self.slots.borrow_mut()[place as usize], value);
                return drop(old);
            }
            if self.slots.borrow().len() < MOST_SLOTS {
                self.shape.set(class.shape_with(self.shape.get(), name));
                self.slots.borrow_mut().push(value);
                return;
            }
            self.dict(class);
        }
        if let Some(place) = member_place(class, name) {
            return self.set_member(place, value);
        }
        let dict = self.dict.borrow().clone();
        if let Some(dict) = dict {
            dict.set_str(name, value);
        }
    }

    fn set_member(&self, place: usize, value: Value) {
        let mut slots = self.slots.borrow_mut();
        if slots.len() <= place {
            slots.resize(place + 1, Value::Unset);
        }
        let old = std::mem::replace(&mut slots[place], value);
        drop(slots);
        drop(old);
    }

    /// Deletes an attribute; whether there was one.
    pub fn delete(&self, class: &Class, name: &Gc<Str>) -> bool {
        if self.get(class, name).is_none() {
            return false;
        }
        // Shapes only grow: an object that loses an attribute keeps a dict from then on.
        let dict = self.dict(class);
        if let Some(place) = member_place(class, name) {
            self.set_member(place, Value::Unset);
            return true;
        }
        dict.remove_str(name).is_some()
    }

    /// The attributes as a dict (`__dict__`); from then on they are kept in it.
    pub fn dict(&self, class: &Class) -> Gc<Dict> {
        if let Some(dict) = &*self.dict.borrow() {
            return dict.clone();
        }
        let dict = Dict::new();
        let slots = self.slots.take();
        let names = class.shape_names(self.shape.get());
        self.shape.set(DICT_SHAPE);
        for (name, value) in names.into_iter().zip(slots) {
            match member_place(class, &name) {
                Some(place) => self.set_member(place, value),
                None => dict.set_str(&name, value),
            }
        }
        *self.dict.borrow_mut() = Some(dict.clone());
        dict
    }

    /// Replaces `__dict__`.
    pub fn set_dict(&self, class: &Class, dict: Gc<Dict>) {
        self.dict(class);
        let old = self.dict.borrow_mut().replace(dict);
        drop(old);
    }

    /// Visits the values.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.slots.borrow().iter().for_each(|value| value.trace(visitor));
        if let Some(dict) = &*self.dict.borrow() {
            dict.trace(visitor);
        }
    }

    /// Drops the values, to break a cycle of garbage.
    pub fn clear(&self) {
        self.shape.set(DICT_SHAPE);
        drop((self.slots.take(), self.dict.replace(Some(Dict::new()))));
    }
}

/// The place of a name among the members of a class.
fn member_place(class: &Class, name: &Gc<Str>) -> Option<usize> {
    class.members().iter().position(|member| member.same(name))
}
