# Fixtures of modules, classes and tests: their order, their failures, and contexts entered for their time.
import sys
import types
import unittest

LOG = []


class Context:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, tb):
        print("leave", self.name, kind)


def make_module(name, **fixtures):
    module = types.ModuleType(name)
    vars(module).update(fixtures)
    sys.modules[name] = module
    return module


def make_case(name, module, **methods):
    return type(name, (unittest.TestCase,), {"__module__": module, "__qualname__": name, **methods})


def say(text):
    return lambda *args: print(text)


def fail(error):
    def failing(*args):
        raise error
    return failing


def test(self):
    print("test of", type(self).__name__)


def run(*cases):
    suite = unittest.TestSuite(case("test") for case in cases)
    result = unittest.TestResult()
    suite.run(result)
    for found in "errors", "failures", "skipped":
        for holder, text in getattr(result, found):
            print(" ", found, str(holder), repr(holder).startswith("<"), text.strip().splitlines()[-1])
    print(result, result.wasSuccessful())


print("== order")
make_module("one", setUpModule=say("setUpModule one"), tearDownModule=say("tearDownModule one"))
make_module("two", setUpModule=say("setUpModule two"), tearDownModule=say("tearDownModule two"))
A = make_case("A", "one", test=test, setUpClass=classmethod(say("up A")), tearDownClass=classmethod(say("down A")))
B = make_case("B", "one", test=test)
C = make_case("C", "two", test=test, setUp=say("setUp C"), tearDown=say("tearDown C"))
run(A, A, B, C, A)
print("== class fixtures that fail")
run(make_case("Up", "one", test=test, setUpClass=classmethod(fail(ValueError("up")))), B)
run(make_case("Down", "one", test=test, tearDownClass=classmethod(fail(ValueError("down")))), B)
run(make_case("Skips", "one", test=test, setUpClass=classmethod(fail(unittest.SkipTest("no class")))), B)
print("== module fixtures that fail")
make_module("bad", setUpModule=fail(ValueError("module up")), tearDownModule=say("never"))
run(make_case("D", "bad", test=test, setUpClass=classmethod(say("never"))), make_case("E", "bad", test=test), B)
make_module("worse", tearDownModule=fail(ValueError("module down")))
run(make_case("F", "worse", test=test), B)
make_module("skips", setUpModule=fail(unittest.SkipTest("no module")))
run(make_case("G", "skips", test=test), B)
print("== clean-ups")


def set_up_module():
    unittest.addModuleCleanup(say("module cleanup 1"))
    unittest.addModuleCleanup(fail(ValueError("module cleanup 2")))
    print("entered", unittest.enterModuleContext(Context("module")))


def set_up_class(cls):
    cls.addClassCleanup(fail(ValueError("class cleanup")))
    cls.addClassCleanup(print, "class cleanup", 1, sep="-")
    print("entered", cls.enterClassContext(Context("class")))


def set_up(self):
    print("entered", self.enterContext(Context("test")))
    self.addCleanup(say("cleanup"))


make_module("clean", setUpModule=set_up_module, tearDownModule=say("tearDownModule"))
run(make_case("H", "clean", test=test, setUpClass=classmethod(set_up_class), setUp=set_up))


def set_up_and_fail(cls):
    cls.addClassCleanup(say("after the failure"))
    raise RuntimeError("set-up")


run(make_case("I", "clean", test=test, setUpClass=classmethod(set_up_and_fail)))
print("== debug")
for case in (A, make_case("J", "one", test=fail(ValueError("in the test")), tearDown=say("never")),
             make_case("K", "bad", test=test)):
    try:
        unittest.TestSuite([case("test")]).debug()
    except Exception as error:
        print("raised", repr(error))
for label, cm in ("no context", 3), ("half of one", types.SimpleNamespace(__enter__=1)):
    try:
        A("test").enterContext(cm)
    except TypeError as error:
        print(label, error)
