"""The rules by which tables are read and written, and the names under which rules are kept.

Invariant: a Rules object is valid from the moment it exists, and nobody can change it.
"""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

_DEFAULTS = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n', 'quotechar': '"',
             'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}

_registered = {}


class Error(Exception):
    """Raised for text that can't be read and for values that can't be written."""

    __module__ = '_csv'


def _character(name, value, optional):
    if value is None and optional:
        return None
    kind = 'a unicode character or None' if optional else 'a unicode character'
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be {kind}, not a string of length {len(value)}')
    return value


class Rules:
    """Checked rules; made of a dialect (by name, class or object) and of keyword arguments."""

    __module__ = '_csv'
    __qualname__ = 'Dialect'
    __slots__ = tuple(['_' + name for name in _DEFAULTS])

    def __init__(self, dialect=None, **options):
        for name in options:
            if name not in _DEFAULTS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        given = dict(options)
        if dialect is not None:
            for name in _DEFAULTS:
                if name not in given and hasattr(dialect, name):
                    given[name] = getattr(dialect, name)
        all_given = {**_DEFAULTS, **given}
        delimiter = _character('delimiter', all_given['delimiter'], False)
        self._doublequote = bool(all_given['doublequote'])
        escapechar = _character('escapechar', all_given['escapechar'], True)
        end = all_given['lineterminator']
        if not isinstance(end, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(end).__name__}')
        quotechar = _character('quotechar', all_given['quotechar'], True)
        quoting = all_given['quoting']
        if type(quoting) is not int:
            raise TypeError(f'"quoting" must be an integer, not {type(quoting).__name__}')
        self._skipinitialspace, self._strict = bool(all_given['skipinitialspace']), bool(all_given['strict'])
        if not 0 <= quoting <= 5:
            raise TypeError('bad "quoting" value')
        if quotechar is None and quoting != QUOTE_NONE:
            if 'quoting' in options or 'quotechar' not in options:
                raise TypeError('quotechar must be set if quoting enabled')
            quoting = QUOTE_NONE
        self._check(delimiter, escapechar, quotechar, end)
        self._delimiter, self._escapechar, self._quotechar = delimiter, escapechar, quotechar
        self._lineterminator, self._quoting = end, quoting

    def _check(self, delimiter, escapechar, quotechar, end):
        chars = {'delimiter': delimiter, 'escapechar': escapechar, 'quotechar': quotechar}
        for name, char in chars.items():
            if char is None:
                continue
            if char in '\r\n' or (char == ' ' and self._skipinitialspace and name != 'delimiter'):
                raise ValueError(f'bad {name} value')
        for one, other in (('delimiter', 'escapechar'), ('delimiter', 'quotechar'), ('escapechar', 'quotechar')):
            if chars[one] == chars[other] and chars[one] is not None:
                raise ValueError(f'bad {one} or {other} value')
        for name, char in chars.items():
            if char is not None and char in end:
                raise ValueError(f'bad {name} or lineterminator value')

    def __setattr__(self, name, value):
        if name in _DEFAULTS:
            raise AttributeError(f"attribute '{name}' of '_csv.Dialect' objects is not writable")
        object.__setattr__(self, name, value)


def _shown(name):
    def read(self):
        return getattr(self, '_' + name)
    read.__name__ = name
    return property(read)


for _each in _DEFAULTS:
    setattr(Rules, _each, _shown(_each))


def rules_of(dialect, options):
    """Rules for a dialect as users may give it."""
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    if type(dialect) is Rules and not options:
        return dialect
    return Rules(dialect, **options)


def register_dialect(*args, **fmtparams):
    """Keeps a dialect under a name."""
    if not args:
        raise TypeError('register_dialect expected at least 1 argument, got 0')
    name, dialect = args if len(args) > 1 else (args[0], 'excel')
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _registered[name] = rules_of(dialect, fmtparams) if dialect != 'excel' or _registered else Rules(**fmtparams)


def unregister_dialect(name):
    """Forgets a dialect."""
    if name not in _registered:
        raise Error('unknown dialect')
    del _registered[name]


def get_dialect(name):
    """The dialect that is kept under a name."""
    try:
        return _registered[name]
    except KeyError:
        raise Error('unknown dialect') from None


def list_dialects():
    """The names of all dialects."""
    return list(_registered)
