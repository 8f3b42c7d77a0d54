//! The module `_collections`: the native containers under `collections`; the others are written in the language.

use crate::heap::Gc;
use crate::object::{Dict, Module, Native};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function, storage};

use super::NativeModule;

/// The module.
pub static MODULE: NativeModule = NativeModule::new("_collections", "Containers under the module collections.")
    .rows(&[ROWS])
    .lazy(&[("collections._standins", &["OrderedDict", "defaultdict", "_tuplegetter"])])
    .set_up(set_up);

static ROWS: &[Row] =
    &[function!("_count_elements", "(mapping, iterable, /)", count, "Counts the items of an iterable in a mapping.")];

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    let types = &vm.types;
    let classes = [
        ("deque", types.deque.clone()),
        ("_deque_iterator", types.deque_iterator.clone()),
        ("_deque_reverse_iterator", types.deque_reverse_iterator.clone()),
    ];
    for (name, class) in classes {
        module.namespace.set_str(&vm.intern(name), class.into());
    }
    Ok(())
}

/// Whether what a mapping's class has under a name is `dict`'s own method.
fn is_of_dict(vm: &mut Vm, mapping: &Value, name: &str) -> bool {
    let found = vm.class_of(mapping).lookup(&vm.intern(name));
    found.is_some_and(|found| found.get::<Native>().is_some_and(|native| native.owner.as_str() == "dict"))
}

fn count(vm: &mut Vm, mapping: &Value, iterable: &Value) -> Result<()> {
    let plain = is_of_dict(vm, mapping, "get") && is_of_dict(vm, mapping, "__setitem__");
    let dict = storage::<Dict>(mapping).filter(|_| plain);
    let (get, iterator) = (vm.intern("get"), vm.get_iter(iterable)?);
    while let Some(item) = vm.iter_next(&iterator)? {
        match dict {
            Some(dict) => {
                let next = match vm.dict_get(dict, &item)? {
                    None => Value::Int(1),
                    Some(Value::Int(count)) if count < i64::MAX => Value::Int(count + 1),
                    Some(other) => vm.binary(crate::vm::BinaryOp::Add, &other, &Value::Int(1))?,
                };
                vm.dict_set(dict, item, next)?;
            }
            None => {
                let known = vm.call_method(mapping, &get, &[item.clone(), Value::Int(0)])?;
                let next = vm.binary(crate::vm::BinaryOp::Add, &known, &Value::Int(1))?;
                vm.set_item(mapping, &item, next)?;
            }
        }
    }
    Ok(())
}
