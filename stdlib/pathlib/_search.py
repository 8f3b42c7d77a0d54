"""Finds the paths below a folder that fit a pattern.

Invariant: the pattern is a list of parts; each step takes one part away, '**' stays as long as it goes down.
"""

import os

from pathlib._patterns import part_fits
from pathlib._pure import PurePath


def search(start, pattern, recursive, case_sensitive, recurse_symlinks):
    """The paths that fit, one after the other."""
    text = pattern
    if isinstance(pattern, PurePath):
        text = str(pattern)
    else:
        os.path.splitroot(pattern)
        text = os.fspath(pattern)
        pattern = start.with_segments(pattern)
    if pattern.anchor:
        raise NotImplementedError('Non-relative patterns are unsupported')
    parts = list(pattern._parts())
    if not parts and not recursive:
        raise ValueError(f'Unacceptable pattern: {text!r}')
    if recursive:
        parts.insert(0, '**')
    folders_only = text == '' or text[-1] == '/'
    parts = [part for at, part in enumerate(parts) if part != '**' or parts[at - 1:at] != ['**']]
    start._parts()
    wanted = _Wanted(case_sensitive, recurse_symlinks, folders_only)
    found = wanted.below(start, parts)
    if recurse_symlinks and parts.count('**') > 1:
        wanted.end_starts_below = True
        return _once(found)
    return found


def _once(found):
    """Each path once: with several '**' there are many ways to it."""
    seen = set()
    for path in found:
        if path not in seen:
            seen.add(path)
            yield path


class _Wanted:
    """What holds for a whole search."""

    def __init__(self, case_sensitive, recurse_symlinks, folders_only):
        # Without a wish names that hold no wildcard needn't be compared: the system does it.
        self.asks_system = case_sensitive is None
        self.case_sensitive = case_sensitive if case_sensitive is not None else True
        self.recurse_symlinks, self.folders_only = recurse_symlinks, folders_only
        # Where links are followed, a second '**' at the end means what is below, not the folder itself.
        self.end_starts_below = False

    def below(self, folder, parts):
        """The paths below a folder that fit the parts."""
        part, rest = parts[0], parts[1:]
        if part == '**':
            yield from self.deep(folder, rest)
        elif part == '..' or (self.asks_system and not ('*' in part or '?' in part or '[' in part)):
            yield from self.named(folder, part, rest)
        else:
            for entry in _entries(folder):
                if not part_fits(entry.name, part, self.case_sensitive):
                    continue
                if rest:
                    if _is_folder(entry):
                        yield from self.below(folder._child(entry.name), rest)
                elif not self.folders_only or _is_folder(entry):
                    yield folder._child(entry.name)

    def named(self, folder, name, rest):
        """The path of one name, if it is there."""
        path = folder._child(name)
        if rest:
            if os.path.isdir(path):
                yield from self.below(path, rest)
        elif os.path.isdir(path) if self.folders_only or name == '..' else os.path.lexists(path):
            yield path

    def deep(self, start, rest):
        """What fits the rest, seen from a folder and all that are in it."""
        todo = [start]
        if not rest and not self.end_starts_below and os.path.isdir(start):
            yield start
        while todo:
            folder = todo.pop()
            entries = _entries(folder)
            for entry in entries:
                inner = _is_folder(entry, self.recurse_symlinks)
                if not rest and (inner or not self.folders_only):
                    yield folder._child(entry.name)
                if inner:
                    todo.append(folder._child(entry.name))
            if rest:
                yield from self.below(folder, rest)


def _entries(folder):
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _is_folder(entry, follow_symlinks=True):
    try:
        return entry.is_dir(follow_symlinks=follow_symlinks)
    except OSError:
        return False
