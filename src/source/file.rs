//! One source file and its line index.
//!
//! The index is built on first use: a script that raises nothing never pays for it.

use std::sync::{Arc, OnceLock};

use super::Span;

/// A line and a column, as error messages count them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LineCol {
    /// Line, the first is 1.
    pub line: u32,
    /// Bytes before the position on its line.
    pub col: u32,
}

/// The text of a file and what is needed to name places in it.
pub struct SourceFile {
    name: Arc<str>,
    text: Arc<str>,
    line_starts: OnceLock<Vec<u32>>,
    shown: bool,
}

impl SourceFile {
    /// A file from text that is known to be good: no byte order mark, shorter than 4 GiB.
    pub fn new(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Arc<SourceFile> {
        let name: Arc<str> = name.into();
        let nameless = name.starts_with('<') && name.ends_with('>');
        let shown = !nameless || name.starts_with("<python-input-");
        Arc::new(SourceFile::make(name, text.into(), shown))
    }

    pub(super) fn make(name: Arc<str>, text: Arc<str>, shown: bool) -> SourceFile {
        assert!(u32::try_from(text.len()).is_ok(), "a source file is shorter than 4 GiB");
        SourceFile { name, text, line_starts: OnceLock::new(), shown }
    }

    /// Whether tracebacks show its lines: text that came from nowhere a reader could look (`<stdin>`, what `exec` got) is not shown; what
    /// was typed at the prompt or after `-c` is.
    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// The file's name as messages show it (`script.py`, `<stdin>`).
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The name, shared.
    pub fn shared_name(&self) -> Arc<str> {
        self.name.clone()
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text under a span; empty where the span leaves the file or splits a character.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// How many lines the file has; an empty file has one.
    pub fn line_count(&self) -> u32 {
        self.starts().len() as u32
    }

    /// Line and byte column of an offset; offsets past the end mean the end.
    pub fn line_col(&self, offset: u32) -> LineCol {
        let offset = offset.min(self.text.len() as u32);
        let starts = self.starts();
        let line = starts.partition_point(|&start| start <= offset);
        LineCol { line: line as u32, col: offset - starts[line - 1] }
    }

    /// Line of an offset, the first is 1.
    pub fn line(&self, offset: u32) -> u32 {
        self.line_col(offset).line
    }

    /// Characters before the offset on its line.
    pub fn char_col(&self, offset: u32) -> u32 {
        let LineCol { col, .. } = self.line_col(offset);
        let end = offset.min(self.text.len() as u32);
        let before = Span::new(end - col, end);
        self.text.as_bytes()[before.range()].iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as u32
    }

    /// Offset of the first byte of a line (1-based); the end of the text for lines past the last.
    pub fn line_start(&self, line: u32) -> u32 {
        let index = (line as usize).saturating_sub(1);
        self.starts().get(index).copied().unwrap_or(self.text.len() as u32)
    }

    /// A line's text without its line end; empty for lines that do not exist.
    pub fn line_text(&self, line: u32) -> &str {
        if line == 0 {
            return "";
        }
        let span = Span::new(self.line_start(line), self.line_start(line.saturating_add(1)));
        self.slice(span).trim_end_matches(['\n', '\r'])
    }

    fn starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
                if bytes[at] == b'\n' || bytes.get(at + 1) != Some(&b'\n') {
                    starts.push(at as u32 + 1);
                }
            }
            starts
        })
    }
}

/// Two are equal when name and text are.
impl PartialEq for SourceFile {
    fn eq(&self, other: &SourceFile) -> bool {
        self.name == other.name && self.text == other.text
    }
}

impl std::fmt::Debug for SourceFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SourceFile({:?}, {} bytes)", self.name, self.text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_every_newline_convention() {
        let file = SourceFile::new("f", "a\nbé\r\nc\rd");
        assert_eq!(file.line_count(), 4);
        assert_eq!(file.line_text(2), "bé");
        assert_eq!(file.line_text(3), "c");
        assert_eq!(file.line_text(4), "d");
        assert_eq!(file.line_text(0), "");
        assert_eq!(file.line_text(9), "");
        assert_eq!(file.line_col(5), LineCol { line: 2, col: 3 });
        assert_eq!(file.char_col(5), 2);
        assert_eq!(file.line_col(999).line, 4);
    }
}
