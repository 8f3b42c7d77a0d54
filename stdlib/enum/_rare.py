"""What few programs ask of `enum`: checks of finished classes, and members that are a module's globals."""
import sys

from enum import KEEP, Enum, Flag, ReprEnum, StrEnum

__name__ = "enum"


class EnumCheck(StrEnum):
    """What `verify` can look at."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Class decorator that refuses an enumeration which fails one of the checks."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                _check_unique(enumeration)
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS and issubclass(enumeration, Flag):
                _check_named(enumeration)
        return enumeration


def _check_unique(enumeration):
    aliases = ["%s -> %s" % (name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
    if aliases:
        raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join(aliases)))


def _check_continuous(enumeration):
    values = {made.value for made in enumeration}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    if issubclass(enumeration, Flag):
        kind = "flag"
        wanted = [1 << bit for bit in range(low.bit_length(), high.bit_length() - 1)]
    else:
        kind = "enum"
        wanted = range(low + 1, high)
    missing = [str(value) for value in wanted if value not in values]
    if missing:
        message = "invalid %s %r: missing values %s" % (kind, enumeration.__name__, ", ".join(missing))
        raise ValueError(message[:256])


def _check_named(enumeration):
    named = {made.value for made in enumeration}
    lacking, lost = [], 0
    for name, made in enumeration.__members__.items():
        if name in enumeration._member_names_ or made.value < 0:
            continue
        unnamed = [bit for bit in show_flag_values(made.value) if bit not in named]
        if unnamed:
            lacking.append(name)
            lost |= sum(unnamed)
    if not lacking:
        return
    if len(lacking) == 1:
        alias = "alias %s is missing" % lacking[0]
    else:
        alias = "aliases %s and %s are missing" % (", ".join(lacking[:-1]), lacking[-1])
    value = "value 0x%x" % lost if not lost & lost - 1 else "combined values of 0x%x" % lost
    raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]" % (
        enumeration.__name__, alias, value))


def show_flag_values(value):
    """The single bits of a flag's value, lowest first."""
    bits = value.value if isinstance(value, Flag) else value
    if bits < 0:
        raise ValueError("%r is not a positive integer" % value)
    return [1 << place for place in range(bits.bit_length()) if bits >> place & 1]


def global_enum(cls, update_str=False):
    """Class decorator that puts the members into the class's module and lets their repr say so."""
    if update_str or not issubclass(cls, ReprEnum):
        cls.__str__ = global_str
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    module = sys.modules[cls.__module__]
    for name, made in cls.__members__.items():
        setattr(module, name, made)
    return cls


def global_enum_repr(self):
    """The member as an attribute of its module."""
    return "%s.%s" % (_module_of(self), self._name_)


def global_flag_repr(self):
    """The flag as a combination of attributes of its module."""
    module = _module_of(self)
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    parts = self._name_.split("|")
    return "|".join(part if part[:1].isdigit() else "%s.%s" % (module, part) for part in parts)


def global_str(self):
    """The bare name of the member."""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def _module_of(made):
    return made.__class__.__module__.rpartition(".")[2]


def pickle_by_global_name(self, proto):
    """Pickles as the global of that name."""
    return self.name


def pickle_by_enum_name(self, proto):
    """Pickles as the attribute of that name of the class."""
    return getattr, (self.__class__, self._name_)


def convert(cls, name, module, filter, source, boundary, as_global):
    """Make an enumeration of the names that pass the filter, and put its members among the module's globals."""
    target = sys.modules[module].__dict__
    source = target if source is None else source.__dict__
    members = [(key, source[key]) for key in source if filter(key)]
    try:
        members.sort(key=lambda pair: (pair[1], pair[0]))
    except TypeError:  # values of several kinds
        members.sort(key=lambda pair: pair[0])
    made = cls(name, members, module=module, boundary=boundary or KEEP)
    if as_global:
        global_enum(made)
    else:
        target.update(made.__members__)
    target[name] = made
    return made
