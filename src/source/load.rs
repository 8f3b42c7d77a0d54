//! From a file's bytes to its text: byte order mark, encoding, length.
//!
//! Sources are UTF-8. A coding comment that names UTF-8 (or ASCII, its subset) is accepted; any other is
//! refused by name rather than read as something that it is not.

use std::sync::Arc;

use super::SourceFile;

/// Why bytes are no source file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LoadErrorKind {
    /// A byte sequence that is not UTF-8.
    NotUtf8 {
        /// The first offending byte.
        byte: u8,
    },
    /// A coding comment names an encoding other than UTF-8.
    Encoding(String),
    /// A zero byte.
    Nul,
    /// Longer than offsets can count.
    TooLong,
}

/// Bytes that were refused, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The file's name.
    pub name: String,
    /// What is wrong.
    pub kind: LoadErrorKind,
    /// Line of the fault, the first is 1.
    pub line: u32,
    /// Byte offset of the fault in the file.
    pub offset: usize,
}

impl std::fmt::Display for LoadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.kind {
            LoadErrorKind::NotUtf8 { byte } => write!(
                f,
                "Non-UTF-8 code starting with '\\x{byte:02x}' in file {} on line {}, but no encoding declared; \
                 see https://peps.python.org/pep-0263/ for details",
                self.name, self.line
            ),
            LoadErrorKind::Encoding(name) => write!(f, "unknown encoding: {name}"),
            LoadErrorKind::Nul => f.write_str("source code cannot contain null bytes"),
            LoadErrorKind::TooLong => f.write_str("source file is 4 GiB or longer"),
        }
    }
}

impl std::error::Error for LoadError {}

impl SourceFile {
    /// Decodes a file's bytes.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, LoadError> {
        decode(name, bytes).map(|text| SourceFile::new(name, text))
    }

    /// The same for text that the user typed: tracebacks show it, whatever its name.
    ///
    /// # Errors
    /// As `from_bytes`.
    pub fn typed(name: &str, bytes: &[u8]) -> Result<Arc<SourceFile>, LoadError> {
        decode(name, bytes).map(|text| Arc::new(SourceFile::make(name.into(), text.into(), true)))
    }
}

/// The text of a file.
fn decode<'a>(name: &str, bytes: &'a [u8]) -> Result<&'a str, LoadError> {
    let fault = |kind, offset: usize| LoadError {
        name: name.to_owned(),
        kind,
        line: 1 + bytes[..offset].iter().filter(|&&byte| byte == b'\n').count() as u32,
        offset,
    };
    if u32::try_from(bytes.len()).is_err() {
        return Err(fault(LoadErrorKind::TooLong, 0));
    }
    let bom = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
    if let Some(encoding) = foreign_encoding(&bytes[bom..]) {
        return Err(fault(LoadErrorKind::Encoding(encoding), bom));
    }
    let text = match std::str::from_utf8(&bytes[bom..]) {
        Ok(text) => text,
        Err(error) => {
            let at = bom + error.valid_up_to();
            return Err(fault(LoadErrorKind::NotUtf8 { byte: bytes[at] }, at));
        }
    };
    if let Some(at) = memchr::memchr(0, bytes) {
        return Err(fault(LoadErrorKind::Nul, at));
    }
    Ok(text)
}

/// The encoding that a comment on one of the first two lines names, if it is not UTF-8 (PEP 263).
fn foreign_encoding(bytes: &[u8]) -> Option<String> {
    for line in bytes.split(|&byte| byte == b'\n').take(2) {
        let line = line.trim_ascii_start();
        if !line.starts_with(b"#") {
            if line.trim_ascii().is_empty() {
                continue;
            }
            return None;
        }
        let text = String::from_utf8_lossy(line);
        let Some(at) = text.find("coding") else { continue };
        let Some(rest) = text[at + 6..].strip_prefix([':', '=']) else { continue };
        let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let name: String = rest.trim_start_matches([' ', '\t']).chars().take_while(|&c| is_part(c)).collect();
        let plain = name.to_ascii_lowercase().replace('_', "-");
        let known = matches!(plain.as_str(), "utf-8" | "utf8" | "utf-8-sig" | "ascii" | "us-ascii" | "");
        return if known { None } else { Some(name) };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn byte_order_mark_is_dropped() {
        let file = SourceFile::from_bytes("f", b"\xEF\xBB\xBFx = 1\r\n").expect("good bytes");
        assert_eq!(file.text(), "x = 1\r\n");
    }

    #[test]
    fn faults_carry_line_and_offset() {
        let error = SourceFile::from_bytes("f", b"a\nb\xFFc").expect_err("bad bytes");
        assert_eq!((error.line, error.offset), (2, 3));
        assert!(error.to_string().starts_with("Non-UTF-8 code starting with '\\xff' in file f on line 2"));
        let error = SourceFile::from_bytes("f", b"# -*- coding: latin-1 -*-\n").expect_err("foreign");
        assert_eq!(error.kind, LoadErrorKind::Encoding("latin-1".to_owned()));
        assert!(SourceFile::from_bytes("f", b"#!/bin/x\n# vim: set fileencoding=utf-8 :\n").is_ok());
    }
}
