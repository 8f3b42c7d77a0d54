//! Attributes and globals found by the inline caches of their sites, without the full protocol (`attr`), which also fills the caches.
//!
//! A cache holds what a lookup at its site learnt, under the class's version and the instance's shape (or the version of a namespace). Versions
//! are unique, so a hit proves that nothing that the lookup depends on has changed.
#![allow(unsafe_code)]

use std::cell::Cell;
use std::rc::Rc;

use crate::heap::Gc;
use crate::object::{
    AttrSlots, BoundMethod, Cache, CacheKind, Class, ClassMethod, DICT_SHAPE, Dict, Exception, Function, Instance, Module,
    Opaque, Property, Site, SiteRecord, StaticMethod, Str,
};
use crate::value::{Kind, Value};
use crate::vm::Vm;

/// The shape under which sites remember attributes of a class itself.
pub(super) const CLASS_SHAPE: u32 = DICT_SHAPE - 1;

/// Where a cached value is: valid until anything else runs.
pub(super) type Found = *const Value;

/// Where a global is written, by its site's cache.
#[inline(always)]
pub(super) fn global_place(globals: &Gc<Dict>, latest: &Cell<Cache>) -> Option<*mut Value> {
    let cache = latest.get();
    if cache.kind != CacheKind::Global || cache.version != globals.version() {
        return None;
    }
    // SAFETY: nobody else looks at the entries meanwhile: what the caches hand out is used up before anything else runs.
    let storage = unsafe { &mut *globals.storage().as_ptr() };
    storage.place_mut(cache.place as usize).map(std::ptr::from_mut)
}

/// A global or builtin by its site's cache, which knows no other kinds.
#[inline(always)]
pub(super) fn global(globals: &Gc<Dict>, builtins: &Gc<Dict>, latest: &Cell<Cache>) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let cache = unsafe { &*latest.as_ptr() };
    if cache.version != globals.version() {
        return None;
    }
    if cache.kind == CacheKind::Builtin {
        return if cache.shape == builtins.version() { entry_value(builtins, cache.place) } else { None };
    }
    entry_value(globals, cache.place)
}

/// The value of a dict's entry.
#[inline(always)]
fn entry_value(dict: &Dict, place: u32) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let storage = unsafe { &*dict.storage().as_ptr() };
    storage.entries().get(place as usize).map(|entry| &raw const entry.value)
}

/// Where an instance's own attribute is, by its site's cache: valid until anything else runs.
#[inline(always)]
pub(super) fn slot(object: &Value, site: Site<'_>) -> Option<*mut Value> {
    let instance = object.get::<Instance>()?;
    // SAFETY: the borrow ends before anything else runs.
    let class = unsafe { &*instance.class.as_ptr() };
    let cache = site.find(class.version(), instance.attrs.shape()).filter(|cache| cache.kind == CacheKind::Slot)?;
    instance.attrs.slots().place(cache.place as usize)
}

/// What a site learnt last, where that was of this instance's class and shape: valid until it learns more.
#[inline(always)]
fn latest_fit<'a>(instance: &Instance, latest: &'a Cell<Cache>) -> Option<&'a Cache> {
    // SAFETY (both borrows): they end before anything else runs.
    let (class, cache) = unsafe { (&*instance.class.as_ptr(), &*latest.as_ptr()) };
    cache.fits(class.version(), instance.attrs.shape()).then_some(cache)
}

/// An instance's own attribute by what was learnt last: valid until anything else runs.
#[inline(always)]
pub(super) fn latest_slot(object: &Value, latest: &Cell<Cache>) -> Option<*mut Value> {
    let instance = object.get::<Instance>()?;
    instance.attrs.slots().place(usize::from(latest_fit(instance, latest)?.slot))
}

/// A slot that is about to be added.
pub(super) struct Added {
    slots: *const AttrSlots,
    shape: u32,
}

impl Added {
    /// The slot has been written.
    ///
    /// # Safety
    /// It was, right after it was found.
    #[inline(always)]
    pub(super) unsafe fn finish(self) {
        // SAFETY: nothing has run since the slots were found, and the new one holds a value.
        unsafe { (*self.slots).added(self.shape) };
    }
}

/// Where an attribute is added, by what its site learnt last: the instance's next slot, which holds nothing.
#[inline(always)]
pub(super) fn latest_new_slot(object: &Value, latest: &Cell<Cache>) -> Option<(*mut Value, Added)> {
    let instance = object.get::<Instance>()?;
    let (cache, slots) = (latest_fit(instance, latest)?, instance.attrs.slots());
    if cache.kind != CacheKind::NewSlot {
        return None;
    }
    slots.spare().map(|slot| (slot, Added { slots, shape: cache.place }))
}

/// What a site's cache leads to.
pub(super) enum Attribute {
    /// What reading the attribute gives.
    Value(Found),
    /// A property's getter, a script's function.
    Getter(Found),
    /// A function that reading binds to the object.
    Method(Found),
}

/// An attribute of an instance, class or module by its site's cache.
#[inline(always)]
pub(super) fn found(object: &Value, site: Site<'_>) -> Option<Attribute> {
    match object {
        Value::Object(Kind::Instance, _) => {
            let instance = object.get::<Instance>()?;
            // SAFETY: the borrow ends before anything else runs.
            let class = unsafe { &*instance.class.as_ptr() };
            of_instance(instance, class, site.find(class.version(), instance.attrs.shape())?)
        }
        Value::Object(Kind::Class, _) => {
            let class = object.get::<Class>()?;
            let cache = site.find(class.version(), CLASS_SHAPE)?;
            of_class(class, cache).map(Attribute::Value)
        }
        _ => module_attr(object, site).map(Attribute::Value),
    }
}

/// An attribute of an instance by a cache that fits it.
#[inline(always)]
fn of_instance(instance: &Instance, class: &Class, cache: Cache) -> Option<Attribute> {
    match cache.kind {
        CacheKind::Slot => instance.attrs.slots().place(cache.place as usize).map(|slot| Attribute::Value(slot)),
        CacheKind::Method | CacheKind::NativeMethod => lookup_value(class, cache.method_place()?).map(Attribute::Method),
        CacheKind::Getter => {
            // SAFETY: nothing has run since the lookup.
            let property = unsafe { (*lookup_value(class, cache.place)?).get::<Property>() }?;
            property.get.is::<Function>().then_some(Attribute::Getter(&raw const property.get))
        }
        _ => of_class(class, cache).map(Attribute::Value),
    }
}

/// An attribute that is read as it stands in a class, by a cache that fits.
#[inline(always)]
fn of_class(class: &Class, cache: Cache) -> Option<Found> {
    match cache.kind {
        CacheKind::ClassValue => lookup_value(class, cache.place),
        CacheKind::Static => static_function(lookup_value(class, cache.place)?),
        _ => None,
    }
}

/// An attribute of a module by its site's cache.
#[inline(always)]
fn module_attr(object: &Value, site: Site<'_>) -> Option<Found> {
    let (module, cache) = (object.get::<Module>()?, site.last());
    if cache.kind == CacheKind::ModuleValue && cache.version == module.namespace.version() {
        return entry_value(&module.namespace, cache.place);
    }
    None
}

/// What a method call at a site calls that doesn't get the object it is found in: an attribute of a module, a static method, or a class
/// method, which gets the class (the flag says so). By the site's cache.
#[inline(always)]
pub(super) fn unbound(object: &Value, site: Site<'_>) -> Option<(Found, bool)> {
    let (class, cache) = match object {
        Value::Object(Kind::Class, _) => {
            let class = object.gc::<Class>()?;
            (class, site.find(class.version(), CLASS_SHAPE)?)
        }
        Value::Object(Kind::Instance, _) => {
            let instance = object.get::<Instance>()?;
            // SAFETY: the borrow ends before anything else runs.
            let class = unsafe { &*instance.class.as_ptr() };
            (class, site.find(class.version(), instance.attrs.shape())?)
        }
        _ => return module_attr(object, site).map(|found| (found, false)),
    };
    let found = lookup_value(class, cache.place)?;
    match cache.kind {
        CacheKind::Static => static_function(found).map(|found| (found, false)),
        // SAFETY: nothing has run since the lookup.
        CacheKind::OfClass => unsafe { (*found).get::<ClassMethod>() }.map(|method| (&raw const method.0, true)),
        CacheKind::ClassValue => Some((found, false)),
        _ => None,
    }
}

/// What a static method stands for.
#[inline(always)]
fn static_function(found: Found) -> Option<Found> {
    // SAFETY: nothing has run since the lookup.
    unsafe { (*found).get::<StaticMethod>() }.map(|method| &raw const method.0)
}

/// The function that `super(class, object).name` gives for a call, by its site's cache.
#[inline(always)]
pub(super) fn super_method(class: &Value, object: &Value, site: Site<'_>) -> Option<Found> {
    let (class, instance) = (class.get::<Class>()?, object.get::<Instance>()?);
    // SAFETY: the borrow ends before anything else runs.
    let own = unsafe { &*instance.class.as_ptr() };
    let cache = site.find(own.version(), class.version()).filter(|cache| cache.kind == CacheKind::Super)?;
    lookup_value(own, cache.place)
}

/// Names that natives ask instances for (`getattr`, `hasattr`), each with what its last lookups learnt, as at a place in the code.
#[derive(Default)]
pub(super) struct ByName(Vec<Option<Rc<Asked>>>);

/// A name that natives ask for.
struct Asked {
    record: SiteRecord,
    latest: Cell<Cache>,
}

impl ByName {
    /// How many names are known at a time; a power of two.
    const MOST: usize = 256;

    /// The site of an interned name, in place of that of another one.
    #[inline]
    fn asked(&mut self, name: &Gc<Str>) -> Rc<Asked> {
        if self.0.is_empty() {
            self.0.resize_with(ByName::MOST, || None);
        }
        let place = &mut self.0[name.address() / 16 % ByName::MOST];
        if !place.as_ref().is_some_and(|asked| asked.record.name.same(name)) {
            *place = None;
        }
        let new = || Rc::new(Asked { record: SiteRecord::new(name.clone()), latest: Cell::default() });
        place.get_or_insert_with(new).clone()
    }
}

/// An attribute that is there as reading it gives it, by its site's cache.
pub(super) fn attr(object: &Value, site: Site<'_>) -> Option<Found> {
    match found(object, site)? {
        Attribute::Value(found) => Some(found),
        Attribute::Getter(_) | Attribute::Method(_) => None,
    }
}

impl Vm {
    /// The class of a value, not counted: valid until anything else runs.
    #[inline(always)]
    pub(super) fn class_at(&self, value: &Value) -> *const Gc<Class> {
        match value {
            // What the cells of objects hold is only pointed at here.
            Value::Object(Kind::Instance, _) => {
                value.get::<Instance>().map_or(&raw const self.types.object, |it| it.class.as_ptr().cast_const())
            }
            Value::Int(_) => &raw const self.types.int,
            _ => self.class_at_any(value),
        }
    }

    fn class_at_any(&self, value: &Value) -> *const Gc<Class> {
        let types = &self.types;
        match value {
            Value::Int(_) => &raw const types.int,
            Value::Float(_) => &raw const types.float,
            Value::Bool(_) => &raw const types.bool_,
            Value::None | Value::Unset => &raw const types.none_type,
            Value::NotImplemented => &raw const types.not_implemented_type,
            Value::Ellipsis => &raw const types.ellipsis_type,
            Value::Object(kind, _) => match kind {
                Kind::Instance => value.get::<Instance>().map(|it| it.class.as_ptr().cast_const()),
                Kind::Exception => value.get::<Exception>().map(|it| it.class.as_ptr().cast_const()),
                Kind::Opaque => value.get::<Opaque>().map(|it| it.class.as_ptr().cast_const()),
                Kind::Class => {
                    value.get::<Class>().map(|class| std::ptr::from_ref(class.metaclass.get().unwrap_or(&types.type_)))
                }
                Kind::Generator
                | Kind::Iterator
                | Kind::DictView
                | Kind::Native
                | Kind::BoundMethod
                | Kind::GenericAlias
                | Kind::Property
                | Kind::ClassMethod => Some(std::ptr::from_ref(self.class_of_variant(value))),
                other => Some(std::ptr::from_ref(types.of_kind(*other))),
            }
            .unwrap_or(&raw const types.object),
        }
    }

    /// The class of a value (`type(value)`).
    #[inline]
    pub fn class_of(&self, value: &Value) -> Gc<Class> {
        // SAFETY: nothing runs before the reference is counted.
        unsafe { (*self.class_at(value)).clone() }
    }

    /// An instance's attribute, or that it has none, as far as a cache can know it.
    pub fn attr_by_name(&mut self, object: &Value, name: &Gc<Str>) -> Option<Option<Value>> {
        let instance = object.get::<Instance>().filter(|_| name.is_interned())?;
        let asked = self.by_name.asked(name);
        self.attr_at(object, instance, Site::new(&asked.record, &asked.latest))
    }

    fn attr_at(&self, object: &Value, instance: &Instance, site: Site<'_>) -> Option<Option<Value>> {
        // SAFETY: the borrow ends before anything else runs.
        let class = unsafe { &*instance.class.as_ptr() };
        let (version, shape) = (class.version(), instance.attrs.shape());
        let cache = match site.find(version, shape) {
            Some(cache) => cache,
            None => self.learn_attr(instance, site),
        };
        match (cache.kind, of_instance(instance, class, cache)) {
            (CacheKind::Absent, _) => Some(None),
            // SAFETY (both): nothing has run since the lookup.
            (_, Some(Attribute::Value(found))) => Some(Some(unsafe { (*found).clone() })),
            (_, Some(Attribute::Method(found))) => Some(Some(BoundMethod::value(unsafe { (*found).clone() }, object.clone()))),
            (CacheKind::OfClass, _) => self.cached_bound(object, site).map(Some),
            _ => None,
        }
    }

    /// Learns where an attribute of an instance is found, that it has none, or that no cache can know.
    fn learn_attr(&self, instance: &Instance, site: Site<'_>) -> Cache {
        self.fill_instance_cache(instance, site);
        let class = instance.class();
        let (version, shape) = (class.version(), instance.attrs.shape());
        site.find(version, shape).unwrap_or_else(|| {
            let hooked = class.flags().getattr || class.flags().getattribute || shape == DICT_SHAPE;
            let absent = !hooked && class.lookup(site.name).is_none() && instance.attrs.place(&class, site.name).is_none();
            let cache = Cache::new(if absent { CacheKind::Absent } else { CacheKind::Uncached }, version, shape, 0);
            site.learn(cache);
            cache
        })
    }

    /// Whether a value's class is this one or derives from it.
    #[inline]
    pub(super) fn is_of(&self, value: &Value, class: &Gc<Class>) -> bool {
        // SAFETY: nothing runs while the class is looked at.
        let own = unsafe { &*self.class_at(value) };
        own.same(class) || own.derives_from(class)
    }

    /// Whether an instance may say that it is of another class: its own one has a say in what `__class__` is.
    pub(super) fn may_pose(&self, value: &Value) -> bool {
        let Some(instance) = value.get::<Instance>() else { return false };
        // SAFETY: nothing runs while the class is looked at.
        let class = unsafe { &*instance.class.as_ptr() };
        if class.flags().getattribute {
            return true;
        }
        let found = |class: &Class| lookup_value(class, class.lookup_place(&self.names.class)?);
        // SAFETY: nothing runs while both are looked at.
        match (found(class), found(&self.types.object)) {
            (Some(own), Some(usual)) => unsafe { !(*own).same(&*usual) },
            _ => false,
        }
    }

    /// What an instance of a class that derives from a built-in type carries of that type, where its class leaves a special method to it.
    #[inline]
    pub(crate) fn carried<'a>(&self, object: &'a Value, special: &Gc<Str>) -> Option<&'a Value> {
        let payload = object.get::<Instance>()?.payload()?;
        let (found, own) = (self.find_special(object, special)?, self.find_special(payload, special)?);
        // SAFETY: nothing has run since the lookups.
        unsafe { (*found).same(&*own) }.then_some(payload)
    }

    /// What a type has under the name of a special method, not bound.
    #[inline(always)]
    pub(super) fn find_special(&self, object: &Value, name: &Gc<Str>) -> Option<Found> {
        // SAFETY: nothing else runs while the class is looked at.
        let class = unsafe { &*self.class_at(object) };
        lookup_value(class, class.lookup_place(name)?)
    }
}

#[inline(always)]
pub(super) fn lookup_value(class: &Class, place: u32) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let lookups = unsafe { &*class.lookups().as_ptr() };
    lookups.get(place as usize).map(|(_, value)| std::ptr::from_ref(value))
}

/// Adds an attribute by its site's cache; whether it could.
pub(super) fn new_slot(object: &Value, site: Site<'_>, value: &Value) -> bool {
    let Some(instance) = object.get::<Instance>() else { return false };
    let (version, shape) = (instance.class.borrow().version(), instance.attrs.shape());
    match site.find(version, shape) {
        Some(cache) if cache.kind == CacheKind::NewSlot => {
            instance.attrs.push(cache.place, value.clone());
            true
        }
        _ => false,
    }
}
