"""partialmethod: a partial that becomes a method.

Invariant: whatever the function behind it does when it is read from a class or an instance happens first; the given
arguments come behind what that binds."""
from functools import GenericAlias, MethodType, _filled, _joined, _partial_text, _too_few, partial

__name__ = "functools"  # what the classes and functions give as their module

_MISSING = object()


class partialmethod:
    """A method made of a function or descriptor with some of its arguments given in advance."""

    def __new__(cls, func=_MISSING, /, *args, **keywords):
        if func is _MISSING:
            raise TypeError("_partial_new() missing 1 required positional argument: 'func'")
        if not callable(func) and getattr(func, "__get__", None) is None:
            raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
        inner = func if isinstance(func, partialmethod) else None
        self = object.__new__(cls)
        self.func = func if inner is None else inner.func
        self.args, self._free, self.keywords = _joined(inner, args, keywords)
        return self

    def __repr__(self):
        return _partial_text(self)

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not (obj is None and type(self.func) is MethodType):
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                owner = getattr(bound, "__self__", _MISSING)
                if owner is not _MISSING:
                    result.__self__ = owner
                return result
        return self._unbound().__get__(obj, cls)

    def _unbound(self):
        """A plain function that takes the instance first."""
        def method(owner, /, *args, **keywords):
            if self._free and len(args) < self._free:
                raise _too_few(self._free, len(args))
            return self.func(owner, *_filled(self.args, args), **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)
