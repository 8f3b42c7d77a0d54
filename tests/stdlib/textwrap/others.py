# shorten, dedent, indent; max_lines with every placeholder.
import textwrap
from textwrap import dedent, indent, shorten, wrap

print(shorten("Hello  world!", width=12), shorten("Hello  world!", width=11), shorten("Hello world", width=10, placeholder="..."))
print(repr(shorten("", 5)), repr(shorten("  a   b\n c ", 20)), shorten("one-two-three four", 12), shorten("word " * 9, 20, placeholder=" (more)"))
print(shorten("abcdefghij klm", 7, placeholder=".."), shorten("abc", 3, placeholder=""), repr(shorten("abcdefgh", 5)))
for bad in (lambda: shorten("x" * 20, width=4), lambda: shorten("a b c", width=3, placeholder="....")):
    try:
        print(bad())
    except ValueError as error:
        print(error)
text = "Hello there, how are you this fine day? I'm glad to hear it!"
for lines in (1, 2, 3, 10):
    for mark in (" [...]", "...", "", " $"):
        print(wrap(text, 14, max_lines=lines, placeholder=mark))
print(wrap("words   ", 5, max_lines=1), wrap("aaaa bbbbbbbbbb", 6, max_lines=1, break_long_words=False), wrap("a b", 1, max_lines=1, placeholder="~"))

print(repr(dedent("")), repr(dedent("  a\n   b\n")), repr(dedent("\ta\n\t b")), repr(dedent("  a\n\tb")), repr(dedent("a\n  b")))
print(repr(dedent("   \n  x\n \t \n   y\n      ")), repr(dedent("  \t a\n  \tb")), repr(dedent("\n\n  a\r\n  b\n")), repr(dedent("  é\n  \u00a0x")))
print(dedent("""\
    def f():
        return 1

    print(f())
    """))
for bad in (1, None, b"a", ["a"]):
    try:
        dedent(bad)
    except TypeError as error:
        print(error)

print(repr(indent("a\n\n  b\n \nc", "> ")), repr(indent("", "x")), repr(indent("\n", "x")), repr(indent("a\r\nb\x0bc", "-")))
print(repr(indent("a\n\nb", "# ", lambda line: True)), repr(indent("a\nbb\n", "+", predicate=lambda line: len(line) > 2)))
print(textwrap.__all__)


class Poem(textwrap.TextWrapper):
    """Marks words that were cut."""

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        word = reversed_chunks[-1]
        room = max(width - cur_len, 2)
        cur_line.append(word[:room - 1] + "/")
        reversed_chunks[-1] = word[room - 1:]


print(Poem(width=8).wrap("short extraordinarily long"))


def help_page(name, options):
    """A program's help, two columns wide."""
    yield from wrap(f"usage: {name} " + " ".join(f"[{option}]" for option in options), 30, subsequent_indent=" " * 7)
    for option, meaning in options.items():
        yield from wrap(meaning, 34, initial_indent=f"  {option:<9}", subsequent_indent=" " * 11)


print("\n".join(help_page("pack", {"--level N": "how hard to try, from 1 to 9; more is slower", "--keep": "do not remove the original file", "-q": "say nothing"})))
