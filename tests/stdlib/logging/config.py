# Configuration from a dict.
# collections: as usual
import io
import logging
import logging.config
import logging.handlers
import sys

OUT = io.StringIO()


def attempt(config):
    config = {"version": 1, **config}
    try:
        logging.config.dictConfig(config)
        print("ok")
    except Exception as error:
        while error:
            print(type(error).__name__, error, end="; ")
            error = error.__cause__
        print()


def handler(**changes):
    return {"handlers": {"h": {"class": "logging.StreamHandler", **changes}}}


for config in ({"version": 2}, {"version": None}):
    attempt(config)
try:
    logging.config.dictConfig({})
except ValueError as error:
    print(error)

print("formatters")
for formatter in ({"format": "zork"}, {"format": "zork", "validate": False}, {"class": "no.such"}, {"()": "no.such"}, {},
                  {"()": "logging.Formatter", "fmt": "%(message)s"}, {"()": "logging.Formatter", "format": "%(message)s"},
                  {"()": logging.Formatter, "fmt": "%(message)s", ".": {"tag": 1}}, {"format": "{message}", "style": "{", "datefmt": "%Y"},
                  {"format": "%(x)s", "defaults": {"x": 1}}, {"()": "logging.Formatter", ".x": 3}):
    attempt({"formatters": {"f": formatter}})
print("filters")
for one in ({"name": "x"}, {}, {"()": 3}, {"()": lambda **k: k, "a": 1}):
    attempt({"filters": {"f": one}})
print("handlers")
for changes in ({"level": "ZZ"}, {"class": "nope"}, {"class": "logging.Nope"}, {"formatter": "q"}, {"filters": ["q"]}, {"zork": 1},
                {"stream": "ext://sys.stdout", ".": {"terminator": "!"}}, {"stream": "ext://sys.nope"}, {"stream": "ext://nope.x"},
                {"filters": [lambda record: True]}, {"class": logging.NullHandler}):
    attempt(handler(**changes))
attempt({"handlers": {"h": {}}})
print("links")
for link in ("b.c[0]", "b.d", "b.e[x]", "b.e.x", "b..c", "", "b.e[x]y", "b.f[0][k]"):
    attempt({**handler(stream="cfg://" + link), "b": {"c": [OUT], "e": {"x": OUT}, "f": ({"k": OUT},)}})
print("targets")
memory = {"class": "logging.handlers.MemoryHandler", "capacity": 3}
attempt({"handlers": {"a": {**memory, "target": "z", "flushLevel": "INFO"}, "z": {"class": "logging.StreamHandler"}}})
print(logging.getHandlerByName("a").target is logging.getHandlerByName("z"), logging.getHandlerByName("a").flushLevel)
attempt({"handlers": {"a": {**memory, "target": "nope"}}})
attempt({"handlers": {"a": {**memory, "target": "b"}, "b": {**memory, "target": "a"}}})
print("loggers")
for part in ({"loggers": {"a": {"level": "NO"}}}, {"loggers": {"a": {"handlers": ["x"]}}}, {"loggers": {"a": {"filters": ["x"]}}},
             {"loggers": {"a": 3}}, {"root": {"level": "NO"}}, {"root": {"handlers": ["q"]}}):
    attempt(part)
print("incremental")
attempt(handler())
for part in ({"handlers": {"nope": {"level": 3}}}, {"handlers": {"h": {"level": "ERROR"}}}, {"loggers": {"a": {"level": "NO"}}},
             {"root": {"level": "NO"}}, {"loggers": {"a": {"level": "INFO", "propagate": False}}, "root": {"level": "ERROR"}}):
    attempt({"incremental": True, **part})
print(logging.root.level, logging.getLogger("a").level, logging.getLogger("a").propagate, logging.getHandlerByName("h").level)

print("existing loggers")
existing, named, below = logging.getLogger("exist"), logging.getLogger("named"), logging.getLogger("named.sub")
below.setLevel(10)
below.propagate = False
below.addHandler(logging.NullHandler())
attempt({"loggers": {"named": {"level": "INFO", "propagate": False}}})
print(existing.disabled, named.disabled, below.disabled, below.level, below.propagate, below.handlers, named.propagate)
attempt({"disable_existing_loggers": False, "loggers": {"exist": {}}})
print(existing.disabled, named.disabled)

print("a whole one")
attempt({
    "formatters": {"brief": {"format": "%(levelname)s %(message)s"}, "full": {"format": "{name}/{levelname}: {message}", "style": "{"}},
    "filters": {"quiet": {"()": "logging.Filter", "name": "app"}},
    "handlers": {
        "out": {"class": "logging.StreamHandler", "formatter": "brief", "stream": OUT, "level": "INFO"},
        "app": {"class": "logging.StreamHandler", "formatter": "full", "filters": ["quiet"], "stream": OUT},
    },
    "loggers": {"app.db": {"level": "DEBUG", "handlers": ["app"]}},
    "root": {"level": "WARNING", "handlers": ["out", "app"]},
})
logging.getLogger("app.db").debug("query")
logging.getLogger("other").warning("other")
logging.getLogger("other").info("unseen")
print(OUT.getvalue(), end="")

print("tools")
for text in ("a", "a_1", "1a", "a b", "", ".a"):
    try:
        print(logging.config.valid_ident(text))
    except ValueError as error:
        print(error)
base = logging.config.BaseConfigurator({"a": {"b": [1, {"c": "cfg://x"}]}, "x": 5, "t": ("ext://sys.maxsize", 2)})
print(base.convert("cfg://a.b[1].c"), base.config["a"]["b"][1]["c"], base.config["t"][0] == sys.maxsize, type(base.config["t"]).__name__)
print(base.as_tuple([1]), base.as_tuple(3), base.convert("foo://x"), base.config["a"].get("b"), base.config["a"].pop("b"), base.config["a"])
for action in (lambda: base.convert("cfg://nope"), lambda: base.convert("cfg://a?"), lambda: base.resolve("nope.x"), lambda: base.resolve("sys.x.y")):
    try:
        action()
    except (KeyError, ValueError) as error:
        print(repr(error))
print(base.configure_custom({"()": "logging.Filter", "name": "n", ".": {"more": 4}}).more, logging.config.dictConfigClass.__name__)
