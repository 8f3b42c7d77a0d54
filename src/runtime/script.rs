//! Getting at a script's text.

use std::io::Read;
use std::sync::Arc;

use crate::source::{LoadErrorKind, SourceFile};

/// Why a script cannot be read, as one line for its user.
#[derive(Clone, Debug)]
pub struct Unreadable(pub String);

impl std::fmt::Display for Unreadable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unreadable {}

/// Reads a script; its name in messages is its absolute path.
pub fn read_file(path: &std::path::Path) -> Result<Arc<SourceFile>, Unreadable> {
    let given = path.display();
    let cannot = |error: &std::io::Error| {
        let text = error.to_string();
        let words = text.split(" (os error").next().unwrap_or_default().to_owned();
        let number = error.raw_os_error().map_or(String::new(), |number| format!("[Errno {number}] "));
        Unreadable(format!("acli: can't open file '{given}': {number}{words}"))
    };
    let found = std::fs::metadata(path).map_err(|error| cannot(&error))?;
    if found.is_dir() {
        return Err(Unreadable(format!("acli: can't run '{given}': it is a directory, not a script")));
    }
    let bytes = std::fs::read(path).map_err(|error| cannot(&error))?;
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    decode(&absolute.to_string_lossy(), &given.to_string(), &bytes)
}

/// Reads the script that is piped in.
pub fn read_stdin() -> Result<Arc<SourceFile>, Unreadable> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(|error| Unreadable(format!("acli: can't read standard input: {error}")))?;
    decode("<stdin>", "<stdin>", &bytes)
}

fn decode(name: &str, given: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, Unreadable> {
    SourceFile::from_bytes(name, bytes).map_err(|error| {
        let line = error.line;
        Unreadable(match &error.kind {
            LoadErrorKind::NotUtf8 { byte } => {
                format!("acli: can't read '{given}': line {line} is not UTF-8 (byte \\x{byte:02x})")
            }
            LoadErrorKind::Encoding(encoding) => {
                format!("acli: can't read '{given}': it says it is {encoding}, and scripts are UTF-8")
            }
            LoadErrorKind::Nul => format!("acli: can't read '{given}': line {line}: source code cannot contain null bytes"),
            LoadErrorKind::TooLong => format!("acli: can't read '{given}': it is 4 GiB or longer"),
        })
    })
}
