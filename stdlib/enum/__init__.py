"""Enumerations: classes whose attributes are named constants, and flags that combine.

The metaclass stands in `_build`; checks of finished classes and the rest that few programs use stand in `_rare`, which
is loaded on demand.
"""
from enum._build import EnumDict, EnumMeta, EnumType, auto, member, nonmember, property
from enum._build import NameProperty as _NameProperty, ValueProperty as _ValueProperty
from enum._build import enter_value as _enter_value, find_member as _find_member, kinds as _kinds

__all__ = [
    "EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique",
    "property", "verify", "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
    "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS",
    "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name",
]

_EnumDict = EnumDict
_ON_DEMAND = frozenset((
    "verify", "global_flag_repr", "global_enum_repr", "global_str", "global_enum", "EnumCheck", "CONTINUOUS",
    "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name", "pickle_by_enum_name", "show_flag_values",
))


def __getattr__(name):
    if name not in _ON_DEMAND:
        raise AttributeError(f"module 'enum' has no attribute {name!r}")
    from enum import _rare
    here = globals()
    for name_ in _ON_DEMAND:
        here.setdefault(name_, getattr(_rare, name_))
    return here[name]


def __dir__():
    return sorted(globals().keys() | _ON_DEMAND)


class Enum(metaclass=EnumType):
    """Base class of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            found = _find_member(cls, value)
            if found is not None:
                return found
        return _look_further(cls, value)

    def _add_alias_(self, name):
        self.__class__._add_member_(name, self)

    def _add_value_alias_(self, value):
        cls = self.__class__
        known = _find_member(cls, value)
        if known is None:
            _enter_value(cls, getattr(self, "_name_", None), value, self)
        elif known is not self:
            raise ValueError("%r is already bound: %r" % (value, known))

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _one_more(last_values) if last_values else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = self.__class__
        return "<%s.%s: %s>" % (cls.__name__, self._name_, (cls._value_repr_ or repr)(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        cls = self.__class__
        if cls._member_type_ is not object:
            shown = set(object.__dir__(self))
        else:
            shown = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        shown.update(name for name in getattr(self, "__dict__", ()) if name[:1] != "_")
        for ancestor in cls.__mro__:
            for name, what in ancestor.__dict__.items():
                if name[:1] != "_" and (name not in cls._member_map_ or isinstance(what, property)):
                    shown.add(name)
        return sorted(shown)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @_NameProperty
    def name(self):
        """The name of the member."""
        return self._name_

    @_ValueProperty
    def value(self):
        """The value of the member."""
        return self._value_


_kinds["Enum"] = Enum


def _one_more(values):
    problem = "unable to sort non-numeric values"
    try:
        highest = sorted(values)[-1]
        problem = "unable to increment %r" % (highest,)
        return highest + 1
    except TypeError:
        raise TypeError(problem) from None


def _look_further(cls, value):
    """What `_missing_` makes of a value that no member has."""
    if cls.__new__ is not Enum.__new__:  # the class is still being made
        raise TypeError("do not use `super().__new__; call the appropriate __new__ directly") from None
    if not cls._member_map_:
        raise TypeError("%r has no members defined" % cls)
    problem = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
    try:
        found = cls._missing_(value)
        if isinstance(found, cls) or isinstance(found, int) and getattr(cls, "_boundary_", None) is EJECT:
            return found
        if found is not None:
            raise TypeError(
                "error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, found))
    except ValueError:
        raise
    except Exception as error:
        error.__context__ = problem
        raise
    raise problem


class ReprEnum(Enum):
    """An enumeration that leaves `str()` and `format()` to the data type mixed in."""


_kinds["ReprEnum"] = ReprEnum


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        for what, argument in zip(("encoding", "errors"), values[1:]):
            if not isinstance(argument, str):
                raise TypeError("%s must be a string, not %r" % (what, argument))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What becomes of a flag's value that has bits without a name."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration whose members combine with the bitwise operators."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return 1 if start is None else start
        highest = max(last_values)
        try:
            return 1 << highest.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % highest) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        value &= cls._flag_mask_
        while value:
            bit = value & -value
            yield cls._value2member_map_.get(bit)
            value ^= bit

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda made: made._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        value = _within_boundary(cls, value)
        if cls._boundary_ is EJECT and not _fits(cls, value):
            return value
        known = cls._value2member_map_.get(value)
        return known if known is not None else _combine(cls, value)

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        shown = (cls._value_repr_ or repr)(self._value_)
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, shown)
        return "<%s.%s: %s>" % (cls.__name__, self._name_, shown)

    def __str__(self):
        name = self.__class__.__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        theirs = other._value_ if isinstance(other, self.__class__) else _foreign(self, other)
        if theirs is NotImplemented:
            return theirs
        mine = self._value_
        if mine is None or theirs is None:
            _refuse(self, other, "|")
        return _with_value(self, mine | theirs)

    def __and__(self, other):
        theirs = other._value_ if isinstance(other, self.__class__) else _foreign(self, other)
        if theirs is NotImplemented:
            return theirs
        mine = self._value_
        if mine is None or theirs is None:
            _refuse(self, other, "&")
        return _with_value(self, mine & theirs)

    def __xor__(self, other):
        theirs = other._value_ if isinstance(other, self.__class__) else _foreign(self, other)
        if theirs is NotImplemented:
            return theirs
        mine = self._value_
        if mine is None or theirs is None:
            _refuse(self, other, "^")
        return _with_value(self, mine ^ theirs)

    def __invert__(self):
        inverted = self._inverted_
        if inverted is None:
            bits = self._value_
            if bits is None:
                raise TypeError(f"'{self}' cannot be inverted")
            unnamed_too = self._boundary_ is KEEP or self._boundary_ is EJECT
            inverted = self._inverted_ = self.__class__(~bits if unnamed_too else ~bits & self._singles_mask_)
        return inverted

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


_kinds["Flag"] = Flag


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """A flag whose members are ints."""


def _foreign(flag, other):
    """The value of an operand of another class: where members are ints, any int will do."""
    return other if flag._member_type_ is not object and isinstance(other, flag._member_type_) else NotImplemented


def _refuse(flag, other, operator):
    without = flag if flag._value_ is None else other
    raise TypeError(f"'{without}' cannot be combined with other flags with {operator}")


def _with_value(flag, value):
    cls = flag.__class__
    known = cls._value2member_map_.get(value)
    return cls(value) if known is None else known


def _fits(cls, value):
    """Whether a value has no bit beyond the named ones; a negative one is the complement of what it lacks."""
    return ~cls._all_bits_ <= value <= cls._all_bits_ and not value & (cls._all_bits_ ^ cls._flag_mask_)


def _within_boundary(cls, value):
    """The value that the boundary makes of one, positive unless it is to be ejected."""
    boundary = cls._boundary_
    if not _fits(cls, value):
        if boundary is STRICT:
            bits = max(value.bit_length(), cls._flag_mask_.bit_length())
            raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                cls, value, bin(value, bits), bin(cls._flag_mask_, bits)))
        if boundary is CONFORM:
            value &= cls._flag_mask_
        elif boundary is KEEP:
            if value < 0:
                value += max(cls._all_bits_ + 1, 2 ** value.bit_length())
        elif boundary is EJECT:
            return value
        else:
            raise ValueError("%r unknown flag boundary %r" % (cls, boundary))
    return value + cls._all_bits_ + 1 if value < 0 else value


def _combine(cls, value):
    """A member for several bits, and for bits without a name; its name joins theirs. It is made once for each value."""
    made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
    if not hasattr(made, "_value_"):
        made._value_ = value
    parts = list(cls._iter_member_(value & cls._singles_mask_))
    if value & ~cls._singles_mask_:
        parts += [
            named for named in cls._member_map_.values()
            if named not in parts and named._value_ and named._value_ & value == named._value_
        ]
    covered = 0
    for part in parts:
        covered |= part._value_
    rest = value ^ covered
    made._name_ = "|".join(part._name_ for part in parts) or None
    if covered and rest:
        if cls._boundary_ is STRICT:
            raise ValueError("%r: no members with value %r" % (cls, rest))
        made._name_ += "|%s" % cls._numeric_repr_(rest)
    return cls._value2member_map_.setdefault(value, made)


def bin(num, max_bits=None):
    """The bits of a number in two's complement, the sign apart from them."""
    width = max(num.bit_length(), max_bits or 0)
    digits = format(num & (1 << width) - 1, "0%db" % width) if width else ""
    return "0b%d %s" % (num < 0, digits)


def unique(enumeration):
    """Class decorator that refuses members of equal value."""
    aliases = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
    if aliases:
        listed = ", ".join("%s -> %s" % pair for pair in aliases)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, listed))
    return enumeration
