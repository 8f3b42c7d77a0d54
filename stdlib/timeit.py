"""Times small pieces of code: `timeit`, `repeat`, the class behind them, and a command line.

Invariant: what is timed runs in a function of its own that is compiled once, from `Timer.src`; nothing else is in it.
"""
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter

_NAME = "<timeit-src>"
_UNITS = {"nsec": 1e-9, "usec": 1e-6, "msec": 1e-3, "sec": 1.0}
_USAGE = """\
Times small pieces of code.

Usage: python -m timeit [-n N] [-r N] [-s S] [-p] [-u U] [-v] [-h] [--] [statement ...]

  -n/--number N   how often the statement runs (default: as often as takes 0.2 seconds or more)
  -r/--repeat N   how often that is repeated (default 5)
  -s/--setup S    a statement that runs before, untimed (default 'pass'); more than one are lines
  -p/--process    time the process (time.process_time) instead of the clock
  -u/--unit U     the unit of the result: nsec, usec, msec or sec
  -v/--verbose    show the single results too; once more for more digits
  -h/--help       show this and exit

More than one statement are lines of one; quote those that begin with spaces."""


def reindent(src, indent):
    """A text with all lines but the first one indented."""
    return src.replace("\n", "\n" + " " * indent)


class Timer:
    """Times a statement, after another one that prepares it."""

    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        self.timer = timer
        names = {}
        outer, parameters = _globals() if globals is None else globals, ""
        if isinstance(setup, str):
            compile(setup, _NAME, "exec")
            before, first = setup + "\n", reindent(setup, 4)
        elif callable(setup):
            names["_setup"] = setup
            before, first, parameters = "", "_setup()", ", _setup=_setup"
        else:
            raise ValueError("setup is neither a string nor callable")
        if isinstance(stmt, str):
            # Only what stands on its own may stand in the loop: no `break`, no `return`.
            compile(before + stmt, _NAME, "exec")
            body = reindent(stmt, 8)
        elif callable(stmt):
            names["_stmt"] = stmt
            body, parameters = "_stmt()", parameters + ", _stmt=_stmt"
        else:
            raise ValueError("stmt is neither a string nor callable")
        self.src = (f"\ndef inner(_it, _timer{parameters}):\n    {first}\n    _t0 = _timer()\n    for _i in _it:\n"
                    f"        {body}\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n")
        exec(compile(self.src, _NAME, "exec"), outer, names)
        self.inner = names["inner"]

    def print_exc(self, file=None):
        """Print the traceback of the error that is being handled, with the lines of what was timed."""
        from linecache import cache
        from traceback import print_exc
        lines = self.src.splitlines(keepends=True)
        cache[_NAME] = (len(self.src), None, lines, _NAME)
        print_exc(file=file)

    def timeit(self, number=default_number):
        """How long the statement takes, that many times."""
        import gc
        from itertools import repeat
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self.inner(repeat(None, number), self.timer)
        finally:
            if collecting:
                gc.enable()

    def repeat(self, repeat=default_repeat, number=default_number):
        """The results of several times `timeit`."""
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        """A number of times that takes 0.2 seconds or more, and how long it takes."""
        from itertools import count
        for power in count():
            for leading in 1, 2, 5:
                number = leading * 10 ** power
                taken = self.timeit(number)
                if callback is not None:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken


def _globals():
    return globals()


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    """How long a statement takes, that many times."""
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    """The results of several times `timeit`."""
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)


class _Options:
    # What the command line says.
    def __init__(self):
        self.timer, self.number, self.repeat = default_timer, 0, default_repeat
        self.setup, self.unit, self.verbose, self.digits = [], None, False, 3
        self.exit = None

    def take(self, name, value):
        if name in ("-n", "--number"):
            self.number = int(value)
        elif name in ("-s", "--setup"):
            self.setup.append(value)
        elif name in ("-u", "--unit"):
            self.unit = value
        elif name in ("-r", "--repeat"):
            self.repeat = max(int(value), 1)
        elif name in ("-p", "--process"):
            self.timer = time.process_time
        elif name in ("-v", "--verbose"):
            self.digits += self.verbose
            self.verbose = True
        else:
            print(_USAGE)
            self.exit = 0

    def shown(self, seconds):
        if self.unit is not None:
            unit = self.unit
        else:
            unit = next((unit for unit, size in reversed(_UNITS.items()) if seconds >= size), "nsec")
        return f"{seconds / _UNITS[unit]:.{self.digits}g} {unit}"


def _read(args):
    import getopt
    import sys
    options = _Options()
    try:
        pairs, statements = getopt.getopt(
            args, "n:u:s:r:pvh", ["number=", "setup=", "repeat=", "process", "verbose", "unit=", "help"])
    except getopt.error as error:
        print(error)
        print("use -h/--help for command line help")
        options.exit = 2
        return options, None
    for name, value in pairs:
        options.take(name, value)
        if options.unit is not None and options.unit not in _UNITS:
            print("Unrecognized unit. Please select nsec, usec, msec, or sec.", file=sys.stderr)
            options.exit = 2
        if options.exit is not None:
            return options, None
    return options, "\n".join(statements) or "pass"


def main(args=None, *, _wrap_timer=None):
    """Time what the command line says; the exit status if something is wrong."""
    import os
    import sys
    options, statement = _read(sys.argv[1:] if args is None else args)
    if options.exit is not None:
        return options.exit
    # What is timed may import what lies in the current folder.
    sys.path.insert(0, os.curdir)
    timer = options.timer if _wrap_timer is None else _wrap_timer(options.timer)
    timed = Timer(statement, "\n".join(options.setup) or "pass", timer)
    number = options.number
    try:
        if number == 0:
            number, _ = timed.autorange(_report(options) if options.verbose else None)
            if options.verbose:
                print()
        results = timed.repeat(options.repeat, number)
    except:
        timed.print_exc()
        return 1
    if options.verbose:
        print("raw times: " + ", ".join(map(options.shown, results)))
        print()
    _conclude(options, number, [result / number for result in results])


def _report(options):
    return lambda number, taken: print(
        f"{number} loop{'s' if number != 1 else ''} -> {taken:.{options.digits}g} sec")


def _conclude(options, number, results):
    best, worst = min(results), max(results)
    print(f"{number} loop{'s' if number != 1 else ''}, best of {options.repeat}: {options.shown(best)} per loop")
    if worst >= best * 4:
        import warnings
        warnings.warn_explicit(
            f"The test results are likely unreliable. The worst time ({options.shown(worst)}) was more than four times "
            f"slower than the best time ({options.shown(best)}).", UserWarning, "", 0)


if __name__ == "__main__":
    import sys
    sys.exit(main())
