//! The built-in classes: which there are, and what the class of a value is.

use crate::heap::Gc;
use crate::object::{Class, Dict, Layout, Str};
use crate::value::{Kind, Value};
use crate::vm::error::Exceptions;
use crate::vm::names::Interner;

macro_rules! types {
    ($($field:ident $name:literal $base:literal $layout:expr;)*) => {
        /// The built-in classes that are no exceptions.
        #[allow(missing_docs)]
        pub struct Types {
            pub type_: Gc<Class>,
            pub object: Gc<Class>,
            $(pub $field: Gc<Class>,)*
            pub exception_group: Gc<Class>,
            /// The class of each kind of heap object; kinds whose objects know their class have `object` here.
            by_kind: Vec<Gc<Class>>,
        }

        impl Types {
            /// Makes the classes, exceptions included.
            pub fn new(interner: &Interner) -> (Types, Exceptions) {
                let type_ = bootstrap(interner);
                let object = type_.bases.borrow()[0].clone();
                let mut made: Vec<(&'static str, Gc<Class>)> = vec![("object", object.clone()), ("type", type_.clone())];
                let mut make = |name: &'static str, base: &str, layout: Layout| {
                    let base = made.iter().find(|(other, _)| *other == base).map_or_else(|| object.clone(), |(_, class)| class.clone());
                    let class = derive(interner, name, vec![base], &type_, layout);
                    made.push((name, class.clone()));
                    class
                };
                $(let $field = make($name, $base, $layout);)*
                let exceptions = Exceptions::new(|name, base| make(name, base, Layout::Exception));
                let group_bases = vec![exceptions.base_exception_group.clone(), exceptions.exception.clone()];
                let exception_group = derive(interner, "ExceptionGroup", group_bases, &type_, Layout::Exception);
                let mut by_kind = vec![object.clone(); Kind::COUNT];
                for class in [$(&$field,)*] {
                    // Opaque objects know their class themselves; that of some others depends on what they are (`descriptor`).
                    if let Layout::Native(kind) = class.layout
                        && !matches!(
                            kind,
                            Kind::Opaque | Kind::Native | Kind::BoundMethod | Kind::Property | Kind::ClassMethod
                        )
                    {
                        by_kind[kind as usize] = class.clone();
                    }
                }
                let mut types = Types { type_, object, $($field,)* exception_group, by_kind };
                // Ints of all sizes are of one class.
                types.by_kind[Kind::BigInt as usize] = types.int.clone();
                (types, exceptions)
            }

            /// All of them, `object` and `type` first.
            pub fn all(&self) -> Vec<Gc<Class>> {
                vec![self.object.clone(), self.type_.clone(), $(self.$field.clone(),)* self.exception_group.clone()]
            }
        }
    };
}

types! {
    int "int" "object" Layout::Immediate;
    bool_ "bool" "int" Layout::Immediate;
    float "float" "object" Layout::Immediate;
    none_type "NoneType" "object" Layout::Immediate;
    not_implemented_type "NotImplementedType" "object" Layout::Immediate;
    ellipsis_type "ellipsis" "object" Layout::Immediate;
    complex "complex" "object" Layout::Native(Kind::Complex);
    str "str" "object" Layout::Native(Kind::Str);
    bytes "bytes" "object" Layout::Native(Kind::Bytes);
    bytearray "bytearray" "object" Layout::Native(Kind::ByteArray);
    tuple "tuple" "object" Layout::Native(Kind::Tuple);
    list "list" "object" Layout::Native(Kind::List);
    dict "dict" "object" Layout::Native(Kind::Dict);
    set "set" "object" Layout::Native(Kind::Set);
    frozenset "frozenset" "object" Layout::Native(Kind::FrozenSet);
    range "range" "object" Layout::Native(Kind::Range);
    slice "slice" "object" Layout::Native(Kind::Slice);
    function "function" "object" Layout::Native(Kind::Function);
    native "builtin_function_or_method" "object" Layout::Native(Kind::Native);
    method_wrapper "method-wrapper" "object" Layout::Plain;
    method_descriptor "method_descriptor" "object" Layout::Plain;
    wrapper_descriptor "wrapper_descriptor" "object" Layout::Plain;
    classmethod_descriptor "classmethod_descriptor" "object" Layout::Plain;
    getset_descriptor "getset_descriptor" "object" Layout::Plain;
    member_descriptor "member_descriptor" "object" Layout::Native(Kind::Opaque);
    method "method" "object" Layout::Native(Kind::BoundMethod);
    module "module" "object" Layout::Native(Kind::Module);
    cell "cell" "object" Layout::Native(Kind::Cell);
    generator "generator" "object" Layout::Native(Kind::Generator);
    coroutine "coroutine" "object" Layout::Plain;
    async_generator "async_generator" "object" Layout::Plain;
    coroutine_wrapper "coroutine_wrapper" "object" Layout::Plain;
    code "code" "object" Layout::Native(Kind::Code);
    property "property" "object" Layout::Native(Kind::Property);
    classmethod "classmethod" "object" Layout::Native(Kind::ClassMethod);
    staticmethod "staticmethod" "object" Layout::Native(Kind::StaticMethod);
    super_ "super" "object" Layout::Native(Kind::Super);
    frame "frame" "object" Layout::Native(Kind::Opaque);
    traceback "traceback" "object" Layout::Native(Kind::Traceback);
    dict_keys "dict_keys" "object" Layout::Plain;
    dict_values "dict_values" "object" Layout::Plain;
    dict_items "dict_items" "object" Layout::Plain;
    mapping_proxy "mappingproxy" "object" Layout::Native(Kind::MappingProxy);
    deque "deque" "object" Layout::Native(Kind::Opaque);
    deque_iterator "_deque_iterator" "object" Layout::Native(Kind::Opaque);
    deque_reverse_iterator "_deque_reverse_iterator" "object" Layout::Native(Kind::Opaque);
    weakref "ReferenceType" "object" Layout::Native(Kind::WeakRef);
    generic_alias "GenericAlias" "object" Layout::Native(Kind::GenericAlias);
    union "Union" "object" Layout::Plain;
    typing_alias "_GenericAlias" "object" Layout::Plain;
    generic "Generic" "object" Layout::Plain;
    unpack "Unpack" "object" Layout::Plain;
    type_var "TypeVar" "object" Layout::Native(Kind::Opaque);
    type_var_tuple "TypeVarTuple" "object" Layout::Native(Kind::Opaque);
    param_spec "ParamSpec" "object" Layout::Native(Kind::Opaque);
    param_spec_args "ParamSpecArgs" "object" Layout::Native(Kind::Opaque);
    param_spec_kwargs "ParamSpecKwargs" "object" Layout::Native(Kind::Opaque);
    no_default "NoDefaultType" "object" Layout::Native(Kind::Opaque);
    type_alias "TypeAliasType" "object" Layout::Native(Kind::Opaque);
    template "Template" "object" Layout::Native(Kind::Opaque);
    interpolation "Interpolation" "object" Layout::Native(Kind::Opaque);
    text_stream "TextIOWrapper" "object" Layout::Plain;
    byte_stream "BufferedWriter" "object" Layout::Plain;
    async_step "async_generator_asend" "object" Layout::Native(Kind::AsyncStep);
    iterator "iterator" "object" Layout::Native(Kind::Iterator);
    enumerate "enumerate" "object" Layout::Plain;
    zip "zip" "object" Layout::Plain;
    map "map" "object" Layout::Plain;
    filter "filter" "object" Layout::Plain;
    reversed "reversed" "object" Layout::Plain;
    range_iterator "range_iterator" "object" Layout::Plain;
    longrange_iterator "longrange_iterator" "object" Layout::Plain;
    list_iterator "list_iterator" "object" Layout::Plain;
    list_reverseiterator "list_reverseiterator" "object" Layout::Plain;
    tuple_iterator "tuple_iterator" "object" Layout::Plain;
    str_iterator "str_iterator" "object" Layout::Plain;
    bytes_iterator "bytes_iterator" "object" Layout::Plain;
    dict_keyiterator "dict_keyiterator" "object" Layout::Plain;
    dict_valueiterator "dict_valueiterator" "object" Layout::Plain;
    dict_itemiterator "dict_itemiterator" "object" Layout::Plain;
    dict_reversekeyiterator "dict_reversekeyiterator" "object" Layout::Plain;
    dict_reversevalueiterator "dict_reversevalueiterator" "object" Layout::Plain;
    dict_reverseitemiterator "dict_reverseitemiterator" "object" Layout::Plain;
    set_iterator "set_iterator" "object" Layout::Plain;
    callable_iterator "callable_iterator" "object" Layout::Plain;
}

/// Built-in types that can't be subclassed.
const SEALED: [&str; 17] = [
    "bool",
    "NoneType",
    "NotImplementedType",
    "ellipsis",
    "function",
    "builtin_function_or_method",
    "method-wrapper",
    "method_descriptor",
    "wrapper_descriptor",
    "classmethod_descriptor",
    "getset_descriptor",
    "member_descriptor",
    "range",
    "slice",
    "generator",
    "coroutine",
    "async_generator",
];

/// `object` and `type`, which need each other.
fn bootstrap(interner: &Interner) -> Gc<Class> {
    let (object_name, type_name) = (interner.intern("object"), interner.intern("type"));
    let object = Class::new(object_name.clone(), object_name, vec![], vec![], Dict::new(), Layout::Plain, true);
    let type_ =
        Class::new(type_name.clone(), type_name, vec![object.clone()], vec![object.clone()], Dict::new(), Layout::Class, true);
    // The cell is fresh, so setting it can't fail. That of `type` stays unset, so that it doesn't hold itself for ever.
    let _ = object.metaclass.set(type_.clone());
    type_
}

/// A built-in class with these bases.
pub(super) fn derive(interner: &Interner, name: &str, bases: Vec<Gc<Class>>, type_: &Gc<Class>, layout: Layout) -> Gc<Class> {
    let name = interner.intern(name);
    let mut rest: Vec<Gc<Class>> = Vec::new();
    for base in &bases {
        for class in std::iter::once(base.clone()).chain(base.mro_rest().iter().cloned()) {
            // A class stands behind all that derive from it: keep the last occurrence.
            rest.retain(|other| !other.same(&class));
            rest.push(class);
        }
    }
    let class = Class::new(name.clone(), name, bases, rest, Dict::new(), layout, true);
    let _ = class.metaclass.set(type_.clone());
    class.base_allowed.set(!SEALED.contains(&class.name.borrow().as_str()));
    class
}

impl Types {
    /// The class of a kind, for kinds whose objects all have one class.
    #[inline(always)]
    pub fn of_kind(&self, kind: Kind) -> &Gc<Class> {
        &self.by_kind[kind as usize]
    }

    /// Sets the class of a kind that a native module brings.
    pub fn set_kind(&mut self, kind: Kind, class: Gc<Class>) {
        self.by_kind[kind as usize] = class;
    }
}

impl super::Vm {
    /// A class for objects of a native module: `layout` is `Native(Kind::Opaque)` for objects with storage of their own, else the base's.
    pub fn native_class(&mut self, name: &str, module: &str, base: &Gc<Class>, layout: Layout) -> Gc<Class> {
        let class = derive(&self.interner, name, vec![base.clone()], &self.types.type_, layout);
        class.set(&self.names.module, Str::value(module));
        self.derive_flags(&class);
        class
    }

    /// The name of a value's class, for messages.
    pub fn type_name(&self, value: &Value) -> Gc<Str> {
        self.class_of(value).name_in_messages()
    }

    /// Has messages call a native class with its module before the name, as CPython does for types that are not written in the language.
    pub fn say_with_module(&self, class: &Class, module: &str) {
        // Set once, where the class is made.
        let _ = class.said.set(Str::new(format!("{module}.{}", class.name.borrow())));
    }

    /// Classes of kinds that stand for several classes.
    pub(super) fn class_of_variant(&self, value: &Value) -> &Gc<Class> {
        use crate::object::{DictView, Generator, GeneratorKind, IterClass, Iterator, ViewKind};
        let types = &self.types;
        if let Some(generator) = value.get::<Generator>() {
            return match generator.kind {
                GeneratorKind::Generator => &types.generator,
                GeneratorKind::Coroutine => &types.coroutine,
                GeneratorKind::AsyncGenerator => &types.async_generator,
            };
        }
        if let Some(view) = value.get::<DictView>() {
            return match view.kind {
                ViewKind::Keys => &types.dict_keys,
                ViewKind::Values => &types.dict_values,
                ViewKind::Items => &types.dict_items,
            };
        }
        if let Some(alias) = value.get::<crate::object::GenericAlias>() {
            return if alias.typing { &types.typing_alias } else { &types.generic_alias };
        }
        let Some(iterator) = value.get::<Iterator>() else { return self.class_of_descriptor(value) };
        let class = iterator.0.borrow().class();
        match class {
            IterClass::Range => &types.range_iterator,
            IterClass::WideRange => &types.longrange_iterator,
            IterClass::List => &types.list_iterator,
            IterClass::ListReversed => &types.list_reverseiterator,
            IterClass::Tuple => &types.tuple_iterator,
            IterClass::Str => &types.str_iterator,
            IterClass::Bytes => &types.bytes_iterator,
            IterClass::Dict(ViewKind::Keys) => &types.dict_keyiterator,
            IterClass::Dict(ViewKind::Values) => &types.dict_valueiterator,
            IterClass::Dict(ViewKind::Items) => &types.dict_itemiterator,
            IterClass::DictReversed(ViewKind::Keys) => &types.dict_reversekeyiterator,
            IterClass::DictReversed(ViewKind::Values) => &types.dict_reversevalueiterator,
            IterClass::DictReversed(ViewKind::Items) => &types.dict_reverseitemiterator,
            IterClass::Set => &types.set_iterator,
            IterClass::SequenceReversed => &types.reversed,
            IterClass::Callable => &types.callable_iterator,
            IterClass::Enumerate => &types.enumerate,
            IterClass::Zip => &types.zip,
            IterClass::Map => &types.map,
            IterClass::Filter => &types.filter,
            IterClass::Sequence => &types.iterator,
        }
    }
}
