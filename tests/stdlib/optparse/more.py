"""Defaults, values, classes of one's own, errors."""
import io
import optparse
import os
import re
import sys
from optparse import *

PLACES = re.compile("0x[0-9a-f]+")


def show(label, call):
    out, err = io.StringIO(), io.StringIO()
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = out, err
    try:
        result = call()
    except BaseException as error:
        result = f"!! {type(error).__module__} {error!r} {error}"
    finally:
        sys.stdout, sys.stderr = before
    print(label, "->", PLACES.sub("0x", str(result)), out.getvalue(), err.getvalue())


os.environ["COLUMNS"] = "80"

p = OptionParser(prog="p")
q = OptionParser(prog="q")
c = OptionParser(prog="c")
d = OptionParser(prog="d")
d.add_option("--cc")
d.disable_interspersed_args()
show("dis", lambda: d.parse_args(["x","-c"])); d.enable_interspersed_args()
d.set_default("cc","dd"); d.set_defaults(u=5, w="x")
show("def", lambda: d.parse_args([])); d.set_usage(SUPPRESS_USAGE)
show("u", lambda: d.get_usage()); d.set_usage("usage: foo")
show("u", lambda: d.get_usage()); d.set_usage(None)
show("u", lambda: d.get_usage())
show("nover", lambda: (d.get_version(), d.print_version()))
v = Values({"a": 1})
show("v", lambda: (v, str(v), v == Values({"a": 1}), v == {"a": 1}, v == {"a": 2}, v.ensure_value("b", 2), v.ensure_value("a", 9), v, v != Values()))
class MyOption(Option):
    TYPES = Option.TYPES + ("up",); TYPE_CHECKER = dict(Option.TYPE_CHECKER, up=lambda o, opt, val: val.upper()); ACTIONS = Option.ACTIONS + ("extend",); STORE_ACTIONS = Option.STORE_ACTIONS + ("extend",); TYPED_ACTIONS = Option.TYPED_ACTIONS + ("extend",); ALWAYS_TYPED_ACTIONS = Option.ALWAYS_TYPED_ACTIONS + ("extend",)
    def take_action(self, action, dest, opt, value, values, parser):
        if action == "extend": values.ensure_value(dest, []).extend(value.split(","))
        else: Option.take_action(self, action, dest, opt, value, values, parser)
m = OptionParser(prog="m", option_class=MyOption); m.add_option("-u", type="up"); m.add_option("-e", action="extend", dest="e")
show("my", lambda: m.parse_args(["-u","abc","-e","a,b","-e","c"]))
l = OptionParser(prog="l", option_list=[make_option("-a", action="store_true"), make_option("--b-c", default="7", type="int")], add_help_option=False)
show("ol", lambda: (l.parse_args([]), l.parse_args(["-a","--b-c","8"]), l.format_help()))
show("ol", lambda: l.parse_args(["-h"]))
l.set_process_default_values(False)
show("pd", lambda: l.parse_args([]))
o = make_option("-f","--foo", "-g", metavar="M")
show("o", lambda: (str(o), o.takes_value(), o.get_opt_string(), o.dest, o.type, o.action, o._short_opts, o._long_opts))
show("o", lambda: make_option("-f").dest)
for E in (OptionError("m", o), OptionConflictError("m", None), OptionValueError("m"), BadOptionError("--x"), AmbiguousOptionError("--x", ["a","b"])) if hasattr(optparse,"AmbiguousOptionError") and not globals().update(AmbiguousOptionError=optparse.AmbiguousOptionError) else (): print(repr(str(E)), type(E).__mro__[1].__name__)
show("ch", lambda: OptionParser(conflict_handler="x"))
show("grp", lambda: p.add_option_group(5))
show("grp", lambda: p.add_option_group(OptionGroup(q,"x")))
show("grp", lambda: p.add_option_group("T","d").title)
show("addo", lambda: c.add_option(5))
show("addo", lambda: c.add_options([make_option("--zz")]))
show("destroy", lambda: c.destroy())
show("argv", lambda: (setattr(sys,"argv",["x/prog.py","-t"]), OptionParser().get_prog_name()))
