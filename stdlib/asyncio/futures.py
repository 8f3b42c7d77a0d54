"""Futures, under the name that they have in CPython."""

from asyncio import CancelledError, Future, InvalidStateError, isfuture, wrap_future
