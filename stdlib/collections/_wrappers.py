"""UserDict, UserList, UserString: classes to derive from whose content is a plain object in `data`.

Invariant: everything a class here answers comes from `data`, and what a method returns as "the same kind" is made by
the class of the receiver; so a subclass changes one method and the others follow.
"""
from sys import maxsize
from _collections_abc import MutableMapping, MutableSequence, Sequence

__name__ = "collections"


def _duplicate(self):
    # A copy of the object and of its data, without a call of its constructor.
    twin = type(self).__new__(type(self))
    twin.__dict__.update(self.__dict__)
    twin.data = self.data.copy()
    return twin


class UserDict(MutableMapping):
    """A mapping to derive from; its entries are in the dict `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        for entries in (dict, kwargs or None):
            if entries is not None:
                self.update(entries)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __getitem__(self, key):
        data = self.data
        if key in data:
            return data[key]
        try:
            missing = type(self).__missing__
        except AttributeError:
            raise KeyError(key) from None
        return missing(self, key)

    def get(self, key, default=None):
        """Return the value of a key, or the default if the key is not there."""
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        theirs = other.data if isinstance(other, UserDict) else other
        return type(self)(self.data | theirs) if isinstance(theirs, dict) else NotImplemented

    def __ror__(self, other):
        theirs = other.data if isinstance(other, UserDict) else other
        return type(self)(theirs | self.data) if isinstance(theirs, dict) else NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    __copy__ = _duplicate

    def copy(self):
        """Return a copy with a copy of the data."""
        if type(self) is UserDict:
            return UserDict(self.data.copy())
        # The subclass fills the copy by its own methods.
        twin = type(self).__new__(type(self))
        twin.__dict__.update(self.__dict__)
        twin.data = {}
        twin.update(self)
        return twin

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Return a new mapping whose keys come from an iterable and share one value."""
        self = cls()
        for key in iterable:
            self[key] = value
        return self


def _plain(other):
    # What a list is compared with: the list in a UserList, and anything else as it is.
    return other.data if isinstance(other, UserList) else other


def _listed(other):
    return other.data if isinstance(other, UserList) else other if isinstance(other, list) else list(other)


class UserList(MutableSequence):
    """A sequence to derive from; its items are in the list `data`."""

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_plain(initlist))

    __hash__ = None

    def __eq__(self, other):
        return self.data == _plain(other)

    def __lt__(self, other):
        return self.data < _plain(other)

    def __le__(self, other):
        return self.data <= _plain(other)

    def __gt__(self, other):
        return self.data > _plain(other)

    def __ge__(self, other):
        return self.data >= _plain(other)

    def __repr__(self):
        return repr(self.data)

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        return item in self.data

    def __getitem__(self, i):
        found = self.data[i]
        return type(self)(found) if isinstance(i, slice) else found

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return type(self)(self.data + _listed(other))

    def __radd__(self, other):
        return type(self)(_listed(other) + self.data)

    def __iadd__(self, other):
        self.data += _listed(other)
        return self

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    __copy__ = _duplicate

    def copy(self):
        """Return a new list of the same items."""
        return type(self)(self)

    def append(self, item):
        """Put an item at the end."""
        self.data.append(item)

    def extend(self, other):
        """Put all items of an iterable at the end."""
        self.data.extend(_plain(other))

    def insert(self, i, item):
        """Put an item before an index."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Remove the item at an index, by default the last, and return it."""
        return self.data.pop(i)

    def remove(self, item):
        """Remove the first occurrence of an item."""
        self.data.remove(item)

    def clear(self):
        """Remove all items."""
        self.data.clear()

    def count(self, item):
        """Return how often an item is there."""
        return self.data.count(item)

    def index(self, item, *args):
        """Return the first index of an item."""
        return self.data.index(item, *args)

    def reverse(self):
        """Turn the order round in place."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sort in place."""
        self.data.sort(*args, **kwds)


def _text(value):
    # What a method of str is given: the str in a UserString, and anything else as it is.
    return value.data if isinstance(value, UserString) else value


def _asks(name):
    # A method without arguments that answers what the str answers.
    ask = getattr(str, name)

    def method(self):
        return ask(self.data)
    return _named(method, name, f"Return what str.{name} returns for the text.")


def _changes(name):
    # A method without arguments whose answer is of the receiver's class.
    change = getattr(str, name)

    def method(self):
        return type(self)(change(self.data))
    return _named(method, name, f"Return a new object with what str.{name} makes of the text.")


def _strips(name):
    change = getattr(str, name)

    def method(self, chars=None):
        return type(self)(change(self.data, chars))
    return _named(method, name, f"Return a new object with what str.{name} makes of the text.")


def _pads(name):
    change = getattr(str, name)

    def method(self, width, *args):
        return type(self)(change(self.data, width, *args))
    return _named(method, name, f"Return a new object with what str.{name} makes of the text.")


def _searches(name):
    search = getattr(str, name)

    def method(self, sub, start=0, end=maxsize):
        return search(self.data, _text(sub), start, end)
    return _named(method, name, f"Return what str.{name} finds in the text.")


def _named(method, name, doc):
    method.__name__, method.__qualname__, method.__doc__ = name, f"UserString.{name}", doc
    return method


class UserString(Sequence):
    """A text to derive from; its characters are in the str `data`."""

    def __init__(self, seq):
        self.data = seq if isinstance(seq, str) else seq.data[:] if isinstance(seq, UserString) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, string):
        return self.data == _text(string)

    def __lt__(self, string):
        return self.data < _text(string)

    def __le__(self, string):
        return self.data <= _text(string)

    def __gt__(self, string):
        return self.data > _text(string)

    def __ge__(self, string):
        return self.data >= _text(string)

    def __contains__(self, char):
        return _text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return type(self)(self.data[index])

    def __add__(self, other):
        return type(self)(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return type(self)((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return type(self)(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return type(self)(self.data % args)

    def __rmod__(self, template):
        return type(self)(str(template) % self)

    isalpha, isalnum, isascii = _asks("isalpha"), _asks("isalnum"), _asks("isascii")
    isdecimal, isdigit, isnumeric = _asks("isdecimal"), _asks("isdigit"), _asks("isnumeric")
    islower, isupper, istitle = _asks("islower"), _asks("isupper"), _asks("istitle")
    isidentifier, isprintable, isspace = _asks("isidentifier"), _asks("isprintable"), _asks("isspace")

    lower, upper, swapcase = _changes("lower"), _changes("upper"), _changes("swapcase")
    capitalize, title, casefold = _changes("capitalize"), _changes("title"), _changes("casefold")

    strip, lstrip, rstrip = _strips("strip"), _strips("lstrip"), _strips("rstrip")
    center, ljust, rjust = _pads("center"), _pads("ljust"), _pads("rjust")
    count, find, rfind = _searches("count"), _searches("find"), _searches("rfind")
    index, rindex = _searches("index"), _searches("rindex")

    maketrans = str.maketrans

    def translate(self, *args):
        """Return a new object with its characters replaced by a table."""
        return type(self)(self.data.translate(*args))

    def replace(self, old, new, maxsplit=-1):
        """Return a new object with one text replaced by another."""
        return type(self)(self.data.replace(_text(old), _text(new), maxsplit))

    def removeprefix(self, prefix, /):
        """Return a new object without a text at its start."""
        return type(self)(self.data.removeprefix(_text(prefix)))

    def removesuffix(self, suffix, /):
        """Return a new object without a text at its end."""
        return type(self)(self.data.removesuffix(_text(suffix)))

    def expandtabs(self, tabsize=8):
        """Return a new object with spaces for its tabs."""
        return type(self)(self.data.expandtabs(tabsize))

    def zfill(self, width):
        """Return a new object with zeros in front, up to a width."""
        return type(self)(self.data.zfill(width))

    def startswith(self, prefix, start=0, end=maxsize):
        """Return whether the text starts with another, or with one of a tuple."""
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=maxsize):
        """Return whether the text ends with another, or with one of a tuple."""
        return self.data.endswith(suffix, start, end)

    def encode(self, encoding="utf-8", errors="strict"):
        """Return the text as bytes."""
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def format(self, /, *args, **kwds):
        """Return the text with its fields filled in, as a str."""
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        """Return the text with its fields filled in from a mapping, as a str."""
        return self.data.format_map(mapping)

    def join(self, seq):
        """Return texts with this one between them, as a str."""
        return self.data.join(seq)

    def partition(self, sep):
        """Return what comes before the first separator, the separator, and what follows, each a str."""
        return self.data.partition(sep)

    def rpartition(self, sep):
        """Return what comes before the last separator, the separator, and what follows, each a str."""
        return self.data.rpartition(sep)

    def split(self, sep=None, maxsplit=-1):
        """Return the parts between separators, each a str."""
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        """Return the parts between separators, counted from the end, each a str."""
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=False):
        """Return the lines of the text, each a str."""
        return self.data.splitlines(keepends)
