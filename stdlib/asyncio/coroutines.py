"""Tests for coroutines, under the name that they have in CPython."""

from asyncio import iscoroutine, iscoroutinefunction
