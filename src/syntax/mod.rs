//! From text to tree: tokens, layout, grammar, syntax errors.
//!
//! `lexer` (logos) finds tokens, `layout` makes them lines and blocks and follows formatted strings, `soft_keywords` settles the words
//! that are keywords only sometimes, the LALRPOP grammar builds `ast` through `actions`, and `errors` words what went wrong.

mod actions;
mod anchors;
pub mod ast;
mod depth;
pub mod dump;
mod errors;
mod fault;
mod fstring;
mod identifier;
mod layout;
mod lexer;
mod number;
mod parse;
mod pattern_rules;
mod soft_keywords;
mod strings;
mod targets;
mod token;

pub use anchors::{assigned_call, operator_span};
pub use depth::MAX_DEPTH;
pub use fault::ErrorKind;
pub use layout::{MAX_BRACKETS, MAX_INDENTS};
pub use parse::{
    SyntaxError, names, parse_cell, parse_cell_within, parse_expression, parse_expression_within, parse_module,
    parse_module_within, parse_single_within,
};

lalrpop_util::lalrpop_mod!(
    #[allow(clippy::all, missing_docs, unused)]
    python
);
