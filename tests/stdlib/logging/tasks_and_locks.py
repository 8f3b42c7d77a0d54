# Many tasks log through the same handlers; handlers that log themselves; locks and the end of a handler.
import asyncio
import io
import logging

OUT = io.StringIO()
logging.basicConfig(stream=OUT, format="%(taskName)s %(message)s", level=logging.INFO)
log = logging.getLogger("tasks")


async def worker(number):
    for step in range(2):
        log.info("worker %d step %d", number, step)
        await asyncio.sleep(0)


async def main():
    async with asyncio.TaskGroup() as group:
        for number in range(3):
            group.create_task(worker(number), name=f"w{number}")
    log.info("all done", extra={"count": 3})


asyncio.run(main())
lines = OUT.getvalue().splitlines()
print(lines[:6], lines[6].partition(" ")[2])


class Echo(logging.Handler):
    def emit(self, record):
        if record.name != "echo":
            logging.getLogger("echo").info("heard %s", record.getMessage())


log.addHandler(Echo())
log.info("once")
print(OUT.getvalue().splitlines()[-2:])
handler = logging.StreamHandler(OUT)
handler.acquire()
handler.acquire()
handler.handle(logging.makeLogRecord({"msg": "held"}))
handler.release()
handler.release()
print(OUT.getvalue().splitlines()[-1])
try:
    handler.release()
except RuntimeError as error:
    print(error)
with handler.lock:
    print("locked")
null = logging.NullHandler()
print(null.lock, null.acquire(), null.release())


class Once(logging.Handler):
    def emit(self, record):
        print("once", record.msg)
        log.removeHandler(self)


class Always(logging.Handler):
    def emit(self, record):
        print("always", record.msg)


log.handlers = [Once(), Always()]
log.propagate = False
log.error("first")
log.error("second")
