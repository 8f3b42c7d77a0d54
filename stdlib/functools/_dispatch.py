"""Dispatch by the type of the first argument.

Invariant: an answer that is kept was right for the classes registered, here and with abstract classes, at that time;
it is forgotten when one of these changes, and with its class."""
from weakref import ref

from functools import MappingProxyType, UnionType, update_wrapper

__name__ = "functools"  # what the classes and functions give as their module


def singledispatch(func):
    """Makes a function that calls the implementation registered for the type of its first argument."""
    implementations = {}
    found = {}     # address of a class: a reference that takes the entry out when the class dies, and the answer
    token = None   # once an abstract class is registered: the state of all virtual subclassing at the last look
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The implementation for a class."""
        nonlocal token
        if token is not None:
            current = _virtual_state()
            if current != token:
                found.clear()
                token = current
        place = id(cls)
        entry = found.get(place)
        if entry is None:
            reference = ref(cls, lambda dead: found.pop(place, None))
            entry = found[place] = reference, implementations.get(cls) or _best(cls, implementations)
        return entry[1]

    def register(cls, func=None):
        """Registers an implementation for a class, for the classes of a union, or for what it is annotated with."""
        nonlocal token
        if func is None:
            if _dispatches(cls):
                return lambda func: register(cls, func)
            cls, func = _annotated(cls), cls
        elif not _dispatches(cls):
            raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
        for one in cls.__args__ if isinstance(cls, UnionType) else (cls,):
            implementations[one] = func
            if token is None and hasattr(one, "__abstractmethods__"):
                token = _virtual_state()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    implementations[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(implementations)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _virtual_state():
    from abc import get_cache_token
    return get_cache_token()


def _dispatches(cls):
    return isinstance(cls, type) or isinstance(cls, UnionType) and all(isinstance(arg, type) for arg in cls.__args__)


def _annotated(func):
    """The class or union that the first annotation of a function names."""
    if getattr(func, "__annotate__", None) is None and not getattr(func, "__annotations__", None):
        raise TypeError(f"Invalid first argument to `register()`: {func!r}. Use either `@register(some_class)` "
                        "or plain `@register` on an annotated function.")
    cls = None
    try:
        name, cls = next(iter(func.__annotations__.items()))
        if isinstance(cls, str):
            cls = eval(cls, func.__globals__)
    except (NameError, TypeError, AttributeError, SyntaxError):
        pass  # a name that isn't there yet: looked at again below, where it stands for itself
    if not _dispatches(cls):
        from annotationlib import Format
        from typing import ForwardRef, get_type_hints
        name, cls = next(iter(get_type_hints(func, format=Format.FORWARDREF).items()))
        if not _dispatches(cls):
            if isinstance(cls, UnionType):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} not all arguments are classes.")
            if isinstance(cls, ForwardRef):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is an unresolved forward reference.")
            raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
    return cls


def _best(cls, implementations):
    """The implementation of the class nearest to `cls`, virtual bases included."""
    virtual = [one for one in implementations if one not in cls.__mro__ and issubclass(cls, one)]
    line = iter(_line(cls, virtual))
    best = next((one for one in line if one in implementations), None)
    rival = next(line, None)
    if rival in virtual and best in virtual and not issubclass(best, rival):
        raise RuntimeError(f"Ambiguous dispatch: {best} or {rival}")
    return implementations.get(best)


def _line(cls, virtual):
    """The order in which the classes above `cls` are asked, each virtual base as near as it begins to hold."""
    bases = list(cls.__bases__)
    begin = [one for one in virtual if one is not cls and issubclass(cls, one)
             and not any(issubclass(base, one) for base in bases)]
    # Of those that begin to hold here none may come before one that is derived from it.
    begin = [one for one in begin if not any(other is not one and one in other.__mro__ for other in begin)]
    place = max((index for index, base in enumerate(bases, 1) if hasattr(base, "__abstractmethods__")), default=0)
    parts = bases[:place], begin, bases[place:]  # whose order among each other isn't binding
    lines = [_line(base, virtual) for part in parts for base in part] + list(parts)
    order = [cls]
    while lines := [line for line in lines if line]:
        for line in lines:
            head = line[0]
            if not any(head in other[1:] for other in lines):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        order.append(head)
        lines = [line[1:] if line[0] is head else line for line in lines]
    return order


class singledispatchmethod:
    """A method that dispatches by the type of its first argument after the instance or class."""

    def __init__(self, func):
        if not (callable(func) or hasattr(func, "__get__")):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func, self.dispatcher = func, singledispatch(func)

    def register(self, cls, method=None):
        """Registers an implementation, as the register of a singledispatch function does."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _DispatchingMethod(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        return f"<single dispatch method descriptor {_method_name(self.func)}>"


def _method_name(func):
    return getattr(func, "__qualname__", None) or getattr(func, "__name__", "?")


class _DispatchingMethod:
    """A singledispatchmethod read from a class or an instance."""

    def __init__(self, descriptor, obj, cls):
        self._descriptor = descriptor
        self._obj = obj
        self._cls = cls
        func = descriptor.func
        self.__module__ = getattr(func, "__module__", __name__)
        self.__doc__ = getattr(func, "__doc__", type(self).__doc__)

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self.__wrapped__, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")
        chosen = self._descriptor.dispatcher.dispatch(args[0].__class__)
        get = getattr(chosen, "__get__", None)
        return (chosen if get is None else get(self._obj, self._cls))(*args, **kwargs)

    def __getattr__(self, name):
        if name not in ("__name__", "__qualname__", "__isabstractmethod__", "__annotations__", "__type_params__"):
            raise AttributeError
        return getattr(self._descriptor.func, name)

    @property
    def __wrapped__(self):
        return self._descriptor.func

    @property
    def register(self):
        """The register of the descriptor."""
        return self._descriptor.register

    def __repr__(self):
        name = _method_name(self._descriptor.func)
        if self._obj is None:
            return f"<single dispatch method {name}>"
        return f"<bound single dispatch method {name} of {self._obj!r}>"
