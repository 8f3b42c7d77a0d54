//! `acli explain`: what an error code means and how to go on.

use clap::Args;

use crate::diag::{Code, closest};
use crate::report;
use crate::runtime::Ending;

#[derive(Args)]
pub struct Arguments {
    /// The code, such as E0102; all of them are listed without one
    #[arg(value_name = "CODE")]
    code: Option<String>,
}

/// Runs the command.
pub fn main(arguments: &Arguments) -> Ending {
    let Some(wanted) = &arguments.code else {
        let list: String = Code::all().map(|code| format!("{}  {}\n", code.id(), code.name())).collect();
        return super::print(&list);
    };
    match Code::find(wanted) {
        Some(code) => super::print(&report::explanation(code)),
        None => {
            let near = closest(&wanted.to_uppercase(), Code::all().map(Code::id));
            let hint = near.map_or(String::new(), |near| format!(" (is {near} meant?)"));
            super::refuse(format!("acli: there is no code '{wanted}'{hint}; `acli explain` lists all"))
        }
    }
}
