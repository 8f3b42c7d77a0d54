//! "Did you mean: …?": the known name nearest to one that was not found.

use super::entries;
use crate::bytecode::CodeKind;
use crate::heap::Gc;
use crate::object::{Exception, List, Module, Str, Traceback, Tuple};
use crate::value::Value;
use crate::vm::{RECEIVER, Vm};

/// Cost of inserting, deleting or replacing a letter.
const MOVE: usize = 2;
/// Cost of a letter's other case.
const CASE: usize = 1;
/// Names beyond which nothing is suggested.
const MOST_NAMES: usize = 750;
/// Length beyond which nothing is suggested.
const LONGEST: usize = 40;

/// Names of CPython's standard modules that a script may have forgotten to import (`sys.stdlib_module_names`).
pub const STDLIB_MODULES: &[&str] = &[
    "abc",
    "annotationlib",
    "argparse",
    "array",
    "ast",
    "asyncio",
    "atexit",
    "base64",
    "bdb",
    "binascii",
    "bisect",
    "builtins",
    "bz2",
    "cProfile",
    "calendar",
    "cmath",
    "cmd",
    "code",
    "codecs",
    "codeop",
    "collections",
    "colorsys",
    "compileall",
    "compression",
    "concurrent",
    "configparser",
    "contextlib",
    "contextvars",
    "copy",
    "copyreg",
    "csv",
    "ctypes",
    "curses",
    "dataclasses",
    "datetime",
    "dbm",
    "decimal",
    "difflib",
    "dis",
    "doctest",
    "email",
    "encodings",
    "enum",
    "errno",
    "faulthandler",
    "fcntl",
    "filecmp",
    "fileinput",
    "fnmatch",
    "fractions",
    "ftplib",
    "functools",
    "gc",
    "getopt",
    "getpass",
    "gettext",
    "glob",
    "graphlib",
    "grp",
    "gzip",
    "hashlib",
    "heapq",
    "hmac",
    "html",
    "http",
    "imaplib",
    "importlib",
    "inspect",
    "io",
    "ipaddress",
    "itertools",
    "json",
    "keyword",
    "linecache",
    "locale",
    "logging",
    "lzma",
    "mailbox",
    "marshal",
    "math",
    "mimetypes",
    "mmap",
    "modulefinder",
    "multiprocessing",
    "netrc",
    "numbers",
    "opcode",
    "operator",
    "optparse",
    "os",
    "pathlib",
    "pdb",
    "pickle",
    "pickletools",
    "pkgutil",
    "platform",
    "plistlib",
    "poplib",
    "posix",
    "posixpath",
    "pprint",
    "profile",
    "pstats",
    "pty",
    "pwd",
    "py_compile",
    "pyclbr",
    "pydoc",
    "queue",
    "quopri",
    "random",
    "re",
    "readline",
    "reprlib",
    "resource",
    "rlcompleter",
    "runpy",
    "sched",
    "secrets",
    "select",
    "selectors",
    "shelve",
    "shlex",
    "shutil",
    "signal",
    "site",
    "smtplib",
    "socket",
    "socketserver",
    "sqlite3",
    "ssl",
    "stat",
    "statistics",
    "string",
    "stringprep",
    "struct",
    "subprocess",
    "symtable",
    "sys",
    "sysconfig",
    "syslog",
    "tabnanny",
    "tarfile",
    "tempfile",
    "termios",
    "textwrap",
    "this",
    "threading",
    "time",
    "timeit",
    "tkinter",
    "token",
    "tokenize",
    "tomllib",
    "trace",
    "traceback",
    "tracemalloc",
    "tty",
    "turtle",
    "types",
    "typing",
    "unicodedata",
    "unittest",
    "urllib",
    "uuid",
    "venv",
    "warnings",
    "wave",
    "weakref",
    "webbrowser",
    "wsgiref",
    "xml",
    "xmlrpc",
    "zipapp",
    "zipfile",
    "zipimport",
    "zlib",
    "zoneinfo",
];

/// What is added to the text of a NameError, AttributeError or ImportError.
pub(super) fn suggestion(vm: &mut Vm, exception: &Gc<Exception>, traceback: Option<&Gc<Traceback>>) -> String {
    let class = exception.class();
    let text = |vm: &Vm, name: &str| exception.attrs.get(&class, &vm.intern(name)).and_then(|value| value.gc::<Str>().cloned());
    let mut added = String::new();
    if class.derives_from(&vm.exc.import_error) {
        if let (Some(wanted), Some(module)) = (text(vm, "name_from"), text(vm, "name")) {
            let names = module_names(vm, &module);
            added.extend(nearest(&visible(names, &wanted), &wanted).map(|name| format!(". Did you mean: '{name}'?")));
        } else if class.derives_from(&vm.exc.module_not_found_error) {
            let root = text(vm, "name").and_then(|name| name.as_str().split('.').next().map(str::to_owned));
            if root.is_some_and(|root| STDLIB_MODULES.contains(&root.as_str())) {
                added.push_str(". acli does not have this module of the standard library yet");
            }
        }
        return added;
    }
    let is_name = class.derives_from(&vm.exc.name_error);
    if !is_name && !class.derives_from(&vm.exc.attribute_error) {
        return added;
    }
    let Some(wanted) = text(vm, "name") else { return added };
    let found = if is_name { near_name(vm, exception, traceback, &wanted) } else { near_attribute(vm, exception, &wanted) };
    added.extend(found.map(|name| format!(". Did you mean: '{name}'?")));
    if is_name && STDLIB_MODULES.contains(&wanted.as_str()) {
        let start = if added.is_empty() { ". Did" } else { " Or did" };
        added.push_str(&format!("{start} you forget to import '{wanted}'?"));
    }
    added
}

/// The names of a value's attributes, sorted.
fn attribute_names(vm: &mut Vm, value: &Value) -> Vec<String> {
    let listed = match vm.call_special(value, &vm.names.dir.clone(), &[]) {
        Ok(Some(listed)) => listed,
        _ => return Vec::new(),
    };
    let items: Vec<Value> = match (listed.get::<List>(), listed.get::<Tuple>()) {
        (Some(list), _) => list.0.borrow().to_vec(),
        (_, Some(tuple)) => tuple.items().to_vec(),
        _ => vm.collect(&listed).unwrap_or_default(),
    };
    let mut names: Vec<String> =
        items.iter().filter_map(|item| item.get::<Str>()).map(|name| name.as_str().to_owned()).collect();
    names.sort();
    names
}

/// Names with a leading underscore are only suggested for one that has it too.
fn visible(mut names: Vec<String>, wanted: &Str) -> Vec<String> {
    if !wanted.as_str().starts_with('_') {
        names.retain(|name| !name.starts_with('_'));
    }
    names
}

fn module_names(vm: &mut Vm, module: &Str) -> Vec<String> {
    let first = module.as_str().split('.').next().unwrap_or("");
    let Some(module) = vm.modules.get_text(first) else { return Vec::new() };
    let mut names: Vec<String> = match module.get::<Module>() {
        Some(module) => module
            .namespace
            .borrow()
            .iter()
            .filter_map(|entry| entry.key.get::<Str>())
            .map(|name| name.as_str().to_owned())
            .collect(),
        None => return attribute_names(vm, &module),
    };
    names.sort();
    names
}

fn near_attribute(vm: &mut Vm, exception: &Gc<Exception>, wanted: &Gc<Str>) -> Option<String> {
    let object = exception.attrs.get(&exception.class(), &vm.intern("obj"))?;
    let names = match object.get::<Module>() {
        Some(module) => module_names(vm, &module.name.clone()),
        None => attribute_names(vm, &object),
    };
    // A method may see what is meant for it alone.
    let own = exception.attrs.get(&exception.class(), &vm.intern(RECEIVER)).is_some();
    let names = if own { names } else { visible(names, wanted) };
    nearest(&names, wanted)
}

fn near_name(vm: &mut Vm, exception: &Gc<Exception>, traceback: Option<&Gc<Traceback>>, wanted: &Gc<Str>) -> Option<String> {
    let innermost = entries(traceback).pop()?;
    let receiver = exception.attrs.get(&exception.class(), &vm.intern(RECEIVER));
    if let Some(receiver) = receiver
        && let Ok(Some(_)) = vm.get_attr_optional(&receiver, &vm.intern_str(wanted))
    {
        return Some(format!("self.{wanted}"));
    }
    let code = &innermost.code.code;
    let mut names: Vec<String> = Vec::new();
    if code.kind != CodeKind::Module {
        names.extend(code.locals.iter().chain(&code.free).filter(|name| !name.starts_with('.')).map(|name| name.to_string()));
    }
    for namespace in [&innermost.globals, &vm.builtins] {
        names.extend(namespace.borrow().iter().filter_map(|entry| entry.key.get::<Str>()).map(|name| name.as_str().to_owned()));
    }
    nearest(&names, wanted)
}

/// The name that takes the fewest changes; the first of several, and none if too many letters would change.
fn nearest(names: &[String], wanted: &Str) -> Option<String> {
    let wanted = wanted.as_str();
    if names.len() >= MOST_NAMES || wanted.len() > LONGEST {
        return None;
    }
    let mut best: Option<(&String, usize)> = None;
    for name in names.iter().filter(|name| *name != wanted) {
        let mut most = (name.len() + wanted.len() + 3) * MOVE / 6;
        if let Some((_, distance)) = best {
            most = most.min(distance - 1);
        }
        let distance = distance(wanted, name, most);
        if distance <= most {
            best = Some((name, distance));
        }
    }
    best.map(|(name, _)| name.clone())
}

fn substitution(a: u8, b: u8) -> usize {
    match (a == b, a.eq_ignore_ascii_case(&b)) {
        (true, _) => 0,
        (false, true) => CASE,
        (false, false) => MOVE,
    }
}

/// Levenshtein distance with weights; more than `most` once that is clear.
fn distance(a: &str, b: &str, most: usize) -> usize {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    let prefix = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    (a, b) = (&a[prefix..], &b[prefix..]);
    let suffix = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    (a, b) = (&a[..a.len() - suffix], &b[..b.len() - suffix]);
    if a.is_empty() || b.is_empty() {
        return MOVE * (a.len() + b.len());
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return most + 1;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > most {
        return most + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|place| place * MOVE).collect();
    let mut result = 0;
    for (place, letter) in b.iter().enumerate() {
        let mut diagonal = place * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (cell, other) in row.iter_mut().zip(a) {
            let substitute = diagonal + substitution(*letter, *other);
            diagonal = *cell;
            result = (result.min(diagonal) + MOVE).min(substitute);
            *cell = result;
            least = least.min(result);
        }
        if least > most {
            return most + 1;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_not() {
        let names: Vec<String> = ["print", "sprint", "Print", "pow"].iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(nearest(&names, &Str::new("prnt")).as_deref(), Some("print"));
        assert_eq!(nearest(&names, &Str::new("xyzzy")), None);
        assert_eq!(distance("abc", "abc", 10), 0);
        assert_eq!(distance("abc", "Abd", 10), CASE + MOVE);
    }
}
