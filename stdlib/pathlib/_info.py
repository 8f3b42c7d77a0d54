"""What is known about the thing at a path.

Invariant: each question goes to the system once at most; the answers stay as they were.
"""

import os
import stat

_FORMAT = stat.S_IFMT


class Info:
    """The answers for a path, asked when first needed."""

    __slots__ = ('_path', '_modes')

    def __init__(self, path):
        self._path = path
        self._modes = {}

    def __repr__(self):
        return f'<{type(self._path).__name__}.info>'

    def _kind(self, follow_symlinks):
        """The file format bits; 0 if there is nothing."""
        try:
            return self._modes[follow_symlinks]
        except KeyError:
            pass
        try:
            kind = _FORMAT(os.stat(self._path, follow_symlinks=follow_symlinks).st_mode)
        except (OSError, ValueError):
            kind = 0
        self._modes[follow_symlinks] = kind
        return kind

    def exists(self, *, follow_symlinks=True):
        """True if there is something."""
        return self._kind(bool(follow_symlinks)) != 0

    def is_dir(self, *, follow_symlinks=True):
        """True for a folder."""
        return self._kind(bool(follow_symlinks)) == stat.S_IFDIR

    def is_file(self, *, follow_symlinks=True):
        """True for a regular file."""
        return self._kind(bool(follow_symlinks)) == stat.S_IFREG

    def is_symlink(self):
        """True for a symbolic link."""
        return self._kind(False) == stat.S_IFLNK


class EntryInfo(Info):
    """The answers for an entry of a folder, which come without asking where they can."""

    __slots__ = ('_entry',)

    def __init__(self, entry, path):
        Info.__init__(self, path)
        self._entry = entry

    def exists(self, *, follow_symlinks=True):
        """True if there is something."""
        return not follow_symlinks or not self._entry.is_symlink() or Info.exists(self)

    def is_dir(self, *, follow_symlinks=True):
        """True for a folder."""
        try:
            return self._entry.is_dir(follow_symlinks=follow_symlinks)
        except OSError:
            return False

    def is_file(self, *, follow_symlinks=True):
        """True for a regular file."""
        try:
            return self._entry.is_file(follow_symlinks=follow_symlinks)
        except OSError:
            return False

    def is_symlink(self):
        """True for a symbolic link."""
        try:
            return self._entry.is_symlink()
        except OSError:
            return False
