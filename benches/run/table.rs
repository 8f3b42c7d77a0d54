//! Rows of measured programs, and the places in `benches/README.md` where tables are kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::process::{Cost, Interpreter, UVLOOP};
use crate::programs::{Kind, LARGER_MEAN_LIMIT, Measure, Program};

pub const HEAD: &str = "| program | limit | acli | CPython | ratio | acli peak memory | CPython peak memory | uvloop (ratio to it) | mark |\n\
|---|---|---|---|---|---|---|---|---|";

/// One measured row.
pub struct Row {
    program: &'static Program,
    acli: Cost,
    python: Cost,
    uvloop: Option<Cost>,
    pub same_output: bool,
}

impl Row {
    /// Runs a program under each interpreter by turns.
    pub fn measure(program: &'static Program, interpreters: &[Interpreter], runs: usize) -> Result<Row, String> {
        let script = benches_dir().join("programs").join(program.file).with_extension("py");
        let wanted = interpreters.iter().filter(|peer| peer.name != UVLOOP || program.kind == Kind::Loop);
        let mut samples: Vec<_> = wanted.map(|interpreter| (interpreter, Vec::new())).collect();
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

    fn ratio(&self) -> f64 {
        self.acli.share_of(self.python, self.program.measure)
    }

    pub fn mark(&self) -> &'static str {
        let too_big = self.program.kind == Kind::Larger && self.acli.share_of(self.python, Measure::Memory) > 1.0;
        match (self.same_output, self.ratio() <= self.program.limit, too_big) {
            (false, _, _) => "output differs",
            (true, true, false) => "ok",
            (true, true, true) => "missed: memory",
            (true, false, false) => "missed",
            (true, false, true) => "missed, memory too",
        }
    }

    /// The row as Markdown.
    pub fn line(&self) -> String {
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

/// The geometric mean of the larger programs' ratios, in words; nothing where none was measured.
pub fn mean_of_larger(rows: &[Row]) -> Option<String> {
    let ratios: Vec<f64> = rows.iter().filter(|row| row.program.kind == Kind::Larger).map(Row::ratio).collect();
    let mean = geometric_mean(&ratios)?;
    let mark = if mean <= LARGER_MEAN_LIMIT { "ok" } else { "missed" };
    Some(format!("Geometric mean of the {} larger programs: {mean:.2} (limit {LARGER_MEAN_LIMIT:.2}, {mark}).", ratios.len()))
}

pub fn geometric_mean(ratios: &[f64]) -> Option<f64> {
    (!ratios.is_empty()).then(|| (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp())
}

/// All rows with what is to be said under them.
pub fn whole(rows: &[Row], python: &Interpreter, runs: usize) -> String {
    let mut table = format!("{HEAD}\n");
    for row in rows {
        let _ = writeln!(table, "{}", row.line());
    }
    let _ = writeln!(table, "\nMedians of {runs} runs beside {}.", python.version());
    if let Some(mean) = mean_of_larger(rows) {
        let _ = writeln!(table, "{mean}");
    }
    table
}

fn seconds(time: Duration) -> String {
    let time = time.as_secs_f64();
    if time < 0.1 { format!("{:.1} ms", time * 1e3) } else { format!("{time:.2} s") }
}

fn mebibytes(bytes: u64) -> String {
    format!("{:.1} MiB", bytes as f64 / (1024.0 * 1024.0))
}

pub fn benches_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("benches")
}

/// Replaces what stands between the marks `<!-- NAME -->` and `<!-- /NAME -->` in `benches/README.md`.
pub fn save(name: &str, table: &str) -> Result<(), String> {
    let path = benches_dir().join("README.md");
    let wrong = |text: &dyn std::fmt::Display| format!("{}: {text}", path.display());
    let (start_mark, end_mark) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = std::fs::read_to_string(&path).map_err(|error| wrong(&error))?;
    let start = text.find(&start_mark).ok_or_else(|| wrong(&format!("no mark {start_mark}")))? + start_mark.len();
    let end = text.find(&end_mark).filter(|&end| end >= start).ok_or_else(|| wrong(&format!("no mark {end_mark}")))?;
    let text = format!("{}{table}{}", &text[..start], &text[end..]);
    std::fs::write(&path, text).map_err(|error| wrong(&error))
}
