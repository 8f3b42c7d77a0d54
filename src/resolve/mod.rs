//! Names to slots: scopes, cells, free variables, and what may stand where.
//!
//! Two passes over the tree. The first (`collect` and its neighbours) opens scopes, notes what each name does in them and refuses
//! what is misplaced (`return` outside a function, `await` in a plain one, …); the second (`analyze`) decides where each name
//! lives. All syntax errors that need more than the grammar are found here, so the compiler can leave out unreachable code.
//!
//! A scope is found again by the address of its node in the tree and its [`Role`]; the tree must not move between the passes and
//! the compiler.

mod analyze;
mod collect;
mod dump;
mod error;
mod expressions;
mod future;
mod lint;
mod names;
mod patterns;
mod placement;
mod scope;
mod statements;

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diag::Diagnostic;
use crate::source::SourceFile;
use crate::syntax::ast::{Cell, Expr, Module, Stmt};

pub use crate::source::mangle;
pub use scope::{Access, Scope, ScopeId, ScopeKind};

/// Name of the register that holds a namespace.
pub const NAMESPACE: &str = ".namespace";
/// Name of the cell that `super()` and `__class__` refer to.
pub const CLASS_CELL: &str = "__class__";
/// Name of the cell that holds a class's namespace for its annotation scopes.
pub const CLASS_DICT: &str = "__classdict__";
/// Name of an annotation function's parameter inside the compiler; users see `format`.
pub const FORMAT: &str = ".format";
/// Name of the local that holds the tuple of type parameters.
pub const TYPE_PARAMS: &str = ".type_params";
/// Name of the local that holds `Generic[...]` of a generic class.
pub const GENERIC_BASE: &str = ".generic_base";
/// Name of the argument that carries positional defaults into the scope of type parameters.
pub const DEFAULTS: &str = ".defaults";
/// Name of the argument that carries keyword defaults into the scope of type parameters.
pub const KWDEFAULTS: &str = ".kwdefaults";
/// Name of a generator expression's argument.
pub const ITERATOR: &str = ".0";

/// Which of a node's scopes is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// The node's own: a function's or class's body, a comprehension.
    Body,
    /// The annotations of a function, or those that stand in a class body or module.
    Annotations,
    /// The type parameters of a function, class or alias.
    TypeParams,
    /// The bound of a type parameter, the value of an alias.
    Value,
    /// The default of a type parameter.
    Default,
}

/// How to resolve.
#[derive(Clone, Copy, Default, Debug)]
pub struct Options {
    /// Names of the outermost scope live in a namespace held in register 0 (`exec` and `eval` with locals of their own).
    pub namespace: bool,
    /// `await` is allowed at the outermost level.
    pub top_level_await: bool,
    /// `from __future__ import annotations` is in force from outside (`exec` from such a module).
    pub string_annotations: bool,
}

/// What is resolved.
#[derive(Clone, Copy, Debug)]
pub enum Root<'a> {
    /// A file.
    Module(&'a Module),
    /// REPL input.
    Cell(&'a Cell),
    /// A lone statement.
    Single(&'a Cell),
    /// An expression.
    Expression(&'a Expr),
}

impl<'a> Root<'a> {
    /// The statements; none for an expression.
    pub fn body(self) -> &'a [Stmt] {
        match self {
            Root::Module(module) => &module.body,
            Root::Cell(cell) | Root::Single(cell) => &cell.body,
            Root::Expression(_) => &[],
        }
    }
}

/// The scopes of one text.
#[derive(Debug)]
pub struct Scopes {
    scopes: Vec<Scope>,
    by_node: FxHashMap<(usize, Role), ScopeId>,
    /// Annotations are kept as text (`from __future__ import annotations`).
    pub string_annotations: bool,
    /// `SyntaxWarning`s.
    pub warnings: Vec<Diagnostic>,
}

impl Scopes {
    /// Resolves a text.
    pub fn resolve(root: Root<'_>, source: &Arc<SourceFile>, options: Options) -> Result<Scopes, Diagnostic> {
        let found = collect::collect(root, options).and_then(|mut found| {
            analyze::analyze(&mut found.scopes, options.namespace)?;
            Ok(found)
        });
        let found = found.map_err(|problem| problem.into_error(source))?;
        Ok(Scopes {
            scopes: found.scopes,
            by_node: found.by_node,
            string_annotations: found.string_annotations,
            warnings: found.warnings.into_iter().map(|problem| problem.into_warning(source)).collect(),
        })
    }

    /// A scope.
    pub fn get(&self, id: ScopeId) -> &Scope {
        &self.scopes[id.index()]
    }

    /// The scope of a node; the root's where the tree has moved.
    pub fn of<T>(&self, node: &T, role: Role) -> ScopeId {
        self.by_node.get(&(address(node), role)).copied().unwrap_or(ScopeId::ROOT)
    }

    /// The annotations of a class body, by its scope, or of the module.
    pub fn annotations_of(&self, body: ScopeId) -> ScopeId {
        self.by_node.get(&(body.index(), Role::Annotations)).copied().unwrap_or(ScopeId::ROOT)
    }

    /// How a scope reaches a name (already mangled).
    pub fn access(&self, scope: ScopeId, name: &str) -> Access {
        self.get(scope).symbol(name).map_or(Access::Global, |symbol| symbol.access)
    }

    /// Where the cell of a name stands for a function that is made in `scope`: a register of the frame, or a free variable.
    pub fn cell(&self, scope: ScopeId, name: &str) -> Access {
        let mut at = scope;
        loop {
            let scope = self.get(at);
            if let Some(Access::Cell(register)) = scope.symbol(name).map(|symbol| symbol.access)
                && (scope.frame == at || scope.inlined.iter().any(|&(own, _)| own == register))
            {
                return Access::Cell(register);
            }
            match name {
                CLASS_CELL if scope.class_cell.is_some() => return Access::Cell(scope.class_cell.unwrap_or(0)),
                CLASS_DICT if scope.class_dict.is_some() => return Access::Cell(scope.class_dict.unwrap_or(0)),
                _ => {}
            }
            if scope.frame == at {
                let position = scope.free.iter().position(|free| free == name).unwrap_or(0);
                return Access::Free(position as u16);
            }
            at = scope.parent.unwrap_or(ScopeId::ROOT);
        }
    }

    /// The scopes in a readable form, for tests and for learners.
    pub fn dump(&self) -> String {
        dump::dump(&self.scopes)
    }
}

/// The key of a node: its address.
fn address<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}
