//! Matches one after the other: what `finditer` and `Pattern.scanner` give.

use std::cell::Cell;

use super::pattern::{PatternData, matched, next};
use super::subject::Text;
use crate::heap::{Gc, Visitor};
use crate::object::{BoundMethod, Iter, Iterator, NativeData, Opaque};
use crate::regex::{Mode, Walk};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, method};

/// A walk over a text.
pub(super) struct ScannerData {
    pattern: Gc<Opaque>,
    text: Value,
    /// Where the search was to begin and to end, in characters.
    bounds: (usize, usize),
    end: usize,
    walk: Cell<(Walk, Mode)>,
}

impl NativeData for ScannerData {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.text.trace(visitor);
        self.pattern.trace(visitor);
    }
}

impl ScannerData {
    pub fn new(pattern: Gc<Opaque>, text: Value, bounds: (usize, usize), (from, end): (usize, usize)) -> ScannerData {
        let walk = Cell::new((Walk::new(from, Mode::Search), Mode::Search));
        ScannerData { pattern, text, bounds, end, walk }
    }
}

pub(super) static ROWS: &[Row] = &[
    method!("search", "(self, /)", |vm, this| step(vm, this, Mode::Search), "The next match."),
    method!("match", "(self, /)", |vm, this| step(vm, this, Mode::Match), "The match where the last one ended."),
    Row::getter(
        "pattern",
        |_, args| Ok(args.first().and_then(Own::<ScannerData>::of).map_or(Value::None, |this| this.pattern.clone().into())),
        "The pattern.",
    ),
];

fn step(vm: &mut Vm, this: Own<'_, ScannerData>, mode: Mode) -> Result {
    let Some(pattern) = this.pattern.data::<PatternData>() else { return Ok(Value::None) };
    let text = Text::of(vm, &this.text, pattern.regex.kind)?;
    let (walk, known) = this.walk.get();
    let mut walk = if known == mode { walk } else { Walk::new(walk.place(), mode) };
    // A bytearray may have become shorter.
    let end = this.end.min(text.bytes().len());
    if walk.place() > end {
        return Ok(Value::None);
    }
    let found = next(vm, &pattern.regex, &mut walk, text.until(end))?;
    this.walk.set((walk, mode));
    match found {
        Some(found) => Ok(matched(vm, &this.pattern, &this.text, this.bounds, found)),
        None => {
            // Nothing more is found from here on.
            this.walk.set((Walk::new(usize::MAX, mode), mode));
            Ok(Value::None)
        }
    }
}

/// An iterator over what a scanner finds.
pub(super) fn searches(vm: &mut Vm, scanner: &Value) -> Result {
    let search = vm.class_of(scanner).lookup(&vm.intern("search")).unwrap_or_default();
    Ok(Iterator::value(Iter::Callable(BoundMethod::value(search, scanner.clone()), Value::None)))
}
