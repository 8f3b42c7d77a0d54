//! `re.Match`: what a pattern has matched.

use super::pattern::PatternData;
use super::subject::{position, slice};
use super::{classes, replace};
use crate::heap::{Gc, Visitor};
use crate::object::{Dict, NativeData, Opaque, Str, Tuple};
use crate::value::Value;
use crate::vm::{Own, Raised, Result, Row, Vm, method};

/// A span of nothing: the group took no part.
pub(super) const NOWHERE: (usize, usize) = (usize::MAX, usize::MAX);

/// A match: places are offsets in bytes.
pub(super) struct MatchData {
    pub pattern: Gc<Opaque>,
    pub text: Value,
    /// Of the whole and of each group.
    pub spans: Box<[(usize, usize)]>,
    /// Where the search was to begin and to end, in characters.
    pub bounds: (usize, usize),
    pub last: Option<u32>,
}

impl NativeData for MatchData {
    fn trace(&self, visitor: &mut Visitor<'_>) {
        self.text.trace(visitor);
        self.pattern.trace(visitor);
    }
}

pub(super) static ROWS: &[Row] = &[
    method!("group", "(self, /, *args)", group, "The text of a group, or of several."),
    method!("__getitem__", "(self, key, /)", item, "The text of a group."),
    method!("groups", "(self, /, default=None)", groups, "The texts of all groups."),
    method!("groupdict", "(self, /, default=None)", groupdict, "The texts of all groups that have names."),
    method!(
        "start",
        "(self, group=0, /)",
        |vm, this: Own<'_, MatchData>, group: &Value| bound(vm, &this, group, |span| span.0),
        "Where a group begins."
    ),
    method!(
        "end",
        "(self, group=0, /)",
        |vm, this: Own<'_, MatchData>, group: &Value| bound(vm, &this, group, |span| span.1),
        "Where a group ends."
    ),
    method!("span", "(self, group=0, /)", span, "Where a group begins and ends."),
    method!("expand", "(self, /, template)", expand, "A template with the groups in place of their references."),
    method!("__copy__", "(self, /)", |this: Own<'_, MatchData>| this.value(), "The match itself."),
    method!("__deepcopy__", "(self, memo, /)", |this: Own<'_, MatchData>, _: &Value| this.value(), "The match itself."),
    method!("__repr__", "(self, /)", repr, "Span and text."),
    Row::getter(
        "string",
        |_, args| Ok(data(args).map_or(Value::None, |this| this.text.clone())),
        "The text that was searched.",
    ),
    Row::getter("re", |_, args| Ok(data(args).map_or(Value::None, |this| this.pattern.clone().into())), "The pattern."),
    Row::getter(
        "pos",
        |_, args| Ok(data(args).map_or(Value::None, |this| this.bounds.0.into())),
        "Where the search was to begin.",
    ),
    Row::getter(
        "endpos",
        |_, args| Ok(data(args).map_or(Value::None, |this| this.bounds.1.into())),
        "Where the search was to end.",
    ),
    Row::getter(
        "lastindex",
        |_, args| Ok(data(args).and_then(|this| this.last).map_or(Value::None, |last| i64::from(last).into())),
        "The number of the group that ended last.",
    ),
    Row::getter(
        "lastgroup",
        |vm, args| Ok(data(args).map_or(Value::None, |this| last_group(vm, this))),
        "The name of the group that ended last.",
    ),
    Row::getter("regs", |_, args| Ok(data(args).map_or(Value::None, registers)), "The spans of all groups."),
];

fn data(args: &[Value]) -> Option<&MatchData> {
    Own::<MatchData>::of(args.first()?).map(|own| own.data)
}

impl MatchData {
    /// The pattern's data.
    fn regex(&self) -> Option<&PatternData> {
        self.pattern.data::<PatternData>()
    }

    /// The text of a group; none where it took no part.
    fn text_of(&self, group: usize) -> Option<Value> {
        let (from, to) = self.spans[group];
        (from != NOWHERE.0).then(|| slice(&self.text, from, to))
    }

    /// The number of the group that a script names.
    fn number(&self, vm: &mut Vm, group: &Value) -> Result<usize> {
        let number = match group {
            Value::Int(number) => usize::try_from(*number).ok(),
            Value::Bool(number) => Some(usize::from(*number)),
            _ => match group.get::<Str>() {
                Some(name) => self.regex().and_then(|data| data.regex.group_named(name.as_str())).map(|number| number as usize),
                None => vm.index(group).ok().and_then(|number| usize::try_from(number).ok()),
            },
        };
        number.filter(|number| *number < self.spans.len()).ok_or_else(|| no_group(vm))
    }

    /// A span in characters, -1 for a group that took no part.
    fn shown(&self, (from, to): (usize, usize)) -> (i64, i64) {
        if from == NOWHERE.0 {
            return (-1, -1);
        }
        (position(&self.text, from) as i64, position(&self.text, to) as i64)
    }
}

#[cold]
fn no_group(vm: &Vm) -> Raised {
    vm.index_error("no such group")
}

fn group(vm: &mut Vm, this: Own<'_, MatchData>, wanted: &[Value]) -> Result {
    match wanted {
        [] => Ok(this.text_of(0).unwrap_or_default()),
        [one] => item(vm, this, one),
        several => {
            let texts: Result<Vec<Value>> = several.iter().map(|group| item(vm, this, group)).collect();
            texts.map(Tuple::value)
        }
    }
}

fn item(vm: &mut Vm, this: Own<'_, MatchData>, group: &Value) -> Result {
    let number = this.number(vm, group)?;
    Ok(this.text_of(number).unwrap_or(Value::None))
}

fn groups(this: Own<'_, MatchData>, default: &Value) -> Value {
    let texts: Vec<Value> = (1..this.spans.len()).map(|group| this.text_of(group).unwrap_or_else(|| default.clone())).collect();
    Tuple::value(texts)
}

fn groupdict(vm: &mut Vm, this: Own<'_, MatchData>, default: &Value) -> Value {
    let groups = Dict::new();
    if let Some(data) = this.regex() {
        for (name, number) in &data.regex.names {
            let text = this.text_of(*number as usize).unwrap_or_else(|| default.clone());
            groups.set_str(&vm.intern(name), text);
        }
    }
    groups.into()
}

fn bound(vm: &mut Vm, this: &MatchData, group: &Value, which: fn((i64, i64)) -> i64) -> Result {
    let number = this.number(vm, group)?;
    Ok(Value::Int(which(this.shown(this.spans[number]))))
}

fn pair((from, to): (i64, i64)) -> Value {
    Tuple::value([from, to].map(Value::Int))
}

fn span(vm: &mut Vm, this: Own<'_, MatchData>, group: &Value) -> Result {
    let number = this.number(vm, group)?;
    Ok(pair(this.shown(this.spans[number])))
}

fn registers(this: &MatchData) -> Value {
    let spans: Vec<Value> = this.spans.iter().map(|span| pair(this.shown(*span))).collect();
    Tuple::value(spans)
}

fn last_group(vm: &mut Vm, this: &MatchData) -> Value {
    let name = this.last.and_then(|last| this.regex()?.regex.names.iter().find(|(_, number)| *number == last));
    name.map_or(Value::None, |(name, _)| vm.intern(name).into())
}

fn expand(vm: &mut Vm, this: Own<'_, MatchData>, template: &Value) -> Result {
    let Some(pattern) = this.regex() else { return Ok(Value::None) };
    let template = replace::template(vm, pattern, template)?;
    Ok(replace::expanded(&template, &this))
}

fn repr(vm: &mut Vm, this: Own<'_, MatchData>) -> Result {
    let (from, to) = this.shown(this.spans[0]);
    let text = vm.repr(&this.text_of(0).unwrap_or_default())?;
    let name = classes(vm).matched.name.borrow().clone();
    Ok(Str::value(format!("<re.{name} object; span=({from}, {to}), match={text}>")))
}
