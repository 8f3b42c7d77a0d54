//! Any bytes as a text's tokens: nothing panics, whatever they are.
#![no_main]

use acli::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(source) = SourceFile::from_bytes("fuzzed.py", bytes) {
        acli::syntax::dump::tokens(&source);
    }
});
