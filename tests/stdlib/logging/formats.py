# Formatters of all three styles, times, exceptions, several records.
import io
import logging
import time
from logging import Formatter


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


record = logging.LogRecord("app.db", logging.WARNING, "/src/store.py", 42, "took %d ms", (17,), None, func="query")
record.created, record.msecs, record.relativeCreated = 86400.25, 250.0, 12.5
record.process, record.thread = 100, 200

for fmt in (None, "%(message)s", "%(name)s:%(levelname)-8s|%(lineno)05d %(funcName)s %(filename)s %(module)s %(message).4s",
            "%(levelno)d %(pathname)s %(process)d %(relativeCreated).1f %%(x)s"):
    print(Formatter(fmt).format(record))
for fmt in (None, "{message}", "{name}:{levelname:>8}|{lineno:05d} {funcName!r} {message:.4}", "{{literal}} {msecs:.1f}"):
    attempt(lambda: Formatter(fmt, style="{").format(record))

print("wrong formats")
for fmt in ("%(x)z", "abc", "%(x)", "%%(x)s", "%()s", "%(a b)s", "%(x)5.3d", "%(x)#+-5s", "%(x)*d", "%(x).s", "%(asctime)-5s"):
    attempt(lambda: Formatter(fmt)._fmt)
for fmt in ("{x!z}", "{x.y}", "{x:d}", "{x:zz}", "{}", "{", "}", "abc", "{x!s:>10}", "{0}", "{a[b]}", "{a b}", "{x:{width}}", "{x!}", "{x!ss}",
            "{{x}}", "{x"):
    attempt(lambda: Formatter(fmt, style="{")._fmt)
attempt(lambda: Formatter("x", style="?"))
print(Formatter("abc", validate=False).format(record), Formatter("abc", style="{", validate=False).format(record))
attempt(lambda: Formatter("%(nope)s").format(record))
attempt(lambda: Formatter("{nope}", style="{").format(record))

print("defaults")
print(Formatter("%(user)s %(message)s", defaults={"user": "nobody"}).format(record))
record.user = "somebody"
print(Formatter("{user} {message}", style="{", defaults={"user": "nobody"}).format(record))

print("times")


class UTC(Formatter):
    converter = time.gmtime


print(UTC("%(asctime)s %(message)s").format(record), record.asctime)
print(UTC("%(asctime)s", "%d.%m.%Y %H:%M").format(record))
print(UTC("{asctime}", style="{").format(record), UTC("%(asctime)s").usesTime(), UTC("%(message)s").usesTime(), UTC("{asctime:>30}", style="{").usesTime())


class Short(UTC):
    default_time_format = "%H:%M"
    default_msec_format = None


print(Short().formatTime(record), Short().formatTime(record, "%S"))
Short.default_msec_format = "%s.%03d"
print(Short().formatTime(record))

print("exceptions")
try:
    raise ValueError("bad\nvalue")
except ValueError as error:
    error.__traceback__ = None
    record.exc_info = (ValueError, error, None)
formatter = Formatter()
print(formatter.format(record))
print(repr(record.exc_text))
record.exc_info = None
record.stack_info = "Stack (most recent call last):\n  somewhere"
print(formatter.format(record))


class OneLine(Formatter):
    def formatException(self, ei):
        return repr(super().formatException(ei))

    def formatStack(self, stack_info):
        return "<stack>"

    def format(self, record):
        return super().format(record).replace("\n", " | ")


record.exc_text = None
record.exc_info = (ValueError, ValueError("again"), None)
print(OneLine("%(message)s").format(record))
record.exc_info = record.exc_text = record.stack_info = None
record.msg, record.args = "ends\n", ()
record.exc_text = "text"
print(repr(formatter.format(record)))
print(formatter.formatException((None, None, None)))


class Document(logging.BufferingFormatter):
    def formatHeader(self, records):
        return f"<{len(records)}>\n"

    def formatFooter(self, records):
        return "</>"


record.exc_text = None
print(repr(Document().format([record, record])), repr(Document().format([])), logging.BufferingFormatter(Formatter("%(name)s")).format([record]))

print("styles")
for style in (logging.PercentStyle("%(name)s"), logging.StrFormatStyle("{name}"), logging.PercentStyle("")):
    print(type(style).__name__, style._fmt, style.default_format, style.asctime_format, style.asctime_search, style.usesTime(), style.format(record))
