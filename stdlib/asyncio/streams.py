"""Connections and servers over streams."""

from asyncio import (
    CancelledError,
    StreamReader,
    StreamWriter,
    _Transport,
    _accept,
    _connect,
    _listen,
    _resolve,
    get_running_loop,
    iscoroutine,
    sleep,
)

_DEFAULT_LIMIT = 2**16


def _refuse(options, *allowed):
    """What is not supported is refused, not ignored."""
    for name, value in options.items():
        if name in allowed or value is None or value is False:
            continue
        raise NotImplementedError(f"{name}= is not supported by asyncio streams here yet")


def _streams_for(sock, limit, on_lost):
    loop = get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    transport = _Transport(sock, reader, on_lost)
    return reader, StreamWriter(transport, None, reader, loop)


async def _connect_to_any(addresses, local_addr):
    """Tries addresses in order; the errors of all where none answers."""
    errors = []
    for address in addresses:
        try:
            return await _connect(address, local_addr)
        except OSError as error:
            errors.append(error)
    try:
        if len(errors) == 1 or all(str(error) == str(errors[0]) for error in errors):
            raise errors[0]
        raise OSError(f"Multiple exceptions: {', '.join(str(error) for error in errors)}")
    finally:
        errors = None


async def open_connection(host=None, port=None, *, limit=_DEFAULT_LIMIT, family=0, local_addr=None, **kwds):
    """Connects to a TCP server; returns a reader and a writer."""
    _refuse(kwds, "flags", "proto")
    if host is None and port is None:
        raise ValueError("host and port was not specified and no sock specified")
    addresses = await _resolve(host, port, family)
    sock = await _connect_to_any(addresses, local_addr)
    # asyncio tells the protocol of the connection before it goes on.
    await sleep(0)
    await sleep(0)
    return _streams_for(sock, limit, None)


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    """Connects to a server in the Unix domain; returns a reader and a writer."""
    _refuse(kwds)
    if path is None:
        raise ValueError("no path and sock were specified")
    sock = await _connect(str(path))
    await sleep(0)
    await sleep(0)
    return _streams_for(sock, limit, None)


class AbstractServer:
    """What servers offer."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()


class Server(AbstractServer):
    """Listens, and calls back with a reader and a writer for each connection."""

    def __init__(self, loop, sockets, callback, limit, backlog=100):
        self._loop = loop
        self._sockets = sockets
        self._callback = callback
        self._limit = limit
        self._backlog = backlog
        self._writers = set()
        self._waiters = []
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f"<Server sockets={self.sockets!r}>"

    @property
    def sockets(self):
        """The sockets that it listens on."""
        return () if self._sockets is None else tuple(self._sockets)

    def get_loop(self):
        """Its loop."""
        return self._loop

    def is_serving(self):
        """Whether it takes connections."""
        return self._serving

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            _accept(sock, self._connected)

    def _connected(self, sock):
        def lost(exc):
            self._writers.discard(writer)
            self._wakeup()

        reader, writer = _streams_for(sock, self._limit, lost)
        self._writers.add(writer)
        result = self._callback(reader, writer)
        if not iscoroutine(result):
            return

        def done(task):
            if task.cancelled():
                writer.close()
                return
            exc = task.exception()
            if exc is not None:
                self._loop.call_exception_handler(
                    {
                        "message": "Unhandled exception in client_connected_cb",
                        "exception": exc,
                        "transport": writer.transport,
                    }
                )
                writer.close()

        self._loop.create_task(result).add_done_callback(done)

    def _wakeup(self):
        if self._sockets is not None or self._writers or self._waiters is None:
            return
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)

    async def start_serving(self):
        """Begins to take connections."""
        self._start_serving()
        await sleep(0)

    async def serve_forever(self):
        """Serves until this is cancelled; then the server is closed."""
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    def close(self):
        """Takes no more connections; those that are open go on."""
        sockets, self._sockets = self._sockets, None
        if sockets is None:
            return
        for sock in sockets:
            sock._close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        self._wakeup()

    def close_clients(self):
        """Closes all connections once what they hold is sent."""
        for writer in list(self._writers):
            writer.close()

    def abort_clients(self):
        """Closes all connections at once."""
        for writer in list(self._writers):
            writer.transport.abort()

    async def wait_closed(self):
        """Waits until the server is closed and all its connections have ended."""
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


async def start_server(
    client_connected_cb,
    host=None,
    port=None,
    *,
    limit=_DEFAULT_LIMIT,
    family=0,
    backlog=100,
    reuse_address=None,
    reuse_port=None,
    start_serving=True,
    **kwds,
):
    """Starts a TCP server; `client_connected_cb(reader, writer)` is called for each connection."""
    _refuse(kwds, "flags", "keep_alive")
    loop = get_running_loop()
    if host is None and port is None:
        raise ValueError("Neither host/port nor sock were specified")
    hosts = [host] if host is None or isinstance(host, str) else host
    sockets = []
    try:
        seen = set()
        for one in hosts:
            for address in await _resolve(one, port, family, True):
                if address in seen:
                    continue
                seen.add(address)
                sockets.append(_listen(address, backlog, reuse_address is not False, bool(reuse_port)))
    except BaseException:
        for sock in sockets:
            sock._close()
        raise
    server = Server(loop, sockets, client_connected_cb, limit, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


async def start_unix_server(
    client_connected_cb,
    path=None,
    *,
    limit=_DEFAULT_LIMIT,
    backlog=100,
    start_serving=True,
    cleanup_socket=True,
    **kwds,
):
    """Starts a server in the Unix domain; its file goes when it is closed, unless cleanup_socket is false."""
    _refuse(kwds)
    if path is None:
        raise ValueError("path was not specified, and no sock specified")
    sock = _listen(str(path), backlog, cleanup_socket=cleanup_socket)
    server = Server(get_running_loop(), [sock], client_connected_cb, limit, backlog)
    if start_serving:
        server._start_serving()
        await sleep(0)
    return server


class StreamReaderProtocol:
    """Named for isinstance tests only: readers are fed by their transports directly."""
