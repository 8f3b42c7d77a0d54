# escape, unescape and the tables of entities.
import html
from html.entities import codepoint2name, entitydefs, html5, name2codepoint

for text in ("<a href=\"x\">'&'</a>", "", "plain", "&amp;", "é<"):
    print(html.escape(text), html.escape(text, False), html.escape(text, quote=False), html.unescape(html.escape(text)) == text)

samples = ["&lt;&gt;&amp;&quot;&apos;&#x27;", "&lt &amp &quot", "&notit; &notin; &not; &no", "&Eacute;&Eacute", "&#65;&#65&#x41;&#X41", "&#0;&#00;&#x0", "&#128;&#x80;&#129;&#159;",
           "&#55296;&#x110000;&#xDFFF;", "&#xFFFE;&#x1FFFF;&#xFDD0;", "&#1;&#x1f;&#11;&#9;&#10;&#13;", "&", "&&amp;&", "&;", "&#;", "&#x;", "&#xg;", "&foo;", "&foo", "&amp;lt;",
           "&CounterClockwiseContourIntegral;", "&CounterClockwiseContourIntegralXXXX;", "&ampamp;", "&lt&gt", "a&b", "&NotEqualTilde;", "&copy2026", "&frac12;&sup2", "&#x1F600;&#128512",
           "&\n&lt;", "& lt;", "&#99999999999;", "&zwnj;|&nbsp;|&shy;", "&\u0663;", "&#\u0663;", "x" * 40 + "&" + "y" * 40]
for text in samples:
    print(repr(text), ascii(html.unescape(text)))

print(len(html5), len(name2codepoint), len(codepoint2name), len(entitydefs))
print(list(html5)[:6], list(html5)[-3:], list(name2codepoint)[:4], list(codepoint2name)[:4], list(entitydefs)[-3:])
print(html5["amp"], html5["amp;"], "euro" in html5, html5["euro;"], ascii(html5["NotEqualTilde;"]), name2codepoint["lang"], ascii(html5["lang;"]), codepoint2name[233], entitydefs["eacute"])
print(sum(name.endswith(";") for name in html5), sum(len(text) for text in html5.values()), sum(map(len, html5)), sum(map(ord, "".join(html5.values()))))
print(all(html.unescape(f"&{name}") == text for name, text in html5.items()), sum(name2codepoint.values()), all(ord(entitydefs[name]) == code for name, code in name2codepoint.items()))
print(html.__all__, html.entities.__all__)
for bad in (lambda: html.escape(None), lambda: html.entities.nothing):
    try:
        print(bad())
    except AttributeError as error:
        print(error)


def page(title, rows):
    """A small table of HTML."""
    yield f"<h1>{html.escape(title)}</h1>"
    for name, value in rows.items():
        yield f"<tr title=\"{html.escape(name)}\"><td>{html.escape(str(value), quote=False)}</td></tr>"


print("\n".join(page("Q & A", {"a \"b\"": "<1>", "it's": "é"})))
