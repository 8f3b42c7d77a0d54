"""Styles of formats, formatters and filters.

Invariant: a style checks its format without looking at a record, so that a wrong one is found when it is made."""
import logging


# Styles.

class PercentStyle:
    """Formats of the form `%(name)s`."""

    __module__ = "logging"

    default_format = "%(message)s"
    asctime_format = "%(asctime)s"
    asctime_search = "%(asctime)"

    def __init__(self, fmt, *, defaults=None):
        self._fmt = fmt or self.default_format
        self._defaults = defaults

    def usesTime(self):
        """Whether the format asks for the time as text."""
        return self.asctime_search in self._fmt

    def validate(self):
        """Raises ValueError if the format has no field."""
        if not any(_is_percent_field(rest) for rest in self._fmt.split("%(")[1:]):
            raise ValueError(f"Invalid format '{self._fmt}' for '{self.default_format[0]}' style")

    def _values(self, record):
        return {**self._defaults, **record.__dict__} if self._defaults else record.__dict__

    def _format(self, record):
        return self._fmt % self._values(record)

    def format(self, record):
        """The record as text."""
        try:
            text = self._format(record)
        except KeyError as missing:
            problem = f"Formatting field not found in record: {missing}"
            raise ValueError(problem)
        else:
            return text


def _is_percent_field(rest):
    """Whether what follows `%(` is a name, flags, width, precision and a conversion."""
    name, closed, form = rest.partition(")")
    if not closed or not name.replace("_", "a").isalnum():
        return False
    form = _without_number(form.lstrip("#0+ -"))
    if form[:1] == ".":
        shorter = _without_number(form[1:])
        if shorter == form[1:]:
            return False
        form = shorter
    return form[:1].lower() in tuple("diouxefgcrsa%")


def _without_number(text):
    return text[1:] if text[:1] == "*" else text.lstrip("0123456789")


class StrFormatStyle(PercentStyle):
    """Formats of the form `{name}`."""

    __module__ = "logging"

    default_format = "{message}"
    asctime_format = "{asctime}"
    asctime_search = "{asctime"

    _SPECIFIER = r"(?i)^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$"
    _FIELD = r"^(\d+|\w+)(\.\w+|\[[^]]+\])*$"

    def _format(self, record):
        return self._fmt.format(**self._values(record))

    def validate(self):
        """Raises ValueError if the format has no field or a wrong one."""
        import re
        fields = 0
        try:
            for field, specifier, conversion in _brace_fields(self._fmt):
                if field:
                    if not re.match(self._FIELD, field):
                        raise ValueError(f"invalid field name/expression: {field!r}")
                    fields += 1
                if conversion and conversion not in "rsa":
                    raise ValueError(f"invalid conversion: {conversion!r}")
                if specifier and not re.match(self._SPECIFIER, specifier):
                    raise ValueError(f"bad specifier: {specifier!r}")
        except ValueError as error:
            raise ValueError(f"invalid format: {error}")
        if not fields:
            raise ValueError("invalid format: no fields")


def _brace_fields(fmt):
    """The replacement fields of a format as name, specifier and conversion."""
    at, end = 0, len(fmt)
    while at < end:
        char = fmt[at]
        at += 1
        if char not in "{}":
            continue
        if fmt[at:at + 1] == char:
            at += 1
            continue
        if char == "}" or at == end:
            raise ValueError(f"Single {char!r} encountered in format string")
        start, depth, bracket = at, 1, False
        while at < end and depth:
            char = fmt[at]
            bracket = char == "[" or bracket and char != "]"
            if not bracket:
                depth += (char == "{") - (char == "}")
            at += 1
        if depth:
            raise ValueError("expected '}' before end of string")
        yield _split_field(fmt[start:at - 1])


def _split_field(text):
    at, bracket = 0, False
    while at < len(text) and (bracket or text[at] not in "!:"):
        bracket = text[at] == "[" or bracket and text[at] != "]"
        at += 1
    name, rest = text[:at], text[at:]
    if rest[:1] != "!":
        return name, rest[1:], None
    if len(rest) < 2:
        raise ValueError("unmatched '{' in format spec")
    if rest[2:3] not in ("", ":"):
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[3:], rest[1]


class StringTemplateStyle(PercentStyle):
    """Formats of the form `$name` or `${name}`."""

    __module__ = "logging"

    default_format = "${message}"
    asctime_format = "${asctime}"
    asctime_search = "${asctime}"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        from string import Template
        self._tpl = Template(self._fmt)

    def usesTime(self):
        """Whether the format asks for the time as text."""
        return "$asctime" in self._fmt or self.asctime_search in self._fmt

    def validate(self):
        """Raises ValueError if the format has no field or a `$` that names none."""
        from string import Template
        fields = 0
        for found in Template.pattern.finditer(self._fmt):
            groups = found.groupdict()
            if groups["named"] or groups["braced"]:
                fields += 1
            elif found.group() == "$":
                raise ValueError("invalid format: bare '$' not allowed")
        if not fields:
            raise ValueError("invalid format: no fields")

    def _format(self, record):
        return self._tpl.substitute(**self._values(record))


_STYLES = {
    "%": (PercentStyle, "%(levelname)s:%(name)s:%(message)s"),
    "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
    "$": (StringTemplateStyle, "${levelname}:${name}:${message}"),
}


# Formatters.

def _local_time(seconds=None):
    from time import localtime
    return localtime(seconds)


class Formatter:
    """Makes text of records."""

    __module__ = "logging"

    converter = staticmethod(_local_time)
    default_time_format = "%Y-%m-%d %H:%M:%S"
    default_msec_format = "%s,%03d"

    def __init__(self, fmt=None, datefmt=None, style="%", validate=True, *, defaults=None):
        kind, _ = _STYLES.get(style, (None, None))
        if kind is None:
            raise ValueError(f"Style must be one of: {','.join(_STYLES)}")
        self.datefmt = datefmt
        self._style = chosen = kind(fmt, defaults=defaults)
        self._fmt = chosen._fmt
        if validate:
            chosen.validate()

    def formatTime(self, record, datefmt=None):
        """The time of a record as text."""
        from time import strftime
        parts = self.converter(record.created)
        if datefmt:
            return strftime(datefmt, parts)
        text = strftime(self.default_time_format, parts)
        return self.default_msec_format % (text, record.msecs) if self.default_msec_format else text

    def formatException(self, ei):
        """The traceback of an exception as text."""
        from traceback import format_exception
        return "".join(format_exception(ei[0], ei[1], ei[2])).removesuffix("\n")

    def formatStack(self, stack_info):
        """The text of a stack, for subclasses to change."""
        return stack_info

    def usesTime(self):
        """Whether the format asks for the time as text."""
        return self._style.usesTime()

    def formatMessage(self, record):
        """The line of a record alone."""
        return self._style.format(record)

    def format(self, record):
        """The line of a record, and below it its exception and stack."""
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        text = self.formatMessage(record)
        if record.exc_info and not record.exc_text:
            # Kept in the record for the next formatter.
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            text = _on_new_line(text, record.exc_text)
        if record.stack_info:
            text = _on_new_line(text, self.formatStack(record.stack_info))
        return text


def _on_new_line(text, more):
    return text + more if text.endswith("\n") else f"{text}\n{more}"


_defaultFormatter = Formatter()


class BufferingFormatter:
    """Makes one text of several records."""

    __module__ = "logging"

    def __init__(self, linefmt=None):
        self.linefmt = linefmt if linefmt else _defaultFormatter

    def formatHeader(self, records):
        """What stands before the records."""
        return ""

    def formatFooter(self, records):
        """What stands after the records."""
        return ""

    def format(self, records):
        """The records as text; nothing at all where there are none."""
        if not records:
            return ""
        lines = [self.linefmt.format(record) for record in records]
        return "".join([self.formatHeader(records), *lines, self.formatFooter(records)])


# Filters.

class Filter:
    """Lets through what comes from one logger or from those below it."""

    __module__ = "logging"

    def __init__(self, name=""):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        """Whether a record goes through."""
        return not self.nlen or record.name == self.name or record.name.startswith(self.name + ".")


class Filterer:
    """What has filters: loggers and handlers."""

    __module__ = "logging"

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        """Adds a filter, unless it is there."""
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        """Takes a filter away, if it is there."""
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        """The record, or another that a filter puts in its place; False if one keeps it back."""
        for one in self.filters:
            decide = one.filter if hasattr(one, "filter") else one
            answer = decide(record)
            if not answer:
                return False
            if isinstance(answer, logging.LogRecord):
                record = answer
        return record
