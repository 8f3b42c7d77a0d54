"""Reading pickles.

Invariant: `_data` from `_at` on has been read ahead and not yet used; in a file it never goes beyond the frame.
`_stack` holds what stands above the last mark, `_below` the stacks under the marks.
"""
import sys

from . import UnpicklingError

_LARGEST = sys.maxsize


class UnpicklerMemoProxy:
    """The memo of an unpickler, as it is shown."""

    __module__ = "_pickle"
    __hash__ = None

    def __init__(self, unpickler):
        self._unpickler = unpickler

    def clear(self):
        """Forget all objects."""
        self._unpickler._memo.clear()

    def copy(self):
        """The memo as a dict."""
        return dict(self._unpickler._memo)

    def __reduce__(self):
        return dict, (self.copy(),)


class Unpickler:
    """Reads pickles from a file."""

    __module__ = "_pickle"
    _memo = None

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        try:
            read, readline = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._set_up(read, readline, fix_imports, encoding, errors, buffers)

    def _set_up(self, read, readline, fix_imports, encoding, errors, buffers):
        self._read, self._readline = read, readline
        self._data, self._at = b"", 0
        self._fix_imports = bool(fix_imports)
        self._encoding, self._errors = encoding, errors
        self._buffers = iter(buffers) if buffers else None
        self._memo = {}
        self._protocol = 0

    @property
    def memo(self):
        """The objects that have been made, by number."""
        return UnpicklerMemoProxy(self)

    @memo.setter
    def memo(self, value):
        if isinstance(value, UnpicklerMemoProxy):
            value = value.copy()
        elif not isinstance(value, dict):
            raise TypeError("'memo' attribute must be an UnpicklerMemoProxy object or dict, "
                            f"not {type(value).__name__}")
        for key in value:
            if not isinstance(key, int):
                raise TypeError("memo key must be integers")
            if key < 0:
                raise ValueError("memo key must be positive integers.")
        self._memo = dict(value)

    def persistent_load(self, pid):
        """The object that is kept elsewhere under a name."""
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was "
                              "specified.")

    def find_class(self, module_name, global_name, /):
        """The global that a pickle names."""
        if not isinstance(module_name, str):
            raise TypeError("module name must be a string")
        sys.audit("pickle.find_class", module_name, global_name)
        if self._protocol < 3 and self._fix_imports:
            from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
            if (module_name, global_name) in NAME_MAPPING:
                module_name, global_name = NAME_MAPPING[module_name, global_name]
            else:
                module_name = IMPORT_MAPPING.get(module_name, module_name)
        __import__(module_name)
        home = sys.modules[module_name]
        if self._protocol < 4 or "." not in global_name:
            return getattr(home, global_name)
        found = home
        try:
            for name in global_name.split("."):
                found = getattr(found, name)
        except AttributeError:
            raise AttributeError(f"Can't resolve path {global_name!r} on module {module_name!r}")
        return found

    def load(self):
        """Read a pickle and make the object that it describes."""
        if self._memo is None:
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._stack, self._below = [], []
        self._protocol = 0
        steps = _STEPS
        while True:
            at = self._at
            if at < len(self._data):
                code = self._data[at]
                self._at = at + 1
            else:
                code = self._next_code()
            if code == 0x2E:
                return self._pop()
            step = steps[code]
            if step is None:
                self._refuse(code)
            step(self)

    # The bytes.

    def _next_code(self):
        data = self._read(1) if self._read is not None else b""
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        if not data:
            raise EOFError("Ran out of input")
        return data[0]

    def _refuse(self, code):
        shown = chr(code) if 0x20 <= code < 0x7F and chr(code) not in "'\\" else f"\\x{code:02x}"
        if code in b"'\\":
            shown = "\\" + chr(code)
        raise UnpicklingError(f"invalid load key, '{shown}'.")

    def _take(self, size):
        """The next bytes, that many."""
        at = self._at
        end = at + size
        if end <= len(self._data):
            self._at = end
            return self._data[at:end]
        rest = self._data[at:]
        if self._read is not None:
            self._data, self._at = b"", 0
            data = self._read(size - len(rest))
            if not isinstance(data, (bytes, bytearray)):
                raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
            rest += data
        if len(rest) < size:
            raise UnpicklingError("pickle data was truncated")
        return rest

    def _line(self):
        """The bytes up to the end of the line, which belongs to them."""
        at = self._at
        end = self._data.find(b"\n", at) + 1
        if end:
            self._at = end
            return self._data[at:end]
        line = self._data[at:]
        if self._readline is not None:
            self._data, self._at = b"", 0
            line += self._readline()
        if not line.endswith(b"\n") or len(line) < 2:
            raise UnpicklingError("pickle data was truncated")
        return line

    def _number(self, size):
        return int.from_bytes(self._take(size), "little")

    def _size(self, what):
        """A length of eight bytes."""
        size = self._number(8)
        if size > _LARGEST:
            raise OverflowError(f"{what} exceeds system's maximum size of {_LARGEST} bytes")
        return size

    # The stack.

    def _underflow(self):
        raise UnpicklingError("unexpected MARK found" if self._below else "unpickling stack underflow")

    def _pop(self):
        if not self._stack:
            self._underflow()
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            self._underflow()
        return self._stack[-1]

    def _two(self):
        """Pop the upper one of two."""
        if len(self._stack) < 2:
            self._underflow()
        return self._stack.pop()

    def _above_mark(self):
        """What stands above the last mark, which goes away."""
        if not self._below:
            raise UnpicklingError("could not find MARK")
        items = self._stack
        self._stack = self._below.pop()
        return items

    def _mark(self):
        self._below.append(self._stack)
        self._stack = []

    def _drop(self):
        if self._stack:
            self._stack.pop()
        elif self._below:
            self._stack = self._below.pop()
        else:
            self._underflow()

    def _drop_to_mark(self):
        self._above_mark()

    def _duplicate(self):
        self._stack.append(self._top())

    # The stream itself.

    def _set_protocol(self):
        protocol = self._number(1)
        if protocol > 5:
            raise ValueError(f"unsupported pickle protocol: {protocol}")
        self._protocol = protocol

    def _frame(self):
        size = self._size("FRAME length")
        data = self._take(size)
        if self._read is not None:
            self._data, self._at = data, 0
        else:
            self._at -= size

    # Values.

    def _none(self):
        self._stack.append(None)

    def _true(self):
        self._stack.append(True)

    def _false(self):
        self._stack.append(False)

    def _int(self):
        line = self._line()
        try:
            value = int(line)
        except ValueError:
            raise ValueError("could not convert string to int") from None
        # Two spellings of small numbers mean something else.
        self._stack.append(value == 1 if line in (b"00\n", b"01\n") else value)

    def _int1(self):
        self._stack.append(self._take(1)[0])

    def _int2(self):
        self._stack.append(int.from_bytes(self._take(2), "little"))

    def _int4(self):
        self._stack.append(int.from_bytes(self._take(4), "little", signed=True))

    def _long(self):
        text = self._line().decode()
        self._stack.append(int(text[:-2] if text.endswith("L\n") else text))

    def _long1(self):
        self._stack.append(int.from_bytes(self._take(self._number(1)), "little", signed=True))

    def _long4(self):
        size = int.from_bytes(self._take(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._stack.append(int.from_bytes(self._take(size), "little", signed=True))

    def _float(self):
        line = self._line()
        try:
            self._stack.append(float(line))
        except ValueError:
            raise ValueError(f"could not convert string to float: '{line.decode('latin-1')}'") from None

    def _float8(self):
        self._stack.append(_from_double(self._take(8)))

    # Texts and bytes.

    def _old_text(self, data):
        """A string of Python 2."""
        self._stack.append(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _string(self):
        line = self._line().strip()
        if len(line) < 2 or line[0] != line[-1] or line[0] not in b"'\"":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        from ._escapes import unescaped
        self._old_text(unescaped(line[1:-1]))

    def _string4(self):
        size = int.from_bytes(self._take(4), "little", signed=True)
        if size < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._old_text(self._take(size))

    def _string1(self):
        self._old_text(self._take(self._number(1)))

    def _unicode(self):
        from ._escapes import raw_unescaped
        self._stack.append(raw_unescaped(self._line()[:-1]))

    def _text1(self):
        self._stack.append(self._take(self._number(1)).decode())

    def _text4(self):
        self._stack.append(self._take(self._number(4)).decode())

    def _text8(self):
        self._stack.append(self._take(self._size("BINUNICODE")).decode())

    def _bytes1(self):
        self._stack.append(self._take(self._number(1)))

    def _bytes4(self):
        self._stack.append(self._take(self._number(4)))

    def _bytes8(self):
        self._stack.append(self._take(self._size("BINBYTES")))

    def _bytearray8(self):
        self._stack.append(bytearray(self._take(self._size("BYTEARRAY8"))))

    def _next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self._stack.append(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def _read_only(self):
        buffer = self._top()
        if isinstance(buffer, bytes):
            return
        if type(buffer).__name__ == "PickleBuffer":
            buffer = buffer._held()
            if isinstance(buffer, bytes):
                return
        view = memoryview(buffer)
        if not view.readonly:
            self._stack[-1] = view.toreadonly()

    # Containers.

    def _empty_tuple(self):
        self._stack.append(())

    def _tuple(self):
        items = tuple(self._above_mark())
        self._stack.append(items)

    def _tuple1(self):
        self._stack.append((self._pop(),))

    def _tuple2(self):
        last = self._two()
        self._stack[-1] = (self._stack[-1], last)

    def _tuple3(self):
        if len(self._stack) < 3:
            self._underflow()
        self._stack[-3:] = [tuple(self._stack[-3:])]

    def _empty_list(self):
        self._stack.append([])

    def _list(self):
        items = self._above_mark()
        self._stack.append(items)

    def _empty_dict(self):
        self._stack.append({})

    def _dict(self):
        items = self._above_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self._stack.append(dict(zip(items[::2], items[1::2])))

    def _empty_set(self):
        self._stack.append(set())

    def _frozenset(self):
        items = frozenset(self._above_mark())
        self._stack.append(items)

    def _append(self):
        item = self._two()
        self._top().append(item)

    def _appends(self):
        items = self._above_mark()
        owner = self._top()
        if type(owner) is list:
            owner.extend(items)
        elif items:
            extend = getattr(owner, "extend", None)
            if extend is not None:
                extend(items)
            else:
                for item in items:
                    owner.append(item)

    def _set_item(self):
        if len(self._stack) < 3:
            self._underflow()
        value, key = self._stack.pop(), self._stack.pop()
        self._stack[-1][key] = value

    def _set_items(self):
        items = self._above_mark()
        owner = self._top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for index in range(0, len(items), 2):
            owner[items[index]] = items[index + 1]

    def _add_items(self):
        items = self._above_mark()
        owner = self._top()
        if type(owner) is set:
            owner.update(items)
        else:
            for item in items:
                owner.add(item)

    # The memo.

    def _recall(self, number):
        try:
            self._stack.append(self._memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _get(self):
        self._recall(int(self._line().decode("latin-1")))

    def _get1(self):
        self._recall(self._take(1)[0])

    def _get4(self):
        self._recall(self._number(4))

    def _put(self):
        number = int(self._line().decode("latin-1"))
        value = self._top()
        if number < 0:
            raise ValueError("negative PUT argument")
        self._memo[number] = value

    def _put1(self):
        number = self._take(1)[0]
        self._memo[number] = self._top()

    def _put4(self):
        number = self._number(4)
        self._memo[number] = self._top()

    def _memoize(self):
        self._memo[len(self._memo)] = self._top()

    # Globals and what is kept elsewhere.

    def _global(self):
        module = self._line()[:-1].decode()
        name = self._line()[:-1].decode()
        self._stack.append(self.find_class(module, name))

    def _stack_global(self):
        name = self._two()
        module = self._stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._stack.append(self.find_class(module, name))

    def _persistent(self):
        try:
            name = self._line()[:-1].decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._stack.append(self.persistent_load(name))

    def _persistent_top(self):
        self._stack.append(self.persistent_load(self._pop()))

    def _extension(self, size):
        code = int.from_bytes(self._take(size), "little", signed=size == 4)
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        from copyreg import _extension_cache, _inverted_registry
        if code not in _extension_cache:
            if code not in _inverted_registry:
                raise ValueError(f"unregistered extension code {code}")
            _extension_cache[code] = self.find_class(*_inverted_registry[code])
        self._stack.append(_extension_cache[code])

    def _extension1(self):
        self._extension(1)

    def _extension2(self):
        self._extension(2)

    def _extension4(self):
        self._extension(4)

    # Objects.

    def _reduce(self):
        arguments = self._two()
        maker = self._stack[-1]
        if not isinstance(arguments, tuple):
            raise TypeError("argument list must be a tuple")
        self._stack[-1] = maker(*arguments)

    def _new(self):
        self._new_object("NEWOBJ", self._two(), {})

    def _new_ex(self):
        if len(self._stack) < 3:
            self._underflow()
        keywords = self._stack.pop()
        self._new_object("NEWOBJ_EX", self._stack.pop(), keywords)

    def _new_object(self, what, arguments, keywords):
        cls = self._stack[-1]
        for role, value, kind, wanted in (("class", cls, type, "a type"), ("args", arguments, tuple, "a tuple"),
                                          ("kwargs", keywords, dict, "a dict")):
            if not isinstance(value, kind):
                raise UnpicklingError(f"{what} {role} argument must be {wanted}, not {type(value).__name__}")
        self._stack[-1] = cls.__new__(cls, *arguments, **keywords)

    def _instance(self):
        if not self._below:
            raise UnpicklingError("could not find MARK")
        module = self._line()[:-1].decode("ascii")
        name = self._line()[:-1].decode("ascii")
        self._old_object(self.find_class(module, name), self._above_mark())

    def _object(self):
        items = self._above_mark()
        if not items:
            raise UnpicklingError("unpickling stack underflow")
        self._old_object(items[0], items[1:])

    def _old_object(self, cls, arguments):
        plain = not arguments and isinstance(cls, type) and not hasattr(cls, "__getinitargs__")
        self._stack.append(cls.__new__(cls) if plain else cls(*arguments))

    def _build(self):
        state = self._two()
        target = self._stack[-1]
        setter = getattr(target, "__setstate__", None)
        if setter is not None:
            setter(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            attributes = target.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(target, name, value)


def _table(rows):
    table = [None] * 256
    for code, step in rows.items():
        table[code[0]] = step
    return table


_STEPS = _table({
    b"(": Unpickler._mark, b"0": Unpickler._drop, b"1": Unpickler._drop_to_mark, b"2": Unpickler._duplicate,
    b"F": Unpickler._float, b"G": Unpickler._float8, b"I": Unpickler._int, b"J": Unpickler._int4,
    b"K": Unpickler._int1, b"M": Unpickler._int2, b"L": Unpickler._long, b"N": Unpickler._none,
    b"P": Unpickler._persistent, b"Q": Unpickler._persistent_top, b"R": Unpickler._reduce,
    b"S": Unpickler._string, b"T": Unpickler._string4, b"U": Unpickler._string1,
    b"V": Unpickler._unicode, b"X": Unpickler._text4, b"B": Unpickler._bytes4, b"C": Unpickler._bytes1,
    b"a": Unpickler._append, b"e": Unpickler._appends, b"b": Unpickler._build, b"c": Unpickler._global,
    b"d": Unpickler._dict, b"}": Unpickler._empty_dict, b"l": Unpickler._list, b"]": Unpickler._empty_list,
    b"g": Unpickler._get, b"h": Unpickler._get1, b"j": Unpickler._get4,
    b"p": Unpickler._put, b"q": Unpickler._put1, b"r": Unpickler._put4,
    b"i": Unpickler._instance, b"o": Unpickler._object, b"s": Unpickler._set_item, b"u": Unpickler._set_items,
    b"t": Unpickler._tuple, b")": Unpickler._empty_tuple,
    b"\x80": Unpickler._set_protocol, b"\x81": Unpickler._new, b"\x82": Unpickler._extension1,
    b"\x83": Unpickler._extension2, b"\x84": Unpickler._extension4, b"\x85": Unpickler._tuple1,
    b"\x86": Unpickler._tuple2, b"\x87": Unpickler._tuple3, b"\x88": Unpickler._true, b"\x89": Unpickler._false,
    b"\x8a": Unpickler._long1, b"\x8b": Unpickler._long4, b"\x8c": Unpickler._text1, b"\x8d": Unpickler._text8,
    b"\x8e": Unpickler._bytes8, b"\x8f": Unpickler._empty_set, b"\x90": Unpickler._add_items,
    b"\x91": Unpickler._frozenset, b"\x92": Unpickler._new_ex, b"\x93": Unpickler._stack_global,
    b"\x94": Unpickler._memoize, b"\x95": Unpickler._frame, b"\x96": Unpickler._bytearray8,
    b"\x97": Unpickler._next_buffer, b"\x98": Unpickler._read_only,
})


def _from_double(data):
    """The float that eight bytes of IEEE 754 stand for, the highest first."""
    from math import ldexp
    bits = int.from_bytes(data, "big")
    exponent, fraction = bits >> 52 & 0x7FF, bits & (1 << 52) - 1
    if exponent == 0x7FF:
        value = float("nan") if fraction else float("inf")
    elif exponent:
        value = ldexp(fraction | 1 << 52, exponent - 1075)
    else:
        value = ldexp(fraction, -1074)
    return -value if bits >> 63 else value
