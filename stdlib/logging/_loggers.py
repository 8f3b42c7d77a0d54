"""Loggers, the tree that they stand in, and adapters around them.

Invariant: `_floor` of a logger is at most the lowest level that it lets through, so that a call below it can end at
once; -1 says that it isn't known. It is forgotten, like `_cache`, whenever a level anywhere in the tree changes."""
import sys

import logging
from logging._formatting import Filterer
from logging._handling import _lock

_INTERNAL = frozenset(("logging", "logging._loggers"))
_UNKNOWN = "(unknown file)", 0, "(unknown function)", None


def _is_internal_frame(frame):
    return frame.f_globals.get("__name__") in _INTERNAL


class Logger(Filterer):
    """A named channel of a program through which it logs."""

    __module__ = "logging"

    def __init__(self, name, level=0):
        Filterer.__init__(self)
        self._floor, self._cache = -1, {}
        self.disabled, self.propagate = False, True
        self.parent, self.handlers = None, []
        self.name, self.level = name, logging._checkLevel(level)

    def setLevel(self, level):
        """Messages below that level are not logged."""
        self.level = logging._checkLevel(level)
        self.manager._clear_cache()

    def debug(self, msg, *args, **kwargs):
        """Logs at level DEBUG."""
        if self._floor <= 10 and self.isEnabledFor(10):
            self._log(10, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Logs at level INFO."""
        if self._floor <= 20 and self.isEnabledFor(20):
            self._log(20, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Logs at level WARNING."""
        if self._floor <= 30 and self.isEnabledFor(30):
            self._log(30, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of `warning`."""
        from warnings import warn
        warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Logs at level ERROR."""
        if self._floor <= 40 and self.isEnabledFor(40):
            self._log(40, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs at level ERROR with the exception that is being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Logs at level CRITICAL."""
        if self._floor <= 50 and self.isEnabledFor(50):
            self._log(50, msg, args, **kwargs)

    def fatal(self, msg, *args, **kwargs):
        """Logs at level CRITICAL."""
        self.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs at any level."""
        numeric = isinstance(level, int)
        if numeric and self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)
        elif not numeric and logging.raiseExceptions:
            raise TypeError("level must be an integer")

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line and function of the caller, and the stack as text if that is wanted."""
        frame = logging.currentframe()
        if frame is None:
            return _UNKNOWN
        while stacklevel > 0:
            outer = frame.f_back
            if outer is None:
                break
            frame = outer
            if not _is_internal_frame(frame):
                stacklevel -= 1
        code = frame.f_code
        text = None
        if stack_info:
            from traceback import format_stack
            text = "Stack (most recent call last):\n" + "".join(format_stack(frame)).removesuffix("\n")
        return code.co_filename, frame.f_lineno, code.co_name, text

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None, sinfo=None):
        """Makes a record; subclasses may make others."""
        record = logging._logRecordFactory(name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is None:
            return record
        attributes = record.__dict__
        taken = {"message", "asctime", *attributes}
        for key in extra:
            if key in taken:
                raise KeyError(f"Attempt to overwrite {key!r} in LogRecord")
        attributes.update(extra)
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        where = _UNKNOWN
        if logging._srcfile:
            try:
                where = self.findCaller(stack_info, stacklevel)
            except ValueError:
                pass
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = type(exc_info), exc_info, exc_info.__traceback__
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        filename, lineno, function, stack = where
        self.handle(self.makeRecord(self.name, level, filename, lineno, msg, args, exc_info, function, extra, stack))

    def handle(self, record):
        """Gives a record to the handlers, unless a filter keeps it back."""
        if self.disabled:
            return
        passed = self.filter(record)
        if passed:
            self.callHandlers(passed if isinstance(passed, logging.LogRecord) else record)

    def addHandler(self, hdlr):
        """Adds a handler, unless it is there."""
        with _lock:
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Takes a handler away, if it is there."""
        with _lock:
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

    def _responsible(self):
        """This logger and those above it as far as records go up."""
        logger = self
        while logger:
            yield logger
            logger = logger.parent if logger.propagate else None

    def hasHandlers(self):
        """Whether this logger or one that it passes records to has a handler."""
        return any(logger.handlers for logger in self._responsible())

    def callHandlers(self, record):
        """Gives a record to all handlers from here upwards."""
        found = False
        logger = self
        while logger:
            # A handler may take itself away while it is at work.
            for handler in tuple(logger.handlers):
                found = True
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found:
            self._without_handlers(record)

    def _without_handlers(self, record):
        last = logging.lastResort
        if last:
            if record.levelno >= last.level:
                last.handle(record)
        elif logging.raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write(f'No handlers could be found for logger "{self.name}"\n')
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        """The level of the nearest logger upwards that has one."""
        logger, level = self, self.level
        while not level and logger.parent:
            logger = logger.parent
            level = logger.level
        return level

    def isEnabledFor(self, level):
        """Whether a message of that level would be logged."""
        if self.disabled:
            return False
        try:
            return self._cache[level]
        except KeyError:
            with _lock:
                return self._judge(level)

    def _judge(self, level):
        kind, off = type(self), self.manager.disable
        effective = self.getEffectiveLevel()
        if kind.isEnabledFor is Logger.isEnabledFor and kind.getEffectiveLevel is Logger.getEffectiveLevel:
            self._floor = max(effective, off + 1)
        answer = self._cache[level] = off < level and level >= effective
        return answer

    def getChild(self, suffix):
        """The logger of that name below this one."""
        return self.manager.getLogger(suffix if self.root is self else f"{self.name}.{suffix}")

    def getChildren(self):
        """The loggers directly below this one."""
        below = self.manager.loggerDict
        depth = _depth(self) + 1
        with _lock:
            return {logger for logger in below.values()
                    if isinstance(logger, Logger) and logger.parent is self and _depth(logger) == depth}

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} ({logging.getLevelName(self.getEffectiveLevel())})>"

    def __reduce__(self):
        if logging.getLogger(self.name) is self:
            # Only by its name, so that the other end has its own handlers.
            return logging.getLogger, (self.name,)
        from pickle import PicklingError
        raise PicklingError("logger cannot be pickled")


def _depth(logger):
    return 0 if logger is logger.manager.root else 1 + logger.name.count(".")


class RootLogger(Logger):
    """The logger above all others."""

    __module__ = "logging"

    def __init__(self, level):
        Logger.__init__(self, "root", level)

    def __reduce__(self):
        return logging.getLogger, ()


class PlaceHolder:
    """Stands in the tree where no logger is yet, and knows those below."""

    __module__ = "logging"

    def __init__(self, alogger):
        self.loggerMap = {alogger: None}

    def append(self, alogger):
        """Notes one more logger below."""
        self.loggerMap.setdefault(alogger)


class Manager:
    """The tree of loggers below one root."""

    __module__ = "logging"

    def __init__(self, rootnode):
        self.loggerDict, self.root = {}, rootnode
        self.loggerClass = self.logRecordFactory = None
        self.disable, self.emittedNoHandlerWarning = 0, False

    @property
    def disable(self):
        """Messages up to that level are not logged anywhere."""
        return self._disable

    @disable.setter
    def disable(self, value):
        self._disable = logging._checkLevel(value)

    def getLogger(self, name):
        """The logger of that name, which is made if it isn't there."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with _lock:
            found = self.loggerDict.get(name)
            if found is not None and not isinstance(found, PlaceHolder):
                return found
            logger = (self.loggerClass or logging._loggerClass)(name)
            logger.manager = self
            self.loggerDict[name] = logger
            if found is not None:
                _take_over(logger, found)
            logger.parent = self._parent_of(logger)
            return logger

    def _parent_of(self, logger):
        """The nearest logger upwards by name; the gaps in between learn of the new one."""
        name = logger.name
        while "." in name:
            name = name.rpartition(".")[0]
            above = self.loggerDict.get(name)
            if above is None:
                self.loggerDict[name] = PlaceHolder(logger)
            elif isinstance(above, PlaceHolder):
                above.append(logger)
            else:
                return above
        return self.root

    def setLoggerClass(self, klass):
        """Sets the class of the loggers that are made here."""
        logging._check_logger_class(klass)
        self.loggerClass = klass

    def setLogRecordFactory(self, factory):
        """Sets what makes records here."""
        self.logRecordFactory = factory

    def _clear_cache(self):
        with _lock:
            for logger in (*self.loggerDict.values(), self.root):
                if isinstance(logger, Logger):
                    logger._cache.clear()
                    logger._floor = -1


def _take_over(logger, gap):
    """Puts a new logger above those that were below the gap, where nothing nearer is."""
    for child in gap.loggerMap:
        parent_name = child.parent.name
        if parent_name[:len(logger.name)] != logger.name:
            logger.parent = child.parent
            child.parent = logger


class LoggerAdapter:
    """Logs through a logger with something added to every message."""

    __module__ = "logging"

    def __init__(self, logger, extra=None, merge_extra=False):
        self.logger = logger
        self.extra = extra
        self.merge_extra = merge_extra

    def process(self, msg, kwargs):
        """Message and keywords as they go to the logger."""
        extra = self.extra
        if self.merge_extra and kwargs.get("extra") is not None:
            extra = {**extra, **kwargs["extra"]} if extra is not None else kwargs["extra"]
        kwargs["extra"] = extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        """Logs at level DEBUG."""
        self.log(10, msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """Logs at level INFO."""
        self.log(20, msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """Logs at level WARNING."""
        self.log(30, msg, *args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of `warning`."""
        from warnings import warn
        warn("The 'warn' method is deprecated, use 'warning' instead", DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """Logs at level ERROR."""
        self.log(40, msg, *args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """Logs at level ERROR with the exception that is being handled."""
        self.log(40, msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """Logs at level CRITICAL."""
        self.log(50, msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        """Logs at any level."""
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs)

    def _log(self, level, msg, args, **kwargs):
        return self.logger._log(level, msg, args, **kwargs)

    def isEnabledFor(self, level):
        """Whether a message of that level would be logged."""
        return self.logger.isEnabledFor(level)

    def setLevel(self, level):
        """Sets the logger's level."""
        self.logger.setLevel(level)

    def getEffectiveLevel(self):
        """The level that holds for the logger."""
        return self.logger.getEffectiveLevel()

    def hasHandlers(self):
        """Whether the logger has handlers."""
        return self.logger.hasHandlers()

    @property
    def manager(self):
        """The logger's manager."""
        return self.logger.manager

    @manager.setter
    def manager(self, value):
        self.logger.manager = value

    @property
    def name(self):
        """The logger's name."""
        return self.logger.name

    def __repr__(self):
        level = logging.getLevelName(self.logger.getEffectiveLevel())
        return f"<{type(self).__name__} {self.logger.name} ({level})>"

    __class_getitem__ = classmethod(type(list[int]))
