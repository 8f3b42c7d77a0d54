//! The module `_weakref`: references; what is built on them is `weakref`, written in the language.

use crate::heap::Gc;
use crate::object::{List, Module, WeakRef};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::NativeModule;

/// The module.
pub static MODULE: NativeModule = NativeModule::new("_weakref", "Weak references.").rows(&[ROWS]).set_up(set_up);

static ROWS: &[Row] = &[
    function!("getweakrefcount", "(object, /)", count, "Return the number of weak references to 'object'."),
    function!("getweakrefs", "(object, /)", all, "Return a list of all weak reference objects pointing to 'object'."),
];

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    for name in ["ref", "ReferenceType"] {
        module.namespace.set_str(&vm.intern(name), vm.types.weakref.clone().into());
    }
    Ok(())
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
