//! Iteration: `iter()`, and the steps of the machine's own iterators.

use smallvec::SmallVec;

use super::generator::{Resumed, Sent};
use crate::object::{
    ByteArray, Bytes, Dict, DictView, FrozenSet, GenState, Generator, GeneratorKind, Iter, Iterator, List, Range, Set, Str,
    Tuple, ViewKind, int_value,
};
use crate::value::{Kind, Value};
use crate::vm::{BinaryOp, Result, Vm};

/// A step of an iterator: what to do once its state is no longer borrowed.
enum Step {
    Item(Value),
    Done,
    Failed(&'static str),
    Character(char),
    Pair(Value, Value),
    /// The state has to be looked at by the machine.
    General,
}

impl Vm {
    /// `iter(value)`
    pub fn get_iter(&mut self, value: &Value) -> Result {
        let iter = match value.kind() {
            Some(Kind::List) => value.gc::<List>().map(|list| Iter::List(list.clone(), 0)),
            Some(Kind::Tuple) => value.gc::<Tuple>().map(|tuple| Iter::Tuple(tuple.clone(), 0)),
            Some(Kind::Range) => value.get::<Range>().map(Range::iter),
            Some(Kind::Str) => value.gc::<Str>().map(|text| Iter::Str(text.clone(), 0)),
            Some(Kind::Dict) => value.gc::<Dict>().map(|dict| Iter::Dict(dict.clone(), ViewKind::Keys, 0, dict.len())),
            Some(Kind::DictView) => {
                value.get::<DictView>().map(|view| Iter::Dict(view.dict.clone(), view.kind, 0, view.dict.len()))
            }
            Some(Kind::Set) => value.gc::<Set>().map(|set| Iter::Set(set.clone(), 0, set.0.borrow().len())),
            Some(Kind::FrozenSet) => Some(Iter::FrozenSet(value.clone(), 0)),
            Some(Kind::Bytes | Kind::ByteArray) => Some(Iter::Bytes(value.clone(), 0)),
            Some(Kind::Iterator) => return Ok(value.clone()),
            Some(Kind::Generator)
                if value.get::<Generator>().is_some_and(|generator| generator.kind == GeneratorKind::Generator) =>
            {
                return Ok(value.clone());
            }
            _ => None,
        };
        match iter {
            Some(iter) => Ok(Iterator::value(iter)),
            None => self.get_iter_special(value),
        }
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
        match self.iter_next_or_stop(iterator)? {
            Ok(item) => Ok(Some(item)),
            Err(_) => Ok(None),
        }
    }

    /// The next item of an iterator, or at its end the value it returned (`StopIteration.value`).
    pub fn iter_next_or_stop(&mut self, iterator: &Value) -> Result<std::result::Result<Value, Value>> {
        if let Some(own) = iterator.get::<Iterator>() {
            return Ok(self.step(own)?.ok_or(Value::None));
        }
        if let Some(generator) = iterator.gc::<Generator>() {
            let generator = generator.clone();
            if generator.state.get() == GenState::Finished && generator.kind != GeneratorKind::Coroutine {
                return Ok(Err(Value::None));
            }
            return match self.resume(&generator, Sent::Value(Value::None)) {
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

    /// All items of an iterable.
    pub fn collect(&mut self, iterable: &Value) -> Result<Vec<Value>> {
        match iterable.kind() {
            Some(Kind::List) => return Ok(iterable.get::<List>().map(|list| list.0.borrow().clone()).unwrap_or_default()),
            Some(Kind::Tuple) => return Ok(iterable.get::<Tuple>().map(|tuple| tuple.items().to_vec()).unwrap_or_default()),
            _ => {}
        }
        let iterator = self.get_iter(iterable)?;
        let mut items = Vec::new();
        while let Some(item) = self.iter_next(&iterator)? {
            items.push(item);
        }
        Ok(items)
    }

    /// Steps one of the machine's own iterators.
    fn step(&mut self, iterator: &Iterator) -> Result<Option<Value>> {
        let step = simple_step(&mut iterator.0.borrow_mut());
        match step {
            Step::Item(item) => Ok(Some(item)),
            Step::Character(c) => Ok(Some(self.character(c))),
            Step::Pair(key, value) => Ok(Some(Tuple::value(vec![key, value]))),
            Step::Failed(message) => Err(self.runtime_error(message)),
            Step::Done => {
                drop(iterator.0.replace(Iter::Done));
                Ok(None)
            }
            Step::General => self.general_step(iterator),
        }
    }

    /// Steps an iterator that calls other ones or scripts: its parts are copied out first.
    fn general_step(&mut self, iterator: &Iterator) -> Result<Option<Value>> {
        enum Parts {
            Sequence(Value, i64),
            SequenceReversed(Value, i64),
            Callable(Value, Value),
            Enumerate(Value, Value),
            Zip(SmallVec<[Value; 4]>, bool),
            Map(Value, SmallVec<[Value; 4]>, bool),
            Filter(Value, Value),
        }
        let parts = match &*iterator.0.borrow() {
            Iter::Sequence(object, index) => Parts::Sequence(object.clone(), *index),
            Iter::SequenceReversed(object, index) => Parts::SequenceReversed(object.clone(), *index),
            Iter::Callable(function, sentinel) => Parts::Callable(function.clone(), sentinel.clone()),
            Iter::Enumerate(inner, number) => Parts::Enumerate(inner.clone(), number.clone()),
            Iter::Zip(all, strict) => Parts::Zip(all.iter().cloned().collect(), *strict),
            Iter::Map(function, all, strict) => Parts::Map(function.clone(), all.iter().cloned().collect(), *strict),
            Iter::Filter(function, inner) => Parts::Filter(function.clone(), inner.clone()),
            _ => return Ok(None),
        };
        match parts {
            Parts::Sequence(object, index) => self.sequence_step(iterator, &object, index, 1),
            Parts::SequenceReversed(object, index) => self.sequence_step(iterator, &object, index, -1),
            Parts::Callable(function, sentinel) => {
                let item = self.call(&function, &[])?;
                if self.equal(&item, &sentinel)? {
                    drop(iterator.0.replace(Iter::Done));
                    return Ok(None);
                }
                Ok(Some(item))
            }
            Parts::Enumerate(inner, number) => {
                let Some(item) = self.iter_next(&inner)? else { return Ok(None) };
                let next = self.binary(BinaryOp::Add, &number, &Value::Int(1))?;
                if let Iter::Enumerate(_, place) = &mut *iterator.0.borrow_mut() {
                    *place = next;
                }
                Ok(Some(Tuple::value(vec![number, item])))
            }
            Parts::Zip(all, strict) => Ok(self.zip_step(&all, strict, "zip")?.map(Tuple::value)),
            Parts::Map(function, all, strict) => match self.zip_step(&all, strict, "map")? {
                Some(args) => self.call(&function, &args).map(Some),
                None => Ok(None),
            },
            Parts::Filter(function, inner) => loop {
                let Some(item) = self.iter_next(&inner)? else { return Ok(None) };
                let keep = if function.is_none() { item.clone() } else { self.call(&function, std::slice::from_ref(&item))? };
                if self.truth(&keep)? {
                    return Ok(Some(item));
                }
            },
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
        drop(iterator.0.replace(Iter::Done));
        Ok(None)
    }

    /// One item of each iterator; none at the end of the first that ends.
    fn zip_step(&mut self, all: &[Value], strict: bool, name: &str) -> Result<Option<Vec<Value>>> {
        let mut items = Vec::with_capacity(all.len());
        for (place, inner) in all.iter().enumerate() {
            match self.iter_next(inner)? {
                Some(item) => items.push(item),
                None if strict => return self.strict_end(all, place, name),
                None => return Ok(None),
            }
        }
        Ok(if all.is_empty() { None } else { Some(items) })
    }

    /// In strict mode all must end together.
    fn strict_end(&mut self, all: &[Value], ended: usize, name: &str) -> Result<Option<Vec<Value>>> {
        let before = |count: usize| if count == 1 { "argument 1".to_owned() } else { format!("arguments 1-{count}") };
        if ended > 0 {
            return Err(self.value_error(format!("{name}() argument {} is shorter than {}", ended + 1, before(ended))));
        }
        for (place, inner) in all.iter().enumerate().skip(1) {
            if self.iter_next(inner)?.is_some() {
                return Err(self.value_error(format!("{name}() argument {} is longer than {}", place + 1, before(place))));
            }
        }
        Ok(None)
    }
}

/// A step that needs nothing but the state.
fn simple_step(state: &mut Iter) -> Step {
    match state {
        Iter::Done => Step::Done,
        Iter::Range { next, step, left } => {
            if *left == 0 {
                return Step::Done;
            }
            *left -= 1;
            Step::Item(Value::Int(std::mem::replace(next, next.wrapping_add(*step))))
        }
        Iter::WideRange(rest) => rest.step().map_or(Step::Done, |item| Step::Item(int_value(item))),
        Iter::List(list, index) => {
            let item = list.0.borrow().get(*index).cloned();
            *index += 1;
            item.map_or(Step::Done, Step::Item)
        }
        Iter::ListReversed(list, left) => {
            let item = left.checked_sub(1).and_then(|place| list.0.borrow().get(place).cloned());
            *left = left.saturating_sub(1);
            item.map_or(Step::Done, Step::Item)
        }
        Iter::Tuple(tuple, index) => {
            let item = tuple.items().get(*index).cloned();
            *index += 1;
            item.map_or(Step::Done, Step::Item)
        }
        Iter::Str(text, offset) => match text.as_str()[*offset..].chars().next() {
            Some(c) => {
                *offset += c.len_utf8();
                Step::Character(c)
            }
            None => Step::Done,
        },
        Iter::Bytes(value, index) => {
            let byte = match (value.get::<Bytes>(), value.get::<ByteArray>()) {
                (Some(bytes), _) => bytes.data().get(*index).copied(),
                (_, Some(bytes)) => bytes.0.borrow().get(*index).copied(),
                _ => None,
            };
            *index += 1;
            byte.map_or(Step::Done, |byte| Step::Item(Value::Int(i64::from(byte))))
        }
        Iter::Dict(dict, kind, place, len) => dict_step(dict, *kind, place, *len, true),
        Iter::DictReversed(dict, kind, place, len) => dict_step(dict, *kind, place, *len, false),
        Iter::Set(set, place, len) => {
            let storage = set.0.borrow();
            if storage.len() != *len {
                return Step::Failed("Set changed size during iteration");
            }
            match storage.next_from(*place) {
                Some((next, key)) => {
                    *place = next;
                    Step::Item(key.clone())
                }
                None => Step::Done,
            }
        }
        Iter::FrozenSet(value, place) => match value.get::<FrozenSet>().and_then(|set| set.storage.next_from(*place)) {
            Some((next, key)) => {
                *place = next;
                Step::Item(key.clone())
            }
            None => Step::Done,
        },
        _ => Step::General,
    }
}

fn dict_step(dict: &Dict, kind: ViewKind, place: &mut usize, len: usize, forward: bool) -> Step {
    let storage = dict.borrow();
    if storage.len() != len {
        return Step::Failed("dictionary changed size during iteration");
    }
    loop {
        // Backwards `place` counts what is left.
        let index = if forward { Some(*place) } else { place.checked_sub(1) };
        let Some(entry) = index.and_then(|index| storage.entries().get(index)) else { return Step::Done };
        *place = if forward { *place + 1 } else { *place - 1 };
        if entry.key.is_set() {
            return match kind {
                ViewKind::Keys => Step::Item(entry.key.clone()),
                ViewKind::Values => Step::Item(entry.value.clone()),
                ViewKind::Items => Step::Pair(entry.key.clone(), entry.value.clone()),
            };
        }
    }
}
