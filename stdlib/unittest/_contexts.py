"""What assertRaises, assertWarns and their relatives return: context managers that can also call a function."""
import sys

__unittest = True


class _Expectation:
    """Expects something of a block or a call. `_kind` and `_kind_text` say what may be expected."""

    def __init__(self, expected, test_case, expected_regex=None):
        self.expected = expected
        self.test_case = test_case
        if expected_regex is not None:
            import re
            expected_regex = re.compile(expected_regex)
        self.expected_regex = expected_regex
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        """Be the context manager if no function is given, else call it inside."""
        try:
            if not _is_kind(self.expected, self._kind):
                raise TypeError(f"{name}() arg 1 must be {self._kind_text}")
            if not args:
                self.msg = kwargs.pop("msg", None)
                if kwargs:
                    raise TypeError(f"{next(iter(kwargs))!r} is an invalid keyword argument for this function")
                return self
            function, *args = args
            self.obj_name = getattr(function, "__name__", None) or str(function)
            with self:
                function(*args, **kwargs)
        finally:
            # The context holds the test, and a traceback this frame: let go of it.
            self = None

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))

    def _fail_for_lack(self, what):
        try:
            name = self.expected.__name__
        except AttributeError:
            name = str(self.expected)
        self._fail(f"{name} not {what} by {self.obj_name}" if self.obj_name else f"{name} not {what}")

    def _mismatch(self, value):
        return f'"{self.expected_regex.pattern}" does not match "{value}"'


def _is_kind(expected, kind):
    if isinstance(expected, tuple):
        return all(_is_kind(one, kind) for one in expected)
    return isinstance(expected, type) and issubclass(expected, kind)


class _AssertRaisesContext(_Expectation):
    """Expects an exception, and keeps it as `exception`."""

    _kind = BaseException
    _kind_text = "an exception type or tuple of exception types"

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, tb):
        if exc_type is None:
            self._fail_for_lack("raised")
        # Locals of the frames would live as long as this context.
        from traceback import clear_frames
        clear_frames(tb)
        if not issubclass(exc_type, self.expected):
            return False
        self.exception = exc_value.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(exc_value)):
            self._fail(self._mismatch(exc_value))
        return True

    @classmethod
    def __class_getitem__(cls, item):
        from types import GenericAlias
        return GenericAlias(cls, item)


class _AssertWarnsContext(_Expectation):
    """Expects a warning, and keeps it as `warning` with its `filename` and `lineno`."""

    _kind = Warning
    _kind_text = "a warning type or tuple of warning types"

    def __enter__(self):
        import warnings
        # A module that warned before remembers it and would not warn again.
        for module in list(sys.modules.values()):
            if getattr(module, "__warningregistry__", None):
                module.__warningregistry__ = {}
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, exc_type, exc_value, tb):
        self._catcher.__exit__(exc_type, exc_value, tb)
        if exc_type is not None:
            return
        first = None
        for record in self.warnings:
            text = record.message
            if not isinstance(text, self.expected):
                continue
            if first is None:
                first = text
            if self.expected_regex is not None and not self.expected_regex.search(str(text)):
                continue
            self._found(record)
            return
        self._lacking(first)

    def _found(self, record):
        self.warning = record.message
        self.filename = record.filename
        self.lineno = record.lineno

    def _lacking(self, first):
        if first is not None:
            self._fail(self._mismatch(first))
        self._fail_for_lack("triggered")


class _AssertNotWarnsContext(_AssertWarnsContext):
    """Expects that there is no such warning."""

    def _found(self, record):
        self._fail(f"{getattr(self.expected, '__name__', self.expected)} triggered")

    def _lacking(self, first):
        pass


class _AssertLogsContext:
    """Expects log messages of a level or above (or, with `no_logs`, none)."""

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger_name, level, no_logs):
        import logging
        self.test_case = test_case
        self.logger_name = logger_name
        # getLevelName() would accept any number or name; the private table tells unknown names by KeyError.
        self.level = logging._nameToLevel.get(level, level) if level else logging.INFO
        self.msg = None
        self.no_logs = no_logs

    def __enter__(self):
        import logging
        named = self.logger_name
        self.logger = logger = named if isinstance(named, logging.Logger) else logging.getLogger(named)
        handler = _capturing_handler(self.level, logging.Formatter(self.LOGGING_FORMAT))
        self.watcher = handler.watcher
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else handler.watcher

    def __exit__(self, exc_type, exc_value, tb):
        import logging
        self.logger.handlers, level, self.logger.propagate = self._before
        self.logger.setLevel(level)
        if exc_type is not None:
            return False
        level_name = logging.getLevelName(self.level)
        records = self.watcher.records
        if self.no_logs and records:
            self._fail(f"Unexpected logs found: {self.watcher.output!r}")
        if not self.no_logs and not records:
            self._fail(f"no logs of level {level_name} or higher triggered on {self.logger.name}")

    def _fail(self, text):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, text))


def _capturing_handler(level, formatter):
    import logging
    from collections import namedtuple
    watcher_type = namedtuple("_LoggingWatcher", ["records", "output"])

    class Capturing(logging.Handler):
        """Keeps records and their texts."""

        def __init__(self):
            super().__init__()
            self.watcher = watcher_type([], [])

        def flush(self):
            pass

        def emit(self, record):
            self.watcher.records.append(record)
            self.watcher.output.append(self.format(record))

    handler = Capturing()
    handler.setLevel(level)
    handler.setFormatter(formatter)
    return handler
