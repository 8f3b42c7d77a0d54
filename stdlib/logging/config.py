"""Configures logging from a dict or a file.

Invariant: while a dict is worked through, its containers are of the converting kinds, so that a value such as
`ext://sys.stdout` is looked up when it is first read, and stands in its container from then on."""
import logging
import sys

DEFAULT_LOGGING_CONFIG_PORT = 9030


def valid_ident(s):
    """True for a name; anything else is a ValueError."""
    if not (s.isascii() and s.isidentifier()):
        raise ValueError(f"Not a valid Python identifier: {s!r}")
    return True


def import_handlers():
    """The module `logging.handlers`, which a file's `class=handlers.…` means."""
    import logging.handlers
    return logging.handlers


def _reach(name, load):
    """The object of a dotted name; modules on the way are imported."""
    first, *rest = name.split(".")
    path, found = first, load(first)
    for part in rest:
        path = f"{path}.{part}"
        try:
            found = getattr(found, part)
        except AttributeError:
            load(path)
            found = getattr(found, part)
    return found


# Containers that convert what is read from them.

class ConvertingMixin:
    """Converts values on their way out."""

    def convert_with_key(self, key, value, replace=True):
        """The converted value, which is put in the place of the other one if that is wanted."""
        converted = self.configurator.convert(value)
        if converted is not value:
            if replace:
                self[key] = converted
            self._adopt(converted, key)
        return converted

    def convert(self, value):
        """The converted value."""
        converted = self.configurator.convert(value)
        if converted is not value:
            self._adopt(converted, None)
        return converted

    def _adopt(self, value, key):
        if isinstance(value, ConvertingMixin):
            value.parent = self
            value.key = key


class ConvertingDict(dict, ConvertingMixin):
    """A dict that converts its values."""

    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        """The converted value, or the converted default."""
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        """The converted value, which is taken out."""
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    """A list that converts its items."""

    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        """The converted item, which is taken out."""
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    """A tuple that converts its items."""

    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


_CONVERTING = {dict: ConvertingDict, list: ConvertingList, tuple: ConvertingTuple}


class BaseConfigurator:
    """Looks up what the values of a configuration stand for."""

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        """The object of a dotted name."""
        try:
            return _reach(s, self.importer)
        except ImportError as error:
            raise ValueError(f"Cannot resolve {s!r}: {error}") from error

    def ext_convert(self, value):
        """What `ext://name` stands for: an object of a module."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """What `cfg://name` stands for: another part of the configuration."""
        first = _word(value, 0)
        if not first:
            raise ValueError(f"Unable to convert {value!r}")
        found, at = self.config[value[:first].strip()], first
        while at < len(value):
            end = _word(value, at + 1) if value[at] == "." else _bracketed(value, at)
            if not end or end == at + 1:
                raise ValueError(f"Unable to convert {value!r} at {value[at:]!r}")
            if value[at] == ".":
                found = found[value[at + 1:end].strip()]
            else:
                found = _item(found, value[at + 1:end - 1])
                while value[end:end + 1].isspace():
                    end += 1
            at = end
        return found

    def convert(self, value):
        """The value itself, a container that converts, or what a text with a prefix stands for."""
        if isinstance(value, ConvertingMixin):
            return value
        for plain, converting in _CONVERTING.items():
            if isinstance(value, plain) and not (plain is tuple and hasattr(value, "_fields")):
                value = converting(value)
                value.configurator = self
                return value
        if isinstance(value, str):
            prefix, separator, rest = value.partition("://")
            if separator and prefix.isalpha() and prefix.islower() and prefix in self.value_converters:
                return getattr(self, self.value_converters[prefix])(rest)
        return value

    def configure_custom(self, config):
        """Calls the factory that stands under `()` with the rest, and sets the attributes that stand under `.`."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        made = factory(**{key: config[key] for key in config if key != "." and valid_ident(key)})
        _set_attributes(made, config)
        return made

    def as_tuple(self, value):
        """A list as a tuple."""
        return tuple(value) if isinstance(value, list) else value


def _word(text, start):
    """Where a word that begins there ends, blanks around it; `start` itself if there is none."""
    at = start
    while at < len(text) and text[at].isspace():
        at += 1
    first = at
    while at < len(text) and (text[at].isalnum() or text[at] == "_"):
        at += 1
    if at == first:
        return start
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _bracketed(text, start):
    """Where an index in brackets that begins there ends; 0 if there is none."""
    end = text.find("]", start) if text[start] == "[" else -1
    return 0 if end < 0 or "[" in text[start + 1:end] else end + 1


def _item(container, index):
    if index.isdigit():
        try:
            return container[int(index)]
        except TypeError:
            pass
    return container[index]


def _set_attributes(made, config):
    for name, value in (config.pop(".", None) or {}).items():
        setattr(made, name, value)


class DictConfigurator(BaseConfigurator):
    """Configures logging from a dict."""

    def configure(self):
        """Does what the dict says."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        with logging._lock:
            if config.pop("incremental", False):
                self._change(config)
            else:
                self._begin_anew(config)

    def _change(self, config):
        """Changes levels of what is there."""
        handlers = config.get("handlers", {})
        for name in handlers:
            handler = logging.getHandlerByName(name)
            if handler is None:
                raise ValueError(f"No handler found with name {name!r}")
            try:
                level = handlers[name].get("level", None)
                if level:
                    handler.setLevel(logging._checkLevel(level))
            except Exception as error:
                raise ValueError(f"Unable to configure handler {name!r}") from error
        self._each_logger(config, incremental=True)
        self._root(config, incremental=True)

    def _begin_anew(self, config):
        disable_existing = config.pop("disable_existing_loggers", True)
        _clear_handlers()
        for kind, make in (("formatter", self.configure_formatter), ("filter", self.configure_filter)):
            entries = config.get(kind + "s", {})
            for name in entries:
                try:
                    entries[name] = make(entries[name])
                except Exception as error:
                    raise ValueError(f"Unable to configure {kind} {name!r}") from error
        self._each_handler(config.get("handlers", {}))
        existing = _Existing(disable_existing)
        for name in config.get("loggers", {}):
            existing.keep(name)
        self._each_logger(config, incremental=False)
        existing.settle()
        self._root(config, incremental=False)

    def _each_handler(self, handlers):
        waiting = self._handlers_of(handlers, sorted(handlers), last=False)
        self._handlers_of(handlers, waiting, last=True)

    def _handlers_of(self, handlers, names, last):
        """Makes handlers; returns the names of those that wait for another one."""
        waiting = []
        for name in names:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as error:
                if not last and " not configured yet" in str(error.__cause__):
                    waiting.append(name)
                    continue
                raise ValueError(f"Unable to configure handler {name!r}") from error
        return waiting

    def _each_logger(self, config, incremental):
        loggers = config.get("loggers", {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], incremental)
            except Exception as error:
                raise ValueError(f"Unable to configure logger {name!r}") from error

    def _root(self, config, incremental):
        root = config.get("root", None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as error:
                raise ValueError("Unable to configure root logger") from error

    def configure_formatter(self, config):
        """Makes a formatter."""
        if "()" in config:
            wanted = config["()"]
            try:
                return self.configure_custom(config)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                # The name that the argument has in a configuration isn't the one that the class has for it.
                config["fmt"] = config.pop("format")
                config["()"] = wanted
                return self.configure_custom(config)
        cls = config.get("class", None)
        cls = _reach(cls, __import__) if cls else logging.Formatter
        options = {"defaults": config["defaults"]} if "defaults" in config else {}
        if "validate" in config:
            options["validate"] = config["validate"]
        return cls(config.get("format", None), config.get("datefmt", None), config.get("style", "%"), **options)

    def configure_filter(self, config):
        """Makes a filter."""
        return self.configure_custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Adds filters, by their names or as they are."""
        for one in filters:
            try:
                filterer.addFilter(one if callable(one) or callable(getattr(one, "filter", None))
                                   else self.config["filters"][one])
            except Exception as error:
                raise ValueError(f"Unable to add filter {one!r}") from error

    def configure_handler(self, config):
        """Makes a handler."""
        untouched = dict(config)
        formatter = config.get("formatter", None)
        if formatter:
            try:
                formatter = self.config["formatters"][formatter]
            except Exception as error:
                raise ValueError(f"Unable to set formatter {formatter!r}") from error
        config.pop("formatter", None)
        level, filters = config.pop("level", None), config.pop("filters", None)
        if "()" in config:
            make = config.pop("()")
            if not callable(make):
                make = self.resolve(make)
        else:
            make = config.pop("class", None)
            if not callable(make):
                make = self.resolve(make)
            try:
                self._prepare(make, config)
            except ValueError:
                # It may be tried once more when the others are there.
                config.update(untouched)
                raise
        arguments = {key: config[key] for key in config if key != "." and valid_ident(key)}
        handler = (_queue_handler if _is_queue_handler(make) else _call)(make, arguments)
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        _set_attributes(handler, config)
        return handler

    def _prepare(self, make, config):
        """Puts objects in the place of names in the arguments of the handlers that take objects."""
        if not isinstance(make, type):
            return
        handlers = sys.modules.get("logging.handlers")
        if handlers is None:
            return
        if issubclass(make, handlers.MemoryHandler):
            if "flushLevel" in config:
                config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            if "target" in config:
                config["target"] = self._other_handler(config["target"], "target")
        elif _is_queue_handler(make):
            self._prepare_queue(config, handlers)

    def _other_handler(self, name, what):
        try:
            handler = self.config["handlers"][name]
            if not isinstance(handler, logging.Handler):
                raise TypeError(f"{what}{' handler' * (what == 'required')} not configured yet")
            return handler
        except Exception as error:
            raise ValueError(f"Unable to set {what} handler {name!r}") from error

    def _prepare_queue(self, config, handlers):
        wanted = queue = config.get("queue", None)
        if isinstance(queue, str):
            config["queue"], wanted = self.resolve(queue)(), None
        elif isinstance(queue, dict):
            queue = self.configure_custom(dict(queue)) if "()" in queue else None
        if wanted is not None:
            if not all(callable(getattr(queue, name, None)) for name in ("put_nowait", "get")):
                raise TypeError(f"Invalid queue specifier {wanted!r}")
            config["queue"] = queue
        wanted = listener = config.get("listener", None)
        if isinstance(listener, str):
            listener = self.resolve(listener)
        elif isinstance(listener, dict) and "()" in listener:
            listener = self.configure_custom(dict(listener))
        if wanted is not None:
            # A class is one of listeners; only what a name or a factory leads to may be another function.
            listens = issubclass(listener, handlers.QueueListener) if isinstance(listener, type) else (
                callable(listener) and isinstance(wanted, (str, dict)))
            if not listens:
                raise TypeError(f"Invalid listener specifier {wanted!r}")
            config["listener"] = listener
        if "handlers" in config:
            config["handlers"] = [self._other_handler(name, "required") for name in config["handlers"]]

    def add_handlers(self, logger, handlers):
        """Adds handlers to a logger, by their names."""
        known = self.config.get("handlers", {})
        for name in handlers:
            try:
                handler = known[name]
                logger.addHandler(handler)
            except Exception as error:
                raise ValueError(f"Unable to add handler {name!r}") from error

    def common_logger_config(self, logger, config, incremental=False):
        """What the root logger and the others have in common."""
        if (level := config.get("level", None)) is not None:
            logger.setLevel(level)
        if not incremental:
            for old in tuple(logger.handlers):
                logger.removeHandler(old)
            self.add_handlers(logger, config.get("handlers", None) or ())
            self.add_filters(logger, config.get("filters", None) or ())

    def configure_logger(self, name, config, incremental=False):
        """Configures a logger."""
        chosen = logging.getLogger(name)
        self.common_logger_config(chosen, config, incremental)
        upwards = config.get("propagate", None)
        chosen.propagate = chosen.propagate if upwards is None else upwards
        chosen.disabled = False

    def configure_root(self, config, incremental=False):
        """Configures the root logger."""
        self.common_logger_config(logging.getLogger(), config, incremental)


def _call(make, arguments):
    """Makes a handler; one that knows its stream by the old name of the argument gets it by that."""
    try:
        return make(**arguments)
    except TypeError as error:
        if "'stream'" not in str(error):
            raise
    arguments["strm"] = arguments.pop("stream")
    handler = make(**arguments)
    import warnings
    warnings.warn("Support for custom logging handlers with the 'strm' argument is deprecated and scheduled for "
                  "removal in Python 3.16. Define handlers with the 'stream' argument instead.", DeprecationWarning,
                  stacklevel=2)
    return handler


def _is_queue_handler(make):
    handlers = sys.modules.get("logging.handlers")
    return handlers is not None and isinstance(make, type) and issubclass(make, handlers.QueueHandler)


def _queue_handler(make, arguments):
    """Makes a handler and the listener at the other end of its queue."""
    from logging.handlers import QueueListener
    queue, listen = arguments.pop("queue", None), arguments.pop("listener", None) or QueueListener
    others = arguments.pop("handlers", ())
    options = {"respect_handler_level": arguments.pop("respect_handler_level", False)}
    if queue is None:
        from queue import Queue
        queue = Queue()
    handler = make(queue, **arguments)
    if others:
        handler.listener = listen(queue, *others, **options)
    return handler


class _Existing:
    """The loggers that were there before, and what becomes of those that a configuration doesn't name."""

    def __init__(self, disable):
        self.loggers = logging.root.manager.loggerDict
        self.disable = disable
        self.left = set(self.loggers)
        self.below = set()

    def keep(self, name):
        """Notes that a logger is named, and that those below it go on."""
        if name in self.left:
            self.left.discard(name)
        self.below.discard(name)
        prefix = name + "."
        self.below.update(other for other in self.left if other.startswith(prefix))

    def settle(self):
        """Resets what is below a named logger, and disables the rest if that is wanted."""
        for name in self.left:
            logger = self.loggers[name]
            if name not in self.below:
                logger.disabled = self.disable
            elif not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True


def _clear_handlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Configures logging from a dict."""
    dictConfigClass(config).configure()


# Files.

def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Configures logging from a file of sections."""
    import_handlers()
    parser = _parsed(fname, defaults, encoding)
    formatters = {name: _file_formatter(parser, f"formatter_{name}") for name in _names(parser, "formatters")}
    with logging._lock:
        _clear_handlers()
        handlers = _file_handlers(parser, formatters)
        _file_loggers(parser, handlers, disable_existing_loggers)


def _parsed(fname, defaults, encoding):
    import configparser
    import os
    if isinstance(fname, configparser.RawConfigParser):
        return fname
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f"{fname} is an empty file")
    try:
        parser = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            parser.read_file(fname)
        else:
            from io import text_encoding
            parser.read(fname, encoding=text_encoding(encoding))
    except configparser.ParsingError as error:
        raise RuntimeError(f"{fname} is invalid: {error}")
    return parser


def _names(parser, section):
    return [name.strip() for name in parser[section]["keys"].split(",") if name.strip()]


def _listed(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def _file_formatter(parser, section):
    def get(key, default=None):
        return parser.get(section, key, raw=True, fallback=default)

    cls = parser[section].get("class")
    cls = _reach(cls, __import__) if cls else logging.Formatter
    defaults = get("defaults")
    options = {"defaults": eval(defaults, vars(logging))} if defaults is not None else {}
    return cls(get("format"), get("datefmt"), get("style", "%"), **options)


def _file_handlers(parser, formatters):
    made, targets = {}, {}
    names = vars(logging)
    for name in _names(parser, "handlers"):
        section = parser[f"handler_{name}"]
        try:
            cls = eval(section["class"], names)
        except (AttributeError, NameError):
            cls = _reach(section["class"], __import__)
        handler = cls(*eval(section.get("args", "()"), names), **eval(section.get("kwargs", "{}"), names))
        handler.name = name
        if "level" in section:
            handler.setLevel(section["level"])
        if section.get("formatter"):
            handler.setFormatter(formatters[section["formatter"]])
        if hasattr(handler, "setTarget") and section.get("target"):
            targets[handler] = section["target"]
        made[name] = handler
    for handler, target in targets.items():
        handler.setTarget(made[target])
    return made


def _file_loggers(parser, handlers, disable_existing):
    names = _names(parser, "loggers")
    names.remove("root")
    root = logging.root
    _configure_from(root, parser["logger_root"], handlers)
    existing = _Existing(disable_existing)
    for name in names:
        section = parser[f"logger_{name}"]
        qualified = section["qualname"]
        existing.keep(qualified)
        logger = logging.getLogger(qualified)
        _configure_from(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
    existing.settle()


def _configure_from(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _listed(section.get("handlers", "")):
        logger.addHandler(handlers[name])
