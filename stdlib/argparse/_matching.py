"""How many strings each argument takes.

The command line is a text of letters: O for an option, A for another string, - for the separator "--". What an
argument takes is a list of (letters, at least, at most), matched greedily from left to right, with steps back where
a later argument would get too few.
"""
from ._constants import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE

_MANY = 1 << 60
_OPTION_TAKES = {
    None: [("A", 1, 1)], OPTIONAL: [("A", 0, 1)], ZERO_OR_MORE: [("A", 0, _MANY)], ONE_OR_MORE: [("A", 1, _MANY)],
    REMAINDER: [("AO", 0, _MANY)], PARSER: [("A", 1, 1), ("AO", 0, _MANY)], SUPPRESS: [],
}
_SEPARATORS = "-", 0, _MANY
# A positional may have the separator before, between and behind its strings.
_POSITIONAL_TAKES = {
    None: [_SEPARATORS, ("A", 1, 1), _SEPARATORS],
    OPTIONAL: [_SEPARATORS, ("A", 0, 1), _SEPARATORS],
    ZERO_OR_MORE: [_SEPARATORS, ("A-", 0, _MANY)],
    ONE_OR_MORE: [_SEPARATORS, ("A", 1, 1), ("A-", 0, _MANY)],
    REMAINDER: [("AO-", 0, _MANY)],
    PARSER: [_SEPARATORS, ("A", 1, 1), ("AO-", 0, _MANY)],
    SUPPRESS: [_SEPARATORS],
}


def takes(action):
    """Give what an argument takes."""
    nargs = action.nargs
    table = _OPTION_TAKES if action.option_strings else _POSITIONAL_TAKES
    if not isinstance(nargs, int):
        return table[nargs]
    if action.option_strings:
        return [("A", nargs, nargs)]
    return [_SEPARATORS, *[("A", 1, 1), _SEPARATORS] * nargs] or [_SEPARATORS]


def counts(actions, letters):
    """Give how many letters each argument takes from the start of the text, or None if one would get too few."""
    steps = []
    ends = []
    for action in actions:
        steps += takes(action)
        ends.append(len(steps))
    taken = _taken(steps, letters)
    if taken is None:
        return None
    begin = 0
    found = []
    for end in ends:
        found.append(sum(taken[begin:end]))
        begin = end
    return found


def _taken(steps, letters):
    """Match the steps; give how many letters each takes."""
    taken = []
    at = 0
    while len(taken) < len(steps):
        wanted, least, most = steps[len(taken)]
        end = at
        while end < len(letters) and end - at < most and letters[end] in wanted:
            end += 1
        if end - at >= least:
            taken.append(end - at)
            at = end
            continue
        # Too few are left: the last step that can gives one back.
        while taken and taken[-1] <= steps[len(taken) - 1][1]:
            at -= taken.pop()
        if not taken:
            return None
        taken[-1] -= 1
        at -= 1
    return taken


def partial_counts(actions, letters):
    """Give counts for as many of the arguments as can be served from the start of the text."""
    for end in range(len(actions), 0, -1):
        found = counts(actions[:end], letters)
        if found is None:
            continue
        total = sum(found)
        if letters[total:total + 1] == "O":
            # Those that would take nothing wait for what stands behind the option.
            while found and not found[-1]:
                found.pop()
        return found
    return []


def is_negative_number(text):
    """Tell whether a string begins as a negative number does: with "-" and a digit, perhaps after a point."""
    return text[:1] == "-" and (text[2:3] if text[1:2] == "." else text[1:2]).isdecimal()
