//! `list`: its methods.

use crate::heap::Gc;
use crate::object::{Items, Iter, Iterator, List, Selection, Tuple, drop_backwards};
use crate::value::{Kind, Value, Words};
use crate::vm::{CompareOp, Consumer, MemoryWatch, Of, Result, Row, Vm, class_method, method, static_method, storage};

use super::sequence::{self, Key};
use super::{alias, repr_guard, slice, sort};

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args, **kwargs)", new, "Create and return a new object."),
    method!("__init__", "(self, iterable=..., /)", init, "Initialize self."),
    method!("append", "(self, object, /)", append, "Append object to the end of the list.").quickly(append_quickly),
    method!("clear", "(self, /)", clear, "Remove all items from list."),
    method!("copy", "(self, /)", copy, "Return a shallow copy of the list."),
    method!("count", "(self, value, /)", count, "Return number of occurrences of value."),
    method!("extend", "(self, iterable, /)", extend_by, "Extend list by appending elements from the iterable."),
    method!("index", "(self, value, start=0, stop=9223372036854775807, /)", index, "Return first index of value."),
    method!("insert", "(self, index, object, /)", insert, "Insert object before index."),
    method!("pop", "(self, index=-1, /)", pop, "Remove and return item at index (default last).").quickly(pop_quickly),
    method!("remove", "(self, value, /)", remove, "Remove first occurrence of value."),
    method!("reverse", "(self, /)", reverse, "Reverse *IN PLACE*."),
    method!("sort", "(self, *, key=None, reverse=False)", sort_method, "Sort the list in ascending order and return None."),
    method!("__len__", "(self, /)", len, "Return len(self)."),
    method!("__getitem__", "(self, index, /)", getitem, "Return self[index]."),
    method!("__setitem__", "(self, key, value, /)", setitem, "Set self[key] to value."),
    method!("__delitem__", "(self, key, /)", delitem, "Delete self[key]."),
    method!("__contains__", "(self, key, /)", contains, "Return bool(key in self)."),
    method!("__iter__", "(self, /)", iter, "Implement iter(self)."),
    method!("__reversed__", "(self, /)", reversed, "Return a reverse iterator over the list."),
    method!("__add__", "(self, value, /)", add, "Return self+value."),
    method!("__mul__", "(self, value, /)", mul, "Return self*value."),
    method!("__rmul__", "(self, value, /)", mul, "Return value*self."),
    method!("__iadd__", "(self, value, /)", iadd, "Implement self+=value."),
    method!("__imul__", "(self, value, /)", imul, "Implement self*=value."),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "Return self==value."),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "Return self!=value."),
    method!("__lt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Lt), "Return self<value."),
    method!("__le__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Le), "Return self<=value."),
    method!("__gt__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Gt), "Return self>value."),
    method!("__ge__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ge), "Return self>=value."),
    method!("__repr__", "(self, /)", repr, "Return repr(self)."),
    method!("__sizeof__", "(self, /)", sizeof, "Return the size of the list in memory, in bytes."),
    class_method!("__class_getitem__", "(cls, object, /)", alias::class_getitem, "See PEP 585"),
];

static MAKER: Row = static_method!("__new__", "(cls, iterable=..., /)", make, "A list of the items of an iterable.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.list.clone();
    vm.add_methods(&class, ROWS);
    vm.set_maker(&class, &MAKER);
    super::unhashable(vm, &class);
}

fn new(vm: &mut Vm, class: &Value, _: &Value, _: &Value) -> Result {
    vm.wrap_new(class, List::value(vec![]))
}

/// `list(iterable)` of the class itself.
fn make(vm: &mut Vm, _: &Value, iterable: &Value) -> Result {
    if iterable.is_set() { vm.collect_list(iterable).map(List::value) } else { Ok(List::value(vec![])) }
}

fn init(vm: &mut Vm, list: &Gc<List>, iterable: Option<&Value>) -> Result<()> {
    drop(list.0.take());
    iterable.map_or(Ok(()), |iterable| extend_by(vm, list, iterable))
}

fn append(vm: &mut Vm, list: &List, object: &Value) -> Result<()> {
    let mut items = list.0.borrow_mut();
    vm.grow(&mut *items, 1)?;
    items.push(Value::Unset);
    if let Some(last) = items.last_mut() {
        last.clone_from(object);
    }
    Ok(())
}

/// `append` where there is room.
fn append_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [list, item] = args else { return Words::unset() };
    match list.get::<List>().map(|list| list.0.borrow_mut()) {
        Some(mut items) if items.spare() > 0 => items.push(std::mem::take(item)),
        _ => return Words::unset(),
    }
    Words::none()
}

/// `pop` of the last item.
fn pop_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    let [list] = args else { return Words::unset() };
    list.get::<List>().and_then(|list| list.0.borrow_mut().pop()).map_or(Words::unset(), Words::of)
}

fn clear(list: &List) {
    drop(list.0.take());
}

fn copy(vm: &mut Vm, list: &List) -> Result {
    vm.check_items::<Value>(list.0.borrow().len())?;
    Ok(List::of(&list.0.borrow()))
}

fn count(vm: &mut Vm, list: &List, value: &Value) -> Result {
    sequence::count(vm, list, value)
}

/// Appends the items of an iterable; what came before an error stays.
fn extend_by(vm: &mut Vm, list: &Gc<List>, iterable: &Value) -> Result<()> {
    if let Some(other) = iterable.gc::<List>() {
        let count = other.0.borrow().len();
        vm.check_items::<Value>(count)?;
        let mut items = list.0.borrow_mut();
        vm.grow(&mut *items, count)?;
        match other.same(list) {
            true => items.vec().extend_from_within(..),
            false => items.extend_from_slice(&other.0.borrow()),
        }
        return Ok(());
    }
    if let Some(tuple) = iterable.get::<Tuple>() {
        let mut items = list.0.borrow_mut();
        vm.grow(&mut *items, tuple.items().len())?;
        items.extend_from_slice(tuple.items());
        return Ok(());
    }
    if matches!(
        iterable.kind(),
        Some(Kind::Range | Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::Dict | Kind::Set | Kind::FrozenSet)
    ) {
        let more = vm.collect(iterable)?;
        vm.grow(&mut *list.0.borrow_mut(), more.len())?;
        list.0.borrow_mut().extend(more);
        return Ok(());
    }
    vm.ask_length(iterable)?;
    vm.consume(iterable, 0, &mut Extend(list, vm.memory_watch()))
}

/// Puts each item behind the others of a list as it comes.
struct Extend<'a>(&'a List, MemoryWatch);

impl Consumer for Extend<'_> {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        let mut items = self.0.0.borrow_mut();
        // Growing may find that memory has run out.
        let room = items.len() < items.capacity() && !self.1.ran_out();
        if room {
            items.push(std::mem::take(item));
        }
        room
    }

    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        vm.check_memory()?;
        vm.grow(&mut *self.0.0.borrow_mut(), 1)?;
        Ok(self.quick(item))
    }
}

fn index(vm: &mut Vm, list: &List, value: &Value, start: &Value, stop: &Value) -> Result<usize> {
    let length = list.0.borrow().len();
    let (start, stop) = sequence::search_bounds(vm, start, stop, length)?;
    match sequence::find(vm, list, value, start, stop)? {
        Some(place) => Ok(place),
        None => Err(vm.value_error("list.index(x): x not in list")),
    }
}

fn insert(vm: &mut Vm, list: &List, at: i64, object: &Value) -> Result<()> {
    let mut items = list.0.borrow_mut();
    let length = items.len() as i64;
    let at = if at < 0 { at.saturating_add(length).max(0) } else { at.min(length) };
    vm.grow(&mut *items, 1)?;
    items.insert(at as usize, object.clone());
    Ok(())
}

fn pop(vm: &mut Vm, list: &List, index: i64) -> Result {
    if index == -1
        && let Some(last) = list.0.borrow_mut().pop()
    {
        return Ok(last);
    }
    let length = list.0.borrow().len();
    match sequence::place(index, length) {
        Some(place) => Ok(list.0.borrow_mut().remove(place)),
        None if length == 0 => Err(vm.index_error("pop from empty list")),
        None => Err(vm.index_error("pop index out of range")),
    }
}

fn remove(vm: &mut Vm, list: &List, value: &Value) -> Result<()> {
    match sequence::find(vm, list, value, 0, usize::MAX)? {
        Some(place) => {
            let mut items = list.0.borrow_mut();
            // The comparison may have shortened the list.
            let removed = (place < items.len()).then(|| items.remove(place));
            drop(items);
            drop(removed);
            Ok(())
        }
        None => Err(vm.value_error("list.remove(x): x not in list")),
    }
}

fn reverse(list: &List) {
    list.0.borrow_mut().reverse();
}

fn sort_method(vm: &mut Vm, list: &List, key: &Value, reverse: bool) -> Result<()> {
    // The list is empty while it is sorted; whatever scripts put into it then is an error.
    let items = list.0.take().into();
    let (sorted, result) = sort::sort_values(vm, items, key, reverse);
    let meanwhile = list.0.replace(sorted.into());
    result?;
    if meanwhile.capacity() > 0 {
        return Err(vm.value_error("list modified during sort"));
    }
    Ok(())
}

fn len(list: &List) -> usize {
    list.0.borrow().len()
}

fn getitem(vm: &mut Vm, list: &List, index: &Value) -> Result {
    match sequence::key(vm, "list", index)? {
        Key::Index(index) => {
            let items = list.0.borrow();
            match sequence::place(index, items.len()) {
                Some(place) => Ok(items[place].clone()),
                None => Err(vm.index_error("list index out of range")),
            }
        }
        Key::Slice(part) => {
            let selection = slice::select(vm, part, || list.0.borrow().len())?;
            vm.check_items::<Value>(selection.length)?;
            Ok(List::value(selection.of(&list.0.borrow())))
        }
    }
}

fn setitem(vm: &mut Vm, list: &Gc<List>, key: &Value, value: &Value) -> Result<()> {
    match sequence::key(vm, "list", key)? {
        Key::Index(index) => {
            let mut items = list.0.borrow_mut();
            let Some(place) = sequence::place(index, items.len()) else {
                return Err(vm.index_error("list assignment index out of range"));
            };
            let old = std::mem::replace(&mut items[place], value.clone());
            drop(items);
            drop(old);
        }
        Key::Slice(part) => set_slice(vm, list, part, value)?,
    }
    Ok(())
}

fn set_slice(vm: &mut Vm, list: &Gc<List>, part: &crate::object::Slice, value: &Value) -> Result<()> {
    if let Some(list) = storage::<List>(value) {
        vm.check_items::<Value>(list.0.borrow().len())?;
    }
    let mut new = match storage::<List>(value).map(|list| list.0.borrow().to_vec()) {
        Some(items) => items,
        None => match vm.collect_list(value) {
            Err(raised) if vm.is_exception(&raised, &vm.exc.type_error) && vm.get_iter(value).is_err() => {
                return Err(vm.type_error("must assign iterable to extended slice"));
            }
            collected => collected?,
        },
    };
    let selection = slice::select(vm, part, || list.0.borrow().len())?;
    let mut items = list.0.borrow_mut();
    if selection.step == 1 {
        vm.grow(&mut *items, new.len())?;
        let start = selection.start as usize;
        items.replace(start..start + selection.length, &mut new);
        drop(items);
        drop_backwards(&mut new);
        return Ok(());
    }
    if new.len() != selection.length {
        let (given, wanted) = (new.len(), selection.length);
        return Err(vm.value_error(format!("attempt to assign sequence of size {given} to extended slice of size {wanted}")));
    }
    for (place, value) in selection.places().zip(&mut new) {
        std::mem::swap(&mut items[place], value);
    }
    drop(items);
    drop(new);
    Ok(())
}

fn delitem(vm: &mut Vm, list: &List, key: &Value) -> Result<()> {
    let removed = match sequence::key(vm, "list", key)? {
        Key::Index(index) => {
            let mut items = list.0.borrow_mut();
            let Some(place) = sequence::place(index, items.len()) else {
                return Err(vm.index_error("list assignment index out of range"));
            };
            vec![items.remove(place)]
        }
        Key::Slice(part) => {
            let selection = slice::select(vm, part, || list.0.borrow().len())?;
            delete_selection(&mut list.0.borrow_mut(), selection)
        }
    };
    drop_backwards(&mut { removed });
    Ok(())
}

/// Removes what a slice selects, and returns it.
fn delete_selection(items: &mut Items, selection: Selection) -> Vec<Value> {
    let mut removed = Vec::new();
    if selection.step == 1 {
        let start = selection.start as usize;
        items.cut(start..start + selection.length, &mut removed);
        return removed;
    }
    removed.reserve(selection.length);
    for place in selection.places() {
        removed.push(std::mem::take(&mut items[place]));
    }
    items.vec().retain(Value::is_set);
    removed
}

fn contains(vm: &mut Vm, list: &List, key: &Value) -> Result<bool> {
    Ok(sequence::find(vm, list, key, 0, usize::MAX)?.is_some())
}

fn iter(list: &Gc<List>) -> Value {
    Iterator::value(Iter::List(list.clone(), 0))
}

fn reversed(list: &Gc<List>) -> Value {
    let length = list.0.borrow().len();
    Iterator::value(Iter::ListReversed(list.clone(), length))
}

fn add(vm: &mut Vm, list: &List, value: &Value) -> Result {
    let Some(other) = storage::<List>(value) else {
        return Err(sequence::concatenation_error(vm, "list", value));
    };
    let (first, second) = (list.0.borrow(), other.0.borrow());
    vm.check_items::<Value>(first.len() + second.len())?;
    let mut all = Vec::with_capacity(first.len() + second.len());
    all.extend_from_slice(&first);
    all.extend_from_slice(&second);
    Ok(List::value(all))
}

fn mul(vm: &mut Vm, list: &List, value: &Value) -> Result {
    let Some(times) = sequence::factor(vm, value)? else { return Ok(Value::NotImplemented) };
    let all = vm.repeated(&list.0.borrow(), times)?;
    Ok(List::value(all))
}

fn iadd(vm: &mut Vm, this: Of<List>, value: &Value) -> Result {
    let list = this.storage;
    extend_by(vm, list, value)?;
    Ok(this.value.clone())
}

fn imul(vm: &mut Vm, this: Of<List>, value: &Value) -> Result {
    let list = this.storage;
    let Some(times) = sequence::factor(vm, value)? else { return Ok(Value::NotImplemented) };
    let all = vm.repeated(&list.0.borrow(), times)?;
    drop(list.0.replace(all.into()));
    Ok(this.value.clone())
}

fn compare(vm: &mut Vm, list: &List, value: &Value, op: CompareOp) -> Result {
    match storage::<List>(value) {
        Some(other) => sequence::compare(vm, op, list, &**other),
        None => Ok(Value::NotImplemented),
    }
}

fn repr(vm: &mut Vm, list: &Gc<List>) -> Result {
    repr_guard::guarded(vm, list.address(), "[...]", |vm| {
        let mut text = String::from("[");
        let mut place = 0;
        // The items are asked for one by one: a `__repr__` may change the list.
        while let Some(item) = list.0.borrow().get(place).cloned() {
            if place > 0 {
                text.push_str(", ");
            }
            repr_guard::push(vm, &item, &mut text)?;
            place += 1;
        }
        text.push(']');
        Ok(text)
    })
}

fn sizeof(list: &List) -> usize {
    40 + 8 * list.0.borrow().capacity()
}
