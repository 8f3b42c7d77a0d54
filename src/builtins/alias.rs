//! `list[int]` and `int | str`: types with arguments, and unions. They say nothing to the machine; `isinstance` understands unions.

use crate::heap::Visitor;
use crate::object::{Class, GenericAlias, NativeData, Opaque, Str, Tuple, TupleHash};
use crate::value::Value;
use crate::vm::{Attribute, Of, Raised, Result, Row, Vm, getter, method, static_method};

use super::typing;

/// The members of a union, without repetition.
pub struct Union(pub Vec<Value>);

impl NativeData for Union {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.0.iter().for_each(|member| member.trace(visitor));
    }
}

static ALIAS: &[Row] = &[
    static_method!(
        "__new__",
        "(cls, origin, args, /)",
        |_: &Value, origin: &Value, args| GenericAlias::value(origin.clone(), args),
        "Create and return a new object.",
    ),
    getter!("__origin__", |this: &GenericAlias| this.origin.clone(), "The type that has arguments."),
    getter!("__args__", |this: &GenericAlias| this.args.clone(), "The arguments."),
    getter!("__parameters__", parameters, "Type variables among the arguments."),
    method!("__repr__", "(self, /)", alias_repr, "Return repr(self)."),
    method!("__eq__", "(self, value, /)", alias_eq, "Return self==value."),
    method!("__hash__", "(self, /)", alias_hash, "Return hash(self)."),
    method!("__call__", "(self, /, *args, **kwargs)", alias_call, "Call self as a function."),
    method!("__mro_entries__", "(self, bases, /)", mro_entries, "What it is replaced by as a base."),
    method!("__or__", "(self, value, /)", or, "Return self|value."),
    method!("__ror__", "(self, value, /)", ror, "Return value|self."),
    method!(
        "__getitem__",
        "(self, key, /)",
        |vm: &mut Vm, this: &Value, key: &Value| typing::substitute(vm, this, key),
        "Return self[key]."
    ),
    method!("__getattr__", "(self, name, /)", alias_getattr, "Attributes of the type."),
    method!(
        "__instancecheck__",
        "(self, instance, /)",
        |vm: &mut Vm, this: &Value, _: &Value| Err::<(), _>(parameterized(vm, this, "isinstance")),
        "Always an error."
    ),
    method!(
        "__subclasscheck__",
        "(self, cls, /)",
        |vm: &mut Vm, this: &Value, _: &Value| Err::<(), _>(parameterized(vm, this, "issubclass")),
        "Always an error."
    ),
];

static UNION: &[Row] = &[
    getter!("__args__", |this: &Value| Tuple::value(members(this)), "The members."),
    getter!("__parameters__", parameters, "Type variables among the members."),
    method!(
        "__getitem__",
        "(self, key, /)",
        |vm: &mut Vm, this: &Value, key: &Value| typing::substitute(vm, this, key),
        "Return self[key]."
    ),
    method!("__repr__", "(self, /)", union_repr, "Return repr(self)."),
    method!("__eq__", "(self, value, /)", union_eq, "Return self==value."),
    method!("__hash__", "(self, /)", union_hash, "Return hash(self)."),
    method!("__or__", "(self, value, /)", or, "Return self|value."),
    method!("__ror__", "(self, value, /)", ror, "Return value|self."),
    method!("__instancecheck__", "(self, instance, /)", union_instancecheck, "Whether an object is an instance of a member."),
    method!("__subclasscheck__", "(self, cls, /)", union_subclasscheck, "Whether a class derives from a member."),
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
pub fn class_getitem(class: &Value, object: &Value) -> Value {
    GenericAlias::value(class.clone(), object)
}

#[cold]
fn parameterized(vm: &Vm, alias: &Value, function: &str) -> Raised {
    if alias.get::<GenericAlias>().is_some_and(|alias| alias.typing) {
        return vm.type_error("Subscripted generics cannot be used with class and instance checks");
    }
    vm.type_error(format!("{function}() argument 2 cannot be a parameterized generic"))
}

/// The origin; `Generic[…]` only where no other alias among the bases brings it anyway.
fn mro_entries(vm: &mut Vm, this: Of<GenericAlias>, bases: &Value) -> Value {
    let alias = this.storage;
    let generic = alias.origin.gc::<Class>().is_some_and(|class| class.same(&vm.types.generic));
    let bases = items(bases);
    let place = bases.iter().position(|base| base.same(this.value)).map_or(bases.len(), |place| place + 1);
    let brought = bases[place..].iter().any(|base| base.get::<GenericAlias>().is_some_and(|other| other.typing));
    let entries = if generic && brought { vec![] } else { vec![alias.origin.clone()] };
    Tuple::value(entries)
}

fn parameters(this: &Value) -> Value {
    Tuple::value(typing::parameters(std::slice::from_ref(this)))
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
    let list = value.get::<crate::object::List>().map(|list| list.0.borrow().to_vec());
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

fn alias_repr(vm: &mut Vm, alias: &GenericAlias) -> Result {
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

fn alias_eq(vm: &mut Vm, alias: &GenericAlias, value: &Value) -> Result {
    let Some(other) = value.get::<GenericAlias>() else { return Ok(Value::NotImplemented) };
    Ok((vm.equal(&alias.origin, &other.origin)? && vm.equal(&alias.args, &other.args)?).into())
}

fn alias_hash(vm: &mut Vm, alias: &GenericAlias) -> Result {
    let (origin, arguments) = (vm.hash(&alias.origin)?, vm.hash(&alias.args)?);
    Ok((origin ^ arguments).into())
}

fn alias_call(vm: &mut Vm, this: Of<GenericAlias>, args: &Value, kwargs: &Value) -> Result {
    let origin = this.storage.origin.clone();
    let (values, names) = super::function::spread(args, kwargs);
    let result = vm.call_kw(&origin, &values, &names)?;
    if result.is::<crate::object::Instance>() {
        let name = vm.intern("__orig_class__");
        // Instances without a `__dict__` simply don't remember it.
        let _ = vm.set_attr(&result, &name, this.value.clone());
    }
    Ok(result)
}

fn alias_getattr(vm: &mut Vm, this: Of<GenericAlias>, Attribute(name): Attribute) -> Result {
    let own = ["__name__", "__qualname__", "__module__", "__doc__"];
    if !this.typing || !name.as_str().starts_with("__") || own.contains(&name.as_str()) {
        return vm.get_attr(&this.origin, &name);
    }
    Err(vm.no_attribute(this.value, &name))
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
pub fn or(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    if !is_member(vm, this) || !is_member(vm, value) {
        return Ok(Value::NotImplemented);
    }
    let mut all: Vec<Value> = Vec::new();
    for member in members(this).into_iter().chain(members(value)) {
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
pub fn ror(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    or(vm, value, this)
}

fn union_repr(vm: &mut Vm, this: &Value) -> Result {
    let text = joined(vm, &members(this), " | ")?;
    Ok(Str::value(text))
}

fn union_eq(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    if as_union(value).is_none() {
        return Ok(Value::NotImplemented);
    }
    let (a, b) = (members(this), members(value));
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

fn union_hash(vm: &mut Vm, this: &Value) -> Result {
    let hashes: Result<Vec<i64>> = members(this).iter().map(|member| vm.hash(member)).collect();
    let mut hashes = hashes?;
    hashes.sort_unstable();
    let mut mixed = TupleHash::default();
    hashes.into_iter().for_each(|hash| mixed.add(hash));
    Ok(mixed.finish().into())
}

fn union_instancecheck(vm: &mut Vm, this: &Value, instance: &Value) -> Result<bool> {
    for member in members(this) {
        if vm.is_instance(instance, &member)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn union_subclasscheck(vm: &mut Vm, this: &Value, class: &Value) -> Result<bool> {
    for member in members(this) {
        if super::functions::is_subclass(vm, class, &member)? {
            return Ok(true);
        }
    }
    Ok(false)
}
