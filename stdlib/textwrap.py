"""Wrapping, filling, shortening and indenting of plain text.

Invariant: the chunks of a text, joined, are the text; lines are made of whole chunks unless a chunk alone is too long.
"""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent', 'indent', 'shorten']

# White space that may be broken at: of ASCII only, so that a no-break space holds.
_BLANKS = '\t\n\x0b\x0c\r '
_TO_SPACES = dict.fromkeys(map(ord, _BLANKS), ' ')


def _is_word(char):
    return char.isalnum() or char == '_'


def _is_letter(char):
    return char == '_' or char.isalnum() and not char.isdecimal()


def _runs(text):
    """Yields the runs of blanks and of anything else, in turn."""
    start = end = 0
    size = len(text)
    while start < size:
        if text[start] in _BLANKS:
            while end < size and text[end] in _BLANKS:
                end += 1
        else:
            while end < size and text[end] not in _BLANKS:
                end += 1
        yield text[start:end]
        start = end


def _is_long_dash(run, at):
    """True if a dash of two or more hyphens stands at this place, with a word before and behind."""
    behind = at
    while run[behind:behind + 1] == '-':
        behind += 1
    if behind - at < 2 or behind == len(run) or not _is_word(run[behind]):
        return False
    before = run[at - 1:at]
    return before != '' and (before in '!"\'&.,?' or _is_word(before))


def _is_hyphen(run, at):
    """True if the hyphen at this place stands between parts of a word: behind it a line may be broken."""
    if at < 2 or not _is_letter(run[at - 1]):
        return False
    if not _is_letter(run[at - 2]) and not (run[at - 2] == '-' and at > 2 and _is_letter(run[at - 3])):
        return False
    behind = run[at + 1:at + 4]
    if len(behind) < 2 or not _is_letter(behind[0]):
        return False
    return _is_letter(behind[1]) or behind[1] == '-' and len(behind) > 2 and _is_letter(behind[2])


def _parts(run):
    """Yields the parts of a run without blanks between which a line may be broken."""
    start = 0
    while start < len(run):
        if run[start] == '-' and _is_long_dash(run, start):
            end = start
            while run[end] == '-':
                end += 1
        else:
            end = run.find('-', start + 1)
            while end >= 0:
                if _is_hyphen(run, end):
                    end += 1
                    break
                if _is_long_dash(run, end):
                    break
                end = run.find('-', end + 1)
            if end < 0:
                end = len(run)
        yield run[start:end]
        start = end


def _ends_sentence(chunk):
    if chunk[-1:] in ('"', "'"):
        chunk = chunk[:-1]
    return len(chunk) > 1 and chunk[-1] in '.!?' and 'a' <= chunk[-2] <= 'z'


class TextWrapper:
    """Wraps and fills text in the way that its attributes tell."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=' [...]'):
        self.width, self.max_lines, self.placeholder = width, max_lines, placeholder
        self.initial_indent, self.subsequent_indent = initial_indent, subsequent_indent
        self.expand_tabs, self.tabsize = expand_tabs, tabsize
        self.replace_whitespace, self.drop_whitespace = replace_whitespace, drop_whitespace
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.fix_sentence_endings = fix_sentence_endings

    def wrap(self, text):
        """Gives the lines, without line ends, that a paragraph fills."""
        return self._lines(self._chunks(text))

    def fill(self, text):
        """Gives the lines of a paragraph as one string."""
        return '\n'.join(self.wrap(text))

    def _chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(_TO_SPACES)
        chunks = []
        for run in _runs(text):
            if self.break_on_hyphens and '-' in run:
                chunks += _parts(run)
            else:
                chunks.append(run)
        if self.fix_sentence_endings:
            for at in range(1, len(chunks)):
                if chunks[at] == ' ' and _ends_sentence(chunks[at - 1]):
                    chunks[at] = '  '
        return chunks

    def _check(self):
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")

    def _lines(self, chunks):
        self._check()
        lines = []
        left = chunks[::-1]
        while left:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if lines and self.drop_whitespace and not left[-1].strip():
                left.pop()
            line, size = [], 0
            while left and size + len(left[-1]) <= width:
                size += len(left[-1])
                line.append(left.pop())
            if left and len(left[-1]) > width:
                self._handle_long_word(left, line, size, width)
            if line and self.drop_whitespace and not line[-1].strip():
                line.pop()
            if not line:
                continue
            if self.max_lines is not None and len(lines) + 1 >= self.max_lines and not self._is_end(left, line, width):
                self._cut(lines, indent, line, width)
                break
            lines.append(indent + ''.join(line))
        return lines

    def _is_end(self, left, line, width):
        """True if this line, the last allowed, is the last of the text as well."""
        if left and not (self.drop_whitespace and len(left) == 1 and not left[0].strip()):
            return False
        return len(''.join(line)) <= width

    def _cut(self, lines, indent, line, width):
        """Puts the placeholder behind as many chunks of the last line as leave room for it."""
        while line:
            if line[-1].strip() and len(''.join(line)) + len(self.placeholder) <= width:
                lines.append(indent + ''.join(line) + self.placeholder)
                return
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Takes what fits of a chunk that is longer than a line; name and parameters are known to subclasses."""
        word = reversed_chunks[-1]
        room = width - cur_len if width >= 1 else 1
        if not self.break_long_words or room <= 0:
            if not cur_line:
                cur_line.append(reversed_chunks.pop())
            return
        if self.break_on_hyphens and len(word) > room:
            hyphen = word.rfind('-', 0, room)
            if hyphen > 0 and word[:hyphen].strip('-'):
                room = hyphen + 1
        cur_line.append(word[:room])
        reversed_chunks[-1] = word[room:]


def wrap(text, width=70, **kwargs):
    """Gives the lines, without line ends, that a paragraph fills."""
    return TextWrapper(width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """Gives the lines of a paragraph as one string."""
    return TextWrapper(width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """Joins the words with single spaces and leaves out those at the end that do not fit."""
    return TextWrapper(width, max_lines=1, **kwargs).fill(' '.join(text.split()))


def dedent(text):
    """Takes away the white space that all lines begin with; lines of nothing but white space become empty."""
    try:
        lines = text.split('\n')
    except (AttributeError, TypeError):
        raise TypeError(f'expected str object, not {type(text).__qualname__!r}') from None
    filled = [line for line in lines if line.strip()]
    margin = 0
    if filled:
        # What the least and the greatest line have in common, all lines have.
        low, high = min(filled), max(filled)
        for mine, others in zip(low, high):
            if mine != others or mine not in ' \t':
                break
            margin += 1
    return '\n'.join([line[margin:] if line.strip() else '' for line in lines])


def indent(text, prefix, predicate=None):
    """Puts a prefix before each line that is not blank, or of which the predicate is true."""
    if predicate is None:
        return ''.join([line if line.isspace() else prefix + line for line in text.splitlines(True)])
    return ''.join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
