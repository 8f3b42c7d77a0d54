"""The finders and loaders that imports go through.

Invariant: the names here are those of `importlib._specs` and `importlib._loaders`; nothing is made twice."""
from importlib._loaders import (
    BYTECODE_SUFFIXES, EXTENSION_SUFFIXES, SOURCE_SUFFIXES, BuiltinImporter, ExtensionFileLoader, FileFinder,
    FrozenImporter, NamespaceLoader, PathFinder, SourceFileLoader, SourcelessFileLoader, find,
)
from importlib._specs import ModuleSpec

__all__ = [
    "BYTECODE_SUFFIXES", "BuiltinImporter", "DEBUG_BYTECODE_SUFFIXES", "EXTENSION_SUFFIXES", "ExtensionFileLoader",
    "FileFinder", "FrozenImporter", "ModuleSpec", "NamespaceLoader", "OPTIMIZED_BYTECODE_SUFFIXES", "PathFinder",
    "SOURCE_SUFFIXES", "SourceFileLoader", "SourcelessFileLoader", "all_suffixes",
]


def __getattr__(name):
    if name in ("DEBUG_BYTECODE_SUFFIXES", "OPTIMIZED_BYTECODE_SUFFIXES"):
        import warnings
        warnings.warn(f"importlib.machinery.{name} is deprecated; use importlib.machinery.BYTECODE_SUFFIXES instead.",
                      DeprecationWarning, stacklevel=2)
        return BYTECODE_SUFFIXES
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def all_suffixes():
    """The endings of all files that can hold modules."""
    return SOURCE_SUFFIXES + BYTECODE_SUFFIXES + EXTENSION_SUFFIXES
