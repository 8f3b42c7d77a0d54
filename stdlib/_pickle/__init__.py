"""Objects as bytes and back: the functions and errors of `pickle`; the classes stand in
`writing` and `reading`.

Invariant: what is written equals, byte for byte, what other Pythons write, and what they wrote is read.
"""

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "PickleBuffer",
           "dump", "dumps", "load", "loads"]


class PickleError(Exception):
    """What goes wrong with pickles."""


class PicklingError(PickleError):
    """An object can't be pickled."""


class UnpicklingError(PickleError):
    """A pickle can't be read."""


def __getattr__(name):
    # The classes are loaded when somebody asks for them: most importers never do.
    if name in ("Pickler", "PickleBuffer", "PicklerMemoProxy"):
        from . import writing as home
    elif name in ("Unpickler", "UnpicklerMemoProxy"):
        from . import reading as home
    else:
        raise AttributeError(f"module '_pickle' has no attribute {name!r}")
    found = globals()[name] = getattr(home, name)
    return found


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Write the pickle of an object to a file."""
    from .writing import Pickler
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """The pickle of an object, as bytes."""
    from .writing import Pickler
    writer = Pickler.__new__(Pickler)
    writer._set_up(None, protocol, fix_imports, buffer_callback)
    writer.dump(obj)
    return bytes(writer._out)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Read a pickle from a file and make the object that it describes."""
    from .reading import Unpickler
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    """Make the object that the pickle in a bytes-like object describes."""
    from .reading import Unpickler
    if not isinstance(data, (bytes, bytearray)):
        data = _bytes_of(data)
    reader = Unpickler.__new__(Unpickler)
    reader._set_up(None, None, fix_imports, encoding, errors, buffers)
    reader._data = bytes(data)
    return reader.load()


def _bytes_of(data):
    if isinstance(data, (str, int)) or not hasattr(type(data), "__buffer__") and not hasattr(type(data), "__bytes__"):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def kind_name(cls):
    """A class as messages name it: with its module, unless that goes without saying."""
    return cls.__qualname__ if cls.__module__ in ("builtins", "__main__") else f"{cls.__module__}.{cls.__qualname__}"
