"""Python objects as streams of bytes: `dump`, `load`, their classes, and the codes that the streams are made of.

The work is done in `_pickle`. Invariant: a code is the one byte that stands in the stream, under its public name.
"""
from _pickle import PickleError, PicklingError, UnpicklingError, dump, dumps, load, loads

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads",
           "PickleBuffer"]

format_version = "5.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 5
bytes_types = (bytes, bytearray)

# The codes as they came into being, protocol by protocol.
MARK, STOP, POP, POP_MARK, DUP = b"(", b".", b"0", b"1", b"2"
FLOAT, INT, BININT, BININT1, LONG, BININT2, NONE = b"F", b"I", b"J", b"K", b"L", b"M", b"N"
PERSID, BINPERSID, REDUCE, STRING, BINSTRING, SHORT_BINSTRING = b"P", b"Q", b"R", b"S", b"T", b"U"
UNICODE, BINUNICODE, APPEND, BUILD, GLOBAL = b"V", b"X", b"a", b"b", b"c"
DICT, EMPTY_DICT, APPENDS, GET, BINGET, INST, LONG_BINGET = b"d", b"}", b"e", b"g", b"h", b"i", b"j"
LIST, EMPTY_LIST, OBJ, PUT, BINPUT, LONG_BINPUT = b"l", b"]", b"o", b"p", b"q", b"r"
SETITEM, TUPLE, EMPTY_TUPLE, SETITEMS, BINFLOAT = b"s", b"t", b")", b"u", b"G"
TRUE, FALSE = b"I01\n", b"I00\n"
PROTO, NEWOBJ, EXT1, EXT2, EXT4 = b"\x80", b"\x81", b"\x82", b"\x83", b"\x84"
TUPLE1, TUPLE2, TUPLE3, NEWTRUE, NEWFALSE, LONG1, LONG4 = b"\x85", b"\x86", b"\x87", b"\x88", b"\x89", b"\x8a", b"\x8b"
BINBYTES, SHORT_BINBYTES = b"B", b"C"
SHORT_BINUNICODE, BINUNICODE8, BINBYTES8, EMPTY_SET, ADDITEMS = b"\x8c", b"\x8d", b"\x8e", b"\x8f", b"\x90"
FROZENSET, NEWOBJ_EX, STACK_GLOBAL, MEMOIZE, FRAME = b"\x91", b"\x92", b"\x93", b"\x94", b"\x95"
BYTEARRAY8, NEXT_BUFFER, READONLY_BUFFER = b"\x96", b"\x97", b"\x98"

__all__ += sorted(name for name in globals() if name.isupper())


def __getattr__(name):
    if name in ("Pickler", "Unpickler", "PickleBuffer"):
        import _pickle
        found = globals()[name] = getattr(_pickle, name)
        return found
    raise AttributeError(f"module 'pickle' has no attribute {name!r}")


def encode_long(x):
    """An integer as the shortest bytes in two's complement, the lowest first."""
    return x.to_bytes((x if x >= 0 else ~x).bit_length() // 8 + 1, "little", signed=True) if x else b""


def decode_long(data):
    """The integer that `encode_long` made bytes of."""
    return int.from_bytes(data, "little", signed=True)


def whichmodule(obj, name):
    """The name of the module in which a global of that name is the object."""
    from _pickle.parts import module_of
    return module_of(obj, name.split("."))
