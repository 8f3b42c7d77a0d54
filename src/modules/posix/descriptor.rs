//! Descriptors by number, as scripts have them.
//!
//! Invariant: what is lent here is used for one system call and not kept.
#![allow(unsafe_code)]

use std::os::fd::{BorrowedFd, FromRawFd, IntoRawFd, OwnedFd, RawFd};

use rustix::io::{self, Errno};

/// A descriptor for a call; none for a number that no file is ever open under.
pub(super) fn lend(fd: RawFd) -> Option<BorrowedFd<'static>> {
    // SAFETY: the number is not -1. To the system it is a number only: where nothing is open under it, the call fails.
    (fd >= 0).then(|| unsafe { BorrowedFd::borrow_raw(fd) })
}

/// Closes a descriptor.
pub(super) fn close(fd: RawFd) -> Result<(), Errno> {
    io::fcntl_getfd(lend(fd).ok_or(Errno::BADF)?)?;
    // SAFETY: it is open, and a script says that it is done with it; what of acli's own it closes so fails from then on, as in any program.
    unsafe { io::close(fd) };
    Ok(())
}

/// Makes one descriptor another name of a file.
pub(super) fn duplicate_to(from: BorrowedFd<'_>, to: RawFd, inheritable: bool) -> Result<(), Errno> {
    if to < 0 {
        return Err(Errno::BADF);
    }
    // SAFETY: as in `close`, for what was open under that number; it is given up again without being closed.
    let mut target = unsafe { OwnedFd::from_raw_fd(to) };
    let flags = if inheritable { io::DupFlags::empty() } else { io::DupFlags::CLOEXEC };
    let made = if from_is(from, to) { Ok(()) } else { io::dup3(from, &mut target, flags) };
    let _ = target.into_raw_fd();
    made
}

/// Whether both are the same number, which `dup3` refuses.
fn from_is(from: BorrowedFd<'_>, to: RawFd) -> bool {
    std::os::fd::AsRawFd::as_raw_fd(&from) == to
}
