# Records: what they say, where they come from, what they carry.
import asyncio
import logging
import os
import sys


class Last(logging.Handler):
    record = None

    def emit(self, record):
        Last.record = record


log = logging.getLogger("records")
log.addHandler(Last())
log.propagate = False
log.setLevel(1)


def show(*names):
    print([getattr(Last.record, name) for name in names])


def helper(level=1):
    log.warning("from a helper", stacklevel=level)


def user():
    helper(2)
    show("funcName", "lineno")
    helper()
    show("funcName", "lineno")


user()
log.info("at the top", stacklevel=1)
show("funcName", "lineno", "filename", "module", "levelname", "levelno", "msg", "args", "name")
log.info("too far", stacklevel=99)
show("funcName")
print(os.path.basename(Last.record.pathname) == os.path.basename(__file__))


class Service:
    def call(self):
        logging.LoggerAdapter(log, {"by": "adapter"}).error("in a method")


Service().call()
show("funcName", "by")
(lambda: log.log(35, "in a lambda"))()
show("funcName", "levelname")

record = Last.record
print(sorted(vars(logging.LogRecord("n", 10, "/a/b.py", 3, "m", (), None))))
print(record.process == os.getpid(), record.processName, record.threadName, isinstance(record.thread, int), record.taskName)
print(record.created > 1e9, 0 <= record.msecs < 1000, record.relativeCreated >= 0, record.msecs == int(record.msecs))
print(logging.LogRecord("n", 10, "/a/b.py", 3, "m %s", ("x",), None), logging.LogRecord("n", 10, None, 3, "m", (), None).module)
for args in ((), ("x",), ({"a": 1},), ({},), ([],), ({"a": 1}, 2), None):
    print(args, logging.LogRecord("n", 10, "p", 1, "m", args, None).args)
for msg, args in (("plain %", ()), ("%s", ("x",)), ("%(a)s", ({"a": 1},)), (5, ()), (ValueError("an error"), ()), ("%s %s", (1, 2))):
    print(logging.LogRecord("n", 10, "p", 1, msg, args, None).getMessage())

print("exceptions")
try:
    {}["key"]
except KeyError as error:
    log.exception("failed")
    show("levelname", "exc_text")
    print(Last.record.exc_info[0], Last.record.exc_info[1] is error, Last.record.exc_info[2] is error.__traceback__)
    log.error("given", exc_info=error)
    print(Last.record.exc_info[1] is error)
    log.error("tuple", exc_info=(KeyError, error, None))
    print(Last.record.exc_info)
    log.exception("without", exc_info=False)
    show("exc_info")
log.error("none", exc_info=True)
show("exc_info", "stack_info")


def stacked():
    log.info("stack", stack_info=True)


stacked()
print(Last.record.stack_info.splitlines()[0])

print("extra")
log.info("x", extra={"request": 7, "user": None})
show("request", "user")
for name in ("message", "asctime", "name", "args", "msg", "taskName"):
    try:
        log.info("x", extra={name: 1})
    except KeyError as error:
        print(error)

print("tasks")


async def task():
    log.info("in a task")
    show("taskName")


async def main():
    await asyncio.create_task(task(), name="mine")
    log.info("in main")
    print(Last.record.taskName.startswith("Task-"))


asyncio.run(main())
log.info("outside")
show("taskName")

print("switches")
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = logging.logAsyncioTasks = False
log.info("x")
show("thread", "threadName", "process", "processName", "taskName")
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = logging.logAsyncioTasks = True
kept, logging._srcfile = logging._srcfile, None
log.info("x")
show("pathname", "lineno", "funcName")
logging._srcfile = kept


class MyRecord(logging.LogRecord):
    def getMessage(self):
        return super().getMessage().upper()


logging.setLogRecordFactory(MyRecord)
print(logging.getLogRecordFactory() is MyRecord)
log.info("loud %s", "voice")
print(type(Last.record).__name__, Last.record.getMessage())
print(type(logging.makeLogRecord({"a": 1})).__name__)
logging.setLogRecordFactory(logging.LogRecord)
made = logging.makeLogRecord({"msg": "m %s", "args": (1,), "name": "wire", "levelname": "INFO", "own": 2})
print(made.getMessage(), made.name, made.levelname, made.own, made.exc_info)


class Tagging(logging.Logger):
    def makeRecord(self, *args, **kwargs):
        record = super().makeRecord(*args, **kwargs)
        record.tag = "t"
        return record


tagging = Tagging("tagging")
tagging.addHandler(Last())
tagging.error("x")
show("tag", "funcName")
