"""Reads the signature of whatever can be called.

Invariant: one `_Reading` reads one callable and all that it leads to, with the same options throughout."""
import functools
import sys
from types import CodeType, FunctionType, MethodType, ModuleType

from inspect import _NATIVE_CALLABLES, unwrap
from inspect._parameters import (
    KEYWORD_ONLY, POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_KEYWORD, VAR_POSITIONAL, Signature, _empty,
    made_parameter, made_signature,
)

# What the classes of the machine take, where one text says it.
_CLASS_TEXTS = {
    bool: "(object=False, /)", classmethod: "(function, /)", complex: "(real=0, imag=0)",
    enumerate: "(iterable, start=0)", filter: "(function, iterable, /)", float: "(x=0, /)",
    frozenset: "(iterable=(), /)", list: "(iterable=(), /)",
    map: "(function, iterable, /, *iterables, strict=False)", object: "()",
    property: "(fget=None, fset=None, fdel=None, doc=None)", reversed: "(sequence, /)", set: "(iterable=(), /)",
    staticmethod: "(function, /)", tuple: "(iterable=(), /)", zip: "(*iterables, strict=False)",
    ModuleType: "(name, doc=None)", MethodType: "(function, instance, /)", type(vars(int)): "(mapping)",
    type(None): "()", type(...): "()", type(NotImplemented): "()",
    FunctionType: "(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None)",
    type(sys.implementation): "(mapping_or_iterable=(), /, **kwargs)",
}


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False, annotation_format=1):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str, annotation_format=annotation_format)


def read(obj, cls, *, follow_wrapped=True, skip_bound=True, globals=None, locals=None, eval_str=False,
         annotation_format=1):
    """The signature of a callable as an object of that class."""
    reading = _Reading()
    reading.cls = cls
    reading.follow_wrapped = follow_wrapped
    reading.skip_bound = skip_bound
    reading.plain = not eval_str and annotation_format == 1
    reading.options = {"globals": globals, "locals": locals, "eval_str": eval_str, "format": annotation_format}
    return reading.of(obj)


class _Reading:
    """The options of one reading, and how each kind of callable is read."""

    def of(self, obj):
        if not callable(obj):
            raise TypeError(f"{obj!r} is not a callable object")
        if isinstance(obj, MethodType):
            return self.without_first(self.of(obj.__func__))
        if self.follow_wrapped and hasattr(obj, "__wrapped__"):
            obj = unwrap(obj, stop=lambda inner: hasattr(inner, "__signature__") or isinstance(inner, MethodType))
            if isinstance(obj, MethodType):
                return self.of(obj)
        declared = getattr(obj, "__signature__", None)
        if declared is not None:
            if not isinstance(declared, Signature):
                raise TypeError(f"unexpected object {declared!r} in __signature__ attribute")
            return declared
        method = getattr(obj, "__partialmethod__", None)
        if isinstance(method, functools.partialmethod):
            return self.of_partialmethod(method)
        if isinstance(obj, FunctionType) or _like_function(obj):
            return self.of_function(obj)
        if isinstance(obj, _NATIVE_CALLABLES) or obj is type:
            return self.of_native(obj)
        if isinstance(obj, functools.partial):
            return self.of_partial(obj, self.of(obj.func))
        if isinstance(obj, type):
            return self.of_class(obj)
        text = getattr(obj, "__text_signature__", None)
        if isinstance(text, str):
            return self.of_text(obj, text)
        for base in type(obj).__mro__:
            if "__call__" in base.__dict__:
                return self.of_slot(base.__dict__["__call__"], obj, type(obj))
        raise ValueError(f"callable {obj!r} is not supported by signature")

    def without_first(self, signature):
        """What is left to a caller of a bound method."""
        if not self.skip_bound:
            return signature
        parameters = list(signature.parameters.values())
        if not parameters or parameters[0].kind in (KEYWORD_ONLY, VAR_KEYWORD):
            raise ValueError("invalid method signature")
        # A variadic parameter takes the instance and goes on taking.
        if parameters[0].kind is not VAR_POSITIONAL:
            del parameters[0]
        return signature.replace(parameters=parameters)

    # Functions, native ones and their texts.

    def of_function(self, function):
        text = getattr(function, "__text_signature__", None)
        if text:
            return self.of_text(function, text)
        code = function.__code__
        names = code.co_varnames
        flags = code.co_flags
        annotations = self.annotations(function)
        annotation_of = annotations.get
        count, positional_only = code.co_argcount, code.co_posonlyargcount
        defaults = function.__defaults__ or ()
        first_default = count - len(defaults)
        make = self.cls._parameter_cls
        parameters = []
        for place in range(count):
            name = names[place]
            parameters.append(made_parameter(
                make, name, POSITIONAL_ONLY if place < positional_only else POSITIONAL_OR_KEYWORD,
                defaults[place - first_default] if place >= first_default else _empty, annotation_of(name, _empty)))
        end = count + code.co_kwonlyargcount
        if flags & 4:
            name = names[end]
            parameters.append(made_parameter(make, name, VAR_POSITIONAL, _empty, annotation_of(name, _empty)))
        named_defaults = function.__kwdefaults__ or {}
        for name in names[count:end]:
            parameters.append(made_parameter(make, name, KEYWORD_ONLY, named_defaults.get(name, _empty),
                                             annotation_of(name, _empty)))
        if flags & 8:
            name = names[end + 1 if flags & 4 else end]
            parameters.append(made_parameter(make, name, VAR_KEYWORD, _empty, annotation_of(name, _empty)))
        return made_signature(self.cls, parameters, annotation_of("return", _empty))

    def annotations(self, function):
        if self.plain:
            return getattr(function, "__annotations__", None) or {}
        from annotationlib import get_annotations
        return get_annotations(function, **self.options)

    def of_native(self, obj):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return self.of_text(obj, text)

    def of_text(self, obj, text):
        """Reads a text as the parameters of a function; a receiver that the object has already is left out."""
        bare = text.replace("$", "", 1).replace("\n", " ")
        module = sys.modules.get(getattr(obj, "__module__", None) or "builtins")
        try:
            names = {**sys.modules, **(vars(module) if module else {})}
            function = eval(f"lambda {bare.strip()[1:-1]}: 0", names)
        except (SyntaxError, NameError, AttributeError):
            raise ValueError(f"no signature found for builtin {obj!r}") from None
        signature = self.of_function(function)
        if "$" not in text:
            return signature
        first, *rest = signature.parameters.values()
        receiver = getattr(obj, "__self__", None)
        if text.startswith("($module") or isinstance(receiver, ModuleType) or receiver is not None and self.skip_bound:
            return signature.replace(parameters=rest)
        return signature.replace(parameters=[first.replace(kind=POSITIONAL_ONLY), *rest])

    # Partial application.

    def of_partial(self, partial, wrapped, before=()):
        try:
            given = wrapped.bind_partial(*before, *(partial.args or ()), **(partial.keywords or {})).arguments
        except TypeError as error:
            raise ValueError(f"partial object {partial!r} has incorrect arguments") from error
        named = partial.keywords or {}
        parameters, only_named = [], False
        for name, parameter in wrapped.parameters.items():
            kind = parameter.kind
            if kind is VAR_POSITIONAL and only_named:
                continue
            if kind is POSITIONAL_OR_KEYWORD and name in named:
                only_named = True
            if kind is POSITIONAL_OR_KEYWORD and only_named:
                # Behind an argument given by name nothing can be reached by position.
                parameter = parameter.replace(kind=KEYWORD_ONLY, default=given.get(name, parameter.default))
            elif kind is KEYWORD_ONLY:
                parameter = parameter.replace(default=given.get(name, parameter.default))
            elif name in given and kind in (POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD):
                if given[name] is not functools.Placeholder:
                    continue
                parameter = parameter.replace(kind=POSITIONAL_ONLY, default=_empty)
            parameters.append(parameter)
        return wrapped.replace(parameters=parameters)

    def of_partialmethod(self, method):
        wrapped = self.of(method.func)
        signature = self.of_partial(method, wrapped, before=(None,))
        first = next(iter(wrapped.parameters.values()))
        if first.kind is VAR_POSITIONAL:
            return signature
        if functools.Placeholder in method.args:
            first = first.replace(kind=POSITIONAL_ONLY)
        return signature.replace(parameters=[first, *signature.parameters.values()])

    # Classes and instances.

    def of_class(self, cls):
        call = _written(type(cls), "__call__")
        if call is not None:
            return self.of_slot(call, cls, type(cls))
        for base in cls.__mro__:
            for name in ("__new__", "__init__"):
                method = base.__dict__.get(name)
                if method is not None and _written(cls, name) is method:
                    if name == "__init__" or isinstance(method, FunctionType):
                        return self.of_slot(method, None, cls)
                    # The class is passed to it, whatever it is bound to.
                    return self.without_first(self.of(getattr(cls, name)))
        for base in cls.__mro__[:-1]:
            text = _CLASS_TEXTS.get(base) or getattr(base, "__text_signature__", None)
            # What a script has put under that name says nothing.
            if text and "__text_signature__" not in base.__dict__:
                return self.of_text(base, text)
        if type in cls.__mro__:
            raise ValueError(f"callable {cls!r} is not supported by signature")
        if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
            return self.of_text(object, "()")
        raise ValueError(f"no signature found for builtin type {cls!r}")

    def of_slot(self, method, instance, owner):
        """What a special method that stands in a class leaves to the caller of the instance."""
        if isinstance(method, (FunctionType, functools.partial)) or _like_function(method):
            return self.without_first(self.of(method))
        bind = getattr(type(method), "__get__", None)
        if bind is None or isinstance(method, type):
            return self.of(method)
        if isinstance(method, functools.partialmethod):
            return self.without_first(self.of(bind(method, None, owner)))
        return self.of(bind(method, instance, owner))


def _written(cls, name):
    """The method that a class finds under a name, unless it is the machine's."""
    for base in cls.__mro__:
        if name in base.__dict__:
            method = base.__dict__[name]
            native = isinstance(getattr(method, "__func__", method), _NATIVE_CALLABLES)
            return None if native or base is object or base is type else method
    return None


def _like_function(obj):
    """Whether an object has all that a function has: what compilers to native code make."""
    if isinstance(obj, (type, MethodType)) or not hasattr(obj, "__code__"):
        return False
    return (isinstance(getattr(obj, "__name__", None), str) and isinstance(obj.__code__, CodeType)
            and isinstance(getattr(obj, "__defaults__", 0), tuple | None)
            and isinstance(getattr(obj, "__kwdefaults__", 0), dict | None))
