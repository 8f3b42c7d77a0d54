# Modules from files by hand: specs, loaders, finders.
import importlib.machinery as machinery
import importlib.util as util
import tempfile
import os
import sys
import types
from importlib.machinery import FileFinder, ModuleSpec, PathFinder, SourceFileLoader

FOLDER = os.path.join(tempfile.mkdtemp(), "importlib_files_files")
WRITTEN = []


def write(path, text):
    path = os.path.join(FOLDER, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as stream:
        stream.write(text)
    WRITTEN.append(path)
    return path


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, str(error).replace(FOLDER, "FOLDER"), getattr(error, "name", None))


def places(spec):
    return spec.submodule_search_locations and [os.path.relpath(place, FOLDER) for place in spec.submodule_search_locations]


plugin = write("plugin.py", b"value = 7\nwhere = (__name__, __package__, __spec__.name, __loader__ is __spec__.loader)\n")
package = write("fpk/__init__.py", b"from .part import answer\n")
write("fpk/part.py", b"answer = 42\n")
latin = write("latin.py", "# coding: latin-1\nname = 'é'\n".encode("latin-1"))
bad = write("bad.py", b"x = = 1\n")
write("fns/inner.py", b"")

print("by location")
spec = util.spec_from_file_location("my_plugin", plugin)
print(spec.name, spec.origin == plugin, spec.parent == "", spec.has_location, places(spec), type(spec.loader).__name__)
module = util.module_from_spec(spec)
print(module.__name__, module.__spec__ is spec, module.__file__ == plugin, module.__package__ == "", hasattr(module, "value"))
spec.loader.exec_module(module)
print(module.value, module.where, "my_plugin" in sys.modules)
spec = util.spec_from_file_location("my_package", package)
print(places(spec), spec.parent)
module = util.module_from_spec(spec)
print(os.path.relpath(module.__path__[0], FOLDER), module.__package__)
sys.modules["my_package"] = module
spec.loader.exec_module(module)
print(module.answer, sys.modules["my_package.part"].__name__)
for options in ({"submodule_search_locations": None}, {"submodule_search_locations": []}, {"submodule_search_locations": ["there"]}):
    found = util.spec_from_file_location("p", package, **options).submodule_search_locations
    print(found if found != [os.path.dirname(package)] else "its folder")
print(util.spec_from_file_location("z", "data.xyz"), util.spec_from_file_location("z"), util.spec_from_file_location("z", "rel.py").origin == os.path.abspath("rel.py"))
for name, path in (("gone", "/no/such/file.py"), ("bad", bad)):
    spec = util.spec_from_file_location(name, path)
    attempt(lambda: spec.loader.exec_module(util.module_from_spec(spec)))

print("loader")
loader = SourceFileLoader("fpk", package)
print(loader.name, loader.path == package, loader.is_package("fpk"), loader.get_filename("fpk") == package, loader.get_filename() == package)
print(loader.get_source("fpk"), loader.get_data(plugin)[:9], loader.get_code("fpk").co_name, loader.path_stats(plugin)["size"])
print(repr(SourceFileLoader("latin", latin).get_source("latin")), loader.source_to_code(b"a = 1", "name").co_filename)
print(loader == SourceFileLoader("fpk", package), loader == SourceFileLoader("fpk", plugin), hash(loader) == hash(SourceFileLoader("fpk", package)))
for action in (lambda: loader.get_filename("other"), lambda: loader.is_package("other"), lambda: loader.get_data("/nope"),
               lambda: SourceFileLoader("x", "/nope").get_source("x"), lambda: SourceFileLoader("x", "/nope").get_code("x"),
               lambda: loader.create_module(None)):
    attempt(action)
print(SourceFileLoader("m", plugin).is_package("m"), SourceFileLoader("fpk.__init__", package).is_package("fpk.__init__"))
loader.set_data(os.path.join(FOLDER, "new.txt"), b"data")
WRITTEN.append(os.path.join(FOLDER, "new.txt"))
print(loader.get_data(WRITTEN[-1]))

print("specs")


class Own:
    def create_module(self, spec): return None
    def exec_module(self, module): module.made = True
    def __repr__(self): return "Own()"


for spec in (ModuleSpec("a.b", None), ModuleSpec("a.b", Own(), origin="there", is_package=True), util.spec_from_loader("q", Own()),
             util.spec_from_loader("q", Own(), is_package=True, origin="o"), util.spec_from_loader("q", None)):
    print(spec, spec.parent, spec.has_location, spec.cached, spec.loader_state)
print(util.spec_from_loader("q", SourceFileLoader("q", plugin)).origin == plugin, ModuleSpec("a", 1) == ModuleSpec("a", 1), ModuleSpec("a", 1) == ModuleSpec("a", 2))
module = util.module_from_spec(util.spec_from_loader("a.q", Own()))
module.__loader__.exec_module(module)
print(module.made, module.__package__, hasattr(module, "__file__"), hasattr(module, "__path__"))
attempt(lambda: util.module_from_spec(ModuleSpec("x", types.SimpleNamespace(exec_module=print))))
print(util.module_from_spec(ModuleSpec("x", types.SimpleNamespace(create_module=lambda spec: types.ModuleType("made")))).__name__)
changed = ModuleSpec("x", None)
changed.has_location, changed.cached = True, "somewhere"
print(changed.has_location, changed.cached)

print("finders")
finder = FileFinder(FOLDER, (SourceFileLoader, machinery.SOURCE_SUFFIXES))
print(repr(finder).replace(FOLDER, "FOLDER"), finder.path == FOLDER, finder.invalidate_caches())
for name in ("plugin", "fpk", "fns", "nope", "outer.plugin"):
    spec = finder.find_spec(name)
    print(name, spec and (spec.name, type(spec.loader).__name__, places(spec)))
hook = FileFinder.path_hook((SourceFileLoader, [".py"]))
print(type(hook(FOLDER)).__name__)
attempt(lambda: hook("/no/such/folder"))
print(PathFinder.find_spec("plugin"), PathFinder.find_spec("plugin", [FOLDER]).name, places(PathFinder.find_spec("fns", [FOLDER])), PathFinder.find_spec("x", []))
print(machinery.SOURCE_SUFFIXES, machinery.BYTECODE_SUFFIXES, machinery.all_suffixes()[:2], machinery.BuiltinImporter.find_spec("sys").origin,
      machinery.BuiltinImporter.find_spec("nope"), machinery.BuiltinImporter.is_package("sys"), machinery.BuiltinImporter.get_code("sys"))
attempt(lambda: machinery.BuiltinImporter.get_source("nope"))
print(repr(util.decode_source(b"\xef\xbb\xbfa\r\nb\rc")), repr(util.decode_source("# coding: latin-1\né".encode("latin-1"))), util.MAGIC_NUMBER[2:])
attempt(lambda: util.source_from_cache("/a/b.pyc"))
for path in WRITTEN:
    os.remove(path)
