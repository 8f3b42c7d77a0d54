"""Paths that ask the file system.

Invariant: what the system says is never kept, but for `info`.
"""

import os

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath, _new

_NAME = os.name


class UnsupportedOperation(NotImplementedError):
    """Raised where this system lacks what a method needs."""

    __module__ = 'pathlib'


def _home(mark):
    """The folder that '~' or '~user' stands for."""
    found = os.path.expanduser(mark)
    if found[:1] == '~':
        raise RuntimeError('Could not determine home directory.')
    return found


class Path(PurePath):
    """A path of this system."""

    __module__ = 'pathlib'
    __slots__ = ('_info',)

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if _NAME == 'nt' else PosixPath
        return _new(cls)

    @property
    def info(self):
        """What is known about the thing here; asked once and kept."""
        try:
            return self._info
        except AttributeError:
            from pathlib._info import Info
            info = self._info = Info(self)
            return info

    def stat(self, *, follow_symlinks=True):
        """The stat result of the thing here."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """The stat result; of a link itself, not of what it points to."""
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """True if there is something here."""
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        """True for a folder."""
        if follow_symlinks:
            return os.path.isdir(self)
        from stat import S_ISDIR
        return self._is(S_ISDIR, False)

    def is_file(self, *, follow_symlinks=True):
        """True for a regular file."""
        if follow_symlinks:
            return os.path.isfile(self)
        from stat import S_ISREG
        return self._is(S_ISREG, False)

    def is_mount(self):
        """True if another file system begins here."""
        return os.path.ismount(self)

    def is_symlink(self):
        """True for a symbolic link."""
        return os.path.islink(self)

    def is_junction(self):
        """True for a junction of Windows."""
        return os.path.isjunction(self)

    def is_block_device(self):
        """True for a block device."""
        from stat import S_ISBLK
        return self._is(S_ISBLK)

    def is_char_device(self):
        """True for a character device."""
        from stat import S_ISCHR
        return self._is(S_ISCHR)

    def is_fifo(self):
        """True for a named pipe."""
        from stat import S_ISFIFO
        return self._is(S_ISFIFO)

    def is_socket(self):
        """True for a socket."""
        from stat import S_ISSOCK
        return self._is(S_ISSOCK)

    def _is(self, kind, follow_symlinks=True):
        try:
            return kind(self.stat(follow_symlinks=follow_symlinks).st_mode)
        except (OSError, ValueError):
            return False

    def samefile(self, other_path):
        """True if both paths lead to one thing."""
        if not hasattr(other_path, 'stat'):
            other_path = self.with_segments(other_path)
        return os.path.samestat(self.stat(), other_path.stat())

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Opens the file as the builtin does."""
        return open(str(self), mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """All of a file."""
        with self.open('rb', buffering=0) as file:
            return file.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """All of a file as text."""
        with self.open('r', -1, encoding, errors, newline) as file:
            return file.read()

    def write_bytes(self, data):
        """Makes a file of these bytes."""
        if isinstance(data, str):
            raise TypeError("memoryview: a bytes-like object is required, not 'str'")
        with self.open('wb') as file:
            return file.write(data)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Makes a file of this text."""
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {type(data).__name__}')
        with self.open('w', -1, encoding, errors, newline) as file:
            return file.write(data)

    def _child(self, name):
        """The path of a name that the file system gave."""
        return self._related(self._top, self._names + [name])

    def iterdir(self):
        """The paths of what is in the folder, in the system's order."""
        self._parts()
        with os.scandir(self) as entries:
            entries = list(entries)
        return self._children(entries)

    def _children(self, entries):
        from pathlib._info import EntryInfo
        for entry in entries:
            path = self._child(entry.name)
            path._info = EntryInfo(entry, path)
            yield path

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths below the folder that fit a pattern."""
        from pathlib._search import search
        return search(self, pattern, False, case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """The paths at any depth below the folder that fit a pattern."""
        from pathlib._search import search
        return search(self, pattern, True, case_sensitive, recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Goes through all folders below: path, names of folders, names of others."""
        todo = [self]
        while todo:
            path = todo.pop()
            if isinstance(path, tuple):
                yield path
                continue
            folders, others = [], []
            try:
                with os.scandir(path) as entries:
                    for entry in entries:
                        try:
                            inner = entry.is_dir(follow_symlinks=follow_symlinks)
                        except OSError:
                            inner = False
                        (folders if inner else others).append(entry.name)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            if top_down:
                yield path, folders, others
            else:
                todo.append((path, folders, others))
            todo.extend([path.joinpath(name) for name in reversed(folders)])

    def absolute(self):
        """The path from the root on; links and '..' stay."""
        if self.is_absolute():
            return self
        folder = os.getcwd()
        text = str(self)
        if text == '.':
            return self.with_segments(folder)
        return self.with_segments(folder, self)

    @classmethod
    def cwd(cls):
        """The folder where the process works."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """The user's own folder."""
        return cls(_home('~'))

    def expanduser(self):
        """The path with a '~' in front replaced."""
        names = self._parts()
        if not names or names[0][:1] != '~' or self._top[0] or self._top[1]:
            return self
        return self.with_segments(_home(names[0]), *names[1:])

    def resolve(self, strict=False):
        """The path from the root on, without links and '..'."""
        return self.with_segments(os.path.realpath(self, strict=strict))

    def owner(self, *, follow_symlinks=True):
        """The name of the user who owns the file."""
        try:
            from pwd import getpwuid
        except ImportError:
            raise UnsupportedOperation(f'{type(self).__name__}.owner() is unsupported on this system') from None
        return getpwuid(self.stat(follow_symlinks=follow_symlinks).st_uid).pw_name

    def group(self, *, follow_symlinks=True):
        """The name of the group that owns the file."""
        try:
            from grp import getgrgid
        except ImportError:
            raise UnsupportedOperation(f'{type(self).__name__}.group() is unsupported on this system') from None
        return getgrgid(self.stat(follow_symlinks=follow_symlinks).st_gid).gr_name

    def readlink(self):
        """The path that a symbolic link points to."""
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        """Makes a file, or sets its times to now."""
        how = os.O_WRONLY | os.O_CREAT
        if not exist_ok:
            how |= os.O_EXCL
        elif self._set_to_now():
            return
        os.close(os.open(str(self), how, mode))

    def _set_to_now(self):
        try:
            os.utime(self)
        except OSError:
            return False
        return True

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Makes a folder."""
        try:
            return os.mkdir(self, mode)
        except OSError as error:
            above = self.parent
            if not isinstance(error, FileNotFoundError):
                # The system may name another reason first, so ask for the folder.
                if exist_ok and self.is_dir():
                    return
                raise
            if not parents or above == self:
                raise
        # What lies above is made with the usual permissions.
        above.mkdir(exist_ok=True, parents=True)
        self.mkdir(mode, False, exist_ok)

    def chmod(self, mode, *, follow_symlinks=True):
        """Sets the permissions."""
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        """Sets the permissions of a link itself."""
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        """Removes a file or a link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Removes an empty folder."""
        os.rmdir(self)

    def _target(self, target):
        return target if hasattr(target, 'with_segments') else self.with_segments(target)

    def rename(self, target):
        """Gives the thing another path."""
        target = self._target(target)
        os.rename(self, target)
        return target

    def replace(self, target):
        """Gives the thing another path and takes the place of a file there."""
        target = self._target(target)
        os.replace(self, target)
        return target

    def copy(self, target, **kwargs):
        """Copies a file or a whole tree."""
        goal = self._target(target)
        from pathlib import _copying
        _copying.check_apart(self, goal)
        goal._copy_from(self, **kwargs)
        # A fresh path, with no info of what was there before.
        return goal.with_segments(goal)

    def _inside(self, folder):
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        return folder / name if hasattr(folder, 'with_segments') else self.with_segments(folder, name)

    def copy_into(self, target_dir, **kwargs):
        """Copies into a folder, under the same name."""
        return self.copy(self._inside(target_dir), **kwargs)

    def _copy_from(self, source, follow_symlinks=True, preserve_metadata=False):
        from pathlib._copying import copy_tree
        copy_tree(source, self, follow_symlinks, preserve_metadata)

    def move(self, target):
        """Moves a file or a whole tree, to another file system as well."""
        from pathlib._copying import check_different, delete, renamed
        goal = self._target(target)
        check_different(self, goal)
        if renamed(self, goal):
            return goal.joinpath()
        made = self.copy(goal, preserve_metadata=True, follow_symlinks=False)
        delete(self)
        return made

    def move_into(self, target_dir):
        """Moves into a folder, under the same name."""
        return self.move(self._inside(target_dir))

    def symlink_to(self, target, target_is_directory=False):
        """Makes a symbolic link here that points to the target."""
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        """Makes another name here for a file."""
        os.link(target, self)

    def as_uri(self):
        """The path as a file URI."""
        return self._uri()

    @classmethod
    def from_uri(cls, uri):
        """The path that a file URI names."""
        if uri[:5].lower() != 'file:':
            raise ValueError("URL is missing a 'file:' scheme")
        text = uri[5:].partition('#')[0].partition('?')[0]
        if text[:2] == '//':
            host, slash, rest = text[2:].partition('/')
            if host and host != 'localhost' and host != os.uname().nodename:
                raise ValueError('file:// scheme is supported only on localhost')
            text = slash + rest
        from urllib.parse import unquote_to_bytes
        path = cls(os.fsdecode(unquote_to_bytes(text)))
        if not path.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')
        return path


class PosixPath(Path, PurePosixPath):
    """A path of a POSIX system."""

    __module__ = 'pathlib'
    __slots__ = ()

    if _NAME == 'nt':
        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation(f'cannot instantiate {cls.__name__!r} on your system')


class WindowsPath(Path, PureWindowsPath):
    """A path of Windows."""

    __module__ = 'pathlib'
    __slots__ = ()

    if _NAME != 'nt':
        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation(f'cannot instantiate {cls.__name__!r} on your system')
