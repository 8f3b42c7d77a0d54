//! Standard output and standard error that refuse what is written: full disks, readers who went away, closed descriptors. Whatever the process
//! does, it ends, and with the status that it would have had.

use std::fs::{File, OpenOptions};
use std::io::Read;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Status where the only fault is that stdout took nothing.
const UNWRITTEN: i32 = 120;
/// How long anything here may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// What a stream is tied to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Sink {
    /// A device that is always full.
    Full,
    /// A pipe that nobody reads.
    Gone,
    /// What takes everything.
    Open,
}

impl Sink {
    const ALL: [Sink; 3] = [Sink::Full, Sink::Gone, Sink::Open];

    fn file(self) -> Stdio {
        match self {
            Sink::Full => OpenOptions::new().write(true).open("/dev/full").expect("there is a full device").into(),
            Sink::Gone => {
                let (reader, writer) = std::io::pipe().expect("there are pipes");
                drop(reader);
                writer.into()
            }
            Sink::Open => Stdio::null(),
        }
    }
}

fn script(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("unwritable_{name}.py"));
    std::fs::write(&path, text).expect("the tests' folder can be written to");
    path
}

/// The status with which a command ends.
#[track_caller]
fn status(command: &mut Command, what: &str) -> i32 {
    let mut child = command.spawn().expect("acli starts");
    let begun = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("the child is ours") {
            assert_eq!(status.signal(), None, "{what}");
            return status.code().expect("no signal, so a status");
        }
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("hangs: {what}");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn acli(arguments: &[&str], out: Sink, err: Sink) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acli"));
    command.args(arguments).env("NO_COLOR", "1").stdin(Stdio::null()).stdout(out.file()).stderr(err.file());
    command
}

/// Runs a script with all pairs of sinks; `writes` says whether it writes to stdout.
#[track_caller]
fn check(name: &str, text: &str, ends_with: i32, writes: bool) {
    let path = script(name, text);
    let path = path.to_string_lossy();
    for out in Sink::ALL {
        for err in Sink::ALL {
            let unwritten = ends_with == 0 && writes && out != Sink::Open;
            let expected = if unwritten { UNWRITTEN } else { ends_with };
            let what = format!("{name} with stdout {out:?}, stderr {err:?}");
            assert_eq!(status(&mut acli(&[&path], out, err), &what), expected, "{what}");
        }
    }
}

#[test]
fn scripts_end_with_their_own_status() {
    check("silent", "pass\n", 0, false);
    check("prints", "print(1)\n", 0, true);
    check("raises", "1 / 0\n", 1, false);
    check("prints_and_raises", "print(1)\n1 / 0\n", 1, true);
    check("exits", "import sys\nprint(1)\nsys.exit(3)\n", 3, true);
    check("exits_with_text", "import sys\nsys.exit('bye')\n", 1, false);
    check("does_not_compile", "def f(:\n", 2, false);
    check("raises_deep", "def f(): f()\nf()\n", 1, false);
    check("group", "raise ExceptionGroup('g', [ValueError(1), TypeError(2)])\n", 1, false);
    check("hook_raises", "import sys\ndef hook(*args): raise ValueError\nsys.excepthook = hook\n1 / 0\n", 1, false);
    check("closed_stderr", "import sys\nsys.stderr.close()\n1 / 0\n", 1, false);
    check("no_stderr", "import sys\nsys.stderr = None\n1 / 0\n", 1, false);
    check("broken_stderr", "import sys\nclass W:\n    def write(self, text): 1 / 0\nsys.stderr = W()\n1 / 0\n", 1, false);
}

#[test]
fn what_nobody_catches_changes_no_status() {
    check("finaliser", "class A:\n    def __del__(self): 1 / 0\nA()\n", 0, false);
    check("warning", "import warnings\nwarnings.warn('w')\n", 0, false);
    check("never_awaited", "async def f(): pass\nf()\n", 0, false);
    check(
        "never_retrieved",
        "import asyncio\nasync def f(): 1 / 0\nasync def main():\n    asyncio.create_task(f())\n    await asyncio.sleep(0.01)\nasyncio.run(main())\n",
        0,
        false,
    );
    check(
        "callback",
        "import asyncio\nasync def main():\n    asyncio.get_running_loop().call_soon(lambda: 1 / 0)\n    await asyncio.sleep(0.01)\nasyncio.run(main())\n",
        0,
        false,
    );
}

#[test]
fn a_script_can_catch_the_refusal() {
    let text = "import sys\ntry: print('x', flush=True)\nexcept OSError as e: code = 7\nelse: code = 8\nsys.exit(code)\n";
    let path = script("catches", text);
    let path = path.to_string_lossy();
    for (out, expected) in [(Sink::Full, 7), (Sink::Gone, 7), (Sink::Open, 8)] {
        assert_eq!(status(&mut acli(&[&path], out, Sink::Open), "catches"), expected);
    }
    let path = script("catches_stderr", "import sys\ntry: sys.stderr.write('x\\n')\nexcept OSError as e: sys.exit(7)\n");
    let path = path.to_string_lossy();
    for (err, expected) in [(Sink::Full, 7), (Sink::Gone, 7), (Sink::Open, 0)] {
        assert_eq!(status(&mut acli(&[&path], Sink::Open, err), "catches stderr"), expected);
    }
}

#[test]
fn closed_descriptors_are_no_fault() {
    let path = script("closed", "import sys\nprint(1)\nsys.exit(3)\n");
    for closed in ["1>&-", "2>&-", "0<&-", "0<&- 1>&- 2>&-"] {
        let line = format!("exec {} {} {closed}", env!("CARGO_BIN_EXE_acli"), path.display());
        assert_eq!(status(Command::new("sh").args(["-c", &line]), closed), 3, "{closed}");
    }
}

#[test]
fn a_file_that_may_not_grow_refuses() {
    let path = script(
        "limit",
        "import sys\ntry:\n    print('x' * 10_000_000, flush=True)\nexcept OSError as e:\n    print(e.errno, file=sys.stderr)\n    sys.exit(5)\n",
    );
    let into = Path::new(env!("CARGO_TARGET_TMPDIR")).join("unwritable_limit.txt");
    let line = format!("ulimit -f 8; exec {} {} >{}", env!("CARGO_BIN_EXE_acli"), path.display(), into.display());
    let output = Command::new("sh").args(["-c", &line]).output().expect("sh starts");
    assert_eq!(output.status.code(), Some(5));
    let mut written = String::new();
    File::open(into).and_then(|mut file| file.read_to_string(&mut written)).expect("what fitted is there");
    assert!(!written.is_empty() && written.bytes().all(|byte| byte == b'x'));
}

#[test]
fn commands_end_with_their_own_status() {
    let good = script("good", "x = 1\nassert (x, 2)\n");
    let bad = script("bad", "def f(:\n");
    let (good, bad) = (good.to_string_lossy(), bad.to_string_lossy());
    let mut many = vec!["check"];
    many.extend(std::iter::repeat_n(&*bad, 60));
    for err in Sink::ALL {
        let ends = |arguments: &[&str], out| status(&mut acli(arguments, out, err), &format!("{arguments:?} {out:?} {err:?}"));
        assert_eq!(ends(&many, Sink::Open), 2);
        assert_eq!(ends(&["check", &good], Sink::Open), 0);
        assert_eq!(ends(&["check", "/no/such/file"], Sink::Open), 2);
        assert_eq!(ends(&["dis", &bad], Sink::Full), 2);
        assert_eq!(ends(&["no such command"], Sink::Open), 2);
        assert_eq!(ends(&["run"], Sink::Open), 2);
        for command in [&["dis", &*good][..], &["explain"], &["--help"], &["--version"]] {
            assert_eq!(ends(command, Sink::Full), UNWRITTEN);
            assert_eq!(ends(command, Sink::Gone), 0);
            assert_eq!(ends(command, Sink::Open), 0);
        }
    }
}

#[test]
fn the_prompt_goes_on() {
    let input = script("prompt", "1 / 0\ndef f(:\n\n:help\n:what\n40 + 2\nimport sys\nsys.exit(9)\n");
    for out in Sink::ALL {
        for err in Sink::ALL {
            let mut command = acli(&[], out, err);
            command.stdin(File::open(&input).expect("it was just written"));
            assert_eq!(status(&mut command, &format!("prompt {out:?} {err:?}")), 9);
        }
    }
}
