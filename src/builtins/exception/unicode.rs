//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`.

use super::base::no_keywords;
use super::fields::field;
use super::{argument, store, stored};
use crate::heap::Gc;
use crate::object::{ByteArray, Bytes, Dict, Exception, Str, Tuple, push_code};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm, method};

static DECODE: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_decode, "Takes encoding, object, start, end and reason."),
    method!("__str__", "(self, /)", str_decode, "What can't be decoded, where and why."),
    field!("encoding", |exception| argument(exception, 0), "The encoding."),
    field!("object", |exception| argument(exception, usize::from(!is_translate(exception))), "The bytes."),
    field!("start", |exception| argument(exception, 2), "First byte that can't be decoded."),
    field!("end", |exception| argument(exception, 3), "The byte after the last one."),
    field!("reason", |exception| argument(exception, 4), "Why."),
];

static ENCODE: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_encode, "Takes encoding, object, start, end and reason."),
    method!("__str__", "(self, /)", str_encode, "What can't be encoded, where and why."),
    field!("encoding", |exception| argument(exception, 0), "The encoding."),
    field!("object", |exception| argument(exception, usize::from(!is_translate(exception))), "The text."),
    field!("start", |exception| argument(exception, 2), "First character that can't be encoded."),
    field!("end", |exception| argument(exception, 3), "The character after the last one."),
    field!("reason", |exception| argument(exception, 4), "Why."),
];

static TRANSLATE: &[Row] = &[
    method!("__init__", "(self, /, *args, **kwargs)", init_translate, "Takes object, start, end and reason."),
    method!("__str__", "(self, /)", str_translate, "What can't be translated, where and why."),
    field!("object", |exception| argument(exception, usize::from(!is_translate(exception))), "The text."),
    field!("start", |exception| argument(exception, 1), "First character that can't be translated."),
    field!("end", |exception| argument(exception, 2), "The character after the last one."),
    field!("reason", |exception| argument(exception, 3), "Why."),
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

/// One letter for each argument: text, data or number.
fn init(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict, names: &[&str], kinds: &str) -> Result<()> {
    no_keywords(vm, &this.class(), kwargs)?;
    drop(this.args.replace(args.clone()));
    let count = args.items().len();
    if count != names.len() {
        let expected = names.len();
        return Err(vm.type_error(format!("function takes exactly {expected} arguments ({count} given)")));
    }
    for (place, ((name, kind), value)) in names.iter().zip(kinds.chars()).zip(args.items()).enumerate() {
        let value = match kind {
            't' if vm.native_arg::<Str>(value).is_none() => {
                let class = vm.type_name(value);
                return Err(vm.type_error(format!("argument {} must be str, not {class}", place + 1)));
            }
            'd' => match (vm.native_arg::<Bytes>(value), vm.native_arg::<ByteArray>(value)) {
                (Some(_), _) => value.clone(),
                (None, Some(data)) => Bytes::value(data.0.borrow().to_vec()),
                (None, None) => {
                    let class = vm.type_name(value);
                    return Err(vm.type_error(format!("a bytes-like object is required, not '{class}'")));
                }
            },
            'n' => Value::Int(vm.index(value)?),
            _ => value.clone(),
        };
        store(vm, this, name, value);
    }
    Ok(())
}

fn init_decode(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, &["encoding", "object", "start", "end", "reason"], "tdnnt")
}

fn init_encode(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, &["encoding", "object", "start", "end", "reason"], "ttnnt")
}

fn init_translate(vm: &mut Vm, this: &Gc<Exception>, args: &Gc<Tuple>, kwargs: &Dict) -> Result<()> {
    init(vm, this, args, kwargs, &["object", "start", "end", "reason"], "tnnt")
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

fn str_decode(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let Some(object) = stored(vm, this, "object").or_else(|| argument(this, 1)) else { return Ok(Str::value("")) };
    let (start, end) = (number(vm, this, "start", 2), number(vm, this, "end", 3));
    let (encoding, reason) = (words(vm, this, "encoding", 0)?, words(vm, this, "reason", 4)?);
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

fn str_encode(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let Some(which) = characters(vm, this, 1) else { return Ok(Str::value("")) };
    let (encoding, reason) = (words(vm, this, "encoding", 0)?, words(vm, this, "reason", 4)?);
    Ok(Str::value(format!("'{encoding}' codec can't encode {which}: {reason}")))
}

fn str_translate(vm: &mut Vm, this: &Gc<Exception>) -> Result {
    let Some(which) = characters(vm, this, 0) else { return Ok(Str::value("")) };
    let reason = words(vm, this, "reason", 3)?;
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
