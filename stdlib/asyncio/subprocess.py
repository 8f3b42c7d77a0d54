"""Child processes."""

from asyncio import StreamReader, StreamWriter, _Transport, _spawn, gather, get_running_loop, sleep

PIPE = -1
STDOUT = -2
DEVNULL = -3

_DEFAULT_LIMIT = 2**16
_SIGKILL = 9
_SIGTERM = 15


class Process:
    """A child process: its streams, its end, signals to it."""

    def __init__(self, child, pipes, limit, loop):
        self._child = child
        self._loop = loop
        self._exit_waiters = []
        self._finished = False
        self._open_pipes = 0
        self.pid = child.pid
        self.stdin = None
        self.stdout = None
        self.stderr = None
        to_stdin, from_stdout, from_stderr = pipes
        if to_stdin is not None:
            transport = _Transport(to_stdin, None, None, False)
            self.stdin = StreamWriter(transport, None, None, loop)
        if from_stdout is not None:
            self.stdout = self._reader(from_stdout, limit)
        if from_stderr is not None:
            self.stderr = self._reader(from_stderr, limit)
        child.on_exit(self._exited)

    def __repr__(self):
        return f"<Process {self.pid}>"

    def _reader(self, pipe, limit):
        self._open_pipes += 1
        reader = StreamReader(limit=limit, loop=self._loop)
        _Transport(pipe, reader, self._pipe_lost)
        return reader

    def _pipe_lost(self, exc):
        self._open_pipes -= 1
        self._try_finish()

    def _exited(self, code):
        if self.stdin is not None:
            self.stdin.transport.abort()
        self._try_finish()

    def _try_finish(self):
        # Those who wait go on when the child has ended and all that it wrote has been received.
        if self._child.returncode is None or self._open_pipes or self._finished:
            return
        self._finished = True
        for waiter in self._exit_waiters:
            if not waiter.done():
                waiter.set_result(None)

    @property
    def returncode(self):
        """The exit code, or the negative number of the signal that ended it; None while it runs."""
        return self._child.returncode

    async def wait(self):
        """Waits for its end; returns the exit code."""
        if not self._finished:
            waiter = self._loop.create_future()
            self._exit_waiters.append(waiter)
            await waiter
        return self._child.returncode

    def send_signal(self, signal):
        """Sends a signal."""
        if self.returncode is not None:
            raise ProcessLookupError
        self._child.send_signal(int(signal))

    def terminate(self):
        """Asks it to end."""
        self.send_signal(_SIGTERM)

    def kill(self):
        """Ends it at once."""
        self.send_signal(_SIGKILL)

    async def _feed_stdin(self, input):
        try:
            if input is not None:
                self.stdin.write(input)
            await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            # It reads no more: its output still counts.
            pass
        self.stdin.close()

    async def _read(self, stream):
        return await stream.read()

    async def _nothing(self):
        return None

    async def communicate(self, input=None):
        """Sends the input, reads all output, waits for the end; returns both outputs."""
        feed = self._feed_stdin(input) if self.stdin is not None else self._nothing()
        out = self._read(self.stdout) if self.stdout is not None else self._nothing()
        err = self._read(self.stderr) if self.stderr is not None else self._nothing()
        _, stdout, stderr = await gather(feed, out, err)
        await self.wait()
        return stdout, stderr


def _check(options):
    if options.pop("universal_newlines", False):
        raise ValueError("universal_newlines must be False")
    if options.pop("shell", False):
        raise ValueError("shell must be False")
    if options.pop("bufsize", 0):
        raise ValueError("bufsize must be 0")
    if options.pop("text", None):
        raise ValueError("text must be False")
    if options.pop("encoding", None) is not None:
        raise ValueError("encoding must be None")
    if options.pop("errors", None) is not None:
        raise ValueError("errors must be None")
    options.pop("close_fds", None)
    cwd, env = options.pop("cwd", None), options.pop("env", None)
    group = options.pop("process_group", None)
    for name, value in options.items():
        if value not in (None, False):
            raise NotImplementedError(f"{name}= is not supported by asyncio subprocesses here yet")
    return cwd, env, group


async def _start(args, stdin, stdout, stderr, limit, options):
    cwd, env, group = _check(options)
    loop = get_running_loop()
    child, *pipes = _spawn(args, stdin, stdout, stderr, cwd, env, group)
    process = Process(child, pipes, limit, loop)
    await sleep(0)
    return process


async def create_subprocess_exec(
    program, *args, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds
):
    """Starts a program with arguments."""
    return await _start((program, *args), stdin, stdout, stderr, limit, kwds)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None, limit=_DEFAULT_LIMIT, **kwds):
    """Starts a command of the shell."""
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    kwds.pop("shell", None)
    return await _start(("/bin/sh", "-c", cmd), stdin, stdout, stderr, limit, kwds)
