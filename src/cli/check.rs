//! `acli check`: errors and warnings of scripts' texts, nothing run.

use std::path::PathBuf;

use clap::Args;

use crate::diag::say;
use crate::report;
use crate::runtime::{Ending, USAGE, check, read_file, warning_text};

#[derive(Args)]
pub struct Arguments {
    /// Print errors as CPython does, also on a terminal
    #[arg(long)]
    plain: bool,
    /// The scripts
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
}

/// Runs the command.
pub fn main(arguments: &Arguments) -> Ending {
    let style = report::Style::of_stderr(arguments.plain);
    let mut ending = Ending::Status(0);
    for path in &arguments.files {
        let source = match read_file(path) {
            Ok(source) => source,
            Err(line) => {
                ending = super::refuse(line);
                continue;
            }
        };
        match check(&source) {
            Ok(warnings) => warnings.iter().for_each(|warning| {
                if style.is_plain() {
                    say(&warning_text(warning));
                } else {
                    say(&report::error(warning, "SyntaxWarning", style));
                }
            }),
            Err(error) => {
                say(&report::error(&error.diagnostic, error.kind.name(), style));
                ending = Ending::Status(USAGE);
            }
        }
    }
    ending
}
