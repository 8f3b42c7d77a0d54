"""Forms whose arguments follow rules of their own: Unpack, Concatenate, Literal, Annotated."""
from ._checks import _deduplicate, _tp_cache, _type_check
from ._collecting import unpacked_variable
from ._forms import _SpecialForm
from ._kinds import ParamSpec
from ._variants import _AnnotatedAlias, _ConcatenateGenericAlias, _LiteralGenericAlias, _UnpackGenericAlias

__name__ = "typing"


# A form that tells 1 from True among its arguments.
class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


@_SpecialForm
@_tp_cache
def Unpack(self, parameters):
    """Several types in the place of one: those of a tuple type, a TypeVarTuple or a TypedDict."""
    return _UnpackGenericAlias(origin=self, args=(_type_check(parameters, f"{self} accepts only single type."),))


@_SpecialForm
@_tp_cache
def Concatenate(self, parameters):
    """Some parameters, then those of a ParamSpec."""
    if parameters == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    *types, last = parameters
    if last is not ... and not isinstance(last, ParamSpec):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or ellipsis.")
    message = "Concatenate[arg, ...]: each arg must be a type."
    return _ConcatenateGenericAlias(self, (*(_type_check(arg, message) for arg in types), last))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """One of several values."""
    values = []
    for parameter in parameters:
        values.extend(parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else (parameter,))
    pairs = _deduplicate([(value, type(value)) for value in values], unhashable_fallback=True)
    return _LiteralGenericAlias(self, tuple(value for value, _ in pairs))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """A type with metadata."""
    if len(params) > 1:
        tp = _type_check(params[0], "Annotated[t, ...]: t must be a type.", allow_special_forms=True)
        if not unpacked_variable(params[0]):
            return _AnnotatedAlias(tp, params[1:])
        raise TypeError("Annotated[...] should not be used with an unpacked TypeVarTuple")
    raise TypeError("Annotated[...] should be used with at least two arguments (a type and an annotation).")
