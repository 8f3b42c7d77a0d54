//! `complex`: construction from numbers and text, operators as methods, texts.
//!
//! Operators of the language on exact numbers never come here: these rows serve explicit calls and instances of subclasses.

use compact_str::CompactString;

use super::number::convert::{as_number, check_new, float_of};
use super::number::format::{FormatSpec, format_float, unknown_code};
use super::number::parse::parse_complex;
use super::number::repr::float_repr;
use crate::object::{Class, Complex, Str, Tuple, hash_complex};
use crate::value::Value;
use crate::vm::{
    BinaryOp, CompareOp, FromArg, Place, Result, Row, This, UnaryOp, Vm, class_method, getset, method, order_numbers,
    static_method, storage,
};

macro_rules! operator {
    ($op:ident, $name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |vm, own, value| binary(vm, own, value, BinaryOp::$op, false), $doc)
    };
    (reflected $op:ident, $name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |vm, own, value| binary(vm, own, value, BinaryOp::$op, true), $doc)
    };
}

macro_rules! incomparable {
    ($name:literal, $doc:literal) => {
        method!($name, "(self, value, /)", |_: &Value, _: &Value| Value::NotImplemented, $doc)
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
    method!(
        "__pow__",
        "(self, value, mod=None, /)",
        |vm, this, value, modulus| power(vm, this, value, modulus, false),
        "`pow(self, value)`"
    ),
    method!(
        "__rpow__",
        "(self, value, mod=None, /)",
        |vm, this, value, modulus| power(vm, this, value, modulus, true),
        "`pow(value, self)`"
    ),
    method!("__neg__", "(self, /)", |vm, this| unary(vm, this, UnaryOp::Neg), "`-self`"),
    method!("__pos__", "(self, /)", |vm, this| unary(vm, this, UnaryOp::Pos), "`+self`"),
    method!("__abs__", "(self, /)", abs, "`abs(self)`"),
    method!("__eq__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Eq), "`self == value`"),
    method!("__ne__", "(self, value, /)", |vm, this, value| compare(vm, this, value, CompareOp::Ne), "`self != value`"),
    incomparable!("__lt__", "`self < value`"),
    incomparable!("__le__", "`self <= value`"),
    incomparable!("__gt__", "`self > value`"),
    incomparable!("__ge__", "`self >= value`"),
];

static ROWS: &[Row] = &[
    static_method!("__new__", "(cls, real=..., imag=...)", new, "The complex number of a text, or of real and imaginary part."),
    method!("__repr__", "(self, /)", repr, "The number as it can be written."),
    method!("__hash__", "(self, /)", hash_complex, "The hash: that of every equal number."),
    method!("__bool__", "(self, /)", |own: Complex| own.re != 0.0 || own.im != 0.0, "Whether it is not zero."),
    method!("__complex__", "(self, /)", |own: Complex| own, "The number itself."),
    method!("__format__", "(self, format_spec, /)", format, "The number as a specifier of the format language says."),
    method!(
        "__getnewargs__",
        "(self, /)",
        |own: Complex| Tuple::value([Value::Float(own.re), Value::Float(own.im)]),
        "The arguments that make this number."
    ),
    method!(
        "conjugate",
        "(self, /)",
        |own: Complex| Complex::value(own.re, -own.im),
        "The number with its imaginary part negated."
    ),
    class_method!("from_number", "(cls, number, /)", from_number, "The complex number of a number; texts are refused."),
    getset!("real", |own: Complex| own.re, read_only, "The real part."),
    getset!("imag", |own: Complex| own.im, read_only, "The imaginary part."),
];

/// Fills the class.
pub fn install(vm: &mut Vm) {
    let class = vm.types.complex.clone();
    vm.add_methods(&class, OPERATORS);
    vm.add_methods(&class, ROWS);
}

/// A complex number that a method is called on.
impl<'a> FromArg<'a> for Complex {
    #[inline]
    fn from_arg(vm: &mut Vm, value: &'a Value, place: &'static Place) -> Result<Self> {
        <&Complex>::from_arg(vm, value, place).copied()
    }
}

fn read_only(vm: &mut Vm, _: &Value, _: &Value) -> Result {
    Err(vm.attribute_error("readonly attribute"))
}

/// The complex or real number that an operand is.
fn operand(vm: &Vm, value: &Value) -> Option<Value> {
    storage::<Complex>(value).map(|complex| Value::from(**complex)).or_else(|| as_number(vm, value))
}

fn binary(vm: &mut Vm, own: Complex, value: &Value, op: BinaryOp, reflected: bool) -> Result {
    let own = own.into();
    match operand(vm, value) {
        Some(other) if reflected => vm.numbers(op, &other, &own),
        Some(other) => vm.numbers(op, &own, &other),
        None => Ok(Value::NotImplemented),
    }
}

fn power(vm: &mut Vm, own: Complex, value: &Value, modulus: &Value, reflected: bool) -> Result {
    if !modulus.is_none() {
        return Err(vm.value_error("complex modulo"));
    }
    binary(vm, own, value, BinaryOp::Pow, reflected)
}

fn unary(vm: &mut Vm, own: Complex, op: UnaryOp) -> Result {
    Ok(vm.unary_number(op, &own.into()))
}

fn abs(vm: &mut Vm, own: Complex) -> Result {
    let size = own.re.hypot(own.im);
    if size.is_infinite() && own.re.is_finite() && own.im.is_finite() {
        return Err(vm.overflow_error("absolute value too large"));
    }
    Ok(size.into())
}

fn compare(vm: &mut Vm, own: Complex, value: &Value, op: CompareOp) -> Result {
    let equal = match storage::<Complex>(value) {
        Some(other) => own == **other,
        None => match as_number(vm, value).and_then(|other| order_numbers(&own.re.into(), &other)) {
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

fn repr(own: Complex) -> Value {
    let im = part(own.im);
    if is_imaginary(own) {
        return Str::value(format!("{im}j"));
    }
    let plus = if im.starts_with('-') { "" } else { "+" };
    Str::value(format!("({}{plus}{im}j)", part(own.re)))
}

fn format(vm: &mut Vm, this: This<Complex>, spec: &str) -> Result {
    let own = this.storage;
    if spec.is_empty() {
        return vm.str(this.value).map(Value::from);
    }
    let name = vm.type_name(this.value);
    let spec = FormatSpec::parse(spec, name.as_str(), None).map_err(|error| error.raise(vm))?;
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

fn new(vm: &mut Vm, class: &Value, real: &Value, imag: &Value) -> Result {
    check_new(vm, class, &vm.types.complex)?;
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
    vm.wrap_new(class, number.into())
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

fn from_number(vm: &mut Vm, class: &Value, given: &Value) -> Result {
    let number = match special(vm, given)? {
        Some(number) => number,
        None => Complex { re: super::number::convert::real(vm, given)?, im: 0.0 },
    };
    match class.gc::<Class>() {
        Some(own) if !own.same(&vm.types.complex) => vm.call(class, &[number.into()]),
        _ => Ok(number.into()),
    }
}
