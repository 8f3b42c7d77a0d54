"""Copies, moves and removes files and whole trees.

Invariant: a tree is never followed through a symbolic link when it is removed.
"""

import os
import stat

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ignore_patterns", "chown", "which", "get_terminal_size", "SameFileError"]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    """Raised with a list of what went wrong in a tree."""


class SameFileError(Error):
    """Raised where source and target are one file."""


class SpecialFileError(OSError):
    """Raised for files that can't be copied, such as named pipes."""


class ReadError(OSError):
    """Raised for an archive that can't be read."""


class RegistryError(Exception):
    """Raised for archive formats that can't be registered."""


def copyfileobj(fsrc, fdst, length=0):
    """Writes the rest of one file into another."""
    size = length or COPY_BUFSIZE
    read, write = fsrc.read, fdst.write
    while data := read(size):
        write(data)


def _same(src, dst):
    try:
        if isinstance(src, os.DirEntry):
            return os.path.samestat(src.stat(), os.stat(dst))
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copies the contents of a file."""
    if _same(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    for path in (src, dst):
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError(f'`{os.fspath(path)}` is a named pipe')
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, 'rb') as reader:
        try:
            writer = open(dst, 'wb')
        except IsADirectoryError as error:
            if not os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from error
            raise
        with writer:
            copyfileobj(reader, writer)
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copies the permissions."""
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        # Links have no permissions of their own here.
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copies permissions and times."""
    follow = follow_symlinks or not (os.path.islink(src) and os.path.islink(dst))
    state = os.stat(src, follow_symlinks=follow)
    os.utime(dst, ns=(state.st_atime_ns, state.st_mtime_ns), follow_symlinks=follow)
    if follow:
        os.chmod(dst, stat.S_IMODE(state.st_mode))


def _file_in(src, dst):
    """The path for a copy, in the folder if the target is one."""
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    """Copies a file and its permissions."""
    dst = _file_in(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copies a file, its permissions and its times."""
    dst = _file_in(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """What copytree() can be given so that it leaves out names that fit a pattern."""
    def ignored(path, names):
        import fnmatch
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Copies a whole tree."""
    with os.scandir(src) as found:
        entries = list(found)
    ignored = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    # The standard functions spare calls to the system when they are given the entry.
    takes_entry = copy_function is copy2 or copy_function is copy
    for entry in entries:
        if entry.name in ignored:
            continue
        path, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        given = entry if takes_entry else path
        try:
            link = entry.is_symlink()
            if link:
                pointed = os.readlink(path)
                if symlinks:
                    os.symlink(pointed, target)
                    copystat(entry, target, follow_symlinks=False)
                    continue
                # Seen from the process's folder, as CPython sees it.
                if ignore_dangling_symlinks and not os.path.exists(pointed):
                    continue
            if entry.is_dir():
                copytree(given if not link else path, target, symlinks, ignore, copy_function,
                         ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(given, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((path, target, str(error)))
    try:
        copystat(src, dst)
    except OSError as error:
        errors.append((src, dst, str(error)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Removes a whole tree."""
    if dir_fd is not None:
        raise NotImplementedError('dir_fd unavailable on this platform')
    report = _reporter(ignore_errors, onerror, onexc)
    try:
        os.lstat(path)
        os.stat(path)
    except OSError as error:
        report(os.lstat, path, error)
        return
    if os.path.islink(path):
        error = OSError('Cannot call rmtree on a symbolic link')
        error.filename = path
        report(os.path.islink, path, error)
        return
    # A file fails there, in the words of the system.
    _remove_folder(path, report)


rmtree.avoids_symlink_attacks = False


def _reporter(ignore_errors, onerror, onexc):
    if ignore_errors:
        return lambda function, path, error: None
    if onexc is not None:
        return onexc
    if onerror is None:
        def report(function, path, error):
            raise error
        return report

    def report(function, path, error):
        return onerror(function, path, (type(error), error, error.__traceback__))
    return report


def _remove_folder(path, report):
    try:
        with os.scandir(path) as found:
            entries = list(found)
    except OSError as error:
        report(os.scandir, path, error)
        entries = []
    for entry in entries:
        inner = os.path.join(path, entry.name)
        try:
            folder = entry.is_dir(follow_symlinks=False)
        except OSError:
            folder = False
        if folder:
            _remove_folder(inner, report)
            continue
        try:
            os.unlink(inner)
        except FileNotFoundError:
            continue
        except OSError as error:
            report(os.unlink, inner, error)
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        report(os.rmdir, path, error)


def _within(src, dst):
    src, dst = os.path.abspath(src), os.path.abspath(dst)
    return dst == src or dst.startswith(src.rstrip(os.sep) + os.sep)


def move(src, dst, copy_function=copy2):
    """Moves a file or a tree; into the target if that is a folder."""
    target = dst
    if os.path.isdir(dst):
        if _same(src, dst) and not os.path.islink(src):
            # Only the case of the name changes.
            os.rename(src, dst)
            return dst
        target = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.sep)))
        if os.path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    try:
        os.rename(src, target)
        return target
    except OSError:
        pass
    if os.path.islink(src):
        os.symlink(os.readlink(src), target)
        os.unlink(src)
    elif os.path.isdir(src):
        if _within(src, dst):
            raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
        copytree(src, target, copy_function=copy_function, symlinks=True)
        rmtree(src)
    else:
        copy_function(src, target)
        os.unlink(src)
    return target


def _number(value, module, function, field, what):
    """The number of a user or group given by name or number."""
    if not isinstance(value, str):
        return -1 if value is None else value
    try:
        found = getattr(__import__(module), function)(value)
    except (ImportError, KeyError):
        raise LookupError(f'no such {what}: {value!r}') from None
    return getattr(found, field)


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Gives a file to another user or group."""
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    os.chown(path, _number(user, 'pwd', 'getpwnam', 'pw_uid', 'user'),
             _number(group, 'grp', 'getgrnam', 'gr_gid', 'group'), dir_fd=dir_fd, follow_symlinks=follow_symlinks)


def get_terminal_size(fallback=(80, 24)):
    """Columns and lines: of the environment, of the terminal, or the fallback."""
    sizes = []
    for name in ('COLUMNS', 'LINES'):
        try:
            sizes.append(int(os.environ[name]))
        except (KeyError, ValueError):
            sizes.append(0)
    if sizes[0] <= 0 or sizes[1] <= 0:
        import sys
        try:
            found = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            found = os.terminal_size(fallback)
        sizes = [own if own > 0 else its or other for own, its, other in zip(sizes, found, fallback)]
    return os.terminal_size(tuple(sizes))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    """The path of the program that a command name would run, or None."""
    as_bytes = isinstance(cmd, bytes)

    def runs(candidate):
        return os.path.exists(candidate) and os.access(candidate, mode) and not os.path.isdir(candidate)

    if os.path.dirname(cmd):
        return cmd if runs(cmd) else None
    if path is None:
        path = os.environ.get('PATH', os.defpath)
    if not path:
        return None
    path = os.fsencode(path) if as_bytes else os.fsdecode(path)
    seen = set()
    for folder in path.split(os.fsencode(os.pathsep) if as_bytes else os.pathsep):
        if folder not in seen:
            seen.add(folder)
            candidate = os.path.join(folder, cmd)
            if runs(candidate):
                return candidate
    return None
