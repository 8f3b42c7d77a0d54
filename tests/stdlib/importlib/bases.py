# Loaders and finders of one's own, on the abstract bases.
import importlib.abc as abc
import importlib.machinery as machinery
import importlib.util as util
import sys
import types

print(abc.__all__)


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


TEXTS = {
    "memory": ("memory/__init__.py", b"from memory.part import value\nname = __name__\n"),
    "memory.part": ("memory/part.py", b"value = 'of the part'\n"),
    "memory.latin": ("memory/latin.py", "# coding: latin-1\nvalue = 'é'\n".encode("latin-1")),
}


class MemoryLoader(abc.SourceLoader):
    def get_filename(self, fullname):
        try:
            return TEXTS[fullname][0]
        except KeyError:
            raise ImportError("not in memory", name=fullname) from None

    def get_data(self, path):
        for name, data in TEXTS.values():
            if name == path:
                return data
        raise OSError(path)


loader = MemoryLoader()
print(loader.is_package("memory"), loader.is_package("memory.part"), repr(loader.get_source("memory.latin")), loader.get_code("memory").co_filename)
attempt(lambda: loader.get_source("nope"))
attempt(lambda: loader.path_stats("x"))
print(loader.set_data("x", b""), loader.create_module(None), loader.source_to_code("1", "f").co_filename)
for name in ("memory.part", "memory"):
    spec = util.spec_from_loader(name, loader)
    print(spec.name, spec.origin, spec.submodule_search_locations, spec.parent, spec.has_location)
    sys.modules[name] = util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
print(sys.modules["memory"].value, sys.modules["memory"].name, sys.modules["memory"].__file__, sys.modules["memory"].__path__)


class Timed(MemoryLoader):
    def path_stats(self, path):
        return {"mtime": 3.7}


import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(Timed().path_mtime("x"), [str(warning.message) for warning in caught])


class TextLoader(abc.InspectLoader):
    def get_source(self, fullname):
        if fullname == "none":
            return None
        return "k = 5"


text = TextLoader()
module = types.ModuleType("m")
print(text.get_code("m").co_filename, text.exec_module(module), module.k, text.get_code("none"))
attempt(lambda: text.is_package("m"))
attempt(lambda: text.exec_module(types.ModuleType("none")))


class FileText(abc.ExecutionLoader):
    def get_source(self, fullname):
        return "k = 6"

    def get_filename(self, fullname):
        if fullname == "nowhere":
            raise ImportError
        return "there.py"


print(FileText().get_code("m").co_filename, FileText().get_code("nowhere").co_filename, abc.InspectLoader.source_to_code("1").co_filename)
for kind in (abc.InspectLoader, abc.ExecutionLoader, abc.ResourceLoader, abc.SourceLoader):
    attempt(kind)
attempt(lambda: abc.FileLoader("a", "b"))
attempt(lambda: abc.Loader().load_module("x"))
print(abc.Loader().create_module(None), abc.MetaPathFinder().invalidate_caches(), abc.PathEntryFinder().invalidate_caches(),
      hasattr(abc.MetaPathFinder, "find_spec"))
for cls in (machinery.SourceFileLoader, machinery.SourcelessFileLoader, machinery.ExtensionFileLoader, machinery.BuiltinImporter,
            machinery.FrozenImporter, machinery.PathFinder, machinery.FileFinder, machinery.NamespaceLoader):
    print(cls.__name__, [base for base in abc.__all__ if issubclass(cls, getattr(abc, base))])


class Old(abc.Loader):
    def exec_module(self, module):
        module.done = True


with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    print(Old().load_module("old").done, sys.modules["old"].__spec__.name)
attempt(lambda: util.LazyLoader(3))
attempt(lambda: util.LazyLoader.factory(int))
print(type(util.LazyLoader.factory(machinery.SourceFileLoader)("a", "b").loader).__name__, issubclass(util.LazyLoader, abc.Loader))
