//! `float`: construction, operators as methods, ratios, hexadecimal text.
//!
//! Operators of the language on exact floats never come here: these rows serve explicit calls and instances of subclasses.

use num_bigint::BigInt;

use super::number::convert::{as_number, bytes_of, check_new, digit_count, float_of, int_of_float};
use super::number::format::{FormatSpec, format_float};
use super::number::parse::{HexError, parse_float, parse_hex_float};
use super::number::repr::{float_hex, float_repr};
use super::number::round::round_float;
use crate::object::{Class, Str, Tuple, hash_float, int_value};
use crate::value::Value;
use crate::vm::{
    BinaryOp, CompareOp, Result, Row, This, Vm, class_method, exact_parts, getter, method, order_numbers, static_method,
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
    method!("__divmod__", "(self, value, /)", divmod, "`divmod(self, value)`"),
    method!("__rdivmod__", "(self, value, /)", rdivmod, "`divmod(value, self)`"),
    method!("__pow__", "(self, value, mod=None, /)", pow, "`pow(self, value)`"),
    method!("__rpow__", "(self, value, mod=None, /)", rpow, "`pow(value, self)`"),
    method!("__neg__", "(self, /)", |own: f64| -own, "`-self`"),
    method!("__pos__", "(self, /)", |own: f64| own, "`+self`"),
    method!("__abs__", "(self, /)", f64::abs, "`abs(self)`"),
    comparison!(Eq, "__eq__", "`self == value`"),
    comparison!(Ne, "__ne__", "`self != value`"),
    comparison!(Lt, "__lt__", "`self < value`"),
    comparison!(Le, "__le__", "`self <= value`"),
    comparison!(Gt, "__gt__", "`self > value`"),
    comparison!(Ge, "__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, x=0.0, /)", new, "The float of a number or text."),
    method!("__repr__", "(self, /)", repr, "The shortest digits that read back as this float."),
    method!("__hash__", "(self, /)", hash, "The hash: that of every equal number."),
    method!("__bool__", "(self, /)", truth, "Whether it is not zero."),
    method!("__float__", "(self, /)", |own: f64| own, "The float itself."),
    method!("__int__", "(self, /)", |vm, own| whole(vm, own, f64::trunc), "The int without the fraction."),
    method!("__trunc__", "(self, /)", |vm, own| whole(vm, own, f64::trunc), "The int without the fraction."),
    method!("__floor__", "(self, /)", |vm, own| whole(vm, own, f64::floor), "The greatest int that is not greater."),
    method!("__ceil__", "(self, /)", |vm, own| whole(vm, own, f64::ceil), "The least int that is not less."),
    method!("__round__", "(self, ndigits=None, /)", round, "Rounded, ties to even."),
    method!("__format__", "(self, format_spec, /)", format, "The float as a specifier of the format language says."),
    method!("__getnewargs__", "(self, /)", new_args, "The arguments that make this float."),
    method!("conjugate", "(self, /)", |own: f64| own, "The float itself."),
    method!("is_integer", "(self, /)", is_integer, "Whether it has no fraction."),
    method!("as_integer_ratio", "(self, /)", ratio, "Numerator and denominator of exactly this value, in lowest terms."),
    method!("hex", "(self, /)", hex, "The exact value in hexadecimal."),
    class_method!("fromhex", "(cls, string, /)", from_hex, "The float that a hexadecimal text stands for."),
    class_method!("from_number", "(cls, number, /)", from_number, "The float of a number; texts are refused."),
    getter!("real", |own: f64| own, "The float itself."),
    getter!("imag", |_: &Value| 0.0, "0.0"),
];

static MAKER: Row = static_method!("__new__", "(cls, x, /)", make, "The float of a number or text.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.float.clone();
    vm.set_maker(&class, &MAKER);
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
}

fn binary(vm: &mut Vm, own: f64, value: &Value, op: BinaryOp) -> Result {
    match as_number(vm, value) {
        Some(other) => vm.numbers(op, &own.into(), &other),
        None => Ok(Value::NotImplemented),
    }
}

fn reflected(vm: &mut Vm, own: f64, value: &Value, op: BinaryOp) -> Result {
    match as_number(vm, value) {
        Some(other) => vm.numbers(op, &other, &own.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, own: f64, value: &Value, op: CompareOp) -> Result {
    let order = as_number(vm, value).and_then(|other| order_numbers(&own.into(), &other));
    Ok(order.map_or(Value::NotImplemented, |order| Value::Bool(op.holds(order))))
}

fn whole(vm: &mut Vm, own: f64, function: fn(f64) -> f64) -> Result {
    int_of_float(vm, function(own))
}

fn divmod(vm: &mut Vm, own: f64, value: &Value) -> Result {
    match as_number(vm, value) {
        Some(other) => vm.divmod_numbers(&own.into(), &other),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, own: f64, value: &Value) -> Result {
    match as_number(vm, value) {
        Some(other) => vm.divmod_numbers(&other, &own.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn pow(vm: &mut Vm, own: f64, value: &Value, modulus: &Value) -> Result {
    no_modulus(vm, modulus)?;
    binary(vm, own, value, BinaryOp::Pow)
}

fn rpow(vm: &mut Vm, own: f64, value: &Value, modulus: &Value) -> Result {
    no_modulus(vm, modulus)?;
    reflected(vm, own, value, BinaryOp::Pow)
}

fn no_modulus(vm: &Vm, modulus: &Value) -> Result<()> {
    if modulus.is_none() {
        return Ok(());
    }
    Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
}

fn new(vm: &mut Vm, class: &Value, x: &Value) -> Result {
    check_new(vm, class, &vm.types.float)?;
    let float = convert(vm, x)?;
    vm.wrap_new(class, Value::Float(float))
}

/// `float(value)` of the class itself.
fn make(vm: &mut Vm, _: &Value, x: &Value) -> Result {
    convert(vm, x).map(Value::Float)
}

/// `float(value)`
fn convert(vm: &mut Vm, value: &Value) -> Result<f64> {
    if let Some(float) = value.get::<Str>().and_then(|text| parse_float(text.as_str())) {
        return Ok(float);
    }
    if let Some(float) = float_of(vm, value)? {
        return Ok(float);
    }
    let text = match vm.native_arg::<Str>(value) {
        Some(text) => Some(text.as_str().to_owned()),
        None => bytes_of(vm, value).map(|bytes| String::from_utf8(bytes).unwrap_or_default()),
    };
    let Some(text) = text else {
        let given = vm.type_name(value);
        return Err(vm.type_error(format!("float() argument must be a string or a real number, not '{given}'")));
    };
    match parse_float(&text) {
        Some(float) => Ok(float),
        None => {
            let shown = vm.repr(value)?;
            Err(vm.value_error(format!("could not convert string to float: {shown}")))
        }
    }
}

fn repr(own: f64) -> Value {
    Str::value(float_repr(own))
}

fn hash(own: f64) -> i64 {
    hash_float(own)
}

fn truth(own: f64) -> bool {
    own != 0.0
}

fn round(vm: &mut Vm, own: f64, ndigits: &Value) -> Result {
    if ndigits.is_none() {
        return int_of_float(vm, own.round_ties_even());
    }
    let digits = digit_count(vm, ndigits)?;
    match round_float(own, digits) {
        Some(rounded) => Ok(Value::Float(rounded)),
        None => Err(vm.overflow_error("rounded value too large to represent")),
    }
}

fn format(vm: &mut Vm, this: This<f64>, spec: &str) -> Result {
    if spec.is_empty() {
        return vm.str(this.value).map(Value::from);
    }
    let name = vm.type_name(this.value);
    let parsed = FormatSpec::parse(spec, name.as_str(), None);
    let formatted = parsed.and_then(|spec| format_float(this.storage, &spec, name.as_str()));
    formatted.map(Str::value).map_err(|error| error.raise(vm))
}

fn new_args(own: f64) -> Value {
    Tuple::value([Value::Float(own)])
}

fn is_integer(own: f64) -> bool {
    own.is_finite() && own.fract() == 0.0
}

fn ratio(vm: &mut Vm, own: f64) -> Result {
    if own.is_nan() {
        return Err(vm.value_error("cannot convert NaN to integer ratio"));
    }
    if own.is_infinite() {
        return Err(vm.overflow_error("cannot convert Infinity to integer ratio"));
    }
    let (mantissa, exponent) = exact_parts(own);
    if mantissa == 0 {
        return Ok(Tuple::value([Value::Int(0), Value::Int(1)]));
    }
    let twos = mantissa.trailing_zeros();
    let (odd, exponent) = (mantissa >> twos, exponent + i64::from(twos));
    let one = || BigInt::from(1);
    let (numerator, denominator) = match u64::try_from(exponent) {
        Ok(up) => (BigInt::from(odd) << up, one()),
        Err(_) => (BigInt::from(odd), one() << exponent.unsigned_abs()),
    };
    let numerator = if own < 0.0 { -numerator } else { numerator };
    Ok(Tuple::value([int_value(numerator), int_value(denominator)]))
}

fn hex(own: f64) -> Value {
    Str::value(float_hex(own))
}

/// A float as the class that a class method was called on makes it.
fn of_class(vm: &mut Vm, class: &Value, float: f64) -> Result {
    match class.gc::<Class>() {
        Some(own) if !own.same(&vm.types.float) => vm.call(class, &[Value::Float(float)]),
        _ => Ok(Value::Float(float)),
    }
}

fn from_hex(vm: &mut Vm, class: &Value, string: &Value) -> Result {
    let Some(text) = vm.native_arg::<Str>(string) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match parse_hex_float(text.as_str()) {
        Ok(float) => of_class(vm, class, float),
        Err(HexError::Invalid) => Err(vm.value_error("invalid hexadecimal floating-point string")),
        Err(HexError::TooLarge) => Err(vm.overflow_error("hexadecimal value too large to represent as a float")),
    }
}

fn from_number(vm: &mut Vm, class: &Value, float: f64) -> Result {
    of_class(vm, class, float)
}
