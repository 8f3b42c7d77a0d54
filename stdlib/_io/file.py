"""A file as the system has it: each call goes to it at once."""

import posix

from _io.base import _RawIOBase, bytes_of, count_of

# The letters of a mode: what the file is opened for, and the flags for it.
_KINDS = {
    "r": (True, False, 0),
    "w": (False, True, posix.O_CREAT | posix.O_TRUNC),
    "a": (False, True, posix.O_CREAT | posix.O_APPEND),
    "x": (False, True, posix.O_CREAT | posix.O_EXCL),
}
_DIRECTORY = 0o040000
_KIND_BITS = 0o170000


def _parse(mode):
    """What a mode says: readable, writable, flags, and the letter of its kind."""
    for letter in mode:
        if letter not in "rwaxb+":
            raise ValueError(f"invalid mode: {mode}")
    kinds = [letter for letter in mode if letter in _KINDS]
    if len(kinds) != 1 or mode.count("+") > 1:
        raise ValueError("Must have exactly one of create/read/write/append mode and at most one plus")
    readable, writable, flags = _KINDS[kinds[0]]
    if "+" in mode:
        return True, True, flags | posix.O_RDWR, kinds[0]
    return readable, writable, flags | (posix.O_WRONLY if writable else posix.O_RDONLY), kinds[0]


class FileIO(_RawIOBase):
    """A file without a buffer."""

    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        if getattr(self, "_fd", -1) >= 0:
            self.close()
        self._fd, self._shut = -1, False
        if isinstance(file, float):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
        self._readable, self._writable, flags, self._kind = _parse(mode)
        self._closes, self._seeks = closefd, None
        self.name = file
        if isinstance(file, int):
            if file < 0:
                raise ValueError("negative file descriptor")
            self._fd = int(file)
            posix.fstat(self._fd)
            return
        if not closefd:
            raise ValueError("Cannot use closefd=False with file name")
        flags |= posix.O_CLOEXEC
        if opener is None:
            fd = posix.open(file, flags, 0o666)
        else:
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError("expected integer from opener")
            if fd < 0:
                raise ValueError(f"opener returned {fd}")
        if posix.fstat(fd).st_mode & _KIND_BITS == _DIRECTORY:
            posix.close(fd)
            raise IsADirectoryError(21, posix.strerror(21), file)
        self._fd = fd
        if self._kind == "a":
            try:
                posix.lseek(fd, 0, 2)
            except OSError:
                # A pipe or terminal has no end to go to.
                pass

    def _open(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")
        return self._fd

    def __repr__(self):
        if self._fd < 0:
            return "<_io.FileIO [closed]>"
        shown = f"name={self.name!r}" if hasattr(self, "name") else f"fd={self._fd}"
        return f"<_io.FileIO {shown} mode={self.mode!r} closefd={self._closes}>"

    def __del__(self):
        if getattr(self, "_fd", -1) >= 0 and self._closes:
            import warnings

            warnings.warn(f"unclosed file {self!r}", ResourceWarning, stacklevel=2, source=self)
            self.close()

    @property
    def mode(self):
        """The mode, as `open` takes it."""
        if self._kind == "r":
            return "rb+" if self._writable else "rb"
        return self._kind + ("b+" if self._readable else "b")

    @property
    def closefd(self):
        """Whether closing it closes the descriptor."""
        return self._closes

    @property
    def closed(self):
        """Whether it is closed."""
        return self._fd < 0

    def close(self):
        """Closes the file."""
        fd, self._fd = self._fd, -1
        self._shut = True
        if fd >= 0 and self._closes:
            posix.close(fd)

    def fileno(self):
        """The descriptor."""
        return self._open()

    def isatty(self):
        """Whether it is a terminal."""
        return posix.isatty(self._open())

    def readable(self):
        """Whether it can be read."""
        self._open()
        return self._readable

    def writable(self):
        """Whether it can be written."""
        self._open()
        return self._writable

    def seekable(self):
        """Whether it has positions."""
        fd = self._open()
        if self._seeks is None:
            try:
                posix.lseek(fd, 0, 1)
                self._seeks = True
            except OSError:
                self._seeks = False
        return self._seeks

    def read(self, size=-1, /):
        """Up to `size` bytes, or all; None where there is nothing yet."""
        fd = self._open()
        if not self._readable:
            self._refuse("File not open for reading")
        size = count_of(size)
        if size < 0:
            return self.readall()
        try:
            return posix.read(fd, size)
        except BlockingIOError:
            return None

    def readall(self):
        """Everything up to the end; None where there is nothing yet."""
        fd = self._open()
        if not self._readable:
            self._refuse("File not open for reading")
        # A file says how much there is; what it does not say is asked for piece by piece.
        guess = max(posix.fstat(fd).st_size, 0) + 1
        parts = []
        while True:
            try:
                part = posix.read(fd, max(guess, 8192))
            except BlockingIOError:
                return b"".join(parts) if parts else None
            if not part:
                return parts[0] if len(parts) == 1 else b"".join(parts)
            parts.append(part)
            guess = 128 * 1024

    def readinto(self, buffer, /):
        """Fills a buffer; how much of it."""
        data = self.read(len(buffer))
        if data is None:
            return None
        buffer[:len(data)] = data
        return len(data)

    def write(self, data, /):
        """Writes bytes; how many, or None where it would have to wait."""
        fd = self._open()
        if not self._writable:
            self._refuse("File not open for writing")
        try:
            return posix.write(fd, bytes_of(data))
        except BlockingIOError:
            return None

    def seek(self, offset, whence=0, /):
        """Moves the position and returns it."""
        return posix.lseek(self._open(), offset, whence)

    def tell(self):
        """The position."""
        return posix.lseek(self._open(), 0, 1)

    def truncate(self, size=None, /):
        """Makes the file so long; as long as its position, without a size."""
        fd = self._open()
        if not self._writable:
            self._refuse("File not open for writing")
        if size is None:
            size = self.tell()
        posix.ftruncate(fd, size)
        return size


def open_code(path):
    """Opens a file whose content is to be run."""
    from _io.opening import open

    return open(path, "rb")
