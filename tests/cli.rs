//! The binary as a user meets it: what it takes, what it writes where, and with which status it ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use rustix::process::{Pid, Signal, kill_process};

const USAGE: i32 = 2;

fn acli(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acli"));
    command.args(arguments).env("NO_COLOR", "1").stdin(Stdio::null());
    command
}

/// A file of the given content in the tests' own folder; `name` must be the test's own too.
fn file(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("script_{name}"));
    std::fs::write(&path, content).expect("the tests' folder can be written to");
    path
}

fn run(arguments: &[&str]) -> Output {
    acli(arguments).output().expect("acli starts")
}

fn run_file(path: &Path) -> Output {
    run(&["run", &path.to_string_lossy()])
}

fn run_with_input(arguments: &[&str], input: &str) -> Output {
    let mut child =
        acli(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("acli starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    stdin.write_all(input.as_bytes()).expect("acli reads its input");
    drop(stdin);
    child.wait_with_output().expect("acli ends")
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Status, standard output and standard error in one.
#[track_caller]
fn expect(output: &Output, status: i32, stdout: &str, stderr_has: &str) {
    assert_eq!(output.status.code(), Some(status), "stdout: {}\nstderr: {}", out(output), err(output));
    assert_eq!(out(output), stdout, "stderr: {}", err(output));
    assert!(err(output).contains(stderr_has), "{stderr_has:?} is not in: {}", err(output));
    assert!(!err(output).contains("panicked"), "{}", err(output));
}

/// A message that stands on one line, names the file and comes before anything runs.
#[track_caller]
fn expect_one_line(output: &Output, path: &Path, words: &str) {
    expect(output, USAGE, "", words);
    assert_eq!(err(output).lines().count(), 1, "{}", err(output));
    assert!(err(output).contains(&*path.to_string_lossy()), "{}", err(output));
}

#[test]
fn run_takes_a_file_and_its_arguments() {
    let script = file("argv.py", "import sys\nprint(sys.argv[1:])\n");
    let script = script.to_string_lossy();
    expect(&run(&["run", &script, "a", "--help", "-c"]), 0, "['a', '--help', '-c']\n", "");
    expect(&run(&[&script, "b", "-x", "--", "y"]), 0, "['b', '-x', '--', 'y']\n", "");
    expect(&run(&[&script]), 0, "[]\n", "");
}

#[test]
fn argv_and_file_hold_the_path_as_given() {
    let script = file("argv0.py", "import sys\nprint(sys.argv[0], __file__.endswith('argv0.py'), __name__)\n");
    expect(&run_file(&script), 0, &format!("{} True __main__\n", script.display()), "");
}

#[test]
fn run_takes_code() {
    let code = "import sys\nprint(sys.argv, __name__)";
    expect(&run(&["run", "-c", code, "x", "-y"]), 0, "['-c', 'x', '-y'] __main__\n", "");
    expect(&run(&["run", "-c", ""]), 0, "", "");
    expect(&run(&["run", "-c", "1/0"]), 1, "", "File \"<string>\", line 1, in <module>");
}

#[test]
fn run_takes_standard_input() {
    let code = "import sys\nprint(sys.argv)\n";
    expect(&run_with_input(&["run", "-", "x"], code), 0, "['-', 'x']\n", "");
    expect(&run_with_input(&["run", "-"], "1/0"), 1, "", "File \"<stdin>\", line 1, in <module>");
    expect(&run_with_input(&["run", "-"], ""), 0, "", "");
}

#[test]
fn status_is_0_at_the_end_and_1_after_an_uncaught_exception() {
    expect(&run(&["run", "-c", "print('fine')"]), 0, "fine\n", "");
    expect(&run(&["run", "-c", "print('before'); raise ValueError('x')"]), 1, "before\n", "ValueError: x");
    expect(&run(&["run", "-c", "raise KeyboardInterrupt('x') if 0 else OSError(5, 'io')"]), 1, "", "OSError: [Errno 5] io");
}

#[test]
fn sys_exit_decides_on_the_status() {
    for (code, status) in [("0", 0), ("None", 0), ("3", 3), ("255", 255), ("256", 0), ("-1", 255), ("True", 1), ("False", 0)] {
        expect(&run(&["run", "-c", &format!("import sys; sys.exit({code})")]), status, "", "");
    }
    expect(&run(&["run", "-c", "import sys; sys.exit('a text')"]), 1, "", "a text\n");
    expect(&run(&["run", "-c", "raise SystemExit(4)"]), 4, "", "");
    expect(&run(&["run", "-c", "import sys; sys.exit([1])"]), 1, "", "[1]\n");
}

#[test]
fn a_syntax_error_is_2_and_nothing_runs() {
    for code in
        ["print('x')\nif True print(1)", "print('x')\n  y = 1", "print('x'", "return 5", "x = = 1", "print('x')\nawait f()"]
    {
        let output = run(&["run", "-c", code]);
        expect(&output, USAGE, "", "Error: ");
    }
    let script = file("syntax.py", "print('never')\ndef f(:\n    pass\n");
    expect(&run_file(&script), USAGE, "", "SyntaxError: ");
    assert!(err(&run_file(&script)).contains("line 2"));
}

#[test]
fn wrong_usage_is_2() {
    expect(&run(&["run"]), USAGE, "", "");
    expect(&run(&["run", "-c"]), USAGE, "", "");
    expect(&run(&["check"]), USAGE, "", "");
    expect(&run(&["--no-such-option"]), USAGE, "", "--no-such-option");
    expect(&run(&["run", "--no-such-option", "x.py"]), USAGE, "", "--no-such-option");
}

#[test]
fn check_reads_but_does_not_run() {
    let good = file("check_good.py", "print('never')\n");
    let bad = file("check_bad.py", "print('never')\nx = (1,\n");
    expect(&run(&["check", &good.to_string_lossy()]), 0, "", "");
    let output = run(&["check", &bad.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(USAGE), "{}", err(&output));
    let said = out(&output) + &err(&output);
    assert!(said.contains("'(' was never closed") && !said.contains("panicked"), "{said}");
}

#[test]
fn dis_shows_code_but_does_not_run_it() {
    let script = file("dis.py", "def f(a):\n    return a + 1\nprint('never')\n");
    let output = run(&["dis", &script.to_string_lossy()]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains('f') && out(&output).lines().count() > 3, "{}", out(&output));
    assert!(!out(&output).starts_with("never"));
}

#[test]
fn help_and_version() {
    let help = run(&["--help"]);
    assert_eq!(help.status.code(), Some(0));
    for command in ["run", "check", "dis", "repl"] {
        assert!(out(&help).contains(command), "{command} is not in: {}", out(&help));
    }
    expect(&run(&["--version"]), 0, &format!("acli {}\n", env!("CARGO_PKG_VERSION")), "");
    assert!(out(&run(&["run", "--help"])).contains("-c"));
}

#[test]
fn what_cannot_be_read_is_said_in_one_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let missing = folder.join("missing.py");
    for arguments in [["run"].as_slice(), &["check"], &["dis"], &[]] {
        let with = |path: &Path| {
            let mut all: Vec<&str> = arguments.to_vec();
            let text = path.to_string_lossy();
            all.push(&text);
            run(&all)
        };
        expect_one_line(&with(&missing), &missing, "No such file or directory");
        expect_one_line(&with(folder), folder, "directory");
        let invalid = file("invalid_utf8.py", b"print('never')\n# \xff\xfe\n");
        expect_one_line(&with(&invalid), &invalid, "UTF-8");
    }
}

#[test]
fn an_unreadable_file_is_said_in_one_line() {
    use std::os::unix::fs::PermissionsExt;
    if rustix::process::getuid().is_root() {
        return; // Root reads everything.
    }
    let path = file("unreadable.py", "print('never')\n");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).expect("the file is ours");
    expect_one_line(&run_file(&path), &path, "Permission denied");
}

#[test]
fn odd_but_valid_sources_run() {
    for (name, content) in [
        ("empty.py", ""),
        ("only_comment.py", "# nothing"),
        ("bom.py", "\u{feff}print(1)"),
        ("crlf.py", "if True:\r\n    print(1)\r\n"),
        ("cr.py", "if True:\r    print(1)\r"),
        ("no_newline.py", "if 1:\n    print(1)"),
        ("shebang.py", "#!/usr/bin/env -S acli run\nprint(1)\n"),
        ("form_feed.py", "\x0cprint(1)\n\x0c\n"),
        ("blank_lines.py", "\n\n   \n\t\nprint(1)\n   # end\n\n"),
    ] {
        let output = run_file(&file(name, content));
        let expected = if content.contains("print") { "1\n" } else { "" };
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), expected), "{name}: {}", err(&output));
    }
}

#[test]
fn hostile_sources_are_refused_without_a_crash() {
    let deep = [
        ("parens", format!("{}{}", "(".repeat(100_000), ")".repeat(100_000))),
        ("brackets_open", "[".repeat(100_000)),
        ("minus", format!("x = {}1", "-".repeat(100_000))),
        ("not", format!("x = {}1", "not ".repeat(100_000))),
        ("attributes", format!("x = a{}", ".b".repeat(100_000))),
        ("plus", format!("x = 1{}", "+1".repeat(100_000))),
        ("indent", (0..200).map(|n| format!("{}if 1:\n", " ".repeat(n))).collect::<String>()),
        ("nul", "print(1)\0".to_owned()),
        ("quotes", "\"\"\"".repeat(999)),
    ];
    for (name, code) in deep {
        let path = file(&format!("deep_{name}.py"), code);
        let output = run(&["check", &path.to_string_lossy()]);
        assert!(output.status.code().is_some(), "{name}: ended by {:?}", output.status.signal());
        assert!(!err(&output).contains("panicked"), "{name}: {}", err(&output));
    }
}

#[test]
fn a_closed_pipe_ends_the_script_quietly_enough() {
    let mut child = acli(&["run", "-c", "while True: print('line ' * 20)"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("acli starts");
    let mut stdout = child.stdout.take().expect("stdout is a pipe");
    let mut some = [0_u8; 100];
    stdout.read_exact(&mut some).expect("the script prints");
    drop(stdout);
    let output = child.wait_with_output().expect("acli ends");
    assert!(matches!(output.status.code(), Some(1 | 120)), "{:?} {}", output.status, err(&output));
    assert!(err(&output).contains("BrokenPipeError: [Errno 32] Broken pipe"), "{}", err(&output));
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
}

#[test]
fn output_reaches_a_pipe_before_the_end() {
    let mut child = acli(&["run", "-c", "import time\nprint('now', flush=True)\ntime.sleep(30)"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("acli starts");
    wait_for_line(&mut child, "now");
    child.kill().expect("it still runs");
    child.wait().expect("it ends");
}

/// Reads standard output until the line comes; the pipe stays open so that the child can go on printing.
fn wait_for_line(child: &mut Child, wanted: &str) -> BufReader<std::process::ChildStdout> {
    let mut reader = BufReader::new(child.stdout.take().expect("stdout is a pipe"));
    let mut line = String::new();
    while line.trim() != wanted {
        line.clear();
        assert_ne!(reader.read_line(&mut line).expect("stdout can be read"), 0, "{wanted:?} never came");
    }
    reader
}

/// Runs the code, sends SIGINT once it has printed `ready`, and gives back the rest of its output.
fn interrupted(code: &str) -> (Output, String) {
    let mut child = acli(&["run", "-c", code]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("acli starts");
    let mut reader = wait_for_line(&mut child, "ready");
    let pid = Pid::from_raw(i32::try_from(child.id()).expect("a process id")).expect("a process id");
    kill_process(pid, Signal::INT).expect("the child can be signalled");
    let mut rest = String::new();
    reader.read_to_string(&mut rest).expect("stdout can be read");
    (child.wait_with_output().expect("acli ends"), rest)
}

#[test]
fn sigint_interrupts_a_sleeping_script() {
    let (output, _) = interrupted("import time\nprint('ready', flush=True)\ntime.sleep(30)");
    assert_eq!(output.status.signal(), Some(2), "as CPython, it dies of the signal: {:?}", output.status);
    assert!(err(&output).contains("Traceback (most recent call last):"), "{}", err(&output));
    assert!(err(&output).trim_end().ends_with("KeyboardInterrupt"), "{}", err(&output));
}

#[test]
fn sigint_interrupts_a_busy_script() {
    let (output, rest) =
        interrupted("print('ready', flush=True)\ntry:\n    while True: pass\nexcept KeyboardInterrupt:\n    print('caught')");
    assert_eq!((output.status.code(), rest.as_str()), (Some(0), "caught\n"), "{}", err(&output));
}

#[test]
fn sigint_cancels_the_main_task() {
    let code = "import asyncio
async def main():
    print('ready', flush=True)
    try:
        await asyncio.sleep(30)
    finally:
        print('cleaned up')
asyncio.run(main())";
    let (output, rest) = interrupted(code);
    assert_eq!((output.status.signal(), rest.as_str()), (Some(2), "cleaned up\n"), "{}", err(&output));
    assert!(err(&output).trim_end().ends_with("KeyboardInterrupt"), "{}", err(&output));
}

#[test]
fn sigint_in_asyncio_can_be_caught() {
    let code = "import asyncio
async def main():
    print('ready', flush=True)
    await asyncio.sleep(30)
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print('caught')";
    let (output, rest) = interrupted(code);
    assert_eq!((output.status.code(), rest.as_str()), (Some(0), "caught\n"), "{}", err(&output));
}

#[test]
fn tracebacks_name_the_file() {
    let script = file("trace.py", "def f(x):\n    return 1 / x\nf(0)\n");
    let expected = format!(
        "Traceback (most recent call last):\n  File \"{0}\", line 3, in <module>\n    f(0)\n    ~^^^\n  \
         File \"{0}\", line 2, in f\n    return 1 / x\n           ~~^~~\nZeroDivisionError: division by zero\n",
        script.display()
    );
    let output = run_file(&script);
    assert_eq!((output.status.code(), err(&output)), (Some(1), expected));
}

#[test]
fn a_list_that_outgrows_a_limit_on_memory_is_a_memory_error() {
    for (name, more) in [("tuple", "(0,) * 5_000_000"), ("list", "[0] * 5_000_000"), ("range", "range(5_000_000)")] {
        let content = format!(
            "print('before')\nmore, all = {more}, []\ntry:\n    for _ in range(1000):\n        all.extend(more)\n\
             except MemoryError:\n    print(len(all) >= 5_000_000)\n"
        );
        let path = file(&format!("outgrown_{name}.py"), content);
        let line = format!("ulimit -v 2000000; exec {} run {}", env!("CARGO_BIN_EXE_acli"), path.display());
        let output = Command::new("sh").args(["-c", &line]).output().expect("sh starts");
        expect(&output, 0, "before\nTrue\n", "");
    }
}

#[test]
fn what_grows_by_small_steps_is_a_memory_error() {
    let programs = [
        ("dict", "x, n = {}, 0\n    while True: x[n] = n; n += 1"),
        ("set", "x, n = set(), 0\n    while True: x.add(n); n += 1"),
        ("bytearray", "x = bytearray()\n    while True: x += b'abcdefghij' * 1000"),
        ("exceptions", "x = []\n    while True: x.append(ValueError())"),
    ];
    for (name, program) in programs {
        let content = format!("print('before')\ntry:\n    {program}\nexcept MemoryError:\n    x = None\n    print('caught')\n");
        let path = file(&format!("grown_{name}.py"), content);
        let line = format!("ulimit -v 400000; exec {} run {}", env!("CARGO_BIN_EXE_acli"), path.display());
        let output = Command::new("sh").args(["-c", &line]).output().expect("sh starts");
        expect(&output, 0, "before\ncaught\n", "");
    }
}
