"""Declarations, right and wrong; conflicts; callbacks."""
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

q = OptionParser(prog="q", conflict_handler="resolve"); q.add_option("-f","--foo", help="one"); q.add_option("-f","--bar", help="two")
show("res", lambda: q.format_help()); q.remove_option("--foo")
show("rem", lambda: q.format_help())
show("rem", lambda: q.remove_option("--foo"))
c = OptionParser(prog="c"); c.add_option("-f","--foo")
show("conf", lambda: c.add_option("-f","--bar"))
show("conf", lambda: c.add_option("--foo"))
show("bad", lambda: c.add_option())
show("bad", lambda: c.add_option("f"))
show("bad", lambda: c.add_option("-"))
show("bad", lambda: c.add_option("--"))
show("bad", lambda: c.add_option("-fo"))
show("bad", lambda: c.add_option("---x"))
for kw in (dict(action="zz"), dict(type="zz"), dict(action="store_true", type="int"), dict(nargs=2, action="store_true"), dict(const=1), dict(choices=["a"]), dict(type="choice"), dict(type="choice", choices="ab"), dict(foo=1), dict(foo=1,bar=2), dict(action="callback"), dict(action="callback", callback=5), dict(callback=len), dict(action="callback", callback=len, callback_args=5), dict(action="callback", callback=len, callback_kwargs=5), dict(type=int), dict(type=str), dict(type="str")):
    show(kw, lambda: c.add_option("-y", **kw)); 
    if c.has_option("-y"): print(c.get_option("-y").type); c.remove_option("-y")
def cb(option, opt, value, parser, *args, **kw):
    print("cb", option, opt, value, parser.rargs, parser.largs, args, kw); setattr(parser.values, option.dest or "cb", value)
def cbe(option, opt, value, parser): raise OptionValueError("no %s" % opt)
d = OptionParser(prog="d"); d.add_option("-c", action="callback", callback=cb, callback_args=(1,), callback_kwargs={"z": 2}); d.add_option("--cc", action="callback", callback=cb, type="string", dest="cc"); d.add_option("-e", action="callback", callback=cbe)
show("cb", lambda: d.parse_args(["x","-c","--cc","v","y"]))
show("cb", lambda: d.parse_args(["-e"]))
