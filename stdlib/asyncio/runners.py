"""Runners, under the name that they have in CPython."""

from asyncio import Runner, run
