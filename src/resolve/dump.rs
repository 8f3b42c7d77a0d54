//! Scopes as text.

use std::fmt::Write;

use super::scope::{Access, Scope, ScopeId};

/// All scopes, indented by nesting.
pub(super) fn dump(scopes: &[Scope]) -> String {
    let mut out = String::new();
    dump_scope(scopes, ScopeId::ROOT, 0, &mut out);
    out
}

fn dump_scope(scopes: &[Scope], id: ScopeId, depth: usize, out: &mut String) {
    let scope = &scopes[id.index()];
    let indent = "  ".repeat(depth);
    let _ = write!(out, "{indent}{:?}", scope.kind);
    for (set, word) in [(scope.is_async, "async"), (scope.is_generator, "generator"), (scope.sees_class, "sees-class")] {
        if set {
            let _ = write!(out, " {word}");
        }
    }
    out.push('\n');
    if !scope.locals.is_empty() {
        let _ = writeln!(out, "{indent}  registers: {}", join(scope.locals.iter().enumerate()));
    }
    if !scope.free.is_empty() {
        let _ = writeln!(out, "{indent}  free: {}", join(scope.free.iter().enumerate()));
    }
    for symbol in &scope.symbols {
        let access = match symbol.access {
            Access::Local(register) => format!("r{register}"),
            Access::Cell(register) => format!("cell r{register}"),
            Access::Free(at) => format!("free {at}"),
            Access::Global => "global".to_owned(),
            Access::Name => "name".to_owned(),
            Access::ClassFree(at) => format!("name or free {at}"),
        };
        let _ = writeln!(out, "{indent}  {}: {access}", symbol.name);
    }
    for (at, child) in scopes.iter().enumerate() {
        if child.parent == Some(id) {
            dump_scope(scopes, ScopeId(at as u32), depth + 1, out);
        }
    }
}

fn join<'a>(names: impl Iterator<Item = (usize, &'a crate::syntax::ast::Name)>) -> String {
    names.map(|(at, name)| format!("{at} {name}")).collect::<Vec<_>>().join(", ")
}
