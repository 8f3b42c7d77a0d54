//! `from __future__ import …`: where it may stand and what it may name.

use super::collect::Collector;
use super::error::{Res, problem};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{ExprKind, Stmt, StmtKind};

/// All features; every one but `annotations` and `barry_as_FLUFL` has been the rule for long.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

impl Collector {
    /// Reads the future imports at the beginning of a module; remembers where they end.
    pub(super) fn future_imports(&mut self, body: &[Stmt]) -> Res {
        let mut docstring = true;
        for stmt in body {
            match &stmt.kind {
                StmtKind::Expr(value)
                    if docstring
                        && matches!(
                            value.kind,
                            ExprKind::Constant(crate::syntax::ast::Constant::Str(_)) | ExprKind::JoinedStr(_)
                        ) =>
                {
                    docstring = false;
                }
                StmtKind::ImportFrom { module: Some(module), names, level: 0 } if module.name == "__future__" => {
                    docstring = false;
                    self.future_end = stmt.span.end;
                    for alias in names {
                        let span = alias.span;
                        match alias.name.name.as_str() {
                            "annotations" => self.string_annotations = true,
                            "braces" => return Err(problem(Code::FUTURE_IMPORT, span, "not a chance")),
                            name if FEATURES.contains(&name) => {}
                            name => {
                                let text = format!("future feature {name} is not defined");
                                return Err(problem(Code::FUTURE_IMPORT, span, text));
                            }
                        }
                    }
                }
                _ => return Ok(()),
            }
        }
        Ok(())
    }

    pub(super) fn check_future_place(&mut self, span: Span) -> Res {
        if span.end <= self.future_end {
            return Ok(());
        }
        let text = "from __future__ imports must occur at the beginning of the file";
        Err(problem(Code::FUTURE_IMPORT, span, text))
    }
}
