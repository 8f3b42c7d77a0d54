//! `dict_keys`, `dict_values`, `dict_items`, and `mappingproxy`.

use crate::heap::Gc;
use crate::object::{Dict, DictView, Iterator, MappingProxy, Set, Str, Tuple, ViewKind};
use crate::value::Value;
use crate::vm::{CompareOp, Of, Result, Row, Vm, class_method, getter, method, static_method, storage};

use super::super::{alias, repr_guard, set};

static COMMON: &[Row] = &[
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__reversed__", "(self, /)", reversed, "Return a reverse iterator over the view."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    getter!("mapping", mapping, "The dict that this view refers to."),
];

static SETLIKE: &[Row] = &[
    method!("__contains__", "(self, key, /)", view_contains, "Return bool(key in self)."),
    method!("__and__", "(self, value, /)", and, "Return self&value."),
    method!("__rand__", "(self, value, /)", and, "Return value&self."),
    method!(
        "__or__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, this, value, "update"),
        "Return self|value."
    ),
    method!(
        "__ror__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, value, this, "update"),
        "Return value|self."
    ),
    method!(
        "__sub__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, this, value, "difference_update"),
        "Return self-value."
    ),
    method!(
        "__rsub__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, value, this, "difference_update"),
        "Return value-self."
    ),
    method!(
        "__xor__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, this, value, "symmetric_difference_update"),
        "Return self^value."
    ),
    method!(
        "__rxor__",
        "(self, value, /)",
        |vm, this: &Value, value: &Value| combine(vm, value, this, "symmetric_difference_update"),
        "Return value^self."
    ),
    method!(
        "isdisjoint",
        "(self, other, /)",
        isdisjoint,
        "Return True if the view and the given iterable have a null intersection."
    ),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ge), "Return self>=value."),
];

static PROXY: &[Row] = &[
    static_method!("__new__", "(cls, mapping, /)", proxy_new, "Create and return a new object."),
    method!(
        "get",
        "(self, key, default=None, /)",
        proxy_get,
        "Return the value for key if key is in the mapping, else default."
    ),
    method!(
        "keys",
        "(self, /)",
        |vm, this| proxy_call(vm, this, "keys", &[]),
        "A set-like object providing a view on the keys.",
    ),
    method!("values", "(self, /)", |vm, this| proxy_call(vm, this, "values", &[]), "An object providing a view on the values."),
    method!(
        "items",
        "(self, /)",
        |vm, this| proxy_call(vm, this, "items", &[]),
        "A set-like object providing a view on the items.",
    ),
    method!("copy", "(self, /)", |vm, this| proxy_call(vm, this, "copy", &[]), "A shallow copy of the mapping."),
    method!(
        "__getitem__",
        "(self, key, /)",
        |vm: &mut Vm, this: &MappingProxy, key| vm.get_item(&this.0, key),
        "Return self[key]."
    ),
    method!(
        "__contains__",
        "(self, key, /)",
        |vm: &mut Vm, this: &MappingProxy, key| vm.contains(&this.0, key),
        "Return bool(key in self)."
    ),
    method!("__len__", "(self, /)", |vm: &mut Vm, this: &MappingProxy| vm.len(&this.0), "Return len(self)."),
    method!("__iter__", "(self, /)", |vm: &mut Vm, this: &MappingProxy| vm.get_iter(&this.0), "Implement iter(self)."),
    method!(
        "__reversed__",
        "(self, /)",
        |vm, this| proxy_call(vm, this, "__reversed__", &[]),
        "A reverse iterator over the keys.",
    ),
    method!("__repr__", "(self, /)", proxy_repr, "Return repr(self)."),
    method!("__str__", "(self, /)", |vm: &mut Vm, this: &MappingProxy| vm.str(&this.0), "Return str(self)."),
    method!("__or__", "(self, value, /)", |vm, this: &Value, value: &Value| proxy_or(vm, this, value), "Return self|value."),
    method!("__ror__", "(self, value, /)", |vm, this: &Value, value: &Value| proxy_or(vm, this, value), "Return value|self."),
    method!(
        "__eq__",
        "(self, value, /)",
        |vm: &mut Vm, this: &MappingProxy, value| vm.compare(CompareOp::Eq, &this.0, &bare(value)),
        "Return self==value."
    ),
    method!(
        "__ne__",
        "(self, value, /)",
        |vm: &mut Vm, this: &MappingProxy, value| vm.compare(CompareOp::Ne, &this.0, &bare(value)),
        "Return self!=value."
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

fn len(view: &DictView) -> usize {
    view.dict.len()
}

fn iter(view: &DictView) -> Value {
    Iterator::of_dict(&view.dict, view.kind)
}

fn reversed(view: &DictView) -> Value {
    super::backwards(&view.dict, view.kind)
}

fn mapping(view: &DictView) -> Gc<MappingProxy> {
    Gc::new(MappingProxy(view.dict.clone().into()))
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

fn repr(vm: &mut Vm, this: Of<DictView>) -> Result {
    let view = this.storage;
    let name = vm.type_name(this.value);
    repr_guard::guarded(vm, view.address(), "...", |vm| {
        let mut text = format!("{name}([");
        repr_guard::join(vm, &shown(view), &mut text)?;
        text.push_str("])");
        Ok(text)
    })
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

fn and(vm: &mut Vm, this: &Value, value: &Value) -> Result {
    let (mut view, mut other) = match setlike(this) {
        Some(view) => (view, value),
        None => match setlike(value) {
            Some(view) => (view, this),
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
        (view, other) = (second, if setlike(this).is_some_and(|first| first.same(view)) { this } else { value });
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

fn isdisjoint(vm: &mut Vm, this: Of<DictView>, other: &Value) -> Result<bool> {
    let view = this.storage;
    if this.value.same(other) {
        return Ok(view.dict.is_empty());
    }
    let iterator = vm.get_iter(other)?;
    while let Some(key) = vm.iter_next(&iterator)? {
        if view_contains(vm, view, &key)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn compare(vm: &mut Vm, this: Of<DictView>, value: &Value, op: CompareOp) -> Result {
    let view = this.storage;
    let other_length = match (setlike(value), set::length(value)) {
        (Some(other), _) => other.dict.len(),
        (None, Some(length)) => length,
        _ => return Ok(Value::NotImplemented),
    };
    let length = view.dict.len();
    let answer = match op {
        CompareOp::Eq => length == other_length && all_in(vm, this.value, value)?,
        CompareOp::Ne => !(length == other_length && all_in(vm, this.value, value)?),
        CompareOp::Lt => length < other_length && all_in(vm, this.value, value)?,
        CompareOp::Le => length <= other_length && all_in(vm, this.value, value)?,
        CompareOp::Gt => length > other_length && all_in(vm, value, this.value)?,
        CompareOp::Ge => length >= other_length && all_in(vm, value, this.value)?,
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

fn proxy_new(vm: &mut Vm, _: &Value, mapping: &Value) -> Result<Gc<MappingProxy>> {
    let usable = mapping.is::<Dict>()
        || (vm.lookup_special(mapping, &vm.names.getitem).is_some()
            && !mapping.is::<Tuple>()
            && !mapping.is::<crate::object::List>());
    if !usable {
        let given = vm.type_name(mapping);
        return Err(vm.type_error(format!("mappingproxy() argument must be a mapping, not {given}")));
    }
    Ok(Gc::new(MappingProxy(mapping.clone())))
}

/// What a proxy shows; other values as they are.
fn bare(value: &Value) -> Value {
    value.get::<MappingProxy>().map_or_else(|| value.clone(), |proxy| proxy.0.clone())
}

fn proxy_call(vm: &mut Vm, this: &MappingProxy, method: &str, args: &[Value]) -> Result {
    vm.call_method(&this.0, &vm.intern(method), args)
}

fn proxy_get(vm: &mut Vm, this: &MappingProxy, key: &Value, default: &Value) -> Result {
    proxy_call(vm, this, "get", &[key.clone(), default.clone()])
}

fn proxy_repr(vm: &mut Vm, this: &MappingProxy) -> Result {
    Ok(Str::value(format!("mappingproxy({})", vm.repr(&this.0)?)))
}

fn proxy_or(vm: &mut Vm, a: &Value, b: &Value) -> Result {
    vm.binary(crate::vm::BinaryOp::BitOr, &bare(a), &bare(b))
}
