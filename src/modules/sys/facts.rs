//! Constants of `sys`: version, platform, numbers.

use crate::builtins::traceback::STDLIB_MODULES;
use crate::builtins::{namespace, structseq};
use crate::object::{Dict, FrozenSet, List, Module, SetStorage, Str, Tuple};
use crate::value::Value;
use crate::vm::Vm;

/// The version of the language that scripts are told.
pub const VERSION: (i64, i64, i64) = (3, 14, 0);
/// Digits of an int that may be read or written at first.
const INT_DIGITS: i64 = 4300;
const MODULUS: i64 = (1 << 61) - 1;

/// Names and values of a tuple with named items.
type Fields = &'static [(&'static str, Fact)];

#[derive(Clone, Copy)]
enum Fact {
    Int(i64),
    Float(f64),
    Bool(bool),
    Text(&'static str),
}

use Fact::{Bool, Float, Int, Text};

static FLOAT_INFO: Fields = &[
    ("max", Float(f64::MAX)),
    ("max_exp", Int(f64::MAX_EXP as i64)),
    ("max_10_exp", Int(f64::MAX_10_EXP as i64)),
    ("min", Float(f64::MIN_POSITIVE)),
    ("min_exp", Int(f64::MIN_EXP as i64)),
    ("min_10_exp", Int(f64::MIN_10_EXP as i64)),
    ("dig", Int(f64::DIGITS as i64)),
    ("mant_dig", Int(f64::MANTISSA_DIGITS as i64)),
    ("epsilon", Float(f64::EPSILON)),
    ("radix", Int(f64::RADIX as i64)),
    ("rounds", Int(1)),
];

static INT_INFO: Fields = &[
    ("bits_per_digit", Int(30)),
    ("sizeof_digit", Int(4)),
    ("default_max_str_digits", Int(INT_DIGITS)),
    ("str_digits_check_threshold", Int(640)),
];

static HASH_INFO: Fields = &[
    ("width", Int(64)),
    ("modulus", Int(MODULUS)),
    ("inf", Int(314_159)),
    ("nan", Int(0)),
    ("imag", Int(1_000_003)),
    ("algorithm", Text("fx")),
    ("hash_bits", Int(64)),
    ("seed_bits", Int(0)),
    ("cutoff", Int(0)),
];

static THREAD_INFO: Fields = &[("name", Text("pthread")), ("lock", Text("semaphore")), ("version", Text("acli"))];

static FLAGS: Fields = &[
    ("debug", Int(0)),
    ("inspect", Int(0)),
    ("interactive", Int(0)),
    ("optimize", Int(0)),
    ("dont_write_bytecode", Int(1)),
    ("no_user_site", Int(1)),
    ("no_site", Int(1)),
    ("ignore_environment", Int(1)),
    ("verbose", Int(0)),
    ("bytes_warning", Int(0)),
    ("quiet", Int(0)),
    ("hash_randomization", Int(0)),
    ("isolated", Int(0)),
    ("dev_mode", Bool(false)),
    ("utf8_mode", Int(1)),
    ("warn_default_encoding", Int(0)),
    ("safe_path", Bool(false)),
    ("int_max_str_digits", Int(INT_DIGITS)),
];

static VERSION_INFO: Fields = &[
    ("major", Int(VERSION.0)),
    ("minor", Int(VERSION.1)),
    ("micro", Int(VERSION.2)),
    ("releaselevel", Text("final")),
    ("serial", Int(0)),
];

pub(super) fn install(vm: &mut Vm, module: &Module) {
    let tuples: [(&str, Fields); 6] = [
        ("float_info", FLOAT_INFO),
        ("int_info", INT_INFO),
        ("hash_info", HASH_INFO),
        ("thread_info", THREAD_INFO),
        ("flags", FLAGS),
        ("version_info", VERSION_INFO),
    ];
    for (name, fields) in tuples {
        let made = named(vm, name, fields);
        module.namespace.set_str(&vm.intern(name), made);
    }
    let (major, minor, micro) = VERSION;
    let hex = major << 24 | minor << 16 | micro << 8 | 0xF0;
    let version = format!("{major}.{minor}.{micro} (acli {}) [Rust]", env!("CARGO_PKG_VERSION"));
    let implementation = implementation(vm, module, hex);
    let prefix = "/usr";
    let executable = std::env::current_exe().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
    let arguments = std::env::args_os().map(|word| Str::value(&*word.to_string_lossy())).collect();
    let facts: Vec<(&str, Value)> = vec![
        ("version", Str::value(version)),
        ("hexversion", Value::Int(hex)),
        ("api_version", Value::Int(1013)),
        ("implementation", implementation),
        ("copyright", Str::value(concat!("acli ", env!("CARGO_PKG_VERSION"), ", MIT OR Apache-2.0"))),
        ("platform", Str::value(if cfg!(target_os = "macos") { "darwin" } else { std::env::consts::OS })),
        ("byteorder", Str::value(if cfg!(target_endian = "little") { "little" } else { "big" })),
        ("maxsize", Value::Int(i64::MAX)),
        ("maxunicode", Value::Int(0x10_FFFF)),
        ("float_repr_style", Str::value("short")),
        ("abiflags", Str::value("")),
        ("executable", Str::value(executable.as_str())),
        ("_base_executable", Str::value(executable)),
        ("orig_argv", List::value(arguments)),
        ("modules", vm.modules.clone().into()),
        ("meta_path", List::value(Vec::new())),
        ("path_hooks", List::value(Vec::new())),
        ("path_importer_cache", Dict::new().into()),
        ("warnoptions", List::value(Vec::new())),
        ("_xoptions", Dict::new().into()),
        ("dont_write_bytecode", Value::Bool(true)),
        ("pycache_prefix", Value::None),
        ("platlibdir", Str::value("lib")),
        ("builtin_module_names", Tuple::value(vec![Str::value("builtins"), Str::value("sys"), Str::value("time")])),
        ("stdlib_module_names", names(vm, STDLIB_MODULES)),
    ];
    for (name, value) in facts {
        // Whoever runs the script may have set its arguments before.
        if module.namespace.get_text(name).is_none() {
            module.namespace.set_str(&vm.intern(name), value);
        }
    }
    for name in ["prefix", "exec_prefix", "base_prefix", "base_exec_prefix"] {
        module.namespace.set_str(&vm.intern(name), Str::value(prefix));
    }
}

fn value_of(fact: Fact) -> Value {
    match fact {
        Int(int) => Value::Int(int),
        Float(float) => Value::Float(float),
        Bool(bool) => Value::Bool(bool),
        Text(text) => Str::value(text),
    }
}

fn named(vm: &mut Vm, name: &str, fields: Fields) -> Value {
    let (names, facts): (Vec<&str>, Vec<Fact>) = fields.iter().copied().unzip();
    let class = structseq::sealed_class(vm, "sys", name, &names);
    structseq::instance(vm, &class, facts.into_iter().map(value_of).collect())
}

/// A frozenset of texts.
fn names(vm: &Vm, texts: &[&str]) -> Value {
    let mut storage = SetStorage::default();
    for text in texts {
        let name = vm.intern(text);
        storage.insert_new(name.hash(), name.into());
    }
    FrozenSet::new(storage).into()
}

fn implementation(vm: &mut Vm, module: &Module, hex: i64) -> Value {
    let version = module.namespace.get_text("version_info").unwrap_or(Value::None);
    let class = namespace::class(vm);
    let fields = [
        ("name", Str::value("acli")),
        ("cache_tag", Value::None),
        ("version", version),
        ("hexversion", Value::Int(hex)),
        ("supports_isolated_interpreters", Value::Bool(false)),
    ];
    namespace::instance(vm, &class, fields)
}
