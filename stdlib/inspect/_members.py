"""The attributes of objects and classes, and what is written about them.

Invariant: `getattr_static` and all that is built on it run no code of the object that is looked at."""
import sys
from collections import namedtuple
from types import DynamicClassAttribute, GetSetDescriptorType, MemberDescriptorType

from inspect import (
    BuiltinFunctionType, ClassMethodDescriptorType, isbuiltin, isclass, isdatadescriptor, isfunction, ismethod,
    ismethoddescriptor, isroutine,
)

Attribute = namedtuple("Attribute", "name kind defining_class object", module="inspect")

_MISSING = object()
_mro_of = type.__dict__["__mro__"].__get__
_dict_of = type.__dict__["__dict__"].__get__


# Looking without running.

def getattr_static(obj, attr, default=_MISSING):
    """The attribute as it is stored, without descriptors, `__getattr__` or `__getattribute__`."""
    is_class = issubclass(type(obj), type)
    own = _MISSING if is_class else _own_value(obj, attr)
    found = _stored(obj if is_class else type(obj), attr)
    if own is not _MISSING and (found is _MISSING or not _overrides_instance(found)):
        return own
    if found is not _MISSING:
        return found
    if is_class:
        found = _stored(type(obj), attr)
        if found is not _MISSING:
            return found
    if default is _MISSING:
        raise AttributeError(attr)
    return default


def _stored(cls, name):
    for base in _mro_of(cls):
        entries = _dict_of(base)
        if name in entries:
            return entries[name]
    return _MISSING


def _own_value(obj, name):
    """What stands in the instance's own dict; nothing where a class puts something else in the dict's place."""
    place = _stored(type(obj), "__dict__")
    if place is not _MISSING and type(place) not in (GetSetDescriptorType, MemberDescriptorType):
        return _MISSING
    try:
        entries = object.__getattribute__(obj, "__dict__")
    except AttributeError:
        return _MISSING
    return dict.get(entries, name, _MISSING)


def _overrides_instance(value):
    kind = type(value)
    return _stored(kind, "__get__") is not _MISSING and (
        _stored(kind, "__set__") is not _MISSING or _stored(kind, "__delete__") is not _MISSING)


# All attributes.

def getmembers(object, predicate=None):
    """The attributes of an object as pairs of name and value, by name; only those of which the predicate is true."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """As `getmembers`, without running descriptors, `__getattr__` or `__getattribute__`."""
    return _members(object, predicate, getattr_static)


def _members(object, predicate, get):
    bases, names = (), dir(object)
    if isclass(object):
        bases = (object, *object.__mro__)
        for base in object.__bases__:
            names += [name for name, value in vars(base).items() if isinstance(value, DynamicClassAttribute)]
    members, seen = [], set()
    for name in names:
        value = _MISSING
        if name not in seen:
            try:
                value = get(object, name)
            except AttributeError:
                pass
        if value is _MISSING:
            # Listed but not to be had by asking: as it stands in the class.
            value = next((vars(base)[name] for base in bases if name in vars(base)), _MISSING)
            if value is _MISSING:
                continue
        seen.add(name)
        if predicate is None or predicate(value):
            members.append((name, value))
    members.sort(key=lambda pair: pair[0])
    return members


def classify_class_attrs(cls):
    """Each attribute of a class as name, kind, class that defines it, and object."""
    bases = cls.__mro__
    meta = [base for base in type(cls).__mro__ if base is not type and base is not object]
    names = dir(cls)
    for base in bases:
        names += [name for name, value in vars(base).items()
                  if isinstance(value, DynamicClassAttribute) and value.fget is not None]
    hooks = [base for base in meta if "__getattr__" in vars(base)]
    found, seen = [], set()
    for name in names:
        home = next((base for base in (*bases, *meta) if name in vars(base)), None)
        stored = value = _MISSING if home is None else vars(home)[name]
        if name != "__dict__" and name not in seen:
            try:
                value = getattr(cls, name)
            except Exception:
                pass
            else:
                home = _made_up_by(hooks, cls, name, value) or home
        if home is None:
            continue
        seen.add(name)
        found.append(_classified(name, home, stored, value))
    return found


def _made_up_by(hooks, cls, name, value):
    """The metaclass whose `__getattr__` has made a value, or None."""
    for base in reversed(hooks):
        try:
            if base.__getattr__(cls, name) is value:
                return base
        except AttributeError:
            pass
    return None


def _classified(name, home, stored, value):
    if isinstance(stored, (staticmethod, BuiltinFunctionType)):
        return Attribute(name, "static method", home, stored)
    if isinstance(stored, (classmethod, ClassMethodDescriptorType)):
        return Attribute(name, "class method", home, stored)
    if isinstance(stored, property):
        return Attribute(name, "property", home, stored)
    return Attribute(name, "method" if isroutine(value) else "data", home, value)


# Trees of classes.

def getclasstree(classes, unique=False):
    """The classes as nested lists below their bases."""
    below, roots = {}, []
    for cls in classes:
        if not cls.__bases__ and cls not in roots:
            roots.append(cls)
        for base in cls.__bases__:
            siblings = below.setdefault(base, [])
            if cls not in siblings:
                siblings.append(cls)
            if unique and base in classes:
                break
    roots.extend(base for base in below if base not in classes)
    return walktree(roots, below, None)


def walktree(classes, children, parent):
    """The nested list of some classes and of those below them."""
    tree = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree.append(walktree(children[cls], children, cls))
    return tree


# Docstrings.

def cleandoc(doc):
    """A docstring without the indentation that it has in its source, and without empty lines around it."""
    first, *rest = doc.expandtabs().split("\n")
    margin = min((len(line) - len(line.lstrip(" ")) for line in rest if line.strip(" ")), default=0)
    lines = [first.lstrip(" "), *(line[margin:] for line in rest)]
    while lines and not lines[-1]:
        del lines[-1]
    while lines and not lines[0]:
        del lines[0]
    return "\n".join(lines)


def getdoc(object):
    """The docstring of an object, or the one that it inherits, with its indentation cleaned."""
    doc = getattr(object, "__doc__", _MISSING)
    if doc is None:
        try:
            doc = _inherited(object)
        except (AttributeError, TypeError):
            pass
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited(obj):
    if isclass(obj):
        return next((doc for doc in map(_written_doc, obj.__mro__[:-1]) if doc is not None), None)
    owner, name = _home_and_name(obj)
    if owner is None:
        return None
    slots = owner.__dict__.get("__slots__") if isinstance(obj, MemberDescriptorType) else None
    if isinstance(slots, dict) and name in slots:
        # Slots that are given as a dict have their docstrings there.
        return slots[name]
    for base in owner.__mro__:
        doc = _written_doc(getattr(base, name, None))
        if doc is not None:
            return doc
    return None


def _written_doc(obj):
    """A docstring that is an object's own, not that of its type."""
    doc = getattr(obj, "__doc__", None)
    if doc is not None and obj is not type and isinstance(doc, str) and type(obj).__doc__ == doc:
        return None
    return doc if isinstance(doc, str) else None


def _home_and_name(obj):
    """The class in which a method or property was written, and what it is called there."""
    if ismethod(obj):
        receiver = obj.__self__
        return receiver if isclass(receiver) else type(receiver), obj.__func__.__name__
    if isfunction(obj):
        return _defining_class(obj), obj.__name__
    if isbuiltin(obj):
        receiver = obj.__self__
        return receiver if isclass(receiver) else type(receiver), obj.__name__
    if isinstance(obj, property):
        owner, name = _defining_class(obj.fget), getattr(obj, "__name__", obj.fget.__name__)
        return (owner, name) if getattr(owner, name, None) is obj else (None, None)
    if ismethoddescriptor(obj) or isdatadescriptor(obj):
        return obj.__objclass__, obj.__name__
    return None, None


def _defining_class(function):
    owner = sys.modules.get(function.__module__)
    for name in function.__qualname__.split(".")[:-1]:
        owner = getattr(owner, name)
    return owner if isclass(owner) else None
