"""The operating system: files, folders, the environment, the process."""

import posixpath as path
import sys as _sys

import posix as _posix
from posix import *
from posix import _exit

name, linesep, error = "posix", "\n", OSError
curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull = (
    path.curdir, path.pardir, path.sep, path.pathsep, path.defpath, path.extsep, path.altsep, path.devnull,
)
SEEK_SET, SEEK_CUR, SEEK_END, SEEK_DATA, SEEK_HOLE = 0, 1, 2, 3, 4
P_WAIT, P_NOWAIT, P_NOWAITO = 0, 1, 1
stat_result = _posix.stat_result

_sys.modules["os.path"] = path

__all__ = [public for public in dir(_posix) if not public.startswith("_")] + [
    "altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "SEEK_SET", "SEEK_CUR",
    "SEEK_END", "fsencode", "fsdecode", "get_exec_path", "fdopen", "extsep", "makedirs", "removedirs", "renames", "walk",
    "environ", "environb", "getenv", "getenvb", "supports_bytes_environ", "PathLike", "fspath", "scandir", "DirEntry", "utime",
    "terminal_size", "get_terminal_size", "process_cpu_count", "waitstatus_to_exitcode", "sched_getaffinity", "_exit", "error",
    "supports_dir_fd", "supports_effective_ids", "supports_fd", "supports_follow_symlinks", "register_at_fork", "getlogin",
]
supports_bytes_environ = True
supports_dir_fd, supports_effective_ids = set(), {access}
supports_fd = {stat, listdir, chdir, chmod, truncate}
supports_follow_symlinks = {stat, chown, access}


_text = path._text


def fspath(path):
    """The text or bytes of a path."""
    return _text(path)


def fsencode(filename):
    """A path as bytes."""
    filename = _text(filename)
    return filename.encode() if isinstance(filename, str) else filename


def fsdecode(filename):
    """A path as text."""
    filename = _text(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def _path_like():
    import abc

    class PathLike(abc.ABC):
        """What has a path: an object with `__fspath__`."""

        __slots__ = ()

        @abc.abstractmethod
        def __fspath__(self):
            """The path as text or bytes."""
            raise NotImplementedError

        @classmethod
        def __subclasshook__(cls, other):
            if cls is not PathLike:
                return NotImplemented
            for base in other.__mro__:
                if "__fspath__" in base.__dict__:
                    return base.__dict__["__fspath__"] is not None or NotImplemented
            return NotImplemented

        @classmethod
        def __class_getitem__(cls, item):
            return type(list[int])(cls, item)

    PathLike.__qualname__ = "PathLike"
    return PathLike


# The environment.


class _Environ(dict):
    """The variables of the environment: what is changed here, programs that are started see."""

    def __init__(self, values, kind):
        super().__init__(values)
        self._kind = kind

    def _check(self, value):
        if not isinstance(value, self._kind):
            raise TypeError(f"{'str' if self._kind is str else 'bytes'} expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        try:
            return super().__getitem__(self._check(key))
        except KeyError:
            raise KeyError(key) from None

    def get(self, key, default=None):
        """The variable, or something else."""
        return super().get(self._check(key), default)

    def __contains__(self, key):
        return super().__contains__(self._check(key))

    def __setitem__(self, key, value):
        raw_key, raw_value = fsencode(self._check(key)), fsencode(self._check(value))
        _posix.putenv(raw_key, raw_value)
        super().__setitem__(key, value)
        other = environb if self._kind is str else environ
        dict.__setitem__(other, *((raw_key, raw_value) if self._kind is str else (raw_key.decode(), raw_value.decode())))

    def __delitem__(self, key):
        raw_key = fsencode(self._check(key))
        if key not in self:
            raise KeyError(key)
        _posix.unsetenv(raw_key)
        super().__delitem__(key)
        other = environb if self._kind is str else environ
        dict.pop(other, raw_key if self._kind is str else raw_key.decode(), None)

    def setdefault(self, key, value):
        """The variable, which is set if there is none."""
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        """Removes a variable and returns it."""
        if key not in self and default:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        """Removes some variable and returns it."""
        for key in self:
            return key, self.pop(key)
        raise KeyError("popitem(): dictionary is empty")

    def clear(self):
        """Removes all variables."""
        for key in list(self):
            del self[key]

    def update(self, other=(), /, **more):
        """Sets variables."""
        for key, value in {**dict(other), **more}.items():
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        return {**self, **other} if isinstance(other, dict) else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if isinstance(other, dict) else NotImplemented

    def copy(self):
        """The variables as a dict."""
        return dict(self)

    def __repr__(self):
        return f"environ({{{', '.join(f'{key!r}: {value!r}' for key, value in self.items())}}})"


environb = _Environ(_posix.environ, bytes)
environ = _Environ({key.decode(): value.decode() for key, value in _posix.environ.items()}, str)


def getenv(key, default=None):
    """A variable of the environment."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """A variable of the environment, as bytes."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    found = (environ if env is None else env).get("PATH")
    return (defpath if found is None else fsdecode(found)).split(pathsep)


# Files and folders.


def fdopen(fd, mode="r", buffering=-1, encoding=None, *rest, **named):
    """Opens a descriptor."""
    if isinstance(fd, int):
        from _io.opening import open as opened

        return opened(fd, mode, buffering, encoding, *rest, **named)
    raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")


def _above(name):
    """The folders above a path, the nearest first."""
    folder = path.dirname(name)
    # A slash at the end makes no folder more.
    if not path.basename(name):
        folder = path.dirname(folder)
    while path.basename(folder):
        yield folder
        folder = path.dirname(folder)


def makedirs(name, mode=0o777, exist_ok=False):
    """Makes a folder and those above it."""
    missing = []
    for folder in _above(name):
        if path.exists(folder):
            break
        missing.append(folder)
    for folder in reversed(missing):
        try:
            mkdir(folder)
        except FileExistsError:
            # Somebody else has made it meanwhile.
            continue
    if missing and path.basename(name) in (curdir, b"."):
        return
    try:
        mkdir(name, mode)
    except OSError:
        if exist_ok and path.isdir(name):
            return
        raise


def removedirs(name):
    """Removes an empty folder, and those above it as long as they are empty."""
    rmdir(name)
    for folder in _above(name):
        try:
            rmdir(folder)
        except OSError:
            break


def renames(old, new):
    """Gives a file another name; makes the folders for it, and removes those that are left empty."""
    target, origin = path.dirname(new), path.dirname(old)
    if target and path.basename(new):
        makedirs(target, exist_ok=True)
    rename(old, new)
    if origin and path.basename(old):
        try:
            removedirs(origin)
        except OSError:
            return


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Sets when a file was used and changed last."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = tuple(int(moment // 1) * 10**9 + int(moment % 1 * 10**9) for moment in times)
    elif ns is not None and (not isinstance(ns, tuple) or len(ns) != 2):
        raise TypeError("utime: 'ns' must be a tuple of two ints")
    used, changed = (None, None) if ns is None else ns
    _posix._set_times(path, used, changed, follow_symlinks)


class DirEntry:
    """A name in a folder, with what the folder says of it."""

    __module__ = "posix"
    __slots__ = ("name", "path", "_inode", "_kind", "_known", "_own")

    def __init__(self):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def inode(self):
        """The number of the file."""
        return self._inode

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return self._own_kind() == 0o120000

    def is_junction(self):
        """False: there are no junctions."""
        return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder."""
        return self._is(0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file."""
        return self._is(0o100000, follow_symlinks)

    def _own_kind(self):
        if not self._kind:
            self._kind = self.stat(follow_symlinks=False).st_mode & 0o170000
        return self._kind

    def _is(self, kind, follow):
        try:
            if not follow or self._own_kind() != 0o120000:
                return self._own_kind() == kind
            return self.stat().st_mode & 0o170000 == kind
        except FileNotFoundError:
            return False

    def stat(self, *, follow_symlinks=True):
        """What the system knows of it."""
        if not follow_symlinks:
            if self._own is None:
                self._own = _posix.lstat(self.path)
            return self._own
        if self._known is None:
            self._known = _posix.stat(self.path)
        return self._known

    @classmethod
    def __class_getitem__(cls, item):
        return type(list[int])(cls, item)


class _ScandirIterator:
    """The entries of a folder, in no order."""

    def __init__(self, folder):
        found = _posix._scan(folder)
        base = b"." if isinstance(folder, bytes) else "." if folder is None or isinstance(folder, int) else _text(folder)
        prefix = path.join(base, base[:0]) if folder is not None and not isinstance(folder, int) else ""
        self._entries = iter([self._entry(entry, base, prefix) for entry in found])

    @staticmethod
    def _entry(found, base, prefix):
        entry = object.__new__(DirEntry)
        entry.name, entry._inode, entry._kind = found
        entry.path = prefix + entry.name if prefix else path.join(base, entry.name)
        entry._known = entry._own = None
        return entry

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        """Gives up the rest."""
        self._entries = iter(())


_ScandirIterator.__name__ = _ScandirIterator.__qualname__ = "ScandirIterator"
_ScandirIterator.__module__ = "posix"


def scandir(path=None):
    """The entries of a folder."""
    return _ScandirIterator(path)


def walk(top, topdown=True, onerror=None, followlinks=False):
    """All folders from one on: each with the names of its folders and of its other files."""
    _sys.audit("os.walk", top, topdown, onerror, followlinks)
    waiting = [_text(top)]
    while waiting:
        folder = waiting.pop()
        if isinstance(folder, tuple):
            yield folder
            continue
        try:
            entries = list(scandir(folder))
        except OSError as failure:
            if onerror is not None:
                onerror(failure)
            continue
        folders, files, entered = [], [], []
        for entry in entries:
            try:
                inside = entry.is_dir()
            except OSError:
                inside = False
            (folders if inside else files).append(entry.name)
            if inside and not topdown and (followlinks or not entry.is_symlink()):
                entered.append(entry.path)
        if topdown:
            yield folder, folders, files
            # The caller may have changed the list.
            for below in reversed(folders):
                inner = path.join(folder, below)
                if followlinks or not path.islink(inner):
                    waiting.append(inner)
        else:
            waiting.append((folder, folders, files))
            waiting.extend(reversed(entered))


# The process.


class terminal_size(tuple):
    """Columns and lines of a terminal."""

    __slots__ = ()
    __match_args__ = ("columns", "lines")
    n_fields = n_sequence_fields = 2
    n_unnamed_fields = 0

    def __new__(cls, sequence):
        items = tuple(sequence)
        if len(items) != 2:
            raise TypeError(f"os.terminal_size() takes a 2-sequence ({len(items)}-sequence given)")
        return tuple.__new__(cls, items)

    columns = property(lambda self: self[0], doc="width of the terminal window in characters")
    lines = property(lambda self: self[1], doc="height of the terminal window in characters")

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    """Columns and lines of a terminal."""
    return terminal_size(_posix.get_terminal_size(fd))


def process_cpu_count():
    """How many processors this process may use."""
    return _posix._usable_cpus()


def sched_getaffinity(pid, /):
    """The processors that a process may use."""
    if pid:
        raise NotImplementedError("sched_getaffinity() is there for the process itself only: 0")
    return set(range(_posix._usable_cpus() or 1))


def waitstatus_to_exitcode(status):
    """What a wait status says: the exit status, or a signal's number below zero."""
    if status & 0x7F == 0x7F:
        raise ValueError(f"process stopped by delivery of signal {status >> 8 & 0xFF}")
    return -(status & 0x7F) if status & 0x7F else status >> 8 & 0xFF


def getlogin():
    """The name of the user at the terminal."""
    found = environ.get("LOGNAME") or environ.get("USER")
    if found is None:
        raise OSError(6, strerror(6))
    return found


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    """Accepted: the process never forks without starting another program."""
    given = [function for function in (before, after_in_child, after_in_parent) if function is not None]
    if not given:
        raise TypeError("At least one argument is required.")
    for function in given:
        if not callable(function):
            raise TypeError("must be callable")


def __getattr__(name):
    if name == "PathLike":
        globals()[name] = value = _path_like()
        return value
    raise AttributeError(f"module 'os' has no attribute {name!r}")
