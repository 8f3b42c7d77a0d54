//! Sums, products and distances, with less rounding than adding up would give.

use crate::builtins::number::convert::real;
use crate::object::int_value;
use crate::value::Value;
use crate::vm::{BinaryOp, Number, Result, Row, Vm, function};
use num_bigint::BigInt;

/// The rows.
pub static ROWS: &[Row] = &[
    function!("fsum", "(seq, /)", fsum, "The sum, rounded once."),
    function!("sumprod", "(p, q, /)", sumprod, "The sum of the products of pairs."),
    function!("prod", "(iterable, /, *, start=1)", prod, "The product."),
    function!("hypot", "(*coordinates)", hypot, "The distance from the origin."),
    function!("dist", "(p, q, /)", dist, "The distance of two points."),
];

/// A sum and what rounding took from it.
fn exact_sum(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    let part = sum - a;
    (sum, (a - (sum - part)) + (b - part))
}

/// As [`exact_sum`], where a is the larger.
fn exact_sum_ordered(a: f64, b: f64) -> (f64, f64) {
    let sum = a + b;
    (sum, (a - sum) + b)
}

/// A product and what rounding took from it.
fn exact_product(a: f64, b: f64) -> (f64, f64) {
    let product = a * b;
    (product, a.mul_add(b, -product))
}

fn fsum(vm: &mut Vm, seq: &Value) -> Result {
    let iterator = vm.get_iter(seq)?;
    // Numbers of growing size that don't overlap and whose sum is exact.
    let mut partials: Vec<f64> = Vec::new();
    let (mut special, mut infinities) = (0.0, 0.0);
    while let Some(item) = vm.iter_next(&iterator)? {
        let given = real(vm, &item)?;
        let mut sum = given;
        let mut kept = 0;
        for place in 0..partials.len() {
            let partial = partials[place];
            let (large, small) = if sum.abs() < partial.abs() { (partial, sum) } else { (sum, partial) };
            let high = large + small;
            let low = small - (high - large);
            if low != 0.0 {
                partials[kept] = low;
                kept += 1;
            }
            sum = high;
        }
        partials.truncate(kept);
        if sum.is_finite() {
            if sum != 0.0 {
                partials.push(sum);
            }
            continue;
        }
        if given.is_finite() {
            return Err(vm.overflow_error("intermediate overflow in fsum"));
        }
        if given.is_infinite() {
            infinities += given;
        }
        special += given;
        partials.clear();
    }
    if special != 0.0 {
        if f64::is_nan(infinities) {
            return Err(vm.value_error("-inf + inf in fsum"));
        }
        return Ok(Value::Float(special));
    }
    Ok(Value::Float(round_partials(&partials)))
}

/// The sum of partials, ties to even judged by all of them.
fn round_partials(partials: &[f64]) -> f64 {
    let mut rest = partials.iter().rev().copied();
    let Some(mut high) = rest.next() else { return 0.0 };
    let mut low = 0.0;
    for partial in rest.by_ref() {
        (high, low) = {
            let sum = high + partial;
            (sum, partial - (sum - high))
        };
        if low != 0.0 {
            break;
        }
    }
    if let Some(next) = rest.next()
        && ((low < 0.0 && next < 0.0) || (low > 0.0 && next > 0.0))
    {
        let double = low * 2.0;
        let sum = high + double;
        if double == sum - high {
            return sum;
        }
    }
    high
}

/// A float sum of three parts.
#[derive(Clone, Copy, Default)]
struct Triple {
    high: f64,
    low: f64,
    tiny: f64,
}

impl Triple {
    fn add_product(self, a: f64, b: f64) -> Triple {
        let (product, lost) = exact_product(a, b);
        let (high, lost_high) = exact_sum(self.high, product);
        let (first, lost_first) = exact_sum(self.low, lost);
        let (low, lost_low) = exact_sum(first, lost_high);
        Triple { high, low, tiny: self.tiny + lost_first + lost_low }
    }

    fn total(self) -> f64 {
        let (sum, lost) = exact_sum(self.low, self.high);
        self.tiny + lost + sum
    }
}

/// Running sums of products: ints exactly, then floats with their lost parts, then whatever `+` and `*` make of the rest.
struct Products {
    total: Value,
    ints: Option<i128>,
    floats: Option<Triple>,
}

fn sumprod(vm: &mut Vm, p: &Value, q: &Value) -> Result {
    let (left, right) = (vm.get_iter(p)?, vm.get_iter(q)?);
    let mut sums = Products { total: Value::Int(0), ints: Some(0), floats: Some(Triple::default()) };
    let mut any_float = false;
    loop {
        let (p, q) = (vm.iter_next(&left)?, vm.iter_next(&right)?);
        let pair = match (p, q) {
            (Some(p), Some(q)) => Some((p, q)),
            (None, None) => None,
            _ => return Err(vm.value_error("Inputs are not the same length")),
        };
        if let Some(sum) = sums.ints {
            if let Some((Value::Int(p), Value::Int(q))) = &pair
                && let Some(sum) = sum.checked_add(i128::from(*p) * i128::from(*q))
            {
                sums.ints = Some(sum);
                continue;
            }
            sums.ints = None;
            sums.total = int_value(BigInt::from(sum));
        }
        if let Some(sum) = sums.floats {
            if let Some((p, q)) = pair.as_ref().and_then(|(p, q)| floats(p, q)) {
                let sum = sum.add_product(p, q);
                if sum.high.is_finite() {
                    sums.floats = Some(sum);
                    any_float = true;
                    continue;
                }
            }
            sums.floats = None;
            if any_float {
                sums.total = vm.binary(BinaryOp::Add, &sums.total, &Value::Float(sum.total()))?;
            }
        }
        let Some((p, q)) = pair else { return Ok(sums.total) };
        let product = vm.binary(BinaryOp::Mul, &p, &q)?;
        sums.total = vm.binary(BinaryOp::Add, &sums.total, &product)?;
    }
}

/// Two numbers as floats, where one of them is one.
fn floats(p: &Value, q: &Value) -> Option<(f64, f64)> {
    if !matches!(p, Value::Float(_)) && !matches!(q, Value::Float(_)) {
        return None;
    }
    Some((Number::of(p)?.to_float().ok()?, Number::of(q)?.to_float().ok()?))
}

fn prod(vm: &mut Vm, iterable: &Value, start: &Value) -> Result {
    let iterator = vm.get_iter(iterable)?;
    let mut product = start.clone();
    while let Some(item) = vm.iter_next(&iterator)? {
        product = vm.binary(BinaryOp::Mul, &product, &item)?;
    }
    Ok(product)
}

/// The length of a vector of magnitudes, nearly correctly rounded, without overflow on the way.
fn length(mut vector: Vec<f64>) -> f64 {
    let most = vector.iter().copied().fold(0.0, f64::max);
    if most.is_infinite() {
        return most;
    }
    if vector.iter().any(|x| x.is_nan()) {
        return f64::NAN;
    }
    if most == 0.0 || vector.len() <= 1 {
        return most;
    }
    if most < f64::MIN_POSITIVE {
        // Subnormals become normal numbers first.
        vector.iter_mut().for_each(|x| *x /= f64::MIN_POSITIVE);
        return f64::MIN_POSITIVE * length(vector);
    }
    // A power of two that brings the largest below 1, where squares of all can be added up above 1 without loss of their order.
    let exponent = ((most.to_bits() >> 52) & 0x7FF) as i64 - 1022;
    let scale = crate::vm::scale(1, -exponent);
    let (mut sum, mut lost_squares, mut lost_sums) = (1.0, 0.0, 0.0);
    let mut add = |a: f64, b: f64| {
        let (square, lost) = exact_product(a, b);
        let (new, lost_sum) = exact_sum_ordered(sum, square);
        sum = new;
        lost_squares += lost;
        lost_sums += lost_sum;
        sum - 1.0 + (lost_squares + lost_sums)
    };
    let mut squares = 0.0;
    for x in &vector {
        squares = add(x * scale, x * scale);
    }
    let root = squares.sqrt();
    let error = add(-root, root);
    (root + error / (2.0 * root)) / scale
}

fn hypot(vm: &mut Vm, coordinates: &[Value]) -> Result {
    let mut vector = Vec::with_capacity(coordinates.len());
    for arg in coordinates {
        vector.push(real(vm, arg)?.abs());
    }
    Ok(Value::Float(length(vector)))
}

fn dist(vm: &mut Vm, p: &Value, q: &Value) -> Result {
    let (p, q) = (vm.collect(p)?, vm.collect(q)?);
    if p.len() != q.len() {
        return Err(vm.value_error("both points must have the same number of dimensions"));
    }
    let mut vector = Vec::with_capacity(p.len());
    for (p, q) in p.iter().zip(&q) {
        vector.push((real(vm, p)? - real(vm, q)?).abs());
    }
    Ok(Value::Float(length(vector)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths() {
        assert_eq!(length(vec![3.0, 4.0]), 5.0);
        assert_eq!(length(vec![1.0, 2.0, 3.0]), 3.7416573867739413);
        assert_eq!(length(vec![1e308, 1e308]), 1.4142135623730951e308);
        assert_eq!(length(vec![5e-324, 5e-324]), 5e-324);
        assert_eq!(length(vec![f64::INFINITY, f64::NAN]), f64::INFINITY);
        assert!(length(vec![f64::NAN, 1.0]).is_nan());
        assert_eq!(length(vec![]), 0.0);
    }

    #[test]
    fn partials_round_once() {
        assert_eq!(round_partials(&[]), 0.0);
        assert_eq!(round_partials(&[2f64.powi(-60), 2f64.powi(-53), 1.0]), 1.0000000000000002);
        assert_eq!(round_partials(&[2f64.powi(-53), 1.0]), 1.0);
    }
}
