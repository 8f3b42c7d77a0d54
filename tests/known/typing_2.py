"""Aliases of built-in classes ask their arguments for `__typing_subst__` and `__parameters__`; `*tuple[…]` has a form of its own."""
class Variable:
    def __typing_subst__(self, argument):
        return argument
    def __repr__(self):
        return "V"

class Generic:
    __parameters__ = (variable := Variable(),)
    def __getitem__(self, arguments):
        return ("given", arguments)

print(dict[str, Generic.variable].__parameters__ == (Generic.variable,), list[Generic.variable][int])
print(dict[str, Generic()].__parameters__ == (Generic.variable,), dict[str, Generic()][int])
print(list[*tuple[int, str]], next(iter(tuple[int, ...])).__unpacked__, next(iter(tuple[int, str])).__typing_unpacked_tuple_args__)
