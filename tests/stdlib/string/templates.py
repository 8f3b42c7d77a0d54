# The module string: constants, capwords, and the classes of template strings.
import string
from string import ascii_letters, digits
from string.templatelib import Template, Interpolation, convert
import string.templatelib as tl
for n in ("whitespace", "ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits", "octdigits", "punctuation", "printable"): print(n, repr(getattr(string, n)))
print(string.capwords("hello  wORLD x"), string.capwords("a-b-c", "-"), string.capwords(" a "), string.capwords("a  b", " "))
def html(t: Template) -> str:
    out = []
    for part in t:
        match part:
            case str(s): out.append(s)
            case Interpolation(value, _, conversion, spec): out.append(format(convert(value, conversion), spec).replace("<", "&lt;"))
    return "".join(out)
name = "<b>"
print(html(t"hi {name} {name!r} {3.14159:.2f}"), isinstance(t"", Template), tl.Template is Template, Template.__module__, Interpolation(1, "x"))
for bad in (lambda: convert(1, "z"), lambda: string.nope, lambda: string.capwords(1), lambda: string.capwords(), lambda: convert(1)):
    try: print(bad())
    except Exception as e: print(type(e).__name__, e)
print(string.__name__, string.templatelib.__name__, string.__package__, tl.__package__)
