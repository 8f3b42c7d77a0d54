//! Pattern matching: what the opcodes of `match` ask of a subject.
//!
//! A class counts as sequence or mapping where it is, or derives from, a built-in one, or where it has `__abc_tpflags__`, as the classes of
//! `collections.abc` and native containers do: [`SEQUENCE`] or [`MAPPING`].

use smallvec::SmallVec;

use crate::heap::Gc;
use crate::object::{Class, Dict, List, Str, Tuple};
use crate::value::{Kind, Value};
use crate::vm::{Result, Vm};

/// The bit of `__abc_tpflags__` that says "a sequence pattern may match this".
pub const SEQUENCE: i64 = 1 << 5;
/// The bit of `__abc_tpflags__` that says "a mapping pattern may match this".
pub const MAPPING: i64 = 1 << 6;

/// Sub-patterns of a class pattern without memory of their own.
const FEW: usize = 6;
/// The attributes that the sub-patterns of a class pattern look at.
type Attributes = SmallVec<[Gc<Str>; FEW]>;

impl Vm {
    /// Whether a sequence pattern may match a value.
    pub fn match_sequence(&mut self, value: &Value) -> bool {
        match value.kind() {
            Some(Kind::List | Kind::Tuple | Kind::Range) => true,
            Some(Kind::Instance | Kind::Opaque) => {
                let types = &self.types;
                self.counts_as(value, &[types.list.clone(), types.tuple.clone(), types.range.clone()], SEQUENCE)
            }
            _ => false,
        }
    }

    /// Whether a mapping pattern may match a value.
    pub fn match_mapping(&mut self, value: &Value) -> bool {
        match value.kind() {
            Some(Kind::Dict | Kind::MappingProxy) => true,
            Some(Kind::Instance | Kind::Opaque) => {
                let types = &self.types;
                self.counts_as(value, &[types.dict.clone(), types.mapping_proxy.clone()], MAPPING)
            }
            _ => false,
        }
    }

    fn counts_as(&self, value: &Value, bases: &[Gc<Class>], flag: i64) -> bool {
        let class = self.class_of(value);
        if bases.iter().any(|base| class.derives_from(base)) {
            return true;
        }
        matches!(class.lookup(&self.intern("__abc_tpflags__")), Some(Value::Int(flags)) if flags & flag != 0)
    }

    /// The values of a mapping under the keys of a tuple, as a tuple; None where one is missing.
    pub fn match_keys(&mut self, subject: &Value, keys: &Value) -> Result {
        let keys: Vec<Value> = keys.get::<Tuple>().map_or_else(Vec::new, |keys| keys.items().to_vec());
        let mut values = Vec::with_capacity(keys.len());
        let get = self.intern("get");
        // A key of one's own stands for "missing": no mapping holds it.
        let missing = List::value(vec![]);
        for (place, key) in keys.iter().enumerate() {
            for earlier in &keys[..place] {
                if self.equal(earlier, key)? {
                    let shown = self.repr(key)?;
                    return Err(self.value_error(format!("mapping pattern checks duplicate key ({shown})")));
                }
            }
            let value = match subject.gc::<Dict>() {
                Some(dict) => self.dict_get(&dict.clone(), key)?,
                None => Some(self.call_method(subject, &get, &[key.clone(), missing.clone()])?)
                    .filter(|value| !value.same(&missing)),
            };
            let Some(value) = value else { return Ok(Value::None) };
            values.push(value);
        }
        Ok(Tuple::value(values))
    }

    /// A dict of what a mapping holds under other keys than those of a tuple.
    pub fn match_rest(&mut self, subject: &Value, keys: &Value) -> Result {
        let rest = match subject.get::<Dict>() {
            Some(dict) => Dict::from_storage(dict.borrow().clone()),
            None => {
                let rest = Dict::new();
                let keys = self.call_method(subject, &self.names.keys.clone(), &[])?;
                for key in self.collect(&keys)? {
                    let value = self.get_item(subject, &key)?;
                    self.dict_set(&rest, key, value)?;
                }
                rest
            }
        };
        let keys: Vec<Value> = keys.get::<Tuple>().map_or_else(Vec::new, |keys| keys.items().to_vec());
        for key in &keys {
            self.dict_remove(&rest, key)?;
        }
        Ok(rest.into())
    }

    /// The attributes that a class pattern with `positional` positional patterns and these keyword names looks at, as a tuple; None where
    /// the subject is no instance or lacks one.
    pub fn match_class(&mut self, subject: &Value, class: &Value, positional: usize, names: &Value) -> Result {
        let Some(class_object) = class.gc::<Class>().cloned() else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        if !self.is_instance(subject, class)? {
            return Ok(Value::None);
        }
        let mut matched: SmallVec<[Value; FEW]> = SmallVec::new();
        let mut attributes: Attributes = SmallVec::new();
        if positional > 0 && !self.positional_attributes(&class_object, positional, &mut attributes)? {
            matched.push(subject.clone());
        }
        if let Some(names) = names.get::<Tuple>() {
            attributes.extend(names.items().iter().filter_map(|name| name.gc::<Str>().cloned()));
        }
        for (n, name) in attributes.iter().enumerate() {
            if attributes[..n].iter().any(|other| other.same(name) || other.as_str() == name.as_str()) {
                let (class_name, shown) = (class_object.name.borrow().clone(), self.repr(&name.clone().into())?);
                return Err(self.type_error(format!("{class_name}() got multiple sub-patterns for attribute {shown}")));
            }
            let name = self.intern_str(name);
            let Some(value) = self.get_attr_optional(subject, &name)? else { return Ok(Value::None) };
            matched.push(value);
        }
        Ok(Tuple::value(matched.as_slice()))
    }

    /// The attributes that positional patterns look at, from `__match_args__`; false where the one pattern gets the subject itself.
    fn positional_attributes(&mut self, class: &Gc<Class>, positional: usize, attributes: &mut Attributes) -> Result<bool> {
        // Most often the class itself or one that it derives from has a tuple of names.
        if self.has_plain_meta(class)
            && let Some(own) = class.lookup(&self.names.match_args)
            && let Some(names) = own.get::<Tuple>().and_then(|names| names.items().get(..positional))
            && names.iter().all(Value::is::<Str>)
        {
            attributes.extend(names.iter().filter_map(|name| name.gc::<Str>().cloned()));
            return Ok(true);
        }
        let name = class.name.borrow().clone();
        let match_args = self.get_attr_optional(&class.clone().into(), &self.names.match_args.clone())?;
        let itself = match_args.is_none() && self.matches_itself(class);
        let items: Vec<Value> = match &match_args {
            None => vec![],
            Some(value) => match value.get::<Tuple>() {
                Some(tuple) => tuple.items().to_vec(),
                None => {
                    let given = self.type_name(value);
                    return Err(self.type_error(format!("{name}.__match_args__ must be a tuple (got {given})")));
                }
            },
        };
        let allowed = if itself { 1 } else { items.len() };
        if positional > allowed {
            let plural = if allowed == 1 { "" } else { "s" };
            return Err(
                self.type_error(format!("{name}() accepts {allowed} positional sub-pattern{plural} ({positional} given)"))
            );
        }
        for item in items.into_iter().take(positional) {
            let Some(item) = item.gc::<Str>().cloned() else {
                let given = self.type_name(&item);
                return Err(self.type_error(format!("__match_args__ elements must be strings (got {given})")));
            };
            attributes.push(item);
        }
        Ok(!itself)
    }

    /// Whether a class is, or derives from, one of the built-in types whose positional pattern gets the subject itself.
    fn matches_itself(&self, class: &Class) -> bool {
        let types = &self.types;
        let numbers = [&types.int, &types.float, &types.bool_];
        let texts = [&types.str, &types.bytes, &types.bytearray];
        let containers = [&types.list, &types.tuple, &types.dict, &types.set, &types.frozenset];
        numbers.into_iter().chain(texts).chain(containers).any(|base| class.derives_from(base))
    }
}
