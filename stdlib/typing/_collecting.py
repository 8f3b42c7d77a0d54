"""Type parameters found in types."""
from ._kinds import NATIVE_ALIASES, NoDefault, is_parameter

__name__ = "typing"


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in types, in the order of their first appearance."""
    if enforce_default_ordering:
        _check_defaults(args)
    return tuple(dict.fromkeys(_mentioned(args)))


def _mentioned(args):
    """Each mention of a type parameter."""
    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, (tuple, list)):
            yield from _mentioned(arg)
        elif is_parameter(arg):
            yield arg
        else:
            yield from getattr(arg, "__parameters__", ())


def _check_defaults(args):
    """After a default there are only defaults, and none comes after `*Ts`. Those within other types don't count."""
    default = many = False
    for arg in args:
        if isinstance(arg, type):
            continue
        if not is_parameter(arg):
            many = many or unpacked_variable(arg)
        elif arg.__default__ is not NoDefault:
            if many:
                raise TypeError("Type parameter with a default follows TypeVarTuple")
            default = True
        elif default:
            raise TypeError(f"Type parameter {arg!r} without a default follows type parameter with a default")


def unpacked_variable(value):
    """Whether a value is `*Ts` of a TypeVarTuple."""
    return bool(getattr(value, "__typing_is_unpacked_typevartuple__", False)) or _is_machines_unpack(value)


def _is_machines_unpack(value):
    if type(value) not in NATIVE_ALIASES:
        return False
    return getattr(value.__origin__, "__name__", "") == "Unpack"
