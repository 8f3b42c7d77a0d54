//! Hash and equality of what can be compared without running scripts: numbers, strings, bytes, objects that go by identity, what derives
//! from them without methods of its own, and tuples of all these. Tuples nested deeper than [`DEEPEST`] are left to the machine, which counts.
//!
//! Hashes of numbers and tuples are CPython's (`sys.hash_info`: modulus 2^61 - 1), because the order of a set of numbers follows from them.

use num_traits::ToPrimitive;

use super::{BigIntObject, Bytes, Class, Complex, Exception, Instance, Keyed, Opaque, Str, Tuple};
use crate::value::{Kind, Value};

/// The Mersenne prime that numeric hashes are reduced by.
const MODULUS: u64 = (1 << 61) - 1;

/// How deep tuples are followed.
const DEEPEST: u32 = 50;

/// Equality of keys, where it is known without running scripts.
#[inline]
pub fn quick_eq(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Object(Kind::Str, x), Value::Object(Kind::Str, y)) => {
            Some(x.address() == y.address() || a.get::<Str>().map(Str::as_str) == b.get::<Str>().map(Str::as_str))
        }
        (Value::Object(Kind::Tuple, _), Value::Object(Kind::Tuple, _)) => {
            tuples(a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items(), DEEPEST)
        }
        _ => eq_within(a, b, DEEPEST),
    }
}

fn eq_within(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) => Some(a == b),
        (Value::Float(a), Value::Float(b)) => Some(a == b),
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => Some(int_equals_float(*a, *b)),
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Bool(a), other) | (other, Value::Bool(a)) => eq_within(&Value::Int(i64::from(*a)), other, depth),
        (Value::Object(ka, x), Value::Object(kb, y)) => {
            if x.address() == y.address() {
                return Some(true);
            }
            match (ka, kb) {
                (Kind::Str, Kind::Str) => Some(a.get::<Str>()?.as_str() == b.get::<Str>()?.as_str()),
                (Kind::Tuple, Kind::Tuple) => tuples(a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items(), depth),
                (Kind::Complex, Kind::Complex) => Some(a.get::<Complex>()? == b.get::<Complex>()?),
                (Kind::Bytes, Kind::Bytes) => Some(a.get::<Bytes>()?.data() == b.get::<Bytes>()?.data()),
                (Kind::BigInt, Kind::BigInt) => Some(a.get::<BigIntObject>()? == b.get::<BigIntObject>()?),
                (Kind::Str | Kind::Bytes | Kind::Tuple | Kind::BigInt, Kind::Str | Kind::Tuple | Kind::BigInt) => Some(false),
                _ => by_terms(a, b, depth),
            }
        }
        (Value::Float(float), Value::Object(Kind::BigInt, _)) => big_equals_float(b, *float),
        (Value::Object(Kind::BigInt, _), Value::Float(float)) => big_equals_float(a, *float),
        (simple, Value::Object(kind, _)) | (Value::Object(kind, _), simple) => {
            debug_assert!(simple.kind().is_none());
            if matches!(kind, Kind::Str | Kind::Bytes | Kind::Tuple | Kind::BigInt | Kind::List | Kind::Dict) {
                return Some(false);
            }
            by_terms(a, b, depth)
        }
        _ => Some(a.same(b)),
    }
}

fn tuples(a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    let depth = depth.checked_sub(1)?;
    for (a, b) in a.iter().zip(b) {
        let equal = match (a, b) {
            (Value::Int(a), Value::Int(b)) => a == b,
            (Value::Object(_, x), Value::Object(_, y)) if x.address() == y.address() => true,
            _ => a.same(b) || eq_within(a, b, depth)?,
        };
        if !equal {
            return Some(false);
        }
    }
    Some(true)
}

/// The hash of a tuple, which remembers it, as CPython's does.
#[inline]
fn hash_tuple(tuple: &Tuple, depth: u32) -> Option<i64> {
    if let Some(known) = tuple.hash() {
        return Some(known);
    }
    let mut hash = TupleHash::default();
    for item in tuple.items() {
        hash.add(match item {
            Value::Int(int) => hash_int(*int),
            Value::Object(Kind::Str, _) => item.get::<Str>()?.hash(),
            _ => hash_within(item, depth)?,
        });
    }
    let hash = hash.finish();
    tuple.set_hash(hash);
    Some(hash)
}

/// What a search through items came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Search {
    /// The value is, or equals, the item here.
    At(usize),
    /// It is not among them.
    Absent,
    /// It is not before here, where only the machine can tell.
    Ask(usize),
}

/// Where a value is among items.
#[inline]
pub fn position(items: &[Value], value: &Value) -> Search {
    let mut start = 0;
    match value {
        Value::Int(number) => {
            // What begins with ints needs no more than their comparison.
            for (place, item) in items.iter().enumerate() {
                match item {
                    Value::Int(other) if other == number => return Search::At(place),
                    Value::Int(_) => {}
                    _ => break,
                }
                start = place + 1;
            }
        }
        Value::Object(Kind::Str, object) => {
            let text = value.get::<Str>().map_or("", Str::as_str);
            for (place, item) in items.iter().enumerate() {
                match item {
                    Value::Object(Kind::Str, other) if other.address() == object.address() => return Search::At(place),
                    Value::Object(Kind::Str, _) if item.get::<Str>().is_some_and(|other| other.as_str() == text) => {
                        return Search::At(place);
                    }
                    Value::Object(Kind::Str, _) => {}
                    _ => break,
                }
                start = place + 1;
            }
        }
        _ => {}
    }
    for (place, item) in items.iter().enumerate().skip(start) {
        match if item.same(value) { Some(true) } else { quick_eq(item, value) } {
            Some(true) => return Search::At(place),
            Some(false) => {}
            None => return Search::Ask(place),
        }
    }
    Search::Absent
}

/// On what terms a value is compared and hashed.
enum Terms<'a> {
    /// It is equal to itself only.
    Identity,
    /// As this value, of a built-in type.
    Carried(&'a Value),
    /// As its built-in type does, which knows nothing of other types' values.
    Own,
    /// By a method.
    Methods,
}

#[inline]
fn terms(value: &Value) -> Terms<'_> {
    let by_class = |class: &Class| if class.keyed() == Keyed::Identity { Terms::Identity } else { Terms::Methods };
    let Value::Object(kind, _) = value else { return Terms::Own };
    match kind {
        Kind::Instance => value.get::<Instance>().map_or(Terms::Methods, |instance| match instance.class.borrow().keyed() {
            Keyed::Identity => Terms::Identity,
            Keyed::Carried => instance.payload().map_or(Terms::Methods, Terms::Carried),
            _ => Terms::Methods,
        }),
        Kind::Exception => value.get::<Exception>().map_or(Terms::Methods, |it| by_class(&it.class.borrow())),
        Kind::Opaque => value.get::<Opaque>().map_or(Terms::Methods, |it| by_class(&it.class.borrow())),
        Kind::Class => match value.get::<Class>().and_then(|class| class.metaclass.get()) {
            Some(meta) => by_class(meta),
            None => Terms::Methods,
        },
        Kind::Function | Kind::Module | Kind::Generator => Terms::Identity,
        Kind::Str | Kind::BigInt | Kind::Bytes | Kind::ByteArray | Kind::Tuple | Kind::List | Kind::Dict | Kind::Complex => {
            Terms::Own
        }
        _ => Terms::Methods,
    }
}

/// Whether a key is an instance whose class has to be asked for its hash and its equality: then nothing is known of it without.
#[inline(always)]
pub fn is_asked(key: &Value) -> bool {
    key.get::<Instance>().is_some_and(|instance| instance.class.borrow().keyed() == Keyed::Methods)
}

/// Equality of two different objects, or of an object and a simple value, one of which has its class to ask.
#[inline(never)]
fn by_terms(a: &Value, b: &Value, depth: u32) -> Option<bool> {
    match (terms(a), terms(b)) {
        (Terms::Methods, _) | (_, Terms::Methods) | (Terms::Own, Terms::Own) => None,
        (Terms::Identity, _) | (_, Terms::Identity) => Some(false),
        (Terms::Carried(a), Terms::Carried(b)) => eq_within(a, b, depth),
        (Terms::Carried(a), Terms::Own) => eq_within(a, b, depth),
        (Terms::Own, Terms::Carried(b)) => eq_within(a, b, depth),
    }
}

fn int_equals_float(int: i64, float: f64) -> bool {
    // Beyond 2^53 the conversion may round: compare as integers then.
    float == int as f64 && (int.unsigned_abs() <= 1 << 53 || (float < 9.3e18 && float as i128 == i128::from(int)))
}

fn big_equals_float(big: &Value, float: f64) -> Option<bool> {
    let number = big.get::<BigIntObject>()?.number();
    Some(
        num_traits::FromPrimitive::from_f64(float)
            .is_some_and(|other: num_bigint::BigInt| float.fract() == 0.0 && *number == other),
    )
}

/// The hash, where it is known without running scripts; `None` for all other types, hashable or not.
#[inline]
pub fn quick_hash(value: &Value) -> Option<i64> {
    match value {
        Value::Int(int) => Some(hash_int(*int)),
        Value::Object(Kind::Str, _) => Some(value.get::<Str>()?.hash()),
        Value::Object(Kind::Tuple, _) => hash_tuple(value.get::<Tuple>()?, DEEPEST - 1),
        _ => hash_within(value, DEEPEST),
    }
}

/// The same, with no call where a small int or a text's hash is known already.
#[inline(always)]
pub(super) fn hash_at_hand(value: &Value) -> Option<i64> {
    let known = match value {
        Value::Int(int) => Some(*int).filter(|int| (0..MODULUS as i64).contains(int)),
        Value::Object(Kind::Str, _) => value.get::<Str>().and_then(Str::known_hash),
        _ => None,
    };
    if known.is_some() { known } else { quick_hash(value) }
}

fn hash_within(value: &Value, depth: u32) -> Option<i64> {
    match value {
        Value::Int(int) => Some(hash_int(*int)),
        Value::Object(Kind::Str, _) => Some(value.get::<Str>()?.hash()),
        Value::Bool(bool) => Some(i64::from(*bool)),
        Value::Float(float) => Some(hash_float(*float)),
        Value::None => Some(0xfca8_6420),
        Value::Ellipsis => Some(0x0e11_1195),
        Value::NotImplemented => Some(0x0e11_2296),
        Value::Object(Kind::Tuple, _) => hash_tuple(value.get::<Tuple>()?, depth.checked_sub(1)?),
        Value::Object(Kind::Complex, _) => Some(hash_complex(*value.get::<Complex>()?)),
        Value::Object(Kind::Bytes, _) => Some(value.get::<Bytes>()?.hash()),
        Value::Object(Kind::BigInt, _) => {
            let big = value.get::<BigIntObject>()?;
            if let Some(number) = big.wide() {
                return Some(not_minus_one((number % i128::from(MODULUS)) as i64));
            }
            let number = big.number();
            let reduced = (number.magnitude() % MODULUS).to_i64()?;
            Some(not_minus_one(if number.sign() == num_bigint::Sign::Minus { -reduced } else { reduced }))
        }
        _ => match terms(value) {
            Terms::Identity => Some(identity_hash(value)),
            Terms::Carried(carried) => hash_within(carried, depth),
            Terms::Own | Terms::Methods => None,
        },
    }
}

/// The hash of an object that goes by identity.
pub fn identity_hash(value: &Value) -> i64 {
    match value {
        // As CPython: the address turned right by four bits, which are zero.
        Value::Object(_, object) => (object.address() as u64).rotate_right(4) as i64,
        _ => 0,
    }
}

/// -1 means an error to CPython, so no hash is -1.
fn not_minus_one(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The hash of an int.
#[inline]
pub fn hash_int(int: i64) -> i64 {
    if (0..MODULUS as i64).contains(&int) {
        return int;
    }
    let reduced = (int.unsigned_abs() % MODULUS) as i64;
    not_minus_one(if int < 0 { -reduced } else { reduced })
}

/// The hash of a float: equal to that of the int it equals. A NaN hashes to 0 here (CPython: by identity).
pub fn hash_float(float: f64) -> i64 {
    if float.is_infinite() {
        return if float > 0.0 { 314_159 } else { -314_159 };
    }
    if float.is_nan() {
        return 0;
    }
    if float.fract() == 0.0 && float.abs() < 9.0e18 {
        return hash_int(float as i64);
    }
    let bits = float.abs().to_bits();
    let raw_exponent = (bits >> 52) as i64;
    let mantissa = bits & ((1 << 52) - 1) | if raw_exponent == 0 { 0 } else { 1 << 52 };
    let exponent = raw_exponent.max(1) - 1075;
    // mantissa * 2^exponent modulo 2^61 - 1: a power of two rotates the 61 bits.
    let turn = exponent.rem_euclid(61) as u32;
    let reduced = mantissa % MODULUS;
    let rotated = if turn == 0 { reduced } else { (reduced << turn) & MODULUS | reduced >> (61 - turn) };
    let hash = (rotated % MODULUS) as i64;
    not_minus_one(if float < 0.0 { -hash } else { hash })
}

/// The hash of a complex number: equal to that of the real one it equals.
pub fn hash_complex(number: Complex) -> i64 {
    not_minus_one(hash_float(number.re).wrapping_add(hash_float(number.im).wrapping_mul(1_000_003)))
}

/// The hash of a tuple, from the hashes of its items (xxHash's mixing, as in CPython since 3.8).
pub struct TupleHash {
    mixed: u64,
    count: u64,
}

const PRIME_1: u64 = 11_400_714_785_074_694_791;
const PRIME_2: u64 = 14_029_467_366_897_019_727;
const PRIME_5: u64 = 2_870_177_450_012_600_261;

impl Default for TupleHash {
    fn default() -> TupleHash {
        TupleHash { mixed: PRIME_5, count: 0 }
    }
}

impl TupleHash {
    /// Mixes the hash of the next item in.
    #[inline]
    pub fn add(&mut self, item: i64) {
        let lane = (item as u64).wrapping_mul(PRIME_2);
        self.mixed = self.mixed.wrapping_add(lane).rotate_left(31).wrapping_mul(PRIME_1);
        self.count += 1;
    }

    /// The hash.
    pub fn finish(self) -> i64 {
        let hash = self.mixed.wrapping_add(self.count ^ (PRIME_5 ^ 3_527_539));
        if hash == u64::MAX { 1_546_275_796 } else { hash as i64 }
    }
}

/// The hash of text or bytes: quick, the same in every run.
#[inline]
pub fn hash_bytes(bytes: &[u8]) -> i64 {
    use std::hash::Hasher;
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(bytes);
    not_minus_one(hasher.finish() as i64)
}
