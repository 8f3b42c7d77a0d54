"""Finds paths by patterns of a Unix shell, '**' for any depth included.

Invariant: the text in front of the first part with a wildcard is kept as it was given; what is found is joined to it.
"""

import os

import fnmatch as _fnmatch

__all__ = ["glob", "iglob", "escape", "translate"]


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit a pattern, as a list."""
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive,
                      include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    """The paths that fit a pattern, one after the other."""
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    parts, head = [], pathname
    while has_magic(head):
        upper, part = os.path.split(head)
        parts.append(part)
        if upper == head:
            break
        head = upper
    parts.reverse()
    search = _Search(root, dir_fd, recursive, include_hidden)
    if not parts:
        found = search.plain(pathname)
    else:
        found = search.below(head, parts)
        if recursive and _any_depth(parts[0]) and not head:
            # The start itself has no name here.
            return filter(None, found)
    return found


class _Search:
    """What one search needs to know wherever it looks."""

    def __init__(self, root, dir_fd, recursive, hidden):
        self.root, self.dir_fd, self.recursive, self.hidden = root, dir_fd, recursive, hidden

    def plain(self, path):
        """The path itself, if there is such a thing; one that ends with a slash has to be a folder."""
        folder, name = os.path.split(path)
        if name:
            if self._there(path):
                yield path
        elif folder and self._is_folder(folder):
            yield path

    def below(self, folder, parts):
        """What fits the parts of a pattern, seen from a folder."""
        part, rest = parts[0], parts[1:]
        for name in self._names(folder, part, bool(rest)):
            path = os.path.join(folder, name)
            if rest:
                # A step that leads nowhere, the name of '**' for the folder itself, leaves no slash behind.
                yield from self.below(path if name else folder, rest)
            else:
                yield path

    def _names(self, folder, part, folders_only):
        if self.recursive and _any_depth(part):
            if not folder or self._is_folder(folder):
                yield part[:0]
                yield from self._tree(folder, folders_only)
        elif has_magic(part):
            names = self._entries(folder, folders_only)
            if not self.hidden and not _is_hidden(part):
                names = [name for name in names if not _is_hidden(name)]
            yield from _fnmatch.filter(names, part)
        elif part:
            if self._there(os.path.join(folder, part)):
                yield part
        elif self._is_folder(folder):
            yield part

    def _tree(self, folder, folders_only):
        for name in self._entries(folder, folders_only):
            if self.hidden or not _is_hidden(name):
                yield name
                for lower in self._tree(os.path.join(folder, name) if folder else name, folders_only):
                    yield os.path.join(name, lower)

    def _entries(self, folder, folders_only):
        """The names in a folder; none if it can't be read."""
        path = self._full(folder)
        opened = None
        try:
            if self.dir_fd is not None:
                opened = os.open(path or '.', os.O_RDONLY | os.O_DIRECTORY, dir_fd=self.dir_fd)
                where = opened
            else:
                where = path or (b'.' if isinstance(path, bytes) else '.')
            with os.scandir(where) as entries:
                names = [entry.name for entry in entries if not folders_only or _leads_on(entry)]
        except OSError:
            return []
        finally:
            if opened is not None:
                os.close(opened)
        if opened is not None and isinstance(folder, bytes):
            return [os.fsencode(name) for name in names]
        return names

    def _full(self, path):
        return os.path.join(self.root, path) if self.root else path

    def _there(self, path):
        path = self._full(path)
        if self.dir_fd is None:
            return os.path.lexists(path)
        try:
            os.lstat(path, dir_fd=self.dir_fd)
        except (OSError, ValueError):
            return False
        return True

    def _is_folder(self, path):
        path = self._full(path)
        if self.dir_fd is None:
            return os.path.isdir(path)
        import stat
        try:
            return stat.S_ISDIR(os.stat(path, dir_fd=self.dir_fd).st_mode)
        except (OSError, ValueError):
            return False


def _leads_on(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def _any_depth(part):
    return part == '**' or part == b'**'


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def has_magic(s):
    """True if the text has a wildcard."""
    if isinstance(s, bytes):
        return b'*' in s or b'?' in s or b'[' in s
    return '*' in s or '?' in s or '[' in s


def _warn_old(name):
    import warnings
    warnings.warn(f'glob.{name} is deprecated and will be removed in Python 3.15. Use glob.glob and pass a directory '
                  'to its root_dir argument instead.', DeprecationWarning, stacklevel=3)


def escape(pathname):
    """A pattern that fits this very path only."""
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(pathname, bytes):
        return drive + rest.replace(b'[', b'[[]').replace(b'*', b'[*]').replace(b'?', b'[?]')
    return drive + rest.replace('[', '[[]').replace('*', '[*]').replace('?', '[?]')


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression that means the same as a pattern."""
    import re
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = ''.join([re.escape(sep) for sep in seps])
    sep = f'[{escaped}]' if len(seps) > 1 else escaped
    other = f'[^{escaped}]'
    name = f'{other}+' if include_hidden else f'[^{escaped}.]{other}*'
    parts = pat
    for each in seps[1:]:
        parts = parts.replace(each, seps[0])
    parts = parts.split(seps[0])
    found, last = [], len(parts) - 1
    for at, part in enumerate(parts):
        end = '' if at == last else sep
        if part == '*':
            found.append(name + end)
        elif recursive and part == '**':
            if at < last and parts[at + 1] == '**':
                continue
            if include_hidden:
                found.append('.*' if at == last else f'(?:.+{sep})?')
            else:
                found.append(f'(?:{name}{sep})*' + (f'(?:{name})?' if at == last else ''))
        else:
            if not include_hidden and part[:1] in ('*', '?') and part:
                found.append(r'(?!\.)')
            found.append(_part(part, other) + end)
    return rf'(?s:{"".join(found)})\z'


def _part(part, other):
    """The expression of a part without separators; `other` is that of one character."""
    import re
    texts = []
    for piece in _fnmatch._read(part):
        texts.append(''.join([re.escape(item) if type(item) is str
                              else other if item is _fnmatch._Any else item.expression for item in piece]))
    return f'{other}*'.join(texts)


def glob0(dirname, pattern):
    """The pattern as a name in a folder, if it is there."""
    _warn_old('glob0')
    there = os.path.lexists(os.path.join(dirname, pattern)) if pattern else os.path.isdir(dirname)
    return [pattern] if there else []


def glob1(dirname, pattern):
    """The names in a folder that fit a pattern."""
    _warn_old('glob1')
    names = _Search(dirname[:0], None, False, False)._entries(dirname, False)
    if not _is_hidden(pattern):
        names = [name for name in names if not _is_hidden(name)]
    return _fnmatch.filter(names, pattern)
