# SequenceMatcher: blocks, opcodes, ratios, junk and popular items.
from difflib import Match, SequenceMatcher

s = SequenceMatcher(None, "qabxcd", "abycdf")
print(s.get_matching_blocks())
for code in s.get_opcodes():
    print(code)
print(round(s.ratio(), 6), round(s.quick_ratio(), 6), round(s.real_quick_ratio(), 6))
print(s.find_longest_match(), s.find_longest_match(0, 3, 1, 4), s.find_longest_match(alo=3))
print(s.a, s.b, s.isjunk, s.autojunk, s.b2j, s.bjunk, s.bpopular)

# The earliest of several longest blocks.
print(SequenceMatcher(None, "abab", "ab").find_longest_match())
print(SequenceMatcher(None, "xaxbx", "bxa").find_longest_match())

# Junk splits a match, but borders on it.
print(SequenceMatcher(None, " abcd", "abcd abcd").find_longest_match(0, 5, 0, 9))
junk = SequenceMatcher(lambda ch: ch == " ", " abcd", "abcd abcd")
print(junk.find_longest_match(0, 5, 0, 9), junk.bjunk, junk.b2j)

# Items that are more than a hundredth of a long sequence are popular, unless autojunk is off.
b = "b" * 200
print(SequenceMatcher(None, "b", b).ratio(), SequenceMatcher(None, "b", b).bpopular)
print(round(SequenceMatcher(None, "b", b, autojunk=False).ratio(), 6))
print(SequenceMatcher(None, "", "b" * 199).bpopular, sorted(SequenceMatcher(None, "", "ab" * 100).bpopular))

# One sequence can be changed at a time.
s = SequenceMatcher()
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes())
s.set_seq2("private")
for word in ("prívate", "pirate", "vat", ""):
    s.set_seq1(word)
    print(word, round(s.ratio(), 4), s.get_opcodes())
s.set_seqs([1, 2, 3], [3, 2, 1])
print(s.get_matching_blocks())

# Groups with context; the opcodes at the ends are cut in place.
a = [str(n) for n in range(40)]
b = a[:]
b[8:8] = ["i"]
b[20] += "x"
b[23:28] = []
b[30] += "y"
s = SequenceMatcher(None, a, b)
for n in (3, 1, 0):
    for group in s.get_grouped_opcodes(n):
        print(n, group)
print(s.get_opcodes()[0], s.get_opcodes()[-1])
print(list(SequenceMatcher(None, "", "").get_grouped_opcodes()), list(SequenceMatcher(None, "aa", "aa").get_grouped_opcodes()))

m = Match(1, 2, size=3)
print(m, m.a, m.b, m.size, m == (1, 2, 3), Match._fields)
print(SequenceMatcher[int])
for bad in (lambda: SequenceMatcher(None, 1, 2), lambda: SequenceMatcher(1, "a", "b"), lambda: SequenceMatcher(None, "a", [[1]])):
    try:
        bad()
    except TypeError as error:
        print("TypeError", str(error)[:40])


class Loud(SequenceMatcher):
    def get_matching_blocks(self):
        print("blocks asked for")
        return super().get_matching_blocks()


print(Loud(None, "ab", "b").get_opcodes())
