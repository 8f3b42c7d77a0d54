//! Calls that are not entered in line: what is called is brought down to a function or a native, with all its arguments side by side, and that
//! gets a frame, or is done at once.
//!
//! What a bound method, a class or an instance puts before the arguments goes to the register in front of them, where the callee
//! stood: so the arguments of every call lie in a row, and nothing is copied.
#![allow(unsafe_code)]
#![allow(
    dangerous_implicit_autorefs,
    reason = "what is reached through a frame lives and is nobody else's meanwhile: see vm/ops"
)]

use super::completed::{missing_defaults, positional_defaults, write_defaults};
use crate::bytecode::CodeKind;
use crate::heap::Gc;
use crate::object::frame::{self, Frame};
use crate::object::{
    BoundMethod, CallShape, Class, CodeObject, Dict, Exception, Function, Instance, MOST_NAMED, Maker, Native, Order, Str,
    TO_REST, Tuple,
};
use crate::value::{Kind, Value, Words};
use crate::vm::call::{Called, generator_kind};
use crate::vm::invoke::Named;
use crate::vm::{Result, Vm};

/// Parameters of a function that a call with keyword arguments can be matched with.
const MOST_PARAMETERS: usize = 64;

/// The arguments of a call: registers side by side, the last ones with names.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub first: *mut Value,
    pub count: usize,
    pub names: Option<(&'a Gc<Tuple>, &'a CallShape)>,
}

impl<'a> Row<'a> {
    /// Positional arguments.
    pub(super) fn plain(first: *mut Value, count: usize) -> Row<'static> {
        Row { first, count, names: None }
    }

    /// Arguments of which a constant names the last ones.
    ///
    /// # Safety
    /// The constant is a tuple of the code.
    pub(super) unsafe fn named(code: &'a CodeObject, constant: u16, first: *mut Value, count: usize) -> Row<'a> {
        let names = code.consts[usize::from(constant)].gc::<Tuple>();
        Row { first, count, names: names.map(|names| (names, code.call_shape(constant))) }
    }

    fn names(&self) -> &'a [Value] {
        self.names.map_or(&[], |(names, _)| names.items())
    }

    fn given(&self) -> usize {
        self.count - self.names().len()
    }

    /// The values.
    ///
    /// # Safety
    /// Nothing writes the registers while they are looked at.
    unsafe fn values(&self) -> &'a [Value] {
        // SAFETY: the registers are initialised, and the caller's.
        unsafe { std::slice::from_raw_parts(self.first, self.count) }
    }

    /// The values as a tuple; they stay.
    ///
    /// # Safety
    /// As [`Row::values`].
    unsafe fn tuple(&self, vm: &Vm) -> Gc<Tuple> {
        // SAFETY: the caller's.
        vm.tuple_of(unsafe { self.values() })
    }

    /// With one more value, in the register in front.
    ///
    /// # Safety
    /// There is such a register, and what it holds isn't needed.
    unsafe fn after(self, value: Value) -> Row<'a> {
        // SAFETY: the caller's register.
        unsafe {
            let first = self.first.sub(1);
            *first = value;
            Row { first, count: self.count + 1, ..self }
        }
    }

    /// Drops all values.
    ///
    /// # Safety
    /// As [`Row::values`].
    unsafe fn unset(&self) {
        for n in 0..self.count {
            // SAFETY: the caller's registers.
            unsafe { (*self.first.add(n)).unset() };
        }
    }
}

impl Vm {
    /// A tuple of values.
    #[inline]
    pub(super) fn tuple_of(&self, values: &[Value]) -> Gc<Tuple> {
        match values {
            [] => self.empty_tuple(),
            [only] => Tuple::new([only.clone()]),
            more => Tuple::new(more),
        }
    }

    /// Calls what is in a register, the one right in front of the arguments or one further. It and the arguments are taken.
    ///
    /// # Safety
    /// All registers belong to the running frame, whose `pc` is current.
    pub(super) unsafe fn call_row(&mut self, frame: *mut Frame, dst: u16, callee: *mut Value, row: Row<'_>) -> Result<()> {
        // SAFETY: the caller's registers.
        unsafe {
            match (*callee).kind() {
                Some(Kind::Function | Kind::Native) => {
                    let function = std::mem::take(&mut *callee);
                    self.call_function(frame, dst, function, row, None)
                }
                Some(Kind::BoundMethod) => {
                    let bound = std::mem::take(&mut *callee);
                    let Some(bound) = bound.get::<BoundMethod>() else { return Ok(()) };
                    let row = row.after(bound.receiver.clone());
                    self.call_function(frame, dst, bound.function.clone(), row, None)
                }
                Some(Kind::Class) => self.call_class(frame, dst, callee, row),
                Some(Kind::Instance) => {
                    let object = std::mem::take(&mut *callee);
                    match self.lookup_special(&object, &self.names.call) {
                        Some(call) if call.is::<Function>() => {
                            let row = row.after(object);
                            self.call_function(frame, dst, call, row, None)
                        }
                        _ => self.call_any_way(frame, dst, object, row, None),
                    }
                }
                _ => {
                    let callee = std::mem::take(&mut *callee);
                    self.call_any_way(frame, dst, callee, row, None)
                }
            }
        }
    }

    /// Calls a class.
    #[inline]
    unsafe fn call_class(&mut self, frame: *mut Frame, dst: u16, callee: *mut Value, row: Row<'_>) -> Result<()> {
        // SAFETY: the caller's registers.
        unsafe {
            let callee = std::mem::take(&mut *callee);
            let Some(class) = callee.gc::<Class>() else { return Ok(()) };
            match self.maker_of(class) {
                Maker::Init(place) => {
                    let init = class.lookup_at(place);
                    let instance: Value = Instance::new(class.clone()).into();
                    let row = row.after(instance.clone());
                    self.call_function(frame, dst, init, row, Some(instance))
                }
                Maker::ExceptionInit(place) if row.names.is_none() => {
                    let init = class.lookup_at(place);
                    let instance: Value = Exception::new(class.clone(), row.tuple(self)).into();
                    let row = row.after(instance.clone());
                    self.call_function(frame, dst, init, row, Some(instance))
                }
                Maker::Exception if row.names.is_none() => self.put_exception(frame, dst, class.clone(), row),
                Maker::Type if row.count == 1 && row.names.is_none() => {
                    let class = self.class_of(&*row.first);
                    row.unset();
                    (*frame::registers(frame).add(usize::from(dst))).put_new(class.into());
                    Ok(())
                }
                Maker::Native(id)
                    if (row.names.is_none() && self.native_takes_plainly(id, row.count + 1))
                        || self.native_takes(id, row.given() + 1, row.names.is_some()) =>
                {
                    let row = row.after(callee);
                    self.call_native_at(frame, dst, id, row)
                }
                _ => self.call_any_way(frame, dst, callee, row, None),
            }
        }
    }

    /// Makes an exception of its arguments, where its class does it as BaseException does.
    pub(super) unsafe fn put_exception(&mut self, frame: *mut Frame, dst: u16, class: Gc<Class>, row: Row<'_>) -> Result<()> {
        // SAFETY: the caller's registers.
        unsafe {
            let made = Exception::new(class, row.tuple(self));
            row.unset();
            (*frame::registers(frame).add(usize::from(dst))).put_new(made.into());
        }
        Ok(())
    }

    /// Calls a function or native with a row that is whole; `instance` is what an `__init__` leaves as the result.
    unsafe fn call_function(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        function: Value,
        row: Row<'_>,
        instance: Option<Value>,
    ) -> Result<()> {
        // SAFETY: the caller's registers.
        unsafe {
            if let Some(native) = function.get::<Native>() {
                return self.call_native_at(frame, dst, native.id, row);
            }
            let Some(callee) = function.gc::<Function>() else {
                return self.call_any_way(frame, dst, function, row, instance);
            };
            let new = match row.names {
                None if callee.code.simple != u32::MAX => self.enter_plain(callee, row)?,
                _ => None,
            };
            let new = match new {
                Some(new) => Some(new),
                None if instance.is_none() && generator_kind(&callee.code).is_some() => {
                    let Some(generator) = self.begin_generator(callee, row) else {
                        return self.call_any_way(frame, dst, function, row, instance);
                    };
                    (*frame::registers(frame).add(usize::from(dst))).put_new(generator);
                    return Ok(());
                }
                None => self.enter_open(callee, row)?,
            };
            let Some(new) = new else { return self.call_any_way(frame, dst, function, row, instance) };
            (*new).back = frame;
            (*new).dst = dst;
            if let Some(instance) = instance {
                self.await_init(frame, new, instance);
            }
            self.frame = new;
            Ok(())
        }
    }

    /// A call that is bound the general way.
    #[inline(never)]
    unsafe fn call_any_way(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        callee: Value,
        row: Row<'_>,
        instance: Option<Value>,
    ) -> Result<()> {
        // SAFETY: the caller's registers.
        unsafe {
            let called = self.call_general(&callee, row.values(), row.names());
            row.unset();
            let called = match (called?, instance) {
                (Called::Frame(new), Some(instance)) => Called::Init(new, instance),
                (Called::Value(result), Some(instance)) => {
                    self.check_init(&result)?;
                    Called::Value(instance)
                }
                (called, _) => called,
            };
            self.called(frame, dst, called);
            Ok(())
        }
    }

    /// Calls a native.
    #[inline]
    pub(super) unsafe fn call_native_at(
        &mut self,
        frame: *mut Frame,
        dst: u16,
        id: crate::object::NativeId,
        row: Row<'_>,
    ) -> Result<()> {
        // SAFETY: the caller's registers; nothing else writes them while the native runs.
        unsafe {
            let values = row.values();
            let result = match row.names {
                None => self.call_native_plain(id, values),
                Some((names, shape)) => match self.call_native_named(id, values, names.items(), shape) {
                    Some(result) => result,
                    None => {
                        let names: Vec<Gc<Str>> = names.items().iter().filter_map(|name| name.gc::<Str>().cloned()).collect();
                        self.call_native(id, values, &names)
                    }
                },
            };
            row.unset();
            (*frame::registers(frame).add(usize::from(dst))).put_new(result?);
            Ok(())
        }
    }

    /// The frame of a plain function, with defaults for what is not given; none where it takes no such call.
    #[inline]
    unsafe fn enter_plain(&mut self, function: &Gc<Function>, row: Row<'_>) -> Result<Option<*mut Frame>> {
        // SAFETY: the new frame has a register for each parameter, and they are written here.
        unsafe {
            let Some(defaults) = missing_defaults(function, row.count) else { return Ok(None) };
            let new = self.push_frame(function.clone(), function.code.simple as usize)?;
            let registers = frame::registers(new);
            for n in 0..row.count {
                Words::take(row.first.add(n)).write(registers.add(n));
            }
            write_defaults(defaults, registers.add(row.count));
            Ok(Some(new))
        }
    }

    /// The frame of a function whose call has keyword arguments, or that has keyword-only parameters or collects arguments; none where
    /// the call doesn't fit.
    unsafe fn enter_open(&mut self, function: &Gc<Function>, row: Row<'_>) -> Result<Option<*mut Frame>> {
        if function.code.code.kind != CodeKind::Function {
            return Ok(None);
        }
        let Some(named) = Vm::named(function, row) else { return Ok(None) };
        let new = self.push_frame(function.clone(), 0)?;
        // SAFETY: the new frame has a register for each parameter, all unset.
        unsafe {
            if self.fill_registers(function, frame::registers(new), row, named) {
                if let Some((_, shape)) = row.names {
                    learn_order(function, row, named, shape);
                }
                return Ok(Some(new));
            }
        }
        self.drop_frame(new);
        Ok(None)
    }

    /// The generator or coroutine of a function; none where the call doesn't fit.
    unsafe fn begin_generator(&mut self, function: &Gc<Function>, row: Row<'_>) -> Option<Value> {
        let named = Vm::named(function, row)?;
        let new = self.new_block(function);
        // SAFETY: the new frame has a register for each parameter, all unset; it is nobody else's.
        unsafe {
            if self.fill_registers(function, frame::registers(new), row, named) {
                return Some(self.new_generator(new).into());
            }
            frame::free(new);
        }
        None
    }

    /// The keyword arguments of a call with the parameters that they are for; none where the call has to be bound the general way.
    fn named<'a>(function: &Function, row: Row<'a>) -> Option<Named<'a>> {
        let code = &function.code;
        let parameters = usize::from(code.code.positional) + usize::from(code.code.keyword_only);
        if parameters > MOST_PARAMETERS || (row.given() > usize::from(code.code.positional) && !code.code.varargs) {
            return None;
        }
        let Some((names, shape)) = row.names else { return Some(Named::NONE) };
        let places = match shape.places(code.number) {
            Some(places) => places,
            None => {
                let places = places(code, parameters, names.items())?;
                shape.learn(code.number, places);
                places
            }
        };
        Some(Named { names: names.items(), places })
    }

    /// Moves the arguments of a call to the registers of a new frame and adds what is not given; whether the call fits. If not, the arguments are
    /// where they were.
    ///
    /// # Safety
    /// There is a register for each parameter, unset.
    unsafe fn fill_registers(&self, function: &Function, registers: *mut Value, row: Row<'_>, named: Named<'_>) -> bool {
        let code = &function.code.code;
        let (positional, parameters) = (usize::from(code.positional), usize::from(code.positional + code.keyword_only));
        let (given, direct) = (row.given(), row.given().min(positional));
        let mut bound = low_bits(direct);
        for place in &named.places[..named.names.len()] {
            if *place != TO_REST {
                let bit = 1u64 << place;
                if bound & bit != 0 {
                    return false;
                }
                bound |= bit;
            }
        }
        // SAFETY: the caller's registers and those of the row; defaults come first, because their lack leaves the rest in place.
        unsafe {
            if bound != low_bits(parameters) && !fill_defaults(function, registers, bound) {
                return false;
            }
            for n in 0..direct {
                Words::take(row.first.add(n)).write(registers.add(n));
            }
            if code.varargs {
                let rest: Value = match given - direct {
                    0 => self.empty_tuple().into(),
                    more => {
                        Tuple::value((0..more).map(|n| std::mem::take(&mut *row.first.add(direct + n))).collect::<Vec<_>>())
                    }
                };
                (*registers.add(parameters)).put_new(rest);
            }
            if code.varkw {
                let rest = Dict::new();
                named.rest().for_each(|(k, name)| rest.set_str(name, std::mem::take(&mut *row.first.add(given + k))));
                (*registers.add(parameters + usize::from(code.varargs))).put_new(rest.into());
            }
            for (k, place) in named.places[..named.names.len()].iter().enumerate().filter(|(_, place)| **place != TO_REST) {
                Words::take(row.first.add(given + k)).write(registers.add(usize::from(*place)));
            }
        }
        true
    }
}

/// Writes the defaults of the parameters that are not bound; whether all of them have one.
///
/// # Safety
/// There is a register for each parameter, unset.
unsafe fn fill_defaults(function: &Function, registers: *mut Value, bound: u64) -> bool {
    let code = &function.code.code;
    let (positional, parameters) = (usize::from(code.positional), usize::from(code.positional + code.keyword_only));
    let defaults = positional_defaults(function);
    let Some(required) = positional.checked_sub(defaults.len()) else { return false };
    if bound & low_bits(required) != low_bits(required) {
        return false;
    }
    // SAFETY: the caller's registers.
    unsafe {
        for n in (required..positional).filter(|n| bound & (1 << n) == 0) {
            Words::copy(&defaults[n - required]).write(registers.add(n));
        }
        let keyword_defaults = function.kwdefaults.borrow();
        for n in (positional..parameters).filter(|n| bound & (1 << n) == 0) {
            let Some(all) = &*keyword_defaults else { return false };
            // Most often they stand in the order of the parameters.
            let name = &code.locals[n];
            let all = all.borrow();
            let at = all
                .entries()
                .get(n - positional)
                .filter(|entry| entry.key.get::<Str>().is_some_and(|key| *key.as_str() == **name));
            let value = match at {
                Some(entry) => &entry.value,
                None => match all.find_text(name) {
                    Some(place) => &all.entries()[place].value,
                    None => return false,
                },
            };
            Words::copy(value).write(registers.add(n));
        }
    }
    true
}

/// Leaves at a site where the parameters of a function that collects no arguments get their values from, for calls that are alike.
fn learn_order(function: &Function, row: Row<'_>, named: Named<'_>, shape: &CallShape) {
    let code = &function.code.code;
    let parameters = usize::from(code.positional + code.keyword_only);
    if code.varargs || code.varkw || parameters > MOST_NAMED || row.count > MOST_NAMED {
        return;
    }
    let mut sources = [Order::DEFAULT; MOST_NAMED];
    let given = row.given();
    sources.iter_mut().take(given).zip(0..).for_each(|(source, n)| *source = n);
    for (k, place) in named.places[..named.names.len()].iter().enumerate() {
        sources[usize::from(*place)] = (given + k) as u8;
    }
    let defaults = sources[..parameters].contains(&Order::DEFAULT);
    let (count, parameters) = (row.count as u8, parameters as u8);
    shape.learn_order(Order { callee: function.code.number, count, parameters, defaults, sources });
}

/// The parameter of each name; none where one has to be refused.
fn places(code: &CodeObject, parameters: usize, names: &[Value]) -> Option<[u8; MOST_NAMED]> {
    if names.len() > MOST_NAMED {
        return None;
    }
    let mut places = [TO_REST; MOST_NAMED];
    for (name, place) in names.iter().zip(&mut places) {
        let name = name.get::<Str>()?;
        match code.code.locals[..parameters].iter().position(|local| **local == *name.as_str()) {
            Some(at) if at >= usize::from(code.code.positional_only) => *place = at as u8,
            _ if code.code.varkw => {}
            _ => return None,
        }
    }
    Some(places)
}

fn low_bits(count: usize) -> u64 {
    if count >= MOST_PARAMETERS { u64::MAX } else { (1 << count) - 1 }
}
