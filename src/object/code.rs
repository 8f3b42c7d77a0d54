//! A loaded code object: the compiler's [`Code`] with constants as values and an inline cache at each site.

use std::cell::Cell;
use std::sync::Arc;

use super::{Str, object_kind};
use crate::bytecode::{Code, CodeKind, Instr};
use crate::heap::{Gc, HeapType, Visitor};
use crate::value::Value;

/// What an inline cache remembers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum CacheKind {
    /// Nothing yet.
    #[default]
    Empty,
    /// Instance attribute: class version and shape → slot.
    Slot,
    /// New instance attribute: class version and old shape → next shape, appended.
    NewSlot,
    /// A function or native in the class, not shadowed: class version and shape → place in the lookups.
    Method,
    /// Any other class attribute without `__get__`, not shadowed.
    ClassValue,
    /// A property whose getter is a script's function: class version and shape → place in the lookups.
    Getter,
    /// A static method of a class object: class version → place in the lookups.
    Static,
    /// Global: version of the globals → place.
    Global,
    /// Builtin: versions of globals and builtins → place in the builtins.
    Builtin,
    /// An attribute of a module: version of its namespace → place.
    ModuleValue,
}

/// An inline cache.
#[derive(Clone, Copy, Default)]
pub struct Cache {
    /// What it remembers.
    pub kind: CacheKind,
    /// Version of a class or dict.
    pub version: u32,
    /// Shape, or a second version.
    pub shape: u32,
    /// Where the value is.
    pub place: u32,
    /// What follows from it (the next shape).
    pub next: u32,
}

/// A place in the code that refers to a name.
pub struct Site {
    /// The name.
    pub name: Gc<Str>,
    /// What the last lookup learnt, and the one before: two classes may take turns at one place.
    caches: [Cell<Cache>; 2],
}

impl Site {
    /// What was learnt under this version and shape.
    #[inline(always)]
    pub fn find(&self, version: u32, shape: u32) -> Option<Cache> {
        let hit = |cache: Cache| (cache.version == version && cache.shape == shape).then_some(cache);
        hit(self.caches[0].get()).or_else(|| hit(self.caches[1].get()))
    }

    /// Where the instance attribute is, if that was learnt under this version and shape.
    #[inline(always)]
    pub fn slot(&self, version: u32, shape: u32) -> Option<u32> {
        let hit = |cache: Cache| {
            (cache.version == version && cache.shape == shape && cache.kind == CacheKind::Slot).then_some(cache.place)
        };
        hit(self.caches[0].get()).or_else(|| hit(self.caches[1].get()))
    }

    /// What was learnt last.
    #[inline(always)]
    pub fn last(&self) -> Cache {
        self.caches[0].get()
    }

    /// Remembers what a lookup learnt.
    pub fn learn(&self, cache: Cache) {
        self.caches[1].set(self.caches[0].replace(cache));
    }
}

/// A code object.
pub struct CodeObject {
    /// What the compiler made.
    pub code: Arc<Code>,
    /// Constants as values.
    pub consts: Box<[Value]>,
    /// Names as interned strings.
    pub names: Box<[Gc<Str>]>,
    /// Sites.
    pub sites: Box<[Site]>,
    /// `co_name`
    pub name: Gc<Str>,
    /// `co_qualname`
    pub qualname: Gc<Str>,
    /// Number of positional arguments that a call can move straight into the registers: the code is a plain function's without
    /// keyword-only parameters, `*args` and `**kwargs`. `u32::MAX` for all others.
    pub simple: u32,
    /// The same of a generator's, coroutine's or asynchronous generator's code.
    pub simple_generator: u32,
    /// Registers of its frames.
    pub registers: u16,
    /// Its first instruction.
    pub entry: *const Instr,
}

impl HeapType for CodeObject {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(CodeObject, Code);

impl CodeObject {
    /// A loaded code.
    pub fn new(
        code: Arc<Code>,
        consts: Box<[Value]>,
        names: Box<[Gc<Str>]>,
        name: Gc<Str>,
        qualname: Gc<Str>,
    ) -> Gc<CodeObject> {
        let positional = !code.varargs && !code.varkw && code.keyword_only == 0;
        let simple_if = |of_kind: bool| if positional && of_kind { u32::from(code.positional) } else { u32::MAX };
        let simple = simple_if(code.kind == CodeKind::Function);
        let simple_generator =
            simple_if(matches!(code.kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator));
        let sites = code
            .sites
            .iter()
            .map(|name| Site { name: names[usize::from(*name)].clone(), caches: Default::default() })
            .collect();
        let (registers, entry) = (code.registers, code.instrs.as_ptr());
        Gc::new(CodeObject { code, consts, names, sites, name, qualname, simple, simple_generator, registers, entry })
    }

    /// The first instruction.
    #[inline(always)]
    pub fn start(&self) -> *const Instr {
        self.entry
    }

    /// The line that an instruction stands on, the first one where there is no such instruction; of one that stands for nothing in the text, that of a neighbour that does.
    pub fn line(&self, instr: u32) -> u32 {
        let instr = instr as usize;
        // What the compiler adds (the start of a handler) has no place of its own: it counts to what stands before it.
        let upto = self.code.spans.get(..=instr).unwrap_or_default();
        let before = upto.iter().rev().find(|span| !span.is_empty() || span.start != 0);
        let placed = before.or_else(|| self.code.spans.iter().skip(instr).find(|span| !span.is_empty()));
        placed.map_or(self.code.first_line, |span| self.code.source.line(span.start))
    }
}
