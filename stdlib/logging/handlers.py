"""Handlers that change files, keep records or hand them on.

Invariant: a handler that changes its file does it between two records, under the lock of the handler."""
import logging
import os
import time

DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = SYSLOG_TCP_PORT = 514

_DAY = 24 * 60 * 60
# Of each unit its seconds, the form of its suffix, and the pattern that the suffix has.
_UNITS = {
    "S": (1, "%Y-%m-%d_%H-%M-%S", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}"),
    "M": (60, "%Y-%m-%d_%H-%M", r"\d{4}-\d{2}-\d{2}_\d{2}-\d{2}"),
    "H": (60 * 60, "%Y-%m-%d_%H", r"\d{4}-\d{2}-\d{2}_\d{2}"),
    "D": (_DAY, "%Y-%m-%d", r"\d{4}-\d{2}-\d{2}"),
}


class BaseRotatingHandler(logging.FileHandler):
    """What handlers share that put the file aside and begin a new one."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        """Writes a record, to a new file if it is time for one."""
        try:
            due = self.shouldRollover(record)
            if due:
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """The name of the file put aside, which `namer` may change."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Puts the file aside, by `rotator` if there is one."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _let_go(self):
        if self.stream:
            self.stream.close()
            self.stream = None

    def _is_special(self):
        """Whether the path leads to something that isn't a file, which can't be put aside."""
        return os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename)


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when one has reached a size."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        # What is there counts for the size: it must not be emptied.
        mode = "a" if maxBytes > 0 else mode
        super().__init__(filename, mode, encoding, delay, errors)
        self.backupCount = backupCount
        self.maxBytes = maxBytes

    def doRollover(self):
        """Puts the file aside as number 1, and each older one a number higher."""
        self._let_go()
        if self.backupCount > 0:
            for number in range(self.backupCount - 1, 0, -1):
                older = self._numbered(number)
                if os.path.exists(older):
                    oldest = self._numbered(number + 1)
                    if os.path.exists(oldest):
                        os.remove(oldest)
                    os.rename(older, oldest)
            newest = self._numbered(1)
            if os.path.exists(newest):
                os.remove(newest)
            self.rotate(self.baseFilename, newest)
        if not self.delay:
            self.stream = self._open()

    def _numbered(self, number):
        return self.rotation_filename(f"{self.baseFilename}.{number}")

    def shouldRollover(self, record):
        """Whether the file would become too large; an empty one takes a record of any size."""
        if self.maxBytes <= 0 or self._is_special():
            return False
        if self.stream is None:
            self.stream = self._open()
        size = self.stream.tell()
        return size > 0 and size + len(self.format(record)) + 1 >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at certain times."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, "a", encoding, delay, errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        seconds, self.suffix, pattern = _UNITS[self._unit()]
        if self.when.startswith("W"):
            seconds *= 7
        import re
        self.extMatch = re.compile(rf"(?<!\d){pattern}(?!\d)", re.ASCII)
        self.interval = seconds * interval
        begun = int(os.stat(filename).st_mtime) if os.path.exists(filename) else int(time.time())
        self.rolloverAt = self.computeRollover(begun)

    def _unit(self):
        when = self.when
        if when in _UNITS:
            return when
        if when == "MIDNIGHT":
            return "D"
        if not when.startswith("W"):
            raise ValueError(f"Invalid rollover interval specified: {when}")
        if len(when) != 2:
            raise ValueError(f"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {when}")
        if not "0" <= when[1] <= "6":
            raise ValueError(f"Invalid day specified for weekly rollover: {when}")
        self.dayOfWeek = int(when[1])
        return "D"

    def _parts(self, seconds):
        return time.gmtime(seconds) if self.utc else time.localtime(seconds)

    def computeRollover(self, currentTime):
        """The next time for a new file after that one."""
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return currentTime + self.interval
        parts = self._parts(currentTime)
        at = self.atTime
        due = _DAY if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        wait = due - ((parts.tm_hour * 60 + parts.tm_min) * 60 + parts.tm_sec)
        day = parts.tm_wday
        if wait <= 0:
            # That time of the day is over: it comes again tomorrow.
            wait += _DAY
            day = (day + 1) % 7
        result = currentTime + wait
        if self.when.startswith("W"):
            result += (self.dayOfWeek - day) % 7 * _DAY + self.interval - 7 * _DAY
        else:
            result += self.interval - _DAY
        if not self.utc:
            result += self._clock_change(parts.tm_isdst, result)
        return result

    @staticmethod
    def _clock_change(summer_now, then):
        """What an hour more or less between now and then does to the time of the day."""
        summer_then = time.localtime(then).tm_isdst
        if summer_now == summer_then:
            return 0
        if summer_now:
            return 3600
        return -3600 if time.localtime(then - 3600).tm_isdst else 0

    def shouldRollover(self, record):
        """Whether it is time for a new file."""
        now = int(time.time())
        if now < self.rolloverAt:
            return False
        if self._is_special():
            self.rolloverAt = self.computeRollover(now)
            return False
        return True

    def getFilesToDelete(self):
        """The files put aside that are too many, oldest first."""
        folder, base = os.path.split(self.baseFilename)
        aside = sorted(os.path.join(folder, name) for name in os.listdir(folder) if self._is_aside(name, base + "."))
        return aside[:max(0, len(aside) - self.backupCount)]

    def _is_aside(self, name, prefix):
        if self.namer is None:
            return name.startswith(prefix) and self.extMatch.fullmatch(name[len(prefix):]) is not None
        # Another name may have the time anywhere: it is one of ours if the namer makes it of that time.
        found = self.extMatch.search(name)
        while found:
            if os.path.basename(self.namer(f"{self.baseFilename}.{found[0]}")) == name:
                return True
            found = self.extMatch.search(name, found.start() + 1)
        return False

    def doRollover(self):
        """Puts the file aside under the time at which it was begun, and deletes what is too much."""
        now = int(time.time())
        begun = self.rolloverAt - self.interval
        # Whatever becomes of this one, the next is due later.
        self.rolloverAt = self.computeRollover(now)
        parts = self._parts(begun)
        if not self.utc and parts.tm_isdst != time.localtime(now).tm_isdst:
            parts = time.localtime(begun + (-3600 if parts.tm_isdst else 3600))
        aside = self.rotation_filename(f"{self.baseFilename}.{time.strftime(self.suffix, parts)}")
        if os.path.exists(aside):
            # Another process has done it.
            return
        self._let_go()
        self.rotate(self.baseFilename, aside)
        if self.backupCount > 0:
            for path in self.getFilesToDelete():
                os.remove(path)
        if not self.delay:
            self.stream = self._open()


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when another stands in its place."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.dev = self.ino = -1
        super().__init__(filename, mode, encoding, delay, errors)
        self._statstream()

    def _statstream(self):
        if self.stream is not None:
            status = os.fstat(self.stream.fileno())
            self.dev, self.ino = status.st_dev, status.st_ino

    def reopenIfNeeded(self):
        """Opens the file again if the path leads to another one, or to none."""
        if self.stream is None:
            return
        if self._still_there():
            return
        # Nothing is to be closed twice if the file can't be opened.
        gone, self.stream = self.stream, None
        gone.flush()
        gone.close()
        self.stream = self._open()
        self._statstream()

    def _still_there(self):
        try:
            status = os.stat(self.baseFilename)
        except FileNotFoundError:
            return False
        return status.st_dev == self.dev and status.st_ino == self.ino

    def emit(self, record):
        """Writes a record, to the file that the path leads to now."""
        try:
            self.reopenIfNeeded()
        except Exception:
            self.handleError(record)
        else:
            super().emit(record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        """Whether there are enough."""
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        """Keeps a record."""
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        """Forgets what is kept."""
        with self.lock:
            self.buffer.clear()

    def close(self):
        """Flushes at the end."""
        try:
            self.flush()
        finally:
            super().close()


class MemoryHandler(BufferingHandler):
    """Keeps records until there are enough or one is severe, and hands them all to another handler."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        self.target, self.flushLevel, self.flushOnClose = target, flushLevel, flushOnClose
        super().__init__(capacity)

    def shouldFlush(self, record):
        """Whether there are enough, or this one is severe."""
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        """Sets the handler that gets the records."""
        with self.lock:
            self.target = target

    def flush(self):
        """Hands the records on; without a target they stay."""
        with self.lock:
            target, kept = self.target, self.buffer
            if target:
                for record in kept:
                    target.handle(record)
                kept.clear()

    def close(self):
        """Flushes at the end, if that is wanted, and lets go of the target."""
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            self.setTarget(None)
            super().close()


class QueueHandler(logging.Handler):
    """Puts records into a queue, for another thread or process to write."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        """Puts a record into the queue."""
        self.queue.put_nowait(record)

    def prepare(self, record):
        """A copy of the record in which all is text that may be different or gone at the other end."""
        from copy import copy
        text = self.format(record)
        ready = copy(record)
        vars(ready).update(message=text, msg=text, args=None, exc_info=None, exc_text=None, stack_info=None)
        return ready

    def emit(self, record):
        """Prepares a record and puts it into the queue."""
        try:
            ready = self.prepare(record)
            self.enqueue(ready)
        except Exception:
            self.handleError(record)


class QueueListener:
    """Takes records from a queue in a thread of its own and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self._thread = None
        self.queue, self.handlers = queue, handlers
        self.respect_handler_level = respect_handler_level

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.stop()

    def dequeue(self, block):
        """Takes a record from the queue, waiting for one if that is wanted."""
        return self.queue.get(block)

    def start(self):
        """Begins to listen."""
        from threading import Thread
        if self._thread is not None:
            raise RuntimeError("Listener already started")
        self._thread = Thread(target=self._monitor, daemon=True)
        self._thread.start()

    def prepare(self, record):
        """The record as the handlers get it, for subclasses to change."""
        return record

    def handle(self, record):
        """Gives a record to the handlers."""
        record, strict = self.prepare(record), self.respect_handler_level
        for handler in self.handlers:
            if strict and record.levelno < handler.level:
                continue
            handler.handle(record)

    def _monitor(self):
        counted = hasattr(self.queue, "task_done")
        from queue import Empty
        try:
            while (record := self.dequeue(True)) is not self._sentinel:
                self.handle(record)
                if counted:
                    self.queue.task_done()
            if counted:
                self.queue.task_done()
        except Empty:
            pass

    def enqueue_sentinel(self):
        """Puts the mark for the end into the queue."""
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        """Handles what is in the queue and stops listening."""
        if (listening := self._thread) is not None:
            self.enqueue_sentinel()
            listening.join()
            self._thread = None
