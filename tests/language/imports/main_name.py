# __name__ and the usual last lines.
import sys


def main(args):
    print("main with", args)
    return 0


print(__name__, sys.modules["__main__"].main is main, __file__.endswith("main_name.py"), len(sys.argv))
if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
