"""Command lines of all kinds."""
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

def make(**k):
    p = OptionParser(prog="prog", **k)
    p.add_option("-f", "--file", dest="filename", help="write report to FILE", metavar="FILE")
    p.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print status messages to stdout [default: %default]")
    p.add_option("-n", "--num", type="int", default=5, help="a number that has a very long help text which has to be wrapped over several lines of the terminal, default %default")
    p.add_option("-p", "--point", type="float", nargs=2); p.add_option("-c", action="count", dest="c"); p.add_option("-a", "--append", action="append"); p.add_option("--ac", action="append_const", const=7, dest="append"); p.add_option("--const", action="store_const", const="K", dest="k"); p.add_option("--choice", choices=["red","green"], type="choice", help=SUPPRESS_HELP); p.add_option("-x", type="complex"); p.add_option("--very-long-option-name-indeed", metavar="X", help="short"); p.add_option("-t", action="store_true", default=False)
    g = OptionGroup(p, "Group", "about the group"); g.add_option("--grouped", help="in group"); p.add_option_group(g)
    return p
p = make(usage="usage: %prog [options] arg", version="%prog 1.0", description="A description that is long enough to be wrapped, as descriptions of programs usually are, over two lines.", epilog="The end.")
for a in ([], ["-f","x","a","-q","b"], ["-fx"], ["--file=x"], ["--fi","x"], ["-n","0x10"], ["-n","010"], ["-n","0b11"], ["-n","x"], ["-p","1","2","r"], ["-p","1"], ["-ccc","-c"], ["-a","1","-a","2","--ac"], ["--const"], ["--choice","red"], ["--choice","blue"], ["-x","1j"], ["-x","q"], ["-cqt","-f","y"], ["-cfz"], ["--nope"], ["-z"], ["--quiet=1"], ["--","-q"], ["-"], ["a","--","b"], ["--c"], ["--ch","green"], ["-f"], ["--file"], ["--num=-3"], ["--version"], ["-h"], ["--grouped","g"], ["-n", "1_0"], ["--file="]):
    show(a, lambda: p.parse_args(a))
