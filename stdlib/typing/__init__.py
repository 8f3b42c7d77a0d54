"""Types for annotations, and what asks about them at run time.

This file is only a directory: a name is fetched from the submodule that defines it when somebody first asks for it,
and is kept here from then on. Importing `typing` therefore costs next to nothing. Every object says that its module
is `typing`.
"""

__all__ = [
    # Building blocks.
    "Annotated", "Any", "Callable", "ClassVar", "Concatenate", "Final", "ForwardRef", "Generic", "Literal", "Optional",
    "ParamSpec", "Protocol", "Tuple", "Type", "TypeVar", "TypeVarTuple", "Union",
    # Aliases of collections.abc.
    "AbstractSet", "ByteString", "Container", "ContextManager", "Hashable", "ItemsView", "Iterable", "Iterator",
    "KeysView",
    "Mapping", "MappingView", "MutableMapping", "MutableSequence", "MutableSet", "Sequence", "Sized", "ValuesView",
    "Awaitable", "AsyncIterator", "AsyncIterable", "Coroutine", "Collection", "AsyncGenerator", "AsyncContextManager",
    # Protocols of one method.
    "Reversible", "SupportsAbs", "SupportsBytes", "SupportsComplex", "SupportsFloat", "SupportsIndex", "SupportsInt",
    "SupportsRound",
    # Aliases of concrete classes.
    "ChainMap", "Counter", "Deque", "Dict", "DefaultDict", "List", "OrderedDict", "Set", "FrozenSet", "NamedTuple",
    "TypedDict", "Generator",
    # Files and regular expressions.
    "BinaryIO", "IO", "Match", "Pattern", "TextIO",
    # The rest, by name.
    "AnyStr", "assert_type", "assert_never", "cast", "clear_overloads", "dataclass_transform", "evaluate_forward_ref",
    "final", "get_args", "get_origin", "get_overloads", "get_protocol_members", "get_type_hints", "is_protocol",
    "is_typeddict", "LiteralString", "Never", "NewType", "no_type_check", "no_type_check_decorator", "NoDefault",
    "NoReturn", "NotRequired", "overload", "override", "ParamSpecArgs", "ParamSpecKwargs", "ReadOnly", "Required",
    "reveal_type", "runtime_checkable", "Self", "Text", "TYPE_CHECKING", "TypeAlias", "TypeGuard", "TypeIs",
    "TypeAliasType", "Unpack",
]

TYPE_CHECKING = False
Text = str

_cleanups = []  # what empties the caches of subscriptions

# Submodule → names that it defines.
_HOMES = {
    "_kinds": "TypeVar ParamSpec TypeVarTuple ParamSpecArgs ParamSpecKwargs TypeAliasType NoDefault Union Generic",
    "_checks": "_type_check _type_convert _type_repr _tp_cache _caller _deduplicate",
    "_collecting": "_collect_type_parameters",
    "_substitution": "_is_param_expr _typevar_subst _typevartuple_prepare_subst _paramspec_subst"
                     " _paramspec_prepare_subst",
    "_generic": "_generic_class_getitem _generic_init_subclass",
    "_aliases": "_Final _BaseGenericAlias _GenericAlias _SpecialGenericAlias _TupleType",
    "_variants": "_CallableGenericAlias _CallableType _ConcatenateGenericAlias _AnnotatedAlias _LiteralGenericAlias"
                 " _UnpackGenericAlias _UnionGenericAlias _DeprecatedGenericAlias",
    "_any": "Any _AnyMeta",
    "_forms": "_SpecialForm ClassVar Final LiteralString Never NoReturn NotRequired Optional ReadOnly Required Self"
              " TypeAlias TypeGuard TypeIs",
    "_compound": "_TypedCacheSpecialForm Annotated Concatenate Literal Unpack",
    "_containers": "Callable Tuple Type AbstractSet ByteString Container ContextManager Hashable ItemsView Iterable"
                   " Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized"
                   " ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator"
                   " AsyncContextManager Reversible ChainMap Counter Deque Dict DefaultDict List OrderedDict Set"
                   " FrozenSet Generator Match Pattern",
    "_protocols": "Protocol _ProtocolMeta runtime_checkable is_protocol get_protocol_members EXCLUDED_ATTRIBUTES"
                  " _get_protocol_attrs",
    "_supports": "SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound",
    "_named": "NamedTuple NamedTupleMeta _NamedTuple _prohibited",
    "_typeddict": "TypedDict _TypedDictMeta is_typeddict",
    "_streams": "IO TextIO BinaryIO",
    "_hints": "get_type_hints get_origin get_args evaluate_forward_ref no_type_check no_type_check_decorator _eval_type"
              " _strip_annotations",
    "_declare": "NewType cast assert_type assert_never reveal_type overload get_overloads clear_overloads final"
                " override dataclass_transform _overload_dummy _ASSERT_NEVER_REPR_MAX_LENGTH",
    "_variables": "AnyStr T KT VT T_co V_co VT_co T_contra CT_co",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}


def __getattr__(name):
    if name == "ForwardRef":
        from annotationlib import ForwardRef as found
    elif (home := _HOME.get(name)) is not None:
        found = getattr(__import__("typing." + home, None, None, (name,)), name)
    elif name == "_collect_parameters":
        import warnings
        warnings.warn("The private _collect_parameters function is deprecated and will be removed in a future version "
                      "of Python. Any use of private functions is discouraged and may break in the future.",
                      DeprecationWarning, stacklevel=2)
        return __getattr__("_collect_type_parameters")
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__():
    return sorted({*globals(), *__all__, *_HOME})
