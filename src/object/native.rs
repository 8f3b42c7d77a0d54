//! Native functions and bound methods.

use super::{Str, object_kind};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// Number of a native function in the machine's table: objects hold no function pointers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub struct NativeId(pub u32);

/// A native function or method.
pub struct Native {
    /// Where the machine finds it.
    pub id: NativeId,
    /// `__name__`
    pub name: Gc<Str>,
    /// Name of the class that it's a method of, or of the module that it belongs to.
    pub owner: Gc<Str>,
    /// Whether it's a method: looked up on an instance it binds.
    pub method: bool,
}

impl HeapType for Native {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(Native, Native);

/// A function with its first argument.
pub struct BoundMethod {
    /// `__func__`
    pub function: Value,
    /// `__self__`
    pub receiver: Value,
}

impl HeapType for BoundMethod {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.function.trace(visitor);
        self.receiver.trace(visitor);
    }
}
object_kind!(BoundMethod, BoundMethod);

impl BoundMethod {
    /// A bound method as a value.
    pub fn value(function: Value, receiver: Value) -> Value {
        Gc::new(BoundMethod { function, receiver }).into()
    }
}
