//! `round`: to the nearest, ties to even, judged by the exact value.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{FromPrimitive, Pow, Signed, ToPrimitive, Zero};

/// Digits after the point that can change a float, and digits before it that a float can have.
const DIGITS: std::ops::RangeInclusive<i64> = -308..=323;

/// A float rounded to so many digits after the point; none where the result is out of range.
pub fn round_float(value: f64, digits: i64) -> Option<f64> {
    if !value.is_finite() || digits > *DIGITS.end() {
        return Some(value);
    }
    if digits < *DIGITS.start() {
        return Some(0.0f64.copysign(value));
    }
    let rounded = match usize::try_from(digits) {
        Ok(decimals) => super::repr::fixed(value, decimals).parse::<f64>().ok()?.copysign(value),
        Err(_) => {
            let unit = BigInt::from(10).pow(digits.unsigned_abs());
            let whole = BigInt::from_f64(value.abs().trunc())?;
            let rounded = round_to(&whole, &unit, value.fract() != 0.0);
            rounded.to_f64()?.copysign(value)
        }
    };
    rounded.is_finite().then_some(rounded)
}

/// A float rounded to an int; the float is finite.
pub fn round_to_int(value: f64) -> Option<BigInt> {
    BigInt::from_f64(value.round_ties_even())
}

/// An int rounded to a power of ten, `10**-digits`; `digits` is negative.
pub fn round_int(value: &BigInt, digits: u64) -> BigInt {
    // Rounding to more digits than the number has gives zero; a power of ten that large would only take time.
    if digits > value.bits() / 3 + 1 {
        return BigInt::zero();
    }
    round_to(value, &Pow::pow(BigInt::from(10), digits), false)
}

/// The multiple of `unit` nearest to `value`, ties to even; `more` says that the true value is a little further from zero.
fn round_to(value: &BigInt, unit: &BigInt, more: bool) -> BigInt {
    let (quotient, rest) = value.abs().div_rem(unit);
    let twice: BigInt = rest * 2;
    let up = &twice > unit || (&twice == unit && (more || quotient.is_odd()));
    let magnitude = (quotient + u8::from(up)) * unit;
    if value.is_negative() { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats() {
        for (value, digits, rounded) in [
            (2.675, 2, 2.67),
            (1e300, 2, 1e300),
            (12345.678, -2, 12300.0),
            (5e-324, 400, 5e-324),
            (250.0, -2, 200.0),
            (250.5, -2, 300.0),
            (1.5, -400, 0.0),
        ] {
            assert_eq!(round_float(value, digits), Some(rounded), "{value} {digits}");
        }
        assert_eq!(round_float(1.7e308, -308), None);
    }

    #[test]
    fn ints() {
        for (value, digits, rounded) in
            [(25, 1, 20), (35, 1, 40), (15, 2, 0), (-25, 1, -20), (-26, 1, -30), (5, 1, 0), (6, 1, 10), (7, 5, 0)]
        {
            assert_eq!(round_int(&BigInt::from(value), digits), BigInt::from(rounded), "{value} {digits}");
        }
    }
}
