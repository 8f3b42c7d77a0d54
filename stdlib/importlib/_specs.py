"""Specs of modules: what is known about one before it runs.

Invariant: a module made of a spec has every attribute that the spec can tell before its code runs."""
import sys

_MISSING = object()


class ModuleSpec:
    """What is known about a module before it runs."""

    __module__ = "_frozen_importlib"

    def __init__(self, name, loader, *, origin=None, loader_state=None, is_package=None):
        self.name, self.loader, self.origin, self.loader_state = name, loader, origin, loader_state
        self.submodule_search_locations = [] if is_package else None
        self._in_file, self._cached = False, None

    @property
    def cached(self):
        """Where CPython would keep the compiled module."""
        if self._cached is None and self.origin is not None and self._in_file and self.origin.endswith(".py"):
            if sys.implementation.cache_tag is not None:
                self._cached = cache_from_source(self.origin)
        return self._cached

    @cached.setter
    def cached(self, cached):
        self._cached = cached

    @property
    def parent(self):
        """The name of the package in which it is; of a package its own."""
        return self.name.rpartition(".")[0] if self.submodule_search_locations is None else self.name

    @property
    def has_location(self):
        """Whether its origin is a place from which it can be loaded."""
        return self._in_file

    @has_location.setter
    def has_location(self, value):
        self._in_file = bool(value)

    def __repr__(self):
        shown = f"name={self.name!r}, loader={self.loader!r}"
        if self.origin is not None:
            shown += f", origin={self.origin!r}"
        if self.submodule_search_locations is not None:
            shown += f", submodule_search_locations={self.submodule_search_locations}"
        return f"{type(self).__name__}({shown})"

    def _key(self):
        return (self.name, self.loader, self.origin, self.submodule_search_locations, self.cached, self.has_location)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, ModuleSpec) else NotImplemented

    __hash__ = None


def resolve(name, package):
    """The full name of a relative one."""
    bare = name.lstrip(".")
    parts = package.rsplit(".", len(name) - len(bare) - 1)
    if len(parts) < len(name) - len(bare):
        raise ImportError("attempted relative import beyond top-level package")
    return f"{parts[0]}.{bare}" if bare else parts[0]


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module that a loader can load."""
    origin = getattr(loader, "_ORIGIN", None) if origin is None else origin
    if origin is None and hasattr(loader, "get_filename"):
        places = {} if is_package is None else {"submodule_search_locations": [] if is_package else None}
        return spec_from_file_location(name, loader=loader, **places)
    return ModuleSpec(name, loader, origin=origin, is_package=_is_package(name, loader, is_package))


def _is_package(name, loader, told=None):
    """Whether a module is a package: as the caller says, or as the loader does if it can tell."""
    ask = getattr(loader, "is_package", None)
    if told is not None or ask is None:
        return told
    try:
        return ask(name)
    except ImportError:
        return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_MISSING):
    """The spec of a module that is in a file; None where no loader knows files of that name."""
    import os
    if location is None:
        location = "<unknown>"
        try:
            location = loader.get_filename(name)
        except (AttributeError, ImportError):
            pass
        if loader is None:
            return None
    else:
        location = os.path.abspath(os.fspath(location))
    if loader is None:
        from importlib._loaders import loader_for
        loader = loader_for(name, location)
        if loader is None:
            return None
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not _MISSING:
        spec.submodule_search_locations = submodule_search_locations
    elif _is_package(name, loader):
        spec.submodule_search_locations = []
    if spec.submodule_search_locations == [] and location:
        spec.submodule_search_locations.append(os.path.dirname(location))
    return spec


def module_from_spec(spec):
    """A new module with the attributes that its spec tells, which has not run yet."""
    create = getattr(spec.loader, "create_module", None)
    if create is None and hasattr(spec.loader, "exec_module"):
        raise ImportError("loaders that define exec_module() must also define create_module()")
    made = create(spec) if create is not None else None
    return set_attributes(spec, type(sys)(spec.name) if made is None else made)


def set_attributes(spec, module, override=False):
    """Gives a module the attributes that its spec tells; those that it has stay unless they are to be overridden."""
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        from importlib._loaders import NamespaceLoader
        loader = NamespaceLoader.__new__(NamespaceLoader)
        loader._path = spec.submodule_search_locations
    told = {"__name__": spec.name, "__loader__": loader, "__package__": spec.parent}
    if spec.submodule_search_locations is not None:
        told["__path__"] = spec.submodule_search_locations
    if spec.has_location:
        told["__file__"] = spec.origin
        if spec.cached is not None:
            told["__cached__"] = spec.cached
    module.__spec__ = spec
    for name, value in told.items():
        if override or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where CPython would keep the compiled form of a source file."""
    import os
    if debug_override is not None:
        import warnings
        warnings.warn("the debug_override parameter is deprecated; use 'optimization' instead", DeprecationWarning, 2)
        if optimization is not None:
            raise TypeError("debug_override or optimization must be set to None")
        optimization = "" if debug_override else 1
    folder, name = os.path.split(os.fspath(path))
    base, dot, ending = name.rpartition(".")
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    if optimization is None:
        optimization = sys.flags.optimize or ""
    level = str(optimization)
    if level and not level.isalnum():
        raise ValueError(f"{optimization!r} is not alphanumeric")
    mark = f".opt-{level}" if level else ""
    return os.path.join(folder, "__pycache__", f"{base or ending}{dot}{tag}{mark}.pyc")


def source_from_cache(path):
    """The source file whose compiled form CPython would keep there."""
    import os
    path = os.fspath(path)
    folder, name = os.path.split(path)
    folder, last = os.path.split(folder)
    if last != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    dots = name.count(".")
    if dots not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    if dots == 3:
        mark = name.rsplit(".", 2)[-2]
        if not mark.startswith("opt-"):
            raise ValueError("optimization portion of filename does not start with 'opt-'")
        if not mark[4:].isalnum():
            raise ValueError(f"optimization level {mark!r} is not an alphanumeric value")
    return os.path.join(folder, name.partition(".")[0] + ".py")
