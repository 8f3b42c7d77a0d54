# The module's command line: what it writes, encoded or as text, and what it refuses.
import calendar
import io
import sys


def command(*args):
    """Give what the command writes to standard output, as bytes, and how it ends."""
    kept = sys.stdout, sys.stderr
    out = io.BytesIO()
    shown = sys.stdout = sys.stderr = io.TextIOWrapper(out, encoding="utf-8")
    try:
        calendar.main(list(args))
        end = None
    except (SystemExit, ValueError) as error:
        end = f"{type(error).__name__}: {error}"
    finally:
        shown.flush()
        sys.stdout, sys.stderr = kept
    return shown.detach().getvalue(), end


for args in ("2024", "2"), ("-f", "6", "-w", "3", "2024", "9"), ("-f", "9", "-l", "2", "2024", "9"), ("-s", "2", "-m", "4", "2023"):
    text, end = command(*args)
    print(args, end, text.decode(), sep="\n")
for args in ("-e", "utf-16-le", "2024", "2"), ("--encoding", "ascii", "2024", "3"):
    print(args, *command(*args))
page, end = command("--type", "html", "--css", "mine.css", "2024")
print(end, len(page), page[:600], page[-200:], sep="\n")
print(command("-t", "html", "-e", "ascii", "2024")[0][:330])
for args in ("-L", "C", "2024"), ("x",), ("2024", "3", "4"), ("-t", "html", "2024", "3"), ("-t", "xml"), ("2024", "13"), ("2024", "0"), ("--nothing",):
    text, end = command(*args)
    print(args, end, text.decode().splitlines()[-1:])
print(command("--help")[0].decode())
year, end = command()
print(end, len(year.splitlines()) > 30, calendar.firstweekday())
