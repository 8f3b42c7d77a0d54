"""Streams of bytes and text: the abstract classes, and what `open` gives."""

import abc

import _io
from _io.base import UnsupportedOperation, _BufferedIOBase, _IOBase, _RawIOBase, _TextIOBase

__all__ = [
    "BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO", "BufferedIOBase",
    "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase", "TextIOWrapper",
    "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "text_encoding",
    "IncrementalNewlineDecoder", "Reader", "Writer",
]

BlockingIOError = BlockingIOError
DEFAULT_BUFFER_SIZE = _io.DEFAULT_BUFFER_SIZE
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

_LAZY = frozenset(__all__)


class IOBase(_IOBase, metaclass=abc.ABCMeta):
    """The base of all streams."""

    # What derives from the plain class of this kind counts, also where it is not loaded yet.
    _plain = _IOBase

    @classmethod
    def __subclasshook__(cls, other):
        return cls.__dict__.get("_plain") in other.__mro__ or NotImplemented


class RawIOBase(_RawIOBase, IOBase):
    """The base of streams without a buffer."""

    _plain = _RawIOBase


class BufferedIOBase(_BufferedIOBase, IOBase):
    """The base of streams of bytes with a buffer."""

    _plain = _BufferedIOBase


class TextIOBase(_TextIOBase, IOBase):
    """The base of streams of text."""

    _plain = _TextIOBase


class Reader(metaclass=abc.ABCMeta):
    """What has `read`."""

    __slots__ = ()

    @abc.abstractmethod
    def read(self, size=..., /):
        """Reads data; all of it without a size."""

    @classmethod
    def __subclasshook__(cls, other):
        return _has(cls, Reader, other, "read")

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)


class Writer(metaclass=abc.ABCMeta):
    """What has `write`."""

    __slots__ = ()

    @abc.abstractmethod
    def write(self, data, /):
        """Writes data; how much of it."""

    @classmethod
    def __subclasshook__(cls, other):
        return _has(cls, Writer, other, "write")

    @classmethod
    def __class_getitem__(cls, item):
        return _alias(cls, item)


def _has(cls, own, other, name):
    if cls is not own:
        return NotImplemented
    for base in other.__mro__:
        if name in base.__dict__:
            return NotImplemented if base.__dict__[name] is None else True
    return NotImplemented


def _alias(cls, item):
    return type(list[int])(cls, item)


def __getattr__(name):
    if name in _LAZY:
        value = getattr(_io, name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'io' has no attribute '{name}'")
