//! Calls of natives: the arguments are handed over where they are, and completed by defaults without counting a reference.
//!
//! A native gets one value for each parameter, in order (see `native`). A call that gives them all by position hands over the registers themselves.
//! Where some are left out or given by name, a row of borrowed words is made, which nobody drops. All else, errors among it, is bound the
//! general way.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::mem::{ManuallyDrop, MaybeUninit};

use super::native::{Enters, Quickly, Row, Signature};
use crate::heap::Gc;
use crate::object::{CallShape, Dict, MOST_NAMED, NativeId, Str, TO_REST, Tuple};
use crate::value::Value;
use crate::vm::{NativeFn, ParameterKind, Result, Vm};

/// Parameters up to which a call needs no memory of its own.
const MOST: usize = 12;
/// What natives have in the numbers that call shapes know callees by.
const NATIVE: u32 = 1 << 31;

/// What a call needs of a native; beside `NativeEntry`, because it is small and read all the time.
pub(super) struct Quick {
    function: NativeFn,
    plain: Cell<Plain>,
    /// Behind the default of the last parameter that a call by position may leave out; known with `plain`.
    defaults_end: Cell<*const Value>,
    enters: Enters,
    quickly: Option<Quickly>,
}

/// The numbers of positional arguments, from `least` to `most`, that a native takes; from `whole` on they are all there, below it defaults are
/// missing. Known with the signature; none before.
#[derive(Clone, Copy)]
struct Plain {
    least: u32,
    whole: u32,
    most: u32,
    /// Whether those from `least` on are collected in a tuple, behind which only defaults stand.
    collects: bool,
}

impl Plain {
    const NEVER: Plain = Plain { least: 1, whole: 1, most: 0, collects: false };

    fn of(signature: &Signature) -> Plain {
        let (least, count, all) = (signature.positional.0 as u32, signature.count as u32, signature.parameters.len());
        let optional = |kind: ParameterKind| kind != ParameterKind::VarArgs && kind != ParameterKind::VarKw;
        let rest = &signature.parameters[signature.count..];
        match (signature.flat, signature.varargs()) {
            _ if all > MOST => Plain::NEVER,
            (true, false) => Plain { least, whole: count, most: count, collects: false },
            (true, true) => Plain { least, whole: count, most: u32::MAX, collects: false },
            (false, _) if rest.iter().all(|it| optional(it.kind) && it.default.is_some()) => {
                Plain { least, whole: all as u32, most: count, collects: false }
            }
            (false, true) if rest[1..].iter().all(|it| optional(it.kind) && it.default.is_some()) => {
                Plain { least: count, whole: u32::MAX, most: u32::MAX, collects: true }
            }
            (false, _) => Plain::NEVER,
        }
    }

    #[inline(always)]
    fn takes(self, count: usize) -> bool {
        (self.least as usize..=self.most as usize).contains(&count)
    }
}

impl Quick {
    /// What is known of a native before its first call.
    pub(super) fn new(row: &Row) -> Quick {
        let (plain, defaults_end) = (Cell::new(Plain::NEVER), Cell::new(std::ptr::null()));
        Quick { function: row.function, plain, defaults_end, enters: row.enters, quickly: row.quickly }
    }
}

/// Values side by side that are borrowed: no reference is counted for them, and none is given up.
pub(super) struct Borrowed<const N: usize> {
    values: [MaybeUninit<ManuallyDrop<Value>>; N],
    count: usize,
}

impl<const N: usize> Borrowed<N> {
    #[inline(always)]
    pub(super) fn new() -> Self {
        Borrowed { values: [const { MaybeUninit::uninit() }; N], count: 0 }
    }

    /// Adds a value.
    ///
    /// # Safety
    /// The value is not dropped while this is used, and there are fewer than `N` yet.
    #[inline(always)]
    pub(super) unsafe fn push(&mut self, value: &Value) {
        debug_assert!(self.count < N);
        // SAFETY: the copy is never dropped, and the caller keeps its original; there is room.
        unsafe { self.values.get_unchecked_mut(self.count).write(ManuallyDrop::new(std::ptr::read(value))) };
        self.count += 1;
    }

    /// Adds values.
    ///
    /// # Safety
    /// The values are not dropped while this is used, and all fit.
    #[inline(always)]
    unsafe fn push_all(&mut self, values: &[Value]) {
        debug_assert!(self.count + values.len() <= N);
        // SAFETY: the copies are never dropped, and the caller keeps the originals; there is room. Few are copied without a call.
        unsafe {
            let (from, to) = (values.as_ptr(), self.values.as_mut_ptr().add(self.count).cast::<Value>());
            match values.len() {
                0 => {}
                1 => copy_few::<1>(from, to),
                2 => copy_few::<2>(from, to),
                3 => copy_few::<3>(from, to),
                many => std::ptr::copy_nonoverlapping(from, to, many),
            }
        }
        self.count += values.len();
    }

    #[inline(always)]
    pub(super) fn get(&self) -> &[Value] {
        // SAFETY: so many were written, and what wraps the values doesn't change their layout.
        unsafe { std::slice::from_raw_parts(self.values.as_ptr().cast(), self.count) }
    }
}

/// Copies so many values.
///
/// # Safety
/// As for `copy_nonoverlapping`.
#[inline(always)]
unsafe fn copy_few<const N: usize>(from: *const Value, to: *mut Value) {
    // SAFETY: the caller's.
    unsafe { to.cast::<[ManuallyDrop<Value>; N]>().write(from.cast::<[ManuallyDrop<Value>; N]>().read()) }
}

/// Keyword arguments of a call: their names, and the parameter of each.
#[derive(Clone, Copy)]
pub(super) struct Named<'a> {
    pub names: &'a [Value],
    pub places: [u8; MOST_NAMED],
}

impl Named<'_> {
    /// No keyword arguments.
    pub(super) const NONE: Named<'static> = Named { names: &[], places: [TO_REST; MOST_NAMED] };

    /// The keyword arguments that belong to no parameter, each with its number.
    pub(super) fn rest(&self) -> impl Iterator<Item = (usize, &Gc<Str>)> {
        let named = self.names.iter().enumerate().filter(|(n, _)| self.places[*n] == TO_REST);
        named.filter_map(|(n, name)| name.gc::<Str>().map(|name| (n, name)))
    }
}

impl Vm {
    /// Whether so many positional arguments are handed to a native without a tuple or dict being made.
    #[inline(always)]
    pub(super) fn native_takes_plainly(&self, id: NativeId, positional: usize) -> bool {
        self.quick_natives[id.0 as usize].plain.get().takes(positional)
    }

    /// Whose frame an instruction enters in place of calling a native.
    #[inline(always)]
    pub(super) fn native_enters(&self, id: NativeId) -> Enters {
        self.quick_natives[id.0 as usize].enters
    }

    /// What does the frequent case of a native.
    #[inline(always)]
    pub(super) fn native_quickly(&self, id: NativeId) -> Option<Quickly> {
        self.quick_natives[id.0 as usize].quickly
    }

    /// Calls a native with positional arguments and, after them, the values of keyword arguments named by `names`.
    #[inline]
    pub fn call_native(&mut self, id: NativeId, args: &[Value], names: &[Gc<Str>]) -> Result {
        if names.is_empty() {
            return self.call_native_plain(id, args);
        }
        let bound = self.bind_native(id, args, names)?;
        let function = self.quick_natives[id.0 as usize].function;
        function(self, &bound)
    }

    /// Calls a native with positional arguments.
    #[inline(always)]
    pub(super) fn call_native_plain(&mut self, id: NativeId, args: &[Value]) -> Result {
        let quick = &self.quick_natives[id.0 as usize];
        let (plain, function) = (quick.plain.get(), quick.function);
        if plain.takes(args.len()) && args.len() >= plain.whole as usize {
            return function(self, args);
        }
        self.call_native_completed(id, args)
    }

    /// The same where defaults are missing, or the signature has not been looked at.
    #[inline(never)]
    fn call_native_completed(&mut self, id: NativeId, args: &[Value]) -> Result {
        let quick = &self.quick_natives[id.0 as usize];
        let (plain, function) = (quick.plain.get(), quick.function);
        if !plain.takes(args.len()) {
            return self.call_native_first(id, args);
        }
        if plain.collects {
            return self.call_native_collecting(id, args);
        }
        let missing = plain.whole as usize - args.len();
        let end = quick.defaults_end.get();
        let mut row = Borrowed::<MOST>::new();
        // SAFETY: the caller keeps the arguments, the machine its signatures, whose defaults these are; there are at most `MOST`
        // parameters.
        unsafe {
            row.push_all(args);
            row.push_all(std::slice::from_raw_parts(end.sub(missing), missing));
        }
        function(self, row.get())
    }

    /// The same for a native that gets the last arguments as a tuple, and after it only defaults.
    #[inline(never)]
    fn call_native_collecting(&mut self, id: NativeId, args: &[Value]) -> Result {
        let quick = &self.quick_natives[id.0 as usize];
        let signature = self.signature(id);
        let (own, rest) = args.split_at(quick.plain.get().least as usize);
        let rest = Tuple::value(rest);
        let mut row = Borrowed::<MOST>::new();
        // SAFETY: the caller keeps the arguments, this function the tuple, the machine its signatures; there are at most `MOST` parameters.
        unsafe {
            own.iter().chain([&rest]).for_each(|value| row.push(value));
            signature.defaults.iter().for_each(|default| row.push(default));
        }
        (quick.function)(self, row.get())
    }

    /// The same where a dict has to be made, where it doesn't fit, and at the first call.
    #[inline(never)]
    fn call_native_first(&mut self, id: NativeId, args: &[Value]) -> Result {
        let signature = self.signature(id);
        let plain = Plain::of(signature);
        if plain.takes(args.len()) {
            let quick = &self.quick_natives[id.0 as usize];
            quick.plain.set(plain);
            quick.defaults_end.set(signature.defaults.as_ptr_range().end);
            return self.call_native_plain(id, args);
        }
        if let Some(result) = self.call_native_row(id, args, Named::NONE) {
            return result;
        }
        let bound = self.bind_native(id, args, &[])?;
        let function = self.quick_natives[id.0 as usize].function;
        function(self, &bound)
    }

    /// Calls a native with keyword arguments, matched with its parameters once per call site; none where the call doesn't fit or must be bound
    /// the general way.
    pub(super) fn call_native_named(
        &mut self,
        id: NativeId,
        args: &[Value],
        names: &[Value],
        shape: &CallShape,
    ) -> Option<Result> {
        let places = match shape.places(id.0 | NATIVE) {
            Some(places) => places,
            None => {
                let places = self.native_places(id, args.len() - names.len(), names)?;
                shape.learn(id.0 | NATIVE, places);
                places
            }
        };
        self.call_native_row(id, args, Named { names, places })
    }

    /// The parameter of each keyword argument.
    fn native_places(&self, id: NativeId, given: usize, names: &[Value]) -> Option<[u8; MOST_NAMED]> {
        let signature = self.signature(id);
        let open = signature.parameters.iter().any(|parameter| parameter.kind == ParameterKind::VarKw);
        if names.len() > MOST_NAMED || signature.parameters.len() > MOST || given > signature.positional.1 {
            return None;
        }
        let mut places = [TO_REST; MOST_NAMED];
        for (name, place) in names.iter().zip(&mut places) {
            let name = name.get::<Str>()?;
            match signature.parameters.iter().position(|parameter| parameter.is_called(name)) {
                Some(at) => *place = at as u8,
                None if open => {}
                None => return None,
            }
        }
        Some(places)
    }

    /// Calls a native with a row of one value for each parameter; none where one is missing, given twice or unknown.
    fn call_native_row(&mut self, id: NativeId, args: &[Value], named: Named<'_>) -> Option<Result> {
        let function = self.quick_natives[id.0 as usize].function;
        let signature = self.signature(id);
        let given = args.len() - named.names.len();
        let flat = signature.flat && signature.varargs();
        if signature.parameters.len() > MOST || given > signature.positional.1 || flat {
            return None;
        }
        let mut extra = [Value::Unset, Value::Unset];
        let mut row = Borrowed::<MOST>::new();
        for (n, parameter) in signature.parameters.iter().enumerate() {
            let by_name = named.names.iter().zip(&named.places).position(|(_, place)| usize::from(*place) == n);
            let by_name = by_name.map(|k| &args[given + k]);
            let value = match parameter.kind {
                ParameterKind::VarArgs => {
                    extra[0] = Tuple::value(args[..given].get(signature.count..).unwrap_or_default());
                    &extra[0]
                }
                ParameterKind::VarKw => {
                    let rest = Dict::new();
                    named.rest().for_each(|(k, name)| rest.set_str(name, args[given + k].clone()));
                    extra[1] = rest.into();
                    &extra[1]
                }
                _ if n < signature.count && n < given => match by_name {
                    None => &args[n],
                    Some(_) => return None,
                },
                _ => by_name.or(parameter.default.as_ref())?,
            };
            // SAFETY: the caller keeps the arguments, this function the tuple and the dict, and the machine its signatures.
            unsafe { row.push(value) };
        }
        Some(function(self, row.get()))
    }
}
