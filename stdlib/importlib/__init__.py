"""Importing by name.

Invariant: modules are found and run by the machine itself; what is written here goes through `__import__`, or runs
again what `importlib.util.find_spec` finds."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__
_ModuleType = type(sys)


def import_module(name, package=None):
    """Imports a module and returns it; a name that begins with dots is relative to the package."""
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        from importlib._specs import resolve
        name = resolve(name, package)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Has finders look anew; the machine looks anew each time."""
    for finder in list(sys.path_importer_cache.values()):
        if hasattr(finder, "invalidate_caches"):
            finder.invalidate_caches()


def reload(module):
    """Runs the code of a module once more in the same namespace."""
    if not isinstance(module, _ModuleType):
        raise TypeError("reload() argument must be a module")
    name = getattr(getattr(module, "__spec__", None), "name", None) or module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    path, parent = None, name.rpartition(".")[0]
    if parent:
        if parent not in sys.modules:
            raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
        path = getattr(sys.modules[parent], "__path__", None)
    from importlib._specs import set_attributes
    from importlib.machinery import find
    spec = find(name, path)
    if spec is None:
        raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
    if spec.loader is not None:
        # What comes with the machine has run already and stays as it is.
        if spec.has_location:
            set_attributes(spec, module, override=True)
        spec.loader.exec_module(module)
    return sys.modules[name]
