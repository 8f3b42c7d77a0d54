//! Modules.

use super::{Dict, Str, object_kind};
use crate::heap::{Gc, HeapType, Visitor};

/// A module: its namespace.
pub struct Module {
    /// Its name as it was imported.
    pub name: Gc<Str>,
    /// Its namespace (`__dict__`).
    pub namespace: Gc<Dict>,
}

impl HeapType for Module {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.namespace.trace(visitor);
    }
}
object_kind!(Module, Module);

impl Module {
    /// A module with a namespace.
    pub fn new(name: Gc<Str>, namespace: Gc<Dict>) -> Gc<Module> {
        Gc::new(Module { name, namespace })
    }
}
