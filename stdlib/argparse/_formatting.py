"""Help and usage texts.

A formatter is told sections, texts and arguments in order and makes the whole text at the end, since the column where
help begins depends on all arguments. The methods with one underscore are the customary places where subclasses change
a text. Lengths are always taken without colours.
"""
import sys

from ._constants import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_NO_COLOURS = dict.fromkeys(
    ("usage", "prog", "prog_extra", "heading", "summary_long_option", "summary_short_option", "summary_label",
     "summary_action", "long_option", "short_option", "label", "action", "reset"), "")
_COLOURS = {
    "usage": "\x1b[1;34m", "prog": "\x1b[1;35m", "prog_extra": "\x1b[35m", "heading": "\x1b[1;34m",
    "summary_long_option": "\x1b[36m", "summary_short_option": "\x1b[32m", "summary_label": "\x1b[33m",
    "summary_action": "\x1b[32m", "long_option": "\x1b[1;36m", "short_option": "\x1b[1;32m",
    "label": "\x1b[1;33m", "action": "\x1b[1;32m", "reset": "\x1b[0m",
}


def _may_colour():
    """Tell whether standard output is a terminal that shows colours, unless the environment decides."""
    try:
        from os import environ
    except ImportError:
        return False
    if not sys.flags.ignore_environment and environ.get("PYTHON_COLORS") in ("0", "1"):
        return environ["PYTHON_COLORS"] == "1"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    if environ.get("TERM") == "dumb" or not hasattr(sys.stdout, "fileno"):
        return False
    return sys.stdout.isatty()


def _bare(text):
    """Take the colours out of a text."""
    if "\x1b" not in text:
        return text
    first, *rest = text.split("\x1b[")
    return first + "".join(part.partition("m")[2] for part in rest)


def _columns():
    try:
        from shutil import get_terminal_size
    except ImportError:
        return 80
    return get_terminal_size().columns


def _single_spaced(text):
    """Make one space of each run of ASCII whitespace, and none at the ends."""
    for char in "\t\n\r\f\v":
        text = text.replace(char, " ")
    return " ".join(word for word in text.split(" ") if word)


class _Section:
    """A heading and the items below it, each a function and its arguments that make a text."""

    def __init__(self, heading, parent):
        self.heading = heading
        self.parent = parent
        self.items = []


class HelpFormatter:
    """Makes help and usage texts; only its name is public, all methods may change."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None, color=True):
        if width is None:
            width = _columns() - 2
        self._set_color(color)
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        # A narrow terminal leaves room for the help, and at least two indents for the names.
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._level = self._action_max_length = 0
        self._root_section = self._current_section = _Section(None, None)

    def _set_color(self, color):
        self._colours = _COLOURS if color and _may_colour() else _NO_COLOURS

    def _paint(self, colour, text):
        return f"{self._colours[colour]}{text}{self._colours['reset']}"

    def _indent(self):
        self._current_indent += self._indent_increment
        self._level += 1

    def _dedent(self):
        self._current_indent -= self._indent_increment
        self._level -= 1

    # Being told.

    def _add_item(self, func, args):
        self._current_section.items.append((func, args))

    def start_section(self, heading):
        """Begin a section with a heading."""
        outer = self._current_section
        self._current_section = section = _Section(heading, outer)
        outer.items.append((self._format_section, [section]))
        self._indent()

    def end_section(self):
        """End the section."""
        self._current_section = self._current_section.parent
        self._dedent()

    def add_text(self, text):
        """Add a paragraph."""
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        """Add a usage message."""
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        """Add the line of an argument."""
        if action.help is SUPPRESS:
            return
        longest = len(_bare(self._format_action_invocation(action))) + self._current_indent
        for inner in self._iter_indented_subactions(action):
            longest = max(longest, len(_bare(self._format_action_invocation(inner))) + self._current_indent)
        self._action_max_length = max(self._action_max_length, longest)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        """Add the lines of several arguments."""
        for action in actions:
            self.add_argument(action)

    # Making the text.

    def format_help(self):
        """Make the text of all that was added."""
        text = self._join_parts(func(*args) for func, args in self._root_section.items)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        text = text.strip("\n")
        return text + "\n" if text else ""

    def _join_parts(self, part_strings):
        return "".join(part for part in part_strings if part and part is not SUPPRESS)

    def _format_section(self, section):
        self._indent()
        inside = self._join_parts([func(*args) for func, args in section.items])
        self._dedent()
        if not inside:
            return ""
        heading = ""
        if section.heading is not SUPPRESS and section.heading is not None:
            heading = " " * self._current_indent + self._paint("heading", f"{section.heading}:") + "\n"
        return f"\n{heading}{inside}\n"

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        indent = " " * self._current_indent
        return self._fill_text(text, max(self._width - self._current_indent, 11), indent) + "\n\n"

    def _fill_text(self, text, width, indent):
        from textwrap import fill
        return fill(_single_spaced(text), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        from textwrap import wrap
        return wrap(_single_spaced(text), width)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        painted = self._paint("usage", prefix) if self._colours["usage"] else prefix
        prog = self._paint("prog", self._prog)
        if usage is not None:
            extra = self._colours["prog_extra"]
            usage = usage % {"prog": f"{prog}{extra}"}
            return f"{painted}{extra}{usage}{self._colours['reset']}\n\n"
        options, positionals = self._usage_parts(actions, groups)
        line = " ".join([prog, *options, *positionals])
        width = max(self._width - self._current_indent, 11)
        if len(prefix) + len(_bare(line)) > width:
            line = "\n".join(self._wrapped_usage(prefix, prog, options, positionals, width))
        return f"{painted}{line}\n\n"

    def _wrapped_usage(self, prefix, prog, options, positionals, width):
        """Lay the parts out in lines: options apart from positionals, behind a short program name, below a long one."""
        begin = len(prefix) + len(self._prog)
        if begin <= 0.75 * width:
            indent = begin + 1
            lines = _filled(options or positionals, indent, width, prog, begin)
            if options:
                lines += _filled(positionals, indent, width)
            return lines[:1] + self._indented(lines[1:], indent)
        indent = len(prefix)
        lines = _filled(options + positionals, indent, width)
        if len(lines) > 1:
            lines = _filled(options, indent, width) + _filled(positionals, indent, width)
        return [prog] + self._indented(lines, indent)

    def _indented(self, lines, indent):
        return [" " * indent + line for line in lines]

    def _usage_parts(self, actions, groups):
        """Give the parts of the usage, which lines are broken between: those of options and those of positionals."""
        shown = [action for action in actions if action.help is not SUPPRESS]
        group_of = {}
        for group in groups:
            members = [action for action in group._group_actions if action.help is not SUPPRESS]
            # Of a group that is here in part, nobody could see what excludes what.
            if all(action in shown for action in members):
                group_of.update(dict.fromkeys(members, group))
        done = set()
        parts = {True: [], False: []}
        # A group with a positional stands where the positional does; others where their first option does.
        for positional in True, False:
            for action in shown:
                if action in done or bool(action.option_strings) is positional:
                    continue
                group = group_of.get(action)
                members = [action]
                if group is not None:
                    members = [other for other in group._group_actions
                               if group_of.get(other) is group and other not in done and other.option_strings]
                    if positional:
                        members.append(action)
                done.update(members)
                parts[positional] += self._group_parts(members, group)
        return parts[False], parts[True]

    def _group_parts(self, members, group):
        texts = [self._usage_part(action, group is not None) for action in members]
        if group is None:
            return texts
        texts[:-1] = [f"{text} |" for text in texts[:-1]]
        if not group.required or len(members) > 1:
            opening, closing = "()" if group.required else "[]"
            texts[0] = opening + texts[0]
            texts[-1] += closing
        return texts

    def _usage_part(self, action, grouped):
        """Give the usage of one argument; in a group it has no brackets of its own."""
        if not action.option_strings:
            text = self._format_args(action, self._get_default_metavar_for_positional(action))
            if grouped and text[:1] == "[" and text[-1:] == "]":
                text = text[1:-1]
            return self._paint("summary_action", text)
        option = action.option_strings[0]
        kind = "summary_long_option" if self._is_long_option(option) else "summary_short_option"
        if action.nargs == 0:
            text = self._paint(kind, action.format_usage())
        else:
            args = self._format_args(action, self._get_default_metavar_for_optional(action))
            text = f"{self._colours[kind]}{option} {self._paint('summary_label', args)}"
        return text if action.required or grouped else f"[{text}]"

    def _is_long_option(self, string):
        return len(string) > 2

    def _format_action(self, action):
        position = min(self._action_max_length + 2, self._max_help_position)
        header = self._format_action_invocation(action)
        length = len(_bare(header))
        indent = " " * self._current_indent
        room = position - self._current_indent - 2
        lines = [indent + header]
        if action.help:
            text = self._expand_help(action) if action.help.strip() else ""
            first, *others = (self._split_lines(text, max(self._width - position, 11)) if text else None) or [""]
            if length <= room:
                lines[0] += " " * (room - length + 2) + first
            elif text:
                lines.append(" " * position + first)
            lines += [" " * position + line for line in others]
        parts = [line + "\n" for line in lines]
        parts += [self._format_action(inner) for inner in self._iter_indented_subactions(action)]
        return self._join_parts(parts)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return self._paint("action", " ".join(self._metavar_formatter(action, default)(1)))
        names = ", ".join(
            self._paint("long_option" if self._is_long_option(name) else "short_option", name)
            for name in action.option_strings)
        if action.nargs == 0:
            return names
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{names} {self._paint('label', args)}"

    def _metavar_formatter(self, action, default_metavar):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{" + ",".join(str(choice) for choice in action.choices) + "}"
        else:
            name = default_metavar
        return lambda tuple_size: name if isinstance(name, tuple) else (name,) * tuple_size

    def _format_args(self, action, default_metavar):
        names = self._metavar_formatter(action, default_metavar)
        nargs = action.nargs
        if nargs is None:
            return "%s" % names(1)
        if nargs == OPTIONAL:
            return "[%s]" % names(1)
        if nargs == ZERO_OR_MORE:
            several = names(1)
            return "[%s [%s ...]]" % several if len(several) == 2 else "[%s ...]" % several
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % names(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % names(1)
        if nargs == SUPPRESS:
            return ""
        try:
            form = " ".join(["%s"] * range(nargs).stop)
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return form % names(nargs)

    def _expand_help(self, action):
        text = self._get_help_string(action)
        if "%" not in text:
            return text
        values = {"prog": self._prog}
        for name, value in vars(action).items():
            if value is not SUPPRESS:
                values[name] = getattr(value, "__name__", value)
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(choice) for choice in values["choices"])
        return text % values

    def _iter_indented_subactions(self, action):
        inner = getattr(action, "_get_subactions", None)
        if inner is not None:
            self._indent()
            yield from inner()
            self._dedent()

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


def _filled(parts, indent, width, begun=None, length=0):
    """Join parts with spaces to lines that fit behind an indent; the first may have begun, up to a column."""
    lines = [] if begun is None else [begun]
    for part in parts:
        own = len(_bare(part))
        if not lines or length + 1 + own > width:
            lines.append(part)
            length = indent + own
        else:
            lines[-1] += f" {part}"
            length += 1 + own
    return lines


class RawDescriptionHelpFormatter(HelpFormatter):
    """A formatter that leaves the lines of descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """A formatter that leaves the lines of all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """A formatter that adds the default to each argument's help."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" in text or action.default is SUPPRESS or action.required:
            return text
        if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """A formatter that names an argument's value after its type."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
