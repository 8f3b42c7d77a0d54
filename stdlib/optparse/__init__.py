"""Reads command lines: options that are declared, and the help that follows from them.

Invariant: what a declaration lacks is filled in once, when the option is made; a parser only looks at finished options.
"""
from ._help import HelpFormatter, IndentedHelpFormatter, TitledHelpFormatter
from ._option import (
    NO_DEFAULT, SUPPRESS_HELP, SUPPRESS_USAGE, AmbiguousOptionError, BadOptionError, Option, OptionConflictError,
    OptionError, OptionValueError, OptParseError, Values, check_builtin, check_choice)
from ._parser import OptionContainer, OptionGroup, OptionParser

__all__ = ["Option", "make_option", "SUPPRESS_HELP", "SUPPRESS_USAGE", "Values", "OptionContainer", "OptionGroup",
           "OptionParser", "HelpFormatter", "IndentedHelpFormatter", "TitledHelpFormatter", "OptParseError",
           "OptionError", "OptionConflictError", "OptionValueError", "BadOptionError", "check_choice"]

make_option = Option
