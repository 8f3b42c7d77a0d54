# assertRaises and assertWarns with a callable and as context managers, and what they keep.
import unittest
import warnings


class Probe(unittest.TestCase):
    def runTest(self):
        pass


t = Probe()


def says(label, function, *args, **kwargs):
    try:
        result = function(*args, **kwargs)
    except BaseException as error:
        print(f"{label}: {type(error).__name__}: {error}", "cause", repr(error.__cause__))
    else:
        print(f"{label}: gives {result!r}")


def boom(*args, **kwargs):
    raise ValueError(args, kwargs)


def quiet():
    return "quiet"


def warn(category=UserWarning, text="careful"):
    warnings.warn(text, category)


class Callable:
    def __call__(self):
        pass

    def __repr__(self):
        return "<callable>"


says("raises", t.assertRaises, ValueError, boom, 1, two=2)
says("raises one of", t.assertRaises, (KeyError, ValueError), boom)
says("raises another", t.assertRaises, KeyError, boom)
says("nothing raised", t.assertRaises, KeyError, quiet)
says("nothing raised of two", t.assertRaises, (KeyError, OSError), quiet)
says("nothing raised by an object", t.assertRaises, KeyError, Callable())
says("no exception", t.assertRaises, 3, quiet)
says("no exception", t.assertRaises, int)
says("no exception", t.assertRaises, (ValueError, int), quiet)
says("keyword", t.assertRaises, ValueError, foo=1)
says("none", t.assertRaises, ValueError, None)
says("none", t.assertRaises, ValueError, 3)
says("warns", t.assertWarns, UserWarning, warn)
says("warns of another", t.assertWarns, DeprecationWarning, warn)
says("no warning", t.assertWarns, UserWarning, quiet)
says("no warning of two", t.assertWarns, (UserWarning, DeprecationWarning), quiet)
says("no warning class", t.assertWarns, ValueError, quiet)
says("no warning class", t.assertWarns, "x", quiet)
says("keyword", t.assertWarns, UserWarning, bar=1)

with t.assertRaises(ValueError) as cm:
    boom(1)
print(type(cm).__name__, cm.expected, repr(cm.exception), cm.exception.__traceback__, cm.msg)
for label, manager in [
    ("nothing", lambda: t.assertRaises(ValueError)),
    ("message", lambda: t.assertRaises(ValueError, msg="the message")),
    ("two", lambda: t.assertRaises((ValueError, KeyError), msg="the message")),
    ("warning", lambda: t.assertWarns(UserWarning)),
    ("warning message", lambda: t.assertWarns(UserWarning, msg="the message")),
]:
    def body():
        with manager():
            pass
    says(label, body)


def passes_on():
    with t.assertRaises(KeyError):
        boom("other")


says("passes on", passes_on)


def nested():
    with t.assertRaises(KeyError) as outer:
        try:
            {}["a"]
        except KeyError:
            raise KeyError("b") from None
    return outer.exception.args


says("nested", nested)

with t.assertWarns((UserWarning, RuntimeWarning)) as cw:
    warn(text="first")
    warn(RuntimeWarning, "second")
print(repr(cw.warning), cw.filename == __file__, cw.lineno, [str(w.message) for w in cw.warnings], cw.msg)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    with t.assertWarns(UserWarning):
        warn()
    print("filters kept:", warnings.filters[0][0])


def raises_inside():
    with t.assertWarns(UserWarning):
        raise OSError("inside")


says("raises inside", raises_inside)


class Group(unittest.TestCase):
    failureException = RuntimeError

    def test(self):
        self.assertEqual(1, 2)


says("another failure", Group("test").test)
