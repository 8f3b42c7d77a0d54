"""What a run of tests collects: failures, errors, skips, and their texts without the frames of this package."""
import sys

__unittest = True

STDOUT_LINE = "\nStdout:\n%s"
STDERR_LINE = "\nStderr:\n%s"


def failfast(method):
    """Make a method that reports a failure stop the run if the result's `failfast` is set."""
    def stopping(self, *args, **kw):
        if getattr(self, "failfast", False):
            self.stop()
        return method(self, *args, **kw)
    for name in "__module__", "__name__", "__qualname__", "__doc__":
        setattr(stopping, name, getattr(method, name))
    stopping.__wrapped__ = method
    return stopping


class TestResult:
    """Collects what tests report."""

    _previousTestClass = None
    _testRunEntered = False
    _moduleSetUpFailed = False

    def __init__(self, stream=None, descriptions=None, verbosity=None):
        self.testsRun = 0
        for name in ("errors", "failures", "skipped", "expectedFailures", "unexpectedSuccesses",
                     "collectedDurations"):
            setattr(self, name, [])
        # Settings, which the runner changes, and the wish to end.
        self.failfast = self.buffer = self.tb_locals = self.shouldStop = False
        # Where output goes that is held back, where it went before, and whether it shall show after the test.
        self._stdout_buffer = self._stderr_buffer = None
        self._original_stdout, self._original_stderr = sys.stdout, sys.stderr
        self._mirrorOutput = False

    def printErrors(self):
        """Print the errors, in a result that prints."""

    def startTest(self, test):
        """Hear that a test begins."""
        self.testsRun += 1
        self._mirrorOutput = False
        self._setupStdout()

    def stopTest(self, test):
        """Hear that a test has ended."""
        self._restoreStdout()
        self._mirrorOutput = False

    def startTestRun(self):
        """Hear that the whole run begins."""

    def stopTestRun(self):
        """Hear that the whole run has ended."""

    # What tests write, if it is held back.

    def _setupStdout(self):
        if self.buffer:
            if self._stdout_buffer is None:
                from io import StringIO
                self._stdout_buffer, self._stderr_buffer = StringIO(), StringIO()
            sys.stdout, sys.stderr = self._stdout_buffer, self._stderr_buffer

    def _held_back(self):
        """Give the text to append to a report: what was written to both streams."""
        text = ""
        for stream, form in (sys.stdout, STDOUT_LINE), (sys.stderr, STDERR_LINE):
            written = stream.getvalue()
            if written:
                text += form % (written if written.endswith("\n") else written + "\n")
        return text

    def _restoreStdout(self):
        if not self.buffer:
            return
        if self._mirrorOutput:
            for held, original, form in (
                (sys.stdout, self._original_stdout, STDOUT_LINE),
                (sys.stderr, self._original_stderr, STDERR_LINE),
            ):
                written = held.getvalue()
                if written:
                    original.write(form % (written if written.endswith("\n") else written + "\n"))
        sys.stdout = self._original_stdout
        sys.stderr = self._original_stderr
        for held in (self._stdout_buffer, self._stderr_buffer):
            held.seek(0)
            held.truncate()

    # What tests report.

    @failfast
    def addError(self, test, err):
        """Hear that a test ended with an unexpected exception."""
        self.errors.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    @failfast
    def addFailure(self, test, err):
        """Hear that an assertion of a test failed."""
        self.failures.append((test, self._exc_info_to_string(err, test)))
        self._mirrorOutput = True

    def addSubTest(self, test, subtest, err):
        """Hear that a subtest ended; `err` is None if it went well."""
        if err is not None:
            failed = issubclass(err[0], test.failureException)
            # The very methods of this class: a subclass's are for whole tests.
            (TestResult.addFailure if failed else TestResult.addError)(self, subtest, err)

    def addSuccess(self, test):
        """Hear that a test went well."""

    def addSkip(self, test, reason):
        """Hear that a test was skipped."""
        self.skipped.append((test, reason))

    def addExpectedFailure(self, test, err):
        """Hear that a test failed as expected."""
        self.expectedFailures.append((test, self._exc_info_to_string(err, test)))

    @failfast
    def addUnexpectedSuccess(self, test):
        """Hear that a test went well that was expected to fail."""
        self.unexpectedSuccesses.append(test)

    def addDuration(self, test, elapsed):
        """Hear how many seconds a test took."""
        # A subclass from before durations may not have called __init__.
        if hasattr(self, "collectedDurations"):
            self.collectedDurations.append((str(test), elapsed))

    def wasSuccessful(self):
        """Tell whether nothing has failed."""
        return not (self.failures or self.errors or getattr(self, "unexpectedSuccesses", ()))

    def stop(self):
        """Ask that no further test is begun."""
        self.shouldStop = True

    # Texts of errors.

    def _lines_of(self, report):
        if hasattr(self, "stream"):
            from ._colours import wanted_by
            if wanted_by(self.stream):
                try:
                    return report.format(colorize=True)
                except TypeError:
                    pass  # coloured tracebacks are not to be had here
        return report.format()

    def _exc_info_to_string(self, err, test):
        from traceback import TracebackException
        kind, value, tb = err
        tb = _without_own_frames(value, tb, getattr(test, "failureException", None))
        report = TracebackException(kind, value, tb, capture_locals=self.tb_locals, compact=True)
        text = "".join(self._lines_of(report))
        if self.buffer:
            text += self._held_back()
        return text

    def __repr__(self):
        return (f"<{type(self).__module__}.{type(self).__qualname__} run={self.testsRun} "
                f"errors={len(self.errors)} failures={len(self.failures)}>")


def _is_own(tb):
    return "__unittest" in tb.tb_frame.f_globals


def _without_own_frames(value, tb, failure):
    """Give the traceback without this package's frames; those of causes and contexts are cut in place."""
    tb = _trimmed(value, tb, failure)
    seen = {id(value)}
    waiting = [value]
    while waiting:
        error = waiting.pop()
        if error is None:
            continue
        for other in error.__cause__, error.__context__:
            if other is not None and id(other) not in seen:
                seen.add(id(other))
                other.__traceback__ = _trimmed(other, other.__traceback__, failure)
                waiting.append(other)
    return tb


def _trimmed(value, tb, failure):
    while tb is not None and _is_own(tb):
        tb = tb.tb_next
    if type(value) is failure:
        # An assertion's own frames stand at the end.
        last = tb
        while last is not None and last.tb_next is not None:
            if _is_own(last.tb_next):
                last.tb_next = None
            else:
                last = last.tb_next
    return tb
