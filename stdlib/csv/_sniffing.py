"""Guesses how a table is written, from a sample of it.

Invariant: quoted fields tell more than characters that come equally often, so they are asked first.
"""

import re

# Where a quoted field may stand, the surest places first: between delimiters, at the beginning, at the end, alone.
_PLACES = (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
           r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
           r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
           r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)')


def guess(sample, delimiters, preferred):
    """Quote, doubling of quotes, delimiter and space after it; None if there is no telling."""
    found = _by_quotes(sample, delimiters)
    if found is None or not found[2]:
        quote, doubled = (found[0], found[1]) if found and found[0] else ('"', False)
        delimiter, space = _by_counts(sample, delimiters, preferred)
        if not delimiter:
            return None
        return quote, False if not (found and found[0]) else doubled, delimiter, space
    return found


def _most(counts):
    return max(counts, key=counts.get)


def _by_quotes(sample, allowed):
    for place in _PLACES:
        matches = list(re.finditer(place, sample, re.DOTALL | re.MULTILINE))
        if matches:
            break
    else:
        return None
    quotes, delimiters, spaces = {}, {}, 0
    for match in matches:
        groups = match.groupdict()
        quotes[groups['quote']] = quotes.get(groups['quote'], 0) + 1
        delimiter = groups.get('delim')
        if delimiter and (allowed is None or delimiter in allowed):
            delimiters[delimiter] = delimiters.get(delimiter, 0) + 1
        if groups.get('space'):
            spaces += 1
    quote = _most(quotes)
    delimiter, space = '', False
    if delimiters:
        delimiter = _most(delimiters)
        space = delimiters[delimiter] == spaces
        if delimiter == '\n':
            delimiter = ''
    # A quote twice within a field.
    mark = re.escape(delimiter)
    doubled = re.search(rf'(({mark})|^)\W*{quote}[^{mark}\n]*{quote}[^{mark}\n]*{quote}\W*(({mark})|$)', sample,
                        re.MULTILINE) is not None
    return quote, doubled, delimiter, space


def _by_counts(sample, allowed, preferred):
    """The character that comes equally often in nearly every line, and whether a space follows it."""
    lines = [line for line in sample.split('\n') if line]
    tables = {chr(code): {} for code in range(127)}
    modes, fits = {}, {}
    for start in range(0, len(lines), 10):
        for line in lines[start:start + 10]:
            for char, table in tables.items():
                count = line.count(char)
                table[count] = table.get(count, 0) + 1
        modes = _modes(tables)
        seen = min(start + 10, len(lines))
        fits = _steady(modes, seen, allowed)
        if len(fits) == 1:
            delimiter = next(iter(fits))
            return delimiter, _spaced(lines[0], delimiter)
    if not fits:
        return '', False
    for delimiter in preferred:
        if delimiter in fits:
            return delimiter, _spaced(lines[0], delimiter)
    # None is better known: the one that stands most often.
    delimiter = max(fits, key=lambda char: (fits[char], char))
    return delimiter, _spaced(lines[0], delimiter)


def _modes(tables):
    """For each character how often it mostly comes, and in how many lines more than otherwise."""
    modes = {}
    for char, table in tables.items():
        if len(table) == 1 and 0 in table:
            continue
        count = max(table, key=table.get)
        modes[char] = count, 2 * table[count] - sum(table.values())
    return modes


def _steady(modes, lines, allowed):
    """The characters that hold to their count; less and less strictly, down to nine lines of ten."""
    for percent in range(100, 89, -1):
        fits = {char: mode for char, mode in modes.items()
                if mode[0] > 0 and mode[1] > 0 and 100 * mode[1] >= percent * lines
                and (allowed is None or char in allowed)}
        if fits:
            return fits
    return {}


def _spaced(line, delimiter):
    return line.count(delimiter) == line.count(delimiter + ' ')


def _kind(value):
    """What a value looks like: a number, or a text of its length."""
    try:
        complex(value)
    except ValueError:
        return len(value)
    return complex


def first_differs(rows):
    """True if the first row differs in kind from those behind it."""
    header = next(rows)
    kinds = dict.fromkeys(range(len(header)))
    for count, row in enumerate(rows):
        if count > 20:
            break
        if len(row) != len(header):
            continue
        for column in list(kinds):
            kind = _kind(row[column])
            if kinds[column] is None:
                kinds[column] = kind
            elif kinds[column] != kind:
                del kinds[column]
    votes = 0
    for column, kind in kinds.items():
        if kind is complex:
            votes += 1 if _kind(header[column]) is not complex else -1
        elif kind is None or len(header[column]) != kind:
            votes += 1
        else:
            votes -= 1
    return votes > 0
