//! Golden files of the scopes and bytecode of snippets, and the verifier over a whole library where one is at hand.
//!
//! `ACLI_REWRITE_GOLDENS=1` rewrites the files; the difference is for review. `ACLI_PYTHON_LIB` names a directory of Python
//! files for the sweep.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use acli::bytecode::{disassemble, verify};
use acli::compile::{self, Options};
use acli::resolve::{self, Root, Scopes};
use acli::source::SourceFile;
use acli::syntax::parse_module;

fn goldens(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(folder)
}

fn snippets() -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(goldens("bytecode"))
        .expect("the golden folder is part of the project")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    found.sort();
    found
}

fn check_golden(path: &Path, actual: &str) {
    if std::env::var_os("ACLI_REWRITE_GOLDENS").is_some() {
        fs::write(path, actual).expect("the golden folder can be written");
        return;
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert!(expected == actual, "{} differs:\n{actual}", path.display());
}

fn load(path: &Path) -> Arc<SourceFile> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    SourceFile::new(name, fs::read_to_string(path).expect("a snippet is text"))
}

#[test]
fn bytecode_of_snippets() {
    for path in snippets() {
        let source = load(&path);
        let module = parse_module(&source).expect("a snippet parses");
        let compiled = compile::module(&module, &source, Options::default()).expect("a snippet compiles");
        if let Err(fault) = verify(&compiled.code) {
            panic!("{}: {fault}", path.display());
        }
        check_golden(&path.with_extension("txt"), &disassemble(&compiled.code));
    }
}

#[test]
fn scopes_of_snippets() {
    for path in snippets() {
        let source = load(&path);
        let module = parse_module(&source).expect("a snippet parses");
        let options = resolve::Options::default();
        let scopes = Scopes::resolve(Root::Module(&module), &source, options).expect("a snippet resolves");
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        check_golden(&goldens("scopes").join(stem).with_extension("txt"), &scopes.dump());
    }
}

fn python_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            python_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") {
            found.push(path);
        }
    }
}

/// What is wrong with a file's code; text that doesn't parse is another test's business.
fn compile_fault(path: &Path) -> Option<String> {
    let source = SourceFile::from_bytes(&path.to_string_lossy(), &fs::read(path).ok()?).ok()?;
    let module = parse_module(&source).ok()?;
    let text = match compile::module(&module, &source, Options::default()) {
        Ok(compiled) => {
            disassemble(&compiled.code);
            verify(&compiled.code).err()?.to_string()
        }
        Err(error) => format!("line {}: {}", source.line(error.primary.span.start), error.message),
    };
    Some(format!("{}: {text}", path.display()))
}

#[test]
fn a_whole_library_verifies() {
    let Some(folder) = std::env::var_os("ACLI_PYTHON_LIB") else { return };
    let mut files = Vec::new();
    python_files(Path::new(&folder), &mut files);
    files.sort();
    let faults: Vec<String> = files.iter().filter_map(|path| compile_fault(path)).collect();
    assert!(faults.is_empty(), "{} of {} files:\n{}", faults.len(), files.len(), faults.join("\n"));
}

/// The message and place of the error that a text gives.
fn error_of(text: &str) -> Option<String> {
    let source = SourceFile::new("s", text);
    let diagnostic = match parse_module(&source) {
        Err(error) => *error.diagnostic,
        Ok(module) => compile::module(&module, &source, Options::default()).err()?,
    };
    let at = diagnostic.primary.span.start;
    Some(format!("{} @ {}:{}", diagnostic.message, source.line(at), source.char_col(at) + 1))
}

/// The file holds snippets, each under a line `--- message @ line:column` with what CPython says of it.
#[test]
fn errors_are_worded_and_placed_as_in_cpython() {
    let text = fs::read_to_string(goldens("scopes").join("errors.txt")).expect("the file is part of the project");
    let mut wrong = Vec::new();
    for block in text.split("--- ").skip(1) {
        let (expected, snippet) = block.split_once('\n').unwrap_or((block, ""));
        let actual = error_of(snippet).unwrap_or_default();
        if actual != expected {
            wrong.push(format!("{snippet}  expected {expected}\n  actual   {actual}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
