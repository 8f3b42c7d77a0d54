//! Iteration: `iter()`, and the steps of the machine's own iterators.

use std::cell::RefCell;

use super::consume::Row;
use super::generator::{Resumed, Sent};
use crate::heap::Gc;
use crate::object::{
    ByteArray, Bytes, Dict, DictView, DictWalk, Entry, FrozenSet, GenState, Generator, GeneratorKind, Iter, Iterator, List,
    Range, Set, Str, Tuple, ViewKind, int_value,
};
use crate::value::{Kind, Value, Words, push_new};
use crate::vm::{BinaryOp, Result, Vm};

impl Vm {
    /// `iter(value)`
    pub fn get_iter(&mut self, value: &Value) -> Result {
        match Vm::plain_iter(value) {
            Some(iterator) => Ok(iterator),
            None => self.get_iter_special(value),
        }
    }

    /// `iter(value)`, where the machine's own types say what that is.
    #[inline]
    fn plain_iter(value: &Value) -> Option<Value> {
        let iter = match value.kind()? {
            Kind::List => Iter::List(value.gc::<List>()?.clone(), 0),
            Kind::Tuple => Iter::Tuple(value.gc::<Tuple>()?.clone(), 0),
            Kind::Range => value.get::<Range>()?.iter(),
            Kind::Str => Iter::Str(value.gc::<Str>()?.clone(), 0),
            Kind::Dict => Iter::of_dict(value.gc::<Dict>()?, ViewKind::Keys),
            Kind::DictView => {
                let view = value.get::<DictView>()?;
                Iter::of_dict(&view.dict, view.kind)
            }
            Kind::Set => {
                let set = value.gc::<Set>()?;
                Iter::Set(set.clone(), 0, set.0.borrow().len())
            }
            Kind::FrozenSet => Iter::FrozenSet(value.clone(), 0),
            Kind::Bytes | Kind::ByteArray => Iter::Bytes(value.clone(), 0),
            Kind::Iterator => return Some(value.clone()),
            Kind::Generator if value.get::<Generator>()?.kind == GeneratorKind::Generator => return Some(value.clone()),
            _ => return None,
        };
        Some(Iterator::value(iter))
    }

    /// The same for an instruction, in which nothing may lie in memory: unset where they don't say it.
    #[inline(never)]
    pub(super) fn plain_iter_words(value: &Value) -> Words {
        Vm::plain_iter(value).map_or(Words::unset(), Words::of)
    }

    fn get_iter_special(&mut self, value: &Value) -> Result {
        match self.lookup_special(value, &self.names.iter) {
            Some(Value::None) => {}
            Some(_) => {
                let Some(iterator) = self.call_special(value, &self.names.iter.clone(), &[])? else { return Ok(Value::Unset) };
                let own = matches!(iterator.kind(), Some(Kind::Iterator | Kind::Generator));
                if own || self.lookup_special(&iterator, &self.names.next).is_some() {
                    return Ok(iterator);
                }
                return Err(self.type_error(format!("iter() returned non-iterator of type '{}'", self.type_name(&iterator))));
            }
            None if self.lookup_special(value, &self.names.getitem).is_some() => {
                return Ok(Iterator::value(Iter::Sequence(value.clone(), 0)));
            }
            None => {}
        }
        Err(self.type_error(format!("'{}' object is not iterable", self.type_name(value))))
    }

    /// The next item of an iterator, none at its end.
    pub fn iter_next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        if let Some(own) = iterator.get::<Iterator>() {
            let mut item = Value::Unset;
            return Ok(if self.step_or_end(own, &mut item)? { Some(item) } else { None });
        }
        match self.iter_next_or_stop(iterator)? {
            Ok(item) => Ok(Some(item)),
            Err(_) => Ok(None),
        }
    }

    /// The next item of an iterator, or at its end the value it returned (`StopIteration.value`).
    pub fn iter_next_or_stop(&mut self, iterator: &Value) -> Result<std::result::Result<Value, Value>> {
        if let Some(own) = iterator.get::<Iterator>() {
            let mut item = Value::Unset;
            return match self.step(own, &mut item) {
                Ok(true) => Ok(Ok(item)),
                Ok(false) => Ok(Err(Value::None)),
                Err(raised) => self.stop_value(raised).map(Err),
            };
        }
        if let Some(generator) = iterator.gc::<Generator>() {
            let generator = generator.clone();
            let resumed = match (generator.state.get(), generator.kind) {
                (GenState::Suspended, GeneratorKind::Generator) => self.resume_resting(&generator)?,
                (GenState::Finished, GeneratorKind::Generator | GeneratorKind::AsyncGenerator) => return Ok(Err(Value::None)),
                _ => self.resume(&generator, Sent::Value(Value::None)),
            };
            return match resumed {
                Resumed::Yielded(value) => Ok(Ok(value)),
                Resumed::Returned(value) => Ok(Err(value)),
                Resumed::Raised(raised) => Err(raised),
            };
        }
        match self.call_special(iterator, &self.names.next.clone(), &[]) {
            Ok(Some(item)) => Ok(Ok(item)),
            Ok(None) => Err(self.type_error(format!("'{}' object is not an iterator", self.type_name(iterator)))),
            Err(raised) => self.stop_value(raised).map(Err),
        }
    }

    /// As [`Vm::iter_next`], with the item put into a place; whether there was one.
    #[inline]
    pub fn next_into(&mut self, iterator: &Value, place: &mut Value) -> Result<bool> {
        if let Some(own) = iterator.get::<Iterator>() {
            if let Some(item) = self.look_ahead(own) {
                item.put(place);
                return Ok(true);
            }
            return self.step_or_end(own, place);
        }
        let item = self.iter_next(iterator)?;
        let more = item.is_some();
        place.put_new(item.unwrap_or_default());
        Ok(more)
    }

    /// All items of an iterable.
    pub fn collect(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        let length = match iterable.kind() {
            Some(Kind::Str) => iterable.get::<Str>().map_or(0, Str::char_len),
            Some(Kind::Bytes) => iterable.get::<Bytes>().map_or(0, |bytes| bytes.data().len()),
            Some(Kind::ByteArray) => iterable.get::<ByteArray>().map_or(0, |array| array.0.borrow().len()),
            _ => 0,
        };
        self.check_items::<Value>(length)?;
        match iterable.kind() {
            Some(Kind::List) => return Ok(iterable.get::<List>().map(|list| list.0.borrow().to_vec()).unwrap_or_default()),
            Some(Kind::Tuple) => return Ok(iterable.get::<Tuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default()),
            Some(Kind::Str) => return Ok(iterable.get::<Str>().map(|text| self.characters_of(text)).unwrap_or_default()),
            Some(Kind::Bytes) => return Ok(iterable.get::<Bytes>().map(|bytes| ints_of(bytes.data())).unwrap_or_default()),
            Some(Kind::ByteArray) => {
                return Ok(iterable.get::<ByteArray>().map(|array| ints_of(&array.0.borrow())).unwrap_or_default());
            }
            _ => {}
        }
        let iterator = self.get_iter(iterable)?;
        let expected = iterator.get::<Iterator>().map_or(0, |own| expected(&own.0.borrow()));
        self.check_items::<Value>(expected)?;
        let mut items = Vec::new();
        if items.try_reserve_exact(expected).is_err() {
            return Err(self.memory_error());
        }
        if let Some(own) = iterator.get::<Iterator>()
            && let Iter::Range { next, step, left } = &mut *own.0.borrow_mut()
        {
            let (first, step) = (*next, *step);
            items.extend((0..*left as i64).map(|n| Value::Int(first.wrapping_add(step.wrapping_mul(n)))));
            *left = 0;
            return Ok(items);
        }
        let mut row = Row(items, self.memory_watch());
        self.consume_rest(&iterator, &mut row)?;
        Ok(row.0)
    }

    /// The characters of a text, each as a string.
    pub fn characters_of(&mut self, text: &Str) -> Vec<Value> {
        let mut all = Vec::with_capacity(text.char_len());
        if !text.is_ascii() {
            text.as_str().chars().for_each(|c| push_new(&mut all, self.character(c)));
        } else if !text.as_str().is_empty() {
            drop(self.character('a'));
            all.extend(text.as_str().bytes().map(|byte| self.characters[usize::from(byte)].clone()));
        }
        all
    }

    /// As [`Vm::step`]; a function that raises StopIteration (`map(function, …)`) ends the iteration too.
    #[inline]
    pub(super) fn step_or_end(&mut self, iterator: &Iterator, place: &mut Value) -> Result<bool> {
        match self.step(iterator, place) {
            Err(raised) => self.stop_value(raised).map(|_| false),
            more => more,
        }
    }

    /// Steps one of the machine's own iterators. The item goes to `place`. False at the end, when `place` is left alone.
    fn step(&mut self, iterator: &Iterator, place: &mut Value) -> Result<bool> {
        let mut state = iterator.0.borrow_mut();
        // What is iterated over most inside other iterators.
        if let Iter::List(list, index) = &mut *state
            && let Some(item) = list.0.borrow().get(*index)
        {
            *index += 1;
            place.clone_from(item);
            return Ok(true);
        }
        let more = match &mut *state {
            Iter::Dict(dict, kind, walk) => match dict_step(dict, *kind, walk, &iterator.1, place) {
                Stepped::More => true,
                Stepped::End => false,
                Stepped::Resized => return Err(self.runtime_error("dictionary changed size during iteration")),
                Stepped::Exchanged => {
                    drop(state);
                    iterator.end();
                    return Err(self.runtime_error("dictionary keys changed during iteration"));
                }
            },
            Iter::DictReversed(dict, kind, left, len) => match dict_step_back(dict, *kind, left, len, &iterator.1, place) {
                Some(more) => more,
                None => return Err(self.runtime_error("dictionary changed size during iteration")),
            },
            Iter::Str(text, offset) => match text.as_str()[*offset..].chars().next() {
                Some(c) => {
                    *offset += c.len_utf8();
                    place.put_new(self.character(c));
                    true
                }
                None => false,
            },
            Iter::Set(set, at, len) => {
                let storage = set.0.borrow();
                if storage.len() != *len {
                    *len = usize::MAX;
                    return Err(self.runtime_error("Set changed size during iteration"));
                }
                put(
                    storage.next_from(*at).map(|(next, key)| {
                        *at = next;
                        key
                    }),
                    place,
                )
            }
            Iter::Enumerate(..) | Iter::Zip(..) | Iter::Map(..) | Iter::Filter(..) => {
                drop(state);
                return self.compound_step(iterator, place);
            }
            Iter::Sequence(..) | Iter::SequenceReversed(..) | Iter::Callable(..) => {
                drop(state);
                return Ok(match self.general_step(iterator)? {
                    Some(item) => {
                        *place = item;
                        true
                    }
                    None => false,
                });
            }
            simple => simple_step(simple, place),
        };
        if !more {
            drop(state);
            iterator.end();
        }
        Ok(more)
    }

    /// Steps an iterator over other ones: its parts are copied out first, as their steps may run scripts.
    fn compound_step(&mut self, iterator: &Iterator, place: &mut Value) -> Result<bool> {
        self.check_room()?;
        let state = iterator.0.borrow();
        match &*state {
            Iter::Enumerate(inner, number) => {
                let (inner, number) = (inner.clone(), number.clone());
                drop(state);
                let mut item = Value::Unset;
                if !self.next_into(&inner, &mut item)? {
                    return Ok(false);
                }
                let next = match number {
                    Value::Int(number) if number < i64::MAX => Value::Int(number + 1),
                    _ => self.binary(BinaryOp::Add, &number, &Value::Int(1))?,
                };
                if let Iter::Enumerate(_, number) = &mut *iterator.0.borrow_mut() {
                    *number = next;
                }
                put_pair(&iterator.1, place, |[first, second]| {
                    first.put_new(number);
                    second.take_from(&mut item);
                });
            }
            Iter::Zip(all, strict) => {
                let (all, strict) = (all.clone(), *strict);
                drop(state);
                if let [first, second] = all.items() {
                    let (mut a, mut b) = (Value::Unset, Value::Unset);
                    if !self.next_into(first, &mut a)? {
                        return self.zip_end(all.items(), 0, strict, "zip");
                    }
                    if !self.next_into(second, &mut b)? {
                        return self.zip_end(all.items(), 1, strict, "zip");
                    }
                    put_pair(&iterator.1, place, |[first, second]| {
                        first.take_from(&mut a);
                        second.take_from(&mut b);
                    });
                    return Ok(true);
                }
                let Some(items) = self.zip_step(all.items(), strict, "zip")? else { return Ok(false) };
                *place = Tuple::value(items);
            }
            Iter::Map(function, all, strict) => {
                let (function, all, strict) = (function.clone(), all.clone(), *strict);
                drop(state);
                let result = if let [only] = all.items() {
                    let mut item = Value::Unset;
                    if !self.next_into(only, &mut item)? {
                        return Ok(false);
                    }
                    self.call_one(&function, item)?
                } else {
                    let Some(args) = self.zip_step(all.items(), strict, "map")? else { return Ok(false) };
                    self.call(&function, &args)?
                };
                place.put_new(result);
            }
            Iter::Filter(function, inner) => {
                let (function, inner) = (function.clone(), inner.clone());
                drop(state);
                loop {
                    let Some(item) = self.iter_next(&inner)? else { return Ok(false) };
                    let truth = if function.is_none() {
                        self.truth(&item)?
                    } else {
                        let answer = self.call_one(&function, item.clone())?;
                        self.truth(&answer)?
                    };
                    if truth {
                        *place = item;
                        break;
                    }
                }
            }
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Steps an iterator that calls scripts: its parts are copied out first.
    fn general_step(&mut self, iterator: &Iterator) -> Result<Option<Value>> {
        let state = iterator.0.borrow();
        match &*state {
            Iter::Sequence(object, index) => {
                let (object, index) = (object.clone(), *index);
                drop(state);
                self.sequence_step(iterator, &object, index, 1)
            }
            Iter::SequenceReversed(object, index) => {
                let (object, index) = (object.clone(), *index);
                drop(state);
                self.sequence_step(iterator, &object, index, -1)
            }
            Iter::Callable(function, sentinel) => {
                let (function, sentinel) = (function.clone(), sentinel.clone());
                drop(state);
                let item = self.call(&function, &[])?;
                if self.equal(&item, &sentinel)? {
                    iterator.end();
                    return Ok(None);
                }
                Ok(Some(item))
            }
            _ => Ok(None),
        }
    }

    fn sequence_step(&mut self, iterator: &Iterator, object: &Value, index: i64, direction: i64) -> Result<Option<Value>> {
        if index >= 0 {
            match self.get_item(object, &Value::Int(index)) {
                Ok(item) => {
                    if let Iter::Sequence(_, place) | Iter::SequenceReversed(_, place) = &mut *iterator.0.borrow_mut() {
                        *place = index + direction;
                    }
                    return Ok(Some(item));
                }
                Err(raised)
                    if self.is_exception(&raised, &self.exc.index_error)
                        || self.is_exception(&raised, &self.exc.stop_iteration) => {}
                Err(raised) => return Err(raised),
            }
        }
        iterator.end();
        Ok(None)
    }

    /// The second item of a `zip` of two that has given its first; false at its end.
    pub(super) fn zip_second(&mut self, iterator: &Iterator, place: &mut Value) -> Result<bool> {
        let (all, strict) = match &*iterator.0.borrow() {
            Iter::Zip(all, strict) => (all.clone(), *strict),
            _ => return Ok(false),
        };
        let Some(second) = all.items().get(1) else { return Ok(false) };
        if self.next_into(second, place)? {
            return Ok(true);
        }
        self.zip_end(all.items(), 1, strict, "zip")
    }

    /// One item of each iterator; none at the end of the first that ends.
    fn zip_step(&mut self, all: &[Value], strict: bool, name: &str) -> Result<Option<Vec<Value>>> {
        let mut items = Vec::with_capacity(all.len());
        for (place, inner) in all.iter().enumerate() {
            match self.iter_next(inner)? {
                Some(item) => items.push(item),
                None => return self.zip_end(all, place, strict, name).map(|_| None),
            }
        }
        Ok(if all.is_empty() { None } else { Some(items) })
    }

    /// The end of one of several iterators, which is the end of all; in strict mode they must end together.
    fn zip_end(&mut self, all: &[Value], ended: usize, strict: bool, name: &str) -> Result<bool> {
        if strict { self.strict_end(all, ended, name) } else { Ok(false) }
    }

    /// In strict mode all must end together.
    fn strict_end(&mut self, all: &[Value], ended: usize, name: &str) -> Result<bool> {
        let before = |count: usize| if count == 1 { "argument 1".to_owned() } else { format!("arguments 1-{count}") };
        if ended > 0 {
            return Err(self.value_error(format!("{name}() argument {} is shorter than {}", ended + 1, before(ended))));
        }
        for (place, inner) in all.iter().enumerate().skip(1) {
            if self.iter_next(inner)?.is_some() {
                return Err(self.value_error(format!("{name}() argument {} is longer than {}", place + 1, before(place))));
            }
        }
        Ok(false)
    }
}

/// Appends an item, which is moved word by word.
#[inline]
pub fn push_from(items: &mut Vec<Value>, item: &mut Value) {
    items.push(Value::Unset);
    if let Some(last) = items.last_mut() {
        last.take_from(item);
    }
}

/// How many items are expected, so that memory for them is asked for once; 0 where that is not known.
fn expected(state: &Iter) -> usize {
    match state {
        Iter::Range { left, .. } => usize::try_from(*left).unwrap_or(usize::MAX),
        Iter::Dict(dict, ..) | Iter::DictReversed(dict, ..) => dict.len(),
        Iter::Set(_, _, len) => *len,
        Iter::List(list, at) => list.0.borrow().len().saturating_sub(*at),
        Iter::Tuple(tuple, at) => tuple.items().len().saturating_sub(*at),
        Iter::Map(_, all, _) => match all.items() {
            [only] => {
                only.get::<Iterator>().and_then(|inner| inner.0.try_borrow().ok().map(|inner| expected(&inner))).unwrap_or(0)
            }
            _ => 0,
        },
        _ => 0,
    }
}

/// Bytes as ints.
fn ints_of(data: &[u8]) -> Vec<Value> {
    data.iter().map(|byte| Value::Int(i64::from(*byte))).collect()
}

/// Puts an item where the next one is expected; whether there is one.
#[inline(always)]
fn put(item: Option<&Value>, place: &mut Value) -> bool {
    if let Some(item) = item {
        place.clone_from(item);
    }
    item.is_some()
}

/// Puts a pair where the next item is expected: the one made before, if nobody else has it. `fill` writes both items.
#[inline]
fn put_pair(spare: &RefCell<Option<Gc<Tuple>>>, place: &mut Value, fill: impl FnOnce(&mut [Value; 2])) {
    let mut spare = spare.borrow_mut();
    if let Some(pair) = &mut *spare
        && let Some(items) = Gc::get_mut(pair).and_then(Tuple::pair_mut)
    {
        fill(items);
        place.put_new(pair.clone().into());
        return;
    }
    let mut pair = Tuple::new([Value::Unset, Value::Unset]);
    if let Some(items) = Gc::get_mut(&mut pair).and_then(Tuple::pair_mut) {
        fill(items);
    }
    *spare = Some(pair.clone());
    place.put_new(pair.into());
}

/// A step that needs nothing but the state.
fn simple_step(state: &mut Iter, place: &mut Value) -> bool {
    match state {
        Iter::Range { next, step, left } => {
            if *left == 0 {
                return false;
            }
            *left -= 1;
            place.set_int(std::mem::replace(next, next.wrapping_add(*step)));
            true
        }
        Iter::WideRange(rest) => put(rest.step().map(int_value).as_ref(), place),
        Iter::List(list, index) => {
            *index += 1;
            put(list.0.borrow().get(*index - 1), place)
        }
        Iter::ListReversed(list, left) => {
            let at = left.checked_sub(1);
            *left = left.saturating_sub(1);
            put(at.and_then(|at| list.0.borrow().get(at).cloned()).as_ref(), place)
        }
        Iter::Tuple(tuple, index) => {
            *index += 1;
            put(tuple.items().get(*index - 1), place)
        }
        Iter::Bytes(value, index) => {
            let byte = match (value.get::<Bytes>(), value.get::<ByteArray>()) {
                (Some(bytes), _) => bytes.data().get(*index).copied(),
                (_, Some(bytes)) => bytes.0.borrow().get(*index).copied(),
                _ => None,
            };
            *index += 1;
            put(byte.map(|byte| Value::Int(i64::from(byte))).as_ref(), place)
        }
        Iter::FrozenSet(value, at) => {
            let next = value.get::<FrozenSet>().and_then(|set| set.storage.next_from(*at));
            put(
                next.map(|(next, key)| {
                    *at = next;
                    key
                }),
                place,
            )
        }
        _ => false,
    }
}

/// What a step over a dict came to.
enum Stepped {
    More,
    End,
    /// The dict has not the length any more that it had.
    Resized,
    /// It has the length, but more items were met than there were.
    Exchanged,
}

/// The next item of a dict.
fn dict_step(
    dict: &Dict,
    kind: ViewKind,
    walk: &mut DictWalk,
    spare: &RefCell<Option<Gc<Tuple>>>,
    place: &mut Value,
) -> Stepped {
    let storage = dict.borrow();
    if storage.len() != walk.len {
        walk.len = usize::MAX;
        return Stepped::Resized;
    }
    let rest = storage.entries().get(walk.at..).unwrap_or_default();
    let Some(skipped) = rest.iter().position(|entry| entry.key.is_set()) else { return Stepped::End };
    if walk.left == 0 {
        return Stepped::Exchanged;
    }
    walk.left -= 1;
    walk.at += skipped + 1;
    put_entry(&rest[skipped], kind, spare, place);
    Stepped::More
}

/// The item before `left`; none where the dict changed its size.
fn dict_step_back(
    dict: &Dict,
    kind: ViewKind,
    left: &mut usize,
    len: &mut usize,
    spare: &RefCell<Option<Gc<Tuple>>>,
    place: &mut Value,
) -> Option<bool> {
    let storage = dict.borrow();
    if storage.len() != *len {
        *len = usize::MAX;
        return None;
    }
    let rest = storage.entries().get(..*left).unwrap_or(storage.entries());
    let Some(at) = rest.iter().rposition(|entry| entry.key.is_set()) else { return Some(false) };
    *left = at;
    put_entry(&rest[at], kind, spare, place);
    Some(true)
}

/// Puts what an iterator of a kind gives of an entry where the next item is expected.
fn put_entry(entry: &Entry, kind: ViewKind, spare: &RefCell<Option<Gc<Tuple>>>, place: &mut Value) {
    match kind {
        ViewKind::Keys => place.clone_from(&entry.key),
        ViewKind::Values => place.clone_from(&entry.value),
        ViewKind::Items => put_pair(spare, place, |[key, value]| {
            key.clone_from(&entry.key);
            value.clone_from(&entry.value);
        }),
    }
}
