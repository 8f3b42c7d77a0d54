//! The rules about the sources that the compiler does not enforce: who may import whom, how long a file may be,
//! where `unsafe` may stand, and what must not be left behind.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The longest a hand-written file may be.
const MOST_LINES: usize = 800;

/// The modules, floor by floor, and what each may import. `BELOW` stands for every module on a lower floor.
const FLOORS: &[(u8, &str, &[&str])] = &[
    (0, "source", &[]),
    (0, "heap", &[]),
    (0, "reactor", &[]),
    (0, "regex", &[]),
    (1, "diag", &["source"]),
    (1, "value", &["heap"]),
    (2, "syntax", &["diag", "source"]),
    (2, "bytecode", &["source"]),
    (2, "report", &["diag", "source"]),
    (3, "resolve", &["syntax", "diag", "source"]),
    (3, "object", &["value", "heap", "bytecode", "source"]),
    (4, "compile", &["resolve", "syntax", "bytecode", "diag", "source"]),
    (4, "vm", &["object", "value", "heap", "bytecode", "diag", "source"]),
    (5, "builtins", &["vm", "object", "value", "heap", "bytecode", "diag", "source"]),
    (5, "aio", &["vm", "object", "value", "heap", "bytecode", "diag", "source", "reactor"]),
    (6, "modules", &["builtins", "aio", "reactor", "regex", "vm", "object", "value", "heap", "bytecode", "diag", "source"]),
    (7, "runtime", &[BELOW]),
    (8, "repl", &["runtime", "report", "syntax", "diag", "source"]),
    (8, "learn", &["runtime", "report", "syntax", "diag", "source"]),
    (8, "testing", &["runtime", "report", "syntax", "diag", "source"]),
    (9, "cli", &[BELOW]),
];

const BELOW: &str = "*";

fn floor_of(module: &str) -> Option<u8> {
    FLOORS.iter().find(|(_, name, _)| *name == module).map(|&(floor, _, _)| floor)
}

/// Whether `importer` may name `imported`; both are modules of the table.
fn may_import(importer: &str, imported: &str) -> bool {
    let Some((floor, _, allowed)) = FLOORS.iter().find(|(_, name, _)| *name == importer) else { return false };
    importer == imported
        || allowed.contains(&imported)
        || (allowed.contains(&BELOW) && floor_of(imported).is_some_and(|other| other < *floor))
}

/// Files below `folder` with one of the extensions, relative to the root.
fn files(folder: &str, extensions: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(Path::new(ROOT).join(&folder)) else { continue };
        for entry in entries.flatten() {
            let path = folder.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| extensions.iter().any(|wanted| found == *wanted)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rust_files_directly_in(folder: &str) -> Vec<PathBuf> {
    let depth = Path::new(folder).components().count() + 1;
    files(folder, &["rs"]).into_iter().filter(|path| path.components().count() == depth).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(Path::new(ROOT).join(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The source with comments and the insides of plain string literals blanked out, line for line.
fn code_only(text: &str) -> String {
    text.lines().map(code_of_line).collect::<Vec<_>>().join("\n")
}

fn code_of_line(line: &str) -> String {
    let mut code = String::new();
    let mut chars = line.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' if in_string => {
                chars.next();
            }
            '\'' if !in_string && chars.peek() == Some(&'"') => {
                chars.next();
            }
            '"' => {
                in_string = !in_string;
                code.push('"');
            }
            '/' if !in_string && chars.peek() == Some(&'/') => break,
            _ if !in_string => code.push(c),
            _ => {}
        }
    }
    code
}

/// Whether `word` stands in `code` as a whole word.
fn has_word(code: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| !code[..at].ends_with(is_part) && !code[at + word.len()..].starts_with(is_part))
}

/// The first names of every `crate::…` path in the code, groups (`crate::{a::b, c}`) opened.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, path) in code.match_indices("crate::") {
        let rest = &code[at + path.len()..];
        match rest.strip_prefix('{') {
            None => {
                names.insert(first_name(rest));
            }
            Some(group) => names.extend(names_in_group(group)),
        }
    }
    names.remove("");
    names
}

fn first_name(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

fn names_in_group(group: &str) -> Vec<String> {
    let mut names = vec![first_name(group)];
    let mut depth = 0_usize;
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(first_name(&group[at + 1..])),
            _ => {}
        }
    }
    names
}

/// The module of the table that a file of `src/` belongs to; None for `lib.rs` and `main.rs`.
fn module_of(path: &Path) -> Option<String> {
    let inside = path.strip_prefix("src").ok()?;
    let first = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    match first.strip_suffix(".rs") {
        Some("lib" | "main") => None,
        Some(module) => Some(module.to_owned()),
        None => Some(first),
    }
}

fn fail_with(what: &str, complaints: &[String]) {
    assert!(complaints.is_empty(), "{what}:\n  {}", complaints.join("\n  "));
}

#[test]
fn modules_import_only_from_lower_floors() {
    let mut complaints = Vec::new();
    for path in files("src", &["rs"]) {
        let Some(module) = module_of(&path) else { continue };
        if floor_of(&module).is_none() {
            complaints.push(format!("{}: `{module}` stands on no floor", path.display()));
            continue;
        }
        for imported in crate_paths(&code_only(&read(&path))) {
            if floor_of(&imported).is_some() && !may_import(&module, &imported) {
                complaints.push(format!("{}: `{module}` may not import `{imported}`", path.display()));
            }
        }
    }
    fail_with("imports against the floors", &complaints);
}

#[test]
fn the_table_itself_goes_downwards() {
    for (floor, module, allowed) in FLOORS {
        for imported in allowed.iter().filter(|name| **name != BELOW) {
            let other = floor_of(imported).unwrap_or_else(|| panic!("`{imported}` is in no row"));
            assert!(other < *floor, "`{module}` on floor {floor} lists `{imported}` on floor {other}");
        }
    }
}

#[test]
fn no_file_is_too_long() {
    let mut all = files("src", &["rs"]);
    all.extend(files("stdlib", &["py"]));
    all.extend(files("grammar", &["lalrpop"]));
    all.extend(rust_files_directly_in("tests"));
    all.extend(files("benches", &["rs"]));
    all.push(PathBuf::from("build.rs"));
    // A file whose first line names the program under tests/generate that wrote it is not written by hand.
    let generated = |path: &&PathBuf| read(path).lines().next().is_some_and(|line| line.contains("Written by tests/generate/"));
    let complaints: Vec<String> = all
        .iter()
        .filter(|path| !generated(path))
        .map(|path| (path, read(path).lines().count()))
        .filter(|&(_, lines)| lines > MOST_LINES)
        .map(|(path, lines)| format!("{} has {lines} lines", path.display()))
        .collect();
    fail_with(&format!("files over {MOST_LINES} lines"), &complaints);
}

/// The patterns in backticks between the marks in ARCHITECTURE.md.
fn unsafe_patterns() -> Vec<String> {
    let text = read(Path::new("ARCHITECTURE.md"));
    let (_, rest) = text.split_once("<!-- unsafe-files -->").expect("ARCHITECTURE.md has a mark <!-- unsafe-files -->");
    let (section, _) = rest.split_once("<!-- /unsafe-files -->").expect("ARCHITECTURE.md has a mark <!-- /unsafe-files -->");
    let in_backticks = section.split('`').skip(1).step_by(2);
    in_backticks.filter(|pattern| pattern.starts_with("src/")).map(str::to_owned).collect()
}

/// `*` stands for any run of characters within one name.
fn matches(pattern: &str, path: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == path,
        Some((before, after)) => path.strip_prefix(before).is_some_and(|rest| {
            let name_end = rest.find('/').unwrap_or(rest.len());
            (0..=name_end).any(|skip| rest.is_char_boundary(skip) && matches(after, &rest[skip..]))
        }),
    }
}

#[test]
fn unsafe_stands_only_where_it_is_listed() {
    let patterns = unsafe_patterns();
    let with_unsafe: Vec<String> = files("src", &["rs"])
        .iter()
        .filter(|path| has_word(&code_only(&read(path)), "unsafe"))
        .map(|path| path.to_string_lossy().into_owned())
        .collect();
    let unlisted = with_unsafe.iter().filter(|path| !patterns.iter().any(|pattern| matches(pattern, path)));
    let mut complaints: Vec<String> = unlisted.map(|path| format!("{path} is not listed in ARCHITECTURE.md")).collect();
    let stale = patterns.iter().filter(|pattern| !with_unsafe.iter().any(|path| matches(pattern, path)));
    complaints.extend(stale.map(|pattern| format!("ARCHITECTURE.md lists {pattern}, which has no unsafe code")));
    fail_with("unsafe code", &complaints);
}

/// Places outside `value` where a kind and a pointer are put together to a value, in code without comments: there `Value::Object(…)` is no pattern.
/// A pattern leaves something out, or an arrow, an `=` or a guard follows it.
fn pairings(code: &str) -> Vec<usize> {
    let mut found = Vec::new();
    for (at, start) in code.match_indices("Value::Object(") {
        let inside = &code[at + start.len()..];
        let mut depth = 1;
        let end = inside.find(|c: char| {
            depth += i32::from(c == '(') - i32::from(c == ')');
            depth == 0
        });
        let (arguments, after) = inside.split_at(end.unwrap_or(inside.len()));
        let partial = arguments == ".." || arguments.split(',').any(|argument| argument.trim() == "_");
        let rest = after.lines().next().unwrap_or_default();
        let matched = rest.contains("=>") || rest.contains(" if ") || rest.trim_start_matches(')').starts_with(" = ");
        if !partial && !matched {
            found.push(code[..at].lines().count());
        }
    }
    found
}

#[test]
fn kinds_and_pointers_are_paired_by_value_alone() {
    let mut complaints = Vec::new();
    for path in files("src", &["rs"]).into_iter().filter(|path| !path.starts_with("src/value")) {
        let lines = pairings(&code_only(&read(&path)));
        complaints
            .extend(lines.iter().map(|line| format!("{}:{line}: a value is made by From or Value::of_kind", path.display())));
    }
    fail_with("pairs of kind and pointer", &complaints);
}

#[test]
fn nothing_unfinished_is_left() {
    let mut all = files("src", &["rs"]);
    all.extend(files("stdlib", &["py"]));
    all.extend(files("grammar", &["lalrpop"]));
    all.extend(rust_files_directly_in("tests").into_iter().filter(|path| !path.ends_with("architecture.rs")));
    all.extend(files("benches", &["rs"]));
    let mut complaints = Vec::new();
    for path in all {
        for (number, line) in read(&path).lines().enumerate() {
            let mut complain = |what: &str| complaints.push(format!("{}:{}: {what}", path.display(), number + 1));
            let code = code_of_line(line);
            for unfinished in ["todo!(", "unimplemented!(", "dbg!("] {
                if code.contains(unfinished) {
                    complain(unfinished);
                }
            }
            if code.contains("#[ignore]") {
                complain("an ignored test gives no reason");
            }
            if has_word(line, "TODO") && !line.contains("TODO(#") {
                complain("a TODO names no issue: write TODO(#7)");
            }
        }
    }
    fail_with("unfinished", &complaints);
}

#[test]
fn every_file_says_what_it_is() {
    let mut complaints = Vec::new();
    for path in files("src", &["rs"]) {
        if !read(&path).starts_with("//!") {
            complaints.push(format!("{} does not open with a //! comment", path.display()));
        }
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if ["util", "utils", "common", "misc", "helper", "helpers"].contains(&stem.as_str()) {
            complaints.push(format!("{}: the name says nothing", path.display()));
        }
    }
    fail_with("heads and names", &complaints);
}

#[test]
fn the_checks_themselves_see_what_they_should() {
    let names = crate_paths("use crate::{heap::{A, B}, value::Value, object}; fn f() -> crate::diag::X {}");
    assert_eq!(names.into_iter().collect::<Vec<_>>(), ["diag", "heap", "object", "value"]);
    assert!(matches("src/heap/*.rs", "src/heap/gc.rs") && !matches("src/heap/*.rs", "src/heap/gc/mark.rs"));
    assert!(has_word("unsafe { x }", "unsafe") && !has_word("deny(unsafe_code)", "unsafe"));
    assert_eq!(pairings("f(Value::Object(kind, object))").len(), 1);
    assert_eq!(pairings("let v = Value::Object(Kind::Str, text.erase());").len(), 1);
    assert!(pairings("if let Value::Object(kind, object) = v {} matches!(v, Value::Object(Kind::Str, _));").is_empty());
    assert_eq!(code_of_line(r#"let x = "unsafe \" // no"; // unsafe"#).trim_end(), r#"let x = "";"#);
    assert!(
        may_import("vm", "heap") && !may_import("heap", "vm") && may_import("cli", "repl") && !may_import("aio", "builtins")
    );
}
