//! Operators: numbers and strings directly, everything else through the special methods of the operands' classes.
//!
//! The protocol is CPython's: the right operand's reflected method goes first where its class derives from the left one's; sequences, which
//! concatenate and repeat rather than compute, let the other operand's arithmetic go before their own.

mod complex;
mod floats;
mod integers;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::heap::Gc;
use crate::object::{BigIntObject, Complex, Layout, List, Str};
use crate::value::{Kind, Value};
use crate::vm::{Names, Raised, Result, Vm};

pub use floats::{exact_parts, scale};
pub use integers::divide as divide_ints;

/// A binary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    MatMul,
    LShift,
    RShift,
    BitAnd,
    BitOr,
    BitXor,
}

/// A unary operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Neg,
    Pos,
    Invert,
}

impl BinaryOp {
    /// How messages write it.
    pub fn symbol(self) -> &'static str {
        match self {
            BinaryOp::Add => "+",
            BinaryOp::Sub => "-",
            BinaryOp::Mul => "*",
            BinaryOp::TrueDiv => "/",
            BinaryOp::FloorDiv => "//",
            BinaryOp::Mod => "%",
            BinaryOp::Pow => "** or pow()",
            BinaryOp::MatMul => "@",
            BinaryOp::LShift => "<<",
            BinaryOp::RShift => ">>",
            BinaryOp::BitAnd => "&",
            BinaryOp::BitOr => "|",
            BinaryOp::BitXor => "^",
        }
    }

    /// The special method.
    #[inline]
    pub fn name(self, names: &Names) -> &Gc<Str> {
        self.methods(names).0
    }

    /// The special method of the right operand.
    #[inline]
    pub fn reflected(self, names: &Names) -> &Gc<Str> {
        self.methods(names).1
    }

    /// The special method of the augmented assignment.
    #[inline]
    pub fn inplace(self, names: &Names) -> &Gc<Str> {
        self.methods(names).2
    }

    fn methods(self, names: &Names) -> (&Gc<Str>, &Gc<Str>, &Gc<Str>) {
        match self {
            BinaryOp::Add => (&names.add, &names.radd, &names.iadd),
            BinaryOp::Sub => (&names.sub, &names.rsub, &names.isub),
            BinaryOp::Mul => (&names.mul, &names.rmul, &names.imul),
            BinaryOp::TrueDiv => (&names.truediv, &names.rtruediv, &names.itruediv),
            BinaryOp::FloorDiv => (&names.floordiv, &names.rfloordiv, &names.ifloordiv),
            BinaryOp::Mod => (&names.mod_, &names.rmod, &names.imod),
            BinaryOp::Pow => (&names.pow, &names.rpow, &names.ipow),
            BinaryOp::MatMul => (&names.matmul, &names.rmatmul, &names.imatmul),
            BinaryOp::LShift => (&names.lshift, &names.rlshift, &names.ilshift),
            BinaryOp::RShift => (&names.rshift, &names.rrshift, &names.irshift),
            BinaryOp::BitAnd => (&names.and, &names.rand, &names.iand),
            BinaryOp::BitOr => (&names.or, &names.ror, &names.ior),
            BinaryOp::BitXor => (&names.xor, &names.rxor, &names.ixor),
        }
    }
}

impl UnaryOp {
    /// The special method.
    #[inline]
    pub fn name(self, names: &Names) -> &Gc<Str> {
        match self {
            UnaryOp::Neg => &names.neg,
            UnaryOp::Pos => &names.pos,
            UnaryOp::Invert => &names.invert,
        }
    }

    fn symbol(self) -> &'static str {
        match self {
            UnaryOp::Neg => "-",
            UnaryOp::Pos => "+",
            UnaryOp::Invert => "~",
        }
    }
}

/// Why arithmetic failed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A divisor is zero.
    DivisionByZero,
    /// `0 ** -1`
    ZeroToNegative,
    /// A shift by a negative count.
    NegativeShift,
    /// An int of more bits than can be counted.
    TooManyDigits,
    /// An int of more bits than memory is given.
    Memory,
    /// An int beyond the floats.
    IntTooLarge,
    /// A quotient of ints beyond the floats.
    QuotientTooLarge,
    /// A float result out of range.
    Range,
    /// `pow(a, -1, m)` where a and m have a common divisor.
    NotInvertible,
    /// `pow(a, b, 0)`
    ZeroModulus,
    /// A complex result out of range.
    ComplexRange,
    /// `0j ** -1`
    ZeroToComplex,
    /// A negative number to a fractional power is complex: computed anew as such.
    Complex,
}

/// A number: an int, a bool counting as one, or a float.
#[derive(Clone, Copy)]
pub enum Number<'a> {
    /// A small int.
    Int(i64),
    /// A big int.
    Big(&'a BigInt),
    /// A float.
    Float(f64),
}

impl<'a> Number<'a> {
    /// The number that a value is; instances of subclasses carry one in their payload.
    #[inline]
    pub fn of(value: &'a Value) -> Option<Number<'a>> {
        match value {
            Value::Int(int) => Some(Number::Int(*int)),
            Value::Float(float) => Some(Number::Float(*float)),
            Value::Bool(bool) => Some(Number::Int(i64::from(*bool))),
            _ => value.get::<BigIntObject>().map(|big| Number::Big(big.number())),
        }
    }

    /// As a float, rounded to the nearest.
    pub fn to_float(self) -> std::result::Result<f64, Fault> {
        match self {
            Number::Int(int) => Ok(int as f64),
            Number::Float(float) => Ok(float),
            Number::Big(big) => big.to_f64().filter(|float| float.is_finite()).ok_or(Fault::IntTooLarge),
        }
    }

    /// As a big int, where it is no float.
    pub fn to_big(self) -> Option<BigInt> {
        match self {
            Number::Int(int) => Some(BigInt::from(int)),
            Number::Big(big) => Some(big.clone()),
            Number::Float(_) => None,
        }
    }
}

type Computed = std::result::Result<Value, Fault>;

/// An int of up to 128 bits; none for other values.
#[inline(always)]
pub(super) fn wide_int(value: &Value) -> Option<i128> {
    match value {
        Value::Int(int) => Some(i128::from(*int)),
        _ => value.get::<BigIntObject>()?.wide(),
    }
}

/// The result of an operator on ints, where it is known from 128 bits of each or one of them is larger; none else, and where there is an error. It
/// comes before all else where instructions don't do it themselves: what is a little larger than 64 bits is frequent in hashes and
/// generators of numbers.
#[inline]
pub(super) fn wide(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    if let (BinaryOp::Pow, Value::Int(base), Value::Int(exponent)) = (op, a, b) {
        return base.checked_pow(u32::try_from(*exponent).ok()?).map(Value::Int);
    }
    let small = match (a, b) {
        (Value::Int(_), Value::Int(_)) => true,
        (Value::Int(_) | Value::Object(Kind::BigInt, _), Value::Int(_) | Value::Object(Kind::BigInt, _)) => false,
        _ => return None,
    };
    let known = wide_int(a).zip(wide_int(b)).and_then(|(a, b)| integers::wide(op, a, b));
    if small || known.is_some() { known } else { large(op, a, b) }
}

/// The same for ints one of which has an object.
#[inline(never)]
fn large(op: BinaryOp, a: &Value, b: &Value) -> Option<Value> {
    fn number(value: &Value) -> Option<Number<'_>> {
        match value {
            Value::Int(int) => Some(Number::Int(*int)),
            _ => value.get::<BigIntObject>().map(|big| Number::Big(big.number())),
        }
    }
    compute_real(op, number(a)?, number(b)?)?.ok()
}

/// The result of an operator on two numbers; none where it is not defined for them.
fn compute(op: BinaryOp, a: &Value, b: &Value) -> Option<Computed> {
    if let (Value::Bool(a), Value::Bool(b)) = (a, b) {
        match op {
            BinaryOp::BitAnd => return Some(Ok(Value::Bool(a & b))),
            BinaryOp::BitOr => return Some(Ok(Value::Bool(a | b))),
            BinaryOp::BitXor => return Some(Ok(Value::Bool(a ^ b))),
            _ => {}
        }
    }
    if let (Value::Object(..), _) | (_, Value::Object(..)) = (a, b)
        && let Some(value) = wide(op, a, b)
    {
        return Some(Ok(value));
    }
    let (Some(x), Some(y)) = (Number::of(a), Number::of(b)) else { return complex::binary(op, a, b) };
    match compute_real(op, x, y) {
        Some(Err(Fault::Complex)) => match (x.to_float(), y.to_float()) {
            (Ok(re), Ok(exponent)) => {
                let part = |re| Complex { re, im: 0.0 };
                Some(complex::power(part(re), part(exponent)).map(Value::from))
            }
            (Err(fault), _) | (_, Err(fault)) => Some(Err(fault)),
        },
        computed => computed,
    }
}

fn compute_real(op: BinaryOp, a: Number<'_>, b: Number<'_>) -> Option<Computed> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => integers::small(op, a, b),
        (Number::Float(_), _) | (_, Number::Float(_)) => match (a.to_float(), b.to_float()) {
            (Ok(a), Ok(b)) => floats::binary(op, a, b),
            (Err(fault), _) | (_, Err(fault)) => floats::defined(op).then_some(Err(fault)),
        },
        (Number::Big(a), Number::Big(b)) => integers::big(op, a, b),
        (Number::Big(a), Number::Int(b)) => integers::big_by_small(op, a, b),
        (Number::Int(a), Number::Big(b)) => integers::small_by_big(op, a, b),
    }
}

/// `divmod` of two numbers.
fn compute_divmod(a: &Value, b: &Value) -> Option<std::result::Result<(Value, Value), Fault>> {
    let (a, b) = (Number::of(a)?, Number::of(b)?);
    Some(match (a, b) {
        (Number::Int(a), Number::Int(b)) => integers::small_divmod(a, b),
        (Number::Float(_), _) | (_, Number::Float(_)) => match (a.to_float(), b.to_float()) {
            (Ok(a), Ok(b)) => floats::divmod(a, b).map(|(quotient, rest)| (quotient.into(), rest.into())),
            (Err(fault), _) | (_, Err(fault)) => Err(fault),
        },
        _ => integers::big_divmod(&a.to_big()?, &b.to_big()?),
    })
}

/// Whether instances of a class concatenate and repeat: `+` and `*` of these are not arithmetic to CPython.
fn is_sequence(layout: Layout) -> bool {
    matches!(layout, Layout::Native(Kind::Str | Kind::Bytes | Kind::ByteArray | Kind::Tuple | Kind::List))
}

/// The names of a protocol: the left operand's method and the right one's.
struct Protocol {
    name: Gc<Str>,
    reflected: Gc<Str>,
}

impl Vm {
    /// `a op b`
    pub fn binary(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Result {
        let containers = matches!(a.kind(), Some(Kind::List | Kind::Tuple | Kind::Set | Kind::FrozenSet)) || b.is::<List>();
        if containers && let Some(done) = self.combine(op, a, b) {
            return done;
        }
        if let Some(done) = self.direct(op, a, b) {
            return done;
        }
        match self.binary_special(op, a, b)? {
            Value::NotImplemented => Err(self.unsupported(op, a, b, "")),
            value => Ok(value),
        }
    }

    /// `a op= b`
    pub fn inplace(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Result {
        if matches!(a.kind(), Some(Kind::List | Kind::Set)) && self.combine_in_place(op, a, b)? {
            return Ok(a.clone());
        }
        if let Some(done) = self.direct(op, a, b) {
            return done;
        }
        let class = self.class_of(a);
        if let Some(method) = class.lookup(op.inplace(&self.names)) {
            // A list's own `+=` is sequence concatenation: the other operand's arithmetic goes first.
            if is_sequence(class.layout) && method.kind() == Some(Kind::Native) && matches!(op, BinaryOp::Add | BinaryOp::Mul) {
                let other = self.class_of(b);
                if !is_sequence(other.layout) && !other.same(&class) {
                    let reflected = op.reflected(&self.names).clone();
                    if let Some(value) = self.try_special(b, &reflected, std::slice::from_ref(a))? {
                        return Ok(value);
                    }
                }
                self.check_repeat(op, b)?;
            }
            let name = op.inplace(&self.names).clone();
            if let Some(value) = self.try_special(a, &name, std::slice::from_ref(b))? {
                return Ok(value);
            }
        }
        match self.binary_special(op, a, b)? {
            Value::NotImplemented => Err(self.unsupported(op, a, b, "=")),
            value => Ok(value),
        }
    }

    /// `a op b` or, with the sign `=` behind it, `a op= b` after the left operand's own method returned NotImplemented.
    pub(super) fn binary_declined_by_left(&mut self, op: BinaryOp, a: &Value, b: &Value, sign: &str) -> Result {
        if !sign.is_empty() && self.find_special(a, op.inplace(&self.names)).is_some() {
            return match self.binary_special(op, a, b)? {
                Value::NotImplemented => Err(self.unsupported(op, a, b, sign)),
                value => Ok(value),
            };
        }
        if !self.class_of(a).same(&self.class_of(b)) {
            let reflected = op.reflected(&self.names).clone();
            if is_sequence(self.class_of(b).layout) && self.is_native_method(b, &reflected) {
                self.check_repeat(op, a)?;
            }
            if let Some(value) = self.try_special(b, &reflected, std::slice::from_ref(a))? {
                return Ok(value);
            }
        }
        Err(self.unsupported(op, a, b, sign))
    }

    /// `a op b` for numbers (bools and big ints included, instances of subclasses not); `NotImplemented` for others.
    pub fn numbers(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Result {
        match compute(op, a, b) {
            Some(computed) => computed.map_err(|fault| self.fault(fault)),
            None => Ok(Value::NotImplemented),
        }
    }

    /// The result where numbers or strings make special methods superfluous.
    fn direct(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Option<Result> {
        if let Some(computed) = compute(op, a, b) {
            return Some(computed.map_err(|fault| self.fault(fault)));
        }
        match op {
            BinaryOp::Add => {
                let (a, b) = (a.get::<Str>()?, b.get::<Str>()?);
                Some(self.check_concat(a, b).map(|()| Str::concat(a, b)))
            }
            // No built-in type but `str` knows how to be on the right of a template.
            BinaryOp::Mod if !matches!(b.kind(), Some(Kind::Instance | Kind::Opaque)) => {
                let template = a.gc::<Str>()?.clone();
                Some((self.hooks.percent)(self, &template, b))
            }
            BinaryOp::Mul => match (a, b) {
                (Value::Int(count), text) | (text, Value::Int(count)) => Some(self.repeat_text(text.get::<Str>()?, *count)),
                _ => None,
            },
            _ => None,
        }
    }

    /// `text * count`
    pub fn repeat_text(&mut self, text: &Str, count: i64) -> Result {
        let text = text.as_str();
        let Some(total) = text.len().checked_mul(count.max(0) as usize).filter(|total| *total <= isize::MAX as usize) else {
            return Err(self.overflow_error("repeated string is too long"));
        };
        self.check_bytes(total)?;
        let mut repeated = String::with_capacity(total);
        // Doubling: each copy is of all that is there already.
        repeated.push_str(if total == 0 { "" } else { text });
        while repeated.len() < total {
            let more = repeated.len().min(total - repeated.len());
            repeated.extend_from_within(..more);
        }
        Ok(Str::value(repeated))
    }

    /// The special methods of both operands in their order; `NotImplemented` where none serves.
    fn binary_special(&mut self, op: BinaryOp, a: &Value, b: &Value) -> Result {
        let protocol = Protocol { name: op.name(&self.names).clone(), reflected: op.reflected(&self.names).clone() };
        if matches!(op, BinaryOp::Add | BinaryOp::Mul) {
            let (left, right) = (self.class_of(a).layout, self.class_of(b).layout);
            if is_sequence(left) && self.is_native_method(a, &protocol.name) {
                // Arithmetic of the right operand comes first, then the sequence itself.
                let yields = is_sequence(right) && self.is_native_method(b, &protocol.reflected);
                if !(yields || matches!(right, Layout::Immediate))
                    && let Some(value) = self.try_special(b, &protocol.reflected, std::slice::from_ref(a))?
                {
                    return Ok(value);
                }
                self.check_repeat(op, b)?;
                return Ok(self.try_special(a, &protocol.name, std::slice::from_ref(b))?.unwrap_or(Value::NotImplemented));
            }
            if op == BinaryOp::Mul && is_sequence(right) && self.is_native_method(b, &protocol.reflected) {
                if let Some(value) = self.try_special(a, &protocol.name, std::slice::from_ref(b))? {
                    return Ok(value);
                }
                self.check_repeat(op, a)?;
            }
        }
        self.operate(&protocol, a, b)
    }

    /// Left operand's method, right operand's reflected method; the other way round where the right one's class derives from the left one's.
    fn operate(&mut self, protocol: &Protocol, a: &Value, b: &Value) -> Result {
        let (left, right) = (self.class_of(a), self.class_of(b));
        let mut reflected = !left.same(&right);
        if reflected && right.derives_from(&left) {
            let overridden = match (right.lookup(&protocol.reflected), left.lookup(&protocol.reflected)) {
                (Some(own), Some(inherited)) => !own.same(&inherited),
                (own, _) => own.is_some(),
            };
            if overridden {
                if let Some(value) = self.try_special(b, &protocol.reflected, std::slice::from_ref(a))? {
                    return Ok(value);
                }
                reflected = false;
            }
        }
        if let Some(value) = self.try_special(a, &protocol.name, std::slice::from_ref(b))? {
            return Ok(value);
        }
        if reflected && let Some(value) = self.try_special(b, &protocol.reflected, std::slice::from_ref(a))? {
            return Ok(value);
        }
        Ok(Value::NotImplemented)
    }

    /// Calls a special method; none where there is none or it answers `NotImplemented`.
    fn try_special(&mut self, object: &Value, name: &Gc<Str>, args: &[Value]) -> Result<Option<Value>> {
        let answer = self.guard(|vm| vm.call_special(object, name, args))?;
        Ok(answer.filter(|value| !matches!(value, Value::NotImplemented)))
    }

    fn is_native_method(&self, object: &Value, name: &Gc<Str>) -> bool {
        self.lookup_special(object, name).is_some_and(|method| method.kind() == Some(Kind::Native))
    }

    /// A sequence can be repeated by what has `__index__` only.
    fn check_repeat(&mut self, op: BinaryOp, count: &Value) -> Result<()> {
        let countable = op != BinaryOp::Mul
            || matches!(Number::of(count), Some(Number::Int(_) | Number::Big(_)))
            || self.lookup_special(count, &self.names.index).is_some();
        if countable {
            return Ok(());
        }
        Err(self.type_error(format!("can't multiply sequence by non-int of type '{}'", self.type_name(count))))
    }

    /// `-a`, `+a`, `~a`
    pub fn unary(&mut self, op: UnaryOp, a: &Value) -> Result {
        if let Some(value) = integers::unary(op, a).or_else(|| complex::unary(op, a)) {
            return Ok(value);
        }
        match self.call_special(a, &op.name(&self.names).clone(), &[])? {
            Some(value) => Ok(value),
            None => Err(self.type_error(format!("bad operand type for unary {}: '{}'", op.symbol(), self.type_name(a)))),
        }
    }

    /// `op a` for a number (a bool or big int included, an instance of a subclass not); `NotImplemented` for others.
    pub fn unary_number(&self, op: UnaryOp, a: &Value) -> Value {
        integers::unary(op, a).or_else(|| complex::unary(op, a)).unwrap_or(Value::NotImplemented)
    }

    /// `divmod(a, b)`
    pub fn divmod(&mut self, a: &Value, b: &Value) -> Result {
        if let (Value::Int(a), Value::Int(b)) = (a, b)
            && let Some((quotient, rest)) = integers::quick_divmod(*a, *b)
        {
            return Ok(crate::object::Tuple::value([Value::Int(quotient), Value::Int(rest)]));
        }
        let done = self.divmod_numbers(a, b)?;
        if !matches!(done, Value::NotImplemented) {
            return Ok(done);
        }
        let protocol = Protocol { name: self.names.divmod.clone(), reflected: self.names.rdivmod.clone() };
        match self.operate(&protocol, a, b)? {
            Value::NotImplemented => Err(self.operand_error("divmod()", &[a, b])),
            value => Ok(value),
        }
    }

    /// `divmod(a, b)` for numbers; `NotImplemented` for others.
    pub fn divmod_numbers(&mut self, a: &Value, b: &Value) -> Result {
        match compute_divmod(a, b) {
            Some(Ok((quotient, rest))) => Ok(crate::object::Tuple::value([quotient, rest])),
            Some(Err(fault)) => Err(self.fault(fault)),
            None => Ok(Value::NotImplemented),
        }
    }

    /// `pow(a, b)` and `pow(a, b, modulus)`
    pub fn power(&mut self, a: &Value, b: &Value, modulus: Option<&Value>) -> Result {
        let Some(modulus) = modulus.filter(|modulus| !modulus.is_none()) else {
            return self.binary(BinaryOp::Pow, a, b);
        };
        let done = self.power_numbers(a, b, modulus)?;
        if !matches!(done, Value::NotImplemented) {
            return Ok(done);
        }
        let (name, reflected) = (self.names.pow.clone(), self.names.rpow.clone());
        if let Some(value) = self.try_special(a, &name, &[b.clone(), modulus.clone()])? {
            return Ok(value);
        }
        if !self.class_of(a).same(&self.class_of(b))
            && let Some(value) = self.try_special(b, &reflected, &[a.clone(), modulus.clone()])?
        {
            return Ok(value);
        }
        Err(self.operand_error("** or pow()", &[a, b, modulus]))
    }

    /// `pow(a, b, modulus)` for numbers; `NotImplemented` for others.
    pub fn power_numbers(&mut self, a: &Value, b: &Value, modulus: &Value) -> Result {
        let (Some(x), Some(y), Some(z)) = (Number::of(a), Number::of(b), Number::of(modulus)) else {
            return Ok(Value::NotImplemented);
        };
        if let (Number::Int(x), Number::Int(y), Number::Int(z)) = (x, y, z) {
            return integers::small_pow_mod(x, y, z).map_err(|fault| self.fault(fault));
        }
        match (x.to_big(), y.to_big(), z.to_big()) {
            (Some(x), Some(y), Some(z)) => integers::pow_mod(&x, &y, &z).map_err(|fault| self.fault(fault)),
            _ => Err(self.type_error("pow() 3rd argument not allowed unless all arguments are integers")),
        }
    }

    /// The exception of a fault.
    #[cold]
    pub fn fault(&self, fault: Fault) -> Raised {
        match fault {
            Fault::DivisionByZero => self.zero_division_error("division by zero"),
            Fault::ZeroToNegative => self.zero_division_error("zero to a negative power"),
            Fault::NegativeShift => self.value_error("negative shift count"),
            Fault::TooManyDigits => self.overflow_error("too many digits in integer"),
            Fault::Memory => self.memory_error(),
            Fault::IntTooLarge => self.overflow_error("int too large to convert to float"),
            Fault::QuotientTooLarge => self.overflow_error("integer division result too large for a float"),
            Fault::Range => {
                self.raise_with(&self.exc.overflow_error, vec![Value::Int(34), Str::value("Numerical result out of range")])
            }
            Fault::NotInvertible => self.value_error("base is not invertible for the given modulus"),
            Fault::ZeroModulus => self.value_error("pow() 3rd argument cannot be 0"),
            Fault::ComplexRange | Fault::Complex => self.overflow_error("complex exponentiation"),
            Fault::ZeroToComplex => self.zero_division_error("zero to a negative or complex power"),
        }
    }

    /// TypeError for operands that an operator doesn't serve; `assign` is "=" for augmented assignments.
    #[cold]
    fn unsupported(&self, op: BinaryOp, a: &Value, b: &Value, assign: &str) -> Raised {
        let left = self.class_of(a).layout;
        if op == BinaryOp::Add && is_sequence(left) {
            let other = self.type_name(b);
            return self.type_error(match left {
                Layout::Native(Kind::Bytes | Kind::ByteArray) => format!("can't concat {other} to {}", self.type_name(a)),
                layout => {
                    let name = sequence_name(layout);
                    format!("can only concatenate {name} (not \"{other}\") to {name}")
                }
            });
        }
        match (op, assign) {
            (BinaryOp::Pow, "=") => self.operand_error("**=", &[a, b]),
            _ => self.operand_error(&format!("{}{assign}", op.symbol()), &[a, b]),
        }
    }

    #[cold]
    fn operand_error(&self, symbol: &str, operands: &[&Value]) -> Raised {
        let names: Vec<String> = operands.iter().map(|operand| format!("'{}'", self.type_name(operand))).collect();
        let listed = if names.len() == 2 { names.join(" and ") } else { names.join(", ") };
        self.type_error(format!("unsupported operand type(s) for {symbol}: {listed}"))
    }
}

/// The built-in type whose concatenation failed: messages name it also for subclasses.
fn sequence_name(layout: Layout) -> &'static str {
    match layout {
        Layout::Native(Kind::List) => "list",
        Layout::Native(Kind::Tuple) => "tuple",
        _ => "str",
    }
}
