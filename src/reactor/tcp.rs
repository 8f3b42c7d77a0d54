//! How TCP streams and listeners are made.
//!
//! Streams send small writes at once (`TCP_NODELAY`), as asyncio sets them up.

use std::io;
use std::net::SocketAddr;

use rustix::io::Errno;
use socket2::{Domain, Protocol, Socket, Type};

use super::socket::{Listener, Stream};

/// How a listener is bound.
#[derive(Clone, Copy, Debug)]
pub struct BindOptions {
    /// Whether an address may be taken over from connections that are only fading out.
    pub reuse_address: bool,
    /// Whether several listeners may share the address.
    pub reuse_port: bool,
}

impl Default for BindOptions {
    /// As asyncio binds by default.
    fn default() -> Self {
        Self { reuse_address: true, reuse_port: false }
    }
}

/// Starts a connection to `peer`, from `local` if given. It is made when the stream becomes writable and
/// [`Stream::take_error`] gives none.
///
/// # Errors
/// Those that are known at once: no route, no such local address, too many open files.
pub fn connect(peer: SocketAddr, local: Option<SocketAddr>) -> io::Result<Stream> {
    let socket = new_socket(peer)?;
    if let Some(local) = local {
        socket.bind(&local.into())?;
    }
    match socket.connect(&peer.into()) {
        Err(error) if error.raw_os_error() != Some(Errno::INPROGRESS.raw_os_error()) => Err(error),
        _ => Ok(Stream { socket }),
    }
}

/// Binds a listener to one address; port 0 lets the system choose. IPv6 listeners leave IPv4 alone.
///
/// # Errors
/// `AddrInUse`, `AddrNotAvailable`, `PermissionDenied`, and others of the system.
pub fn bind(address: SocketAddr, options: BindOptions) -> io::Result<Listener> {
    let socket = new_socket(address)?;
    if options.reuse_address {
        socket.set_reuse_address(true)?;
    }
    if options.reuse_port {
        socket.set_reuse_port(true)?;
    }
    if address.is_ipv6() {
        socket.set_only_v6(true)?;
    }
    socket.bind(&address.into())?;
    Ok(Listener { socket })
}

/// Accepted sockets inherit `TCP_NODELAY` from their listener.
fn new_socket(address: SocketAddr) -> io::Result<Socket> {
    let kind = Type::STREAM.nonblocking().cloexec();
    let socket = Socket::new_raw(Domain::for_address(address), kind, Some(Protocol::TCP))?;
    socket.set_tcp_nodelay(true)?;
    Ok(socket)
}

#[cfg(test)]
mod tests {
    use super::super::address::Address;
    use super::*;

    fn any_port() -> SocketAddr {
        SocketAddr::from(([127, 0, 0, 1], 0))
    }

    #[test]
    fn streams_on_both_sides_send_small_writes_at_once() {
        let listener = bind(any_port(), BindOptions::default()).unwrap();
        listener.listen(5).unwrap();
        let Address::Inet(address) = listener.local_address().unwrap() else { panic!("not an internet address") };
        assert_ne!(address.port(), 0);
        let client = connect(address, Some(any_port())).unwrap();
        let server = loop {
            match listener.accept() {
                Ok(stream) => break stream,
                Err(error) => assert_eq!(error.kind(), io::ErrorKind::WouldBlock),
            }
        };
        assert!(client.nodelay().unwrap() && server.nodelay().unwrap());
        assert_eq!(server.peer_address().unwrap(), client.local_address().unwrap());
        assert_eq!(server.family().unwrap(), Address::Inet(address).family());
        assert_eq!(server.read(&mut [0]).unwrap_err().kind(), io::ErrorKind::WouldBlock);
    }

    #[test]
    fn an_address_is_bound_once() {
        let first = bind(any_port(), BindOptions::default()).unwrap();
        first.listen(1).unwrap();
        let Address::Inet(address) = first.local_address().unwrap() else { panic!("not an internet address") };
        let again = bind(address, BindOptions::default()).unwrap_err();
        assert_eq!(again.kind(), io::ErrorKind::AddrInUse);
    }
}
