"""Command lines: parsers that read them, and write the help and the errors about them."""
import sys as _sys

from ._actions import (_AppendAction, _AppendConstAction, _AttributeHolder, _CountAction, _ExtendAction, _HelpAction,
                       _StoreAction, _StoreConstAction, _StoreFalseAction, _StoreTrueAction, _SubParsersAction,
                       _UNRECOGNIZED_ARGS_ATTR, _VersionAction, _get_action_name, Action, ArgumentError,
                       ArgumentTypeError, BooleanOptionalAction, FileType, Namespace)
from ._constants import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE
from ._containers import _ActionsContainer, _ArgumentGroup, _MutuallyExclusiveGroup
from ._formatting import (ArgumentDefaultsHelpFormatter, HelpFormatter, MetavarTypeHelpFormatter,
                          RawDescriptionHelpFormatter, RawTextHelpFormatter)
from ._parser import ArgumentParser

__all__ = ["ArgumentParser", "ArgumentError", "ArgumentTypeError", "BooleanOptionalAction", "FileType",
           "HelpFormatter", "ArgumentDefaultsHelpFormatter", "RawDescriptionHelpFormatter", "RawTextHelpFormatter",
           "MetavarTypeHelpFormatter", "Namespace", "Action", "ONE_OR_MORE", "OPTIONAL", "PARSER", "REMAINDER",
           "SUPPRESS", "ZERO_OR_MORE"]

# The classes belong to the module that everybody knows, not to its parts.
for _thing in list(globals().values()):
    if isinstance(_thing, type):
        _thing.__module__ = __name__
del _thing
