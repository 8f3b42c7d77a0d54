//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`.

use super::base::{no_keywords, rest};
use super::fields::{fields, read};
use super::{argument, store, stored, this};
use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, Exception, Str, push_code};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

static DECODE: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_decode, "Takes encoding, object, start, end and reason."),
    Row::method("__str__", "(self, /)", str_decode, "What can't be decoded, where and why."),
    Row::getset("encoding", encoding, set_encoding, "The encoding."),
    Row::getset("object", object, set_object, "The bytes."),
    Row::getset("start", start, set_start, "First byte that can't be decoded."),
    Row::getset("end", end, set_end, "The byte after the last one."),
    Row::getset("reason", reason, set_reason, "Why."),
];

static ENCODE: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_encode, "Takes encoding, object, start, end and reason."),
    Row::method("__str__", "(self, /)", str_encode, "What can't be encoded, where and why."),
    Row::getset("encoding", encoding, set_encoding, "The encoding."),
    Row::getset("object", object, set_object, "The text."),
    Row::getset("start", start, set_start, "First character that can't be encoded."),
    Row::getset("end", end, set_end, "The character after the last one."),
    Row::getset("reason", reason, set_reason, "Why."),
];

static TRANSLATE: &[Row] = &[
    Row::method("__init__", "(self, /, *args, **kwargs)", init_translate, "Takes object, start, end and reason."),
    Row::method("__str__", "(self, /)", str_translate, "What can't be translated, where and why."),
    Row::getset("object", object, set_object, "The text."),
    Row::getset("start", start_translate, set_start, "First character that can't be translated."),
    Row::getset("end", end_translate, set_end, "The character after the last one."),
    Row::getset("reason", reason_translate, set_reason, "Why."),
];

pub(super) fn install(vm: &mut Vm) {
    let classes =
        [vm.exc.unicode_decode_error.clone(), vm.exc.unicode_encode_error.clone(), vm.exc.unicode_translate_error.clone()];
    for (class, rows) in classes.iter().zip([DECODE, ENCODE, TRANSLATE]) {
        vm.add_methods(class, rows);
    }
}

fn is_translate(exception: &Exception) -> bool {
    exception.args.borrow().items().len() == 4
}

fields! {
    encoding set_encoding "encoding" |exception| argument(exception, 0);
    object set_object "object" |exception| argument(exception, usize::from(!is_translate(exception)));
    start set_start "start" |exception| argument(exception, 2);
    end set_end "end" |exception| argument(exception, 3);
    reason set_reason "reason" |exception| argument(exception, 4);
}

fn start_translate(vm: &mut Vm, args: &[Value]) -> Result {
    read(vm, args, "start", |exception| argument(exception, 1))
}

fn end_translate(vm: &mut Vm, args: &[Value]) -> Result {
    read(vm, args, "end", |exception| argument(exception, 2))
}

fn reason_translate(vm: &mut Vm, args: &[Value]) -> Result {
    read(vm, args, "reason", |exception| argument(exception, 3))
}

/// One letter for each argument: text, data or number.
fn init(vm: &mut Vm, args: &[Value], names: &[&str], kinds: &str) -> Result {
    let this = this(vm, args)?;
    no_keywords(vm, &this.class(), &args[2])?;
    let given = rest(vm, &args[1]);
    let old = this.args.replace(given.clone());
    drop(old);
    let count = given.items().len();
    if count != names.len() {
        let expected = names.len();
        return Err(vm.type_error(format!("function takes exactly {expected} arguments ({count} given)")));
    }
    for (place, ((name, kind), value)) in names.iter().zip(kinds.chars()).zip(given.items()).enumerate() {
        let value = match kind {
            't' if vm.native_arg::<Str>(value).is_none() => {
                let class = vm.type_name(value);
                return Err(vm.type_error(format!("argument {} must be str, not {class}", place + 1)));
            }
            'd' => match (vm.native_arg::<Bytes>(value), vm.native_arg::<ByteArray>(value)) {
                (Some(_), _) => value.clone(),
                (None, Some(data)) => Bytes::value(data.0.borrow().clone()),
                (None, None) => {
                    let class = vm.type_name(value);
                    return Err(vm.type_error(format!("a bytes-like object is required, not '{class}'")));
                }
            },
            'n' => Value::Int(vm.index(value)?),
            _ => value.clone(),
        };
        store(vm, &this, name, value);
    }
    Ok(Value::None)
}

fn init_decode(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &["encoding", "object", "start", "end", "reason"], "tdnnt")
}

fn init_encode(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &["encoding", "object", "start", "end", "reason"], "ttnnt")
}

fn init_translate(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &["object", "start", "end", "reason"], "tnnt")
}

/// The number that an attribute holds.
fn number(vm: &Vm, exception: &Exception, name: &str, place: usize) -> usize {
    match stored(vm, exception, name).or_else(|| argument(exception, place)) {
        Some(Value::Int(number)) => usize::try_from(number).unwrap_or(0),
        _ => 0,
    }
}

/// The text of an attribute.
fn words(vm: &mut Vm, exception: &Exception, name: &str, place: usize) -> Result<Gc<Str>> {
    let value = stored(vm, exception, name).or_else(|| argument(exception, place)).unwrap_or(Value::None);
    vm.str(&value)
}

fn str_decode(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let Some(object) = stored(vm, &this, "object").or_else(|| argument(&this, 1)) else { return Ok(Str::value("")) };
    let (start, end) = (number(vm, &this, "start", 2), number(vm, &this, "end", 3));
    let (encoding, reason) = (words(vm, &this, "encoding", 0)?, words(vm, &this, "reason", 4)?);
    let byte = vm.native_arg::<Bytes>(&object).and_then(|bytes| bytes.data().get(start).copied());
    Ok(Str::value(match byte {
        Some(byte) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{byte:02x} in position {start}: {reason}")
        }
        _ => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end.wrapping_sub(1) as isize),
    }))
}

/// What is wrong with which characters of the text: "character 'x' in position 1", or "characters in position 1-2".
fn characters(vm: &Vm, exception: &Exception, first: usize) -> Option<String> {
    let object = stored(vm, exception, "object").or_else(|| argument(exception, first))?;
    let (start, end) = (number(vm, exception, "start", first + 1), number(vm, exception, "end", first + 2));
    let bad = vm.native_arg::<Str>(&object).and_then(|text| if start < text.char_len() { text.char_at(start) } else { None });
    Some(match bad {
        Some(bad) if end == start + 1 => {
            let mut code = String::new();
            push_code(&mut code, bad);
            format!("character '{code}' in position {start}")
        }
        _ => format!("characters in position {start}-{}", end.wrapping_sub(1) as isize),
    })
}

fn str_encode(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let Some(which) = characters(vm, &this, 1) else { return Ok(Str::value("")) };
    let (encoding, reason) = (words(vm, &this, "encoding", 0)?, words(vm, &this, "reason", 4)?);
    Ok(Str::value(format!("'{encoding}' codec can't encode {which}: {reason}")))
}

fn str_translate(vm: &mut Vm, args: &[Value]) -> Result {
    let this = this(vm, args)?;
    let Some(which) = characters(vm, &this, 0) else { return Ok(Str::value("")) };
    let reason = words(vm, &this, "reason", 3)?;
    Ok(Str::value(format!("can't translate {which}: {reason}")))
}

impl Vm {
    /// `UnicodeDecodeError(encoding, data, start, end, reason)`
    #[cold]
    pub fn decode_error(&self, encoding: &str, data: &[u8], start: usize, end: usize, reason: &str) -> Raised {
        let args = vec![Str::value(encoding), Bytes::value(data.to_vec()), start.into(), end.into(), Str::value(reason)];
        self.raise_with(&self.exc.unicode_decode_error, args)
    }

    /// `UnicodeEncodeError(encoding, text, start, end, reason)`; places in characters.
    #[cold]
    pub fn encode_error(&self, encoding: &str, text: &str, start: usize, end: usize, reason: &str) -> Raised {
        let args = vec![Str::value(encoding), Str::value(text), start.into(), end.into(), Str::value(reason)];
        self.raise_with(&self.exc.unicode_encode_error, args)
    }
}
