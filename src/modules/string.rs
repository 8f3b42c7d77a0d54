//! The module `string`: its constants and `capwords`; and `string.templatelib`, the classes of template strings.

use crate::builtins::template;
use crate::heap::Gc;
use crate::object::{List, Module, Str};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

/// The constants, in the order in which they are defined.
const CONSTANTS: [(&str, &str); 9] = [
    ("whitespace", " \t\n\r\x0b\x0c"),
    ("ascii_lowercase", "abcdefghijklmnopqrstuvwxyz"),
    ("ascii_uppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("ascii_letters", "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    ("digits", "0123456789"),
    ("hexdigits", "0123456789abcdefABCDEF"),
    ("octdigits", "01234567"),
    ("punctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"),
    (
        "printable",
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c",
    ),
];

static ROWS: &[Row] =
    &[function!("capwords", "def (s, sep=None)", capwords, "Split the argument into words, capitalize and join them.")];

static TEMPLATES: &[Row] =
    &[function!("convert", "def (obj, /, conversion)", convert, "Convert *obj* using formatted string literal semantics.")];

/// Makes the module, which is a package.
pub fn make(vm: &mut Vm) -> Gc<Module> {
    let module = super::new_module(vm, "string", "A collection of string constants.");
    let names = &module.namespace;
    for (name, text) in CONSTANTS {
        names.set_str(&vm.intern(name), Str::value(text));
    }
    names.set_str(&vm.names.path, List::value(vec![]));
    names.set_str(&vm.names.package, vm.intern("string").into());
    vm.add_functions(&module, ROWS);
    module
}

/// Makes `string.templatelib`.
pub fn make_templatelib(vm: &mut Vm) -> Gc<Module> {
    let module = super::new_module(vm, "string.templatelib", "Support for template string literals (t-strings).");
    module.namespace.set_str(&vm.names.package, vm.intern("string").into());
    for (name, class) in template::classes(vm) {
        module.namespace.set_str(&vm.intern(name), class.into());
    }
    vm.add_functions(&module, TEMPLATES);
    module
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
