//! The process's own standard error and output, for what no stream of a script carries.
//!
//! Writing may fail (a full disk, a reader who went away); that changes nothing about what the process does next, and never panics, as
//! `eprint!` and `println!` would.

use std::io::{Error, ErrorKind, Write};

/// Writes to standard error. Where that fails, there is nobody to tell.
pub fn say(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output, all of it; a reader who went away wants no more, and is no error.
pub fn show(text: &str) -> Result<(), Error> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        outcome => outcome,
    }
}
