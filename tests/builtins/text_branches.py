# Comparisons of texts that decide a branch, `in`, items and `%`, with operands of all kinds of lengths and lives.
def kinds(c, d):
    found = []
    found.append("eq" if c == d else "ne")
    found.append("ne" if c != d else "eq")
    found.append("const" if c == "x" else "")
    found.append("" if c != "é" else "e")
    found.append("made" if c + "1" == d + "1" else "not made")
    found.append("empty" if c[:0] == "" else "full")
    found.append("same" if c[0:] == c else "other")
    found.append("last" if c[-1:] == d[-1:] else "-")
    found.append("both" if str(c) == str(c) else "?")
    found.append("in" if d in "axé" else "out")
    found.append("no" if c not in d else "yes")
    return " ".join(found)


for c in ("x", "é", "ab", "abcdefgh" * 700, "x" * 5000):
    for d in ("x", "é", "ab", "abcdefgh" * 700, "y" * 5000, ""):
        print(len(c), len(d), kinds(c, d))
word = "pass" + "word"
print([i for i in range(len(word)) if word[i] == word[i - 1]], "".join(c for c in word if c != "s"))


class Own(str):
    def __eq__(self, other):
        return "asked"

    __hash__ = str.__hash__

    def __rmod__(self, other):
        return "mine"


print("yes" if Own("a") == "b" else "no", "a" == Own("b"), "%s" % Own("z"), "%s" % (Own("z"),), "%%s" % ())
data = bytes(range(256))
print(data[3], data[-1], 97 in data, b"ab" in data, b"ba" in data, [b for b in b"abc"], bytearray(b"abc")[1])
text = "é" + "".join(map(chr, range(32, 127)))
print(text[1], text[0], text[5], text[-1], text[0] is text[0], "abc"[1] * 3)
for index in (96, -97, 1000):
    for sequence in (text, b"ab", bytearray(b"ab")):
        try:
            print(sequence[index])
        except IndexError as error:
            print(error)
for value in (300, -1, "x", b"a"):
    try:
        print(value in b"abc")
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print("%d %i %s %r %x %5.2f|%-6s|%6s|%+d|%%" % (1, 2, 3, 4, 255, 2.5, "ab", "é", 7))
print("%(a)s %(b)5d" % {"a": 1, "b": 2}, "%s" % None, "%s" % [1], "%.2s|%5.1s" % ("éab", "xyz"), "%c%c" % (233, "z"), "no")
print(b"%d %s %b %a %c" % (1, b"x", b"y", "é", 65), b"%-5s|%5d" % (b"ab", 3), "%*d|%.*f" % (5, 1, 2, 3.14159))
for template, arguments in (("%d", "x"), ("%q", 1), ("%s %s", 1), ("%s", (1, 2)), ("%", 1), ("%(a)s", 1), ("é%y", 1), ("", 3), ("", {})):
    try:
        print(repr(template % arguments))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("{}{:>4}{!r}{:.2f}{x:^{w}}".format(1, "é", "q", 2.5, x="m", w=5))
for encoding in ("utf-16", "utf-16-be", "utf-16-le", "utf-32", "latin-1"):
    encoded = "aé\u20ac\U0001f600".encode(encoding, "ignore")
    print(encoding, encoded, ascii(encoded.decode(encoding)))
print(bytes(range(120, 140)).decode("latin-1").encode(), data.hex()[-8:], bytes.fromhex("00fF 10"))
print([s.isupper() for s in ("A", "a", "1", "A1", "Aa" * 70, "A" * 100, "")], [s.islower() for s in ("a", "aB", "a" * 100, "1")])
