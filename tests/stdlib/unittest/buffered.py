# Output of tests held back until one fails (needs io), and mock_open.
import io
import sys
import unittest
from unittest.mock import call, mock_open, patch


sys.stderr = sys.stdout


class Tests(unittest.TestCase):
    def test_good(self):
        print("not shown")

    def test_bad(self):
        print("shown")
        print("error shown", file=sys.stderr)
        self.fail("bad")

    def test_subtests(self):
        for number in range(2):
            with self.subTest(number=number):
                print("number", number)
                self.assertTrue(number)


out = io.StringIO()
result = unittest.TextTestRunner(out, buffer=True,
    verbosity=2).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
for test, text in result.failures:
    print(test, text.partition("AssertionError")[2], sep="\n")
print(out.getvalue().partition("=====")[0])

opened = mock_open(read_data="one\ntwo\nthree")
with patch(f"{__name__}.open", opened, create=True):
    with open("path", "w") as handle:
        print(handle.read(3), handle.readline(), handle.readlines())
        handle.write("text")
    print(list(open("other")), open("other").read())
opened.assert_any_call("path", "w")
opened().write.assert_called_once_with("text")
print(opened.mock_calls[:4], mock_open(read_data=b"a\nb")().readlines())
handle = mock_open()()
handle.read.return_value = "chosen"
print(handle.read(), repr(handle.readline()))
