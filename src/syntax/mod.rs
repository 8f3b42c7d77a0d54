//! From text to tree: tokens, layout, grammar, syntax errors.

pub mod ast;
