//! What operations cost in small and in large containers (`benches/sizes.py`): the figures of both interpreters side by side.

use std::fmt::Write;

use crate::process::Interpreter;
use crate::table::benches_dir;

/// An operation, a size, and nanoseconds for each item, where that didn't take too long to find out.
type Figure = (String, String, Option<f64>);

/// All figures, in the order in which the script prints them.
fn figures(interpreter: &Interpreter) -> Result<Vec<Figure>, String> {
    let output = interpreter.run(&benches_dir().join("sizes.py"))?.output;
    let parse = |line: &str| {
        let mut words = line.split(' ').map(str::to_owned);
        Some((words.next()?, words.next()?, words.next()?.parse().ok()))
    };
    let text = String::from_utf8_lossy(&output).into_owned();
    text.lines().map(|line| parse(line).ok_or_else(|| format!("sizes.py: not a figure: {line}"))).collect()
}

/// The table: an operation a line, a pair of figures and their ratio for each size.
pub fn table(interpreters: &[Interpreter]) -> Result<String, String> {
    let (ours, theirs) = (figures(&interpreters[0])?, figures(&interpreters[1])?);
    let mut sizes: Vec<&str> = Vec::new();
    for (_, size, _) in &ours {
        if !sizes.contains(&size.as_str()) {
            sizes.push(size);
        }
    }
    let mut table = format!("| operation |{}\n", sizes.iter().map(|size| format!(" {size} items |")).collect::<String>());
    let _ = writeln!(table, "|---|{}", "---|".repeat(sizes.len()));
    for (ours, theirs) in ours.chunks(sizes.len()).zip(theirs.chunks(sizes.len())) {
        let _ = write!(table, "| `{}` |", ours[0].0);
        for ((_, _, own), (_, _, other)) in ours.iter().zip(theirs) {
            let text = |figure: &Option<f64>| figure.map_or("–".to_owned(), |figure| format!("{figure:.0}"));
            let share = own.zip(*other).map_or(String::new(), |(own, other)| format!(" ({:.2})", own / other.max(0.1)));
            let _ = write!(table, " {} of {}{share} |", text(own), text(other));
        }
        table.push('\n');
    }
    Ok(table)
}
