"""Tools for packages: what modules there are, and what stands in them.

Invariant: folders are listed in the order of names, so that the modules of a package always come in the same order."""
import sys
from collections import namedtuple

__all__ = [
    "get_importer", "iter_importers", "walk_packages", "iter_modules", "get_data", "extend_path", "ModuleInfo",
]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")
ModuleInfo.__doc__ = "What is known about a module: who finds it, its name, whether it is a package."


def get_importer(path_item):
    """The finder of an entry of `sys.path`, or None where there is none."""
    from os import fsdecode

    from importlib._loaders import finder_for
    return finder_for(fsdecode(path_item))


def iter_importers(fullname=""):
    """The finders that are asked for a module of that name."""
    if fullname.startswith("."):
        raise ImportError(f"Relative module name {fullname!r} not supported")
    package = fullname.rpartition(".")[0]
    if package:
        __import__(package)
        path = getattr(sys.modules[package], "__path__", None)
        if path is None:
            return
    else:
        from importlib.machinery import BuiltinImporter, FrozenImporter, PathFinder
        yield from (BuiltinImporter, FrozenImporter, PathFinder)
        path = sys.path
    for entry in path:
        yield get_importer(entry)


def iter_modules(path=None, prefix=""):
    """The modules in the folders of a path, or on `sys.path`; not those below packages."""
    if isinstance(path, str):
        raise ValueError("path must be None or list of paths to look for modules in")
    finders = iter_importers() if path is None else map(get_importer, path)
    seen = set()
    for finder in finders:
        for name, is_package in iter_importer_modules(finder, prefix):
            if name not in seen:
                seen.add(name)
                yield ModuleInfo(finder, name, is_package)


def iter_importer_modules(importer, prefix=""):
    """The modules that a finder finds, as pairs of name and whether it is a package."""
    own = getattr(importer, "iter_modules", None)
    if own is not None:
        return own(prefix)
    from importlib.machinery import FileFinder
    return _in_folder(importer.path, prefix) if isinstance(importer, FileFinder) else ()


def _in_folder(folder, prefix):
    import os
    from inspect import getmodulename
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    seen = set()
    for entry in names:
        name = getmodulename(entry)
        if name == "__init__" or name in seen:
            continue
        path, is_package = os.path.join(folder, entry), False
        if not name and "." not in entry and os.path.isdir(path):
            try:
                is_package = any(getmodulename(inner) == "__init__" for inner in os.listdir(path))
            except OSError:
                pass
            if not is_package:
                continue
            name = entry
        if name and "." not in name:
            seen.add(name)
            yield prefix + name, is_package


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in the folders of a path and below, for which packages are imported."""
    seen = set()
    for info in iter_modules(path, prefix):
        yield info
        if not info.ispkg:
            continue
        try:
            __import__(info.name)
        except Exception as error:
            if onerror is not None:
                onerror(info.name)
            elif not isinstance(error, ImportError):
                raise
            continue
        folders = [folder for folder in getattr(sys.modules[info.name], "__path__", None) or () if folder not in seen]
        seen.update(folders)
        yield from walk_packages(folders, info.name + ".", onerror)


def get_data(package, resource):
    """The bytes of a file beside a package's own, or None where the package can't be found or has no files."""
    from importlib.util import find_spec
    try:
        spec = find_spec(package)
    except ValueError:
        return None
    if spec is None or not hasattr(spec.loader, "get_data"):
        return None
    module = sys.modules.get(package)
    if module is None:
        __import__(package)
        module = sys.modules[package]
    if not getattr(module, "__file__", None):
        return None
    import os
    return spec.loader.get_data(os.path.join(os.path.dirname(module.__file__), *resource.split("/")))


def extend_path(path, name):
    """The path of a package with all folders of that name along `sys.path`."""
    if not isinstance(path, list):
        return path
    import os
    path = path[:]
    parent, _, last = name.rpartition(".")
    if parent:
        try:
            search = sys.modules[parent].__path__
        except (KeyError, AttributeError):
            return path
    else:
        search = sys.path
    for folder in search:
        if not isinstance(folder, str):
            continue
        finder = get_importer(folder)
        if finder is not None and hasattr(finder, "find_spec"):
            spec = finder.find_spec(name)
            for portion in (spec.submodule_search_locations or ()) if spec is not None else ():
                if portion not in path:
                    path.append(portion)
        listing = os.path.join(folder, name + ".pkg")
        if os.path.isfile(listing):
            path.extend(_listed(listing))
    return path


def _listed(listing):
    """The folders that a file names, one in a line."""
    try:
        with open(listing) as stream:
            lines = [line.rstrip("\n") for line in stream]
    except OSError as error:
        sys.stderr.write(f"Can't open {listing}: {error}\n")
        return []
    return [line for line in lines if line and not line.startswith("#")]


def resolve_name(name):
    """The object of a dotted name; what is left of a colon is the module."""
    if not isinstance(name, str):
        raise TypeError(f"expected string or bytes-like object, got {type(name).__name__!r}")
    module_name, colon, rest = name.partition(":")
    if not _is_dotted(module_name) or rest and not _is_dotted(rest):
        raise ValueError(f"invalid format: {name!r}")
    from importlib import import_module
    if colon:
        found, parts = import_module(module_name), rest.split(".") if rest else []
    else:
        first, *parts = module_name.split(".")
        found, path = import_module(first), first
        while parts:
            path = f"{path}.{parts[0]}"
            try:
                found = import_module(path)
            except ImportError:
                break
            del parts[0]
    for part in parts:
        found = getattr(found, part)
    return found


def _is_dotted(name):
    return all(part.isidentifier() for part in name.split("."))
