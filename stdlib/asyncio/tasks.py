"""Waiting for tasks: what is rarer than `gather` and `sleep`."""

from asyncio import (
    CancelledError,
    Future,
    Task,
    all_tasks,
    create_task,
    current_task,
    eager_task_factory,
    ensure_future,
    gather,
    get_event_loop,
    get_running_loop,
    iscoroutine,
    isfuture,
    sleep,
)

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


async def _wrap_awaitable(awaitable):
    return await awaitable


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    """Waits for tasks and futures; returns the sets of those that are done and those that are not.

    A timeout is no error: it ends the wait.
    """
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = set(fs)
    if any(iscoroutine(f) for f in fs):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    return await _wait(fs, timeout, return_when, get_running_loop())


def _release_waiter(waiter, *args):
    if not waiter.done():
        waiter.set_result(None)


async def _wait(fs, timeout, return_when, loop):
    waiter = loop.create_future()
    timeout_handle = None
    if timeout is not None:
        timeout_handle = loop.call_later(timeout, _release_waiter, waiter)
    counter = len(fs)

    def _on_completion(f):
        nonlocal counter
        counter -= 1
        failed = return_when == FIRST_EXCEPTION and not f.cancelled() and f.exception() is not None
        if counter <= 0 or return_when == FIRST_COMPLETED or failed:
            if timeout_handle is not None:
                timeout_handle.cancel()
            if not waiter.done():
                waiter.set_result(None)

    for f in fs:
        f.add_done_callback(_on_completion)
    try:
        await waiter
    finally:
        if timeout_handle is not None:
            timeout_handle.cancel()
        for f in fs:
            f.remove_done_callback(_on_completion)

    done, pending = set(), set()
    for f in fs:
        if f.done():
            done.add(f)
        else:
            pending.add(f)
    return done, pending


async def wait_for(fut, timeout):
    """Waits for one awaitable; after `timeout` seconds it is cancelled and TimeoutError raised."""
    from asyncio import timeouts

    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        await _cancel_and_wait(fut)
        try:
            return fut.result()
        except CancelledError as exc:
            raise TimeoutError from exc
    async with timeouts.timeout(timeout):
        return await fut


async def _cancel_and_wait(fut):
    waiter = get_running_loop().create_future()

    def release(_):
        _release_waiter(waiter)

    fut.add_done_callback(release)
    try:
        fut.cancel()
        # Not `await fut`: whether this task or `fut` was cancelled must stay clear.
        await waiter
    finally:
        fut.remove_done_callback(release)


class _AsCompletedIterator:
    """What `as_completed` gives: iterated over plainly it yields coroutines, with `async for` the futures themselves."""

    def __init__(self, aws, timeout):
        from asyncio import Queue

        self._done = Queue()
        self._timeout_handle = None
        loop = get_event_loop()
        todo = {ensure_future(aw, loop=loop) for aw in set(aws)}
        for f in todo:
            f.add_done_callback(self._handle_completion)
        if todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)
        self._todo = todo
        self._todo_left = len(todo)

    def __aiter__(self):
        return self

    def __iter__(self):
        return self

    async def __anext__(self):
        if not self._todo_left:
            raise StopAsyncIteration
        self._todo_left -= 1
        return await self._wait_for_one()

    def __next__(self):
        if not self._todo_left:
            raise StopIteration
        self._todo_left -= 1
        return self._wait_for_one(resolve=True)

    def _handle_timeout(self):
        for f in self._todo:
            f.remove_done_callback(self._handle_completion)
            self._done.put_nowait(None)
        self._todo.clear()

    def _handle_completion(self, f):
        if not self._todo:
            return
        self._todo.remove(f)
        self._done.put_nowait(f)
        if not self._todo and self._timeout_handle is not None:
            self._timeout_handle.cancel()

    async def _wait_for_one(self, resolve=False):
        f = await self._done.get()
        if f is None:
            raise TimeoutError
        return f.result() if resolve else f


def as_completed(fs, *, timeout=None):
    """An iterator over awaitables in the order in which they are done."""
    if isfuture(fs) or iscoroutine(fs):
        raise TypeError(f"expects an iterable of awaitables, not {type(fs).__name__}")
    return _AsCompletedIterator(fs, timeout)


def shield(arg):
    """Waits for an awaitable that goes on when the wait is cancelled."""
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            return
        if inner.cancelled():
            outer.cancel()
        else:
            exc = inner.exception()
            if exc is not None:
                outer.set_exception(exc)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer


class _ThreadsafeFuture:
    """What another thread gets for a coroutine that the loop runs: `result()` blocks that thread."""

    def __init__(self, loop):
        self._loop = loop
        self._inner = loop.create_future()
        self._task = None

    def __repr__(self):
        return f"<Future at {id(self):#x} state={'finished' if self._inner.done() else 'pending'}>"

    def _start(self, coro):
        try:
            self._task = ensure_future(coro, loop=self._loop)
        except BaseException as exc:
            self._inner.set_exception(exc)
            return
        self._task.add_done_callback(self._copy)

    def _copy(self, task):
        if self._inner.done():
            return
        if task.cancelled():
            self._inner.cancel()
        elif task.exception() is not None:
            self._inner.set_exception(task.exception())
        else:
            self._inner.set_result(task.result())

    def done(self):
        """Whether the coroutine has ended."""
        return self._inner.done()

    def cancelled(self):
        """Whether it was cancelled."""
        return self._inner.cancelled()

    def running(self):
        """Whether it runs."""
        return not self.done()

    def cancel(self):
        """Cancels the coroutine."""
        if self.done():
            return False
        if self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)
        return self._inner.cancel()

    def add_done_callback(self, fn):
        """Calls fn(self) once it has ended."""
        self._inner.add_done_callback(lambda _: fn(self))

    def _wait(self, timeout):
        from asyncio import _wait_in_thread

        if timeout is None:
            _wait_in_thread(self._inner)
            return
        waiter = self._loop.create_future()
        self._inner.add_done_callback(lambda _: _release_waiter(waiter))
        self._loop.call_later(timeout, _release_waiter, waiter)
        _wait_in_thread(waiter)
        if not self._inner.done():
            raise TimeoutError

    def result(self, timeout=None):
        """Waits for the coroutine's result."""
        self._wait(timeout)
        return self._inner.result()

    def exception(self, timeout=None):
        """Waits for the coroutine's end; its exception or None."""
        self._wait(timeout)
        return self._inner.exception()


def run_coroutine_threadsafe(coro, loop):
    """Schedules a coroutine on a loop from another thread."""
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = _ThreadsafeFuture(loop)
    loop.call_soon_threadsafe(future._start, coro)
    return future


def wrap_future(future, *, loop=None):
    """An asyncio future for one of another thread."""
    return future._inner if isinstance(future, _ThreadsafeFuture) else future


def create_eager_task_factory(custom_task_constructor):
    """A task factory whose tasks start at once."""

    def factory(loop, coro, *, eager_start=True, **kwargs):
        return custom_task_constructor(coro, loop=loop, eager_start=eager_start, **kwargs)

    return factory
