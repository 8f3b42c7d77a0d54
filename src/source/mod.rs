//! Source files: their text, positions in it, and line numbers.
//!
//! A position is a byte offset into the file's text as `u32`; a file longer than that is refused when it is
//! loaded, so no later stage has to check. Lines end at `\n`, `\r\n` or a lone `\r`, as in CPython.

mod file;
mod load;
mod mangle;
mod span;

pub use file::{LineCol, SourceFile};
pub use load::{LoadError, LoadErrorKind};
pub use mangle::mangle;
pub use span::Span;
