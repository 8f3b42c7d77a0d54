//! `*` and `**`: in calls, where errors name the callee, and in displays; and what a mapping is.
//!
//! Keys of a mapping are listed before its values are asked for, as scripts can see.

use smallvec::SmallVec;

use super::bind::Args;
use super::call::Called;
use crate::heap::Gc;
use crate::object::{Dict, Instance, List, Str, Tuple};
use crate::value::Value;
use crate::vm::{BinaryOp, Raised, Result, Vm};

impl Vm {
    /// `f(*args, **kwargs)`
    pub(super) fn call_spread(&mut self, parts: [Value; 3]) -> Result<Called> {
        let [callee, args, kwargs] = parts;
        let named = kwargs.get::<Dict>().filter(|kwargs| !kwargs.borrow().is_empty());
        if let (Some(args), None) = (args.get::<Tuple>(), named) {
            return self.prepare(&callee, Args { values: args.items(), names: &[] });
        }
        let mut values: SmallVec<[Value; 8]> = match args.get::<Tuple>() {
            Some(tuple) => tuple.items().iter().cloned().collect(),
            None if self.is_iterable(&args) => self.collect(&args)?.into(),
            None => {
                let given = self.type_name(&args);
                let name = self.callee_name(&callee)?;
                return Err(self.type_error(format!("{name} argument after * must be an iterable, not {given}")));
            }
        };
        let mut names: SmallVec<[Gc<Str>; 8]> = SmallVec::new();
        if let Some(kwargs) = named {
            for entry in kwargs.borrow().iter() {
                let Some(name) = entry.key.gc::<Str>() else { return Err(self.type_error("keywords must be strings")) };
                names.push(name.clone());
                values.push(entry.value.clone());
            }
        }
        self.prepare(&callee, Args { values: &values, names: &names })
    }

    /// `*value` in a display, or in a call beside other arguments.
    pub(super) fn extend_star(&mut self, list: &Value, value: &Value) -> Result<()> {
        if !self.is_iterable(value) {
            return Err(self.type_error(format!("Value after * must be an iterable, not {}", self.type_name(value))));
        }
        if self.combine_in_place(BinaryOp::Add, list, value)? {
            return Ok(());
        }
        let items = self.collect_list(value)?;
        if let Some(list) = list.get::<List>() {
            list.0.borrow_mut().extend(items);
        }
        Ok(())
    }

    /// Whether the type of a value says that it can be iterated over.
    pub(super) fn is_iterable(&self, value: &Value) -> bool {
        let class = self.class_of(value);
        class.lookup(&self.names.iter).is_some_and(|iter| !iter.is_none()) || class.lookup(&self.names.getitem).is_some()
    }

    /// `{**value}`
    pub(super) fn dict_update_display(&mut self, dict: &Value, value: &Value) -> Result<()> {
        let Some(dict) = dict.gc::<Dict>().cloned() else { return Ok(()) };
        self.dict_update(&dict, value).map_err(|raised| match self.is_exception(&raised, &self.exc.attribute_error) {
            true => self.type_error(format!("'{}' object is not a mapping", self.type_name(value))),
            false => raised,
        })
    }

    /// `**value` in a call of `callee`.
    pub(super) fn dict_merge(&mut self, dict: &Value, value: &Value, callee: &Value) -> Result<()> {
        let Some(dict) = dict.gc::<Dict>().cloned() else { return Ok(()) };
        match self.merge(&dict, value, true) {
            Err(raised) if self.is_exception(&raised, &self.exc.attribute_error) => {
                let (name, given) = (self.callee_name(callee)?, self.type_name(value));
                Err(self.type_error(format!("{name} argument after ** must be a mapping, not {given}")))
            }
            Err(raised) if self.is_exception(&raised, &self.exc.key_error) => {
                // A key that is there already, or one that the mapping's own `__getitem__` doesn't know.
                let args = raised.0.args.borrow().clone();
                let [key] = args.items() else { return Err(raised) };
                let Some(key) = key.get::<Str>() else { return Err(self.type_error("keywords must be strings")) };
                let name = self.callee_name(callee)?;
                Err(self.type_error(format!("{name} got multiple values for keyword argument '{key}'")))
            }
            merged => merged,
        }
    }

    /// Updates a dict by a mapping; where a key must be `new`, KeyError for one that the dict has already.
    fn merge(&mut self, dict: &Gc<Dict>, mapping: &Value, new: bool) -> Result<()> {
        if let Some(other) = self.plain_dict(mapping) {
            for (key, value) in pairs(&other) {
                self.check_new(dict, &key, new)?;
                self.dict_set(dict, key, value)?;
            }
            return Ok(());
        }
        for key in self.mapping_keys(mapping)? {
            self.check_new(dict, &key, new)?;
            let value = self.get_item(mapping, &key)?;
            self.dict_set(dict, key, value)?;
        }
        Ok(())
    }

    fn check_new(&mut self, dict: &Dict, key: &Value, new: bool) -> Result<()> {
        if new && self.dict_get(dict, key)?.is_some() { Err(self.key_error(key)) } else { Ok(()) }
    }

    /// What is called, in words for messages.
    fn callee_name(&mut self, callee: &Value) -> Result<String> {
        let Some(qualname) = self.get_attr_optional(callee, &self.names.qualname.clone())? else {
            return self.str(callee).map(|text| text.to_string());
        };
        let qualname = self.str(&qualname)?;
        match self.get_attr_optional(callee, &self.names.module.clone())? {
            Some(module) if !module.is_none() => match self.str(&module)? {
                module if module.as_str() == "builtins" => Ok(format!("{qualname}()")),
                module => Ok(format!("{module}.{qualname}()")),
            },
            _ => Ok(format!("{qualname}()")),
        }
    }

    /// Updates a dict by a mapping (something with `keys`) or a dict.
    pub fn dict_update(&mut self, dict: &Gc<Dict>, mapping: &Value) -> Result<()> {
        self.merge(dict, mapping, false)
    }

    /// The items of a mapping, as they are now.
    pub fn mapping_items(&mut self, mapping: &Value) -> Result<Vec<(Value, Value)>> {
        if let Some(dict) = self.plain_dict(mapping) {
            return Ok(pairs(&dict));
        }
        let mut items = Vec::new();
        for key in self.mapping_keys(mapping)? {
            let value = self.get_item(mapping, &key)?;
            items.push((key, value));
        }
        Ok(items)
    }

    /// The dict that a value is, or that an instance of a class derived from it carries, unless that has an `__iter__` of its own.
    fn plain_dict(&self, value: &Value) -> Option<Gc<Dict>> {
        if let Some(dict) = value.gc::<Dict>() {
            return Some(dict.clone());
        }
        let instance = value.get::<Instance>()?;
        let dict = instance.payload()?.gc::<Dict>()?;
        let own = instance.class().lookup(&self.names.iter)?;
        self.types.dict.lookup(&self.names.iter).is_some_and(|usual| usual.same(&own)).then(|| dict.clone())
    }

    /// What `mapping.keys()` lists.
    fn mapping_keys(&mut self, mapping: &Value) -> Result<Vec<Value>> {
        let keys = self.call_method(mapping, &self.names.keys.clone(), &[])?;
        let iterator = self.get_iter(&keys).map_err(|raised| self.not_listing(raised, mapping, &keys))?;
        self.collect(&iterator)
    }

    #[cold]
    fn not_listing(&self, raised: Raised, mapping: &Value, keys: &Value) -> Raised {
        if !self.is_exception(&raised, &self.exc.type_error) {
            return raised;
        }
        let (mapping, keys) = (self.type_name(mapping), self.type_name(keys));
        self.type_error(format!("{mapping}.keys() returned a non-iterable (type {keys})"))
    }
}

fn pairs(dict: &Dict) -> Vec<(Value, Value)> {
    dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()
}
