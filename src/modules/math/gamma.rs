//! The gamma function and its logarithm, by Lanczos' approximation (g and 13 terms as CPython has them).

use std::f64::consts::PI;

use super::{domain_error, range_error};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

/// The rows.
pub static ROWS: &[Row] = &[
    function!("gamma", "(x, /)", gamma_row, "The gamma function."),
    function!("lgamma", "(x, /)", lgamma_row, "The natural logarithm of the gamma function's magnitude."),
];

const G: f64 = 6.024_680_040_776_73;
const G_LESS_HALF: f64 = 5.524_680_040_776_73;
const LOG_PI: f64 = 1.144_729_885_849_400_2;

#[allow(clippy::excessive_precision)]
const NUMERATOR: [f64; 13] = [
    23531376880.410759688572007674451636754734846804940,
    42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843,
    17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708,
    1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801,
    31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768,
    186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024,
    210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
];

const DENOMINATOR: [f64; 13] = [
    0.0,
    39916800.0,
    120543840.0,
    150917976.0,
    105258076.0,
    45995730.0,
    13339535.0,
    2637558.0,
    357423.0,
    32670.0,
    1925.0,
    66.0,
    1.0,
];

/// Factorials that floats hold exactly: gamma of 1 to 23.
const LAST_EXACT: f64 = 23.0;

fn lanczos_sum(x: f64) -> f64 {
    let terms = NUMERATOR.iter().zip(&DENOMINATOR);
    let (numerator, denominator) = if x < 5.0 {
        terms.rev().fold((0.0, 0.0), |(above, below), (n, d)| (above * x + n, below * x + d))
    } else {
        terms.fold((0.0, 0.0), |(above, below), (n, d)| (above / x + n, below / x + d))
    };
    numerator / denominator
}

/// The sine of pi times x.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let quarter = (2.0 * y).round();
    let sine = match quarter as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1f64.copysign(x) * sine
}

/// Why there is no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoGamma {
    /// The function has a pole there.
    Domain,
    /// The result is beyond the floats.
    Range,
}

fn in_range(result: f64) -> std::result::Result<f64, NoGamma> {
    if result.is_infinite() { Err(NoGamma::Range) } else { Ok(result) }
}

fn gamma(x: f64) -> std::result::Result<f64, NoGamma> {
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x == 0.0 || x == f64::NEG_INFINITY || (x < 0.0 && x.fract() == 0.0) {
        return Err(NoGamma::Domain);
    }
    if x.fract() == 0.0 && x <= LAST_EXACT {
        return Ok((2..x as u64).map(|factor| factor as f64).product());
    }
    let size = x.abs();
    if size < 1e-20 {
        return in_range(1.0 / x);
    }
    if size > 200.0 {
        return if x < 0.0 { Ok(0.0 / sin_pi(x)) } else { Err(NoGamma::Range) };
    }
    let y = size + G_LESS_HALF;
    // What rounding took from y, which the power multiplies.
    let lost = if size > G_LESS_HALF { y - size - G_LESS_HALF } else { y - G_LESS_HALF - size };
    let correction = lost * G / y;
    let mut result =
        if x < 0.0 { -PI / sin_pi(size) / size * y.exp() / lanczos_sum(size) } else { lanczos_sum(size) / y.exp() };
    let apply = |result: f64, power: f64| if x < 0.0 { result / power } else { result * power };
    result += if x < 0.0 { -correction * result } else { correction * result };
    if size < 140.0 {
        result = apply(result, y.powf(size - 0.5));
    } else {
        // In two steps: the whole power would overflow.
        let root = y.powf(size / 2.0 - 0.25);
        result = apply(apply(result, root), root);
    }
    in_range(result)
}

/// The natural logarithm of the gamma function's magnitude.
pub fn lgamma(x: f64) -> std::result::Result<f64, NoGamma> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x.fract() == 0.0 && x <= 2.0 {
        return if x <= 0.0 { Err(NoGamma::Domain) } else { Ok(0.0) };
    }
    let size = x.abs();
    if size < 1e-20 {
        return Ok(-size.ln());
    }
    let mut result = lanczos_sum(size).ln() - G;
    result += (size - 0.5) * ((size + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        result = LOG_PI - sin_pi(size).abs().ln() - size.ln() - result;
    }
    in_range(result)
}

fn row(vm: &mut Vm, x: f64, function: fn(f64) -> std::result::Result<f64, NoGamma>) -> Result {
    match function(x) {
        Ok(result) => Ok(Value::Float(result)),
        Err(NoGamma::Domain) => Err(domain_error(vm, "a noninteger or positive integer", x)),
        Err(NoGamma::Range) => Err(range_error(vm)),
    }
}

fn gamma_row(vm: &mut Vm, x: f64) -> Result {
    row(vm, x, gamma)
}

fn lgamma_row(vm: &mut Vm, x: f64) -> Result {
    row(vm, x, lgamma)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_cpythons() {
        assert_eq!(gamma(5.0), Ok(24.0));
        assert_eq!(gamma(0.5), Ok(1.7724538509055159));
        assert_eq!(gamma(3.3), Ok(2.6834373819557675));
        assert_eq!(gamma(-1.5), Ok(2.3632718012073544));
        assert_eq!(gamma(172.0), Err(NoGamma::Range));
        assert_eq!(gamma(-1.0), Err(NoGamma::Domain));
        assert_eq!(lgamma(3.7), Ok(1.4280723266653883));
        assert_eq!(lgamma(-1.5), Ok(0.8600470153764812));
    }
}
