//! The module `posix`: system calls on files, folders and the process, as they are; `os` (`stdlib/os.py`) is what scripts see of it.
//!
//! A call that is interrupted is made again (PEP 475). Names of files that are not UTF-8 are given as bytes.

mod descriptor;
mod environment;
mod files;
mod folders;
mod path;
mod process;
mod status;

use rustix::fs::{Access, OFlags};

use crate::heap::Gc;
use crate::object::Module;
use crate::vm::{Result, Vm};

use super::{Constant, NativeModule};

/// The module.
pub static MODULE: NativeModule = NativeModule::new("posix", "System calls on files, folders and the process.")
    .rows(&[files::ROWS, folders::ROWS, environment::ROWS, process::ROWS])
    .constants(CONSTANTS)
    .set_up(set_up);

/// A flag of `open`.
const fn flag(flag: OFlags) -> Constant {
    Constant::Int(flag.bits() as i64)
}

/// What `access` asks for.
const fn access(access: Access) -> Constant {
    Constant::Int(access.bits() as i64)
}

static CONSTANTS: &[(&str, Constant)] = &[
    ("O_RDONLY", flag(OFlags::RDONLY)),
    ("O_WRONLY", flag(OFlags::WRONLY)),
    ("O_RDWR", flag(OFlags::RDWR)),
    ("O_APPEND", flag(OFlags::APPEND)),
    ("O_CLOEXEC", flag(OFlags::CLOEXEC)),
    ("O_CREAT", flag(OFlags::CREATE)),
    ("O_DIRECTORY", flag(OFlags::DIRECTORY)),
    ("O_DSYNC", flag(OFlags::DSYNC)),
    ("O_EXCL", flag(OFlags::EXCL)),
    ("O_NOCTTY", flag(OFlags::NOCTTY)),
    ("O_NOFOLLOW", flag(OFlags::NOFOLLOW)),
    ("O_NONBLOCK", flag(OFlags::NONBLOCK)),
    ("O_SYNC", flag(OFlags::SYNC)),
    ("O_TRUNC", flag(OFlags::TRUNC)),
    ("F_OK", access(Access::EXISTS)),
    ("R_OK", access(Access::READ_OK)),
    ("W_OK", access(Access::WRITE_OK)),
    ("X_OK", access(Access::EXEC_OK)),
    ("EX_OK", Constant::Int(0)),
    ("WNOHANG", Constant::Int(1)),
    ("WUNTRACED", Constant::Int(2)),
];

fn set_up(vm: &mut Vm, module: &Gc<Module>) -> Result<()> {
    status::install(vm, module);
    environment::install(vm, module);
    Ok(())
}
