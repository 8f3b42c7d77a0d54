//! Interpreters as child processes, and what the kernel counted for them.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use wait4::Wait4;

use crate::programs::Measure;

/// What one run of one script cost.
#[derive(Clone)]
pub struct Sample {
    pub time: Duration,
    pub peak_bytes: u64,
    pub output: Vec<u8>,
}

/// The medians of several runs.
#[derive(Clone, Copy)]
pub struct Cost {
    pub time: Duration,
    pub peak_bytes: u64,
}

impl Cost {
    pub fn of(samples: &[Sample]) -> Cost {
        let mut times: Vec<Duration> = samples.iter().map(|sample| sample.time).collect();
        let mut peaks: Vec<u64> = samples.iter().map(|sample| sample.peak_bytes).collect();
        times.sort_unstable();
        peaks.sort_unstable();
        Cost { time: times[times.len() / 2], peak_bytes: peaks[peaks.len() / 2] }
    }

    pub fn share_of(self, other: Cost, measure: Measure) -> f64 {
        match measure {
            Measure::Time => self.time.as_secs_f64() / other.time.as_secs_f64().max(1e-9),
            Measure::Memory => self.peak_bytes as f64 / other.peak_bytes.max(1) as f64,
        }
    }
}

/// A program and the words that start it.
pub struct Interpreter {
    pub name: &'static str,
    words: Vec<String>,
}

/// Who is compared: acli first, CPython second, CPython on uvloop third where one is named.
pub fn interpreters() -> Vec<Interpreter> {
    let binary = std::env::var("ACLI_BENCH_BINARY").unwrap_or_else(|_| env!("CARGO_BIN_EXE_acli").to_owned());
    let mut all = vec![
        Interpreter { name: "acli", words: vec![binary, "run".to_owned()] },
        Interpreter::from_env("CPython", "ACLI_BENCH_PYTHON")
            .unwrap_or(Interpreter { name: "CPython", words: vec!["python3".to_owned()] }),
    ];
    all.extend(Interpreter::from_env(UVLOOP, "ACLI_BENCH_UVLOOP_PYTHON"));
    all
}

pub const UVLOOP: &str = "uvloop";

impl Interpreter {
    fn from_env(name: &'static str, variable: &str) -> Option<Interpreter> {
        let text = std::env::var(variable).ok()?;
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        (!words.is_empty()).then_some(Interpreter { name, words })
    }

    pub fn run(&self, script: &Path) -> Result<Sample, String> {
        let wrong = |text: String| format!("{} on {}: {text}", self.name, script.display());
        let mut child = Command::new(&self.words[0])
            .args(&self.words[1..])
            .arg(script)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| wrong(format!("cannot start {}: {error}", self.words[0])))?;
        let mut output = Vec::new();
        if let Some(mut stdout) = child.stdout.take() {
            std::io::Read::read_to_end(&mut stdout, &mut output).map_err(|error| wrong(error.to_string()))?;
        }
        let used = child.wait4().map_err(|error| wrong(error.to_string()))?;
        if !used.status.success() {
            return Err(wrong(used.status.to_string()));
        }
        Ok(Sample { time: used.rusage.utime + used.rusage.stime, peak_bytes: used.rusage.maxrss, output })
    }

    /// What the interpreter calls itself.
    pub fn version(&self) -> String {
        let output = Command::new(&self.words[0]).args(&self.words[1..]).arg("--version").output();
        output.map_or_else(|_| self.name.to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }
}
