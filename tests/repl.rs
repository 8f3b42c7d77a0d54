//! The interactive prompt: transcripts through a pipe, and the editor through a pseudo-terminal.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn session(input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_acli"))
        .arg("repl")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("acli starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    stdin.write_all(input.as_bytes()).expect("acli reads its input");
    drop(stdin);
    child.wait_with_output().expect("acli ends")
}

/// What the session wrote on standard output, prompts taken off.
fn lines(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stdout);
    text.lines()
        .map(|mut line| {
            while let Some(rest) = line.strip_prefix(">>> ").or_else(|| line.strip_prefix("... ")) {
                line = rest;
            }
            line.to_owned()
        })
        .collect()
}

/// The lines must come in this order; a banner and farewells may stand around them.
#[track_caller]
fn expect_lines(input: &str, wanted: &[&str]) -> Output {
    let output = session(input);
    let found = lines(&output);
    let mut rest = found.iter();
    for line in wanted {
        assert!(
            rest.any(|found| found == line),
            "{line:?} is missing in {found:#?}\nstderr: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }
    output
}

#[track_caller]
fn expect_error(output: &Output, wanted: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(stderr.contains(wanted), "{wanted:?} is not in: {stderr}");
}

#[test]
fn values_are_shown_and_names_kept() {
    let output = expect_lines(
        "x = 20\nx + 22\n'text'\nNone\nprint('printed')\n[x] * 2\n_\n",
        &["42", "'text'", "printed", "[20, 20]", "[20, 20]"],
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn several_lines_make_one_statement() {
    expect_lines("def double(n):\n    return n * 2\n\ndouble(21)\n", &["42"]);
    expect_lines("for n in range(2):\n    print('turn', n)\n\n", &["turn 0", "turn 1"]);
    expect_lines("sum([1,\n  2,\n  3])\n", &["6"]);
    expect_lines("'''a\nb'''\n", &["'a\\nb'"]);
    expect_lines("class C:\n    def f(self):\n\n        return 5\n\nC().f()\n", &[]);
    expect_lines("if False:\n    pass\nelse:\n    print('else')\n\n", &["else"]);
}

#[test]
fn await_works_at_the_top() {
    expect_lines("import asyncio\nawait asyncio.sleep(0, 'slept')\n", &["'slept'"]);
    expect_lines(
        "import asyncio\nasync def work(n):\n    await asyncio.sleep(0)\n    return n * n\n\nx = await asyncio.gather(work(3), work(4))\nx\n",
        &["[9, 16]"],
    );
    expect_lines("import asyncio\nasync with asyncio.Lock() as lock:\n    print('held', lock)\n\n", &["held None"]);
}

#[test]
fn errors_leave_the_session_running() {
    let output = expect_lines("1 / 0\n'still here'\n", &["'still here'"]);
    expect_error(&output, "ZeroDivisionError: division by zero");
    let output = expect_lines("x = = 1\n'after syntax'\n", &["'after syntax'"]);
    expect_error(&output, "SyntaxError: invalid syntax");
    let output = expect_lines("nothing\n5 + 5\n", &["10"]);
    expect_error(&output, "NameError: name 'nothing' is not defined");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn exit_ends_the_session_with_its_status() {
    assert_eq!(session("exit()\nprint('never')\n").status.code(), Some(0));
    assert_eq!(session("import sys\nsys.exit(3)\n").status.code(), Some(3));
    assert_eq!(session("raise SystemExit(4)\n").status.code(), Some(4));
    assert_eq!(session("").status.code(), Some(0));
}

/// The editor, with a terminal of its own.
mod terminal {
    use rexpect::session::{PtySession, spawn_command};
    use std::process::Command;

    /// Longer than a loaded machine needs.
    const PATIENCE_MS: u64 = 20_000;

    fn start(arguments: &[&str]) -> PtySession {
        let mut command = Command::new(env!("CARGO_BIN_EXE_acli"));
        command.args(arguments).env("NO_COLOR", "1").env("TERM", "xterm").env("HOME", env!("CARGO_TARGET_TMPDIR"));
        let mut session = spawn_command(command, Some(PATIENCE_MS)).expect("acli starts on a terminal");
        session.exp_string(">>> ").expect("a prompt");
        session
    }

    /// Sends a line and waits for a text that is not in the line itself, then for the next prompt.
    fn ask(session: &mut PtySession, line: &str, answer: &str) {
        assert!(!line.contains(answer), "the echo would be taken for the answer");
        session.send_line(line).expect("the line is taken");
        session.exp_string(answer).expect("the answer");
        session.exp_string(">>> ").expect("the next prompt");
    }

    fn ends(mut session: PtySession) {
        session.exp_eof().expect("the session ends");
        let status = session.process().wait().expect("the process ends");
        assert!(matches!(status, rexpect::process::WaitStatus::Exited(_, 0)), "{status:?}");
    }

    #[test]
    fn answers_and_ends_at_end_of_input() {
        let mut session = start(&["repl"]);
        ask(&mut session, "6 * 7", "42");
        ask(&mut session, "len('four')", "4");
        session.send_control('d').expect("end of input");
        ends(session);
    }

    #[test]
    fn plain_acli_is_the_prompt() {
        let mut session = start(&[]);
        ask(&mut session, "'a' + 'b'", "'ab'");
        session.send_line("exit()").expect("the line is taken");
        ends(session);
    }

    #[test]
    fn a_block_is_continued() {
        let mut session = start(&["repl"]);
        session.send_line("for n in range(2):").expect("the line is taken");
        session.exp_string("... ").expect("the prompt of a continuation");
        session.send_line("    print('turn', n + 40)").expect("the line is taken");
        session.exp_string("... ").expect("the prompt of a continuation");
        session.send_line("").expect("the line is taken");
        session.exp_string("turn 40").expect("the first turn");
        session.exp_string("turn 41").expect("the second turn");
        session.send_control('d').expect("end of input");
        ends(session);
    }

    #[test]
    fn control_c_drops_the_line_or_stops_the_statement() {
        let mut session = start(&["repl"]);
        session.send("half a li").expect("the text is taken");
        session.send_control('c').expect("Ctrl-C");
        session.exp_string(">>> ").expect("a fresh prompt");
        session.send_line("import time").expect("the line is taken");
        session.exp_string(">>> ").expect("the next prompt");
        session.send_line("while True: time.sleep(0.01)").expect("the line is taken");
        session.send_line("").expect("the line is taken");
        std::thread::sleep(std::time::Duration::from_millis(300));
        session.send_control('c').expect("Ctrl-C");
        session.exp_string("KeyboardInterrupt").expect("the statement is stopped");
        ask(&mut session, "40 + 2", "42");
        session.send_control('d').expect("end of input");
        ends(session);
    }
}
