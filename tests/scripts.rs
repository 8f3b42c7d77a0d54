//! Every script under `tests/` and `examples/` is one named test: acli runs it, and what it prints must be what
//! CPython 3.14 printed.
//!
//! Beside `NAME.py` stand `NAME.out` (standard output), `NAME.err` (standard error, where CPython wrote any),
//! `NAME.status` (exit status, where it is not 0) and, optionally, `NAME.in` (standard input). In `examples/` they
//! stand in `expected/`. They come from CPython alone, never from acli:
//!
//!     UPDATE_EXPECTED=1 ACLI_ORACLE=/path/to/python3.14 cargo test --test scripts [-- NAME]
//!
//! At the end of each script acli counts the objects that are left: a script that leaves any fails.
//!
//! Scripts in `async/`, `seeds/` and `examples/` run a second time on the virtual clock. All scripts run once more with a
//! collection at every safe point, where what the collector gets wrong shows (those of `stdlib/` only in an optimised build). Comments among the first lines of a script
//! change how it is judged:
//!
//! - `# clock: real`: it listens or spawns, so it does not run on the virtual clock;
//! - `# collections: as usual`: it has so many objects that collecting at every step would take minutes, or it tests when
//!   collections come;
//! - `# stdout: clock`: times of day (HH:MM:SS) count as seconds since the first one printed, give or take one;
//! - `# stderr: lines`: each expected line must appear, in this order, but others may stand between them.
//!
//! `tests/known_differences.txt` lists the scripts that acli does not run as CPython does yet, each with its reason; such a script fails
//! once it agrees, so that it is taken off.
//!
//! A file whose name starts with `_` and a folder with an `__init__.py` are there to be imported.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, ExitStatus, Stdio};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use libtest_mimic::{Arguments, Failed, Trial};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Folders with scripts; the flag says whether the virtual clock is tried too.
const FOLDERS: &[(&str, bool)] = &[
    ("tests/language", false),
    ("tests/builtins", false),
    ("tests/async", true),
    ("tests/stdlib", false),
    ("tests/seeds", true),
    ("examples", true),
];

/// Longer than any script needs, so that a hang is a failure and not a stopped suite.
const PATIENCE: Duration = Duration::from_secs(60);
/// As much for a binary that checks its memory.
const MORE_PATIENCE: Duration = Duration::from_secs(600);

/// What is tested: this build's binary, or one that `ACLI_BINARY` names, built otherwise (`fuzz/run scripts`).
fn binary() -> std::ffi::OsString {
    std::env::var_os("ACLI_BINARY").unwrap_or_else(|| env!("CARGO_BIN_EXE_acli").into())
}

/// A script and what its first lines ask for.
#[derive(Clone)]
struct Script {
    /// Relative to the root, as it is given to the interpreters.
    path: PathBuf,
    virtual_clock: bool,
    usual_collections: bool,
    times_of_day: bool,
    some_lines: bool,
}

/// How acli runs a script.
#[derive(Clone, Copy, Default)]
struct Way {
    virtual_clock: bool,
    /// With a collection at every safe point.
    stress: bool,
}

/// What a script did, as far as it is judged.
struct Outcome {
    stdout: String,
    stderr: String,
    /// As a shell counts it: 128 and the number where a signal ended the process.
    status: i32,
}

impl Script {
    fn read(path: PathBuf, on_the_loop: bool) -> Script {
        let text = fs::read_to_string(Path::new(ROOT).join(&path)).unwrap_or_default();
        let says = |wanted: &str| text.lines().take(4).any(|line| line.trim() == wanted);
        Script {
            virtual_clock: on_the_loop && !says("# clock: real"),
            usual_collections: says("# collections: as usual"),
            times_of_day: says("# stdout: clock"),
            some_lines: says("# stderr: lines"),
            path,
        }
    }

    fn name(&self) -> String {
        let path = self.path.strip_prefix("tests").unwrap_or(&self.path);
        path.with_extension("").to_string_lossy().into_owned()
    }

    fn beside(&self, extension: &str) -> PathBuf {
        let path = Path::new(ROOT).join(&self.path).with_extension(extension);
        match (path.parent(), path.file_name()) {
            (Some(folder), Some(file)) if self.path.starts_with("examples") => folder.join("expected").join(file),
            _ => path,
        }
    }

    /// Runs the script with `command` from the project's root.
    fn run(&self, command: &mut Command) -> Result<Outcome, Failed> {
        let input = fs::read(self.beside("in")).unwrap_or_default();
        let mut child = command
            .arg(&self.path)
            .current_dir(ROOT)
            .env("NO_COLOR", "1")
            .env("TZ", "UTC")
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env_remove("PYTHONPATH")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(|error| format!("cannot start {command:?}: {error}"))?;
        if let Some(mut stdin) = child.stdin.take() {
            // A script that does not read its input closes the pipe: that is its own affair.
            let _ = stdin.write_all(&input);
        }
        let stdout = child.stdout.take().map(read_in_thread);
        let stderr = child.stderr.take().map(read_in_thread);
        let status = wait_patiently(&mut child)?;
        let stdout = joined(stdout);
        let stdout = if self.times_of_day { seconds_since_the_first(&stdout) } else { stdout };
        Ok(Outcome { stdout, stderr: without_the_machine(&joined(stderr)), status: exit_code(status) })
    }

    fn expected(&self) -> Result<Outcome, Failed> {
        let stdout = fs::read_to_string(self.beside("out"))
            .map_err(|error| format!("{}: {error} (see the head of tests/scripts.rs)", self.beside("out").display()))?;
        let stderr = fs::read_to_string(self.beside("err")).unwrap_or_default();
        let status = match fs::read_to_string(self.beside("status")) {
            Ok(text) => text.trim().parse().map_err(|_| "the .status file holds no number")?,
            Err(_) => 0,
        };
        Ok(Outcome { stdout, stderr, status })
    }

    fn same_stdout(&self, expected: &str, found: &str) -> bool {
        if self.times_of_day { same_but_for_a_second(expected, found) } else { expected == found }
    }

    /// Runs acli and holds what it did against the files.
    fn check(&self, way: Way) -> Result<(), Failed> {
        let expected = self.expected()?;
        let mut command = Command::new(binary());
        command.arg("run").args(way.virtual_clock.then_some("--virtual-time"));
        command.env("ACLI_CHECK_LEAKS", "1").env("ACLI_GC_STRESS", if way.stress { "1" } else { "0" });
        let mut found = self.run(&mut command)?;
        let mut complaints = take_leaks(&mut found);
        if !self.same_stdout(&expected.stdout, &found.stdout) {
            complaints += &difference("standard output", &expected.stdout, &found.stdout);
        }
        let stderr_is_right =
            if self.some_lines { appear_in_order(&expected.stderr, &found.stderr) } else { expected.stderr == found.stderr };
        if !stderr_is_right {
            complaints += &difference("standard error", &expected.stderr, &found.stderr);
        }
        if expected.status != found.status {
            complaints += &format!("exit status: expected {}, found {}\n", expected.status, found.status);
        }
        if complaints.is_empty() { Ok(()) } else { Err(complaints.into()) }
    }

    /// Runs CPython twice and writes down what it did, if it did the same both times.
    fn update(&self, oracle: &str) -> Result<(), Failed> {
        let first = self.run(&mut Command::new(oracle))?;
        let second = self.run(&mut Command::new(oracle))?;
        if !self.same_stdout(&first.stdout, &second.stdout) {
            return Err(difference("CPython's own standard output", &first.stdout, &second.stdout).into());
        }
        if first.status != second.status || first.stderr != second.stderr {
            return Err(difference("CPython's own standard error", &first.stderr, &second.stderr).into());
        }
        fs::write(self.beside("out"), &first.stdout)?;
        write_or_remove(&self.beside("err"), &first.stderr)?;
        let status = if first.status == 0 { String::new() } else { format!("{}\n", first.status) };
        write_or_remove(&self.beside("status"), &status)
    }
}

/// Takes the count of the objects that were left off the end of what acli wrote; a complaint, if there were any. There is no count where the
/// script did not begin or a signal ended it.
fn take_leaks(outcome: &mut Outcome) -> String {
    let begun = outcome.status != 2 && outcome.status < 128;
    let Some((written, count)) = outcome.stderr.rsplit_once("live objects: ") else {
        return if begun { "the objects left at the end were not counted\n".to_owned() } else { String::new() };
    };
    let complaint = match count.trim_end() {
        "0" => String::new(),
        count => format!("{count} objects are left at the end\n"),
    };
    outcome.stderr = written.to_owned();
    complaint
}

fn exit_code(status: ExitStatus) -> i32 {
    use std::os::unix::process::ExitStatusExt;
    status.code().or_else(|| status.signal().map(|signal| 128 + signal)).unwrap_or(-1)
}

fn read_in_thread(mut pipe: impl Read + Send + 'static) -> JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        let _ = pipe.read_to_end(&mut bytes);
        bytes
    })
}

fn joined(thread: Option<JoinHandle<Vec<u8>>>) -> String {
    let bytes = thread.and_then(|thread| thread.join().ok()).unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn wait_patiently(child: &mut std::process::Child) -> Result<ExitStatus, Failed> {
    let patience = if std::env::var_os("ACLI_BINARY").is_some() { MORE_PATIENCE } else { PATIENCE };
    let deadline = Instant::now() + patience;
    while Instant::now() < deadline {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    child.kill()?;
    child.wait()?;
    Err(format!("still running after {} s", patience.as_secs()).into())
}

fn write_or_remove(path: &Path, text: &str) -> Result<(), Failed> {
    if !text.is_empty() {
        fs::write(path, text)?;
    } else if path.exists() {
        fs::remove_file(path)?;
    }
    Ok(())
}

/// Standard error without what differs from machine to machine: the project's folder, addresses, frames in the
/// standard library, and the advice to enable tracemalloc.
fn without_the_machine(text: &str) -> String {
    let text = text.replace(&format!("{ROOT}/"), "");
    let mut kept = String::new();
    let mut dropped_frame: Option<usize> = None;
    for line in text.lines() {
        let column = line.find(|c: char| !" |".contains(c)).unwrap_or(0);
        if dropped_frame.is_some_and(|frame| column > frame) {
            continue;
        }
        dropped_frame = None;
        let content = &line[column..];
        if let Some(path) = content.strip_prefix("File \"")
            && !["tests/", "examples/", "<string>", "<stdin>"].iter().any(|ours| path.starts_with(ours))
        {
            dropped_frame = Some(column);
            continue;
        }
        if content.starts_with("RuntimeWarning: Enable tracemalloc") {
            continue;
        }
        kept += &without_addresses(line);
        kept.push('\n');
    }
    kept
}

/// The line with every `0x7f…` cut down to `0x`.
fn without_addresses(line: &str) -> String {
    let mut parts = line.split("0x");
    let mut result = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        result += "0x";
        result += part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
    }
    result
}

/// The seconds since midnight of a time of day that stands at the start of `text`.
fn time_of_day(text: &str) -> Option<i64> {
    let bytes = text.as_bytes().get(..8)?;
    let number = |at: usize| -> Option<i64> {
        let (tens, ones) = (bytes[at], bytes[at + 1]);
        (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| i64::from((tens - b'0') * 10 + ones - b'0'))
    };
    (bytes[2] == b':' && bytes[5] == b':').then_some(())?;
    Some(number(0)? * 3600 + number(3)? * 60 + number(6)?)
}

/// Times of day as `+N`, the seconds since the first of them.
fn seconds_since_the_first(text: &str) -> String {
    let mut first = None;
    let mut result = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(seconds) = time_of_day(rest) {
            let since = (seconds - *first.get_or_insert(seconds)).rem_euclid(24 * 3600);
            result += &format!("+{since}");
            rest = &rest[8..];
        } else {
            result.push(next);
            rest = &rest[next.len_utf8()..];
        }
    }
    result
}

/// Whether the texts are equal once `+N` may be one off, as the tick of the clock may fall between two prints.
fn same_but_for_a_second(expected: &str, found: &str) -> bool {
    let part = |text: &str| -> (i64, String) {
        let digits = text.chars().take_while(char::is_ascii_digit).count();
        (text[..digits].parse().unwrap_or(-1), text[digits..].to_owned())
    };
    let parts = |text: &str| -> Vec<(i64, String)> { text.split('+').map(part).collect() };
    let (expected, found) = (parts(expected), parts(found));
    let near = |((a, rest_a), (b, rest_b)): (&(i64, String), &(i64, String))| (a - b).abs() <= 1 && rest_a == rest_b;
    expected.len() == found.len() && expected.iter().zip(&found).all(near)
}

fn appear_in_order(expected: &str, found: &str) -> bool {
    let mut found = found.lines();
    expected.lines().all(|wanted| found.any(|line| line == wanted))
}

/// The first line in which the texts differ, and both around it.
fn difference(what: &str, expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(2);
    let part = |lines: &[&str], mark: char| -> String {
        lines.iter().skip(from).take(12).map(|line| format!("  {mark} {line}\n")).collect()
    };
    format!("{what} differs from line {}:\n expected\n{} found\n{}", same + 1, part(&old, '-'), part(&new, '+'))
}

/// All scripts below a folder, packages and `_` files left out, in the order of their names.
fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(Path::new(ROOT).join(folder)) else { return };
    let mut paths: Vec<_> = entries.flatten().map(|entry| folder.join(entry.file_name())).collect();
    paths.sort();
    for path in paths {
        let full = Path::new(ROOT).join(&path);
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['_', '.']));
        if full.is_dir() && !hidden && !full.join("__init__.py").exists() {
            find(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "py") && !hidden {
            found.push(path);
        }
    }
}

/// The trial of a script; one that is known to differ must go on differing, so that the list of those stays true.
fn trial(script: Script, way: Way, known: &BTreeMap<String, String>) -> Trial {
    let clock = if way.virtual_clock && !way.stress { " (virtual clock)" } else { "" };
    let name = script.name() + clock + if way.stress { " (collections)" } else { "" };
    let Some(reason) = known.get(&name).cloned() else {
        return Trial::test(name, move || script.check(way));
    };
    Trial::test(name, move || match script.check(way) {
        Err(_) => Ok(()),
        Ok(()) => {
            Err(Failed::from(format!("it does what CPython does now: take it off tests/known_differences.txt ({reason})")))
        }
    })
    .with_kind("known to differ")
}

/// Names of scripts that acli does not run as CPython does yet, with the reason: lines `name: reason`.
fn known_differences() -> BTreeMap<String, String> {
    let text = fs::read_to_string(Path::new(ROOT).join("tests/known_differences.txt")).unwrap_or_default();
    let entries = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "));
    entries.map(|(name, reason)| (name.to_owned(), reason.to_owned())).collect()
}

fn trials(oracle: Option<&str>) -> Vec<Trial> {
    let mut trials = Vec::new();
    let known = known_differences();
    for &(folder, on_the_loop) in FOLDERS {
        let mut paths = Vec::new();
        find(Path::new(folder), &mut paths);
        for script in paths.into_iter().map(|path| Script::read(path, on_the_loop)) {
            if let Some(oracle) = oracle {
                let oracle = oracle.to_owned();
                trials.push(Trial::test(script.name(), move || script.update(&oracle)).with_kind("update"));
                continue;
            }
            let clock = Way { virtual_clock: script.virtual_clock, stress: false };
            if script.virtual_clock {
                trials.push(trial(script.clone(), clock, &known));
            }
            if !script.usual_collections && !known.contains_key(&script.name()) && collects_at_every_step(&script.name()) {
                trials.push(trial(script.clone(), Way { stress: true, ..clock }, &known));
            }
            trials.push(trial(script, Way::default(), &known));
        }
    }
    trials
}

/// Whether a script is run with a collection at every safe point. Modules that are written in the language take long for it where the machine is not
/// optimised: the optimised one does it.
fn collects_at_every_step(name: &str) -> bool {
    !(cfg!(debug_assertions) && name.starts_with("stdlib/"))
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // Many scripts sleep: more of them than there are processors may run at once.
    arguments.test_threads.get_or_insert(3);
    let oracle = if std::env::var_os("UPDATE_EXPECTED").is_some() {
        let Ok(oracle) = std::env::var("ACLI_ORACLE") else {
            eprintln!("UPDATE_EXPECTED needs ACLI_ORACLE, the path of a CPython 3.14");
            return ExitCode::from(2);
        };
        Some(oracle)
    } else {
        None
    };
    libtest_mimic::run(&arguments, trials(oracle.as_deref())).exit_code()
}
