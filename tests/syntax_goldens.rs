//! The syntax stage against its goldens: tokens, trees, and syntax errors whose first lines are CPython's.
//!
//! `UPDATE_GOLDENS=1` rewrites what acli says (`.tokens`, `.ast`, `errors.acli`). What CPython says (`errors.cpython`) is rewritten by
//! `python3.14 tests/goldens/syntax_errors/regenerate.py`.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use acli::source::SourceFile;
use acli::syntax::{MAX_DEPTH, SyntaxError, dump, parse_cell, parse_expression, parse_module};

fn goldens(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens").join(folder)
}

fn file(text: &str) -> Arc<SourceFile> {
    SourceFile::new("test.py", text)
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn compare(path: &Path, actual: &str) {
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(path, actual).expect("goldens can be written");
        return;
    }
    let expected = read(path);
    let differs = expected.lines().zip(actual.lines()).position(|(a, b)| a != b);
    let at = differs.unwrap_or(expected.lines().count().min(actual.lines().count()));
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    assert!(
        expected == actual,
        "{}, line {}:\n  golden {}\n  actual {}",
        path.display(),
        at + 1,
        line(&expected),
        line(actual)
    );
}

fn each_source(folder: &str, extension: &str, render: impl Fn(&Arc<SourceFile>) -> String) {
    let folder = goldens(folder);
    let mut sources: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the goldens' folder exists")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .collect();
    sources.sort();
    assert!(!sources.is_empty(), "{} holds sources", folder.display());
    for path in sources {
        compare(&path.with_extension(extension), &render(&file(&read(&path))));
    }
}

#[test]
fn tokens_are_as_in_the_goldens() {
    each_source("tokens", "tokens", |source| dump::tokens(source));
}

#[test]
fn trees_are_as_in_the_goldens() {
    each_source("ast", "ast", |source| match parse_module(source) {
        Ok(module) => dump::module(source, &module),
        Err(error) => panic!("{error} at {:?}", source.line_col(error.diagnostic.primary.span.start)),
    });
}

/// The snippets, one a line, `⏎` for a line end.
fn snippets() -> Vec<String> {
    read(&goldens("syntax_errors").join("snippets.txt")).lines().map(|line| line.replace('⏎', "\n")).collect()
}

fn first_line(result: &Result<acli::syntax::ast::Module, SyntaxError>) -> String {
    result.as_ref().map_or_else(ToString::to_string, |_| "OK".to_owned())
}

#[test]
fn errors_begin_as_in_cpython() {
    let expected = read(&goldens("syntax_errors").join("errors.cpython"));
    let expected: Vec<&str> = expected.lines().collect();
    let snippets = snippets();
    assert_eq!(snippets.len(), expected.len());
    let mut differing = String::new();
    for (snippet, expected) in snippets.iter().zip(expected) {
        let actual = first_line(&parse_module(&file(snippet)));
        if actual != expected {
            let _ = writeln!(differing, "{snippet:?}\n  CPython {expected}\n  acli    {actual}");
        }
    }
    assert!(differing.is_empty(), "{differing}");
}

#[test]
fn errors_stand_where_the_goldens_say() {
    let mut actual = String::new();
    for snippet in snippets() {
        let source = file(&snippet);
        let result = parse_module(&source);
        let place = result.as_ref().err().map_or(String::new(), |error| {
            let span = error.diagnostic.primary.span;
            let (start, end) = (source.line_col(span.start), source.line_col(span.end));
            let more = if error.incomplete { " incomplete" } else { "" };
            format!(" {} {}:{}-{}:{}{more}", error.diagnostic.code, start.line, start.col, end.line, end.col)
        });
        let _ = writeln!(actual, "{}{place}", first_line(&result));
    }
    compare(&goldens("syntax_errors").join("errors.acli"), &actual);
}

#[test]
fn cells_ask_for_more_lines() {
    let incomplete = |text: &str| parse_cell(&file(text)).is_err_and(|error| error.incomplete);
    for text in
        ["if x:", "if x:\n", "if x:\n  y", "f(1,", "x = '''a", "try:\n  x\n", "@d\n", "x = \\", "if x: y", "f'''{a", "{1: [2"]
    {
        assert!(incomplete(text), "{text:?} is incomplete");
    }
    for text in ["x", "if x:\n  y\n", "x = 1", "if x", "x = 'a", ")", "1 +", "try: x\nfinally: y\n"] {
        assert!(!incomplete(text), "{text:?} is complete or wrong");
    }
    assert!(parse_cell(&file("x = 1; x")).is_ok_and(|cell| cell.last_is_expr));
    assert!(parse_cell(&file("x = 1")).is_ok_and(|cell| !cell.last_is_expr));
    assert!(parse_cell(&file("")).is_ok_and(|cell| cell.body.is_empty()));
}

#[test]
fn expressions_stand_alone() {
    assert!(parse_expression(&file("  1 + 2\n\n")).is_ok());
    assert!(parse_expression(&file("a, b")).is_ok());
    for text in ["", "x = 1", "1; 2", "1 +", "(1"] {
        assert!(parse_expression(&file(text)).is_err(), "{text:?} is no expression");
    }
}

#[test]
fn depth_is_bounded() {
    let refused = |text: String| parse_module(&file(&text)).is_err();
    let deep = 200_000;
    for text in [
        "(".repeat(deep),
        "1".to_owned() + &"+1".repeat(deep),
        "not ".repeat(deep) + "x",
        "x".to_owned() + &".a".repeat(deep),
        "x".to_owned() + &"()".repeat(deep),
        "lambda: ".repeat(deep) + "x",
        "lambda a, b: ".repeat(deep) + "x",
        "1 if 2 else ".repeat(deep) + "x",
        "x".to_owned() + &" ** x".repeat(deep),
        "f'{".repeat(deep),
        (0..deep.min(2000)).map(|depth| format!("{}if x:\n", " ".repeat(depth))).collect(),
    ] {
        assert!(refused(text));
    }
    let wide = format!("x = [{}]\n", "a.b + 1 if c else lambda d, e: f(d), ".repeat(deep / 10));
    assert!(parse_module(&file(&wide)).is_ok());
    let elifs = format!("if x: pass\n{}", "elif x: pass\n".repeat(deep / 10));
    assert!(parse_module(&file(&elifs)).is_ok());
    let sum = "1".to_owned() + &"+1".repeat(MAX_DEPTH as usize - 1);
    assert!(parse_module(&file(&sum)).is_ok());
}

/// Every prefix of the sources gives a tree or an error, never a panic.
#[test]
fn prefixes_never_panic() {
    for folder in ["ast", "tokens"] {
        for entry in std::fs::read_dir(goldens(folder)).expect("the goldens' folder exists") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|extension| extension == "py") {
                let text = read(&path);
                for (end, _) in text.char_indices() {
                    let _ = parse_module(&file(&text[..end]));
                }
            }
        }
    }
}
