//! The module `random`: the Mersenne Twister with CPython's sequences for every seed, and the operating system's entropy.
//!
//! The functions of the module are methods of one generator that it makes, seeded by the system.

mod choose;
mod distributions;
mod twister;

use std::cell::{Cell, RefCell};
use std::io::Read;
use std::rc::Rc;

use num_bigint::{BigInt, Sign};
use num_traits::{ToPrimitive, Zero};
use sha2::{Digest, Sha512};

use crate::builtins::number::convert::{as_int, big, bytes_of};
use crate::heap::Gc;
use crate::object::{BoundMethod, Bytes, Class, Layout, Module, NativeData, Opaque, Str, Tuple, int_value, quick_hash};
use crate::value::{Kind, Value};
use crate::vm::{Fault, FromArg, Own, Place, Result, Row, Vm, method, static_method};

use super::NativeModule;
use twister::{Twister, WORDS};

/// The version of states that `getstate` gives.
const VERSION: i64 = 3;
/// Bits beyond this only exhaust the memory.
const MOST_BITS: i64 = 1 << 36;

/// The module's functions.
static FUNCTIONS: &[&str] = &[
    "seed",
    "random",
    "getrandbits",
    "randbytes",
    "getstate",
    "setstate",
    "randrange",
    "randint",
    "choice",
    "choices",
    "shuffle",
    "sample",
    "uniform",
    "triangular",
    "normalvariate",
    "gauss",
    "lognormvariate",
    "expovariate",
    "vonmisesvariate",
    "gammavariate",
    "betavariate",
    "paretovariate",
    "weibullvariate",
    "binomialvariate",
];

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args)", new, "A generator of its own."),
    method!("__init__", "def (self, x=None)", init, "Seeds the generator."),
    method!(
        "seed",
        "def (self, a=None, version=2)",
        seed,
        "Starts the sequence that belongs to a seed; by entropy without one."
    ),
    method!("random", "(self, /)", random, "A float from 0.0 below 1.0."),
    method!("getrandbits", "(self, k, /)", random_bits, "An int of k random bits."),
    method!("randbytes", "def (self, n)", random_bytes, "n random bytes."),
    method!("getstate", "def (self)", get_state, "The state, for `setstate`."),
    method!("setstate", "def (self, state)", set_state, "Goes on from a state of `getstate`."),
];

/// The module.
pub static MODULE: NativeModule =
    NativeModule::new("random", "Numbers that look random: the Mersenne Twister, and the system's entropy.").set_up(set_up);

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    let names = &module.namespace;
    let object = vm.types.object.clone();
    let class = vm.native_class("Random", "random", &object, Layout::Native(Kind::Opaque));
    for rows in [ROWS, choose::ROWS, distributions::ROWS] {
        vm.add_methods(&class, rows);
    }
    let system = vm.native_class("SystemRandom", "random", &class, Layout::Native(Kind::Opaque));
    vm.add_methods(&system, SYSTEM_ROWS);
    let instance: Value = Generator::object(class.clone(), Twister::by_words(&entropy_words()), false);
    for name in FUNCTIONS {
        let name = vm.intern(name);
        if let Some(function) = class.lookup(&name) {
            names.set_str(&name, Gc::new(BoundMethod { function, receiver: instance.clone() }).into());
        }
    }
    names.set_str(&vm.intern("Random"), class.into());
    names.set_str(&vm.intern("SystemRandom"), system.into());
    Ok(())
}

/// What a generator object stores.
struct Generator {
    twister: RefCell<Twister>,
    /// `gauss` makes two numbers at a time.
    gauss_next: Cell<Option<f64>>,
    /// Every number comes from the operating system.
    system: bool,
}

/// The storage of a generator object; counted, so that it outlives what its methods call.
struct Storage(Rc<Generator>);

impl NativeData for Storage {}

impl Generator {
    fn object(class: Gc<Class>, twister: Twister, system: bool) -> Value {
        let generator = Generator { twister: RefCell::new(twister), gauss_next: Cell::new(None), system };
        Opaque::new(class, Storage(Rc::new(generator))).into()
    }

    fn word(&self) -> u32 {
        if self.system { u32::from_le_bytes(entropy()) } else { self.twister.borrow_mut().word() }
    }

    /// A float from 0.0 below 1.0.
    fn random(&self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// Up to 64 random bits, at least one.
    fn bits_u64(&self, count: u32) -> u64 {
        if count <= 32 {
            return u64::from(self.word() >> (32 - count));
        }
        let low = u64::from(self.word());
        low | u64::from(self.word() >> (64 - count)) << 32
    }

    /// An int of random bits.
    fn bits(&self, count: u64) -> BigInt {
        if count == 0 {
            return BigInt::zero();
        }
        let words = count.div_ceil(32);
        let mut digits: Vec<u32> = (0..words).map(|_| self.word()).collect();
        if let Some(last) = digits.last_mut() {
            *last >>= words * 32 - count;
        }
        BigInt::from_slice(Sign::Plus, &digits)
    }

    /// An int from 0 below n, which is positive.
    fn below(&self, n: u64) -> u64 {
        let count = 64 - n.leading_zeros();
        loop {
            let bits = self.bits_u64(count);
            if bits < n {
                return bits;
            }
        }
    }

    /// As [`Generator::below`] for any size.
    fn below_big(&self, n: &BigInt) -> BigInt {
        if let Some(small) = n.to_u64() {
            return self.below(small).into();
        }
        loop {
            let bits = self.bits(n.bits());
            if &bits < n {
                return bits;
            }
        }
    }
}

/// Bytes of the operating system's entropy.
/// Fills memory with random bytes from the system.
pub(super) fn fill(bytes: &mut [u8]) -> std::io::Result<()> {
    std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(bytes))
}

fn entropy<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if fill(&mut bytes).is_err() {
        // Without the device, the keys that the standard library's hash maps get from the system.
        use std::hash::{BuildHasher, Hasher};
        for chunk in bytes.chunks_mut(8) {
            let key = std::collections::hash_map::RandomState::new().build_hasher().finish().to_le_bytes();
            chunk.copy_from_slice(&key[..chunk.len()]);
        }
    }
    bytes
}

fn entropy_words() -> Vec<u32> {
    let bytes: [u8; 64] = entropy();
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]])).collect()
}

/// The generator that a method is called on.
impl<'a> FromArg<'a> for &'a Generator {
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        Own::<Storage>::from_arg(vm, value, place).map(|own| &*own.data.0)
    }
}

fn new(class: &Gc<Class>, _: &[Value]) -> Value {
    Generator::object(class.clone(), Twister::by_words(&entropy_words()), false)
}

fn new_system(class: &Gc<Class>, _: &[Value]) -> Value {
    Generator::object(class.clone(), Twister::by_words(&entropy_words()), true)
}

fn init(vm: &mut Vm, generator: &Generator, x: &Value) -> Result {
    if x.is_none() { Ok(Value::None) } else { seed(vm, generator, x, &Value::Int(2)) }
}

fn seed(vm: &mut Vm, generator: &Generator, a: &Value, version: &Value) -> Result {
    let words = match a {
        Value::None => entropy_words(),
        given => words_of(&seed_number(vm, given, version)?),
    };
    *generator.twister.borrow_mut() = Twister::by_words(&words);
    generator.gauss_next.set(None);
    Ok(Value::None)
}

/// The number that a seed stands for; its magnitude counts.
fn seed_number(vm: &mut Vm, seed: &Value, version: &Value) -> Result<BigInt> {
    let text = vm.native_arg::<Str>(seed);
    let bytes = text.as_ref().map(|text| text.as_str().as_bytes().to_vec()).or_else(|| bytes_of(vm, seed));
    if let Some(mut bytes) = bytes {
        if matches!(version, Value::Int(1)) {
            let codes: Vec<u32> = match &text {
                Some(text) => text.as_str().chars().map(u32::from).collect(),
                None => bytes.into_iter().map(u32::from).collect(),
            };
            return Ok(old_hash(&codes).into());
        }
        let digest = Sha512::digest(&bytes);
        bytes.extend_from_slice(&digest);
        return Ok(BigInt::from_bytes_be(Sign::Plus, &bytes));
    }
    if let Some(int) = as_int(vm, seed) {
        return Ok(big(&int));
    }
    match vm.payload(seed) {
        float @ Value::Float(_) => Ok(BigInt::from(quick_hash(&float).unwrap_or_default() as u64)),
        _ => Err(vm.type_error("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.")),
    }
}

/// How texts were hashed to seeds before version 2.
fn old_hash(codes: &[u32]) -> u64 {
    let first = codes.first().map_or(0, |code| u64::from(*code) << 7);
    let mixed = codes.iter().fold(first, |hash, code| hash.wrapping_mul(1_000_003) ^ u64::from(*code));
    mixed ^ codes.len() as u64
}

/// The words of a number's magnitude, lowest first; one for zero.
fn words_of(number: &BigInt) -> Vec<u32> {
    let words = number.magnitude().to_u32_digits();
    if words.is_empty() { vec![0] } else { words }
}

fn random(generator: &Generator) -> f64 {
    generator.random()
}

fn random_bits(vm: &mut Vm, generator: &Generator, count: i64) -> Result {
    if count < 0 {
        return Err(vm.value_error("Cannot convert negative int"));
    }
    if count > MOST_BITS {
        return Err(vm.fault(Fault::Memory));
    }
    vm.check_bytes((count / 4).max(0) as usize)?;
    Ok(int_value(generator.bits(count as u64)))
}

fn random_bytes(vm: &mut Vm, generator: &Generator, count: i64) -> Result {
    if count < 0 {
        return Err(vm.value_error("Cannot convert negative int"));
    }
    if count > MOST_BITS / 8 {
        return Err(vm.fault(Fault::Memory));
    }
    vm.check_bytes(count as usize * 2)?;
    let mut bytes = generator.bits(count as u64 * 8).to_bytes_le().1;
    bytes.resize(count as usize, 0);
    Ok(Bytes::value(bytes))
}

fn get_state(generator: &Generator) -> Value {
    let twister = generator.twister.borrow();
    let (words, place) = twister.state();
    let mut state: Vec<Value> = words.iter().map(|word| Value::Int(i64::from(*word))).collect();
    state.push(Value::from(place));
    let gauss = generator.gauss_next.get().map_or(Value::None, Value::Float);
    Tuple::value([Value::Int(VERSION), Tuple::value(state), gauss])
}

fn set_state(vm: &mut Vm, generator: &Generator, state: &Value) -> Result<()> {
    let parts = vm.collect(state)?;
    if !matches!(parts.first(), Some(Value::Int(VERSION))) {
        let version = match parts.first() {
            Some(version) => vm.str(version)?,
            None => return Err(vm.index_error("tuple index out of range")),
        };
        return Err(vm.value_error(format!("state with version {version} passed to Random.setstate() of version {VERSION}")));
    }
    let [_, state, gauss] = &parts[..] else {
        let wrong =
            if parts.len() < 3 { "not enough values to unpack (expected 3" } else { "too many values to unpack (expected 3" };
        return Err(vm.value_error(format!("{wrong}, got {})", parts.len())));
    };
    let Some(state) = state.gc::<Tuple>() else { return Err(vm.type_error("state vector must be a tuple")) };
    let items = state.items();
    if items.len() != WORDS + 1 {
        return Err(vm.value_error("state vector is the wrong size"));
    }
    let mut words = Vec::with_capacity(WORDS);
    for item in &items[..WORDS] {
        words.push(vm.index(item)? as u32);
    }
    let place = vm.index(&items[WORDS])?;
    let twister = usize::try_from(place).ok().and_then(|place| Twister::of_state(words, place));
    let Some(twister) = twister else { return Err(vm.value_error("invalid state")) };
    *generator.twister.borrow_mut() = twister;
    generator.gauss_next.set(if let Value::Float(next) = gauss { Some(*next) } else { None });
    Ok(())
}

static SYSTEM_ROWS: &[Row] = &[
    static_method!("__new__", "(cls, *args)", new_system, "A generator of entropy."),
    method!("seed", "def (self, *args)", |_: &Value, _: &[Value]| (), "Does nothing."),
    method!("getstate", "def (self, *args)", no_state, "Fails: there is no state."),
    method!("setstate", "def (self, *args)", no_state, "Fails: there is no state."),
];

fn no_state(vm: &mut Vm, _: &Value, _: &[Value]) -> Result {
    Err(vm.raise(&vm.exc.not_implemented_error, "System entropy source does not have state."))
}
