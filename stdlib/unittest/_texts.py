"""Texts of failed assertions that take some making, loaded when one fails.

Functions that compare give None if the two are equal, else the message without its difference and the difference,
which the caller may leave out if it is long.
"""
import sys

from .util import _pair_of_reprs, safe_repr

__unittest = True


def of_sequences(first, second, seq_type):
    """Compare two sequences; `seq_type` only names them."""
    name = (seq_type.__name__ if seq_type is not None else "sequence")
    lengths, lacking = [], None
    for place, items in ("First", first), ("Second", second):
        try:
            lengths.append(len(items))
        except (TypeError, NotImplementedError):
            lacking = f"{place} {name} has no length.    Non-sequence?"
            break
    if lacking is None:
        if first == second:
            return None
        difference = _first_difference(first, second, *lengths, name)
        if not difference and lengths[0] == lengths[1] and seq_type is None and type(first) is not type(second):
            return None  # the same items in sequences of two types
        text = "%ss differ: %s != %s\n" % (name.capitalize(), *_pair_of_reprs(first, second)) + difference
    else:
        text = lacking
    from difflib import ndiff
    from pprint import pformat
    return text, "\n" + "\n".join(ndiff(pformat(first).splitlines(), pformat(second).splitlines()))


def _first_difference(first, second, length1, length2, name):
    """Tell the first items that differ, and what the longer sequence has beyond the other."""
    text = ""
    for at in range(min(length1, length2)):
        items = []
        for place, sequence in ("first", first), ("second", second):
            try:
                items.append(sequence[at])
            except (TypeError, IndexError, NotImplementedError):
                return f"\nUnable to index element {at} of {place} {name}\n"
        if items[0] != items[1]:
            text = "\nFirst differing element %d:\n%s\n%s\n" % (at, *_pair_of_reprs(*items))
            break
    if length1 == length2:
        return text
    place, longer = ("First", first) if length1 > length2 else ("Second", second)
    shared = min(length1, length2)
    text += f"\n{place} {name} contains {abs(length1 - length2)} additional elements.\n"
    try:
        text += f"First extra element {shared}:\n{safe_repr(longer[shared])}\n"
    except (TypeError, IndexError, NotImplementedError):
        text += f"Unable to index element {shared} of {place.lower()} {name}\n"
    return text


def of_sets(first, second):
    """Compare two sets; the message is a refusal if one cannot be subtracted. There is no separate difference."""
    alone = []
    for place, items, other in ("first", first, second), ("second", second, first):
        try:
            alone.append(items.difference(other))
        except TypeError as error:
            return f"invalid type when attempting set difference: {error}"
        except AttributeError as error:
            return f"{place} argument does not support set difference: {error}"
    lines = []
    for items, own, other in zip(alone, ("first", "second"), ("second", "first")):
        if items:
            lines.append(f"Items in the {own} set but not the {other}:")
            lines += [repr(item) for item in items]
    return "\n".join(lines) if lines else None


def of_dicts(first, second):
    """Compare two dicts line by line of their pretty form."""
    from difflib import ndiff
    from pprint import pformat
    return "%s != %s" % _pair_of_reprs(first, second), "\n" + "\n".join(
        ndiff(pformat(first).splitlines(), pformat(second).splitlines()))


def of_texts(first, second):
    """Compare two strings line by line."""
    from difflib import ndiff
    text = "%s != %s" % _pair_of_reprs(first, second)
    if any(one and not one.endswith("\n") for one in (first, second)):
        # Both get an end of line, so that a missing one shows; nothing has no lines.
        first, second = (one and one + "\n" for one in (first, second))
    return text, "\n" + "".join(ndiff(first.splitlines(keepends=True), second.splitlines(keepends=True)))


def of_other_type(s, edges):
    """Tell that strings and bytes do not go together; None if it is something else that is wrong."""
    for kind in str, bytes:
        if isinstance(edges, tuple):
            wanted = edges and all(isinstance(edge, kind) for edge in edges)
        else:
            wanted = isinstance(edges, kind)
        if wanted and not isinstance(s, (bytes, bytearray) if kind is bytes else str):
            return f"Expected {kind.__name__}, not {type(s).__name__}"
    return None


def of_edges(s, edges, verb, test):
    """Name the beginning or end that was found, or all that were looked for."""
    if isinstance(edges, tuple):
        found = next((edge for edge in edges if getattr(s, test)(edge)), None)
        named = f"any of {safe_repr(edges)}" if found is None else safe_repr(found)
        return f"{safe_repr(s, short=True)} {verb} {named}"
    return f"{safe_repr(s, short=True)} {verb} {safe_repr(edges)}"


def of_no_instance(obj, cls):
    """Name the classes that an object is no instance of."""
    return f"{safe_repr(obj)} is not an instance of {_any_of(cls)}"


def of_instance(obj, cls):
    """Name the class that an object is an instance of."""
    return f"{safe_repr(obj)} is an instance of {_first_that(cls, lambda one: isinstance(obj, one))!r}"


def of_no_subclass(cls, superclass):
    """Name the classes that a class is not under."""
    return f"{cls!r} is not a subclass of {_any_of(superclass)}"


def of_subclass(cls, superclass):
    """Name the class that a class is under."""
    return f"{cls!r} is a subclass of {_first_that(superclass, lambda one: issubclass(cls, one))!r}"


def _any_of(classes):
    return f"any of {classes!r}" if isinstance(classes, tuple) else repr(classes)


def _first_that(classes, test):
    return next((one for one in classes if test(one)), classes) if isinstance(classes, tuple) else classes


def of_attribute(obj, verb, name):
    """Tell of an attribute in the words of AttributeError."""
    if isinstance(obj, type(sys)):
        kind = f"module {obj.__name__!r}"
    elif isinstance(obj, type):
        kind = f"type object {obj.__name__!r}"
    else:
        kind = f"{type(obj).__name__!r} object"
    return f"{kind} {verb} {name!r}"


def of_no_match(pattern, text):
    """Tell that a pattern was not found."""
    return f"Regex didn't match: {pattern.pattern!r} not found in {text!r}"


def of_match(pattern, text, found):
    """Tell what a pattern matched."""
    return f"Regex matched: {text[found.start():found.end()]!r} matches {pattern.pattern!r} in {text!r}"
