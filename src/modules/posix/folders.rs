//! Calls on the names of files: folders, links, rights.

use std::os::unix::ffi::OsStrExt;

use rustix::fs::{self, Access, AtFlags, FileType, Mode, Timespec, Timestamps};
use rustix::io::Errno;

use super::descriptor;
use super::path::{Name, Target, failed, from_here, shown};
use crate::object::{Bytes, List, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

pub(super) static ROWS: &[Row] = &[
    function!("listdir", "(path=None)", listdir, "The names in a folder."),
    function!("_scan", "(path)", scan, "The entries of a folder: name, number, and kind as in `stat` (0 if unknown)."),
    function!("mkdir", "(path, mode=511, *, dir_fd=None)", mkdir, "Makes a folder."),
    function!("rmdir", "(path, *, dir_fd=None)", rmdir, "Removes an empty folder."),
    function!("unlink", "(path, *, dir_fd=None)", unlink, "Removes a file."),
    function!("remove", "(path, *, dir_fd=None)", unlink, "Removes a file."),
    function!("rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", rename, "Gives a file another name."),
    function!(
        "replace",
        "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)",
        rename,
        "Gives a file another name, in place of the file that has it."
    ),
    function!("link", "(src, dst)", link, "Gives a file one name more."),
    function!("symlink", "(src, dst, target_is_directory=False, *, dir_fd=None)", symlink, "Makes a symbolic link."),
    function!("readlink", "(path, *, dir_fd=None)", readlink, "What a symbolic link leads to."),
    function!("chmod", "(path, mode, *, dir_fd=None, follow_symlinks=True)", chmod, "Sets a file's rights."),
    function!("fchmod", "(fd, mode)", fchmod, "Sets an open file's rights."),
    function!(
        "chown",
        "(path, uid, gid, *, dir_fd=None, follow_symlinks=True)",
        chown,
        "Gives a file another owner and group."
    ),
    function!(
        "access",
        "(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
        access,
        "Whether a file can be used so."
    ),
    function!(
        "_set_times",
        "(path, atime_ns, mtime_ns, follow_symlinks=True)",
        set_times,
        "Sets when a file was used and changed; None for now."
    ),
    function!("getcwd", "()", getcwd, "The current folder."),
    function!("getcwdb", "()", getcwdb, "The current folder as bytes."),
    function!("chdir", "(path)", chdir, "Makes a folder the current one."),
    function!("umask", "(mask, /)", umask, "Sets which rights new files don't get; gives the old ones."),
    function!("mkfifo", "(path, mode=438, *, dir_fd=None)", mkfifo, "Makes a named pipe."),
];

/// The entries of a folder but `.` and `..`.
fn entries(vm: &mut Vm, path: &Target) -> Result<Vec<fs::DirEntry>> {
    let opened = match path {
        Target::Open(fd) => descriptor::lend(*fd).ok_or(Errno::BADF).and_then(fs::Dir::read_from),
        Target::Name(name) => {
            let flags = fs::OFlags::RDONLY | fs::OFlags::DIRECTORY | fs::OFlags::CLOEXEC;
            fs::open(&name.path, flags, Mode::empty()).and_then(fs::Dir::new)
        }
    };
    let found = opened.and_then(|folder| folder.collect::<std::result::Result<Vec<_>, Errno>>());
    let mut found = found.map_err(|error| path.failed(vm, error))?;
    found.retain(|entry| !matches!(entry.file_name().to_bytes(), b"." | b".."));
    Ok(found)
}

fn name_of(entry: &fs::DirEntry, path: &Target) -> Value {
    let name = std::ffi::OsStr::from_bytes(entry.file_name().to_bytes());
    match path {
        Target::Name(path) => path.like(name),
        Target::Open(_) => shown(name, false),
    }
}

/// The folder that is listed where none is named.
fn folder(vm: &mut Vm, path: Option<&Value>, function: &str) -> Result<Target> {
    match path {
        None => Name::of(vm, &Str::value("."), function).map(Target::Name),
        Some(Value::Int(fd)) => Ok(Target::Open(i32::try_from(*fd).unwrap_or(-1))),
        Some(path @ (Value::Float(_) | Value::Bool(_))) => {
            let given = vm.type_name(path);
            let kinds = "string, bytes, os.PathLike, integer or None";
            Err(vm.type_error(format!("{function}: path should be {kinds}, not {given}")))
        }
        Some(path) => Name::of(vm, path, function).map(Target::Name),
    }
}

fn listdir(vm: &mut Vm, path: Option<&Value>) -> Result {
    let path = folder(vm, path, "listdir")?;
    let found = entries(vm, &path)?;
    Ok(List::value(found.iter().map(|entry| name_of(entry, &path)).collect()))
}

fn scan(vm: &mut Vm, path: Option<&Value>) -> Result {
    let path = folder(vm, path, "scandir")?;
    let found = entries(vm, &path)?;
    let entry = |entry: &fs::DirEntry| {
        let kind = match entry.file_type() {
            FileType::Unknown => 0,
            known => known.as_raw_mode(),
        };
        Tuple::value([name_of(entry, &path), Value::Int(entry.ino() as i64), Value::Int(i64::from(kind))])
    };
    Ok(List::value(found.iter().map(entry).collect()))
}

/// What a call with one name gives.
fn done(vm: &mut Vm, path: &Name, outcome: std::result::Result<(), Errno>) -> Result<()> {
    outcome.map_err(|error| path.failed(vm, error))
}

fn mkdir(vm: &mut Vm, path: Name, mode: i64, dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, dir_fd)?;
    let outcome = fs::mkdir(&path.path, Mode::from_raw_mode(mode as u32));
    done(vm, &path, outcome)
}

fn rmdir(vm: &mut Vm, path: Name, dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, dir_fd)?;
    let outcome = fs::rmdir(&path.path);
    done(vm, &path, outcome)
}

fn unlink(vm: &mut Vm, path: Name, dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, dir_fd)?;
    let outcome = fs::unlink(&path.path);
    done(vm, &path, outcome)
}

/// What a call with two names gives.
fn both(vm: &mut Vm, (src, dst): (&Name, &Name), outcome: std::result::Result<(), Errno>) -> Result<()> {
    outcome.map_err(|error| failed(vm, error, &[&src.shown, &dst.shown]))
}

fn rename(vm: &mut Vm, src: Name, dst: Name, src_dir_fd: Option<&Value>, dst_dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, src_dir_fd.or(dst_dir_fd))?;
    let outcome = fs::rename(&src.path, &dst.path);
    both(vm, (&src, &dst), outcome)
}

fn link(vm: &mut Vm, src: Name, dst: Name) -> Result<()> {
    let outcome = fs::link(&src.path, &dst.path);
    both(vm, (&src, &dst), outcome)
}

fn symlink(vm: &mut Vm, src: Name, dst: Name, _: bool, dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, dir_fd)?;
    let outcome = fs::symlink(&src.path, &dst.path);
    both(vm, (&src, &dst), outcome)
}

fn readlink(vm: &mut Vm, path: Name, dir_fd: Option<&Value>) -> Result {
    from_here(vm, dir_fd)?;
    match fs::readlink(&path.path, Vec::new()) {
        Ok(target) => Ok(path.like(std::ffi::OsStr::from_bytes(target.to_bytes()))),
        Err(error) => Err(path.failed(vm, error)),
    }
}

fn chmod(vm: &mut Vm, path: Target, mode: i64, dir_fd: Option<&Value>, _: bool) -> Result<()> {
    from_here(vm, dir_fd)?;
    let mode = Mode::from_raw_mode(mode as u32);
    let outcome = match &path {
        Target::Open(fd) => descriptor::lend(*fd).ok_or(Errno::BADF).and_then(|fd| fs::fchmod(fd, mode)),
        Target::Name(name) => fs::chmod(&name.path, mode),
    };
    outcome.map_err(|error| path.failed(vm, error))
}

fn fchmod(vm: &mut Vm, fd: Target, mode: i64) -> Result<()> {
    chmod(vm, fd, mode, None, true)
}

fn chown(vm: &mut Vm, path: Name, uid: i64, gid: i64, dir_fd: Option<&Value>, follow_symlinks: bool) -> Result<()> {
    from_here(vm, dir_fd)?;
    let flags = if follow_symlinks { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
    // -1 leaves one as it is.
    let owner = u32::try_from(uid).ok().map(rustix::fs::Uid::from_raw);
    let group = u32::try_from(gid).ok().map(rustix::fs::Gid::from_raw);
    let outcome = fs::chownat(fs::CWD, &path.path, owner, group, flags);
    done(vm, &path, outcome)
}

fn access(vm: &mut Vm, path: Name, mode: i64, dir_fd: Option<&Value>, effective_ids: bool, _: bool) -> Result<bool> {
    from_here(vm, dir_fd)?;
    let wanted = Access::from_bits_retain(mode as u32);
    let flags = if effective_ids { AtFlags::EACCESS } else { AtFlags::empty() };
    Ok(fs::accessat(fs::CWD, &path.path, wanted, flags).is_ok())
}

fn set_times(vm: &mut Vm, path: Target, atime: Option<&Value>, mtime: Option<&Value>, follow: bool) -> Result<()> {
    let moment = |value: Option<&Value>| match value {
        Some(Value::Int(nanos)) => {
            Timespec { tv_sec: nanos.div_euclid(1_000_000_000), tv_nsec: nanos.rem_euclid(1_000_000_000) as _ }
        }
        _ => Timespec { tv_sec: 0, tv_nsec: fs::UTIME_NOW as _ },
    };
    let times = Timestamps { last_access: moment(atime), last_modification: moment(mtime) };
    let outcome = match &path {
        Target::Open(fd) => descriptor::lend(*fd).ok_or(Errno::BADF).and_then(|fd| fs::futimens(fd, &times)),
        Target::Name(name) => {
            let flags = if follow { AtFlags::empty() } else { AtFlags::SYMLINK_NOFOLLOW };
            fs::utimensat(fs::CWD, &name.path, &times, flags)
        }
    };
    outcome.map_err(|error| path.failed(vm, error))
}

fn getcwd(vm: &mut Vm) -> Result {
    match rustix::process::getcwd(Vec::new()) {
        Ok(path) => Ok(shown(std::ffi::OsStr::from_bytes(path.to_bytes()), false)),
        Err(error) => Err(failed(vm, error, &[])),
    }
}

fn getcwdb(vm: &mut Vm) -> Result {
    match rustix::process::getcwd(Vec::new()) {
        Ok(path) => Ok(Bytes::value(path.to_bytes())),
        Err(error) => Err(failed(vm, error, &[])),
    }
}

fn chdir(vm: &mut Vm, path: Target) -> Result<()> {
    let outcome = match &path {
        Target::Open(fd) => descriptor::lend(*fd).ok_or(Errno::BADF).and_then(rustix::process::fchdir),
        Target::Name(name) => rustix::process::chdir(&name.path),
    };
    outcome.map_err(|error| path.failed(vm, error))
}

fn umask(mask: i64) -> i64 {
    i64::from(rustix::process::umask(Mode::from_raw_mode(mask as u32)).as_raw_mode())
}

fn mkfifo(vm: &mut Vm, path: Name, mode: i64, dir_fd: Option<&Value>) -> Result<()> {
    from_here(vm, dir_fd)?;
    let outcome = fs::mknodat(fs::CWD, &path.path, FileType::Fifo, Mode::from_raw_mode(mode as u32), 0);
    done(vm, &path, outcome)
}
