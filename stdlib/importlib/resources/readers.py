"""Resources in several folders.

Invariant: of two entries of the same name the one in the earlier folder counts, unless both are folders, which are
one."""
from pathlib import Path

from importlib.resources.abc import Traversable


class MultiplexedPath(Traversable):
    """Several folders that look like one: those of a package without a file."""

    def __init__(self, *paths):
        if not paths:
            raise FileNotFoundError("MultiplexedPath must contain at least one path")
        self._paths = []
        for path in map(Path, dict.fromkeys(paths)):
            if not path.is_dir():
                raise NotADirectoryError("MultiplexedPath only supports directories")
            self._paths.append(path)

    def iterdir(self):
        """What is in the folders."""
        names = dict.fromkeys(child.name for path in self._paths for child in path.iterdir())
        return (self.joinpath(name) for name in names)

    def read_bytes(self):
        """Refuses, as it is no file."""
        raise FileNotFoundError(f"{self} is not a file")

    def read_text(self, *args, **kwargs):
        """Refuses, as it is no file."""
        raise FileNotFoundError(f"{self} is not a file")

    def open(self, *args, **kwargs):
        """Refuses, as it is no file."""
        raise FileNotFoundError(f"{self} is not a file")

    def is_dir(self):
        """It is a folder."""
        return True

    def is_file(self):
        """It is no file."""
        return False

    def joinpath(self, *descendants):
        """What is below it under that path; where there is nothing, the path in the first folder."""
        if not descendants:
            return self
        found = [path for path in (folder.joinpath(*descendants) for folder in self._paths) if path.exists()]
        if len(found) > 1 and all(path.is_dir() for path in found):
            return MultiplexedPath(*found)
        return found[0] if found else self._paths[0].joinpath(*descendants)

    __truediv__ = joinpath

    @property
    def name(self):
        """The name of the first folder."""
        return self._paths[0].name

    def __repr__(self):
        return f"MultiplexedPath({', '.join(repr(str(path)) for path in self._paths)})"
