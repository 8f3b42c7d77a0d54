# unittest.main(): command lines, settings, exit statuses.
import sys
import unittest


class Out:
    def write(self, text):
        text = text.replace(__file__, "this file")
        head, ran, rest = text.partition("Ran ")
        sys.stdout.write(head + ran + rest.split(" in ")[0] + "\n" * rest.count("\n") if ran else text)

    def flush(self):
        pass


def setUpModule():
    print("module begins")


def tearDownModule():
    print("module ends")


class First(unittest.TestCase):
    def test_one(self):
        """The first."""

    def test_two(self):
        self.fail("two")

    def test_three(self):
        pass


class Second(unittest.TestCase):
    def test_one(self):
        with self.subTest(part=1):
            self.fail("part")

    @unittest.skip("later")
    def test_two(self):
        pass


class Runner(unittest.TextTestRunner):
    def __init__(self, **settings):
        print({name: settings[name] for name in sorted(settings)})
        super().__init__(Out(), **settings)


sys.stderr = sys.stdout


def main(*args, **settings):
    print("==", *args, {name: value for name, value in settings.items() if name != "testRunner"})
    unittest.defaultTestLoader.testNamePatterns = None
    settings.setdefault("testRunner", Runner)
    try:
        program = unittest.main("__main__", argv=["tests/prog.py", *args], **settings)
        print("goes on:", program.result)
    except SystemExit as end:
        print("exits with", end.code)


main()
main("-v", "First.test_one", "Second")
main("-q", "First.test_one")
main("-f", "-v")
main("-k", "one", "-k", "Second.*two", "-v")
main("-k", "nothing")
main("First.test_zero", "Third")
main("--verbose", "--failfast", "--locals", "First.test_three")
main("--durations=0", "-v", "-k", "nothing")
main("First.test_one", exit=False, verbosity=2)
main(defaultTest="Second.test_two")
main(defaultTest=["First.test_one", "Second.test_two"], failfast=True)
main(warnings="ignore", defaultTest="First.test_one")
main("-h")
main("--bogus")
main("--durations")
main("-f", failfast=True, defaultTest="First.test_one")


class Old:
    """A runner that knows fewer settings."""

    def __init__(self, verbosity=1):
        print("old runner", verbosity)

    def run(self, test):
        result = unittest.TestResult()
        test.run(result)
        return result


class Oldest(Old):
    def __init__(self):
        print("oldest runner")


main("First.test_one", testRunner=Oldest)
main("First.test_one", testRunner=Old())
