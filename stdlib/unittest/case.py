"""Test cases: one test method with its fixtures, and the assertions.

A test runs in steps (set-up, the method, tear-down, clean-ups); what a step raises is reported to the result at once
and never passes on, but for KeyboardInterrupt. Texts of longer comparisons are made in `_texts`.
"""
import sys
import time

from ._decorators import expectedFailure, skip, skipIf, skipUnless
from .util import _count_differences, _pair_of_reprs, safe_repr, strclass

__unittest = True

_subtest_msg_sentinel = object()

DIFF_OMITTED = "\nDiff is %s characters long. Set self.maxDiff to None to see it."


class SkipTest(Exception):
    """Raised in a test to skip it."""


class _EndOfTest(Exception):
    """Ends a test at a subtest after which nothing is to run; it is no outcome of its own."""


class _Outcome:
    """What has become of a test so far."""

    def __init__(self, result=None):
        self.success, self.result = True, result
        self.result_supports_subtests = hasattr(result, "addSubTest")
        # Whether a failure is expected now, and the one that came.
        self.expecting_failure, self.expectedFailure = False, None

    def step(self, test, function, *args):
        """Call a part of a test and report what it raises."""
        try:
            function(*args)
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.take(test, error)

    def take(self, test, error, subtest=False):
        """Report what a part of a test (or a subtest) raised."""
        if isinstance(error, _EndOfTest):
            return
        if isinstance(error, SkipTest):
            self.success = False
            _report_skip(self.result, test, str(error))
            return
        info = type(error), error, error.__traceback__
        if self.expecting_failure:
            self.expectedFailure = info
            return
        self.success = False
        if subtest:
            self.result.addSubTest(test.test_case, test, info)
        elif self.result is not None:
            if isinstance(error, test.failureException):
                self.result.addFailure(test, info)
            else:
                self.result.addError(test, info)


def _report_skip(result, test, reason):
    add_skip = getattr(result, "addSkip", None)
    if add_skip is not None:
        add_skip(test, reason)
        return
    import warnings
    warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
    result.addSuccess(test)


_module_cleanups = []


def _entered(cm, add_cleanup):
    kind = type(cm)
    try:
        enter, leave = kind.__enter__, kind.__exit__
    except AttributeError:
        raise TypeError(f"'{strclass(kind)}' object does not support the context manager protocol") from None
    value = enter(cm)
    add_cleanup(leave, cm, None, None, None)
    return value


def addModuleCleanup(function, /, *args, **kwargs):
    """Have a function called after tearDownModule, or after setUpModule fails."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Enter a context manager that is left with the module's clean-ups."""
    return _entered(cm, addModuleCleanup)


def doModuleCleanups():
    """Call the module's clean-ups, the last one first, and raise the first exception of them."""
    first = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as error:
            if first is None:
                first = error
    if first is not None:
        raise first


class TestCase:
    """One test: a method, the fixtures around it, and the assertions that it makes."""

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    # Comparing the lines of longer strings would take too long.
    _diffThreshold = 2 ** 16

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName="runTest"):
        method = getattr(self, methodName, None)
        if method is None and methodName != "runTest":
            raise ValueError(f"no such test method in {type(self)}: {methodName}")
        self._testMethodName = methodName
        self._testMethodDoc = getattr(method, "__doc__", None) if method is not None else "No test"
        self._outcome = None
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: "assertDictEqual",
            list: "assertListEqual",
            tuple: "assertTupleEqual",
            set: "assertSetEqual",
            frozenset: "assertSetEqual",
            str: "assertMultiLineEqual",
        }

    def addTypeEqualityFunc(self, typeobj, function):
        """Have assertEqual compare two objects of exactly this type by a function or the method of that name."""
        self._type_equality_funcs[typeobj] = function

    # Fixtures.

    def addCleanup(self, function, /, *args, **kwargs):
        """Have a function called after tearDown, or after setUp fails."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enter a context manager that is left with the test's clean-ups."""
        return _entered(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Have a function called after tearDownClass, or after setUpClass fails."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Enter a context manager that is left with the class's clean-ups."""
        return _entered(cm, cls.addClassCleanup)

    def setUp(self):
        """Prepare each test."""

    def tearDown(self):
        """Tidy up after each test whose setUp went well."""

    @classmethod
    def setUpClass(cls):
        """Prepare the tests of the class."""

    @classmethod
    def tearDownClass(cls):
        """Tidy up after the tests of the class."""

    def doCleanups(self):
        """Call the clean-ups, the last one first; tells whether all went well."""
        outcome = self._outcome or _Outcome()
        waiting = self._cleanups
        while waiting:
            outcome.step(self, self._clean, *waiting.pop())
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Call the class's clean-ups, the last one first, and keep what they raise in tearDown_exceptions."""
        cls.tearDown_exceptions = raised = []
        waiting = cls._class_cleanups
        while waiting:
            function, args, kwargs = waiting.pop()
            try:
                function(*args, **kwargs)
            except Exception as error:
                raised.append((type(error), error, error.__traceback__))

    # Steps, which IsolatedAsyncioTestCase takes in its own way.

    def _prepare(self):
        self.setUp()

    def _perform(self, method):
        value = method()
        if value is not None:
            import warnings
            warnings.warn(self._text_on_value(method, value), DeprecationWarning, stacklevel=5)

    def _tidy(self):
        self.tearDown()

    def _clean(self, function, args, kwargs):
        function(*args, **kwargs)

    def _text_on_value(self, method, value):
        kind = type(value).__name__
        text = f"It is deprecated to return a value that is not None from a test case ({method} returned {kind!r})"
        if kind == "coroutine":
            text += ". Maybe you forgot to use IsolatedAsyncioTestCase as the base class?"
        return text

    # Running.

    def _mark(self, method, name, default):
        """Give what a decorator left at the class or the method."""
        return getattr(type(self), name, default) or getattr(method, name, default)

    def run(self, result=None):
        """Run the test and report to the result, which is returned."""
        own = result is None
        if own:
            result = self.defaultTestResult()
            begin_run = getattr(result, "startTestRun", None)
            if begin_run is not None:
                begin_run()
        result.startTest(self)
        try:
            method = getattr(self, self._testMethodName)
            if self._mark(method, "__unittest_skip__", False):
                _report_skip(result, self, self._mark(method, "__unittest_skip_why__", ""))
            else:
                self._outcome = _Outcome(result)
                try:
                    self._run_steps(method, self._outcome)
                finally:
                    self._outcome = None
            return result
        finally:
            result.stopTest(self)
            if own and (end_run := getattr(result, "stopTestRun", None)) is not None:
                end_run()

    def _run_steps(self, method, outcome):
        result = outcome.result
        failure_expected = self._mark(method, "__unittest_expecting_failure__", False)
        begin = time.perf_counter()
        outcome.step(self, self._prepare)
        if outcome.success:
            outcome.expecting_failure = failure_expected
            outcome.step(self, self._perform, method)
            outcome.expecting_failure = False
            outcome.step(self, self._tidy)
        self.doCleanups()
        add_duration = getattr(result, "addDuration", None)
        if add_duration is None:
            import warnings
            warnings.warn("TestResult has no addDuration method", RuntimeWarning, stacklevel=2)
        else:
            add_duration(self, time.perf_counter() - begin)
        if not outcome.success:
            return
        if not failure_expected:
            result.addSuccess(self)
        elif outcome.expectedFailure:
            self._report_expected_failure(result, outcome.expectedFailure)
            # The traceback holds this very frame's callers.
            outcome.expectedFailure = None
        else:
            self._report_unexpected_success(result)

    def _report_expected_failure(self, result, info):
        add = getattr(result, "addExpectedFailure", None)
        if add is not None:
            add(self, info)
            return
        import warnings
        warnings.warn("TestResult has no addExpectedFailure method, reporting as passes", RuntimeWarning)
        result.addSuccess(self)

    def _report_unexpected_success(self, result):
        add = getattr(result, "addUnexpectedSuccess", None)
        if add is not None:
            add(self)
            return
        import warnings
        warnings.warn("TestResult has no addUnexpectedSuccess method, reporting as failure", RuntimeWarning)
        try:
            raise SkipTest from None
        except SkipTest:
            result.addFailure(self, sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test without a result; what it raises passes on."""
        method = getattr(self, self._testMethodName)
        if self._mark(method, "__unittest_skip__", False):
            raise SkipTest(self._mark(method, "__unittest_skip_why__", ""))
        self._prepare()
        self._perform(method)
        self._tidy()
        while self._cleanups:
            self._clean(*self._cleanups.pop())

    def subTest(self, msg=_subtest_msg_sentinel, **params):
        """Give a context whose failure is reported with the parameters and does not end the test."""
        return _SubTestContext(self, msg, params)

    def skipTest(self, reason):
        """Skip the test from here."""
        raise SkipTest(reason)

    # What the test is.

    def countTestCases(self):
        """Give 1."""
        return 1

    def defaultTestResult(self):
        """Make the result that run() uses if none is given."""
        from .result import TestResult
        return TestResult()

    def shortDescription(self):
        """Give the first line of the test method's docstring, or None."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        """Give the full dotted name of the test."""
        return f"{strclass(type(self))}.{self._testMethodName}"

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{strclass(type(self))} testMethod={self._testMethodName}>"

    # Assertions.

    def fail(self, msg=None):
        """Fail with the message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if msg is None or not self.longMessage:
            return msg or standardMsg
        try:
            return f"{standardMsg} : {msg}"
        except UnicodeDecodeError:
            return f"{safe_repr(standardMsg)} : {safe_repr(msg)}"

    def _fail_with_difference(self, msg, text, difference):
        if self.maxDiff is not None and len(difference) > self.maxDiff:
            difference = DIFF_OMITTED % len(difference)
        self.fail(self._formatMessage(msg, text + difference))

    def assertFalse(self, expr, msg=None):
        """Fail if the expression is true."""
        if expr:
            self.fail(self._formatMessage(msg, f"{safe_repr(expr)} is not false"))

    def assertTrue(self, expr, msg=None):
        """Fail if the expression is false."""
        if not expr:
            self.fail(self._formatMessage(msg, f"{safe_repr(expr)} is not true"))

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail if the call, or the block of the context that is given without one, does not raise."""
        from ._contexts import _AssertRaisesContext
        return _AssertRaisesContext(expected_exception, self).handle("assertRaises", args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail if the call, or the block of the context that is given without one, does not warn."""
        from ._contexts import _AssertWarnsContext
        return _AssertWarnsContext(expected_warning, self).handle("assertWarns", args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        from ._contexts import _AssertNotWarnsContext
        return _AssertNotWarnsContext(expected_warning, self).handle("_assertNotWarns", args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Fail unless it raises and the pattern is found in the text of the exception."""
        from ._contexts import _AssertRaisesContext
        context = _AssertRaisesContext(expected_exception, self, expected_regex)
        return context.handle("assertRaisesRegex", args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Fail unless it warns and the pattern is found in the text of the warning."""
        from ._contexts import _AssertWarnsContext
        context = _AssertWarnsContext(expected_warning, self, expected_regex)
        return context.handle("assertWarnsRegex", args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Give a context that fails unless something is logged at the level or above."""
        from ._contexts import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=False)

    def assertNoLogs(self, logger=None, level=None):
        """Give a context that fails if something is logged at the level or above."""
        from ._contexts import _AssertLogsContext
        return _AssertLogsContext(self, logger, level, no_logs=True)

    def _equality_function(self, first, second):
        # A subclass may have another repr or another idea of equality, so the types must be the same.
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._assert_plainly_equal

    def _assert_plainly_equal(self, first, second, msg=None):
        if not first == second:
            self.fail(self._formatMessage(msg, "%s != %s" % _pair_of_reprs(first, second)))

    def assertEqual(self, first, second, msg=None):
        """Fail if the two are not equal, in the words of their common type."""
        self._equality_function(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """Fail if the two are equal."""
        if not first != second:
            self.fail(self._formatMessage(msg, f"{safe_repr(first)} == {safe_repr(second)}"))

    def _distance(self, first, second, places, delta):
        """Give (how far the two are apart, whether that is near, in which words)."""
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        apart = abs(first - second)
        if delta is not None:
            return apart, apart <= delta, f"{safe_repr(delta)} delta"
        places = 7 if places is None else places
        return apart, round(apart, places) == 0, f"{places!r} places"

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two differ in the given (or 7) decimal places, or by more than delta."""
        if first == second:
            return
        apart, near, within = self._distance(first, second, places, delta)
        if not near:
            text = f"{safe_repr(first)} != {safe_repr(second)} within {within} ({safe_repr(apart)} difference)"
            raise self.failureException(self._formatMessage(msg, text))

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two agree in the given (or 7) decimal places, or within delta."""
        apart, near, within = self._distance(first, second, places, delta)
        if near or first == second:
            text = f"{safe_repr(first)} == {safe_repr(second)} within {within}"
            if delta is not None:
                text += f" ({safe_repr(apart)} difference)"
            raise self.failureException(self._formatMessage(msg, text))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """Fail if the sequences, of the type if one is given, are not equal."""
        if seq_type is not None:
            for place, sequence in ("First", seq1), ("Second", seq2):
                if not isinstance(sequence, seq_type):
                    raise self.failureException(
                        f"{place} sequence is not a {seq_type.__name__}: {safe_repr(sequence)}")
        try:
            if seq1 == seq2 and len(seq1) == len(seq2):
                return
        except (TypeError, NotImplementedError):
            pass
        from ._texts import of_sequences
        found = of_sequences(seq1, seq2, seq_type)
        if found is not None:
            self._fail_with_difference(msg, *found)

    def assertListEqual(self, list1, list2, msg=None):
        """Fail if the lists are not equal."""
        self.assertSequenceEqual(list1, list2, msg, list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """Fail if the tuples are not equal."""
        self.assertSequenceEqual(tuple1, tuple2, msg, tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """Fail if one of the sets has items that the other lacks."""
        from ._texts import of_sets
        text = of_sets(set1, set2)
        if text is not None:
            self.fail(self._formatMessage(msg, text) if text.startswith("Items in the ") else text)

    def assertDictEqual(self, d1, d2, msg=None):
        """Fail if the dicts are not equal."""
        self.assertIsInstance(d1, dict, "First argument is not a dictionary")
        self.assertIsInstance(d2, dict, "Second argument is not a dictionary")
        if d1 != d2:
            from ._texts import of_dicts
            self._fail_with_difference(msg, *of_dicts(d1, d2))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Fail if the strings are not equal, and show the lines that differ."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first != second:
            if max(len(first), len(second)) > self._diffThreshold:
                self._assert_plainly_equal(first, second, msg)
            from ._texts import of_texts
            self._fail_with_difference(msg, *of_texts(first, second))

    def assertCountEqual(self, first, second, msg=None):
        """Fail if the two do not have the same items equally often, in whatever order."""
        differences = _count_differences(list(first), list(second))
        if differences:
            lines = [f"First has {one}, Second has {other}:  {item!r}" for one, other, item in differences]
            self.fail(self._formatMessage(msg, "Element counts were not equal:\n" + "\n".join(lines)))

    def assertIn(self, member, container, msg=None):
        """Fail if the member is not in the container."""
        if member not in container:
            self.fail(self._formatMessage(msg, f"{safe_repr(member)} not found in {safe_repr(container)}"))

    def assertNotIn(self, member, container, msg=None):
        """Fail if the member is in the container."""
        if member in container:
            self.fail(self._formatMessage(msg, f"{safe_repr(member)} unexpectedly found in {safe_repr(container)}"))

    def assertIs(self, expr1, expr2, msg=None):
        """Fail unless the two are the same object."""
        if expr1 is not expr2:
            self.fail(self._formatMessage(msg, f"{safe_repr(expr1)} is not {safe_repr(expr2)}"))

    def assertIsNot(self, expr1, expr2, msg=None):
        """Fail if the two are the same object."""
        if expr1 is expr2:
            self.fail(self._formatMessage(msg, f"unexpectedly identical: {safe_repr(expr1)}"))

    def assertLess(self, a, b, msg=None):
        """Fail unless a < b."""
        if not a < b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than {safe_repr(b)}"))

    def assertLessEqual(self, a, b, msg=None):
        """Fail unless a <= b."""
        if not a <= b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not less than or equal to {safe_repr(b)}"))

    def assertGreater(self, a, b, msg=None):
        """Fail unless a > b."""
        if not a > b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than {safe_repr(b)}"))

    def assertGreaterEqual(self, a, b, msg=None):
        """Fail unless a >= b."""
        if not a >= b:
            self.fail(self._formatMessage(msg, f"{safe_repr(a)} not greater than or equal to {safe_repr(b)}"))

    def assertIsNone(self, obj, msg=None):
        """Fail unless the object is None."""
        if obj is not None:
            self.fail(self._formatMessage(msg, f"{safe_repr(obj)} is not None"))

    def assertIsNotNone(self, obj, msg=None):
        """Fail if the object is None."""
        if obj is None:
            self.fail(self._formatMessage(msg, "unexpectedly None"))

    def _fail_with_text(self, msg, maker, *args):
        from . import _texts
        self.fail(self._formatMessage(msg, getattr(_texts, maker)(*args)))

    def assertIsInstance(self, obj, cls, msg=None):
        """Fail unless the object is an instance of the class, or of one of several."""
        if not isinstance(obj, cls):
            self._fail_with_text(msg, "of_no_instance", obj, cls)

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Fail if the object is an instance of the class, or of one of several."""
        if isinstance(obj, cls):
            self._fail_with_text(msg, "of_instance", obj, cls)

    def _is_under(self, cls, superclass, msg):
        try:
            return issubclass(cls, superclass)
        except TypeError:
            if isinstance(cls, type):
                raise
        self.fail(self._formatMessage(msg, f"{safe_repr(cls)} is not a class"))

    def assertIsSubclass(self, cls, superclass, msg=None):
        """Fail unless the class is under the other, or under one of several."""
        if not self._is_under(cls, superclass, msg):
            self._fail_with_text(msg, "of_no_subclass", cls, superclass)

    def assertNotIsSubclass(self, cls, superclass, msg=None):
        """Fail if the class is under the other, or under one of several."""
        if self._is_under(cls, superclass, msg):
            self._fail_with_text(msg, "of_subclass", cls, superclass)

    def assertHasAttr(self, obj, name, msg=None):
        """Fail unless the object has the attribute."""
        if not hasattr(obj, name):
            self._fail_with_text(msg, "of_attribute", obj, "has no attribute", name)

    def assertNotHasAttr(self, obj, name, msg=None):
        """Fail if the object has the attribute."""
        if hasattr(obj, name):
            self._fail_with_text(msg, "of_attribute", obj, "has unexpected attribute", name)

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail unless the pattern is found in the text."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            import re
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self._fail_with_text(msg, "of_no_match", expected_regex, text)

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail if the pattern is found in the text."""
        if isinstance(unexpected_regex, (str, bytes)):
            import re
            unexpected_regex = re.compile(unexpected_regex)
        found = unexpected_regex.search(text)
        if found:
            self._fail_with_text(msg, "of_match", unexpected_regex, text, found)

    def _is_at_edge(self, s, edges, msg, test):
        """Tell whether the text begins or ends so; fails if the types do not go together."""
        try:
            return getattr(s, test)(edges)
        except (AttributeError, TypeError):
            from ._texts import of_other_type
            text = of_other_type(s, edges)
            if text is not None:
                self.fail(self._formatMessage(msg, text))
            raise

    def _fail_at_edge(self, s, edges, msg, verb, test):
        from ._texts import of_edges
        self.fail(self._formatMessage(msg, of_edges(s, edges, verb, test)))


    def assertStartsWith(self, s, prefix, msg=None):
        """Fail unless the text begins with the prefix, or one of several."""
        if not self._is_at_edge(s, prefix, msg, "startswith"):
            self._fail_at_edge(s, prefix, msg, "doesn't start with", "startswith")

    def assertNotStartsWith(self, s, prefix, msg=None):
        """Fail if the text begins with the prefix, or one of several."""
        if self._is_at_edge(s, prefix, msg, "startswith"):
            self._fail_at_edge(s, prefix, msg, "starts with", "startswith")

    def assertEndsWith(self, s, suffix, msg=None):
        """Fail unless the text ends with the suffix, or one of several."""
        if not self._is_at_edge(s, suffix, msg, "endswith"):
            self._fail_at_edge(s, suffix, msg, "doesn't end with", "endswith")

    def assertNotEndsWith(self, s, suffix, msg=None):
        """Fail if the text ends with the suffix, or one of several."""
        if self._is_at_edge(s, suffix, msg, "endswith"):
            self._fail_at_edge(s, suffix, msg, "ends with", "endswith")


class FunctionTestCase(TestCase):
    """A test made of plain functions."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._testFunc, self._description = testFunc, description
        self._setUpFunc, self._tearDownFunc = setUp, tearDown

    def setUp(self):
        """Call the set-up function."""
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        """Call the tear-down function."""
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        """Call the test function."""
        self._testFunc()

    def _parts(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def id(self):
        """Give the name of the test function."""
        return self._testFunc.__name__

    def __eq__(self, other):
        return self._parts() == other._parts() if isinstance(other, type(self)) else NotImplemented

    def __hash__(self):
        return hash((type(self), *self._parts()))

    def __str__(self):
        return f"{strclass(type(self))} ({self._testFunc.__name__})"

    def __repr__(self):
        return f"<{strclass(type(self))} tec={self._testFunc}>"

    def shortDescription(self):
        """Give the description, or the first line of the function's docstring."""
        if self._description is None:
            return (self._testFunc.__doc__ or "").partition("\n")[0].strip() or None
        return self._description


class _SubTest(TestCase):
    """Stands for a subtest in reports."""

    def __init__(self, test_case, message, params):
        super().__init__()
        self.test_case, self._message, self.params = test_case, message, params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _subtest_msg_sentinel:
            parts.append(f"[{self._message}]")
        if self.params:
            parts.append("(" + ", ".join(f"{name}={value!r}" for name, value in self.params.items()) + ")")
        return " ".join(parts) or "(<subtest>)"

    def id(self):
        return f"{self.test_case.id()} {self._subDescription()}"

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return f"{self.test_case} {self._subDescription()}"


class _SubTestContext:
    """The block of one subtest, which is the test's `_subtest` meanwhile, so that inner ones take its parameters."""

    def __init__(self, test_case, message, params):
        self.test_case = test_case
        self.message = message
        self.params = params

    def __enter__(self):
        test = self.test_case
        self.outer = test._subtest
        self.active = test._outcome is not None and test._outcome.result_supports_subtests
        if self.active:
            params = self.params
            if self.outer is not None:
                # The names of the inner one come first.
                params = params | {name: value for name, value in self.outer.params.items() if name not in params}
            test._subtest = _SubTest(test, self.message, params)
            outcome = test._outcome
            self.good_before, outcome.success = outcome.success, True

    def __exit__(self, kind, error, tb):
        if not self.active:
            return False
        test = self.test_case
        subtest, test._subtest = test._subtest, self.outer
        outcome = test._outcome
        try:
            if kind is not None:
                if issubclass(kind, KeyboardInterrupt):
                    return False
                outcome.take(subtest, error, subtest=True)
            elif outcome.success:
                outcome.result.addSubTest(test, subtest, None)
        finally:
            outcome.success = outcome.success and self.good_before
        if outcome.expectedFailure or not outcome.success and getattr(outcome.result, "failfast", False):
            raise _EndOfTest
        return True
