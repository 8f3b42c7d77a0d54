# A program as one would write it: connections, transactions and temporary settings in nested blocks.
import asyncio
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing, contextmanager, nullcontext, suppress

settings = {"debug": False, "depth": 1}


@contextmanager
def changed(**new):
    old = {key: settings.get(key) for key in new}
    settings.update(new)
    try:
        yield settings
    finally:
        settings.update(old)


with changed(debug=True, depth=5) as now:
    print(now)
    with suppress(LookupError), changed(depth=9):
        print(settings["depth"])
        settings["nothing"]
    print(settings["depth"])
print(settings)


@changed(depth=7)
def deep(): return settings["depth"]


print(deep(), settings["depth"])


class Database:
    def __init__(self): self.rows, self.log = {}, []
    def close(self): self.log.append("close")

    @contextmanager
    def transaction(self):
        saved = dict(self.rows)
        self.log.append("begin")
        try:
            yield self.rows
        except BaseException as error:
            self.rows = saved
            self.log.append(f"rollback after {type(error).__name__}")
            raise
        else:
            self.log.append("commit")


with closing(Database()) as db:
    with db.transaction() as rows:
        rows["a"] = 1
    try:
        with db.transaction() as rows:
            rows["b"] = 2
            raise ValueError("bad row")
    except ValueError as error:
        print("refused:", error)
print(db.rows, db.log)


def pipeline(*steps, guard=None):
    with ExitStack() as stack:
        stack.enter_context(guard or nullcontext())
        stack.callback(print, "pipeline ends")
        value = 1
        for name, factor in steps:
            stack.callback(print, "undo", name)
            value *= factor if factor else 1 / 0
        stack.pop_all().callback(print, "never printed")
        return value
    return None


print(pipeline(("two", 2), ("three", 3)), pipeline(("two", 2), ("zero", 0), guard=suppress(ZeroDivisionError)))

open_now = []


@asynccontextmanager
async def connect(host):
    if host.startswith("bad"):
        raise ConnectionError(host)
    open_now.append(host)
    await asyncio.sleep(0)
    try:
        yield host.upper()
    finally:
        await asyncio.sleep(0)
        open_now.remove(host)


async def broadcast(hosts):
    async with AsyncExitStack() as stack:
        links = []
        for host in hosts:
            links.append(await stack.enter_async_context(connect(host)))
        return links, list(open_now)


async def main():
    print(await broadcast(["x", "y", "z"]), open_now)
    try:
        await broadcast(["x", "bad", "z"])
    except ConnectionError as error:
        print("failed at", error, open_now)
    try:
        async with asyncio.timeout(0.01), connect("slow"):
            await asyncio.sleep(10)
    except TimeoutError:
        print("timed out", open_now)


asyncio.run(main())
