# Jobs that run again and again until they are cancelled, with their own cleaning up.
import asyncio


class Periodic:
    def __init__(self, name, interval, fn):
        self.name, self.interval, self.fn = name, interval, fn
        self.task = None
        self.runs = 0

    def start(self):
        self.task = asyncio.get_running_loop().create_task(self._run(), name=f"periodic:{self.name}")
        self.task.add_done_callback(self._ended)
        return self

    async def _run(self):
        try:
            while True:
                self.fn(self.runs)
                self.runs += 1
                await asyncio.sleep(self.interval)
        finally:
            print(self.name, "cleans up")
            await asyncio.sleep(0)
            print(self.name, "is clean")

    def _ended(self, task):
        if task.cancelled():
            print(task.get_name(), "cancelled")
        elif error := task.exception():
            print(task.get_name(), "died of", repr(error))

    async def stop(self, why=None):
        self.task.cancel(why)
        try:
            await self.task
        except asyncio.CancelledError as stopped:
            return stopped.args
        except Exception as error:
            return error


def bomb(n):
    if n == 2:
        raise RuntimeError("boom")


async def main():
    ticks = []
    steady = Periodic("steady", 0.05, ticks.append).start()
    fragile = Periodic("fragile", 0.05, bomb).start()
    await asyncio.sleep(0.375)
    print(fragile.task.done(), await fragile.stop())
    print(await steady.stop("enough"))
    print(ticks[:3], fragile.runs)
    print(sorted(t.get_name() for t in asyncio.all_tasks()))
    # cancel before it ever ran
    fresh = Periodic("fresh", 1, print).start()
    print(await fresh.stop())
    print(fresh.runs, fresh.task.cancelled())


asyncio.run(main())
