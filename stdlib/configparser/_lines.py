"""Reads the lines of a configuration.

Invariant: values are lists of lines while the file is read, and text as soon as it has ended.
"""

from configparser._errors import (DuplicateOptionError, DuplicateSectionError, MissingSectionHeaderError,
                                  MultilineContinuationError, ParsingError)


class Reading:
    """The state of one file."""

    def __init__(self, parser, source, syntax):
        self.parser, self.source, self.syntax = parser, source, syntax
        self.section = self.option = self.name = None
        self.indent = self.lineno = 0
        self.seen = set()
        self.error = None

    def read(self, lines):
        """Reads all lines, and raises what was wrong with some of them at the end."""
        try:
            for line in lines:
                self._line(line)
        finally:
            # What was read in front of an error is kept.
            self._join()
        if self.error is not None:
            raise self.error

    def _line(self, line):
        self.lineno += 1
        value, commented = self._uncommented(line)
        if value:
            self._take(line, value)
        elif not self.syntax.empty_lines_in_values:
            # The next line starts anew, however far to the right it begins.
            self.indent = 1 << 62
        elif not commented and self.section is not None and self.option and self.section[self.option] is not None:
            self.section[self.option].append('')

    def _uncommented(self, line):
        stripped = line.strip()
        for prefix in self.syntax.comment_prefixes:
            if stripped.startswith(prefix):
                return '', True
        end = None
        for prefix in self.syntax.inline_comment_prefixes:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    end = at if end is None else min(end, at)
                    break
                at = line.find(prefix, at + 1)
        return (stripped, False) if end is None else (line[:end].strip(), True)

    def _take(self, line, value):
        indent = len(line) - len(line.lstrip())
        if self.section is not None and self.option and indent > self.indent:
            if self.section[self.option] is None:
                raise MultilineContinuationError(self.source, self.lineno, line)
            self.section[self.option].append(value)
            return
        self.indent = indent
        if self.section is None and self.syntax.unnamed:
            self._begin(self.syntax.unnamed)
        header = self.syntax.header(value)
        if header:
            self._begin(header)
            return
        if self.section is None:
            raise MissingSectionHeaderError(self.source, self.lineno, line)
        self._option(line, value)

    def _begin(self, name):
        parser = self.parser
        if name in parser._sections:
            if self.syntax.strict and name in self.seen:
                raise DuplicateSectionError(name, self.source, self.lineno)
            self.section = parser._sections[name]
        elif name == parser.default_section:
            self.section = parser._defaults
        else:
            parser._new_section(name)
            self.section = parser._sections[name]
        self.seen.add(name)
        self.name, self.option = name, None

    def _option(self, line, value):
        found = self.syntax.option(value)
        if found is None or not found[0]:
            if self.error is None:
                self.error = ParsingError(self.source)
            self.error.append(self.lineno, line)
            if found is None:
                return
        option, text = found
        self.option = option = self.parser.optionxform(option.rstrip())
        if self.syntax.strict and (self.name, option) in self.seen:
            raise DuplicateOptionError(self.name, option, self.source, self.lineno)
        self.seen.add((self.name, option))
        self.section[option] = None if text is None else [text.strip()]

    def _join(self):
        parser = self.parser
        for name, options in [(parser.default_section, parser._defaults), *parser._sections.items()]:
            for option, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[option] = parser._interpolation.before_read(parser, name, option, value)


class Syntax:
    """How a parser's files are written."""

    def __init__(self, delimiters, comment_prefixes, inline_comment_prefixes, strict, empty_lines_in_values,
                 allow_no_value, unnamed):
        self.delimiters = tuple(delimiters)
        self.comment_prefixes = tuple(comment_prefixes or ())
        self.inline_comment_prefixes = tuple(inline_comment_prefixes or ())
        self.strict, self.empty_lines_in_values = strict, empty_lines_in_values
        self.allow_no_value, self.unnamed = allow_no_value, unnamed
        self.section_expression = self.option_expression = None

    def header(self, value):
        """The name of the section that begins, or None."""
        if self.section_expression is not None:
            match = self.section_expression.match(value)
            return match.group('header') if match else None
        end = value.rfind(']')
        return value[1:end] if value[0] == '[' and end > 1 else None

    def option(self, value):
        """The option and its value, or None if the line is neither; the value is None where it may be missing."""
        if self.option_expression is not None:
            match = self.option_expression.match(value)
            if not match:
                return None
            option, _, text = match.group('option', 'vi', 'value')
            return option, text
        found = [(at, -len(mark), mark) for mark in self.delimiters if (at := value.find(mark)) >= 0]
        if found:
            at, _, mark = min(found)
            if mark.isspace():
                # Spaces around another delimiter are no delimiters.
                behind = len(value) - len(value[at:].lstrip())
                for other in self.delimiters:
                    if not other.isspace() and value.startswith(other, behind):
                        at, mark = behind, other
            return value[:at], value[at + len(mark):]
        return (value, None) if self.allow_no_value else None
