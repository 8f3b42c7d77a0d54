"""Modules have `__annotations__` (made when it is asked for)."""
import sys
print(sys.__annotations__)
