"""Paths that only compute.

Invariant: `_segments` is what the path was made of; `_top` (drive, root) and `_names` are None until someone asks for
the parts, `_text` until someone asks for the text. Both are read from `_segments` and never change after that.
"""

import os
import posixpath

from pathlib import _windows

_new = object.__new__


class PurePath:
    """A path of this system's kind that only computes."""

    __module__ = 'pathlib'
    __slots__ = ('_segments', '_top', '_names', '_text', '_folded', '_compared')
    parser = posixpath if os.name != 'nt' else _windows

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath if os.name != 'nt' else PureWindowsPath
        return _new(cls)

    def __init__(self, *args):
        segments = []
        for arg in args:
            if type(arg) is str:
                segments.append(arg)
            elif isinstance(arg, PurePath):
                if arg.parser is self.parser:
                    segments.extend(arg._segments)
                else:
                    segments.append(arg.as_posix())
            else:
                segments.append(_text_of(arg))
        self._segments = segments
        self._names = self._text = self._folded = self._compared = None

    def with_segments(self, *pathsegments):
        """Makes each path that comes from this one; for subclasses to override."""
        return type(self)(*pathsegments)

    def joinpath(self, *pathsegments):
        """This path and others behind it."""
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return self.__class__, tuple(self._segments)

    def __repr__(self):
        return f'{type(self).__name__}({self.as_posix()!r})'

    def __fspath__(self):
        return self._text or str(self)

    def __bytes__(self):
        return os.fsencode(str(self))

    def __str__(self):
        text = self._text
        if text is None:
            if self._names is None:
                self._read()
            text = self._text = self._write(self._top, self._names)
        return text

    def _write(self, top, names):
        text = top[0] + top[1] + self.parser.sep.join(names)
        if not text:
            return '.'
        if self.parser is _windows and names and not top[0] and not top[1] and _windows.splitdrive(names[0])[0]:
            # A name that looks like a drive.
            return '.\\' + text
        return text

    def _read(self):
        """Works out the drive, the root and the names."""
        segments = self._segments
        if len(segments) == 1:
            text = segments[0]
        else:
            text = self.parser.join(*segments) if segments else ''
        if self.parser is not _windows:
            if text[:1] != '/':
                root = ''
            else:
                root = '//' if text[:2] == '//' and text[:3] != '///' else '/'
            self._top = ('', root)
            self._names = [name for name in text.split('/') if name and name != '.']
            return
        drive, root, rest = _windows.splitroot(text.replace('/', '\\'))
        if not root and drive[:1] == '\\' and drive[-1] != '\\':
            # The root of a share goes without saying; that of a device does not.
            count = drive.count('\\')
            if count == 5 or (count == 3 and drive[2:4] not in ('?\\', '.\\') and drive[2] != '\\'):
                root = '\\'
        self._top = (drive, root)
        self._names = [name for name in rest.split('\\') if name and name != '.']

    def _related(self, top, names):
        """A path of the same making from parts that are known."""
        text = self._write(top, names)
        path = self.with_segments('' if text == '.' else text)
        path._text, path._top, path._names = text, top, names
        return path

    def as_posix(self):
        """The text with forward slashes."""
        text = str(self)
        return text.replace('\\', '/') if self.parser is _windows else text

    def _parts(self):
        if self._names is None:
            self._read()
        return self._names

    def _comparable(self):
        """The text by which paths of this kind are equal or not."""
        text = self._folded
        if text is None:
            text = str(self)
            if self.parser is _windows:
                text = text.lower()
            self._folded = text
        return text

    def _order(self):
        """What paths are sorted by."""
        parts = self._compared
        if parts is None:
            parts = self._compared = self._comparable().split(self.parser.sep)
        return parts

    def __hash__(self):
        return hash(self._folded or self._comparable())

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._comparable() == other._comparable() and self.parser is other.parser

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order() < other._order()

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order() <= other._order()

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order() > other._order()

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order() >= other._order()

    @property
    def drive(self):
        """The drive or share; empty if there is none."""
        self._parts()
        return self._top[0]

    @property
    def root(self):
        """The root; empty for a relative path."""
        self._parts()
        return self._top[1]

    @property
    def anchor(self):
        """Drive and root."""
        self._parts()
        return self._top[0] + self._top[1]

    @property
    def parts(self):
        """Anchor and names as a tuple."""
        names = self._parts()
        anchor = self._top[0] + self._top[1]
        return (anchor, *names) if anchor else tuple(names)

    @property
    def parent(self):
        """The path without its last name."""
        names = self._parts()
        return self._related(self._top, names[:-1]) if names else self

    @property
    def parents(self):
        """The paths above this one, the nearest first."""
        from pathlib._parents import Parents
        return Parents(self)

    @property
    def name(self):
        """The last name; empty if there is none."""
        names = self._names
        if names is None:
            names = self._parts()
        return names[-1] if names else ''

    @property
    def stem(self):
        """The last name without its suffix."""
        return self.parser.splitext(self.name)[0]

    @property
    def suffix(self):
        """What the last dot of the last name begins."""
        name = self.name
        dot = name.rfind('.')
        if dot > 0 and name[:dot].strip('.'):
            return name[dot:]
        return ''

    @property
    def suffixes(self):
        """All suffixes of the last name."""
        return ['.' + text for text in self.name.lstrip('.').split('.')[1:]]

    def with_name(self, name):
        """The path with another last name."""
        parser = self.parser
        if not name or parser.sep in name or name == '.' or (parser is _windows and '/' in name):
            raise ValueError(f'Invalid name {name!r}')
        names = self._parts()
        if not names:
            raise ValueError(f'{self!r} has an empty name')
        return self._related(self._top, names[:-1] + [name])

    def with_stem(self, stem):
        """The path with another stem and the same suffix."""
        kept = self.suffix
        if kept and not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + kept)

    def with_suffix(self, suffix):
        """The path with another suffix; an empty one takes the suffix away."""
        name = self.name
        if not name:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and not suffix.startswith('.'):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(name[:len(name) - len(self.suffix)] + suffix)

    def _other(self, other):
        return other if hasattr(other, 'with_segments') else self.with_segments(other)

    def _common(self, other):
        """How many names the paths share from the beginning; -1 if not even the anchor."""
        mine, its = self._parts(), other._parts()
        if self.parser is not other.parser:
            return -1
        tops = self._top, other._top
        if self.parser is _windows:
            tops = [(drive.lower(), root) for drive, root in tops]
            mine, its = [name.lower() for name in mine], [name.lower() for name in its]
        if tops[0] != tops[1]:
            return -1
        count = 0
        for left, right in zip(mine, its):
            if left != right:
                break
            count += 1
        return count

    def relative_to(self, other, *, walk_up=False):
        """This path as seen from another one."""
        other = self._other(other)
        shared = self._common(other)
        rest = other._names[max(shared, 0):]
        if not walk_up and (shared < 0 or rest):
            raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
        if '..' in rest:
            raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        if shared < 0:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self._related(('', ''), ['..'] * len(rest) + self._names[shared:])

    def is_relative_to(self, other):
        """True if this path is the other one or lies below it."""
        other = self._other(other)
        return self._common(other) == len(other._names)

    def is_absolute(self):
        """True if the path has a root (on Windows also a drive)."""
        if self.parser is _windows:
            return _windows.isabs(str(self))
        self._parts()
        return bool(self._top[1])

    def is_reserved(self):
        """True if Windows keeps the name for a device."""
        import warnings
        warnings.warn('pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. '
                      'Use os.path.isreserved() to detect reserved paths on Windows.', DeprecationWarning, stacklevel=2)
        return self.parser is _windows and _windows.isreserved(str(self))

    def as_uri(self):
        """The path as a file URI."""
        import warnings
        warnings.warn('pathlib.PurePath.as_uri() is deprecated and scheduled for removal in Python 3.19. '
                      'Use pathlib.Path.as_uri().', DeprecationWarning, stacklevel=2)
        return self._uri()

    def _uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        text, drive = self.as_posix(), self._top[0] if self._names is not None else self.drive
        if self.parser is _windows:
            if drive[1:2] == ':':
                return f'file:///{drive}' + quote_from_bytes(os.fsencode(text[2:]))
            return 'file:' + quote_from_bytes(os.fsencode(text))
        return 'file://' + quote_from_bytes(os.fsencode(text))

    def full_match(self, pattern, *, case_sensitive=None):
        """True if the whole path fits a pattern; '**' stands for any number of names."""
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if case_sensitive is None:
            case_sensitive = self.parser is not _windows
        from pathlib._patterns import compiled
        fits = compiled(str(pattern) if pattern.parts else '', pattern.parser.sep, case_sensitive)
        return fits(str(self) if self.parts else '') is not None

    def match(self, path_pattern, *, case_sensitive=None):
        """True if the end of the path fits a pattern, or all of it if the pattern has an anchor."""
        pattern = path_pattern if hasattr(path_pattern, 'with_segments') else self.with_segments(path_pattern)
        if case_sensitive is None:
            case_sensitive = self.parser is not _windows
        parts, wanted = self.parts, pattern.parts
        if not wanted:
            raise ValueError('empty pattern')
        if len(wanted) > len(parts) or (pattern.anchor and len(wanted) != len(parts)):
            return False
        from pathlib._patterns import part_fits
        for part, each in zip(reversed(parts), reversed(wanted)):
            if not part_fits(part, each, case_sensitive):
                return False
        return True


def _text_of(arg):
    path = arg
    if not isinstance(path, str):
        try:
            path = os.fspath(arg)
        except TypeError:
            pass
    if not isinstance(path, str):
        raise TypeError('argument should be a str or an os.PathLike object where __fspath__ returns a str, '
                        f'not {type(path).__name__!r}')
    return str(path)


class PurePosixPath(PurePath):
    """A POSIX path that only computes."""

    __module__ = 'pathlib'
    __slots__ = ()
    parser = posixpath


class PureWindowsPath(PurePath):
    """A Windows path that only computes."""

    __module__ = 'pathlib'
    __slots__ = ()
    parser = _windows
