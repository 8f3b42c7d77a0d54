"""What `pwd` and `grp` share: rows of a file whose columns are separated by colons, and tuples with names.

Invariant: a row that has other than the due number of columns, or a comment, is passed over.
"""


def rows(path, columns):
    """The columns of each row of a file; nothing if there is no file."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            text = file.read()
    except FileNotFoundError:
        return
    for line in text.split("\n"):
        parts = line.split(":")
        if len(parts) == columns and not line.startswith(("#", "+", "-")):
            yield parts


def index_of(value, what):
    """A number of a user or a group; the highest one is -1."""
    if not hasattr(value, "__index__"):
        raise TypeError(f"{what} should be integer, not {type(value).__name__}")
    number = value.__index__()
    if number >= 1 << 63:
        raise OverflowError(f"{what} is greater than maximum")
    if not -1 <= number < 1 << 32:
        raise OverflowError(f"{what} is less than minimum")
    return -1 if number == 0xFFFF_FFFF else number


def text_of(value, function, argument="argument"):
    """A name of a user or a group."""
    if not isinstance(value, str):
        raise TypeError(f"{function}() {argument} must be str, not {type(value).__name__}")
    if "\0" in value:
        raise ValueError("embedded null byte")
    return value


def record(full_name, fields):
    """A class of tuples with names."""
    module, name = full_name.split(".")
    fields = fields.split()

    class Record(tuple):
        """A row."""

        __slots__ = ()
        n_fields = n_sequence_fields = len(fields)
        n_unnamed_fields = 0
        __match_args__ = tuple(fields)

        def __new__(cls, sequence, dict={}):
            self = super().__new__(cls, sequence)
            if len(self) != len(fields):
                raise TypeError(f"{full_name}() takes a {len(fields)}-sequence ({len(self)}-sequence given)")
            return self

        def __repr__(self):
            shown = ", ".join(f"{field}={value!r}" for field, value in zip(fields, self))
            return f"{full_name}({shown})"

        def __reduce__(self):
            return type(self), (tuple(self), {})

    for position, field in enumerate(fields):
        setattr(Record, field, property(lambda self, position=position: self[position]))
    Record.__name__ = Record.__qualname__ = name
    Record.__module__ = module
    return Record
