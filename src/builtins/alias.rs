//! `list[int]` and `int | str`: types with arguments, and unions. They say nothing to the machine; `isinstance` understands unions.

use crate::heap::Visitor;
use crate::object::{Class, GenericAlias, NativeData, Opaque, Str, Tuple, hash_tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

use super::receiver::receiver;
use super::typing;

/// The members of a union, without repetition.
pub struct Union(pub Vec<Value>);

impl NativeData for Union {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.iter().for_each(|member| member.trace(visitor));
    }
}

static ALIAS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, origin, args, /)",
        |_, args| Ok(GenericAlias::value(args[1].clone(), &args[2])),
        "Create and return a new object.",
    ),
    Row::getter(
        "__origin__",
        |vm, args| Ok(receiver::<GenericAlias>(vm, args, "__origin__")?.origin.clone()),
        "The type that has arguments.",
    ),
    Row::getter("__args__", |vm, args| Ok(receiver::<GenericAlias>(vm, args, "__args__")?.args.clone()), "The arguments."),
    Row::getter("__parameters__", parameters, "Type variables among the arguments."),
    Row::method("__repr__", "(self, /)", alias_repr, "Return repr(self)."),
    Row::method("__eq__", "(self, value, /)", alias_eq, "Return self==value."),
    Row::method("__hash__", "(self, /)", alias_hash, "Return hash(self)."),
    Row::method("__call__", "(self, /, *args, **kwargs)", alias_call, "Call self as a function."),
    Row::method("__mro_entries__", "(self, bases, /)", mro_entries, "What it is replaced by as a base."),
    Row::method("__or__", "(self, value, /)", or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", ror, "Return value|self."),
    Row::method("__getitem__", "(self, key, /)", |vm, args| typing::substitute(vm, &args[0], &args[1]), "Return self[key]."),
    Row::method("__getattr__", "(self, name, /)", alias_getattr, "Attributes of the type."),
    Row::method(
        "__instancecheck__",
        "(self, instance, /)",
        |vm, args| Err(parameterized(vm, &args[0], "isinstance")),
        "Always an error.",
    ),
    Row::method(
        "__subclasscheck__",
        "(self, cls, /)",
        |vm, args| Err(parameterized(vm, &args[0], "issubclass")),
        "Always an error.",
    ),
];

static UNION: &[Row] = &[
    Row::getter("__args__", |_, args| Ok(Tuple::value(members(&args[0]))), "The members."),
    Row::getter("__parameters__", parameters, "Type variables among the members."),
    Row::method("__getitem__", "(self, key, /)", |vm, args| typing::substitute(vm, &args[0], &args[1]), "Return self[key]."),
    Row::method("__repr__", "(self, /)", union_repr, "Return repr(self)."),
    Row::method("__eq__", "(self, value, /)", union_eq, "Return self==value."),
    Row::method("__hash__", "(self, /)", union_hash, "Return hash(self)."),
    Row::method("__or__", "(self, value, /)", or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", ror, "Return value|self."),
    Row::method(
        "__instancecheck__",
        "(self, instance, /)",
        union_instancecheck,
        "Whether an object is an instance of a member.",
    ),
    Row::method("__subclasscheck__", "(self, cls, /)", union_subclasscheck, "Whether a class derives from a member."),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let (alias, union) = (vm.types.generic_alias.clone(), vm.types.union.clone());
    vm.add_methods(&alias, ALIAS);
    let of_typing = vm.types.typing_alias.clone();
    vm.add_methods(&of_typing, ALIAS);
    vm.add_methods(&union, UNION);
    union.set(&vm.names.module, Str::value("typing"));
    alias.set(&vm.names.module, Str::value("types"));
}

/// `__class_getitem__` of the built-in containers.
pub fn class_getitem(_: &mut Vm, args: &[Value]) -> Result {
    Ok(GenericAlias::value(args[0].clone(), &args[1]))
}

#[cold]
fn parameterized(vm: &Vm, alias: &Value, function: &str) -> Raised {
    if alias.get::<GenericAlias>().is_some_and(|alias| alias.typing) {
        return vm.type_error("Subscripted generics cannot be used with class and instance checks");
    }
    vm.type_error(format!("{function}() argument 2 cannot be a parameterized generic"))
}

/// The origin; `Generic[…]` only where no other alias among the bases brings it anyway.
fn mro_entries(vm: &mut Vm, args: &[Value]) -> Result {
    let alias = receiver::<GenericAlias>(vm, args, "__mro_entries__")?;
    let generic = alias.origin.gc::<Class>().is_some_and(|class| class.same(&vm.types.generic));
    let bases = items(&args[1]);
    let place = bases.iter().position(|base| base.same(&args[0])).map_or(bases.len(), |place| place + 1);
    let brought = bases[place..].iter().any(|base| base.get::<GenericAlias>().is_some_and(|other| other.typing));
    let entries = if generic && brought { vec![] } else { vec![alias.origin.clone()] };
    Ok(Tuple::value(entries))
}

fn parameters(_: &mut Vm, args: &[Value]) -> Result {
    Ok(Tuple::value(typing::parameters(args)))
}

fn items(value: &Value) -> Vec<Value> {
    value.get::<Tuple>().map_or_else(Vec::new, |all| all.items().to_vec())
}

/// How a type is shown as an argument: classes by their names.
fn type_text(vm: &mut Vm, value: &Value) -> Result<String> {
    if value.is_none() {
        return Ok("None".to_owned());
    }
    if matches!(value, Value::Ellipsis) {
        return Ok("...".to_owned());
    }
    if let Some(class) = value.gc::<Class>() {
        if class.same(&vm.types.none_type) {
            return Ok("None".to_owned());
        }
        let module = super::type_::module_of(vm, class);
        let qualname = class.qualname.borrow().clone();
        return Ok(match module.get::<Str>().map(Str::as_str) {
            Some("builtins") | None => qualname.to_string(),
            Some(module) => format!("{module}.{qualname}"),
        });
    }
    let list = value.get::<crate::object::List>().map(|list| list.0.borrow().clone());
    // Arguments for a ParamSpec are kept as tuples.
    if let Some(items) = list.or_else(|| value.get::<Tuple>().map(|tuple| tuple.items().to_vec())) {
        return Ok(format!("[{}]", joined(vm, &items, ", ")?));
    }
    Ok(vm.repr(value)?.to_string())
}

fn joined(vm: &mut Vm, values: &[Value], separator: &str) -> Result<String> {
    let texts: Result<Vec<String>> = values.iter().map(|value| type_text(vm, value)).collect();
    Ok(texts?.join(separator))
}

fn alias_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let alias = receiver::<GenericAlias>(vm, args, "__repr__")?.clone();
    let origin = type_text(vm, &alias.origin)?;
    let inner = items(&alias.args);
    let inner = match inner.as_slice() {
        [] => "()".to_owned(),
        [only] if alias.typing && only.gc::<Class>().is_some_and(|class| class.same(&vm.types.none_type)) => {
            "NoneType".to_owned()
        }
        all => joined(vm, all, ", ")?,
    };
    Ok(Str::value(format!("{origin}[{inner}]")))
}

fn alias_eq(vm: &mut Vm, args: &[Value]) -> Result {
    let alias = receiver::<GenericAlias>(vm, args, "__eq__")?;
    let Some(other) = args[1].get::<GenericAlias>() else { return Ok(Value::NotImplemented) };
    Ok((vm.equal(&alias.origin, &other.origin)? && vm.equal(&alias.args, &other.args)?).into())
}

fn alias_hash(vm: &mut Vm, args: &[Value]) -> Result {
    let alias = receiver::<GenericAlias>(vm, args, "__hash__")?;
    let (origin, arguments) = (vm.hash(&alias.origin)?, vm.hash(&alias.args)?);
    Ok((origin ^ arguments).into())
}

fn alias_call(vm: &mut Vm, args: &[Value]) -> Result {
    let origin = receiver::<GenericAlias>(vm, args, "__call__")?.origin.clone();
    let (values, names) = super::function::spread(&args[1], &args[2]);
    let result = vm.call_kw(&origin, &values, &names)?;
    if result.is::<crate::object::Instance>() {
        let name = vm.intern("__orig_class__");
        // Instances without a `__dict__` simply don't remember it.
        let _ = vm.set_attr(&result, &name, args[0].clone());
    }
    Ok(result)
}

fn alias_getattr(vm: &mut Vm, args: &[Value]) -> Result {
    let alias = receiver::<GenericAlias>(vm, args, "__getattr__")?.clone();
    let own = ["__name__", "__qualname__", "__module__", "__doc__"];
    match args[1].gc::<Str>() {
        Some(name) if !alias.typing || !name.as_str().starts_with("__") || own.contains(&name.as_str()) => {
            let name = vm.intern_str(name);
            vm.get_attr(&alias.origin, &name)
        }
        Some(name) => Err(vm.no_attribute(&args[0], &name.clone())),
        None => Err(vm.type_error("attribute name must be string")),
    }
}

/// Whether a value may be a member of a union.
fn is_member(vm: &Vm, value: &Value) -> bool {
    let class = vm.class_of(value);
    let types = &vm.types;
    value.is_none()
        || value.is::<Class>()
        || value.is::<GenericAlias>()
        || as_union(value).is_some()
        || [&types.type_var, &types.type_alias, &types.param_spec].iter().any(|kind| class.same(kind))
}

/// The members of a union.
pub fn union_members(value: &Value) -> Option<Vec<Value>> {
    as_union(value).map(|union| union.0.clone())
}

fn as_union(value: &Value) -> Option<&Union> {
    value.get::<Opaque>()?.data::<Union>()
}

fn members(value: &Value) -> Vec<Value> {
    as_union(value).map_or_else(|| vec![value.clone()], |union| union.0.clone())
}

/// `a | b` of types.
pub fn or(vm: &mut Vm, args: &[Value]) -> Result {
    if !is_member(vm, &args[0]) || !is_member(vm, &args[1]) {
        return Ok(Value::NotImplemented);
    }
    let mut all: Vec<Value> = Vec::new();
    for member in members(&args[0]).into_iter().chain(members(&args[1])) {
        let member = if member.is_none() { vm.types.none_type.clone().into() } else { member };
        let mut known = false;
        for other in &all {
            known = known || vm.equal(other, &member)?;
        }
        if !known {
            all.push(member);
        }
    }
    if let [only] = all.as_slice() {
        return Ok(only.clone());
    }
    Ok(Opaque::new(vm.types.union.clone(), Union(all)).into())
}

/// `b | a`
pub fn ror(vm: &mut Vm, args: &[Value]) -> Result {
    or(vm, &[args[1].clone(), args[0].clone()])
}

fn union_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let text = joined(vm, &members(&args[0]), " | ")?;
    Ok(Str::value(text))
}

fn union_eq(vm: &mut Vm, args: &[Value]) -> Result {
    if as_union(&args[1]).is_none() {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (members(&args[0]), members(&args[1]));
    if a.len() != b.len() {
        return Ok(false.into());
    }
    for member in &a {
        let mut found = false;
        for other in &b {
            found = found || vm.equal(member, other)?;
        }
        if !found {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

fn union_hash(vm: &mut Vm, args: &[Value]) -> Result {
    let hashes: Result<Vec<i64>> = members(&args[0]).iter().map(|member| vm.hash(member)).collect();
    let mut hashes = hashes?;
    hashes.sort_unstable();
    Ok(hash_tuple(&hashes).into())
}

fn union_instancecheck(vm: &mut Vm, args: &[Value]) -> Result {
    for member in members(&args[0]) {
        if vm.is_instance(&args[1], &member)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}

fn union_subclasscheck(vm: &mut Vm, args: &[Value]) -> Result {
    for member in members(&args[0]) {
        if super::functions::is_subclass(vm, &args[1], &member)? {
            return Ok(true.into());
        }
    }
    Ok(false.into())
}
