//! Limits on memory: what grows beyond one raises MemoryError, which can be caught, and what was printed before is kept; the process neither
//! aborts nor ends early.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Runs `body` as the body of a `try`, with so many KiB of address space.
fn run(name: &str, body: &str, limit: u32) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("memory_{name}.py"));
    let body: String = body.lines().map(|line| format!("    {line}\n")).collect();
    let content = format!(
        "print('before')\ntry:\n{body}except (MemoryError, OverflowError):\n    x = s = l = None\n    print('caught')\nprint('after')\n"
    );
    fs::write(&path, content).expect("the folder can be written to");
    let line = format!("ulimit -v {limit}; exec {} run {}", env!("CARGO_BIN_EXE_acli"), path.display());
    let output = Command::new("sh").args(["-c", &line]).output().expect("sh starts");
    let (printed, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert_eq!((output.status.code(), &*printed, &*told), (Some(0), "before\ncaught\nafter\n", ""), "{name}");
}

fn run_all(programs: &[(&str, &str)]) {
    for (name, body) in programs {
        run(name, body, 600_000);
    }
}

#[test]
fn texts_that_grow() {
    run_all(&[
        ("append_text", "s = 'x' * 10**7\nwhile True: s += 'y' * 10**7"),
        ("append_bytes", "s = b''\nwhile True: s += b'y' * 10**7"),
        ("texts", "l = []\nwhile True: l.append('z' * 10**6 + str(len(l)))"),
        ("join", "l = ['x' * 10**6] * 1000\n''.join(l)"),
        ("replace", "s = 'a' * 10**7\ns.replace('a', 'b' * 100)"),
        ("percent", "s = 'a' * 10**8\nl = ['%s%s' % (s, s) for _ in range(100)]"),
        ("template", "s = 'a' * 10**8\nl = ['{}{}'.format(s, s) for _ in range(100)]"),
        ("f_string", "s = 'a' * 10**8\nl = [f'{s}{s}' for _ in range(100)]"),
        ("upper", "s = 'a' * 10**8\nl = [s.upper() for _ in range(100)]"),
        ("encode", "s = '\\u20ac' * (3 * 10**7)\nl = [s.encode() for _ in range(100)]"),
        ("decode", "s = b'a' * 10**8\nl = [s.decode() for _ in range(100)]"),
        ("slices", "s = 'a' * 10**8\nl = [s[1:] for _ in range(100)]"),
        ("slices_of_bytes", "s = b'a' * 10**8\nl = [s[1:] for _ in range(100)]"),
    ]);
}

#[test]
fn containers_that_grow() {
    run_all(&[
        ("split", "('a,' * 10**8).split(',')"),
        ("words", "(b'a ' * 10**8).split()"),
        ("lines", "('\\n' * 10**8).splitlines()"),
        ("own_end", "x = [1, 2, 3]\nwhile True: x[len(x):] = x"),
        ("reversed", "tuple(reversed(range(10**18)))"),
        ("repeated", "l = [0]\nwhile True: l = l * 2"),
        ("set_of_range", "set(range(10**12))"),
        ("set_display", "{*range(10**12)}"),
        ("set_copies", "s = set(range(10**6))\nl = [s.copy() for _ in range(100)]"),
        ("set_unions", "s = set(range(10**6))\nl = [s | {-1} for _ in range(100)]"),
        ("set_differences", "s = set(range(10**6))\nl = [s ^ {i, -1} for i in range(100)]"),
        ("update", "x = {}\nwhile True:\n    n = len(x); x.update({n + i: i for i in range(100000)})"),
        ("sorted", "l = list(range(3 * 10**6))\nx = [sorted(l, key=lambda v: -v) for _ in range(100)]"),
        ("lists", "x = [[] for _ in range(10**9)]"),
        ("nested", "x = ()\nwhile True: x = (x, x)"),
        ("sample", "import random\nrandom.sample(range(10**18), 10**8)"),
    ]);
}

#[test]
fn ints_that_grow() {
    run_all(&[
        ("shift", "1 << 10**10"),
        ("product", "x = 1 << (8 * 10**8)\nl = [x * x for _ in range(100)]"),
        ("sum", "x = 1 << 10**9\nl = [x + i for i in range(100)]"),
        ("quotient", "x = 1 << 10**9\nl = [x // 3 for i in range(100)]"),
        ("power", "3 ** 10**10"),
    ]);
}
