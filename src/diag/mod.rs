//! Diagnostics as data: what is wrong, where, and how to go on.
//!
//! Nothing here draws: `report` does; `console` writes what was drawn. The first line of a diagnostic is CPython's own wording; what acli adds stands in
//! labels and help.

mod closest;
mod codes;
mod console;
mod diagnostic;

pub use closest::closest;
pub use codes::Code;
pub use console::{say, show};
pub use diagnostic::{Diagnostic, Label, Severity};
