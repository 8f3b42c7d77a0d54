"""Runs actions at times of any clock, one after another.

Invariant: the queue is a heap of events; an event is out of it before its action runs.
"""

import heapq
import time
from collections import namedtuple

__all__ = ["scheduler"]

Event = namedtuple('Event', 'time, priority, sequence, action, argument, kwargs')

_NO_ARGUMENTS = object()


def _lock():
    try:
        from threading import RLock
    except ImportError:
        # Without threads nobody comes in between.
        from contextlib import nullcontext
        return nullcontext()
    return RLock()


class scheduler:
    """A queue of events for a function that tells the time and one that waits."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self.timefunc, self.delayfunc = timefunc, delayfunc
        self._events, self._guard, self._made = [], _lock(), 0

    def enterabs(self, time, priority, action, argument=(), kwargs=_NO_ARGUMENTS):
        """Enters an action for a time; the event that it gives can be cancelled."""
        named = {} if kwargs is _NO_ARGUMENTS else kwargs
        with self._guard:
            event = Event(time, priority, self._made, action, argument, named)
            self._made += 1
            heapq.heappush(self._events, event)
            return event

    def enter(self, delay, priority, action, argument=(), kwargs=_NO_ARGUMENTS):
        """Enters an action for so much later than now."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out of the queue; a ValueError if it is not there."""
        with self._guard:
            self._events.remove(event)
            # In order they are a heap again.
            self._events.sort()

    def empty(self):
        """True if no event waits."""
        with self._guard:
            return not self._events

    def run(self, blocking=True):
        """Runs all events; if not blocking only those that are due, and gives the time to the next."""
        while True:
            with self._guard:
                if not self._events:
                    return None
                event = self._events[0]
                wait = event.time - (now := self.timefunc())
                due = not event.time > now
                if due:
                    heapq.heappop(self._events)
            if due:
                event.action(*event.argument, **event.kwargs)
                # Lets other threads run.
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(wait)
            else:
                return wait

    @property
    def queue(self):
        """The events in the order in which they will run."""
        with self._guard:
            return sorted(self._events)
