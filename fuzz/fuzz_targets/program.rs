//! Small programs, made of the bytes by `generate`, run from their beginning to their end: whatever they raise, the machine stays whole and
//! leaves no object behind.
#![no_main]

mod generate;

use acli::heap;
use acli::runtime::{Runtime, Settings};
use acli::source::SourceFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = generate::program(bytes);
    if std::env::var_os("SHOW").is_some() {
        std::fs::write("/dev/stderr", &text).expect("stderr can be written");
    }
    // A machine belongs to a thread.
    let run = move || {
        let source = SourceFile::new("fuzzed.py", text.as_str());
        let mut runtime = Runtime::new(&Settings { virtual_time: true, plain: true, ..Settings::default() });
        let ending =
            runtime.run_script(&source).unwrap_or_else(|error| panic!("a generated program does not compile: {error}\n{text}"));
        runtime.shut_down(ending);
        assert_eq!(heap::live_objects(), 0, "objects are left\n{text}");
    };
    let thread = std::thread::Builder::new().stack_size(1 << 30).spawn(run).expect("a thread can be started");
    if thread.join().is_err() {
        std::process::abort();
    }
});
