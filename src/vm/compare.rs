//! Comparison and membership: numbers and strings directly, everything else through `__lt__`, `__eq__`, `__contains__` and their kin.
//!
//! Ints and floats compare by their exact values, whatever their size.
#![allow(unsafe_code)]

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::FromPrimitive;

use super::arith::{Number, wide_int};
use super::cached;
use super::dicts::has_plain;
use crate::heap::Gc;
use crate::object::{Class, Dict, FrozenSet, Function, Instance, List, Set, SetStorage, Str, Tuple, is_asked, quick_eq};
use crate::value::{Kind, Value};
use crate::vm::{Names, Raised, Result, Vm};

/// A comparison operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum CompareOp {
    Lt,
    Le,
    Gt,
    Ge,
    Eq,
    Ne,
}

impl CompareOp {
    /// How messages write it.
    pub fn symbol(self) -> &'static str {
        match self {
            CompareOp::Lt => "<",
            CompareOp::Le => "<=",
            CompareOp::Gt => ">",
            CompareOp::Ge => ">=",
            CompareOp::Eq => "==",
            CompareOp::Ne => "!=",
        }
    }

    /// The operator that gives the same answer with the operands exchanged.
    pub fn swapped(self) -> CompareOp {
        match self {
            CompareOp::Lt => CompareOp::Gt,
            CompareOp::Le => CompareOp::Ge,
            CompareOp::Gt => CompareOp::Lt,
            CompareOp::Ge => CompareOp::Le,
            CompareOp::Eq | CompareOp::Ne => self,
        }
    }

    /// The special method.
    #[inline]
    pub fn name(self, names: &Names) -> &Gc<Str> {
        match self {
            CompareOp::Lt => &names.lt,
            CompareOp::Le => &names.le,
            CompareOp::Gt => &names.gt,
            CompareOp::Ge => &names.ge,
            CompareOp::Eq => &names.eq,
            CompareOp::Ne => &names.ne,
        }
    }

    /// The answer for operands in this order; none where they have none (NaN).
    #[inline]
    pub fn holds(self, order: Option<Ordering>) -> bool {
        match self {
            CompareOp::Lt => order == Some(Ordering::Less),
            CompareOp::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            CompareOp::Gt => order == Some(Ordering::Greater),
            CompareOp::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            CompareOp::Eq => order == Some(Ordering::Equal),
            CompareOp::Ne => order != Some(Ordering::Equal),
        }
    }
}

/// The order of two numbers by their exact values; none where one is NaN.
fn order(a: Number<'_>, b: Number<'_>) -> Option<Ordering> {
    match (a, b) {
        (Number::Int(a), Number::Int(b)) => Some(a.cmp(&b)),
        (Number::Float(a), Number::Float(b)) => a.partial_cmp(&b),
        (Number::Big(a), Number::Big(b)) => Some(a.cmp(b)),
        (Number::Int(a), Number::Big(b)) => Some(BigInt::from(a).cmp(b)),
        (Number::Big(a), Number::Int(b)) => Some(a.cmp(&BigInt::from(b))),
        (Number::Int(a), Number::Float(b)) => int_with_float(a, b),
        (Number::Float(a), Number::Int(b)) => int_with_float(b, a).map(Ordering::reverse),
        (Number::Big(a), Number::Float(b)) => big_with_float(a, b),
        (Number::Float(a), Number::Big(b)) => big_with_float(b, a).map(Ordering::reverse),
    }
}

fn int_with_float(int: i64, float: f64) -> Option<Ordering> {
    if int.unsigned_abs() <= 1 << 53 || float.is_nan() {
        return (int as f64).partial_cmp(&float);
    }
    // The int is large: where the float has a fraction it is small, and truncating doesn't change the order.
    Some(i128::from(int).cmp(&(float as i128)))
}

fn big_with_float(big: &BigInt, float: f64) -> Option<Ordering> {
    match BigInt::from_f64(float) {
        // A big int is beyond 2**63, where floats are whole.
        Some(other) => Some(big.cmp(&other)),
        None => 0.0.partial_cmp(&float),
    }
}

/// How two numbers compare: the outer none where one is no number, the inner one where one is NaN.
pub fn order_numbers(a: &Value, b: &Value) -> Option<Option<Ordering>> {
    Some(order(Number::of(a)?, Number::of(b)?))
}

/// How deep lists and tuples are followed without the machine, which counts.
const DEEPEST: u32 = 50;

/// The answer where no special method is needed.
#[inline]
fn direct(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Object(Kind::Str, _), Value::Object(Kind::Str, _)) => {
            let (x, y) = (a.get::<Str>()?, b.get::<Str>()?);
            Some(match op {
                CompareOp::Eq => x.as_str() == y.as_str(),
                CompareOp::Ne => x.as_str() != y.as_str(),
                // The order of UTF-8 is the order of code points.
                _ => op.holds(Some(x.as_str().cmp(y.as_str()))),
            })
        }
        _ => direct_within(op, a, b, DEEPEST),
    }
}

fn direct_within(op: CompareOp, a: &Value, b: &Value, depth: u32) -> Option<bool> {
    if let (Value::Object(a_kind, _), Value::Object(b_kind, _)) = (a, b) {
        match (a_kind, b_kind) {
            (Kind::Str, Kind::Str) => return direct(op, a, b),
            (Kind::Tuple, Kind::Tuple) => return sequences(op, a.get::<Tuple>()?.items(), b.get::<Tuple>()?.items(), depth),
            (Kind::List, Kind::List) => {
                return sequences(op, &a.get::<List>()?.0.borrow(), &b.get::<List>()?.0.borrow(), depth);
            }
            (Kind::Set | Kind::FrozenSet, Kind::Set | Kind::FrozenSet) => return sets(op, a, b),
            (Kind::Dict, Kind::Dict) if matches!(op, CompareOp::Eq | CompareOp::Ne) => {
                let equal = a.get::<Dict>()?.borrow().equals(&b.get::<Dict>()?.borrow())?;
                return Some(equal == (op == CompareOp::Eq));
            }
            _ => {}
        }
    }
    if let (Some(x), Some(y)) = (wide_int(a), wide_int(b)) {
        return Some(op.holds(Some(x.cmp(&y))));
    }
    if let (Some(x), Some(y)) = (Number::of(a), Number::of(b)) {
        return Some(op.holds(order(x, y)));
    }
    let negated = match op {
        CompareOp::Eq => false,
        CompareOp::Ne => true,
        _ => return None,
    };
    let plain =
        |value: &Value| value.kind().is_none_or(|kind| matches!(kind, Kind::Str | Kind::Bytes | Kind::Tuple | Kind::BigInt));
    // What goes by identity, or derives from a built-in type without methods of its own, has none for `==`; it may have one for `!=`.
    let asked = (plain(a) && plain(b)) || (op == CompareOp::Eq && !a.same(b));
    asked.then(|| quick_eq(a, b)).flatten().map(|equal| equal != negated)
}

/// `a op b` of items in order: what the first ones that differ say.
fn sequences(op: CompareOp, a: &[Value], b: &[Value], depth: u32) -> Option<bool> {
    if a.len() != b.len() && matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Some(op == CompareOp::Ne);
    }
    let depth = depth.checked_sub(1)?;
    for (x, y) in a.iter().zip(b) {
        let equal = match (x, y) {
            (Value::Int(x), Value::Int(y)) => x == y,
            _ => x.same(y) || direct_within(CompareOp::Eq, x, y, depth)?,
        };
        if !equal {
            return match op {
                CompareOp::Eq => Some(false),
                CompareOp::Ne => Some(true),
                _ => direct_within(op, x, y, depth),
            };
        }
    }
    Some(op.holds(Some(a.len().cmp(&b.len()))))
}

/// `a op b` of sets: inclusion.
fn sets(op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
    with_set(a, |a| {
        with_set(b, |b| match op {
            CompareOp::Eq => {
                if a.len() == b.len() {
                    a.is_within(b)
                } else {
                    Some(false)
                }
            }
            CompareOp::Ne => {
                if a.len() == b.len() {
                    a.is_within(b).map(|equal| !equal)
                } else {
                    Some(true)
                }
            }
            CompareOp::Lt => {
                if a.len() < b.len() {
                    a.is_within(b)
                } else {
                    Some(false)
                }
            }
            CompareOp::Gt => {
                if b.len() < a.len() {
                    b.is_within(a)
                } else {
                    Some(false)
                }
            }
            CompareOp::Le => a.is_within(b),
            CompareOp::Ge => b.is_within(a),
        })
    })
}

/// Looks at the table of a set or frozenset.
#[inline]
pub(super) fn with_set<R>(set: &Value, look: impl FnOnce(&SetStorage) -> Option<R>) -> Option<R> {
    match set.kind()? {
        Kind::Set => look(&set.get::<Set>()?.0.borrow()),
        Kind::FrozenSet => look(&set.get::<FrozenSet>()?.storage),
        _ => None,
    }
}

/// A script's comparison of instances of one class, found once for many calls.
pub struct Comparer {
    op: CompareOp,
    class: Gc<Class>,
    version: u32,
    function: Gc<Function>,
}

impl Vm {
    /// How values of a class are compared, where a script's plain function does it.
    pub fn comparer(&self, op: CompareOp, value: &Value) -> Option<Comparer> {
        let class = value.get::<Instance>()?.class();
        let function = self.special_function(value, op.name(&self.names))?;
        let version = class.version();
        (version != 0).then_some(Comparer { op, class, version, function })
    }

    /// `bool(a op b)` by what was found; none where that no longer holds, or not for these.
    #[inline]
    pub fn compare_by(&mut self, by: &Comparer, a: &Value, b: &Value) -> Result<Option<bool>> {
        // SAFETY: nothing runs while the classes are looked at.
        let same = unsafe { (*self.class_at(a)).same(&by.class) && (*self.class_at(b)).same(&by.class) };
        if !same || by.class.version() != by.version || by.function.code.simple != 2 {
            return Ok(None);
        }
        match self.call_script(by.function.clone(), a, std::slice::from_ref(b))? {
            Value::Bool(answer) => Ok(Some(answer)),
            Value::NotImplemented => {
                let answer = self.compare_declined_by_left(by.op, a, b)?;
                self.truth(&answer).map(Some)
            }
            answer => self.truth(&answer).map(Some),
        }
    }

    /// `a op b`
    pub fn compare(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result {
        match direct(op, a, b) {
            Some(answer) => Ok(Value::Bool(answer)),
            None => self.guard(|vm| vm.compare_special(op, a, b)),
        }
    }

    /// `bool(a op b)`
    pub fn compare_bool(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result<bool> {
        if let Some(answer) = direct(op, a, b) {
            return Ok(answer);
        }
        let answer = self.guard(|vm| vm.compare_special(op, a, b))?;
        self.truth(&answer)
    }

    /// `a is b or a == b`, as containers compare their items.
    #[inline]
    pub fn equal(&mut self, a: &Value, b: &Value) -> Result<bool> {
        if a.same(b) {
            return Ok(true);
        }
        match if is_asked(a) { None } else { quick_eq(a, b) } {
            Some(equal) => Ok(equal),
            None => self.equal_by_method(a, b),
        }
    }

    /// As [`Vm::equal`], of values that are not the same and that only methods can compare.
    pub fn equal_by_method(&mut self, a: &Value, b: &Value) -> Result<bool> {
        let answer = self.guard(|vm| vm.compare_special(CompareOp::Eq, a, b))?;
        self.truth(&answer)
    }

    fn compare_special(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result {
        if let Some(answer) = self.compare_carried(op, a, b) {
            return Ok(Value::Bool(answer));
        }
        if let Some(answer) = self.ask_script(op, a, b)? {
            return match answer {
                Value::NotImplemented => self.compare_declined_by_left(op, a, b),
                answer => Ok(answer),
            };
        }
        let first_right = self.right_goes_first(a, b);
        if first_right && let Some(answer) = self.ask(op.swapped(), b, a)? {
            return Ok(answer);
        }
        if let Some(answer) = self.ask(op, a, b)? {
            return Ok(answer);
        }
        if !first_right && let Some(answer) = self.ask(op.swapped(), b, a)? {
            return Ok(answer);
        }
        self.undecided(op, a, b)
    }

    /// How what instances carry of a built-in type compares, where their classes leave that to it.
    fn compare_carried(&self, op: CompareOp, a: &Value, b: &Value) -> Option<bool> {
        let name = op.name(&self.names);
        let carried = |value: &Value| self.carried(value, name).map(std::ptr::from_ref);
        let itself = |value: &Value| (value.kind() != Some(Kind::Instance)).then_some(std::ptr::from_ref(value));
        let (x, y) = (carried(a), carried(b));
        if x.is_none() && y.is_none() {
            return None;
        }
        // SAFETY: both operands live, and nothing runs while what they carry is looked at.
        unsafe { direct(op, &*x.or_else(|| itself(a))?, &*y.or_else(|| itself(b))?) }
    }

    /// What the left operand's method says, where it is a script's and both operands are instances of one class.
    fn ask_script(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>> {
        if (a.kind(), b.kind()) != (Some(Kind::Instance), Some(Kind::Instance)) {
            return Ok(None);
        }
        // SAFETY: nothing runs while the classes are looked at.
        if !unsafe { (*self.class_at(a)).same(&*self.class_at(b)) } {
            return Ok(None);
        }
        match self.special_function(a, op.name(&self.names)) {
            Some(function) => self.call_script(function, a, std::slice::from_ref(b)).map(Some),
            None => Ok(None),
        }
    }

    /// Whether the right operand is asked first: its class derives from the left one's.
    fn right_goes_first(&self, a: &Value, b: &Value) -> bool {
        // SAFETY: nothing runs while the classes are looked at.
        let (left, right) = unsafe { (&*self.class_at(a), &*self.class_at(b)) };
        !left.same(right) && right.derives_from(left)
    }

    /// The answer after the left operand's own method returned NotImplemented.
    pub(super) fn compare_declined_by_left(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result {
        match self.guard(|vm| vm.ask(op.swapped(), b, a))? {
            Some(answer) => Ok(answer),
            None => self.undecided(op, a, b),
        }
    }

    /// What holds where neither operand has an answer.
    fn undecided(&self, op: CompareOp, a: &Value, b: &Value) -> Result {
        match op {
            CompareOp::Eq => Ok(Value::Bool(a.same(b))),
            CompareOp::Ne => Ok(Value::Bool(!a.same(b))),
            _ => Err(self.not_comparable(op, a, b)),
        }
    }

    /// What one operand's special method says; none for `NotImplemented`.
    fn ask(&mut self, op: CompareOp, a: &Value, b: &Value) -> Result<Option<Value>> {
        let name = op.name(&self.names).clone();
        if self.has_own(a, &name) {
            let answer = self.call_special(a, &name, std::slice::from_ref(b))?;
            return Ok(answer.filter(|value| !matches!(value, Value::NotImplemented)));
        }
        if op != CompareOp::Ne {
            return Ok(None);
        }
        // `object.__ne__` is the opposite of `__eq__`.
        match self.ask(CompareOp::Eq, a, b)? {
            Some(answer) => self.truth(&answer).map(|equal| Some(Value::Bool(!equal))),
            None => Ok(None),
        }
    }

    /// Whether a type has a special method of its own, other than that of `object`.
    fn has_own(&self, value: &Value, name: &Gc<Str>) -> bool {
        let inherited = self.types.object.lookup_place(name).and_then(|place| cached::lookup_value(&self.types.object, place));
        match (self.find_special(value, name), inherited) {
            // SAFETY: nothing has run since the lookups.
            (Some(own), Some(inherited)) => unsafe { !(*own).same(&*inherited) },
            (own, _) => own.is_some(),
        }
    }

    #[cold]
    fn not_comparable(&self, op: CompareOp, a: &Value, b: &Value) -> Raised {
        let (left, right) = (self.type_name(a), self.type_name(b));
        self.type_error(format!("'{}' not supported between instances of '{left}' and '{right}'", op.symbol()))
    }

    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        if let Some(answer) = has_plain(container, item) {
            return Ok(answer);
        }
        match self.lookup_special(container, &self.names.contains) {
            Some(Value::None) => {
                return Err(self.type_error(format!("'{}' object is not a container", self.type_name(container))));
            }
            Some(_) => {
                let name = self.names.contains.clone();
                let answer = self.guard(|vm| vm.call_special(container, &name, std::slice::from_ref(item)))?;
                return self.truth(&answer.unwrap_or(Value::None));
            }
            None => {}
        }
        let iterable = self.lookup_special(container, &self.names.iter).is_some()
            || self.lookup_special(container, &self.names.getitem).is_some();
        let none = |vm: &Vm| {
            let name = vm.type_name(container);
            vm.type_error(format!("argument of type '{name}' is not a container or iterable"))
        };
        if !iterable {
            return Err(none(self));
        }
        let iterator = self.get_iter(container).map_err(|raised| match self.is_exception(&raised, &self.exc.type_error) {
            true => none(self),
            false => raised,
        })?;
        while let Some(value) = self.iter_next(&iterator)? {
            if self.equal(&value, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ints_and_floats_compare_exactly() {
        let compare = |int: i64, float: f64| order(Number::Int(int), Number::Float(float));
        assert_eq!(compare((1 << 53) + 1, 9007199254740992.0), Some(Ordering::Greater));
        assert_eq!(compare(i64::MAX, 9223372036854775808.0), Some(Ordering::Less));
        assert_eq!(compare(i64::MIN, -9223372036854775808.0), Some(Ordering::Equal));
        assert_eq!(compare(i64::MAX, 1.5), Some(Ordering::Greater));
        assert_eq!(compare(i64::MAX, f64::INFINITY), Some(Ordering::Less));
        assert_eq!(compare(i64::MIN, f64::NEG_INFINITY), Some(Ordering::Greater));
        assert_eq!(compare(i64::MAX, f64::NAN), None);
        assert_eq!(compare(1, 1.5), Some(Ordering::Less));
        let big = BigInt::from(10).pow(400);
        assert_eq!(order(Number::Big(&big), Number::Float(f64::INFINITY)), Some(Ordering::Less));
        assert_eq!(order(Number::Float(f64::NEG_INFINITY), Number::Big(&big)), Some(Ordering::Less));
        assert_eq!(order(Number::Big(&big), Number::Float(1e308)), Some(Ordering::Greater));
    }
}
