"""namedtuple: classes of tuples whose places have names.

Invariant: `_fields` of such a class is a tuple of distinct identifiers, none a keyword, none with an underscore in
front unless `rename` put it there; so names with an underscore are free for the class itself.
"""
import sys
from _collections import _tuplegetter

__name__ = "collections"

_keywords = frozenset("""False None True and as assert async await break class continue def del elif else except finally
    for from global if import in is lambda nonlocal not or pass raise return try while with yield""".split())
_new = tuple.__new__
_docs = {}


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Return a new class of tuples whose places have names."""
    names = field_names.replace(",", " ").split() if isinstance(field_names, str) else map(str, field_names)
    typename = sys.intern(str(typename))
    names = [*map(sys.intern, names)]
    if rename:
        names = _renamed(names)
    _check(typename, names)
    if defaults is not None and len(defaults := tuple(defaults)) > len(names):
        raise TypeError("Got more default values than field names")
    if module is None:
        try:
            module = sys._getframemodulename(1) or "__main__"
        except AttributeError:
            module = "__main__"
    return type(typename, (tuple,), _contents(typename, tuple(names), defaults, module))


def _renamed(names):
    # Names that can't be fields give way to their place.
    seen, fit = set(), []
    for place, name in enumerate(names):
        usable = name.isidentifier() and name not in _keywords and name[0] != "_" and name not in seen
        seen.add(name)
        fit.append(name if usable else f"_{place}")
    return fit


def _check(typename, names):
    for name in (typename, *names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if name in _keywords:
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for place, name in enumerate(names):
        if name[0] == "_" and name != f"_{place}":
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)


def _doc_of_place(place):
    # One text for all classes that have such a place.
    if place not in _docs:
        _docs[place] = f"Alias for field number {place}"
    return _docs[place]


def _contents(typename, names, defaults, module):
    # All that the class holds. Functions are made for each class because their names and messages tell the class.
    count = len(names)
    shown = "(" + ", ".join(f"{name}=%r" for name in names) + ")"
    params = ", ".join(names)

    def _make(cls, iterable):
        record = _new(cls, iterable)
        if len(record) != count:
            raise TypeError(f"Expected {count} arguments, got {len(record)}")
        return record

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(names, self)]
        if kwds:
            raise TypeError(f"Got unexpected field names: {[*kwds]!r}")
        return self._make(values)

    def _asdict(self):
        return {name: value for name, value in zip(self._fields, self)}

    def __repr__(self):
        return type(self).__name__ + shown % self

    def __getnewargs__(self):
        return (*self,)

    # A lambda that names each field is what gives the constructor its signature and its messages.
    values = f"({params},)" if names else "()"
    __new__ = eval(f"lambda _cls, {params}: _new(_cls, {values})",
                   {"_new": _new, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__defaults__ = defaults
    # A class method's qualified name is that of the function in it.
    __new__.__doc__ = f"Make a {typename} of values for its fields: {params or 'none'}."
    _make.__doc__ = f"Make a {typename} of the items of an iterable."
    _replace.__doc__ = f"Return a new {typename} with other values in some fields."
    _asdict.__doc__ = "Return a new dict from field names to values."
    __repr__.__doc__ = "Return a text that shows each field with its value."
    __getnewargs__.__doc__ = "Return the values as a plain tuple, for copies and pickles."
    for function in (__new__, _make, _replace, _asdict, __repr__, __getnewargs__):
        function.__qualname__ = f"{typename}.{function.__name__}"
    contents = {
        "__doc__": f"{typename}({params}{',' if count == 1 else ''})",
        "__module__": module,
        "__slots__": (),
        "__match_args__": names,
        "_fields": names,
        "_field_defaults": dict(zip(names[count - len(defaults):], defaults)) if defaults else {},
        "__new__": __new__,
        "_make": classmethod(_make),
        "_replace": _replace,
        "__replace__": _replace,
        "_asdict": _asdict,
        "__repr__": __repr__,
        "__getnewargs__": __getnewargs__,
    }
    for place, name in enumerate(names):
        contents[name] = _tuplegetter(place, _doc_of_place(place))
    return contents
