"""The paths above a path.

Invariant: nothing is made before it is asked for.
"""

from collections.abc import Sequence


class Parents(Sequence):
    """The ancestors of a path, the nearest first."""

    __slots__ = ('_path', '_count')

    def __init__(self, path):
        self._path = path
        self._count = len(path._parts())

    def __len__(self):
        return self._count

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple([self[at] for at in range(*index.indices(self._count))])
        if not -self._count <= index < self._count:
            raise IndexError(index)
        if index < 0:
            index += self._count
        path = self._path
        return path._related(path._top, path._names[:self._count - index - 1])

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'
