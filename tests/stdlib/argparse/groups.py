# Exclusive groups, argument groups, parents, conflicts.
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
group = p.add_mutually_exclusive_group()
group.add_argument("--foo")
group.add_argument("--bar", action="store_true")
group.add_argument("pos", nargs="?", default="d")
needed = p.add_mutually_exclusive_group(required=True)
needed.add_argument("-a", action="store_true")
needed.add_argument("-b", type=int, default=1)
for line in "", "-a", "-a --foo x", "-a --foo x --bar", "-a -b 1", "-a --bar p", "-b 2 p", "-b 1 --bar --bar":
    says(line, p.parse_args, line.split())
print("== nesting")
group = p.add_argument_group("T", "d")
says("group in group", group.add_argument_group)
print(type(group.add_mutually_exclusive_group()).__name__)
exclusive = p.add_mutually_exclusive_group()
says("group in exclusive", exclusive.add_argument_group)
says("exclusive in exclusive", exclusive.add_mutually_exclusive_group)
says("required positional", exclusive.add_argument, "x")
says("required option", exclusive.add_argument, "--x", required=True)
says("keyword", p.add_mutually_exclusive_group, foo=1)
says("keyword", p.add_argument_group, foo=1)
print(group.title, group.description)
print("== parents")
parent = build(add_help=False)
parent.add_argument("--base", default=1)
titled = parent.add_argument_group("shared", "words")
titled.add_argument("--in-shared")
either = parent.add_mutually_exclusive_group()
either.add_argument("--this", action="store_true")
either.add_argument("--that", action="store_true")
parent.set_defaults(kept="yes")
p = build(parents=[parent])
p.add_argument("own")
p.print_help()
says("child", p.parse_args, ["--base", "2", "o", "--this"])
says("child", p.parse_args, ["o", "--this", "--that"])
says("twice", build, parents=[parent, parent])
says("no parser", build, parents=[3])
print("== conflicts")
p = build()
p.add_argument("-f", "--foo", help="old")
says("conflict", p.add_argument, "-f")
says("conflict", p.add_argument, "--foo", "-f")
says("handler", build, conflict_handler="foo")
p = build(conflict_handler="resolve")
p.add_argument("-f", "--foo", help="old")
p.add_argument("--foo", help="new")
p.add_argument("-h", action="store_true", help="mine")
p.print_help()
p.add_argument("-f", help="newest")
p.print_help()
says("resolved", p.parse_args, ["-f", "1", "--foo", "2", "-h"])
print("== exit and error")
p = build(exit_on_error=False)
p.add_argument("--n", type=int)
p.add_argument("m", nargs=2)
for line in "--n x", "--n", "1", "1 2 3", "--bog 1 2", "", "--n=1 a b":
    says(line, p.parse_args, line.split())
says("exit", p.exit, 3, "message\n")
says("exit", p.exit)
says("error", p.error, "the error")
says("help", p.parse_args, ["-h"])
error = argparse.ArgumentError(p._actions[1], "text")
print(error, error.argument_name, error.message, "|", argparse.ArgumentError(None, "text"))
