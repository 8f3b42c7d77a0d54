//! The second pass: binds every name to the scope that owns it, finds cells and free variables, hands out registers.

use super::error::{Res, problem};
use super::scope::{Access, Binding, Flags, Scope, ScopeId, ScopeKind};
use super::{CLASS_CELL, CLASS_DICT, FORMAT, NAMESPACE};
use crate::diag::Code;
use crate::syntax::ast::Name;

/// Resolves all names. `namespace`: the module's names live in the namespace of register 0.
pub(super) fn analyze(scopes: &mut Vec<Scope>, namespace: bool) -> Res<()> {
    let mut pass = Analysis { scopes, namespace };
    for at in 0..pass.scopes.len() {
        pass.bind_scope(ScopeId(at as u32))?;
    }
    for at in 0..pass.scopes.len() {
        if pass.scopes[at].frame.index() == at {
            pass.lay_out(ScopeId(at as u32));
        }
    }
    for at in 0..pass.scopes.len() {
        pass.assign_access(ScopeId(at as u32));
    }
    Ok(())
}

struct Analysis<'a> {
    scopes: &'a mut Vec<Scope>,
    namespace: bool,
}

/// What a search through the enclosing scopes found.
enum Found {
    Owner(ScopeId),
    /// The namespace of a class that an annotation scope sees, else what stands behind it.
    Class(Option<ScopeId>),
    Global,
}

impl Analysis<'_> {
    fn bind_scope(&mut self, id: ScopeId) -> Res<()> {
        if self.scopes[id.index()].sees_class {
            self.capture_outer(id, CLASS_DICT);
        }
        for at in 0..self.scopes[id.index()].symbols.len() {
            let binding = self.bind_symbol(id, at)?;
            let symbol = &mut self.scopes[id.index()].symbols[at];
            symbol.binding = binding;
            if let Binding::Outer(owner) | Binding::ClassOr(owner) = binding {
                let name = symbol.name.clone();
                self.capture(id, owner, &name);
            }
        }
        Ok(())
    }

    fn bind_symbol(&self, id: ScopeId, at: usize) -> Res<Binding> {
        let scope = &self.scopes[id.index()];
        let symbol = &scope.symbols[at];
        let flags = symbol.flags;
        if flags.has(Flags::GLOBAL) {
            if flags.has(Flags::NONLOCAL) {
                return Err(problem(Code::SCOPE, symbol.directive, format!("name '{}' is nonlocal and global", symbol.name)));
            }
            return Ok(Binding::Global);
        }
        if flags.has(Flags::NONLOCAL) {
            return self.bind_nonlocal(id, at);
        }
        let by_name = match scope.kind {
            ScopeKind::Module => return Ok(if self.namespace { Binding::Name } else { Binding::Global }),
            ScopeKind::Class => true,
            _ => false,
        };
        if flags.has(Flags::BOUND) {
            return Ok(if by_name { Binding::Name } else { Binding::Own });
        }
        Ok(match self.search(id, &symbol.name) {
            Found::Owner(owner) if by_name => Binding::ClassOr(owner),
            Found::Owner(owner) => Binding::Outer(owner),
            Found::Class(Some(owner)) => Binding::ClassOr(owner),
            Found::Class(None) => Binding::Name,
            Found::Global if by_name || self.inlined_into_namespace(scope) => Binding::Name,
            Found::Global => Binding::Global,
        })
    }

    /// A comprehension that is inlined into a module with a namespace looks names up there.
    fn inlined_into_namespace(&self, scope: &Scope) -> bool {
        let frame = &self.scopes[scope.frame.index()];
        self.namespace && scope.kind == ScopeKind::Comprehension && frame.kind == ScopeKind::Module
    }

    fn bind_nonlocal(&self, id: ScopeId, at: usize) -> Res<Binding> {
        let symbol = &self.scopes[id.index()].symbols[at];
        match self.search_plain(id, &symbol.name) {
            Some(owner) if self.scopes[owner.index()].flags(&symbol.name).has(Flags::TYPE_PARAM) => {
                let text = format!("nonlocal binding not allowed for type parameter '{}'", symbol.name);
                Err(problem(Code::SCOPE, symbol.directive, text))
            }
            Some(owner) => Ok(Binding::Outer(owner)),
            None => Err(problem(Code::SCOPE, symbol.directive, format!("no binding for nonlocal '{}' found", symbol.name))),
        }
    }

    /// Searches the scopes around `id`, with the view of a class that annotation scopes have.
    fn search(&self, id: ScopeId, name: &str) -> Found {
        let mut at = id;
        // Comprehensions and annotation scopes see the class's names before anything outside the class.
        let mut sees = self.sees_class(at);
        while let Some(parent) = self.scopes[at.index()].parent {
            let scope = &self.scopes[parent.index()];
            match scope.kind {
                ScopeKind::Module => break,
                ScopeKind::Class if name == CLASS_CELL && self.scopes[id.index()].frame != parent => {
                    return Found::Owner(parent);
                }
                ScopeKind::Class if sees => {
                    if scope.flags(name).has(Flags::GLOBAL) {
                        return Found::Global;
                    }
                    return Found::Class(self.search_plain(parent, name));
                }
                ScopeKind::Class => {}
                _ => {
                    let flags = scope.flags(name);
                    if flags.has(Flags::GLOBAL) {
                        return Found::Global;
                    }
                    if flags.has(Flags::BOUND) && !flags.has(Flags::NONLOCAL) {
                        return Found::Owner(parent);
                    }
                    sees = sees && self.sees_class(parent);
                }
            }
            at = parent;
        }
        Found::Global
    }

    fn sees_class(&self, id: ScopeId) -> bool {
        let scope = &self.scopes[id.index()];
        scope.sees_class || (scope.kind == ScopeKind::Comprehension && self.scopes[scope.frame.index()].sees_class)
    }

    /// The enclosing function scope that binds a name.
    fn search_plain(&self, id: ScopeId, name: &str) -> Option<ScopeId> {
        let mut at = self.scopes[id.index()].parent;
        while let Some(parent) = at {
            let scope = &self.scopes[parent.index()];
            if scope.kind == ScopeKind::Class && name == CLASS_CELL && self.scopes[id.index()].frame != parent {
                return Some(parent);
            }
            if scope.kind.is_function_like() {
                let flags = scope.flags(name);
                if flags.has(Flags::GLOBAL) {
                    return None;
                }
                if flags.has(Flags::BOUND) && !flags.has(Flags::NONLOCAL) {
                    return Some(parent);
                }
            }
            at = scope.parent;
        }
        None
    }

    /// Makes the class dict of the class around an annotation scope a free variable of that scope.
    fn capture_outer(&mut self, id: ScopeId, name: &str) {
        let mut at = self.scopes[id.index()].parent;
        while let Some(parent) = at {
            if self.scopes[parent.index()].kind == ScopeKind::Class {
                self.capture(id, parent, &Name::from(name));
                return;
            }
            at = self.scopes[parent.index()].parent;
        }
    }

    /// Threads a variable of `owner` down to `user`: a cell there, a free variable in every frame between.
    fn capture(&mut self, user: ScopeId, owner: ScopeId, name: &Name) {
        let home = self.scopes[owner.index()].frame;
        let mut frame = self.scopes[user.index()].frame;
        if frame == home {
            return;
        }
        while frame != home {
            let scope = &mut self.scopes[frame.index()];
            if !scope.free.contains(name) {
                scope.free.push(name.clone());
            }
            let Some(parent) = scope.parent else { return };
            frame = self.scopes[parent.index()].frame;
        }
        let scope = &mut self.scopes[owner.index()];
        match name.as_str() {
            CLASS_CELL if scope.kind == ScopeKind::Class => scope.needs_class_cell = true,
            CLASS_DICT if scope.kind == ScopeKind::Class => scope.needs_class_dict = true,
            _ => scope.enter(name).flags.add(Flags::CAPTURED),
        }
    }

    /// Hands out the registers of a frame.
    fn lay_out(&mut self, id: ScopeId) {
        let namespace = self.namespace;
        let scope = &mut self.scopes[id.index()];
        scope.free.sort_unstable();
        let mut locals: Vec<Name> = Vec::new();
        if scope.kind == ScopeKind::Class || (scope.kind == ScopeKind::Module && namespace) {
            locals.push(Name::const_new(NAMESPACE));
        }
        let own = |symbol: &super::scope::Symbol| symbol.binding == Binding::Own;
        let mut cells = Vec::new();
        for symbol in scope.symbols.iter_mut().filter(|symbol| own(symbol) && symbol.flags.has(Flags::PARAM)) {
            let register = locals.len() as u16;
            symbol.access = if symbol.flags.has(Flags::CAPTURED) {
                cells.push(register);
                Access::Cell(register)
            } else {
                Access::Local(register)
            };
            locals.push(if symbol.name == FORMAT { Name::const_new("format") } else { symbol.name.clone() });
        }
        for symbol in scope.symbols.iter_mut() {
            if own(symbol) && !symbol.flags.has(Flags::PARAM) && !symbol.flags.has(Flags::CAPTURED) {
                symbol.access = Access::Local(locals.len() as u16);
                locals.push(symbol.name.clone());
            }
        }
        let mut boxed: Vec<usize> = (0..scope.symbols.len())
            .filter(|&at| {
                let symbol = &scope.symbols[at];
                own(symbol) && !symbol.flags.has(Flags::PARAM) && symbol.flags.has(Flags::CAPTURED)
            })
            .collect();
        boxed.sort_by(|&a, &b| scope.symbols[a].name.cmp(&scope.symbols[b].name));
        for at in boxed {
            let register = locals.len() as u16;
            cells.push(register);
            scope.symbols[at].access = Access::Cell(register);
            locals.push(scope.symbols[at].name.clone());
        }
        for (needed, name, slot) in [
            (scope.needs_class_cell, CLASS_CELL, &mut scope.class_cell),
            (scope.needs_class_dict, CLASS_DICT, &mut scope.class_dict),
        ] {
            if needed {
                let register = locals.len() as u16;
                *slot = Some(register);
                cells.push(register);
                locals.push(Name::from(name));
            }
        }
        scope.cells = cells;
        let mut pool = Pool { locals, entries: Vec::new() };
        self.lay_out_inlined(id, &mut pool, &mut Vec::new());
        self.scopes[id.index()].locals = pool.locals;
        self.collect_marks(id);
    }

    /// Registers of the comprehensions inlined into a frame; those that never run at once share them by name.
    fn lay_out_inlined(&mut self, parent: ScopeId, pool: &mut Pool, used: &mut Vec<u16>) {
        for child in std::mem::take(&mut self.scopes[parent.index()].nested) {
            let at = child.index();
            let depth = used.len();
            for number in 0..self.scopes[at].symbols.len() {
                let symbol = &self.scopes[at].symbols[number];
                if symbol.binding != Binding::Own {
                    continue;
                }
                let boxed = symbol.flags.has(Flags::CAPTURED);
                let register = pool.register(&symbol.name, boxed, used);
                used.push(register);
                self.scopes[at].symbols[number].access = if boxed { Access::Cell(register) } else { Access::Local(register) };
                self.scopes[at].inlined.push((register, boxed));
            }
            self.lay_out_inlined(child, pool, used);
            used.truncate(depth);
        }
    }

    fn collect_marks(&mut self, id: ScopeId) {
        let mut deleted = Vec::new();
        let mut walrus = Vec::new();
        for symbol in &self.scopes[id.index()].symbols {
            if let (Binding::Own, Access::Local(register)) = (symbol.binding, symbol.access) {
                if symbol.flags.has(Flags::DELETED) {
                    deleted.push(register);
                }
                if symbol.flags.has(Flags::WALRUS) {
                    walrus.push(register);
                }
            }
        }
        let scope = &mut self.scopes[id.index()];
        scope.deleted = deleted;
        scope.walrus = walrus;
    }

    fn assign_access(&mut self, id: ScopeId) {
        let frame = self.scopes[id.index()].frame;
        for at in 0..self.scopes[id.index()].symbols.len() {
            let symbol = &self.scopes[id.index()].symbols[at];
            let access = match symbol.binding {
                Binding::Own => continue,
                Binding::Global | Binding::Unknown => Access::Global,
                Binding::Name => Access::Name,
                Binding::Outer(owner) if self.scopes[owner.index()].frame == frame => {
                    self.scopes[owner.index()].symbol(&symbol.name).map_or(Access::Global, |outer| outer.access)
                }
                Binding::Outer(_) => Access::Free(self.free_index(frame, &symbol.name)),
                Binding::ClassOr(_) => Access::ClassFree(self.free_index(frame, &symbol.name)),
            };
            self.scopes[id.index()].symbols[at].access = access;
        }
    }

    fn free_index(&self, frame: ScopeId, name: &Name) -> u16 {
        self.scopes[frame.index()].free.binary_search(name).map_or(0, |at| at as u16)
    }
}

/// Registers for the variables of inlined comprehensions.
struct Pool {
    locals: Vec<Name>,
    entries: Vec<(u16, bool)>,
}

impl Pool {
    fn register(&mut self, name: &Name, boxed: bool, used: &[u16]) -> u16 {
        let free = |&&(register, cell): &&(u16, bool)| {
            cell == boxed && self.locals[register as usize] == *name && !used.contains(&register)
        };
        if let Some(&(register, _)) = self.entries.iter().find(free) {
            return register;
        }
        let register = self.locals.len() as u16;
        self.entries.push((register, boxed));
        self.locals.push(name.clone());
        register
    }
}
