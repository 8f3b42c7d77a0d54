"""One option: what it is called, what it takes and what it does; the values; the errors.

Invariant: an option that was made is whole: its action fits its type, and it knows where its value goes.
"""

NO_DEFAULT = "NO", "DEFAULT"
SUPPRESS_HELP = "SUPPRESSHELP"
SUPPRESS_USAGE = "SUPPRESSUSAGE"


class OptParseError(Exception):
    """What goes wrong with options."""

    __module__ = "optparse"

    def __init__(self, msg):
        self.msg = msg

    def __str__(self):
        return self.msg


class OptionError(OptParseError):
    """An option is declared wrongly."""

    __module__ = "optparse"

    def __init__(self, msg, option):
        self.msg = msg
        self.option_id = str(option)

    def __str__(self):
        return f"option {self.option_id}: {self.msg}" if self.option_id else self.msg


class OptionConflictError(OptionError):
    """An option is called like another one."""

    __module__ = "optparse"


class OptionValueError(OptParseError):
    """A value on the command line is wrong."""

    __module__ = "optparse"


class BadOptionError(OptParseError):
    """There is no such option."""

    __module__ = "optparse"

    def __init__(self, opt_str):
        self.opt_str = opt_str

    def __str__(self):
        return f"no such option: {self.opt_str}"


class AmbiguousOptionError(BadOptionError):
    """A short form fits several options."""

    __module__ = "optparse"

    def __init__(self, opt_str, possibilities):
        super().__init__(opt_str)
        self.possibilities = possibilities

    def __str__(self):
        return f"ambiguous option: {self.opt_str} ({', '.join(self.possibilities)}?)"


def _integer(text):
    # As in C: 0x, 0b, and a 0 for octal.
    start = text[:2].lower()
    if start == "0x":
        return int(text, 16)
    if start == "0b":
        return int(text[2:] or "0", 2)
    return int(text, 8 if text[:1] == "0" else 10)


_CONVERSIONS = {"int": (_integer, "integer"), "long": (_integer, "integer"), "float": (float, "floating-point"),
                "complex": (complex, "complex")}


def check_builtin(option, opt, value):
    """A number from its text."""
    convert, what = _CONVERSIONS[option.type]
    try:
        return convert(value)
    except ValueError:
        raise OptionValueError(f"option {opt}: invalid {what} value: {value!r}")


def check_choice(option, opt, value):
    """One of the choices."""
    if value in option.choices:
        return value
    known = ", ".join(f"{choice!r}" for choice in option.choices)
    raise OptionValueError(f"option {opt}: invalid choice: {value!r} (choose from {known})")


class Values:
    """The values of the options, as attributes."""

    __module__ = "optparse"
    __hash__ = None

    def __init__(self, defaults=None):
        vars(self).update(defaults or {})

    def __str__(self):
        return str(vars(self))

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def __eq__(self, other):
        if isinstance(other, Values):
            return vars(self) == vars(other)
        return vars(self) == other if isinstance(other, dict) else NotImplemented

    def _take(self, found, mode):
        if mode not in ("careful", "loose"):
            raise ValueError(f"invalid update mode: {mode!r}")
        for name, value in found.items():
            if mode == "loose" or value is not None and hasattr(self, name):
                setattr(self, name, value)

    def read_module(self, modname, mode="careful"):
        """Take values from a module."""
        import sys
        __import__(modname)
        self._take(vars(sys.modules[modname]), mode)

    def read_file(self, filename, mode="careful"):
        """Take values from a file of Python."""
        found = {}
        with open(filename) as file:
            exec(file.read(), found)
        self._take(found, mode)

    def ensure_value(self, attr, value):
        """The value of an attribute, which becomes the given one if it is not there or None."""
        if getattr(self, attr, None) is None:
            setattr(self, attr, value)
        return getattr(self, attr)


class Option:
    """An option."""

    __module__ = "optparse"
    ATTRS = ["action", "type", "dest", "default", "nargs", "const", "choices", "callback", "callback_args",
             "callback_kwargs", "help", "metavar"]
    STORE_ACTIONS = ("store", "store_const", "store_true", "store_false", "append", "append_const", "count")
    ACTIONS = STORE_ACTIONS + ("callback", "help", "version")
    TYPED_ACTIONS = ("store", "append", "callback")
    ALWAYS_TYPED_ACTIONS = ("store", "append")
    CONST_ACTIONS = ("store_const", "append_const")
    TYPES = ("string", "int", "long", "float", "complex", "choice")
    TYPE_CHECKER = {"int": check_builtin, "long": check_builtin, "float": check_builtin, "complex": check_builtin,
                    "choice": check_choice}
    CHECK_METHODS = None

    def __init__(self, *opts, **attrs):
        self._short_opts, self._long_opts = [], []
        names = [opt for opt in opts if opt]
        if not names:
            raise TypeError("at least one option string must be supplied")
        for name in names:
            self._add_name(name)
        for attribute in self.ATTRS:
            setattr(self, attribute, attrs.pop(attribute, NO_DEFAULT if attribute == "default" else None))
        if attrs:
            raise OptionError(f"invalid keyword arguments: {', '.join(sorted(attrs))}", self)
        self._complete_type()
        self._complete_place()
        self._check_rest()
        for check in self.CHECK_METHODS or ():
            check(self)

    def _add_name(self, name):
        if len(name) < 2:
            fault, demand = "", "must be at least two characters long"
        elif len(name) == 2:
            fault, demand = "short ", "must be of the form -x, (x any non-dash char)"
            if name[0] == "-" != name[1]:
                return self._short_opts.append(name)
        else:
            fault, demand = "long ", "must start with --, followed by non-dash"
            if name.startswith("--") and name[2] != "-":
                return self._long_opts.append(name)
        raise OptionError(f"invalid {fault}option string {name!r}: {demand}", self)

    def _complete_type(self):
        if self.action is None:
            self.action = "store"
        elif self.action not in self.ACTIONS:
            raise OptionError(f"invalid action: {self.action!r}", self)
        if self.type is None:
            if self.action in self.ALWAYS_TYPED_ACTIONS:
                self.type = "string" if self.choices is None else "choice"
            return
        if isinstance(self.type, type):
            self.type = self.type.__name__
        if self.type == "str":
            self.type = "string"
        if self.type not in self.TYPES:
            raise OptionError(f"invalid option type: {self.type!r}", self)
        if self.action not in self.TYPED_ACTIONS:
            raise OptionError(f"must not supply a type for action {self.action!r}", self)

    def _complete_place(self):
        if self.type == "choice":
            if self.choices is None:
                raise OptionError("must supply a list of choices for type 'choice'", self)
            if not isinstance(self.choices, (tuple, list)):
                kind = str(type(self.choices)).split("'")[1]
                raise OptionError(f"choices must be a list of strings ({kind!r} supplied)", self)
        elif self.choices is not None:
            raise OptionError(f"must not supply choices for type {self.type!r}", self)
        if self.dest is None and (self.action in self.STORE_ACTIONS or self.type is not None):
            self.dest = self._long_opts[0][2:].replace("-", "_") if self._long_opts else self._short_opts[0][1]

    def _check_rest(self):
        if self.action not in self.CONST_ACTIONS and self.const is not None:
            raise OptionError(f"'const' must not be supplied for action {self.action!r}", self)
        if self.action in self.TYPED_ACTIONS:
            if self.nargs is None:
                self.nargs = 1
        elif self.nargs is not None:
            raise OptionError(f"'nargs' must not be supplied for action {self.action!r}", self)
        if self.action == "callback":
            self._check_callback()
            return
        if self.callback is not None:
            raise OptionError(f"callback supplied ({self.callback!r}) for non-callback option", self)
        for name in "callback_args", "callback_kwargs":
            if getattr(self, name) is not None:
                raise OptionError(f"{name} supplied for non-callback option", self)

    def _check_callback(self):
        if not callable(self.callback):
            raise OptionError(f"callback not callable: {self.callback!r}", self)
        for name, kind in ("callback_args", tuple), ("callback_kwargs", dict):
            value = getattr(self, name)
            if value is not None and not isinstance(value, kind):
                raise OptionError(f"{name}, if supplied, must be a {kind.__name__}: not {value!r}", self)

    def __str__(self):
        return "/".join(self._short_opts + self._long_opts)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}: {self}>"

    def takes_value(self):
        """Whether a value has to follow."""
        return self.type is not None

    def get_opt_string(self):
        """The first long name; the first one if there is none."""
        return (self._long_opts or self._short_opts)[0]

    def check_value(self, opt, value):
        """One value from its text."""
        check = self.TYPE_CHECKER.get(self.type)
        return value if check is None else check(self, opt, value)

    def convert_value(self, opt, value):
        """All values from their texts."""
        if value is not None and self.nargs != 1:
            return tuple([self.check_value(opt, each) for each in value])
        return value if value is None else self.check_value(opt, value)

    def process(self, opt, value, values, parser):
        """Do what the option is for."""
        return self.take_action(self.action, self.dest, opt, self.convert_value(opt, value), values, parser)

    def take_action(self, action, dest, opt, value, values, parser):
        """Do what an action is."""
        if action in ("store", "store_const", "store_true", "store_false"):
            stored = {"store": value, "store_const": self.const, "store_true": True, "store_false": False}
            setattr(values, dest, stored[action])
        elif action in ("append", "append_const"):
            values.ensure_value(dest, []).append(value if action == "append" else self.const)
        elif action == "count":
            setattr(values, dest, values.ensure_value(dest, 0) + 1)
        elif action == "callback":
            self.callback(self, opt, value, parser, *(self.callback_args or ()), **(self.callback_kwargs or {}))
        elif action == "help":
            parser.print_help()
            parser.exit()
        elif action == "version":
            parser.print_version()
            parser.exit()
        else:
            raise ValueError(f"unknown action {self.action!r}")
        return 1
