//! `UnicodeDecodeError`, `UnicodeEncodeError`, `UnicodeTranslateError`; encoding and decoding that raise them.

use super::codecs::{self, Fault, Handler};
use super::quote::push_code;
use crate::heap::Gc;
use crate::object::{Bytes, Class, Exception, Str, Tuple};
use crate::value::Value;
use crate::vm::{Raised, Result, Row, Vm};

/// The attributes in the order of the arguments; UnicodeTranslateError lacks the first.
const FIELDS: [&str; 5] = ["encoding", "object", "start", "end", "reason"];

static DECODE_ROWS: &[Row] = &[
    Row::method("__init__", "(self, /, *args)", init_decode, "Initialize self."),
    Row::method("__str__", "(self, /)", to_str, "Return str(self)."),
];
static ENCODE_ROWS: &[Row] = &[
    Row::method("__init__", "(self, /, *args)", init_encode, "Initialize self."),
    Row::method("__str__", "(self, /)", to_str, "Return str(self)."),
];
static TRANSLATE_ROWS: &[Row] = &[
    Row::method("__init__", "(self, /, *args)", init_translate, "Initialize self."),
    Row::method("__str__", "(self, /)", to_str, "Return str(self)."),
];

/// Puts the methods into the classes.
pub fn install(vm: &mut Vm) {
    vm.add_methods(&vm.exc.unicode_decode_error.clone(), DECODE_ROWS);
    vm.add_methods(&vm.exc.unicode_encode_error.clone(), ENCODE_ROWS);
    vm.add_methods(&vm.exc.unicode_translate_error.clone(), TRANSLATE_ROWS);
}

impl Vm {
    /// Decodes bytes; `object` is what an error names as the bytes' owner.
    pub fn decode(&mut self, object: &Value, data: &[u8], encoding: &str, errors: &str) -> Result<String> {
        if data.is_empty() {
            return Ok(String::new());
        }
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        codecs::decode(codec, data, Handler::lookup(errors)).map_err(|fault| {
            let class = self.exc.unicode_decode_error.clone();
            let owner = if object.is::<Bytes>() { object.clone() } else { Bytes::value(data) };
            self.codec_fault(&class, owner, errors, fault)
        })
    }

    /// Encodes text.
    pub fn encode(&mut self, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
        let Some(codec) = codecs::lookup(encoding) else { return Err(self.unknown_encoding(encoding)) };
        codecs::encode(codec, text, Handler::lookup(errors)).map_err(|fault| {
            let class = self.exc.unicode_encode_error.clone();
            self.codec_fault(&class, Str::value(text), errors, fault)
        })
    }

    fn unknown_encoding(&self, encoding: &str) -> Raised {
        if encoding.contains('\0') {
            return self.value_error("embedded null character");
        }
        self.lookup_error(format!("unknown encoding: {encoding}"))
    }

    fn codec_fault(&mut self, class: &Gc<Class>, object: Value, errors: &str, fault: Fault) -> Raised {
        match fault {
            Fault::At(codec, start, end, reason) => {
                let args = vec![Str::value(codec), object, start.into(), end.into(), Str::value(reason)];
                let raised = self.raise_with(class, args.clone());
                self.set_fields(&raised.0, &FIELDS, &args);
                raised
            }
            Fault::UnknownHandler => self.lookup_error(format!("unknown error handler name '{errors}'")),
            Fault::WrongDirection => {
                let name = class.name.borrow().clone();
                self.type_error(format!("don't know how to handle {name} in error callback"))
            }
            Fault::Surrogates => self.raise(
                &self.exc.not_implemented_error,
                &format!("the error handler '{errors}' needs lone surrogates, which strings here can't hold"),
            ),
        }
    }

    fn set_fields(&self, exception: &Exception, names: &[&str], values: &[Value]) {
        let class = exception.class();
        for (name, value) in names.iter().zip(values) {
            exception.attrs.set(&class, &self.intern(name), value.clone());
        }
    }
}

fn init_decode(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &FIELDS, |value| value.is::<Bytes>() || value.is::<crate::object::ByteArray>())
}

fn init_encode(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &FIELDS, |value| value.is::<Str>())
}

fn init_translate(vm: &mut Vm, args: &[Value]) -> Result {
    init(vm, args, &FIELDS[1..], |value| value.is::<Str>())
}

fn init(vm: &mut Vm, args: &[Value], fields: &[&str], fits: impl Fn(&Value) -> bool) -> Result {
    let given = &args[1..];
    if given.len() != fields.len() {
        return Err(vm.type_error(format!("function takes exactly {} arguments ({} given)", fields.len(), given.len())));
    }
    let mut values = given.to_vec();
    for (place, (name, value)) in fields.iter().zip(&mut values).enumerate() {
        match *name {
            "object" if fits(value) => {
                if let Some(array) = value.get::<crate::object::ByteArray>() {
                    let copy = Bytes::value(array.0.borrow().as_slice());
                    *value = copy;
                }
            }
            "object" if fields.len() == FIELDS.len() && fits(&Bytes::value(vec![])) => {
                return Err(vm.type_error(format!("a bytes-like object is required, not '{}'", vm.type_name(value))));
            }
            "start" | "end" => *value = Value::Int(vm.index(value)?),
            "object" | "encoding" | "reason" if !value.is::<Str>() => {
                return Err(vm.type_error(format!("argument {} must be str, not {}", place + 1, vm.type_name(value))));
            }
            _ => {}
        }
    }
    if let Some(exception) = args[0].get::<Exception>() {
        *exception.args.borrow_mut() = Tuple::new(given);
        vm.set_fields(exception, fields, &values);
    }
    Ok(Value::None)
}

fn to_str(vm: &mut Vm, args: &[Value]) -> Result {
    let Some(exception) = args[0].get::<Exception>() else { return Ok(vm.names.empty.clone().into()) };
    let class = exception.class();
    let mut field = |name: &str| exception.attrs.get(&class, &vm.intern(name));
    // Without its fields (made by `__new__` alone) it has no text.
    let (Some(object), Some(start), Some(end), Some(reason)) = (field("object"), field("start"), field("end"), field("reason"))
    else {
        return Ok(vm.names.empty.clone().into());
    };
    let encoding = field("encoding");
    let reason = vm.str(&reason)?;
    let codec = match encoding {
        Some(encoding) => format!("'{}' codec ", vm.str(&encoding)?),
        None => String::new(),
    };
    let (start, end) = (vm.index(&start)?, vm.index(&end)?);
    let verb = if object.is::<Bytes>() {
        "decode"
    } else if codec.is_empty() {
        "translate"
    } else {
        "encode"
    };
    let (thing, shown) = bad_part(&object, start, end);
    let place = if shown.is_empty() { format!("{start}-{}", end.max(start + 1) - 1) } else { start.to_string() };
    let text = format!("{codec}can't {verb} {thing}{shown} in position {place}: {reason}");
    Ok(Str::value(text))
}

/// What is wrong: a byte or a character with its code, or several.
fn bad_part(object: &Value, start: i64, end: i64) -> (&'static str, String) {
    let single = usize::try_from(start).ok().filter(|_| end == start + 1);
    if let Some(bytes) = object.get::<Bytes>() {
        return match single.and_then(|at| bytes.data().get(at)) {
            Some(byte) => ("byte ", format!("0x{byte:02x}")),
            None => ("bytes", String::new()),
        };
    }
    match object.get::<Str>().zip(single).and_then(|(text, at)| text.char_at(at)) {
        Some(c) => {
            let mut code = String::from("'");
            push_code(&mut code, c);
            code.push('\'');
            ("character ", code)
        }
        None => ("characters", String::new()),
    }
}
