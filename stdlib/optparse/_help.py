"""How help looks.

Invariant: widths are known before the first option is formatted: `store_option_strings` has seen them all.
"""
from ._option import NO_DEFAULT

_LEAST = 11


def _terminal_width():
    import os
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size().columns
    except (OSError, ValueError):
        return 80


class HelpFormatter:
    """The base of what formats help."""

    __module__ = "optparse"
    NO_DEFAULT_VALUE = "none"

    def __init__(self, indent_increment, max_help_position, width, short_first):
        self.parser = None
        self.indent_increment = indent_increment
        self.width = _terminal_width() - 2 if width is None else width
        self.max_help_position = min(max_help_position, max(self.width - 20, indent_increment * 2))
        self.help_position, self.help_width = self.max_help_position, None
        self.current_indent = self.level = 0
        self.short_first = short_first
        self.default_tag = "%default"
        self.option_strings = {}
        self.set_short_opt_delimiter(" ")
        self.set_long_opt_delimiter("=")

    def set_parser(self, parser):
        """Set the parser whose help this is."""
        self.parser = parser

    def set_short_opt_delimiter(self, delim):
        """Set what stands between a short option and its value."""
        if delim not in ("", " "):
            raise ValueError(f"invalid metavar delimiter for short options: {delim!r}")
        self._short_opt_fmt = "%s" + delim + "%s"

    def set_long_opt_delimiter(self, delim):
        """Set what stands between a long option and its value."""
        if delim not in ("=", " "):
            raise ValueError(f"invalid metavar delimiter for long options: {delim!r}")
        self._long_opt_fmt = "%s" + delim + "%s"

    def indent(self):
        """One level in."""
        self.level += 1
        self.current_indent += self.indent_increment

    def dedent(self):
        """One level out."""
        self.level -= 1
        self.current_indent -= self.indent_increment
        assert self.current_indent >= 0, "Indent decreased below 0."

    def format_usage(self, usage):
        """The line that says how the program is called."""
        raise NotImplementedError("subclasses must implement")

    def format_heading(self, heading):
        """A heading."""
        raise NotImplementedError("subclasses must implement")

    def _filled(self, text):
        from textwrap import fill
        margin = " " * self.current_indent
        width = max(self.width - self.current_indent, _LEAST)
        return fill(text, width, initial_indent=margin, subsequent_indent=margin)

    def format_description(self, description):
        """The description, as a paragraph."""
        return self._filled(description) + "\n" if description else ""

    def format_epilog(self, epilog):
        """What stands at the end, as a paragraph."""
        return "\n" + self._filled(epilog) + "\n" if epilog else ""

    def expand_default(self, option):
        """The help of an option, with its default value."""
        if self.parser is None or not self.default_tag:
            return option.help
        value = self.parser.defaults.get(option.dest)
        shown = self.NO_DEFAULT_VALUE if value is None or value is NO_DEFAULT else str(value)
        return option.help.replace(self.default_tag, shown)

    def format_option(self, option):
        """An option and its help."""
        names = self.option_strings[option]
        margin, room = " " * self.current_indent, self.help_position - self.current_indent - 2
        fits = len(names) <= room
        head = f"{margin}{names:{max(room, 0)}}  " if fits else f"{margin}{names}\n"
        if not option.help:
            return head.rstrip("\n") + "\n"
        from textwrap import wrap
        lines = wrap(self.expand_default(option), self.help_width)
        position = " " * self.help_position
        body = "".join(f"{'' if fits and not index else position}{line}\n" for index, line in enumerate(lines))
        return head + body

    def store_option_strings(self, parser):
        """Note how the options are spelt, and how much room that takes."""
        self.indent()
        longest = self._store(parser)
        self.indent()
        for group in parser.option_groups:
            longest = max(longest, self._store(group))
        self.dedent()
        self.dedent()
        self.help_position = min(longest + 2, self.max_help_position)
        self.help_width = max(self.width - self.help_position, _LEAST)

    def _store(self, container):
        longest = 0
        for option in container.option_list:
            text = self.option_strings[option] = self.format_option_strings(option)
            longest = max(longest, len(text) + self.current_indent)
        return longest

    def format_option_strings(self, option):
        """An option's names, with what it takes."""
        short, long = option._short_opts, option._long_opts
        if option.takes_value():
            value = option.metavar or option.dest.upper()
            short = [self._short_opt_fmt % (name, value) for name in short]
            long = [self._long_opt_fmt % (name, value) for name in long]
        return ", ".join(short + long if self.short_first else long + short)


class IndentedHelpFormatter(HelpFormatter):
    """Help whose sections are indented."""

    __module__ = "optparse"

    def __init__(self, indent_increment=2, max_help_position=24, width=None, short_first=1):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        """The line that says how the program is called."""
        return f"Usage: {usage}\n"

    def format_heading(self, heading):
        """A heading."""
        return f"{'':{self.current_indent}}{heading}:\n"


class TitledHelpFormatter(HelpFormatter):
    """Help whose sections have underlined titles."""

    __module__ = "optparse"

    def __init__(self, indent_increment=0, max_help_position=24, width=None, short_first=0):
        super().__init__(indent_increment, max_help_position, width, short_first)

    def format_usage(self, usage):
        """The lines that say how the program is called."""
        return f"{self.format_heading('Usage')}  {usage}\n"

    def format_heading(self, heading):
        """A heading."""
        return f"{heading}\n{'=-'[self.level] * len(heading)}\n"
