"""Paths of POSIX systems, as text or bytes: their parts, their forms, and what the system knows of them."""

import posix

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname", "commonprefix",
    "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
    "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir", "pardir", "sep",
    "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath", "commonpath",
    "isjunction", "isdevdrive", "ALLOW_MISSING",
]

curdir, pardir, extsep, sep, pathsep, defpath, altsep, devnull = ".", "..", ".", "/", ":", "/bin:/usr/bin", None, "/dev/null"
supports_unicode_filenames = False


class _AllowMissing:
    """What `realpath` is told where the last parts need not exist."""

    __slots__ = ()

    def __repr__(self):
        return "os.path.ALLOW_MISSING"

    def __reduce__(self):
        return "ALLOW_MISSING"


ALLOW_MISSING = _AllowMissing()


def _text(path):
    """The text or bytes of a path."""
    if isinstance(path, (str, bytes)):
        return path
    try:
        found = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}") from None
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(
        f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(found).__name__}"
    )


def _like(path, text):
    """A text as the path is: text or bytes."""
    return text.encode() if isinstance(path, bytes) else text


def _same_kinds(function, paths):
    """Raises what mixed arguments deserve."""
    kinds = {isinstance(path, bytes) for path in paths if isinstance(path, (str, bytes))}
    if len(kinds) == 2:
        raise TypeError("Can't mix strings and bytes in path components") from None
    for path in paths:
        if not isinstance(path, (str, bytes)):
            given = type(path).__name__
            raise TypeError(f"{function}() argument must be str, bytes, or os.PathLike object, not {given!r}") from None


def normcase(s, /):
    """The path itself: case counts."""
    return _text(s)


def isabs(s, /):
    """Whether a path begins at the root."""
    s = _text(s)
    return s.startswith(_like(s, "/"))


def join(a, /, *p):
    """Paths one after the other; one that begins at the root drops those before it."""
    path = _text(a)
    slash = _like(path, "/")
    try:
        for part in map(_text, p):
            if part.startswith(slash) or not path:
                path = part if isinstance(part, type(path)) else path + part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        _same_kinds("join", (a, *p))
        raise
    return path


def split(p, /):
    """What is before the last slash, and what is behind it."""
    p = _text(p)
    slash = _like(p, "/")
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    # The slashes of the root stay.
    return head.rstrip(slash) or head, tail


def basename(p, /):
    """What is behind the last slash."""
    p = _text(p)
    return p[p.rfind(_like(p, "/")) + 1:]


def dirname(p, /):
    """What is before the last slash."""
    return split(p)[0]


def splitext(p, /):
    """A path without its extension, and the extension with its dot."""
    p = _text(p)
    dot, start = _like(p, "."), p.rfind(_like(p, "/")) + 1
    # Dots at the beginning of a name don't begin an extension.
    first = start + len(p[start:]) - len(p[start:].lstrip(dot))
    at = p.rfind(dot)
    return (p[:at], p[at:]) if at > first - 1 and at >= first and first < len(p) else (p, p[:0])


def splitdrive(p, /):
    """Nothing, and the path: there are no drives."""
    p = _text(p)
    return p[:0], p


def splitroot(p, /):
    """Nothing, the slashes that are the root, and the rest."""
    p = _text(p)
    slash, none = _like(p, "/"), p[:0]
    if not p.startswith(slash):
        return none, none, p
    # Two slashes are a root of their own; more are one.
    count = 2 if p[1:2] == slash and p[2:3] != slash else 1
    return none, p[:count], p[count:]


def normpath(path):
    """A path without empty parts, `.` and `..`."""
    path = _text(path)
    _, root, rest = splitroot(path)
    slash, up = _like(path, "/"), _like(path, "..")
    parts = []
    for part in rest.split(slash):
        if not part or part == _like(path, "."):
            continue
        if part != up or (not parts and not root) or (parts and parts[-1] == up):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or _like(path, ".")


def abspath(path):
    """A path from the root, without empty parts."""
    path = _text(path)
    if not path.startswith(_like(path, "/")):
        path = join(posix.getcwdb() if isinstance(path, bytes) else posix.getcwd(), path)
    return normpath(path)


def relpath(path, start=None):
    """A path seen from another one."""
    path = _text(path)
    if not path:
        raise ValueError("no path specified")
    slash = _like(path, "/")
    start = _like(path, ".") if start is None else _text(start)
    try:
        origin = [part for part in abspath(start).split(slash) if part]
        target = [part for part in abspath(path).split(slash) if part]
    except (TypeError, AttributeError):
        _same_kinds("relpath", (path, start))
        raise
    common = 0
    for one, other in zip(origin, target):
        if one != other:
            break
        common += 1
    parts = [_like(path, "..")] * (len(origin) - common) + target[common:]
    return slash.join(parts) or _like(path, ".")


def commonprefix(m, /):
    """The longest beginning that all have, letter by letter."""
    if not m:
        return ""
    paths = list(m)
    if not isinstance(paths[0], (list, tuple)):
        paths = [_text(path) for path in paths]
    low, high = min(paths), max(paths)
    for at, item in enumerate(low):
        if item != high[at]:
            return low[:at]
    return low


def commonpath(paths):
    """The longest path that all begin with."""
    paths = [_text(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash = _like(paths[0], "/")
    try:
        absolute = {path.startswith(slash) for path in paths}
        split_paths = [[part for part in path.split(slash) if part and part != _like(path, ".")] for path in paths]
    except (TypeError, AttributeError):
        _same_kinds("commonpath", paths)
        raise
    if len(absolute) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    common = commonprefix(split_paths)
    return (slash if absolute.pop() else slash[:0]) + slash.join(common)


def _known(call, path):
    try:
        return call(path)
    except (OSError, ValueError):
        return None


def _is(call, path, kind):
    known = _known(call, path)
    return known is not None and known.st_mode & 0o170000 == kind


def exists(path):
    """Whether there is such a file or folder."""
    return _known(posix.stat, path) is not None


def lexists(path):
    """Whether there is such a name, a broken link included."""
    return _known(posix.lstat, path) is not None


def isfile(path):
    """Whether it is a regular file."""
    return _is(posix.stat, path, 0o100000)


def isdir(s):
    """Whether it is a folder."""
    return _is(posix.stat, s, 0o040000)


def islink(path):
    """Whether it is a symbolic link."""
    try:
        return _is(posix.lstat, path, 0o120000)
    except AttributeError:
        return False


def isjunction(path):
    """False: there are no junctions."""
    _text(path)
    return False


def isdevdrive(path):
    """False: there are no such drives."""
    _text(path)
    return False


def ismount(path):
    """Whether another file system begins there."""
    own = _known(posix.lstat, path)
    if own is None or own.st_mode & 0o170000 == 0o120000:
        return False
    above = _known(posix.lstat, realpath(join(_text(path), _like(_text(path), ".."))))
    return above is not None and (own.st_dev != above.st_dev or own.st_ino == above.st_ino)


def getsize(filename):
    """How many bytes a file has."""
    return posix.stat(filename).st_size


def getmtime(filename):
    """When a file was changed last."""
    return posix.stat(filename).st_mtime


def getatime(filename):
    """When a file was used last."""
    return posix.stat(filename).st_atime


def getctime(filename):
    """When what is known of a file was changed last."""
    return posix.stat(filename).st_ctime


def samestat(s1, s2, /):
    """Whether both are of one file."""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2, /):
    """Whether both paths lead to one file."""
    return samestat(posix.stat(f1), posix.stat(f2))


def sameopenfile(fp1, fp2):
    """Whether both descriptors are of one file."""
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def _environment():
    import os

    return os.environ


def expanduser(path):
    """A path with the home folder in place of `~` or `~user`."""
    path = _text(path)
    slash = _like(path, "/")
    if not path.startswith(_like(path, "~")):
        return path
    end = path.find(slash, 1)
    end = len(path) if end < 0 else end
    home = _home("" if end == 1 else path[1:end].decode() if isinstance(path, bytes) else path[1:end])
    if home is None:
        return path
    home = _like(path, home).rstrip(slash)
    return home + path[end:] or slash


def _home(user):
    if not user:
        home = _environment().get("HOME")
        if home is not None:
            return home
    # The file of users: name, password, number, group, remark, home, shell.
    try:
        with open("/etc/passwd") as users:
            for line in users:
                fields = line.rstrip("\n").split(":")
                if len(fields) == 7 and (fields[0] == user if user else fields[2] == str(posix.getuid())):
                    return fields[5]
    except OSError:
        pass
    return None


def expandvars(path):
    """A path with the variables of the environment in place of `$name` and `${name}`."""
    path = _text(path)
    if isinstance(path, bytes):
        return expandvars(path.decode()).encode()
    out, at = [], 0
    while (dollar := path.find("$", at)) >= 0:
        out.append(path[at:dollar])
        name, at = _variable(path, dollar + 1)
        value = None if name is None else _environment().get(name)
        out.append(path[dollar:at] if value is None else value)
    out.append(path[at:])
    return "".join(out)


def _variable(path, at):
    """The name of the variable at a place, and where it ends."""
    if path[at:at + 1] == "{":
        end = path.find("}", at)
        return (path[at + 1:end], end + 1) if end > 0 else (None, at)
    end = at
    while end < len(path) and (path[end] == "_" or path[end].isascii() and path[end].isalnum()):
        end += 1
    return (path[at:end], end) if end > at else (None, at)


_MOST_LINKS = 40


def realpath(filename, /, *, strict=False):
    """A path from the root without symbolic links."""
    path = _text(filename)
    slash, up, here = (_like(path, part) for part in ("/", "..", "."))
    if strict is ALLOW_MISSING:
        ignored = (FileNotFoundError,)
    elif strict:
        ignored = ()
    else:
        ignored = (OSError,)
    parts = [part for part in path.split(slash)][::-1]
    done = slash if path.startswith(slash) else posix.getcwdb() if isinstance(path, bytes) else posix.getcwd()
    followed = {}
    while parts:
        part = parts.pop()
        if part is None:
            # The target of a link has been followed to its end.
            followed[parts.pop()] = done
            continue
        if not part or part == here:
            continue
        if part == up:
            done = done[:done.rindex(slash)] or slash
            continue
        next_path = done + part if done.endswith(slash) else done + slash + part
        try:
            is_link = posix.lstat(next_path).st_mode & 0o170000 == 0o120000
        except ignored:
            is_link = False
        if not is_link:
            done = next_path
            continue
        if next_path in followed:
            if followed[next_path] is not None:
                done = followed[next_path]
                continue
            # A link that leads to itself.
            if not ignored or ignored == (FileNotFoundError,):
                posix.stat(next_path)
            done = next_path
            continue
        try:
            target = posix.readlink(next_path)
        except ignored:
            done = next_path
            continue
        followed[next_path] = None
        if target.startswith(slash):
            done = slash
        parts.append(next_path)
        parts.append(None)
        parts.extend(target.split(slash)[::-1])
    return done
