"""Loaders and finders of modules in files, in the way in which the machine itself looks for them.

Invariant: a finder looks at the file system each time, as the machine does; nothing is kept that could be out of
date."""
import sys
from types import CodeType

from importlib._specs import ModuleSpec, module_from_spec, spec_from_file_location, spec_from_loader

SOURCE_SUFFIXES = [".py"]
BYTECODE_SUFFIXES = [".pyc"]
EXTENSION_SUFFIXES = []


class SourceBasics:
    """What loaders of source text share: all that follows from `get_filename` and `get_data`."""

    def create_module(self, spec):
        """Leaves it to the machine to make the module."""

    def exec_module(self, module):
        """Runs the module's code in its namespace."""
        name = module.__name__
        if (code := self.get_code(name)) is None:
            raise ImportError(f"cannot load module {name!r} when get_code() returns None")
        exec(code, vars(module))

    def load_module(self, fullname):
        """Loads a module into `sys.modules` (the old way)."""
        module = sys.modules.get(fullname)
        if module is None:
            module = module_from_spec(spec_from_loader(fullname, self))
            sys.modules[fullname] = module
            try:
                self.exec_module(module)
            except BaseException:
                sys.modules.pop(fullname, None)
                raise
        else:
            self.exec_module(module)
        return sys.modules[fullname]

    def is_package(self, fullname):
        """Whether the module's file is the one of a package."""
        file = self.get_filename(fullname).rpartition("/")[2]
        return file.rsplit(".", 1)[0] == "__init__" and fullname.rpartition(".")[2] != "__init__"

    def get_source(self, fullname):
        """The module's text."""
        from linecache import decode
        try:
            return decode(self.get_data(self.get_filename(fullname)))
        except OSError as error:
            raise ImportError("source not available through get_data()", name=fullname) from error

    def get_code(self, fullname):
        """The module's compiled code."""
        path = self.get_filename(fullname)
        return self.source_to_code(self.get_data(path), path)

    def source_to_code(self, data, path):
        """Compiles source text or bytes."""
        return data if isinstance(data, CodeType) else compile(data, path, "exec", dont_inherit=True)


class FileLoader:
    """A loader of one module in one file."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def __eq__(self, other):
        return self.__class__ == other.__class__ and self.__dict__ == other.__dict__

    def __hash__(self):
        return hash(self.name) ^ hash(self.path)

    def _check(self, name):
        if name is not None and name != self.name:
            raise ImportError(f"loader for {self.name} cannot handle {name}", name=name)

    def get_filename(self, name=None):
        """The path of the module's file."""
        self._check(name)
        return self.path

    def get_data(self, path):
        """The bytes of a file."""
        with open(path, "rb") as stream:
            return stream.read()

    def load_module(self, name=None):
        """Loads the module into `sys.modules` (the old way)."""
        self._check(name)
        return super().load_module(self.name if name is None else name)


class SourceFileLoader(FileLoader, SourceBasics):
    """Loads a module from a file of source text."""

    __module__ = "_frozen_importlib_external"

    def path_stats(self, path):
        """Size and time of a file."""
        import os
        status = os.stat(path)
        return {"mtime": status.st_mtime, "size": status.st_size}

    def set_data(self, path, data, *, _mode=0o666):
        """Writes bytes to a file, making its folders; what can't be written is let be."""
        import os
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            with open(path, "wb") as stream:
                stream.write(data)
        except OSError:
            pass


class SourcelessFileLoader(FileLoader, SourceBasics):
    """Knows files of compiled code, which this machine can't run."""

    __module__ = "_frozen_importlib_external"

    def get_code(self, fullname):
        """Refuses: the code is that of another machine."""
        raise ImportError(f"compiled code of CPython cannot be run: {self.path!r}", name=fullname, path=self.path)

    def get_source(self, fullname):
        """None, as there is no text."""


class ExtensionFileLoader(FileLoader, SourceBasics):
    """Knows extension modules, which this machine can't run."""

    __module__ = "_frozen_importlib_external"

    def create_module(self, spec):
        """Refuses: the module is made for another machine."""
        raise ImportError(f"extension modules cannot be loaded: {self.path!r}", name=spec.name, path=self.path)

    def get_code(self, fullname):
        """None, as there is no code in the language."""

    def get_source(self, fullname):
        """None, as there is no text."""


class NamespaceLoader:
    """Stands for a package of folders alone."""

    def __init__(self, name, path, path_finder):
        self._path = path

    def create_module(self, spec):
        """Leaves it to the machine to make the module."""

    def exec_module(self, module):
        """Has nothing to run."""

    def is_package(self, fullname):
        """It is a package."""
        return True

    def get_source(self, fullname):
        """Its text is empty."""
        return ""

    def get_code(self, fullname):
        """Its code does nothing."""
        return compile("", "<string>", "exec", dont_inherit=True)


NamespaceLoader.__module__ = "_frozen_importlib_external"


class _NamespacePath(list):
    """The folders of a package that has no file."""

    def __repr__(self):
        return f"_NamespacePath({list.__repr__(self)})"


def loader_for(name, location):
    """A loader for a file of that name, or None."""
    for loader, suffixes in ((SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES)):
        if location.endswith(tuple(suffixes)):
            return loader(name, location)
    return None


# Finders.

class FileFinder:
    """Finds the modules of one folder."""

    __module__ = "_frozen_importlib_external"

    def __init__(self, path, *loader_details):
        from os.path import abspath
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = abspath(path or ".")

    def invalidate_caches(self):
        """Has nothing to forget."""

    def find_spec(self, fullname, target=None):
        """The spec of a module in the folder, or None."""
        from os.path import isdir, isfile
        base = f"{self.path}/{fullname.rpartition('.')[2]}"
        is_folder = isdir(base)
        if is_folder:
            for suffix, loader in self._loaders:
                if isfile(f"{base}/__init__{suffix}"):
                    path = f"{base}/__init__{suffix}"
                    return spec_from_file_location(fullname, path, loader=loader(fullname, path),
                                                   submodule_search_locations=[base])
        for suffix, loader in self._loaders:
            if isfile(base + suffix):
                return spec_from_file_location(fullname, base + suffix, loader=loader(fullname, base + suffix),
                                               submodule_search_locations=None)
        if not is_folder:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = [base]
        return spec

    @classmethod
    def path_hook(cls, *loader_details):
        """A function that makes finders for folders."""
        from os.path import isdir

        def finder_of(folder):
            if isdir(folder or "."):
                return cls(folder, *loader_details)
            raise ImportError("only directories are supported", path=folder)

        return finder_of

    def __repr__(self):
        return f"FileFinder({self.path!r})"


_hook = FileFinder.path_hook((SourceFileLoader, SOURCE_SUFFIXES), (SourcelessFileLoader, BYTECODE_SUFFIXES))


def finder_for(entry):
    """The finder of an entry of `sys.path`, or None where there is none."""
    known = sys.path_importer_cache
    if entry in known:
        return known[entry]
    finder = None
    for hook in (*sys.path_hooks, _hook):
        try:
            finder = hook(entry)
            break
        except ImportError:
            continue
    if finder is not None:
        # The folder of an empty entry changes, and one that is missing may be made.
        if entry:
            known[entry] = finder
    return finder


class PathFinder:
    """Finds modules along `sys.path`, or along the path of a package."""

    __module__ = "_frozen_importlib_external"

    @staticmethod
    def invalidate_caches():
        """Has the finders of all folders look anew."""
        known = sys.path_importer_cache
        for entry in [entry for entry in known if known[entry] is None]:
            del known[entry]
        for finder in tuple(known.values()):
            getattr(finder, "invalidate_caches", bool)()

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module, or None."""
        portions = []
        for entry in sys.path if path is None else path:
            finder = finder_for(entry) if isinstance(entry, str) else None
            spec = None if finder is None else finder.find_spec(fullname, target)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            portions.extend(spec.submodule_search_locations or ())
        if not portions:
            return None
        spec = ModuleSpec(fullname, None)
        spec.submodule_search_locations = _NamespacePath(portions)
        return spec


class _Own:
    """What the importers of the machine's own modules share: such a module is there once it is asked for."""

    @staticmethod
    def create_module(spec):
        """The module itself, which the machine makes."""
        __import__(spec.name)
        return sys.modules[spec.name]

    @staticmethod
    def exec_module(module):
        """Has nothing to do: the module has run when it was made."""

    @classmethod
    def load_module(cls, fullname):
        """Loads the module (the old way)."""
        __import__(fullname)
        return sys.modules[fullname]

    @classmethod
    def get_code(cls, fullname):
        """None, as the code is the machine's."""
        cls._known(fullname)

    @classmethod
    def get_source(cls, fullname):
        """None, as the text is the machine's."""
        cls._known(fullname)

    @classmethod
    def is_package(cls, fullname):
        """Whether it has modules below it."""
        cls._known(fullname)
        return hasattr(sys.modules.get(fullname), "__path__")


class BuiltinImporter(_Own):
    """Finds the modules that nothing on `sys.path` can hide."""

    __module__ = "_frozen_importlib"
    _ORIGIN = "built-in"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a native module, or None."""
        if fullname not in sys.builtin_module_names:
            return None
        return ModuleSpec(fullname, cls, origin=cls._ORIGIN)

    @classmethod
    def _known(cls, fullname):
        if fullname not in sys.builtin_module_names:
            raise ImportError(f"{fullname!r} is not a built-in module", name=fullname)


class FrozenImporter(_Own):
    """Finds the modules of the standard library that come with the machine."""

    __module__ = "_frozen_importlib"
    _ORIGIN = "frozen"

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module that comes with the machine, or None."""
        if not cls._has(fullname):
            return None
        return ModuleSpec(fullname, cls, origin=cls._ORIGIN, is_package=hasattr(sys.modules[fullname], "__path__"))

    @classmethod
    def _has(cls, fullname):
        """Whether the machine has it; the machine tells no other way than by importing it."""
        if fullname.partition(".")[0] not in sys.stdlib_module_names:
            return False
        try:
            __import__(fullname)
        except ImportError:
            return False
        return getattr(sys.modules.get(fullname), "__file__", None) is None

    @classmethod
    def _known(cls, fullname):
        if not cls._has(fullname):
            raise ImportError(f"{fullname!r} is not a frozen module", name=fullname)


def find(fullname, path=None):
    """The spec of a module as the machine would find it, or None."""
    return (BuiltinImporter.find_spec(fullname) or PathFinder.find_spec(fullname, path)
            or FrozenImporter.find_spec(fullname))
