# Parts of an f-string are rendered in order, each at its time, whatever they are.
import sys

seen = []


class Noisy:
    def __init__(self, name):
        self.name = name

    def __format__(self, spec):
        seen.append((self.name, spec))
        return f"<{self.name}:{spec}>"

    def __str__(self):
        return f"str {self.name}"


class Number(int):
    def __format__(self, spec):
        return "number"


class Text(str):
    def __format__(self, spec):
        return "text"


numbers = [0, 7, -7, 10, 99, 100, -1000, 2**31, 2**63 - 1, -(2**63), 2**63, -(2**70)]
for n in numbers:
    print(f"{n}|{-n}|{n}{n}", f"{n}", f"{n!s}{n!r}", f"{n:>5}{n}")
items = [1]
print(f"{items}{items.append(2)}{items}", f"{'a'}{1}{2.5}{True}{None}{b'x'}{1j}")
a, b = Noisy("a"), Noisy("b")
print(f"{a}{b:x}{a!s}{a!s:>7}|{b}", seen)
print(f"{Number(3)}{Number(4)}", f"{Text('q')} {Text('r')}", f"{Number(5)!s} {Text('s')!s}")
word, width = "é", 6
print(f"{word}{word:>{width}}{width}{word:{'<'}{width}}|", f"{word}" is word, f"{width:{width}}{width}")
print(len(f"{word}{1}{word}"), f"{word}{12}{word}"[1:3], f"{12}{34}".isascii(), hash(f"{12}{34}") == hash("1234"))
big = "x" * 5000
print(len(f"{big}{1}{big}"), f"{big}{1}{big}"[4999:5002])


def parts(n):
    text = ""
    for i in range(n):
        text += f"{i},{-i};"
    return text


print(parts(12), len(parts(3000)))
try:
    print(f"{1}{undefined}")
except NameError as error:
    print(error)
try:
    print(f"{'a'}{Noisy:d}")
except TypeError as error:
    print(error)
print(eval("f'" + "".join("{%d}" % i for i in range(300)) + "'") == "".join(map(str, range(300))))
x = 2**64 - 1
for i in (3, 2**40, 2**62 + 1, -5, 2**65):
    print(x * i, x + i, x - i, i - x, x & i, x | i, x ^ i, x // i, x % i, -x // i, -x % i, i // x, i % -x, x << 3, x >> 3, i << 60)
x = 88172645463325252
for i in range(50):
    x ^= x << 13 & 2**64 - 1
    x ^= x >> 7
    x ^= x << 17 & 2**64 - 1
print(x, (x * x * x + 1) % 1000003, 1 << 126, 1 << 127, -1 << 127, (1 << 127) - 1 + 1, 2**127 * -1 - 1)
