//! `type X = …`: an alias whose value is computed when it is asked for.

use crate::heap::{Gc, Visitor};
use crate::object::{GenericAlias, NativeData, Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm};

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
    Row::getter("__name__", |vm, args| Ok(this(vm, args)?.name.clone().into()), "The name."),
    Row::getter("__value__", |vm, args| this(vm, args)?.value.get(vm, &Value::None), "What it stands for."),
    Row::getter("__type_params__", |vm, args| Ok(this(vm, args)?.params.clone()), "The type parameters."),
    Row::getter("__parameters__", parameters, "The type parameters, those of several types unpacked."),
    Row::method("__repr__", "(self, /)", |vm, args| Ok(this(vm, args)?.name.clone().into()), "Return repr(self)."),
    Row::method("__getitem__", "(self, key, /)", get_item, "Return self[key]."),
    Row::method("__or__", "(self, value, /)", alias::or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", alias::ror, "Return value|self."),
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

fn this<'a>(vm: &Vm, args: &'a [Value]) -> Result<&'a TypeAlias> {
    let alias = args[0].get::<Opaque>().and_then(Opaque::data::<TypeAlias>);
    alias.ok_or_else(|| vm.type_error(format!("'{}' object is no type alias", vm.type_name(&args[0]))))
}

fn parameters(vm: &mut Vm, args: &[Value]) -> Result {
    let params = this(vm, args)?.params.clone();
    let items = params.get::<Tuple>().map_or(&[][..], Tuple::items);
    let many = |value: &Value| variable::variable(value).is_some_and(|variable| variable.kind == VariableKind::TypeVarTuple);
    let shown = items.iter().map(|value| if many(value) { variable::unpack(vm, value) } else { value.clone() });
    Ok(Tuple::value(shown.collect::<Vec<_>>()))
}

fn get_item(vm: &mut Vm, args: &[Value]) -> Result {
    let plain = this(vm, args)?.params.get::<Tuple>().is_none_or(|params| params.items().is_empty());
    if plain {
        return Err(vm.type_error("Only generic type aliases are subscriptable"));
    }
    Ok(GenericAlias::value(args[0].clone(), &args[1]))
}
