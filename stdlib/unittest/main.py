"""The program behind `unittest.main()`: the command line, the choice of tests, the run, the exit status."""
import sys

from . import loader
from .runner import TextTestRunner
from .signals import installHandler

__unittest = True

_NO_TESTS_EXITCODE = 5

# Options that `main()` can also set have no default here, so that what is not given stays as it was set.
_OPTIONS = (
    (("-v", "--verbose"), dict(dest="verbosity", action="store_const", const=2, help="Verbose output")),
    (("-q", "--quiet"), dict(dest="verbosity", action="store_const", const=0, help="Quiet output")),
    (("--locals",), dict(dest="tb_locals", action="store_true", help="Show local variables in tracebacks")),
    (("--durations",), dict(dest="durations", type=int, default=None, metavar="N",
                            help="Show the N slowest test cases (N=0 for all)")),
)
_UNSET_OPTIONS = (
    ("failfast", ("-f", "--failfast"), dict(action="store_true", help="Stop on first fail or error")),
    ("catchbreak", ("-c", "--catch"),
     dict(action="store_true", help="Catch Ctrl-C and display results so far")),
    ("buffer", ("-b", "--buffer"), dict(action="store_true", help="Buffer stdout and stderr during tests")),
    ("testNamePatterns", ("-k",),
     dict(action="append", type=lambda text: _pattern(text), help="Only run tests which match the given substring")),
)

MAIN_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _pattern(text):
    """Make a shell pattern of what follows -k: a plain text may stand anywhere in the name."""
    return text if "*" in text else f"*{text}*"


def _module_name(name):
    """Make a module's name of the path of a Python file below the current folder."""
    if not name.lower().endswith(".py"):
        return name
    import os
    if not os.path.isfile(name):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace("\\", ".").replace("/", ".")


class TestProgram:
    """Runs tests as the command line says, and exits."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _shared_parser = None

    def __init__(self, module="__main__", defaultTest=None, argv=None, testRunner=None,
                 testLoader=loader.defaultTestLoader, exit=True, verbosity=1, failfast=None, catchbreak=None,
                 buffer=None, warnings=None, *, tb_locals=False, durations=None):
        if isinstance(module, str):
            first, *rest = module.split(".")
            self.module = __import__(module)
            for part in rest:
                self.module = getattr(self.module, part)
        else:
            self.module = module
        argv = sys.argv if argv is None else argv
        self.testLoader, self.testRunner, self.defaultTest, self.exit = testLoader, testRunner, defaultTest, exit
        # Settings of the run, which options may change.
        self.verbosity, self.durations, self.tb_locals = verbosity, durations, tb_locals
        self.failfast, self.catchbreak, self.buffer = failfast, catchbreak, buffer
        self.progName = argv[0].rpartition("/")[2]
        # Warnings show in tests, unless the command line or the caller decides.
        self.warnings = "default" if warnings is None and not sys.warnoptions else warnings
        self.parseArgs(argv)
        self.runTests()

    # The command line.

    def parseArgs(self, argv):
        """Read the command line and load the tests that it asks for."""
        if self.module is None and (len(argv) < 2 or argv[1].lower() == "discover"):
            self._do_discovery(argv[2:])
            return
        self._shared_parser = None
        tests = []
        if len(argv) > 1:
            self._main_parser().parse_args(argv[1:], self)
            tests = self.tests
        else:
            self._fill_unset()
        if self.module is None:
            if not tests:
                self._do_discovery([])
                return
            self.testNames = [_module_name(name) for name in tests]
        elif tests:
            self.testNames = [_module_name(name) for name in tests]
            if __name__ == "__main__":
                self.module = None
        elif self.defaultTest is None:
            self.testNames = None
        elif isinstance(self.defaultTest, str):
            self.testNames = (self.defaultTest,)
        else:
            self.testNames = list(self.defaultTest)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        """Load the tests: of the names, of the module, or by discovery."""
        used = self.testLoader
        if self.testNamePatterns:
            used.testNamePatterns = self.testNamePatterns
        if from_discovery:
            if Loader is not None:
                used = Loader()
            self.test = used.discover(self.start, self.pattern, self.top)
            return
        names = self.testNames
        self.test = (used.loadTestsFromModule(self.module) if names is None
                     else used.loadTestsFromNames(names, self.module))

    def _common_parser(self):
        if self._shared_parser is None:
            from argparse import ArgumentParser
            self._shared_parser = parser = ArgumentParser(add_help=False)
            for names, settings in _OPTIONS:
                parser.add_argument(*names, **settings)
            for attribute, names, settings in _UNSET_OPTIONS:
                if getattr(self, attribute) is None:
                    parser.add_argument(*names, dest=attribute, **settings)
            self._fill_unset()
        return self._shared_parser

    def _fill_unset(self):
        for attribute, names, settings in _UNSET_OPTIONS:
            if getattr(self, attribute) is None:
                setattr(self, attribute, [] if attribute == "testNamePatterns" else False)

    def _main_parser(self):
        from argparse import ArgumentParser
        parser = ArgumentParser(parents=[self._common_parser()], color=True)
        parser.prog = self.progName
        parser.add_argument("tests", nargs="*",
                            help="a list of any number of test modules, classes and test methods.")
        parser.print_help = self._print_help
        self._shown_parser = parser
        return parser

    def _discovery_arguments(self):
        from argparse import ArgumentParser
        parser = ArgumentParser(parents=[self._common_parser()], color=True)
        parser.prog = f"{self.progName} discover"
        parser.epilog = ("For test discovery all test modules must be importable from the top level directory of the "
                         "project.")
        for letter, word, dest, text in (
            ("-s", "--start-directory", "start", "Directory to start discovery ('.' default)"),
            ("-p", "--pattern", "pattern", "Pattern to match tests ('test*.py' default)"),
            ("-t", "--top-level-directory", "top",
             "Top level directory of project (defaults to start directory)"),
        ):
            parser.add_argument(letter, word, dest=dest, help=text)
        for dest in "start", "pattern", "top":
            parser.add_argument(dest, nargs="?", default=_absent(), help=_absent())
        return parser

    def _print_help(self, *args, **kwargs):
        # The parser's own method is hidden by this one.
        text = self._shown_parser.format_help()
        if self.module is None:
            text += "\n" + MAIN_EXAMPLES % {"prog": self.progName}
            text += "\n" + self._discovery_arguments().format_help()
        else:
            text += "\n" + MODULE_EXAMPLES % {"prog": self.progName}
        print(text, end="" if self.module is None else "\n")

    def _do_discovery(self, argv, Loader=None):
        self.start, self.pattern, self.top = ".", "test*.py", None
        if argv:
            self._discovery_arguments().parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    # The run.

    def runTests(self):
        """Run the tests and, if so asked, exit with the status."""
        if self.catchbreak:
            installHandler()
        if self.testRunner is None:
            self.testRunner = TextTestRunner
        self.result = self._make_runner().run(self.test)
        if self.exit:
            if not self.result.wasSuccessful():
                sys.exit(1)
            sys.exit(0 if self.result.testsRun or self.result.skipped else _NO_TESTS_EXITCODE)

    def _make_runner(self):
        """Make the runner if a class was given; older classes know fewer of the settings."""
        if not isinstance(self.testRunner, type):
            return self.testRunner
        settings = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings,
                        tb_locals=self.tb_locals, durations=self.durations)
        for forgone in (), ("tb_locals", "durations"), ("failfast", "buffer", "warnings", "verbosity"):
            for name in forgone:
                del settings[name]
            try:
                return self.testRunner(**settings)
            except TypeError:
                if not settings:
                    raise


def _absent():
    from argparse import SUPPRESS
    return SUPPRESS


main = TestProgram
