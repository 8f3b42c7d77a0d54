//! `int`: construction, operators as methods, bytes, ratios.
//!
//! Operators of the language on exact ints never come here: these rows serve explicit calls and instances of subclasses.

mod bytes;

use num_traits::Signed;

use super::number::convert::{Int, as_int, big, bytes_of, check_new, digit_count, int_of_float};
use super::number::format::{FormatSpec, format_int, int_digits};
use super::number::parse::{IntError, parse_int, parse_small, parse_small_in};
use super::number::round::round_int;
use crate::object::{BigIntObject, ByteArray, Bytes, Class, Str, Tuple, int_value, quick_hash};
use crate::value::Value;
use crate::vm::{
    BinaryOp, CompareOp, Number, Raised, Result, Row, This, UnaryOp, Vm, getter, method, order_numbers, static_method,
};

macro_rules! operator {
    ($op:ident, $name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |vm, this, value| binary(vm, this, value, BinaryOp::$op), $doc)
    };
    (reflected $op:ident, $name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |vm, this, value| reflected(vm, this, value, BinaryOp::$op), $doc)
    };
}

macro_rules! comparison {
    ($op:ident, $name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::$op), $doc)
    };
}

macro_rules! itself {
    ($name:literal, $doc:literal) => {
        method!($name, "(self, /)", |vm: &mut Vm, own: Int| own.plain(vm), $doc)
    };
}

static OPERATORS: &[Row] = &[
    operator!(Add, "__add__", "`self + value`"),
    operator!(reflected Add, "__radd__", "`value + self`"),
    operator!(Sub, "__sub__", "`self - value`"),
    operator!(reflected Sub, "__rsub__", "`value - self`"),
    operator!(Mul, "__mul__", "`self * value`"),
    operator!(reflected Mul, "__rmul__", "`value * self`"),
    operator!(TrueDiv, "__truediv__", "`self / value`"),
    operator!(reflected TrueDiv, "__rtruediv__", "`value / self`"),
    operator!(FloorDiv, "__floordiv__", "`self // value`"),
    operator!(reflected FloorDiv, "__rfloordiv__", "`value // self`"),
    operator!(Mod, "__mod__", "`self % value`"),
    operator!(reflected Mod, "__rmod__", "`value % self`"),
    operator!(LShift, "__lshift__", "`self << value`"),
    operator!(reflected LShift, "__rlshift__", "`value << self`"),
    operator!(RShift, "__rshift__", "`self >> value`"),
    operator!(reflected RShift, "__rrshift__", "`value >> self`"),
    operator!(BitAnd, "__and__", "`self & value`"),
    operator!(reflected BitAnd, "__rand__", "`value & self`"),
    operator!(BitOr, "__or__", "`self | value`"),
    operator!(reflected BitOr, "__ror__", "`value | self`"),
    operator!(BitXor, "__xor__", "`self ^ value`"),
    operator!(reflected BitXor, "__rxor__", "`value ^ self`"),
    method!("__divmod__", "(self, value, /)", divmod, "`divmod(self, value)`"),
    method!("__rdivmod__", "(self, value, /)", rdivmod, "`divmod(value, self)`"),
    method!("__pow__", "(self, value, mod=None, /)", pow, "`pow(self, value, mod)`"),
    method!("__rpow__", "(self, value, mod=None, /)", rpow, "`pow(value, self, mod)`"),
    method!("__neg__", "(self, /)", |vm, this| unary(vm, this, UnaryOp::Neg), "`-self`"),
    method!("__pos__", "(self, /)", |vm, this| unary(vm, this, UnaryOp::Pos), "`+self`"),
    method!("__invert__", "(self, /)", |vm, this| unary(vm, this, UnaryOp::Invert), "`~self`"),
    method!("__abs__", "(self, /)", abs, "`abs(self)`"),
    comparison!(Eq, "__eq__", "`self == value`"),
    comparison!(Ne, "__ne__", "`self != value`"),
    comparison!(Lt, "__lt__", "`self < value`"),
    comparison!(Le, "__le__", "`self <= value`"),
    comparison!(Gt, "__gt__", "`self > value`"),
    comparison!(Ge, "__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, x=..., /, base=...)", new, "The int of a number or of a text in a base."),
    method!("__repr__", "(self, /)", repr, "The decimal digits."),
    method!("__hash__", "(self, /)", hash, "The hash: that of every equal number."),
    method!("__bool__", "(self, /)", truth, "Whether it is not zero."),
    itself!("__int__", "The int itself."),
    itself!("__index__", "The int itself."),
    itself!("__trunc__", "The int itself."),
    itself!("__floor__", "The int itself."),
    itself!("__ceil__", "The int itself."),
    itself!("conjugate", "The int itself: it has no imaginary part."),
    method!("__float__", "(self, /)", float, "The nearest float."),
    method!("__round__", "(self, ndigits=None, /)", round, "Rounded to a power of ten, ties to even."),
    method!("__format__", "(self, format_spec, /)", format, "The int as a specifier of the format language says."),
    method!("__getnewargs__", "(self, /)", new_args, "The arguments that make this int."),
    method!("__sizeof__", "(self, /)", size_of, "Size in bytes, as CPython stores it."),
    method!("bit_length", "(self, /)", bit_length, "Bits of the magnitude."),
    method!("bit_count", "(self, /)", bit_count, "Ones in the magnitude."),
    method!("is_integer", "(self, /)", |_: Int| true, "True."),
    method!("as_integer_ratio", "(self, /)", ratio, "The int and 1."),
    getter!("real", |vm: &mut Vm, own: Int| own.plain(vm), "The int itself."),
    getter!("imag", |_: &Value| 0i64, "0"),
    getter!("numerator", |vm: &mut Vm, own: Int| own.plain(vm), "The int itself."),
    getter!("denominator", |_: &Value| 1i64, "1"),
];

static MAKER: Row =
    static_method!("__new__", "(cls, x, /)", |vm, _: &Value, x| convert(vm, x), "The int of a number or of a text.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.int.clone();
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
    vm.add_methods(&class, bytes::ROWS);
    vm.set_maker(&class, &MAKER);
}

fn binary(vm: &mut Vm, own: Int, value: &Value, op: BinaryOp) -> Result {
    match as_int(vm, value) {
        Some(other) => vm.numbers(op, &own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn reflected(vm: &mut Vm, own: Int, value: &Value, op: BinaryOp) -> Result {
    match as_int(vm, value) {
        Some(other) => vm.numbers(op, &other, &own),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, own: Int, value: &Value, op: CompareOp) -> Result {
    let order = as_int(vm, value).and_then(|other| order_numbers(&own, &other));
    Ok(order.map_or(Value::NotImplemented, |order| Value::Bool(op.holds(order))))
}

fn unary(vm: &mut Vm, own: Int, op: UnaryOp) -> Value {
    vm.unary_number(op, &own)
}

fn abs(vm: &mut Vm, own: Int) -> Result {
    let negative = match Number::of(&own) {
        Some(Number::Int(int)) => int < 0,
        Some(Number::Big(big)) => big.is_negative(),
        _ => false,
    };
    Ok(vm.unary_number(if negative { UnaryOp::Neg } else { UnaryOp::Pos }, &own))
}

fn divmod(vm: &mut Vm, own: Int, value: &Value) -> Result {
    match as_int(vm, value) {
        Some(other) => vm.divmod_numbers(&own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, own: Int, value: &Value) -> Result {
    match as_int(vm, value) {
        Some(other) => vm.divmod_numbers(&other, &own),
        None => Ok(Value::NotImplemented),
    }
}

fn pow(vm: &mut Vm, own: Int, value: &Value, modulus: &Value) -> Result {
    match as_int(vm, value) {
        Some(exponent) => power(vm, &own, &exponent, modulus),
        None => Ok(Value::NotImplemented),
    }
}

fn rpow(vm: &mut Vm, own: Int, value: &Value, modulus: &Value) -> Result {
    match as_int(vm, value) {
        Some(base) => power(vm, &base, &own, modulus),
        None => Ok(Value::NotImplemented),
    }
}

fn power(vm: &mut Vm, base: &Value, exponent: &Value, modulus: &Value) -> Result {
    if modulus.is_none() {
        return vm.numbers(BinaryOp::Pow, base, exponent);
    }
    match as_int(vm, modulus) {
        Some(modulus) => vm.power_numbers(base, exponent, &modulus),
        None => Ok(Value::NotImplemented),
    }
}

fn new(vm: &mut Vm, class: &Value, x: &Value, base: &Value) -> Result {
    check_new(vm, class, &vm.types.int)?;
    if class.gc::<Class>().is_some_and(|class| class.same(&vm.types.bool_)) {
        return Err(vm.type_error("int.__new__(bool) is not safe, use bool.__new__()"));
    }
    let value = match (x, base) {
        (Value::Unset, Value::Unset) => Value::Int(0),
        (Value::Unset, _) => return Err(vm.type_error("int() missing string argument")),
        (value, Value::Unset) => convert(vm, value)?,
        (text, base) => parse_in_base(vm, text, base)?,
    };
    vm.wrap_new(class, value)
}

/// `int(value)`
fn convert(vm: &mut Vm, value: &Value) -> Result {
    match value {
        Value::Int(_) => return Ok(value.clone()),
        Value::Bool(bool) => return Ok(Value::Int(i64::from(*bool))),
        Value::Float(float) => return int_of_float(vm, *float),
        _ if value.is::<BigIntObject>() => return Ok(value.clone()),
        _ => {}
    }
    if let Some(text) = value.get::<Str>() {
        return match parse_small(text.as_str().as_bytes()) {
            Some(int) => Ok(Value::Int(int)),
            None => parse(vm, value, text.as_str(), 10),
        };
    }
    let name = vm.names.int.clone();
    if let Some(answer) = vm.call_special(value, &name, &[])? {
        let given = vm.type_name(&answer);
        let int = as_int(vm, &answer).map(|int| vm.unary_number(UnaryOp::Pos, &int));
        return int.ok_or_else(|| vm.type_error(format!("__int__ returned non-int (type {given})")));
    }
    if vm.lookup_special(value, &vm.names.index).is_some() {
        return vm.index_big(value).map(int_value);
    }
    match text_of(vm, value) {
        Some(text) => parse(vm, value, &text, 10),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("int() argument must be a string, a bytes-like object or a real number, not '{given}'")))
        }
    }
}

fn parse_in_base(vm: &mut Vm, value: &Value, base: &Value) -> Result {
    let base = vm.index_clamped(base)?;
    let Some(base) = u32::try_from(base).ok().filter(|base| *base == 0 || (2..=36).contains(base)) else {
        return Err(vm.value_error("int() base must be >= 2 and <= 36, or 0"));
    };
    if let Some(int) = value.get::<Str>().and_then(|text| parse_small_in(text.as_str().as_bytes(), base)) {
        return Ok(Value::Int(int));
    }
    match text_of(vm, value) {
        Some(text) => parse(vm, value, &text, base),
        None => Err(vm.type_error("int() can't convert non-string with explicit base")),
    }
}

/// The text that an int may be read from; bytes beyond ASCII become characters that no number has.
fn text_of(vm: &Vm, value: &Value) -> Option<String> {
    if let Some(text) = vm.native_arg::<Str>(value) {
        return Some(text.as_str().to_owned());
    }
    let bytes = bytes_of(vm, value)?;
    Some(bytes.into_iter().map(|byte| if byte.is_ascii() { char::from(byte) } else { char::REPLACEMENT_CHARACTER }).collect())
}

fn parse(vm: &mut Vm, value: &Value, text: &str, base: u32) -> Result {
    match parse_int(text, base, vm.int_max_str_digits) {
        Ok(number) => Ok(int_value(number)),
        Err(IntError::Invalid) => Err(invalid_literal(vm, value, base)),
        Err(IntError::TooLong(digits)) => {
            let limit = vm.int_max_str_digits;
            Err(vm.value_error(format!(
                "Exceeds the limit ({limit} digits) for integer string conversion: value has {digits} digits; \
                 use sys.set_int_max_str_digits() to increase the limit"
            )))
        }
    }
}

#[cold]
fn invalid_literal(vm: &mut Vm, value: &Value, base: u32) -> Raised {
    let shown = match vm.native_arg::<ByteArray>(value) {
        Some(array) => Bytes::value(array.0.borrow().to_vec()),
        None => value.clone(),
    };
    match vm.repr(&shown) {
        Ok(text) => {
            let text: String = text.as_str().chars().take(200).collect();
            vm.value_error(format!("invalid literal for int() with base {base}: {text}"))
        }
        Err(raised) => raised,
    }
}

fn repr(vm: &mut Vm, own: Int) -> Result {
    let number = Number::of(&own).unwrap_or(Number::Int(0));
    let digits = int_digits(number, 10, vm.int_max_str_digits).map_err(|error| error.raise(vm))?;
    let negative = match number {
        Number::Int(int) => int < 0,
        Number::Big(big) => big.is_negative(),
        Number::Float(_) => false,
    };
    Ok(Str::value(if negative { compact_str::format_compact!("-{digits}") } else { digits }))
}

fn hash(own: Int) -> i64 {
    quick_hash(&own).unwrap_or_default()
}

fn truth(own: Int) -> bool {
    !matches!(Number::of(&own), Some(Number::Int(0)))
}

fn float(vm: &mut Vm, own: Int) -> Result {
    let number = Number::of(&own).unwrap_or(Number::Int(0));
    number.to_float().map(Value::Float).map_err(|fault| vm.fault(fault))
}

fn round(vm: &mut Vm, own: Int, ndigits: Option<&Value>) -> Result {
    let digits = ndigits.map_or(Ok(0), |ndigits| digit_count(vm, ndigits))?;
    if digits >= 0 {
        return Ok(own.plain(vm));
    }
    Ok(int_value(round_int(&big(&own), digits.unsigned_abs())))
}

fn format(vm: &mut Vm, this: This<Int>, spec: &str) -> Result {
    if spec.is_empty() {
        return vm.str(this.value).map(Value::from);
    }
    let name = vm.type_name(this.value);
    let limit = vm.int_max_str_digits;
    let formatted = FormatSpec::parse(spec, name.as_str(), Some('d'))
        .and_then(|spec| format_int(Number::of(&this.storage).unwrap_or(Number::Int(0)), &spec, name.as_str(), limit));
    formatted.map(Str::value).map_err(|error| error.raise(vm))
}

fn new_args(vm: &mut Vm, own: Int) -> Value {
    Tuple::value([own.plain(vm)])
}

fn size_of(own: Int) -> i64 {
    let digits = big(&own).bits().div_ceil(30).max(1);
    24 + 4 * digits as i64
}

fn bit_length(own: Int) -> i64 {
    match Number::of(&own) {
        Some(Number::Int(int)) => i64::from(64 - int.unsigned_abs().leading_zeros()),
        Some(Number::Big(big)) => big.bits() as i64,
        _ => 0,
    }
}

fn bit_count(own: Int) -> i64 {
    match Number::of(&own) {
        Some(Number::Int(int)) => i64::from(int.unsigned_abs().count_ones()),
        Some(Number::Big(big)) => big.magnitude().count_ones() as i64,
        _ => 0,
    }
}

fn ratio(vm: &mut Vm, own: Int) -> Value {
    Tuple::value([own.plain(vm), Value::Int(1)])
}
