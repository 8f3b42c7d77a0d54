# Loggers: levels, the tree, handlers on the way up, filters, adapters.
import copy
import logging
import sys


class Keep(logging.Handler):
    def __init__(self, name, level=0):
        super().__init__(level)
        self.label = name

    def emit(self, record):
        print(f"{self.label}: {record.name} {record.levelname} {record.getMessage()}")


def attempt(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


print(logging.__all__)
print(logging.root, logging.getLogger() is logging.root, logging.getLogger("root") is logging.root, logging.getLogger("") is logging.root)
print(logging.getLogger("a.b.c"), logging.getLogger("a.b.c").parent, type(logging.root.manager.loggerDict["a"]).__name__)
leaf = logging.getLogger("a.b.c")
middle = logging.getLogger("a.b")
print(leaf.parent is middle, middle.parent is logging.root)
top = logging.getLogger("a")
other = logging.getLogger("ab.c")
print(leaf.parent is middle, middle.parent is top, top.parent is logging.root, other.parent is logging.root)
print(top.getChild("b") is middle, logging.root.getChild("a.b") is middle, sorted(l.name for l in top.getChildren()),
      sorted(l.name for l in logging.root.getChildren()))
attempt(lambda: logging.getLogger(3))
attempt(lambda: logging.Manager(logging.root).getLogger(b"x"))

print("levels")
for level in (10, "INFO", 11, "x", 0, "WARN", True):
    attempt(lambda: logging.getLevelName(level))
for level in ("nope", 1.5, None, "DEBUG", 35, True):
    attempt(lambda: (leaf.setLevel(level), leaf.level, leaf))
leaf.setLevel(0)
print(logging.getLevelNamesMapping())
logging.addLevelName(25, "NOTE")
print(logging.getLevelName(25), logging.getLevelName("NOTE"), logging.getLevelNamesMapping()["NOTE"])
print([leaf.isEnabledFor(level) for level in (10, 20, 25, 30, 40)], leaf.getEffectiveLevel())
top.setLevel("NOTE")
print([leaf.isEnabledFor(level) for level in (10, 20, 25, 30, 40)], leaf.getEffectiveLevel(), leaf)
logging.disable(30)
print([leaf.isEnabledFor(level) for level in (10, 25, 30, 40)], logging.root.manager.disable)
logging.disable()
print(leaf.isEnabledFor(50), leaf.isEnabledFor(51))
logging.disable(logging.NOTSET)
attempt(lambda: logging.disable("nope"))
leaf.disabled = True
print(leaf.isEnabledFor(50))
leaf.disabled = False
print(leaf.isEnabledFor(50))

print("on the way up")
logging.root.addHandler(Keep("root", logging.ERROR))
top.addHandler(Keep("top"))
top.addHandler(top.handlers[0])
leaf.addHandler(Keep("leaf", "WARNING"))
leaf.log(25, "note %d", 1)
leaf.warning("two %s and %s", "a", "b")
leaf.error("one mapping %(x)s", {"x": 5})
leaf.critical("percent % alone")
leaf.fatal("fatal")
leaf.debug("not seen %s")
middle.propagate = False
leaf.error("stops in the middle")
print(leaf.hasHandlers(), middle.hasHandlers(), middle.handlers, other.hasHandlers())
middle.propagate = True
leaf.removeHandler(leaf.handlers[0])
leaf.removeHandler(logging.root.handlers[0])
leaf.info("too low")
attempt(lambda: leaf.log("40", "x"))
logging.raiseExceptions = False
attempt(lambda: leaf.log("40", "x"))
logging.raiseExceptions = True

print("filters")
only = logging.Filter("a.b")
for name in ("a", "a.b", "a.b.c", "a.bc"):
    print(name, only.filter(logging.LogRecord(name, 10, "", 1, "", (), None)))
leaf.addFilter(lambda record: "secret" not in record.getMessage())
leaf.addFilter(leaf.filters[0])
leaf.error("a secret")
leaf.error("no se-cret")


class Mask(logging.Filter):
    def filter(self, record):
        changed = copy.copy(record)
        changed.msg = changed.msg.replace("card", "****")
        return changed


top.handlers[0].addFilter(Mask())
leaf.error("my card")
print(len(leaf.filters))
leaf.removeFilter(leaf.filters[0])
leaf.removeFilter(print)
leaf.error("a secret card")

print("adapters")
adapter = logging.LoggerAdapter(leaf, {"user": "me"})
adapter.error("with %s", "extra")
print(adapter, adapter.name, adapter.isEnabledFor(10), adapter.getEffectiveLevel(), adapter.hasHandlers(), adapter.manager is leaf.manager)
print(adapter.process("m", {"extra": {"q": 1}}), logging.LoggerAdapter(leaf).process("m", {}))
print(logging.LoggerAdapter(leaf, {"x": 1}, merge_extra=True).process("m", {"extra": {"q": 1}}))
adapter.setLevel(logging.CRITICAL)
adapter.error("not seen")
print(leaf.level)
leaf.setLevel(0)


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra}] {msg}", kwargs


Prefix(leaf, "p").warning("prefixed %s", 1)
Prefix(Prefix(leaf, "inner"), "outer").error("twice")

print("classes")


class MyLogger(logging.Logger):
    def isEnabledFor(self, level):
        return level == 10

    def trace(self, msg, *args):
        self._log(5, msg, args)


attempt(lambda: logging.setLoggerClass(int))
logging.setLoggerClass(MyLogger)
mine = logging.getLogger("a.mine")
print(mine, logging.getLoggerClass().__name__, type(logging.getLogger("a")).__name__)
mine.debug("by its own rule")
mine.error("not")
mine.debug("again")
mine.trace("low")
logging.setLoggerClass(logging.Logger)
print(type(logging.getLogger("a.usual")).__name__)
attempt(lambda: logging.Handler().emit(None))
attempt(lambda: logging.Handler("zz"))
print(logging.Handler(30), logging.NullHandler(), logging.NullHandler().handle(None))
