"""What tasks wait at, under the name that it has in CPython."""

from asyncio import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
