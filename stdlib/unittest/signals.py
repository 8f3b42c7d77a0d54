"""Ctrl-C during a run: the first asks all registered results to stop, the second acts as without this module."""
from _weakref import ref

__unittest = True

_registered = []       # weak references; those that died are dropped when the next result comes
_interrupt_handler = None


class _InterruptHandler:
    """The signal handler; it steps aside once another one took its place."""

    def __init__(self, default_handler):
        import signal
        self.called = False
        self.original_handler = self.default_handler = default_handler
        if isinstance(default_handler, int):
            calls = {signal.SIG_DFL: signal.default_int_handler, signal.SIG_IGN: _ignore}
            self.default_handler = calls.get(default_handler)
            if self.default_handler is None:
                raise TypeError("expected SIGINT signal handler to be signal.SIG_IGN, signal.SIG_DFL, "
                                "or a callable object")

    def __call__(self, signum, frame):
        from signal import SIGINT, getsignal
        in_place = getsignal(SIGINT) is self
        if in_place and not self.called:
            self.called = True
            for result in _alive():
                result.stop()
        else:
            self.default_handler(signum, frame)


def _alive():
    return [result for result in (reference() for reference in _registered) if result is not None]


def _ignore(signum, frame):
    pass


def registerResult(result):
    """Have a result stopped by Ctrl-C, once the handler is installed."""
    _registered[:] = [ref(known) for known in _alive() if known is not result]
    _registered.append(ref(result))


def removeResult(result):
    """Forget a registered result; tells whether it was one."""
    known = _alive()
    _registered[:] = [ref(other) for other in known if other is not result]
    return len(_registered) < len(known)


def installHandler():
    """Install the handler of Ctrl-C, if it is not installed."""
    global _interrupt_handler
    if _interrupt_handler is not None:
        return
    from signal import SIGINT, getsignal, signal
    _interrupt_handler = _InterruptHandler(getsignal(SIGINT))
    signal(SIGINT, _interrupt_handler)


def removeHandler(method=None):
    """Put the former handler of Ctrl-C back, or decorate a function to run without the handler."""
    if method is not None:
        return _without_handler(method)
    if _interrupt_handler is not None:
        import signal
        signal.signal(signal.SIGINT, _interrupt_handler.original_handler)


def _without_handler(method):
    from functools import wraps

    @wraps(method)
    def calling(*args, **kwargs):
        from signal import SIGINT, getsignal, signal
        present = getsignal(SIGINT)
        removeHandler()
        try:
            return method(*args, **kwargs)
        finally:
            signal(SIGINT, present)
    return calling
