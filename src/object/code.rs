//! A loaded code object: the compiler's [`Code`] with constants as values and an inline cache at each site.

use std::cell::{Cell, OnceCell};
use std::sync::Arc;

use super::pool::Pool;
use super::{NativeId, Str, object_kind};
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
    /// The same of a native, whose number is the upper half of the place.
    NativeMethod,
    /// Any other class attribute without `__get__`, not shadowed.
    ClassValue,
    /// A property whose getter is a script's function: class version and shape → place in the lookups.
    Getter,
    /// A static method of a class object, or of an instance's class: class version (and shape) → place in the lookups.
    Static,
    /// A class method, likewise; what it gets is the class.
    OfClass,
    /// What `super()` finds for a method call: versions of the instance's class and of the class whose method this is → place in the lookups of
    /// the former.
    Super,
    /// Global: version of the globals → place.
    Global,
    /// Builtin: versions of globals and builtins → place in the builtins.
    Builtin,
    /// An attribute of a module: version of its namespace → place.
    ModuleValue,
    /// There is no such attribute: class version and shape.
    Absent,
    /// An attribute that no cache can know: class version and shape.
    Uncached,
}

/// The largest number that fits into half of a place.
const HALF: u32 = u16::MAX as u32;

/// An inline cache.
#[derive(Clone, Copy)]
pub struct Cache {
    /// Version of a class or dict.
    pub version: u32,
    /// Shape, or a second version.
    pub shape: u32,
    /// Where the value is; of a new attribute the shape that follows.
    pub place: u32,
    /// Of a [`CacheKind::Slot`] its place, so that one comparison with the number of slots tells the kind, too; [`Cache::NO_SLOT`] of all others.
    pub slot: u16,
    /// What it remembers.
    pub kind: CacheKind,
}

impl Cache {
    /// More than any object has.
    const NO_SLOT: u16 = u16::MAX;

    /// What was learnt under a version and a shape.
    pub fn new(kind: CacheKind, version: u32, shape: u32, place: u32) -> Cache {
        let slot = if kind == CacheKind::Slot { u16::try_from(place).unwrap_or(Cache::NO_SLOT) } else { Cache::NO_SLOT };
        Cache { version, shape, place, slot, kind }
    }

    /// A method at a place of a class's lookups, which may be a native.
    pub fn of_method(version: u32, shape: u32, place: u32, native: Option<NativeId>) -> Cache {
        match native {
            Some(NativeId(id)) if id <= HALF && place <= HALF => {
                Cache::new(CacheKind::NativeMethod, version, shape, id << HALF.count_ones() | place)
            }
            _ => Cache::new(CacheKind::Method, version, shape, place),
        }
    }

    /// The place of a method in the lookups.
    #[inline(always)]
    pub fn method_place(&self) -> Option<u32> {
        match self.kind {
            CacheKind::Method => Some(self.place),
            CacheKind::NativeMethod => Some(self.place & HALF),
            _ => None,
        }
    }

    /// The native that a method is.
    #[inline(always)]
    pub fn native_method(&self) -> Option<NativeId> {
        (self.kind == CacheKind::NativeMethod).then_some(NativeId(self.place >> HALF.count_ones()))
    }

    /// Whether it was learnt under this version and shape.
    #[inline(always)]
    pub fn fits(&self, version: u32, shape: u32) -> bool {
        self.version == version && self.shape == shape
    }
}

impl Default for Cache {
    /// Nothing, under a version that nothing has.
    fn default() -> Cache {
        Cache::new(CacheKind::Empty, u32::MAX, 0, 0)
    }
}

/// What a site refers to, and what it learnt before what [`Pool`] has of it: several classes may take turns at one place.
pub struct SiteRecord {
    /// The name.
    pub name: Gc<Str>,
    older: [Cell<Cache>; 3],
}

impl SiteRecord {
    /// A site that refers to a name, about which nothing has been learnt.
    pub fn new(name: Gc<Str>) -> SiteRecord {
        SiteRecord { name, older: Default::default() }
    }
}

/// A place in the code that refers to a name.
#[derive(Clone, Copy)]
pub struct Site<'a> {
    /// The name.
    pub name: &'a Gc<Str>,
    latest: &'a Cell<Cache>,
    older: &'a [Cell<Cache>; 3],
}

impl<'a> Site<'a> {
    /// The site of this record, with what it learnt last.
    #[inline(always)]
    pub fn new(record: &'a SiteRecord, latest: &'a Cell<Cache>) -> Site<'a> {
        Site { name: &record.name, latest, older: &record.older }
    }

    /// What was learnt under this version and shape.
    #[inline(always)]
    pub fn find(&self, version: u32, shape: u32) -> Option<Cache> {
        let latest = self.latest.get();
        if latest.fits(version, shape) {
            return Some(latest);
        }
        self.older.iter().map(Cell::get).find(|cache| cache.fits(version, shape))
    }

    /// What was learnt last.
    #[inline(always)]
    pub fn last(&self) -> Cache {
        self.latest.get()
    }

    /// Remembers what a lookup learnt.
    pub fn learn(&self, cache: Cache) {
        let mut newer = self.latest.replace(cache);
        for place in self.older {
            newer = place.replace(newer);
        }
    }
}

/// Keyword arguments of a call that are matched with parameters once.
pub const MOST_NAMED: usize = 12;
/// In a [`CallShape`]: no parameter has this name, so the argument goes to `**kwargs`.
pub const TO_REST: u8 = u8::MAX;

/// Which parameters the keyword arguments of a call are for, in what was called there last.
#[derive(Default)]
pub struct CallShape {
    /// The number of a code object, or of a native with the highest bit set; 0 for nothing.
    callee: Cell<u32>,
    places: Cell<[u8; MOST_NAMED]>,
    order: Cell<Order>,
}

/// Where each parameter of a function gets its value from in a call of so many arguments, where the function collects none.
#[derive(Clone, Copy, Default)]
pub struct Order {
    /// The number of the code object; 0 for nothing.
    pub callee: u32,
    /// All arguments, by position and by name.
    pub count: u8,
    /// How many parameters there are.
    pub parameters: u8,
    /// Some of them get their defaults.
    pub defaults: bool,
    /// The argument of each parameter, or [`Order::DEFAULT`].
    pub sources: [u8; MOST_NAMED],
}

impl Order {
    /// Stands for the default of a parameter.
    pub const DEFAULT: u8 = u8::MAX;
}

impl CallShape {
    /// The parameter of each keyword argument, if that was learnt of this callee.
    #[inline(always)]
    pub fn places(&self, callee: u32) -> Option<[u8; MOST_NAMED]> {
        (self.callee.get() == callee).then(|| self.places.get())
    }

    /// Remembers them.
    pub fn learn(&self, callee: u32, places: [u8; MOST_NAMED]) {
        self.callee.set(callee);
        self.places.set(places);
    }

    /// Where the parameters of a function get their values from, if that was learnt of this code and number of arguments.
    #[inline(always)]
    pub fn order(&self, callee: u32, count: u32) -> Option<Order> {
        let order = self.order.get();
        (order.callee == callee && u32::from(order.count) == count).then_some(order)
    }

    /// Remembers it.
    pub fn learn_order(&self, order: Order) {
        self.order.set(order);
    }
}

thread_local! {
    static NEXT_NUMBER: Cell<u32> = const { Cell::new(1) };
}

/// A code object.
pub struct CodeObject {
    /// What the compiler made.
    pub code: Arc<Code>,
    /// Constants as values, and the caches of the sites.
    pub consts: Pool,
    /// Names as interned strings.
    pub names: Box<[Gc<Str>]>,
    sites: Box<[SiteRecord]>,
    /// `co_name`
    pub name: Gc<Str>,
    /// `co_qualname`
    pub qualname: Gc<Str>,
    /// Number of positional arguments that a call can move straight into the registers: the code is a plain function's without
    /// keyword-only parameters, `*args` and `**kwargs`. `u32::MAX` for all others.
    pub simple: u32,
    /// The same of a generator's, coroutine's or asynchronous generator's code.
    pub simple_generator: u32,
    /// Number of positional parameters of a plain function that has `*args`, `**kwargs` or both, and no keyword-only parameters; `u32::MAX` for
    /// all others.
    pub collecting: u32,
    /// Registers of its frames.
    pub registers: u16,
    /// Its first instruction.
    pub entry: *const Instr,
    /// What call shapes know it by: unlike its address, no other code gets it later.
    pub number: u32,
    /// A shape for each constant that names the keyword arguments of a call; made at the first such call.
    shapes: OnceCell<Box<[CallShape]>>,
}

impl HeapType for CodeObject {
    const TRACKED: bool = false;
    fn trace(&self, _: &mut Visitor<'_>) {}
}
object_kind!(CodeObject, Code);

impl CodeObject {
    /// A loaded code.
    pub fn new(code: Arc<Code>, consts: Vec<Value>, names: Box<[Gc<Str>]>, name: Gc<Str>, qualname: Gc<Str>) -> Gc<CodeObject> {
        let positional = !code.varargs && !code.varkw && code.keyword_only == 0;
        let simple_if = |of_kind: bool| if positional && of_kind { u32::from(code.positional) } else { u32::MAX };
        let simple = simple_if(code.kind == CodeKind::Function);
        let collects = code.kind == CodeKind::Function && code.keyword_only == 0 && (code.varargs || code.varkw);
        let collecting = if collects { u32::from(code.positional) } else { u32::MAX };
        let simple_generator =
            simple_if(matches!(code.kind, CodeKind::Generator | CodeKind::Coroutine | CodeKind::AsyncGenerator));
        let sites: Box<[SiteRecord]> =
            code.sites.iter().map(|name| SiteRecord::new(names[usize::from(*name)].clone())).collect();
        let consts = Pool::new(consts, sites.len());
        let (registers, entry) = (code.registers, code.instrs.as_ptr());
        let number = NEXT_NUMBER.get();
        // Numbers of natives have the highest bit.
        NEXT_NUMBER.set((number + 1) & (u32::MAX >> 1));
        Gc::new(CodeObject {
            code,
            consts,
            names,
            sites,
            name,
            qualname,
            simple,
            simple_generator,
            collecting,
            registers,
            entry,
            number,
            shapes: OnceCell::new(),
        })
    }

    /// A site.
    #[inline(always)]
    pub fn site(&self, site: u16) -> Site<'_> {
        Site::new(&self.sites[usize::from(site)], self.consts.latest(site))
    }

    /// The shape of the calls whose keyword arguments a constant names.
    #[inline(always)]
    pub fn call_shape(&self, constant: u16) -> &CallShape {
        let shapes = self.shapes.get_or_init(|| self.consts.iter().map(|_| CallShape::default()).collect());
        &shapes[usize::from(constant)]
    }

    /// The first instruction.
    #[inline(always)]
    pub fn start(&self) -> *const Instr {
        self.entry
    }

    /// The line that an instruction stands on, the first one where there is no such instruction; of one that stands for nothing in the text, that of a neighbour that does.
    pub fn line(&self, instr: u32) -> u32 {
        if instr == super::UNBEGUN {
            return self.code.first_line;
        }
        let instr = instr as usize;
        // What the compiler adds (the start of a handler) has no place of its own: it counts to what stands before it.
        let upto = self.code.spans.get(..=instr).unwrap_or_default();
        let before = upto.iter().rev().find(|span| !span.is_empty() || span.start != 0);
        let placed = before.or_else(|| self.code.spans.iter().skip(instr).find(|span| !span.is_empty()));
        placed.map_or(self.code.first_line, |span| self.code.source.line(span.start))
    }
}
