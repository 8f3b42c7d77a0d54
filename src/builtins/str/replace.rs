//! Replacing substrings and translating characters.

use smallvec::SmallVec;

use crate::builtins::text::search;
use crate::heap::Gc;
use crate::object::{Dict, Str};
use crate::value::Value;
use crate::vm::{Of, Result, Row, Vm, method, static_method, storage};

use super::exact;

pub(super) static ROWS: &[Row] = &[
    method!(
        "replace",
        "(self, old, new, /, count=-1)",
        replace,
        "Return a copy with all occurrences of substring old replaced by new."
    ),
    method!(
        "translate",
        "(self, table, /)",
        translate,
        "Replace each character in the string using the given translation table."
    ),
    static_method!(
        "maketrans",
        "(x, y=..., z=..., /)",
        make_translation,
        "Return a translation table usable for str.translate()."
    ),
];

/// The places in texts of so many bytes are counted before they are noted.
const LARGE: usize = 1 << 20;

fn replace(vm: &mut Vm, this: Of<Str>, old: &str, new: &str, count: &Value) -> Result {
    let text = this.storage;
    let most = super::split::most(vm, count)?;
    let all = text.as_str();
    if old.is_empty() {
        vm.check_bytes(search::replaced_size(all.as_bytes(), b"", new.as_bytes(), most))?;
        return Ok(Str::value(interspersed(all, new, most)));
    }
    if let ([from], [to], true) = (old.as_bytes(), new.as_bytes(), most >= all.len()) {
        vm.check_bytes(all.len())?;
        let absent = search::first_byte(all.as_bytes(), *from).is_none();
        return Ok(if absent { exact(this.value, text) } else { text.mapped(|byte| if byte == from { *to } else { *byte }) });
    }
    let mut places: SmallVec<[usize; 16]> = SmallVec::new();
    if all.len() > LARGE {
        let count = search::count(all.as_bytes(), old.as_bytes()).min(most);
        vm.check_items::<usize>(count)?;
        places.reserve_exact(count);
    }
    match old.as_bytes() {
        [byte] => places.extend(search::byte_places(all.as_bytes(), *byte, most)),
        old => places.extend(search::Matches::new(all.as_bytes(), old).take(most)),
    }
    if places.is_empty() {
        return Ok(exact(this.value, text));
    }
    let added = places.len().checked_mul(new.len());
    let Some(length) = added.and_then(|added| (all.len() - places.len() * old.len()).checked_add(added)) else {
        return Err(vm.overflow_error("replace string is too long"));
    };
    vm.check_bytes(length)?;
    Ok(text.replaced(&places, old.len(), new, length))
}

/// `new` before each character and at the end, at most so often.
fn interspersed(text: &str, new: &str, most: usize) -> String {
    let mut out = String::with_capacity(text.len() + new.len() * most.min(text.len() + 1));
    let mut left = most;
    for c in text.chars() {
        if left > 0 {
            out.push_str(new);
            left -= 1;
        }
        out.push(c);
    }
    if left > 0 {
        out.push_str(new);
    }
    out
}

/// What a character translates to.
enum Translation {
    Same,
    Char(char),
    Text(Gc<Str>),
    Nothing,
}

/// Stands for an ASCII character that was not translated yet, or not to an ASCII character.
const OTHER: u8 = 0xFF;

fn translate(vm: &mut Vm, text: &Str, table: &Value) -> Result {
    let mut ascii = [OTHER; 128];
    vm.check_bytes(text.as_str().len())?;
    let mut out = String::with_capacity(text.as_str().len());
    for c in text.as_str().chars() {
        if let Some(byte @ 0..128) = ascii.get(c as usize) {
            out.push(char::from(*byte));
            continue;
        }
        let to = match translation(vm, table, c)? {
            Translation::Same => c,
            Translation::Char(to) => to,
            Translation::Nothing => continue,
            Translation::Text(text) => {
                if out.capacity() - out.len() < text.as_str().len() {
                    vm.check_bytes((out.capacity() + text.as_str().len()).saturating_mul(2))?;
                }
                out.push_str(text.as_str());
                continue;
            }
        };
        out.push(to);
        if let (Some(place), true) = (ascii.get_mut(c as usize), to.is_ascii()) {
            *place = to as u8;
        }
    }
    Ok(Str::value(out))
}

fn translation(vm: &mut Vm, table: &Value, c: char) -> Result<Translation> {
    let key = Value::Int(i64::from(c as u32));
    let found = match table.gc::<Dict>() {
        Some(dict) => match vm.dict_get(dict, &key)? {
            Some(found) => found,
            None => return Ok(Translation::Same),
        },
        None => match vm.get_item(table, &key) {
            Err(raised) if vm.is_exception(&raised, &vm.exc.lookup_error) => return Ok(Translation::Same),
            found => found?,
        },
    };
    if let Some(text) = storage::<Str>(&found) {
        let mut chars = text.as_str().chars();
        return Ok(match (chars.next(), chars.next()) {
            (Some(only), None) => Translation::Char(only),
            _ => Translation::Text(text.clone()),
        });
    }
    match found {
        Value::None => Ok(Translation::Nothing),
        Value::Int(code) => match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(c) => Ok(Translation::Char(c)),
            None => Err(vm.value_error("character mapping must be in range(0x110000)")),
        },
        _ => Err(vm.type_error("character mapping must return integer, None or str")),
    }
}

fn code(c: char) -> Value {
    Value::Int(i64::from(c as u32))
}

fn make_translation(vm: &mut Vm, x: &Value, to: Option<&Str>, deleted: Option<&str>) -> Result<Gc<Dict>> {
    let table = Dict::new();
    let Some(to) = to else {
        let Some(given) = storage::<Dict>(x).cloned() else {
            return Err(vm.type_error("if you give only one argument to maketrans it must be a dict"));
        };
        let pairs: Vec<(Value, Value)> = given.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (key, value) in pairs {
            let key = match storage::<Str>(&key) {
                Some(text) => match (text.as_str().chars().next(), text.char_len()) {
                    (Some(c), 1) => code(c),
                    _ => return Err(vm.value_error("string keys in translatetable must be of length 1")),
                },
                None if matches!(key, Value::Int(_) | Value::Bool(_)) => key,
                None => return Err(vm.type_error("keys in translate table mustbe strings or integers")),
            };
            vm.dict_set(&table, key, value)?;
        }
        return Ok(table);
    };
    let Some(from) = storage::<Str>(x) else {
        return Err(vm.type_error("first maketrans argument must be a string if there is a second argument"));
    };
    if from.char_len() != to.char_len() {
        return Err(vm.value_error("the first two maketrans arguments must have equal length"));
    }
    for (from, to) in from.as_str().chars().zip(to.as_str().chars()) {
        vm.dict_set(&table, code(from), code(to))?;
    }
    for c in deleted.unwrap_or_default().chars() {
        vm.dict_set(&table, code(c), Value::None)?;
    }
    Ok(table)
}
