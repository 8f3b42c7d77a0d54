# Programs: columns side by side, lists with hanging indents, quoted mail.
import textwrap

TEXT = """Async scripts wait: for sockets, for timers, for other programs--and while they wait, something
else may run. A well-known pattern is the worker queue; another one, the rate-limiter, is shorter than its
explanation (see below). Who needs more? Nobody!  Almost nobody."""


def side_by_side(left, right, width, gap=" | "):
    columns = textwrap.wrap(left, width), textwrap.wrap(right, width)
    for number in range(max(map(len, columns))):
        yield gap.join((column[number] if number < len(column) else "").ljust(width) for column in columns).rstrip()


def bullets(items, width):
    wrapper = textwrap.TextWrapper(width=width, initial_indent="  * ", subsequent_indent="    ", max_lines=2, placeholder="…")
    for item in items:
        yield wrapper.fill(item)


def quoted(mail, width, depth=1):
    mark = "> " * depth
    for paragraph in mail.split("\n\n"):
        yield textwrap.fill(paragraph, width, initial_indent=mark, subsequent_indent=mark)
        yield mark.rstrip()


print("\n".join(side_by_side(TEXT, TEXT[::-1], 30)))
print("\n".join(bullets([TEXT, "short", "", "a-very-long-hyphenated-word-that-goes-on-and-on"], 28)))
print("\n".join(quoted(TEXT + "\n\nSecond paragraph, which isn't long.", 46)))
print("\n".join(quoted(TEXT[:60], 30, depth=3)))
for width in (10, 25, 60):
    print(textwrap.shorten(TEXT, width), "/", textwrap.shorten(TEXT, width, placeholder="…"), "/", textwrap.shorten(TEXT, width, break_on_hyphens=False))
    print(textwrap.fill(TEXT, width, fix_sentence_endings=True))
    print(textwrap.fill(TEXT, width, break_on_hyphens=False, break_long_words=False, drop_whitespace=False).replace(" ", "_"))


print(repr(textwrap.dedent("\n        prog [options] FILE\n\n          -a   does all\n        \t-b   with a tab\n    \n    and what is left\n    ")))
code = textwrap.dedent("""
    if x:
        y = 1

    else:
    \ty = 2
""").strip()
print(textwrap.indent(code, "| "))
print(textwrap.indent(code, "# ", lambda line: "y" in line))
print(textwrap.indent(textwrap.indent(code, "  "), "\t").expandtabs(4))
print(textwrap.dedent(textwrap.indent(code, "      ")) == code)
for tab in (1, 4, 8):
    print(textwrap.wrap("a\tbb\tccc\tdddd", 20, tabsize=tab), textwrap.wrap("\ta\tb", 9, tabsize=tab, replace_whitespace=False))
