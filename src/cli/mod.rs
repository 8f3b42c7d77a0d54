//! The command line: the only user of clap; one file per command.
//!
//! A command gives back how the process ends. Whatever goes wrong before a script runs is one clear line on stderr and status 2.

mod check;
mod dis;
mod explain;
mod repl;
mod run;

use std::ffi::OsString;

use clap::{Parser, Subcommand};

use crate::runtime::{Ending, USAGE, on_machine_thread};

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
    let arguments = run::shield_code(std::env::args_os().collect());
    let command = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.command,
        Err(error) => {
            let _ = error.print();
            std::process::exit(error.exit_code());
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
    eprintln!("{message}");
    Ending::Status(USAGE)
}

/// Writes to stdout. A reader who went away wants no more, and is no error.
fn print(text: &str) -> Ending {
    use std::io::Write;
    let mut stdout = std::io::stdout().lock();
    let _ = stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush());
    Ending::Status(0)
}
