//! Runs the programs in `benches/programs/` under acli and under CPython and compares what they cost.
//!
//! Each program is a whole process, started by turns under each interpreter, so that a machine that slows down
//! slows both. The figures are medians of what the kernel counted for the child: user and system time, peak
//! resident memory. A program whose output differs between the interpreters fails the run, however fast it is.
//!
//! `ACLI_BENCH_PYTHON` names the CPython (words separated by blanks; default: the first `python3` on PATH),
//! `ACLI_BENCH_UVLOOP_PYTHON` a second one whose asyncio runs on uvloop, `ACLI_BENCH_BINARY` another acli than the
//! one that was built for the run.

mod process;
mod programs;
mod sizes;
mod table;

use std::process::ExitCode;

use programs::PROGRAMS;
use table::Row;

/// What the command line asked for.
struct Options {
    runs: usize,
    only: Option<String>,
    save: bool,
    failures_only: bool,
    sizes: bool,
}

const USAGE: &str = "options: --runs N (default 5), --only SUBSTRING, --save (rewrite the table in benches/README.md), \
--limit-only (print only the rows that miss their limit), --sizes (instead: what operations cost in containers of several sizes)";

impl Options {
    fn parse() -> Result<Options, String> {
        let mut options = Options { runs: 5, only: None, save: false, failures_only: false, sizes: false };
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
                "--sizes" => options.sizes = true,
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

/// Measures what was asked for; true when every program ran and every output was right.
fn run(options: &Options) -> Result<bool, String> {
    let interpreters = process::interpreters();
    if options.sizes {
        let table = sizes::table(&interpreters)?;
        print!("{table}");
        if options.save {
            table::save("sizes", &table)?;
        }
        return Ok(true);
    }
    println!("{}", table::HEAD);
    let mut rows = Vec::new();
    let mut failed = Vec::new();
    for program in PROGRAMS {
        if options.only.as_ref().is_some_and(|part| !program.file.contains(part.as_str())) {
            continue;
        }
        match Row::measure(program, &interpreters, options.runs) {
            Ok(row) => {
                if !options.failures_only || row.mark() != "ok" {
                    println!("{}", row.line());
                }
                rows.push(row);
            }
            Err(error) => failed.push(error),
        }
    }
    if let Some(mean) = table::mean_of_larger(&rows) {
        println!("\n{mean}");
    }
    for error in &failed {
        eprintln!("{error}");
    }
    if options.save && failed.is_empty() {
        table::save("table", &table::whole(&rows, &interpreters[1], options.runs))?;
    }
    let missed = rows.iter().filter(|row| row.mark().starts_with("missed")).count();
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
