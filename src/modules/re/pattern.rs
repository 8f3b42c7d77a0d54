//! `re.Pattern`: a compiled pattern, and the searches that it makes.

use std::cell::RefCell;
use std::rc::Rc;

use super::matched::{MatchData, NOWHERE};
use super::scanner::{self, ScannerData};
use super::subject::Text;
use super::{classes, replace};
use crate::heap::{Gc, Visitor};
use crate::object::{Dict, List, MappingProxy, NativeData, Opaque, Str, Tuple};
use crate::regex::{Mode, Regex, Request, Scratch, Stop, Subject, Walk};
use crate::value::Value;
use crate::vm::{Own, Result, Row, Vm, method};

/// A compiled pattern.
pub(super) struct PatternData {
    pub regex: Rc<Regex>,
    pub pattern: Value,
    /// `groupindex`, once it is asked for.
    names: RefCell<Option<Value>>,
}

impl NativeData for PatternData {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.pattern.trace(visitor);
        if let Some(names) = &*self.names.borrow() {
            names.trace(visitor);
        }
    }

    fn clear(&self) {
        drop(self.names.take());
    }
}

/// Where searches work; kept, so that they need no memory of their own.
#[derive(Default)]
struct Workspace(RefCell<Scratch>);

pub(super) static ROWS: &[Row] = &[
    method!(
        "search",
        "(self, /, string, pos=0, endpos=9223372036854775807)",
        |vm, this, string, pos, end| one(vm, this, string, (pos, end), Mode::Search),
        "The first match anywhere."
    ),
    method!(
        "match",
        "(self, /, string, pos=0, endpos=9223372036854775807)",
        |vm, this, string, pos, end| one(vm, this, string, (pos, end), Mode::Match),
        "The match at the beginning."
    ),
    method!(
        "fullmatch",
        "(self, /, string, pos=0, endpos=9223372036854775807)",
        |vm, this, string, pos, end| one(vm, this, string, (pos, end), Mode::FullMatch),
        "The match of the whole."
    ),
    method!(
        "findall",
        "(self, /, string, pos=0, endpos=9223372036854775807)",
        findall,
        "The texts of all matches, or of their groups."
    ),
    method!("finditer", "(self, /, string, pos=0, endpos=9223372036854775807)", finditer, "An iterator over all matches."),
    method!(
        "scanner",
        "(self, /, string, pos=0, endpos=9223372036854775807)",
        scanner,
        "Matches or searches one after the other."
    ),
    method!("split", "(self, /, string, maxsplit=0)", split, "The text between the matches, and their groups."),
    method!(
        "sub",
        "(self, /, repl, string, count=0)",
        |vm, this, repl, string, count| replace::sub(vm, this, repl, string, count).map(|(text, _)| text),
        "The text with replacements for the matches."
    ),
    method!(
        "subn",
        "(self, /, repl, string, count=0)",
        subn,
        "The text with replacements for the matches, and how many there were."
    ),
    method!("__copy__", "(self, /)", |this: Own<'_, PatternData>| this.value(), "The pattern itself."),
    method!("__deepcopy__", "(self, memo, /)", |this: Own<'_, PatternData>, _: &Value| this.value(), "The pattern itself."),
    method!("__repr__", "(self, /)", repr, "The call that makes it."),
    method!("__eq__", "(self, value, /)", equal, "Whether both are the same pattern with the same flags."),
    method!("__hash__", "(self, /)", hash, "From the pattern and its flags."),
    Row::getter(
        "pattern",
        |_, args| Ok(data(args).map_or(Value::None, |this| this.pattern.clone())),
        "The pattern as it was given.",
    ),
    Row::getter(
        "flags",
        |_, args| Ok(data(args).map_or(Value::None, |this| i64::from(this.regex.flags.0).into())),
        "Its flags.",
    ),
    Row::getter(
        "groups",
        |_, args| Ok(data(args).map_or(Value::None, |this| i64::from(this.regex.groups).into())),
        "How many groups it has.",
    ),
    Row::getter(
        "groupindex",
        |vm, args| Ok(data(args).map_or(Value::None, |this| this.index(vm))),
        "The numbers of groups that have names.",
    ),
];

fn data(args: &[Value]) -> Option<&PatternData> {
    Own::<PatternData>::of(args.first()?).map(|own| own.data)
}

impl PatternData {
    pub fn new(regex: Regex, pattern: Value) -> PatternData {
        PatternData { regex: Rc::new(regex), pattern, names: RefCell::new(None) }
    }

    fn index(&self, vm: &mut Vm) -> Value {
        let known = self.names.borrow().clone();
        known.unwrap_or_else(|| {
            let names = Dict::new();
            for (name, number) in &self.regex.names {
                names.set_str(&vm.intern(name), i64::from(*number).into());
            }
            let proxy: Value = Gc::new(MappingProxy(names.into())).into();
            *self.names.borrow_mut() = Some(proxy.clone());
            proxy
        })
    }
}

/// Calls a search of the engine until it is done: handlers of signals run between.
fn driven(
    vm: &mut Vm,
    mut search: impl FnMut(&mut Scratch, &mut dyn FnMut() -> bool) -> std::result::Result<bool, Stop>,
) -> Result<Option<Scratch>> {
    let workspace = vm.state::<Workspace>();
    let mut scratch = workspace.0.take();
    loop {
        let watch = vm.outside_watch();
        match search(&mut scratch, &mut || !watch.waits()) {
            Ok(true) => return Ok(Some(scratch)),
            Ok(false) => {
                workspace.0.replace(scratch);
                return Ok(None);
            }
            Err(Stop::Memory) => return Err(vm.memory_error()),
            Err(Stop::Interrupted) => vm.attend_outside()?,
        }
    }
}

/// Gives the workspace back.
fn done(vm: &Vm, scratch: Scratch) {
    vm.state::<Workspace>().0.replace(scratch);
}

/// The spans of a match in the workspace.
fn spans(regex: &Regex, scratch: &Scratch) -> Box<[(usize, usize)]> {
    (0..=regex.groups).map(|group| regex.span(scratch, group).unwrap_or(NOWHERE)).collect()
}

/// A match: the spans of its groups, and the group that ended last.
pub(super) type Spans = (Box<[(usize, usize)]>, Option<u32>);

/// Searches once.
pub(super) fn find(vm: &mut Vm, regex: &Regex, subject: Subject<'_>, request: Request) -> Result<Option<Spans>> {
    let found = driven(vm, |scratch, check| regex.find(subject, request, scratch, check))?;
    Ok(found.map(|scratch| {
        let found = (spans(regex, &scratch), regex.last_index(&scratch));
        done(vm, scratch);
        found
    }))
}

/// The next match of a walk.
pub(super) fn next(vm: &mut Vm, regex: &Regex, walk: &mut Walk, subject: Subject<'_>) -> Result<Option<Spans>> {
    let begun = *walk;
    let found = driven(vm, |scratch, check| {
        *walk = begun;
        regex.next(walk, subject, scratch, check)
    })?;
    Ok(found.map(|scratch| {
        let found = (spans(regex, &scratch), regex.last_index(&scratch));
        done(vm, scratch);
        found
    }))
}

/// Where a search begins and ends, in characters, as it was asked for.
type Bounds = (i64, i64);

/// The same within a text: in characters and in bytes. The end is never before the beginning of the text.
pub(super) fn within(text: &Text<'_>, (from, to): Bounds) -> ((usize, usize), (usize, usize)) {
    let (from, to) = (text.clamp(from), text.clamp(to));
    ((from, to), (text.offset(from), text.offset(to)))
}

/// A match object.
pub(super) fn matched(vm: &mut Vm, pattern: &Gc<Opaque>, text: &Value, bounds: (usize, usize), (spans, last): Spans) -> Value {
    let class = classes(vm).matched.clone();
    let data = MatchData { pattern: pattern.clone(), text: text.clone(), spans, bounds, last };
    Opaque::new(class, data).into()
}

fn one(vm: &mut Vm, this: Own<'_, PatternData>, string: &Value, bounds: Bounds, mode: Mode) -> Result {
    let text = Text::of(vm, string, this.regex.kind)?;
    let (positions, (from, to)) = within(&text, bounds);
    if from > to {
        return Ok(Value::None);
    }
    let request = Request { mode, from, not_empty: false };
    match find(vm, &this.regex, text.until(to), request)? {
        Some(found) => Ok(matched(vm, this.object, string, positions, found)),
        None => Ok(Value::None),
    }
}

fn findall(vm: &mut Vm, this: Own<'_, PatternData>, string: &Value, pos: i64, endpos: i64) -> Result {
    let text = Text::of(vm, string, this.regex.kind)?;
    let (_, (from, to)) = within(&text, (pos, endpos));
    let (mut all, mut walk) = (Vec::new(), Walk::new(from, Mode::Search));
    let empty = text.part(0, 0);
    while from <= to
        && let Some((spans, _)) = next(vm, &this.regex, &mut walk, text.until(to))?
    {
        let part = |span: &(usize, usize)| if span.0 == NOWHERE.0 { empty.clone() } else { text.part(span.0, span.1) };
        let item = match &spans[..] {
            [whole] => part(whole),
            [_, only] => part(only),
            [_, groups @ ..] => Tuple::value(groups.iter().map(part).collect::<Vec<_>>()),
            [] => Value::None,
        };
        vm.grow_by_object(&mut all)?;
        all.push(item);
    }
    Ok(List::value(all))
}

fn scanner(vm: &mut Vm, this: Own<'_, PatternData>, string: &Value, pos: i64, endpos: i64) -> Result {
    let text = Text::of(vm, string, this.regex.kind)?;
    let (positions, (from, to)) = within(&text, (pos, endpos));
    let class = classes(vm).scanner.clone();
    Ok(Opaque::new(class, ScannerData::new(this.object.clone(), string.clone(), positions, (from, to))).into())
}

fn finditer(vm: &mut Vm, this: Own<'_, PatternData>, string: &Value, pos: i64, endpos: i64) -> Result {
    let scanner = scanner(vm, this, string, pos, endpos)?;
    scanner::searches(vm, &scanner)
}

fn split(vm: &mut Vm, this: Own<'_, PatternData>, string: &Value, maxsplit: i64) -> Result {
    let text = Text::of(vm, string, this.regex.kind)?;
    let end = text.bytes().len();
    let (mut parts, mut walk, mut last, mut left) = (Vec::new(), Walk::new(0, Mode::Search), 0, maxsplit);
    while maxsplit >= 0
        && (maxsplit == 0 || left > 0)
        && let Some((spans, _)) = next(vm, &this.regex, &mut walk, text.until(end))?
    {
        vm.grow(&mut parts, spans.len())?;
        parts.push(text.part(last, spans[0].0));
        let group = |span: &(usize, usize)| if span.0 == NOWHERE.0 { Value::None } else { text.part(span.0, span.1) };
        parts.extend(spans[1..].iter().map(group));
        (last, left) = (spans[0].1, left - 1);
    }
    parts.push(text.part(last, end));
    Ok(List::value(parts))
}

fn subn(vm: &mut Vm, this: Own<'_, PatternData>, repl: &Value, string: &Value, count: i64) -> Result {
    let (text, made) = replace::sub(vm, this, repl, string, count)?;
    Ok(Tuple::value([text, made.into()]))
}

/// The names of flags, as `repr` shows them. That text is Unicode is said only where it could be otherwise.
const FLAGS: [(u32, &str); 7] = [
    (2, "re.IGNORECASE"),
    (4, "re.LOCALE"),
    (8, "re.MULTILINE"),
    (16, "re.DOTALL"),
    (32, "re.UNICODE"),
    (64, "re.VERBOSE"),
    (256, "re.ASCII"),
];
/// Characters of the pattern that `repr` shows.
const SHOWN: usize = 200;

fn repr(vm: &mut Vm, this: Own<'_, PatternData>) -> Result {
    let mut flags = this.regex.flags.0;
    if this.pattern.get::<Str>().is_some() && flags & (4 | 32 | 256) == 32 {
        flags &= !32;
    }
    let mut names: Vec<String> = Vec::new();
    for (flag, name) in FLAGS {
        if flags & flag != 0 {
            names.push(name.to_owned());
            flags &= !flag;
        }
    }
    if flags != 0 {
        names.push(format!("{flags:#x}"));
    }
    let shown: String = vm.repr(&this.pattern)?.as_str().chars().take(SHOWN).collect();
    let comma = if names.is_empty() { "" } else { ", " };
    Ok(Str::value(format!("re.compile({shown}{comma}{})", names.join("|"))))
}

fn equal(vm: &mut Vm, this: Own<'_, PatternData>, value: &Value) -> Result {
    let Some(other) = Own::<PatternData>::of(value) else { return Ok(Value::NotImplemented) };
    let alike = this.regex.flags == other.regex.flags && this.regex.kind == other.regex.kind;
    Ok(Value::Bool(alike && vm.equal(&this.pattern, &other.pattern)?))
}

fn hash(vm: &mut Vm, this: Own<'_, PatternData>) -> Result<i64> {
    Ok(vm.hash(&this.pattern)? ^ i64::from(this.regex.flags.0))
}
