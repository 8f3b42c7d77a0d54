//! Native functions: rows of tables, and the binding of a call's arguments to a row's signature.
//!
//! A row is name, signature text, function, doc. The signature is written as in Python, e.g. `(self, sep=None, /, *, maxsplit=-1)`; it is parsed
//! once, binds arguments and words the errors. The function gets one value for each parameter in order (`Unset` where an optional one without
//! literal default was not given; `*args` arrives as a tuple, `**kw` as a dict). Defaults are literals: numbers, `None`, `True`, `False`,
//! quoted text without escapes; `=...` stands for "not given" (`Unset`). If the signature ends in `*args`, the positional arguments are handed
//! over as they are, without a tuple: `args.len()` tells how many.

use smallvec::SmallVec;

use crate::heap::Gc;
use crate::object::{Class, ClassMethod, Dict, Module, Native, NativeId, Property, StaticMethod, Str, Tuple};
use crate::value::Value;
use crate::vm::{Result, Vm};

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
}

impl Row {
    const fn new(kind: RowKind, name: &'static str, signature: &'static str, function: NativeFn, doc: &'static str) -> Row {
        Row { kind, name, signature, function, setter: None, doc }
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
}

/// A native in the machine's table.
pub struct NativeEntry {
    /// The row.
    pub row: &'static Row,
    /// Name of the class or module that it belongs to.
    pub owner: Gc<Str>,
    /// Parsed at the first call that needs it.
    pub signature: std::cell::OnceCell<Signature>,
}

impl NativeEntry {
    /// Its name in errors: those of construction are said of the class.
    fn short_name(&self) -> &str {
        if self.constructs() { self.owner.as_str() } else { self.row.name }
    }

    /// As [`NativeEntry::short_name`], with the class before a method's name: `str.split` or `print`.
    fn full_name(&self) -> String {
        if self.constructs() { self.owner.to_string() } else { self.qualname() }
    }

    fn qualname(&self) -> String {
        if self.row.kind == RowKind::Function { self.row.name.to_owned() } else { format!("{}.{}", self.owner, self.row.name) }
    }

    fn constructs(&self) -> bool {
        self.row.kind != RowKind::Function && ["__new__", "__init__"].contains(&self.row.name)
    }
}

impl Signature {
    /// Parses a signature; it comes from a table, so a malformed one is a bug that the unit test over all tables finds.
    pub fn parse(vm: &Vm, text: &str) -> Signature {
        let inner = text.trim().trim_start_matches('(').trim_end_matches(')');
        let mut signature = Signature::default();
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
        signature
    }

    fn varargs(&self) -> bool {
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
            let value = self.native_value(row, &owner);
            class.namespace().set_str(&self.intern(row.name), value);
        }
        class.changed();
        let names = &self.names;
        let hooks = [&names.getattribute, &names.getattr, &names.setattr, &names.delattr, &names.del];
        if !self.does_hooks_of(owner.as_str()) && rows.iter().any(|row| hooks.iter().any(|hook| hook.as_str() == row.name)) {
            self.derive_flags(class);
        }
    }

    /// Puts the rows of a table into a module.
    pub fn add_functions(&mut self, module: &Module, rows: &'static [Row]) {
        for row in rows {
            let value = self.native_value(row, &module.name);
            module.namespace.set_str(&self.intern(row.name), value);
        }
    }

    /// What a row defines, as a value.
    pub fn native_value(&mut self, row: &'static Row, owner: &Gc<Str>) -> Value {
        let native: Value = self.native(row, owner).into();
        match row.kind {
            RowKind::Function | RowKind::Method => native,
            RowKind::ClassMethod => Gc::new(ClassMethod(native)).into(),
            RowKind::StaticMethod => Gc::new(StaticMethod(native)).into(),
            RowKind::Getter => {
                let set = row.setter.map_or(Value::None, |_| native.clone());
                let name = self.intern(row.name).into();
                let doc = Str::value(row.doc).into();
                Gc::new(Property { get: native, delete: set.clone(), set, doc, name: std::cell::RefCell::new(name) }).into()
            }
        }
    }

    /// A native function object of a row.
    pub fn native(&mut self, row: &'static Row, owner: &Gc<Str>) -> Gc<Native> {
        let id = NativeId(self.natives.len() as u32);
        let name = self.intern(row.name);
        self.natives.push(NativeEntry { row, owner: owner.clone(), signature: std::cell::OnceCell::new() });
        Gc::new(Native { id, name, owner: owner.clone(), method: matches!(row.kind, RowKind::Method | RowKind::Getter) })
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

    /// Calls a native with positional arguments and, after them, the values of keyword arguments named by `names`.
    #[inline]
    pub fn call_native(&mut self, id: NativeId, args: &[Value], names: &[Gc<Str>]) -> Result {
        let function = self.natives[id.0 as usize].row.function;
        let signature = self.signature(id);
        let (least, most) = signature.positional;
        if names.is_empty() && args.len() >= least {
            if signature.flat && args.len() >= signature.count && (args.len() == signature.count || most == usize::MAX) {
                return function(self, args);
            }
            if args.len() < signature.count && signature.count == signature.parameters.len() {
                // What is not given is optional, so it has a default.
                let defaults = signature.parameters[args.len()..].iter().filter_map(|parameter| parameter.default.as_ref());
                let bound: SmallVec<[Value; 8]> = args.iter().chain(defaults).cloned().collect();
                return function(self, &bound);
            }
        }
        let bound = self.bind_native(id, args, names)?;
        function(self, &bound)
    }

    /// One value for each parameter.
    fn bind_native(&self, id: NativeId, args: &[Value], names: &[Gc<Str>]) -> Result<SmallVec<[Value; 8]>> {
        let signature = self.signature(id);
        let positional = &args[..args.len() - names.len()];
        if positional.len() > signature.positional.1 {
            return Err(self.native_arity(id, positional.len()));
        }
        let mut bound: SmallVec<[Value; 8]> = positional.iter().take(signature.count).cloned().collect();
        let mut given: SmallVec<[bool; 8]> = SmallVec::from_elem(true, bound.len());
        bound.resize(signature.count, Value::Unset);
        given.resize(signature.count, false);
        let mut rest = Vec::new();
        for parameter in &signature.parameters[signature.count..] {
            bound.push(match parameter.kind {
                ParameterKind::VarArgs => Tuple::value(positional.get(signature.count..).unwrap_or_default()),
                ParameterKind::VarKw => Dict::new().into(),
                _ => Value::Unset,
            });
            given.push(matches!(parameter.kind, ParameterKind::VarArgs | ParameterKind::VarKw));
        }
        for (name, value) in names.iter().zip(&args[positional.len()..]) {
            let acceptable = |parameter: &Parameter| {
                matches!(parameter.kind, ParameterKind::Positional | ParameterKind::KeywordOnly)
                    && parameter.name.as_str() == name.as_str()
            };
            match signature.parameters.iter().position(acceptable) {
                Some(place) if given[place] => {
                    let qualname = self.natives[id.0 as usize].qualname();
                    return Err(self.type_error(format!(
                        "argument for {qualname}() given by name ('{name}') and position ({})",
                        place + 1
                    )));
                }
                Some(place) => {
                    bound[place] = value.clone();
                    given[place] = true;
                }
                None => rest.push((name, value)),
            }
        }
        if !rest.is_empty() {
            self.bind_rest(id, &bound, &rest)?;
        }
        for (place, parameter) in signature.parameters.iter().enumerate().filter(|(place, _)| !given[*place]) {
            match &parameter.default {
                Some(default) => bound[place] = default.clone(),
                None => return Err(self.native_missing(id, place, positional.len())),
            }
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

    /// Keyword arguments that no parameter is named for.
    fn bind_rest(&self, id: NativeId, bound: &[Value], rest: &[(&Gc<Str>, &Value)]) -> Result<()> {
        let signature = self.signature(id);
        let place = signature.parameters.iter().position(|parameter| parameter.kind == ParameterKind::VarKw);
        let Some(dict) = place.and_then(|place| bound[place].get::<Dict>()) else {
            let takes_none = signature
                .parameters
                .iter()
                .all(|parameter| matches!(parameter.kind, ParameterKind::PositionalOnly | ParameterKind::VarArgs));
            let entry = &self.natives[id.0 as usize];
            if takes_none {
                return Err(self.type_error(format!("{}() takes no keyword arguments", entry.full_name())));
            }
            let named = signature
                .parameters
                .iter()
                .filter(|parameter| matches!(parameter.kind, ParameterKind::Positional | ParameterKind::KeywordOnly))
                .map(|parameter| parameter.name.as_str());
            let hint = crate::diag::closest(rest[0].0.as_str(), named)
                .map_or_else(String::new, |similar| format!(". Did you mean '{similar}'?"));
            let name = entry.short_name();
            return Err(self.type_error(format!("{name}() got an unexpected keyword argument '{}'{hint}", rest[0].0)));
        };
        for (name, value) in rest {
            dict.set_str(name, (*value).clone());
        }
        Ok(())
    }

    /// TypeError for too many or too few positional arguments, in CPython's words.
    #[cold]
    fn native_arity(&self, id: NativeId, given: usize) -> super::Raised {
        let entry = &self.natives[id.0 as usize];
        let signature = self.signature(id);
        if entry.row.kind == RowKind::Method && given == 0 {
            return self.type_error(format!("unbound method {}() needs an argument", entry.qualname()));
        }
        // A method's own `self` is not counted.
        let own = usize::from(
            matches!(entry.row.kind, RowKind::Method | RowKind::ClassMethod | RowKind::Getter) || entry.row.name == "__new__",
        );
        let (least, most) = (signature.positional.0.saturating_sub(own), signature.positional.1.saturating_sub(own));
        let given = given.saturating_sub(own);
        let (name, full) = (entry.short_name(), entry.full_name());
        let all_positional_only = signature.parameters.iter().all(|parameter| parameter.kind != ParameterKind::Positional);
        let keyword_only = signature.parameters.iter().any(|parameter| parameter.kind == ParameterKind::KeywordOnly);
        // Special methods are C slots to CPython, which have no name to complain under.
        let special =
            entry.row.kind == RowKind::Method && name.starts_with("__") && name.ends_with("__") && name != "__format__";
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        if !all_positional_only && most > 0 {
            return self.keyworded_arity(id, own, given);
        }
        self.type_error(match (least, most) {
            (least, most) if least == most && special => format!("expected {least} argument{}, got {given}", plural(least)),
            (0, 0) if keyword_only => format!("{name}() takes no positional arguments"),
            (0, 0) => format!("{full}() takes no arguments ({given} given)"),
            (1, 1) if all_positional_only && !keyword_only => format!("{full}() takes exactly one argument ({given} given)"),
            (least, most) if least == most && keyword_only => {
                format!("{name}() takes exactly {least} positional argument{} ({given} given)", plural(least))
            }
            (least, most) if least == most => format!("{name} expected {least} argument{}, got {given}", plural(least)),
            (least, _) if given < least => format!("{name} expected at least {least} argument{}, got {given}", plural(least)),
            (_, most) => format!("{name} expected at most {most} argument{}, got {given}", plural(most)),
        })
    }

    /// The same where some parameters can be given by name; `own` is 1 where `self` is not counted.
    #[cold]
    fn keyworded_arity(&self, id: NativeId, own: usize, given: usize) -> super::Raised {
        let signature = self.signature(id);
        let name = self.natives[id.0 as usize].short_name();
        let required = |parameter: &&Parameter| parameter.default.is_none() && parameter.kind != ParameterKind::VarArgs;
        let positional_only = |parameter: &&Parameter| parameter.kind == ParameterKind::PositionalOnly;
        let all = signature.parameters.len() - own;
        let (least, most) = (signature.positional.0.saturating_sub(own), signature.positional.1.saturating_sub(own));
        let (count, limit, what) = if given > all {
            let exact = signature.parameters.iter().filter(required).count() - own == all;
            (all, if exact { "exactly" } else { "at most" }, "argument")
        } else if given > most {
            (most, if least < most { "at most" } else { "exactly" }, "positional argument")
        } else {
            let count = signature.parameters.iter().filter(positional_only).filter(required).count().saturating_sub(own);
            (count, if count < most { "at least" } else { "exactly" }, "positional argument")
        };
        let plural = if count == 1 { "" } else { "s" };
        self.type_error(format!("{name}() takes {limit} {count} {what}{plural} ({given} given)"))
    }

    /// TypeError for a required argument that is missing.
    #[cold]
    fn native_missing(&self, id: NativeId, place: usize, given: usize) -> super::Raised {
        let signature = self.signature(id);
        let parameter = &signature.parameters[place];
        if parameter.kind == ParameterKind::PositionalOnly {
            return self.native_arity(id, given);
        }
        let row = self.natives[id.0 as usize].row;
        let name = self.natives[id.0 as usize].short_name();
        if parameter.kind == ParameterKind::KeywordOnly {
            return self.type_error(format!("{name}() missing required keyword-only argument: '{}'", parameter.name));
        }
        let own = usize::from(matches!(row.kind, RowKind::Method | RowKind::ClassMethod) || row.name == "__new__");
        self.type_error(format!("{name}() missing required argument '{}' (pos {})", parameter.name, place + 1 - own))
    }
}
