//! What parses compiles to code that the verifier finds well formed, or is refused.
#![no_main]

use acli::bytecode::{disassemble, verify};
use acli::compile::{self, Options};
use acli::source::SourceFile;
use acli::syntax::parse_module;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(source) = SourceFile::from_bytes("fuzzed.py", bytes) else { return };
    let Ok(module) = parse_module(&source) else { return };
    for namespace in [false, true] {
        let options = Options { namespace, top_level_await: namespace, ..Options::default() };
        if let Ok(compiled) = compile::module(&module, &source, options) {
            disassemble(&compiled.code);
            if let Err(fault) = verify(&compiled.code) {
                panic!("{fault}");
            }
        }
    }
});
