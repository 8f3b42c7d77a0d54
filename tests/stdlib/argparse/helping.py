# Help and usage: layout, wrapping, groups, formatters.
import argparse


def build(**kwargs):
    width = kwargs.pop("width", 80)
    base = kwargs.pop("formatter_class", argparse.HelpFormatter)
    return argparse.ArgumentParser(prog=kwargs.pop("prog", "PROG"),
                                   formatter_class=lambda prog: base(prog, width=width), **kwargs)


def fill(p):
    p.add_argument("source", help="where from")
    p.add_argument("target", nargs="?", default="here", help="where to (default: %(default)s)")
    p.add_argument("-v", "--verbose", action="count", help="more output, " * 8)
    p.add_argument("-o", "--output", metavar="FILE", required=True)
    p.add_argument("--a-very-long-option-name", nargs=2, metavar=("X", "Y"), help="long name of type %(type)s",
        type=int)
    p.add_argument("--level", choices=["low", "high"], default="low", help="one of %(choices)s, 100%%")
    p.add_argument("--hidden", help=argparse.SUPPRESS)
    p.add_argument("--flag", action=argparse.BooleanOptionalAction, help="a flag")
    p.add_argument("--many", nargs="*", help="   ")
    p.add_argument("--some", nargs="+", metavar=("ONE", "MORE"))
    group = p.add_argument_group("special", "Words about\n  the group.")
    group.add_argument("--inner", type=float, help="inside of %(prog)s")
    p.add_argument_group("empty group")
    p.add_argument_group("described", "only words")
    return p


fill(build(description="Does %(prog)s things,\nin   two lines.", epilog="The end.")).print_help()
for width in 30, 45, 200:
    fill(build(width=width)).print_help()
fill(build(usage="%(prog)s [anything]", add_help=False)).print_usage()
fill(build(prog="a_program_with_a_name_that_is_rather_long_for_a_line_of_usage_text")).print_usage()
print("== formatters")
for base in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter,
             argparse.ArgumentDefaultsHelpFormatter):
    p = build(formatter_class=base, description="One\n  two\n", epilog="three\n   four")
    p.add_argument("--x", help="first\n  second", default=3)
    p.add_argument("--y", help="required", required=True)
    p.add_argument("--z", action="store_true", help="z %(default)s")
    p.add_argument("w", nargs="?", help="w")
    p.print_help()
p = build(formatter_class=argparse.MetavarTypeHelpFormatter)
p.add_argument("--x", type=int)
p.add_argument("y", type=float)
p.print_help()
print("== exclusive groups")
p = build(width=60)
group = p.add_mutually_exclusive_group()
group.add_argument("--alpha")
group.add_argument("--beta", action="store_true")
group.add_argument("pos", nargs="?")
p.add_argument("--gamma", required=True)
group = p.add_mutually_exclusive_group(required=True)
group.add_argument("--delta")
p.add_argument("x")
p.add_argument("y", nargs=2, metavar=("A", "B"))
group.add_argument("--eps", nargs="*")
group = p.add_mutually_exclusive_group()
group.add_argument("--zeta", help=argparse.SUPPRESS)
group.add_argument("--eta")
p.add_mutually_exclusive_group(required=True).add_argument("--one")
p.add_mutually_exclusive_group().add_argument("only", nargs="?")
p.print_usage()
inside = p.add_argument_group("titled").add_mutually_exclusive_group()
inside.add_argument("--in1", help="first")
inside.add_argument("--in2", help="second")
p.print_help()
print("== own formatter")


class Own(argparse.HelpFormatter):
    def _split_lines(self, text, width):
        return [f"<{line}>" for line in super()._split_lines(text, width)]

    def _format_action_invocation(self, action):
        return super()._format_action_invocation(action).upper()

    def _get_help_string(self, action):
        return f"{action.help}!"

    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, "Use: ")


p = build(formatter_class=Own)
p.add_argument("-f", "--foo", help="the foo " * 12)
p.add_argument("bar", help="the bar")
p.print_help()
p = build(add_help=False)
print(repr(p.format_help()), repr(p.format_usage()))
print(argparse.ArgumentParser(prog="PROG", usage="u", description="d"))
