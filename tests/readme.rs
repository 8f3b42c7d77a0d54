//! What README.md shows is what happens: each `python` block is run as a script (of the name that stands after the word `python`),
//! and what it prints is the `text` block that follows it. `pycon` blocks are sessions at the prompt.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A fenced block: its language, the name after that, and its text.
struct Block {
    language: String,
    name: String,
    text: String,
}

fn blocks() -> Vec<Block> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = std::fs::read_to_string(path).expect("README.md can be read");
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for line in readme.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(opening), None) => {
                let (language, name) = opening.split_once(' ').unwrap_or((opening, "script.py"));
                open = Some(Block { language: language.to_owned(), name: name.to_owned(), text: String::new() });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (None, Some(block)) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    found
}

/// Standard output, then standard error, of acli with this input.
fn acli(arguments: &[&str], input: &str) -> String {
    let mut child = Command::new(env!("CARGO_BIN_EXE_acli"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("acli starts");
    child.stdin.take().expect("stdin is a pipe").write_all(input.as_bytes()).expect("acli reads its input");
    let output = child.wait_with_output().expect("acli ends");
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn programs_print_what_the_page_says() {
    let blocks = blocks();
    let mut run = 0;
    for pair in blocks.windows(2).filter(|pair| pair[0].language == "python") {
        assert_eq!(pair[1].language, "text", "what does this print?\n{}", pair[0].text);
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let script = folder.join(&pair[0].name);
        std::fs::write(&script, &pair[0].text).expect("the tests' folder can be written to");
        let said = acli(&["run", &script.to_string_lossy()], "").replace(&format!("{}/", folder.display()), "");
        assert_eq!(said, pair[1].text, "{}", pair[0].text);
        run += 1;
    }
    assert!(run > 3, "only {run} programs were found");
}

#[test]
fn sessions_answer_what_the_page_says() {
    for block in blocks().iter().filter(|block| block.language == "pycon") {
        let typed: Vec<&str> = block.text.lines().filter_map(|line| line.strip_prefix(">>> ")).collect();
        let answers: Vec<&str> = block.text.lines().filter(|line| !line.starts_with(">>> ")).collect();
        let output = acli(&["repl"], &(typed.join("\n") + "\n"));
        assert_eq!(output.lines().collect::<Vec<_>>(), answers, "{}", block.text);
    }
}

#[test]
fn links_lead_somewhere() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md can be read");
    for link in readme.split("](").skip(1).filter_map(|rest| rest.split(')').next()).filter(|link| !link.contains("://")) {
        assert!(root.join(link).exists(), "{link} is not there");
    }
}
