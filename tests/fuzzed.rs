//! Texts that once made the lexer, the parser or the compiler panic, or the compiler write code that the verifier refuses (`fuzz/`), and a few
//! of their kinds: each now gives code that verifies, or an error with a place.
//!
//! Beside them, what needs no fuzzer: scripts of the tests, cut up and put together anew, and small programs made as `fuzz/` makes them, run by
//! the binary. They are the same each time; `ACLI_FUZZ_SECONDS` goes on with others for so long.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use acli::bytecode::{disassemble, verify};
use acli::compile::{self, Options};
use acli::source::SourceFile;
use acli::syntax::{dump, parse_cell, parse_expression, parse_module};

#[path = "../fuzz/fuzz_targets/generate.rs"]
mod generate;

fn texts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzzed");
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder).expect("the folder is part of the project").flatten().map(|entry| entry.path()).collect();
    found.sort();
    found
}

/// Runs `body` with as much stack as the machine's own thread has.
fn deep(body: impl FnOnce() + Send + 'static) {
    let thread = std::thread::Builder::new().stack_size(512 << 20).spawn(body).expect("a thread can be started");
    assert!(thread.join().is_ok());
}

/// What is wrong with the code of a text, if there is any.
fn fault(bytes: &[u8]) -> Option<String> {
    let source = SourceFile::from_bytes("fuzzed.py", bytes).ok()?;
    dump::tokens(&source);
    for error in [parse_expression(&source).err(), parse_cell(&source).err()].into_iter().flatten() {
        source.char_col(error.diagnostic.primary.span.start);
    }
    let module = match parse_module(&source) {
        Ok(module) => module,
        Err(error) => {
            source.char_col(error.diagnostic.primary.span.start);
            return None;
        }
    };
    for namespace in [false, true] {
        let options = Options { namespace, top_level_await: namespace, ..Options::default() };
        if let Ok(compiled) = compile::module(&module, &source, options) {
            disassemble(&compiled.code);
            if let Err(fault) = verify(&compiled.code) {
                return Some(fault.to_string());
            }
        }
    }
    None
}

#[test]
fn what_was_found_stays_mended() {
    deep(|| {
        for path in texts() {
            if let Some(fault) = fault(&fs::read(&path).expect("the file can be read")) {
                panic!("{}: {fault}", path.display());
            }
        }
    });
}

/// Numbers that look random, the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// Calls `body` for so many numbers, and for others as long as `ACLI_FUZZ_SECONDS` says.
fn repeat(count: u64, mut body: impl FnMut(u64)) {
    let seconds = std::env::var("ACLI_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok()).unwrap_or(0);
    let end = Instant::now() + Duration::from_secs(seconds);
    let mut n = 0;
    while n < count || Instant::now() < end {
        body(n);
        n += 1;
    }
}

fn scripts(folder: &Path, found: &mut Vec<String>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            scripts(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.extend(fs::read_to_string(&path));
        }
    }
}

/// Parts of a text: words, runs of other characters, line ends with the indentation that follows.
fn pieces(text: &str) -> Vec<&str> {
    let class = |c: char| {
        if c.is_alphanumeric() || c == '_' {
            0
        } else if c == ' ' || c == '\n' {
            1
        } else {
            2
        }
    };
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| class(c) != class(first) || class(first) == 2).unwrap_or(rest.len()).max(first.len_utf8());
        pieces.push(&rest[..end]);
        rest = &rest[end..];
    }
    pieces
}

/// A part of a script with some of its pieces left out, doubled, exchanged or taken from another script.
fn mutated(random: &mut Random, all: &[Vec<&str>]) -> String {
    let (own, other) = (&all[random.below(all.len())], &all[random.below(all.len())]);
    let start = random.below(own.len());
    let mut result: Vec<&str> = own[start..].iter().take(10 + random.below(400)).copied().collect();
    for _ in 0..random.below(6) {
        if result.is_empty() {
            break;
        }
        let (at, from) = (random.below(result.len()), random.below(other.len()));
        match random.below(4) {
            0 => drop(result.remove(at)),
            1 => result.insert(at, other[from]),
            2 => result[at] = other[from],
            _ => drop(result.splice(at..at, other[from..].iter().take(1 + random.below(30)).copied()).count()),
        }
    }
    result.concat()
}

#[test]
fn mutilated_scripts_compile_or_are_refused() {
    deep(|| {
        let mut texts = Vec::new();
        for folder in ["tests/language", "tests/builtins", "tests/goldens/bytecode"] {
            scripts(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut texts);
        }
        let all: Vec<Vec<&str>> = texts.iter().map(|text| pieces(text)).filter(|pieces| !pieces.is_empty()).collect();
        repeat(3_000, |seed| {
            let text = mutated(&mut Random(seed), &all);
            let fault = std::panic::catch_unwind(|| fault(text.as_bytes()));
            let fault = fault.unwrap_or_else(|_| Some("it panics".to_owned()));
            if let Some(fault) = fault {
                let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mutilated_{seed}.py"));
                fs::write(&path, &text).expect("the tests' folder can be written to");
                panic!("{}: {fault}", path.display());
            }
        });
    });
}

#[test]
fn generated_programs_end_well() {
    repeat(150, |seed| {
        let mut random = Random(seed);
        let bytes: Vec<u8> = (0..100 + random.below(1200)).map(|_| random.below(256) as u8).collect();
        let text = generate::program(&bytes);
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("generated_{seed}.py"));
        fs::write(&path, &text).expect("the tests' folder can be written to");
        let output = Command::new(env!("CARGO_BIN_EXE_acli"))
            .args(["run", "--virtual-time"])
            .arg(&path)
            .env("ACLI_CHECK_LEAKS", "1")
            .env("ACLI_GC_STRESS", if seed % 4 == 0 { "1" } else { "0" })
            .stdin(Stdio::null())
            .output()
            .expect("acli starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.signal().is_none(), "{}: {:?}", path.display(), output.status);
        assert!(matches!(output.status.code(), Some(0 | 1)), "{}: {:?}\n{said}", path.display(), output.status);
        assert!(said.ends_with("live objects: 0\n"), "{}: {said}", path.display());
        fs::remove_file(&path).expect("the file is there");
    });
}
