//! `dict_keys`, `dict_values`, `dict_items`, and `mappingproxy`.

use crate::heap::Gc;
use crate::object::{Dict, DictView, Iter, Iterator, MappingProxy, Set, Str, Tuple, ViewKind};
use crate::value::Value;
use crate::vm::{CompareOp, Result, Row, Vm, class_method};

use super::super::receiver::{receiver, storage, wrong_receiver};
use super::super::{alias, repr_guard, set};

static COMMON: &[Row] = &[
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__reversed__", "(self, /)", reversed, "Return a reverse iterator over the view."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::getter("mapping", mapping, "The dict that this view refers to."),
];

static SETLIKE: &[Row] = &[
    Row::method("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    Row::method("__and__", "(self, value, /)", and, "Return self&value."),
    Row::method("__rand__", "(self, value, /)", and, "Return value&self."),
    Row::method("__or__", "(self, value, /)", |vm, args| combine(vm, &args[0], &args[1], "update"), "Return self|value."),
    Row::method("__ror__", "(self, value, /)", |vm, args| combine(vm, &args[1], &args[0], "update"), "Return value|self."),
    Row::method(
        "__sub__",
        "(self, value, /)",
        |vm, args| combine(vm, &args[0], &args[1], "difference_update"),
        "Return self-value.",
    ),
    Row::method(
        "__rsub__",
        "(self, value, /)",
        |vm, args| combine(vm, &args[1], &args[0], "difference_update"),
        "Return value-self.",
    ),
    Row::method(
        "__xor__",
        "(self, value, /)",
        |vm, args| combine(vm, &args[0], &args[1], "symmetric_difference_update"),
        "Return self^value.",
    ),
    Row::method(
        "__rxor__",
        "(self, value, /)",
        |vm, args| combine(vm, &args[1], &args[0], "symmetric_difference_update"),
        "Return value^self.",
    ),
    Row::method(
        "isdisjoint",
        "(self, other, /)",
        isdisjoint,
        "Return True if the view and the given iterable have a null intersection.",
    ),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "Return self==value."),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "Return self!=value."),
    Row::method("__lt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Lt), "Return self<value."),
    Row::method("__le__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Le), "Return self<=value."),
    Row::method("__gt__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Gt), "Return self>value."),
    Row::method("__ge__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ge), "Return self>=value."),
];

static PROXY: &[Row] = &[
    Row::static_method("__new__", "(cls, mapping, /)", proxy_new, "Create and return a new object."),
    Row::method(
        "get",
        "(self, key, default=None, /)",
        proxy_get,
        "Return the value for key if key is in the mapping, else default.",
    ),
    Row::method(
        "keys",
        "(self, /)",
        |vm, args| proxy_call(vm, args, "keys"),
        "A set-like object providing a view on the keys.",
    ),
    Row::method("values", "(self, /)", |vm, args| proxy_call(vm, args, "values"), "An object providing a view on the values."),
    Row::method(
        "items",
        "(self, /)",
        |vm, args| proxy_call(vm, args, "items"),
        "A set-like object providing a view on the items.",
    ),
    Row::method("copy", "(self, /)", |vm, args| proxy_call(vm, args, "copy"), "A shallow copy of the mapping."),
    Row::method(
        "__getitem__",
        "(self, key, /)",
        |vm, args| inner(vm, args).and_then(|mapping| vm.get_item(&mapping, &args[1])),
        "Return self[key].",
    ),
    Row::method(
        "__contains__",
        "(self, key, /)",
        |vm, args| Ok(inner(vm, args).and_then(|mapping| vm.contains(&mapping, &args[1]))?.into()),
        "Return bool(key in self).",
    ),
    Row::method(
        "__len__",
        "(self, /)",
        |vm, args| Ok(inner(vm, args).and_then(|mapping| vm.len(&mapping))?.into()),
        "Return len(self).",
    ),
    Row::method(
        "__iter__",
        "(self, /)",
        |vm, args| inner(vm, args).and_then(|mapping| vm.get_iter(&mapping)),
        "Implement iter(self).",
    ),
    Row::method(
        "__reversed__",
        "(self, /)",
        |vm, args| proxy_call(vm, args, "__reversed__"),
        "A reverse iterator over the keys.",
    ),
    Row::method("__repr__", "(self, /)", proxy_repr, "Return repr(self)."),
    Row::method(
        "__str__",
        "(self, /)",
        |vm, args| Ok(inner(vm, args).and_then(|mapping| vm.str(&mapping))?.into()),
        "Return str(self).",
    ),
    Row::method("__or__", "(self, value, /)", |vm, args| proxy_or(vm, &args[0], &args[1]), "Return self|value."),
    Row::method("__ror__", "(self, value, /)", |vm, args| proxy_or(vm, &args[0], &args[1]), "Return value|self."),
    Row::method(
        "__eq__",
        "(self, value, /)",
        |vm, args| inner(vm, args).and_then(|mapping| vm.compare(CompareOp::Eq, &mapping, &bare(&args[1]))),
        "Return self==value.",
    ),
    Row::method(
        "__ne__",
        "(self, value, /)",
        |vm, args| inner(vm, args).and_then(|mapping| vm.compare(CompareOp::Ne, &mapping, &bare(&args[1]))),
        "Return self!=value.",
    ),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    for class in [vm.types.dict_keys.clone(), vm.types.dict_items.clone()] {
        vm.add_methods(&class, COMMON);
        vm.add_methods(&class, SETLIKE);
        super::super::unhashable(vm, &class);
    }
    let values = vm.types.dict_values.clone();
    vm.add_methods(&values, COMMON);
    let proxy = vm.types.mapping_proxy.clone();
    vm.add_methods(&proxy, PROXY);
    super::super::unhashable(vm, &proxy);
}

fn this<'a>(vm: &Vm, args: &'a [Value], method: &str) -> Result<&'a Gc<DictView>> {
    match args.first().and_then(Value::gc::<DictView>) {
        Some(view) => Ok(view),
        None => Err(wrong_receiver(vm, args, &vm.types.dict_keys.name.borrow().clone(), method)),
    }
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(this(vm, args, "__len__")?.dict.len().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "__iter__")?;
    Ok(Iterator::value(Iter::Dict(view.dict.clone(), view.kind, 0, view.dict.len())))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "__reversed__")?;
    Ok(super::backwards(&view.dict, view.kind))
}

fn mapping(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "mapping")?;
    Ok(Gc::new(MappingProxy(view.dict.clone().into())).into())
}

/// What the view shows now.
fn shown(view: &DictView) -> Vec<Value> {
    let pairs = super::pairs(&view.dict);
    match view.kind {
        ViewKind::Keys => pairs.into_iter().map(|(key, _)| key).collect(),
        ViewKind::Values => pairs.into_iter().map(|(_, value)| value).collect(),
        ViewKind::Items => pairs.into_iter().map(|(key, value)| Tuple::value(vec![key, value])).collect(),
    }
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "__repr__")?.clone();
    let name = vm.type_name(&args[0]);
    repr_guard::guarded(vm, view.address(), "...", |vm| {
        let mut text = format!("{name}([");
        repr_guard::join(vm, &shown(&view), &mut text)?;
        text.push_str("])");
        Ok(text)
    })
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "__contains__")?.clone();
    Ok(view_contains(vm, &view, &args[1])?.into())
}

fn view_contains(vm: &mut Vm, view: &DictView, key: &Value) -> Result<bool> {
    if view.kind == ViewKind::Keys {
        return Ok(vm.dict_get(&view.dict, key)?.is_some());
    }
    let Some([key, value]) = storage::<Tuple>(key).map(|pair| pair.items()) else { return Ok(false) };
    match vm.dict_get(&view.dict, key)? {
        Some(found) => Ok(found.same(value) || vm.equal(&found, value)?),
        None => Ok(false),
    }
}

/// The set-like view that a value is.
fn setlike(value: &Value) -> Option<&Gc<DictView>> {
    value.gc::<DictView>().filter(|view| view.kind != ViewKind::Values)
}

/// A set of one operand, changed by the other through a method of sets.
fn combine(vm: &mut Vm, first: &Value, second: &Value, method: &str) -> Result {
    // Of a view of keys the dict itself is copied, which makes a table of another size.
    let source = match first.get::<DictView>() {
        Some(view) if view.kind == ViewKind::Keys => view.dict.clone().into(),
        _ => first.clone(),
    };
    let result: Value = Set::new(set::table_of(vm, &source)?).into();
    let method = vm.intern(method);
    vm.call_method(&result, &method, std::slice::from_ref(second))?;
    Ok(result)
}

fn and(vm: &mut Vm, args: &[Value]) -> Result {
    let (mut view, mut other) = match setlike(&args[0]) {
        Some(view) => (view, &args[1]),
        None => match setlike(&args[1]) {
            Some(view) => (view, &args[0]),
            None => return Ok(Value::NotImplemented),
        },
    };
    if let Some(length) =
        set::length(other).filter(|length| view.dict.len() <= *length && other.kind() != Some(crate::value::Kind::Instance))
    {
        debug_assert!(length >= view.dict.len());
        let method = vm.intern("intersection");
        return vm.call_method(other, &method, &[view.clone().into()]);
    }
    if let Some(second) = setlike(other)
        && second.dict.len() > view.dict.len()
    {
        (view, other) = (second, if setlike(&args[0]).is_some_and(|first| first.same(view)) { &args[0] } else { &args[1] });
    }
    let result = Set::new(Default::default());
    let iterator = vm.get_iter(other)?;
    while let Some(key) = vm.iter_next(&iterator)? {
        if view_contains(vm, view, &key)? {
            set::add(vm, &result.0, key)?;
        }
    }
    Ok(result.into())
}

fn isdisjoint(vm: &mut Vm, args: &[Value]) -> Result {
    let view = this(vm, args, "isdisjoint")?.clone();
    if args[0].same(&args[1]) {
        return Ok(view.dict.is_empty().into());
    }
    let iterator = vm.get_iter(&args[1])?;
    while let Some(key) = vm.iter_next(&iterator)? {
        if view_contains(vm, &view, &key)? {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let view = this(vm, args, "__eq__")?;
    let other_length = match (setlike(&args[1]), set::length(&args[1])) {
        (Some(other), _) => other.dict.len(),
        (None, Some(length)) => length,
        _ => return Ok(Value::NotImplemented),
    };
    let length = view.dict.len();
    let answer = match op {
        CompareOp::Eq => length == other_length && all_in(vm, &args[0], &args[1])?,
        CompareOp::Ne => !(length == other_length && all_in(vm, &args[0], &args[1])?),
        CompareOp::Lt => length < other_length && all_in(vm, &args[0], &args[1])?,
        CompareOp::Le => length <= other_length && all_in(vm, &args[0], &args[1])?,
        CompareOp::Gt => length > other_length && all_in(vm, &args[1], &args[0])?,
        CompareOp::Ge => length >= other_length && all_in(vm, &args[1], &args[0])?,
    };
    Ok(answer.into())
}

/// Whether a container holds all items of another.
fn all_in(vm: &mut Vm, items: &Value, container: &Value) -> Result<bool> {
    let iterator = vm.get_iter(items)?;
    while let Some(item) = vm.iter_next(&iterator)? {
        if !vm.contains(container, &item)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn proxy_new(vm: &mut Vm, args: &[Value]) -> Result {
    let usable = args[1].is::<Dict>()
        || (vm.lookup_special(&args[1], &vm.names.getitem).is_some()
            && !args[1].is::<Tuple>()
            && !args[1].is::<crate::object::List>());
    if !usable {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {given}")));
    }
    Ok(Gc::new(MappingProxy(args[1].clone())).into())
}

fn inner(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<MappingProxy>(vm, args, "__getitem__")?.0.clone())
}

/// What a proxy shows; other values as they are.
fn bare(value: &Value) -> Value {
    value.get::<MappingProxy>().map_or_else(|| value.clone(), |proxy| proxy.0.clone())
}

fn proxy_call(vm: &mut Vm, args: &[Value], method: &str) -> Result {
    let mapping = inner(vm, args)?;
    let method = vm.intern(method);
    vm.call_method(&mapping, &method, &args[1..])
}

fn proxy_get(vm: &mut Vm, args: &[Value]) -> Result {
    proxy_call(vm, args, "get")
}

fn proxy_repr(vm: &mut Vm, args: &[Value]) -> Result {
    let mapping = inner(vm, args)?;
    let text = vm.repr(&mapping)?;
    Ok(Str::value(format!("mappingproxy({text})")))
}

fn proxy_or(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    vm.binary(crate::vm::BinaryOp::BitOr, &bare(a), &bare(b))
}
