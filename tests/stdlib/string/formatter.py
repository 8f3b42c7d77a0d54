# Formatter: fields, nesting, mistakes, and every method that can be overridden.
from string import Formatter

f = Formatter()


def attempt(*args, **kwargs):
    try:
        print(repr(f.format(*args, **kwargs)))
    except (ValueError, KeyError, IndexError, AttributeError, TypeError) as error:
        print(args, type(error).__name__, error)


attempt("{} {} {}", 1, "a", None)
attempt("{0} {1} {0}", 1, 2)
attempt("{a} {b!r} {b!s:>5} {b!a}", a=1, b="é")
attempt("{a.real} {b[0]} {b[x]} {c[1][0].imag}", a=3, b={0: 1, "x": 2}, c=[0, [5j]])
attempt("{:{}} {:{w}.{p}f}|", 1, 4, 2.5, w=8, p=2)
attempt("{:{}{}}", "x", ">", 5)
attempt("{{}} {{{0}}} }}{{", 1)
attempt("{.real} {[0]}", 4, [7])
attempt("")
attempt("plain")
attempt("{format_string} {self}", format_string="z", self=1)
for bad in ("{", "}", "{0", "{0!", "{0!}", "{0!r", "{0!rx}", "{0!x}", "{0:{", "{0:{1}", "{a}", "{5}", "{0.x}", "{0[}", "{0[]}", "{0.}", "{0]}", "{0[x]}", "{ 0}", "{-1}",
            "{{0}", "{0}}", "{a{b}}", "{0[a]b}", "{0:d}", "{} {0}", "{0} {}", "{0:{}}", "{0:{1:{2}}}", "{!}"):
    attempt(bad, "text", 3, 4)
for call in (lambda: f.format(), lambda: f.format(5), lambda: f.convert_field(1, "z"), lambda: list(f.parse(b"a")), lambda: f.get_field("", (1,), {}), lambda: f.get_value("k", (), {})):
    try:
        print(call())
    except (TypeError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
print(list(f.parse("a{b!r:c{d}}e{{f}}{}g{0.x[y]:>{w}}")), list(f.parse("")), list(f.parse("{{")))
print(f.get_field("a[0].real", (), {"a": [3]}), f.get_field("0", (9,), {}), f.get_value(0, (1,), {}), f.get_value("k", (1,), {"k": 2}), f.format_field(3, "04d"))
print(f.vformat("{0} {a}", (1,), {"a": 2}), f.convert_field("é", "a"), f.convert_field(1, None), f.convert_field(1, "s"), f.check_unused_args({0}, (1,), {}))


class Strict(Formatter):
    """Refuses arguments that nobody uses."""

    def check_unused_args(self, used_args, args, kwargs):
        left = [n for n in range(len(args)) if n not in used_args] + sorted(kwargs.keys() - used_args)
        if left:
            raise ValueError(f"not used: {left}")


for args, kwargs in ((("{0}", 1), {}), (("{0}", 1, 2), {"a": 3}), (("{a:{b}}",), {"a": 3, "b": 4}), (("{}{}", 1), {})):
    try:
        print(Strict().format(*args, **kwargs))
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)


class Names(Formatter):
    """Takes unknown names from a table, knows one more conversion and marks each field."""

    def __init__(self, **table):
        self.table = table

    def get_value(self, key, args, kwargs):
        return self.table[key] if isinstance(key, str) and key not in kwargs else super().get_value(key, args, kwargs)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)

    def format_field(self, value, format_spec):
        return f"<{super().format_field(value, format_spec)}>"

    def get_field(self, field_name, args, kwargs):
        value, key = super().get_field(field_name, args, kwargs)
        return ("none" if value is None else value), key

    def parse(self, format_string):
        return super().parse(format_string.replace("[[", "{").replace("]]", "}"))


print(Names(host="web", port=80).format("[[host!u]]:[[port:05]] {0} {x}", None, x=[1]))
