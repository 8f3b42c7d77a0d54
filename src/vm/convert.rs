//! Questions that the machine asks of any value: truth, length, hash, texts, indices; and arguments of built-in types.

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use crate::heap::Gc;
use crate::object::{
    BigIntObject, Bytes, Class, Dict, FrozenSet, Instance, List, Native, Range, Set, Str, Tuple, TupleHash, identity_hash,
    push_code, quick_hash,
};
use crate::value::{Kind, Object, Value};
use crate::vm::{Raised, Result, Vm};

impl Vm {
    /// `bool(value)`
    pub fn truth(&mut self, value: &Value) -> Result<bool> {
        match self.plain_truth(value) {
            Some(truth) => Ok(truth),
            None if matches!(value, Value::NotImplemented) => {
                Err(self.type_error("NotImplemented should not be used in a boolean context"))
            }
            None => self.truth_special(value),
        }
    }

    /// `bool(value)`, where nothing has to be called for it.
    #[inline]
    pub(super) fn plain_truth(&self, value: &Value) -> Option<bool> {
        Some(match value {
            Value::Bool(truth) => *truth,
            Value::None | Value::Unset => false,
            Value::Int(int) => *int != 0,
            Value::Float(float) => *float != 0.0,
            Value::Ellipsis => true,
            Value::NotImplemented => return None,
            Value::Object(kind, _) => match kind {
                Kind::Str => !value.get::<Str>()?.as_str().is_empty(),
                Kind::List => !value.get::<List>()?.0.borrow().is_empty(),
                Kind::Tuple => !value.get::<Tuple>()?.items().is_empty(),
                Kind::Dict => !value.get::<Dict>()?.is_empty(),
                Kind::Set => !value.get::<Set>()?.0.borrow().is_empty(),
                Kind::FrozenSet => !value.get::<FrozenSet>()?.storage.is_empty(),
                Kind::Bytes => !value.get::<Bytes>()?.data().is_empty(),
                Kind::Range => !value.get::<Range>()?.is_empty(),
                Kind::BigInt => true,
                Kind::Function | Kind::Native | Kind::BoundMethod | Kind::Module | Kind::Exception | Kind::Generator => true,
                Kind::Instance => {
                    let special = |name| self.find_special(value, name);
                    return (special(&self.names.bool).is_none() && special(&self.names.len).is_none()).then_some(true);
                }
                _ => return None,
            },
        })
    }

    fn truth_special(&mut self, value: &Value) -> Result<bool> {
        if let Some(truth) = self.call_special(value, &self.names.bool.clone(), &[])? {
            return match truth {
                Value::Bool(truth) => Ok(truth),
                other => Err(self.type_error(format!("__bool__ should return bool, returned {}", self.type_name(&other)))),
            };
        }
        if self.lookup_special(value, &self.names.len).is_some() {
            return self.len(value).map(|len| len != 0);
        }
        Ok(true)
    }

    /// `len(value)`
    pub fn len(&mut self, value: &Value) -> Result<usize> {
        match value.kind() {
            Some(Kind::List) => return Ok(value.get::<List>().map_or(0, |list| list.0.borrow().len())),
            Some(Kind::Tuple) => return Ok(value.get::<Tuple>().map_or(0, |tuple| tuple.items().len())),
            Some(Kind::Str) => return Ok(value.get::<Str>().map_or(0, Str::char_len)),
            Some(Kind::Dict) => return Ok(value.get::<Dict>().map_or(0, Dict::len)),
            Some(Kind::Set) => return Ok(value.get::<Set>().map_or(0, |set| set.0.borrow().len())),
            Some(Kind::FrozenSet) => return Ok(value.get::<FrozenSet>().map_or(0, |set| set.storage.len())),
            Some(Kind::Bytes) => return Ok(value.get::<Bytes>().map_or(0, |bytes| bytes.data().len())),
            _ => {}
        }
        let Some(len) = self.call_special(value, &self.names.len.clone(), &[])? else {
            return Err(self.type_error(format!("object of type '{}' has no len()", self.type_name(value))));
        };
        self.length_of(&len)
    }

    /// The length that a `__len__` has returned.
    pub(super) fn length_of(&mut self, returned: &Value) -> Result<usize> {
        let length = self.index_big(returned)?;
        if length.sign() == num_bigint::Sign::Minus {
            return Err(self.value_error("__len__() should return >= 0"));
        }
        let fits = length.to_i64().and_then(|length| usize::try_from(length).ok());
        fits.ok_or_else(|| {
            let given = self.type_name(returned);
            self.overflow_error(format!("cannot fit '{given}' into an index-sized integer"))
        })
    }

    /// `hash(value)`
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        match quick_hash(value) {
            Some(hash) => Ok(hash),
            None => self.hash_by_method(value),
        }
    }

    /// The hash of what has to be asked for it, or holds such things.
    pub(super) fn hash_by_method(&mut self, value: &Value) -> Result<i64> {
        if let Some(tuple) = value.gc::<Tuple>() {
            let tuple = tuple.clone();
            return self.guard(|vm| {
                let mut hash = TupleHash::default();
                for item in tuple.items() {
                    hash.add(vm.hash(item)?);
                }
                let hash = hash.finish();
                tuple.set_hash(hash);
                Ok(hash)
            });
        }
        let function = match value.kind() {
            Some(Kind::Instance) => self.special_function(value, &self.names.hash),
            _ => None,
        };
        if let Some(function) = function {
            let hash = self.call_script(function, value, &[])?;
            return self.hash_given(hash);
        }
        match self.lookup_special(value, &self.names.hash) {
            None | Some(Value::None) => Err(self.unhashable(value)),
            Some(method) if method.is::<Native>() && self.is_identity_hash(&method) => Ok(identity_hash(value)),
            Some(_) => {
                let hash = self.call_special(value, &self.names.hash.clone(), &[])?.unwrap_or_default();
                self.hash_given(hash)
            }
        }
    }

    /// The hash that a `__hash__` has returned.
    fn hash_given(&self, hash: Value) -> Result<i64> {
        match hash {
            Value::Int(hash) => Ok(if hash == -1 { -2 } else { hash }),
            Value::Bool(hash) => Ok(i64::from(hash)),
            other if other.is::<BigIntObject>() => Ok(quick_hash(&other).unwrap_or_default()),
            _ => Err(self.type_error("__hash__ method should return an integer")),
        }
    }

    /// Whether a `__hash__` is `object`'s, which goes by identity.
    fn is_identity_hash(&self, method: &Value) -> bool {
        self.types.object.lookup(&self.names.hash).is_none_or(|own| own.same(method))
    }

    /// TypeError for what can't be a key.
    #[cold]
    pub fn unhashable(&self, value: &Value) -> Raised {
        self.type_error(format!("unhashable type: '{}'", self.type_name(value)))
    }

    /// `repr(value)`
    pub fn repr(&mut self, value: &Value) -> Result<Gc<Str>> {
        if let Some(text) = self.plain_repr(value) {
            return Ok(text);
        }
        self.guard(|vm| {
            let name = vm.names.repr.clone();
            match vm.call_special(value, &name, &[])? {
                Some(text) => vm.expect_str(text, "__repr__"),
                None => Ok(Str::new(format!("<{} object>", vm.type_name(value)))),
            }
        })
    }

    /// `repr` of what needs no method for it.
    #[inline]
    fn plain_repr(&self, value: &Value) -> Option<Gc<Str>> {
        match value {
            Value::Int(int) => Some(Str::new(itoa::Buffer::new().format(*int))),
            Value::Bool(true) => Some(self.names.true_.clone()),
            Value::Bool(false) => Some(self.names.false_.clone()),
            Value::None => Some(self.names.none.clone()),
            Value::Float(_) | Value::Object(Kind::Str, _) => (self.hooks.plain_repr)(value).map(Str::new),
            // No limit on decimal digits is below those of 128 bits.
            Value::Object(Kind::BigInt, _) => {
                let number = value.get::<BigIntObject>()?.wide()?;
                Some(Str::new(itoa::Buffer::new().format(number)))
            }
            _ => None,
        }
    }

    /// `str(value)`
    pub fn str(&mut self, value: &Value) -> Result<Gc<Str>> {
        if let Some(text) = value.gc::<Str>() {
            return Ok(text.clone());
        }
        if let Some(text) = self.plain_repr(value) {
            return Ok(text);
        }
        self.guard(|vm| {
            let name = vm.names.str.clone();
            match vm.call_special(value, &name, &[])? {
                Some(text) => vm.expect_str(text, "__str__"),
                None => vm.repr(value),
            }
        })
    }

    /// `ascii(value)`: its `repr` with everything beyond ASCII escaped.
    pub fn ascii(&mut self, value: &Value) -> Result<Gc<Str>> {
        let text = self.repr(value)?;
        if text.is_ascii() {
            return Ok(text);
        }
        let mut escaped = String::with_capacity(text.as_str().len());
        for c in text.as_str().chars() {
            if c.is_ascii() { escaped.push(c) } else { push_code(&mut escaped, c) }
        }
        Ok(Str::new(escaped))
    }

    /// `format(value, spec)`
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<Gc<Str>> {
        if let Some(text) = self.plain_format(value, spec) {
            return Ok(text);
        }
        let spec = if spec.is_empty() { self.names.empty.clone() } else { Str::new(spec) };
        self.format_with(value, &spec)
    }

    /// `format(value, spec)`, the specification being a string already.
    pub fn format_with(&mut self, value: &Value, spec: &Gc<Str>) -> Result<Gc<Str>> {
        if let Some(text) = self.plain_format(value, spec.as_str()) {
            return Ok(text);
        }
        match self.call_special(value, &self.names.format.clone(), &[spec.clone().into()])? {
            Some(text) => self.expect_str(text, "__format__"),
            None => self.str(value),
        }
    }

    /// `format` of what needs no method for it.
    #[inline]
    fn plain_format(&mut self, value: &Value, spec: &str) -> Option<Gc<Str>> {
        match value {
            Value::Int(_) | Value::Float(_) | Value::Object(Kind::Str, _) if !spec.is_empty() => {
                (self.hooks.plain_format)(value, spec).map(Str::new)
            }
            Value::Object(Kind::Str, _) => value.gc::<Str>().cloned(),
            Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::None if spec.is_empty() => self.plain_repr(value),
            _ => None,
        }
    }

    fn expect_str(&self, text: Value, method: &str) -> Result<Gc<Str>> {
        match self.native_arg::<Str>(&text) {
            Some(text) => Ok(text),
            None if method == "__format__" => {
                Err(self.type_error(format!("__format__ must return a str, not {}", self.type_name(&text))))
            }
            None => Err(self.type_error(format!("{method} returned non-string (type {})", self.type_name(&text)))),
        }
    }

    /// An int through `__index__`, of any size.
    pub fn index_big(&mut self, value: &Value) -> Result<BigInt> {
        match value {
            Value::Int(int) => return Ok(BigInt::from(*int)),
            Value::Bool(bool) => return Ok(BigInt::from(u8::from(*bool))),
            _ => {}
        }
        if let Some(big) = self.native_arg::<BigIntObject>(value) {
            return Ok(big.number().clone());
        }
        if let Some(Value::Int(int)) = value.get::<Instance>().and_then(|instance| instance.payload()) {
            return Ok(BigInt::from(*int));
        }
        match self.call_special(value, &self.names.index.clone(), &[])? {
            Some(index) if matches!(index, Value::Int(_) | Value::Bool(_)) || index.is::<BigIntObject>() => {
                self.index_big(&index)
            }
            Some(other) => Err(self.type_error(format!("__index__ returned non-int (type {})", self.type_name(&other)))),
            None => Err(self.type_error(format!("'{}' object cannot be interpreted as an integer", self.type_name(value)))),
        }
    }

    /// An int through `__index__` that fits 64 bits; OverflowError else.
    #[inline]
    pub fn index(&mut self, value: &Value) -> Result<i64> {
        if let Value::Int(int) = value {
            return Ok(*int);
        }
        let big = self.index_big(value)?;
        big.to_i64().ok_or_else(|| self.overflow_error("Python int too large to convert to C ssize_t"))
    }

    /// As [`Vm::index`], but what is too large is cut to the nearest end: for slices.
    pub fn index_clamped(&mut self, value: &Value) -> Result<i64> {
        if let Value::Int(int) = value {
            return Ok(*int);
        }
        let big = self.index_big(value)?;
        Ok(big.to_i64().unwrap_or(if big.sign() == num_bigint::Sign::Minus { i64::MIN } else { i64::MAX }))
    }

    /// The object of a built-in type that a value is, or carries as an instance of a subclass.
    #[inline]
    pub fn native_arg<T: Object>(&self, value: &Value) -> Option<Gc<T>> {
        if let Some(object) = value.gc::<T>() {
            return Some(object.clone());
        }
        value.get::<Instance>()?.payload()?.gc::<T>().cloned()
    }

    /// What an instance of a subclass of a built-in type carries; any other value itself.
    pub fn payload(&self, value: &Value) -> Value {
        value.get::<Instance>().and_then(|instance| instance.payload()).unwrap_or(value).clone()
    }

    /// `isinstance(value, classes)` where no class or instance decides it itself.
    pub fn is_plainly_instance(&self, value: &Value, classes: &Value) -> Option<bool> {
        let one = |class: &Value| {
            let class = class.gc::<Class>().filter(|class| self.has_plain_meta(class))?;
            let is = self.is_of(value, class);
            (is || !self.may_pose(value)).then_some(is)
        };
        match classes.get::<Tuple>() {
            None => one(classes),
            Some(tuple) => {
                for class in tuple.items() {
                    if one(class)? {
                        return Some(true);
                    }
                }
                Some(false)
            }
        }
    }

    /// `isinstance(value, classes)`
    pub fn is_instance(&mut self, value: &Value, classes: &Value) -> Result<bool> {
        if let Some(class) = classes.gc::<Class>() {
            let plain = self.has_plain_meta(class);
            // A metaclass is asked about all but direct instances.
            if if plain { self.is_of(value, class) } else { self.class_of(value).same(class) } {
                return Ok(true);
            }
            if plain {
                return if value.is::<Instance>() { self.poses_as(value, &class.clone()) } else { Ok(false) };
            }
        }
        if let Some(tuple) = classes.gc::<Tuple>() {
            let tuple = tuple.clone();
            self.check_room()?;
            for class in tuple.items() {
                if self.is_instance(value, class)? {
                    return Ok(true);
                }
            }
            return Ok(false);
        }
        match self.call_special(classes, &self.names.instancecheck.clone(), std::slice::from_ref(value))? {
            Some(answer) => self.truth(&answer),
            None => Err(self.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union")),
        }
    }
}

impl Vm {
    /// Whether an instance of another class says of itself that it is of this one (`__class__`), as proxies do.
    fn poses_as(&mut self, value: &Value, class: &Gc<Class>) -> Result<bool> {
        if !self.may_pose(value) {
            return Ok(false);
        }
        let name = self.names.class.clone();
        let said = self.get_attr_optional(value, &name)?;
        Ok(said.is_some_and(|said| said.gc::<Class>().is_some_and(|said| said.derives_from(class))))
    }
}
