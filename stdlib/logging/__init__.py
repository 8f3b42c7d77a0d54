"""Logging: levels, the root logger, and functions that log through it.

Invariant: the settings that scripts change (`raiseExceptions`, `lastResort`, `logThreads`, `_srcfile` …) are read
here, in this module, each time that they are needed."""
import sys

__all__ = [
    "BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL", "FileHandler", "Filter", "Formatter",
    "Handler", "INFO", "LogRecord", "Logger", "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN",
    "WARNING", "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable", "error", "exception",
    "fatal", "getLevelName", "getLogger", "getLoggerClass", "info", "log", "makeLogRecord", "setLoggerClass",
    "shutdown", "warn", "warning", "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions",
    "getLevelNamesMapping", "getHandlerByName", "getHandlerNames",
]

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

raiseExceptions = True
logThreads = True
logMultiprocessing = True
logProcesses = True
logAsyncioTasks = True

_levelToName = {50: "CRITICAL", 40: "ERROR", 30: "WARNING", 20: "INFO", 10: "DEBUG", 0: "NOTSET"}
_nameToLevel = {"CRITICAL": 50, "FATAL": 50, "ERROR": 40, "WARN": 30, "WARNING": 30, "INFO": 20, "DEBUG": 10,
                "NOTSET": 0}


# Levels.

def getLevelNamesMapping():
    """The levels by their names."""
    return dict(_nameToLevel)


def getLevelName(level):
    """The name of a level, or the level of a name."""
    name = _levelToName.get(level)
    if name is None:
        name = _nameToLevel.get(level)
    return f"Level {level}" if name is None else name


def addLevelName(level, levelName):
    """Gives a level a name."""
    with _lock:
        _levelToName[level] = levelName
        _nameToLevel[levelName] = level


def _checkLevel(level):
    if isinstance(level, int):
        return level
    if not isinstance(level, str):
        raise TypeError(f"Level not an integer or a valid string: {level!r}")
    if level not in _nameToLevel:
        raise ValueError(f"Unknown level: {level!r}")
    return _nameToLevel[level]


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


from logging._formatting import (  # noqa: E402 (the parts need the levels)
    BufferingFormatter, Filter, Filterer, Formatter, PercentStyle, StrFormatStyle, StringTemplateStyle, _STYLES,
    _defaultFormatter,
)
from logging._handling import (  # noqa: E402
    FileHandler, Handler, NullHandler, StreamHandler, _StderrHandler, _addHandlerRef, _handlerList, _lock,
    _removeHandlerRef, getHandlerByName, getHandlerNames, shutdown,
)
from logging._records import LogRecord, makeLogRecord  # noqa: E402
from logging._loggers import (  # noqa: E402
    Logger, LoggerAdapter, Manager, PlaceHolder, RootLogger, _is_internal_frame,
)

for _function in (makeLogRecord, shutdown, getHandlerByName, getHandlerNames):
    _function.__module__ = "logging"
BASIC_FORMAT = "%(levelname)s:%(name)s:%(message)s"
_srcfile = _is_internal_frame.__code__.co_filename
_logRecordFactory = LogRecord
_loggerClass = Logger
_defaultLastResort = lastResort = _StderrHandler(WARNING)
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)


def __getattr__(name):
    if name == "_handlers":
        from logging._handling import named_handlers
        return named_handlers()
    if name == "handlers" and "logging.config" in sys.modules:
        # A program that has imported the one may use the other.
        from logging import config
        return config.import_handlers()
    if name in ("io", "os", "re", "threading", "time", "traceback", "warnings", "weakref"):
        return __import__(name)
    raise AttributeError(f"module 'logging' has no attribute '{name}'")


# What makes loggers and records.

def getLogger(name=None):
    """The logger of that name; without one the root logger."""
    if not name or isinstance(name, str) and name == root.name:
        return root
    return Logger.manager.getLogger(name)


def getLoggerClass():
    """The class of new loggers."""
    return _loggerClass


def setLoggerClass(klass):
    """Sets the class of new loggers."""
    global _loggerClass
    _check_logger_class(klass)
    _loggerClass = klass


def _check_logger_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError(f"logger not derived from logging.Logger: {klass.__name__}")


def getLogRecordFactory():
    """What makes records."""
    return _logRecordFactory


def setLogRecordFactory(factory):
    """Sets what makes records."""
    global _logRecordFactory
    _logRecordFactory = factory


# The root logger.

def basicConfig(**kwargs):
    """Gives the root logger a handler with a formatter, if it has none."""
    with _lock:
        take = kwargs.pop
        force, encoding, errors = take("force", False), take("encoding", None), take("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = take("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
        filename, mode, stream = take("filename", None), take("filemode", "a"), take("stream", None)
        if handlers is None:
            handlers = [_basic_handler(filename, mode, stream, encoding, errors)]
        datefmt, style = take("datefmt", None), take("style", "%")
        if style not in _STYLES:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        formatter = take("formatter", None)
        fmt = take("format", _STYLES[style][1])
        level = take("level", None)
        if formatter is None:
            formatter = Formatter(fmt, datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError(f"Unrecognised argument(s): {', '.join(kwargs)}")


def _basic_handler(filename, mode, stream, encoding, errors):
    if not filename:
        return StreamHandler(stream)
    if "b" in mode:
        errors = None
    elif encoding is None:
        from io import text_encoding
        encoding = text_encoding(None)
    return FileHandler(filename, mode, encoding=encoding, errors=errors)


def critical(msg, *args, **kwargs):
    """Logs at level CRITICAL through the root logger."""
    if not root.handlers:
        basicConfig()
    root.critical(msg, *args, **kwargs)


def fatal(msg, *args, **kwargs):
    """Logs at level CRITICAL through the root logger."""
    critical(msg, *args, **kwargs)


def error(msg, *args, **kwargs):
    """Logs at level ERROR through the root logger."""
    if not root.handlers:
        basicConfig()
    root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """Logs at level ERROR through the root logger, with the exception that is being handled."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    """Logs at level WARNING through the root logger."""
    if not root.handlers:
        basicConfig()
    root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """The old name of `warning`."""
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead", DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    """Logs at level INFO through the root logger."""
    if not root.handlers:
        basicConfig()
    root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    """Logs at level DEBUG through the root logger."""
    if not root.handlers:
        basicConfig()
    root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """Logs at any level through the root logger."""
    if not root.handlers:
        basicConfig()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Switches off all messages up to that level."""
    root.manager.disable = level
    root.manager._clear_cache()


# Warnings.

_warnings_showwarning = None


def captureWarnings(capture):
    """Has warnings logged instead of shown, or shown again."""
    global _warnings_showwarning
    import warnings
    if bool(capture) == (_warnings_showwarning is not None):
        return
    if capture:
        _warnings_showwarning, warnings.showwarning = warnings.showwarning, _showwarning
    else:
        warnings.showwarning, _warnings_showwarning = _warnings_showwarning, None


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is None:
        from warnings import formatwarning
        channel = getLogger("py.warnings")
        if not channel.handlers:
            # Without it the handler of last resort would write it, while nobody has asked for logging.
            channel.addHandler(NullHandler())
        channel.warning(str(formatwarning(message, category, filename, lineno, line)))
    elif _warnings_showwarning is not None:
        _warnings_showwarning(message, category, filename, lineno, file, line)


import atexit  # noqa: E402

atexit.register(shutdown)
