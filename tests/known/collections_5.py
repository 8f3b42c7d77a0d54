# The error for a missing attribute of a module names it by the __name__ that stands in it.
import math

math.__name__ = "far.away"
try:
    math.nothing
except AttributeError as error:
    print(error)
print(str(math).split()[1])
