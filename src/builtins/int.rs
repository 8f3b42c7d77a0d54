//! `int`: construction, operators as methods, bytes, ratios.
//!
//! Operators of the language on exact ints never come here: these rows serve explicit calls and instances of subclasses.

mod bytes;

use num_traits::Signed;

use super::number::convert::{as_int, big, bytes_of, check_new, digit_count, int_of_float, int_receiver};
use super::number::format::{FormatSpec, format_int, int_digits};
use super::number::parse::{IntError, parse_int, parse_small};
use super::number::round::round_int;
use crate::object::{BigIntObject, ByteArray, Bytes, Class, Str, Tuple, int_value, quick_hash};
use crate::value::Value;
use crate::vm::{BinaryOp, CompareOp, Number, Raised, Result, Row, UnaryOp, Vm, order_numbers};

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

macro_rules! itself {
    ($name:literal, $doc:literal) => {
        Row::method($name, "(self, /)", |vm, args| plain(vm, args, $name), $doc)
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
    Row::method("__divmod__", "(self, value, /)", divmod, "`divmod(self, value)`"),
    Row::method("__rdivmod__", "(self, value, /)", rdivmod, "`divmod(value, self)`"),
    Row::method("__pow__", "(self, value, mod=None, /)", pow, "`pow(self, value, mod)`"),
    Row::method("__rpow__", "(self, value, mod=None, /)", rpow, "`pow(value, self, mod)`"),
    Row::method("__neg__", "(self, /)", |vm, args| unary(vm, args, UnaryOp::Neg), "`-self`"),
    Row::method("__pos__", "(self, /)", |vm, args| unary(vm, args, UnaryOp::Pos), "`+self`"),
    Row::method("__invert__", "(self, /)", |vm, args| unary(vm, args, UnaryOp::Invert), "`~self`"),
    Row::method("__abs__", "(self, /)", abs, "`abs(self)`"),
    comparison!(Eq, "__eq__", "`self == value`"),
    comparison!(Ne, "__ne__", "`self != value`"),
    comparison!(Lt, "__lt__", "`self < value`"),
    comparison!(Le, "__le__", "`self <= value`"),
    comparison!(Gt, "__gt__", "`self > value`"),
    comparison!(Ge, "__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    Row::static_method("__new__", "(cls, x=..., /, base=...)", new, "The int of a number or of a text in a base."),
    Row::method("__repr__", "(self, /)", repr, "The decimal digits."),
    Row::method("__hash__", "(self, /)", hash, "The hash: that of every equal number."),
    Row::method("__bool__", "(self, /)", truth, "Whether it is not zero."),
    itself!("__int__", "The int itself."),
    itself!("__index__", "The int itself."),
    itself!("__trunc__", "The int itself."),
    itself!("__floor__", "The int itself."),
    itself!("__ceil__", "The int itself."),
    itself!("conjugate", "The int itself: it has no imaginary part."),
    Row::method("__float__", "(self, /)", float, "The nearest float."),
    Row::method("__round__", "(self, ndigits=None, /)", round, "Rounded to a power of ten, ties to even."),
    Row::method("__format__", "(self, format_spec, /)", format, "The int as a specifier of the format language says."),
    Row::method("__getnewargs__", "(self, /)", new_args, "The arguments that make this int."),
    Row::method("__sizeof__", "(self, /)", size_of, "Size in bytes, as CPython stores it."),
    Row::method("bit_length", "(self, /)", bit_length, "Bits of the magnitude."),
    Row::method("bit_count", "(self, /)", bit_count, "Ones in the magnitude."),
    Row::method("is_integer", "(self, /)", is_integer, "True."),
    Row::method("as_integer_ratio", "(self, /)", ratio, "The int and 1."),
    Row::getter("real", |vm, args| plain(vm, args, "real"), "The int itself."),
    Row::getter("imag", |_, _| Ok(Value::Int(0)), "0"),
    Row::getter("numerator", |vm, args| plain(vm, args, "numerator"), "The int itself."),
    Row::getter("denominator", |_, _| Ok(Value::Int(1)), "1"),
];

static MAKER: Row =
    Row::static_method("__new__", "(cls, x, /)", |vm, args| convert(vm, &args[1]), "The int of a number or of a text.");

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.int.clone();
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
    vm.add_methods(&class, bytes::ROWS);
    vm.set_maker(&class, &MAKER);
}

fn binary(vm: &mut Vm, args: &[Value], op: BinaryOp) -> Result {
    let own = int_receiver(vm, args, op.name(&vm.names).as_str())?;
    match as_int(vm, &args[1]) {
        Some(other) => vm.numbers(op, &own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn reflected(vm: &mut Vm, args: &[Value], op: BinaryOp) -> Result {
    let own = int_receiver(vm, args, op.reflected(&vm.names).as_str())?;
    match as_int(vm, &args[1]) {
        Some(other) => vm.numbers(op, &other, &own),
        None => Ok(Value::NotImplemented),
    }
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let own = int_receiver(vm, args, op.name(&vm.names).as_str())?;
    let order = as_int(vm, &args[1]).and_then(|other| order_numbers(&own, &other));
    Ok(order.map_or(Value::NotImplemented, |order| Value::Bool(op.holds(order))))
}

fn unary(vm: &mut Vm, args: &[Value], op: UnaryOp) -> Result {
    let own = int_receiver(vm, args, op.name(&vm.names).as_str())?;
    Ok(vm.unary_number(op, &own))
}

fn abs(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__abs__")?;
    let negative = match Number::of(&own) {
        Some(Number::Int(int)) => int < 0,
        Some(Number::Big(big)) => big.is_negative(),
        _ => false,
    };
    Ok(vm.unary_number(if negative { UnaryOp::Neg } else { UnaryOp::Pos }, &own))
}

fn divmod(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__divmod__")?;
    match as_int(vm, &args[1]) {
        Some(other) => vm.divmod_numbers(&own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn rdivmod(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__rdivmod__")?;
    match as_int(vm, &args[1]) {
        Some(other) => vm.divmod_numbers(&other, &own),
        None => Ok(Value::NotImplemented),
    }
}

fn pow(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__pow__")?;
    match as_int(vm, &args[1]) {
        Some(exponent) => power(vm, &own, &exponent, &args[2]),
        None => Ok(Value::NotImplemented),
    }
}

fn rpow(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__rpow__")?;
    match as_int(vm, &args[1]) {
        Some(base) => power(vm, &base, &own, &args[2]),
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

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    check_new(vm, &args[0], &vm.types.int)?;
    if args[0].gc::<Class>().is_some_and(|class| class.same(&vm.types.bool_)) {
        return Err(vm.type_error("int.__new__(bool) is not safe, use bool.__new__()"));
    }
    let value = match (&args[1], &args[2]) {
        (Value::Unset, Value::Unset) => Value::Int(0),
        (Value::Unset, _) => return Err(vm.type_error("int() missing string argument")),
        (value, Value::Unset) => convert(vm, value)?,
        (text, base) => parse_in_base(vm, text, base)?,
    };
    vm.wrap_new(&args[0], value)
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
        Some(array) => Bytes::value(array.0.borrow().clone()),
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

/// The int itself, plain also for a bool or an instance of a subclass.
fn plain(vm: &mut Vm, args: &[Value], method: &str) -> Result {
    let own = int_receiver(vm, args, method)?;
    Ok(vm.unary_number(UnaryOp::Pos, &own))
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__repr__")?;
    let number = Number::of(&own).unwrap_or(Number::Int(0));
    let digits = int_digits(number, 10, vm.int_max_str_digits).map_err(|error| error.raise(vm))?;
    let negative = match number {
        Number::Int(int) => int < 0,
        Number::Big(big) => big.is_negative(),
        Number::Float(_) => false,
    };
    Ok(Str::value(if negative { compact_str::format_compact!("-{digits}") } else { digits }))
}

fn hash(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__hash__")?;
    Ok(Value::Int(quick_hash(&own).unwrap_or_default()))
}

fn truth(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__bool__")?;
    Ok(Value::Bool(!matches!(Number::of(&own), Some(Number::Int(0)))))
}

fn float(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__float__")?;
    let number = Number::of(&own).unwrap_or(Number::Int(0));
    number.to_float().map(Value::Float).map_err(|fault| vm.fault(fault))
}

fn round(vm: &mut Vm, args: &[Value]) -> Result {
    let own = plain(vm, args, "__round__")?;
    if args[1].is_none() {
        return Ok(own);
    }
    let digits = digit_count(vm, &args[1])?;
    if digits >= 0 {
        return Ok(own);
    }
    Ok(int_value(round_int(&big(&own), digits.unsigned_abs())))
}

fn format(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__format__")?;
    let Some(spec) = vm.native_arg::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("__format__() argument must be str, not {given}")));
    };
    if spec.as_str().is_empty() {
        return vm.str(&args[0]).map(Value::from);
    }
    let name = vm.type_name(&args[0]);
    let limit = vm.int_max_str_digits;
    let formatted = FormatSpec::parse(spec.as_str(), name.as_str(), Some('d'))
        .and_then(|spec| format_int(Number::of(&own).unwrap_or(Number::Int(0)), &spec, name.as_str(), limit));
    formatted.map(Str::value).map_err(|error| error.raise(vm))
}

fn new_args(vm: &mut Vm, args: &[Value]) -> Result {
    let own = plain(vm, args, "__getnewargs__")?;
    Ok(Tuple::value([own]))
}

fn size_of(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "__sizeof__")?;
    let digits = big(&own).bits().div_ceil(30).max(1);
    Ok(Value::Int(24 + 4 * digits as i64))
}

fn bit_length(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "bit_length")?;
    Ok(Value::Int(match Number::of(&own) {
        Some(Number::Int(int)) => i64::from(64 - int.unsigned_abs().leading_zeros()),
        Some(Number::Big(big)) => big.bits() as i64,
        _ => 0,
    }))
}

fn bit_count(vm: &mut Vm, args: &[Value]) -> Result {
    let own = int_receiver(vm, args, "bit_count")?;
    Ok(Value::Int(match Number::of(&own) {
        Some(Number::Int(int)) => i64::from(int.unsigned_abs().count_ones()),
        Some(Number::Big(big)) => big.magnitude().count_ones() as i64,
        _ => 0,
    }))
}

fn is_integer(vm: &mut Vm, args: &[Value]) -> Result {
    int_receiver(vm, args, "is_integer").map(|_| Value::Bool(true))
}

fn ratio(vm: &mut Vm, args: &[Value]) -> Result {
    let own = plain(vm, args, "as_integer_ratio")?;
    Ok(Tuple::value([own, Value::Int(1)]))
}
