//! What natives are as attributes: which of the descriptors' types each belongs to, and the two that every new class gets.
//!
//! A native's row says how it is found and bound; what scripts call it (slot wrapper, method, member, computed attribute) follows from its row's
//! kind, its name and its class, and is worked out when somebody asks.

use std::cell::RefCell;

use super::native::{Row, RowKind};
use crate::heap::Gc;
use crate::object::{BoundMethod, Class, ClassMethod, Layout, Native, NativeId, Property, Str};
use crate::value::{Kind, Value};
use crate::vm::{Raised, Vm};

/// What a native is to its class or module.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// A function of a module.
    Function,
    /// `__new__`, and what `staticmethod` wraps.
    Static,
    /// A class method.
    OfClass,
    /// A method.
    Method,
    /// A method that stands for an operation of the language.
    Slot,
    /// An attribute that is computed.
    Computed,
    /// An attribute that is stored.
    Member,
}

/// The attributes that each new class gets: what `__dict__` and `__weakref__` of an instance are.
#[derive(Default)]
pub struct OwnAttributes {
    /// Their natives, or nothing.
    natives: [Option<(Gc<Native>, &'static Row)>; 2],
}

/// Operations that have one method each.
const OPERATIONS: &[&str] = &[
    "repr",
    "hash",
    "call",
    "str",
    "getattribute",
    "getattr",
    "setattr",
    "delattr",
    "lt",
    "le",
    "eq",
    "ne",
    "gt",
    "ge",
    "iter",
    "next",
    "get",
    "set",
    "delete",
    "init",
    "del",
    "buffer",
    "release_buffer",
    "await",
    "aiter",
    "anext",
    "neg",
    "pos",
    "abs",
    "bool",
    "invert",
    "int",
    "float",
    "index",
    "len",
    "getitem",
    "setitem",
    "delitem",
    "contains",
];
/// Operations that have a method for each side, and one in place.
const ARITHMETIC: &[&str] =
    &["add", "sub", "mul", "mod", "divmod", "pow", "lshift", "rshift", "and", "xor", "or", "floordiv", "truediv", "matmul"];
/// Operations whose method is a plain one in some classes.
const PLAIN: &[(&str, &str)] = &[
    ("list", "__getitem__"),
    ("dict", "__getitem__"),
    ("dict", "__contains__"),
    ("set", "__contains__"),
    ("frozenset", "__contains__"),
];
/// What classes store, not compute.
const MEMBERS: &[(&str, &[&str])] = &[
    ("type", &["__base__"]),
    ("async_generator", &["ag_running"]),
    ("coroutine", &["cr_origin"]),
    ("method-wrapper", &["__self__"]),
    ("builtin_function_or_method", &["__module__"]),
    ("method_descriptor", &["__objclass__", "__name__"]),
    ("wrapper_descriptor", &["__objclass__", "__name__"]),
    ("classmethod_descriptor", &["__objclass__", "__name__"]),
    ("getset_descriptor", &["__objclass__", "__name__"]),
    ("member_descriptor", &["__objclass__", "__name__"]),
    ("classmethod", &["__func__", "__wrapped__"]),
    ("staticmethod", &["__func__", "__wrapped__"]),
    (
        "code",
        &[
            "co_argcount",
            "co_posonlyargcount",
            "co_kwonlyargcount",
            "co_stacksize",
            "co_flags",
            "co_nlocals",
            "co_consts",
            "co_names",
            "co_filename",
            "co_name",
            "co_qualname",
            "co_firstlineno",
            "co_linetable",
            "co_exceptiontable",
        ],
    ),
    ("complex", &["real", "imag"]),
    ("function", &["__closure__", "__globals__", "__builtins__"]),
    ("method", &["__func__", "__self__"]),
    ("module", &["__dict__"]),
    ("property", &["fget", "fset", "fdel", "__doc__"]),
    ("range", &["start", "stop", "step"]),
    ("slice", &["start", "stop", "step"]),
    ("super", &["__thisclass__", "__self__", "__self_class__"]),
    ("traceback", &["tb_frame", "tb_lasti"]),
    ("GenericAlias", &["__origin__", "__args__", "__unpacked__"]),
    ("Interpolation", &["value", "expression", "conversion", "format_spec"]),
    ("Template", &["strings", "interpolations"]),
    ("Union", &["__args__"]),
    ("ReferenceType", &["__callback__"]),
    ("TypeAliasType", &["__name__"]),
    ("TypeVar", &["__name__", "__covariant__", "__contravariant__", "__infer_variance__"]),
    ("TypeVarTuple", &["__name__"]),
    ("ParamSpec", &["__name__", "__bound__", "__covariant__", "__contravariant__", "__infer_variance__"]),
    ("ParamSpecArgs", &["__origin__"]),
    ("ParamSpecKwargs", &["__origin__"]),
    ("BaseException", &["__suppress_context__"]),
    ("BaseExceptionGroup", &["message", "exceptions"]),
    ("AttributeError", &["name", "obj"]),
    ("ImportError", &["msg", "name", "path", "name_from"]),
    ("NameError", &["name"]),
    ("OSError", &["errno", "strerror", "filename", "filename2"]),
    ("StopIteration", &["value"]),
    (
        "SyntaxError",
        &["msg", "filename", "lineno", "offset", "text", "end_lineno", "end_offset", "print_file_and_line", "_metadata"],
    ),
    ("UnicodeDecodeError", &["encoding", "object", "start", "end", "reason"]),
    ("UnicodeEncodeError", &["encoding", "object", "start", "end", "reason"]),
    ("UnicodeTranslateError", &["encoding", "object", "start", "end", "reason"]),
    ("SystemExit", &["code"]),
];

fn is_operation(name: &str) -> bool {
    let Some(name) = name.strip_prefix("__").and_then(|name| name.strip_suffix("__")) else { return false };
    let on_a_side = || ARITHMETIC.contains(&name.get(1..).unwrap_or("")) && (name.starts_with('r') || name.starts_with('i'));
    OPERATIONS.contains(&name) || ARITHMETIC.contains(&name) || on_a_side()
}

/// Whether a method of a class stands for an operation of the language.
pub(super) fn is_slot(name: &str, class: &str) -> bool {
    is_operation(name) && !PLAIN.contains(&(class, name))
}

impl Vm {
    /// What a native is.
    pub fn native_role(&self, native: &Native) -> Role {
        let (name, owner) = (native.name.as_str(), native.owner.as_str());
        match self.native_row(native.id).kind {
            RowKind::Function => Role::Function,
            RowKind::StaticMethod => Role::Static,
            RowKind::ClassMethod => Role::OfClass,
            RowKind::Method if is_slot(name, owner) => Role::Slot,
            RowKind::Method => Role::Method,
            RowKind::Getter if MEMBERS.iter().any(|(class, names)| *class == owner && names.contains(&name)) => Role::Member,
            RowKind::Getter => Role::Computed,
        }
    }

    /// The class that a native belongs to.
    pub fn class_of_native(&self, id: NativeId) -> Option<&Gc<Class>> {
        self.native_entry(id).class.as_ref()
    }

    /// The computed attribute that a row defines.
    pub(super) fn computed(&mut self, native: Value, row: &'static Row, name: Gc<Str>, owner: Option<Gc<Class>>) -> Value {
        let set = row.setter.map_or(Value::None, |_| native.clone());
        let (doc, name) = (RefCell::new(Str::value(row.doc)), RefCell::new(name.into()));
        Gc::new(Property { get: native, delete: set.clone(), set, doc, name, owner }).into()
    }

    /// The native class whose computed or stored attribute a property is, and which of the two. What modules define that are written in the
    /// language in CPython are properties.
    pub fn owner_of<'a>(&self, property: &'a Property) -> Option<(&'a Gc<Class>, Role)> {
        let owner = property.owner.as_ref()?;
        let of_module = owner.namespace().get_str(&self.names.module);
        let scripted = owner.builtin
            && of_module.as_ref().and_then(Value::get::<Str>).is_some_and(|module| module.as_str().starts_with("asyncio."));
        let native = property.get.get::<Native>()?;
        (!scripted).then(|| (owner, self.native_role(native)))
    }

    /// The class of a native, or of what holds one.
    pub(super) fn class_of_descriptor(&self, value: &Value) -> &Gc<Class> {
        let types = &self.types;
        match value.kind() {
            Some(Kind::BoundMethod) => {
                let function = value.get::<BoundMethod>().and_then(|bound| bound.function.get::<Native>());
                match function.map(|native| self.native_role(native)) {
                    Some(Role::Method | Role::OfClass) => &types.native,
                    Some(Role::Slot) => &types.method_wrapper,
                    _ => &types.method,
                }
            }
            Some(Kind::Native) => match value.get::<Native>().map(|native| self.native_role(native)) {
                Some(Role::Slot) => &types.wrapper_descriptor,
                Some(Role::Method | Role::Computed | Role::Member) => &types.method_descriptor,
                _ => &types.native,
            },
            Some(Kind::ClassMethod) => match native_class_method(value) {
                Some(native) if self.native_role(native) == Role::OfClass => &types.classmethod_descriptor,
                _ => &types.classmethod,
            },
            Some(Kind::Property) => match value.get::<Property>().and_then(|property| self.owner_of(property)) {
                Some((_, Role::Member)) => &types.member_descriptor,
                Some(_) => &types.getset_descriptor,
                None => &types.property,
            },
            _ => &types.object,
        }
    }

    /// The error of setting an attribute that is computed or stored by a native class, where it is such a one.
    #[cold]
    pub(super) fn not_writable(&self, property: &Property) -> Option<Raised> {
        let (owner, role) = self.owner_of(property)?;
        if role == Role::Member {
            return Some(self.attribute_error("readonly attribute"));
        }
        let (name, owner) = (property.name.borrow(), owner.name_in_messages());
        let name = name.get::<Str>().map_or("", Str::as_str);
        Some(self.attribute_error(format!("attribute '{name}' of '{owner}' objects is not writable")))
    }

    /// Says what `__dict__` and `__weakref__` of an instance are.
    pub fn set_own_attributes(&mut self, rows: [&'static Row; 2]) {
        let owner = self.types.object.name.borrow().clone();
        self.own_attributes.natives = rows.map(|row| Some((self.native(row, &owner, None), row)));
    }

    /// Gives a new class what it has besides its body: descriptors for what its instances have and those of its bases have not, its
    /// documentation, and no `__hash__` where it compares in its own way.
    pub(super) fn add_own_attributes(&mut self, class: &Gc<Class>) {
        let wanted = [self.adds_dict(class), self.adds_weak_reference(class)];
        for (which, name) in [self.names.dict.clone(), self.names.weakref.clone()].into_iter().enumerate() {
            if wanted[which]
                && class.namespace().get_str(&name).is_none()
                && let Some((native, row)) = self.own_attributes.natives[which].clone()
            {
                let attribute = self.computed(native.into(), row, name.clone(), Some(class.clone()));
                class.namespace().set_str(&name, attribute);
            }
        }
        let (namespace, names) = (class.namespace(), &self.names);
        if namespace.get_str(&names.doc).is_none() {
            namespace.set_str(&names.doc, Value::None);
        }
        if namespace.get_str(&names.eq).is_some() && namespace.get_str(&names.hash).is_none() {
            namespace.set_str(&names.hash, Value::None);
        }
        class.changed();
    }

    /// Whether instances of a new class have a dict that those of its bases have not.
    fn adds_dict(&self, class: &Gc<Class>) -> bool {
        let inherited = || class.mro_rest().iter().any(|base| base.namespace().get_str(&self.names.dict).is_some());
        !class.wants_no_dict() && !inherited()
    }

    /// The same of a place for weak references.
    fn adds_weak_reference(&self, class: &Gc<Class>) -> bool {
        let has = |base: &Gc<Class>| match base.layout {
            _ if !base.builtin => base.adds_weak_references(),
            Layout::Native(Kind::Set | Kind::FrozenSet | Kind::Module | Kind::Future | Kind::Task | Kind::Opaque) => true,
            _ => super::slots::is_sized(self, base),
        };
        class.adds_weak_references() && !class.mro_rest().iter().any(has)
    }
}

/// The native that a class method wraps.
pub fn native_class_method(value: &Value) -> Option<&Native> {
    value.get::<ClassMethod>()?.0.get::<Native>()
}
