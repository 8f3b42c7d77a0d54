"""Streams in memory."""

from _io.base import _BufferedIOBase, _TextIOBase, bytes_of, count_of


def _whence(whence):
    raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")


class BytesIO(_BufferedIOBase):
    """Bytes in memory."""

    __module__ = "_io"

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._data, self._at = bytearray(), 0
        return self

    def __init__(self, initial_bytes=b""):
        self._data, self._at = bytearray(), 0
        if initial_bytes is not None:
            self._data += bytes_of(initial_bytes)

    def _open(self):
        if self._shut:
            raise ValueError("I/O operation on closed file.")

    def __getstate__(self):
        self._open()
        return bytes(self._data), self._at, {name: value for name, value in self.__dict__.items() if name not in _OWN}

    def __setstate__(self, state):
        data, self._at, attributes = state
        self._data = bytearray(data)
        self.__dict__.update(attributes or {})

    def getvalue(self):
        """All bytes, wherever the position is."""
        self._open()
        return bytes(self._data)

    def getbuffer(self):
        """A view of the bytes, through which they can be changed."""
        self._open()
        return memoryview(self._data)

    def close(self):
        """Closes it and drops the bytes."""
        self._data, self._shut = bytearray(), True

    def flush(self):
        """Does nothing."""
        self._open()

    def readable(self):
        """True."""
        self._open()
        return True

    writable = seekable = readable

    def read(self, size=-1, /):
        """`size` bytes, or the rest."""
        size = count_of(size)
        self._open()
        end = len(self._data) if size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def read1(self, size=-1, /):
        """As `read`."""
        return self.read(size)

    def readinto(self, buffer, /):
        """Fills a buffer; how much of it."""
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        """The next line, or as much of it as `size` allows."""
        size = count_of(size)
        self._open()
        end = self._data.find(b"\n", self._at) + 1 or len(self._data)
        if size >= 0:
            end = min(end, self._at + size)
        line = bytes(self._data[self._at:end])
        self._at += len(line)
        return line

    def write(self, data, /):
        """Puts bytes in; how many."""
        data = bytes_of(data)
        self._open()
        count, at = len(data), self._at
        if count:
            if at > len(self._data):
                self._data += bytes(at - len(self._data))
            self._data[at:at + count] = data
            self._at = at + count
        return count

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        self._open()
        if whence == 0:
            if offset < 0:
                raise ValueError(f"negative seek value {offset}")
            self._at = offset
        elif whence == 1:
            self._at = max(0, self._at + offset)
        elif whence == 2:
            self._at = max(0, len(self._data) + offset)
        else:
            _whence(whence)
        return self._at

    def tell(self):
        """The position."""
        self._open()
        return self._at

    def truncate(self, size=None, /):
        """Cuts off what lies behind a size, or behind the position."""
        self._open()
        size = self._at if size is None else size.__index__()
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size


class StringIO(_TextIOBase):
    """Text in memory.

    What is written at the end waits in `_parts` until the text is needed as one; `_text` is then all that lies before them.
    """

    __module__ = "_io"

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        self._reset()
        return self

    def __init__(self, initial_value="", newline="\n"):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        self._reset()
        self._newline = newline
        if newline in (None, ""):
            from _io.newlines import IncrementalNewlineDecoder

            self._decoder = IncrementalNewlineDecoder(None, newline is None)
        if initial_value:
            self.write(initial_value)
            self._at = 0

    def _reset(self):
        self._text, self._parts, self._length, self._at = "", [], 0, 0
        self._newline, self._decoder, self._shut = "\n", None, False

    def _open(self):
        if self._shut:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def __getstate__(self):
        self._open()
        own = {name: value for name, value in self.__dict__.items() if name not in _OWN}
        return self._whole(), self._newline, self._at, own or None

    def __setstate__(self, state):
        text, newline, at, attributes = state
        self.__init__("", newline)
        self._text, self._length, self._at = text, len(text), at
        self.__dict__.update(attributes or {})

    def getvalue(self):
        """The whole text, wherever the position is."""
        self._open()
        return self._whole()

    def close(self):
        """Closes it and drops the text."""
        self._text, self._parts, self._shut = "", [], True

    def flush(self):
        """Does nothing."""
        self._open()

    def readable(self):
        """True."""
        self._open()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        """False."""
        self._open()
        return False

    @property
    def newlines(self):
        """The line ends that were put in, where they are noted."""
        self._open()
        return None if self._decoder is None else self._decoder.newlines

    def write(self, text, /):
        """Puts text in; how many characters."""
        if not isinstance(text, str):
            raise TypeError(f"string argument expected, got '{type(text).__name__}'")
        if self._shut:
            self._open()
        count = len(text)
        if self._decoder is not None:
            text = self._decoder.decode(text, True)
        elif self._newline != "\n":
            text = text.replace("\n", self._newline)
        if self._at == self._length:
            self._parts.append(text)
            self._length += len(text)
        elif text:
            whole = self._whole()
            if self._at > self._length:
                whole += "\0" * (self._at - self._length)
            self._text = whole[:self._at] + text + whole[self._at + len(text):]
            self._length = len(self._text)
        self._at += len(text)
        return count

    def read(self, size=-1, /):
        """`size` characters, or the rest."""
        size = count_of(size)
        self._open()
        whole = self._whole()
        text = whole[self._at:] if size < 0 else whole[self._at:self._at + size]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        """The next line, or as much of it as `size` allows."""
        size = count_of(size)
        self._open()
        whole, at = self._whole(), self._at
        end = self._line_end(whole, at)
        if size >= 0:
            end = min(end, at + size)
        line = whole[at:end]
        self._at = at + len(line)
        return line

    def _line_end(self, text, at):
        if self._newline == "":
            from _io.text import any_line_end

            return any_line_end(text, at) or len(text)
        ending = self._newline or "\n"
        found = text.find(ending, at)
        return len(text) if found < 0 else found + len(ending)

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        self._open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and offset < 0:
            raise ValueError(f"Negative seek position {offset}")
        if whence and offset:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence != 1:
            self._at = offset if whence == 0 else self._length
        return self._at

    def tell(self):
        """The position."""
        self._open()
        return self._at

    def truncate(self, size=None, /):
        """Cuts off what lies behind a size, or behind the position."""
        self._open()
        size = self._at if size is None else size.__index__()
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        if size < self._length:
            self._text = self._whole()[:size]
            self._length = size
        return size


_OWN = {"_data", "_at", "_text", "_parts", "_length", "_newline", "_decoder", "_shut"}
