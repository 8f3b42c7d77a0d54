//! Keys whose order is total and known without running scripts: ints, floats without NaN, strings, and tuples of these that have the same types
//! at the same places. The first eight bytes of what decides first, as a number, decide most comparisons.

use std::cmp::Ordering;

use super::whole;
use crate::object::{Str, Tuple};
use crate::value::{Kind, Value};

/// A key's beginning, and its place among the keys.
type Ranked = (u64, u32);

/// What keys of a type, or the items at a place of tuples, are compared as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Whole,
    Float,
    Text,
}

impl Column {
    /// That of a value, if it has one.
    #[inline(always)]
    fn of(value: &Value) -> Option<Column> {
        match value {
            Value::Int(_) | Value::Bool(_) => Some(Column::Whole),
            Value::Float(number) if !number.is_nan() => Some(Column::Float),
            Value::Object(Kind::Str, _) => Some(Column::Text),
            _ => None,
        }
    }

    /// A number that orders values as they are ordered, but for those that have the same.
    #[inline(always)]
    fn rank(self, value: &Value) -> u64 {
        const SIGN: u64 = 1 << 63;
        match self {
            Column::Whole => whole(value).unwrap_or_default() as u64 ^ SIGN,
            Column::Float => {
                // Zero has two signs.
                let bits = if let Value::Float(number) = value { (number + 0.0).to_bits() } else { 0 };
                if bits & SIGN == 0 { bits | SIGN } else { !bits }
            }
            Column::Text => beginning(text(value).as_bytes()),
        }
    }

    #[inline]
    fn compare(self, a: &Value, b: &Value) -> Ordering {
        match self {
            Column::Text => text(a).cmp(text(b)),
            _ => self.rank(a).cmp(&self.rank(b)),
        }
    }
}

#[inline(always)]
fn text(value: &Value) -> &str {
    value.get::<Str>().map_or("", Str::as_str)
}

/// The first eight bytes as a number; what is missing counts as zeros.
#[inline(always)]
fn beginning(bytes: &[u8]) -> u64 {
    let part = |from: usize| bytes.get(from..from + 4).and_then(|part| part.try_into().ok()).map(u32::from_be_bytes);
    match (bytes.first_chunk::<8>(), part(0)) {
        (Some(first), _) => u64::from_be_bytes(*first),
        (None, Some(high)) => {
            let rest = bytes[4..].iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
            u64::from(high) << 32 | rest << (8 * (8 - bytes.len()))
        }
        (None, None) if bytes.is_empty() => 0,
        (None, None) => bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)) << (8 * (8 - bytes.len())),
    }
}

/// The order of keys, or none where it has to be found by asking.
pub fn order(keys: &[Value]) -> Option<Vec<Ranked>> {
    let Some(first) = keys.first() else { return Some(Vec::new()) };
    if let Some(tuple) = first.get::<Tuple>() {
        return order_of_tuples(keys, tuple.items());
    }
    let column = Column::of(first)?;
    if keys.iter().any(|key| Column::of(key) != Some(column)) {
        return None;
    }
    let mut order = ranked(keys.iter().map(|key| column.rank(key)));
    match column {
        Column::Text => {
            order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| text(&keys[a.1 as usize]).cmp(text(&keys[b.1 as usize]))))
        }
        _ => order.sort_by_key(|ranked| ranked.0),
    }
    Some(order)
}

fn ranked(ranks: impl Iterator<Item = u64>) -> Vec<Ranked> {
    ranks.zip(0..).collect()
}

fn order_of_tuples(keys: &[Value], first: &[Value]) -> Option<Vec<Ranked>> {
    let columns: Vec<Column> = first.iter().map(Column::of).collect::<Option<_>>()?;
    let lead = *columns.first()?;
    let mut rows = Vec::with_capacity(keys.len());
    for key in keys {
        let items = key.get::<Tuple>()?.items();
        let fits =
            items.len() == columns.len() && items.iter().zip(&columns).all(|(item, column)| Column::of(item) == Some(*column));
        if !fits {
            return None;
        }
        rows.push(items);
    }
    let skipped = usize::from(lead != Column::Text);
    let rest = |a: &[Value], b: &[Value]| {
        let pairs = a.iter().zip(b).zip(&columns).skip(skipped);
        pairs.map(|((a, b), column)| column.compare(a, b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    };
    let mut order = ranked(rows.iter().map(|items| lead.rank(&items[0])));
    order.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| rest(rows[a.1 as usize], rows[b.1 as usize])));
    Some(order)
}
