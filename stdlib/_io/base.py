"""What all streams have in common.

A stream is closed once; from then on everything but `close` and `closed` raises ValueError. What a kind of stream cannot do raises
UnsupportedOperation, which is both an OSError and a ValueError.
"""


class UnsupportedOperation(OSError, ValueError):
    """A stream does not do what was asked of it."""

    __module__ = "io"


class _IOBase:
    """The base of all streams."""

    __module__ = "_io"

    _shut = False

    def _refuse(self, what):
        raise UnsupportedOperation(what)

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        self._refuse("seek")

    def tell(self):
        """The position."""
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        """Makes the stream so long."""
        self._refuse("truncate")

    def fileno(self):
        """The descriptor below."""
        self._refuse("fileno")

    def flush(self):
        """Writes out what waits."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    @property
    def closed(self):
        """Whether it is closed."""
        return self._shut

    def close(self):
        """Flushes and closes; does nothing the second time."""
        if not self.closed:
            try:
                self.flush()
            finally:
                self._shut = True

    def __del__(self):
        try:
            closed = self.closed
        except AttributeError:
            # It was never fully made.
            return
        if not closed:
            self.close()

    def seekable(self):
        """Whether the position can be moved."""
        return False

    def readable(self):
        """Whether it can be read."""
        return False

    def writable(self):
        """Whether it can be written."""
        return False

    def isatty(self):
        """Whether it is a terminal."""
        self._checkClosed()
        return False

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def _checkSeekable(self, msg=None):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable." if msg is None else msg)

    def _checkReadable(self, msg=None):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable." if msg is None else msg)

    def _checkWritable(self, msg=None):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *exc_info):
        self.close()

    def readline(self, size=-1, /):
        """The next line, or as much of it as `size` allows."""
        if size is None:
            size = -1
        line = bytearray()
        read, peek = self.read, getattr(self, "peek", None)
        while size < 0 or len(line) < size:
            wanted = 1
            if peek is not None:
                # What can be seen ahead up to the end of the line is taken at once.
                ahead = peek(1)
                if ahead:
                    wanted = ahead.find(b"\n") + 1 or len(ahead)
                    if size >= 0:
                        wanted = min(wanted, size - len(line))
            part = read(wanted)
            if not isinstance(part, bytes):
                raise OSError(f"read() should have returned a bytes object, not '{type(part).__name__}'")
            if not part:
                break
            line += part
            if part.endswith(b"\n"):
                break
        return bytes(line)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1, /):
        """The rest as a list of lines; no more than make up `hint`, if that is positive."""
        if hint is None or hint <= 0:
            return list(self)
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if length >= hint:
                break
        return lines

    def writelines(self, lines, /):
        """Writes the items one after the other."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """The base of streams without a buffer."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """Up to `size` bytes of one call to the system; everything, if it is negative. None where there is nothing yet."""
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        if count < 0 or count > size:
            raise ValueError(f"readinto returned {count} outside buffer size {size}")
        return bytes(buffer[:count])

    def readall(self):
        """Everything up to the end."""
        parts = []
        while True:
            part = self.read(128 * 1024)
            if part is None and not parts:
                return None
            if not part:
                return b"".join(parts)
            parts.append(part)

    def readinto(self, buffer, /):
        """Fills a buffer; how much of it."""
        raise NotImplementedError

    def write(self, data, /):
        """Writes bytes; how many."""
        raise NotImplementedError


class _BufferedIOBase(_IOBase):
    """The base of streams of bytes with a buffer."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """`size` bytes, or everything."""
        self._refuse("read")

    def read1(self, size=-1, /):
        """Up to `size` bytes with one call below."""
        self._refuse("read1")

    def readinto(self, buffer, /):
        """Fills a buffer; how much of it."""
        return self._fill(buffer, self.read)

    def readinto1(self, buffer, /):
        """Fills a buffer with one call below; how much of it."""
        return self._fill(buffer, self.read1)

    def _fill(self, buffer, read):
        data = read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes; how many."""
        self._refuse("write")

    def detach(self):
        """The stream below, which this one gives up."""
        self._refuse("detach")


class _TextIOBase(_IOBase):
    """The base of streams of text."""

    __module__ = "_io"

    def read(self, size=-1, /):
        """`size` characters, or everything."""
        self._refuse("read")

    def readline(self, size=-1, /):
        """The next line."""
        self._refuse("readline")

    def write(self, text, /):
        """Writes text; how many characters."""
        self._refuse("write")

    def detach(self):
        """The stream of bytes below, which this one gives up."""
        self._refuse("detach")

    @property
    def encoding(self):
        """The encoding, or None."""
        return None

    @property
    def newlines(self):
        """The line ends that were read, or None."""
        return None

    @property
    def errors(self):
        """What is done about errors of the encoding, or None."""
        return None


def count_of(size):
    """A number of bytes that a call asks for: -1 for all."""
    if size is None:
        return -1
    try:
        return size.__index__()
    except AttributeError:
        raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'") from None


def bytes_of(data):
    """The bytes of a bytes-like object."""
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    try:
        return bytes(memoryview(data))
    except (TypeError, NameError):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None
