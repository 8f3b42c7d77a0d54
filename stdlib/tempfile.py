"""Files and folders that last as long as they are needed, under names nobody else has.

Invariant: a name is taken by creating it exclusively; a name that exists is never opened.
"""

import os
from types import GenericAlias as _GenericAlias

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = getattr(os, 'TMP_MAX', 10000)
template = 'tmp'
tempdir = None

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, 'O_NOFOLLOW', 0) | getattr(os, 'O_CLOEXEC', 0)
_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'

_names = None


class _RandomNameSequence:
    """Names of eight letters without end, others in each process."""

    def __init__(self):
        self._process = None

    def __iter__(self):
        return self

    def __next__(self):
        if self._process != os.getpid():
            from random import Random
            self._choose = Random().choices
            self._process = os.getpid()
        return ''.join(self._choose(_LETTERS, k=8))


def _get_candidate_names():
    global _names
    if _names is None:
        _names = _RandomNameSequence()
    return _names


def _wanted(prefix, suffix, dir):
    """Prefix, suffix and folder, all of one kind, and the function that makes the default ones so."""
    kind = None
    for value in (prefix, suffix, dir):
        if value is None:
            continue
        if isinstance(value, os.PathLike):
            value = os.fspath(value)
        if isinstance(value, bytes):
            if kind is str:
                raise TypeError("Can't mix bytes and non-bytes in path components.")
            kind = bytes
        else:
            if kind is bytes:
                raise TypeError("Can't mix bytes and non-bytes in path components.")
            kind = str
    if kind is None:
        kind = bytes if isinstance(tempdir, bytes) else str
    as_kind = os.fsencode if kind is bytes else os.fsdecode
    if suffix is None:
        suffix = kind()
    if prefix is None:
        prefix = as_kind(template)
    if dir is None:
        dir = as_kind(gettempdir())
    return prefix, suffix, dir, as_kind


def _candidate_tempdir_list():
    """The folders that may hold temporary files, the best first."""
    found = [value for value in [os.getenv(name) for name in ('TMPDIR', 'TEMP', 'TMP')] if value]
    found += ['/tmp', '/var/tmp', '/usr/tmp']
    try:
        found.append(os.getcwd())
    except (AttributeError, OSError):
        found.append(os.curdir)
    return found


def _find_folder():
    """The first folder in which a file can be made and written."""
    names = _RandomNameSequence()
    folders = _candidate_tempdir_list()
    for folder in folders:
        if folder != os.curdir:
            folder = os.path.abspath(folder)
        for _ in range(100):
            path = os.path.join(folder, next(names))
            try:
                number = os.open(path, _FLAGS, 0o600)
            except FileExistsError:
                continue
            except OSError:
                break
            try:
                try:
                    os.write(number, b'x')
                finally:
                    os.close(number)
                    os.unlink(path)
            except OSError:
                break
            return folder
    from errno import ENOENT
    raise FileNotFoundError(ENOENT, f'No usable temporary directory found in {folders}')


def _tempdir():
    global tempdir
    if tempdir is None:
        tempdir = _find_folder()
    return tempdir


def gettempprefix():
    """What names begin with."""
    return os.fsdecode(template)


def gettempprefixb():
    """What names begin with, as bytes."""
    return os.fsencode(template)


def gettempdir():
    """The folder for temporary files."""
    return os.fsdecode(_tempdir())


def gettempdirb():
    """The folder for temporary files, as bytes."""
    return os.fsencode(_tempdir())


def _taken(text):
    from errno import EEXIST
    return FileExistsError(EEXIST, f'No usable temporary {text} name found')


def _paths(prefix, suffix, dir, as_kind):
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        yield os.path.join(dir, prefix + as_kind(next(names)) + suffix)


def _open_new(prefix, suffix, dir, as_kind):
    """The descriptor and the absolute path of a new file."""
    dir = os.path.abspath(dir)
    for path in _paths(prefix, suffix, dir, as_kind):
        try:
            return os.open(path, _FLAGS, 0o600), path
        except FileExistsError:
            continue
    raise _taken('file')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """Makes a file and opens it; gives the descriptor and the path."""
    return _open_new(*_wanted(prefix, suffix, dir))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """Makes a folder that only the user can enter, and gives its path."""
    prefix, suffix, dir, as_kind = _wanted(prefix, suffix, dir)
    for path in _paths(prefix, suffix, dir, as_kind):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return os.path.abspath(path)
    raise _taken('directory')


def mktemp(suffix='', prefix=template, dir=None):
    """A path where nothing is at the moment; someone else may take it."""
    if dir is None:
        dir = gettempdir()
    for path in _paths(prefix, suffix, dir, str):
        if not os.path.lexists(path):
            return path
    raise _taken('file')


class _TemporaryFileWrapper:
    """A file with a name that goes when the file is closed, or when the with-block ends."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file, self.name, self._delete = file, name, delete
        self._on_close = delete_on_close
        self._unlink = os.unlink
        self._gone = False

    def __getattr__(self, name):
        file = self.__dict__['file']
        value = getattr(file, name)
        if callable(value) and not isinstance(value, type):
            bound = value

            def value(*args, **kwargs):
                return bound(*args, **kwargs)
            value.__name__ = value.__qualname__ = name
            # Holds on to the wrapper: the file lives as long as its methods do.
            value._holder = self
        if not isinstance(value, int):
            setattr(self, name, value)
        return value

    def _remove(self):
        if self._delete and not self._gone:
            self._gone = True
            try:
                self._unlink(self.name)
            except FileNotFoundError:
                pass

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._remove()
        return result

    def close(self):
        """Closes the file, and removes it unless told otherwise."""
        self.file.close()
        if self._on_close:
            self._remove()

    def __iter__(self):
        # Goes by the file's own lines; the generator keeps the wrapper alive.
        for line in self.file:
            yield line

    def __del__(self):
        file = self.__dict__.get('file')
        if file is None or (file.closed and (self._gone or not self._delete)):
            return
        was_open = not file.closed
        try:
            file.close()
        finally:
            self._remove()
        if was_open:
            import warnings
            warnings.warn(f'Implicitly cleaning up {self!r}', ResourceWarning, source=self)


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """A file under a name that goes when it is closed."""
    prefix, suffix, dir, as_kind = _wanted(prefix, suffix, dir)
    path = None

    def opener(*args):
        nonlocal path
        number, path = _open_new(prefix, suffix, dir, as_kind)
        return number

    try:
        file = open(dir, mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors, opener=opener)
    except BaseException:
        if path is not None:
            os.unlink(path)
        raise
    raw = getattr(file, 'buffer', file)
    raw = getattr(raw, 'raw', raw)
    try:
        raw.name = path
    except AttributeError:
        pass
    return _TemporaryFileWrapper(file, path, delete, delete_on_close)


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """A file without a name."""
    prefix, suffix, dir, as_kind = _wanted(prefix, suffix, dir)

    number, path = _open_new(prefix, suffix, dir, as_kind)
    try:
        os.unlink(path)
        return open(number, mode, buffering=buffering, encoding=encoding, newline=newline, errors=errors)
    except BaseException:
        os.close(number)
        raise


class SpooledTemporaryFile:
    """A file that stays in memory until it grows beyond a size or someone asks for its number."""

    _rolled = False

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        from io import BytesIO, TextIOWrapper
        text = dict(zip(('encoding', 'errors', 'newline'), (encoding, errors, newline)))
        memory = BytesIO()
        self._file = memory if 'b' in mode else TextIOWrapper(memory, **text)
        # What the real file will be opened with.
        self._options = dict(mode=mode, buffering=buffering, dir=dir, prefix=prefix, suffix=suffix, **text)
        self._max_size = max_size

    __class_getitem__ = classmethod(_GenericAlias)

    def _grown(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def rollover(self):
        """Moves the contents to a real file."""
        if self._rolled:
            return
        old = self._file
        new = TemporaryFile(**self._options)
        at = old.tell()
        if hasattr(new, 'buffer'):
            new.buffer.write(old.detach().getvalue())
        else:
            new.write(old.getvalue())
        new.seek(at, 0)
        self._file = new
        self._rolled = True

    def __enter__(self):
        if self._file.closed:
            raise ValueError('Cannot enter context with closed file')
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __next__(self):
        return next(self._file)

    def __del__(self):
        file = self.__dict__.get('_file')
        if self._rolled and file is not None and not file.closed:
            import warnings
            warnings.warn(f'unclosed file {self!r}', ResourceWarning, stacklevel=2, source=self)

    def close(self):
        """Closes the file."""
        self._file.close()

    @property
    def closed(self):
        """True once the file is closed."""
        return self._file.closed

    @property
    def encoding(self):
        """The encoding of a text file."""
        return self._file.encoding

    @property
    def errors(self):
        """What happens to characters that can't be encoded."""
        return self._file.errors

    @property
    def mode(self):
        """The mode the file was opened in."""
        return self._file.mode if self._rolled else self._options['mode']

    @property
    def name(self):
        """The file's name, or None while it is in memory."""
        return getattr(self._file, 'name', None)

    @property
    def newlines(self):
        """The line ends seen so far."""
        return self._file.newlines

    def fileno(self):
        """The descriptor; moves the contents to a real file first."""
        self.rollover()
        return self._file.fileno()

    def flush(self):
        """Writes what waits."""
        self._file.flush()

    def isatty(self):
        """True for a terminal."""
        return self._file.isatty()

    def read(self, *args):
        """Reads as the file does."""
        return self._file.read(*args)

    def read1(self, *args):
        """Reads with one call to the system at most."""
        return self._file.read1(*args)

    def readinto(self, b):
        """Reads into a buffer."""
        return self._file.readinto(b)

    def readinto1(self, b):
        """Reads into a buffer with one call to the system at most."""
        return self._file.readinto1(b)

    def readline(self, *args):
        """One line."""
        return self._file.readline(*args)

    def readlines(self, *args):
        """The lines."""
        return self._file.readlines(*args)

    def readable(self):
        """True if the file can be read."""
        return self._file.readable()

    def seekable(self):
        """True if there is a place to go to."""
        return self._file.seekable()

    def writable(self):
        """True if the file can be written."""
        return self._file.writable()

    def seek(self, *args):
        """Goes to a place."""
        return self._file.seek(*args)

    def tell(self):
        """The place."""
        return self._file.tell()

    def truncate(self, size=None):
        """Cuts the file, or makes it longer."""
        wanted = () if size is None else (size,)
        if wanted and size > self._max_size:
            self.rollover()
        return self._file.truncate(*wanted)

    def write(self, s):
        """Writes, and leaves memory when it is too much."""
        done = self._file.write(s)
        self._grown()
        return done

    def writelines(self, iterable):
        """Writes lines, and leaves memory when it is too much."""
        for line in iterable:
            self.write(line)

    def detach(self):
        """The raw file below."""
        return self._file.detach()


class TemporaryDirectory:
    """A folder that goes, with all that is in it, when the with-block ends."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._lenient, self._delete, self._gone = ignore_cleanup_errors, delete, False

    __class_getitem__ = classmethod(_GenericAlias)

    def __repr__(self):
        return f'<{type(self).__name__} {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        """Removes the folder now."""
        if not self._gone or os.path.exists(self.name):
            self._gone = True
            self._remove(self.name)

    def _remove(self, path, again=False):
        import shutil

        def troubled(function, where, error):
            if isinstance(error, FileNotFoundError):
                return
            if isinstance(error, PermissionError) and not again:
                # Makes the folder ours again, and has another try.
                try:
                    if where != path:
                        os.chmod(os.path.dirname(where), 0o700)
                    if not os.path.islink(where):
                        os.chmod(where, 0o700)
                    if os.path.isdir(where) and not os.path.islink(where):
                        self._remove(where, True)
                    else:
                        os.unlink(where)
                    return
                except FileNotFoundError:
                    return
                except OSError as later:
                    error = later
            if not self._lenient:
                raise error

        shutil.rmtree(path, onexc=troubled)

    def __del__(self):
        if not self.__dict__.get('_gone', True) and self._delete:
            self._gone = True
            self._remove(self.name)
            import warnings
            warnings.warn(f'Implicitly cleaning up {self!r}', ResourceWarning, source=self)
