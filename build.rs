//! Generates the parser from `grammar/python.lalrpop` and the list of what is under `stdlib/`, and tells how the machine goes from instruction
//! to instruction.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Architectures whose object code was looked at (`tests/threaded.rs`): calls in tail position do become jumps there.
const CHECKED: &[&str] = &["x86_64"];

fn main() {
    // Whether calls in tail position become jumps, which the machine's instructions then rely on (`vm::run`).
    println!("cargo::rustc-check-cfg=cfg(threaded)");
    let says = |variable: &str| std::env::var(variable).unwrap_or_default();
    let optimised = matches!(says("OPT_LEVEL").as_str(), "2" | "3");
    let looped = std::env::var_os("CARGO_FEATURE_LOOPED").is_some();
    if optimised && !looped && CHECKED.contains(&says("CARGO_CFG_TARGET_ARCH").as_str()) {
        println!("cargo::rustc-cfg=threaded");
    }
    // A binary at a fixed address has nothing to relocate when it starts: that would touch, and so make the process's own, all its tables.
    if says("CARGO_CFG_TARGET_OS") == "linux"
        && says("CARGO_CFG_TARGET_ENV") == "gnu"
        && says("CARGO_CFG_TARGET_ARCH") == "x86_64"
    {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    println!("cargo::rerun-if-changed=stdlib");
    list_library();
    println!("cargo::rerun-if-changed=grammar");
    lalrpop::Configuration::new().set_in_dir("grammar").process().expect("grammar/python.lalrpop must be a valid grammar");
}

/// Writes the table of the library's texts (`src/modules/library.rs`): the name of each module, whether it is a package, and where its text is, by name.
fn list_library() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo says where the package is")).join("stdlib");
    let mut texts = Vec::new();
    collect(&root, "", &mut texts);
    texts.sort();
    let mut table = String::from("/// All texts, by name.\nstatic LIBRARY: &[Text] = &[\n");
    for (name, package, path) in texts {
        writeln!(table, "    Text {{ name: {name:?}, package: {package}, text: include_str!({path:?}) }},")
            .expect("a string takes all");
    }
    table.push_str("];\n");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo says where to write"));
    fs::write(out.join("library.rs"), table).expect("the folder can be written to");
}

/// Finds the modules of a folder, whose names begin with `prefix`.
fn collect(folder: &Path, prefix: &str, texts: &mut Vec<(String, bool, PathBuf)>) {
    for entry in fs::read_dir(folder).expect("the library can be read").flatten() {
        let path = entry.path();
        let file = entry.file_name().into_string().expect("names are ASCII");
        if path.is_dir() {
            collect(&path, &format!("{prefix}{file}."), texts);
        } else if file == "__init__.py" {
            texts.push((prefix.trim_end_matches('.').to_owned(), true, path));
        } else if let Some(name) = file.strip_suffix(".py") {
            texts.push((format!("{prefix}{name}"), false, path));
        }
    }
}
