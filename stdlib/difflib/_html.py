"""Differences side by side as a table of HTML.

Invariant: between ndiff and the page a text carries its marks as characters: \\0 and a sign open a change, \\1 ends it,
and a tab stands for a space that must not be lost.
"""

from . import IS_CHARACTER_JUNK, ndiff

_PAGE = '''
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"
          "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">

<html>

<head>
    <meta http-equiv="Content-Type"
          content="text/html; charset=%s" />
    <title></title>
    <style type="text/css">
        :root {color-scheme: light dark}
        table.diff {font-family: Menlo, Consolas, Monaco, Liberation Mono, Lucida Console, monospace; border:medium}
        .diff_header {background-color:#e0e0e0}
        td.diff_header {text-align:right}
        .diff_next {background-color:#c0c0c0}
        .diff_add {background-color:palegreen}
        .diff_chg {background-color:#ffff77}
        .diff_sub {background-color:#ffaaaa}

        @media (prefers-color-scheme: dark) {
            .diff_header {background-color:#666}
            .diff_next {background-color:#393939}
            .diff_add {background-color:darkgreen}
            .diff_chg {background-color:#847415}
            .diff_sub {background-color:darkred}
        }
    </style>
</head>

<body>
    %s
    <table class="diff" summary="Legends">
        <tr> <th colspan="2"> Legends </th> </tr>
        <tr> <td> <table border="" summary="Colors">
                      <tr><th> Colors </th> </tr>
                      <tr><td class="diff_add">&nbsp;Added&nbsp;</td></tr>
                      <tr><td class="diff_chg">Changed</td> </tr>
                      <tr><td class="diff_sub">Deleted</td> </tr>
                  </table></td>
             <td> <table border="" summary="Links">
                      <tr><th colspan="2"> Links </th> </tr>
                      <tr><td>(f)irst change</td> </tr>
                      <tr><td>(n)ext change</td> </tr>
                      <tr><td>(t)op</td> </tr>
                  </table></td> </tr>
    </table>
</body>

</html>'''

_TABLE = '''
    <table class="diff" id="difflib_chg_%s_top"
           cellspacing="0" cellpadding="0" rules="groups" >
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        <colgroup></colgroup> <colgroup></colgroup> <colgroup></colgroup>
        %s
        <tbody>
%s        </tbody>
    </table>'''

# How the next lines of a delta are read, by the signs that they begin with. For each side: how its cell is made (None
# for no cell yet); then whether a run of changes goes on, so that lines may still meet lines of the other side.
_READINGS = (
    ('-?+?', 'marked', 'marked', False),
    ('--++', 'whole', None, True),
    ('--?+', 'whole', None, False),
    ('--+', 'whole', None, False),
    ('- ', 'whole', None, False),
    ('-+?', 'plain', 'marked', False),
    ('-?+', 'marked', 'plain', False),
    ('-', 'whole', None, True),
    ('+--', None, 'whole', True),
    ('+ ', None, 'whole', False),
    ('+-', None, 'whole', False),
    ('+', None, 'whole', True),
)

_NOTHING = ('', '\n')


def _with_marks(line, hint):
    """The text of a line with the runs of signs below it as marks."""
    pieces, at, size = [], 2, len(line)
    while at < size:
        sign, end = hint[at:at + 1], at + 1
        while end < size and hint[end:end + 1] == sign:
            end += 1
        pieces.append(f'\0{sign}{line[at:end]}\1' if sign and sign in '+-^' else line[at:end])
        at = end
    return ''.join(pieces)


class _Sides:
    """The rows of a delta: a row is a cell for each side and whether they differ; a cell is a number and a text."""

    def __init__(self, delta):
        self.lines = list(delta)
        self.at = 0
        self.cells = [], []
        self.numbers = [0, 0]
        # So many more lines went than came in the run of changes that is being read.
        self.gone = 0

    def rows(self):
        """Reads the whole delta."""
        signs = ''.join([line[0] for line in self.lines])
        while self.at < len(signs):
            if signs[self.at] == ' ':
                text = self.lines[self.at][2:]
                self.at += 1
                self.put(0, text, False)
                self.put(1, text, False)
            else:
                self.change(signs)
        self.fill()
        return [(old[0], new[0], old[1] or new[1]) for old, new in zip(*self.cells)]

    def change(self, signs):
        for prefix, old, new, goes_on in _READINGS:
            if signs.startswith(prefix, self.at):
                break
        if goes_on or not (old and new):
            self.gone += 1 if old else -1
        if not goes_on:
            self.fill()
        for side, how in ((0, old), (1, new)):
            if how:
                self.take(side, how)

    def take(self, side, how):
        line = self.lines[self.at]
        self.at += 1
        if how == 'marked':
            text = _with_marks(line, self.lines[self.at])
            self.at += 1
        elif how == 'plain':
            text = line[2:]
        else:
            text = f'\0{line[0]}{line[2:] or " "}\1'
        self.put(side, text, True)

    def put(self, side, text, differs):
        self.numbers[side] += 1
        self.cells[side].append(((self.numbers[side], text), differs))

    def fill(self):
        """Ends a run: blank cells for the side that got fewer lines."""
        if self.gone:
            self.cells[1 if self.gone > 0 else 0].extend([(_NOTHING, True)] * abs(self.gone))
            self.gone = 0


def _near_changes(rows, lines):
    """The rows so near to a change, with None where others are left out."""
    shown = set()
    for at, row in enumerate(rows):
        if row[2]:
            shown.update(range(max(at - lines, 0), min(at + lines + 1, len(rows))))
    last = -1
    for at in sorted(shown):
        if at > last + 1:
            yield None
        yield rows[at]
        last = at


def _wrapped(cell, width):
    """The cells of one line in pieces of a width; those after the first have '>' for a number."""
    number, text = cell
    cells = []
    while number and len(text) - 3 * text.count('\0') > width:
        at = taken = 0
        mark = ''
        while taken < width and at < len(text):
            if text[at] == '\0':
                mark = text[at:at + 2]
                at += 2
            elif text[at] == '\1':
                mark = ''
                at += 1
            else:
                at += 1
                taken += 1
        cells.append((number, text[:at] + ('\1' if mark else '')))
        number, text = '>', mark + text[at:]
    cells.append((number, text))
    return cells


def _wrap_rows(rows, width):
    for row in rows:
        if row is None:
            yield None
            continue
        old, new = _wrapped(row[0], width), _wrapped(row[1], width)
        for at in range(max(len(old), len(new))):
            yield old[at] if at < len(old) else ('', ' '), new[at] if at < len(new) else ('', ' '), row[2]


class HtmlDiff:
    """Makes tables, or whole pages, that show two texts side by side with their differences."""

    __module__ = 'difflib'

    # Tables of one page need ids of their own.
    _tables = 0

    def __init__(self, tabsize=8, wrapcolumn=None, linejunk=None, charjunk=IS_CHARACTER_JUNK):
        self._tabsize, self._wrapcolumn = tabsize, wrapcolumn
        self._junk = linejunk, charjunk

    def make_file(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5, *, charset='utf-8'):
        """Gives a page of HTML with the differences of two lists of lines."""
        table = self.make_table(fromlines, tolines, fromdesc, todesc, context=context, numlines=numlines)
        return (_PAGE % (charset, table)).encode(charset, 'xmlcharrefreplace').decode(charset)

    def make_table(self, fromlines, tolines, fromdesc='', todesc='', context=False, numlines=5):
        """Gives the table of HTML with the differences of two lists of lines."""
        number = HtmlDiff._tables
        HtmlDiff._tables += 1
        old, new = [self._expanded(line) for line in fromlines], [self._expanded(line) for line in tolines]
        rows = _Sides(ndiff(old, new, *self._junk)).rows()
        if context:
            rows = _near_changes(rows, numlines)
        if self._wrapcolumn:
            rows = _wrap_rows(rows, self._wrapcolumn)
        # Behind the last row that differs nothing is looked for, so a list is needed.
        body = self._body(list(rows), number, context, numlines)
        header = ''
        if fromdesc or todesc:
            header = '<thead><tr>' + ''.join([
                f'<th class="diff_next"><br /></th><th colspan="2" class="diff_header">{name}</th>'
                for name in (fromdesc, todesc)]) + '</tr></thead>'
        table = _TABLE % (f'to{number}_', header, body)
        for mark, shown in (('\0+', '<span class="diff_add">'), ('\0-', '<span class="diff_sub">'),
                            ('\0^', '<span class="diff_chg">'), ('\1', '</span>'), ('\t', '&nbsp;')):
            table = table.replace(mark, shown)
        return table

    def _expanded(self, line):
        """A line whose tabs became as many tabs as they are wide, so that they stay apart from spaces."""
        line = line.replace(' ', '\0').expandtabs(self._tabsize)
        return line.replace(' ', '\t').replace('\0', ' ').rstrip('\n')

    def _body(self, rows, number, context, numlines):
        """The rows of the table with links from each change to the next."""
        prefix = f'to{number}_'
        cells = [row and (_cell(f'from{number}_', row[0]), _cell(prefix, row[1])) for row in rows]
        changed = [bool(row and row[2]) for row in rows]
        if not rows:
            text = 'No Differences Found' if context else 'Empty File'
            cells, changed, rows = [(f'<td></td><td>&nbsp;{text}&nbsp;</td>',) * 2], [False], [True]
        links, ids = [''] * len(rows), [''] * len(rows)
        count = last = 0
        for at, differs in enumerate(changed):
            if differs and not (at and changed[at - 1]):
                ids[max(at - numlines, 0)] = f' id="difflib_chg_{prefix}_{count}"'
                count += 1
                links[at] = f'<a href="#difflib_chg_{prefix}_{count}">n</a>'
                last = at
        if not changed[0]:
            links[0] = f'<a href="#difflib_chg_{prefix}_0">f</a>'
        links[last] = f'<a href="#difflib_chg_{prefix}_top">t</a>'
        pieces = []
        for at, pair in enumerate(cells):
            if pair:
                pieces.append(f'            <tr><td class="diff_next"{ids[at]}>{links[at]}</td>{pair[0]}'
                              f'<td class="diff_next">{links[at]}</td>{pair[1]}</tr>\n')
            elif at:
                pieces.append('        </tbody>        \n        <tbody>\n')
        return ''.join(pieces)


def _cell(prefix, cell):
    number, text = cell
    name = f' id="{prefix}{number}"' if isinstance(number, int) else ''
    text = text.replace('&', '&amp;').replace('>', '&gt;').replace('<', '&lt;').replace(' ', '&nbsp;').rstrip()
    return f'<td class="diff_header"{name}>{number}</td><td nowrap="nowrap">{text}</td>'
