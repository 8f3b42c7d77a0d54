//! The module `string`: its constants and `capwords`; and `string.templatelib`, the classes of template strings.

use crate::builtins::template;
use crate::heap::Gc;
use crate::object::{List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

use super::{Constant, NativeModule};

/// The module.
pub static MODULE: NativeModule = NativeModule::new("string", "Constants and helpers for strings.")
    .rows(&[ROWS])
    .constants(CONSTANTS)
    .lazy(&[("_string_template", &["Formatter", "Template"])])
    .package();

/// `string.templatelib`.
pub static TEMPLATELIB: NativeModule =
    NativeModule::new("string.templatelib", "Support for template strings.").rows(&[TEMPLATES]).set_up(set_up_templates);

/// The constants, in the order in which they are defined.
static CONSTANTS: &[(&str, Constant)] = &[
    ("whitespace", Constant::Text(" \t\n\r\x0b\x0c")),
    ("ascii_lowercase", Constant::Text("abcdefghijklmnopqrstuvwxyz")),
    ("ascii_uppercase", Constant::Text("ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
    ("ascii_letters", Constant::Text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")),
    ("digits", Constant::Text("0123456789")),
    ("hexdigits", Constant::Text("0123456789abcdefABCDEF")),
    ("octdigits", Constant::Text("01234567")),
    ("punctuation", Constant::Text("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")),
    (
        "printable",
        Constant::Text(
            "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c",
        ),
    ),
];

static ROWS: &[Row] =
    &[function!("capwords", "def (s, sep=None)", capwords, "Split the argument into words, capitalize and join them.")];

static TEMPLATES: &[Row] =
    &[function!("convert", "def (obj, /, conversion)", convert, "Convert *obj* using formatted string literal semantics.")];

fn set_up_templates(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    for (name, class) in template::classes(vm) {
        module.namespace.set_str(&vm.intern(name), class.into());
    }
    Ok(())
}

/// `sep` (or one space) between the words, each with a capital letter first.
fn capwords(vm: &mut Vm, s: &Value, sep: &Value) -> Result {
    let words = vm.call_method(s, &vm.intern("split"), std::slice::from_ref(sep))?;
    let capitalize = vm.intern("capitalize");
    let words: Result<Vec<Value>> = vm.collect(&words)?.iter().map(|word| vm.call_method(word, &capitalize, &[])).collect();
    let separator = if sep.is_none() { Str::value(" ") } else { sep.clone() };
    vm.call_method(&separator, &vm.intern("join"), &[List::value(words?)])
}

/// What `!s`, `!r`, `!a` or nothing makes of a value.
fn convert(vm: &mut Vm, obj: &Value, conversion: &Value) -> Result {
    match conversion.get::<Str>().map(Str::as_str) {
        Some("s") => vm.str(obj).map(Value::from),
        Some("r") => vm.repr(obj).map(Value::from),
        Some("a") => vm.ascii(obj).map(Value::from),
        _ if conversion.is_none() => Ok(obj.clone()),
        _ => {
            let shown = vm.str(conversion)?;
            Err(vm.value_error(format!("invalid conversion specifier: {shown}")))
        }
    }
}
