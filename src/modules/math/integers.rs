//! Functions on ints: divisors, factorials, ways to choose, square roots.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive};

use crate::object::int_value;
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

/// The rows.
pub static ROWS: &[Row] = &[
    function!("gcd", "(*integers)", gcd, "The greatest common divisor."),
    function!("lcm", "(*integers)", lcm, "The least common multiple."),
    function!("factorial", "(n, /)", factorial, "The product of all ints from 1 to n."),
    function!("comb", "(n, k, /)", comb, "Ways to choose k of n things, regardless of order."),
    function!("perm", "(n, k=None, /)", perm, "Ways to choose k of n things, in order."),
    function!("isqrt", "(n, /)", isqrt, "The square root, rounded down."),
];

fn gcd(vm: &mut Vm, integers: &[Value]) -> Result {
    let (mut small, mut rest) = (0u64, integers.iter());
    for arg in rest.by_ref() {
        match arg {
            Value::Int(int) => small = small.gcd(&int.unsigned_abs()),
            _ => {
                let mut result = vm.index_big(arg)?.gcd(&BigInt::from(small));
                for arg in rest {
                    result = result.gcd(&vm.index_big(arg)?);
                }
                return Ok(int_value(result));
            }
        }
    }
    Ok(int_value(BigInt::from(small)))
}

fn lcm(vm: &mut Vm, integers: &[Value]) -> Result {
    let mut result = BigInt::one();
    for arg in integers {
        result = result.lcm(&vm.index_big(arg)?).abs();
    }
    Ok(int_value(result))
}

/// The product of `from` to `to`, by halves so that factors stay of similar size.
fn product(from: u64, to: u64) -> BigInt {
    match to.saturating_sub(from) {
        _ if from > to => BigInt::one(),
        0..=15 => (from..=to).fold(BigInt::one(), |product, factor| product * factor),
        span => product(from, from + span / 2) * product(from + span / 2 + 1, to),
    }
}

fn factorial(vm: &mut Vm, n: BigInt) -> Result {
    if n.is_negative() {
        return Err(vm.value_error("factorial() not defined for negative values"));
    }
    match n.to_i64() {
        Some(n) => Ok(int_value(product(2, n as u64))),
        None => Err(vm.overflow_error(format!("factorial() argument should not exceed {}", i64::MAX))),
    }
}

/// ValueError unless both are not negative.
fn check_choice(vm: &mut Vm, n: &BigInt, k: &BigInt) -> Result<()> {
    if n.is_negative() {
        return Err(vm.value_error("n must be a non-negative integer"));
    }
    if k.is_negative() {
        return Err(vm.value_error("k must be a non-negative integer"));
    }
    Ok(())
}

fn comb(vm: &mut Vm, n: BigInt, k: BigInt) -> Result {
    check_choice(vm, &n, &k)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let rest = &n - &k;
    let Some(k) = k.min(rest).to_i64() else {
        return Err(vm.overflow_error(format!("min(n - k, k) must not exceed {}", i64::MAX)));
    };
    // After each step the product is a binomial coefficient, so the divisions are exact.
    let mut result = BigInt::one();
    for taken in 0..k as u64 {
        result = result * (&n - taken) / (taken + 1);
    }
    Ok(int_value(result))
}

fn perm(vm: &mut Vm, n: BigInt, k: Option<BigInt>) -> Result {
    let Some(k) = k else { return factorial(vm, n) };
    check_choice(vm, &n, &k)?;
    if k > n {
        return Ok(Value::Int(0));
    }
    let Some(k) = k.to_i64() else {
        return Err(vm.overflow_error(format!("k must not exceed {}", i64::MAX)));
    };
    let result = match n.to_u64() {
        Some(n) => product(n - k as u64 + 1, n),
        None => (0..k as u64).fold(BigInt::one(), |product, taken| product * (&n - taken)),
    };
    Ok(int_value(result))
}

fn isqrt(vm: &mut Vm, n: &Value) -> Result {
    if let Value::Int(n @ 0..) = n {
        return Ok(Value::Int(n.isqrt()));
    }
    let n = vm.index_big(n)?;
    if n.is_negative() {
        return Err(vm.value_error("isqrt() argument must be nonnegative"));
    }
    Ok(int_value(n.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products() {
        assert_eq!(product(2, 0), BigInt::one());
        assert_eq!(product(2, 5), BigInt::from(120));
        assert_eq!(product(2, 25).to_string(), "15511210043330985984000000");
        assert_eq!(product(4, 6), BigInt::from(120));
    }
}
