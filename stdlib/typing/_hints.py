"""Reading annotations: resolved hints of classes and functions, origin and arguments of a type."""
import sys

from ._aliases import GenericAlias, _BaseGenericAlias, _GenericAlias
from ._kinds import NATIVE_ALIASES, NATIVE_GENERICS, Generic, ParamSpecArgs, ParamSpecKwargs, Union
from ._substitution import _is_param_expr
from ._variants import _AnnotatedAlias

__name__ = "typing"

_NOT_GIVEN = object()
_VALUE, _VALUE_WITH_FAKE_GLOBALS, _FORWARDREF, _STRING = 1, 2, 3, 4  # annotationlib.Format


_SUBSCRIBED = (_BaseGenericAlias, GenericAlias, ParamSpecArgs, ParamSpecKwargs, *NATIVE_ALIASES)


def get_origin(tp):
    """The class or form that a type was made of by subscription, or None."""
    if isinstance(tp, type):
        return Generic if tp in NATIVE_GENERICS else None
    if isinstance(tp, _AnnotatedAlias):
        from ._compound import Annotated as form
    elif isinstance(tp, _SUBSCRIBED):
        form = tp.__origin__
    else:
        form = Union if isinstance(tp, Union) else None
    return form


def get_args(tp):
    """The arguments that a type was subscribed with."""
    if not isinstance(tp, (_GenericAlias, GenericAlias, Union, *NATIVE_ALIASES)):
        return ()
    if isinstance(tp, _AnnotatedAlias):
        return tp.__origin__, *tp.__metadata__
    args = tp.__args__
    if not isinstance(tp, Union) and _is_callable(tp) and not (len(args) == 2 and _is_param_expr(args[0])):
        *params, result = args
        return params, result
    return args


def _is_callable(tp):
    origin = tp.__origin__
    return getattr(origin, "__name__", "") == "Callable" and origin.__module__ == "collections.abc"


# Evaluation.

def evaluate_forward_ref(forward_ref, *, owner=None, globals=None, locals=None, type_params=None, format=None,
                         _recursive_guard=frozenset()):
    """The type that a forward reference means; references within it are evaluated, too."""
    source = forward_ref.__forward_arg__
    if format == _STRING or source in _recursive_guard:
        return forward_ref.__resolved_str__ if format == _STRING else forward_ref
    options = {"owner": owner, "format": format or _VALUE}
    found = forward_ref.evaluate(globals=globals, locals=locals, type_params=type_params, **options)
    if found is forward_ref:
        return found  # it isn't there, and the format is FORWARDREF
    if owner is None:
        options["owner"] = forward_ref.__owner__
    if isinstance(found, str):
        found = _alike(forward_ref, found, owner=options["owner"])
    return _eval_type(found, globals, locals, type_params, recursive_guard={*_recursive_guard, source},
                      parent_fwdref=forward_ref, **options)


def _alike(reference, source, owner):
    """A reference for another text in the place of one."""
    from annotationlib import ForwardRef
    return ForwardRef(source, module=reference.__forward_module__, owner=owner,
                      is_argument=reference.__forward_is_argument__, is_class=reference.__forward_is_class__)


def _eval_type(t, globalns, localns, type_params=_NOT_GIVEN, *, recursive_guard=frozenset(), format=None, owner=None,
               parent_fwdref=None, prefer_fwd_module=False):
    """A type with all references in it evaluated."""
    from annotationlib import ForwardRef
    if type_params is _NOT_GIVEN:
        _warn_of_missing_params()
        type_params = ()
    if isinstance(t, ForwardRef):
        if parent_fwdref is not None and parent_fwdref.__forward_module__ is not None and t.__forward_module__ is None:
            # A reference within what another one refers to is meant in that one's module.
            t = ForwardRef(t.__forward_arg__, module=parent_fwdref.__forward_module__, owner=parent_fwdref.__owner__,
                           is_argument=t.__forward_is_argument__, is_class=parent_fwdref.__forward_is_class__)
        if prefer_fwd_module and t.__forward_module__ is not None:
            globalns = None  # those of the module that it names
        return evaluate_forward_ref(t, globals=globalns, locals=localns, type_params=type_params, owner=owner,
                                    format=format, _recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, Union, *NATIVE_ALIASES)):
        return t
    if isinstance(t, GenericAlias):
        t = _referring(t, owner, parent_fwdref)
    made = tuple(
        _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard, format=format, owner=owner,
                   parent_fwdref=parent_fwdref, prefer_fwd_module=prefer_fwd_module)
        for arg in t.__args__)
    if made == t.__args__:
        return t
    return _with_args(t, made)


def _warn_of_missing_params():
    import warnings
    warnings.warn("Failing to pass a value to the 'type_params' parameter of 'typing._eval_type' is deprecated, as it "
                  "leads to incorrect behaviour when calling typing._eval_type on a stringified annotation that "
                  "references a PEP 695 type parameter. It will be disallowed in Python 3.15.",
                  DeprecationWarning, stacklevel=3)


def _referring(t, owner, parent):
    """An alias of the machine with references for the strings among its arguments; `*tuple[…]` as Unpack."""
    from annotationlib import ForwardRef
    args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
    made = t if args == t.__args__ else _with_args(t, args)
    if not getattr(t, "__unpacked__", False):
        return made
    from ._compound import Unpack
    return Unpack[t.__origin__[args]]


def _with_args(t, args):
    """A type with other arguments."""
    if isinstance(t, Union):
        return Union[args]
    if isinstance(t, _GenericAlias):
        return t.copy_with(args)
    if _is_callable(t) and not (len(args) == 2 and _is_param_expr(args[0])):
        return t.__origin__[list(args[:-1]), args[-1]]
    return type(t)(t.__origin__, args)


# Hints.

def get_type_hints(obj, globalns=None, localns=None, include_extras=False, *, format=None):
    """The annotations of a class, function or module, evaluated, those of base classes included."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if format is None:
        format = _VALUE
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(_class_hints(base, globalns, localns, format))
    else:
        hints = _other_hints(obj, globalns, localns, format)
    if include_extras or format == _STRING:
        return hints
    return {name: _strip_annotations(hint) for name, hint in hints.items()}


def _class_hints(base, globalns, localns, format):
    from annotationlib import get_annotations
    found = get_annotations(base, format=format)
    if format == _STRING or not found:
        return found
    globals, locals = globalns, localns
    if globals is None:
        globals = getattr(sys.modules.get(base.__module__), "__dict__", {})
    if localns is None:
        locals = dict(vars(base))
        if globalns is None:
            # A name of the module comes before that of a variable of the class with the same name.
            globals, locals = locals, globals
    params = base.__type_params__
    globals, locals = _with_params(params, globals, locals, is_class=True)
    return {name: _hint(value, globals, locals, format, base, is_argument=False, is_class=True)
            for name, value in found.items()}


def _other_hints(obj, globalns, localns, format):
    from annotationlib import get_annotations
    module = isinstance(obj, type(sys))
    inner = obj if module else _unwrapped(obj)
    found = get_annotations(obj, format=format)
    if format == _STRING or not found:
        return found
    if globalns is None:
        globalns = vars(obj) if module else getattr(inner, "__globals__", {})
        localns = globalns if localns is None else localns
    elif localns is None:
        localns = globalns
    params = getattr(obj, "__type_params__", ())
    globalns, localns = _with_params(params, globalns, localns)
    return {name: _hint(value, globalns, localns, format, obj, is_argument=not module, is_class=False)
            for name, value in found.items()}


def _unwrapped(obj):
    """What the wrappers of functools stand for."""
    passed = {id(obj)}
    while hasattr(obj, "__wrapped__"):
        inner = obj.__wrapped__
        if id(inner) in passed:
            raise ValueError(f"wrapper loop when unwrapping {obj!r}")
        passed.add(id(inner))
        obj = inner
    return obj


def _hint(value, globals, locals, format, owner, **kind):
    """One annotation as a type."""
    if value is None:
        return type(None)
    if isinstance(value, str):
        from annotationlib import ForwardRef
        # Strings see the namespaces that are given here, so the reference names no owner.
        value = ForwardRef(value, **kind)
    made = _eval_type(value, globals, locals, (), format=format, owner=owner, prefer_fwd_module=True)
    return type(None) if made is None else made


def _with_params(params, globals, locals, is_class=False):
    """Namespaces in which type parameters hide names of the module, but not those of a class."""
    if not params:
        return globals, locals
    locals = dict(locals)
    for param in params:
        if not is_class or param.__name__ not in globals:
            locals[param.__name__] = param
    return globals, locals


def _strip_annotations(t):
    """A type without Annotated and without the qualifiers of typed dictionaries."""
    from ._forms import NotRequired, ReadOnly, Required
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if not isinstance(t, (_GenericAlias, GenericAlias, Union, *NATIVE_ALIASES)):
        return t
    if getattr(t, "__origin__", None) in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    args = tuple(map(_strip_annotations, t.__args__))
    return t if args == t.__args__ else _with_args(t, args)


# Switching checks off.

def no_type_check(arg):
    """Mark a function or a class with its methods as not to be checked."""
    if isinstance(arg, type):
        for key, value in list(vars(arg).items()):
            if isinstance(value, (classmethod, staticmethod)):
                value = value.__func__
            inside = f"{arg.__qualname__}.{value.__name__}" if hasattr(value, "__name__") else None
            mine = getattr(value, "__qualname__", None) == inside
            mine = mine and getattr(value, "__module__", None) == arg.__module__
            if isinstance(value, type(no_type_check)) and mine:
                value.__no_type_check__ = True
            elif isinstance(value, type) and mine:
                no_type_check(value)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass  # classes of the machine
    return arg


def no_type_check_decorator(decorator):
    """Give a decorator the effect of `no_type_check`."""
    import warnings
    text = "'typing.no_type_check_decorator' is deprecated and slated for removal in Python 3.15"
    warnings.warn(text, DeprecationWarning, stacklevel=2)

    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    from functools import update_wrapper
    return update_wrapper(wrapped, decorator)
