//! Calls on open files.

use std::os::fd::IntoRawFd;

use rustix::fs::{self, FallocateFlags, Mode, OFlags, SeekFrom};
use rustix::io::{self, Errno, FdFlags, retry_on_intr};

use super::descriptor;
use super::path::{Fd, Name, Target, failed};
use crate::builtins::bytes::Buffer;
use crate::object::{Bytes, Tuple};
use crate::value::Value;
use crate::vm::{Result, Row, Vm, function};

pub(super) static ROWS: &[Row] = &[
    function!("open", "(path, flags, mode=511, *, dir_fd=None)", open, "Opens a file; gives its descriptor."),
    function!("close", "(fd)", close, "Closes a descriptor."),
    function!("read", "(fd, length, /)", read, "Up to so many bytes of a file."),
    function!("readinto", "(fd, buffer, /)", read_into, "Fills a buffer from a file; how much of it."),
    function!("pread", "(fd, length, offset, /)", pread, "Up to so many bytes from a place of a file."),
    function!("write", "(fd, data, /)", write, "Writes bytes to a file; how many of them."),
    function!("pwrite", "(fd, data, offset, /)", pwrite, "Writes bytes to a place of a file; how many of them."),
    function!("lseek", "(fd, position, whence, /)", seek, "Moves a file's position; gives the new one."),
    function!("ftruncate", "(fd, length, /)", ftruncate, "Makes a file so long."),
    function!("truncate", "(path, length)", truncate, "Makes a file so long."),
    function!("fsync", "(fd)", fsync, "Has a file written to its device."),
    function!("fdatasync", "(fd)", fdatasync, "Has a file's content written to its device."),
    function!("posix_fallocate", "(fd, offset, length, /)", fallocate, "Has room for a part of a file."),
    function!("isatty", "(fd, /)", isatty, "Whether a descriptor is a terminal's."),
    function!("dup", "(fd, /)", dup, "Another descriptor of a file."),
    function!("dup2", "(fd, fd2, inheritable=True)", dup2, "Makes a descriptor another one's file."),
    function!("pipe", "()", pipe, "A pipe: the descriptor to read from and the one to write to."),
    function!("get_inheritable", "(fd, /)", get_inheritable, "Whether programs that are started get a descriptor."),
    function!(
        "set_inheritable",
        "(fd, inheritable, /)",
        set_inheritable,
        "Says whether programs that are started get a descriptor."
    ),
    function!("get_blocking", "(fd, /)", get_blocking, "Whether calls wait for a file."),
    function!("set_blocking", "(fd, blocking, /)", set_blocking, "Says whether calls wait for a file."),
    function!("get_terminal_size", "(fd=1, /)", get_terminal_size, "Columns and lines of a terminal, as a pair."),
];

/// The most bytes that one call reads, as the system has it.
const MOST: usize = 0x7fff_f000;

fn open(vm: &mut Vm, path: Name, flags: i64, mode: i64, dir_fd: Option<Fd>) -> Result<i64> {
    let flags = OFlags::from_bits_retain(flags as u32) | OFlags::CLOEXEC;
    let mode = Mode::from_raw_mode(mode as u32);
    let opened = match dir_fd {
        None => retry_on_intr(|| fs::open(&path.path, flags, mode)),
        Some(folder) => {
            let folder = folder.get(vm)?;
            retry_on_intr(|| fs::openat(folder, &path.path, flags, mode))
        }
    };
    opened.map(|fd| i64::from(fd.into_raw_fd())).map_err(|error| path.failed(vm, error))
}

fn close(vm: &mut Vm, fd: Fd) -> Result<()> {
    descriptor::close(fd.0).map_err(|error| failed(vm, error, &[]))
}

/// How many bytes a call asks for.
fn length(vm: &mut Vm, length: i64) -> Result<usize> {
    match usize::try_from(length) {
        Ok(length) => Ok(length.min(MOST)),
        Err(_) => Err(failed(vm, Errno::INVAL, &[])),
    }
}

fn read(vm: &mut Vm, fd: Fd, wanted: i64) -> Result {
    let wanted = length(vm, wanted)?;
    vm.check_bytes(wanted)?;
    let (fd, mut data) = (fd.get(vm)?, vec![0; wanted]);
    let count = retry_on_intr(|| io::read(fd, &mut data)).map_err(|error| failed(vm, error, &[]))?;
    data.truncate(count);
    Ok(Bytes::value(data))
}

fn read_into(vm: &mut Vm, fd: Fd, buffer: &Value) -> Result<usize> {
    let Some(Buffer::Array(array)) = Buffer::of(buffer) else {
        let given = vm.type_name(buffer);
        return Err(vm.type_error(format!("readinto() argument must be read-write bytes-like object, not {given}")));
    };
    let fd = fd.get(vm)?;
    let count = retry_on_intr(|| io::read(fd, &mut array.0.borrow_mut()[..]));
    count.map_err(|error| failed(vm, error, &[]))
}

fn pread(vm: &mut Vm, fd: Fd, wanted: i64, offset: i64) -> Result {
    let wanted = length(vm, wanted)?;
    vm.check_bytes(wanted)?;
    let (fd, mut data) = (fd.get(vm)?, vec![0; wanted]);
    let count = retry_on_intr(|| io::pread(fd, &mut data, offset as u64)).map_err(|error| failed(vm, error, &[]))?;
    data.truncate(count);
    Ok(Bytes::value(data))
}

fn write(vm: &mut Vm, fd: Fd, data: Buffer<'_>) -> Result<usize> {
    let fd = fd.get(vm)?;
    retry_on_intr(|| io::write(fd, &data.data())).map_err(|error| failed(vm, error, &[]))
}

fn pwrite(vm: &mut Vm, fd: Fd, data: Buffer<'_>, offset: i64) -> Result<usize> {
    let fd = fd.get(vm)?;
    retry_on_intr(|| io::pwrite(fd, &data.data(), offset as u64)).map_err(|error| failed(vm, error, &[]))
}

fn seek(vm: &mut Vm, fd: Fd, position: i64, whence: i64) -> Result<i64> {
    let fd = fd.get(vm)?;
    let target = match (whence, u64::try_from(position)) {
        (0, Ok(position)) => SeekFrom::Start(position),
        (1, _) => SeekFrom::Current(position),
        (2, _) => SeekFrom::End(position),
        (3, Ok(position)) => SeekFrom::Data(position),
        (4, Ok(position)) => SeekFrom::Hole(position),
        _ => return Err(failed(vm, Errno::INVAL, &[])),
    };
    fs::seek(fd, target).map(|position| position as i64).map_err(|error| failed(vm, error, &[]))
}

fn ftruncate(vm: &mut Vm, fd: Fd, length: i64) -> Result<()> {
    let fd = fd.get(vm)?;
    let done = u64::try_from(length).map_err(|_| Errno::INVAL).and_then(|length| retry_on_intr(|| fs::ftruncate(fd, length)));
    done.map_err(|error| failed(vm, error, &[]))
}

fn truncate(vm: &mut Vm, path: Target, length: i64) -> Result<()> {
    let length = match u64::try_from(length) {
        Ok(length) => length,
        Err(_) => return Err(path.failed(vm, Errno::INVAL)),
    };
    let done = match &path {
        Target::Open(fd) => match descriptor::lend(*fd) {
            Some(fd) => fs::ftruncate(fd, length),
            None => Err(Errno::BADF),
        },
        Target::Name(name) => {
            fs::open(&name.path, OFlags::WRONLY | OFlags::CLOEXEC, Mode::empty()).and_then(|file| fs::ftruncate(file, length))
        }
    };
    done.map_err(|error| path.failed(vm, error))
}

fn fsync(vm: &mut Vm, fd: Fd) -> Result<()> {
    let fd = fd.get(vm)?;
    retry_on_intr(|| fs::fsync(fd)).map_err(|error| failed(vm, error, &[]))
}

fn fdatasync(vm: &mut Vm, fd: Fd) -> Result<()> {
    let fd = fd.get(vm)?;
    retry_on_intr(|| fs::fdatasync(fd)).map_err(|error| failed(vm, error, &[]))
}

fn fallocate(vm: &mut Vm, fd: Fd, offset: i64, length: i64) -> Result<()> {
    let fd = fd.get(vm)?;
    let done = match (u64::try_from(offset), u64::try_from(length)) {
        (Ok(offset), Ok(length)) => retry_on_intr(|| fs::fallocate(fd, FallocateFlags::empty(), offset, length)),
        _ => Err(Errno::INVAL),
    };
    done.map_err(|error| failed(vm, error, &[]))
}

fn isatty(fd: Fd) -> bool {
    descriptor::lend(fd.0).is_some_and(rustix::termios::isatty)
}

fn dup(vm: &mut Vm, fd: Fd) -> Result<i64> {
    let fd = fd.get(vm)?;
    io::fcntl_dupfd_cloexec(fd, 0).map(|fd| i64::from(fd.into_raw_fd())).map_err(|error| failed(vm, error, &[]))
}

fn dup2(vm: &mut Vm, fd: Fd, fd2: Fd, inheritable: bool) -> Result<i64> {
    let from = fd.get(vm)?;
    descriptor::duplicate_to(from, fd2.0, inheritable).map_err(|error| failed(vm, error, &[]))?;
    Ok(i64::from(fd2.0))
}

fn pipe(vm: &mut Vm) -> Result {
    let (from, to) = rustix::pipe::pipe_with(rustix::pipe::PipeFlags::CLOEXEC).map_err(|error| failed(vm, error, &[]))?;
    Ok(Tuple::value([from, to].map(|fd| Value::Int(i64::from(fd.into_raw_fd())))))
}

fn get_inheritable(vm: &mut Vm, fd: Fd) -> Result<bool> {
    let fd = fd.get(vm)?;
    io::fcntl_getfd(fd).map(|flags| !flags.contains(FdFlags::CLOEXEC)).map_err(|error| failed(vm, error, &[]))
}

fn set_inheritable(vm: &mut Vm, fd: Fd, inheritable: bool) -> Result<()> {
    let fd = fd.get(vm)?;
    let flags = if inheritable { FdFlags::empty() } else { FdFlags::CLOEXEC };
    io::fcntl_setfd(fd, flags).map_err(|error| failed(vm, error, &[]))
}

fn get_blocking(vm: &mut Vm, fd: Fd) -> Result<bool> {
    let fd = fd.get(vm)?;
    fs::fcntl_getfl(fd).map(|flags| !flags.contains(OFlags::NONBLOCK)).map_err(|error| failed(vm, error, &[]))
}

fn set_blocking(vm: &mut Vm, fd: Fd, blocking: bool) -> Result<()> {
    let fd = fd.get(vm)?;
    let set = fs::fcntl_getfl(fd).and_then(|mut flags| {
        flags.set(OFlags::NONBLOCK, !blocking);
        fs::fcntl_setfl(fd, flags)
    });
    set.map_err(|error| failed(vm, error, &[]))
}

fn get_terminal_size(vm: &mut Vm, fd: Fd) -> Result {
    let fd = fd.get(vm)?;
    let size = rustix::termios::tcgetwinsize(fd).map_err(|error| failed(vm, error, &[]))?;
    Ok(Tuple::value([size.ws_col, size.ws_row].map(|count| Value::Int(i64::from(count)))))
}
