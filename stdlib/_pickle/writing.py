"""Writing pickles.

Invariant: `_out` holds what has been written and not yet handed to the file; from `_frame` on it is the open frame,
whose header comes before it when it is closed. An object in the memo is kept alive by it: its id stays its own.
"""
import sys

from . import PicklingError, kind_name
from .parts import (
    BATCH, PickleBuffer, batches, check_global, checked, double, module_of, new_arguments, raw_escaped)

_MOST = 5
_FRAME_FULL = 64 * 1024
_FRAME_LEAST = 4
_NEVER = sys.maxsize

_FUNCTION = type(lambda: 0)
_BUILTIN_FUNCTION = type(len)
# A string of its own, as the functions there have it: in a pickle it is not the one that the classes name.
_FUNCTIONS_MODULE = "".join(("builtin", "s"))
_SINGLETONS = {type(None): None, type(...): ..., type(NotImplemented): NotImplemented}


class PicklerMemoProxy:
    """The memo of a pickler, as it is shown."""

    __module__ = "_pickle"
    __hash__ = None

    def __init__(self, pickler):
        self._pickler = pickler

    def clear(self):
        """Forget all objects."""
        self._pickler._memo.clear()

    def copy(self):
        """The memo as a dict."""
        return dict(self._pickler._memo)

    def __reduce__(self):
        return dict, (self.copy(),)


class Pickler:
    """Writes pickles to a file."""

    __module__ = "_pickle"
    _memo = None

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._set_up(file, protocol, fix_imports, buffer_callback)

    def _set_up(self, file, protocol, fix_imports, buffer_callback):
        if protocol is None:
            protocol = _MOST
        elif not hasattr(protocol, "__index__"):
            raise TypeError(f"'{type(protocol).__name__}' object cannot be interpreted as an integer")
        protocol = protocol.__index__()
        if protocol < 0:
            protocol = _MOST
        elif protocol > _MOST:
            raise ValueError(f"pickle protocol must be <= {_MOST}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._write = None
        if file is not None or type(self) is not Pickler:
            try:
                self._write = file.write
            except AttributeError:
                raise TypeError("file must have a 'write' attribute") from None
        self.bin = int(protocol > 0)
        self.fast = 0
        self._protocol = protocol
        self._fix_imports = bool(fix_imports) and protocol < 3
        self._buffer_callback = buffer_callback
        self._memo = {}
        self._out = bytearray()
        self._frame = _NEVER

    @property
    def memo(self):
        """The objects that have been written, by id, each with its number."""
        return PicklerMemoProxy(self)

    @memo.setter
    def memo(self, value):
        if isinstance(value, PicklerMemoProxy):
            value = value.copy()
        elif not isinstance(value, dict):
            raise TypeError(f"'memo' attribute must be a PicklerMemoProxy object or dict, not {type(value).__name__}")
        for entry in value.values():
            if not isinstance(entry, tuple) or len(entry) != 2:
                raise TypeError("'memo' values must be 2-item tuples")
        self._memo = {id(entry[1]): entry for entry in value.values()}

    def clear_memo(self):
        """Forget the objects that have been written."""
        self._memo.clear()

    def persistent_id(self, obj):
        """The name under which an object is kept elsewhere; None if it belongs into the pickle."""
        return None

    def dump(self, obj, /):
        """Write the pickle of an object."""
        if self._memo is None:
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._out.clear()
        self._frame = _NEVER
        ask = self.persistent_id
        self._persistent = None if getattr(ask, "__func__", None) is Pickler.persistent_id else ask
        self._override = getattr(self, "reducer_override", None)
        # What the classes say comes before what `copyreg` says.
        self._reducers = getattr(self, "dispatch_table", None)
        if self._reducers is None:
            from copyreg import dispatch_table
            self._reducers = dispatch_table
        if self._protocol >= 2:
            self._out += bytes((0x80, self._protocol))
            if self._protocol >= 4:
                self._frame = len(self._out)
        # A level of an object takes several calls here, where it should take one.
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(limit * 20)
        try:
            self._save(obj)
        finally:
            sys.setrecursionlimit(limit)
        self._out += b"."
        self._close_frame()
        if self._write is not None:
            self._write(bytes(self._out))
            self._out.clear()

    # Frames.

    def _close_frame(self):
        out, start = self._out, self._frame
        size = len(out) - start
        if size >= _FRAME_LEAST:
            out[start:start] = b"\x95" + size.to_bytes(8, "little")

    def _next_frame(self):
        self._close_frame()
        if self._write is not None:
            self._write(bytes(self._out))
            self._out.clear()
        self._frame = len(self._out)

    def _put_long(self, header, payload):
        """Write what may be too large for a frame."""
        if len(payload) < _FRAME_FULL or self._frame == _NEVER:
            self._out += header
            self._out += payload
            return
        self._close_frame()
        self._out += header
        if self._write is not None:
            self._write(bytes(self._out))
            self._out.clear()
            self._write(payload)
        else:
            self._out += payload
        self._frame = len(self._out)

    # One object.

    def _save(self, obj):
        if len(self._out) - self._frame >= _FRAME_FULL:
            self._next_frame()
        if self._persistent is not None:
            name = self._persistent(obj)
            if name is not None:
                return self._save_persistent(name)
        kind = type(obj)
        saver = _ATOMS.get(kind)
        if saver is not None:
            return saver(self, obj)
        known = self._memo.get(id(obj))
        if known is not None:
            return self._recall(known[0])
        saver = _BUILTIN.get(kind)
        if saver is not None:
            return saver(self, obj)
        self._save_other(obj, kind)

    def _save_other(self, obj, kind):
        reduction = NotImplemented
        if self._override is not None:
            reduction = self._override(obj)
        if reduction is NotImplemented:
            if kind is type:
                return self._save_class(obj)
            if kind is _FUNCTION:
                return self._save_global(obj)
            reduction = self._reduction(obj, kind)
            if reduction is NotImplemented:
                return self._save_global(obj)
        if isinstance(reduction, str):
            self._save_global(obj, reduction)
        else:
            self._save_reduction(obj, reduction)

    def _reduction(self, obj, kind):
        """How the object is taken apart; NotImplemented for a class, which is a global."""
        try:
            reduce = self._reducers[kind]
        except KeyError:
            pass
        else:
            return reduce(obj)
        if issubclass(kind, type):
            return NotImplemented
        reduce = getattr(obj, "__reduce_ex__", None)
        if reduce is not None:
            return reduce(self._protocol)
        reduce = getattr(obj, "__reduce__", None)
        if reduce is not None:
            return reduce()
        raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")

    def _save_persistent(self, name):
        if self.bin:
            # The name itself has no name.
            ask, self._persistent = self._persistent, None
            self._save(name)
            self._persistent = ask
            self._out += b"Q"
            return
        text = str(name)
        if not text.isascii():
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings")
        self._out += b"P%b\n" % text.encode()

    # The memo.

    def _memoize(self, obj):
        if self.fast:
            return
        memo = self._memo
        number = len(memo)
        memo[id(obj)] = number, obj
        if self._protocol >= 4:
            self._out += b"\x94"
        elif not self.bin:
            self._out += b"p%d\n" % number
        elif number < 256:
            self._out += bytes((0x71, number))
        else:
            self._out += b"r" + number.to_bytes(4, "little")

    def _recall(self, number):
        if not self.bin:
            self._out += b"g%d\n" % number
        elif number < 256:
            self._out += bytes((0x68, number))
        else:
            self._out += b"j" + number.to_bytes(4, "little")

    # Values without parts.

    def _save_none(self, obj):
        self._out += b"N"

    def _save_bool(self, obj):
        if self._protocol >= 2:
            self._out += b"\x88" if obj else b"\x89"
        else:
            self._out += b"I01\n" if obj else b"I00\n"

    def _save_int(self, obj):
        if -0x8000_0000 <= obj <= 0x7FFF_FFFF:
            if not self.bin:
                self._out += b"I%d\n" % obj
            elif 0 <= obj < 0x100:
                self._out += bytes((0x4B, obj))
            elif 0 <= obj < 0x10000:
                self._out += b"M" + obj.to_bytes(2, "little")
            else:
                self._out += b"J" + obj.to_bytes(4, "little", signed=True)
        elif self._protocol < 2:
            self._out += b"L%dL\n" % obj
        else:
            size = (obj if obj >= 0 else ~obj).bit_length() // 8 + 1
            self._out += bytes((0x8A, size)) if size < 256 else b"\x8b" + size.to_bytes(4, "little")
            self._out += obj.to_bytes(size, "little", signed=True)

    def _save_float(self, obj):
        self._out += b"G" + double(obj) if self.bin else b"F%b\n" % repr(obj).encode()

    def _save_str(self, obj):
        if not self.bin:
            self._out += b"V%b\n" % raw_escaped(obj)
        else:
            data = obj.encode()
            size = len(data)
            if size < 256 and self._protocol >= 4:
                self._out += bytes((0x8C, size))
                self._out += data
            elif size <= 0xFFFF_FFFF:
                self._put_long(b"X" + size.to_bytes(4, "little"), data)
            elif self._protocol >= 4:
                self._put_long(b"\x8d" + size.to_bytes(8, "little"), data)
            else:
                raise OverflowError("serializing a string larger than 4 GiB requires pickle protocol 4 or higher")
        self._memoize(obj)

    def _save_bytes(self, obj):
        size = len(obj)
        if self._protocol < 3:
            if size:
                from _codecs import encode
                return self._save_reduction(obj, (encode, (obj.decode("latin1"), "latin1")))
            return self._save_reduction(obj, (bytes, ()))
        if size < 256:
            self._out += bytes((0x43, size))
            self._out += obj
        elif size <= 0xFFFF_FFFF:
            self._put_long(b"B" + size.to_bytes(4, "little"), obj)
        elif self._protocol >= 4:
            self._put_long(b"\x8e" + size.to_bytes(8, "little"), obj)
        else:
            raise OverflowError("serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher")
        self._memoize(obj)

    def _save_bytearray(self, obj):
        if self._protocol >= 5:
            self._put_long(b"\x96" + len(obj).to_bytes(8, "little"), bytes(obj))
            self._memoize(obj)
        else:
            self._save_reduction(obj, (bytearray, (bytes(obj),) if obj else ()))

    def _save_buffer(self, obj):
        if self._protocol < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        buffer = obj._held()
        if self._buffer_callback is None or self._buffer_callback(obj):
            return self._save_bytes(buffer) if isinstance(buffer, bytes) else self._save_bytearray(buffer)
        self._out += b"\x97\x98" if isinstance(buffer, bytes) else b"\x97"

    # Containers.

    def _save_tuple(self, obj):
        size = len(obj)
        if not size:
            self._out += b")" if self.bin else b"(t"
            return
        short = size <= 3 and self._protocol >= 2
        if not short:
            self._out += b"("
        index = -1
        try:
            for index, item in enumerate(obj):
                self._save(item)
        except BaseException as error:
            error.add_note(f"when serializing tuple item {index}")
            raise
        known = self._memo.get(id(obj))
        if known is not None:
            # One of the items contained the tuple itself, which has been made there.
            self._out += b"0" * size if short else b"1" if self.bin else b"0" * (size + 1)
            return self._recall(known[0])
        self._out += bytes((0x84 + size,)) if short else b"t"
        self._memoize(obj)

    def _save_list(self, obj):
        self._out += b"]" if self.bin else b"(l"
        self._memoize(obj)
        if obj:
            self._save_items(obj, "list", len(obj))

    def _save_items(self, items, owner, size):
        """Write items that are appended, in batches; the size is None where it isn't known."""
        index = -1
        try:
            if not self.bin or size == 1:
                for index, item in enumerate(items):
                    self._save(item)
                    self._out += b"a"
                return
            for batch in batches(items):
                alone = size is None and len(batch) == 1
                if not alone:
                    self._out += b"("
                for item in batch:
                    index += 1
                    self._save(item)
                self._out += b"a" if alone else b"e"
        except BaseException as error:
            error.add_note(f"when serializing {owner} item {index}")
            raise

    def _save_dict(self, obj):
        self._out += b"}" if self.bin else b"(d"
        self._memoize(obj)
        if obj:
            self._save_pairs(obj.items(), "dict", len(obj))
            if self.bin and len(obj) % BATCH == 0:
                # After a last batch that is full there is always an empty one.
                self._out += b"(u"

    def _save_pairs(self, pairs, owner, size):
        """Write keys and values that are set, in batches; the size is None where it isn't known."""
        if not self.bin or size == 1:
            for pair in pairs:
                self._save_pair(pair, owner)
                self._out += b"s"
            return
        for batch in batches(pairs):
            alone = size is None and len(batch) == 1
            if not alone:
                self._out += b"("
            for pair in batch:
                self._save_pair(pair, owner)
            self._out += b"s" if alone else b"u"

    def _save_pair(self, pair, owner):
        if not isinstance(pair, tuple) or len(pair) != 2:
            raise TypeError("dict items iterator must return 2-tuples")
        key, value = pair
        self._save(key)
        try:
            self._save(value)
        except BaseException as error:
            error.add_note(f"when serializing {owner} item {key!r}")
            raise

    def _save_set(self, obj):
        if self._protocol < 4:
            return self._save_reduction(obj, (set, (list(obj),)))
        self._out += b"\x8f"
        self._memoize(obj)
        for batch in batches(obj):
            self._out += b"("
            self._save_elements(batch, "set")
            self._out += b"\x90"
        if obj and len(obj) % BATCH == 0:
            self._out += b"(\x90"

    def _save_frozenset(self, obj):
        if self._protocol < 4:
            return self._save_reduction(obj, (frozenset, (list(obj),)))
        self._out += b"("
        self._save_elements(obj, "frozenset")
        known = self._memo.get(id(obj))
        if known is not None:
            self._out += b"1"
            return self._recall(known[0])
        self._out += b"\x91"
        self._memoize(obj)

    def _save_elements(self, elements, owner):
        try:
            for item in elements:
                self._save(item)
        except BaseException as error:
            error.add_note(f"when serializing {owner} element")
            raise

    # Objects that are made by a call.

    def _save_reduction(self, obj, reduction):
        try:
            maker, arguments, state, items, pairs, setter = checked(reduction)
            self._save_making(obj, maker, arguments)
            known = self._memo.get(id(obj))
            if known is not None:
                # Making it already needed the object itself.
                self._out += b"0"
                self._recall(known[0])
            else:
                self._memoize(obj)
            if items is not None:
                self._save_items(items, kind_name(type(obj)), None)
            if pairs is not None:
                self._save_pairs(pairs, kind_name(type(obj)), None)
            if state is not None:
                self._save_state(obj, state, setter)
        except BaseException as error:
            if type(obj) not in _BUILTIN:
                error.add_note(f"when serializing {kind_name(type(obj))} object")
            raise

    def _save_part(self, obj, part, what):
        try:
            self._save(part)
        except BaseException as error:
            error.add_note(f"when serializing {kind_name(type(obj))} {what}")
            raise

    def _save_making(self, obj, maker, arguments):
        name = getattr(maker, "__name__", None) if self._protocol >= 2 else None
        if name == "__newobj_ex__":
            cls, arguments, keywords = new_arguments(obj, name, arguments)
            if self._protocol >= 4:
                self._save_part(obj, cls, "class")
                self._save_part(obj, arguments, "__new__ arguments")
                self._save_part(obj, keywords, "__new__ arguments")
                self._out += b"\x92"
                return
            from functools import partial
            maker, arguments = partial(cls.__new__, cls, *arguments, **keywords), ()
        elif name == "__newobj__":
            cls, arguments, _ = new_arguments(obj, name, arguments)
            self._save_part(obj, cls, "class")
            self._save_part(obj, arguments, "__new__ arguments")
            self._out += b"\x81"
            return
        self._save_part(obj, maker, "reconstructor")
        self._save_part(obj, arguments, "reconstructor arguments")
        self._out += b"R"

    def _save_state(self, obj, state, setter):
        if setter is None:
            self._save_part(obj, state, "state")
            self._out += b"b"
            return
        self._save_part(obj, setter, "state setter")
        self._save(obj)
        self._save_part(obj, state, "state")
        self._out += b"\x86R0" if self._protocol >= 2 else b"tR0"

    # Objects that are found by a name.

    def _save_class(self, obj):
        if obj in _SINGLETONS:
            self._save_reduction(obj, (type, (_SINGLETONS[obj],)))
        else:
            self._save_global(obj)

    def _save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        path = name.split(".")
        module = module_of(obj, path)
        check_global(obj, module, name, path)
        if self._protocol >= 2 and self._save_extension(module, name):
            return
        if self._protocol >= 4:
            if type(obj) is _BUILTIN_FUNCTION or module == "builtins":
                # What is built in has a new string for its name whenever it is asked; the functions one for the module.
                name = name[:1] + name[1:]
                if module == "builtins" and type(obj) is _BUILTIN_FUNCTION:
                    module = _FUNCTIONS_MODULE
            self._save(module)
            self._save(name)
            self._out += b"\x93"
        elif len(path) > 1:
            self._save_path(module, path)
        else:
            self._write_global(module, name)
        self._memoize(obj)

    def _save_extension(self, module, name):
        from copyreg import _extension_registry
        code = _extension_registry.get((module, name))
        if code is None:
            return False
        if code < 0x100:
            self._out += bytes((0x82, code))
        elif code < 0x10000:
            self._out += b"\x83" + code.to_bytes(2, "little")
        else:
            self._out += b"\x84" + code.to_bytes(4, "little", signed=True)
        return True

    def _save_path(self, module, path):
        # Before protocol 4 a name has no dots: the object is got from what it stands in, step by step.
        first, *steps = path
        for _ in steps:
            self._save(getattr)
            if self._protocol < 2:
                self._out += b"("
        self._write_global(module, first)
        for step in steps:
            self._save(step)
            self._out += b"tR" if self._protocol < 2 else b"\x86R"

    def _write_global(self, module, name):
        if self._fix_imports:
            from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
            if (module, name) in REVERSE_NAME_MAPPING:
                module, name = REVERSE_NAME_MAPPING[module, name]
            else:
                module = REVERSE_IMPORT_MAPPING.get(module, module)
        encoding = "utf-8" if self._protocol >= 3 else "ascii"
        self._out += b"c"
        for text, what in (module, "module"), (name, "global"):
            try:
                self._out += text.encode(encoding) + b"\n"
            except UnicodeEncodeError:
                raise PicklingError(
                    f"can't pickle {what} identifier {text!r} using pickle protocol {self._protocol}")


_ATOMS = {
    type(None): Pickler._save_none, bool: Pickler._save_bool, int: Pickler._save_int, float: Pickler._save_float,
}
_BUILTIN = {
    str: Pickler._save_str, bytes: Pickler._save_bytes, bytearray: Pickler._save_bytearray, tuple: Pickler._save_tuple,
    list: Pickler._save_list, dict: Pickler._save_dict, set: Pickler._save_set, frozenset: Pickler._save_frozenset,
    PickleBuffer: Pickler._save_buffer,
}
