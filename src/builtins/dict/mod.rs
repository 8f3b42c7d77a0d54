//! `dict`: its methods.

mod update;
mod views;

use crate::heap::Gc;
use crate::object::{Class, Dict, DictView, Iter, Iterator, Native, ViewKind};
use crate::value::{Value, Words};
use crate::vm::{Of, Result, Row, Vm, class_method, method, static_method, storage};

use super::{alias, repr_guard};

pub use update::update_from;

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Create and return a new object."),
    method!("__init__", "(self, iterable=..., /, **kwargs)", update, "Initialize self."),
    method!("clear", "(self, /)", clear, "Remove all items from the dict."),
    method!("copy", "(self, /)", |dict: &Dict| copied(dict), "Return a shallow copy of the dict."),
    method!("get", "(self, key, default=None, /)", get, "Return the value for key if key is in the dictionary, else default.")
        .quickly(get_quickly),
    method!(
        "items",
        "(self, /)",
        |dict| view(dict, ViewKind::Items),
        "Return a set-like object providing a view on the dict's items."
    ),
    method!(
        "keys",
        "(self, /)",
        |dict| view(dict, ViewKind::Keys),
        "Return a set-like object providing a view on the dict's keys."
    ),
    method!(
        "values",
        "(self, /)",
        |dict| view(dict, ViewKind::Values),
        "Return an object providing a view on the dict's values."
    ),
    method!("pop", "(self, key, default=..., /)", pop, "Remove specified key and return the corresponding value."),
    method!("popitem", "(self, /)", popitem, "Remove and return a (key, value) pair as a 2-tuple.").quickly(popitem_quickly),
    method!(
        "setdefault",
        "(self, key, default=None, /)",
        setdefault,
        "Insert key with a value of default if key is not in the dictionary."
    )
    .quickly(setdefault_quickly),
    method!(
        "update",
        "(self, iterable=..., /, **kwargs)",
        update,
        "Update the dict from a mapping or an iterable of pairs, and keywords."
    ),
    class_method!(
        "fromkeys",
        "(cls, iterable, value=None, /)",
        fromkeys,
        "Create a new dictionary with keys from iterable and values set to value."
    ),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    method!("__setitem__", "(self, key, value, /)", setitem, "Set self[key] to value."),
    method!("__delitem__", "(self, key, /)", delitem, "Delete self[key]."),
    method!("__contains__", "(self, key, /)", contains, "True if the dictionary has the specified key, else False."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!(
        "__reversed__",
        "(self, /)",
        |dict| backwards(dict, ViewKind::Keys),
        "Return a reverse iterator over the dict keys."
    ),
    method!("__or__", "(self, value, /)", or, "Return self|value."),
    method!("__ror__", "(self, value, /)", ror, "Return value|self."),
    method!("__ior__", "(self, value, /)", ior, "Return self|=value."),
    method!("__eq__", "(self, value, /)", eq, "Return self==value."),
    method!("__ne__", "(self, value, /)", ne, "Return self!=value."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__sizeof__", "(self, /)", sizeof, "Return the size of the dict in memory."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

static MAKER: Row =
    static_method!("__new__", "(cls, iterable=..., /, **kwargs)", make, "A dict of a mapping or pairs, and of keywords.");

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let class = vm.types.dict.clone();
    vm.add_methods(&class, ROWS);
    vm.set_maker(&class, &MAKER);
    super::unhashable(vm, &class);
    views::install(vm);
}

fn new(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    vm.wrap_new(class, Dict::new().into())
}

/// `dict(source, **items)` of the class itself.
fn make(vm: &mut Vm, _: &Value, iterable: Option<&Value>, kwargs: &Gc<Dict>) -> Result<Gc<Dict>> {
    if iterable.is_none() {
        return Ok(kwargs.clone());
    }
    let dict = Dict::new();
    update(vm, &dict, iterable, kwargs)?;
    Ok(dict)
}

fn update(vm: &mut Vm, dict: &Gc<Dict>, iterable: Option<&Value>, kwargs: &Gc<Dict>) -> Result<()> {
    if let Some(source) = iterable {
        update_from(vm, dict, source)?;
    }
    if kwargs.is_empty() { Ok(()) } else { update::merge(vm, dict, kwargs) }
}

/// `get` of a key whose equality no script decides.
fn get_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let (dict, key, default) = match &*args {
        [dict, key] => (dict, key, &Value::None),
        [dict, key, default] => (dict, key, default),
        _ => return Words::unset(),
    };
    let Some(storage) = dict.get::<Dict>().map(|dict| dict.borrow()) else { return Words::unset() };
    match storage.find_quick(key) {
        Some(Some(place)) => Words::of(storage.entries()[place].value.clone()),
        Some(None) => Words::of(default.clone()),
        None => Words::unset(),
    }
}

fn clear(dict: &Gc<Dict>) {
    let entries = dict.borrow_mut().take_all();
    drop(entries);
}

/// A copy of the items, in a plain dict.
fn copied(dict: &Dict) -> Gc<Dict> {
    Dict::from_storage(dict.borrow().clone())
}

fn get(vm: &mut Vm, dict: &Gc<Dict>, key: &Value, default: &Value) -> Result {
    Ok(vm.dict_get(dict, key)?.unwrap_or_else(|| default.clone()))
}

fn view(dict: &Gc<Dict>, kind: ViewKind) -> Gc<DictView> {
    Gc::new(DictView { dict: dict.clone(), kind })
}

fn pop(vm: &mut Vm, dict: &Gc<Dict>, key: &Value, default: Option<&Value>) -> Result {
    if let (true, Some(default)) = (dict.is_empty(), default) {
        return Ok(default.clone());
    }
    match vm.dict_remove(dict, key)? {
        Some(value) => Ok(value),
        None => default.cloned().ok_or_else(|| vm.key_error(key)),
    }
}

/// `popitem` where there is one.
fn popitem_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [dict] = args else { return Words::unset() };
    let Some(dict) = dict.get::<Dict>().filter(|dict| !dict.is_empty()) else { return Words::unset() };
    dict.borrow_mut().pop().map_or(Words::unset(), |(key, value)| Words::of(crate::object::Tuple::value([key, value])))
}

fn popitem(vm: &mut Vm, dict: &Gc<Dict>) -> Result {
    match dict.borrow_mut().pop() {
        Some((key, value)) => Ok(crate::object::Tuple::value([key, value])),
        None => Err(vm.raise(&vm.exc.key_error, "popitem(): dictionary is empty")),
    }
}

/// `setdefault` of a key whose equality no script decides.
fn setdefault_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let (dict, key, default) = match &*args {
        [dict, key] => (dict, key, &Value::None),
        [dict, key, default] => (dict, key, default),
        _ => return Words::unset(),
    };
    let Some(dict) = dict.get::<Dict>() else { return Words::unset() };
    let found = dict.borrow().find_quick(key);
    match found {
        Some(Some(place)) => Words::of(dict.borrow().entries()[place].value.clone()),
        Some(None) if dict.put_quick(key, default) => Words::of(default.clone()),
        _ => Words::unset(),
    }
}

fn setdefault(vm: &mut Vm, dict: &Gc<Dict>, key: &Value, default: &Value) -> Result {
    let storage = dict.borrow();
    if let Some(Some(place)) = storage.find_quick(key) {
        return Ok(storage.entries()[place].value.clone());
    }
    drop(storage);
    let hash = vm.key_hash(key, "a dict key")?;
    match vm.dict_place(dict, hash, key)? {
        Some(place) => Ok(dict.borrow().entries()[place].value.clone()),
        None => {
            let mut storage = dict.borrow_mut();
            storage.try_grow().map_err(|_| vm.memory_error())?;
            storage.insert_new(hash, key.clone(), default.clone());
            Ok(default.clone())
        }
    }
}

fn fromkeys(vm: &mut Vm, class: &Value, iterable: &Value, value: &Value) -> Result {
    let exact = class.gc::<Class>().is_some_and(|class| class.same(&vm.types.dict));
    let new = if exact { Dict::new().into() } else { vm.call(class, &[])? };
    let iterator = vm.get_iter(iterable)?;
    while let Some(key) = vm.iter_next(&iterator)? {
        match new.gc::<Dict>() {
            Some(dict) => vm.dict_set(&dict.clone(), key, value.clone())?,
            None => vm.set_item(&new, &key, value.clone())?,
        }
    }
    Ok(new)
}

fn len(dict: &Gc<Dict>) -> usize {
    dict.len()
}

fn getitem(vm: &mut Vm, this: Of<Dict>, key: &Value) -> Result {
    if let Some(value) = vm.dict_get(&this, key)? {
        return Ok(value);
    }
    if !this.value.is::<Dict>()
        && let Some(value) = vm.call_special(this.value, &vm.names.missing.clone(), std::slice::from_ref(key))?
    {
        return Ok(value);
    }
    Err(vm.key_error(key))
}

fn setitem(vm: &mut Vm, dict: &Gc<Dict>, key: &Value, value: &Value) -> Result<()> {
    vm.dict_set(dict, key.clone(), value.clone())
}

fn delitem(vm: &mut Vm, dict: &Gc<Dict>, key: &Value) -> Result<()> {
    match vm.dict_remove(dict, key)? {
        Some(_) => Ok(()),
        None => Err(vm.key_error(key)),
    }
}

fn contains(vm: &mut Vm, dict: &Gc<Dict>, key: &Value) -> Result<bool> {
    Ok(vm.dict_get(dict, key)?.is_some())
}

fn iter(dict: &Gc<Dict>) -> Value {
    Iterator::of_dict(dict, ViewKind::Keys)
}

/// An iterator over the items backwards.
fn backwards(dict: &Gc<Dict>, kind: ViewKind) -> Value {
    let places = dict.borrow().entries().len();
    Iterator::value(Iter::DictReversed(dict.clone(), kind, places, dict.len()))
}

fn or(vm: &mut Vm, dict: &Gc<Dict>, value: &Value) -> Result {
    let Some(other) = storage::<Dict>(value) else { return Ok(Value::NotImplemented) };
    let new = copied(dict);
    update::merge(vm, &new, other)?;
    Ok(new.into())
}

fn ror(vm: &mut Vm, dict: &Gc<Dict>, value: &Value) -> Result {
    let Some(other) = storage::<Dict>(value) else { return Ok(Value::NotImplemented) };
    let new = copied(other);
    update::merge(vm, &new, dict)?;
    Ok(new.into())
}

fn ior(vm: &mut Vm, this: Of<Dict>, value: &Value) -> Result {
    update_from(vm, &this, value)?;
    Ok(this.value.clone())
}

/// Whether two dicts have equal items.
fn equal(vm: &mut Vm, a: &Gc<Dict>, b: &Gc<Dict>) -> Result<bool> {
    if a.len() != b.len() {
        return Ok(false);
    }
    let mut place = 0;
    loop {
        let item = {
            let storage = a.borrow();
            let live = storage.entries().iter().enumerate().skip(place).find(|(_, entry)| entry.key.is_set());
            live.map(|(at, entry)| (at, entry.key.clone(), entry.value.clone()))
        };
        let Some((at, key, value)) = item else { return Ok(true) };
        place = at + 1;
        match vm.dict_get(b, &key)? {
            Some(other) if value.same(&other) || vm.equal(&value, &other)? => {}
            _ => return Ok(false),
        }
    }
}

fn eq(vm: &mut Vm, dict: &Gc<Dict>, value: &Value) -> Result {
    match storage::<Dict>(value) {
        Some(other) => Ok(equal(vm, dict, other)?.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn ne(vm: &mut Vm, dict: &Gc<Dict>, value: &Value) -> Result {
    match storage::<Dict>(value) {
        Some(other) => Ok((!equal(vm, dict, other)?).into()),
        None => Ok(Value::NotImplemented),
    }
}

/// The live items, as they are now.
pub fn pairs(dict: &Dict) -> Vec<(Value, Value)> {
    dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

fn repr(vm: &mut Vm, dict: &Gc<Dict>) -> Result {
    repr_guard::guarded(vm, dict.address(), "{...}", |vm| {
        let mut text = String::from("{");
        for (place, (key, value)) in pairs(dict).iter().enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            repr_guard::push(vm, key, &mut text)?;
            text.push_str(": ");
            repr_guard::push(vm, value, &mut text)?;
        }
        text.push('}');
        Ok(text)
    })
}

fn sizeof(dict: &Dict) -> usize {
    48 + 40 * dict.len()
}

/// Whether a class attribute is still the native of a built-in class.
fn is_native_of(value: Option<Value>, owner: &str) -> bool {
    value.is_some_and(|value| value.get::<Native>().is_some_and(|native| native.owner.as_str() == owner))
}
