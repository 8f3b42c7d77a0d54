//! The modules `weakref` and `_weakref`: references are native, what is built on them is written in the language.

use crate::heap::Gc;
use crate::object::{List, Module, WeakRef};
use crate::value::Value;
use crate::vm::{Row, Vm, function};

use super::new_module;

/// The module that is written in the language.
pub static SOURCES: &[(&str, &str)] = &[("weakref", include_str!("../../stdlib/weakref.py"))];

static ROWS: &[Row] = &[
    function!("getweakrefcount", "(object, /)", count, "Return the number of weak references to 'object'."),
    function!("getweakrefs", "(object, /)", all, "Return a list of all weak reference objects pointing to 'object'."),
];

/// Makes `_weakref`.
pub fn make(vm: &mut Vm) -> Gc<Module> {
    let module = new_module(vm, "_weakref", "Weak-reference support module.");
    for name in ["ref", "ReferenceType"] {
        module.namespace.set_str(&vm.intern(name), vm.types.weakref.clone().into());
    }
    vm.add_functions(&module, ROWS);
    module
}

fn count(object: &Value) -> i64 {
    WeakRef::all_to(object).len() as i64
}

/// Those without a callback first, then the youngest.
fn all(object: &Value) -> Value {
    let mut all = WeakRef::all_to(object);
    all.reverse();
    all.sort_by_key(|reference| !reference.callback.borrow().is_none());
    List::value(all.iter().filter_map(WeakRef::shown).collect())
}
