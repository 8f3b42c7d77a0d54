# Loading of tests from classes, modules and names; suites; functions as tests.
import sys
import types
import unittest

loader = unittest.TestLoader()


class Case(unittest.TestCase):
    def test_b(self):
        pass

    def test_a(self):
        pass

    def check_c(self):
        pass

    test_not = 3

    @staticmethod
    def test_static():
        return Case("test_a")


class Plain(unittest.TestCase):
    def runTest(self):
        pass


class Nothing(unittest.TestCase):
    pass


def says(label, function, *args, **kwargs):
    try:
        print(label, function(*args, **kwargs))
    except Exception as error:
        print(label, type(error).__name__, error)


for cls in Case, Plain, Nothing, unittest.TestCase, unittest.FunctionTestCase, unittest.TestSuite, 3:
    says("class", loader.loadTestsFromTestCase, cls)
says("names", loader.getTestCaseNames, Case)
loader.testMethodPrefix = "check"
says("prefix", loader.getTestCaseNames, Case)
del loader.__dict__["testMethodPrefix"]
loader.sortTestMethodsUsing = lambda x, y: (x < y) - (x > y)
says("sorted", loader.getTestCaseNames, Case)
loader.sortTestMethodsUsing = None
says("not sorted", loader.getTestCaseNames, Case)
del loader.__dict__["sortTestMethodsUsing"]
for patterns in ["*a"], ["*Case*"], ["*.Case.test_[!a-a]"], ["*test_?"], ["*"], ["none"], ["*x", "*b"], ["*test_[]"]:
    loader.testNamePatterns = patterns
    says(patterns, loader.getTestCaseNames, Case)
loader.testNamePatterns = None
loader.suiteClass = list
says("suite class", loader.loadTestsFromTestCase, Case)
del loader.__dict__["suiteClass"]

module = types.ModuleType("sample")
module.Case, module.Plain, module.number, module.Alias = Case, Plain, 3, unittest.TestCase
module.suite = lambda: unittest.TestSuite([Plain()])
module.ready = unittest.TestSuite([Plain()])
sys.modules["sample"] = module
says("module", loader.loadTestsFromModule, module)
for name in ("Case", "Case.test_a", "Case.test_static", "Case.nothing", "Plain", "number", "suite", "ready", "missing",
             "Case.test_a.deep", "suite.x"):
    says(name, loader.loadTestsFromName, name, module)
for name in "sample.Case", "sample", "sample.missing", "absent.module", "sys.nothing":
    says(name, loader.loadTestsFromName, name)
says("names", loader.loadTestsFromNames, ["Plain", "Case.test_b"], module)
for error in loader.errors:
    print(error.splitlines()[0], "...", error.splitlines()[-1])
result = unittest.TestResult()
loader.loadTestsFromName("Case.missing", module).run(result)
print(result.errors[0][0], result.errors[0][1], sep="\n")


def load_tests(given, tests, pattern):
    print("load_tests", given is loader, tests.countTestCases(), pattern)
    return tests


module.load_tests = load_tests
says("load_tests", loader.loadTestsFromModule, module, pattern="p*")
module.load_tests = lambda *args: 1 / 0
broken = loader.loadTestsFromModule(module)
print(broken, loader.errors[-1].splitlines()[0])

print("== suites")
suite = unittest.TestSuite()
for wrong in 3, Case, unittest.TestSuite:
    says("wrong", suite.addTest, wrong)
says("text", suite.addTests, "abc")
suite.addTests([Case("test_a"), unittest.TestSuite([Plain(), Plain()])])
print(suite, suite.countTestCases(), len(list(suite)), suite == unittest.TestSuite(list(suite)), suite == 3)
says("hash", hash, suite)
suite.run(unittest.TestResult())
print(suite, suite.countTestCases())
print(Case("test_a") == Case("test_a"), Case("test_a") == Case("test_b"), Case("test_a") == Plain(),
      hash(Case("test_a")) == hash(Case("test_a")))
test = Case("test_a")
print(test, repr(test), test.id(), test.shortDescription(), test.countTestCases())
says("no method", Case, "test_x")
print(Nothing(), repr(Nothing()))


def function():
    """Of a function.

    More.
    """
    print("function")


test = unittest.FunctionTestCase(function, lambda: print("before"), lambda: print("after"))
print(test.id(), str(test), test.shortDescription(), test == unittest.FunctionTestCase(function))
print(unittest.FunctionTestCase(function, description="own\nwords").shortDescription())
test.run()
