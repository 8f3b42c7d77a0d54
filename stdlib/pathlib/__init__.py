"""Paths as objects: pure ones that only compute, and paths that ask the file system.

Invariant: a path never changes; the text and the parts are worked out when first asked for, and kept.
"""

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath
from pathlib._path import Path, PosixPath, UnsupportedOperation, WindowsPath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]
