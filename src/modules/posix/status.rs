//! What the system knows of a file.

use rustix::fs::{self, AtFlags, Stat};
use rustix::io::Errno;

use super::descriptor;
use super::path::{Target, from_here};
use crate::builtins::structseq;
use crate::heap::Gc;
use crate::object::{Class, Module, int_value};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

static ROWS: &[Row] = &[
    function!("stat", "(path, *, dir_fd=None, follow_symlinks=True)", stat, "What is known of a file."),
    function!("lstat", "(path, *, dir_fd=None)", lstat, "What is known of a file; of a symbolic link itself."),
    function!("fstat", "(fd)", |vm: &mut Vm, fd: Target| answer(vm, &fd, true), "What is known of an open file."),
];

/// The fields of a result. Times are ints as items and floats as attributes: the later of one name counts.
const FIELDS: &[&str] = &[
    "st_mode",
    "st_ino",
    "st_dev",
    "st_nlink",
    "st_uid",
    "st_gid",
    "st_size",
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime",
    "st_mtime",
    "st_ctime",
    "st_atime_ns",
    "st_mtime_ns",
    "st_ctime_ns",
    "st_blksize",
    "st_blocks",
    "st_rdev",
];
/// How many of them are items.
const VISIBLE: usize = 10;

/// The class of results.
#[derive(Default)]
struct ResultClass(std::cell::OnceCell<Gc<Class>>);

pub(super) fn install(vm: &mut Vm, module: &Gc<Module>) {
    let class = structseq::class(vm, "os", "stat_result", FIELDS, VISIBLE);
    module.namespace.set_str(&vm.intern("stat_result"), class.clone().into());
    let _ = vm.state::<ResultClass>().0.set(class);
    vm.add_functions(module, ROWS);
}

fn stat(vm: &mut Vm, path: Target, dir_fd: Option<&Value>, follow_symlinks: bool) -> Result {
    from_here(vm, dir_fd)?;
    answer(vm, &path, follow_symlinks)
}

fn lstat(vm: &mut Vm, path: Target, dir_fd: Option<&Value>) -> Result {
    from_here(vm, dir_fd)?;
    answer(vm, &path, false)
}

fn answer(vm: &mut Vm, path: &Target, follow: bool) -> Result {
    let known = match path {
        Target::Open(fd) => descriptor::lend(*fd).ok_or(Errno::BADF).and_then(fs::fstat),
        Target::Name(name) if follow => fs::stat(&name.path),
        Target::Name(name) => fs::statat(fs::CWD, &name.path, AtFlags::SYMLINK_NOFOLLOW),
    };
    match known {
        Ok(known) => Ok(result(vm, &known)),
        Err(error) => Err(path.failed(vm, error)),
    }
}

/// A `stat_result`.
pub(super) fn result(vm: &mut Vm, known: &Stat) -> Value {
    let times =
        [(known.st_atime, known.st_atime_nsec), (known.st_mtime, known.st_mtime_nsec), (known.st_ctime, known.st_ctime_nsec)];
    let nanos = times.map(|(seconds, rest)| i128::from(seconds) * 1_000_000_000 + i128::from(rest as i64));
    let number = |number: u64| int_value(number.into());
    let mut values = vec![
        Value::Int(i64::from(known.st_mode)),
        number(known.st_ino),
        number(known.st_dev),
        number(known.st_nlink),
        Value::Int(i64::from(known.st_uid)),
        Value::Int(i64::from(known.st_gid)),
        Value::Int(known.st_size),
    ];
    values.extend(times.map(|(seconds, _)| Value::Int(seconds)));
    values.extend(times.map(|(seconds, rest)| Value::Float(seconds as f64 + rest as f64 * 1e-9)));
    values.extend(nanos.map(|nanos| int_value(nanos.into())));
    values.extend([known.st_blksize, known.st_blocks].map(Value::Int));
    values.push(number(known.st_rdev));
    match vm.state::<ResultClass>().0.get() {
        Some(class) => structseq::instance(vm, class, values),
        None => Value::None,
    }
}
