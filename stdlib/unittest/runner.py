"""The runner that prints to a stream, and the result that prints each test's outcome as it comes."""
import sys
import time

from . import result
from ._colours import painter
from .case import _SubTest
from .signals import registerResult

__unittest = True


class _WritelnDecorator:
    """A stream with a method for lines."""

    def __init__(self, stream):
        self.stream = stream

    def __getattr__(self, attr):
        if attr in ("stream", "__getstate__"):
            raise AttributeError(attr)
        return getattr(self.stream, attr)

    def writeln(self, arg=None):
        if arg:
            self.write(arg)
        self.write("\n")


class TextTestResult(result.TestResult):
    """A result that prints dots (verbosity 1) or lines (verbosity 2) to a stream."""

    separator1 = "=" * 70
    separator2 = "-" * 70

    def __init__(self, stream, descriptions, verbosity, *, durations=None):
        super().__init__(stream, descriptions, verbosity)
        self._paint = painter(stream)
        self._newline = True  # whether the stream stands at the beginning of a line
        self.stream, self.descriptions, self.durations = stream, descriptions, durations
        self.dots, self.showAll = verbosity == 1, verbosity > 1

    def getDescription(self, test):
        """Give the test's name, with the first line of its docstring if descriptions are wanted."""
        line = test.shortDescription() if self.descriptions else None
        return f"{test}\n{line}" if line else str(test)

    def startTest(self, test):
        """Print the name of the test that begins."""
        super().startTest(test)
        if self.showAll:
            self._print(self.getDescription(test) + " ... ")
            self._newline = False

    def _print(self, text):
        self.stream.write(text)
        self.stream.flush()

    def _write_status(self, test, status):
        """Print an outcome; a subtest's, or one behind other lines, repeats the name."""
        name = self.getDescription(test) + " ... "
        if isinstance(test, _SubTest):
            name = f"  {name}" if self._newline else f"\n  {name}"
        elif not self._newline:
            name = ""
        self._print(f"{name}{status}\n")
        self._newline = True

    def _outcome(self, test, colour, word, dot, more=""):
        if self.showAll:
            self._write_status(test, self._paint(colour, word) + more)
        elif self.dots:
            self._print(self._paint(colour, dot))

    def addSubTest(self, test, subtest, err):
        """Print the outcome of a subtest if it is a bad one."""
        if err is not None:
            if issubclass(err[0], subtest.failureException):
                self._outcome(subtest, "fail", "FAIL", "F")
            else:
                self._outcome(subtest, "fail", "ERROR", "E")
        super().addSubTest(test, subtest, err)

    def addSuccess(self, test):
        """Print that a test went well."""
        super().addSuccess(test)
        self._outcome(test, "pass", "ok", ".")

    def addError(self, test, err):
        """Print that a test ended with an error."""
        super().addError(test, err)
        self._outcome(test, "fail", "ERROR", "E")

    def addFailure(self, test, err):
        """Print that a test failed."""
        super().addFailure(test, err)
        self._outcome(test, "fail", "FAIL", "F")

    def addSkip(self, test, reason):
        """Print that a test was skipped, and why."""
        super().addSkip(test, reason)
        self._outcome(test, "warn", "skipped", "s", f" {reason!r}")

    def addExpectedFailure(self, test, err):
        """Print that a test failed as expected."""
        super().addExpectedFailure(test, err)
        self._outcome(test, "warn", "expected failure", "x")

    def addUnexpectedSuccess(self, test):
        """Print that a test went well that was expected to fail."""
        super().addUnexpectedSuccess(test)
        self._outcome(test, "fail", "unexpected success", "u")

    def printErrors(self):
        """Print all errors, failures and unexpected successes."""
        if self.dots or self.showAll:
            self._print("\n")
        for flavour, found in ("ERROR", self.errors), ("FAIL", self.failures):
            self.printErrorList(flavour, found)
        word = self._paint("fail", "UNEXPECTED SUCCESS").removesuffix("\x1b[0m")
        lines = [f"{word}{self._paint('detail', f': {self.getDescription(test)}')}\n"
                 for test in getattr(self, "unexpectedSuccesses", ())]
        if lines:
            self._print("".join([f"{self.separator1}\n", *lines]))

    def printErrorList(self, flavour, errors):
        """Print (test, text) pairs under headings."""
        for test, text in errors:
            heading = self._paint("fail", flavour) + self._paint("detail", f": {self.getDescription(test)}")
            for line in self.separator1, heading, self.separator2, text:
                self.stream.writeln(line)
            self.stream.flush()


class TextTestRunner:
    """Runs a test or suite and prints what came of it."""

    resultclass = TextTestResult

    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, resultclass=None,
                 warnings=None, *, tb_locals=False, durations=None):
        if resultclass is not None:
            self.resultclass = resultclass
        self.stream = _WritelnDecorator(sys.stderr if stream is None else stream)
        # What is shown.
        self.verbosity, self.descriptions, self.durations = verbosity, descriptions, durations
        # What the result is told to do.
        self.failfast, self.buffer, self.tb_locals = failfast, buffer, tb_locals
        self.warnings = warnings

    def _makeResult(self):
        arguments = self.stream, self.descriptions, self.verbosity
        try:
            return self.resultclass(*arguments, durations=self.durations)
        except TypeError:
            return self.resultclass(*arguments)  # a class from before durations

    def _printDurations(self, result):
        slowest = sorted(result.collectedDurations, key=_seconds, reverse=True)
        if self.durations > 0:
            slowest = slowest[:self.durations]
        if not slowest:
            return
        self.stream.writeln("Slowest test durations")
        if hasattr(result, "separator2"):
            self.stream.writeln(result.separator2)
        hidden = False
        for test, seconds in slowest:
            if self.verbosity < 2 and seconds < 0.001:
                hidden = True
            else:
                self.stream.writeln(f"{f'{seconds:.3f}s':10} {test}")
        self.stream.writeln("\n(durations < 0.001s were hidden; use -v to show these durations)" if hidden else "")

    def run(self, test):
        """Run a test or suite, print the outcome, and return the result."""
        import warnings
        result = self._makeResult()
        registerResult(result)
        result.failfast = self.failfast
        result.buffer = self.buffer
        result.tb_locals = self.tb_locals
        with warnings.catch_warnings():
            if self.warnings:
                warnings.simplefilter(self.warnings)
            begin = time.perf_counter()
            getattr(result, "startTestRun", _nothing)()
            try:
                test(result)
            finally:
                getattr(result, "stopTestRun", _nothing)()
            taken = time.perf_counter() - begin
        result.printErrors()
        if self.durations is not None:
            self._printDurations(result)
        self._print_summary(result, taken)
        return result

    def _print_summary(self, result, taken):
        stream = self.stream
        if hasattr(result, "separator2"):
            stream.writeln(result.separator2)
        count = result.testsRun
        stream.writeln(f"Ran {count} test{'' if count == 1 else 's'} in {taken:.3f}s")
        stream.writeln()
        skipped = len(getattr(result, "skipped", ()))
        paint = painter(stream)
        counts = []
        if not result.wasSuccessful():
            word = paint("detail", "FAILED")
            counts += ("detail", "failures", len(result.failures)), ("detail", "errors", len(result.errors))
        else:
            word = paint("pass", "OK") if count or skipped else paint("warn", "NO TESTS RAN")
        counts += (
            ("warn", "skipped", skipped),
            ("warn", "expected failures", len(getattr(result, "expectedFailures", ()))),
            ("fail", "unexpected successes", len(getattr(result, "unexpectedSuccesses", ()))),
        )
        told = ", ".join(paint(colour, f"{name}={number}") for colour, name, number in counts if number)
        stream.write(f"{word} ({told})\n" if told else f"{word}\n")
        stream.flush()


def _seconds(duration):
    return duration[1]


def _nothing():
    pass
