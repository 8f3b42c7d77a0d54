"""What the `info` of a path can be asked.

Invariant: any object with these four methods is a PathInfo.
"""

from typing import Protocol, runtime_checkable


@runtime_checkable
class PathInfo(Protocol):
    """What is known about the thing at a path."""

    def exists(self, *, follow_symlinks: bool = True) -> bool: ...
    def is_dir(self, *, follow_symlinks: bool = True) -> bool: ...
    def is_file(self, *, follow_symlinks: bool = True) -> bool: ...
    def is_symlink(self) -> bool: ...
