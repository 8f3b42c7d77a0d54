# Handlers for streams and files, configuration of the root logger, errors, warnings, the end.
import io
import logging
import tempfile
import os
import sys
import warnings

FOLDER = tempfile.mkdtemp()
PATH = os.path.join(FOLDER, "logging_streams.log")


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


def content():
    with open(PATH) as stream:
        return stream.read()


sys.stderr = io.StringIO()
log = logging.getLogger("s")
log.warning("to the last resort")
log.info("too low for it")
print(repr(sys.stderr.getvalue()), logging.lastResort)
logging.lastResort, kept = None, logging.lastResort
sys.stderr = io.StringIO()
log.warning("nowhere")
log.warning("nowhere")
print(repr(sys.stderr.getvalue()))
logging.lastResort = kept

print("streams")
one, two = io.StringIO(), io.StringIO()
handler = logging.StreamHandler(one)
log.addHandler(handler)
log.propagate = False
log.warning("first")
print(handler.setStream(two) is one, handler.setStream(two))
log.warning("second")
handler.terminator = "!\n"
log.warning("third")
print(repr(one.getvalue()), repr(two.getvalue()), handler, handler.terminator)
handler.setLevel("ERROR")
log.warning("too low")
print(handler, handler.level, handler.formatter, logging.StreamHandler().stream is sys.stderr)
handler.name = "named"
print(logging.getHandlerByName("named") is handler, logging.getHandlerNames(), handler.get_name())
handler.set_name("renamed")
print(logging.getHandlerByName("named"), logging.getHandlerNames())
handler.close()
print(logging.getHandlerNames())

print("errors")
sys.stderr = io.StringIO()
handler.setLevel(0)
log.warning("%d", "x")
lines = sys.stderr.getvalue().splitlines()
print(lines[0], lines[1], [line for line in lines if line.startswith(("TypeError", "Call stack", "Message", "Arguments"))], sep="\n")


class Unprintable:
    def __repr__(self):
        raise ZeroDivisionError


sys.stderr = io.StringIO()
log.warning("%s %s", Unprintable())
print(sys.stderr.getvalue().splitlines()[-2:])
logging.raiseExceptions = False
sys.stderr = io.StringIO()
log.warning("%d", "x")
print(repr(sys.stderr.getvalue()))
logging.raiseExceptions = True


class Strict(logging.StreamHandler):
    def handleError(self, record):
        print("could not write", record.msg, type(sys.exception()).__name__)


log.handlers = [Strict(io.StringIO())]
log.warning("%d", "x")
log.handlers = []

print("files")
handler = logging.FileHandler(PATH, "w", encoding="utf-8")
log.addHandler(handler)
log.warning("größer")
log.warning("two\nlines")
print(repr(content()), handler.baseFilename == PATH, handler.mode, handler.encoding, handler.delay)
handler.close()
log.warning("after closing")
print(repr(content()), handler.stream)
log.handlers = [logging.FileHandler(PATH, delay=True)]
print(log.handlers[0].stream)
log.warning("appended")
print(repr(content()), repr(log.handlers[0])[:13], log.handlers[0].stream is not None)
log.handlers[0].close()
log.handlers = []
attempt(lambda: logging.FileHandler("/no/such/folder/x.log"))
os.remove(PATH)

print("basicConfig")
stream = io.StringIO()
for wrong in ({"stream": stream, "filename": PATH}, {"handlers": [], "filename": PATH}, {"handlers": [], "stream": stream}, {"style": "?"}):
    attempt(lambda: logging.basicConfig(**wrong))
logging.basicConfig(stream=stream, format="{levelname} {message}", style="{", level="INFO")
logging.info("shown %s", 1)
logging.debug("not shown")
logging.basicConfig(level="DEBUG")
logging.debug("still not shown")
print(stream.getvalue(), logging.root, logging.root.handlers, end="\n")
logging.basicConfig(filename=PATH, filemode="w", force=True, datefmt="%Y")
logging.error("to the file")
logging.log(45, "log")
logging.critical("critical")
logging.exception("exception", exc_info=False)
logging.fatal("fatal")
logging.warning("warning")
print(content(), end="")
logging.basicConfig(handlers=[logging.StreamHandler(stream)], force=True, format="%(message)s")
os.remove(PATH)
attempt(lambda: logging.basicConfig(force=True, nonsense=1, other=2))
logging.basicConfig(force=True, stream=stream)
stream.seek(0)
stream.truncate()

print("warnings")
logging.captureWarnings(True)
logging.captureWarnings(True)
warnings.simplefilter("always")
warnings.warn_explicit("careful", UserWarning, "file.py", 3)
print(repr(stream.getvalue()), logging.getLogger("py.warnings").handlers)
logging.captureWarnings(False)
stream.seek(0)
stream.truncate()
log.warn("old name")
print(stream.getvalue().count("\n"))

print("the end")


class Ending(logging.Handler):
    def flush(self):
        print("flush", self.name)

    def close(self):
        print("close", self.name)
        super().close()


first, second = Ending(), Ending()
first.name, second.name = "first", "second"
second.flushOnClose = False
sys.stderr = sys.__stderr__
