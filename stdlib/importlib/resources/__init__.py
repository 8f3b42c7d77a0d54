"""Files that come with packages.

Invariant: the resources of a package are the files in its folders; what comes with the machine has none."""
import sys
from types import ModuleType

__all__ = [
    "Package", "Anchor", "ResourceReader", "as_file", "files", "contents", "is_resource", "open_binary", "open_text",
    "path", "read_binary", "read_text",
]

Package = ModuleType | str
Anchor = Package
_NOT_GIVEN = object()


def __getattr__(name):
    if name == "ResourceReader":
        from importlib.resources.abc import ResourceReader
        return ResourceReader
    raise AttributeError(f"module 'importlib.resources' has no attribute '{name}'")


def files(anchor=None):
    """The folder of a package, or of the package in which a module is; without one that of the caller."""
    if anchor is None:
        anchor = sys._getframe(1).f_globals["__name__"]
    if isinstance(anchor, str):
        from importlib import import_module
        anchor = import_module(anchor)
    from pathlib import Path
    folders = getattr(anchor, "__path__", None)
    if folders is None or getattr(anchor, "__file__", None):
        file = getattr(anchor, "__file__", None)
        if file is None:
            raise FileNotFoundError(f"no files come with {anchor.__name__!r}")
        return Path(file).parent
    from importlib.resources.readers import MultiplexedPath
    return MultiplexedPath(*folders)


def as_file(path):
    """A context manager that gives a resource as a path of the file system."""
    from contextlib import nullcontext
    from pathlib import Path
    if isinstance(path, Path):
        return nullcontext(path)
    return _copied(path)


def _copied(resource):
    """Writes a resource that is in no file to one, for as long as it is needed."""
    from contextlib import contextmanager

    @contextmanager
    def copying():
        from pathlib import Path
        from tempfile import TemporaryDirectory
        with TemporaryDirectory() as folder:
            yield _copy(resource, Path(folder))

    return copying()


def _copy(resource, folder):
    target = folder / resource.name
    if resource.is_dir():
        target.mkdir()
        for child in resource.iterdir():
            _copy(child, target)
    else:
        target.write_bytes(resource.read_bytes())
    return target


# Functions by the parts of a path.

def _resource(anchor, path_names):
    found = files(anchor)
    return found.joinpath(*path_names) if path_names else found


def open_binary(anchor, *path_names):
    """Opens a resource for reading bytes."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=_NOT_GIVEN, errors="strict"):
    """Opens a resource for reading text."""
    return _resource(anchor, path_names).open("r", encoding=_encoding(encoding, path_names), errors=errors)


def read_binary(anchor, *path_names):
    """The bytes of a resource."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=_NOT_GIVEN, errors="strict"):
    """The text of a resource."""
    encoding = _encoding(encoding, path_names)
    with _resource(anchor, path_names).open("r", encoding=encoding, errors=errors) as stream:
        return stream.read()


def _encoding(encoding, path_names):
    if encoding is not _NOT_GIVEN:
        return encoding
    # A second name could have been meant as the encoding, which once stood there.
    if len(path_names) > 1:
        raise TypeError("'encoding' argument required with multiple path names")
    return "utf-8"


def path(anchor, *path_names):
    """A context manager that gives a resource as a path of the file system."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is a file of that name."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names of what is in a folder."""
    import warnings
    warnings.warn("importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.",
                  DeprecationWarning, stacklevel=1)
    return (child.name for child in _resource(anchor, path_names).iterdir())
