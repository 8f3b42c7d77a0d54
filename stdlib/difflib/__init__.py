"""Comparing sequences: matching blocks, similarity, and differences of lines for people and for tools.

Invariant: between two calls a SequenceMatcher's index of its second sequence fits that sequence, and the results
that it keeps (blocks, opcodes, counts) are None or fit both.
"""

from collections import namedtuple as _namedtuple

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher',
           'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK', 'context_diff',
           'unified_diff', 'diff_bytes', 'HtmlDiff', 'Match']

Match = _namedtuple('Match', 'a b size')


def __getattr__(name):
    # The tables of HTML are large and seldom wanted.
    if name == 'HtmlDiff':
        from ._html import HtmlDiff
        globals()[name] = HtmlDiff
        return HtmlDiff
    raise AttributeError(f"module 'difflib' has no attribute {name!r}")


def _similarity(matches, total):
    return 2.0 * matches / total if total else 1.0


def _only_start(code, n):
    tag, i1, i2, j1, j2 = code
    return code if tag != 'equal' else (tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n))


def _only_end(code, n):
    tag, i1, i2, j1, j2 = code
    return code if tag != 'equal' else (tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2)


class SequenceMatcher:
    """Compares two sequences of hashable items."""

    a = b = None

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        """Sets both sequences."""
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        """Sets the first sequence and keeps what is known of the second."""
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        """Sets the second sequence and indexes it."""
        if b is self.b:
            return
        self.b = b
        self.matching_blocks = self.opcodes = self.fullbcount = None
        # b2j tells the places of an item in b; what is in bjunk or in bpopular is not in it.
        places = {}
        for at, item in enumerate(b):
            if item in places:
                places[item].append(at)
            else:
                places[item] = [at]
        isjunk, size = self.isjunk, len(b)
        junk = {item for item in places if isjunk(item)} if isjunk else set()
        for item in junk:
            del places[item]
        popular = set()
        if self.autojunk and size >= 200:
            limit = size // 100 + 1
            popular = {item for item, where in places.items() if len(where) > limit}
        for item in popular:
            del places[item]
        self.b2j, self.bjunk, self.bpopular = places, junk, popular

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        """Finds the longest block that stands in a[alo:ahi] and in b[blo:bhi], the earliest of several."""
        a, b, junk = self.a, self.b, self.bjunk
        if ahi is None:
            ahi = len(a)
        if bhi is None:
            bhi = len(b)
        start_a, start_b, size = alo, blo, 0
        places, nowhere = self.b2j.get, ()
        # above[j]: how long the common run is that ends with the item of a before this one and with b[j]
        above = {}
        for i in range(alo, ahi):
            here = {}
            for j in places(a[i], nowhere):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                run = here[j] = above[j - 1] + 1 if j - 1 in above else 1
                if run > size:
                    start_a, start_b, size = i - run + 1, j - run + 1, run
            above = here
        # What the index leaves out may still border on the block: first popular items, then junk.
        for wanted in (False, True):
            while (start_a > alo and start_b > blo and (b[start_b - 1] in junk) is wanted
                   and a[start_a - 1] == b[start_b - 1]):
                start_a, start_b, size = start_a - 1, start_b - 1, size + 1
            while (start_a + size < ahi and start_b + size < bhi and (b[start_b + size] in junk) is wanted
                   and a[start_a + size] == b[start_b + size]):
                size += 1
        return Match(start_a, start_b, size)

    def get_matching_blocks(self):
        """Lists the matching blocks in order, none next to another, with an empty one at the end."""
        if self.matching_blocks is not None:
            return self.matching_blocks
        len_a, len_b = len(self.a), len(self.b)
        blocks = []
        from_a = from_b = run = 0
        # A stack of spans still to search and of blocks found, the leftmost on top.
        pending = [(0, len_a, 0, len_b)]
        while pending:
            top = pending.pop()
            if len(top) == 4:
                alo, ahi, blo, bhi = top
                found = i, j, size = self.find_longest_match(alo, ahi, blo, bhi)
                if size:
                    if i + size < ahi and j + size < bhi:
                        pending.append((i + size, ahi, j + size, bhi))
                    pending.append(found)
                    if alo < i and blo < j:
                        pending.append((alo, i, blo, j))
                continue
            i, j, size = top
            if from_a + run == i and from_b + run == j:
                run += size
            else:
                if run:
                    blocks.append(Match(from_a, from_b, run))
                from_a, from_b, run = i, j, size
        if run:
            blocks.append(Match(from_a, from_b, run))
        blocks.append(Match(len_a, len_b, 0))
        self.matching_blocks = blocks
        return blocks

    def get_opcodes(self):
        """Lists (tag, i1, i2, j1, j2): how a becomes b."""
        if self.opcodes is None:
            codes = []
            i = j = 0
            for at_a, at_b, size in self.get_matching_blocks():
                if i < at_a:
                    codes.append(('replace' if j < at_b else 'delete', i, at_a, j, at_b))
                elif j < at_b:
                    codes.append(('insert', i, at_a, j, at_b))
                i, j = at_a + size, at_b + size
                if size:
                    codes.append(('equal', at_a, i, at_b, j))
            self.opcodes = codes
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Yields groups of opcodes with up to n items of context around each."""
        codes = self.get_opcodes() or [('equal', 0, 1, 0, 1)]
        # The ends are cut in the very list that get_opcodes() gave and will give again, as it has always been.
        codes[0] = _only_end(codes[0], n)
        codes[-1] = _only_start(codes[-1], n)
        group = []
        for code in codes:
            if code[0] == 'equal' and code[2] - code[1] > 2 * n:
                # Long enough to part two groups.
                yield [*group, _only_start(code, n)]
                group = [_only_end(code, n)]
            else:
                group.append(code)
        if len(group) > 1 or group and group[0][0] != 'equal':
            yield group

    def ratio(self):
        """The similarity of the sequences, from 0.0 to 1.0."""
        matches = 0
        for block in self.get_matching_blocks():
            matches += block[2]
        return _similarity(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        """An upper bound of ratio() that heeds no order."""
        counts = self.fullbcount
        if counts is None:
            counts = self.fullbcount = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left = {}
        matches = 0
        for item in self.a:
            stock = left[item] if item in left else counts.get(item, 0)
            left[item] = stock - 1
            if stock > 0:
                matches += 1
        return _similarity(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        """An upper bound of ratio() from the lengths alone."""
        len_a, len_b = len(self.a), len(self.b)
        return _similarity(min(len_a, len_b), len_a + len_b)

    __class_getitem__ = classmethod(type(list[int]))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    """Lists the up to n possibilities most similar to word, the best first."""
    if not n > 0:
        raise ValueError("n must be > 0: %r" % (n,))
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError("cutoff must be in [0.0, 1.0]: %r" % (cutoff,))
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    scored = []
    for candidate in possibilities:
        matcher.set_seq1(candidate)
        # The bounds are cheap and spare most of the real work.
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff:
            score = matcher.ratio()
            if score >= cutoff:
                scored.append((score, candidate))
    scored.sort(reverse=True)
    return [candidate for _, candidate in scored[:n]]


def IS_LINE_JUNK(line, pat=None):
    """True for a line that is blank or holds nothing but one '#'."""
    if pat is None:
        return line.strip() in ('', '#')
    return pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    """True for a space and a tab."""
    return ch in ws


# Lines are paired when they are more alike than this; the search for a partner goes this far up and down.
_ALIKE = 0.74999
_REACH = 10


def _marks(matcher, old, new):
    """The two lines of marks that stand under a pair of lines which are alike."""
    matcher.set_seqs(old, new)
    under_old = under_new = ''
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == 'equal':
            sign_old = sign_new = ' '
        elif tag == 'replace':
            sign_old = sign_new = '^'
        else:
            sign_old, sign_new = '-', '+'
        under_old += sign_old * (i2 - i1)
        under_new += sign_new * (j2 - j1)
    return under_old, under_new


def _hint(line, marks):
    """A '?' line, or nothing where there is no mark; blanks of the line (tabs above all) keep the marks in place."""
    kept = [own if mark == ' ' and own.isspace() else mark for own, mark in zip(line, marks)]
    text = ''.join(kept).rstrip()
    return [f'? {text}\n'] if text else []


class Differ:
    """Compares lines of text and tells the difference in lines for people."""

    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        """Yields the delta of two sequences of lines."""
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'equal':
                for at in range(i1, i2):
                    yield '  ' + a[at]
            elif tag == 'replace':
                yield from self._changed(a, i1, i2, b, j1, j2)
            else:
                yield from _whole(a, i1, i2, b, j1, j2)

    def _changed(self, a, alo, ahi, b, blo, bhi):
        """The delta of two spans without a common line: marks in the lines that are alike, the rest line by line."""
        matcher = SequenceMatcher(self.charjunk)
        for i, j in _pairs(matcher, a, alo, ahi, b, blo, bhi):
            yield from _whole(a, alo, i, b, blo, j)
            old, new = a[i], b[j]
            if old == new:
                # Equal lines meet here when they are junk or popular.
                yield '  ' + old
            else:
                under_old, under_new = _marks(matcher, old, new)
                yield '- ' + old
                yield from _hint(old, under_old)
                yield '+ ' + new
                yield from _hint(new, under_new)
            alo, blo = i + 1, j + 1
        yield from _whole(a, alo, ahi, b, blo, bhi)


def _pairs(matcher, a, alo, ahi, b, blo, bhi):
    """Yields, in order, the places of lines that are alike enough to be one line changed."""
    first_free, shift = alo, alo - blo
    for j in range(blo, bhi):
        middle = j + shift
        lo, hi = max(middle - _REACH, first_free), min(middle + _REACH + 1, ahi)
        if lo >= hi:
            return
        matcher.set_seq2(b[j])
        best, partner = _ALIKE, None
        for i in range(lo, hi):
            matcher.set_seq1(a[i])
            if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best:
                score = matcher.ratio()
                if score > best:
                    best, partner = score, i
        if partner is not None:
            first_free = partner + 1
            yield partner, j


def _whole(a, alo, ahi, b, blo, bhi):
    """Two spans as lines gone and lines new; the shorter span comes first."""
    gone = ['- ' + a[at] for at in range(alo, ahi)]
    new = ['+ ' + b[at] for at in range(blo, bhi)]
    return new + gone if len(new) < len(gone) else gone + new


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    """Yields the delta of two sequences of lines as a Differ makes it."""
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    """Yields the lines of one of the two sequences that made a delta."""
    number = int(which)
    if number not in (1, 2):
        raise ValueError('unknown delta choice (must be 1 or 2): %r' % which)
    other = '+ ' if number == 1 else '- '
    # Besides one's own lines and the other's there are lines of both ('  ') and hints ('? ').
    yield from (line[2:] for line in delta if line[:2] != other and line[:2] in ('  ', '- ', '+ '))


def _check_lines(a, b, *texts):
    """Refuses bytes, of which only the first line of each sequence is looked at, and single strings."""
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError('lines to compare must be str, not %s (%r)' % (type(lines[0]).__name__, lines[0]))
    for lines in (a, b):
        if isinstance(lines, str):
            raise TypeError('input must be a sequence of strings, not %s' % type(lines).__name__)
    for text in texts:
        if not isinstance(text, str):
            raise TypeError('all arguments must be str, not: %r' % (text,))


def _heading(sign, name, date, lineterm):
    return f'{sign} {name}\t{date}{lineterm}' if date else f'{sign} {name}{lineterm}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Yields the lines of a unified diff."""
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        size = stop - start
        if size == 1:
            return str(start + 1)
        return f'{start + 1 if size else start},{size}'

    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield _heading('---', fromfile, fromfiledate, lineterm)
            yield _heading('+++', tofile, tofiledate, lineterm)
        old, new = span(group[0][1], group[-1][2]), span(group[0][3], group[-1][4])
        yield f'@@ -{old} +{new} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            for line in a[i1:i2]:
                yield '-' + line
            for line in b[j1:j2]:
                yield '+' + line


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    """Yields the lines of a context diff."""
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        # An empty span is named by the line before it.
        return f'{start + 1},{stop}' if stop - start > 1 else str(stop)

    def side(group, lines, lo, other):
        # One side of a group; left out where this side lost or gained nothing.
        if all(code[0] in ('equal', other) for code in group):
            return
        for code in group:
            if code[0] != other:
                sign = {'equal': '  ', 'replace': '! ', 'delete': '- ', 'insert': '+ '}[code[0]]
                for line in lines[code[lo]:code[lo + 1]]:
                    yield sign + line

    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield _heading('***', fromfile, fromfiledate, lineterm)
            yield _heading('---', tofile, tofiledate, lineterm)
        yield '***************' + lineterm
        yield f'*** {span(group[0][1], group[-1][2])} ****{lineterm}'
        yield from side(group, a, 1, 'insert')
        yield f'--- {span(group[0][3], group[-1][4])} ----{lineterm}'
        yield from side(group, b, 3, 'delete')


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    """Yields what dfunc makes of lines of bytes in whatever encoding."""
    def text(data):
        try:
            return data.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(data).__name__} ({data!r})') from error

    old, new = [text(line) for line in a], [text(line) for line in b]
    lines = dfunc(old, new, text(fromfile), text(tofile), text(fromfiledate), text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')
