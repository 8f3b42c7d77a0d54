"""Abstract bases of finders and loaders.

Invariant: a loader that has `get_filename` and `get_data` gets all the rest from `SourceLoader`."""
import abc

from importlib import _loaders

__all__ = ["Loader", "MetaPathFinder", "PathEntryFinder", "ResourceLoader", "InspectLoader", "ExecutionLoader",
           "FileLoader", "SourceLoader"]


class _Finder(metaclass=abc.ABCMeta):
    """What the kinds of finders share."""

    def invalidate_caches(self):
        """Has it look anew."""


class MetaPathFinder(_Finder):
    """Finds modules by their full names."""


class PathEntryFinder(_Finder):
    """Finds the modules of one entry of a path."""


class Loader(metaclass=abc.ABCMeta):
    """Makes and runs modules."""

    def load_module(self, fullname):
        """Loads a module into `sys.modules` (the old way)."""
        if hasattr(self, "exec_module"):
            return _loaders.SourceBasics.load_module(self, fullname)
        raise ImportError

    def create_module(self, spec):
        """The module of a spec, or None where the machine is to make it."""


class ResourceLoader(Loader):
    """A loader that gives the bytes of files."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """A loader that shows its modules without running them."""

    exec_module = _loaders.SourceBasics.exec_module
    load_module = _loaders.SourceBasics.load_module

    @abc.abstractmethod
    def get_source(self, fullname):
        """The text of a module, or None."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path="<string>"):
        """Compiles source text or bytes."""
        return compile(data, path, "exec", dont_inherit=True)

    def get_code(self, fullname):
        """The compiled code of a module, or None."""
        text = self.get_source(fullname)
        return self.source_to_code(text) if text is not None else None

    def is_package(self, fullname):
        """Whether a module is a package."""
        raise ImportError


class ExecutionLoader(InspectLoader):
    """A loader that knows the files of its modules."""

    def get_code(self, fullname):
        """The compiled code of a module, or None."""
        text = self.get_source(fullname)
        where = ()
        if text is not None:
            try:
                where = (self.get_filename(fullname),)
            except ImportError:
                pass
        return None if text is None else self.source_to_code(text, *where)

    @abc.abstractmethod
    def get_filename(self, fullname):
        """The path of a module's file."""
        raise ImportError


class SourceLoader(_loaders.SourceBasics, ResourceLoader, ExecutionLoader):
    """A loader of source text."""

    def set_data(self, path, data):
        """Writes bytes to a file, where that can be done."""

    def path_stats(self, path):
        """What is known about a file: its time at least."""
        if self._inherits("path_mtime"):
            raise OSError
        return {"mtime": self.path_mtime(path)}

    def path_mtime(self, path):
        """The time at which a file was changed, as a whole number."""
        from warnings import warn
        warn("SourceLoader.path_mtime is deprecated in favour of SourceLoader.path_stats().", DeprecationWarning, 2)
        if self._inherits("path_stats"):
            raise OSError
        return int(self.path_stats(path)["mtime"])

    def _inherits(self, name):
        """Whether a subclass has left a method as it is here, where each of two is made of the other."""
        return getattr(type(self), name) is getattr(SourceLoader, name)


class FileLoader(_loaders.FileLoader, ResourceLoader, ExecutionLoader):
    """A loader of one module in one file."""


_KINDS = {
    MetaPathFinder: (_loaders.BuiltinImporter, _loaders.FrozenImporter, _loaders.PathFinder),
    PathEntryFinder: (_loaders.FileFinder,),
    InspectLoader: (_loaders.NamespaceLoader, _loaders.BuiltinImporter, _loaders.FrozenImporter),
    ExecutionLoader: (_loaders.ExtensionFileLoader,),
    SourceLoader: (_loaders.SourceFileLoader,),
    FileLoader: (_loaders.SourceFileLoader, _loaders.SourcelessFileLoader),
}
for _kind in _KINDS:
    for _class in _KINDS[_kind]:
        _kind.register(_class)
