# Long strings and bytes are cut at words and at groups of four.
from pprint import pformat, pprint

fox = "the quick brown fox jumped over a lazy dog"
print(pformat(fox, width=15))
print(pformat([fox, fox.upper()], width=20))
print(pformat({"a": 1, "b": fox, "c": 2}, width=15))
print(pformat({fox: fox}, width=25))
print(pformat((fox,), width=18))
print(pformat("one\ntwo\n\nthree\n", width=10))
print(pformat("one\r\ntwo\x0bthree\u2028four", width=12))
print(pformat("x" * 100), pformat("x" * 30 + " " + "y" * 30, width=20))
print(pformat("it's a \"quoted\" text with 'both' signs", width=16))
print(pformat("", width=1), pformat(" ", width=1), pformat("a", width=1), pformat("a b", width=1))
print(pformat("  leading and   inner   spaces ", width=12))
print(pformat("tab\tand é and \U0001F600 here and there", width=14))
print(pformat([[fox]], width=30), pformat({"k": {"l": fox}}, width=30))
print(pformat(fox, width=21), pformat(fox, indent=6, width=21))

print(pformat(bytes(range(40)), width=30))
print(pformat([bytes(range(97, 123)), b"ab"], width=20))
print(pformat({"data": b"some bytes here " * 3, "z": bytearray(b"and some more of them")}, width=30))
for size in range(10):
    print(pformat(b"abcdefghij"[:size], width=1), pformat(bytearray(b"abcdefghij"[:size]), width=12))
print(pformat(b"\x00\xff'\"" * 4, width=22))


class Text(str):
    pass


class Own(str):
    def __repr__(self):
        return f"<{str(self)}>"


print(pformat(Text(fox), width=20), pformat([Own(fox)], width=20))
pprint({"log": ["first entry of the log, a rather long one that does not fit into one line at all", "second"], "level": 3})
