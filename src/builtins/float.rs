//! `float`: construction, operators as methods, ratios, hexadecimal text.
//!
//! Operators of the language on exact floats never come here: these rows serve explicit calls and instances of subclasses.

use num_bigint::BigInt;

use super::number::convert::{as_number, bytes_of, check_new, digit_count, float_of, float_receiver, int_of_float, real};
use super::number::format::{FormatSpec, format_float};
use super::number::parse::{HexError, parse_float, parse_hex_float};
use super::number::repr::{float_hex, float_repr};
use super::number::round::round_float;
use crate::object::{Class, Str, Tuple, hash_float, int_value};
use crate::value::Value;
use crate::vm::{BinaryOp, CompareOp, Result, Row, Vm, exact_parts, order_numbers};

macro_rules! operator {
    ($op:ident, $name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |vm, args| binary(vm, args, BinaryOp::$op), $doc)
    };
    (reflected $op:ident, $name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |vm, args| reflected(vm, args, BinaryOp::$op), $doc)
    };
}

macro_rules! comparison {
    ($op:ident, $name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |vm, args| compare(vm, args, CompareOp::$op), $doc)
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
    Row::method("__divmod__", "(self, value, /)", divmod, "`divmod(self, value)`"),
    Row::method("__rdivmod__", "(self, value, /)", rdivmod, "`divmod(value, self)`"),
    Row::method("__pow__", "(self, value, mod=None, /)", pow, "`pow(self, value)`"),
    Row::method("__rpow__", "(self, value, mod=None, /)", rpow, "`pow(value, self)`"),
    Row::method("__neg__", "(self, /)", |vm, args| map(vm, args, "__neg__", |float| -float), "`-self`"),
    Row::method("__pos__", "(self, /)", |vm, args| map(vm, args, "__pos__", |float| float), "`+self`"),
    Row::method("__abs__", "(self, /)", |vm, args| map(vm, args, "__abs__", f64::abs), "`abs(self)`"),
    comparison!(Eq, "__eq__", "`self == value`"),
    comparison!(Ne, "__ne__", "`self != value`"),
    comparison!(Lt, "__lt__", "`self < value`"),
    comparison!(Le, "__le__", "`self <= value`"),
    comparison!(Gt, "__gt__", "`self > value`"),
    comparison!(Ge, "__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, x=0.0, /)", new, "The float of a number or text."),
    Row::method("__repr__", "(self, /)", repr, "The shortest digits that read back as this float."),
    Row::method("__hash__", "(self, /)", hash, "The hash: that of every equal number."),
    Row::method("__bool__", "(self, /)", truth, "Whether it is not zero."),
    Row::method("__float__", "(self, /)", |vm, args| map(vm, args, "__float__", |float| float), "The float itself."),
    Row::method("__int__", "(self, /)", |vm, args| whole(vm, args, "__int__", f64::trunc), "The int without the fraction."),
    Row::method("__trunc__", "(self, /)", |vm, args| whole(vm, args, "__trunc__", f64::trunc), "The int without the fraction."),
    Row::method(
        "__floor__",
        "(self, /)",
        |vm, args| whole(vm, args, "__floor__", f64::floor),
        "The greatest int that is not greater.",
    ),
    Row::method("__ceil__", "(self, /)", |vm, args| whole(vm, args, "__ceil__", f64::ceil), "The least int that is not less."),
    Row::method("__round__", "(self, ndigits=None, /)", round, "Rounded, ties to even."),
    Row::method("__format__", "(self, format_spec, /)", format, "The float as a specifier of the format language says."),
    Row::method("__getnewargs__", "(self, /)", new_args, "The arguments that make this float."),
    Row::method("conjugate", "(self, /)", |vm, args| map(vm, args, "conjugate", |float| float), "The float itself."),
    Row::method("is_integer", "(self, /)", is_integer, "Whether it has no fraction."),
    Row::method("as_integer_ratio", "(self, /)", ratio, "Numerator and denominator of exactly this value, in lowest terms."),
    Row::method("hex", "(self, /)", hex, "The exact value in hexadecimal."),
    Row::class_method("fromhex", "(cls, string, /)", from_hex, "The float that a hexadecimal text stands for."),
    Row::class_method("from_number", "(cls, number, /)", from_number, "The float of a number; texts are refused."),
    Row::getter("real", |vm, args| map(vm, args, "real", |float| float), "The float itself."),
    Row::getter("imag", |_, _| Ok(Value::Float(0.0)), "0.0"),
];

static MAKER: Row = Row::static_method("__new__", "(cls, x, /)", make, "The float of a number or text.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.float.clone();
    vm.set_maker(&class, &MAKER);
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
}

fn binary(vm: &mut Vm, args: &[Value], op: BinaryOp) -> Result {
    let own = float_receiver(vm, args, op.name(&vm.names).as_str())?;
    match as_number(vm, &args[1]) {
        Some(other) => vm.numbers(op, &own.into(), &other),
        None => Ok(Value::NotImplemented),
    }
}

fn reflected(vm: &mut Vm, args: &[Value], op: BinaryOp) -> Result {
    let own = float_receiver(vm, args, op.reflected(&vm.names).as_str())?;
    match as_number(vm, &args[1]) {
        Some(other) => vm.numbers(op, &other, &own.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let own = float_receiver(vm, args, op.name(&vm.names).as_str())?;
    let order = as_number(vm, &args[1]).and_then(|other| order_numbers(&own.into(), &other));
    Ok(order.map_or(Value::NotImplemented, |order| Value::Bool(op.holds(order))))
}

fn map(vm: &mut Vm, args: &[Value], method: &str, function: fn(f64) -> f64) -> Result {
    Ok(Value::Float(function(float_receiver(vm, args, method)?)))
}

fn whole(vm: &mut Vm, args: &[Value], method: &str, function: fn(f64) -> f64) -> Result {
    let own = float_receiver(vm, args, method)?;
    int_of_float(vm, function(own))
}

fn divmod(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "__divmod__")?;
    match as_number(vm, &args[1]) {
        Some(other) => vm.divmod_numbers(&own.into(), &other),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "__rdivmod__")?;
    match as_number(vm, &args[1]) {
        Some(other) => vm.divmod_numbers(&other, &own.into()),
        None => Ok(Value::NotImplemented),
    }
}

fn pow(vm: &mut Vm, args: &[Value]) -> Result {
    no_modulus(vm, &args[2])?;
    binary(vm, args, BinaryOp::Pow)
}

fn rpow(vm: &mut Vm, args: &[Value]) -> Result {
    no_modulus(vm, &args[2])?;
    reflected(vm, args, BinaryOp::Pow)
}

fn no_modulus(vm: &Vm, modulus: &Value) -> Result<()> {
    if modulus.is_none() {
        return Ok(());
    }
    Err(vm.type_error("pow() 3rd argument not allowed unless all arguments are integers"))
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    check_new(vm, &args[0], &vm.types.float)?;
    let float = convert(vm, &args[1])?;
    vm.wrap_new(&args[0], Value::Float(float))
}

/// `float(value)` of the class itself.
fn make(vm: &mut Vm, args: &[Value]) -> Result {
    convert(vm, &args[1]).map(Value::Float)
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

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Str::value(float_repr(float_receiver(vm, args, "__repr__")?)))
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Value::Int(hash_float(float_receiver(vm, args, "__hash__")?)))
}

fn truth(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Value::Bool(float_receiver(vm, args, "__bool__")? != 0.0))
}

fn round(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "__round__")?;
    if args[1].is_none() {
        return int_of_float(vm, own.round_ties_even());
    }
    let digits = digit_count(vm, &args[1])?;
    match round_float(own, digits) {
        Some(rounded) => Ok(Value::Float(rounded)),
        None => Err(vm.overflow_error("rounded value too large to represent")),
    }
}

fn format(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "__format__")?;
    let Some(spec) = vm.native_arg::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("__format__() argument must be str, not {given}")));
    };
    if spec.as_str().is_empty() {
        return vm.str(&args[0]).map(Value::from);
    }
    let name = vm.type_name(&args[0]);
    let parsed = FormatSpec::parse(spec.as_str(), name.as_str(), None);
    let formatted = parsed.and_then(|spec| format_float(own, &spec, name.as_str()));
    formatted.map(Str::value).map_err(|error| error.raise(vm))
}

fn new_args(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Tuple::value([Value::Float(float_receiver(vm, args, "__getnewargs__")?)]))
}

fn is_integer(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "is_integer")?;
    Ok(Value::Bool(own.is_finite() && own.fract() == 0.0))
}

fn ratio(vm: &mut Vm, args: &[Value]) -> Result {
    let own = float_receiver(vm, args, "as_integer_ratio")?;
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

fn hex(vm: &mut Vm, args: &[Value]) -> Result {
    Ok(Str::value(float_hex(float_receiver(vm, args, "hex")?)))
}

/// A float as the class that a class method was called on makes it.
fn of_class(vm: &mut Vm, class: &Value, float: f64) -> Result {
    match class.gc::<Class>() {
        Some(own) if !own.same(&vm.types.float) => vm.call(class, &[Value::Float(float)]),
        _ => Ok(Value::Float(float)),
    }
}

fn from_hex(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(text) = vm.native_arg::<Str>(&args[1]) else {
        return Err(vm.type_error("bad argument type for built-in operation"));
    };
    match parse_hex_float(text.as_str()) {
        Ok(float) => of_class(vm, &args[0], float),
        Err(HexError::Invalid) => Err(vm.value_error("invalid hexadecimal floating-point string")),
        Err(HexError::TooLarge) => Err(vm.overflow_error("hexadecimal value too large to represent as a float")),
    }
}

fn from_number(vm: &mut Vm, args: &[Value]) -> Result {
    let float = real(vm, &args[1])?;
    of_class(vm, &args[0], float)
}
