//! `acli repl`: the prompt.

use clap::Args;

use crate::runtime::Ending;

#[derive(Args, Default)]
pub struct Arguments {
    /// Let event loops go by a clock that jumps to the next timer
    #[arg(long)]
    virtual_time: bool,
    /// Print errors as CPython does, also on a terminal
    #[arg(long)]
    plain: bool,
}

/// Runs the command.
pub fn main(arguments: &Arguments) -> Ending {
    crate::repl::run(arguments.virtual_time, arguments.plain)
}
