"""`python -m unittest`: finds and runs tests."""
import sys

if sys.argv[0].endswith("__main__.py"):
    # The help shall tell what to type.
    sys.argv[0] = sys.executable.rpartition("/")[2] + " -m unittest"

from .main import main

__unittest = True

main(module=None)
