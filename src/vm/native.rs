//! Native functions: rows of tables, and the binding of a call's arguments to a row's signature.
//!
//! A row is name, signature text, function, doc. The signature is written as in Python, e.g. `(self, sep=None, /, *, maxsplit=-1)`; it is parsed
//! once, binds arguments and words the errors. The function gets one value for each parameter in order (`Unset` where an optional one without
//! literal default was not given; `*args` arrives as a tuple, `**kw` as a dict). Defaults are literals: numbers, `None`, `True`, `False`,
//! quoted text without escapes; `=...` stands for "not given" (`Unset`). If the signature ends in `*args`, the positional arguments are handed
//! over as they are, without a tuple: `args.len()` tells how many. A signature that begins with `def` has its errors worded as those of a
//! function written in the language.

use smallvec::SmallVec;

use super::invoke::Quick;
use crate::heap::Gc;
use crate::object::{Class, ClassMethod, Dict, Module, Native, NativeId, StaticMethod, Str, Tuple};
use crate::value::{Value, Words};
use crate::vm::{Result, Vm};

/// What the signature of a native begins with that is written in the language in CPython.
pub const SCRIPTED: &str = "def ";

/// A native function.
pub type NativeFn = fn(&mut Vm, &[Value]) -> Result;

/// What a row defines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowKind {
    /// A function of a module.
    Function,
    /// A method of a class.
    Method,
    /// A class method: the first argument is the class.
    ClassMethod,
    /// A static method (`__new__` too: its first argument is given explicitly).
    StaticMethod,
    /// A computed attribute; the function gets the object.
    Getter,
}

/// Whose frame an instruction that calls a native enters in its place, in the loop that runs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Enters {
    /// Nobody's.
    Nothing,
    /// `next`: that of a generator, the first argument.
    Next,
    /// `send` and `__next__`: that of the receiver, a generator.
    Send,
    /// `len`: that of a script's `__len__`.
    Length,
}

/// One row of a table of natives.
pub struct Row {
    /// What it defines.
    pub kind: RowKind,
    /// Its name.
    pub name: &'static str,
    /// Its signature.
    pub signature: &'static str,
    /// What it does.
    pub function: NativeFn,
    /// For getters: what an assignment does; it gets the object and the new value (`Unset` for `del`).
    pub setter: Option<NativeFn>,
    /// Its doc line.
    pub doc: &'static str,
    /// What does the frequent case in its place.
    pub quickly: Option<Quickly>,
    /// Whose frame an instruction that calls it enters in its place.
    pub enters: Enters,
}

/// Does the frequent case of a native with the arguments that a call brings by position: what runs no script, raises nothing and drops no last
/// reference to an object. It may take arguments, leaving [`Value::Unset`]. [`Words::unset`] where it is none, and then nothing was done.
pub type Quickly = fn(&mut Vm, &mut [Value]) -> Words;

impl Row {
    /// The same row with what does its frequent case.
    pub const fn quickly(mut self, quickly: Quickly) -> Row {
        self.quickly = Some(quickly);
        self
    }

    /// The same row with whose frame an instruction enters in its place.
    pub const fn enters(mut self, enters: Enters) -> Row {
        self.enters = enters;
        self
    }

    const fn new(kind: RowKind, name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row { kind, name, signature, function, setter: None, doc, quickly: None, enters: Enters::Nothing }
    }
    /// A function of a module.
    pub const fn function(name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row::new(RowKind::Function, name, signature, function, doc)
    }
    /// A method; its signature begins with `self`.
    pub const fn method(name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row::new(RowKind::Method, name, signature, function, doc)
    }
    /// A class method; its signature begins with `cls`.
    pub const fn class_method(name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row::new(RowKind::ClassMethod, name, signature, function, doc)
    }
    /// A static method, `__new__` included.
    pub const fn static_method(name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row::new(RowKind::StaticMethod, name, signature, function, doc)
    }
    /// A computed attribute that can't be set.
    pub const fn getter(name: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row::new(RowKind::Getter, name, "(self, /)", function, doc)
    }
    /// A computed attribute that can be set.
    pub const fn getset(name: &'static str, getter: NativeFn, setter: NativeFn, doc: &'static str) -> Row {
        Row { setter: Some(setter), ..Row::new(RowKind::Getter, name, "(self, /)", getter, doc) }
    }
}

/// A parameter of a signature.
#[derive(Clone)]
pub struct Parameter {
    /// Its name.
    pub name: Gc<Str>,
    /// Its default (`Unset` for "not given"), or none if it is required.
    pub default: Option<Value>,
    /// How it can be given.
    pub kind: ParameterKind,
}

impl Parameter {
    /// Whether a keyword argument of this name is for it.
    pub(super) fn is_called(&self, name: &Str) -> bool {
        matches!(self.kind, ParameterKind::Positional | ParameterKind::KeywordOnly) && self.name.as_str() == name.as_str()
    }
}

/// How a parameter can be given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum ParameterKind {
    PositionalOnly,
    Positional,
    KeywordOnly,
    VarArgs,
    VarKw,
}

/// A signature, parsed.
#[derive(Default)]
pub struct Signature {
    /// The parameters in order.
    pub parameters: Vec<Parameter>,
    /// Fewest and most positional arguments; `usize::MAX` with `*args`.
    pub positional: (usize, usize),
    /// Whether positional arguments can be handed over as they are: it ends in `*args`, or all parameters are positional.
    pub flat: bool,
    /// Positional parameters.
    pub count: usize,
    /// The defaults of the last parameters (but for `*args`), side by side.
    pub defaults: Box<[Value]>,
    /// Errors are worded as those of scripts' functions, which it is one of in CPython.
    pub scripted: bool,
}

/// A native in the machine's table.
pub struct NativeEntry {
    /// The row.
    pub row: &'static Row,
    /// The module or class that it belongs to.
    pub owner: Gc<Str>,
    /// That class.
    pub class: Option<Gc<Class>>,
    /// Parsed at the first call that needs it.
    pub signature: std::cell::OnceCell<Signature>,
}

impl Signature {
    /// Parses a signature; it comes from a table, so a malformed one is a bug that the unit test over all tables finds.
    pub fn parse(vm: &Vm, text: &str) -> Signature {
        let parameters = text.strip_prefix(SCRIPTED);
        let mut signature = Signature { scripted: parameters.is_some(), ..Signature::default() };
        let inner = parameters.unwrap_or(text).trim().trim_start_matches('(').trim_end_matches(')');
        let mut keyword_only = false;
        for part in split_parameters(inner) {
            match part {
                "" => {}
                "/" => signature.parameters.iter_mut().for_each(|parameter| parameter.kind = ParameterKind::PositionalOnly),
                "*" => keyword_only = true,
                _ => {
                    let (name, default) =
                        part.split_once('=').map_or((part, None), |(name, default)| (name, Some(literal(default))));
                    let (name, kind) = match name.strip_prefix("**") {
                        Some(name) => (name, ParameterKind::VarKw),
                        None => match name.strip_prefix('*') {
                            Some(name) => (name, ParameterKind::VarArgs),
                            None if keyword_only => (name, ParameterKind::KeywordOnly),
                            None => (name, ParameterKind::Positional),
                        },
                    };
                    keyword_only |= kind == ParameterKind::VarArgs;
                    signature.parameters.push(Parameter { name: vm.intern(name.trim()), default, kind });
                }
            }
        }
        let positional =
            |parameter: &&Parameter| matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::Positional);
        signature.count = signature.parameters.iter().filter(positional).count();
        let least = signature.parameters.iter().filter(positional).filter(|parameter| parameter.default.is_none()).count();
        let varargs = signature.parameters.iter().any(|parameter| parameter.kind == ParameterKind::VarArgs);
        signature.positional = (least, if varargs { usize::MAX } else { signature.count });
        let last_is_varargs = signature.parameters.last().is_some_and(|parameter| parameter.kind == ParameterKind::VarArgs);
        signature.flat = signature.parameters.len() == signature.count
            || (last_is_varargs && signature.parameters.len() == signature.count + 1);
        let named = if signature.flat { signature.count } else { signature.parameters.len() };
        let with_default = signature.parameters[..named].iter().rev().map_while(|parameter| parameter.default.clone());
        let mut defaults: Vec<Value> = with_default.collect();
        defaults.reverse();
        signature.defaults = defaults.into();
        signature
    }

    pub(super) fn varargs(&self) -> bool {
        self.positional.1 == usize::MAX
    }
}

/// Splits at commas outside quotes.
fn split_parameters(text: &str) -> Vec<&str> {
    let mut quoted = false;
    text.split(|c: char| {
        quoted ^= c == '\'';
        c == ',' && !quoted
    })
    .map(str::trim)
    .collect()
}

/// The value of a default.
fn literal(text: &str) -> Value {
    let text = text.trim();
    match text {
        "None" => Value::None,
        "True" => Value::Bool(true),
        "False" => Value::Bool(false),
        "..." => Value::Unset,
        _ => {
            if let Some(quoted) = text.strip_prefix('\'') {
                return Str::value(quoted.trim_end_matches('\''));
            }
            text.parse().map(Value::Int).or_else(|_| text.parse().map(Value::Float)).unwrap_or(Value::Unset)
        }
    }
}

impl Vm {
    /// Puts the rows of a table into a class.
    pub fn add_methods(&mut self, class: &Gc<Class>, rows: &'static [Row]) {
        let owner = class.name.borrow().clone();
        for row in rows {
            let value = self.native_value(row, &owner, Some(class));
            class.namespace().set_str(&self.intern(row.name), value);
        }
        class.changed();
        let names = &self.names;
        let hooks = [&names.getattribute, &names.getattr, &names.setattr, &names.delattr, &names.del];
        if !self.does_hooks_of(owner.as_str()) && rows.iter().any(|row| hooks.iter().any(|hook| hook.as_str() == row.name)) {
            self.derive_flags(class);
        }
    }

    /// Names the native that a call of a built-in class comes down to, where `__new__` alone does not do it all. It gets the class and the
    /// arguments, and is called only where they fit its signature.
    pub fn set_maker(&mut self, class: &Gc<Class>, row: &'static Row) {
        let owner = class.name.borrow().clone();
        let native = self.native(row, &owner, Some(class));
        class.made_by.set(Some(native.id));
    }

    /// Whether a native's signature takes so many positional arguments, and keyword arguments of any name.
    pub(super) fn native_takes(&self, id: NativeId, positional: usize, keywords: bool) -> bool {
        let signature = self.signature(id);
        let (least, most) = signature.positional;
        let any_name = || signature.parameters.iter().any(|parameter| parameter.kind == ParameterKind::VarKw);
        (least..=most).contains(&positional) && (!keywords || any_name())
    }

    /// Puts the rows of a table into a module.
    pub fn add_functions(&mut self, module: &Module, rows: &'static [Row]) {
        for row in rows {
            let value = self.native_value(row, &module.name, None);
            module.namespace.set_str(&self.intern(row.name), value);
        }
    }

    /// What a row defines, as a value.
    pub fn native_value(&mut self, row: &'static Row, owner: &Gc<Str>, class: Option<&Gc<Class>>) -> Value {
        let native: Value = self.native(row, owner, class).into();
        match row.kind {
            RowKind::Function | RowKind::Method => native,
            RowKind::ClassMethod => Gc::new(ClassMethod(native)).into(),
            // It binds to nothing by itself.
            RowKind::StaticMethod if row.name == "__new__" => native,
            RowKind::StaticMethod => Gc::new(StaticMethod(native)).into(),
            RowKind::Getter => {
                let name = self.intern(row.name);
                self.computed(native, row, name, class.cloned())
            }
        }
    }

    /// A native function object of a row.
    pub fn native(&mut self, row: &'static Row, owner: &Gc<Str>, class: Option<&Gc<Class>>) -> Gc<Native> {
        let id = NativeId(self.natives.len() as u32);
        let name = self.intern(row.name);
        self.natives.push(NativeEntry {
            row,
            owner: owner.clone(),
            class: class.cloned(),
            signature: std::cell::OnceCell::new(),
        });
        self.quick_natives.push(Quick::new(row));
        Gc::new(Native { id, name, owner: owner.clone(), method: matches!(row.kind, RowKind::Method | RowKind::Getter) })
    }

    /// The entry of a native.
    pub(super) fn native_entry(&self, id: NativeId) -> &NativeEntry {
        &self.natives[id.0 as usize]
    }

    /// The row that a native was made of.
    pub fn native_row(&self, id: NativeId) -> &'static Row {
        self.natives[id.0 as usize].row
    }

    /// The signature of a native.
    pub fn signature(&self, id: NativeId) -> &Signature {
        let entry = &self.natives[id.0 as usize];
        entry.signature.get_or_init(|| Signature::parse(self, entry.row.signature))
    }

    /// One value for each parameter.
    pub(super) fn bind_native(&self, id: NativeId, args: &[Value], names: &[Gc<Str>]) -> Result<SmallVec<[Value; 8]>> {
        let signature = self.signature(id);
        let positional = &args[..args.len() - names.len()];
        self.check_counts(id, positional.len(), names)?;
        let mut bound: SmallVec<[Value; 8]> = positional.iter().take(signature.count).cloned().collect();
        let mut given: SmallVec<[bool; 8]> = SmallVec::from_elem(true, bound.len());
        bound.resize(signature.count, Value::Unset);
        given.resize(signature.count, false);
        let mut rest = None;
        for parameter in &signature.parameters[signature.count..] {
            bound.push(match parameter.kind {
                ParameterKind::VarArgs => Tuple::value(positional.get(signature.count..).unwrap_or_default()),
                ParameterKind::VarKw => rest.insert(Dict::new()).clone().into(),
                _ => Value::Unset,
            });
            given.push(matches!(parameter.kind, ParameterKind::VarArgs | ParameterKind::VarKw));
        }
        let (mut twice, mut unknown) = (None, None);
        for (name, value) in names.iter().zip(&args[positional.len()..]) {
            match (signature.parameters.iter().position(|parameter| parameter.is_called(name)), &rest) {
                (Some(place), _) if given[place] => twice = twice.or(Some((name, place))),
                (Some(place), _) => {
                    bound[place] = value.clone();
                    given[place] = true;
                }
                (None, Some(rest)) => rest.set_str(name, value.clone()),
                (None, None) => unknown = unknown.or(Some(name)),
            }
        }
        // Functions written in the language look at the names first.
        if let (true, Some(name)) = (signature.scripted, unknown) {
            return Err(self.native_unexpected(id, name));
        }
        for (place, parameter) in signature.parameters.iter().enumerate().filter(|(place, _)| !given[*place]) {
            match &parameter.default {
                Some(default) => bound[place] = default.clone(),
                None => return Err(self.native_missing(id, &given, positional.len())),
            }
        }
        if let Some((name, place)) = twice {
            return Err(self.native_given_twice(id, name, place));
        }
        if let Some(name) = unknown {
            return Err(self.native_unexpected(id, name));
        }
        self.flatten(signature, &mut bound, positional);
        Ok(bound)
    }

    /// Signatures that end in `*args` get the arguments as they are, also when some came by keyword.
    fn flatten(&self, signature: &Signature, bound: &mut SmallVec<[Value; 8]>, positional: &[Value]) {
        if signature.flat && signature.varargs() {
            bound.pop();
            bound.extend(positional.get(signature.count..).unwrap_or_default().iter().cloned());
        }
    }
}
