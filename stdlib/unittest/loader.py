"""Finding tests: in classes, in modules, by dotted names, and in folders.

A name that leads nowhere becomes a test that raises the reason when it runs, so that the other tests still run; its
text is also kept in the loader's `errors`.
"""
from . import case, suite, util

__unittest = True


class _FailedTest(case.TestCase):
    """A test that could not be loaded, under the name that was asked for."""

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName and not (self._testMethodName is None and "_outcome" not in self.__dict__):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

        def failing():
            raise self._exception
        return failing


def _format_exc():
    from traceback import format_exc
    return format_exc()


class TestLoader:
    """Makes suites of tests that it finds."""

    testMethodPrefix = "test"
    sortTestMethodsUsing = staticmethod(util.three_way_cmp)
    testNamePatterns = None
    suiteClass = suite.TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def _failed(self, name, exception, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, exception),))

    def _failed_import(self, name):
        message = f"Failed to import test module: {name}\n{_format_exc()}"
        return name, ImportError(message), message

    def loadTestsFromTestCase(self, testCaseClass):
        """Make a suite of the test methods of a class."""
        if issubclass(testCaseClass, suite.TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = []
        if testCaseClass not in _PLAIN and not _is_abstract(testCaseClass):
            names = self.getTestCaseNames(testCaseClass) or ["runTest"] * hasattr(testCaseClass, "runTest")
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Make a suite of the test classes of a module, or what its load_tests makes of that suite."""
        found = []
        for name in dir(module):
            thing = getattr(module, name)
            if _is_case(thing) and not _is_abstract(thing):
                found.append(self.loadTestsFromTestCase(thing))
        tests = self.suiteClass(found)
        load_tests = getattr(module, "load_tests", None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as error:
            return self._failed(module.__name__, error, f"Failed to call load_tests:\n{_format_exc()}")

    def loadTestsFromName(self, name, module=None):
        """Make a suite of what a dotted name leads to, from the module if one is given."""
        parts = name.split(".")
        failure = None
        if module is None:
            module, failure = self._import_start(parts)
            if module is None:
                return self._failed(*failure)
            del parts[0]
        parent, found = None, module
        for part in parts:
            try:
                parent, found = found, getattr(found, part)
            except AttributeError as error:
                # Of a package it is the failed import that tells why it lacks the name.
                if failure is None or getattr(found, "__path__", None) is None:
                    failure = part, error, f"Failed to access attribute:\n{_format_exc()}"
                return self._failed(*failure)
        return self._tests_of(found, parent, parts)

    def _import_start(self, parts):
        """Import the longest start of the name that is a module; give it (or None) and the last failure."""
        failure = None
        for end in range(len(parts), 0, -1):
            try:
                return __import__(".".join(parts[:end])), failure
            except ImportError:
                failure = self._failed_import(parts[end - 1])
        return None, failure

    def _tests_of(self, found, parent, parts):
        if isinstance(found, _Module):
            return self.loadTestsFromModule(found)
        if _is_case(found):
            return self.loadTestsFromTestCase(found)
        if isinstance(found, _Function) and isinstance(parent, type) and issubclass(parent, case.TestCase):
            if _is_abstract(parent):
                raise TypeError(f"Cannot instantiate abstract test case {parent.__name__}")
            test = parent(parts[-1])
            # A static method is called like any function.
            if not isinstance(getattr(test, parts[-1]), _Function):
                return self.suiteClass([test])
        elif isinstance(found, suite.TestSuite):
            return found
        if not callable(found):
            raise TypeError(f"don't know how to make test from: {found}")
        made = found()
        if isinstance(made, suite.TestSuite):
            return made
        if isinstance(made, case.TestCase):
            return self.suiteClass([made])
        raise TypeError(f"calling {found} returned {made}, not a test")

    def loadTestsFromNames(self, names, module=None):
        """Make a suite of what several dotted names lead to."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def getTestCaseNames(self, testCaseClass):
        """Give the names of the test methods of a class, in order."""
        names = []
        for name in dir(testCaseClass):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                continue
            full = f"{util.strclass(testCaseClass)}.{name}"
            if self.testNamePatterns is None or _matches_one(full, self.testNamePatterns):
                names.append(name)
        compare = self.sortTestMethodsUsing
        if compare is util.three_way_cmp:
            names.sort()
        elif compare:
            from functools import cmp_to_key
            names.sort(key=cmp_to_key(compare))
        return names

    def discover(self, start_dir, pattern="test*.py", top_level_dir=None):
        """Make a suite of the tests in files of a folder, and of those below that are packages."""
        from ._discovery import discover
        return discover(self, start_dir, pattern, top_level_dir)


_Module = type(suite)
_Function = type(_format_exc)
_PLAIN = case.TestCase, case.FunctionTestCase


def _is_case(thing):
    return isinstance(thing, type) and issubclass(thing, case.TestCase) and thing not in _PLAIN


def _matches_one(name, patterns):
    from ._patterns import matches
    return any(matches(name, pattern) for pattern in patterns)


def _is_abstract(cls):
    return bool(getattr(cls, "__abstractmethods__", None))


defaultTestLoader = TestLoader()
