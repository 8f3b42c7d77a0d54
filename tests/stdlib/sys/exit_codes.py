# sys.exit: what its argument becomes.
import sys

for value in [None, 0, 3, "text", True, (1, 2), 256]:
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code), error.args)
try:
    sys.exit()
except SystemExit as error:
    print(error.code, error.args)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
try:
    exit(4)
except SystemExit as error:
    print(error.code)
try:
    sys.exit(1, 2)
except TypeError as error:
    print(error)
sys.exit(300)
