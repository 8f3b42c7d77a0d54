//! Arithmetic and comparison of small ints and floats, for the instructions: what needs no machine.

use crate::value::{Value, Words};

/// Ints up to here convert to floats exactly.
const EXACT: u64 = 1 << 53;

/// A result that needs no heap.
pub enum Number {
    /// A small int.
    Int(i64),
    /// A float.
    Float(f64),
}

impl Number {
    /// It as a value's words.
    #[inline(always)]
    pub fn words(self) -> Words {
        match self {
            Number::Int(int) => Words::int(int),
            Number::Float(float) => Words::float(float),
        }
    }
}

macro_rules! arithmetic {
    ($name:ident, $mixed:ident, $checked:ident, $op:tt, $doc:literal) => {
        #[doc = $doc]
        #[inline(always)]
        pub fn $name(a: &Value, b: &Value) -> Option<Number> {
            if let (Value::Int(a), Value::Int(b)) = (a, b) {
                return a.$checked(*b).map(Number::Int);
            }
            match (a, b) {
                (Value::Float(a), Value::Float(b)) => Some(Number::Float(a $op b)),
                _ => None,
            }
        }

        #[doc = concat!($doc, " of a float and an int")]
        #[inline(always)]
        pub fn $mixed(a: &Value, b: &Value) -> Option<Number> {
            match (a, b) {
                (Value::Float(a), Value::Int(b)) => Some(Number::Float(a $op *b as f64)),
                (Value::Int(a), Value::Float(b)) => Some(Number::Float(*a as f64 $op b)),
                _ => None,
            }
        }
    };
}

arithmetic!(add, add_mixed, checked_add, +, "`a + b`");
arithmetic!(sub, sub_mixed, checked_sub, -, "`a - b`");
arithmetic!(mul, mul_mixed, checked_mul, *, "`a * b`");

/// `a ** b` of a float that isn't zero where that is a finite float.
#[inline]
pub fn power(a: &Value, b: &Value) -> Option<Number> {
    let Value::Float(base) = a else { return None };
    if *base == 0.0 {
        return None;
    }
    let exponent = match b {
        Value::Float(exponent) => *exponent,
        Value::Int(exponent) if exponent.unsigned_abs() <= EXACT => *exponent as f64,
        _ => return None,
    };
    let power = base.powf(exponent);
    power.is_finite().then_some(Number::Float(power))
}

/// `-a`
#[inline(always)]
pub fn negative(a: &Value) -> Option<Number> {
    match a {
        Value::Int(a) => a.checked_neg().map(Number::Int),
        Value::Float(a) => Some(Number::Float(-a)),
        _ => None,
    }
}

/// `a / b` where b is not zero and the operands convert exactly.
#[inline(always)]
pub fn true_div(a: &Value, b: &Value) -> Option<Number> {
    let (a, b) = match (a, b) {
        (Value::Float(a), Value::Float(b)) => (*a, *b),
        (Value::Float(a), Value::Int(b)) => (*a, *b as f64),
        (Value::Int(a), Value::Float(b)) => (*a as f64, *b),
        (Value::Int(a), Value::Int(b)) if a.unsigned_abs() <= EXACT && b.unsigned_abs() <= EXACT => (*a as f64, *b as f64),
        _ => return None,
    };
    (b != 0.0).then(|| Number::Float(a / b))
}

/// `a // b` of ints where b is neither 0 nor -1 (whose quotient may overflow).
#[inline(always)]
pub fn floor_div(a: &Value, b: &Value) -> Option<Number> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) if *b > 0 => Some(Number::Int(a.div_euclid(*b))),
        (Value::Int(a), Value::Int(b)) if *b < -1 => Some(Number::Int(a / b - i64::from(a % b > 0))),
        _ => None,
    }
}

/// `a % b` of ints, with the sign of b.
#[inline(always)]
pub fn modulo(a: &Value, b: &Value) -> Option<Number> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) if *b > 0 => Some(Number::Int(a.rem_euclid(*b))),
        (Value::Int(a), Value::Int(b)) if *b < -1 => {
            let rest = a % b;
            Some(Number::Int(if rest > 0 { rest + b } else { rest }))
        }
        _ => None,
    }
}

macro_rules! bitwise {
    ($name:ident, $op:tt, $doc:literal) => {
        #[doc = $doc]
        #[inline(always)]
        pub fn $name(a: &Value, b: &Value) -> Option<Number> {
            match (a, b) {
                (Value::Int(a), Value::Int(b)) => Some(Number::Int(a $op b)),
                _ => None,
            }
        }
    };
}

bitwise!(bit_and, &, "`a & b`");
bitwise!(bit_or, |, "`a | b`");
bitwise!(bit_xor, ^, "`a ^ b`");

/// `a << b` where nothing is lost.
#[inline(always)]
pub fn shift_left(a: &Value, b: &Value) -> Option<Number> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) if (0..63).contains(b) => {
            let shifted = a << b;
            (shifted >> b == *a).then_some(Number::Int(shifted))
        }
        _ => None,
    }
}

/// `a >> b`
#[inline(always)]
pub fn shift_right(a: &Value, b: &Value) -> Option<Number> {
    match (a, b) {
        (Value::Int(a), Value::Int(b)) if *b >= 0 => Some(Number::Int(a >> (*b).min(63))),
        _ => None,
    }
}

macro_rules! comparison {
    ($name:ident, $op:tt, $doc:literal) => {
        #[doc = $doc]
        #[inline(always)]
        pub fn $name(a: &Value, b: &Value) -> Option<bool> {
            if let (Value::Int(a), Value::Int(b)) = (a, b) {
                return Some(a $op b);
            }
            match (a, b) {
                (Value::Float(a), Value::Float(b)) => Some(a $op b),
                _ => None,
            }
        }
    };
}

comparison!(lt, <, "`a < b`");
comparison!(le, <=, "`a <= b`");
comparison!(gt, >, "`a > b`");
comparison!(ge, >=, "`a >= b`");
comparison!(eq, ==, "`a == b`");
comparison!(ne, !=, "`a != b`");
