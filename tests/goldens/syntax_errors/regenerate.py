"""Rewrites errors.cpython: the first line of the error that CPython 3.14 raises for each snippet."""

import pathlib
import warnings

here = pathlib.Path(__file__).parent
warnings.simplefilter("ignore")


def first_line(snippet):
    try:
        compile(snippet, "test.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return f"{type(error).__name__}: {error.msg}"
    return "OK"


snippets = (here / "snippets.txt").read_text().splitlines()
lines = [first_line(snippet.replace("⏎", "\n")) for snippet in snippets]
(here / "errors.cpython").write_text("".join(line + "\n" for line in lines))
