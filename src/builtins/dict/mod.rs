//! `dict`: its methods.

mod update;
mod views;

use crate::heap::Gc;
use crate::object::{Class, Dict, DictView, Iter, Iterator, Native, ViewKind};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, class_method};

use super::receiver::{receiver, storage};
use super::{alias, repr_guard};

pub use update::update_from;

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, *args, **kwargs)", new, "Create and return a new object."),
    Row::method("__init__", "(self, iterable=..., /, **kwargs)", init, "Initialize self."),
    Row::method("clear", "(self, /)", clear, "Remove all items from the dict."),
    Row::method("copy", "(self, /)", copy, "Return a shallow copy of the dict."),
    Row::method(
        "get",
        "(self, key, default=None, /)",
        get,
        "Return the value for key if key is in the dictionary, else default.",
    ),
    Row::method(
        "items",
        "(self, /)",
        |vm, args| view(vm, args, ViewKind::Items),
        "Return a set-like object providing a view on the dict's items.",
    ),
    Row::method(
        "keys",
        "(self, /)",
        |vm, args| view(vm, args, ViewKind::Keys),
        "Return a set-like object providing a view on the dict's keys.",
    ),
    Row::method(
        "values",
        "(self, /)",
        |vm, args| view(vm, args, ViewKind::Values),
        "Return an object providing a view on the dict's values.",
    ),
    Row::method("pop", "(self, key, default=..., /)", pop, "Remove specified key and return the corresponding value."),
    Row::method("popitem", "(self, /)", popitem, "Remove and return a (key, value) pair as a 2-tuple."),
    Row::method(
        "setdefault",
        "(self, key, default=None, /)",
        setdefault,
        "Insert key with a value of default if key is not in the dictionary.",
    ),
    Row::method(
        "update",
        "(self, iterable=..., /, **kwargs)",
        update,
        "Update the dict from a mapping or an iterable of pairs, and keywords.",
    ),
    Row::class_method(
        "fromkeys",
        "(cls, iterable, value=None, /)",
        fromkeys,
        "Create a new dictionary with keys from iterable and values set to value.",
    ),
    Row::method("__len__", "(self, /)", len, "Return len(self)."),
    Row::method("__getitem__", "(self, key, /)", getitem, "Return self[key]."),
    Row::method("__setitem__", "(self, key, value, /)", setitem, "Set self[key] to value."),
    Row::method("__delitem__", "(self, key, /)", delitem, "Delete self[key]."),
    Row::method("__contains__", "(self, key, /)", contains, "True if the dictionary has the specified key, else False."),
    Row::method("__iter__", "(self, /)", iter, "Implement iter(self)."),
    Row::method("__reversed__", "(self, /)", reversed, "Return a reverse iterator over the dict keys."),
    Row::method("__or__", "(self, value, /)", or, "Return self|value."),
    Row::method("__ror__", "(self, value, /)", ror, "Return value|self."),
    Row::method("__ior__", "(self, value, /)", ior, "Return self|=value."),
    Row::method("__eq__", "(self, value, /)", eq, "Return self==value."),
    Row::method("__ne__", "(self, value, /)", ne, "Return self!=value."),
    Row::method("__repr__", "(self, /)", repr, "Return repr(self)."),
    Row::method("__sizeof__", "(self, /)", sizeof, "Return the size of the dict in memory."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

static MAKER: Row =
    Row::static_method("__new__", "(cls, iterable=..., /, **kwargs)", make, "A dict of a mapping or pairs, and of keywords.");

/// Fills the classes.
pub fn install(vm: &mut Vm) {
    let class = vm.types.dict.clone();
    vm.add_methods(&class, ROWS);
    vm.set_maker(&class, &MAKER);
    super::unhashable(vm, &class);
    views::install(vm);
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    vm.wrap_new(&args[0], Dict::new().into())
}

/// `dict(source, **items)` of the class itself.
fn make(vm: &mut Vm, args: &[Value]) -> Result {
    let keywords = args[2].gc::<Dict>();
    if let (false, Some(keywords)) = (args[1].is_set(), keywords) {
        return Ok(keywords.clone().into());
    }
    let dict: Value = Dict::new().into();
    update(vm, &[dict.clone(), args[1].clone(), args[2].clone()])?;
    Ok(dict)
}

fn init(vm: &mut Vm, args: &[Value]) -> Result {
    update(vm, args)
}

fn update(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "update")?;
    if args[1].is_set() {
        update_from(vm, dict, &args[1])?;
    }
    if let Some(keywords) = args[2].gc::<Dict>().filter(|keywords| !keywords.is_empty()) {
        update::merge(vm, dict, keywords)?;
    }
    Ok(Value::None)
}

fn clear(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "clear")?;
    let entries = dict.borrow_mut().take_all();
    drop(entries);
    Ok(Value::None)
}

/// A copy of the items, in a plain dict.
fn copied(dict: &Dict) -> Gc<Dict> {
    Dict::from_storage(dict.borrow().clone())
}

fn copy(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(copied(receiver::<Dict>(vm, args, "copy")?).into())
}

fn get(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "get")?;
    Ok(vm.dict_get(dict, &args[1])?.unwrap_or_else(|| args[2].clone()))
}

fn view(vm: &mut Vm, args: &[Value], kind: ViewKind) -> Result {
    let name = match kind {
        ViewKind::Keys => "keys",
        ViewKind::Values => "values",
        ViewKind::Items => "items",
    };
    let dict = receiver::<Dict>(vm, args, name)?.clone();
    Ok(Gc::new(DictView { dict, kind }).into())
}

fn pop(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "pop")?;
    if dict.is_empty() && args[2].is_set() {
        return Ok(args[2].clone());
    }
    match vm.dict_remove(dict, &args[1])? {
        Some(value) => Ok(value),
        None if args[2].is_set() => Ok(args[2].clone()),
        None => Err(vm.key_error(&args[1])),
    }
}

fn popitem(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "popitem")?;
    let last = {
        let storage = dict.borrow();
        storage.entries().iter().rposition(|entry| entry.key.is_set())
    };
    let Some(last) = last else { return Err(vm.raise(&vm.exc.key_error, "popitem(): dictionary is empty")) };
    let entry = dict.borrow_mut().remove_at(last);
    Ok(crate::object::Tuple::value(vec![entry.key, entry.value]))
}

fn setdefault(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "setdefault")?;
    let hash = vm.key_hash(&args[1], "a dict key")?;
    match vm.dict_place(dict, hash, &args[1])? {
        Some(place) => Ok(dict.borrow().entries()[place].value.clone()),
        None => {
            dict.borrow_mut().insert_new(hash, args[1].clone(), args[2].clone());
            Ok(args[2].clone())
        }
    }
}

fn fromkeys(vm: &mut Vm, args: &[Value]) -> Result {
    let exact = args[0].gc::<Class>().is_some_and(|class| class.same(&vm.types.dict));
    let new = if exact { Dict::new().into() } else { vm.call(&args[0], &[])? };
    let iterator = vm.get_iter(&args[1])?;
    while let Some(key) = vm.iter_next(&iterator)? {
        match new.gc::<Dict>() {
            Some(dict) => vm.dict_set(&dict.clone(), key, args[2].clone())?,
            None => vm.set_item(&new, &key, args[2].clone())?,
        }
    }
    Ok(new)
}

fn len(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(receiver::<Dict>(vm, args, "__len__")?.len().into())
}

fn getitem(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__getitem__")?;
    if let Some(value) = vm.dict_get(dict, &args[1])? {
        return Ok(value);
    }
    if !args[0].is::<Dict>()
        && let Some(value) = vm.call_special(&args[0], &vm.names.missing.clone(), &args[1..])?
    {
        return Ok(value);
    }
    Err(vm.key_error(&args[1]))
}

fn setitem(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__setitem__")?;
    vm.dict_set(dict, args[1].clone(), args[2].clone())?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__delitem__")?;
    match vm.dict_remove(dict, &args[1])? {
        Some(_) => Ok(Value::None),
        None => Err(vm.key_error(&args[1])),
    }
}

fn contains(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__contains__")?;
    Ok(vm.dict_get(dict, &args[1])?.is_some().into())
}

fn iter(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__iter__")?;
    Ok(Iterator::value(Iter::Dict(dict.clone(), ViewKind::Keys, 0, dict.len())))
}

fn reversed(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__reversed__")?;
    Ok(backwards(dict, ViewKind::Keys))
}

/// An iterator over the items backwards.
fn backwards(dict: &Gc<Dict>, kind: ViewKind) -> Value {
    let places = dict.borrow().entries().len();
    Iterator::value(Iter::DictReversed(dict.clone(), kind, places, dict.len()))
}

fn or(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__or__")?;
    let Some(other) = storage::<Dict>(&args[1]) else { return Ok(Value::NotImplemented) };
    let new = copied(dict);
    update::merge(vm, &new, other)?;
    Ok(new.into())
}

fn ror(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__ror__")?;
    let Some(other) = storage::<Dict>(&args[1]) else { return Ok(Value::NotImplemented) };
    let new = copied(other);
    update::merge(vm, &new, dict)?;
    Ok(new.into())
}

fn ior(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__ior__")?;
    update_from(vm, dict, &args[1])?;
    Ok(args[0].clone())
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

fn eq(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__eq__")?;
    match storage::<Dict>(&args[1]) {
        Some(other) => Ok(equal(vm, dict, other)?.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn ne(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__ne__")?;
    match storage::<Dict>(&args[1]) {
        Some(other) => Ok((!equal(vm, dict, other)?).into()),
        None => Ok(Value::NotImplemented),
    }
}

/// The live items, as they are now.
pub fn pairs(dict: &Dict) -> Vec<(Value, Value)> {
    dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__repr__")?;
    repr_guard::guarded(vm, dict.address(), "{...}", |vm| {
        let mut text = String::from("{");
        for (place, (key, value)) in pairs(dict).iter().enumerate() {
            if place > 0 {
                text.push_str(", ");
            }
            text.push_str(vm.repr(key)?.as_str());
            text.push_str(": ");
            text.push_str(vm.repr(value)?.as_str());
        }
        text.push('}');
        Ok(text)
    })
}

fn sizeof(vm: &mut Vm, args: &[Value]) -> Result {
    let dict = receiver::<Dict>(vm, args, "__sizeof__")?;
    Ok((48 + 40 * dict.len()).into())
}

/// Whether a class attribute is still the native of a built-in class.
fn is_native_of(value: Option<Value>, owner: &str) -> bool {
    value.is_some_and(|value| value.get::<Native>().is_some_and(|native| native.owner.as_str() == owner))
}
