//! `Value`: 16 bytes, a small number or a counted pointer.
//!
//! A pointer carries the [`Kind`] of what it points at. Types that can be pointed at implement [`Object`]; the pairing of a kind with its
//! type, made only here ([`Value::from`] of a `Gc<T>`, [`Value::of_kind`]), is what makes the casts sound. The language would let others pair them
//! anew: `tests/architecture.rs` refuses that, and builds with debug assertions check each cast.
#![allow(unsafe_code)]

use std::mem::MaybeUninit;

use crate::heap::{Dead, Erased, Gc, HeapType, Visitor};

/// What a pointer points at.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Kind {
    Str,
    BigInt,
    Bytes,
    ByteArray,
    Tuple,
    List,
    Dict,
    Set,
    FrozenSet,
    Range,
    Slice,
    Function,
    Native,
    BoundMethod,
    Class,
    Instance,
    Exception,
    Module,
    Cell,
    Generator,
    Iterator,
    Code,
    Property,
    ClassMethod,
    StaticMethod,
    Super,
    Traceback,
    DictView,
    MappingProxy,
    WeakRef,
    Complex,
    GenericAlias,
    AsyncStep,
    Awaitable,
    Future,
    Task,
    Opaque,
}

impl Kind {
    /// How many kinds there are.
    pub const COUNT: usize = Kind::Opaque as usize + 1;

    /// Whether objects of this kind hold nothing, so that the collector knows none of them.
    #[inline(always)]
    pub const fn is_atomic(self) -> bool {
        matches!(
            self,
            Kind::Str | Kind::BigInt | Kind::Bytes | Kind::ByteArray | Kind::Range | Kind::Native | Kind::Code | Kind::Complex
        )
    }
}

/// A kind as a type, for [`Taken`].
pub struct KindNumber<const KIND: u8>;

/// Implemented for each kind where its type is named, so that the compiler refuses to name a second one.
pub trait Taken {}

/// A heap type that values point at: `KIND` belongs to exactly one type.
///
/// # Safety
/// No other type has the same `KIND`.
pub unsafe trait Object: HeapType {
    /// The type's tag.
    const KIND: Kind;
}

/// A value of the language, or the absence of one.
#[derive(Default)]
#[repr(u8)]
pub enum Value {
    /// Nothing: an unbound variable, a free register, an argument that was not given.
    #[default]
    Unset,
    /// `None`
    None,
    /// `NotImplemented`
    NotImplemented,
    /// `...`
    Ellipsis,
    /// `True` or `False`
    Bool(bool),
    /// An int of 64 bits; others are [`Kind::BigInt`].
    Int(i64),
    /// A float.
    Float(f64),
    /// Anything on the heap.
    Object(Kind, Erased),
}

const _: () = assert!(size_of::<Value>() == 16 && size_of::<Option<Value>>() == 16);

impl Clone for Value {
    #[inline(always)]
    fn clone(&self) -> Value {
        if let Value::Object(_, object) = self {
            std::mem::forget(object.clone());
        }
        // SAFETY: the one thing in a value that is not plain data, the reference, was counted just now.
        unsafe { std::ptr::read(self) }
    }

    #[inline(always)]
    fn clone_from(&mut self, source: &Value) {
        if let Value::Object(_, object) = source {
            std::mem::forget(object.clone());
        }
        // SAFETY: the one thing in a value that is not plain data, the reference, was counted just now.
        unsafe { Words::read(source).put(self) }
    }
}

/// A value on its way between two places, as the two machine words that it is made of.
///
/// The machine moves values word by word: a processor that has to read back in one piece what was just written in several waits until the
/// writes have left its store buffer, and a value that was computed a moment ago is moved all the time. For the same reason
/// numbers are written with their tag as a whole word ([`Value::set_int`]).
#[must_use]
pub struct Words(MaybeUninit<u64>, MaybeUninit<u64>);

impl Words {
    /// Reads the words of a value without counting a reference.
    ///
    /// # Safety
    /// Of the value and its words only one may be used as a value afterwards, unless a reference is counted for the other.
    #[inline(always)]
    unsafe fn read(from: *const Value) -> Words {
        let words = from.cast::<MaybeUninit<u64>>();
        // SAFETY: a value is two aligned words. Volatile, so that the two reads stay two.
        unsafe { Words(words.read_volatile(), words.add(1).read_volatile()) }
    }

    /// Copies a value.
    ///
    /// # Safety
    /// The place holds a value.
    #[inline(always)]
    pub unsafe fn copy(from: *const Value) -> Words {
        // SAFETY: the caller's place; the reference, if there is one, is counted.
        unsafe {
            if let Value::Object(_, object) = &*from {
                std::mem::forget(object.clone());
            }
            Words::read(from)
        }
    }

    /// Moves a value out, leaving nothing.
    ///
    /// # Safety
    /// The place holds a value.
    #[inline(always)]
    pub unsafe fn take(from: *mut Value) -> Words {
        // SAFETY: the place is written at once without dropping, so only the words are the value from here on.
        unsafe {
            let words = Words::read(from);
            from.cast::<u64>().write(UNSET);
            words
        }
    }

    /// Those of a value.
    #[inline(always)]
    pub fn of(value: Value) -> Words {
        let value = std::mem::ManuallyDrop::new(value);
        // SAFETY: the value isn't dropped, so only the words are it from here on.
        unsafe { Words::read(&raw const *value) }
    }

    /// Whether they are anything but [`Value::Unset`].
    #[inline(always)]
    pub fn is_set(&self) -> bool {
        // SAFETY: the first byte of a value, its tag, is always written.
        unsafe { (&raw const self.0).cast::<u8>().read() != UNSET as u8 }
    }

    /// Whether they hold no object.
    #[inline(always)]
    pub fn is_plain(&self) -> bool {
        // SAFETY: as in `is_set`.
        unsafe { (&raw const self.0).cast::<u8>().read() != OBJECT as u8 }
    }

    /// An int.
    #[inline(always)]
    pub fn int(int: i64) -> Words {
        Words::plain(INT, int as u64)
    }

    /// A float.
    #[inline(always)]
    pub fn float(float: f64) -> Words {
        Words::plain(FLOAT, float.to_bits())
    }

    /// A bool.
    #[inline(always)]
    pub fn bool(bool: bool) -> Words {
        // The bool itself is the byte after the tag.
        Words::plain(BOOL | u64::from(bool) << 8, 0)
    }

    /// `None`
    #[inline(always)]
    pub fn none() -> Words {
        Words::plain(NONE, 0)
    }

    /// Nothing.
    #[inline(always)]
    pub fn unset() -> Words {
        Words::plain(UNSET, 0)
    }

    /// Unsets a place without dropping what it holds.
    ///
    /// # Safety
    /// The place is valid for a value.
    #[inline(always)]
    pub unsafe fn write_unset(place: *mut Value) {
        // SAFETY: the caller's place. Volatile, so that a short loop of these stays one.
        unsafe { place.cast::<u64>().write_volatile(UNSET) };
    }

    #[inline(always)]
    fn plain(first: u64, second: u64) -> Words {
        Words(MaybeUninit::new(first), MaybeUninit::new(second))
    }

    /// Puts the value into a place that holds one; the object that was there, if that was its last reference, is for the caller to destroy.
    ///
    /// # Safety
    /// The place holds a value.
    #[inline(always)]
    pub unsafe fn replace(self, to: *mut Value) -> Option<Dead> {
        // SAFETY: the old value is read before its place is written, and its reference given up once.
        unsafe {
            if let Value::Object(_, object) = &*to {
                let old = std::ptr::read(object);
                self.write(to);
                old.let_go()
            } else {
                self.write(to);
                None
            }
        }
    }

    /// The value.
    #[inline(always)]
    pub fn into_value(self) -> Value {
        let mut value = MaybeUninit::uninit();
        // SAFETY: the place is written as a whole.
        unsafe {
            self.write(value.as_mut_ptr());
            value.assume_init()
        }
    }

    /// Puts the value into a place that holds one.
    #[inline(always)]
    pub fn put(self, to: &mut Value) {
        // SAFETY: the reference holds a value.
        if let Some(dead) = unsafe { self.replace(to) } {
            dead.destroy();
        }
    }

    /// Puts the value into a place that holds none, not even `Unset`.
    ///
    /// # Safety
    /// The place is valid for a value; one that it holds is not dropped.
    #[inline(always)]
    pub unsafe fn write(self, to: *mut Value) {
        let words = to.cast::<MaybeUninit<u64>>();
        // SAFETY: a value is two aligned words, and these came from one.
        unsafe {
            words.write_volatile(self.0);
            words.add(1).write_volatile(self.1);
        }
    }

    /// Unsets a place unless it holds an object; whether it could.
    ///
    /// # Safety
    /// The place holds a value.
    #[inline(always)]
    pub unsafe fn unset_plain(place: *mut Value) -> bool {
        // SAFETY: what is overwritten holds no reference.
        unsafe {
            if (*place).kind().is_some() {
                return false;
            }
            place.cast::<u64>().write(UNSET);
            true
        }
    }

    /// Gives up the object that a place holds, unless that was its last reference; whether the place holds none now.
    ///
    /// # Safety
    /// The place holds a value.
    #[inline(always)]
    pub unsafe fn unset_shared(place: *mut Value) -> bool {
        // SAFETY: the reference is given up once, and its place then holds nothing.
        unsafe {
            let Value::Object(_, object) = &*place else { return true };
            if object.is_last() {
                return false;
            }
            // It is not the last one, so there is nothing to destroy.
            let _ = std::ptr::read(object).let_go();
            place.cast::<u64>().write(UNSET);
            true
        }
    }
}

/// Appends a value that was computed just now ([`Value::put_new`]).
#[inline(always)]
pub fn push_new(items: &mut Vec<Value>, value: Value) {
    items.push(Value::Unset);
    if let Some(last) = items.last_mut() {
        last.put_new(value);
    }
}

/// Copies values to places that hold none.
///
/// # Safety
/// So many places from `to` on are valid for values, and none of them is one of `items`.
#[inline]
pub unsafe fn copy_values(items: &[Value], to: *mut Value) {
    for item in items {
        if let Value::Object(_, object) = item {
            std::mem::forget(object.clone());
        }
    }
    // SAFETY: the caller's places; the references were counted just now.
    unsafe { to.copy_from_nonoverlapping(items.as_ptr(), items.len()) };
}

/// Copies of values, in a vector.
#[inline]
pub fn copied(items: &[Value]) -> Vec<Value> {
    let mut all = Vec::with_capacity(items.len());
    // SAFETY: there is room for all of them.
    unsafe {
        copy_values(items, all.as_mut_ptr());
        all.set_len(items.len());
    }
    all
}

/// So many more copies of a value, for which there is room or memory.
#[inline]
pub fn push_copies(items: &mut Vec<Value>, value: &Value, count: usize) {
    match value {
        Value::Int(number) => items.extend((0..count).map(|_| Value::Int(*number))),
        Value::Float(number) => items.extend((0..count).map(|_| Value::Float(*number))),
        Value::None => items.extend((0..count).map(|_| Value::None)),
        _ => items.extend((0..count).map(|_| value.clone())),
    }
}

/// First words of values without reference: the tag, which is the enum's discriminant, and zeros.
const UNSET: u64 = 0;
const NONE: u64 = 1;
const NOT_IMPLEMENTED: u64 = 2;
const ELLIPSIS: u64 = 3;
const BOOL: u64 = 4;
const INT: u64 = 5;
const FLOAT: u64 = 6;
/// The tag of a pointer; its kind is the byte after it.
const OBJECT: u64 = 7;

impl Value {
    /// The value of a pointer whose kind was remembered apart from it.
    ///
    /// # Safety
    /// The object is of that kind's type.
    #[inline]
    pub unsafe fn of_kind(kind: Kind, object: Erased) -> Value {
        Value::Object(kind, object)
    }

    /// The object of type `T` that this points at.
    #[inline(always)]
    pub fn get<T: Object>(&self) -> Option<&T> {
        match self {
            // SAFETY: the kind belongs to `T` alone.
            Value::Object(kind, object) if *kind == T::KIND => Some(unsafe { object.as_ref() }),
            _ => None,
        }
    }

    /// The pointer to an object of type `T`.
    #[inline(always)]
    pub fn gc<T: Object>(&self) -> Option<&Gc<T>> {
        match self {
            // SAFETY: the kind belongs to `T` alone.
            Value::Object(kind, object) if *kind == T::KIND => Some(unsafe { object.as_gc() }),
            _ => None,
        }
    }

    /// Writes an int here.
    #[inline(always)]
    pub fn set_int(&mut self, int: i64) {
        self.set_plain(INT, int as u64);
    }

    /// Writes a float here.
    #[inline(always)]
    pub fn set_float(&mut self, float: f64) {
        self.set_plain(FLOAT, float.to_bits());
    }

    /// Writes a bool here.
    #[inline(always)]
    pub fn set_bool(&mut self, bool: bool) {
        // The bool itself is the byte after the tag.
        self.set_plain(BOOL | u64::from(bool) << 8, 0);
    }

    /// Moves a value that was computed just now here. Its words are put together from what they were written in: read as they are, they
    /// would wait for the store buffer (see [`Words`]).
    #[inline(always)]
    pub fn put_new(&mut self, value: Value) {
        let words = match value {
            Value::Int(int) => Words::int(int),
            Value::Float(float) => Words::float(float),
            Value::Bool(bool) => Words::bool(bool),
            Value::None => Words::none(),
            Value::Object(kind, object) => {
                let second = std::mem::MaybeUninit::<u64>::uninit();
                let mut words = Words(MaybeUninit::new(OBJECT | (kind as u64) << 8), second);
                // SAFETY: the second word of a value that points at something is the pointer, and this one's reference moves there.
                unsafe { (&raw mut words.1).cast::<Erased>().write(object) };
                words
            }
            other => {
                *self = other;
                return;
            }
        };
        words.put(self);
    }

    /// Moves a value from another place here, leaving nothing there.
    #[inline(always)]
    pub fn take_from(&mut self, other: &mut Value) {
        // SAFETY: a reference's place holds a value.
        unsafe { Words::take(other) }.put(self);
    }

    /// Unsets this.
    #[inline(always)]
    pub fn unset(&mut self) {
        self.set_plain(UNSET, 0);
    }

    #[inline(always)]
    fn set_plain(&mut self, first: u64, second: u64) {
        // SAFETY: the old value is dropped before its place is written, and the words are those of a value without reference: `words_of_numbers`
        // proves the layout.
        unsafe {
            std::ptr::drop_in_place(self);
            let words = std::ptr::from_mut(self).cast::<u64>();
            words.write_volatile(first);
            words.add(1).write_volatile(second);
        }
    }

    /// The pointer to an object of type `T`, exclusively.
    #[inline(always)]
    pub fn gc_mut<T: Object>(&mut self) -> Option<&mut Gc<T>> {
        match self {
            // SAFETY: the kind belongs to `T` alone.
            Value::Object(kind, object) if *kind == T::KIND => Some(unsafe { object.as_gc_mut() }),
            _ => None,
        }
    }

    /// The pointer to an object of type `T`, or the value back.
    #[inline(always)]
    pub fn into_gc<T: Object>(self) -> Result<Gc<T>, Value> {
        match self {
            // SAFETY: the kind belongs to `T` alone.
            Value::Object(kind, object) if kind == T::KIND => Ok(unsafe { object.into_gc() }),
            other => Err(other),
        }
    }

    /// Whether this points at a `T`.
    #[inline(always)]
    pub fn is<T: Object>(&self) -> bool {
        self.kind() == Some(T::KIND)
    }

    /// What this points at, if it is a pointer.
    #[inline(always)]
    pub fn kind(&self) -> Option<Kind> {
        match self {
            Value::Object(kind, _) => Some(*kind),
            _ => None,
        }
    }

    /// Whether it can't be part of a cycle: a number, a text and the like.
    #[inline(always)]
    pub fn is_atom(&self) -> bool {
        !matches!(self, Value::Object(kind, _) if !kind.is_atomic())
    }

    /// What the first word says, and zeros for the rest of it. Objects and ints first: keys mostly are.
    #[inline(always)]
    pub fn head(&self) -> u64 {
        match self {
            Value::Object(kind, _) => OBJECT | (*kind as u64) << 8,
            Value::Int(_) => INT,
            _ => self.rare_head(),
        }
    }

    #[inline(never)]
    fn rare_head(&self) -> u64 {
        match self {
            Value::Bool(bool) => BOOL | u64::from(*bool) << 8,
            Value::Float(_) => FLOAT,
            Value::None => NONE,
            Value::NotImplemented => NOT_IMPLEMENTED,
            Value::Ellipsis => ELLIPSIS,
            _ => UNSET,
        }
    }

    /// Whether there is a value.
    #[inline(always)]
    pub fn is_set(&self) -> bool {
        !matches!(self, Value::Unset)
    }

    /// Whether this is `None`.
    #[inline(always)]
    pub fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The value, or `None` where there is none.
    pub fn set_or_none(self) -> Value {
        if let Value::Unset = self { Value::None } else { self }
    }

    /// `is`: the same object; numbers and singletons by their values.
    #[inline]
    pub fn same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Object(_, a), Value::Object(_, b)) => a.address() == b.address(),
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Float(a), Value::Float(b)) => a.to_bits() == b.to_bits(),
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::None, Value::None) | (Value::NotImplemented, Value::NotImplemented) => true,
            (Value::Ellipsis, Value::Ellipsis) | (Value::Unset, Value::Unset) => true,
            _ => false,
        }
    }

    /// Whether this is the only reference to an object.
    #[inline(always)]
    pub fn is_last_reference(&self) -> bool {
        matches!(self, Value::Object(_, object) if object.is_last())
    }

    /// Whether this is one of at most two references to an object.
    #[inline(always)]
    pub fn is_within_last_two(&self) -> bool {
        matches!(self, Value::Object(_, object) if object.count() <= 2)
    }

    /// Visits the reference that this may hold.
    #[inline]
    pub fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Value::Object(_, object) = self {
            visitor.erased(object);
        }
    }
}

impl<T: Object> From<Gc<T>> for Value {
    #[inline(always)]
    fn from(object: Gc<T>) -> Value {
        Value::Object(T::KIND, object.erase())
    }
}

impl From<bool> for Value {
    #[inline(always)]
    fn from(value: bool) -> Value {
        Value::Bool(value)
    }
}

impl From<i64> for Value {
    #[inline(always)]
    fn from(value: i64) -> Value {
        Value::Int(value)
    }
}

impl From<usize> for Value {
    /// Sizes and counts always fit.
    #[inline(always)]
    fn from(value: usize) -> Value {
        Value::Int(value as i64)
    }
}

impl From<()> for Value {
    #[inline(always)]
    fn from((): ()) -> Value {
        Value::None
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    #[inline(always)]
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::None, T::into)
    }
}

impl From<f64> for Value {
    #[inline(always)]
    fn from(value: f64) -> Value {
        Value::Float(value)
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, Words};

    #[test]
    fn words_of_numbers() {
        let mut value = Value::None;
        value.set_int(-7);
        assert!(matches!(value, Value::Int(-7)));
        value.set_float(2.5);
        assert!(matches!(value, Value::Float(float) if float == 2.5));
        for truth in [true, false] {
            value.set_bool(truth);
            assert!(matches!(value, Value::Bool(seen) if seen == truth));
        }
        value.unset();
        assert!(matches!(value, Value::Unset));
        value.put_new(Value::Int(i64::MAX));
        assert!(matches!(value, Value::Int(i64::MAX)));
        value.put_new(Value::Ellipsis);
        assert!(matches!(value, Value::Ellipsis));
        Words::none().put(&mut value);
        assert!(matches!(value, Value::None));
    }
}
