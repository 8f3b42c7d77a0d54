# Counter as a multiset: operators in both forms, signs, comparison.
from collections import Counter


def attempt(text):
    try:
        print(text, "->", eval(text, globals()))
    except Exception as error:
        print(text, "!!", type(error).__name__, error)


a = Counter(a=3, b=1, c=0, e=-1)
b = Counter(a=1, b=2, d=4)
halves = Counter(x=0.5, y=-0.25)
for text in ("a + b", "a - b", "b - a", "a & b", "b & a", "a | b", "+a", "-a", "a + Counter()", "a - Counter()",
             "a | Counter()",
             "Counter() - a", "halves + halves", "-halves", "a + {}", "a - 1", "a & {}", "a | {'a': 1}", "{'a': 1} | a",
             "a ^ b",
             "a + None"):
    attempt(text)
print(a, b)

for op in ("+=", "-=", "|=", "&="):
    x = y = a.copy()
    exec(f"x {op} b")
    print(op, x, x is y)
    x = Counter()
    exec(f"x {op} a")
    print(op, x)

x = Counter(a=1)
x += {"a": 3, "q": -1}
print(x)
x -= {"a": 1}
print(x)
x |= {"z": 2}
print(x)
x &= {"a": 1, "z": 0}
try:
    x &= {"z": 1}
except KeyError as error:
    print("!! KeyError", error)
print(x)
try:
    x += [1]
except AttributeError as error:
    print("!!", error)

# The order of results: the left side's keys first
print(dict(Counter(z=1, a=1) + Counter(m=1, z=2)), dict(Counter(z=1, a=1) | Counter(m=1, a=2)),
      dict(Counter(b=1, a=1) & Counter("ab")))

# Comparison counts what is missing as zero
for text in ("a == a.copy()", "a == Counter(a=3, b=1, e=-1)", "a != b", "a == {'a': 3, 'b': 1, 'c': 0, 'e': -1}",
             "a == dict(a=3)",
             "a != dict(a=3)", "Counter(a=1) == Counter(a=1, b=0)", "Counter(a=1) <= Counter(a=1)",
             "Counter(a=1) < Counter(a=2)",
             "Counter(a=1) < Counter(a=1)", "Counter(a=1) < Counter(a=1, b=1)", "Counter(a=1) >= Counter(b=0)",
             "Counter(a=2) > Counter(a=1)", "Counter(a=1) > Counter(b=-1)", "Counter() <= Counter(a=-1)",
             "Counter() >= Counter(a=-1)",
             "Counter(a=1, b=2) <= Counter(a=2, b=1)", "a < {}", "a <= 3", "a > {}", "a >= {}",
             "Counter('ab') == Counter('ba')"):
    attempt(text)


def is_anagram(one, other):
    return Counter(one) == Counter(other)


def can_write(text, letters):
    return Counter(text.replace(" ", "")) <= Counter(letters)


print(is_anagram("listen", "silent"), is_anagram("listen", "silence"))
print(can_write("stay away", "aaattsswwyyy"), can_write("zoo", "zo"))
print(sum((Counter(word) for word in ("one", "two", "three")), Counter()).most_common(3))
