# sys.exit with a text: printed on standard error, status 1.
import sys

print("working")
try:
    sys.exit("cannot work")
finally:
    print("cleaning up")
