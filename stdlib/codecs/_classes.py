"""The classes that codecs are made of, and the streams over them.

Invariant: a reader's `_lines` are whole lines that come before `_text`, which comes before what `_bytes` stand for.
"""


class Codec:
    """Encodes and decodes at once."""

    __module__ = "codecs"

    def encode(self, input, errors="strict"):
        """The encoded object, and how much of the input was used."""
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        """The decoded object, and how much of the input was used."""
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes piece by piece."""

    __module__ = "codecs"

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        """The next piece, encoded."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """What has to be known to go on."""
        return 0

    def setstate(self, state):
        """Go on from a state."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Encodes piece by piece, and keeps what can't be encoded yet."""

    __module__ = "codecs"

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        """The next piece, encoded as far as it can be."""
        waiting = self.buffer + input
        encoded = self._buffer_encode(waiting, self.errors, final)
        self.buffer = waiting[encoded[1]:]
        return encoded[0]

    def reset(self):
        """Begin anew."""
        self.buffer = ""

    def getstate(self):
        """What is kept; 0 if nothing is."""
        return self.buffer or 0

    def setstate(self, state):
        """Keep what a state kept."""
        self.buffer = state or ""


class IncrementalDecoder:
    """Decodes piece by piece."""

    __module__ = "codecs"

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        """The next piece, decoded."""
        raise NotImplementedError

    def reset(self):
        """Begin anew."""

    def getstate(self):
        """The bytes that are kept, and a number for all else."""
        return b"", 0

    def setstate(self, state):
        """Go on from a state."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Decodes piece by piece, and keeps what can't be decoded yet."""

    __module__ = "codecs"

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        """The next piece, decoded as far as it can be."""
        waiting = self.buffer + input
        decoded = self._buffer_decode(waiting, self.errors, final)
        self.buffer = waiting[decoded[1]:]
        return decoded[0]

    def reset(self):
        """Begin anew."""
        self.buffer = b""

    def getstate(self):
        """The bytes that are kept, and 0."""
        return self.buffer, 0

    def setstate(self, state):
        """Keep what a state kept."""
        self.buffer = state[0]


class _Stream:
    # What all streams over a stream have: its attributes, `with`, and no copies.

    def __getattr__(self, name, getattr=getattr):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {type(self).__name__}")


class StreamWriter(_Stream, Codec):
    """Encodes what is written, into a stream."""

    __module__ = "codecs"

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def write(self, object):
        """Write an object, encoded."""
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        """Write the texts of a list."""
        self.write("".join(list))

    def reset(self):
        """Bring the codec back to where it began."""

    def seek(self, offset, whence=0):
        """Go to a place in the stream."""
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream, Codec):
    """Decodes what is read, from a stream."""

    __module__ = "codecs"
    charbuffertype = str
    _FIRST, _LARGEST = 72, 8000

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors
        self._forget()

    def _forget(self):
        self._bytes, self._text, self._lines = b"", self.charbuffertype(), []

    def decode(self, input, errors="strict"):
        """The decoded object, and how much of the input was used."""
        raise NotImplementedError

    def read(self, size=-1, chars=-1, firstline=False):
        """Read so many characters, in pieces of so many bytes; all there is if neither is said."""
        empty = self.charbuffertype()
        if self._lines:
            self._text = empty.join(self._lines) + self._text
            self._lines = []
        wanted = chars if chars >= 0 else size
        while wanted < 0 or len(self._text) < wanted:
            new = self.stream.read() if size < 0 else self.stream.read(size)
            data = self._bytes + new
            if not data:
                break
            self._take(data, firstline)
            if not new:
                break
        if wanted < 0:
            result, self._text = self._text, empty
        else:
            result, self._text = self._text[:wanted], self._text[wanted:]
        return result

    def _take(self, data, firstline):
        try:
            text, used = self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            # Whoever wants a line gets it if the fault comes after it.
            if not firstline:
                raise
            text, used = self.decode(data[:error.start], self.errors)
            if len(text.splitlines(keepends=True)) <= 1:
                raise
        self._bytes = data[used:]
        self._text += text

    def readline(self, size=None, keepends=True):
        """Read a line."""
        if self._lines:
            line = self._lines.pop(0)
            return line if keepends else line.splitlines(False)[0]
        step = size or self._FIRST
        line = self.charbuffertype()
        while True:
            piece = self.read(step, firstline=True)
            if isinstance(piece, str) and piece.endswith("\r") or isinstance(piece, bytes) and piece.endswith(b"\r"):
                # The other half of the line end may follow.
                piece += self.read(size=1, chars=1)
            line += piece
            lines = line.splitlines(keepends=True)
            if lines:
                first = lines[0]
                bare = first.splitlines(False)[0]
                if len(lines) > 1 or bare != first:
                    if len(lines) > 1:
                        self._lines, self._text = lines[1:-1], lines[-1] + self._text
                    return first if keepends else bare
            if not piece or size is not None:
                return line if keepends or not lines else lines[0].splitlines(False)[0]
            if step < self._LARGEST:
                step *= 2

    def readlines(self, sizehint=None, keepends=True):
        """Read all lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forget what has been read ahead."""
        self._forget()

    def seek(self, offset, whence=0):
        """Go to a place in the stream."""
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter(_Stream):
    """Reads and writes a stream through two others."""

    __module__ = "codecs"
    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        """Read so much."""
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        """Read a line."""
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None, keepends=True):
        """Read all lines."""
        return self.reader.readlines(sizehint, keepends)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        """Write a text."""
        return self.writer.write(data)

    def writelines(self, list):
        """Write the texts of a list."""
        return self.writer.writelines(list)

    def reset(self):
        """Bring both codecs back to where they began."""
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        """Go to a place in the stream."""
        at_start = not (offset or whence)
        self.reader.seek(offset, whence)
        if at_start:
            self.writer.reset()


class StreamRecoder(_Stream):
    """Shows a stream of bytes in another encoding."""

    __module__ = "codecs"
    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream, self.errors = stream, errors
        self.encode, self.decode = encode, decode
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def _shown(self, text):
        return self.encode(text, self.errors)[0]

    def read(self, size=-1):
        """Read so much."""
        return self._shown(self.reader.read(size))

    def readline(self, size=None):
        """Read a line."""
        return self._shown(self.reader.readline() if size is None else self.reader.readline(size))

    def readlines(self, sizehint=None):
        """Read all lines."""
        return self._shown(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._shown(next(self.reader))

    def __iter__(self):
        return self

    def write(self, data):
        """Write bytes."""
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        """Write the bytes of a list."""
        return self.write(b"".join(list))

    def reset(self):
        """Bring both codecs back to where they began."""
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        """Go to a place in the stream."""
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)
