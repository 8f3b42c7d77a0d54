//! How streams and listeners in the Unix domain are made.
//!
//! Paths are bytes: an empty one has no name, a leading NUL makes it an abstract one. A listener's file is there for
//! the one who bound it to remove: by then it may be somebody else's, so files are told apart by their numbers.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::PathBuf;

use socket2::{Domain, Socket, Type};

use super::address::Address;
use super::socket::{Listener, Stream};

/// Connects to the listener at `path`. Unix sockets connect at once.
///
/// # Errors
/// `NotFound`, `ConnectionRefused`, `WouldBlock` when the listener's backlog is full, and others of the system.
pub fn connect(path: &[u8]) -> io::Result<Stream> {
    let socket = new_socket()?;
    socket.connect(&Address::Unix(path.to_vec()).to_system()?)?;
    Ok(Stream { socket })
}

/// Binds a listener to `path`, whose file is made.
///
/// # Errors
/// `AddrInUse` when there is such a file, and others of the system.
pub fn bind(path: &[u8]) -> io::Result<Listener> {
    let socket = new_socket()?;
    socket.bind(&Address::Unix(path.to_vec()).to_system()?)?;
    Ok(Listener { socket })
}

/// The file of a listener.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SocketFile {
    path: PathBuf,
    inode: u64,
}

impl SocketFile {
    /// The file at the path that a listener was just bound to; an abstract path has none.
    pub fn at(path: &[u8]) -> Option<SocketFile> {
        let path = named(path)?;
        let inode = fs::metadata(&path).ok()?.ino();
        Some(SocketFile { path, inode })
    }

    /// Removes the file, unless another one has taken its place.
    pub fn remove(&self) {
        if fs::metadata(&self.path).is_ok_and(|file| file.ino() == self.inode) {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Removes a socket that a listener left at a path; what is no socket stays.
pub fn remove_stale(path: &[u8]) {
    if let Some(path) = named(path)
        && fs::metadata(&path).is_ok_and(|file| file.file_type().is_socket())
    {
        let _ = fs::remove_file(path);
    }
}

fn named(path: &[u8]) -> Option<PathBuf> {
    let abstract_ = path.first().is_none_or(|&first| first == 0);
    (!abstract_).then(|| PathBuf::from(OsStr::from_bytes(path)))
}

/// Two streams that are connected to each other.
///
/// # Errors
/// Too many open files.
pub fn pair() -> io::Result<(Stream, Stream)> {
    let kind = Type::STREAM.nonblocking().cloexec();
    let (left, right) = Socket::pair_raw(Domain::UNIX, kind, None)?;
    Ok((Stream { socket: left }, Stream { socket: right }))
}

fn new_socket() -> io::Result<Socket> {
    Socket::new_raw(Domain::UNIX, Type::STREAM.nonblocking().cloexec(), None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_carries_bytes_and_the_end_of_them() {
        let (left, right) = pair().unwrap();
        assert_eq!(left.write(b"hello").unwrap(), 5);
        left.shutdown_write().unwrap();
        let mut read = b"> ".to_vec();
        assert_eq!(right.read_to_vec(&mut read, 100).unwrap(), 5);
        assert_eq!(read, b"> hello");
        assert_eq!(right.read_to_vec(&mut read, 100).unwrap(), 0);
        assert_eq!(left.peer_address().unwrap(), Address::Unix(Vec::new()));
    }

    #[test]
    fn writing_to_a_closed_peer_is_an_error_and_no_signal() {
        let (left, right) = pair().unwrap();
        drop(right);
        assert_eq!(left.write(b"x").unwrap_err().kind(), io::ErrorKind::BrokenPipe);
    }

    #[test]
    fn listeners_are_found_by_path() {
        let path = std::env::temp_dir().join(format!("acli-unix-{}", std::process::id()));
        let bytes = path.as_os_str().as_encoded_bytes();
        assert_eq!(connect(bytes).unwrap_err().kind(), io::ErrorKind::NotFound);
        let listener = bind(bytes).unwrap();
        listener.listen(1).unwrap();
        let client = connect(bytes).unwrap();
        let server = listener.accept().unwrap();
        assert_eq!(server.local_address().unwrap(), Address::Unix(bytes.to_vec()));
        assert_eq!(client.peer_address().unwrap(), Address::Unix(bytes.to_vec()));
        assert_eq!(bind(bytes).unwrap_err().kind(), io::ErrorKind::AddrInUse);
        std::fs::remove_file(path).unwrap();
    }
}
