//! The first pass: its state, and how scopes are opened and closed.

use rustc_hash::FxHashMap;

use super::error::{Problem, Res, problem};
use super::placement::Around;
use super::scope::{Flags, Scope, ScopeId, ScopeKind};
use super::{FORMAT, NAMESPACE, Options, Role, Root, address};
use crate::diag::Code;
use crate::source::Span;
use crate::syntax::ast::{Name, Stmt};

/// What the first pass yields.
pub(super) struct Found {
    pub scopes: Vec<Scope>,
    pub by_node: FxHashMap<(usize, Role), ScopeId>,
    pub string_annotations: bool,
    // Problems are made boxed, to keep the results they come in small.
    #[allow(clippy::vec_box)]
    pub warnings: Vec<Box<Problem>>,
}

/// The walker of the first pass.
pub(super) struct Collector {
    pub scopes: Vec<Scope>,
    pub by_node: FxHashMap<(usize, Role), ScopeId>,
    // Problems are made boxed, to keep the results they come in small.
    #[allow(clippy::vec_box)]
    pub warnings: Vec<Box<Problem>>,
    pub options: Options,
    pub string_annotations: bool,
    /// The scope that the walk is in.
    pub current: ScopeId,
    /// Name of the class around, for private names.
    pub class: Option<Name>,
    /// The statements around, of the current function only.
    pub around: Vec<Around>,
    /// How many blocks (loops, `try`, `with`) stand around in the current function.
    pub blocks: usize,
    /// The block at which these are as many as a function can have that is no generator.
    pub brim: Option<Span>,
    /// A `return` with a value in the current function, to be refused if it turns out to be an asynchronous generator.
    pub value_return: Option<Span>,
    /// End of the last future import at the beginning of the module.
    pub future_end: u32,
    /// Walking the iterable of a comprehension, where no walrus may stand.
    pub in_iterable: u32,
    /// The kind of the innermost comprehension, in words.
    pub comprehension_name: &'static str,
    /// What the expression is that evaluates lazily, for the words of errors.
    pub lazy: Option<&'static str>,
}

/// Runs the first pass.
pub(super) fn collect(root: Root<'_>, options: Options) -> Res<Found> {
    let mut walk = Collector {
        scopes: vec![Scope::new(ScopeKind::Module, None, ScopeId::ROOT)],
        by_node: FxHashMap::default(),
        warnings: Vec::new(),
        options,
        string_annotations: options.string_annotations,
        current: ScopeId::ROOT,
        class: None,
        around: Vec::new(),
        blocks: 0,
        brim: None,
        value_return: None,
        future_end: 0,
        in_iterable: 0,
        comprehension_name: "",
        lazy: None,
    };
    match root {
        Root::Expression(expr) => walk.expr(expr)?,
        _ => {
            walk.future_imports(root.body())?;
            walk.body(root.body())?;
        }
    }
    Ok(Found {
        scopes: walk.scopes,
        by_node: walk.by_node,
        string_annotations: walk.string_annotations,
        warnings: walk.warnings,
    })
}

/// What is put aside while a scope that is a frame of its own is walked.
pub(super) struct Outer {
    current: ScopeId,
    around: Vec<Around>,
    blocks: usize,
    brim: Option<Span>,
    value_return: Option<Span>,
    in_iterable: u32,
    lazy: Option<&'static str>,
}

impl Collector {
    pub(super) fn scope(&mut self) -> &mut Scope {
        &mut self.scopes[self.current.index()]
    }

    pub(super) fn kind(&self) -> ScopeKind {
        self.scopes[self.current.index()].kind
    }

    pub(super) fn body(&mut self, body: &[Stmt]) -> Res {
        body.iter().try_for_each(|stmt| self.stmt(stmt))
    }

    /// Opens the scope of a node.
    pub(super) fn open<T>(&mut self, kind: ScopeKind, node: &T, role: Role) -> Outer {
        self.open_keyed(kind, (address(node), role))
    }

    fn open_keyed(&mut self, kind: ScopeKind, key: (usize, Role)) -> Outer {
        let id = ScopeId(self.scopes.len() as u32);
        let parent = self.current;
        let frame = if kind == ScopeKind::Comprehension { self.scopes[parent.index()].frame } else { id };
        let mut scope = Scope::new(kind, Some(parent), frame);
        if kind.is_annotation() {
            let outer = &self.scopes[parent.index()];
            scope.sees_class = outer.kind == ScopeKind::Class || (outer.kind.is_annotation() && outer.sees_class);
        }
        self.scopes.push(scope);
        if kind == ScopeKind::Comprehension {
            self.scopes[parent.index()].nested.push(id);
        }
        self.by_node.insert(key, id);
        let mut outer = Outer {
            current: parent,
            around: Vec::new(),
            blocks: self.blocks,
            brim: self.brim,
            value_return: self.value_return,
            in_iterable: self.in_iterable,
            lazy: self.lazy,
        };
        self.current = id;
        if kind != ScopeKind::Comprehension {
            outer.around = std::mem::take(&mut self.around);
            self.blocks = 0;
            self.brim = None;
            self.value_return = None;
            self.in_iterable = 0;
            if !matches!(kind, ScopeKind::GeneratorExpr) && !kind.is_annotation() {
                self.lazy = None;
            }
        }
        outer
    }

    /// Closes the current scope.
    pub(super) fn close(&mut self, outer: Outer) {
        if self.kind() != ScopeKind::Comprehension {
            self.around = outer.around;
            self.blocks = outer.blocks;
            self.brim = outer.brim;
            self.value_return = outer.value_return;
            self.in_iterable = outer.in_iterable;
            self.lazy = outer.lazy;
        }
        self.current = outer.current;
    }

    /// Goes on in the annotation scope of the current class body or module, opened at first use.
    pub(super) fn reopen_annotations(&mut self) -> Outer {
        let key = (self.current.index(), Role::Annotations);
        match self.by_node.get(&key).copied() {
            Some(id) => {
                let outer = Outer {
                    current: self.current,
                    around: std::mem::take(&mut self.around),
                    blocks: std::mem::take(&mut self.blocks),
                    brim: self.brim.take(),
                    value_return: self.value_return.take(),
                    in_iterable: std::mem::take(&mut self.in_iterable),
                    lazy: self.lazy,
                };
                self.current = id;
                outer
            }
            None => {
                let outer = self.open_keyed(ScopeKind::Annotations, key);
                self.define_hidden(FORMAT, Flags::PARAM);
                outer
            }
        }
    }

    /// Defines a name that users can't write.
    pub(super) fn define_hidden(&mut self, name: &'static str, flags: Flags) {
        self.scope().enter(&Name::const_new(name)).flags.add(flags);
    }

    /// The namespace parameter of a scope of type parameters inside a class.
    pub(super) fn define_namespace(&mut self) {
        if self.scope().sees_class {
            self.define_hidden(NAMESPACE, Flags::PARAM);
        }
    }

    pub(super) fn warn(&mut self, span: Span, message: impl Into<String>) {
        self.warnings.push(problem(Code::SYNTAX_WARNING, span, message));
    }
}
