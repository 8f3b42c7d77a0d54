# Texts of failed comparisons of sequences, sets, dicts and texts, with their differences.
import unittest


class Probe(unittest.TestCase):
    def runTest(self):
        pass


t = Probe()


def fails(label, name, *args, **kwargs):
    try:
        getattr(t, name)(*args, **kwargs)
    except BaseException as error:
        print(f"== {label}: {type(error).__name__}: {error}")
    else:
        print(f"== {label}: passes")


class Fixed:
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, at):
        if at == 2:
            raise KeyError(at)
        return self.items[at]

    def __eq__(self, other):
        return False

    def __repr__(self):
        return f"Fixed{self.items}"


fails("lists", "assertEqual", [1, 2, 3], [1, 5, 3])
fails("longer first", "assertEqual", [1, 2, 3, 4], [1, 2])
fails("longer second", "assertListEqual", [1], [1, 2, 3], "the message")
fails("empty", "assertEqual", [], [None])
fails("equal", "assertListEqual", [1], [1])
fails("tuples", "assertEqual", (1, "a"), (1, "b"))
fails("list and tuple", "assertEqual", [1], (1,))
fails("not a list", "assertListEqual", (1,), [1])
fails("not a list", "assertListEqual", [1], (1,))
fails("not a tuple", "assertTupleEqual", [1], (1,))
fails("sequences", "assertSequenceEqual", [1, 2], (1, 3))
fails("sequences pass", "assertSequenceEqual", [1, 2], (1, 2))
fails("sequence type", "assertSequenceEqual", "ab", "ac", seq_type=str)
fails("no length", "assertSequenceEqual", 3, [1])
fails("no length", "assertSequenceEqual", [1], 3)
fails("sets as sequences", "assertSequenceEqual", {1}, {2})
fails("no index", "assertSequenceEqual", Fixed(1, 2, 3), [1, 2, 3])
fails("no index", "assertSequenceEqual", [1, 2, 3, 4], Fixed(1, 2, 3))
fails("deep", "assertEqual", [[1, 2], {"a": [1]}], [[1, 2], {"a": [2]}])
fails("long", "assertEqual", list(range(40)), list(range(39)))
fails("long repr", "assertEqual", ["x" * 50, "y" * 50], ["x" * 50, "z" * 50])
fails("sets", "assertEqual", {1, 2}, {2, 3})
fails("sets first", "assertSetEqual", {1, 2}, {2}, msg="m")
fails("frozen", "assertEqual", frozenset("a"), frozenset("b"))
fails("set and frozenset", "assertEqual", {1}, frozenset([2]))
fails("set and frozenset", "assertSetEqual", {1}, frozenset([2]))
fails("no sets", "assertSetEqual", 3, {1})
fails("no sets", "assertSetEqual", {1}, [1])
fails("no sets", "assertSetEqual", {1}, 3)
fails("dicts", "assertEqual", {"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4})
fails("dicts", "assertDictEqual", {"a": 1}, {}, "m")
fails("no dict", "assertDictEqual", [], {})
fails("no dict", "assertDictEqual", {}, None)
fails("text", "assertEqual", "abc", "abd")
fails("text with ends", "assertEqual", "abc\n", "abd\n")
fails("one end", "assertEqual", "abc\n", "abc")
fails("lines", "assertEqual", "one\ntwo\nthree\n", "one\nTwo\nthree\nfour\n", "m")
fails("lines without end", "assertMultiLineEqual", "one\ntwo", "one\nthree")
fails("carriage return", "assertMultiLineEqual", "one\rtwo", "one\r\ntwo")
fails("no text", "assertMultiLineEqual", 1, "a")
fails("no text", "assertMultiLineEqual", "a", b"a")
fails("count", "assertCountEqual", [1, 2, 2], [2, 1, 1], "m")
fails("count unhashable", "assertCountEqual", [[1], [2]], [[2], [3], [3]])
fails("count passes", "assertCountEqual", iter("abc"), "cab")
fails("count passes", "assertCountEqual", [{}, []], [[], {}])
fails("long texts", "assertEqual", "begin" + "x" * 100 + "end", "begin" + "x" * 100 + "fin")
fails("long differing", "assertEqual", "a" * 200, "b" * 200)
fails("long numbers", "assertEqual", 10 ** 90, 10 ** 91)
fails("in dict", "assertIn", "a", {"b": 1})
t.maxDiff = 30
fails("cut", "assertEqual", [1, 2, 3], [1, 2, 4])
fails("cut dict", "assertEqual", {"a": 1}, {"a": 2})
fails("cut text", "assertEqual", "one\ntwo\nthree\n", "one\ntwo\nfour\n")
t.maxDiff = None
fails("whole", "assertEqual", [{"key": "v" * 60, "other": n} for n in range(4)], [])
t._diffThreshold = 5
fails("beyond threshold", "assertEqual", "one\ntwo\nthree\n", "one\ntwo\nfour\n")


class Point:
    def __init__(self, x):
        self.x = x


def same_point(first, second, msg=None):
    if first.x != second.x:
        raise t.failureException(f"points differ: {msg}")


t.addTypeEqualityFunc(Point, same_point)
fails("own", "assertEqual", Point(1), Point(2), "m")
fails("own passes", "assertEqual", Point(1), Point(1))
t.addTypeEqualityFunc(list, "assertTupleEqual")
fails("own name", "assertEqual", [1], [2])
