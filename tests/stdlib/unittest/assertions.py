# The texts of failed assertions that need no differences of long values.
import unittest


class Probe(unittest.TestCase):
    def runTest(self):
        pass


t = Probe()


def fails(label, name, *args, **kwargs):
    try:
        getattr(t, name)(*args, **kwargs)
    except BaseException as error:
        print(f"{label}: {type(error).__name__}: {error}")
    else:
        print(f"{label}: passes")


class Thing:
    colour = "red"

    def __repr__(self):
        return "<thing>"


class Rude:
    def __repr__(self):
        raise RuntimeError("no text")


for flag in True, False:
    t.longMessage = flag
    for msg in None, "why":
        label = f"{flag} {msg}"
        fails(label, "fail", msg)
        fails(label, "assertTrue", [], msg)
        fails(label, "assertFalse", "text", msg=msg)
        fails(label, "assertEqual", 1, 2, msg)
        fails(label, "assertNotEqual", "a", "a", msg)
        fails(label, "assertIs", 1, None, msg)
        fails(label, "assertIsNone", 0, msg)
        fails(label, "assertIsNotNone", None, msg)
        fails(label, "assertIn", 3, [1, 2], msg)
        fails(label, "assertLess", 2, 1, msg)
t.longMessage = True
thing = Thing()
fails("is not", "assertIsNot", thing, thing)
fails("not in", "assertNotIn", "b", "abc")
fails("le", "assertLessEqual", 2, 1)
fails("gt", "assertGreater", 1, 2)
fails("ge", "assertGreaterEqual", 1, 2.5)
fails("instance", "assertIsInstance", 1, str)
fails("instance of several", "assertIsInstance", 1, (str, bytes))
fails("not instance", "assertNotIsInstance", True, int)
fails("not instance of several", "assertNotIsInstance", 1, (int, str))
fails("subclass", "assertIsSubclass", int, str)
fails("subclass of several", "assertIsSubclass", int, (str, bytes))
fails("no class", "assertIsSubclass", 3, int)
fails("no class to be under", "assertIsSubclass", int, 3)
fails("not subclass", "assertNotIsSubclass", bool, int)
fails("not subclass of several", "assertNotIsSubclass", bool, (int, str))
fails("not subclass, no class", "assertNotIsSubclass", "x", int)
fails("attribute", "assertHasAttr", thing, "weight")
fails("attribute of a class", "assertHasAttr", Thing, "weight", "m")
fails("attribute of a module", "assertHasAttr", unittest, "weight")
fails("no attribute", "assertNotHasAttr", thing, "colour")
fails("no attribute of a module", "assertNotHasAttr", unittest, "main")
fails("start", "assertStartsWith", "abc", "x")
fails("start of several", "assertStartsWith", "abc", ("x", "y"))
fails("start of bytes", "assertStartsWith", b"abc", b"x")
fails("start of mixed", "assertStartsWith", "abc", b"x")
fails("start of mixed 2", "assertStartsWith", b"abc", "x")
fails("start of a number", "assertStartsWith", 3, "x")
fails("start with a number", "assertStartsWith", "abc", 3)
fails("start with list", "assertStartsWith", "abc", ["a"])
fails("no start", "assertNotStartsWith", "abc", "a")
fails("no start of several", "assertNotStartsWith", "abc", ("x", "ab"))
fails("no start of several", "assertNotStartsWith", "abc", ())
fails("end", "assertEndsWith", "abc", "x", msg="m")
fails("end of several", "assertEndsWith", "abc", ("x", "z"))
fails("no end", "assertNotEndsWith", "abc", "c")
fails("no end of several", "assertNotEndsWith", bytearray(b"abc"), (b"x", b"c"))
fails("almost", "assertAlmostEqual", 1, 1.01)
fails("almost places", "assertAlmostEqual", 1, 1.01, places=3)
fails("almost places enough", "assertAlmostEqual", 1, 1.01, places=1)
fails("almost delta", "assertAlmostEqual", 1, 2, delta=0.5)
fails("almost both", "assertAlmostEqual", 1, 2, places=1, delta=0.5)
fails("almost text", "assertAlmostEqual", "a", "b")
fails("not almost", "assertNotAlmostEqual", 1, 1.00000000001)
fails("not almost places", "assertNotAlmostEqual", 1, 1.01, places=1)
fails("not almost delta", "assertNotAlmostEqual", 1, 1.4, delta=0.5, msg="m")
fails("not almost delta", "assertNotAlmostEqual", 1, 1.6, delta=0.5)
fails("not almost both", "assertNotAlmostEqual", 1, 2, places=1, delta=0.5)
fails("not almost same", "assertNotAlmostEqual", thing, thing)
fails("rude", "assertTrue", not Rude())
fails("rude", "assertIsNone", [Rude()][0:0] or "x" * 100)
fails("no equality function", "assertEqual", 1, 1.5)
fails("bool and int", "assertEqual", True, 0)
fails("missing", "assertEqual", 1)
fails("compare", "assertLess", 1, "a")
fails("none of it", "assertNotIn", 1, 5)
fails("skip", "skipTest", "not now")
