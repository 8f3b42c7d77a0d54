# The tables by blocks, and references that end in every way.
import html
from html import entities
from html.entities import *

print(html5 is entities.html5, name2codepoint is entities.name2codepoint, isinstance(html5, dict), sorted(entities.__all__))
by_letter = {}
for name, text in html5.items():
    count, total = by_letter.get(name[0], (0, 0))
    by_letter[name[0]] = count + 1, total + sum(map(ord, text))
for letter, (count, total) in sorted(by_letter.items()):
    print(letter, count, total, end="; ")
print()
print([name for name in html5 if not name.endswith(";")])
print(sorted((name, ascii(text)) for name, text in html5.items() if len(text) > 1)[:20])
print([f"{name}={code:x}" for name, code in name2codepoint.items()])
print(list(html5) == sorted(html5, key=str.lower), list(name2codepoint) == sorted(name2codepoint), list(entitydefs) == list(name2codepoint))
print({code: name for name, code in name2codepoint.items()} == codepoint2name, [name for name in name2codepoint if html5[name + ";"] != entitydefs[name]])

for name in ("amp", "lt", "eacute", "notin", "CounterClockwiseContourIntegral", "fjlig", "frac12", "there4", "nbsp", "Tab", "NewLine", "bne", "ThickSpace"):
    for form in ("&%s;", "&%s", "&%s x", "&%sx;", "&%s=1", "&%s&lt;", "&&%s;", "& %s;", "&%s;;", "&#%s;"):
        print(ascii(html.unescape(form % name)), end=" ")
    print()
for number in (0, 1, 8, 9, 10, 11, 12, 13, 14, 31, 32, 127, 128, 129, 130, 141, 150, 159, 160, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFDCF, 0xFDD0, 0xFDEF, 0xFDF0, 0xFFFD, 0xFFFE, 0xFFFF, 0x10000,
               0x1FFFE, 0x10FFFD, 0x10FFFF, 0x110000, 10 ** 12):
    print(hex(number), *[ascii(html.unescape(form % number)) for form in ("&#%d;", "&#%d", "&#x%x;", "&#X%X g")])


def text_of(page):
    """What is left of a page without its tags."""
    pieces = []
    for part in page.replace("<", "\0<").replace(">", ">\0").split("\0"):
        if not part.startswith("<"):
            pieces.append(html.unescape(part))
    return "".join(pieces)


print(text_of("<p class=x>Fish &amp; chips: 5&nbsp;&euro; &mdash; &quot;caf&eacute&quot; &#9749;</p><br>&lt;b&gt;"))
