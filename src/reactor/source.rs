//! Sources that the reactor owns, and reading and writing them by token.
//!
//! Invariant: every call here tells the poll when the kernel has nothing more, so that an event is reported again
//! exactly as long as there may be something to do. For sources of a stream a read that fills its buffer only in
//! part has emptied the kernel, and saves the second read that would say so.

use std::io::{self, IoSlice};
use std::os::fd::{AsRawFd, OwnedFd, RawFd};

use rustix::io::Errno;

use super::Reactor;
use super::address::Address;
use super::child::ChildId;
use super::datagram::Datagram;
use super::pipe::{FdKind, PipeReader, PipeWriter};
use super::poll::{Interest, Token, Trigger};
use super::socket::{Listener, Stream};

/// The size of the buffer that [`Reactor::read_chunk`] lends out: as much as asyncio reads at once.
pub const CHUNK: usize = 256 * 1024;

/// Something that the reactor polls for its user.
#[derive(Debug)]
pub enum Source {
    /// A connection.
    Stream(Stream),
    /// A socket that accepts connections.
    Listener(Listener),
    /// A socket for datagrams.
    Datagram(Datagram),
    /// The reading end of a pipe, or standard input.
    PipeReader(PipeReader),
    /// The writing end of a pipe, or standard output.
    PipeWriter(PipeWriter),
    /// A descriptor that belongs to somebody else, who reads and writes it himself. Reported as a level, at the
    /// price of a system call an event.
    Raw(RawFd),
}

impl Source {
    /// Whether a read that did not fill its buffer proves that nothing more is there. Terminals give single lines,
    /// datagram sockets single datagrams.
    fn short_read_empties(&self) -> bool {
        match self {
            Self::Stream(_) => true,
            Self::PipeReader(pipe) => matches!(pipe.kind(), FdKind::Pipe | FdKind::Socket),
            _ => false,
        }
    }
}

impl AsRawFd for Source {
    fn as_raw_fd(&self) -> RawFd {
        match self {
            Self::Stream(stream) => stream.as_raw_fd(),
            Self::Listener(listener) => listener.as_raw_fd(),
            Self::Datagram(datagram) => datagram.as_raw_fd(),
            Self::PipeReader(reader) => reader.as_raw_fd(),
            Self::PipeWriter(writer) => writer.as_raw_fd(),
            Self::Raw(fd) => *fd,
        }
    }
}

macro_rules! source_from {
    ($($kind:ident),*) => {$(
        impl From<$kind> for Source {
            fn from(source: $kind) -> Self {
                Self::$kind(source)
            }
        }
    )*};
}

source_from!(Stream, Listener, Datagram, PipeReader, PipeWriter);

/// What stands in the poll: the user's sources and the reactor's own.
pub(super) enum Registered {
    User(Source),
    /// The pidfd of a child.
    Child(ChildId, OwnedFd),
    /// The reading end of the signals' pipe.
    Signals(RawFd),
}

impl AsRawFd for Registered {
    fn as_raw_fd(&self) -> RawFd {
        match self {
            Self::User(source) => source.as_raw_fd(),
            Self::Child(_, pidfd) => pidfd.as_raw_fd(),
            Self::Signals(fd) => *fd,
        }
    }
}

impl<T: Send + 'static> Reactor<T> {
    /// Takes a source in. It is reported from the first [`Reactor::set_interest`] on.
    pub fn add(&mut self, source: impl Into<Source>) -> Token {
        let source = source.into();
        let trigger = if matches!(source, Source::Raw(_)) { Trigger::Rearmed } else { Trigger::Remembered };
        self.poll.insert(Registered::User(source), trigger)
    }

    /// Says which directions of a source to report from now on; costs a system call only when the kernel has to be
    /// told something new.
    ///
    /// # Errors
    /// `EBADF` for a token that is gone, `EPERM` for what cannot be polled (regular files).
    pub fn set_interest(&mut self, token: Token, interest: Interest) -> io::Result<()> {
        self.poll.set_interest(token, interest)
    }

    /// What was last asked for.
    #[must_use]
    pub fn interest(&self, token: Token) -> Interest {
        self.poll.interest(token)
    }

    /// Hands a source back, unregistered. To close it is to drop it.
    pub fn remove(&mut self, token: Token) -> Option<Source> {
        match self.poll.remove(token)? {
            Registered::User(source) => Some(source),
            Registered::Child(..) | Registered::Signals(_) => None,
        }
    }

    /// The source of a token.
    #[must_use]
    pub fn source(&self, token: Token) -> Option<&Source> {
        match self.poll.get(token)? {
            Registered::User(source) => Some(source),
            Registered::Child(..) | Registered::Signals(_) => None,
        }
    }

    /// The stream of a token.
    #[must_use]
    pub fn stream(&self, token: Token) -> Option<&Stream> {
        match self.source(token)? {
            Source::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    /// The listener of a token.
    #[must_use]
    pub fn listener(&self, token: Token) -> Option<&Listener> {
        match self.source(token)? {
            Source::Listener(listener) => Some(listener),
            _ => None,
        }
    }

    /// The datagram socket of a token.
    #[must_use]
    pub fn datagram(&self, token: Token) -> Option<&Datagram> {
        match self.source(token)? {
            Source::Datagram(datagram) => Some(datagram),
            _ => None,
        }
    }

    /// How many sources are registered.
    #[must_use]
    pub fn source_count(&self) -> usize {
        self.poll.len() - self.children.pidfds() - usize::from(self.signal_token.is_some())
    }

    /// Reads from a stream or pipe into a buffer; 0 is the end.
    ///
    /// # Errors
    /// `WouldBlock` when nothing is there; `EBADF` for a token that is gone or cannot be read; those of the source.
    pub fn read(&mut self, token: Token, buffer: &mut [u8]) -> io::Result<usize> {
        let result = match self.source(token) {
            Some(Source::Stream(stream)) => stream.read(buffer),
            Some(Source::PipeReader(pipe)) => pipe.read(buffer),
            _ => return Err(Errno::BADF.into()),
        };
        self.note_read(token, &result, buffer.len());
        result
    }

    /// Reads from a stream or pipe to the end of a vector, whose spare capacity is filled after making it at least
    /// `room`; 0 is the end.
    ///
    /// # Errors
    /// As [`Reactor::read`].
    pub fn read_to_vec(&mut self, token: Token, buffer: &mut Vec<u8>, room: usize) -> io::Result<usize> {
        let before = buffer.len();
        let result = match self.source(token) {
            Some(Source::Stream(stream)) => stream.read_to_vec(buffer, room),
            Some(Source::PipeReader(pipe)) => pipe.read_to_vec(buffer, room),
            _ => return Err(Errno::BADF.into()),
        };
        self.note_read(token, &result, buffer.capacity() - before);
        result
    }

    /// Reads up to `limit` bytes (at most [`CHUNK`]) from a stream or pipe and lends them out; empty is the end.
    ///
    /// # Errors
    /// As [`Reactor::read`].
    pub fn read_chunk(&mut self, token: Token, limit: usize) -> io::Result<&[u8]> {
        let mut chunk = std::mem::take(&mut self.chunk);
        if chunk.is_empty() {
            chunk = vec![0; CHUNK];
        }
        let limit = limit.min(CHUNK);
        let result = self.read(token, &mut chunk[..limit]);
        self.chunk = chunk;
        Ok(&self.chunk[..result?])
    }

    /// Writes to a stream or pipe what the kernel has room for. If that is not all, wait for [`Interest::WRITE`].
    ///
    /// # Errors
    /// `WouldBlock` when there is no room; `BrokenPipe` and others of the source; `EBADF` as [`Reactor::read`].
    pub fn write(&mut self, token: Token, bytes: &[u8]) -> io::Result<usize> {
        let result = match self.source(token) {
            Some(Source::Stream(stream)) => stream.write(bytes),
            Some(Source::PipeWriter(pipe)) => pipe.write(bytes),
            _ => return Err(Errno::BADF.into()),
        };
        self.note_write(token, &result, bytes.len());
        result
    }

    /// As [`Reactor::write`], from several buffers in order.
    ///
    /// # Errors
    /// As [`Reactor::write`].
    pub fn write_vectored(&mut self, token: Token, buffers: &[IoSlice<'_>]) -> io::Result<usize> {
        let result = match self.source(token) {
            Some(Source::Stream(stream)) => stream.write_vectored(buffers),
            Some(Source::PipeWriter(pipe)) => pipe.write_vectored(buffers),
            _ => return Err(Errno::BADF.into()),
        };
        let length = buffers.iter().map(|buffer| buffer.len()).sum();
        self.note_write(token, &result, length);
        result
    }

    /// Takes one connection from a listener.
    ///
    /// # Errors
    /// `WouldBlock` when none waits; too many open files and others of the system; `EBADF` as [`Reactor::read`].
    pub fn accept(&mut self, token: Token) -> io::Result<Stream> {
        let Some(listener) = self.listener(token) else {
            return Err(Errno::BADF.into());
        };
        let result = listener.accept();
        if would_block(&result) {
            self.poll.use_up(token, Interest::READ);
        }
        result
    }

    /// Takes one datagram, see [`Datagram::receive`].
    ///
    /// # Errors
    /// As [`Datagram::receive`]; `EBADF` as [`Reactor::read`].
    pub fn receive(&mut self, token: Token, buffer: &mut Vec<u8>, room: usize) -> io::Result<(usize, Option<Address>)> {
        let Some(datagram) = self.datagram(token) else {
            return Err(Errno::BADF.into());
        };
        let result = datagram.receive(buffer, room);
        if would_block(&result) {
            self.poll.use_up(token, Interest::READ);
        }
        result
    }

    /// Sends one datagram, see [`Datagram::send`].
    ///
    /// # Errors
    /// As [`Datagram::send`]; `EBADF` as [`Reactor::read`].
    pub fn send(&mut self, token: Token, bytes: &[u8], peer: Option<&Address>) -> io::Result<usize> {
        let Some(datagram) = self.datagram(token) else {
            return Err(Errno::BADF.into());
        };
        let result = datagram.send(bytes, peer);
        if would_block(&result) {
            self.poll.use_up(token, Interest::WRITE);
        }
        result
    }

    fn note_read(&mut self, token: Token, result: &io::Result<usize>, room: usize) {
        let emptied = match result {
            // What follows a hang-up was announced together with it: the end is still to be read.
            Ok(count) => {
                *count > 0
                    && *count < room
                    && !self.poll.is_closed(token)
                    && self.source(token).is_some_and(Source::short_read_empties)
            }
            Err(_) => would_block(result),
        };
        if emptied {
            self.poll.use_up(token, Interest::READ);
        }
    }

    fn note_write(&mut self, token: Token, result: &io::Result<usize>, length: usize) {
        if would_block(result) || result.as_ref().is_ok_and(|count| *count < length) {
            self.poll.use_up(token, Interest::WRITE);
        }
    }
}

fn would_block<T>(result: &io::Result<T>) -> bool {
    result.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::WouldBlock)
}
