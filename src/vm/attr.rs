//! Attribute and global lookup: the full protocol, which fills the inline caches that `cached` reads.
#![allow(unsafe_code)]

use std::cell::Cell;

use super::cached::{self, Found};
use super::step::{code_of, function_of};
use crate::heap::Gc;
use crate::object::frame::Frame;
use crate::object::{
    BoundMethod, Cache, CacheKind, Class, ClassMethod, DICT_SHAPE, Dict, Exception, Function, Instance, Member, Module, Native,
    NativeId, Opaque, Property, Site, StaticMethod, Str, Super,
};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Result, Vm};

impl Vm {
    pub(super) fn load_global(&mut self, frame: *mut Frame, site: u16) -> Result {
        let site = code_of(frame).site(site);
        let globals = &function_of(frame).globals;
        let place = globals.borrow().find_str(site.name);
        if let Some(place) = place {
            site.learn(Cache::new(CacheKind::Global, globals.assign_version(), 0, place as u32));
            return Ok(globals.borrow().entries()[place].value.clone());
        }
        if let Some(own) = self.own_builtins(globals) {
            return own.get_str(site.name).ok_or_else(|| self.undefined(site.name));
        }
        let place = self.builtins.borrow().find_str(site.name);
        let Some(place) = place else { return Err(self.undefined(site.name)) };
        let (version, shape) = (globals.assign_version(), self.builtins.assign_version());
        site.learn(Cache::new(CacheKind::Builtin, version, shape, place as u32));
        Ok(self.builtins.borrow().entries()[place].value.clone())
    }

    /// The built-in names of code that runs with these globals, where `__builtins__` in them says that they are others than usual.
    pub(super) fn own_builtins(&self, globals: &Dict) -> Option<Gc<Dict>> {
        let listed = globals.get_str(&self.names.builtins)?;
        let names = match listed.get::<Module>() {
            Some(module) => module.namespace.clone(),
            None => self.native_arg::<Dict>(&listed)?,
        };
        (!names.same(&self.builtins)).then_some(names)
    }

    #[inline]
    pub(super) fn store_global(&mut self, frame: *mut Frame, site: u16, value: Value) {
        let site = code_of(frame).site(site);
        let globals = &function_of(frame).globals;
        let cache = site.last();
        if cache.kind == CacheKind::Global && cache.version == globals.version() {
            return globals.set_value_at(cache.place as usize, value);
        }
        globals.set_str(site.name, value);
        if let Some(place) = globals.borrow().find_str(site.name) {
            site.learn(Cache::new(CacheKind::Global, globals.assign_version(), 0, place as u32));
        }
    }

    /// The function of a method call by its site's cache: one that takes the object as its first argument.
    #[inline(always)]
    pub(super) fn cached_method(&self, object: &Value, site: Site<'_>) -> Option<Found> {
        let (class, shape) = self.method_key(object)?;
        // SAFETY: the borrow ends before anything else runs.
        let class = unsafe { &*class };
        cached::lookup_value(class, site.find(class.version(), shape)?.method_place()?)
    }

    /// The same by what was learnt last.
    #[inline(always)]
    pub(super) fn latest_method(&self, object: &Value, latest: &Cell<Cache>) -> Option<Found> {
        let (class, shape) = self.method_key(object)?;
        // SAFETY: the borrow ends before anything else runs.
        latest_method_of(unsafe { &*class }, shape, latest)
    }

    /// The native that a method call calls, by what was learnt last.
    #[inline(always)]
    pub(super) fn latest_native(&self, object: &Value, latest: &Cell<Cache>) -> Option<NativeId> {
        let (class, shape) = self.method_key(object)?;
        // SAFETY (both borrows): they end before anything else runs.
        let (class, cache) = unsafe { (&*class, &*latest.as_ptr()) };
        if cache.fits(class.version(), shape) { cache.native_method() } else { None }
    }

    /// Under what sites remember the methods of an object: its class, not counted, and its shape.
    #[inline(always)]
    fn method_key(&self, object: &Value) -> Option<(*const Gc<Class>, u32)> {
        match object {
            Value::Object(Kind::Instance, _) => {
                object.get::<Instance>().map(|instance| (instance.class.as_ptr().cast_const(), instance.attrs.shape()))
            }
            Value::Object(Kind::Opaque, _) => {
                object.get::<Opaque>().map(|opaque| (opaque.class.as_ptr().cast_const(), opaque.attrs.shape()))
            }
            _ => Some((std::ptr::from_ref(self.class_of_methods(object)?), DICT_SHAPE)),
        }
    }

    /// The class that says alone what methods a built-in object has.
    #[inline(always)]
    fn class_of_methods(&self, object: &Value) -> Option<&Gc<Class>> {
        match object {
            Value::Object(kind, _) => Some(self.types.of_kind(*kind)),
            Value::Int(_) => Some(&self.types.int),
            Value::Float(_) => Some(&self.types.float),
            _ => None,
        }
    }

    /// Looks a method up for a call at a site: the function and, where it takes it, the object.
    pub(super) fn load_method_site(&mut self, object: &Value, site: Site<'_>) -> Result<(Value, Option<Value>)> {
        match object {
            Value::Object(Kind::Instance, _) => {
                if let Some(instance) = object.get::<Instance>() {
                    self.fill_instance_cache(instance, site);
                }
                if let Some(function) = self.cached_method(object, site) {
                    // SAFETY: nothing has run since the lookup.
                    return Ok((unsafe { (*function).clone() }, Some(object.clone())));
                }
                if let Some(found) = self.found_unbound(object, site) {
                    return Ok(found);
                }
            }
            Value::Object(Kind::Module | Kind::Class, _) => {
                if let Some(found) = self.found_unbound(object, site) {
                    return Ok(found);
                }
                if object.get::<Class>().is_some_and(|class| self.fill_class_cache(class, site))
                    && let Some(found) = self.found_unbound(object, site)
                {
                    return Ok(found);
                }
                if object.is::<Module>() {
                    return self.load_attr(object, site).map(|value| (value, None));
                }
            }
            Value::Object(Kind::Opaque, _) => {
                if let Some(opaque) = object.get::<Opaque>()
                    && let Some(function) = opaque_method(opaque, site)
                {
                    return Ok((function, Some(object.clone())));
                }
            }
            Value::Object(Kind::Function | Kind::Super, _) => {}
            _ => {
                if let Some(class) = self.class_of_methods(object).filter(|class| !class.same(&self.types.object)).cloned()
                    && let Some(place) = class.lookup_place(site.name)
                    && let method = class.lookup_at(place)
                    && is_method(&method)
                {
                    site.learn(Cache::of_method(class.version(), DICT_SHAPE, place, native_of(&method)));
                    return Ok((method, Some(object.clone())));
                }
            }
        }
        self.load_method(object, site.name)
    }

    /// A bound method by its site's cache.
    pub(super) fn cached_bound(&self, object: &Value, site: Site<'_>) -> Option<Value> {
        let (function, receiver) = match self.cached_method(object, site) {
            // SAFETY: nothing has run since the lookup.
            Some(function) => (unsafe { (*function).clone() }, Some(object.clone())),
            None => self.found_unbound(object, site)?,
        };
        Some(BoundMethod::value(function, receiver?))
    }

    /// What a site's cache gives for a call besides methods, with the class where it is a class method.
    fn found_unbound(&self, object: &Value, site: Site<'_>) -> Option<(Value, Option<Value>)> {
        let (found, of_class) = cached::unbound(object, site)?;
        let class = || if object.is::<Class>() { object.clone() } else { self.class_of(object).into() };
        // SAFETY: nothing has run since the lookup.
        Some((unsafe { (*found).clone() }, of_class.then(class)))
    }

    /// `object.name` for a call: a function that takes the object as its first argument comes with it, without a bound method.
    pub fn load_method(&mut self, object: &Value, name: &Gc<Str>) -> Result<(Value, Option<Value>)> {
        let direct = match object {
            Value::Object(Kind::Instance, _) => object.get::<Instance>().is_some_and(|instance| {
                let class = instance.class();
                !class.flags().getattribute && instance.attrs.get(&class, name).is_none()
            }),
            Value::Object(Kind::Class | Kind::Module | Kind::Super | Kind::Exception | Kind::Opaque | Kind::Function, _) => {
                false
            }
            _ => true,
        };
        if direct {
            let class = self.class_of(object);
            if let Some(function) = class.lookup(name)
                && is_method(&function)
            {
                return Ok((function, Some(object.clone())));
            }
        }
        self.get_attr(object, name).map(|value| (value, None))
    }

    /// Reads an attribute at a site and fills its cache where that pays.
    pub(super) fn load_attr(&mut self, object: &Value, site: Site<'_>) -> Result {
        match object {
            Value::Object(Kind::Instance, _) => {
                if let Some(bound) = self.cached_bound(object, site) {
                    return Ok(bound);
                }
                if let Some(instance) = object.get::<Instance>() {
                    self.fill_instance_cache(instance, site);
                }
                if let Some(value) = cached::attr(object, site) {
                    // SAFETY: nothing has run since the lookup.
                    return Ok(unsafe { (*value).clone() });
                }
            }
            Value::Object(Kind::Class, _) => {
                if object.get::<Class>().is_some_and(|class| self.fill_class_cache(class, site))
                    && let Some(value) = cached::attr(object, site)
                {
                    // SAFETY: nothing has run since the lookup.
                    return Ok(unsafe { (*value).clone() });
                }
            }
            Value::Object(Kind::Module, _) => {
                if let Some(module) = object.get::<Module>() {
                    let place = module.namespace.borrow().find_str(site.name);
                    if let Some(place) = place {
                        let version = module.namespace.assign_version();
                        site.learn(Cache::new(CacheKind::ModuleValue, version, 0, place as u32));
                    }
                }
            }
            _ => {}
        }
        self.get_attr(object, site.name)
    }

    /// Learns where an attribute of an instance is found, in the cases that a cache can repeat.
    pub(super) fn fill_instance_cache(&self, instance: &Instance, site: Site<'_>) {
        let class = instance.class();
        let shape = instance.attrs.shape();
        if class.flags().getattribute || shape == DICT_SHAPE {
            return;
        }
        let version = class.version();
        let found = class.lookup_place(site.name);
        let descriptor = found.map(|place| class.lookup_at(place));
        if let (Some(place), Some(property)) = (found, descriptor.as_ref().and_then(Value::get::<Property>)) {
            // An AttributeError of the getter would have `__getattr__` asked.
            if property.get.is::<Function>() && !class.flags().getattr {
                site.learn(Cache::new(CacheKind::Getter, version, shape, place));
            }
            return;
        }
        if descriptor.as_ref().is_some_and(|descriptor| self.is_data_descriptor(descriptor)) {
            return;
        }
        let (kind, place) = match (instance.attrs.place(&class, site.name), found, descriptor) {
            (Some(place), _, _) => (CacheKind::Slot, place),
            (None, Some(place), Some(value)) if is_method(&value) => {
                return site.learn(Cache::of_method(version, shape, place, native_of(&value)));
            }
            (None, Some(place), Some(value)) if value.is::<StaticMethod>() => (CacheKind::Static, place),
            (None, Some(place), Some(value)) if is_plain_class_method(&value) => (CacheKind::OfClass, place),
            (None, Some(place), Some(value)) if self.is_plain(&value) => (CacheKind::ClassValue, place),
            _ => return,
        };
        site.learn(Cache::new(kind, version, shape, place));
    }

    /// Whether the class of a class is `type`.
    #[inline]
    pub(super) fn has_plain_meta(&self, class: &Class) -> bool {
        class.metaclass.get().is_none_or(|meta| meta.same(&self.types.type_))
    }

    /// `class.__name__`, of a class whose own class is `type`.
    #[inline]
    pub(super) fn class_name(&self, object: &Value) -> Option<Value> {
        let class = object.get::<Class>().filter(|class| self.has_plain_meta(class))?;
        Some(class.name.borrow().clone().into())
    }

    /// Learns where an attribute of a class itself is found, where reading it gives what is there, or what a static method stands for;
    /// whether it could.
    fn fill_class_cache(&self, class: &Class, site: Site<'_>) -> bool {
        if !self.has_plain_meta(class) || self.types.type_.lookup(site.name).is_some() {
            return false;
        }
        let Some(place) = class.lookup_place(site.name) else { return false };
        let kind = match class.lookup_at(place) {
            value if value.is::<StaticMethod>() => CacheKind::Static,
            value if is_plain_class_method(&value) => CacheKind::OfClass,
            value if value.is::<Function>() || self.is_plain(&value) => CacheKind::ClassValue,
            _ => return false,
        };
        site.learn(Cache::new(kind, class.version(), cached::CLASS_SHAPE, place));
        true
    }

    /// Whether a class attribute is what reading it from an instance gives.
    fn is_plain(&self, value: &Value) -> bool {
        match value.kind() {
            None => true,
            Some(Kind::Function | Kind::Property | Kind::ClassMethod | Kind::StaticMethod | Kind::Opaque) => false,
            Some(Kind::Native) => true,
            Some(Kind::Instance) => self.lookup_special(value, &self.names.get).is_none(),
            Some(_) => true,
        }
    }

    /// Whether a class attribute goes before what is in the instance.
    fn is_data_descriptor(&self, value: &Value) -> bool {
        match value.kind() {
            Some(Kind::Property) => true,
            Some(Kind::Instance) => {
                self.lookup_special(value, &self.names.set).is_some()
                    || self.lookup_special(value, &self.names.delete).is_some()
            }
            _ => false,
        }
    }

    /// `object.name`; the name is interned.
    pub fn get_attr(&mut self, object: &Value, name: &Gc<Str>) -> Result {
        match self.get_attr_optional(object, name)? {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, name)),
        }
    }

    /// `object.name`, none where there is no such attribute (an AttributeError of a hook counts as none).
    pub fn get_attr_optional(&mut self, object: &Value, name: &Gc<Str>) -> Result<Option<Value>> {
        if let Some(known) = self.attr_by_name(object, name) {
            return Ok(known);
        }
        let class = self.class_of(object);
        let flags = class.flags();
        if flags.getattribute {
            let found = self.call_special(object, &self.names.getattribute.clone(), &[name.clone().into()]);
            match found {
                Ok(value) => return Ok(value),
                Err(raised) if self.is_exception(&raised, &self.exc.attribute_error) => {
                    if !flags.getattr {
                        return Err(raised);
                    }
                }
                Err(raised) => return Err(raised),
            }
        } else {
            match self.generic_get_attr(object, &class, name) {
                Ok(Some(value)) => return Ok(Some(value)),
                Ok(None) => {}
                Err(raised) if flags.getattr && self.is_exception(&raised, &self.exc.attribute_error) => {}
                Err(raised) => return Err(raised),
            }
        }
        if flags.getattr {
            return self.call_special(object, &self.names.getattr.clone(), &[name.clone().into()]);
        }
        Ok(None)
    }

    /// What `object.__getattribute__` does; none where there is no such attribute.
    pub fn generic_get_attr(&mut self, object: &Value, class: &Gc<Class>, name: &Gc<Str>) -> Result<Option<Value>> {
        match object.kind() {
            Some(Kind::Class) => {
                if let Some(own) = object.gc::<Class>() {
                    return self.class_get_attr(own, class, name);
                }
            }
            Some(Kind::Super) => {
                if let Some(value) =
                    object.gc::<Super>().map(|object| self.super_get_attr(&object.clone(), name)).transpose()?.flatten()
                {
                    return Ok(Some(value));
                }
            }
            _ => {}
        }
        let descriptor = class.lookup(name);
        if let Some(descriptor) = &descriptor
            && self.is_data_descriptor(descriptor)
            // One that has only `__set__` leaves reading to the instance.
            && (descriptor.kind() != Some(Kind::Instance) || self.lookup_special(descriptor, &self.names.get).is_some())
        {
            return self.bind_descriptor(descriptor, object, class).map(Some);
        }
        if let Some(value) = self.own_attr(object, class, name) {
            return Ok(Some(value));
        }
        if let Some(descriptor) = descriptor {
            return self.bind_descriptor(&descriptor, object, class).map(Some);
        }
        if let Some(module) = object.get::<Module>()
            && let Some(hook) = module.namespace.get_str(&self.names.getattr)
        {
            return match self.call(&hook, &[name.clone().into()]) {
                Ok(value) if !value.is_set() => Ok(None),
                other => other.map(Some),
            };
        }
        Ok(None)
    }

    /// An attribute of the object itself, not of its class.
    pub fn own_attr(&self, object: &Value, class: &Gc<Class>, name: &Gc<Str>) -> Option<Value> {
        match object.kind()? {
            Kind::Instance => object.get::<Instance>()?.attrs.get(class, name),
            Kind::Exception => object.get::<Exception>()?.attrs.get(class, name),
            Kind::Opaque => object.get::<Opaque>()?.attrs.get(class, name),
            Kind::Module => object.get::<Module>()?.namespace.get_str(name),
            Kind::Function => object.get::<Function>()?.meta_if_made()?.borrow().dict.as_ref()?.get_str(name),
            _ => None,
        }
    }

    fn class_get_attr(&mut self, own: &Gc<Class>, meta: &Gc<Class>, name: &Gc<Str>) -> Result<Option<Value>> {
        let object: Value = own.clone().into();
        let descriptor = meta.lookup(name);
        if let Some(descriptor) = &descriptor
            && self.is_data_descriptor(descriptor)
            // Computed attributes of `type` don't hide what a class defines itself under the same name (`__doc__`, `__module__`).
            && !(meta.builtin && own.namespace().get_str(name).is_some_and(|value| !value.is::<Property>()) && !["__dict__", "__class__", "__name__", "__qualname__"].contains(&name.as_str()))
        {
            return self.bind_descriptor(descriptor, &object, meta).map(Some);
        }
        if let Some(value) = own.lookup(name) {
            return self.bind_to_class(&value, own).map(Some);
        }
        match descriptor {
            Some(descriptor) => self.bind_descriptor(&descriptor, &object, meta).map(Some),
            None => Ok(None),
        }
    }

    /// A class attribute read from the class.
    fn bind_to_class(&mut self, value: &Value, class: &Gc<Class>) -> Result {
        match value.kind() {
            Some(Kind::ClassMethod) => self.bind_descriptor(value, &Value::Unset, class),
            Some(Kind::StaticMethod) => Ok(value.get::<StaticMethod>().map_or(Value::Unset, |method| method.0.clone())),
            Some(Kind::Instance) => match self.lookup_special(value, &self.names.get) {
                Some(get) => self.call(&get, &[value.clone(), Value::None, class.clone().into()]),
                None => Ok(value.clone()),
            },
            _ => Ok(value.clone()),
        }
    }

    fn super_get_attr(&mut self, object: &Gc<Super>, name: &Gc<Str>) -> Result<Option<Value>> {
        if !object.object.is_set() || name.same(&self.names.class) {
            return Ok(None);
        }
        let found = {
            let start = object.object_class.same(&object.class);
            let rest = object.object_class.mro_rest();
            let after = if start {
                0
            } else {
                rest.iter().position(|class| class.same(&object.class)).map_or(rest.len(), |place| place + 1)
            };
            rest[after..].iter().find_map(|class| class.namespace().get_str(name))
        };
        let Some(value) = found else { return Ok(None) };
        // `super` in a class method or `__new__` binds to the class.
        let on_class = object.object.gc::<Class>().is_some_and(|class| class.same(&object.object_class));
        if on_class {
            self.bind_to_class(&value, &object.object_class.clone())
        } else {
            self.bind_descriptor(&value, &object.object, &object.object_class.clone())
        }
        .map(Some)
    }

    /// A class attribute read through an instance: `descriptor.__get__(object, class)`.
    pub fn bind_descriptor(&mut self, descriptor: &Value, object: &Value, class: &Gc<Class>) -> Result {
        match descriptor.kind() {
            Some(Kind::Function) => Ok(BoundMethod::value(descriptor.clone(), object.clone())),
            Some(Kind::Native) if is_method(descriptor) => Ok(BoundMethod::value(descriptor.clone(), object.clone())),
            Some(Kind::ClassMethod) => {
                let Some(method) = descriptor.get::<ClassMethod>() else { return Ok(Value::Unset) };
                let inner = method.0.clone();
                match inner.kind() {
                    Some(Kind::Instance | Kind::Property) => {
                        let meta = self.class_of(&class.clone().into());
                        self.bind_descriptor(&inner, &class.clone().into(), &meta)
                    }
                    _ => Ok(BoundMethod::value(inner, class.clone().into())),
                }
            }
            Some(Kind::StaticMethod) => Ok(descriptor.get::<StaticMethod>().map_or(Value::Unset, |method| method.0.clone())),
            Some(Kind::Property) => {
                let Some(property) = descriptor.get::<Property>() else { return Ok(Value::Unset) };
                if property.get.is_none() {
                    let name = property.name.borrow().clone();
                    return Err(self.property_error(&name, object, "getter"));
                }
                let getter = property.get.clone();
                self.call(&getter, std::slice::from_ref(object))
            }
            Some(Kind::Instance) => match self.lookup_special(descriptor, &self.names.get) {
                Some(get) => self.call(&get, &[descriptor.clone(), object.clone(), class.clone().into()]),
                None => Ok(descriptor.clone()),
            },
            // The object has no such attribute, or its value would have been found.
            Some(Kind::Opaque) => match Member::of(descriptor) {
                Some(member) if object.is_set() => self.read_member(member, object),
                _ => Ok(descriptor.clone()),
            },
            _ => Ok(descriptor.clone()),
        }
    }

    /// What an object keeps for a member.
    pub fn read_member(&mut self, member: &Member, object: &Value) -> Result {
        let class = self.class_of(object);
        match self.own_attr(object, &class, &member.name) {
            Some(value) => Ok(value),
            None => Err(self.no_attribute(object, &member.name.clone())),
        }
    }

    #[cold]
    fn property_error(&self, name: &Value, object: &Value, what: &str) -> Raised {
        let class = self.class_of(object).qualname.borrow().clone();
        match name.get::<Str>() {
            Some(name) => self.attribute_error(format!("property '{name}' of '{class}' object has no {what}")),
            None => self.attribute_error(format!("property of '{class}' object has no {what}")),
        }
    }

    /// AttributeError for a missing attribute.
    #[cold]
    pub fn no_attribute(&self, object: &Value, name: &Gc<Str>) -> Raised {
        let message = if let Some(module) = object.get::<Module>() {
            format!("module '{}' has no attribute '{name}'", module.name)
        } else if let Some(class) = object.get::<Class>() {
            format!("type object '{}' has no attribute '{name}'", class.name_in_messages())
        } else if let Some(object) = object.get::<Super>() {
            debug_assert!(object.object_class.version() > 0);
            format!("'super' object has no attribute '{name}'")
        } else {
            format!("'{}' object has no attribute '{name}'", self.type_name(object))
        };
        let raised = self.attribute_error(message);
        raised.0.attrs.set(&self.exc.attribute_error, &self.names.name_attr, name.clone().into());
        raised.0.attrs.set(&self.exc.attribute_error, &self.intern("obj"), object.clone());
        if object.is::<Instance>() && self.receiver().is_some_and(|receiver| receiver.same(object)) {
            raised.0.attrs.set(&self.exc.attribute_error, &self.intern(super::RECEIVER), object.clone());
        }
        raised
    }

    /// Writes an attribute at a site and fills its cache where that pays.
    pub(super) fn store_attr(&mut self, object: &Value, site: Site<'_>, value: Value) -> Result<()> {
        if let Some(instance) = object.get::<Instance>() {
            let class = instance.class();
            let flags = class.flags();
            let shape = instance.attrs.shape();
            let found = class.lookup(site.name);
            let allowed = match &found {
                Some(found) => !self.is_data_descriptor(found) && (!flags.slots_only || Member::of(found).is_some()),
                None => !flags.slots_only,
            };
            let plain = !flags.setattr && shape != DICT_SHAPE && allowed;
            if plain {
                let version = class.version();
                if let Some(place) = instance.attrs.place(&class, site.name) {
                    site.learn(Cache::new(CacheKind::Slot, version, shape, place));
                } else {
                    instance.attrs.set(&class, site.name, value);
                    let next = instance.attrs.shape();
                    if next != DICT_SHAPE {
                        site.learn(Cache::new(CacheKind::NewSlot, version, shape, next));
                    }
                    return Ok(());
                }
            }
        }
        self.set_attr(object, site.name, value)
    }

    /// `object.name = value`; the name is interned.
    pub fn set_attr(&mut self, object: &Value, name: &Gc<Str>, value: Value) -> Result<()> {
        let class = self.class_of(object);
        if class.flags().setattr {
            return self.call_special(object, &self.names.setattr.clone(), &[name.clone().into(), value]).map(|_| ());
        }
        self.generic_set_attr(object, &class, name, value)
    }

    /// `del object.name`; the name is interned.
    pub fn del_attr(&mut self, object: &Value, name: &Gc<Str>) -> Result<()> {
        let class = self.class_of(object);
        if class.flags().delattr {
            return self.call_special(object, &self.names.delattr.clone(), &[name.clone().into()]).map(|_| ());
        }
        self.generic_set_attr(object, &class, name, Value::Unset)
    }

    /// What `object.__setattr__` does, or with an unset value `object.__delattr__`.
    pub fn generic_set_attr(&mut self, object: &Value, class: &Gc<Class>, name: &Gc<Str>, value: Value) -> Result<()> {
        if let Some(descriptor) = class.lookup(name) {
            if let Some(property) = descriptor.get::<Property>() {
                return self.set_property(property, object, value);
            }
            let special = if value.is_set() { self.names.set.clone() } else { self.names.delete.clone() };
            if descriptor.kind() == Some(Kind::Instance) && self.is_data_descriptor(&descriptor) {
                let Some(method) = self.lookup_special(&descriptor, &special) else {
                    return Err(self.attribute_error(special.as_str()));
                };
                let args = [descriptor.clone(), object.clone(), value];
                let count = if args[2].is_set() { 3 } else { 2 };
                return self.call(&method, &args[..count]).map(|_| ());
            }
        }
        let member = class.lookup(name).is_some_and(|found| Member::of(&found).is_some());
        if !value.is_set() {
            return self.delete_own(object, class, name).map_err(|raised| match member {
                true => self.attribute_error(name.as_str()),
                false => raised,
            });
        }
        match object.kind() {
            Some(Kind::Instance) if class.same(&self.types.object) || (class.flags().slots_only && !member) => {
                let type_name = class.name.borrow();
                Err(if class.lookup(name).is_some() {
                    self.attribute_error(format!("'{type_name}' object attribute '{name}' is read-only"))
                } else {
                    self.attribute_error(format!(
                        "'{type_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
                    ))
                })
            }
            Some(Kind::Instance) => {
                if let Some(instance) = object.get::<Instance>() {
                    instance.attrs.set(class, name, value);
                }
                Ok(())
            }
            Some(Kind::Exception) => {
                if let Some(exception) = object.get::<Exception>() {
                    exception.attrs.set(class, name, value);
                }
                Ok(())
            }
            Some(Kind::Module) => {
                if let Some(module) = object.get::<Module>() {
                    module.namespace.set_str(name, value);
                }
                Ok(())
            }
            Some(Kind::Function) => {
                if let Some(function) = object.get::<Function>() {
                    let dict = function.meta().borrow_mut().dict.get_or_insert_with(Dict::new).clone();
                    dict.set_str(name, value);
                }
                Ok(())
            }
            Some(Kind::Class) => self.set_class_attr(object, name, value),
            Some(Kind::Opaque) if !class.builtin => {
                if let Some(opaque) = object.get::<Opaque>() {
                    opaque.attrs.set(class, name, value);
                }
                Ok(())
            }
            _ => Err(self.no_setting(object, class, name)),
        }
    }

    #[cold]
    fn no_setting(&self, object: &Value, class: &Gc<Class>, name: &Gc<Str>) -> Raised {
        let type_name = self.type_name(object);
        if class.lookup(name).is_some() {
            return self.attribute_error(format!("'{type_name}' object attribute '{name}' is read-only"));
        }
        self.attribute_error(format!(
            "'{type_name}' object has no attribute '{name}' and no __dict__ for setting new attributes"
        ))
    }

    /// Writes what a property stands for, or deletes it where there is no value.
    pub fn set_property(&mut self, property: &Property, object: &Value, value: Value) -> Result<()> {
        let (function, what) =
            if value.is_set() { (property.set.clone(), "setter") } else { (property.delete.clone(), "deleter") };
        if function.is_none() {
            if let Some(raised) = self.not_writable(property) {
                return Err(raised);
            }
            let name = property.name.borrow().clone();
            return Err(self.property_error(&name, object, what));
        }
        if let Some(native) = function.get::<Native>()
            && let Some(setter) = self.natives[native.id.0 as usize].row.setter
        {
            return setter(self, &[object.clone(), value]).map(|_| ());
        }
        let args = [object.clone(), value];
        let count = if args[1].is_set() { 2 } else { 1 };
        self.call(&function, &args[..count]).map(|_| ())
    }

    fn set_class_attr(&mut self, object: &Value, name: &Gc<Str>, value: Value) -> Result<()> {
        let Some(class) = object.gc::<Class>() else { return Ok(()) };
        if class.builtin {
            return Err(self.type_error(format!("cannot set '{name}' attribute of immutable type '{}'", class.name.borrow())));
        }
        class.set(name, value);
        if name.as_str().starts_with("__") {
            self.derive_flags(&class.clone());
        }
        Ok(())
    }

    fn delete_own(&mut self, object: &Value, class: &Gc<Class>, name: &Gc<Str>) -> Result<()> {
        let deleted = match object.kind() {
            Some(Kind::Instance) => object.get::<Instance>().is_some_and(|instance| instance.attrs.delete(class, name)),
            Some(Kind::Exception) => object.get::<Exception>().is_some_and(|exception| exception.attrs.delete(class, name)),
            Some(Kind::Opaque) => object.get::<Opaque>().is_some_and(|opaque| opaque.attrs.delete(class, name)),
            Some(Kind::Module) => object.get::<Module>().is_some_and(|module| module.namespace.remove_str(name).is_some()),
            Some(Kind::Function) => {
                let dict = object.get::<Function>().and_then(|function| function.meta_if_made()?.borrow().dict.clone());
                dict.is_some_and(|dict| dict.remove_str(name).is_some())
            }
            Some(Kind::Class) => match object.gc::<Class>() {
                Some(own) if own.builtin => {
                    return Err(
                        self.type_error(format!("cannot delete '{name}' attribute of immutable type '{}'", own.name.borrow()))
                    );
                }
                Some(own) => {
                    let deleted = own.delete(name).is_some();
                    self.derive_flags(&own.clone());
                    deleted
                }
                None => false,
            },
            _ => return Err(self.no_setting(object, class, name)),
        };
        if deleted { Ok(()) } else { Err(self.no_attribute(object, name)) }
    }
}

/// Whether a class attribute takes the object as its first argument when called through it.
#[inline(always)]
fn is_method(value: &Value) -> bool {
    match value.kind() {
        Some(Kind::Function) => true,
        Some(Kind::Native) => value.get::<Native>().is_some_and(|native| native.method),
        _ => false,
    }
}

/// Whether a class attribute is a class method of a function, not of some other descriptor.
fn is_plain_class_method(value: &Value) -> bool {
    value.get::<ClassMethod>().is_some_and(|method| matches!(method.0.kind(), Some(Kind::Function | Kind::Native)))
}

/// The number of the native that a method is, if it is one.
fn native_of(method: &Value) -> Option<NativeId> {
    method.get::<Native>().map(|native| native.id)
}

/// A script's method of an instance by what a site learnt last.
#[inline(always)]
pub(super) fn latest_function_of_instance(object: &Value, latest: &Cell<Cache>) -> Option<Found> {
    let instance = object.get::<Instance>()?;
    // SAFETY (both borrows): they end before anything else runs.
    let (class, cache) = unsafe { (&*instance.class.as_ptr(), &*latest.as_ptr()) };
    if !cache.fits(class.version(), instance.attrs.shape()) || cache.kind != CacheKind::Method {
        return None;
    }
    cached::lookup_value(class, cache.place)
}

#[inline(always)]
fn latest_method_of(class: &Class, shape: u32, latest: &Cell<Cache>) -> Option<Found> {
    // SAFETY: the borrow ends before anything else runs.
    let cache = unsafe { &*latest.as_ptr() };
    if !cache.fits(class.version(), shape) {
        return None;
    }
    cached::lookup_value(class, cache.method_place()?)
}

/// A method of an opaque object's class that no attribute of its own hides; the site remembers it.
fn opaque_method(opaque: &Opaque, site: Site<'_>) -> Option<Value> {
    let (class, shape) = (opaque.class(), opaque.attrs.shape());
    if class.flags().getattribute || shape == DICT_SHAPE || opaque.attrs.place(&class, site.name).is_some() {
        return None;
    }
    let place = class.lookup_place(site.name)?;
    let function = class.lookup_at(place);
    if !is_method(&function) {
        return None;
    }
    site.learn(Cache::of_method(class.version(), shape, place, native_of(&function)));
    Some(function)
}
