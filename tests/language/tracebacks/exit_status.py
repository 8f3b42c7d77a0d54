# sys.exit with a number.
import sys


def deep():
    sys.exit(7)


try:
    deep()
except Exception:
    print("never: SystemExit is no Exception")
