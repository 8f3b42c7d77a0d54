//! Where a socket is bound or connected: an internet address or a name in the Unix domain.

use std::ffi::OsStr;
use std::io;
use std::net::SocketAddr;
use std::os::unix::ffi::OsStrExt;

use socket2::{Domain, SockAddr};

/// The address of one end of a socket.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// An IPv4 or IPv6 address with its port.
    Inet(SocketAddr),
    /// The path of a Unix socket; empty when it has none, with a leading NUL when it is an abstract name.
    Unix(Vec<u8>),
}

impl Address {
    /// The family as the system numbers it (`AF_UNIX`, `AF_INET`, `AF_INET6`).
    #[must_use]
    pub fn family(&self) -> i32 {
        self.domain().into()
    }

    pub(super) fn domain(&self) -> Domain {
        match self {
            Self::Inet(address) => Domain::for_address(*address),
            Self::Unix(_) => Domain::UNIX,
        }
    }

    pub(super) fn to_system(&self) -> io::Result<SockAddr> {
        match self {
            Self::Inet(address) => Ok((*address).into()),
            Self::Unix(path) => SockAddr::unix(OsStr::from_bytes(path)),
        }
    }

    /// None for families other than these two.
    pub(super) fn from_system(address: &SockAddr) -> Option<Self> {
        if let Some(address) = address.as_socket() {
            return Some(Self::Inet(address));
        }
        if !address.is_unix() {
            return None;
        }
        if let Some(name) = address.as_abstract_namespace() {
            let mut path = vec![0];
            path.extend_from_slice(name);
            return Some(Self::Unix(path));
        }
        let path = address.as_pathname().map(|path| path.as_os_str().as_bytes().to_vec());
        Some(Self::Unix(path.unwrap_or_default()))
    }
}

impl From<SocketAddr> for Address {
    fn from(address: SocketAddr) -> Self {
        Self::Inet(address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_survive_the_way_to_the_system_and_back() {
        let paths: [&[u8]; 3] = [b"/tmp/some socket", b"\0abstract", b""];
        let inet = ["127.0.0.1:80", "[::1]:0"].map(|text| Address::Inet(text.parse().unwrap()));
        for address in inet.into_iter().chain(paths.map(|path| Address::Unix(path.to_vec()))) {
            let system = address.to_system().unwrap();
            assert_eq!(Address::from_system(&system), Some(address));
        }
    }

    #[test]
    fn an_overlong_path_is_an_error() {
        assert!(Address::Unix(vec![b'x'; 200]).to_system().is_err());
    }
}
