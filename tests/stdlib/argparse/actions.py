# The actions: what they store, what they refuse, and actions of one's own.
import argparse
import sys

sys.stderr = sys.stdout


def build(**kwargs):
    return argparse.ArgumentParser(prog="PROG", **kwargs)


def says(label, function, *args, **kwargs):
    try:
        print(label, function(*args, **kwargs))
    except (Exception, SystemExit) as error:
        print(label, type(error).__name__, error)


p = build()
p.add_argument("--store")
p.add_argument("--const", action="store_const", const=42)
p.add_argument("--none", action="store_const")
p.add_argument("--true", action="store_true")
p.add_argument("--false", action="store_false")
p.add_argument("--append", action="append", default=["d"])
p.add_argument("--pairs", action="append", nargs=2)
p.add_argument("--maybe", action="append", nargs="?", const="c")
p.add_argument("--int", dest="types", action="append_const", const=int)
p.add_argument("--str", dest="types", action="append_const", const=str)
p.add_argument("--count", "-c", action="count")
p.add_argument("--extend", action="extend", nargs="+", type=int)
p.add_argument("--both", action=argparse.BooleanOptionalAction, default=None)
p.add_argument("--version", action="version", version="%(prog)s 1.0")
says("none", p.parse_args, [])
says("all", p.parse_args,
    "--store s --const --none --true --false --append a --append b --pairs 1 2 --pairs 3 4".split())
says("more", p.parse_args, "--maybe --maybe m --int --str -ccc --extend 1 2 --extend 3 --no-both".split())
says("both", p.parse_args, ["--both", "--no-both", "--both"])
says("version", p.parse_args, ["--version"])
print(p.get_default("append"))

print("== refusals")
for args, kwargs in [
    ((), {}), (("-",), {}), (("--",), {}), (("a", "b"), {}), (("a",), dict(dest="b")), (("--a", "b"), {}),
    (("+a", "-b"), {}), (("--a",), dict(action="foo")), (("--a",), dict(action=3)), (("--a",), dict(type=3)),
    (("--a",), dict(type="foo")), (("--a",), dict(type=argparse.FileType)), (("--a",), dict(nargs=0)),
    (("--a",), dict(nargs="x")), (("--a",), dict(nargs=2, metavar=("a",))), (("--a",), dict(help="%(bogus)s")),
    (("--a",), dict(help="%")), (("-h",), {}), (("--help", "-h"), {}), (("x",), dict(required=True)),
    (("x",), dict(nargs=0)), (("x",), dict(action="store_true")), (("--b",), dict(action="store_true", nargs=2)),
    (("--b",), dict(action="append", nargs=0)), (("--b",), dict(const=3)), (("--b",), dict(action="append", const=3)),
    (("--b",), dict(action=argparse.BooleanOptionalAction, type=int)),
    (("--no-b",), dict(action=argparse.BooleanOptionalAction)), (("-a", "--", "--foo-bar"), {}),
    (("--a",), dict(bogus=1)), (("--a",), dict(metavar=("x", "y"))),
]:
    says(f"{args} {kwargs}", build().add_argument, *args, **kwargs)

print("== own")


class Upper(argparse.Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        print("made", option_strings, dest, nargs, kwargs)
        super().__init__(option_strings, dest, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        print("called", parser.prog, values, option_string)
        setattr(namespace, self.dest, values.upper())


p = build()
print(p.add_argument("--up", action=Upper, help="h"))
p.add_argument("word", action=Upper)
p.register("action", "upper", Upper)
p.register("type", "hex", lambda text: int(text, 16))
p.add_argument("--re", action="upper", metavar="R")
p.add_argument("--hex", type="hex")
says("own", p.parse_args, ["--up", "x", "word", "--re", "y", "--hex", "ff"])
says("bad hex", p.parse_args, ["w", "--hex", "zz"])
says("abstract", argparse.Action(["-a"], "a"), None, None, None)


def temperature(text):
    if text == "0":
        raise argparse.ArgumentTypeError("absolute zero")
    if text == "1":
        raise TypeError("type")
    if text == "2":
        raise KeyError("passes on")
    return float(text)


p.add_argument("-t", type=temperature)
for text in "0", "1", "2", "x", "3":
    says(text, p.parse_args, ["w", "-t", text])
print(repr(argparse.FileType("w", 1, "utf8", "strict")), argparse.FileType()("-") is sys.stdin,
      argparse.FileType("w")("-") is sys.stdout)
says("mode", argparse.FileType("q"), "-")

print("== deprecated")
p = build()
p.add_argument("-o", "--old", deprecated=True)
p.add_argument("pos", nargs="?", deprecated=True)
says("old", p.parse_args, ["-o", "1", "--old", "2", "-o", "3", "x"])
says("not given", p.parse_args, [])
