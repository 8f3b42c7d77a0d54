"""Finding tests in files: modules by a pattern of file names, and packages below the start, whose load_tests may
take over. Every module is imported by the name that it has from the top-level folder."""
import os
import sys

from .case import SkipTest, skip
from ._patterns import matches

__unittest = True


def discover(loader, start, pattern, top):
    """Make a suite of what is found for the loader; `top` holds for nested calls too."""
    kept = loader._top_level_dir
    implicit = top is None and kept is None
    top = os.path.abspath(top or kept or start)
    if top not in sys.path:
        # What tests import must come from here, even if something of that name is installed.
        sys.path.insert(0, top)
    loader._top_level_dir = top
    try:
        folders = _start_folders(loader, start, top, implicit)
        search = _Search(loader, pattern)
        found = [tests for folder, loose in folders for tests in search.in_folder(folder, loose)]
    finally:
        loader._top_level_dir = kept
    return loader.suiteClass(found)


def _start_folders(loader, start, top, implicit):
    """Give (folder, whether it may lack an __init__.py) for the start, which is a folder or a dotted name."""
    folder = os.path.abspath(start)
    if os.path.isdir(folder):
        if folder != top and not os.path.isfile(os.path.join(folder, "__init__.py")):
            raise ImportError(f"Start directory is not importable: {folder!r}")
        return [(folder, False)]
    try:
        __import__(start)
    except ImportError:
        raise ImportError(f"Start directory is not importable: {start!r}") from None
    module = sys.modules[start]
    file = getattr(module, "__file__", None)
    if file is not None:
        folders = [(os.path.abspath(os.path.dirname(file)), False)]
    elif start in sys.builtin_module_names:
        raise TypeError("Can not use builtin modules as dotted module names") from None
    elif getattr(module, "__path__", None) is not None:
        folders = [(os.path.abspath(path), True) for path in module.__path__]
    else:
        raise TypeError(f"don't know how to discover from {module!r}") from None
    if implicit:
        first = folders[0][0]
        for _ in start.split("."):
            first = os.path.dirname(first)
        loader._top_level_dir = first
        sys.path.remove(top)
    return folders


class _Search:
    """One walk through folders."""

    def __init__(self, loader, pattern):
        self.loader = loader
        self.pattern = pattern

    def name_of(self, path):
        """Give the name of a module as seen from the top-level folder."""
        if path == self.loader._top_level_dir:
            return "."
        path = os.path.splitext(os.path.normpath(path))[0]
        relative = os.path.relpath(path, self.loader._top_level_dir)
        assert not os.path.isabs(relative) and not relative.startswith(".."), "Path must be within the project"
        return relative.replace(os.path.sep, ".")

    def in_folder(self, folder, loose=False):
        """Find the tests in a folder: of its own package first, then of what it holds."""
        name = self.name_of(folder)
        loading = self.loader._loading_packages
        # A package that is being loaded asked for this, by load_tests or as part of the walk.
        if name != "." and name not in loading:
            tests, onward = self.at_package(folder, loose)
            if tests is not None:
                yield tests
            if not onward:
                return
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            if os.path.isfile(path):
                tests = self.at_file(entry, path)
                if tests is not None:
                    yield tests
            elif os.path.isdir(path):
                tests, onward = self.at_package(path, False)
                if tests is not None:
                    yield tests
                if onward:
                    name = self.name_of(path)
                    loading.add(name)
                    try:
                        yield from self.in_folder(path)
                    finally:
                        loading.discard(name)

    def load(self, name):
        """Import a module; give it and None, or None and a test that tells why not."""
        try:
            __import__(name)
            return sys.modules[name], None
        except SkipTest as error:
            return None, _skipped_test(name, error, self.loader.suiteClass)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            return None, self.loader._failed(*self.loader._failed_import(name))

    def at_file(self, entry, path):
        stem, extension = os.path.splitext(entry)
        if extension.lower() != ".py" or not stem.isidentifier() or not matches(entry, self.pattern):
            return None
        module, instead = self.load(self.name_of(path))
        if module is None:
            return instead
        real = _real_stem(os.path.abspath(getattr(module, "__file__", path)))
        if real.lower() != _real_stem(path).lower():
            raise ImportError(
                f"{stem!r} module incorrectly imported from {os.path.dirname(real)!r}. "
                f"Expected {os.path.dirname(path)!r}. Is this module globally installed?")
        return self.loader.loadTestsFromModule(module, pattern=self.pattern)

    def at_package(self, folder, loose):
        """Give the tests of a package itself, and whether its folder is to be walked."""
        if not loose and not os.path.isfile(os.path.join(folder, "__init__.py")):
            return None, False
        name = self.name_of(folder)
        package, instead = self.load(name)
        if package is None:
            return instead, False
        loading = self.loader._loading_packages
        loading.add(name)
        try:
            tests = self.loader.loadTestsFromModule(package, pattern=self.pattern)
        finally:
            loading.discard(name)
        return tests, getattr(package, "load_tests", None) is None


def _real_stem(path):
    return os.path.splitext(os.path.realpath(path))[0]


def _skipped_test(name, error, suite_class):
    """Make a suite of one test that is skipped for the reason with which a module skipped its import."""
    def skipped(self):
        pass
    from .case import TestCase
    made = type("ModuleSkipped", (TestCase,), {name: skip(str(error))(skipped), "__module__": "unittest.loader"})
    return suite_class((made(name),))
