//! How natives go through an iterable.
//!
//! What goes over a list holds no borrow while it looks at an item: that may run scripts, which may change the list. A generator's items are
//! taken in the loop that runs it, which is left only at its end; an item that something may have to be run for finds the generator at rest.
#![allow(unsafe_code)]

use smallvec::{SmallVec, smallvec};

use super::generator::Resumed;
use super::ops::next;
use super::run::Next;
use crate::heap::Gc;
use crate::object::frame::{Frame, Resume};
use crate::object::{Class, Function, GenState, Generator, GeneratorKind, Iter, Iterator, List, Native, NativeId, Tuple};
use crate::value::{Kind, Value, Words};
use crate::vm::{MemoryWatch, Result, Vm};

/// What a native does with the items of an iterable.
pub trait Consumer {
    /// Takes an item where nothing has to be run for that, and more are wanted; whether it did. Else the item is left alone.
    #[inline]
    fn quick(&mut self, _item: &mut Value) -> bool {
        false
    }

    /// Takes an item; whether more are wanted.
    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool>;
}

/// A function that every item is handed to.
struct Visit<F>(F);

impl<F: FnMut(&mut Vm, &mut Value) -> Result<bool>> Consumer for Visit<F> {
    #[inline]
    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        (self.0)(vm, item)
    }
}

/// All items, in a row.
pub(super) struct Row(pub(super) Vec<Value>, pub(super) MemoryWatch);

impl Consumer for Row {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        // Growing may find that memory has run out.
        let room = self.0.len() < self.0.capacity() && !self.1.ran_out();
        if room {
            super::iterate::push_from(&mut self.0, item);
        }
        room
    }

    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        vm.check_memory()?;
        vm.grow(&mut self.0, 1)?;
        Ok(self.quick(item))
    }
}

impl Vm {
    /// Hands the items of an iterable to `visit`, until that says that it has seen enough; those of a list or tuple from a place on.
    #[inline]
    pub fn each(
        &mut self,
        iterable: &Value,
        from: usize,
        visit: impl FnMut(&mut Vm, &mut Value) -> Result<bool>,
    ) -> Result<()> {
        self.consume(iterable, from, &mut Visit(visit))
    }

    /// Hands the items of an iterable to a consumer, until that has enough; those of a list or tuple from a place on.
    #[inline]
    pub fn consume(&mut self, iterable: &Value, from: usize, consumer: &mut impl Consumer) -> Result<()> {
        let mut item = Value::Unset;
        if let Some(list) = iterable.gc::<List>() {
            let list = list.clone();
            let mut at = from;
            loop {
                match list.0.borrow().get(at) {
                    Some(next) => item.clone_from(next),
                    None => return Ok(()),
                }
                at += 1;
                if !consumer.take(self, &mut item)? {
                    return Ok(());
                }
            }
        }
        if let Some(tuple) = iterable.gc::<Tuple>() {
            let tuple = tuple.clone();
            for next in tuple.items().iter().skip(from) {
                item.clone_from(next);
                if !consumer.take(self, &mut item)? {
                    break;
                }
            }
            return Ok(());
        }
        let iterator = self.get_iter(iterable)?;
        self.consume_rest(&iterator, consumer)
    }

    /// The next item of an iterator over something built in, as far as a look gives it.
    #[inline(always)]
    pub(super) fn look_ahead(&self, iterator: &Iterator) -> Option<Words> {
        // SAFETY: nothing runs meanwhile, and nobody holds a borrow of an iterator's state while anything does.
        unsafe { next::frequent(self, iterator) }
    }

    /// Hands the items that an iterator still gives to a consumer.
    pub(super) fn consume_rest(&mut self, iterator: &Value, consumer: &mut impl Consumer) -> Result<()> {
        self.check_room()?;
        if let Some(generator) = iterator.gc::<Generator>().filter(|generator| generator.kind == GeneratorKind::Generator) {
            return self.consume_generator(&generator.clone(), consumer);
        }
        if let Some((function, inner)) = mapped(iterator) {
            return self.consume_mapped(&function, &inner, consumer);
        }
        if let Some((function, inner)) = mapped_by_native(iterator)
            && let Some((native, row)) = self.native_of_one(&function)
        {
            return self.consume_natively(native, row, &inner, consumer);
        }
        let mut item = Value::Unset;
        while self.next_into(iterator, &mut item)? {
            if !consumer.take(self, &mut item)? {
                break;
            }
        }
        Ok(())
    }

    fn consume_generator(&mut self, generator: &Gc<Generator>, consumer: &mut dyn Consumer) -> Result<()> {
        loop {
            let created = match generator.state.get() {
                GenState::Finished => return Ok(()),
                GenState::Running => return Err(self.already_executing(generator)),
                state => state == GenState::Created,
            };
            self.detach(generator)?;
            let resumed = self.guard(|vm| {
                let frame = vm.enter_root(generator, Resume::Consume)?;
                if !created {
                    vm.deliver(frame, Value::None);
                }
                Ok(vm.run_for(frame, consumer))
            })?;
            match resumed {
                // The consumer has had the item.
                Resumed::Yielded(Value::Unset) => {}
                Resumed::Yielded(mut item) => {
                    if !consumer.take(self, &mut item)? {
                        return Ok(());
                    }
                }
                Resumed::Returned(_) => return Ok(()),
                Resumed::Raised(raised) => return Err(raised),
            }
        }
    }

    /// An item of the running chain for its consumer: the chain rests meanwhile.
    pub(super) fn hand_to_consumer(&mut self, frame: *mut Frame, mut item: Value) -> Next {
        // SAFETY: a frame that yields belongs to a chain that runs; whoever consumes it keeps its root alive, and the root its members
        // as long as it rests with the same innermost one.
        unsafe {
            let (root, innermost) = (&*self.root, (*frame).generator);
            let own = root.frame.get();
            self.rest_root(root, innermost);
            self.frame = (*own).back;
            let driven = self.driven;
            let wants_more = driven.take_item(self, &mut item);
            drop(item);
            match wants_more {
                Ok(true) => {
                    self.settle();
                    let as_left = root.state.get() == GenState::Suspended
                        && root.awaiter.get().is_null()
                        && std::ptr::eq(root.innermost.get(), innermost)
                        && root.frame.get() == own;
                    if !as_left || self.depth + root.depth.get() as usize > self.recursion_limit {
                        return Next::Leave(Resumed::Yielded(Value::Unset));
                    }
                    self.wake_root(root, own, Resume::Consume);
                    self.deliver(frame, Value::None);
                    Next::Frame(frame)
                }
                Ok(false) => Next::Leave(Resumed::Returned(Value::None)),
                Err(raised) => Next::Leave(Resumed::Raised(raised)),
            }
        }
    }

    /// The native that a call of a function or class with one argument comes down to, and its arguments, the last of which is missing yet.
    fn native_of_one(&self, function: &Value) -> Option<(NativeId, SmallVec<[Value; 2]>)> {
        if let Some(native) = function.get::<Native>() {
            return self.native_takes(native.id, 1, false).then(|| (native.id, smallvec![Value::Unset]));
        }
        let maker = self.maker(function.get::<Class>()?)?;
        self.native_takes(maker, 2, false).then(|| (maker, smallvec![function.clone(), Value::Unset]))
    }

    /// The results of a native for each item of an iterator.
    fn consume_natively(
        &mut self,
        native: NativeId,
        mut row: SmallVec<[Value; 2]>,
        inner: &Value,
        consumer: &mut dyn Consumer,
    ) -> Result<()> {
        let last = row.len() - 1;
        // Of a class the frequent case is that it is the native's own.
        let quickly = self.native_quickly(native).filter(|_| last == 0);
        while self.next_into(inner, &mut row[last])? {
            let words = quickly.map_or(Words::unset(), |quickly| quickly(self, &mut row));
            let mut result = match words.is_set() {
                true => words.into_value(),
                false => match self.call_native_plain(native, &row) {
                    Ok(result) => result,
                    Err(raised) => return self.stop_value(raised).map(|_| ()),
                },
            };
            if !consumer.quick(&mut result) && !consumer.take(self, &mut result)? {
                break;
            }
        }
        Ok(())
    }

    /// The results of a script's function for each item of an iterator.
    fn consume_mapped(&mut self, function: &Value, inner: &Value, consumer: &mut dyn Consumer) -> Result<()> {
        let mut item = Value::Unset;
        if !self.next_into(inner, &mut item)? {
            return Ok(());
        }
        // What the consumer raises is no end of the iteration, whatever it is.
        let mut failed = None;
        let done = self.call_each(function, item, &mut |vm, mut result| {
            if !consumer.quick(&mut result) {
                match consumer.take(vm, &mut result) {
                    Ok(true) => {}
                    Ok(false) => return Ok(None),
                    Err(raised) => {
                        failed = Some(raised);
                        return Ok(None);
                    }
                }
            }
            let mut next = Value::Unset;
            Ok(if vm.next_into(inner, &mut next)? { Some(next) } else { None })
        });
        match failed {
            Some(raised) => Err(raised),
            None => done.or_else(|raised| self.stop_value(raised).map(|_| ())),
        }
    }
}

/// The function and the iterator of a `map` that calls a script's plain function of one argument.
fn mapped(iterator: &Value) -> Option<(Value, Value)> {
    let state = iterator.get::<Iterator>()?.0.try_borrow().ok()?;
    let Iter::Map(function, all, _) = &*state else { return None };
    match all.items() {
        [only] if function.get::<Function>().is_some_and(|function| function.code.simple == 1) => {
            Some((function.clone(), only.clone()))
        }
        _ => None,
    }
}

/// The function, a native or a class, and the iterator of a `map` over one iterator.
fn mapped_by_native(iterator: &Value) -> Option<(Value, Value)> {
    let state = iterator.get::<Iterator>()?.0.try_borrow().ok()?;
    let Iter::Map(function, all, _) = &*state else { return None };
    match all.items() {
        [only] if matches!(function.kind(), Some(Kind::Native | Kind::Class)) => Some((function.clone(), only.clone())),
        _ => None,
    }
}

/// What the items of a list or tuple are looked at with at once, as long as nothing runs; a default for all else.
#[inline]
pub fn at_once<R: Default>(iterable: &Value, look: impl FnOnce(&[Value]) -> R) -> R {
    if let Some(list) = iterable.get::<List>() {
        look(&list.0.borrow())
    } else if let Some(tuple) = iterable.get::<Tuple>() {
        look(tuple.items())
    } else {
        R::default()
    }
}
