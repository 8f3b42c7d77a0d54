"""Shell patterns, by which tests are chosen on the command line and files in discovery."""

__unittest = True


def matches(text, pattern):
    """Tell whether a shell pattern (`*`, `?`, `[a-z]`, `[!a]`) covers the whole text."""
    parts = _parts_of(pattern)
    # Positions in `parts` that the text read so far can have reached.
    reached = _past_stars({0}, parts)
    for char in text:
        after = set()
        for at in reached:
            if at < len(parts):
                part = parts[at]
                if part is None:
                    after.add(at)
                elif part is True or (char in part[1] or any(a <= char <= b for a, b in part[2])) != part[0]:
                    after.add(at + 1)
        reached = _past_stars(after, parts)
        if not reached:
            return False
    return len(parts) in reached


def _past_stars(reached, parts):
    for at in list(reached):
        while at < len(parts) and parts[at] is None:
            at += 1
            reached.add(at)
    return reached


def _parts_of(pattern):
    """Split a pattern into None for a star, True for any one character, else (negated, characters, ranges)."""
    parts = []
    at = 0
    while at < len(pattern):
        char = pattern[at]
        at += 1
        if char == "*":
            parts.append(None)
            continue
        if char == "?":
            parts.append(True)
            continue
        close = -1
        if char == "[":
            # A bracket directly behind the opening (or its "!") is an ordinary member.
            close = pattern.find("]", at + (2 if pattern[at:at + 1] == "!" else 1))
        if close < 0:
            parts.append((False, char, ()))
            continue
        parts.append(_set_of(pattern[at:close]))
        at = close + 1
    return parts


def _set_of(inside):
    negated = inside.startswith("!")
    if negated:
        inside = inside[1:]
    single, ranges = "", []
    while inside:
        if len(inside) > 2 and inside[1] == "-":
            ranges.append((inside[0], inside[2]))
            inside = inside[3:]
        else:
            single += inside[0]
            inside = inside[1:]
    return negated, single, ranges
