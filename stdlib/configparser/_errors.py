"""What can be wrong with a configuration.

Invariant: the arguments of an error are what it was made of, its message is text for people.
"""


class Error(Exception):
    """The base of all errors of configurations."""

    __module__ = 'configparser'

    def __init__(self, msg=''):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    """Raised where there is no such section."""

    __module__ = 'configparser'

    def __init__(self, section):
        Error.__init__(self, f'No section: {section!r}')
        self.section = section
        self.args = (section,)


def _twice(what, source, lineno):
    """The text about something that is there already."""
    if source is None:
        return f'{what[0].upper()}{what[1:]} already exists'
    place = '' if lineno is None else f' [line {lineno:2d}]'
    return f'While reading from {source!r}{place}: {what} already exists'


class DuplicateSectionError(Error):
    """Raised where a section comes twice."""

    __module__ = 'configparser'

    def __init__(self, section, source=None, lineno=None):
        Error.__init__(self, _twice(f'section {section!r}', source, lineno))
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    """Raised where an option comes twice in a section."""

    __module__ = 'configparser'

    def __init__(self, section, option, source=None, lineno=None):
        Error.__init__(self, _twice(f'option {option!r} in section {section!r}', source, lineno))
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class NoOptionError(Error):
    """Raised where a section has no such option."""

    __module__ = 'configparser'

    def __init__(self, option, section):
        Error.__init__(self, f'No option {option!r} in section: {section!r}')
        self.option, self.section = option, section
        self.args = (option, section)


class InterpolationError(Error):
    """The base of errors of values that stand for others."""

    __module__ = 'configparser'

    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    """Raised where a value names an option that isn't there."""

    __module__ = 'configparser'

    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section, f'Bad value substitution: option {option!r} in section {section!r} contains an '
            f'interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}')
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    """Raised where a value names another in a wrong way."""

    __module__ = 'configparser'


class InterpolationDepthError(InterpolationError):
    """Raised where values name each other too deeply."""

    __module__ = 'configparser'

    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section, f'Recursion limit exceeded in value substitution: option {option!r} in section '
            f'{section!r} contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} '
            f'steps. Raw value: {rawval!r}')
        self.args = (option, section, rawval)


MAX_INTERPOLATION_DEPTH = 10


class ParsingError(Error):
    """Raised for lines that can't be read; tells all of them."""

    __module__ = 'configparser'

    def __init__(self, source, *args):
        Error.__init__(self, f'Source contains parsing errors: {source!r}')
        self.errors, self.source, self.args = [], source, (source,)
        if args:
            # As in CPython, lines can't be given here.
            self.append(*args[:1])

    def append(self, lineno, line):
        """Adds a line."""
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'

    def combine(self, others):
        """Adds the lines of other errors."""
        for other in others:
            for lineno, line in other.errors:
                self.append(lineno, line)
        return self


def _about_line(error, text, filename, lineno, line):
    Error.__init__(error, f'{text}.\nfile: {filename!r}, line: {lineno}\n{line!r}')
    error.source, error.lineno, error.line = filename, lineno, line
    error.args = (filename, lineno, line)


class MissingSectionHeaderError(ParsingError):
    """Raised for an option in front of the first section."""

    __module__ = 'configparser'

    def __init__(self, filename, lineno, line):
        _about_line(self, 'File contains no section headers', filename, lineno, line)


class MultilineContinuationError(ParsingError):
    """Raised where an option without a value goes on in the next line."""

    __module__ = 'configparser'

    def __init__(self, filename, lineno, line):
        _about_line(self, 'Key without value continued with an indented line', filename, lineno, line)


class UnnamedSectionDisabledError(Error):
    """Raised where the unnamed section is used without being allowed."""

    __module__ = 'configparser'

    def __init__(self):
        Error.__init__(self, 'Support for UNNAMED_SECTION is disabled.')


class InvalidWriteError(Error):
    """Raised for a key that would be read as something else."""

    __module__ = 'configparser'

    def __init__(self, msg=''):
        Error.__init__(self, msg)
