"""Arguments put in the places of type parameters.

That goes in three steps: each parameter may regroup the arguments (`__typing_prepare_subst__`: a TypeVarTuple takes
many, defaults fill up), then there is one argument for each, and each parameter checks its own
(`__typing_subst__`).
"""
from ._checks import _type_check, _type_convert
from ._collecting import unpacked_variable
from ._kinds import NoDefault, ParamSpec, TypeVarTuple, is_parameter, own

__name__ = "typing"


def _unpack_args(args):
    """The arguments with `*tuple[int, str]` spread out; `*tuple[int, ...]` stays."""
    return tuple(part for arg in args for part in _parts(arg))


def _parts(arg):
    inner = None if isinstance(arg, type) else getattr(arg, "__typing_unpacked_tuple_args__", None)
    return (arg,) if inner is None or inner[-1:] == (...,) else inner


def _is_param_expr(arg):
    """Whether a value can be given for a ParamSpec."""
    if arg is ... or isinstance(arg, (tuple, list, ParamSpec)):
        return True
    from ._variants import _ConcatenateGenericAlias
    return isinstance(arg, _ConcatenateGenericAlias)


# Arguments for parameters.

def assign(alias, params, args):
    """One argument for each parameter."""
    for param in params:
        prepare = own(param, "__typing_prepare_subst__")
        if prepare is not None:
            args = prepare(alias, args)
    if len(args) != len(params):
        what = "many" if len(args) > len(params) else "few"
        raise TypeError(f"Too {what} arguments for {alias}; actual {len(args)}, expected {len(params)}")
    return dict(zip(params, args))


def substituted(alias, args, callable_=False):
    """The arguments of an alias with others put in for its parameters."""
    args = _unpack_args(tuple(_type_convert(arg) for arg in (args if isinstance(args, tuple) else (args,))))
    return filled(alias, alias.__args__, assign(alias, alias.__parameters__, args), callable_)


def filled(alias, args, given, callable_=False):
    """The arguments of an alias after the parameters' have been put in."""
    made = []
    for old in args:
        if isinstance(old, type):
            made.append(old)
            continue
        if unpacked_variable(old):  # it becomes as many as were given
            made.extend(given[old.__args__[0]])
            continue
        if is_parameter(old):
            new = own(old, "__typing_subst__")(given[old])
        elif isinstance(old, (tuple, list)):
            new = type(old)(filled(alias, old, given))
        else:
            new = _within(old, given)
        if callable_ and isinstance(new, tuple):  # the parameters of a Callable stand beside its result
            made.extend(new)
        else:
            made.append(new)
    return tuple(made)


def _within(old, given):
    """A generic type among the arguments, with its own parameters' arguments."""
    inner = getattr(old, "__parameters__", ())
    if not inner:
        return old
    args = []
    for param in inner:
        value = given[param]
        if isinstance(param, TypeVarTuple):
            args.extend(value)
        else:
            args.append(value)
    return old[tuple(args)]


def _typevar_subst(self, arg):
    """What stands for a TypeVar."""
    arg = _type_check(arg, "Parameters to generic types must be types.", True)
    if unpacked_variable(arg) or getattr(arg, "__typing_is_unpacked__", False) or getattr(arg, "__unpacked__", False):
        raise TypeError(f"{arg} is not valid as type argument")
    return arg


def _typevar_prepare_subst(self, alias, args):
    """Fill the default of a TypeVar in, where the arguments are too few."""
    params = alias.__parameters__
    place = params.index(self)
    if place < len(args):
        return args
    if place > len(args) or self.__default__ is NoDefault:
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {place + 1}")
    return (*args, self.__default__)


def _typevartuple_prepare_subst(self, alias, args):
    """Group what a TypeVarTuple takes: all that the other parameters leave."""
    params = alias.__parameters__
    place = params.index(self)
    if any(isinstance(param, TypeVarTuple) for param in params[place + 1:]):
        raise TypeError(f"More than one TypeVarTuple parameter in {alias}")
    # An unpacked tuple without end fills up on both sides of what it brings for this parameter.
    endless = [(at, arg.__typing_unpacked_tuple_args__) for at, arg in enumerate(args)
               if not isinstance(arg, type) and getattr(arg, "__typing_unpacked_tuple_args__", None)]
    endless = [(at, inner[0]) for at, inner in endless if len(inner) == 2 and inner[-1] is ...]
    if len(endless) > 1:
        raise TypeError("More than one unpacked arbitrary-length tuple argument")
    before, after = place, len(params) - place - 1
    if endless:
        at, item = endless[0]
        before, after = min(before, at), min(after, len(args) - at - 1)
    elif before + after > len(args):
        raise TypeError(f"Too few arguments for {alias}; actual {len(args)}, expected at least {len(params) - 1}")
    middle = args[before:len(args) - after]
    if not middle and not endless and self.has_default():
        middle = self.__default__
        middle = getattr(middle, "__typing_unpacked_tuple_args__", None) or (middle,)
    padding = (lambda count: (item,) * count) if endless else (lambda count: ())
    # CPython counts what stands before twice here, so with arguments on the left too few are filled up on the right.
    lacking = len(params) - after - before - place - 1
    return (*args[:before], *padding(place - before), tuple(middle), *padding(lacking), *args[len(args) - after:])


def _paramspec_subst(self, arg):
    """What stands for a ParamSpec: a tuple of types for a list."""
    if _is_param_expr(arg):
        types = isinstance(arg, (list, tuple))
        return tuple([_type_check(item, "Expected a type.") for item in arg]) if types else arg
    raise TypeError(f"Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}")


def _paramspec_prepare_subst(self, alias, args):
    """Group what a lone ParamSpec takes, or fill its default in."""
    before, mine, after = _around(alias.__parameters__.index(self), args)
    if not mine:
        if after is None or not self.has_default():
            raise TypeError(f"Too few arguments for {alias}")
        mine = (self.__default__,)
    if alias.__parameters__ == (self,) and not _is_param_expr(mine[0]):
        return ((*mine, *after),)  # `X[int, str]` for `X[[int, str]]`
    return (*before, tuple(mine[0]) if isinstance(mine[0], list) else mine[0], *after)


def _around(place, args):
    """What stands before a place, at it and behind it; None behind where not even the places before it are filled."""
    return args[:place], args[place:place + 1], args[place + 1:] if place <= len(args) else None
