"""The exceptions of asyncio."""

from asyncio import BrokenBarrierError, CancelledError, InvalidStateError

TimeoutError = TimeoutError


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send this file to this socket by itself."""


class IncompleteReadError(EOFError):
    """The stream ended before all that was asked for had come.

    `partial` holds what did come, `expected` the number of bytes asked for (None if unknown).
    """

    def __init__(self, partial, expected):
        wanted = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {wanted} expected bytes")
        self.partial = partial
        self.expected = expected

    def __reduce__(self):
        return type(self), (self.partial, self.expected)


class LimitOverrunError(Exception):
    """A separator was not found within the limit; `consumed` bytes were looked at."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed

    def __reduce__(self):
        return type(self), (self.args[0], self.consumed)
