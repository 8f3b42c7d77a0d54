"""Text processing, sets and dicts, big numbers, matrices, parsers, iterators."""
import math

TEXT = """the quick brown fox jumps over the lazy dog
the dog sleeps; the fox runs, over and over
"""


class Counter(dict):
    def __missing__(self, key):
        return 0

    def most(self, n=None):
        return sorted(self.items(), key=lambda kv: (-kv[1], kv[0]))[:n]

    def __add__(self, other):
        out = Counter(self)
        for key, count in other.items():
            out[key] += count
        return out


words = Counter()
for word in TEXT.replace(";", " ").replace(",", " ").split():
    words[word] += 1
print(words.most(4), words["nope"], len(words), (words + Counter(fox=3)).most(1), "nope" in words)
lines = TEXT.splitlines()
print([l.title() for l in lines], lines[0].find("fox"), lines[0].rpartition(" "), "-".join(lines[1].split("; ")), TEXT.count("over"))
print("".join(sorted(set(TEXT) - set(" \n;,"))), "{:*^20}|{:<5}|{:>5}".format("mid", "l", "r"), "%-6s|%06.2f|%+d|%x" % ("ab", 3.14159, 5, 255))
print("naïve café".encode("utf-8"), "ß".upper(), "İ".lower(), "ﬁ".casefold(), "x".zfill(4), "a\tb".expandtabs(4), repr("q'\"\n\x00é"), ascii("é😀"))
vowels = str.maketrans("aeiou", "43105", "xyz")
print("exaiouyz".translate(vowels), "abc" < "abd" < "abe", "é" > "z", max("hello"), "ab" * 3, "abcdef"[::-2], "abc"[-2:], "a,b,,c".split(","), " a b ".split())


class Matrix:
    __slots__ = ("rows",)

    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    def __matmul__(self, other):
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in columns] for r in self.rows])

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __getitem__(self, index):
        match index:
            case int(i), int(j):
                return self.rows[i][j]
            case slice() as s, int(j):
                return [r[j] for r in self.rows[s]]
            case int(i):
                return self.rows[i]
            case _:
                raise TypeError(f"bad index {index!r}")

    def __str__(self):
        width = max(len(str(x)) for r in self.rows for x in r)
        return "\n".join(" ".join(f"{x:>{width}}" for x in r) for r in self.rows)


f = Matrix([[1, 1], [1, 0]])
print(f ** 10, (f ** 300)[0, 1], (f ** 5)[:, 0], (f ** 5)[1], sep="\n")
try:
    f["a"]
except TypeError as error:
    print(error)
print(2 ** 200 % 10 ** 9, math.factorial(30) // math.comb(30, 15), pow(7, -1, 31), (-7) // 2, (-7) % 3, divmod(-17, 5), 7.5 // 2, -7.5 % 2, round(2.5), round(-3.5), round(2.675, 2), round(12345, -2), 10 ** -3, 0.1 + 0.2, 1e22, 1e21 + 1, 123456789 ** 5, int("ff", 16), int("-0b101", 0), float("1e-7"), (255).to_bytes(2, "big"), hex(-255), 3 .bit_length(), 1_000_000)


class Tokens:
    def __init__(self, text):
        self.tokens = self.scan(text)
        self.current = next(self.tokens)

    @staticmethod
    def scan(text):
        i = 0
        while i < len(text):
            c = text[i]
            if c.isspace():
                i += 1
            elif c.isdigit() or c == ".":
                j = i
                while j < len(text) and (text[j].isdigit() or text[j] == "."):
                    j += 1
                yield "num", float(text[i:j]) if "." in text[i:j] else int(text[i:j])
                i = j
            elif c.isalpha():
                j = i
                while j < len(text) and text[j].isalnum():
                    j += 1
                yield "name", text[i:j]
                i = j
            elif text[i:i + 2] == "**":
                yield "op", "**"
                i += 2
            elif c in "+-*/()=":
                yield "op", c
                i += 1
            else:
                raise SyntaxError(f"unexpected {c!r} at {i}")
        while True:
            yield "end", None

    def take(self, *wanted):
        if self.current[0] == "op" and self.current[1] in wanted:
            token, self.current = self.current, next(self.tokens)
            return token[1]


class Calc:
    OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "**": lambda a, b: a ** b}

    def __init__(self):
        self.names = {"pi": math.pi}

    def run(self, text):
        t = Tokens(text)
        kind, value = t.current
        result = self.expr(t)
        if t.take("="):
            if kind != "name":
                raise SyntaxError("cannot assign")
            result = self.names[value] = self.expr(t)
        if t.current[0] != "end":
            raise SyntaxError(f"trailing {t.current[1]!r}")
        return result

    def expr(self, t):
        value = self.term(t)
        while op := t.take("+", "-"):
            value = self.OPS[op](value, self.term(t))
        return value

    def term(self, t):
        value = self.power(t)
        while op := t.take("*", "/"):
            value = self.OPS[op](value, self.power(t))
        return value

    def power(self, t):
        if t.take("-"):
            return -self.power(t)
        base = self.atom(t)
        return base ** self.power(t) if t.take("**") else base

    def atom(self, t):
        kind, value = t.current
        if t.take("("):
            value = self.expr(t)
            if not t.take(")"):
                raise SyntaxError("missing )")
            return value
        t.current = next(t.tokens)
        if kind == "num":
            return value
        if kind == "name":
            return self.names.get(value, 0)
        raise SyntaxError(f"unexpected {value!r}")


calc = Calc()
for line in ["1 + 2 * 3", "-2 ** 2", "2 ** 3 ** 2", "x = (1 + 2) / 4", "x * 8", "1 / 0", "(1", "2 $ 3", "1 2", "3 = 4", "pi * 2", "", "10 ** 30 / 3", "0.1 * 3"]:
    try:
        print(f"{line:<16} => {calc.run(line)}")
    except (SyntaxError, ArithmeticError) as error:
        print(f"{line:<16} !! {type(error).__name__}: {error}")

a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a < b, {1} < a, a.isdisjoint({9}), frozenset(a) == a, sorted(a, reverse=True), {frozenset({1}), frozenset({1})})
d = dict.fromkeys("abc", 0) | {"d": 1}
d |= [("a", 5)]
print(d, d.pop("b"), d.popitem(), list(d), {**d, "z": 9}, dict(zip("xy", range(2))), d.get("q", "?"), d.setdefault("n", []), d.items() & {("a", 5)}, sorted(d.keys() - {"a"}), list(reversed(d)))
first, *middle, last = range(6)
(p, (q, *r)), s = (1, (2, 3, 4)), 5
print(first, middle, last, p, q, r, s, [*range(3), *"ab"], {*[1, 1, 2]}, max([3, 1], default=0), min("b", "a", key=ord), sum([[1], [2]], []), any([]), all([]), list(enumerate("ab", 1)), list(zip("abc", range(2))), sorted([(2, "b"), (1, "z"), (2, "a")]), list(map(pow, [2, 3], [3, 2])), list(filter(None, [0, 1, "", "x"])))
nested = [[i * j for j in range(4)] for i in range(4)]
print([row[::-1] for row in nested if sum(row)], [x for row in nested for x in row if x % 2], {(i, j): i ^ j for i in range(2) for j in range(2)}, list(zip(*nested))[1])
nested[1][1:3] = "xyz"
del nested[0], nested[-1][:2]
print(nested, nested.index([0, 2, 4, 6]), [1, 2] + [3], [1, 2] * 2, [3, 1, 2].sort(), [1, [2]] == [1, [2]], [1, 2] < [1, 3], (1,) + (2,), ())
