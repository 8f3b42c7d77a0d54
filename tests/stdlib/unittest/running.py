# What the runner prints for every outcome of a test, in the order in which it happens.
import sys
import unittest
import warnings


class Out:
    """Writes to standard output, without times."""

    def write(self, text):
        text = text.replace(__file__, "this file")
        head, ran, rest = text.partition("Ran ")
        sys.stdout.write(head + ran + rest.split(" in ")[0] + "\n" * rest.count("\n") if ran else text)

    def flush(self):
        pass


class Outcomes(unittest.TestCase):
    """Every outcome."""

    @classmethod
    def setUpClass(cls):
        cls.addClassCleanup(print, "class cleanup")
        print("setUpClass")

    @classmethod
    def tearDownClass(cls):
        print("tearDownClass")

    def setUp(self):
        self.addCleanup(print, "cleanup of", self._testMethodName)

    def tearDown(self):
        print("tearDown")

    def test_a_good(self):
        """Goes well.

        This line does not show.
        """

    def test_b_fails(self):
        self.assertEqual([1, 2], [1, 2, 3][:1], "lists")

    def test_c_error(self):
        {}["key"]

    def test_d_cause(self):
        try:
            int("x")
        except ValueError as error:
            raise RuntimeError("outer") from error

    @unittest.skip("not yet")
    def test_e_skipped(self):
        pass

    def test_f_skips(self):
        self.skipTest("inside")

    @unittest.expectedFailure
    def test_g_expected(self):
        self.fail("as expected")

    @unittest.expectedFailure
    def test_h_unexpected(self):
        pass

    def test_i_subtests(self):
        for number in range(4):
            with self.subTest("halves", number=number):
                if number == 3:
                    self.skipTest("three")
                self.assertFalse(number % 2)
        with self.subTest(outer=1, name="o"):
            with self.subTest(inner=2, name="i"):
                raise KeyError("deep")
        with self.subTest():
            self.fail()
        print("behind the subtests")

    @unittest.expectedFailure
    def test_j_expected_in_subtest(self):
        with self.subTest("x"):
            self.fail("as expected")
        print("never here")

    def test_k_cleanup_fails(self):
        self.addCleanup(self.fail, "in a cleanup")
        self.addCleanup(self.skipTest, "in a cleanup")
        self.fail("in the test")

    def test_l_exit(self):
        raise SystemExit(3)


class SetUpFails(unittest.TestCase):
    def setUp(self):
        self.addCleanup(print, "cleaned")
        raise ValueError("set-up")

    def tearDown(self):
        print("never here")

    @unittest.expectedFailure
    def test(self):
        pass


class TearDownFails(unittest.TestCase):
    def test(self):
        self.fail("test")

    def tearDown(self):
        raise OSError("tear-down")


@unittest.skipIf(True, "whole class")
class Skipped(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("never here")

    def test(self):
        pass


def run(*classes, **settings):
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    suite = unittest.TestSuite(load(cls) for cls in classes)
    result = unittest.TextTestRunner(Out(), **settings).run(suite)
    print(result, result.wasSuccessful(), result.shouldStop)
    return result


result = run(Outcomes, SetUpFails, TearDownFails, Skipped, verbosity=2)
print([(test.id(), reason) for test, reason in result.skipped])
print([test.id() for test, text in result.errors])
print([str(test) for test, text in result.failures])
print([repr(test) for test in result.unexpectedSuccesses], len(result.expectedFailures))
print(len(result.collectedDurations))
run(Outcomes, verbosity=1, failfast=True)
run(TearDownFails, verbosity=0, descriptions=False)
run(Skipped)
run()


class Quiet(unittest.TestCase):
    def test_value(self):
        return 1

    def test_yields(self):
        yield

    async def test_async(self):
        pass


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    run(Quiet)
for warning in caught:
    print(warning.category.__name__, warning.message)
