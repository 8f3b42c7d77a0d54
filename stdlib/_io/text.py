"""Text over a stream of bytes.

Of what was read, `_ahead[_at:]` is decoded and not given out yet; `_bytes` are the bytes that it was decoded from, and `_rest` those behind them that are only the
beginning of a character. What was written waits as bytes in `_waiting`.
"""

from _io.base import UnsupportedOperation, _TextIOBase, count_of
from _io.newlines import IncrementalNewlineDecoder

_CHUNK = 8192


def any_line_end(text, at):
    """Where the first line from `at` on ends, with whatever line end; 0 where it has none."""
    feed, carriage = text.find("\n", at), text.find("\r", at)
    if carriage < 0 or 0 <= feed < carriage:
        return feed + 1
    return carriage + 2 if feed == carriage + 1 else carriage + 1


class Decoder:
    """Decodes piece by piece: the beginning of a character at the end of a piece waits for the next one."""

    def __init__(self, encoding, errors):
        self._encoding, self._errors, self.rest = encoding, errors, b""
        plain = encoding.lower().replace("_", "-")
        self._utf8 = plain in ("utf-8", "utf8")
        # Units of two or four bytes are never cut; the first one may say their order, so that all is decoded by what it says.
        self._unit = 2 if plain.startswith(("utf-16", "utf16")) else 4 if plain.startswith(("utf-32", "utf32")) else 1
        self._signed = self._unit > 1 and not plain.endswith(("le", "be")) or plain in ("utf-8-sig", "utf8-sig")
        self._chosen = None

    def decode(self, data, final=False):
        """The text of the next piece."""
        if self.rest:
            data = self.rest + data
        kept = 0 if final else self._incomplete(data)
        self.rest = data[len(data) - kept:] if kept else b""
        if kept:
            data = data[:len(data) - kept]
        if self._signed and data:
            return self._decode_signed(data)
        return data.decode(self._chosen or self._encoding, self._errors)

    def _decode_signed(self, data):
        text = data.decode(self._chosen or self._encoding, self._errors)
        if self._chosen is None:
            big = data.startswith((b"\xfe\xff", b"\x00\x00\xfe\xff"))
            self._chosen = "utf-8" if self._unit == 1 else f"utf-{8 * self._unit}-{'be' if big else 'le'}"
        return text

    def _incomplete(self, data):
        if self._unit > 1:
            return len(data) % self._unit
        if not self._utf8 and not self._signed:
            return 0
        # Up to three bytes of a character may have come.
        for back in range(1, min(4, len(data) + 1)):
            byte = data[-back]
            if byte & 0xC0 == 0x80:
                continue
            needs = 4 if byte >= 0xF0 else 3 if byte >= 0xE0 else 2 if byte >= 0xC0 else 1
            return back if needs > back else 0
        return 0

    def getstate(self):
        """What waits."""
        return self.rest, 0

    def setstate(self, state):
        """Goes on with what waited."""
        self.rest = state[0]

    def reset(self):
        """Begins anew."""
        self.rest, self._chosen = b"", None


def _checked(name, value):
    if value is not None and not isinstance(value, str):
        raise TypeError(f"TextIOWrapper() argument '{name}' must be str or None, not {type(value).__name__}")
    return value


class TextIOWrapper(_TextIOBase):
    """Text over a stream of bytes."""

    __module__ = "_io"

    _CHUNK_SIZE = _CHUNK

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        self._buffer = None
        self._set_newline(newline)
        _checked("encoding", encoding)
        _checked("errors", errors)
        if encoding in (None, "locale"):
            encoding = "UTF-8"
        # An encoding that is not known is told at once.
        "".encode(encoding)
        self._encoding, self._errors = encoding, errors or "strict"
        self._by_line, self._through = line_buffering, write_through
        self._buffer = buffer
        self._waiting, self._written = [], 0
        self._forget()
        self._decoder = None
        self._signs = encoding.lower().replace("_", "-") in ("utf-16", "utf-32", "utf-8-sig") and not self._at_start()

    def _at_start(self):
        try:
            return not self._buffer.seekable() or self._buffer.tell() == 0
        except (AttributeError, OSError):
            return True

    def _set_newline(self, newline):
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"TextIOWrapper() argument 'newline' must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self._newline = newline
        # What "\n" becomes, where it is written as something else.
        self._writes = newline if newline in ("\r", "\r\n") else None

    def _forget(self):
        self._ahead, self._at, self._bytes, self._rest, self._ended = "", 0, b"", b"", False

    def _below(self):
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return self._buffer

    def _open(self):
        buffer = self._below()
        if buffer.closed:
            raise ValueError("I/O operation on closed file.")
        return buffer

    def __repr__(self):
        kind = f"_io.{type(self).__name__}" if type(self).__module__ == "_io" else type(self).__qualname__
        shown = ""
        for attribute in ("name", "mode"):
            try:
                shown += f" {attribute}={getattr(self, attribute)!r}"
            except (AttributeError, ValueError):
                pass
        return f"<{kind}{shown} encoding={self._encoding!r}>"

    @property
    def buffer(self):
        """The stream of bytes."""
        return self._below()

    @property
    def name(self):
        """The name of the stream of bytes."""
        return self._below().name

    @property
    def closed(self):
        """Whether the stream of bytes is closed."""
        return self._below().closed

    @property
    def encoding(self):
        """The encoding."""
        return self._encoding

    @property
    def errors(self):
        """What is done about errors of the encoding."""
        return self._errors

    @property
    def newlines(self):
        """The line ends that were read."""
        return getattr(self._decoder, "newlines", None)

    @property
    def line_buffering(self):
        """Whether each line is written out."""
        return self._by_line

    @property
    def write_through(self):
        """Whether everything is handed on at once."""
        return self._through

    def reconfigure(self, *, encoding=None, errors=None, newline=Ellipsis, line_buffering=None, write_through=None):
        """Goes on with other settings."""
        if self._decoder is not None and (encoding is not None or errors is not None or newline is not Ellipsis):
            self._refuse("It is not possible to set the encoding or newline of stream after the first read")
        self.flush()
        if encoding is not None:
            "".encode(encoding)
            self._encoding, self._errors = encoding, errors or "strict"
        elif errors is not None:
            self._errors = errors
        if newline is not Ellipsis:
            self._set_newline(newline)
        if line_buffering is not None:
            self._by_line = bool(line_buffering)
        if write_through is not None:
            self._through = bool(write_through)

    def detach(self):
        """The stream of bytes, which this one gives up."""
        buffer = self._below()
        self.flush()
        self._buffer = None
        return buffer

    def fileno(self):
        """The descriptor below."""
        return self._below().fileno()

    def isatty(self):
        """Whether it is a terminal."""
        return self._open().isatty()

    def seekable(self):
        """Whether the position can be moved."""
        return self._below().seekable()

    def readable(self):
        """Whether it can be read."""
        return self._below().readable()

    def writable(self):
        """Whether it can be written."""
        return self._below().writable()

    def close(self):
        """Writes out what waits and closes the stream of bytes."""
        buffer = self._buffer
        if buffer is not None and not buffer.closed:
            try:
                self.flush()
            finally:
                buffer.close()

    def __del__(self):
        if getattr(self, "_buffer", None) is not None:
            self.close()

    def flush(self):
        """Writes out what waits."""
        buffer = self._open()
        if self._waiting:
            self._hand_on()
        buffer.flush()

    def _hand_on(self):
        waiting, self._waiting, self._written = b"".join(self._waiting), [], 0
        self._buffer.write(waiting)

    def _encode(self, text):
        data = text.encode(self._encoding, self._errors)
        if not self._signs:
            return data
        # A mark of the byte order stands at the beginning of a file only.
        return data[len("".encode(self._encoding)):]

    def write(self, text, /):
        """Takes text; how many characters."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        buffer = self._open()
        if not buffer.writable():
            raise UnsupportedOperation("not writable")
        count = len(text)
        lines = self._by_line and ("\n" in text or "\r" in text)
        if self._writes and "\n" in text:
            text = text.replace("\n", self._writes)
        data = self._encode(text)
        if self._encoding.lower() in ("utf-16", "utf-32", "utf-8-sig"):
            self._signs = True
        self._waiting.append(data)
        self._written += len(data)
        if self._through or lines or self._written > self._CHUNK_SIZE:
            self._hand_on()
        if lines:
            buffer.flush()
        if self._ahead or self._decoder is not None:
            self._forget()
            self._decoder = None
        return count

    def _start(self):
        """What is done before something is read."""
        buffer = self._open()
        if self._decoder is None:
            if not buffer.readable():
                raise UnsupportedOperation("not readable")
            decoder = Decoder(self._encoding, self._errors)
            if self._newline in (None, ""):
                decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
            self._decoder = decoder
        if self._waiting:
            self.flush()
        return buffer

    def _more(self):
        """Reads and decodes a piece; whether there was one."""
        if self._ended:
            return False
        before = self._decoder.getstate()[0]
        data = self._buffer.read1(self._CHUNK_SIZE) if hasattr(self._buffer, "read1") else self._buffer.read(self._CHUNK_SIZE)
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError(f"underlying read1() should have returned a bytes-like object, not '{type(data).__name__}'")
        text = self._decoder.decode(data, not data)
        if not data and not text:
            return False
        if self._at == len(self._ahead):
            self._ahead, self._at, self._bytes = text, 0, before + data
        else:
            self._ahead, self._bytes = self._ahead + text, self._bytes + data
        return True

    def read(self, size=-1, /):
        """`size` characters, fewer only at the end; everything without a size."""
        size = count_of(size)
        buffer = self._start()
        if size < 0:
            text = self._ahead[self._at:] + self._decoder.decode(buffer.read(), True)
            self._forget()
            return text
        while len(self._ahead) - self._at < size and self._more():
            pass
        text = self._ahead[self._at:self._at + size]
        self._at += len(text)
        return text

    def readline(self, size=-1, /):
        """The next line, or as much of it as `size` allows."""
        size = count_of(size)
        self._start()
        searched = self._at
        while True:
            end = self._line_end(searched)
            if end or not self._more_of_line(size):
                break
            searched = self._at
        stop = end or len(self._ahead)
        if size >= 0:
            stop = min(stop, self._at + size)
        line = self._ahead[self._at:stop]
        self._at = stop
        return line

    def _more_of_line(self, size):
        if 0 <= size <= len(self._ahead) - self._at:
            return False
        if self._at:
            # What was given out already is not carried along.
            taken, self._ahead = self._ahead[:self._at], self._ahead[self._at:]
            self._bytes, self._at = self._bytes[self._width(taken):], 0
        return self._more()

    def _line_end(self, at):
        """Behind the line that begins at a place; 0 where its end is not there yet."""
        if self._newline == "":
            end = any_line_end(self._ahead, at)
            # The last character may be the first half of "\r\n".
            return 0 if end == len(self._ahead) and self._ahead.endswith("\r") and not self._ended else end
        ending = self._newline or "\n"
        found = self._ahead.find(ending, at)
        return 0 if found < 0 else found + len(ending)

    def __next__(self):
        # A whole line that is at hand needs nothing else.
        end = self._ahead.find("\n", self._at) + 1
        if end and self._newline in (None, "\n") and self._buffer is not None and not self._buffer.closed:
            line = self._ahead[self._at:end]
            self._at = end
            return line
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _width(self, text):
        """How many of `_bytes` the beginning of the text that was decoded from them takes."""
        if "\r" not in self._newline_text() and len(self._ahead) == len(self._bytes):
            return len(text)
        # With line ends of two characters, or bytes that were replaced, only decoding tells.
        low, high = 0, len(self._bytes)
        while low < high:
            middle = (low + high) // 2
            if len(self._decoded(self._bytes[:middle])) < len(text):
                low = middle + 1
            else:
                high = middle
        return low

    def _newline_text(self):
        return "\r" if b"\r" in self._bytes else ""

    def _decoded(self, data):
        decoder = Decoder(self._encoding, self._errors)
        if self._newline in (None, ""):
            decoder = IncrementalNewlineDecoder(decoder, self._newline is None)
        return decoder.decode(data)

    def tell(self):
        """A position for `seek`."""
        buffer = self._open()
        if not buffer.seekable():
            self._refuse("underlying stream is not seekable")
        self.flush()
        position = buffer.tell()
        if self._decoder is None:
            return position
        return position - len(self._bytes) + self._width(self._ahead[:self._at])

    def seek(self, cookie, whence=0, /):
        """Moves to the beginning, the end, or a position that `tell` gave."""
        buffer = self._open()
        if not buffer.seekable():
            self._refuse("underlying stream is not seekable")
        if whence == 1:
            if cookie:
                self._refuse("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie:
                self._refuse("can't do nonzero end-relative seeks")
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        elif cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        self._forget()
        self._decoder = None
        position = buffer.seek(0, 2) if whence == 2 else buffer.seek(cookie)
        self._signs = position != 0 and self._encoding.lower() in ("utf-16", "utf-32", "utf-8-sig")
        return position

    def truncate(self, size=None, /):
        """Makes the file so long."""
        self.flush()
        return self._buffer.truncate(self.tell() if size is None else size)
