"""Streams of bytes with a buffer in front of a raw stream.

Of a reader, `_ahead[_at:]` was read from below and not given out yet. Of a writer, `_waiting` was taken and not written below yet. A stream that does both has
one of the two empty at any time.
"""

from _io.base import _BufferedIOBase, bytes_of, count_of

_SIZE = 128 * 1024


class _Buffered(_BufferedIOBase):
    """What readers and writers share: the raw stream."""

    __module__ = "_io"

    def _take(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw, self._size = raw, buffer_size

    def _below(self):
        raw = self._raw
        if raw is None:
            raise ValueError("raw stream has been detached")
        return raw

    def _usable(self, what):
        if self._below().closed:
            raise ValueError(f"{what} of closed file")

    @property
    def raw(self):
        """The raw stream."""
        return self._below()

    @property
    def closed(self):
        """Whether the raw stream is closed."""
        return self._below().closed

    @property
    def name(self):
        """The raw stream's name."""
        return self._below().name

    @property
    def mode(self):
        """The raw stream's mode."""
        return self._below().mode

    def __repr__(self):
        kind = f"_io.{type(self).__name__}" if type(self).__module__ == "_io" else type(self).__qualname__
        try:
            return f"<{kind} name={self.name!r}>"
        except (AttributeError, ValueError):
            return f"<{kind}>"

    def __getstate__(self):
        raise TypeError(f"cannot pickle '{type(self).__name__}' instances")

    def detach(self):
        """The raw stream, which this one gives up."""
        raw = self._below()
        self.flush()
        self._raw = None
        return raw

    def close(self):
        """Writes out what waits and closes the raw stream."""
        raw = self._raw
        if raw is not None and not raw.closed:
            try:
                self.flush()
            finally:
                raw.close()

    def __del__(self):
        if getattr(self, "_raw", None) is not None:
            self.close()

    def flush(self):
        """Writes out what waits."""
        if self._below().closed:
            raise ValueError("flush of closed file")

    def fileno(self):
        """The descriptor below."""
        return self._below().fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self._below().isatty()

    def seekable(self):
        """Whether the position can be moved."""
        return self._below().seekable()

    def readable(self):
        """Whether it can be read."""
        return self._below().readable()

    def writable(self):
        """Whether it can be written."""
        return self._below().writable()


class _Reading(_Buffered):
    """Reading through a buffer."""

    _ahead, _at = b"", 0

    def _fetch(self, size):
        """What one call below gives; b"" at the end, None where there is nothing yet."""
        return self._raw.read(size)

    def _rest(self):
        rest = self._ahead[self._at:] if self._at else self._ahead
        self._ahead, self._at = b"", 0
        return rest

    def read(self, size=-1, /):
        """`size` bytes, fewer only at the end; everything without a size."""
        size = count_of(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._usable("read")
        self._before_reading()
        if size == -1:
            rest, more = self._rest(), self._raw.readall() if hasattr(self._raw, "readall") else self._read_all()
            return rest + more if more else rest if rest or more is not None else None
        end = self._at + size
        if end <= len(self._ahead):
            data = self._ahead[self._at:end]
            self._at = end
            return data
        return self._read_more(size)

    def _read_all(self):
        parts = []
        while part := self._fetch(self._size):
            parts.append(part)
        return b"".join(parts)

    def _read_more(self, size):
        parts = [self._rest()]
        missing = size - len(parts[0])
        while missing > 0:
            part = self._fetch(max(self._size, missing))
            if not part:
                if part is None and not parts[0] and len(parts) == 1:
                    return None
                break
            if len(part) > missing:
                self._ahead, self._at = part, missing
                part = part[:missing]
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def read1(self, size=-1, /):
        """Up to `size` bytes: those at hand, or what one call below gives."""
        size = count_of(size)
        self._usable("read")
        self._before_reading()
        if size < 0:
            size = self._size
        if self._at == len(self._ahead):
            self._ahead, self._at = self._fetch(max(size, 1) if size > self._size else self._size) or b"", 0
        data = self._ahead[self._at:self._at + size]
        self._at += len(data)
        return data

    def peek(self, size=0, /):
        """What is at hand without taking it; what one call below gives, if that is nothing."""
        self._usable("peek")
        self._before_reading()
        if self._at == len(self._ahead):
            self._ahead, self._at = self._fetch(self._size) or b"", 0
        return self._ahead[self._at:]

    def readline(self, size=-1, /):
        """The next line, or as much of it as `size` allows."""
        size = count_of(size)
        self._usable("readline")
        self._before_reading()
        parts, length = [], 0
        while size < 0 or length < size:
            if self._at == len(self._ahead):
                self._ahead, self._at = self._fetch(self._size) or b"", 0
                if not self._ahead:
                    break
            end = self._ahead.find(b"\n", self._at) + 1
            stop = end or len(self._ahead)
            if size >= 0:
                stop = min(stop, self._at + size - length)
            part = self._ahead[self._at:stop]
            self._at = stop
            parts.append(part)
            length += len(part)
            if stop == end:
                break
        return parts[0] if len(parts) == 1 else b"".join(parts)

    def __next__(self):
        # A whole line that is at hand needs nothing else.
        end = self._ahead.find(b"\n", self._at) + 1
        if end and not self._raw.closed:
            line = self._ahead[self._at:end]
            self._at = end
            return line
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _before_reading(self):
        """What has to be done before the buffer is read."""

    def tell(self):
        """The position."""
        return self._below().tell() - len(self._ahead) + self._at

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        if whence not in (0, 1, 2, 3, 4):
            raise ValueError(f"whence value {whence} unsupported")
        self._usable("seek")
        if whence == 1:
            # Seen from below, what was read ahead lies behind.
            offset -= len(self._ahead) - self._at
        self._ahead, self._at = b"", 0
        return self._raw.seek(offset, whence)

    def truncate(self, size=None, /):
        """Makes the file so long."""
        self._refuse("truncate")


class BufferedReader(_Reading):
    """A stream of bytes to read."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=_SIZE):
        self._raw = None
        self._take(raw, buffer_size)
        raw._checkReadable()
        self._ahead, self._at = b"", 0

    def writable(self):
        """False."""
        return False


class _Writing(_Buffered):
    """Writing through a buffer."""

    _waiting = None

    def write(self, data, /):
        """Takes bytes; how many."""
        if self._below().closed:
            raise ValueError("write to closed file")
        data = bytes_of(data)
        self._before_writing()
        if len(self._waiting) + len(data) > self._size:
            self._drain()
        self._waiting += data
        # What is larger than the buffer goes on at once.
        if len(data) > self._size:
            self._drain()
        return len(data)

    def _before_writing(self):
        """What has to be done before something is written."""

    def _drain(self):
        """Writes below what waits."""
        while self._waiting:
            count = self._raw.write(bytes(self._waiting))
            if count is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            if not 0 <= count <= len(self._waiting):
                raise OSError(f"raw write() returned invalid length {count} (should have been between 0 and {len(self._waiting)})")
            del self._waiting[:count]

    def flush(self):
        """Writes out what waits."""
        super().flush()
        self._drain()
        self._raw.flush()

    def tell(self):
        """The position."""
        return self._below().tell() + len(self._waiting)

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        if whence not in (0, 1, 2, 3, 4):
            raise ValueError(f"whence value {whence} unsupported")
        self._usable("seek")
        self.flush()
        return self._raw.seek(offset, whence)

    def truncate(self, size=None, /):
        """Makes the file so long."""
        self._usable("truncate")
        self.flush()
        return self._raw.truncate(self.tell() if size is None else size)


class BufferedWriter(_Writing):
    """A stream of bytes to write."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=_SIZE):
        self._raw = None
        raw._checkWritable()
        self._take(raw, buffer_size)
        self._waiting = bytearray()

    def readable(self):
        """False."""
        return False


class BufferedRandom(_Writing, _Reading):
    """A stream of bytes to read and to write at a position."""

    __module__ = "_io"

    def __init__(self, raw, buffer_size=_SIZE):
        self._raw = None
        raw._checkSeekable()
        raw._checkReadable()
        raw._checkWritable()
        self._take(raw, buffer_size)
        self._waiting, self._ahead, self._at = bytearray(), b"", 0

    def _before_reading(self):
        if self._waiting:
            self._drain()

    def _before_writing(self):
        # The file goes on where the reader is, not where the buffer ends.
        if behind := len(self._ahead) - self._at:
            self._raw.seek(-behind, 1)
        self._ahead, self._at = b"", 0

    def tell(self):
        """The position."""
        return self._below().tell() + len(self._waiting) - len(self._ahead) + self._at

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        if self._waiting:
            self._drain()
        return _Reading.seek(self, offset, whence)

    def truncate(self, size=None, /):
        """Makes the file so long."""
        if size is None:
            size = self.tell()
        self.flush()
        return self._raw.truncate(size)


class BufferedRWPair(_BufferedIOBase):
    """Two streams, one to read from and one to write to."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=_SIZE, /):
        reader._checkReadable()
        writer._checkWritable()
        self._reader, self._writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def read(self, size=-1, /):
        """`size` bytes, or everything."""
        return self._reader.read(size)

    def read1(self, size=-1, /):
        """Up to `size` bytes with one call below."""
        return self._reader.read1(size)

    def readinto(self, buffer, /):
        """Fills a buffer; how much of it."""
        return self._reader.readinto(buffer)

    def peek(self, size=0, /):
        """What is at hand without taking it."""
        return self._reader.peek(size)

    def write(self, data, /):
        """Takes bytes; how many."""
        return self._writer.write(data)

    def flush(self):
        """Writes out what waits."""
        return self._writer.flush()

    def readable(self):
        """Whether the reader can be read."""
        return self._reader.readable()

    def writable(self):
        """Whether the writer can be written."""
        return self._writer.writable()

    def isatty(self):
        """Whether one of the two is a terminal."""
        return self._writer.isatty() or self._reader.isatty()

    @property
    def closed(self):
        """Whether the writer is closed."""
        return self._writer.closed

    def close(self):
        """Closes both."""
        try:
            self._writer.close()
        finally:
            self._reader.close()
