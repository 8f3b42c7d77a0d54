"""Annotations as values, as text, or with references for the names that are not there yet.

This file holds what is needed often; `_fake` runs annotate functions in namespaces of made-up names and is loaded
by the first use of another format than VALUE. Formats are ints inside, so that `enum` is loaded only by whoever
asks for `Format`.
"""
import sys

__all__ = [
    "Format", "ForwardRef", "call_annotate_function", "call_evaluate_function", "get_annotate_from_class_namespace",
    "get_annotations", "annotations_to_string", "type_repr",
]

_VALUE, _VALUE_WITH_FAKE_GLOBALS, _FORWARDREF, _STRING = 1, 2, 3, 4
_ABSENT = object()

# ForwardRef and the expressions of `_fake` have the same layout: an expression becomes a reference when it is done.
_LAYOUT = (
    "__forward_is_argument__", "__forward_is_class__", "__forward_module__", "__weakref__", "__globals__", "__cell__",
    "__owner__", "__extra_names__", "__arg__", "_shown", "_code", "_rank", "_recorder",
)


def __getattr__(name):
    if name == "Format":
        from enum import IntEnum
        found = IntEnum("Format", {"VALUE": 1, "VALUE_WITH_FAKE_GLOBALS": 2, "FORWARDREF": 3, "STRING": 4},
                        module=__name__)
        found.__doc__ = "The forms in which annotations can be had."
    elif name in ("call_annotate_function", "call_evaluate_function"):
        from . import _fake
        found = getattr(_fake, name)
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


def __dir__():
    return sorted({*globals(), *__all__})


class ForwardRef:
    """A reference by name to what may not be defined yet."""

    __slots__ = _LAYOUT

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if isinstance(arg, str):
            self.__arg__, self.__forward_module__, self.__owner__ = arg, module, owner
            self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        else:
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        # The rest comes from whoever makes references of annotations.
        self.__globals__ = self.__cell__ = self.__extra_names__ = self._shown = None
        self._code = self._rank = self._recorder = None

    def __init_subclass__(cls, /, *args, **kwargs):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_arg__(self):
        """The text of the reference. In it, values that were there already have made-up names."""
        return self.__arg__

    @property
    def __resolved_str__(self):
        """The text with those values as they are written in code."""
        if self._shown is None:
            shown = self.__arg__
            for name, value in (self.__extra_names__ or {}).items():
                shown = shown.replace(name, type_repr(value))
            self._shown = shown
        return self._shown

    @property
    def __forward_code__(self):
        """The text, compiled."""
        if self._code is None:
            try:
                self._code = compile(_starred(self.__arg__), "<string>", "eval")
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {self.__forward_arg__!r}") from None
        return self._code

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=_VALUE):
        """What the reference refers to; with FORWARDREF a reference where that is not there."""
        if format == _STRING:
            return self.__resolved_str__
        if format not in (_VALUE, _FORWARDREF):
            raise NotImplementedError(format)
        if self.__cell__ is not None:
            known = self._from_cell()
            if known is not _ABSENT:
                return known
        owner = self.__owner__ if owner is None else owner
        globals, locals = self._scopes(globals, locals, type_params, owner)
        source = self.__arg__
        if source.isidentifier() and source not in _keywords():
            return self._name(source, globals, locals, format)
        code = self.__forward_code__
        try:
            return eval(code, globals, locals)
        except Exception:
            if format == _VALUE:
                raise
        from ._fake import evaluate_partly
        return evaluate_partly(self, globals, locals, owner)

    def _evaluate(self, globalns, localns, type_params=_ABSENT, *, recursive_guard):
        """The former way to evaluate a reference, kept for libraries that know it."""
        import warnings
        if type_params is _ABSENT:
            warnings.warn("Failing to pass a value to the 'type_params' parameter of 'typing.ForwardRef._evaluate' is "
                          "deprecated, as it leads to incorrect behaviour when calling typing.ForwardRef._evaluate on "
                          "a stringified annotation that references a PEP 695 type parameter. It will be disallowed in "
                          "Python 3.15.", DeprecationWarning, stacklevel=2)
            type_params = ()
        warnings.warn("ForwardRef._evaluate is a private API and is retained for compatibility, but will be removed in "
                      "Python 3.16. Use ForwardRef.evaluate() or typing.evaluate_forward_ref() instead.",
                      DeprecationWarning, stacklevel=2)
        from typing import evaluate_forward_ref
        return evaluate_forward_ref(self, globals=globalns, locals=localns, type_params=type_params,
                                    _recursive_guard=recursive_guard)

    def _from_cell(self):
        """The value of the variable that is meant; `_ABSENT` while it has none."""
        if isinstance(self.__cell__, dict):
            return _ABSENT  # several variables: they join the locals
        try:
            return self.__cell__.cell_contents
        except ValueError:
            return _ABSENT

    def _name(self, name, globals, locals, format):
        if name in locals:
            return locals[name]
        if name in globals:
            return globals[name]
        import builtins
        found = getattr(builtins, name, _ABSENT)
        if found is not _ABSENT:
            return found
        if format == _FORWARDREF:
            return self
        raise NameError(f"name {name!r} is not defined", name=name)

    def _scopes(self, globals, locals, type_params, owner):
        """The namespaces in which the reference is evaluated."""
        if globals is None:
            globals = _globals_of(self.__forward_module__, self.__globals__, owner)
        if type_params is None and owner is not None:
            type_params = getattr(owner, "__type_params__", None)
        if locals is None:
            locals = dict(vars(owner)) if isinstance(owner, type) else {}
        if type_params:
            # They hide what surrounds the class or function, but not what is in a class.
            locals = {**{param.__name__: param for param in type_params}, **locals}
        if self.__extra_names__ or isinstance(self.__cell__, dict):
            locals = {**_filled_cells(self.__cell__), **locals, **(self.__extra_names__ or {})}
        return globals, locals

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__
                and self.__globals__ is other.__globals__
                and self.__forward_is_class__ == other.__forward_is_class__
                and self.__cell__ == other.__cell__
                and self.__owner__ == other.__owner__
                and (self.__extra_names__ or None) == (other.__extra_names__ or None))

    def __hash__(self):
        cell = self.__cell__
        cell = tuple(sorted((name, id(part)) for name, part in cell.items())) if isinstance(cell, dict) else id(cell)
        extra = tuple(sorted(self.__extra_names__)) if self.__extra_names__ else None
        return hash((self.__forward_arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                     cell,
                     self.__owner__, extra))

    def __or__(self, other):
        from typing import Union
        return Union[self, other]

    def __ror__(self, other):
        from typing import Union
        return Union[other, self]

    def __repr__(self):
        details = ""
        if self.__forward_module__ is not None:
            details += f", module={self.__forward_module__!r}"
        if self.__forward_is_class__:
            details += ", is_class=True"
        if self.__owner__ is not None:
            details += f", owner={self.__owner__!r}"
        return f"ForwardRef({self.__resolved_str__!r}{details})"


def _keywords():
    import keyword
    return keyword.kwlist


def _starred(source):
    """The text of an expression; `*x` is the only item of a tuple."""
    return f"({source},)[0]" if source.lstrip().startswith("*") else source


def _filled_cells(cells):
    found = {}
    for name, cell in cells.items() if isinstance(cells, dict) else ():
        try:
            found[name] = cell.cell_contents
        except ValueError:
            pass
    return found


def _globals_of(module, known, owner):
    """The globals of a reference, by the module it names, its own ones, or its owner's."""
    if module is not None:
        found = getattr(sys.modules.get(module), "__dict__", None)
        if found is not None:
            return found
    if known is not None:
        return known
    if isinstance(owner, type):
        found = getattr(sys.modules.get(getattr(owner, "__module__", None)), "__dict__", None)
    elif isinstance(owner, type(sys)):
        found = vars(owner)
    else:
        found = getattr(owner, "__globals__", None) if callable(owner) else None
    return {} if found is None else found


def type_repr(value):
    """The text of a type as it is written in code."""
    if isinstance(value, (type, type(type_repr), type(len))):
        module = value.__module__
        if module is None and not isinstance(value, type):
            # Methods of the machine's classes name no module; their objects' classes do.
            bound = getattr(value, "__self__", None)
            module = getattr(bound if isinstance(bound, type) else type(bound), "__module__", None)
        return value.__qualname__ if module == "builtins" or module is None else f"{module}.{value.__qualname__}"
    if value is ...:
        return "..."
    if type(value).__name__ == "Template" and type(value).__module__ == "string.templatelib":
        from ._fake import template_text
        return template_text(value)
    return repr(value)


def annotations_to_string(annotations):
    """The texts of annotations."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}


def get_annotate_from_class_namespace(obj):
    """The annotate function of a class whose body left this namespace, or None."""
    if "__annotate__" in obj:
        return obj["__annotate__"]
    return obj.get("__annotate_func__", None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=_VALUE):
    """The annotations of a class, function or module in a new dictionary."""
    if eval_str and format != _VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format == _VALUE:
        found = _stored(obj)
        if found is None:
            found = _asked(obj, format)
    elif format == _FORWARDREF:
        found = _with_references(obj)
    elif format == _STRING:
        found = _asked(obj, format)
        if found is not None:
            return dict(found)
        found = _stored(obj)
        if found is not None:
            return annotations_to_string(found)
    elif format == _VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    else:
        raise ValueError(f"Unsupported format {format!r}")
    if found is None:
        if isinstance(obj, (type, type(sys))) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not found or not eval_str:
        return dict(found)
    return _evaluated(obj, found, globals, locals)


def _stored(obj):
    """What `__annotations__` is; None where there is no such thing."""
    if obj is type:
        return None  # its attribute of that name is what the annotations of other classes are found by
    if isinstance(obj, type):
        try:
            found = type.__dict__["__annotations__"].__get__(obj)
        except AttributeError:
            return None  # a class of the machine
    else:
        found = getattr(obj, "__annotations__", None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _asked(obj, format):
    """What the annotate function gives; None without one."""
    annotate = getattr(obj, "__annotate__", None)
    if annotate is None:
        return None
    from ._fake import call_annotate_function
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return found


def _with_references(obj):
    try:
        found = _stored(obj)
    except NameError:
        found = None  # not all names are there yet
    except Exception:
        found = None
    if found is not None:
        return found
    found = _asked(obj, _FORWARDREF)
    return _stored(obj) if found is None else found


def _evaluated(obj, annotations, globals, locals):
    """Annotations with strings evaluated in the object's own namespaces."""
    own_globals = own_locals = None
    inner = obj
    if isinstance(obj, type):
        module = sys.modules.get(getattr(obj, "__module__", None))
        own_globals, own_locals = getattr(module, "__dict__", None), dict(vars(obj))
    elif isinstance(obj, type(sys)):
        own_globals, inner = vars(obj), None
    else:
        inner = _unwrapped(obj)
        own_globals = getattr(inner, "__globals__", None)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    params = getattr(obj, "__type_params__", ())
    if params:
        locals = {**{param.__name__: param for param in params}, **(locals or {})}
    return {name: eval(_starred(value), globals, locals) if isinstance(value, str) else value
            for name, value in annotations.items()}


def _unwrapped(obj):
    """The function behind wrappers and partial objects."""
    passed = set()
    while id(obj) not in passed:
        passed.add(id(obj))
        if hasattr(obj, "__wrapped__"):
            obj = obj.__wrapped__
        elif hasattr(obj, "func") and type(obj).__module__ == "functools":
            obj = obj.func
        else:
            break
    return obj
