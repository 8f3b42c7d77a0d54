"""Containers of options, and the parser.

Invariant: a group's options are in the tables of its parser, which are the same objects.
"""
from ._help import IndentedHelpFormatter
from ._option import (
    NO_DEFAULT, SUPPRESS_HELP, SUPPRESS_USAGE, AmbiguousOptionError, BadOptionError, Option, OptionConflictError,
    OptionValueError, Values)


_KINDS = {}


def _made_or_given(make, kind, before, args, kwargs):
    """What the arguments make, if they begin with a text; else the one argument, which is of the kind."""
    first, others = args[0], args[1:]
    if isinstance(first, str):
        return make(*before, *args, **kwargs)
    if others or kwargs:
        raise TypeError("invalid arguments")
    if not isinstance(first, _KINDS[kind]):
        raise TypeError(f"not an {kind} instance: {first!r}")
    return first


class OptionContainer:
    """What options are in."""

    __module__ = "optparse"

    def __init__(self, option_class, conflict_handler, description):
        self.option_class = option_class
        self.option_list = []
        self._set_up_tables()
        self.set_conflict_handler(conflict_handler)
        self.set_description(description)

    def _set_up_tables(self):
        self._short_opt, self._long_opt, self.defaults = {}, {}, {}

    def set_conflict_handler(self, handler):
        """Set what happens to an option that is called like another one: "error" or "resolve"."""
        if handler not in ("error", "resolve"):
            raise ValueError(f"invalid conflict_resolution value {handler!r}")
        self.conflict_handler = handler

    def set_description(self, description):
        """Set the description."""
        self.description = description

    def get_description(self):
        """The description."""
        return self.description

    def destroy(self):
        """Break the cycles of references."""
        del self._short_opt, self._long_opt, self.defaults

    def _table(self, name):
        return self._long_opt if name.startswith("--") else self._short_opt

    def _resolve(self, option):
        names = option._short_opts + option._long_opts
        taken = {name: self._table(name)[name] for name in names if name in self._table(name)}
        if not taken:
            return
        if self.conflict_handler == "error":
            raise OptionConflictError(f"conflicting option string(s): {', '.join(taken)}", option)
        for name, other in taken.items():
            (other._long_opts if name.startswith("--") else other._short_opts).remove(name)
            del self._table(name)[name]
            if not other._short_opts and not other._long_opts:
                other.container.option_list.remove(other)

    def add_option(self, *args, **kwargs):
        """Add an option, or make one and add it."""
        option = _made_or_given(self.option_class, "Option", (), args, kwargs)
        self._resolve(option)
        option.container = self
        self.option_list.append(option)
        for name in option._short_opts + option._long_opts:
            self._table(name)[name] = option
        place, default = option.dest, option.default
        if place is not None and (default is not NO_DEFAULT or place not in self.defaults):
            self.defaults[place] = None if default is NO_DEFAULT else default
        return option

    def add_options(self, option_list):
        """Add several options."""
        for option in option_list:
            self.add_option(option)

    def get_option(self, opt_str):
        """The option of that name, or None."""
        return self._short_opt.get(opt_str) or self._long_opt.get(opt_str)

    def has_option(self, opt_str):
        """Whether there is an option of that name."""
        return self.get_option(opt_str) is not None

    def remove_option(self, opt_str):
        """Take an option away, under all its names."""
        option = self.get_option(opt_str)
        if option is None:
            raise ValueError(f"no such option {opt_str!r}")
        for name in option._short_opts + option._long_opts:
            del self._table(name)[name]
        option.container.option_list.remove(option)

    def format_option_help(self, formatter):
        """The help of the options."""
        return "".join(formatter.format_option(option) for option in self.option_list
                       if option.help is not SUPPRESS_HELP)

    def format_description(self, formatter):
        """The description, formatted."""
        return formatter.format_description(self.get_description())

    def format_help(self, formatter):
        """The description and the help of the options."""
        parts = [self.format_description(formatter)] if self.description else []
        return "\n".join([*parts, self.format_option_help(formatter)])


class OptionGroup(OptionContainer):
    """Options that stand together in the help."""

    __module__ = "optparse"

    def __init__(self, parser, title, description=None):
        self.parser = parser
        super().__init__(parser.option_class, parser.conflict_handler, description)
        self.title = title

    def _set_up_tables(self):
        parser = self.parser
        self._short_opt, self._long_opt, self.defaults = parser._short_opt, parser._long_opt, parser.defaults

    def set_title(self, title):
        """Set the title."""
        self.title = title

    def destroy(self):
        """Break the cycles of references."""
        super().destroy()
        del self.option_list

    def format_help(self, formatter):
        """The title, the description and the help of the options."""
        parts = [formatter.format_heading(self.title)]
        formatter.indent()
        try:
            parts.append(super().format_help(formatter))
        finally:
            formatter.dedent()
        return "".join(parts)


_KINDS.update(Option=Option, OptionGroup=OptionGroup)


class OptionParser(OptionContainer):
    """Reads command lines."""

    __module__ = "optparse"
    standard_option_list = []

    def __init__(self, usage=None, option_list=None, option_class=Option, version=None, conflict_handler="error",
                 description=None, formatter=None, add_help_option=True, prog=None, epilog=None):
        self.option_groups = []
        super().__init__(option_class, conflict_handler, description)
        self.set_usage(usage)
        self.prog, self.version, self.epilog = prog, version, epilog
        self.allow_interspersed_args = self.process_default_values = True
        self.formatter = IndentedHelpFormatter() if formatter is None else formatter
        self.formatter.set_parser(self)
        self.add_options(self.standard_option_list)
        self.add_options(option_list or ())
        if version:
            self.add_option("--version", action="version", help="show program's version number and exit")
        if add_help_option:
            self.add_option("-h", "--help", action="help", help="show this help message and exit")
        self.rargs = self.largs = self.values = None

    def destroy(self):
        """Break the cycles of references."""
        while self.option_groups:
            self.option_groups.pop().destroy()
        for name in "option_list", "option_groups", "formatter":
            delattr(self, name)
        super().destroy()

    # How it is set up.

    def set_usage(self, usage):
        """Set how the program is called."""
        if usage is None:
            self.usage = "%prog [options]"
        elif usage is SUPPRESS_USAGE:
            self.usage = None
        else:
            # The word itself is added by the formatter.
            self.usage = usage[7:] if usage.lower().startswith("usage: ") else usage

    def enable_interspersed_args(self):
        """Let options stand after arguments."""
        self.allow_interspersed_args = True

    def disable_interspersed_args(self):
        """Let the first argument end the options."""
        self.allow_interspersed_args = False

    def set_process_default_values(self, process):
        """Set whether defaults that are texts are converted as values are."""
        self.process_default_values = process

    def set_default(self, dest, value):
        """Set a default value."""
        self.defaults[dest] = value

    def set_defaults(self, **kwargs):
        """Set default values."""
        self.defaults.update(kwargs)

    def get_default_values(self):
        """The values before anything was read."""
        if not self.process_default_values:
            return Values(self.defaults)
        defaults = dict(self.defaults)
        for container in self, *self.option_groups:
            for option in container.option_list:
                default = defaults.get(option.dest)
                if isinstance(default, str):
                    defaults[option.dest] = option.check_value(option.get_opt_string(), default)
        return Values(defaults)

    def add_option_group(self, *args, **kwargs):
        """Add a group, or make one and add it."""
        group = _made_or_given(OptionGroup, "OptionGroup", (self,), args, kwargs)
        if group.parser is self:
            self.option_groups.append(group)
            return group
        raise ValueError("invalid OptionGroup (wrong parser)")

    def get_option_group(self, opt_str):
        """The group in which an option is, or None."""
        option = self.get_option(opt_str)
        return option.container if option is not None and option.container is not self else None

    # Reading.

    def parse_args(self, args=None, values=None):
        """Read a command line: the values of the options, and the arguments."""
        if args is None:
            import sys
            args = sys.argv[1:]
        self.rargs, self.largs = list(args), []
        self.values = self.get_default_values() if values is None else values
        try:
            self._read(self.rargs, self.largs, self.values)
        except (BadOptionError, OptionValueError) as error:
            self.error(str(error))
        return self.check_values(self.values, self.largs + self.rargs)

    def check_values(self, values, args):
        """What `parse_args` returns: a place to check more."""
        return values, args

    def _read(self, ahead, arguments, values):
        while ahead:
            word = ahead[0]
            if word == "--":
                del ahead[0]
                return
            if word.startswith("--"):
                self._read_long(ahead, values)
            elif word.startswith("-") and len(word) > 1:
                self._read_short(ahead, values)
            elif self.allow_interspersed_args:
                arguments.append(ahead.pop(0))
            else:
                return

    def _read_long(self, ahead, values):
        word, equals, value = ahead.pop(0).partition("=")
        if equals:
            ahead.insert(0, value)
        name = self._match_long_opt(word)
        option = self._long_opt[name]
        if option.takes_value():
            given = self._given(name, option, ahead)
        elif equals:
            self.error(f"{name} option does not take a value")
        else:
            given = None
        option.process(name, given, values, self)

    def _match_long_opt(self, opt):
        """The full name of a long option that may be shortened."""
        if opt in self._long_opt:
            return opt
        fitting = sorted(name for name in self._long_opt if name.startswith(opt))
        if not fitting:
            raise BadOptionError(opt)
        if len(fitting) > 1:
            raise AmbiguousOptionError(opt, fitting)
        return fitting[0]

    def _read_short(self, ahead, values):
        letters = ahead.pop(0)[1:]
        while letters:
            name, letters = "-" + letters[0], letters[1:]
            option = self._short_opt.get(name)
            if option is None:
                raise BadOptionError(name)
            given = None
            if option.takes_value():
                if letters:
                    # The rest of the word is the first value.
                    ahead.insert(0, letters)
                    letters = ""
                given = self._given(name, option, ahead)
            option.process(name, given, values, self)

    def _given(self, name, option, ahead):
        count = option.nargs
        if len(ahead) < count:
            self.error(f"{name} option requires {count} argument{'s' if count != 1 else ''}")
        if count == 1:
            return ahead.pop(0)
        values = tuple(ahead[:count])
        del ahead[:count]
        return values

    # Saying.

    def get_prog_name(self):
        """The program's name."""
        if self.prog is not None:
            return self.prog
        import os
        import sys
        return os.path.basename(sys.argv[0])

    def expand_prog_name(self, s):
        """A text with the program's name put in."""
        return s.replace("%prog", self.get_prog_name())

    def get_description(self):
        """The description, with the program's name put in."""
        return self.description and self.expand_prog_name(self.description)

    def exit(self, status=0, msg=None):
        """End the program."""
        if msg:
            from sys import stderr
            print(msg, end="", file=stderr)
        raise SystemExit(status)

    def error(self, msg):
        """Say what is wrong, and end the program."""
        import sys
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.get_prog_name()}: error: {msg}\n")

    def get_usage(self):
        """How the program is called."""
        return self.formatter.format_usage(self.expand_prog_name(self.usage)) if self.usage else ""

    def print_usage(self, file=None):
        """Print how the program is called."""
        if self.usage:
            print(self.get_usage(), file=file)

    def get_version(self):
        """The version, with the program's name put in."""
        return self.expand_prog_name(self.version) if self.version else ""

    def print_version(self, file=None):
        """Print the version."""
        if self.version:
            print(self.get_version(), file=file)

    def format_option_help(self, formatter=None):
        """The help of all options, group by group."""
        formatter = formatter or self.formatter
        formatter.store_option_strings(self)
        heading = formatter.format_heading("Options")
        formatter.indent()
        parts = [super().format_option_help(formatter)] if self.option_list else []
        parts += [group.format_help(formatter) for group in self.option_groups]
        formatter.dedent()
        return heading + "\n".join(parts) if parts else ""

    def format_epilog(self, formatter):
        """What stands at the end, formatted."""
        return formatter.format_epilog(self.epilog)

    def format_help(self, formatter=None):
        """All of the help."""
        formatter = formatter or self.formatter
        parts = [self.get_usage() + "\n"] if self.usage else []
        if self.description:
            parts.append(self.format_description(formatter) + "\n")
        return "".join([*parts, self.format_option_help(formatter), self.format_epilog(formatter)])

    def print_help(self, file=None):
        """Print all of the help."""
        import sys
        (sys.stdout if file is None else file).write(self.format_help())
