"""What writing pickles needs besides the pickler: buffers, checks of reductions, where globals stand, how values look.

Invariant: nothing here knows of streams; what is refused is refused with the message of the pickler.
"""
import sys

from . import PicklingError, kind_name

_ORDINALS = "first", "second", "third", "fourth", "fifth", "sixth"
BATCH = 1000


class PickleBuffer:
    """A buffer that can travel outside of the pickle."""

    __module__ = "pickle"
    __slots__ = ("_buffer",)

    def __init__(self, *args):
        if len(args) != 1:
            raise TypeError(f"PickleBuffer() takes exactly 1 positional argument ({len(args)} given)")
        buffer = args[0]
        if isinstance(buffer, PickleBuffer):
            buffer = buffer._held()
        elif not isinstance(buffer, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(buffer).__name__}'")
        self._buffer = buffer

    def _held(self):
        if self._buffer is None:
            raise ValueError("operation forbidden on released PickleBuffer object")
        return self._buffer

    def __bytes__(self):
        return bytes(self._held())

    def release(self):
        """Let go of the buffer."""
        self._buffer = None

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'PickleBuffer' object")


def batches(items):
    """The items in lists of a thousand at most."""
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def checked(reduction):
    """What `__reduce__` has returned, filled up to six parts, each what it should be."""
    if not isinstance(reduction, tuple):
        raise PicklingError(f"__reduce__ must return a string or tuple, not {kind_name(type(reduction))}")
    if not 2 <= len(reduction) <= 6:
        raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
    parts = reduction + (None,) * (6 - len(reduction))

    def demand(index, fits, what):
        if not fits:
            raise PicklingError(f"{_ORDINALS[index]} item of the tuple returned by __reduce__ must be {what}, "
                                f"not {kind_name(type(parts[index]))}")
    demand(0, callable(parts[0]), "callable")
    demand(1, isinstance(parts[1], tuple), "a tuple")
    demand(3, parts[3] is None or hasattr(parts[3], "__next__"), "an iterator")
    demand(4, parts[4] is None or hasattr(parts[4], "__next__"), "an iterator")
    demand(5, parts[5] is None or callable(parts[5]), "callable")
    return parts


def new_arguments(obj, name, arguments):
    """The class, the arguments and the keywords for a reduction over `__new__`."""
    if name == "__newobj_ex__":
        if len(arguments) != 3:
            raise PicklingError(f"__newobj_ex__ expected 3 arguments, got {len(arguments)}")
        cls, positional, keywords = arguments
    else:
        if not arguments:
            raise PicklingError("__newobj__ expected at least 1 argument, got 0")
        cls, positional, keywords = arguments[0], arguments[1:], {}

    def demand(fits, which, what, given):
        if not fits:
            raise PicklingError(f"{which} argument to {name}() must be {what}, not {given}")
    demand(isinstance(cls, type), "first", "a class", kind_name(type(cls)))
    demand(cls is obj.__class__, "first", repr(obj.__class__), repr(cls))
    demand(isinstance(positional, tuple), "second", "a tuple", kind_name(type(positional)))
    demand(isinstance(keywords, dict), "third", "a dict", kind_name(type(keywords)))
    return cls, positional, keywords


def module_of(obj, path):
    """The name of the module in which a global stands."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    for name, module in list(sys.modules.items()):
        if name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if follow(module, path) is obj:
                return name
        except AttributeError:
            pass
    return "__main__"


def follow(obj, path):
    """The attribute of an attribute … of an object."""
    for name in path:
        obj = getattr(obj, name)
    return obj


def check_global(obj, module, name, path):
    """Refuse what wouldn't be found again under its name."""
    if "<locals>" in path:
        raise PicklingError(f"Can't pickle local object {obj!r}")
    try:
        __import__(module)
        home = sys.modules[module]
    except (ImportError, ValueError, KeyError) as error:
        raise PicklingError(f"Can't pickle {obj!r}: {error}")
    try:
        found = follow(home, path)
    except AttributeError:
        raise PicklingError(f"Can't pickle {obj!r}: it's not found as {module}.{name}")
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")


def raw_escaped(text):
    """A text on one line, as protocol 0 has it: Latin-1, and escapes for what isn't or would be misread."""
    out = bytearray()
    for character in text:
        code = ord(character)
        if code >= 0x10000:
            out += b"\\U%08x" % code
        elif code >= 0x100 or character in "\\\0\n\r\x1a":
            out += b"\\u%04x" % code
        else:
            out.append(code)
    return bytes(out)


def double(x):
    """A float as eight bytes of IEEE 754, the highest first."""
    from math import copysign, frexp, isfinite, ldexp
    sign = 1 << 63 if copysign(1.0, x) < 0 else 0
    x = abs(x)
    if not isfinite(x):
        bits = 0x7FF << 52 if x > 0 else 0x7FF8 << 48
    elif x < 2.0 ** -1022:
        bits = int(ldexp(x, 1074))
    else:
        fraction, exponent = frexp(x)
        bits = (exponent + 1021 << 52) + int(ldexp(fraction, 53))
    return (sign | bits).to_bytes(8, "big")
