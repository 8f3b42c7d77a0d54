//! Scopes, their symbols, and how each name is reached.
//!
//! Invariant after analysis: every symbol of every scope has an [`Access`]; a frame's registers are its parameters, its plain
//! locals, the variables of comprehensions inlined into it, then its cells.

use rustc_hash::FxHashMap;

use crate::source::Span;
use crate::syntax::ast::Name;

/// Index of a scope in [`Scopes`](super::Scopes).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub struct ScopeId(pub(super) u32);

impl ScopeId {
    /// The module, cell or expression that was resolved.
    pub const ROOT: ScopeId = ScopeId(0);

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What a scope is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScopeKind {
    /// A module, REPL cell, or text of `exec` and `eval`.
    Module,
    /// A class body.
    Class,
    /// `def` and `async def`.
    Function,
    /// `lambda`.
    Lambda,
    /// A generator expression: a function of its own.
    GeneratorExpr,
    /// A list, set or dict comprehension: lives in the frame around it (PEP 709).
    Comprehension,
    /// Annotations of a function, class or module (PEP 649).
    Annotations,
    /// Type parameters (PEP 695).
    TypeParams,
    /// The lazily evaluated value of a type alias, bound or default.
    LazyValue,
}

impl ScopeKind {
    /// Whether names bound in it are variables of a frame, seen by the scopes inside.
    pub fn is_function_like(self) -> bool {
        !matches!(self, ScopeKind::Module | ScopeKind::Class)
    }

    /// Whether it is one of the scopes around annotations and type parameters, which see the names of a class around them.
    pub fn is_annotation(self) -> bool {
        matches!(self, ScopeKind::Annotations | ScopeKind::TypeParams | ScopeKind::LazyValue)
    }
}

/// How a scope reaches a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// A register.
    Local(u16),
    /// A cell of this frame, in this register.
    Cell(u16),
    /// A free variable of this frame's function.
    Free(u16),
    /// A global, else a builtin.
    Global,
    /// The namespace in register 0, else a global, else a builtin.
    Name,
    /// The namespace in register 0, else this free variable.
    ClassFree(u16),
}

/// What is known of a name in a scope, as a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Flags(pub u16);

impl Flags {
    pub const GLOBAL: Flags = Flags(1);
    pub const NONLOCAL: Flags = Flags(1 << 1);
    pub const LOCAL: Flags = Flags(1 << 2);
    pub const PARAM: Flags = Flags(1 << 3);
    pub const USE: Flags = Flags(1 << 4);
    pub const ANNOTATED: Flags = Flags(1 << 5);
    pub const DELETED: Flags = Flags(1 << 6);
    pub const WALRUS: Flags = Flags(1 << 7);
    pub const TYPE_PARAM: Flags = Flags(1 << 8);
    pub const ITERATION: Flags = Flags(1 << 9);
    /// Captured by a scope inside: lives in a cell.
    pub const CAPTURED: Flags = Flags(1 << 10);
    /// A name that binds here.
    pub const BOUND: Flags = Flags(Self::LOCAL.0 | Self::PARAM.0 | Self::TYPE_PARAM.0 | Self::ITERATION.0);

    pub fn has(self, other: Flags) -> bool {
        self.0 & other.0 != 0
    }

    pub fn add(&mut self, other: Flags) {
        self.0 |= other.0;
    }
}

/// Where a name's variable lives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Binding {
    /// Not yet known.
    Unknown,
    /// In this scope's frame.
    Own,
    /// In an enclosing scope.
    Outer(ScopeId),
    Global,
    /// The namespace of register 0.
    Name,
    /// The namespace of a class, else that enclosing scope.
    ClassOr(ScopeId),
}

/// A name in a scope.
#[derive(Clone, Debug)]
pub(super) struct Symbol {
    pub name: Name,
    pub flags: Flags,
    pub binding: Binding,
    pub access: Access,
    /// The `global` or `nonlocal` statement, for errors.
    pub directive: Span,
}

/// One scope.
#[derive(Debug)]
pub struct Scope {
    /// What it is.
    pub kind: ScopeKind,
    /// The scope around it.
    pub parent: Option<ScopeId>,
    /// The scope whose frame it runs in: itself, unless it is an inlined comprehension.
    pub frame: ScopeId,
    /// `async def`, or a comprehension that awaits.
    pub is_async: bool,
    /// Has a `yield` of its own.
    pub is_generator: bool,
    /// The frame's registers below the temporaries, by name.
    pub locals: Vec<Name>,
    /// Registers that hold cells, among those of `locals`, made when the frame begins.
    pub cells: Vec<u16>,
    /// Names of the free variables, sorted.
    pub free: Vec<Name>,
    /// Registers of variables that a `del` or the end of an `except … as` clause unbinds.
    pub deleted: Vec<u16>,
    /// Registers of variables that a walrus binds.
    pub walrus: Vec<u16>,
    /// An inlined comprehension's own registers, with whether each holds a cell.
    pub inlined: Vec<(u16, bool)>,
    /// A class: register of the `__class__` cell.
    pub class_cell: Option<u16>,
    /// A class: register of the cell that holds its namespace for the annotation scopes inside.
    pub class_dict: Option<u16>,
    /// An annotation scope inside a class: register 0 must hold the class's namespace, found in the free variable
    /// `__classdict__`.
    pub sees_class: bool,
    /// A class: names that its methods assign as `self.name`, sorted.
    pub static_attributes: Vec<Name>,
    /// A class body or module has annotations of simple names.
    pub has_annotations: bool,
    pub(super) needs_class_cell: bool,
    pub(super) needs_class_dict: bool,
    /// Comprehensions inlined directly here.
    pub(super) nested: Vec<ScopeId>,
    pub(super) symbols: Vec<Symbol>,
    pub(super) index: FxHashMap<Name, u32>,
}

impl Scope {
    pub(super) fn new(kind: ScopeKind, parent: Option<ScopeId>, frame: ScopeId) -> Scope {
        Scope {
            kind,
            parent,
            frame,
            is_async: false,
            is_generator: false,
            locals: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            deleted: Vec::new(),
            walrus: Vec::new(),
            inlined: Vec::new(),
            class_cell: None,
            class_dict: None,
            sees_class: false,
            static_attributes: Vec::new(),
            has_annotations: false,
            needs_class_cell: false,
            needs_class_dict: false,
            nested: Vec::new(),
            symbols: Vec::new(),
            index: FxHashMap::default(),
        }
    }

    pub(super) fn symbol(&self, name: &str) -> Option<&Symbol> {
        self.index.get(name).map(|&at| &self.symbols[at as usize])
    }

    pub(super) fn flags(&self, name: &str) -> Flags {
        self.symbol(name).map_or(Flags::default(), |symbol| symbol.flags)
    }

    /// The symbol of a name, made if there is none.
    pub(super) fn enter(&mut self, name: &Name) -> &mut Symbol {
        let at = match self.index.get(name) {
            Some(&at) => at as usize,
            None => {
                let at = self.symbols.len();
                self.index.insert(name.clone(), at as u32);
                self.symbols.push(Symbol {
                    name: name.clone(),
                    flags: Flags::default(),
                    binding: Binding::Unknown,
                    access: Access::Global,
                    directive: Span::default(),
                });
                at
            }
        };
        &mut self.symbols[at]
    }

    /// Whether the frame keeps a namespace in register 0.
    pub fn has_namespace(&self) -> bool {
        self.locals.first().is_some_and(|name| name == super::NAMESPACE)
    }
}
