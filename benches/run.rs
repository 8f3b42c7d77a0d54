//! Runs the programs in `benches/programs/` under acli and under CPython and compares what they cost.
//!
//! Each program is a whole process, started by turns under each interpreter, so that a machine that slows down
//! slows both. The figures are medians of what the kernel counted for the child: user and system time, peak
//! resident memory. A program whose output differs between the interpreters fails the run, however fast it is.
//!
//! `ACLI_BENCH_PYTHON` names the CPython (words separated by blanks; default: the first `python3` on PATH),
//! `ACLI_BENCH_UVLOOP_PYTHON` a second one whose asyncio runs on uvloop.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use wait4::Wait4;

/// What a program's limit is held against.
#[derive(Clone, Copy, PartialEq)]
enum Measure {
    /// User plus system time.
    Time,
    /// Peak resident memory.
    Memory,
}

/// One row of the table.
struct Program {
    file: &'static str,
    what: &'static str,
    measure: Measure,
    /// The share of CPython's figure that acli may need at most.
    limit: f64,
    /// Whether the event loop is what is measured, so that uvloop is a peer worth naming.
    on_the_loop: bool,
}

const fn time(file: &'static str, what: &'static str, limit: f64) -> Program {
    Program { file, what, measure: Measure::Time, limit, on_the_loop: false }
}

const fn looped(file: &'static str, what: &'static str, limit: f64) -> Program {
    Program { file, what, measure: Measure::Time, limit, on_the_loop: true }
}

const PROGRAMS: &[Program] = &[
    time("fib", "recursive fib(32)", 0.70),
    time("while_mixed", "`while` loop over ints and floats, 20 million turns", 0.40),
    time("list_items", "`for` loop reading and writing list items, 10 million", 0.50),
    time("objects", "method calls and attribute updates on objects, 5 million", 0.60),
    time("dicts", "building and reading dicts keyed by str and int", 0.80),
    time("generators", "a generator pipeline, 5 million items", 0.60),
    time("strings", "string building, splitting, joining, formatting", 1.00),
    looped("async_fib", "`async def fib(27)` awaiting itself", 0.50),
    looped("task_rounds", "200 rounds of 1,000 tasks made and awaited", 0.30),
    looped("sleep_zero", "100 tasks × 5,000 `sleep(0)`", 0.35),
    looped("timers", "100,000 timers in one gather", 0.35),
    looped("tcp_echo", "50 TCP clients × 1,000 echoes of 64 bytes", 0.40),
    looped("import_asyncio", "import asyncio and run one `sleep(0)`", 0.10),
    time("hello", "`print(\"hello\")`", 0.40),
    Program {
        file: "event_waiters",
        what: "200,000 tasks waiting on one event (peak memory)",
        measure: Measure::Memory,
        limit: 0.40,
        on_the_loop: true,
    },
];

/// What one run of one program cost.
#[derive(Clone)]
struct Sample {
    time: Duration,
    peak_bytes: u64,
    output: Vec<u8>,
}

/// The medians of several runs.
#[derive(Clone, Copy)]
struct Cost {
    time: Duration,
    peak_bytes: u64,
}

impl Cost {
    fn of(samples: &[Sample]) -> Cost {
        let mut times: Vec<Duration> = samples.iter().map(|sample| sample.time).collect();
        let mut peaks: Vec<u64> = samples.iter().map(|sample| sample.peak_bytes).collect();
        times.sort_unstable();
        peaks.sort_unstable();
        Cost { time: times[times.len() / 2], peak_bytes: peaks[peaks.len() / 2] }
    }

    fn share_of(self, other: Cost, measure: Measure) -> f64 {
        match measure {
            Measure::Time => self.time.as_secs_f64() / other.time.as_secs_f64().max(1e-9),
            Measure::Memory => self.peak_bytes as f64 / other.peak_bytes.max(1) as f64,
        }
    }
}

/// A program and the words that start it.
struct Interpreter {
    name: &'static str,
    words: Vec<String>,
}

impl Interpreter {
    fn from_env(name: &'static str, variable: &str) -> Option<Interpreter> {
        let text = std::env::var(variable).ok()?;
        let words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        (!words.is_empty()).then_some(Interpreter { name, words })
    }

    fn run(&self, script: &Path) -> Result<Sample, String> {
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
}

/// What the command line asked for.
struct Options {
    runs: usize,
    only: Option<String>,
    save: bool,
    failures_only: bool,
}

const USAGE: &str = "options: --runs N (default 5), --only SUBSTRING, --save (rewrite the table in benches/README.md), \
--limit-only (print only the rows that miss their limit)";

impl Options {
    fn parse() -> Result<Options, String> {
        let mut options = Options { runs: 5, only: None, save: false, failures_only: false };
        let mut args = std::env::args().skip(1);
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("{arg} needs a value\n{USAGE}"));
            match arg.as_str() {
                "--runs" => {
                    let text = value()?;
                    options.runs = text.parse().ok().filter(|&runs| runs > 0).ok_or(format!("--runs {text}: not a count"))?;
                }
                "--only" => options.only = Some(value()?),
                "--save" => options.save = true,
                "--limit-only" => options.failures_only = true,
                "--bench" => {}
                "--help" | "-h" => return Err(USAGE.to_owned()),
                other => return Err(format!("unknown option {other}\n{USAGE}")),
            }
        }
        if options.save && (options.only.is_some() || options.failures_only) {
            return Err("--save writes the whole table: it goes with neither --only nor --limit-only".to_owned());
        }
        Ok(options)
    }
}

/// One measured row.
struct Row {
    program: &'static Program,
    acli: Cost,
    python: Cost,
    uvloop: Option<Cost>,
    same_output: bool,
}

impl Row {
    fn ratio(&self) -> f64 {
        self.acli.share_of(self.python, self.program.measure)
    }

    fn mark(&self) -> &'static str {
        if !self.same_output {
            "output differs"
        } else if self.ratio() <= self.program.limit {
            "ok"
        } else {
            "missed"
        }
    }

    /// The row as Markdown.
    fn line(&self) -> String {
        let uvloop = match self.uvloop {
            Some(cost) => format!("{} ({:.2})", seconds(cost.time), self.acli.share_of(cost, self.program.measure)),
            None => "–".to_owned(),
        };
        format!(
            "| {} | {:.2} | {} | {} | {:.2} | {} | {} | {} | {} |",
            self.program.what,
            self.program.limit,
            seconds(self.acli.time),
            seconds(self.python.time),
            self.ratio(),
            mebibytes(self.acli.peak_bytes),
            mebibytes(self.python.peak_bytes),
            uvloop,
            self.mark(),
        )
    }
}

const TABLE_HEAD: &str = "| program | limit | acli | CPython | ratio | acli peak memory | CPython peak memory | uvloop (ratio to it) | mark |\n\
|---|---|---|---|---|---|---|---|---|";

fn seconds(time: Duration) -> String {
    let time = time.as_secs_f64();
    if time < 0.1 { format!("{:.1} ms", time * 1e3) } else { format!("{time:.2} s") }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / (1024.0 * 1024.0))
}

fn measure(program: &'static Program, interpreters: &[Interpreter], runs: usize) -> Result<Row, String> {
    let script = programs_dir().join(program.file).with_extension("py");
    let wanted = interpreters.iter().filter(|interpreter| interpreter.name != "uvloop" || program.on_the_loop);
    let mut samples: Vec<(&Interpreter, Vec<Sample>)> = wanted.map(|interpreter| (interpreter, Vec::new())).collect();
    for _ in 0..runs {
        for (interpreter, taken) in &mut samples {
            taken.push(interpreter.run(&script)?);
        }
    }
    let expected = samples[1].1[0].output.clone();
    let same_output = samples.iter().all(|(_, taken)| taken.iter().all(|sample| sample.output == expected));
    Ok(Row {
        program,
        acli: Cost::of(&samples[0].1),
        python: Cost::of(&samples[1].1),
        uvloop: samples.get(2).map(|(_, taken)| Cost::of(taken)),
        same_output,
    })
}

fn programs_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/programs")
}

const TABLE_START: &str = "<!-- table -->\n";
const TABLE_END: &str = "<!-- /table -->";

/// Replaces what stands between the two marks in `benches/README.md`.
fn save(rows: &[Row], python: &Interpreter, runs: usize) -> Result<(), String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/README.md");
    let wrong = |text: &dyn std::fmt::Display| format!("{}: {text}", path.display());
    let text = std::fs::read_to_string(&path).map_err(|error| wrong(&error))?;
    let start = text.find(TABLE_START).ok_or_else(|| wrong(&"no <!-- table --> mark"))? + TABLE_START.len();
    let end = text.find(TABLE_END).filter(|&end| end >= start).ok_or_else(|| wrong(&"no <!-- /table --> mark"))?;
    let mut table = format!("{TABLE_HEAD}\n");
    for row in rows {
        let _ = writeln!(table, "{}", row.line());
    }
    let _ = writeln!(table, "\nMedians of {runs} runs beside {}.", version(python));
    let text = format!("{}{table}{}", &text[..start], &text[end..]);
    std::fs::write(&path, text).map_err(|error| wrong(&error))
}

/// What the interpreter calls itself.
fn version(interpreter: &Interpreter) -> String {
    let output = Command::new(&interpreter.words[0]).args(&interpreter.words[1..]).arg("--version").output();
    output.map_or_else(|_| "CPython".to_owned(), |output| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Measures what was asked for; true when every output was right and every limit kept.
fn run(options: &Options) -> Result<bool, String> {
    let mut interpreters = vec![
        Interpreter { name: "acli", words: vec![env!("CARGO_BIN_EXE_acli").to_owned(), "run".to_owned()] },
        Interpreter::from_env("CPython", "ACLI_BENCH_PYTHON")
            .unwrap_or(Interpreter { name: "CPython", words: vec!["python3".to_owned()] }),
    ];
    interpreters.extend(Interpreter::from_env("uvloop", "ACLI_BENCH_UVLOOP_PYTHON"));
    println!("{TABLE_HEAD}");
    let mut rows = Vec::new();
    let mut failed = Vec::new();
    for program in PROGRAMS {
        if options.only.as_ref().is_some_and(|part| !program.file.contains(part.as_str())) {
            continue;
        }
        match measure(program, &interpreters, options.runs) {
            Ok(row) => {
                if !options.failures_only || row.mark() != "ok" {
                    println!("{}", row.line());
                }
                rows.push(row);
            }
            Err(error) => failed.push(error),
        }
    }
    for error in &failed {
        eprintln!("{error}");
    }
    if options.save && failed.is_empty() {
        save(&rows, &interpreters[1], options.runs)?;
    }
    let missed = rows.iter().filter(|row| row.mark() == "missed").count();
    eprintln!("{} programs, {missed} above their limit, {} that did not run", rows.len(), failed.len());
    Ok(failed.is_empty() && rows.iter().all(|row| row.same_output))
}

fn main() -> ExitCode {
    match Options::parse().and_then(|options| run(&options)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(text) => {
            eprintln!("{text}");
            ExitCode::from(2)
        }
    }
}
