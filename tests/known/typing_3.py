"""Classes of type parameters, aliases and unions can be called and subscribed by scripts; Generic is typing's."""
import typing
def function[T](): pass
class Class[T]: pass
type Alias = int
print(type(function.__type_params__[0]) is typing.TypeVar, type(Alias) is typing.TypeAliasType, type(int | str) is typing.Union, typing.Generic in Class.__mro__)
V = typing.TypeVar("V", bound=int, covariant=True)
print(V, V.__bound__, V.__module__, function.__type_params__[0].evaluate_bound, V.evaluate_default, V.__reduce__())
print(typing.Union[int, None], typing.TypeAliasType("A", int), typing.Generic[V], type(Class[int]) is typing._GenericAlias)
try:
    class Derived(typing.TypeVar): pass
except TypeError as error:
    print(error)
