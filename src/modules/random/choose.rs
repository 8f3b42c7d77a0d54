//! Random ints of a range, and random choices from sequences.

use num_bigint::BigInt;
use num_traits::{Signed, Zero};

use super::Generator;
use crate::builtins::number::convert::as_int;
use crate::object::{ByteArray, Bytes, List, Range, Str, Tuple, int_value};
use crate::value::Value;
use crate::vm::{BinaryOp, CompareOp, Fault, Number, Result, Row, Vm, method};

/// The rows.
pub static ROWS: &[Row] = &[
    method!("randrange", "def (self, start, stop=None, step=...)", randrange, "An int of a range."),
    method!("randint", "def (self, a, b)", randint, "An int from a up to b."),
    method!("choice", "def (self, seq)", choice, "An item of a sequence."),
    method!("choices", "def (self, population, weights=None, *, cum_weights=None, k=1)", choices, "k items, with replacement."),
    method!("shuffle", "def (self, x)", shuffle, "Brings a list into random order."),
    method!("sample", "def (self, population, k, *, counts=None)", sample, "k items, without replacement."),
];

/// Choices beyond this only exhaust the memory.
const MOST_CHOICES: i64 = 1 << 32;

fn randrange(vm: &mut Vm, generator: &Generator, start: &Value, stop: &Value, step: Option<&Value>) -> Result {
    if let (Value::Int(start), Value::Int(stop), None) = (start, stop, step)
        && start < stop
    {
        let below = generator.below(start.abs_diff(*stop));
        return Ok(Value::Int(start.wrapping_add_unsigned(below)));
    }
    let (first, last) = (start, stop);
    let start = vm.index_big(start)?;
    if stop.is_none() {
        if !matches!(step, None | Some(Value::Int(1))) {
            return Err(vm.type_error("Missing a non-None stop argument"));
        }
        if start.is_positive() {
            return Ok(int_value(generator.below_big(&start)));
        }
        return Err(vm.value_error("empty range for randrange()"));
    }
    let stop = vm.index_big(stop)?;
    let by = step.map_or(Ok(BigInt::from(1)), |step| vm.index_big(step))?;
    if by.is_zero() {
        return Err(vm.value_error("zero step for randrange()"));
    }
    let width = &stop - &start;
    let one = if by.is_positive() { -1 } else { 1 };
    let count = num_integer::Integer::div_floor(&(width + &by + one), &by);
    if count.is_positive() {
        return Ok(int_value(start + by * generator.below_big(&count)));
    }
    let mut shown = Vec::new();
    let step = step.filter(|_| by != BigInt::from(1));
    for arg in [first, last].into_iter().chain(step) {
        shown.push(vm.str(arg)?.to_string());
    }
    Err(vm.value_error(format!("empty range in randrange({})", shown.join(", "))))
}

fn randint(vm: &mut Vm, generator: &Generator, a: &Value, b: &Value) -> Result {
    if let (Value::Int(a), Value::Int(b)) = (a, b)
        && a <= b
        && let Some(count) = a.abs_diff(*b).checked_add(1)
    {
        return Ok(Value::Int(a.wrapping_add_unsigned(generator.below(count))));
    }
    let (a, b) = (vm.index_big(a)?, vm.index_big(b)?);
    if b < a {
        return Err(vm.value_error(format!("empty range in randint({a}, {b})")));
    }
    let count = b - &a + 1;
    Ok(int_value(a + generator.below_big(&count)))
}

/// A place below a length that is not zero.
fn place(generator: &Generator, len: usize) -> usize {
    generator.below(len as u64) as usize
}

fn choice(vm: &mut Vm, generator: &Generator, seq: &Value) -> Result {
    let len = vm.len(seq)?;
    if len == 0 {
        return Err(vm.index_error("Cannot choose from an empty sequence"));
    }
    let place = place(generator, len);
    vm.get_item(seq, &Value::from(place))
}

fn shuffle(vm: &mut Vm, generator: &Generator, x: &Value) -> Result<()> {
    if let Some(list) = x.get::<List>() {
        let mut items = list.0.borrow_mut();
        for last in (1..items.len()).rev() {
            let other = place(generator, last + 1);
            items.swap(last, other);
        }
        return Ok(());
    }
    for last in (1..vm.len(x)?).rev() {
        let (a, b) = (Value::from(last), Value::from(place(generator, last + 1)));
        let (first, second) = (vm.get_item(x, &a)?, vm.get_item(x, &b)?);
        vm.set_item(x, &a, second)?;
        vm.set_item(x, &b, first)?;
    }
    Ok(())
}

/// Running totals of weights.
fn accumulate(vm: &mut Vm, weights: &Value) -> Result<Vec<Value>> {
    let mut totals = vm.collect(weights)?;
    for place in 1..totals.len() {
        totals[place] = vm.binary(BinaryOp::Add, &totals[place - 1], &totals[place])?;
    }
    Ok(totals)
}

/// The first of so many places whose total is greater.
fn bisect(vm: &mut Vm, totals: &[Value], wanted: &Value, last: usize) -> Result<usize> {
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = (low + high) / 2;
        if vm.compare_bool(CompareOp::Lt, wanted, &totals[middle])? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

/// The number of choices; a negative one is none.
fn count(vm: &mut Vm, value: &Value) -> Result<usize> {
    let count = vm.index(value)?;
    if count > MOST_CHOICES {
        return Err(vm.fault(Fault::Memory));
    }
    Ok(usize::try_from(count).unwrap_or(0))
}

fn choices(vm: &mut Vm, generator: &Generator, population: &Value, weights: &Value, cumulated: &Value, k: &Value) -> Result {
    let len = vm.len(population)?;
    let totals = match (weights.is_none(), cumulated.is_none()) {
        (true, true) => {
            let count = count(vm, k)?;
            vm.check_items::<Value>(count)?;
            let mut chosen = Vec::new();
            for _ in 0..count {
                let place = (generator.random() * len as f64).floor() as i64;
                chosen.push(vm.get_item(population, &Value::Int(place))?);
            }
            return Ok(List::value(chosen));
        }
        (false, true) if as_int(vm, weights).is_some() => {
            let k = vm.repr(weights)?;
            return Err(vm.type_error(format!("The number of choices must be a keyword argument: k={k}")));
        }
        (false, true) => accumulate(vm, weights)?,
        (false, false) => return Err(vm.type_error("Cannot specify both weights and cumulative weights")),
        (true, false) => vm.collect(cumulated)?,
    };
    if totals.len() != len {
        return Err(vm.value_error("The number of weights does not match the population"));
    }
    let Some(last) = totals.last() else { return Err(vm.index_error("list index out of range")) };
    let total = vm.binary(BinaryOp::Add, last, &Value::Float(0.0))?;
    if vm.compare_bool(CompareOp::Le, &total, &Value::Float(0.0))? {
        return Err(vm.value_error("Total of weights must be greater than zero"));
    }
    if let Some(Number::Float(total)) = Number::of(&total)
        && !total.is_finite()
    {
        return Err(vm.value_error("Total of weights must be finite"));
    }
    let mut chosen = Vec::new();
    for _ in 0..count(vm, k)? {
        let wanted = vm.binary(BinaryOp::Mul, &Value::Float(generator.random()), &total)?;
        let place = bisect(vm, &totals, &wanted, len - 1)?;
        chosen.push(vm.get_item(population, &Value::from(place))?);
    }
    Ok(List::value(chosen))
}

/// Whether something is a sequence: built in, or with the methods of one.
fn is_sequence(vm: &mut Vm, value: &Value) -> Result<bool> {
    let plain = vm.payload(value);
    if plain.is::<List>()
        || plain.is::<Tuple>()
        || plain.is::<Str>()
        || plain.is::<Range>()
        || plain.is::<Bytes>()
        || plain.is::<ByteArray>()
    {
        return Ok(true);
    }
    for name in ["__getitem__", "__len__", "__contains__", "index", "count"] {
        let name = vm.intern(name);
        if vm.lookup_special(value, &name).is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn sample(vm: &mut Vm, generator: &Generator, population: &Value, k: &Value, counts: &Value) -> Result {
    if !is_sequence(vm, population)? {
        return Err(vm.type_error("Population must be a sequence.  For dicts or sets, use sorted(d)."));
    }
    let len = vm.len(population)?;
    if counts.is_none() {
        let mut chosen = Vec::new();
        for place in sample_places(vm, generator, len, k)? {
            chosen.push(vm.get_item(population, &Value::from(place))?);
        }
        return Ok(List::value(chosen));
    }
    let mut totals = accumulate(vm, counts)?;
    if totals.len() != len {
        return Err(vm.value_error("The number of counts does not match the population"));
    }
    let total = totals.pop().unwrap_or(Value::Int(0));
    let total = match as_int(vm, &total) {
        None => return Err(vm.type_error("Counts must be integers")),
        Some(total) => vm.index(&total)?,
    };
    let Ok(total) = usize::try_from(total) else { return Err(vm.value_error("Counts must be non-negative")) };
    let mut chosen = Vec::new();
    for place in sample_places(vm, generator, total, k)? {
        let place = bisect(vm, &totals, &Value::from(place), totals.len())?;
        chosen.push(vm.get_item(population, &Value::from(place))?);
    }
    Ok(List::value(chosen))
}

/// k different places below a length.
fn sample_places(vm: &mut Vm, generator: &Generator, len: usize, k: &Value) -> Result<Vec<usize>> {
    let k = vm.index_clamped(k)?;
    let Some(k) = usize::try_from(k).ok().filter(|k| *k <= len) else {
        return Err(vm.value_error("Sample larger than population or is negative"));
    };
    // A pool of all places takes room for each, a set of those chosen for some: as CPython weighs them, since the sequence depends on it.
    let set_size = if k > 5 { 21.0 + 4f64.powf(((k as f64 * 3.0).ln() / 4f64.ln()).ceil()) } else { 21.0 };
    vm.check_items::<usize>(k)?;
    let mut chosen = Vec::with_capacity(k);
    if len as f64 <= set_size {
        vm.check_items::<usize>(len)?;
        let mut pool: Vec<usize> = (0..len).collect();
        for taken in 0..k {
            let at = place(generator, len - taken);
            chosen.push(pool[at]);
            pool[at] = pool[len - taken - 1];
        }
        return Ok(chosen);
    }
    let mut selected = hashbrown::HashSet::<usize, rustc_hash::FxBuildHasher>::default();
    while chosen.len() < k {
        let at = place(generator, len);
        if selected.insert(at) {
            chosen.push(at);
        }
    }
    Ok(chosen)
}
