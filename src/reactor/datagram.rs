//! Non-blocking UDP and Unix datagram sockets.
//!
//! One read takes one datagram; what does not fit into the buffer is lost, as the system has it.

use std::io;
use std::os::fd::{AsFd, AsRawFd, BorrowedFd, OwnedFd, RawFd};

use socket2::{Domain, Socket, Type};

use rustix::buffer::spare_capacity;
use rustix::net::RecvFlags;

use super::address::Address;
use super::socket::{append, known};

/// A socket for datagrams.
#[derive(Debug)]
pub struct Datagram {
    socket: Socket,
}

/// How a datagram socket is set up.
#[derive(Clone, Copy, Debug, Default)]
pub struct DatagramOptions {
    /// Whether several sockets may share the address.
    pub reuse_port: bool,
    /// Whether datagrams may go to all hosts at once.
    pub broadcast: bool,
}

impl Datagram {
    /// Makes a socket of the family of the given addresses, bound to `local` and connected to `peer` where given.
    ///
    /// # Errors
    /// `InvalidInput` when neither address is given; those of the system.
    pub fn open(local: Option<&Address>, peer: Option<&Address>, options: DatagramOptions) -> io::Result<Self> {
        let Some(domain) = local.or(peer).map(Address::domain) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        let socket = Socket::new_raw(domain, Type::DGRAM.nonblocking().cloexec(), None)?;
        if options.reuse_port && domain != Domain::UNIX {
            socket.set_reuse_port(true)?;
        }
        if options.broadcast {
            socket.set_broadcast(true)?;
        }
        if let Some(local) = local {
            socket.bind(&local.to_system()?)?;
        }
        if let Some(peer) = peer {
            socket.connect(&peer.to_system()?)?;
        }
        Ok(Self { socket })
    }

    /// Takes over a socket made elsewhere and makes it non-blocking.
    ///
    /// # Errors
    /// Those of changing the descriptor's flags.
    pub fn from_fd(fd: OwnedFd) -> io::Result<Self> {
        let socket = Socket::from(fd);
        socket.set_nonblocking(true)?;
        Ok(Self { socket })
    }

    /// Appends one datagram, of which at least `room` bytes are kept, and tells its sender if it has an address.
    ///
    /// # Errors
    /// `WouldBlock` when none waits; `ConnectionRefused` when an earlier one was refused.
    pub fn receive(&self, buffer: &mut Vec<u8>, room: usize) -> io::Result<(usize, Option<Address>)> {
        let mut sender = None;
        let count = append(buffer, room, |buffer| {
            let (count, _, from) = rustix::net::recvfrom(&self.socket, spare_capacity(buffer), RecvFlags::empty())?;
            sender = from;
            Ok(count)
        })?;
        let sender = sender.and_then(|sender| {
            if let Ok(address) = std::net::SocketAddr::try_from(sender.clone()) {
                return Some(Address::Inet(address));
            }
            let unix = rustix::net::SocketAddrUnix::try_from(sender).ok()?;
            Some(Address::Unix(match (unix.abstract_name(), unix.path_bytes()) {
                (Some(name), _) => [b"\0", name].concat(),
                (None, path) => path.unwrap_or_default().to_vec(),
            }))
        });
        Ok((count, sender))
    }

    /// Sends one datagram to `peer`, or to the connected peer.
    ///
    /// # Errors
    /// `WouldBlock` when there is no room; those of the system.
    pub fn send(&self, bytes: &[u8], peer: Option<&Address>) -> io::Result<usize> {
        match peer {
            Some(peer) => self.socket.send_to(bytes, &peer.to_system()?),
            None => self.socket.send(bytes),
        }
    }

    /// The address that it is bound to.
    ///
    /// # Errors
    /// Those of asking.
    pub fn local_address(&self) -> io::Result<Address> {
        known(&self.socket.local_addr()?)
    }

    /// The address that it is connected to.
    ///
    /// # Errors
    /// `NotConnected` when there is none.
    pub fn peer_address(&self) -> io::Result<Address> {
        known(&self.socket.peer_addr()?)
    }

    /// The family as the system numbers it.
    ///
    /// # Errors
    /// Those of asking.
    pub fn family(&self) -> io::Result<i32> {
        Ok(self.socket.domain()?.into())
    }
}

impl AsRawFd for Datagram {
    fn as_raw_fd(&self) -> RawFd {
        self.socket.as_raw_fd()
    }
}

impl AsFd for Datagram {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn datagrams_come_one_by_one_with_their_sender() {
        let any = Address::Inet(([127, 0, 0, 1], 0).into());
        let server = Datagram::open(Some(&any), None, DatagramOptions::default()).unwrap();
        let client = Datagram::open(None, Some(&server.local_address().unwrap()), DatagramOptions::default()).unwrap();
        client.send(b"one", None).unwrap();
        client.send(b"two", None).unwrap();
        let mut buffer = Vec::new();
        let (count, sender) = server.receive(&mut buffer, 1024).unwrap();
        assert_eq!((count, sender.as_ref()), (3, Some(&client.local_address().unwrap())));
        server.send(b"back", sender.as_ref()).unwrap();
        assert_eq!(server.receive(&mut buffer, 1024).unwrap().0, 3);
        assert_eq!(client.receive(&mut buffer, 1024).unwrap().0, 4);
        assert_eq!(buffer, b"onetwoback");
        assert_eq!(server.receive(&mut buffer, 1024).unwrap_err().kind(), io::ErrorKind::WouldBlock);
    }
}
