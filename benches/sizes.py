"""What an operation costs in a container of 10, 1,000 and 100,000 items: prints its name, the size, and nanoseconds for
each item, the best of a few rounds, or - where that would take minutes. Where the figures of a row grow, so does the cost
of one operation."""
import asyncio
import time

SIZES = (10, 1_000, 100_000)
ROWS = []


def row(function):
    ROWS.append(function)
    return function


class Key:
    """A key whose hash and equality are a script's."""

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return hash(self.number)

    def __eq__(self, other):
        return self.number == other.number


@row
def dict_of_ints(n):
    found = {}
    for i in range(n):
        found[i * 7] = i
    for i in range(n):
        found[i * 7] += 1


@row
def dict_of_texts(n):
    found = {}
    for i in range(n):
        found[f"key {i}"] = i
    for key in found:
        found[key] += 1


@row
def dict_of_tuples(n):
    found = {}
    for i in range(n):
        found[i, "x"] = i
    return sum(found[i, "x"] for i in range(n))


@row
def dict_of_own_keys(n):
    found = {Key(i): i for i in range(n)}
    return sum(found[Key(i)] for i in range(n))


@row
def dict_emptied(n):
    found = dict.fromkeys(range(n))
    while found:
        found.popitem()
    found = dict.fromkeys(range(n))
    for i in range(n):
        del found[i]


@row
def set_algebra(n):
    one, two = set(range(n)), set(range(n // 2, n + n // 2))
    return len(one | two), len(one & two), len(one - two), len(one ^ two), one <= two


@row
def set_of_tuples(n):
    seen = set()
    for i in range(n):
        seen.add((i, i + 1))
    return sum((i, i + 1) in seen for i in range(n))


@row
def list_append_pop(n):
    items = []
    for i in range(n):
        items.append(i)
    while items:
        items.pop()


@row
def list_slices(n):
    items = list(range(n))
    for _ in range(10):
        items = items[::-1]
        items[1:3] = items[3:5]
        items = items[1:] + items[:1]


@row
def list_sort(n):
    items = [(i * 7919) % 10007 for i in range(n)]
    items.sort()
    items.sort(key=lambda item: -item)


@row
def list_from_generator(n):
    return list(i for i in range(n))


@row
def str_append(n):
    text = ""
    for i in range(n):
        text += "xy"
    return text


@row
def str_join_split(n):
    text = ",".join(str(i) for i in range(n))
    return len(text.split(",")), text.count("9"), text.replace(",", "; ").find("z")


@row
def str_index(n):
    text = "aé" * (n // 2)
    return sum(text[i] == "a" for i in range(n))


@row
def bytes_growth(n):
    data = bytearray()
    for i in range(n):
        data += b"ab"
    while data:
        del data[:2]


@row
def queue_put_get(n):
    async def main():
        queue = asyncio.Queue()
        for i in range(n):
            await queue.put(i)
        for _ in range(n):
            await queue.get()

    asyncio.run(main())


@row
def waiters_cancelled(n):
    async def main():
        lock = asyncio.Lock()
        await lock.acquire()
        waiting = [asyncio.create_task(lock.acquire()) for _ in range(n)]
        await asyncio.sleep(0)
        for task in reversed(waiting):
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)

    asyncio.run(main())


@row
def timers(n):
    async def main():
        loop = asyncio.get_running_loop()
        handles = [loop.call_later(1000 + (i * 7919) % 1009, print) for i in range(n)]
        for handle in handles:
            handle.cancel()

    asyncio.run(main())


@row
def tasks(n):
    async def work(i):
        await asyncio.sleep(0)
        return i

    async def main():
        await asyncio.gather(*(work(i) for i in range(n)))

    asyncio.run(main())


for function in ROWS:
    best, before = 0.0, 1
    for size in SIZES:
        # One that grows with the square of the size would take for ever.
        if best * size * size / before > 1e11:
            print(function.__name__, size, "-")
            continue
        best, before = None, size
        for _ in range(5 if size < SIZES[-1] else 2):
            turns = max(1, 2_000 // size)
            start = time.perf_counter_ns()
            for _ in range(turns):
                function(size)
            took = (time.perf_counter_ns() - start) / turns / size
            best = took if best is None else min(best, took)
        print(function.__name__, size, f"{best:.1f}")
