# A small tool as a user would write it.
import argparse
import sys


def make_parser():
    parser = argparse.ArgumentParser(
        prog="count", description="Count words or letters of texts.", epilog="Texts come from the command line.",
        formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    parser.add_argument("texts", nargs="+", metavar="TEXT", help="a text to count in")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("-w", "--words", action="store_const", dest="unit", const="words", help="count words")
    what.add_argument("-l", "--letters", action="store_const", dest="unit", const="letters", help="count letters")
    parser.set_defaults(unit="words")
    parser.add_argument("-m", "--minimum", type=int, default=0, metavar="N", help="leave out texts with fewer")
    parser.add_argument("--total", action=argparse.BooleanOptionalAction, default=True, help="print the total")
    parser.add_argument("--skip", action="append", default=[], help="a word to leave out")
    parser.add_argument("--version", action="version", version="%(prog)s 2.1")
    return parser


def count(text, unit, skip):
    words = [word for word in text.split() if word not in skip]
    return len(words) if unit == "words" else sum(len(word) for word in words)


def main(argv):
    args = make_parser().parse_args(argv)
    total = 0
    for text in args.texts:
        number = count(text, args.unit, args.skip)
        if number >= args.minimum:
            print(f"{number:4} {text}")
            total += number
    if args.total:
        print(f"{total:4} total")
    return 0


if __name__ == "__main__":
    sys.stderr = sys.stdout
    for line in (["a b c", "d e"], ["-l", "some letters"], ["-m", "2", "one", "two words", "--no-total"],
                 ["--skip=a", "--skip", "b", "a b c a"], ["-wl", "x"], ["-m", "many", "x"], [], ["--version"],
                 ["--help"],
                 ["--mini", "1", "x"], ["--nothing", "x"]):
        print("$ count", *line)
        try:
            main(line)
        except SystemExit as end:
            print("status", end.code)
