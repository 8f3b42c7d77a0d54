# HtmlDiff: whole pages and tables, context, wrapping.
import difflib

old = "one\ntwo\nthree <x>\nsame & same\nlast\n\tend\n".splitlines(True)
new = "one\n2\nthree <y>\nsame & same\nnew\nlast\n  end\n".splitlines(True)
print(difflib.HtmlDiff(tabsize=4, wrapcolumn=6).make_file(old, new, "before", "after", context=True, numlines=1))
print(difflib.HtmlDiff().make_table(old, new))
print(difflib.HtmlDiff(2).make_table(old, new, "only one name"))
print(difflib.HtmlDiff().make_table([], []))
print(difflib.HtmlDiff().make_table(old, old, context=True))
print(difflib.HtmlDiff().make_table(["a\n", "b\n"], ["b\n", "c\n", "d\n"], context=True, numlines=0))
long = ["the quick brown fox jumps over the lazy dog " * 2]
print(difflib.HtmlDiff(wrapcolumn=30).make_table(long, [long[0].replace("lazy", "idle"), "more"]))
print(difflib.HtmlDiff(linejunk=difflib.IS_LINE_JUNK, charjunk=None).make_table(["#\n", "x y\n"], ["\n", "x  y\n"]))

# A page in another encoding holds only what that can hold; here all is ASCII.
page = difflib.HtmlDiff().make_file(["x"], ["y"], charset="ascii")
print("charset=ascii" in page, page.count("<table"), page.isascii())


class Mine(difflib.HtmlDiff):
    def make_table(self, *args, **kwargs):
        return "<p>" + super().make_table(*args, **kwargs).strip()[:20]


print(Mine().make_file(["a"], ["b"])[-1200:-700])
for bad in ((1, 2), (["a"], [1]), ([b"a"], ["b"])):
    try:
        difflib.HtmlDiff().make_table(*bad)
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)

a = [f"row {n}\n" for n in range(30)]
b = [line.replace("7", "seven") for line in a]
for context in (False, True):
    table = difflib.HtmlDiff().make_table(a, b, context=context, numlines=2)
    print(table.count("<tr>"), table.count("diff_chg\">"), table.count("<tbody>"), table.count("\">n</a>"), table.count("\">t</a>"))
