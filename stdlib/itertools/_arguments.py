"""What the iterators share: how they read their arguments, with the messages of a native module, and what they refuse.

Invariant: nothing here runs in a usual call; a constructor comes here only if arguments come by name, in excess, or
not at all."""
from sys import maxsize as _maxsize

_MISSING = object()


def _bind(name, shape, required, places, given, excess, named):
    """The values for the parameters of `shape`, in order; of these the first `required` must be given."""
    params = shape.__code__.co_varnames
    values = [value for value in given if value is not _MISSING] + list(excess)
    placed = len(values)
    total = placed + len(named)
    if total > len(params):
        kind = "" if placed else "keyword "
        raise TypeError(f"{name}() takes at most {len(params)} {kind}argument{_s(len(params))} ({total} given)")
    if placed > places:
        bound = "exactly" if required == places else "at most"
        raise TypeError(f"{name}() takes {bound} {places} positional argument{_s(places)} ({placed} given)")
    for position in range(placed, len(params)):
        param = params[position]
        if position < required and param not in named:
            raise TypeError(f"{name}() missing required argument '{param}' (pos {position + 1})")
        values.append(named.get(param, _MISSING))
    for position, param in enumerate(params[:placed], 1):
        if param in named:
            raise TypeError(f"argument for {name}() given by name ('{param}') and position ({position})")
    for word in named:
        if word not in params:
            raise TypeError(f"{name}() got an unexpected keyword argument '{word}'{_nearest(shape, word)}")
    return values


def _s(number):
    return "" if number == 1 else "s"


def _nearest(shape, word):
    """What the machine itself would suggest for an unknown keyword of `shape`."""
    try:
        shape(**{word: None})
    except TypeError as error:
        return str(error).partition(f"'{word}'")[2]


def _no_words(cls, name, named):
    # A subclass with an initialiser of its own may take keywords that the iterator doesn't know.
    if named and cls.__init__ is object.__init__:
        raise TypeError(f"{name}() takes no keyword arguments")


def _expect(name, wanted, given, excess):
    got = sum(value is not _MISSING for value in given) + len(excess)
    if got != wanted:
        raise TypeError(f"{name} expected {wanted} argument{_s(wanted)}, got {got}")


def _size(value):
    """The number in `value`, which must fit a machine word."""
    number = value if type(value) is int else int.__index__(range(value).stop)
    if not -_maxsize - 1 <= number <= _maxsize:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return number


def _refuse_reduce(self, protocol=2, /):
    """Iterators are not copied or pickled."""
    cls = type(self)
    name = f"itertools.{cls.__name__}" if cls.__module__ == "itertools" else cls.__name__
    raise TypeError(f"cannot pickle '{name}' object")


def _final(cls, **words):
    raise TypeError(f"type 'itertools.{cls.__mro__[1].__name__}' is not an acceptable base type")
