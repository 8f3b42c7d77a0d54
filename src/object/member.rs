//! Member descriptors: what a class has for each name in `__slots__`.
//!
//! The value itself is among the attributes of the instance, by name while they are laid out by a shape; once they are in a dict, members
//! stand beside it, each in its place among `Class::members`.

use super::{Class, NativeData, Opaque, Str};
use crate::heap::{Gc, Visitor};
use crate::value::Value;

/// A member descriptor.
pub struct Member {
    /// The name, mangled.
    pub name: Gc<Str>,
    /// The class whose `__slots__` has it.
    pub owner: Gc<Class>,
}

impl NativeData for Member {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.owner.trace(visitor);
    }
}

impl Member {
    /// The member descriptor that a value is.
    pub fn of(value: &Value) -> Option<&Member> {
        value.get::<Opaque>()?.data::<Member>()
    }
}

/// What `__slots__` of a class says.
pub struct Slots {
    /// The names that instances have places for, those of its bases first.
    pub members: Box<[Gc<Str>]>,
    /// How many of them are its own.
    pub own: usize,
    /// Whether it asks for a `__dict__` nevertheless.
    pub dict: bool,
    /// Whether there can be weak references to instances.
    pub weak: bool,
}
