//! The command line: the only user of clap; one file per command.
//!
//! A command gives back how the process ends. Whatever goes wrong before a script runs is one clear line on stderr and status 2.

mod check;
mod dis;
mod explain;
mod repl;
mod run;

use std::ffi::OsString;
use std::io::ErrorKind;

use clap::{Parser, Subcommand};

use crate::diag::{say, show};
use crate::runtime::{Ending, UNWRITTEN, USAGE, on_machine_thread};

const EXAMPLES: &str = "\
Examples:
  acli hello.py                     run a script
  acli run fetch.py example.org 80  run a script with arguments
  acli run -c 'print(6 * 7)'        run code given here
  acli run --virtual-time slow.py   sleeps take no time
  acli check *.py                   look for errors without running
  acli                              try things out at a prompt";

/// Runs asynchronous Python 3.14 scripts
#[derive(Parser)]
#[command(name = "acli", version, after_help = EXAMPLES, max_term_width = 80)]
#[command(override_usage = "acli [COMMAND]\n       acli FILE [ARGS]...")]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Run a script (`acli FILE` is short for it)
    Run(run::Arguments),
    /// Look for errors in scripts without running them
    Check(check::Arguments),
    /// Show the bytecode of a script
    Dis(dis::Arguments),
    /// Type and run code line by line (also: plain `acli`)
    Repl(repl::Arguments),
    /// Explain an error code such as E0102
    Explain(explain::Arguments),
    #[command(external_subcommand)]
    File(Vec<OsString>),
}

/// Runs what the command line asks for and ends the process.
pub fn main() -> ! {
    crate::heap::give_back_soon();
    let arguments = run::shield_code(std::env::args_os().collect());
    let command = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.command,
        Err(error) => {
            let written = error.print();
            let unwritten = error.exit_code() == 0 && written.is_err_and(|error| error.kind() != ErrorKind::BrokenPipe);
            std::process::exit(if unwritten { UNWRITTEN } else { error.exit_code() });
        }
    };
    on_machine_thread(move || match command {
        None => repl::main(&repl::Arguments::default()),
        Some(Command::Run(arguments)) => run::main(arguments),
        Some(Command::Check(arguments)) => check::main(&arguments),
        Some(Command::Dis(arguments)) => dis::main(&arguments),
        Some(Command::Repl(arguments)) => repl::main(&arguments),
        Some(Command::Explain(arguments)) => explain::main(&arguments),
        Some(Command::File(words)) => run::main(run::Arguments::of_file(words)),
    })
}

/// One line on stderr, and wrong usage.
fn refuse(message: impl std::fmt::Display) -> Ending {
    say(&format!("{message}\n"));
    Ending::Status(USAGE)
}

/// Writes to stdout.
fn print(text: &str) -> Ending {
    match show(text) {
        Ok(()) => Ending::Status(0),
        Err(error) => {
            say(&format!("acli: can't write to standard output: {error}\n"));
            Ending::Status(UNWRITTEN)
        }
    }
}
