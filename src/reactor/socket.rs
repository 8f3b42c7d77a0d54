//! Non-blocking stream sockets and listeners, whatever their family. How they are made stands in `tcp` and `unix`.
//!
//! Invariant: every descriptor here is non-blocking and closed on exec. A call that would wait fails with
//! `ErrorKind::WouldBlock`. Writing to a peer that is gone is the error `EPIPE`, never a signal.

use std::io::{self, IoSlice, Read, Write};
use std::net::Shutdown;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};

use rustix::buffer::spare_capacity;
use rustix::net::{RecvFlags, SocketFlags};
use socket2::Socket;

use super::address::Address;

/// One end of a connection.
#[derive(Debug)]
pub struct Stream {
    pub(super) socket: Socket,
}

impl Stream {
    /// Takes over a socket made elsewhere and makes it non-blocking.
    ///
    /// # Errors
    /// Those of changing the descriptor's flags.
    pub fn from_fd(fd: OwnedFd) -> io::Result<Self> {
        let socket = Socket::from(fd);
        socket.set_nonblocking(true)?;
        Ok(Self { socket })
    }

    /// The error that the system noted for this socket, and forgets now. After a connection attempt became writable:
    /// None if it succeeded.
    ///
    /// # Errors
    /// Those of asking.
    pub fn take_error(&self) -> io::Result<Option<io::Error>> {
        self.socket.take_error()
    }

    /// Reads up to `buffer.len()` bytes; 0 is the end of the stream.
    ///
    /// # Errors
    /// `WouldBlock` when nothing is there; those of the connection.
    pub fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        (&self.socket).read(buffer)
    }

    /// Appends what is there to `buffer`, whose spare capacity is filled after making it at least `room`; 0 is the end of the stream.
    ///
    /// # Errors
    /// As [`Stream::read`].
    pub fn read_to_vec(&self, buffer: &mut Vec<u8>, room: usize) -> io::Result<usize> {
        append(buffer, room, |buffer| {
            let (count, _) = rustix::net::recv(&self.socket, spare_capacity(buffer), RecvFlags::empty())?;
            Ok(count)
        })
    }

    /// Writes what the system has room for.
    ///
    /// # Errors
    /// `WouldBlock` when it has none; those of the connection.
    pub fn write(&self, bytes: &[u8]) -> io::Result<usize> {
        (&self.socket).write(bytes)
    }

    /// Writes what the system has room for, from several buffers in order.
    ///
    /// # Errors
    /// As [`Stream::write`].
    pub fn write_vectored(&self, buffers: &[IoSlice<'_>]) -> io::Result<usize> {
        (&self.socket).write_vectored(buffers)
    }

    /// Tells the peer that no more bytes come; reading goes on.
    ///
    /// # Errors
    /// `NotConnected` when the peer is gone already.
    pub fn shutdown_write(&self) -> io::Result<()> {
        self.socket.shutdown(Shutdown::Write)
    }

    /// The address of this end.
    ///
    /// # Errors
    /// Those of asking; `Unsupported` for other families than internet and Unix.
    pub fn local_address(&self) -> io::Result<Address> {
        known(&self.socket.local_addr()?)
    }

    /// The address of the other end.
    ///
    /// # Errors
    /// `NotConnected` when there is none; as [`Stream::local_address`].
    pub fn peer_address(&self) -> io::Result<Address> {
        known(&self.socket.peer_addr()?)
    }

    /// The family as the system numbers it (`AF_UNIX`, `AF_INET`, `AF_INET6`).
    ///
    /// # Errors
    /// Those of asking.
    pub fn family(&self) -> io::Result<i32> {
        Ok(self.socket.domain()?.into())
    }

    /// Whether small writes are sent at once instead of being gathered.
    ///
    /// # Errors
    /// `EOPNOTSUPP` where it has no meaning.
    pub fn nodelay(&self) -> io::Result<bool> {
        self.socket.tcp_nodelay()
    }

    /// Sets whether small writes are sent at once.
    ///
    /// # Errors
    /// As [`Stream::nodelay`].
    pub fn set_nodelay(&self, nodelay: bool) -> io::Result<()> {
        self.socket.set_tcp_nodelay(nodelay)
    }
}

impl AsRawFd for Stream {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

impl AsFd for Stream {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

impl From<Stream> for OwnedFd {
    fn from(stream: Stream) -> Self {
        stream.socket.into()
    }
}

/// A socket that accepts connections once [`Listener::listen`] was called.
#[derive(Debug)]
pub struct Listener {
    pub(super) socket: Socket,
}

impl Listener {
    /// Takes over a bound socket made elsewhere and makes it non-blocking.
    ///
    /// # Errors
    /// Those of changing the descriptor's flags.
    pub fn from_fd(fd: OwnedFd) -> io::Result<Self> {
        let socket = Socket::from(fd);
        socket.set_nonblocking(true)?;
        Ok(Self { socket })
    }

    /// Starts to take connections, of which `backlog` may wait to be accepted.
    ///
    /// # Errors
    /// `AddrInUse` when another listener took the address since it was bound.
    pub fn listen(&self, backlog: i32) -> io::Result<()> {
        self.socket.listen(backlog)
    }

    /// Takes one waiting connection. Over TCP it sends small writes at once, as the listener was told to.
    ///
    /// # Errors
    /// `WouldBlock` when none waits; those of the connection; too many open files.
    pub fn accept(&self) -> io::Result<Stream> {
        let flags = SocketFlags::NONBLOCK | SocketFlags::CLOEXEC;
        let (socket, _) = self.socket.accept4(flags.bits().cast_signed())?;
        Ok(Stream { socket })
    }

    /// The address that it is bound to, with the port that the system chose.
    ///
    /// # Errors
    /// As [`Stream::local_address`].
    pub fn local_address(&self) -> io::Result<Address> {
        known(&self.socket.local_addr()?)
    }

    /// The family as the system numbers it.
    ///
    /// # Errors
    /// Those of asking.
    pub fn family(&self) -> io::Result<i32> {
        Ok(self.socket.domain()?.into())
    }
}

impl AsRawFd for Listener {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

impl AsFd for Listener {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

impl From<Listener> for OwnedFd {
    fn from(listener: Listener) -> Self {
        listener.socket.into()
    }
}

/// Turns the system's form of an address into ours.
pub(super) fn known(address: &socket2::SockAddr) -> io::Result<Address> {
    Address::from_system(address).ok_or_else(|| io::ErrorKind::Unsupported.into())
}

/// Appends by a `read` that fills a vector's spare capacity.
pub(super) fn append(
    buffer: &mut Vec<u8>,
    room: usize,
    read: impl FnOnce(&mut Vec<u8>) -> io::Result<usize>,
) -> io::Result<usize> {
    let before = buffer.len();
    if buffer.capacity() - before < room {
        buffer.reserve(room);
    }
    read(buffer)?;
    Ok(buffer.len() - before)
}
