# Parsers of subcommands, as in a program with several commands.
import argparse
import sys

sys.stderr = sys.stdout


def says(function, *args, **kwargs):
    try:
        print(args, function(*args, **kwargs))
    except (Exception, SystemExit) as error:
        print(args, type(error).__name__, error)


def add(args):
    return f"add {args.items} to {args.list}"


def show(args):
    return f"show {args.list}, all={args.all}"


parser = argparse.ArgumentParser(prog="todo", description="Keeps lists.", suggest_on_error=True)
parser.add_argument("--list", default="home", help="which list")
parser.add_argument("-n", type=int, default=1)
commands = parser.add_subparsers(title="commands", description="what to do", dest="command", required=True,
                                 metavar="COMMAND", help="one of these")
adding = commands.add_parser("add", help="add items", description="Adds items.", aliases=["a", "new"])
adding.add_argument("items", nargs="+")
adding.add_argument("--list", default="sub")
adding.set_defaults(run="add")
showing = commands.add_parser("show", help="show the list", deprecated=True)
showing.add_argument("--all", action="store_true")
showing.set_defaults(run="show")
commands.add_parser("secret", help=argparse.SUPPRESS)
commands.add_parser("plain")
parser.print_help()
adding.print_help()
print(adding.prog, showing.prog)
for line in ("add x y", "--list work add x", "--list work add --list z x", "a x", "show --all", "show", "", "ad x",
    "zzz",
             "add", "add x --bogus", "show -n 3", "-n 3 plain", "plain extra", "secret", "add -- -x", "-- add x"):
    says(parser.parse_args, line.split(" ") if line else [])
says(parser.parse_known_args, ["--odd", "show", "--all", "--more", "1"])
args = parser.parse_args(["new", "milk", "eggs"])
print({"add": add, "show": show}[args.run](args), args.command)
for name, kwargs in ("add", {}), ("other", {"aliases": ["a"]}):
    says(commands.add_parser, name, **kwargs)
says(parser.add_subparsers)

print("== optional, nested, with positionals before")
parser = argparse.ArgumentParser(prog="outer")
parser.add_argument("where")
parser.add_argument("--opt")
inner = parser.add_subparsers(dest="one")
first = inner.add_parser("first")
deep = first.add_subparsers(dest="two", prog="named")
print(first.prog, "|", deep.add_parser("deep", prog=None).prog, "|", inner.add_parser("x", prog="own").prog)
print(sorted(inner.choices), type(inner).__name__)
parser.print_usage()
first.print_usage()
for line in "w", "w first", "w first deep", "w first deep more", "w none":
    says(parser.parse_args, line.split())


class Own(argparse.ArgumentParser):
    def error(self, message):
        raise ValueError(f"{self.prog}: {message}")


parser = Own(prog="own")
inner = parser.add_subparsers()
print(type(inner.add_parser("sub")).__name__, type(parser.add_subparsers) is not None)
says(parser.parse_args, ["sub", "x"])
says(parser.parse_args, ["sub"])
