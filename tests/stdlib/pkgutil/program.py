# Plugins: every module of a package that has a `register` is loaded and asked to register itself.
import importlib
import tempfile
import os
import pkgutil
import shutil
import sys

FOLDER = os.path.join(tempfile.mkdtemp(), "pkgutil_program_files")
SOURCES = {
    "__init__.py": "",
    "greet.py": "def register(registry):\n    registry['greet'] = lambda name: f'hello {name}'\n",
    "maths/__init__.py": "def register(registry):\n    registry['double'] = lambda number: 2 * int(number)\n",
    "maths/more.py": "def register(registry):\n    from . import register as first\n    first(registry)\n    registry['square'] = lambda n: int(n) ** 2\n",
    "helper.py": "constant = 1\n",
    "broken.py": "import no_such_dependency\n",
}
for path, text in SOURCES.items():
    path = os.path.join(FOLDER, "plugs", path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as stream:
        stream.write(text)
sys.path.insert(0, FOLDER)
import plugs

registry, skipped = {}, []
for info in pkgutil.walk_packages(plugs.__path__, plugs.__name__ + "."):
    try:
        module = importlib.import_module(info.name)
    except ImportError as error:
        skipped.append((info.name, error.name))
        continue
    register = getattr(module, "register", None)
    print(info.name, "package" if info.ispkg else "module", register is not None)
    if register:
        register(registry)
print(sorted(registry), skipped)
for line in ("greet you", "double 4", "square 5"):
    name, argument = line.split()
    print(line, "->", registry[name](argument))
print(pkgutil.resolve_name("plugs.maths.more:register").__module__, pkgutil.get_data("plugs", "helper.py"))
shutil.rmtree(FOLDER)
