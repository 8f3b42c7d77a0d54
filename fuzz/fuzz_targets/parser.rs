//! Any text as a module, as an expression and as input at the prompt: a tree or an error whose place is in the text.
#![no_main]

use std::sync::Arc;

use acli::source::SourceFile;
use acli::syntax::{SyntaxError, parse_cell, parse_expression, parse_module};
use libfuzzer_sys::fuzz_target;

fn judge(source: &Arc<SourceFile>, error: Option<SyntaxError>) {
    if let Some(error) = error {
        let span = error.diagnostic.primary.span;
        assert!(span.start <= span.end, "{span:?}");
        source.line_col(span.start);
        source.char_col(span.start);
    }
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = SourceFile::from_bytes("fuzzed.py", bytes) {
        judge(&source, parse_module(&source).err());
        judge(&source, parse_expression(&source).err());
        judge(&source, parse_cell(&source).err());
    }
});
