//! acli: asynchronous Python 3.14 scripts on a machine and an event loop of its own.
//!
//! The modules stand on floors; each imports only from lower ones (ARCHITECTURE.md).

pub mod aio;
pub mod builtins;
pub mod bytecode;
pub mod cli;
pub mod compile;
pub mod diag;
pub mod heap;
pub mod modules;
pub mod object;
pub mod reactor;
pub mod regex;
pub mod repl;
pub mod report;
pub mod resolve;
pub mod runtime;
pub mod source;
pub mod syntax;
pub mod value;
pub mod vm;
