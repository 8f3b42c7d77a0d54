"""The parser: its settings, its help, and the meaning of single strings. `_running` walks over the command line."""
import sys

from ._actions import (ArgumentError, ArgumentTypeError, Namespace, _AttributeHolder, _UNRECOGNIZED_ARGS_ATTR)
from ._constants import OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE
from ._containers import _ActionsContainer
from ._formatting import HelpFormatter
from ._matching import is_negative_number
from ._running import Pass, match_argument


def _prog_name():
    """Give the name under which the program was started."""
    spec = getattr(sys.modules.get("__main__"), "__spec__", None)
    if spec is None:
        return sys.argv[0].rpartition("/")[2]
    python = sys.executable.rpartition("/")[2]
    if spec.name == "__main__":
        return f"{python} {sys.argv[0]}"  # a folder or archive
    return f"{python} -m {spec.name.removesuffix('.__main__')}"


class ArgumentParser(_AttributeHolder, _ActionsContainer):
    """Turns a command line into attributes, and prints help and errors about it."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None, argument_default=None,
                 conflict_handler="error", add_help=True, allow_abbrev=True, exit_on_error=True, *,
                 suggest_on_error=False, color=True):
        _ActionsContainer.__init__(self, description, prefix_chars, argument_default, conflict_handler)
        # What the help is made of, and how.
        self.prog = _prog_name() if prog is None else prog
        self.usage, self.epilog, self.add_help = usage, epilog, add_help
        self.formatter_class, self.color, self._validation_formatter = formatter_class, color, None
        # How strings are read, and what happens to wrong ones.
        self.fromfile_prefix_chars, self.allow_abbrev = fromfile_prefix_chars, allow_abbrev
        self.exit_on_error, self.suggest_on_error = exit_on_error, suggest_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            sign = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(f"{sign}h", f"{sign * 2}help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError("parents must be a list of ArgumentParser")
            self._add_container_actions(parent)
            self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in (
            "prog", "usage", "description", "formatter_class", "conflict_handler", "add_help")]

    # Arguments.

    def add_subparsers(self, **kwargs):
        """Add an argument for subcommands; gives the action, which adds their parsers."""
        if self._subparsers is not None:
            raise ValueError("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            self._subparsers = self.add_argument_group(kwargs.pop("title", "subcommands"),
                                                       kwargs.pop("description", None))
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            # Subcommands stand behind the positionals in their usage.
            formatter = self._get_validation_formatter()
            formatter.add_usage(None, self._get_positional_actions(), self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
            self._validation_formatter = None
        action = self._pop_action_class(kwargs, "parsers")(option_strings=[], **kwargs)
        action._color = self.color
        self._check_help(action)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        (self._optionals if action.option_strings else self._positionals)._add_action(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    # Parsing.

    def _without_rest(self, found):
        namespace, rest = found
        if rest:
            text = f"unrecognized arguments: {' '.join(rest)}"
            if not self.exit_on_error:
                raise ArgumentError(None, text)
            self.error(text)
        return namespace

    def parse_args(self, args=None, namespace=None):
        """Parse strings, by default those of the command line; gives the namespace with what they say."""
        return self._without_rest(self.parse_known_args(args, namespace))

    def parse_known_args(self, args=None, namespace=None):
        """Parse strings; gives the namespace and a list of those that no argument took."""
        return self._parse(args, namespace, False)

    def parse_intermixed_args(self, args=None, namespace=None):
        """Parse strings where positionals may stand among options."""
        return self._without_rest(self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        """Parse strings where positionals may stand among options; gives also those that no argument took."""
        for action in self._get_positional_actions():
            if action.nargs in (PARSER, REMAINDER):
                raise TypeError(f"parse_intermixed_args: positional arg with nargs={action.nargs}")
        return self._parse(args, namespace, True)

    def _parse(self, args, namespace, intermixed):
        args = list(sys.argv[1:] if args is None else args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                return self._pass_over(args, namespace, intermixed)
            except ArgumentError as error:
                self.error(str(error))
        else:
            return self._pass_over(args, namespace, intermixed)

    def _pass_over(self, args, namespace, intermixed):
        if self.fromfile_prefix_chars is not None:
            args = self._read_args_from_files(args)
        rest = Pass(self, args, namespace, intermixed).run()
        if hasattr(namespace, _UNRECOGNIZED_ARGS_ATTR):
            rest.extend(getattr(namespace, _UNRECOGNIZED_ARGS_ATTR))
            delattr(namespace, _UNRECOGNIZED_ARGS_ATTR)
        return namespace, rest

    def _read_args_from_files(self, arg_strings):
        found = []
        for string in arg_strings:
            if not string or string[0] not in self.fromfile_prefix_chars:
                found.append(string)
                continue
            try:
                with open(string[1:], encoding=sys.getfilesystemencoding(),
                          errors=sys.getfilesystemencodeerrors()) as file:
                    inside = [arg for line in file.read().splitlines() for arg in self.convert_arg_line_to_args(line)]
            except OSError as error:
                raise ArgumentError(None, str(error))
            found += self._read_args_from_files(inside)
        return found

    def convert_arg_line_to_args(self, arg_line):
        """Give the arguments in a line of a file of arguments: the line itself."""
        return [arg_line]

    def _match_argument(self, action, arg_strings_pattern):
        return match_argument(action, arg_strings_pattern)

    def _parse_optional(self, arg_string):
        """Give the options that a string can mean: (action, name, separator, joined value); None for a positional."""
        if not arg_string or arg_string[0] not in self.prefix_chars:
            return None
        known = self._option_string_actions
        if arg_string in known:
            return [(known[arg_string], arg_string, None, None)]
        if len(arg_string) == 1:
            return None
        name, separator, value = arg_string.partition("=")
        if separator and name in known:
            return [(known[name], name, separator, value)]
        meant = self._get_option_tuples(arg_string)
        if meant:
            return meant
        if is_negative_number(arg_string) and not self._has_negative_number_optionals or " " in arg_string:
            return None
        return [(None, arg_string, None, None)]

    def _get_option_tuples(self, option_string):
        """Give the options that begin with a string, and those of one letter that its rest is joined to."""
        start, separator, value = option_string.partition("=")
        joined = (separator, value) if separator else (None, None)
        double = option_string[1] in self.prefix_chars
        found = []
        for name, action in self._option_string_actions.items():
            if not double and name == option_string[:2]:
                found.append((action, name, "", option_string[2:]))
            elif self.allow_abbrev and name.startswith(start):
                found.append((action, name, *joined))
        return found

    # Values.

    def _get_values(self, action, arg_strings):
        """Make the value of an argument of its strings."""
        nargs = action.nargs
        if not arg_strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            return self._get_value(action, value) if isinstance(value, str) and value is not SUPPRESS else value
        if not arg_strings and nargs == ZERO_OR_MORE and not action.option_strings:
            return [] if action.default is None else action.default
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, string) for string in arg_strings]
        if nargs == REMAINDER:
            return values
        for value in values[:1] if nargs == PARSER else values:
            self._check_value(action, value)
        return values[0] if len(values) == 1 and (nargs is None or nargs == OPTIONAL) else values

    def _get_value(self, action, arg_string):
        convert = action.type
        convert = self._registry_get("type", convert, convert)
        if convert is None:
            return arg_string
        if not callable(convert):
            raise TypeError(f"{convert!r} is not callable")
        try:
            return convert(arg_string)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {arg_string!r}")

    def _check_value(self, action, value):
        choices = action.choices
        if choices is None:
            return
        # One letter of a string is a choice; a longer part of it is none.
        if value in (iter(choices) if isinstance(choices, str) else choices):
            return
        hint = ""
        if self.suggest_on_error and isinstance(value, str) and all(isinstance(one, str) for one in choices):
            from difflib import get_close_matches
            close = get_close_matches(value, choices, 1)
            if close:
                hint = f", maybe you meant {close[0]!r}?"
        known = ", ".join(repr(str(one)) for one in choices)
        raise ArgumentError(action, f"invalid choice: {str(value)!r}{hint} (choose from {known})")

    # Help and errors.

    def _get_formatter(self):
        formatter = self.formatter_class(prog=self.prog)
        formatter._set_color(self.color)
        return formatter

    def _get_validation_formatter(self):
        if self._validation_formatter is None:
            self._validation_formatter = self.formatter_class(prog=self.prog)
            self._validation_formatter._set_color(False)
        return self._validation_formatter

    def _formatter_with_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter

    def format_usage(self):
        """Give the usage message."""
        return self._formatter_with_usage().format_help()

    def format_help(self):
        """Give the help."""
        text = self._formatter_with_usage()
        text.add_text(self.description)
        for group in self._action_groups:
            text.start_section(group.title)
            text.add_text(group.description)
            text.add_arguments(group._group_actions)
            text.end_section()
        text.add_text(self.epilog)
        return text.format_help()

    def print_usage(self, file=None):
        """Print the usage message, by default to standard output."""
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        """Print the help, by default to standard output."""
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            try:
                (sys.stderr if file is None else file).write(message)
            except (AttributeError, OSError):
                pass

    def exit(self, status=0, message=None):
        """End the program with a status, after a message to standard error."""
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        """Print the usage and an error to standard error, and end the program with status 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", sys.stderr)
