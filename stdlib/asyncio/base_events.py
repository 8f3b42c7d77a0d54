"""The loop's class, under the name that it has in CPython."""

from asyncio import BaseEventLoop
