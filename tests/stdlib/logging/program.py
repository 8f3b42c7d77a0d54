# A small service that logs as services do: a dict configuration, a logger per module, context, a ring of recent records.
import contextlib
import io
import json
import logging
import logging.config
import logging.handlers

OUT = io.StringIO()


class JsonFormatter(logging.Formatter):
    def format(self, record):
        entry = {"level": record.levelname.lower(), "logger": record.name, "message": record.getMessage()}
        entry.update({key: value for key, value in vars(record).items() if key.startswith("ctx_")})
        if record.exc_info:
            entry["error"] = repr(record.exc_info[1])
        return json.dumps(entry, sort_keys=True)


class Context(logging.Filter):
    """Adds what is known about the request that is being served."""

    def __init__(self, **defaults):
        super().__init__()
        self.stack = [defaults]

    def filter(self, record):
        for layer in self.stack:
            for key, value in layer.items():
                setattr(record, "ctx_" + key, value)
        return True

    @contextlib.contextmanager
    def having(self, **values):
        self.stack.append(values)
        try:
            yield
        finally:
            self.stack.pop()


class Recent(logging.Handler):
    def __init__(self, size):
        super().__init__()
        self.size, self.lines = size, []

    def emit(self, record):
        self.lines.append(self.format(record))
        del self.lines[:-self.size]


context = Context(app="shop")
logging.config.dictConfig({
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"context": {"()": lambda: context}},
    "formatters": {"json": {"()": JsonFormatter}, "line": {"format": "%(name)s [%(levelname).1s] %(message)s"}},
    "handlers": {
        "json": {"class": "logging.StreamHandler", "stream": OUT, "formatter": "json", "filters": ["context"]},
        "recent": {"()": Recent, "size": 2, "formatter": "line"},
    },
    "loggers": {"shop": {"level": "INFO"}, "shop.noisy": {"level": "ERROR"}},
    "root": {"level": "WARNING", "handlers": ["json", "recent"]},
})
orders = logging.getLogger("shop.orders")
noisy = logging.getLogger("shop.noisy")


def serve(number):
    with context.having(request=number):
        orders.info("order %d", number)
        noisy.warning("never seen")
        if number == 2:
            try:
                raise KeyError("no stock")
            except KeyError:
                orders.exception("order %d failed", number)


for number in (1, 2):
    serve(number)
logging.getLogger("library").info("too low for others")
logging.getLogger("library").warning("library says")
print(OUT.getvalue(), end="")
print(logging.getHandlerByName("recent").lines[0].splitlines()[0])
print(len(logging.getHandlerByName("recent").lines))
print(orders.isEnabledFor(logging.DEBUG), noisy.getEffectiveLevel(), [handler.name for handler in logging.root.handlers])
