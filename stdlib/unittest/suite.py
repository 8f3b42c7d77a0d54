"""Suites: tests in an order, and the fixtures of the classes and modules between which the order passes.

A fixture runs when the class (or module) of the next test differs from that of the test before, which the result
object remembers; so nested suites share their fixtures.
"""
import sys

from . import case
from .util import strclass

__unittest = True


class BaseTestSuite:
    """A collection of tests and suites that runs them in order, without fixtures."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return f"<{strclass(type(self))} tests={list(self)}>"

    def __eq__(self, other):
        if isinstance(other, type(self)):
            return list(self) == list(other)
        return NotImplemented

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        """Give the number of tests, those included that have run."""
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        """Put a test or suite at the end."""
        if isinstance(test, type) and issubclass(test, (case.TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        if callable(test):
            self._tests.append(test)
        else:
            raise TypeError(f"{test!r} is not callable")

    def addTests(self, tests):
        """Put all tests of an iterable at the end."""
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def run(self, result):
        """Run the tests until the result says stop."""
        for test in self._until_stopped(result):
            test(result)
        return result

    def _until_stopped(self, result):
        """Give the tests one after the other, and let go of each when it has run."""
        for at, test in enumerate(self):
            if result.shouldStop:
                return
            yield test
            if self._cleanup:
                self._removeTestAtIndex(at)

    def _removeTestAtIndex(self, index):
        """Let go of a test that has run, so that what it holds can be freed."""
        tests = self._tests
        if not hasattr(tests, "__setitem__"):
            return  # a subclass keeps its tests in something else
        self._removed_tests += getattr(tests[index], "countTestCases", int)()
        tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests without collecting results; the first error ends it."""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A collection of tests that also runs the fixtures of their classes and modules."""

    def run(self, result, debug=False):
        """Run the tests and fixtures until the result says stop."""
        outermost = getattr(result, "_testRunEntered", False) is False
        if outermost:
            result._testRunEntered = True
        fixtures = _Fixtures(result)
        for test in self._until_stopped(result):
            if not _is_suite(test):
                fixtures.pass_to(test)
                if getattr(type(test), "_classSetupFailed", False) or getattr(result, "_moduleSetUpFailed", False):
                    continue
            if debug:
                test.debug()
            else:
                test(result)
        if outermost:
            fixtures.leave_class(None)
            fixtures.leave_module()
            result._testRunEntered = False
        return result

    def debug(self):
        """Run the tests and fixtures without collecting results; the first error ends it."""
        self.run(_RaisingResult(), True)


def _is_suite(test):
    try:
        iter(test)
    except TypeError:
        return False
    return True


class _RaisingResult:
    """Stands for a result where errors are to pass on."""

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False


class _ErrorHolder:
    """Stands for a test in reports about a fixture."""

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return f"<ErrorHolder description={self.description!r}>"

    def __str__(self):
        return self.description

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _Fixtures:
    """Runs what stands between two tests. The state lives in the result, which suites within suites share."""

    def __init__(self, result):
        self.result = result

    def pass_to(self, test):
        self.leave_class(test)
        self.enter_module(test)
        self.enter_class(test)
        self.result._previousTestClass = type(test)

    def previous(self):
        return getattr(self.result, "_previousTestClass", None)

    def module_failed(self):
        return getattr(self.result, "_moduleSetUpFailed", False)

    def tell(self, name):
        """Call a method of the result if it has it."""
        getattr(self.result, name, _nothing)()

    def report(self, error, fixture, of, info=None):
        holder = _ErrorHolder(f"{fixture} ({of})")
        add_skip = getattr(self.result, "addSkip", None)
        if add_skip is not None and isinstance(error, case.SkipTest):
            add_skip(holder, str(error))
        else:
            self.result.addError(holder, info or (type(error), error, error.__traceback__))

    def attempt(self, function, fixture, of):
        """Call a fixture; False if it failed, which is reported."""
        try:
            function()
        except Exception as error:
            if isinstance(self.result, _RaisingResult):
                raise
            self.report(error, fixture, of)
            return False
        return True

    def clean_class(self, cls, fixture):
        """Run the clean-ups of a class and report what they raised."""
        do_cleanups = getattr(cls, "doClassCleanups", None)
        if do_cleanups is None:
            return
        do_cleanups()
        for info in cls.tearDown_exceptions:
            if isinstance(self.result, _RaisingResult):
                raise info[1]
            self.report(info[1], fixture, strclass(cls), info)

    def enter_class(self, test):
        cls = type(test)
        if cls == self.previous() or self.module_failed() or getattr(cls, "__unittest_skip__", False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            pass  # a built-in class has no place for it
        set_up = getattr(cls, "setUpClass", None)
        if set_up is None:
            return
        self.tell("_setupStdout")
        try:
            if not self.attempt(set_up, "setUpClass", strclass(cls)):
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self.clean_class(cls, "setUpClass")
        finally:
            self.tell("_restoreStdout")

    def leave_class(self, test):
        cls = self.previous()
        if cls is None or cls == type(test) or getattr(cls, "_classSetupFailed", False):
            return
        if self.module_failed() or getattr(cls, "__unittest_skip__", False):
            return
        tear_down = getattr(cls, "tearDownClass", None)
        if tear_down is None and getattr(cls, "doClassCleanups", None) is None:
            return
        self.tell("_setupStdout")
        try:
            if tear_down is not None:
                self.attempt(tear_down, "tearDownClass", strclass(cls))
            self.clean_class(cls, "tearDownClass")
        finally:
            self.tell("_restoreStdout")

    def enter_module(self, test):
        previous = self.previous()
        name = type(test).__module__
        if previous is not None and previous.__module__ == name:
            return
        self.leave_module()
        self.result._moduleSetUpFailed = False
        module = sys.modules.get(name)
        if module is None:
            return
        set_up = getattr(module, "setUpModule", None)
        if set_up is None:
            return
        self.tell("_setupStdout")
        try:
            if not self.attempt(set_up, "setUpModule", name):
                self.result._moduleSetUpFailed = True
                self.attempt(case.doModuleCleanups, "setUpModule", name)
        finally:
            self.tell("_restoreStdout")

    def leave_module(self):
        previous = self.previous()
        if previous is None or self.module_failed():
            return
        name = previous.__module__
        module = sys.modules.get(name)
        if module is None:
            return
        self.tell("_setupStdout")
        try:
            tear_down = getattr(module, "tearDownModule", None)
            if tear_down is not None:
                self.attempt(tear_down, "tearDownModule", name)
            self.attempt(case.doModuleCleanups, "tearDownModule", name)
        finally:
            self.tell("_restoreStdout")


def _nothing():
    pass
