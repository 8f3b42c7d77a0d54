//! `complex`: construction from numbers and text, operators as methods, texts.
//!
//! Operators of the language on exact numbers never come here: these rows serve explicit calls and instances of subclasses.

use compact_str::CompactString;

use super::number::convert::{as_number, check_new, float_of};
use super::number::format::{FormatSpec, format_float, unknown_code};
use super::number::parse::parse_complex;
use super::number::repr::float_repr;
use super::receiver::storage;
use crate::object::{Class, Complex, Str, Tuple, hash_complex};
use crate::value::Value;
use crate::vm::{BinaryOp, CompareOp, Result, Row, UnaryOp, Vm, order_numbers};

macro_rules! operator {
    ($op:ident, $name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |vm, args| binary(vm, args, BinaryOp::$op, false), $doc)
    };
    (reflected $op:ident, $name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |vm, args| binary(vm, args, BinaryOp::$op, true), $doc)
    };
}

macro_rules! incomparable {
    ($name:literal, $doc:literal) => {
        Row::method($name, "(self, value, /)", |_, _| Ok(Value::NotImplemented), $doc)
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
    Row::method("__pow__", "(self, value, mod=None, /)", |vm, args| power(vm, args, false), "`pow(self, value)`"),
    Row::method("__rpow__", "(self, value, mod=None, /)", |vm, args| power(vm, args, true), "`pow(value, self)`"),
    Row::method("__neg__", "(self, /)", |vm, args| unary(vm, args, UnaryOp::Neg), "`-self`"),
    Row::method("__pos__", "(self, /)", |vm, args| unary(vm, args, UnaryOp::Pos), "`+self`"),
    Row::method("__abs__", "(self, /)", abs, "`abs(self)`"),
    Row::method("__eq__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Eq), "`self == value`"),
    Row::method("__ne__", "(self, value, /)", |vm, args| compare(vm, args, CompareOp::Ne), "`self != value`"),
    incomparable!("__lt__", "`self < value`"),
    incomparable!("__le__", "`self <= value`"),
    incomparable!("__gt__", "`self > value`"),
    incomparable!("__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    Row::static_method(
        "__new__",
        "(cls, real=..., imag=...)",
        new,
        "The complex number of a text, or of real and imaginary part.",
    ),
    Row::method("__repr__", "(self, /)", repr, "The number as it can be written."),
    Row::method(
        "__hash__",
        "(self, /)",
        |vm, args| of(vm, args, |own| Value::Int(hash_complex(own))),
        "The hash: that of every equal number.",
    ),
    Row::method(
        "__bool__",
        "(self, /)",
        |vm, args| of(vm, args, |own| (own.re != 0.0 || own.im != 0.0).into()),
        "Whether it is not zero.",
    ),
    Row::method("__complex__", "(self, /)", |vm, args| of(vm, args, Value::from), "The number itself."),
    Row::method("__format__", "(self, format_spec, /)", format, "The number as a specifier of the format language says."),
    Row::method(
        "__getnewargs__",
        "(self, /)",
        |vm, args| of(vm, args, |own| Tuple::value([Value::Float(own.re), Value::Float(own.im)])),
        "The arguments that make this number.",
    ),
    Row::method(
        "conjugate",
        "(self, /)",
        |vm, args| of(vm, args, |own| Complex::value(own.re, -own.im)),
        "The number with its imaginary part negated.",
    ),
    Row::class_method("from_number", "(cls, number, /)", from_number, "The complex number of a number; texts are refused."),
    Row::getset("real", |vm, args| of(vm, args, |own| own.re.into()), read_only, "The real part."),
    Row::getset("imag", |vm, args| of(vm, args, |own| own.im.into()), read_only, "The imaginary part."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.complex.clone();
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
}

/// The number that a method was called on.
fn receiver(vm: &Vm, args: &[Value]) -> Result<Complex> {
    match storage::<Complex>(&args[0]) {
        Some(own) => Ok(**own),
        None => {
            let given = vm.type_name(&args[0]);
            Err(vm.type_error(format!("descriptor requires a 'complex' object but received a '{given}'")))
        }
    }
}

fn of(vm: &mut Vm, args: &[Value], function: fn(Complex) -> Value) -> Result {
    Ok(function(receiver(vm, args)?))
}

fn read_only(vm: &mut Vm, _: &[Value]) -> Result {
    Err(vm.attribute_error("readonly attribute"))
}

/// The complex or real number that an operand is.
fn operand(vm: &Vm, value: &Value) -> Option<Value> {
    storage::<Complex>(value).map(|complex| Value::from(**complex)).or_else(|| as_number(vm, value))
}

fn binary(vm: &mut Vm, args: &[Value], op: BinaryOp, reflected: bool) -> Result {
    let method = if reflected { op.reflected(&vm.names) } else { op.name(&vm.names) }.clone();
    if storage::<Complex>(&args[0]).is_none() {
        return Err(super::receiver::wrong_receiver(vm, args, &vm.types.complex.name.borrow().clone(), method.as_str()));
    }
    let own = receiver(vm, args)?.into();
    match operand(vm, &args[1]) {
        Some(other) if reflected => vm.numbers(op, &other, &own),
        Some(other) => vm.numbers(op, &own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn power(vm: &mut Vm, args: &[Value], reflected: bool) -> Result {
    if !args[2].is_none() {
        return Err(vm.value_error("complex modulo"));
    }
    binary(vm, args, BinaryOp::Pow, reflected)
}

fn unary(vm: &mut Vm, args: &[Value], op: UnaryOp) -> Result {
    Ok(vm.unary_number(op, &receiver(vm, args)?.into()))
}

fn abs(vm: &mut Vm, args: &[Value]) -> Result {
    let own = receiver(vm, args)?;
    let size = own.re.hypot(own.im);
    if size.is_infinite() && own.re.is_finite() && own.im.is_finite() {
        return Err(vm.overflow_error("absolute value too large"));
    }
    Ok(size.into())
}

fn compare(vm: &mut Vm, args: &[Value], op: CompareOp) -> Result {
    let own = receiver(vm, args)?;
    let equal = match storage::<Complex>(&args[1]) {
        Some(other) => own == **other,
        None => match as_number(vm, &args[1]).and_then(|other| order_numbers(&own.re.into(), &other)) {
            Some(order) => own.im == 0.0 && CompareOp::Eq.holds(order),
            None => return Ok(Value::NotImplemented),
        },
    };
    Ok((equal == (op == CompareOp::Eq)).into())
}

/// A part as it is written in a complex number: without `.0`.
fn part(value: f64) -> CompactString {
    let text = float_repr(value);
    text.strip_suffix(".0").map_or_else(|| text.clone(), CompactString::from)
}

/// Whether a number is written without its real part.
fn is_imaginary(number: Complex) -> bool {
    number.re == 0.0 && number.re.is_sign_positive()
}

fn repr(vm: &mut Vm, args: &[Value]) -> Result {
    let own = receiver(vm, args)?;
    let im = part(own.im);
    if is_imaginary(own) {
        return Ok(Str::value(format!("{im}j")));
    }
    let plus = if im.starts_with('-') { "" } else { "+" };
    Ok(Str::value(format!("({}{plus}{im}j)", part(own.re))))
}

fn format(vm: &mut Vm, args: &[Value]) -> Result {
    let own = receiver(vm, args)?;
    let Some(spec) = vm.native_arg::<Str>(&args[1]) else {
        let given = vm.type_name(&args[1]);
        return Err(vm.type_error(format!("__format__() argument must be str, not {given}")));
    };
    if spec.as_str().is_empty() {
        return vm.str(&args[0]).map(Value::from);
    }
    let name = vm.type_name(&args[0]);
    let spec = FormatSpec::parse(spec.as_str(), name.as_str(), None).map_err(|error| error.raise(vm))?;
    if let Some(ty) = spec.ty.filter(|ty| !"eEfFgGn".contains(*ty)) {
        return Err(unknown_code(ty, name.as_str()).raise(vm));
    }
    if spec.zero {
        return Err(vm.value_error("Zero padding is not allowed in complex format specifier"));
    }
    if spec.align == Some('=') {
        return Err(vm.value_error("'=' alignment flag is not allowed in complex format specifier"));
    }
    let part = |value: f64, sign: Option<char>| {
        let spec = FormatSpec { width: 0, align: None, sign, ..spec.clone() };
        let text = format_float(value, &spec, name.as_str())?;
        // Only floats alone always have a point.
        Ok(match text.strip_suffix(".0") {
            Some(whole) if spec.ty.is_none() => CompactString::from(whole),
            _ => text,
        })
    };
    let bare = spec.ty.is_none() && is_imaginary(own);
    let text = if bare {
        part(own.im, spec.sign).map(|im| format!("{im}j"))
    } else {
        let (open, close) = if spec.ty.is_none() { ("(", ")") } else { ("", "") };
        part(own.re, spec.sign).and_then(|re| part(own.im, Some('+')).map(|im| format!("{open}{re}{im}j{close}")))
    };
    let padded = text.and_then(|text| spec.pad(&text, '>'));
    padded.map(Str::value).map_err(|error| error.raise(vm))
}

/// What `__complex__` gives; none for a type without it.
fn special(vm: &mut Vm, value: &Value) -> Result<Option<Complex>> {
    if let Some(complex) = storage::<Complex>(value) {
        return Ok(Some(**complex));
    }
    let name = vm.names.complex.clone();
    let Some(answer) = vm.call_special(value, &name, &[])? else { return Ok(None) };
    match storage::<Complex>(&answer) {
        Some(complex) => Ok(Some(**complex)),
        None => Err(vm.type_error(format!("__complex__ returned non-complex (type {})", vm.type_name(&answer)))),
    }
}

fn new(vm: &mut Vm, args: &[Value]) -> Result {
    check_new(vm, &args[0], &vm.types.complex)?;
    let (real, imag) = (&args[1], &args[2]);
    let number = match (real.is_set(), imag.is_set()) {
        (false, false) => Complex { re: 0.0, im: 0.0 },
        (true, false) => convert(vm, real)?,
        _ => {
            let first = if real.is_set() { two_part(vm, real, "real")? } else { Complex { re: 0.0, im: 0.0 } };
            let second = two_part(vm, imag, "imag")?;
            // A complex imaginary part turns into the real one; where it is real, nothing is added, not even a zero.
            let exact = storage::<Complex>(imag).is_some();
            Complex {
                re: if exact { first.re - second.im } else { first.re },
                im: if storage::<Complex>(real).is_some() { first.im + second.re } else { second.re },
            }
        }
    };
    vm.wrap_new(&args[0], number.into())
}

/// `complex(value)`
fn convert(vm: &mut Vm, value: &Value) -> Result<Complex> {
    if let Some(text) = vm.native_arg::<Str>(value) {
        return match parse_complex(text.as_str()) {
            Some((re, im)) => Ok(Complex { re, im }),
            None => Err(vm.value_error("complex() arg is a malformed string")),
        };
    }
    if let Some(number) = special(vm, value)? {
        return Ok(number);
    }
    match float_of(vm, value)? {
        Some(re) => Ok(Complex { re, im: 0.0 }),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("complex() argument must be a string or a number, not {given}")))
        }
    }
}

/// One of two arguments.
fn two_part(vm: &mut Vm, value: &Value, name: &str) -> Result<Complex> {
    let number = match storage::<Complex>(value) {
        Some(complex) => Some(**complex),
        None if name == "real" => special(vm, value)?,
        None => None,
    };
    if let Some(number) = number {
        return Ok(number);
    }
    match float_of(vm, value)? {
        Some(re) => Ok(Complex { re, im: 0.0 }),
        None => {
            let given = vm.type_name(value);
            Err(vm.type_error(format!("complex() argument '{name}' must be a real number, not {given}")))
        }
    }
}

fn from_number(vm: &mut Vm, args: &[Value]) -> Result {
    let number = match special(vm, &args[1])? {
        Some(number) => number,
        None => Complex { re: super::number::convert::real(vm, &args[1])?, im: 0.0 },
    };
    match args[0].gc::<Class>() {
        Some(own) if !own.same(&vm.types.complex) => vm.call(&args[0], &[number.into()]),
        _ => Ok(number.into()),
    }
}
