//! Functions over numbers: abs, bin, oct, hex, divmod, pow, round, sum.

use num_bigint::BigInt;
use num_traits::Signed;

use crate::builtins::number::format::digits_of_bits;
use crate::object::{ByteArray, Bytes, Str};
use crate::value::{Value, Words};
use crate::vm::{BinaryOp, Consumer, Result, Row, Vm, at_once, function, storage};

pub static ROWS: &[Row] = &[
    function!("abs", "(number, /)", abs, "Return the absolute value of the argument.").quickly(abs_quickly),
    function!(
        "bin",
        "(number, /)",
        |vm: &mut Vm, number| in_base(vm, number, 2, "0b"),
        "Return the binary representation of an integer."
    ),
    function!(
        "oct",
        "(number, /)",
        |vm: &mut Vm, number| in_base(vm, number, 8, "0o"),
        "Return the octal representation of an integer."
    ),
    function!(
        "hex",
        "(number, /)",
        |vm: &mut Vm, number| in_base(vm, number, 16, "0x"),
        "Return the hexadecimal representation of an integer."
    ),
    function!("divmod", "(x, y, /)", divmod, "Return the tuple (x//y, x%y)."),
    function!(
        "pow",
        "(base, exp, mod=None)",
        pow,
        "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments."
    ),
    function!("round", "(number, ndigits=None)", round, "Round a number to a given precision in decimal digits."),
    function!("sum", "(iterable, /, start=0)", sum, "Return the sum of a 'start' value plus an iterable of numbers."),
];

/// `abs` of a small int or a float.
fn abs_quickly(_: &mut Vm, args: &mut [Value]) -> Words {
    match args {
        [Value::Int(number)] if *number != i64::MIN => Words::int(number.abs()),
        [Value::Float(number)] => Words::float(number.abs()),
        _ => Words::unset(),
    }
}

fn abs(vm: &mut Vm, number: &Value) -> Result {
    match number {
        Value::Int(number) if *number != i64::MIN => return Ok(number.abs().into()),
        Value::Float(number) => return Ok(number.abs().into()),
        _ => {}
    }
    match vm.call_special(number, &vm.names.abs.clone(), &[])? {
        Some(value) => Ok(value),
        None => {
            let given = vm.type_name(number);
            Err(vm.type_error(format!("bad operand type for abs(): '{given}'")))
        }
    }
}

fn in_base(vm: &mut Vm, number: &Value, base: u32, prefix: &str) -> Result {
    if let Value::Int(int) = *number {
        let (bits, prefix) = match (base, int < 0) {
            (2, false) => (1, "0b"),
            (2, true) => (1, "-0b"),
            (8, false) => (3, "0o"),
            (8, true) => (3, "-0o"),
            (_, false) => (4, "0x"),
            (_, true) => (4, "-0x"),
        };
        return Ok(Str::ascii(&digits_of_bits(int.unsigned_abs(), bits, prefix)));
    }
    let number: BigInt = vm.index_big(number)?;
    let sign = if number.is_negative() { "-" } else { "" };
    Ok(Str::value(format!("{sign}{prefix}{}", number.magnitude().to_str_radix(base))))
}

fn divmod(vm: &mut Vm, x: &Value, y: &Value) -> Result {
    vm.divmod(x, y)
}

fn pow(vm: &mut Vm, base: &Value, exp: &Value, modulus: &Value) -> Result {
    vm.power(base, exp, Some(modulus))
}

fn round(vm: &mut Vm, number: &Value, ndigits: Option<&Value>) -> Result {
    match vm.call_special(number, &vm.names.round.clone(), ndigits.map_or(&[], std::slice::from_ref))? {
        Some(value) => Ok(value),
        None => {
            let name = vm.type_name(number);
            Err(vm.type_error(format!("type {name} doesn't define __round__ method")))
        }
    }
}

/// A running sum of floats with its rounding error (Neumaier), as CPython adds them since 3.12.
#[derive(Clone, Copy)]
struct Compensated {
    high: f64,
    low: f64,
}

impl Compensated {
    fn add(&mut self, number: f64) {
        let total = self.high + number;
        self.low += if self.high.abs() >= number.abs() { (self.high - total) + number } else { (number - total) + self.high };
        self.high = total;
    }

    fn value(self) -> f64 {
        if self.low != 0.0 && self.low.is_finite() { self.high + self.low } else { self.high }
    }
}

/// What has been added so far, in the cheapest form that holds it.
enum Total {
    Int(i64),
    Float(Compensated),
    Other(Value),
}

impl Total {
    fn of(value: Value) -> Total {
        match value {
            Value::Int(number) => Total::Int(number),
            Value::Float(number) => Total::Float(Compensated { high: number, low: 0.0 }),
            other => Total::Other(other),
        }
    }

    fn value(self) -> Value {
        match self {
            Total::Int(number) => number.into(),
            Total::Float(sum) => sum.value().into(),
            Total::Other(value) => value,
        }
    }

    /// Adds the numbers that a sequence begins with, as far as that needs no machine; how many these are.
    fn add_numbers(&mut self, items: &[Value]) -> usize {
        let mut seen = 0;
        for item in items {
            match (&mut *self, item) {
                (Total::Int(sum), Value::Int(number)) => match sum.checked_add(*number) {
                    Some(next) => *sum = next,
                    None => break,
                },
                (Total::Int(sum), Value::Bool(truth)) if *sum < i64::MAX => *sum += i64::from(*truth),
                (Total::Int(sum), Value::Float(number)) => {
                    *self = Total::of(Value::Float(*sum as f64 + number));
                }
                (Total::Float(sum), Value::Float(number)) => sum.add(*number),
                (Total::Float(sum), Value::Int(number)) => sum.add(*number as f64),
                (Total::Float(sum), Value::Bool(truth)) => sum.add(f64::from(u8::from(*truth))),
                _ => break,
            }
            seen += 1;
        }
        seen
    }
}

fn sum(vm: &mut Vm, iterable: &Value, start: &Value) -> Result {
    let refused = if storage::<Str>(start).is_some() {
        Some("sum() can't sum strings [use ''.join(seq) instead]")
    } else if storage::<Bytes>(start).is_some() {
        Some("sum() can't sum bytes [use b''.join(seq) instead]")
    } else {
        storage::<ByteArray>(start).map(|_| "sum() can't sum bytearray [use b''.join(seq) instead]")
    };
    if let Some(message) = refused {
        vm.get_iter(iterable)?;
        return Err(vm.type_error(message));
    }
    let mut total = Total::of(start.clone());
    let numbers = at_once(iterable, |items| total.add_numbers(items));
    vm.consume(iterable, numbers, &mut total)?;
    Ok(total.value())
}

impl Consumer for Total {
    #[inline]
    fn quick(&mut self, item: &mut Value) -> bool {
        self.add_numbers(std::slice::from_ref(item)) == 1
    }

    #[inline]
    fn take(&mut self, vm: &mut Vm, item: &mut Value) -> Result<bool> {
        if !self.quick(item) {
            let so_far = std::mem::replace(self, Total::Int(0)).value();
            *self = Total::of(vm.binary(BinaryOp::Add, &so_far, item)?);
        }
        Ok(true)
    }
}
