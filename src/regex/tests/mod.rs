//! Cases whose answers were taken from CPython 3.14; in `cases.txt` a line with the request stands before one with the answer.

mod properties;
mod show;

use super::parse::DEEPEST;
use super::*;
use properties::StdProperties;

/// Each case is a line with the request, and one with the answer.
#[test]
fn answers_as_cpython() {
    let lines: Vec<&str> = include_str!("cases.txt").lines().collect();
    let mut wrong = Vec::new();
    for pair in lines.chunks_exact(2) {
        let answer = show::answer(pair[0], &StdProperties);
        if answer.trim_end() != pair[1].trim_end() {
            wrong.push(format!("{}\n  want {}\n  got  {}", pair[0], pair[1], answer));
        }
    }
    assert!(lines.len() > 800, "the cases are missing");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern.as_bytes(), Flags::NONE, Kind::Text, &StdProperties).unwrap_or_else(|error| panic!("{}", error.msg))
}

fn search(pattern: &str, text: &str, check: &mut dyn FnMut() -> bool) -> Result<bool, Stop> {
    let subject = Subject { text: text.as_bytes(), wide: !text.is_ascii() };
    regex(pattern).find(subject, Request { mode: Mode::Search, from: 0, not_empty: false }, &mut Scratch::default(), check)
}

/// A search that would take for ever asks every few thousand steps whether to go on.
#[test]
fn stops_when_told() {
    let mut calls = 0;
    let mut check = || {
        calls += 1;
        calls < 10
    };
    assert_eq!(search("(?:a+)+$", &("a".repeat(40) + "b"), &mut check), Err(Stop::Interrupted));
    assert_eq!(calls, 10);
}

/// So does one whose way forward alone is long.
#[test]
fn stops_in_long_programs() {
    let mut calls = 0;
    let mut check = || {
        calls += 1;
        calls < 10
    };
    assert_eq!(search(&("a?".repeat(3000) + "b"), &"a".repeat(40), &mut check), Err(Stop::Interrupted));
}

/// Many short searches with one scratch count as one long one.
#[test]
fn steps_add_up() {
    let (regex, mut scratch, mut calls) = (regex("b"), Scratch::default(), 0);
    for _ in 0..10_000 {
        let request = Request { mode: Mode::Match, from: 0, not_empty: false };
        let mut check = || {
            calls += 1;
            true
        };
        assert_eq!(regex.find(Subject { text: b"a", wide: false }, request, &mut scratch, &mut check), Ok(false));
    }
    assert!(calls >= 2);
}

/// Groups within groups are refused before the stack is in danger, and read up to there.
#[test]
fn nesting_is_bounded() {
    let nest = || {
        for (open, close) in [("(", ")"), ("(?:b|", "a)*+"), ("(?=", ")"), ("(?>", "){2}"), ("()(?(1)", "|b)"), ("(?<=", ")")] {
            for depth in [DEEPEST - 1, 100_000] {
                let pattern = open.repeat(depth) + "a" + &close.repeat(depth);
                let result = Regex::new(pattern.as_bytes(), Flags::NONE, Kind::Text, &StdProperties);
                assert_eq!(result.err().map(|error| error.kind), (depth >= DEEPEST).then_some(ErrorKind::Recursion), "{open}");
            }
        }
    };
    let stack = if cfg!(debug_assertions) { 4 << 20 } else { 768 << 10 };
    let thread = std::thread::Builder::new().stack_size(stack).spawn(nest);
    assert!(thread.is_ok_and(|thread| thread.join().is_ok()));
}

/// A pattern can be used by several threads.
#[test]
fn patterns_are_shared() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&regex("a"));
}

/// A possessive lead and a prefilter never hide a match.
#[test]
fn finds_behind_failed_leads() {
    for (pattern, text, found) in [
        ("a+b", "aaac aab", true),
        ("a*ab", "aaab", true),
        (r"\w+\(", "foo bar(", true),
        ("a+$", "aab", false),
        ("(?:a+(?:bcabd|b))+d", "abcabdabx", true),
    ] {
        assert_eq!(search(pattern, text, &mut || true), Ok(found), "{pattern}");
    }
}

/// Instructions stay small.
#[test]
fn sizes() {
    assert_eq!(std::mem::size_of::<program::Instruction>(), 12);
}
