//! `__slots__`: its names checked and mangled, and a member descriptor for each put into the new class.

use crate::heap::Gc;
use crate::object::{Class, Dict, Layout, Member, Opaque, Slots, Str};
use crate::source::mangle;
use crate::value::Kind;
use crate::vm::{Result, Vm};

impl Vm {
    /// The names that a namespace lists in `__slots__`, none where it has no such thing.
    pub(super) fn slot_names(
        &mut self,
        class_name: &Str,
        parents: &[Gc<Class>],
        namespace: &Dict,
    ) -> Result<Option<Vec<Gc<Str>>>> {
        let Some(listed) = namespace.get_str(&self.names.slots) else { return Ok(None) };
        let items = if listed.is::<Str>() { vec![listed.clone()] } else { self.collect(&listed)? };
        let fixed = parents.iter().find(|parent| is_sized(self, parent));
        if let (Some(parent), false) = (fixed, items.is_empty()) {
            let name = parent.name_in_messages();
            return Err(self.type_error(format!("nonempty __slots__ not supported for subtype of '{name}'")));
        }
        let mut slots: Vec<Gc<Str>> = Vec::with_capacity(items.len());
        for item in items {
            let Some(name) = item.gc::<Str>() else {
                return Err(self.type_error(format!("__slots__ items must be strings, not '{}'", self.type_name(&item))));
            };
            if !is_identifier(name.as_str()) {
                return Err(self.type_error("__slots__ must be identifiers"));
            }
            if name.as_str() == "__dict__" && parents.iter().any(|parent| has_dict(parent)) {
                return Err(self.type_error("__dict__ slot disallowed: we already got one"));
            }
            let name = self.intern(&mangle(Some(class_name.as_str()), name.as_str()));
            if namespace.get_str(&name).is_some() && !["__qualname__", "__classcell__"].contains(&name.as_str()) {
                return Err(self.value_error(format!("'{name}' in __slots__ conflicts with class variable")));
            }
            slots.push(name);
        }
        Ok(Some(slots))
    }

    /// Gives a new class its members: those of its bases, and one for each name in its own `__slots__`.
    pub(super) fn add_members(&mut self, class: &Gc<Class>, slots: Option<Vec<Gc<Str>>>) {
        let mut members: Vec<Gc<Str>> = Vec::new();
        for parent in class.mro_rest().iter().rev() {
            let inherited = parent.members().iter().filter(|name| !members.iter().any(|known| known.same(name)));
            members.extend(inherited.cloned().collect::<Vec<_>>());
        }
        let inherited = members.len();
        let listed = slots.as_deref().unwrap_or_default();
        for name in listed.iter().filter(|name| !["__dict__", "__weakref__"].contains(&name.as_str())) {
            let data = Member { name: name.clone(), owner: class.clone() };
            class.namespace().set_str(name, Opaque::new(self.types.member_descriptor.clone(), data).into());
            members.push(name.clone());
        }
        let lists = |wanted: &str| slots.as_ref().is_none_or(|slots| slots.iter().any(|name| name.as_str() == wanted));
        let (dict, weak) = (lists("__dict__"), lists("__weakref__"));
        class.set_slots(Slots { own: members.len() - inherited, members: members.into(), dict, weak });
    }
}

fn is_identifier(text: &str) -> bool {
    let mut characters = text.chars();
    let starts = characters.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first));
    starts && characters.all(unicode_ident::is_xid_continue)
}

/// Whether instances of a class have a `__dict__`.
fn has_dict(class: &Class) -> bool {
    if class.builtin { class.layout == Layout::Exception } else { !class.flags().slots_only }
}

/// Whether instances have their contents behind their header, as CPython lays them out, so that no place for members is left.
pub(super) fn is_sized(vm: &Vm, class: &Gc<Class>) -> bool {
    match class.layout {
        Layout::Native(Kind::Tuple | Kind::Bytes) | Layout::Class => true,
        Layout::Immediate => class.derives_from(&vm.types.int),
        _ => false,
    }
}
