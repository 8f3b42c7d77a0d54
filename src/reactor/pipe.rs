//! Non-blocking ends of pipes: those of children, and the program's own standard streams.
//!
//! Invariant: a descriptor that others may share (a standard stream) gets back its blocking mode when dropped.

use std::io::{self, IoSlice};
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};

use rustix::buffer::spare_capacity;
use rustix::fs::{FileType, OFlags, fcntl_getfl, fcntl_setfl, fstat};

use super::socket::append;

/// What stands behind a descriptor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FdKind {
    /// A pipe, with a name or without.
    Pipe,
    /// A socket.
    Socket,
    /// A terminal or another character device.
    Character,
    /// A regular file, directory or block device: always ready, and cannot be polled.
    File,
}

/// Tells what stands behind a descriptor.
///
/// # Errors
/// `EBADF`.
pub fn kind_of(fd: impl AsFd) -> io::Result<FdKind> {
    let status = fstat(fd)?;
    Ok(match FileType::from_raw_mode(status.st_mode) {
        FileType::Fifo => FdKind::Pipe,
        FileType::Socket => FdKind::Socket,
        FileType::CharacterDevice => FdKind::Character,
        _ => FdKind::File,
    })
}

#[derive(Debug)]
struct End {
    fd: OwnedFd,
    kind: FdKind,
    /// The flags to set again at the end, where the descriptor is shared and was blocking.
    restore: Option<OFlags>,
}

impl End {
    fn new(fd: OwnedFd, shared: bool) -> io::Result<Self> {
        let kind = kind_of(&fd)?;
        let flags = fcntl_getfl(&fd)?;
        let blocking = !flags.contains(OFlags::NONBLOCK);
        if blocking {
            fcntl_setfl(&fd, flags | OFlags::NONBLOCK)?;
        }
        Ok(Self { fd, kind, restore: (blocking && shared).then_some(flags) })
    }
}

impl Drop for End {
    fn drop(&mut self) {
        if let Some(flags) = self.restore {
            // The descriptor is open, and there is nobody to tell.
            let _ = fcntl_setfl(&self.fd, flags);
        }
    }
}

/// The end of a pipe that bytes come out of.
#[derive(Debug)]
pub struct PipeReader(End);

impl PipeReader {
    /// Takes over a descriptor and makes it non-blocking.
    ///
    /// # Errors
    /// Those of changing its flags.
    pub fn from_fd(fd: OwnedFd) -> io::Result<Self> {
        End::new(fd, false).map(Self)
    }

    /// The program's standard input, by a descriptor of its own.
    ///
    /// # Errors
    /// Those of duplicating it; closed standard input.
    pub fn stdin() -> io::Result<Self> {
        End::new(io::stdin().as_fd().try_clone_to_owned()?, true).map(Self)
    }

    /// What stands behind it.
    #[must_use]
    pub fn kind(&self) -> FdKind {
        self.0.kind
    }

    /// Appends what is there to `buffer`, whose spare capacity is filled after making it at least `room`; 0 is the end.
    ///
    /// # Errors
    /// `WouldBlock` when nothing is there.
    pub fn read_to_vec(&self, buffer: &mut Vec<u8>, room: usize) -> io::Result<usize> {
        append(buffer, room, |buffer| Ok(rustix::io::read(&self.0.fd, spare_capacity(buffer))?))
    }

    /// Reads up to `buffer.len()` bytes; 0 is the end.
    ///
    /// # Errors
    /// `WouldBlock` when nothing is there.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        Ok(rustix::io::read(&self.0.fd, buffer)?)
    }
}

/// The end of a pipe that bytes go into.
#[derive(Debug)]
pub struct PipeWriter(End);

impl PipeWriter {
    /// Takes over a descriptor and makes it non-blocking.
    ///
    /// # Errors
    /// Those of changing its flags.
    pub fn from_fd(fd: OwnedFd) -> io::Result<Self> {
        End::new(fd, false).map(Self)
    }

    /// The program's standard output, by a descriptor of its own.
    ///
    /// # Errors
    /// Those of duplicating it; closed standard output.
    pub fn stdout() -> io::Result<Self> {
        End::new(io::stdout().as_fd().try_clone_to_owned()?, true).map(Self)
    }

    /// The program's standard error, by a descriptor of its own.
    ///
    /// # Errors
    /// Those of duplicating it; closed standard error.
    pub fn stderr() -> io::Result<Self> {
        End::new(io::stderr().as_fd().try_clone_to_owned()?, true).map(Self)
    }

    /// What stands behind it.
    #[must_use]
    pub fn kind(&self) -> FdKind {
        self.0.kind
    }

    /// Writes what there is room for.
    ///
    /// # Errors
    /// `WouldBlock` when there is none, `BrokenPipe` when nobody reads any more.
    pub fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        Ok(rustix::io::write(&self.0.fd, bytes)?)
    }

    /// Writes what there is room for, from several buffers in order.
    ///
    /// # Errors
    /// As [`PipeWriter::write`].
    pub fn write_vectored(&self, buffers: &[IoSlice<'_>]) -> io::Result<usize> {
        Ok(rustix::io::writev(&self.0.fd, buffers)?)
    }
}

impl AsRawFd for PipeReader {
    fn as_raw_fd(&self) -> RawFd {
        self.0.fd.as_raw_fd()
    }
}

impl AsFd for PipeReader {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.fd.as_fd()
    }
}

impl AsRawFd for PipeWriter {
    fn as_raw_fd(&self) -> RawFd {
        self.0.fd.as_raw_fd()
    }
}

impl AsFd for PipeWriter {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.fd.as_fd()
    }
}

/// A new pipe.
///
/// # Errors
/// Too many open files.
pub fn pipe() -> io::Result<(PipeReader, PipeWriter)> {
    let (reader, writer) = io::pipe()?;
    Ok((PipeReader::from_fd(reader.into())?, PipeWriter::from_fd(writer.into())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pipe_carries_bytes_and_says_when_it_ends_or_breaks() {
        let (reader, writer) = pipe().unwrap();
        assert_eq!(reader.kind(), FdKind::Pipe);
        let mut read = Vec::new();
        assert_eq!(reader.read_to_vec(&mut read, 9).unwrap_err().kind(), io::ErrorKind::WouldBlock);
        assert_eq!(writer.write(b"bytes").unwrap(), 5);
        assert_eq!(reader.read_to_vec(&mut read, 9).unwrap(), 5);
        drop(writer);
        assert_eq!(reader.read_to_vec(&mut read, 9).unwrap(), 0);
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        assert_eq!(writer.write(b"x").unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn a_shared_descriptor_gets_its_blocking_mode_back() {
        let (reader, _writer) = io::pipe().unwrap();
        let own = End::new(reader.as_fd().try_clone_to_owned().unwrap(), true).unwrap();
        assert!(fcntl_getfl(&reader).unwrap().contains(OFlags::NONBLOCK));
        drop(own);
        assert!(!fcntl_getfl(&reader).unwrap().contains(OFlags::NONBLOCK));
    }
}
