# Handlers that change files, keep records or hand them on.
import datetime
import io
import logging
import os
import tempfile
import time
from logging import handlers

FOLDER = os.path.join(tempfile.mkdtemp(), "logging_rotating_files")
os.makedirs(FOLDER)
PATH = os.path.join(FOLDER, "app.log")
log = logging.getLogger("rotating")
log.propagate = False


def files():
    found = {}
    for name in sorted(os.listdir(FOLDER)):
        with open(os.path.join(FOLDER, name)) as stream:
            found[name] = stream.read()
    return found


def start(handler):
    for old in log.handlers:
        old.close()
    log.handlers = [handler]
    for name in os.listdir(FOLDER):
        if os.path.join(FOLDER, name) != PATH or handler is None:
            os.remove(os.path.join(FOLDER, name))


start(handlers.RotatingFileHandler(PATH, maxBytes=20, backupCount=2, mode="w"))
for number in range(6):
    log.warning("message %d", number)
print(files(), log.handlers[0].mode)
log.warning("a message that is longer than the file may be")
log.warning("x")
print(files())
start(handlers.RotatingFileHandler(PATH, maxBytes=20, delay=True))
log.warning("one %s", "1" * 10)
log.warning("two %s", "2" * 10)
print({name: len(text) > 0 for name, text in files().items()}, log.handlers[0].shouldRollover(logging.makeLogRecord({"msg": "y" * 30})))
start(None)
log.handlers = [handlers.RotatingFileHandler(PATH, maxBytes=15, backupCount=3)]
log.handlers[0].namer = lambda name: name + ".old"
log.handlers[0].rotator = lambda source, dest: (os.rename(source, dest), print("rotated", os.path.basename(dest)))
for number in range(3):
    log.warning("number %d", number)
print(files())

print("timed")
start(None)
log.handlers = []
for when, interval in (("s", 1), ("M", 2), ("H", 1), ("D", 3), ("midnight", 1), ("W0", 1), ("w6", 1)):
    handler = handlers.TimedRotatingFileHandler(PATH, when, interval, backupCount=2, utc=True, delay=True)
    print(handler.when, handler.interval, handler.suffix, handler.computeRollover(86400 * 3 + 3601), handler.computeRollover(0))
at = handlers.TimedRotatingFileHandler(PATH, "midnight", utc=True, atTime=datetime.time(6, 30, 15), delay=True)
print(at.computeRollover(0), at.computeRollover(6 * 3600), at.computeRollover(7 * 3600))
weekly = handlers.TimedRotatingFileHandler(PATH, "W2", utc=True, atTime=datetime.time(12), delay=True)
print([weekly.computeRollover(day * 86400) // 3600 for day in range(8)], weekly.dayOfWeek)
for wrong in ("W", "W7", "X", "W00"):
    try:
        handlers.TimedRotatingFileHandler(PATH, wrong, delay=True)
    except ValueError as error:
        print(error)
handler = handlers.TimedRotatingFileHandler(PATH, "S", backupCount=2, utc=True)
log.handlers = [handler]
log.warning("first")
for second in (100, 200, 300):
    handler.rolloverAt = second
    log.warning("after %d", second)
print(files(), handler.rolloverAt >= int(time.time()))
for name in ("app.log.1970-01-01_00-00-01", "app.log.1970-01-01", "app.log.x", "other.log.1970-01-01_00-00-02"):
    open(os.path.join(FOLDER, name), "w").close()
print([os.path.basename(path) for path in handler.getFilesToDelete()])

print("watched")
start(None)
log.handlers = [handlers.WatchedFileHandler(PATH)]
log.warning("before")
os.rename(PATH, PATH + ".moved")
log.warning("after")
os.remove(PATH)
log.warning("once more")
print(files())

print("buffering")
out = io.StringIO()
target = logging.StreamHandler(out)
memory = handlers.MemoryHandler(3, target=target)
start(memory)
log.warning("one")
log.warning("two")
print(repr(out.getvalue()), len(memory.buffer))
log.error("severe")
print(repr(out.getvalue()), len(memory.buffer), memory.flushLevel, memory.flushOnClose)
log.warning("last")
memory.close()
print(repr(out.getvalue()), memory.target)
unflushed = handlers.MemoryHandler(5, flushLevel=logging.CRITICAL, target=target, flushOnClose=False)
log.handlers = [unflushed]
log.error("forgotten")
unflushed.close()
print(repr(out.getvalue()))
waiting = handlers.MemoryHandler(1)
log.handlers = [waiting]
log.error("kept")
print(len(waiting.buffer))
waiting.setTarget(target)
waiting.flush()
print(out.getvalue().splitlines()[-1], len(waiting.buffer))
plain = handlers.BufferingHandler(2)
log.handlers = [plain]
log.warning("1")
print(len(plain.buffer))
log.warning("2")
print(len(plain.buffer))

print("queues")


class Queue(list):
    def put_nowait(self, item):
        self.append(item)


queue = Queue()
sender = handlers.QueueHandler(queue)
log.handlers = [sender]
try:
    1 / 0
except ZeroDivisionError:
    log.exception("with %s", "arguments")
record = queue[0]
print(record.msg.splitlines()[0], record.message.splitlines()[-1], record.args, record.exc_info, record.exc_text, record.stack_info, sender.listener)
listener = handlers.QueueListener(queue, target, respect_handler_level=True)
target.setLevel(logging.CRITICAL)
listener.handle(record)
target.setLevel(logging.ERROR)
listener.handle(logging.makeLogRecord({"msg": "through the listener", "levelno": 40}))
print(out.getvalue().splitlines()[-1], listener.handlers == (target,), listener.respect_handler_level)
listener.enqueue_sentinel()
print(queue[-1])
print(handlers.DEFAULT_TCP_LOGGING_PORT, handlers.DEFAULT_UDP_LOGGING_PORT, handlers.DEFAULT_HTTP_LOGGING_PORT, handlers.SYSLOG_UDP_PORT)
start(None)
os.rmdir(FOLDER)
