"""Handlers that need nothing but streams and files.

Invariant: every handler that is alive stands in `_handlerList` by a weak reference, newest last, so that all of them
can be flushed and closed when the script ends."""
import os
import sys

import logging
from _weakref import ref
from logging._formatting import Filterer, _defaultFormatter

try:
    from _thread import RLock
except ImportError:
    class RLock:
        """A lock for a machine that runs one thing at a time: it only counts."""

        def __init__(self):
            self._depth = 0

        def acquire(self, blocking=True, timeout=-1):
            self._depth += 1
            return True

        def release(self):
            if not self._depth:
                raise RuntimeError("cannot release un-acquired lock")
            self._depth -= 1

        def __enter__(self):
            self._depth += 1
            return True

        def __exit__(self, *error):
            self._depth -= 1

_lock = RLock()
_handlerList = []


def named_handlers():
    """The handlers that have a name; made when one is first named."""
    found = vars(logging).get("_handlers")
    if found is None:
        from weakref import WeakValueDictionary
        found = logging._handlers = WeakValueDictionary()
    return found


def getHandlerByName(name):
    """The handler of that name, or None."""
    return named_handlers().get(name)


def getHandlerNames():
    """The names of all handlers that have one."""
    return frozenset(named_handlers())


def _removeHandlerRef(wr):
    with _lock:
        if wr in _handlerList:
            _handlerList.remove(wr)


def _addHandlerRef(handler):
    with _lock:
        _handlerList.append(ref(handler, _removeHandlerRef))


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, newest first."""
    for reference in reversed(handlerList[:]):
        try:
            handler = reference()
            if handler:
                _finish(handler)
        except Exception:
            if logging.raiseExceptions:
                raise


def _finish(handler):
    try:
        handler.acquire()
        # A handler that keeps records may not want them written at the end.
        if getattr(handler, "flushOnClose", True):
            handler.flush()
        handler.close()
    except (OSError, ValueError):
        # The file behind it is closed already.
        pass
    finally:
        handler.release()


class Handler(Filterer):
    """Brings records to where they are written; the base of all handlers."""

    __module__ = "logging"

    def __init__(self, level=0):
        Filterer.__init__(self)
        self.level = logging._checkLevel(level)
        self._name, self._closed, self.formatter = None, False, None
        self.createLock()
        _addHandlerRef(self)

    def get_name(self):
        """The name under which it can be found."""
        return self._name

    def set_name(self, name):
        """Gives it a name under which it can be found."""
        with _lock:
            named = named_handlers()
            named.pop(self._name, None)
            self._name = name
            if name:
                named[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        """Makes the lock that keeps two records apart."""
        self.lock = RLock()

    def acquire(self):
        """Takes the lock."""
        if self.lock:
            self.lock.acquire()

    def release(self):
        """Gives the lock back."""
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        """Records below that level are not handled."""
        self.level = logging._checkLevel(level)

    def setFormatter(self, fmt):
        """Sets what makes text of records."""
        self.formatter = fmt

    def format(self, record):
        """The record as text."""
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        """Writes a record; subclasses say how."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Writes a record if no filter keeps it back."""
        passed = self.filter(record)
        if passed:
            if isinstance(passed, logging.LogRecord):
                record = passed
            lock = self.lock
            if lock is None:
                self.emit(record)
            else:
                with lock:
                    self.emit(record)
        return passed

    def flush(self):
        """Makes sure that everything is written; nothing to do here."""

    def close(self):
        """Takes it out of the table of names."""
        with _lock:
            self._closed = True
            if self._name:
                named_handlers().pop(self._name, None)

    def handleError(self, record):
        """Tells on stderr that a record could not be written, where `raiseExceptions` is set."""
        if not logging.raiseExceptions or not sys.stderr:
            return
        try:
            _report(sys.stderr, sys.exception(), record)
        except OSError:
            pass

    def __repr__(self):
        return f"<{type(self).__name__} ({logging.getLevelName(self.level)})>"


def _report(stream, error, record):
    from traceback import print_exception, print_stack
    stream.write("--- Logging error ---\n")
    print_exception(error, file=stream)
    stream.write("Call stack:\n")
    frame = sys._getframe()
    while frame and frame.f_globals.get("__name__", "").partition(".")[0] == "logging":
        frame = frame.f_back
    if frame:
        print_stack(frame, file=stream)
    else:
        stream.write(f"Logged from file {record.filename}, line {record.lineno}\n")
    try:
        stream.write(f"Message: {record.msg!r}\nArguments: {record.args}\n")
    except RecursionError:
        raise
    except Exception:
        stream.write("Unable to print the message and arguments - possible formatting error.\n"
                     "Use the traceback above to help find the error.\n")


class StreamHandler(Handler):
    """Writes records to a stream, a line each."""

    __module__ = "logging"

    terminator = "\n"

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Flushes the stream."""
        with self.lock:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()

    def emit(self, record):
        """Writes a record and flushes."""
        try:
            line = self.format(record)
            stream = self.stream
            stream.write(line + self.terminator)
            self.flush()
        except Exception as error:
            if isinstance(error, RecursionError):
                raise
            self.handleError(record)

    def setStream(self, stream):
        """Writes to another stream from now on; returns the one before, or None if it is the same."""
        before = self.stream
        if before is not stream:
            with self.lock:
                self.flush()
                self.stream = stream
            return before
        return None

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return f"<{type(self).__name__} {name + ' ' if name else ''}({logging.getLevelName(self.level)})>"

    __class_getitem__ = classmethod(type(list[int]))


class FileHandler(StreamHandler):
    """Writes records to a file, which is opened at once or with the first record."""

    __module__ = "logging"

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode, self.errors, self.delay = mode, errors, delay
        if encoding is None and "b" not in mode:
            encoding = _default_encoding()
        self.encoding = encoding
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def close(self):
        """Flushes and closes the file."""
        with self.lock:
            try:
                stream, self.stream = self.stream, None
                if stream:
                    try:
                        if hasattr(stream, "flush"):
                            stream.flush()
                    finally:
                        if hasattr(stream, "close"):
                            stream.close()
            finally:
                # Also without a stream, so that it leaves the table of names.
                StreamHandler.close(self)

    def emit(self, record):
        """Writes a record, opening the file if it isn't; one that was emptied at its opening stays closed."""
        if self.stream is None:
            if self._closed and self.mode == "w":
                return
            try:
                self.stream = self._open()
            except Exception:
                self.handleError(record)
                return
        super().emit(record)

    def __repr__(self):
        return f"<{type(self).__name__} {self.baseFilename} ({logging.getLevelName(self.level)})>"


def _default_encoding():
    from io import text_encoding
    return text_encoding(None, 3)


class _StderrHandler(StreamHandler):
    """Writes to what `sys.stderr` is at that time."""

    __module__ = "logging"

    def __init__(self, level=0):
        Handler.__init__(self, level)

    @property
    def stream(self):
        """The stream of the moment."""
        return sys.stderr


class NullHandler(Handler):
    """Does nothing: for libraries, which leave it to the program where records go."""

    __module__ = "logging"

    def handle(self, record):
        """Does nothing."""

    def emit(self, record):
        """Does nothing."""

    def createLock(self):
        """Needs no lock."""
        self.lock = None
