"""Tools for what imports modules in ways of its own.

Invariant: nothing here imports a module but the packages above one that is looked for."""
import sys
from types import ModuleType

from importlib._specs import (
    ModuleSpec, cache_from_source, module_from_spec, resolve, source_from_cache, spec_from_file_location,
    spec_from_loader,
)
from importlib.abc import Loader

__all__ = [
    "LazyLoader", "Loader", "MAGIC_NUMBER", "cache_from_source", "decode_source", "find_spec", "module_from_spec",
    "resolve_name", "source_from_cache", "spec_from_file_location", "spec_from_loader",
]

MAGIC_NUMBER = b"+\x0e\r\n"


def resolve_name(name, package):
    """The full name of a relative one."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(f"no package specified for {name!r} (required for relative module names)")
    return resolve(name, package)


def decode_source(source_bytes):
    """The text of source bytes, with line feeds only."""
    from linecache import decode
    return decode(bytes(source_bytes))


def find_spec(name, package=None):
    """The spec of a module, or None if there is none; packages above it are imported."""
    fullname = resolve_name(name, package) if name.startswith(".") else name
    if fullname in sys.modules:
        return _spec_of(fullname, sys.modules[fullname])
    from importlib.machinery import find
    parent = fullname.rpartition(".")[0]
    if not parent:
        return find(fullname)
    above = __import__(parent, fromlist=["__path__"])
    try:
        path = above.__path__
    except AttributeError as error:
        raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {fullname!r}",
                                  name=fullname) from error
    return find(fullname, path)


def _spec_of(name, module):
    """The spec of a module that is imported; those that the machine has imported are looked for."""
    if module is None:
        return None
    try:
        spec = module.__spec__
    except AttributeError:
        raise ValueError(f"{name}.__spec__ is not set") from None
    if spec is None and name != "__main__":
        from importlib.machinery import NamespaceLoader, find
        above = sys.modules.get(name.rpartition(".")[0])
        spec = find(name, getattr(above, "__path__", None))
        if spec is not None and spec.loader is None:
            spec.loader = NamespaceLoader(name, spec.submodule_search_locations, None)
    if spec is None:
        raise ValueError(f"{name}.__spec__ is None")
    return spec


class _LazyModule(ModuleType):
    """A module that runs when an attribute of it is first asked for."""

    def __getattribute__(self, attr):
        _run_now(self)
        return getattr(self, attr)

    def __delattr__(self, attr):
        _run_now(self)
        delattr(self, attr)


def _run_now(module):
    entries = object.__getattribute__(module, "__dict__")
    spec = entries["__spec__"]
    state = spec.loader_state
    object.__setattr__(module, "__class__", state["__class__"])
    # What has been set meanwhile wins over what the code of the module sets.
    before = state["__dict__"]
    changed = {key: value for key, value in entries.items() if key not in before or before[key] is not value}
    spec.loader.exec_module(module)
    if spec.name in sys.modules and sys.modules[spec.name] is not module:
        raise ValueError(f"module object for {spec.name!r} substituted in sys.modules during a lazy load")
    entries.update(changed)


def _check_can_run(loader):
    if not hasattr(loader, "exec_module"):
        raise TypeError("loader must define exec_module()")


class LazyLoader(Loader):
    """A loader whose modules run when an attribute of them is first asked for."""

    def __init__(self, loader):
        _check_can_run(loader)
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """A function that makes lazy loaders of that kind of loader."""
        _check_can_run(loader)

        def lazily(*args, **kwargs):
            made = loader(*args, **kwargs)
            return cls(made)

        return lazily

    def create_module(self, spec):
        """Leaves it to the other loader to make the module."""
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Puts off running the module."""
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {"__class__": type(module), "__dict__": dict(module.__dict__)}
        module.__class__ = _LazyModule
