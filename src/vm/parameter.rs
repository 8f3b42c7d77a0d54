//! Typed parameters of natives: a row's function says in its own signature what it takes, and this makes it of the values that a call brings.
//!
//! The macros [`function!`](crate::vm::function), [`method!`](crate::vm::method) and their like make a row of a function (or closure) whose
//! parameters implement [`FromArg`], with or without the machine before them, and whose result becomes a value. Each parameter converts the
//! value at its place, in order, and words the error itself; [`Place`] knows the native and the parameter for it. That a signature text
//! has as many parameters as its function is checked when it is compiled.

use super::descriptor::is_slot;
use crate::heap::Gc;
use crate::object::{Instance, NativeData, Opaque, Str};
use crate::value::{Kind, Object, Value};
use crate::vm::{Raised, Result, Row, RowKind, Vm};

/// What a row says of itself, for its function's parameters.
pub trait Named {
    /// What it defines.
    const KIND: RowKind;
    /// Its name.
    const NAME: &'static str;
    /// Its signature.
    const SIGNATURE: &'static str;
}

/// What stands for an argument that was not given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Absent {
    /// Nothing (`=...`): `None` is an argument like others.
    Unset,
    /// `None`, given or not.
    None,
}

/// A parameter of a native.
pub struct Place {
    /// The native's kind.
    pub kind: RowKind,
    /// The native's name.
    pub name: &'static str,
    /// The native's signature.
    pub signature: &'static str,
    /// The parameter's number, the receiver being 0.
    pub at: usize,
    /// What stands for it where it is not given.
    pub absent: Absent,
    /// Whether it may be absent.
    pub optional: bool,
}

/// A type of parameters.
pub trait FromArg<'a>: Sized {
    /// Whether it takes all arguments from its place on.
    const REST: bool = false;
    /// Whether it may be absent.
    const OPTIONAL: bool = false;

    /// Converts the value of an argument, or raises what CPython raises.
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self>;

    /// Converts the argument at its place among all.
    #[inline(always)]
    fn take(vm: &mut Vm, args: &'a [Value], place: &'static Place) -> Result<Self> {
        Self::from_arg(vm, &args[place.at], place)
    }
}

/// What a native's function may return: what becomes a value, or fails.
pub trait Returned {
    /// The native's result.
    fn returned(self) -> Result;
}

impl<T: Into<Value>> Returned for T {
    #[inline(always)]
    fn returned(self) -> Result {
        Ok(self.into())
    }
}

impl<T: Into<Value>> Returned for Result<T> {
    #[inline(always)]
    fn returned(self) -> Result {
        match self {
            Ok(value) => Ok(value.into()),
            Err(raised) => Err(raised),
        }
    }
}

/// A function with typed parameters. `P` is the tuple of their types; [`Pure`] of it where the function does without the machine.
pub trait Typed<'v, 'a, P> {
    /// Converts the arguments and calls it.
    fn call<N: Named>(self, vm: &'v mut Vm, args: &'a [Value]) -> Result;
}

/// Parameters of a function that does without the machine.
pub struct Pure<P>(std::marker::PhantomData<P>);

macro_rules! typed {
    ($count:literal: $($type:ident $at:literal),*) => {
        impl<'v, 'a, F, R, $($type),*> Typed<'v, 'a, ($($type,)*)> for F
        where
            F: FnOnce(&'v mut Vm, $($type),*) -> R,
            R: Returned,
            $($type: FromArg<'a>,)*
        {
            #[inline(always)]
            #[allow(non_snake_case)]
            fn call<N: Named>(self, vm: &'v mut Vm, args: &'a [Value]) -> Result {
                const { assert!(fits(N::SIGNATURE, $count, false $(|| $type::REST)*), "not the signature's parameters") };
                assert!(counts(args.len(), $count, false $(|| $type::REST)*));
                $(let $type = $type::take(vm, args, const { &Place::of::<N>($at, $type::OPTIONAL) })?;)*
                self(vm, $($type),*).returned()
            }
        }

        impl<'v, 'a, F, R, $($type),*> Typed<'v, 'a, Pure<($($type,)*)>> for F
        where
            F: FnOnce($($type),*) -> R,
            R: Returned,
            $($type: FromArg<'a>,)*
        {
            #[inline(always)]
            #[allow(non_snake_case, unused_variables)]
            fn call<N: Named>(self, vm: &'v mut Vm, args: &'a [Value]) -> Result {
                const { assert!(fits(N::SIGNATURE, $count, false $(|| $type::REST)*), "not the signature's parameters") };
                assert!(counts(args.len(), $count, false $(|| $type::REST)*));
                $(let $type = $type::take(vm, args, const { &Place::of::<N>($at, $type::OPTIONAL) })?;)*
                self($($type),*).returned()
            }
        }
    };
}

typed!(0:);
typed!(1: A 0);
typed!(2: A 0, B 1);
typed!(3: A 0, B 1, C 2);
typed!(4: A 0, B 1, C 2, D 3);
typed!(5: A 0, B 1, C 2, D 3, E 4);
typed!(6: A 0, B 1, C 2, D 3, E 4, G 5);
typed!(7: A 0, B 1, C 2, D 3, E 4, G 5, H 6);
typed!(8: A 0, B 1, C 2, D 3, E 4, G 5, H 6, I 7);
typed!(9: A 0, B 1, C 2, D 3, E 4, G 5, H 6, I 7, J 8);
typed!(10: A 0, B 1, C 2, D 3, E 4, G 5, H 6, I 7, J 8, K 9);

/// The function of a row, which converts the arguments for a function with typed parameters.
macro_rules! typed_native {
    ($kind:ident, $name:expr, $signature:expr, $function:expr) => {{
        struct Here;
        impl $crate::vm::Named for Here {
            const KIND: $crate::vm::RowKind = $crate::vm::RowKind::$kind;
            const NAME: &'static str = $name;
            const SIGNATURE: &'static str = $signature;
        }
        |vm: &mut $crate::vm::Vm, args: &[$crate::value::Value]| $crate::vm::Typed::call::<Here>($function, vm, args)
    }};
}

/// A function of a module: name, signature, function with typed parameters, doc.
macro_rules! function {
    ($name:expr, $signature:expr, $function:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::function($name, $signature, $crate::vm::typed_native!(Function, $name, $signature, $function), $doc)
    };
}

/// A method: name, signature that begins with `self`, function with typed parameters, doc.
macro_rules! method {
    ($name:expr, $signature:expr, $function:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::method($name, $signature, $crate::vm::typed_native!(Method, $name, $signature, $function), $doc)
    };
}

/// A class method: name, signature that begins with `cls`, function with typed parameters, doc.
macro_rules! class_method {
    ($name:expr, $signature:expr, $function:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::class_method(
            $name,
            $signature,
            $crate::vm::typed_native!(ClassMethod, $name, $signature, $function),
            $doc,
        )
    };
}

/// A static method, `__new__` included: name, signature, function with typed parameters, doc.
macro_rules! static_method {
    ($name:expr, $signature:expr, $function:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::static_method(
            $name,
            $signature,
            $crate::vm::typed_native!(StaticMethod, $name, $signature, $function),
            $doc,
        )
    };
}

/// A computed attribute that can't be set: name, function of the object, doc.
macro_rules! getter {
    ($name:expr, $function:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::getter($name, $crate::vm::typed_native!(Getter, $name, "(self, /)", $function), $doc)
    };
}

/// A computed attribute that can be set: name, function of the object, function of the object and the value (`Unset` for `del`), doc.
macro_rules! getset {
    ($name:expr, $getter:expr, $setter:expr, $doc:expr $(,)?) => {
        $crate::vm::Row::getset(
            $name,
            $crate::vm::typed_native!(Getter, $name, "(self, /)", $getter),
            $crate::vm::typed_native!(Getter, $name, "(self, value=..., /)", $setter),
            $doc,
        )
    };
}

pub(crate) use {class_method, function, getset, getter, method, static_method, typed_native};

/// What the text of a signature says of a parameter.
#[derive(Clone, Copy)]
struct Part {
    /// Where its text begins and ends, spaces in front included.
    text: (usize, usize),
    /// Whether it is `*args`.
    star: bool,
    /// Whether its default is `...`.
    unset: bool,
    keyword_only: bool,
}

/// Reads the parameters of a signature one after another, when programs are compiled.
struct Parts {
    text: &'static [u8],
    next: usize,
    keyword_only: bool,
}

impl Parts {
    const fn new(signature: &'static str) -> Parts {
        let text = signature.as_bytes();
        let mut next = 0;
        while next < text.len() && text[next] != b'(' {
            next += 1;
        }
        Parts { text, next: next + 1, keyword_only: false }
    }

    /// The next parameter; `/` and `*` alone are none.
    const fn next(&mut self) -> Option<Part> {
        while self.next < self.text.len() {
            let begin = self.next;
            let (mut end, mut quoted) = (begin, false);
            while end < self.text.len() && (quoted || (self.text[end] != b',' && self.text[end] != b')')) {
                quoted ^= self.text[end] == b'\'';
                end += 1;
            }
            self.next = end + 1;
            let mut first = begin;
            while first < end && self.text[first] == b' ' {
                first += 1;
            }
            let star = first < end && self.text[first] == b'*';
            let double_star = star && first + 1 < end && self.text[first + 1] == b'*';
            let alone = first + 1 == end && (star || self.text[first] == b'/');
            let keyword_only = self.keyword_only;
            self.keyword_only |= star;
            if first < end && !alone {
                let unset = end - begin > 4
                    && self.text[end - 4] == b'='
                    && self.text[end - 3] == b'.'
                    && self.text[end - 2] == b'.'
                    && self.text[end - 1] == b'.';
                return Some(Part { text: (begin, end), star: star && !double_star, unset, keyword_only });
            }
        }
        None
    }
}

/// Whether a function with so many parameters, the last of which may take the rest, is one for a signature.
const fn fits(signature: &'static str, count: usize, rest: bool) -> bool {
    let mut parts = Parts::new(signature);
    let (mut found, mut flat) = (0, false);
    while let Some(part) = parts.next() {
        found += 1;
        // Only a signature that ends in `*args`, with nothing by keyword before it, hands the others over one by one.
        flat = part.star && !part.keyword_only;
    }
    found == count && flat == rest
}

/// Whether so many arguments are those of so many parameters, the last of which may take the rest: a call always brings as many.
#[inline(always)]
const fn counts(given: usize, parameters: usize, rest: bool) -> bool {
    given == parameters || (rest && given + 1 >= parameters)
}

impl Place {
    /// A parameter of a row.
    pub const fn of<N: Named>(at: usize, optional: bool) -> Place {
        let mut parts = Parts::new(N::SIGNATURE);
        let mut absent = Absent::None;
        let mut place = 0;
        while let Some(part) = parts.next() {
            if place == at && part.unset {
                absent = Absent::Unset;
            }
            place += 1;
        }
        Place { kind: N::KIND, name: N::NAME, signature: N::SIGNATURE, at, absent, optional }
    }

    /// Whether it is the object that a method was called on.
    #[inline(always)]
    pub const fn is_receiver(&self) -> bool {
        self.at == 0 && matches!(self.kind, RowKind::Method | RowKind::Getter)
    }

    /// Whether it is the class that `__new__` is called with.
    fn is_new_class(&self) -> bool {
        self.at == 0 && self.kind == RowKind::StaticMethod && self.name == "__new__"
    }

    /// How errors call the native: constructors by their class.
    fn callable(&self, vm: &Vm) -> String {
        let made = |row: &Row| row.name == self.name && row.signature == self.signature;
        match vm.natives.iter().find(|native| made(native.row)) {
            Some(native) if matches!(self.name, "__new__" | "__init__") => native.owner.to_string(),
            _ => self.name.to_owned(),
        }
    }

    /// `replace() argument 1`, `encode() argument 'encoding'`
    #[cold]
    pub fn described(&self, vm: &Vm) -> String {
        self.described_as(&self.callable(vm))
    }

    fn described_as(&self, callable: &str) -> String {
        let receivers = match self.kind {
            RowKind::Function => 0,
            RowKind::StaticMethod => usize::from(self.name == "__new__"),
            RowKind::Method | RowKind::ClassMethod | RowKind::Getter => 1,
        };
        let mut parts = Parts::new(self.signature);
        let mut all = Vec::new();
        while let Some(part) = parts.next() {
            all.push(part);
        }
        let Some(part) = all.get(self.at) else { return format!("{callable}() argument") };
        let text = |part: &Part| self.signature[part.text.0..part.text.1].trim();
        if part.keyword_only || !self.signature[part.text.1..].contains('/') {
            let name = text(part).split('=').next().unwrap_or_default();
            return format!("{callable}() argument '{name}'");
        }
        if all.len() == receivers + 1 && !text(part).contains('=') {
            return format!("{callable}() argument");
        }
        format!("{callable}() argument {}", self.at + 1 - receivers)
    }

    /// TypeError for an argument that is no such thing: `replace() argument 1 must be str, not int`.
    #[cold]
    #[inline(never)]
    pub fn must_be(&self, vm: &Vm, wanted: &str, given: &Value) -> Raised {
        if self.is_receiver() {
            return self.wrong_receiver(vm, wanted, given);
        }
        if self.is_new_class() {
            return vm.type_error(format!("__new__(X): X is not a type object ({})", vm.type_name(given)));
        }
        let or_none = if self.optional && self.absent == Absent::None { " or None" } else { "" };
        let described = self.described(vm);
        vm.type_error(format!("{described} must be {wanted}{or_none}, not {}", name_of_given(vm, given)))
    }

    /// Whether errors call it by the operator that it stands for.
    fn is_operator(&self, class: &str) -> bool {
        self.kind == RowKind::Method && is_slot(self.name, class)
    }

    /// TypeError for a method that was called with an object of another class.
    #[cold]
    #[inline(never)]
    pub fn wrong_receiver(&self, vm: &Vm, class: &str, given: &Value) -> Raised {
        let (name, given) = (self.name, vm.type_name(given));
        if self.is_operator(class) {
            return vm.type_error(format!("descriptor '{name}' requires a '{class}' object but received a '{given}'"));
        }
        vm.type_error(format!("descriptor '{name}' for '{class}' objects doesn't apply to a '{given}' object"))
    }
}

/// How errors name what was given.
fn name_of_given(vm: &Vm, given: &Value) -> Gc<Str> {
    if given.is_none() { vm.names.none.clone() } else { vm.type_name(given) }
}

/// The storage of a value that is a `T` or derives from it.
#[inline(always)]
pub fn storage<T: Object>(value: &Value) -> Option<&Gc<T>> {
    match value.gc::<T>() {
        None => value.get::<Instance>()?.payload()?.gc::<T>(),
        exact => exact,
    }
}

impl<'a> FromArg<'a> for &'a Value {
    #[inline(always)]
    fn from_arg(_: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        Ok(value)
    }
}

/// All arguments from here on.
impl<'a> FromArg<'a> for &'a [Value] {
    const REST: bool = true;

    #[inline(always)]
    fn from_arg(_: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        Ok(std::slice::from_ref(value))
    }

    #[inline(always)]
    fn take(_: &mut Vm, args: &'a [Value], place: &'static Place) -> Result<Self> {
        Ok(&args[place.at..])
    }
}

/// None where the argument was not given, or is the `None` that is its default.
impl<'a, T: FromArg<'a>> FromArg<'a> for Option<T> {
    const OPTIONAL: bool = true;

    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match value {
            Value::Unset => Ok(None),
            Value::None if matches!(place.absent, Absent::None) => Ok(None),
            _ => T::from_arg(vm, value, place).map(Some),
        }
    }
}

/// An object of a built-in type, or what an instance of a subclass stores.
impl<'a, T: Object> FromArg<'a> for &'a Gc<T> {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match storage::<T>(value) {
            Some(found) => Ok(found),
            None => Err(not_of_kind::<T>(vm, value, place)),
        }
    }
}

#[cold]
#[inline(never)]
fn not_of_kind<T: Object>(vm: &Vm, value: &Value, place: &Place) -> Raised {
    match T::KIND {
        // Kinds whose class goes by the object.
        Kind::Class => place.must_be(vm, "type", value),
        Kind::Exception => place.must_be(vm, "BaseException", value),
        Kind::Native => place.must_be(vm, vm.types.native.name.borrow().as_str(), value),
        Kind::BoundMethod => place.must_be(vm, vm.types.method.name.borrow().as_str(), value),
        Kind::Property => place.must_be(vm, vm.types.property.name.borrow().as_str(), value),
        Kind::ClassMethod => place.must_be(vm, vm.types.classmethod.name.borrow().as_str(), value),
        kind => place.must_be(vm, vm.types.of_kind(kind).name_in_messages().as_str(), value),
    }
}

/// The same without the pointer to it.
impl<'a, T: Object> FromArg<'a> for &'a T {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        <&Gc<T>>::from_arg(vm, value, place).map(|found| &**found)
    }
}

/// A string's text.
impl<'a> FromArg<'a> for &'a str {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        <&Gc<Str>>::from_arg(vm, value, place).map(|found| found.as_str())
    }
}

/// The name of an attribute, interned.
pub struct Attribute(pub Gc<Str>);

impl<'a> FromArg<'a> for Attribute {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        match storage::<Str>(value) {
            Some(name) => Ok(Attribute(vm.intern_str(name))),
            None => Err(vm.type_error(format!("attribute name must be string, not '{}'", vm.type_name(value)))),
        }
    }
}

/// The truth of a value, which may be asked of a script.
impl<'a> FromArg<'a> for bool {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        if let Value::Bool(truth) = value { Ok(*truth) } else { vm.truth(value) }
    }
}

/// An int that fits 64 bits, through `__index__`.
impl<'a> FromArg<'a> for i64 {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        if let Value::Int(int) = value { Ok(*int) } else { vm.index(value) }
    }
}

/// An int through `__index__`; what does not fit 64 bits is cut to the nearest end.
#[derive(Clone, Copy)]
pub struct Clamped(pub i64);

impl<'a> FromArg<'a> for Clamped {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, _: &'static Place) -> Result<Self> {
        if let Value::Int(int) = value { Ok(Clamped(*int)) } else { vm.index_clamped(value).map(Clamped) }
    }
}

/// A value as it was given, and what it was converted to.
#[derive(Clone, Copy)]
pub struct This<'a, T> {
    /// The value.
    pub value: &'a Value,
    /// What it is, or stores.
    pub storage: T,
}

/// An object of a built-in type that may be an instance of a subclass, and its storage.
pub type Of<'a, T> = This<'a, &'a Gc<T>>;

impl<T> std::ops::Deref for This<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.storage
    }
}

impl<'a, T: FromArg<'a>> FromArg<'a> for This<'a, T> {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        T::from_arg(vm, value, place).map(|storage| This { value, storage })
    }
}

/// An object whose storage is a native module's `T`.
pub struct Own<'a, T> {
    /// The object.
    pub object: &'a Gc<Opaque>,
    /// Its storage.
    pub data: &'a T,
}

impl<T> Clone for Own<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Own<'_, T> {}

impl<'a, T: NativeData> Own<'a, T> {
    /// The object that a value is.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Own<'a, T>> {
        let object = storage::<Opaque>(value)?;
        Some(Own { object, data: object.data::<T>()? })
    }

    /// The object as a value.
    pub fn value(&self) -> Value {
        self.object.clone().into()
    }
}

impl<T> std::ops::Deref for Own<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.data
    }
}

impl<'a, T: NativeData> FromArg<'a> for Own<'a, T> {
    #[inline(always)]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        match Own::of(value) {
            Some(own) => Ok(own),
            None => Err(not_native::<T>(vm, value, place)),
        }
    }
}

#[cold]
#[inline(never)]
fn not_native<T: NativeData>(vm: &Vm, value: &Value, place: &Place) -> Raised {
    let wanted = std::any::type_name::<T>().rsplit("::").next().unwrap_or_default();
    place.must_be(vm, wanted, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{List, Tuple};

    struct Encode;
    impl Named for Encode {
        const KIND: RowKind = RowKind::Method;
        const NAME: &'static str = "encode";
        const SIGNATURE: &'static str = "(self, /, encoding='utf, 8', *, errors=...)";
    }

    struct Replace;
    impl Named for Replace {
        const KIND: RowKind = RowKind::Method;
        const NAME: &'static str = "replace";
        const SIGNATURE: &'static str = "(self, old, new, /, count=None)";
    }

    struct Static;
    impl Named for Static {
        const KIND: RowKind = RowKind::StaticMethod;
        const NAME: &'static str = "maketrans";
        const SIGNATURE: &'static str = "(x, y=..., z=..., /)";
    }

    struct Strict;
    impl Named for Strict {
        const KIND: RowKind = RowKind::Function;
        const NAME: &'static str = "ord";
        const SIGNATURE: &'static str = "(c, /)";
    }

    #[test]
    fn signatures_fit() {
        assert!(fits("()", 0, false));
        assert!(fits("(self, /)", 1, false));
        assert!(fits("(self, sep=', ', /, *, max=-1)", 3, false));
        assert!(fits("def (self, a, b)", 3, false));
        assert!(fits("(self, *args)", 2, true));
        assert!(fits("(self, *args, **kwargs)", 3, false));
        assert!(fits("(*args, key=None)", 2, false));
        assert!(!fits("(self, *args)", 2, false));
        assert!(!fits("(self, index=-1, /)", 1, false));
    }

    #[test]
    fn places_know_what_is_absent() {
        assert_eq!(Place::of::<Encode>(2, true).absent, Absent::Unset);
        assert_eq!(Place::of::<Encode>(1, true).absent, Absent::None);
        assert_eq!(Place::of::<Replace>(3, true).absent, Absent::None);
        assert!(Place::of::<Encode>(0, false).is_receiver());
        assert!(!Place::of::<Strict>(0, false).is_receiver());
    }

    #[test]
    fn places_are_described_as_in_cpython() {
        let described = |place: Place| place.described_as(place.name);
        assert_eq!(described(Place::of::<Encode>(1, false)), "encode() argument 'encoding'");
        assert_eq!(described(Place::of::<Encode>(2, false)), "encode() argument 'errors'");
        assert_eq!(described(Place::of::<Replace>(1, false)), "replace() argument 1");
        assert_eq!(described(Place::of::<Replace>(2, false)), "replace() argument 2");
        assert_eq!(described(Place::of::<Replace>(3, false)), "replace() argument 'count'");
        assert_eq!(described(Place::of::<Strict>(0, false)), "ord() argument");
        assert_eq!(described(Place::of::<Static>(1, false)), "maketrans() argument 2");
    }

    #[test]
    fn operators_are_told_from_methods() {
        let place = |name: &'static str| Place { name, ..Place::of::<Encode>(0, false) };
        assert!(place("__add__").is_operator("list"));
        assert!(place("__getitem__").is_operator("tuple"));
        assert!(!place("__getitem__").is_operator("list"));
        assert!(!place("__contains__").is_operator("set"));
        assert!(!place("__round__").is_operator("int"));
        assert!(!place("encode").is_operator("str"));
    }

    #[test]
    fn storage_is_found_by_type() {
        let list = List::value(vec![Value::Int(1)]);
        assert!(storage::<List>(&list).is_some());
        assert!(storage::<Tuple>(&list).is_none());
        assert!(storage::<List>(&Value::None).is_none());
    }
}
