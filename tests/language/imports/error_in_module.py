# The trace of an error in an imported module goes through both files.
try:
    import _broken
except ValueError:
    print("caught once")
import _broken
