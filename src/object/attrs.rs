//! The attributes of an instance: slots laid out by a shape, or a dict once somebody asked for `__dict__` or there are too many.
//!
//! Once there is a dict, the members that `__slots__` names stand beside it, in the slots, each in its place among `Class::members`.
//! Shapes are numbered within their class (`Class::shapes`), so a class version and a shape number together tell where an attribute is.

use std::cell::Cell;

use super::{AttrSlots, Class, Dict, ShapeId, Str};
use crate::heap::{Gc, Visitor};
use crate::value::Value;

/// The shape of an object whose attributes are in a dict; never cached.
pub const DICT_SHAPE: ShapeId = ShapeId::MAX;
/// Attributes beyond which an object keeps a dict.
const MOST_SLOTS: usize = 64;

/// Attributes of an object.
pub struct Attrs {
    slots: AttrSlots,
    dict: Cell<Option<Gc<Dict>>>,
}

impl Default for Attrs {
    fn default() -> Self {
        Attrs::behind(0)
    }
}

impl Attrs {
    /// No attributes, with room for so many behind the object, which sees to it.
    #[inline(always)]
    pub fn behind(count: u32) -> Attrs {
        Attrs { slots: AttrSlots::behind(count), dict: Cell::new(None) }
    }

    /// The shape.
    #[inline(always)]
    pub fn shape(&self) -> ShapeId {
        self.slots.shape()
    }

    /// The slots, for the machine's inline caches: the shape tells which is which.
    #[inline(always)]
    pub fn slots(&self) -> &AttrSlots {
        &self.slots
    }

    /// Appends an attribute; `shape` is the present one with it.
    #[inline(always)]
    pub fn push(&self, shape: ShapeId, value: Value) {
        self.slots.push(value);
        self.slots.set_shape(shape);
    }

    /// The dict, where there is one already.
    fn kept_dict(&self) -> Option<Gc<Dict>> {
        let dict = self.dict.take();
        self.dict.set(dict.clone());
        dict
    }

    /// The place of an attribute.
    pub fn place(&self, class: &Class, name: &Gc<Str>) -> Option<u32> {
        class.shape_place(self.shape(), name)
    }

    /// Reads an attribute.
    pub fn get(&self, class: &Class, name: &Gc<Str>) -> Option<Value> {
        if self.shape() == DICT_SHAPE {
            if let Some(place) = member_place(class, name) {
                return self.slots.get(place).filter(Value::is_set);
            }
            return self.kept_dict()?.get_str(name);
        }
        let place = self.place(class, name)?;
        self.slots.get(place as usize)
    }

    /// Writes an attribute.
    pub fn set(&self, class: &Class, name: &Gc<Str>, value: Value) {
        if self.shape() != DICT_SHAPE {
            if let Some(place) = self.place(class, name) {
                return drop(self.slots.replace(place as usize, value));
            }
            if self.slots.count() < MOST_SLOTS {
                return self.push(class.shape_with(self.shape(), name), value);
            }
            self.dict(class);
        }
        if let Some(place) = member_place(class, name) {
            return self.set_member(place, value);
        }
        if let Some(dict) = self.kept_dict() {
            dict.set_str(name, value);
        }
    }

    fn set_member(&self, place: usize, value: Value) {
        while self.slots.count() <= place {
            self.slots.push(Value::Unset);
        }
        drop(self.slots.replace(place, value));
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
        if let Some(dict) = self.kept_dict() {
            return dict;
        }
        let dict = Dict::new();
        let slots = self.slots.take();
        let names = class.shape_names(self.shape());
        self.slots.set_shape(DICT_SHAPE);
        for (name, value) in names.into_iter().zip(slots) {
            match member_place(class, &name) {
                Some(place) => self.set_member(place, value),
                None => dict.set_str(&name, value),
            }
        }
        self.dict.set(Some(dict.clone()));
        dict
    }

    /// Replaces `__dict__`.
    pub fn set_dict(&self, class: &Class, dict: Gc<Dict>) {
        self.dict(class);
        drop(self.dict.replace(Some(dict)));
    }

    /// Visits the values.
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        self.slots.each(|value| value.trace(visitor));
        let dict = self.dict.take();
        if let Some(dict) = &dict {
            dict.trace(visitor);
        }
        self.dict.set(dict);
    }

    /// Drops the values, to break a cycle of garbage.
    pub fn clear(&self) {
        self.slots.set_shape(DICT_SHAPE);
        drop((self.slots.take(), self.dict.replace(Some(Dict::new()))));
    }
}

/// The place of a name among the members of a class; those that slots can't number stand in the dict.
fn member_place(class: &Class, name: &Gc<Str>) -> Option<usize> {
    class.members().iter().take(usize::from(u16::MAX)).position(|member| member.same(name))
}
