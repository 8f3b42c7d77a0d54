//! The module `math`: functions on floats and ints.
//!
//! A float function that answers NaN for what is no NaN raises ValueError, infinity for what is finite OverflowError, as CPython has it.

mod elementary;
mod gamma;
mod integers;
mod parts;
mod sums;

use crate::builtins::number::repr::float_repr;
use crate::value::Value;
use crate::vm::{Raised, Result, Vm};

use super::{Constant, NativeModule};

pub use gamma::lgamma;

/// The module.
pub static MODULE: NativeModule = NativeModule::new("math", "Functions on floats and ints.")
    .rows(&[elementary::ROWS, gamma::ROWS, integers::ROWS, parts::ROWS, sums::ROWS])
    .constants(&[
        ("pi", Constant::Float(std::f64::consts::PI)),
        ("e", Constant::Float(std::f64::consts::E)),
        ("tau", Constant::Float(std::f64::consts::TAU)),
        ("inf", Constant::Float(f64::INFINITY)),
        ("nan", Constant::Float(f64::NAN)),
    ]);

/// ValueError for an argument that a function is not defined for.
#[cold]
fn domain_error(vm: &Vm, expected: &str, value: f64) -> Raised {
    if expected.is_empty() {
        return vm.value_error("math domain error");
    }
    vm.value_error(format!("expected {expected}, got {}", float_repr(value)))
}

/// OverflowError for a result beyond the floats.
#[cold]
fn range_error(vm: &Vm) -> Raised {
    vm.overflow_error("math range error")
}

/// The result of a function of one float, checked; `expected` says what the function is defined for.
#[inline]
fn checked(vm: &Vm, value: f64, result: f64, expected: &str) -> Result {
    if result.is_nan() && !value.is_nan() {
        return Err(domain_error(vm, expected, value));
    }
    if result.is_infinite() && value.is_finite() {
        return Err(range_error(vm));
    }
    Ok(Value::Float(result))
}
