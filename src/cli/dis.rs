//! `acli dis`: the bytecode of a script.

use std::path::PathBuf;

use clap::Args;

use crate::bytecode::disassemble;
use crate::diag::say;
use crate::report;
use crate::runtime::{Ending, USAGE, compile_module, read_file};

#[derive(Args)]
pub struct Arguments {
    /// The script
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

/// Runs the command.
pub fn main(arguments: &Arguments) -> Ending {
    let source = match read_file(&arguments.file) {
        Ok(source) => source,
        Err(line) => return super::refuse(line),
    };
    match compile_module(&source) {
        Ok(compiled) => super::print(&disassemble(&compiled.code)),
        Err(error) => {
            say(&report::error(&error.diagnostic, error.kind.name(), report::Style::of_stderr(false)));
            Ending::Status(USAGE)
        }
    }
}
