//! Classes: namespace, method resolution order, shapes of their instances, and a version that changes with anything a lookup depends on.

use std::cell::{Cell, OnceCell, Ref, RefCell};

use hashbrown::HashMap;
use rustc_hash::FxBuildHasher;

use super::{Dict, NativeId, Slots, Str, object_kind};
use crate::heap::{Gc, HeapType, Visitor, Weak};
use crate::value::{Kind, Value};

/// Number of a shape within its class; 0 is the empty one.
pub type ShapeId = u32;

/// What instances of a class may hook into, derived from its namespaces along the MRO.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub struct ClassFlags {
    pub getattribute: bool,
    pub getattr: bool,
    pub setattr: bool,
    pub delattr: bool,
    pub del: bool,
    /// No `__dict__`: `__slots__` all along the MRO.
    pub slots_only: bool,
}

/// How instances of a class are hashed and compared as keys: what its `__hash__` and `__eq__` come down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Keyed {
    /// Nobody has looked yet.
    Unknown,
    /// Both are those of `object`: by identity.
    Identity,
    /// Both are those of the built-in type that it derives from: by the value that an instance carries.
    Carried,
    /// By methods that have to be called.
    Methods,
}

/// Places that a class's table of special methods has; number 0 stands for none of them.
pub const SPECIALS: usize = 144;
/// In that table: nobody has looked yet.
const UNKNOWN: u32 = 0;
/// In that table: the class has no such method. Greater numbers are places in the lookups, from 2 on.
const ABSENT: u32 = 1;

struct Shape {
    names: Box<[Gc<Str>]>,
    places: HashMap<usize, u32, FxBuildHasher>,
    next: HashMap<usize, ShapeId, FxBuildHasher>,
}

/// A class.
pub struct Class {
    /// `__name__`
    pub name: RefCell<Gc<Str>>,
    /// What messages call it: some native classes are called with their module there. Unset for the name itself.
    pub said: OnceCell<Gc<Str>>,
    /// `__qualname__`
    pub qualname: RefCell<Gc<Str>>,
    /// The class's own class; unset only for `type` itself.
    pub metaclass: OnceCell<Gc<Class>>,
    /// `__bases__`
    pub bases: RefCell<Vec<Gc<Class>>>,
    /// Classes after this one in the method resolution order.
    mro_rest: RefCell<Vec<Gc<Class>>>,
    namespace: Gc<Dict>,
    version: Cell<u32>,
    /// Attributes found along the MRO, for the present version; inline caches point into it.
    lookups: RefCell<Vec<(Gc<Str>, Value)>>,
    lookup_places: RefCell<HashMap<usize, Option<u32>, FxBuildHasher>>,
    /// Where the lookups keep each special method, by the number of its name ([`Str::special`]), for the present version.
    specials: OnceCell<Box<[Cell<u32>; SPECIALS]>>,
    flags: Cell<ClassFlags>,
    keyed: Cell<Keyed>,
    shapes: RefCell<Vec<Shape>>,
    subclasses: RefCell<Vec<Weak<Class>>>,
    /// Classes that have it in their order without deriving from it, as a metaclass's `mro()` wanted.
    followers: RefCell<Vec<Weak<Class>>>,
    /// How instances are laid out: the built-in type at the root (`Kind::Instance` for plain objects).
    pub layout: Layout,
    /// Made by the machine itself: its namespace can't be changed by scripts.
    pub builtin: bool,
    /// What `__slots__` says; unset for native classes.
    slots: OnceCell<Slots>,
    /// How instances are made, where that takes fewer steps than in general; found anew when the class changes.
    pub maker: Cell<Maker>,
    /// The native that a call of this very class comes down to, where `__new__` alone does not do it all.
    pub made_by: Cell<Option<NativeId>>,
    /// Whether it may be subclassed.
    pub base_allowed: Cell<bool>,
    /// Instances have this many attributes, as the last one that was finished had.
    pub usual_slots: Cell<u32>,
}

/// What a call of a class comes down to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Maker {
    /// Nobody has looked yet.
    Unknown,
    /// `__new__` and `__init__` have to be called.
    None,
    /// It is `type` itself, which gives the class of its one argument.
    Type,
    /// This native, which gets the class and the arguments: no `__init__` is left to do anything.
    Native(NativeId),
    /// A plain instance, and a script's `__init__`, which the lookups keep here.
    Init(u32),
    /// An exception of its arguments: no `__new__` or `__init__` but those of BaseException.
    Exception,
    /// An exception of its arguments, and a script's `__init__`, which the lookups keep here.
    ExceptionInit(u32),
}

/// What the instances of a class are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Layout {
    /// `object`s.
    Plain,
    /// Exceptions.
    Exception,
    /// Classes (a metaclass).
    Class,
    /// Immediate values of a built-in type: int, float, bool, NoneType.
    Immediate,
    /// Heap objects of a kind; instances of subclasses are `Instance`s that carry one.
    Native(Kind),
}

thread_local! {
    static NEXT_VERSION: Cell<u32> = const { Cell::new(1) };
}

fn next_version() -> u32 {
    NEXT_VERSION.replace(NEXT_VERSION.get() + 1)
}

impl HeapType for Class {
    const TRACKED: bool = true;
    fn trace(&self, visitor: &mut Visitor<'_>) {
        if let Some(class) = self.metaclass.get() {
            class.trace(visitor);
        }
        self.bases.borrow().iter().for_each(|class| class.trace(visitor));
        self.mro_rest.borrow().iter().for_each(|class| class.trace(visitor));
        self.namespace.trace(visitor);
        self.lookups.borrow().iter().for_each(|(_, value)| value.trace(visitor));
    }
    fn clear(&self) {
        let dropped = (self.bases.take(), self.mro_rest.take(), self.lookups.take());
        self.forget_places();
        self.version.set(next_version());
        self.keyed.set(Keyed::Unknown);
        self.maker.set(Maker::Unknown);
        drop(dropped);
        HeapType::clear(&*self.namespace);
    }
}
object_kind!(Class, Class);

impl Class {
    /// A new class. `mro_rest` is its method resolution order without itself.
    pub fn new(
        name: Gc<Str>,
        qualname: Gc<Str>,
        bases: Vec<Gc<Class>>,
        mro_rest: Vec<Gc<Class>>,
        namespace: Gc<Dict>,
        layout: Layout,
        builtin: bool,
    ) -> Gc<Class> {
        let class = Gc::new(Class {
            name: RefCell::new(name),
            said: OnceCell::new(),
            qualname: RefCell::new(qualname),
            metaclass: OnceCell::new(),
            bases: RefCell::new(bases),
            mro_rest: RefCell::new(mro_rest),
            namespace,
            version: Cell::new(next_version()),
            lookups: RefCell::default(),
            lookup_places: RefCell::default(),
            specials: OnceCell::new(),
            flags: Cell::default(),
            keyed: Cell::new(Keyed::Unknown),
            shapes: RefCell::new(vec![Shape { names: Box::new([]), places: HashMap::default(), next: HashMap::default() }]),
            subclasses: RefCell::default(),
            followers: RefCell::default(),
            layout,
            builtin,
            slots: OnceCell::new(),
            maker: Cell::new(Maker::Unknown),
            base_allowed: Cell::new(true),
            made_by: Cell::new(None),
            usual_slots: Cell::new(0),
        });
        for base in class.bases.borrow().iter() {
            base.subclasses.borrow_mut().push(Weak::new(&class));
        }
        class
    }

    /// The version: unique, and new whenever this class or one that it inherits from changes.
    #[inline(always)]
    pub fn version(&self) -> u32 {
        self.version.get()
    }

    /// What messages call it.
    pub fn name_in_messages(&self) -> Gc<Str> {
        self.said.get().map_or_else(|| self.name.borrow().clone(), Gc::clone)
    }

    /// The names that instances have places for.
    pub fn members(&self) -> &[Gc<Str>] {
        self.slots.get().map_or(&[], |slots| &slots.members)
    }

    /// Whether its own `__slots__` adds to these names.
    pub fn has_own_members(&self) -> bool {
        self.slots.get().is_some_and(|slots| slots.own > 0)
    }

    /// Whether it says that its instances need no `__dict__`.
    pub fn wants_no_dict(&self) -> bool {
        self.builtin || self.slots.get().is_some_and(|slots| !slots.dict)
    }

    /// Whether its own instances, unlike those of its bases, can have weak references.
    pub fn adds_weak_references(&self) -> bool {
        self.slots.get().is_some_and(|slots| slots.weak)
    }

    /// Says what `__slots__` says, once.
    pub fn set_slots(&self, slots: Slots) {
        let _ = self.slots.set(slots);
    }

    /// The hooks.
    #[inline(always)]
    pub fn flags(&self) -> ClassFlags {
        self.flags.get()
    }

    /// Sets the hooks.
    pub fn set_flags(&self, flags: ClassFlags) {
        self.flags.set(flags);
    }

    /// How instances are hashed and compared as keys.
    #[inline]
    pub fn keyed(&self) -> Keyed {
        match self.keyed.get() {
            Keyed::Unknown => self.learn_keyed(),
            known => known,
        }
    }

    #[cold]
    fn learn_keyed(&self) -> Keyed {
        let rest = self.mro_rest.borrow();
        let line = || std::iter::once(self).chain(rest.iter().map(|class| &**class));
        let owner = |name: &str| line().find(|class| class.namespace.get_text(name).is_some());
        let keyed = match (owner("__hash__"), owner("__eq__")) {
            (Some(hash), Some(eq)) if std::ptr::eq(hash, eq) && hash.builtin => {
                let root = hash.mro_rest.borrow().is_empty();
                let carries = matches!(self.layout, Layout::Immediate | Layout::Native(_));
                if root {
                    Keyed::Identity
                } else if carries {
                    Keyed::Carried
                } else {
                    Keyed::Methods
                }
            }
            _ => Keyed::Methods,
        };
        self.keyed.set(keyed);
        keyed
    }

    /// The namespace; change it through [`Class::set`] and [`Class::delete`] only.
    pub fn namespace(&self) -> &Gc<Dict> {
        &self.namespace
    }

    /// The classes after this one in its method resolution order.
    pub fn mro_rest(&self) -> Ref<'_, Vec<Gc<Class>>> {
        self.mro_rest.borrow()
    }

    /// Replaces bases and order (`__bases__ = …`).
    pub fn set_bases(this: &Gc<Class>, bases: Vec<Gc<Class>>, mro_rest: Vec<Gc<Class>>) {
        for base in &bases {
            base.subclasses.borrow_mut().push(Weak::new(this));
        }
        let old = (this.bases.replace(bases), this.mro_rest.replace(mro_rest));
        this.changed();
        drop(old);
    }

    /// Replaces the order alone (a metaclass's `mro()`).
    pub fn set_order(this: &Gc<Class>, mro_rest: Vec<Gc<Class>>) {
        for class in mro_rest.iter().filter(|class| !this.derives_from(class)) {
            class.followers.borrow_mut().push(Weak::new(this));
        }
        let old = this.mro_rest.replace(mro_rest);
        this.changed();
        drop(old);
    }

    /// Living direct subclasses.
    pub fn subclasses(&self) -> Vec<Gc<Class>> {
        let mut all = self.subclasses.borrow_mut();
        all.retain(|class| !class.is_dead());
        all.iter().filter_map(Weak::upgrade).collect()
    }

    /// Whether this is `other` or derives from it.
    #[inline]
    pub fn derives_from(self: &Class, other: &Gc<Class>) -> bool {
        std::ptr::eq(self, &raw const **other) || self.mro_rest.borrow().iter().any(|class| class.same(other))
    }

    /// What is in the namespaces along the method resolution order, with the place in the lookups for inline caches.
    #[inline]
    pub fn lookup_place(&self, name: &Gc<Str>) -> Option<u32> {
        if let Some(known) = self.specials.get().and_then(|specials| specials.get(usize::from(name.special()))) {
            match known.get() {
                UNKNOWN => {}
                ABSENT => return None,
                place => return Some(place - 2),
            }
        }
        self.find_place(name)
    }

    #[inline(never)]
    fn find_place(&self, name: &Gc<Str>) -> Option<u32> {
        let place = self.find_any_place(name);
        if (1..SPECIALS).contains(&usize::from(name.special())) {
            let specials = self.specials.get_or_init(|| Box::new([const { Cell::new(UNKNOWN) }; SPECIALS]));
            specials[usize::from(name.special())].set(place.map_or(ABSENT, |place| place + 2));
        }
        place
    }

    fn forget_places(&self) {
        self.lookup_places.borrow_mut().clear();
        if let Some(specials) = self.specials.get() {
            specials.iter().for_each(|place| place.set(UNKNOWN));
        }
    }

    fn find_any_place(&self, name: &Gc<Str>) -> Option<u32> {
        if let Some(known) = self.lookup_places.borrow().get(&name.address()) {
            return *known;
        }
        let place = self.search(name).map(|value| {
            let mut lookups = self.lookups.borrow_mut();
            lookups.push((name.clone(), value));
            (lookups.len() - 1) as u32
        });
        if place.is_none() {
            // The table is keyed by address: the name must stay alive as long as its entry.
            self.lookups.borrow_mut().push((name.clone(), Value::Unset));
        }
        self.lookup_places.borrow_mut().insert(name.address(), place);
        place
    }

    /// As [`Class::lookup`], for a question that is asked once: the answer is not remembered.
    pub fn search(&self, name: &Str) -> Option<Value> {
        let own = self.namespace.get_str(name);
        own.or_else(|| self.mro_rest.borrow().iter().find_map(|class| class.namespace.get_str(name)))
    }

    /// The value at a place of the lookups.
    #[inline(always)]
    pub fn lookup_at(&self, place: u32) -> Value {
        self.lookups.borrow()[place as usize].1.clone()
    }

    /// Keeps what was looked up in another way (by `super()`) with the lookups, until the class changes; its place.
    pub fn keep_lookup(&self, name: &Gc<Str>, value: &Value) -> u32 {
        let mut lookups = self.lookups.borrow_mut();
        let known = lookups.iter().position(|(other, kept)| other.same(name) && kept.same(value));
        known.unwrap_or_else(|| {
            lookups.push((name.clone(), value.clone()));
            lookups.len() - 1
        }) as u32
    }

    /// The lookups, for the machine's unguarded reads.
    #[inline(always)]
    pub fn lookups(&self) -> &RefCell<Vec<(Gc<Str>, Value)>> {
        &self.lookups
    }

    /// What is in the namespaces along the method resolution order.
    #[inline]
    pub fn lookup(&self, name: &Gc<Str>) -> Option<Value> {
        self.lookup_place(name).map(|place| self.lookup_at(place))
    }

    /// Puts a value into the namespace.
    pub fn set(&self, name: &Gc<Str>, value: Value) {
        self.namespace.set_str(name, value);
        self.changed();
    }

    /// Removes a name from the namespace.
    pub fn delete(&self, name: &Gc<Str>) -> Option<Value> {
        let old = self.namespace.remove_str(name);
        self.changed();
        old
    }

    /// Forgets what was looked up, here and in all subclasses.
    pub fn changed(&self) {
        self.version.set(next_version());
        self.keyed.set(Keyed::Unknown);
        self.maker.set(Maker::Unknown);
        self.forget_places();
        let old = self.lookups.take();
        for class in self.subclasses() {
            class.changed();
        }
        let followers: Vec<Gc<Class>> = self.followers.borrow().iter().filter_map(Weak::upgrade).collect();
        followers.iter().for_each(|class| class.changed());
        drop(old);
    }

    /// Where a shape keeps an attribute.
    pub fn shape_place(&self, shape: ShapeId, name: &Gc<Str>) -> Option<u32> {
        self.shapes.borrow().get(shape as usize)?.places.get(&name.address()).copied()
    }

    /// The names of a shape, in order.
    pub fn shape_names(&self, shape: ShapeId) -> Vec<Gc<Str>> {
        self.shapes.borrow().get(shape as usize).map_or_else(Vec::new, |shape| shape.names.to_vec())
    }

    /// The shape with one attribute more.
    pub fn shape_with(&self, shape: ShapeId, name: &Gc<Str>) -> ShapeId {
        let mut shapes = self.shapes.borrow_mut();
        if let Some(next) = shapes[shape as usize].next.get(&name.address()) {
            return *next;
        }
        let new = shapes.len() as ShapeId;
        let old = &mut shapes[shape as usize];
        old.next.insert(name.address(), new);
        let mut places = old.places.clone();
        places.insert(name.address(), old.names.len() as u32);
        let names: Vec<Gc<Str>> = old.names.iter().cloned().chain([name.clone()]).collect();
        self.usual_slots.set(self.usual_slots.get().max(names.len() as u32));
        shapes.push(Shape { names: names.into(), places, next: HashMap::default() });
        new
    }
}
