//! `type X = …`: an alias whose value is computed when it is asked for.

use crate::heap::{Gc, Visitor};
use crate::object::{GenericAlias, NativeData, Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, getter, method};

use super::super::alias;
use super::Lazy;
use super::variable::{self, VariableKind};

struct TypeAlias {
    name: Gc<Str>,
    params: Value,
    value: Lazy,
}

impl NativeData for TypeAlias {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.params.trace(visitor);
        self.value.trace(visitor);
    }
    fn clear(&self) {
        self.value.clear();
    }
}

static ROWS: &[Row] = &[
    getter!("__name__", |this: Own<TypeAlias>| this.name.clone(), "The name."),
    getter!("__value__", |vm: &mut Vm, this: Own<TypeAlias>| this.value.get(vm, &Value::None), "What it stands for."),
    getter!("__type_params__", |this: Own<TypeAlias>| this.params.clone(), "The type parameters."),
    getter!("__parameters__", parameters, "The type parameters, those of several types unpacked."),
    method!("__repr__", "(self, /)", |this: Own<TypeAlias>| this.name.clone(), "Return repr(self)."),
    method!("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    method!("__or__", "(self, value, /)", alias::or, "Return self|value."),
    method!("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
];

pub fn install(vm: &mut Vm) {
    let class = vm.types.type_alias.clone();
    vm.add_methods(&class, ROWS);
    super::set_module(vm, &class);
}

pub fn make(vm: &mut Vm, name: &Value, params: &Value, value: &Value) -> Result {
    let Some(name) = name.gc::<Str>().cloned() else { return Err(vm.system_error("a type alias needs a name")) };
    let class = vm.types.type_alias.clone();
    let alias = Opaque::new(class.clone(), TypeAlias { name, params: params.clone(), value: Lazy::new(value) });
    if let Some(module) = vm.current_globals().and_then(|globals| globals.get_str(&vm.names.name)) {
        alias.attrs.set(&class, &vm.names.module, module);
    }
    Ok(alias.into())
}

fn parameters(vm: &mut Vm, this: Own<TypeAlias>) -> Value {
    let params = this.params.clone();
    let items = params.get::<Tuple>().map_or(&[][..], Tuple::items);
    let many = |value: &Value| variable::variable(value).is_some_and(|variable| variable.kind == VariableKind::TypeVarTuple);
    let shown = items.iter().map(|value| if many(value) { variable::unpack(vm, value) } else { value.clone() });
    Tuple::value(shown.collect::<Vec<_>>())
}

fn get_item(vm: &mut Vm, this: Own<TypeAlias>, key: &Value) -> Result {
    let plain = this.params.get::<Tuple>().is_none_or(|params| params.items().is_empty());
    if plain {
        return Err(vm.type_error("Only generic type aliases are subscriptable"));
    }
    Ok(GenericAlias::value(this.value(), key))
}
