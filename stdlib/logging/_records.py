"""Log records.

Invariant: a record has all its attributes from the start, whatever the switches of the module say; what is switched
off is None."""
import os
import sys
import time

import logging

_STARTED = time.time_ns()


class LogRecord:
    """One event that is logged, with all that is known about it."""

    __module__ = "logging"

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None, sinfo=None, **kwargs):
        now = time.time_ns()
        self.name = name
        self.msg = msg
        if args and len(args) == 1 and _is_filled_mapping(args[0]):
            # One mapping alone serves the names of the format.
            args = args[0]
        self.args = args
        self.levelname = logging.getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename, self.module = _file_and_module(pathname)
        self.exc_info = exc_info
        self.exc_text = None
        self.stack_info = sinfo
        self.lineno = lineno
        self.funcName = func
        self.created = now / 1e9
        self.msecs = now % 1_000_000_000 // 1_000_000 + 0.0
        if self.msecs == 999.0 and int(self.created) != now // 1_000_000_000:
            # The division has rounded up into the next second.
            self.msecs = 0.0
        self.relativeCreated = (now - _STARTED) / 1e6
        if logging.logThreads:
            self.thread, self.threadName = _thread()
        else:
            self.thread = self.threadName = None
        self.processName = _process_name() if logging.logMultiprocessing else None
        self.process = os.getpid() if logging.logProcesses else None
        self.taskName = _task_name() if logging.logAsyncioTasks and "asyncio" in sys.modules else None

    def __repr__(self):
        return f'<LogRecord: {self.name}, {self.levelno}, {self.pathname}, {self.lineno}, "{self.msg}">'

    def getMessage(self):
        """The message with its arguments put in."""
        text = str(self.msg)
        return text % self.args if self.args else text


def _is_filled_mapping(value):
    if type(value) is dict:
        return bool(value)
    if isinstance(value, (str, int, float)) or value is None:
        return False
    from collections.abc import Mapping
    return isinstance(value, Mapping) and bool(value)


def _file_and_module(pathname):
    try:
        filename = os.path.basename(pathname)
        return filename, os.path.splitext(filename)[0]
    except (TypeError, ValueError, AttributeError):
        return pathname, "Unknown module"


def _thread():
    """The number and name of the running thread; before a script has asked for threads there is the main one alone."""
    threading = sys.modules.get("threading")
    if threading is None:
        return os.getpid(), "MainThread"
    return threading.get_ident(), threading.current_thread().name


def _process_name():
    processes = sys.modules.get("multiprocessing")
    if processes is not None:
        try:
            return processes.current_process().name
        except Exception:
            pass
    return "MainProcess"


def _task_name():
    try:
        return sys.modules["asyncio"].current_task().get_name()
    except Exception:
        return None


def makeLogRecord(dict):
    """A record whose attributes come from a dict, as one that came over a wire."""
    record = logging.getLogRecordFactory()(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record
